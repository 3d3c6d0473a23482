//! What may be reported: every service that a government gives today, and a class of reports each for what is about no
//! service in particular; and what may be said of each beside a description.

use vocabulary::directory::LifeEvent;
use vocabulary::feedback::{Kind, Protection};
use vocabulary::open311::{Attribute, Code};

use crate::db::Linked;
use crate::directory::areas::{Area, areas_of};
use crate::directory::gate::Gate;
use crate::directory::{Government, services};
use crate::error::{Error, Result};

#[derive(Debug, Clone)]
pub struct Offered {
    pub code: Code,
    /// Of a service: its short name. A class is named by the page.
    pub name: Option<String>,
    pub summary: String,
    pub life_event: Option<LifeEvent>,
    pub unit_name: Option<String>,
}

/// The classes first, then services by name.
///
/// # Errors
/// The database's.
pub async fn offered(linked: &mut impl Linked, gate: &Gate, government: &str, today: &str) -> Result<Vec<Offered>> {
    let classes = Kind::ALL.iter().map(|kind| Offered { code: Code::Class(*kind), name: None, summary: String::new(), life_event: None, unit_name: None });
    let given = services::list(linked, gate, government, today, None).await?;
    let given =
        given.into_iter().map(|s| Offered { code: Code::Service(s.slug), name: Some(s.short_name), summary: s.summary, life_event: Some(s.life_event), unit_name: s.unit_name });
    Ok(classes.chain(given).collect())
}

/// One thing that may be said beside the description.
#[derive(Debug, Clone)]
pub struct Asked {
    pub attribute: Attribute,
    pub required: bool,
    /// The words to choose among; of areas they stand in `areas`.
    pub values: Vec<&'static str>,
    pub areas: Vec<Area>,
}

impl Asked {
    const fn of(attribute: Attribute, values: Vec<&'static str>) -> Self {
        Self { attribute, required: false, values, areas: Vec::new() }
    }

    /// Whether it is one of those to choose among.
    pub fn has(&self, value: &str) -> bool {
        self.values.contains(&value) || self.areas.iter().any(|a| a.code == value)
    }
}

#[derive(Debug, Clone)]
pub struct Definition {
    pub code: Code,
    pub attributes: Vec<Asked>,
}

impl Definition {
    pub fn of(&self, attribute: Attribute) -> Option<&Asked> {
        self.attributes.iter().find(|a| a.attribute == attribute)
    }
}

/// # Errors
/// [`Error::NotFound`] for a service that this government does not give today.
pub async fn definition(linked: &mut impl Linked, gate: &Gate, government: &Government, today: &str, code: Code) -> Result<Definition> {
    let mut attributes = vec![Asked::of(Attribute::Note, Vec::new())];
    // A service that every ward gives is the business of one of them: which, must be said.
    let mut given_by = None;
    match &code {
        Code::Service(slug) => {
            let service = services::show(linked, gate, &government.slug, slug).await?;
            if service.valid_from.as_str() > today || service.valid_to.as_deref().is_some_and(|last| last < today) {
                return Err(Error::NotFound);
            }
            given_by = service.served_by_kind;
            attributes.push(Asked::of(Attribute::Kind, Kind::ALL.iter().filter(|k| **k != Kind::Misconduct).map(|k| k.as_str()).collect()));
        }
        Code::Class(_) => {}
    }
    if !code.is_blackbox() {
        attributes.push(Asked::of(Attribute::Protection, Protection::ALL.iter().map(|p| p.as_str()).collect()));
    }
    attributes.push(Asked::of(Attribute::Date, Vec::new()));
    let mut areas = areas_of(linked, &government.area_code).await?;
    if let Some(kind) = &given_by {
        areas.retain(|a| a.kind == *kind || (kind == "kelurahan" && a.kind == "desa"));
    }
    attributes.push(Asked { attribute: Attribute::Area, required: given_by.is_some(), values: Vec::new(), areas });
    Ok(Definition { code, attributes })
}
