//! What follows from evaluation, for a person: coaching, recognition, competencies against what a post requires, training. Never a score, and never a word of it in public: the ledger
//! says that an internal record was written, and neither what nor about whom.

pub mod coaching;
pub mod looks;
pub mod profile;
pub mod recognition;
pub mod talent;
pub mod training;

use serde::Serialize;
use uuid::Uuid;

use crate::db::{Linked, Tx};
use crate::error::{Error, Result};
use crate::ids::{AccountId, PersonId, PositionId, TenureId, UnitId};
use crate::ledger;
use crate::on;
use crate::portal::Portal;

/// Records that something was written about a person. One kind for all of it: that somebody is coached or considered
/// for a post would otherwise stand in the public trail of a small government.
///
/// # Errors
/// The database's.
async fn recorded<T: Serialize>(portal: &Portal, tx: &mut Tx, government: &str, subject: Uuid, content: &T) -> Result<()> {
    ledger::append(portal, tx, ledger::Entry { government, kind: "personnel-recorded", subject: &subject.to_string(), by_reporter: false, content }).await
}

/// Somebody in a post on a day.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Holder {
    pub tenure_id: TenureId,
    pub person_id: PersonId,
    pub name: String,
    pub government: String,
    pub position_id: PositionId,
    pub position_slug: String,
    pub position_title: String,
    pub unit_id: UnitId,
    pub unit_name: String,
}

macro_rules! holders {
    ($tail:literal) => {
        concat!(
            "select t.id as tenure_id, e.id as person_id, e.name, e.government, p.id as position_id, p.slug as position_slug, p.title as position_title, u.id as unit_id, u.name as unit_name ",
            "from tenure t join person e on e.id = t.person_id join position p on p.id = t.position_id join unit u on u.id = p.unit_id where t.starts_on <= $1 and (t.ends_on is null or t.ends_on >= $1) and ",
            $tail
        )
    };
}

impl Holder {
    /// Whoever is in this tenure on the day.
    ///
    /// # Errors
    /// The database's.
    pub async fn of_tenure(linked: &mut impl Linked, tenure: TenureId, day: &str) -> Result<Option<Self>> {
        Ok(on!(linked, conn => sqlx::query_as(holders!("t.id = $2")).bind(day).bind(tenure).fetch_optional(conn).await?))
    }

    /// The person in the post that counts for them on the day: the definitive one before others.
    ///
    /// # Errors
    /// The database's.
    pub async fn of_person(linked: &mut impl Linked, person: PersonId, day: &str) -> Result<Option<Self>> {
        Ok(
            on!(linked, conn => sqlx::query_as(holders!("e.id = $2 order by case t.kind when 'definitive' then 0 else 1 end, t.starts_on desc, t.id limit 1")).bind(day).bind(person).fetch_optional(conn).await?),
        )
    }

    /// Everyone in one of these posts on the day.
    ///
    /// # Errors
    /// The database's.
    pub async fn of_position(linked: &mut impl Linked, position: PositionId, day: &str) -> Result<Vec<Self>> {
        Ok(on!(linked, conn => sqlx::query_as(holders!("p.id = $2 order by e.name, t.id")).bind(day).bind(position).fetch_all(conn).await?))
    }
}

/// The government that a person works for.
///
/// # Errors
/// [`Error::NotFound`] for nobody.
pub async fn government_of(linked: &mut impl Linked, person: PersonId) -> Result<String> {
    let found: Option<String> = on!(linked, conn => sqlx::query_scalar("select government from person where id = $1").bind(person).fetch_optional(conn).await?);
    found.ok_or(Error::NotFound)
}

/// The accounts of a person, to be told.
async fn accounts_of(linked: &mut impl Linked, person: PersonId) -> Result<Vec<AccountId>> {
    Ok(on!(linked, conn => sqlx::query_scalar("select id from account where person_id = $1").bind(person).fetch_all(conn).await?))
}
