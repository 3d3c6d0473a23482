//! "Ada yang salah?": a resident says what is wrong on a page, the unit that is responsible for it answers, and the
//! resident is told. What the resident wrote is for that unit only; the public address shows the state and the answer.

mod answer;
mod forget;
mod send;

pub use answer::{QueuedCorrection, answer, at_desk, queue, waiting};
pub use forget::{ADDRESS_KEPT, forget_addresses};
pub use send::send;

use vocabulary::Fault;
use vocabulary::corrections::{CorrectionStatus, Subject, SubjectKind};

use super::units;
use crate::clock::Millis;
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::ids::UnitId;
use crate::on;

/// What a correction is about, found in the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Empty for a page that has no name of its own.
    pub title: String,
    /// Who is responsible, and therefore answers.
    pub unit: UnitId,
}

/// # Errors
/// [`Error::NotFound`] when this government has no such thing.
pub async fn about(linked: &mut impl Linked, government: &str, subject: &Subject) -> Result<About> {
    let slug = subject.slug.as_str();
    let found: Option<(String, Option<UnitId>)> = match subject.kind {
        SubjectKind::Unit => {
            on!(linked, conn => sqlx::query_as("select name, id from unit where government = $1 and slug = $2").bind(government).bind(slug).fetch_optional(conn).await?)
        }
        SubjectKind::Position => {
            on!(linked, conn => sqlx::query_as("select title, unit_id from position where government = $1 and slug = $2").bind(government).bind(slug).fetch_optional(conn).await?)
        }
        // A service that every ward gives has no one unit.
        SubjectKind::Service => {
            on!(linked, conn => sqlx::query_as("select short_name, unit_id from service where government = $1 and slug = $2").bind(government).bind(slug).fetch_optional(conn).await?)
        }
        SubjectKind::Page => match (slug.strip_prefix("pengumuman/"), unit_of_picture(slug)) {
            (Some(announcement), _) => {
                on!(linked, conn => sqlx::query_as("select title, unit_id from announcement where government = $1 and slug = $2 and published_at is not null")
                .bind(government).bind(announcement).fetch_optional(conn).await?)
            }
            // A chart or job map is the unit's, and has no name of its own.
            (None, Some(unit)) => {
                on!(linked, conn => sqlx::query_as("select '', id from unit where government = $1 and slug = $2").bind(government).bind(unit).fetch_optional(conn).await?)
            }
            (None, None) => Some((String::new(), None)),
        },
    };
    let (title, unit) = found.ok_or(Error::NotFound)?;
    let unit = match unit {
        Some(unit) => unit,
        None => units::named(linked, government, "pemerintah").await?.0,
    };
    Ok(About { title, unit })
}

/// The unit whose chart or job map has this address inside the government.
fn unit_of_picture(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("unit/")?;
    rest.strip_suffix("/bagan").or_else(|| rest.strip_suffix("/peta"))
}

/// What its public address shows.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ShownCorrection {
    pub code: String,
    #[sqlx(try_from = "String")]
    pub status: CorrectionStatus,
    pub answer: String,
    pub unit_name: String,
    pub answered_at: Option<Millis>,
    /// Whether the answer will also be mailed.
    pub will_be_mailed: bool,
}

/// # Errors
/// [`Error::NotFound`] when this government has none of that number.
pub async fn show(linked: &mut impl Linked, government: &str, code: &str) -> Result<ShownCorrection> {
    let found: Option<ShownCorrection> = on!(linked, conn => sqlx::query_as(
        "select c.code, c.status, c.answer, u.name as unit_name, c.answered_at, c.sealed_email is not null as will_be_mailed from correction c join unit u on u.id = c.unit_id \
         where c.government = $1 and c.code = $2")
        .bind(government).bind(code).fetch_optional(conn).await?);
    found.ok_or(Error::NotFound)
}

fn wrong(field: &'static str, fault: Fault) -> Error {
    let mut problems = vocabulary::Problems::default();
    problems.add(field, fault);
    Error::Invalid(problems)
}
