//! Units that exist on a day.

use serde::Serialize;

use super::scope::{Scope, Which, rows_of};
use super::table::{Cells, Column, Kind, column};
use crate::db::Linked;
use crate::directory::gate::shut;
use crate::error::Result;

pub(super) const COLUMNS: &[Column] = &[
    column("slug", Kind::Text, "unit.slug"),
    column("name", Kind::Text, "unit.name"),
    column("name_en", Kind::Text, "unit.name_en"),
    column("kind", Kind::Text, "unit.kind"),
    column("parent", Kind::MaybeText, "unit.slug"),
    column("area_code", Kind::MaybeText, "unit.area_code"),
    column("about", Kind::Text, "unit.about"),
    column("address", Kind::Text, "unit.address"),
    column("phone", Kind::Text, "unit.phone"),
    column("email", Kind::Text, "unit.email"),
    column("hours", Kind::Text, "unit.hours"),
    column("valid_from", Kind::Day, "unit.valid_from"),
    column("valid_to", Kind::MaybeDay, "unit.valid_to"),
    column("url", Kind::Link, ""),
];

#[derive(Debug, Clone, Default, Serialize, sqlx::FromRow)]
pub struct UnitItem {
    pub slug: String,
    pub name: String,
    pub name_en: String,
    pub kind: String,
    /// Slug of the unit above.
    pub parent: Option<String>,
    pub area_code: Option<String>,
    pub about: String,
    pub address: String,
    pub phone: String,
    pub email: String,
    pub hours: String,
    pub valid_from: String,
    pub valid_to: Option<String>,
    #[sqlx(default)]
    pub url: String,
}

macro_rules! select {
    ($compared:literal) => {
        concat!(
            "select u.slug, u.name, u.name_en, u.kind, p.slug as parent, u.area_code, u.about, u.address, u.phone, u.email, u.hours, u.valid_from, u.valid_to ",
            "from unit u left join unit p on p.id = u.parent_id ",
            "where u.government = $1 and u.valid_from <= $2 and (u.valid_to is null or u.valid_to >= $2) and u.slug ",
            $compared,
            " order by u.slug limit $4"
        )
    };
}

/// # Errors
/// The database's.
pub async fn units(linked: &mut impl Linked, scope: Scope<'_>, which: Which<'_>) -> Result<Vec<UnitItem>> {
    let (slug, most) = which.bounds();
    let items: Vec<UnitItem> = rows_of!(linked, which, select, &scope.government.slug, scope.day, slug, most);
    let open = &scope.portal.gate.open;
    Ok(items
        .into_iter()
        .map(|mut item| {
            shut(open.unit_name_en, &mut item.name_en);
            shut(open.unit_about, &mut item.about);
            shut(open.unit_address, &mut item.address);
            shut(open.unit_phone, &mut item.phone);
            shut(open.unit_email, &mut item.email);
            shut(open.unit_hours, &mut item.hours);
            item.area_code = item.area_code.filter(|_| open.unit_area_code);
            item.url = scope.address("unit", &item.slug);
            item
        })
        .collect())
}

impl Cells for UnitItem {
    fn cells(&self) -> Vec<String> {
        let of = |text: &Option<String>| text.clone().unwrap_or_default();
        vec![
            self.slug.clone(),
            self.name.clone(),
            self.name_en.clone(),
            self.kind.clone(),
            of(&self.parent),
            of(&self.area_code),
            self.about.clone(),
            self.address.clone(),
            self.phone.clone(),
            self.email.clone(),
            self.hours.clone(),
            self.valid_from.clone(),
            of(&self.valid_to),
            self.url.clone(),
        ]
    }
}
