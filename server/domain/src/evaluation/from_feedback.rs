//! Where feedback becomes an evaluation record: a card for the post, and for whoever held it on the day of the event.

use std::collections::HashSet;

use uuid::Uuid;
use vocabulary::evaluation::{HoldReason, Settled, Source};

use super::holds::{Days, NewHold, ToHolder, hold, note_held, suspected, tell_holder};
use super::line::{Concern, desk_of};
use super::signature::tell_person;
use super::suspicion::{Numbers, owner};
use super::values::proposed;
use crate::calendar::Calendar;
use crate::clock::{day_text, local_day};
use crate::db::Tx;
use crate::directory::{Government, positions, services};
use crate::error::Result;
use crate::ids::{AccountId, CardId, CaseId, PersonId, PositionId, ReplyId, ServiceId, TenureId, UnitId};
use crate::ledger;
use crate::on;
use crate::portal::Portal;

/// A case as evaluation sees it: words that were published or masked, never who sent them.
pub struct Offer<'a> {
    pub case: CaseId,
    pub reference: &'a str,
    pub title: &'a str,
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

/// Makes the card, held back where the report is suspected. A unit without posts gets none, for a card without a post would
/// hang on nobody's desk. Reports that were merged into this one make no card of their own: a cluster is one card.
///
/// # Errors
/// The database's, or [`crate::Refusal::BeyondCalendar`].
pub async fn offer_card(portal: &Portal, tx: &mut Tx, government: &Government, offer: Offer<'_>) -> Result<()> {
    let Some(position) = post_concerned(tx, &offer).await? else { return Ok(()) };
    let holder = positions::holder_on(tx, position, offer.event_on).await?;
    if offer.source == Source::Praise {
        hold_own_praise(portal, tx, government, &offer, position, holder.map(|(_, person)| person)).await?;
    }
    let standard = match offer.service {
        Some(service) => services::standard_on(tx, &portal.gate, service, offer.event_on).await?.map(|s| s.version),
        None => None,
    };
    let card = NewCard {
        case: Some(offer.case),
        forum_reply: None,
        reference: offer.reference,
        title: offer.title,
        position,
        holder,
        service: offer.service,
        source: offer.source,
        element: offer.element,
        event_on: offer.event_on,
        public_text: offer.public_text,
        answer: offer.answer,
        standard,
    };
    make(portal, tx, government, card).await
}

/// A case is opened again: what is not decided leaves the desks until it is over once more, and who decided is told to look
/// again, for what it rests on may change.
///
/// # Errors
/// The database's.
pub async fn case_reopened(portal: &Portal, tx: &mut Tx, case: CaseId) -> Result<()> {
    on!(tx, conn => sqlx::query("update evidence_card set state = 'held', ready_on = null, decide_due = null, reply_due = null where case_id = $1 and state = 'open'").bind(case).execute(conn).await?.rows_affected());
    let decided: Vec<(CardId, String, Option<PersonId>)> =
        on!(tx, conn => sqlx::query_as("select id, reference, desk_person_id from evidence_card where case_id = $1 and state = 'decided'").bind(case).fetch_all(conn).await?);
    for (card, reference, desk) in decided {
        if let Some(person) = desk {
            tell_person(portal, tx, person, "card-case-reopened", &reference, &format!("/petugas/penilaian/{card}")).await?;
        }
    }
    Ok(())
}

pub(super) struct NewCard<'a> {
    pub case: Option<CaseId>,
    pub forum_reply: Option<ReplyId>,
    pub reference: &'a str,
    pub title: &'a str,
    pub position: PositionId,
    pub holder: Option<(TenureId, PersonId)>,
    pub service: Option<ServiceId>,
    pub source: Source,
    pub element: Option<&'a str>,
    pub event_on: &'a str,
    pub public_text: &'a str,
    pub answer: &'a str,
    pub standard: Option<i64>,
}

