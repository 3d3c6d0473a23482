//! Where feedback becomes an evaluation record: a card for the post, and for whoever held it on the day of the event.

use uuid::Uuid;
use vocabulary::evaluation::Source;

use crate::calendar::{Calendar, due_text};
use crate::clock::local_day;
use crate::db::Tx;
use crate::directory::{Government, positions, services};
use crate::error::Result;
use crate::ids::{AccountId, CardId, CaseId, PersonId, PositionId, ServiceId, UnitId};
use crate::ledger;
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;
use crate::rules;

/// A case as evaluation sees it: words that were published or masked, never who sent them.
pub struct Offer<'a> {
    pub case: CaseId,
    pub reference: &'a str,
    pub unit: UnitId,
    pub position: Option<PositionId>,
    pub service: Option<ServiceId>,
    pub source: Source,
    pub element: Option<&'a str>,
    /// The day it happened, `YYYY-MM-DD`; the holder of that day counts, not today's.
    pub event_on: &'a str,
    pub public_text: &'a str,
    pub answer: &'a str,
}

/// Makes the card. A unit without posts gets none, for a card without a post would hang on nobody's desk.
///
/// # Errors
/// The database's, or [`crate::Refusal::BeyondCalendar`].
pub async fn offer_card(portal: &Portal, tx: &mut Tx, government: &Government, offer: Offer<'_>) -> Result<()> {
    let Some(position) = post_concerned(tx, &offer).await? else { return Ok(()) };
    let holder = positions::holder_on(tx, position, offer.event_on).await?;
    let standard = match offer.service {
        Some(service) => services::standard_on(tx, &portal.gate, service, offer.event_on).await?.map(|s| s.version),
        None => None,
    };
    let now = portal.now();
    let made_on = local_day(now, government.utc_offset_hours);
    let days = rules::in_force(tx, "evaluation.reply", &crate::clock::day_text(made_on)).await?.value;
    let reply_due = due_text(&Calendar::around(tx, made_on).await?, made_on, days)?;
    let made = on!(tx, conn => sqlx::query(
        "insert into evidence_card (id, case_id, government, unit_id, position_id, person_id, tenure_id, source, element, event_on, public_text, answer, standard_version, made_at, reply_due) \
         values ($1, $2, $3, (select unit_id from position where id = $4), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict (case_id, position_id) do nothing")
        .bind(CardId(portal.new_id())).bind(offer.case).bind(&government.slug).bind(position).bind(holder.map(|(_, person)| person)).bind(holder.map(|(tenure, _)| tenure))
        .bind(offer.source.as_str()).bind(offer.element).bind(offer.event_on).bind(offer.public_text).bind(offer.answer).bind(standard).bind(now).bind(&reply_due)
        .execute(conn).await?.rows_affected());
    if made == 1 {
        ledger::append(
            portal,
            tx,
            ledger::Entry { government: &government.slug, kind: "evidence-offered", subject: offer.reference, by_reporter: false, content: &(position, offer.source.as_str()) },
        )
        .await?;
        tell_holder(portal, tx, holder.map(|(_, person)| person), offer.reference).await?;
    }
    Ok(())
}

/// The post it is about: the one named, else the one responsible for the service, else the head of the unit.
async fn post_concerned(tx: &mut Tx, offer: &Offer<'_>) -> Result<Option<PositionId>> {
    if offer.position.is_some() {
        return Ok(offer.position);
    }
    if let Some(service) = offer.service {
        let responsible: Option<Uuid> = on!(tx, conn => sqlx::query_scalar(
            "select r.position_id from service_part r join position p on p.id = r.position_id where r.service_id = $1 and r.part = 'responsible' order by p.rank limit 1").bind(service).fetch_optional(conn).await?);
        if let Some(position) = responsible {
            return Ok(Some(PositionId(position)));
        }
    }
    positions::head_of(tx, offer.unit).await
}

async fn tell_holder(portal: &Portal, tx: &mut Tx, person: Option<PersonId>, reference: &str) -> Result<()> {
    let Some(person) = person else { return Ok(()) };
    let accounts: Vec<AccountId> = on!(tx, conn => sqlx::query_scalar("select id from account where person_id = $1").bind(person).fetch_all(conn).await?);
    for account in accounts {
        tell(portal, tx, account, "card-offered", reference, "/petugas/penilaian").await?;
    }
    Ok(())
}
