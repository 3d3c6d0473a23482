//! Importing reference data and the directory from CSV and JSON files.
//!
//! Each file is read and checked whole before anything is written; one bad row keeps its whole file out, unless bad
//! rows are to be skipped. Importing a file twice changes nothing: rows are found again by their natural keys, and ids
//! are made from those keys. To add a file, add a kind to [`FILES`] and a function that reads it.

mod fictional;
mod organisation;
mod reference;
mod services;
mod table;

pub use fictional::fill_posts;
pub use table::{BadRow, Outcome, slug as slug_of};

use std::path::Path;

use crate::error::{Error, Result};
use crate::on;
use crate::portal::Portal;
use crate::search;

/// The files of an import folder, in the order in which they build on each other.
pub const FILES: &[&str] = &["areas.csv", "holidays_id_2024_2027.csv", "rules.csv", "tenants.csv", "opd.csv", "positions.json", "services.json", "demo_people.csv"];

/// What else belongs to a file: texts beside it in the folder that enrich its rows.
#[derive(Debug, Default, Clone)]
pub struct Enrichment {
    /// `unit_profiles.json`: what an agency does, its hours and street.
    pub unit_profiles: Option<String>,
    /// `service_content.json`: the words and the further components of a service's standard.
    pub service_content: Option<String>,
    /// The day from which imported units, standards and posts are valid.
    pub valid_from: String,
    /// Titles by person of `demo_people.csv`: which post of `positions.json` a person holds.
    pub positions: Option<String>,
}

/// Imports one file of a known name from its text.
///
/// # Errors
/// [`Error::Configuration`] for a name that is not in [`FILES`]; the database's. Bad rows are no error: see [`Outcome`].
pub async fn import_file(portal: &Portal, name: &str, text: &str, more: &Enrichment, skip_bad_rows: bool) -> Result<Outcome> {
    match name {
        "areas.csv" => reference::areas(portal, text, skip_bad_rows).await,
        "holidays_id_2024_2027.csv" => reference::holidays(portal, text, skip_bad_rows).await,
        "rules.csv" => reference::rules(portal, text, skip_bad_rows).await,
        "tenants.csv" => organisation::governments(portal, text, more, skip_bad_rows).await,
        "opd.csv" => organisation::units(portal, text, more, skip_bad_rows).await,
        "positions.json" => organisation::positions(portal, text, skip_bad_rows).await,
        "services.json" => services::services(portal, text, more, skip_bad_rows).await,
        "demo_people.csv" => organisation::people(portal, text, more, skip_bad_rows).await,
        _ => Err(Error::Configuration(format!("{name} is not a file that Balai imports; it reads {}", FILES.join(", ")))),
    }
}

/// Reads the texts beside the files of a folder.
///
/// # Errors
/// When a file that is there cannot be read.
pub fn enrichment(folder: &Path, valid_from: &str) -> Result<Enrichment> {
    let read = |name: &str| {
        let path = folder.join(name);
        if path.exists() { std::fs::read_to_string(path).map(Some) } else { Ok(None) }
    };
    Ok(Enrichment {
        unit_profiles: read("unit_profiles.json")?,
        service_content: read("service_content.json")?,
        valid_from: valid_from.to_owned(),
        positions: read("positions.json")?,
    })
}

type Entry = (String, String, String, String, String);

/// Fills the search index anew from the directory as it is now; what is not public is not found by its words either.
///
/// # Errors
/// The database's.
pub async fn reindex(portal: &Portal) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    search::clear(&mut tx).await?;
    let services: Vec<(String, String, String, String, String, String)> = on!(&mut tx, conn => sqlx::query_as(
        "select s.government, s.slug, s.short_name, s.summary, s.name, s.keywords from service s order by s.government, s.slug").fetch_all(conn).await?);
    let open = &portal.gate.open;
    let kept = |open: bool, text: String| if open { text } else { String::new() };
    for (government, slug, title, detail, name, keywords) in services {
        let (detail, name, keywords) = (kept(open.service_summary, detail), kept(open.service_name, name), kept(open.service_keywords, keywords));
        search::index(&mut tx, &search::Found { government, kind: "service".into(), slug, title, detail }, &format!("{name} {keywords}")).await?;
    }
    let units: Vec<Entry> = on!(&mut tx, conn => sqlx::query_as(
        "select u.government, u.slug, u.name, coalesce(p.name, ''), u.about from unit u left join unit p on p.id = u.parent_id where u.kind <> 'pemerintah' order by u.government, u.slug").fetch_all(conn).await?);
    for (government, slug, title, detail, about) in units {
        let about = kept(open.unit_about, about);
        search::index(&mut tx, &search::Found { government, kind: "unit".into(), slug, title, detail }, &about).await?;
    }
    let positions: Vec<Entry> = on!(&mut tx, conn => sqlx::query_as(
        "select p.government, p.slug, p.title, u.name, p.summary from position p join unit u on u.id = p.unit_id order by p.government, p.slug").fetch_all(conn).await?);
    for (government, slug, title, detail, summary) in positions {
        let summary = kept(open.position_summary, summary);
        search::index(&mut tx, &search::Found { government, kind: "position".into(), slug, title, detail }, &summary).await?;
    }
    tx.commit().await
}
