//! The reporter says that it is solved. An upheld complaint or a confirmed praise then becomes an evidence card.

use vocabulary::evaluation::Source;
use vocabulary::feedback::{Action, ByRole, ClosedReason, Kind, Outcome, StepKind};

use super::case::{StaffCase, case_of_receipt};
use super::clocks::Clocks;
use super::rule_matter::is_rule_matter;
use super::said::{Said, prove};
use super::send::can_be_evidence;
use super::steps::{NewStep, steps};
use super::transition::apply;
use crate::clock::{day_text, local_day};
use crate::db::Tx;
use crate::directory;
use crate::error::Result;
use crate::evaluation::{Offer, offer_card, weigh};
use crate::ids::CaseId;
use crate::on;
use crate::portal::Portal;

/// # Errors
/// [`crate::Refusal::WrongStep`] when there is no answer to confirm.
pub async fn confirm(portal: &Portal, case: CaseId, said: impl Into<Said<'_>>) -> Result<()> {
    let said = said.into();
    // Only the hour is kept of when the reporter was here, in everything that comes of it.
    let portal = &portal.to_the_hour();
    let proofs = said.proofs(portal).await?;
    let mut tx = portal.db.begin().await?;
    let mut case = case_of_receipt(&mut tx, case).await?;
    case.leads(Action::Confirm, ByRole::Reporter)?;
    let clocks = Clocks::of(portal, &mut tx, &case.government).await?;
    close_as(portal, &mut tx, &case, &clocks, ClosedReason::Confirmed).await?;
    apply(portal, &mut tx, &mut case, Action::Confirm, NewStep { by: ByRole::Reporter, private_note: said.note, ..NewStep::default() }, &said.note).await?;
    prove(portal, &mut tx, case.id, &proofs).await?;
    offer_evidence(portal, &mut tx, &case).await?;
    tx.commit().await
}

/// Notes how it ended, and when the reporter is asked once more.
pub(super) async fn close_as(portal: &Portal, tx: &mut Tx, case: &StaffCase, clocks: &Clocks, reason: ClosedReason) -> Result<()> {
    let asks_after = clocks.days_from_today(clocks.rule(tx, "feedback.follow_up_after").await?);
    on!(tx, conn => sqlx::query("update feedback_case set closed_at = $2, closed_reason = $3, asks_after = $4 where id = $1")
        .bind(case.id).bind(portal.now()).bind(reason.as_str()).bind(&asks_after).execute(conn).await?.rows_affected());
    Ok(())
}

/// Offers the case to evaluation, where its kind and outcome allow. No arithmetic: a card, a reply, a decision.
pub(super) async fn offer_evidence(portal: &Portal, tx: &mut Tx, case: &StaffCase) -> Result<()> {
    let source = match (case.kind, case.outcome.as_deref().and_then(Outcome::parse)) {
        (kind, _) if !can_be_evidence(kind) => None,
        (Kind::Praise, Some(Outcome::Upheld | Outcome::Partly)) => Some(Source::Praise),
        (_, Some(Outcome::Upheld)) => Some(Source::Upheld),
        (_, Some(Outcome::Partly)) => Some(Source::Partly),
        _ => None,
    };
    // Where a rule is the matter, no person is; the answer of the unit stands, and what to change is the rule.
    if source.is_some() && is_rule_matter(tx, case.id).await?.is_some() {
        return Ok(());
    }
    // The unit it is about, not the one that happened to answer.
    let (Some(source), Some(unit)) = (source, case.unit_id.or(case.handling_unit_id)) else { return Ok(()) };
    let government = directory::government(tx, &case.government).await?;
    let event_on = case.happened_on.clone().unwrap_or_else(|| day_text(local_day(case.received_at, government.utc_offset_hours)));
    let answer = steps(tx, case.id).await?.into_iter().rev().find(|s| s.kind == StepKind::Answered).map(|s| s.note).unwrap_or_default();
    weigh(portal, tx, case.id).await?;
    let offer = Offer {
        case: case.id,
        reference: &case.reference,
        title: &case.title,
        unit,
        position: case.position_id,
        service: case.service_id,
        source,
        element: case.element.as_deref(),
        event_on: &event_on,
        // A confidential case still tells the holder what it was about, in the verifier's title and no more.
        public_text: case.public_text.as_deref().filter(|_| case.published_at.is_some()).unwrap_or(&case.title),
        answer: &answer,
    };
    offer_card(portal, tx, &government, offer).await
}
