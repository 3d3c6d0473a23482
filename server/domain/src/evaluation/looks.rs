//! The log of looks: every time somebody else sees what evaluation keeps about a person, in any form, the person can
//! read who, by what right, at what and when. The function that loads writes the row, in the same transaction: who adds
//! a page or a file cannot forget it.

use uuid::Uuid;
use vocabulary::evaluation::{LookForm, LookedAt, Standing};

use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::{Linked, Tx};
use crate::directory::positions;
use crate::error::Result;
use crate::ids::PersonId;
use crate::on;
use crate::portal::Portal;

/// What is looked at, and as what.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    pub government: &'a str,
    /// Whom it is about; nobody for the card of a vacant post, which nobody could read of.
    pub person: Option<PersonId>,
    pub standing: Standing,
    pub subject: LookedAt,
    pub id: Uuid,
    pub form: LookForm,
}

/// Writes the look down, unless it is one's own.
///
/// # Errors
/// The database's.
pub async fn looked(portal: &Portal, tx: &mut Tx, actor: &Actor, look: Look<'_>) -> Result<()> {
    let Some(person) = look.person.filter(|person| actor.person != Some(*person)) else { return Ok(()) };
    let day = crate::directory::government(tx, look.government).await?.today(portal.now());
    let mut viewer = actor.name.clone();
    if let Some(own) = actor.person {
        let held = positions::held_by(tx, own, &day).await?;
        if let Some((_, _, title)) = held.into_iter().find(|(government, ..)| government == look.government) {
            viewer = format!("{viewer} ({title})");
        }
    }
    on!(tx, conn => sqlx::query("insert into evaluation_look (id, government, person_id, account_id, viewer, standing, subject, subject_id, form, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
        .bind(portal.new_id()).bind(look.government).bind(person).bind(actor.account).bind(viewer).bind(look.standing.as_str())
        .bind(look.subject.as_str()).bind(look.id).bind(look.form.as_str()).bind(portal.now()).execute(conn).await?.rows_affected());
    Ok(())
}

/// One look, as its subject reads it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Seen {
    pub viewer: String,
    #[sqlx(try_from = "String")]
    pub standing: Standing,
    #[sqlx(try_from = "String")]
    pub subject: LookedAt,
    pub subject_id: Uuid,
    #[sqlx(try_from = "String")]
    pub form: LookForm,
    pub at: Millis,
}

/// A page of looks at what is kept about this person, the newest first; `before` is the moment that the page before
/// ended with.
///
/// # Errors
/// The database's.
pub async fn looks_at(linked: &mut impl Linked, person: PersonId, before: Option<Millis>) -> Result<Vec<Seen>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select viewer, standing, subject, subject_id, form, at from evaluation_look where person_id = $1 and at < $2 order by at desc, id desc limit 100")
        .bind(person).bind(before.unwrap_or(Millis::MAX)).fetch_all(conn).await?))
}
