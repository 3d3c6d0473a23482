//! The files of open data: their names, and how rows become bytes.

use serde::Serialize;

use super::licence::licence_of;
use super::scope::{Scope, Which};
use super::table::Cells;
use super::{Dataset, TenureCursor, cpsv, popolo, positions, services, tenures, units};
use crate::db::Linked;
use crate::directory::export::defused;
use crate::error::{Error, Result};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    Csv,
    Json,
}

/// A file as it stands in its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileName {
    Table(Dataset, Format),
    /// `popolo.json`
    Popolo,
    /// `layanan.jsonld`, in CPSV-AP
    Services,
}

impl FileName {
    pub fn all() -> impl Iterator<Item = Self> {
        Dataset::ALL.into_iter().flat_map(|d| [Self::Table(d, Format::Csv), Self::Table(d, Format::Json)]).chain([Self::Popolo, Self::Services])
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::all().find(|file| file.to_string() == name)
    }

    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Table(_, Format::Csv) => "text/csv; charset=utf-8; header=present",
            Self::Table(_, Format::Json) | Self::Popolo => "application/json",
            Self::Services => "application/ld+json",
        }
    }
}

impl std::fmt::Display for FileName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Table(dataset, Format::Csv) => write!(f, "{}.csv", dataset.as_str()),
            Self::Table(dataset, Format::Json) => write!(f, "{}.json", dataset.as_str()),
            Self::Popolo => f.write_str("popolo.json"),
            Self::Services => f.write_str("layanan.jsonld"),
        }
    }
}

/// The bytes of a file and how many rows they hold.
pub(super) type Built = (Vec<u8>, usize);

/// Reads the rows, then makes the bytes off the async threads: at five thousand posts that takes some ten milliseconds.
pub(super) async fn build(linked: &mut impl Linked, scope: Scope<'_>, name: FileName) -> Result<Built> {
    let (government, base) = (scope.government.clone(), scope.base.to_owned());
    let all_tenures = async |linked: &mut _| tenures(linked, scope, None, &TenureCursor::default(), i64::MAX).await.map(|(items, _)| items);
    match name {
        FileName::Table(dataset @ Dataset::Units, format) => table(scope, dataset, format, units(linked, scope, Which::All).await?).await,
        FileName::Table(dataset @ Dataset::Positions, format) => table(scope, dataset, format, positions(linked, scope, Which::All).await?).await,
        FileName::Table(dataset @ Dataset::Tenures, format) => table(scope, dataset, format, all_tenures(linked).await?).await,
        FileName::Table(dataset @ Dataset::Services, format) => table(scope, dataset, format, services(linked, scope, Which::All).await?).await,
        FileName::Popolo => {
            let parts =
                popolo::Parts { units: units(linked, scope, Which::All).await?, positions: positions(linked, scope, Which::All).await?, tenures: all_tenures(linked).await? };
            aside(move || {
                let (document, rows) = popolo::document(&government.slug, &parts);
                Ok((serde_json::to_vec(&document).map_err(broken)?, rows))
            })
            .await
        }
        FileName::Services => {
            let (units, services) = (units(linked, scope, Which::All).await?, services(linked, scope, Which::All).await?);
            aside(move || {
                let place = cpsv::Place { base: &base, government: &government.slug, name: &government.short_name, area_code: &government.area_code };
                let (document, rows) = cpsv::document(&place, &units, &services);
                Ok((serde_json::to_vec(&document).map_err(broken)?, rows))
            })
            .await
        }
    }
}

/// A dataset in JSON.
#[derive(Serialize)]
struct Document<'a, T> {
    dataset: &'a str,
    government: &'a str,
    licence: Option<&'a str>,
    schema: &'a str,
    items: &'a [T],
}

async fn table<T: Cells + Send + 'static>(scope: Scope<'_>, dataset: Dataset, format: Format, items: Vec<T>) -> Result<Built> {
    let (government, schema) = (scope.government.slug.clone(), scope.address("data", &format!("{}.schema.json", dataset.as_str())));
    aside(move || {
        let rows = items.len();
        let bytes = match format {
            Format::Csv => csv_of(dataset, &items)?,
            Format::Json => {
                let licence = licence_of(&government).map(|l| &l.url);
                let document = Document { dataset: dataset.as_str(), government: &government, licence: licence.map(String::as_str), schema: &schema, items: &items };
                serde_json::to_vec(&document).map_err(broken)?
            }
        };
        Ok((bytes, rows))
    })
    .await
}

fn csv_of(dataset: Dataset, items: &[impl Cells]) -> Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(dataset.columns().iter().map(|c| c.name)).map_err(broken)?;
    for item in items {
        writer.write_record(item.cells().into_iter().map(defused)).map_err(broken)?;
    }
    writer.into_inner().map_err(|e| Error::Broken(e.to_string()))
}

async fn aside(work: impl FnOnce() -> Result<Built> + Send + 'static) -> Result<Built> {
    tokio::task::spawn_blocking(work).await.map_err(broken)?
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::Broken(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::open_data::UnitItem;

    #[test]
    fn names_read_back_as_themselves() {
        assert_eq!(FileName::all().count(), 10);
        for file in FileName::all() {
            assert_eq!(FileName::parse(&file.to_string()), Some(file));
        }
        assert_eq!(FileName::parse("persons.csv"), None);
    }

    #[test]
    fn a_cell_is_never_a_formula() {
        let unit = UnitItem { slug: "a".into(), name: "=HYPERLINK(\"http://x.example\")".into(), phone: "+62-000".into(), ..UnitItem::default() };
        let text = String::from_utf8(csv_of(Dataset::Units, &[unit]).unwrap()).unwrap();
        assert!(text.starts_with("slug,name,name_en,kind,"), "{text}");
        assert!(text.contains("\"'=HYPERLINK") && text.contains(",'+62-000,"), "{text}");
    }
}
