//! A verifier accepts a case: what may be read, how it is protected, of which class it is, who answers.

use vocabulary::evaluation::Element;
use vocabulary::feedback::{AcceptInput, Action, Kind, Protection, StepKind};
use vocabulary::{Fault, Problems};

use super::case::StaffCase;
use super::clocks::{Clocks, days_of};
use super::experience::{count_published, count_withdrawn};
use super::guard::{may_be_given, who_inquires};
use super::not_ours::bounces;
use super::owner::forget;
use super::steps::{NewStep, record};
use super::transition::{Hand, apply};
use crate::db::{Linked, Tx};
use crate::directory::units;
use crate::error::{Error, Refusal, Result};
use crate::evaluation::weigh;
use crate::ids::UnitId;
use crate::on;
use crate::portal::Portal;
use crate::search;

pub(super) async fn dispatch(portal: &Portal, tx: &mut Tx, mut case: StaffCase, hand: &Hand<'_>, input: &AcceptInput) -> Result<()> {
    let action = Action::Dispatch;
    case.leads(action, hand.role(action))?;
    if input.protection < case.protection || (case.kind == Kind::Misconduct && input.kind != Kind::Misconduct) {
        return Err(Refusal::LowersProtection.into());
    }
    let handling = unit_for(tx, &case, input.kind, "unit", &input.unit).await?;
    let now = portal.now();
    // Misconduct and confidential cases are counted, never read in public; the words written for them are the unit's.
    let public = input.kind != Kind::Misconduct && input.protection != Protection::Confidential;
    let protection = if input.kind == Kind::Misconduct { Protection::Confidential } else { input.protection };
    let before = case.published_at;
    unpublish(tx, &case).await?;
    let clocks = Clocks::of(portal, tx, &case.government).await?;
    // The clock of the class it turns out to be, from the day on which it came, as the rule was then.
    let from = case.clock_from.clone().unwrap_or_else(|| clocks.today.clone());
    let days = days_of(tx, input.kind, &from).await?;
    let answer_due = match days {
        Some(days) => Some(clocks.promised(&from, days, &case.pauses)?),
        None => None,
    };
    let follow_up = clocks.rule(tx, "feedback.first_follow_up").await?;
    let follow_up_due = clocks.due(&clocks.today, follow_up, "");
    on!(tx, conn => sqlx::query(
        "update feedback_case set title = $2, public_text = $3, protection = $4, kind = $5, handling_unit_id = $6, published_at = $7, unit_id = case when $5 = 'penyimpangan' then unit_id else coalesce(unit_id, $6) end, \
         public_name = case when $4 = 'publik' then public_name end, element = $8, clock_from = $9, clock_days = $10, answer_due = $11, follow_from = $12, follow_up_due = $13 where id = $1")
        .bind(case.id).bind(&input.title).bind(&input.public_text).bind(protection.as_str()).bind(input.kind.as_str())
        .bind(handling).bind(public.then_some(before.unwrap_or(now))).bind(input.element.map(Element::as_str))
        .bind(&from).bind(days).bind(&answer_due).bind(&clocks.today).bind(&follow_up_due).execute(conn).await?.rows_affected());
    if protection != Protection::Public {
        forget(tx, case.id).await?;
    }
    if protection > case.protection || public && input.public_text != case.text {
        record(portal, tx, case.id, NewStep { kind: StepKind::Protected, ..hand.step(action) }).await?;
    }
    if public {
        if before.is_none() {
            record(portal, tx, case.id, NewStep { kind: StepKind::Published, ..hand.step(action) }).await?;
        }
        count_published(tx, case.service_id, input.element).await?;
        search::index_case(tx, case.id, &case.government, before.unwrap_or(now), &format!("{} {}", input.title, input.public_text)).await?;
    }
    // After the unit gave it back so often, whoever it is sent to keeps it.
    let binding = bounces(tx, case.id).await? >= clocks.rule(tx, "feedback.bounces").await?;
    let step = NewStep { unit: Some(handling), reason: binding.then_some("binding"), ..hand.step(action) };
    apply(portal, tx, &mut case, action, step, &assigned(&input.title, protection.as_str(), handling, &input.public_text)).await?;
    // Now it is known of which kind it is and about which unit: was it one of many at once?
    weigh(portal, tx, case.id).await
}

/// What the ledger commits to of an assignment: by it the published words and the title are held to what was decided.
pub(super) const fn assigned<'a>(title: &'a str, protection: &'a str, unit: UnitId, public_text: &'a str) -> (&'a str, &'a str, UnitId, &'a str) {
    (title, protection, unit, public_text)
}

/// Takes a case out of what everyone reads, finds and counts; nothing where it is not there.
pub(super) async fn unpublish(tx: &mut Tx, case: &StaffCase) -> Result<()> {
    if case.published_at.is_none() {
        return Ok(());
    }
    on!(tx, conn => sqlx::query("update feedback_case set published_at = null where id = $1").bind(case.id).execute(conn).await?.rows_affected());
    search::forget_case(tx, case.id).await?;
    count_withdrawn(tx, case.service_id, case.element.as_deref()).await
}

/// The unit of this slug, if it may answer. Misconduct goes to the inspectorate, and never to the unit it is about.
pub(super) async fn unit_for(tx: &mut Tx, case: &StaffCase, kind: Kind, field: &'static str, slug: &str) -> Result<UnitId> {
    let (unit, _) = match units::named(tx, &case.government, slug).await {
        Err(Error::NotFound) => {
            let mut problems = Problems::default();
            problems.add(field, Fault::UnknownChoice);
            return Err(Error::Invalid(problems));
        }
        other => other?,
    };
    if kind == Kind::Misconduct {
        let right = who_inquires(tx, &case.government, case.unit_id).await?;
        if unit != right || !may_be_given(tx, case.unit_id, unit).await? {
            return Err(Refusal::OwnUnit.into());
        }
    }
    Ok(unit)
}

/// The unit that a verifier is offered first: the one the case is about, the inspectorate for misconduct.
///
/// # Errors
/// The database's.
pub async fn suggested_unit(linked: &mut impl Linked, case: &StaffCase) -> Result<Option<UnitId>> {
    if case.kind == Kind::Misconduct {
        return who_inquires(linked, &case.government, case.unit_id).await.map(Some);
    }
    Ok(case.unit_id)
}