pub(super) async fn make(portal: &Portal, tx: &mut Tx, government: &Government, new: NewCard<'_>) -> Result<()> {
    let subject = new.case.map(|c| c.0).or(new.forum_reply.map(|r| r.0)).unwrap_or_default();
    let state = match suspected(tx, subject).await? {
        Some(None) => "held",
        Some(Some(Settled::Discarded)) => "discarded",
        Some(Some(Settled::Released)) | None => "open",
    };
    let now = portal.now();
    let made_on = local_day(now, government.utc_offset_hours);
    let today = day_text(made_on);
    let person = new.holder.map(|(_, person)| person);
    let days = match state {
        "open" => Some(Days::from(&Calendar::around(tx, made_on).await?, &Numbers::on(tx, &today).await?, made_on, person.is_some())?),
        _ => None,
    };
    let desk = desk_of(tx, &Concern { position_id: new.position, person_id: person, case_id: new.case }, &today).await?;
    let value = proposed(new.element, new.source).map(|v| v.as_str());
    if let (Some(case), Some(days)) = (new.case, &days) {
        // Of a case that was opened again, and is over once more: the card says what came of it now.
        let again: Vec<CardId> = on!(tx, conn => sqlx::query_scalar(
            "update evidence_card set state = 'open', refreshed_at = $12, title = $2, source = $3, element = $4, value = $5, public_text = $6, answer = $7, reply_due = $8, ready_on = $9, decide_due = $10, desk_person_id = $11 where case_id = $1 and state = 'held' returning id")
            .bind(case).bind(new.title).bind(new.source.as_str()).bind(new.element).bind(value).bind(new.public_text).bind(new.answer).bind(&days.reply_due).bind(&days.ready_on).bind(&days.decide_due).bind(desk).bind(now)
            .fetch_all(conn).await?);
        for card in again {
            let content = &(new.position, new.source.as_str());
            ledger::append(portal, tx, ledger::Entry { government: &government.slug, kind: "evidence-refreshed", subject: new.reference, by_reporter: false, content }).await?;
            tell_holder(portal, tx, person, new.reference, card, ToHolder::Offered { reply_due: &days.reply_due }).await?;
        }
    }
    let id = CardId(portal.new_id());
    let made = on!(tx, conn => sqlx::query(
        "insert into evidence_card (id, case_id, forum_reply_id, government, unit_id, position_id, person_id, tenure_id, service_id, reference, title, source, element, value, event_on, public_text, answer, standard_version, made_at, state, reply_due, ready_on, decide_due, desk_person_id) \
         values ($1, $2, $3, $4, (select unit_id from position where id = $5), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23) on conflict do nothing")
        .bind(id).bind(new.case).bind(new.forum_reply).bind(&government.slug).bind(new.position).bind(person).bind(new.holder.map(|(tenure, _)| tenure)).bind(new.service)
        .bind(new.reference).bind(new.title).bind(new.source.as_str()).bind(new.element).bind(value).bind(new.event_on).bind(new.public_text).bind(new.answer).bind(new.standard).bind(now).bind(state)
        .bind(days.as_ref().map(|d| &d.reply_due)).bind(days.as_ref().map(|d| &d.ready_on)).bind(days.as_ref().map(|d| &d.decide_due)).bind(desk)
        .execute(conn).await?.rows_affected());
    if made == 1 {
        ledger::append(
            portal,
            tx,
            ledger::Entry { government: &government.slug, kind: "evidence-offered", subject: new.reference, by_reporter: false, content: &(new.position, new.source.as_str()) },
        )
        .await?;
        match state {
            "held" => note_held(portal, tx, &government.slug, new.reference).await?,
            _ => {
                if let Some(days) = &days {
                    tell_holder(portal, tx, person, new.reference, id, ToHolder::Offered { reply_due: &days.reply_due }).await?;
                }
            }
        }
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

/// Praise by whoever is praised, or by somebody who works in the same unit, is held back. Only who signed in and gave a
/// name can be known again; of an anonymous report nothing is kept by which it could.
async fn hold_own_praise(portal: &Portal, tx: &mut Tx, government: &Government, offer: &Offer<'_>, position: PositionId, holder: Option<PersonId>) -> Result<()> {
    let owners: Vec<String> = on!(tx, conn => sqlx::query_scalar(
        "select o.owner from feedback_owner o join feedback_case c on c.id = o.case_id where c.id = $1 or c.merged_into_id = $1").bind(offer.case).fetch_all(conn).await?);
    if owners.is_empty() {
        return Ok(());
    }
    let unit: UnitId = on!(tx, conn => sqlx::query_scalar("select unit_id from position where id = $1").bind(position).fetch_one(conn).await?);
    let own: Vec<AccountId> = match holder {
        Some(person) => on!(tx, conn => sqlx::query_scalar("select id from account where person_id = $1").bind(person).fetch_all(conn).await?),
        None => Vec::new(),
    };
    let colleagues: Vec<AccountId> = on!(tx, conn => sqlx::query_scalar(
        "select a.id from account a join tenure t on t.person_id = a.person_id join position p on p.id = t.position_id where p.unit_id = $1 and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2) \
         union select g.account_id from role_grant g where g.unit_id = $1 and g.ended_at is null")
        .bind(unit).bind(offer.event_on).fetch_all(conn).await?);
    let hashes = |accounts: &[AccountId]| accounts.iter().map(|a| owner(portal, *a)).collect::<HashSet<_>>();
    let (own, colleagues) = (hashes(&own), hashes(&colleagues));
    let reason = if owners.iter().any(|o| own.contains(o)) {
        HoldReason::OwnAccount
    } else if owners.iter().any(|o| colleagues.contains(o)) {
        HoldReason::Colleague
    } else {
        return Ok(());
    };
    let new = NewHold {
        government: &government.slug,
        unit,
        // A group of its own: it has nothing to do with what else came in these days.
        kind: reason.as_str(),
        reasons: &[reason],
        first_on: offer.event_on.to_owned(),
        last_on: offer.event_on.to_owned(),
        seen: 1,
        usual: 0,
    };
    hold(portal, tx, new, &[offer.case.0], &government.today(portal.now())).await
}
