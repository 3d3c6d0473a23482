//! The dialogue about a card: holder and assessor write, dated and kept, before and after the decision.

use vocabulary::evaluation::{NoteBy, Standing};

use super::cards::card_to_change;
use crate::accounts::Actor;
use crate::error::{Error, Result};
use crate::ids::{AccountId, CardId, PersonId};
use crate::ledger;
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;

/// # Errors
/// [`Error::NotFound`] for anyone but holder and assessor.
pub async fn write_note(portal: &Portal, actor: &Actor, id: CardId, text: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let (card, standing) = card_to_change(portal, &mut tx, actor, id).await?;
    let (by, to): (NoteBy, Option<PersonId>) = match standing {
        Standing::Subject => (NoteBy::Holder, card.desk_person_id),
        Standing::Assessor => (NoteBy::Assessor, card.person_id),
        Standing::Superior | Standing::Team => return Err(Error::NotFound),
    };
    on!(&mut tx, conn => sqlx::query("insert into evidence_note (card_id, number, by_right, text, at, account_id) values ($1, (select coalesce(max(number), 0) + 1 from evidence_note where card_id = $1), $2, $3, $4, $5)")
        .bind(id).bind(by.as_str()).bind(text).bind(portal.now()).bind(actor.account).execute(conn).await?.rows_affected());
    ledger::append(portal, &mut tx, ledger::Entry { government: &card.government, kind: "evidence-noted", subject: &card.reference, by_reporter: false, content: &text }).await?;
    let accounts: Vec<AccountId> = on!(&mut tx, conn => sqlx::query_scalar("select id from account where person_id = $1").bind(to).fetch_all(conn).await?);
    for account in accounts {
        tell(portal, &mut tx, account, "card-noted", &card.reference, &format!("/petugas/penilaian/{id}")).await?;
    }
    tx.commit().await
}
