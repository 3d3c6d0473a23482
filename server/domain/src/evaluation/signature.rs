//! Under what name and post somebody acts: as of that day, for both may change.

use crate::accounts::Actor;
use crate::db::{Linked, Tx};
use crate::directory::positions;
use crate::error::Result;
use crate::ids::{AccountId, PersonId};
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;

/// Name, and the post held in the government that day: "Dewi Batubara (Kepala Bidang Pencatatan Sipil)".
///
/// # Errors
/// The database's.
pub(crate) async fn signature(linked: &mut impl Linked, actor: &Actor, government: &str, day: &str) -> Result<String> {
    if let Some(own) = actor.person {
        // As the register has it: an account may be called anything.
        let name: String = on!(&mut *linked, conn => sqlx::query_scalar("select name from person where id = $1").bind(own).fetch_one(conn).await?);
        let held = positions::held_by(linked, own, day).await?;
        if let Some((_, _, title)) = held.into_iter().find(|(of, ..)| of == government) {
            return Ok(format!("{name} ({title})"));
        }
        return Ok(name);
    }
    Ok(actor.name.clone())
}

/// Tells whoever has an account among the accounts of a person.
///
/// # Errors
/// The database's.
pub(super) async fn tell_person(portal: &Portal, tx: &mut Tx, person: PersonId, kind: &str, detail: &str, link: &str) -> Result<()> {
    let accounts: Vec<AccountId> = on!(tx, conn => sqlx::query_scalar("select id from account where person_id = $1").bind(person).fetch_all(conn).await?);
    for account in accounts {
        tell(portal, tx, account, kind, detail, link).await?;
    }
    Ok(())
}
