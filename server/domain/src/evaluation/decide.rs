//! The assessor accepts, accepts with a note, or rejects; always with a reason, never before the holder replied or had
//! the days to. A correction is a new version beside the old one, with its own reason.

use vocabulary::evaluation::{CardState, DecisionInput, Standing};

use super::cards::{card_to_change, today_of};
use super::holds::{ToHolder, tell_holder};
use crate::accounts::Actor;
use crate::db::is_taken;
use crate::error::{Error, Refusal, Result};
use crate::ids::CardId;
use crate::ledger;
use crate::on;
use crate::portal::Portal;

/// The first decision.
///
/// # Errors
/// As [`correct`].
pub async fn decide(portal: &Portal, actor: &Actor, id: CardId, input: &DecisionInput) -> Result<()> {
    correct(portal, actor, id, 0, input).await
}

/// `seen` is the number of the decision that the form was made from, which this one corrects: 0 where there was none.
///
/// # Errors
/// [`Refusal::ConflictOfInterest`] for whom it is about, [`Refusal::TooEarly`], [`Refusal::AlreadyDone`] where somebody decided
/// meanwhile; [`Error::NotFound`] for anyone else but the assessor, who is the next in line where one is too near.
pub async fn correct(portal: &Portal, actor: &Actor, id: CardId, seen: i64, input: &DecisionInput) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let (card, standing) = card_to_change(portal, &mut tx, actor, id).await?;
    match standing {
        Standing::Assessor => {}
        Standing::Subject => return Err(Refusal::ConflictOfInterest.into()),
        Standing::Superior | Standing::Team => return Err(Error::NotFound),
    }
    let today = today_of(portal, &mut tx, &card).await?;
    let number: i64 = on!(&mut tx, conn => sqlx::query_scalar("select coalesce(max(number), 0) from evidence_decision where card_id = $1").bind(id).fetch_one(conn).await?);
    if number != seen {
        return Err(Refusal::AlreadyDone.into());
    }
    if card.state == CardState::Open && !card.is_ready(&today) {
        return Err(Refusal::TooEarly.into());
    }
    let written = on!(&mut tx, conn => sqlx::query("insert into evidence_decision (card_id, number, decision, reason, grounds, value, feedback, at, account_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
        .bind(id).bind(number + 1).bind(input.decision.as_str()).bind(&input.reason).bind(input.grounds.map(|g| g.as_str())).bind(input.value.map(|v| v.as_str())).bind(&input.feedback).bind(portal.now()).bind(actor.account)
        .execute(conn).await.map(|r| r.rows_affected()));
    match written {
        Err(e) if is_taken(&e) => return Err(Refusal::AlreadyDone.into()),
        other => other?,
    };
    on!(&mut tx, conn => sqlx::query("update evidence_card set state = 'decided', ready_on = $2 where id = $1").bind(id).bind(&today).execute(conn).await?.rows_affected());
    ledger::append(
        portal,
        &mut tx,
        ledger::Entry { government: &card.government, kind: "evidence-decided", subject: &card.reference, by_reporter: false, content: &(input.decision.as_str(), &input.reason) },
    )
    .await?;
    tell_holder(portal, &mut tx, card.person_id, &card.reference, id, ToHolder::Decided).await?;
    tx.commit().await
}
