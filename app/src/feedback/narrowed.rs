//! To which cases the public list is narrowed, and its feed with it: the words of the address.

use std::collections::HashMap;

use domain::db::Conn;
use domain::directory::services::Service;
use domain::directory::{services, units};
use domain::feedback::Filter;
use domain::ids::UnitId;
use vocabulary::evaluation::Element;
use vocabulary::feedback::{Kind, Status};

use crate::error::PageError;
use crate::shell::App;
use crate::words::Words;

pub struct Narrowed {
    pub filter: Filter,
    pub unit: Option<(UnitId, String)>,
    pub service: Option<Service>,
    /// The same as the end of an address: empty, or from the question mark on.
    pub query: String,
}

impl Narrowed {
    /// # Errors
    /// Not found for a unit or service that is not there.
    pub async fn asked(app: &App, conn: &mut Conn, gov: &str, query: &HashMap<String, String>) -> Result<Self, PageError> {
        let word = |name: &str| query.get(name).map(String::as_str).filter(|word| !word.is_empty());
        let unit = match word("unit") {
            None => None,
            Some(slug) => Some(units::named(conn, gov, slug).await?),
        };
        let service = match word("layanan") {
            None => None,
            Some(slug) => Some(services::show(conn, &app.portal.gate, gov, slug).await?),
        };
        let filter = Filter {
            kind: word("jenis").and_then(Kind::parse),
            status: word("keadaan").and_then(Status::parse),
            unit: unit.as_ref().map(|(id, _)| *id),
            service: service.as_ref().map(|s| s.id),
            element: word("unsur").and_then(Element::parse).filter(|_| service.is_some()),
        };
        let kept = [
            ("jenis", filter.kind.map(Kind::as_str)),
            ("keadaan", filter.status.map(Status::as_str)),
            ("unit", word("unit")),
            ("layanan", word("layanan")),
            ("unsur", filter.element.map(Element::as_str)),
        ];
        let kept: Vec<String> = kept.iter().filter_map(|(name, word)| word.map(|word| format!("{name}={word}"))).collect();
        let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
        Ok(Self { filter, unit, service, query })
    }

    /// What it is narrowed to, in words; empty where it is not.
    pub fn told(&self, words: &Words) -> String {
        [
            self.filter.kind.map(|k| words.t(&format!("kind-{k}"))),
            self.filter.status.map(|s| words.t(&format!("status-{s}"))),
            self.unit.as_ref().map(|(_, name)| name.clone()),
            self.service.as_ref().map(|s| s.short_name.clone()),
            self.filter.element.map(|e| words.t(&format!("element-{e}"))),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
    }
}
