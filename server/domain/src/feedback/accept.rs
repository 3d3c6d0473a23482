//! A verifier accepts a case: what may be read, how it is protected, who answers.

use vocabulary::evaluation::Element;
use vocabulary::feedback::{AcceptInput, ByRole, Kind, Protection, Status, StepKind};
use vocabulary::{Fault, Problems};

use super::case::{Desk, StaffCase, case_at_desk};
use super::experience::count_published;
use super::guard::{may_be_given, who_inquires};
use super::owner::forget;
use super::steps::{NewStep, record};
use crate::accounts::Actor;
use crate::db::{Linked, Tx};
use crate::directory::units;
use crate::error::{Error, Refusal, Result};
use crate::ids::UnitId;
use crate::ledger;
use crate::on;
use crate::portal::Portal;
use crate::search;

/// # Errors
/// [`Refusal::LowersProtection`], [`Refusal::OwnUnit`], [`Refusal::WrongStep`]; [`Error::NotFound`] for anyone else.
pub async fn accept(portal: &Portal, actor: &Actor, reference: &str, input: &AcceptInput) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let (case, _) = case_at_desk(&mut tx, actor, reference, &[Desk::Verifier]).await?;
    case.must_be(&[Status::Submitted])?;
    if input.protection < case.protection || (case.kind == Kind::Misconduct && input.kind != Kind::Misconduct) {
        return Err(Refusal::LowersProtection.into());
    }
    let handling = handling_unit(&mut tx, &case, input).await?;
    let now = portal.now();
    // Misconduct and confidential cases are counted, never read in public.
    let public = input.kind != Kind::Misconduct && input.protection != Protection::Confidential;
    let protection = if input.kind == Kind::Misconduct { Protection::Confidential } else { input.protection };
    on!(&mut tx, conn => sqlx::query(
        "update feedback_case set status = $2, title = $3, public_text = $4, protection = $5, kind = $6, handling_unit_id = $7, published_at = $8, unit_id = case when $6 = 'penyimpangan' then unit_id else coalesce(unit_id, $7) end, \
         public_name = case when $5 = 'publik' then public_name end, element = $9 where id = $1")
        .bind(case.id).bind(Status::Assigned.as_str()).bind(&input.title).bind(public.then_some(&input.public_text)).bind(protection.as_str()).bind(input.kind.as_str())
        .bind(handling).bind(public.then_some(now)).bind(input.element.map(Element::as_str)).execute(conn).await?.rows_affected());
    if protection != Protection::Public {
        forget(&mut tx, case.id).await?;
    }
    if protection > case.protection || public && input.public_text != case.text {
        record(portal, &mut tx, case.id, step(StepKind::Protected, actor, None)).await?;
    }
    if public {
        record(portal, &mut tx, case.id, step(StepKind::Published, actor, None)).await?;
        count_published(&mut tx, case.service_id, input.element).await?;
        search::index_case(&mut tx, case.id, &case.government, now, &format!("{} {}", input.title, input.public_text)).await?;
    }
    record(portal, &mut tx, case.id, step(StepKind::Assigned, actor, Some(handling))).await?;
    ledger::append(
        portal,
        &mut tx,
        ledger::Entry {
            government: &case.government,
            kind: "feedback-assigned",
            subject: &case.reference,
            by_reporter: false,
            content: &(&input.title, protection.as_str(), handling),
        },
    )
    .await?;
    tx.commit().await
}

fn step<'a>(kind: StepKind, actor: &Actor, unit: Option<UnitId>) -> NewStep<'a> {
    NewStep { kind, by: ByRole::Verifier, account: Some(actor.account), unit, ..NewStep::default() }
}

/// The unit that answers. Misconduct goes to the inspectorate, and never to the unit it is about.
async fn handling_unit(tx: &mut Tx, case: &StaffCase, input: &AcceptInput) -> Result<UnitId> {
    let (unit, _) = match units::named(tx, &case.government, &input.unit).await {
        Err(Error::NotFound) => {
            let mut problems = Problems::default();
            problems.add("unit", Fault::UnknownChoice);
            return Err(Error::Invalid(problems));
        }
        other => other?,
    };
    if input.kind == Kind::Misconduct {
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
