//! A case as those see it who work on it, and which desk they sit at. Whoever has no desk for it does not find it.

use vocabulary::accounts::Role;
use vocabulary::feedback::{Action, ByRole, Kind, Protection, Status, transition};

use super::deadline::CaseClock;
use super::escalate::watched;
use super::guard::{Interests, Matter};
use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::{Linked, Tx};
use crate::error::{Error, Refusal, Result};
use crate::ids::{AccountId, CaseId, PositionId, ServiceId, UnitId};
use crate::on;

/// From where someone works on a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Desk {
    Verifier,
    Handler,
    Inspector,
    /// The inspectorate's, over a case of a unit that was contested or lies above the unit: it reads, and takes it up again.
    Overseer,
}

impl Desk {
    /// In whose place one acts there.
    pub const fn role(self) -> ByRole {
        match self {
            Self::Verifier => ByRole::Verifier,
            Self::Handler => ByRole::Handler,
            Self::Inspector | Self::Overseer => ByRole::Inspector,
        }
    }
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct StaffCase {
    pub id: CaseId,
    pub government: String,
    pub reference: String,
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    #[sqlx(try_from = "String")]
    pub status: Status,
    #[sqlx(try_from = "String")]
    pub protection: Protection,
    pub service_id: Option<ServiceId>,
    pub unit_id: Option<UnitId>,
    pub position_id: Option<PositionId>,
    pub handling_unit_id: Option<UnitId>,
    pub service_name: Option<String>,
    pub unit_name: Option<String>,
    pub position_title: Option<String>,
    pub handling_unit_name: Option<String>,
    pub area_code: Option<String>,
    pub area_name: Option<String>,
    pub place: String,
    pub happened_on: Option<String>,
    pub text: String,
    pub title: String,
    pub public_text: Option<String>,
    pub received_at: Millis,
    pub verify_due: Option<String>,
    pub answer_due: Option<String>,
    pub published_at: Option<Millis>,
    pub outcome: Option<String>,
    pub element: Option<String>,
    pub photo_count: i64,
    /// Number of its last step: what a form was made from.
    pub version: i64,
    pub clock_from: Option<String>,
    /// Working days of its class; none for praise.
    pub clock_days: Option<i64>,
    pub verify_from: Option<String>,
    pub pauses: String,
    pub paused_since: Option<String>,
    pub info_due: Option<String>,
    pub follow_up_due: Option<String>,
    pub reply_due: Option<String>,
    pub escalation_level: i64,
    pub closed_at: Option<Millis>,
    pub closed_reason: Option<String>,
    pub reopen_asked_at: Option<Millis>,
    /// When the reporter withdrew, also where the examination goes on.
    pub withdrawn_at: Option<Millis>,
    pub rests_until: Option<String>,
    /// Reference of the case it is part of.
    pub merged_into: Option<String>,
    pub redirected_office: Option<String>,
    /// With whom it is, by name.
    pub holder: Option<AccountId>,
    pub holder_name: Option<String>,
    /// Since which day (`YYYY-MM-DD`).
    pub assigned_on: Option<String>,
}

impl StaffCase {
    /// What the guard asks of it.
    pub(super) fn matter(&self) -> Matter {
        Matter {
            kind: self.kind,
            unit: self.unit_id,
            handling_unit: self.handling_unit_id,
            position: self.position_id,
            happened_on: self.happened_on.clone(),
            received_at: self.received_at,
        }
    }

    /// The state this step leads to.
    ///
    /// # Errors
    /// [`Refusal::WrongStep`] when the table of transitions has no such step from here: a page that was open too long,
    /// or a crafted request that would skip a step.
    pub(super) fn leads(&self, action: Action, by: ByRole) -> Result<Status> {
        transition(self.status, action, by.party()).ok_or_else(|| Refusal::WrongStep.into())
    }

    /// Where it stands with its last day.
    pub fn clock(&self) -> CaseClock<'_> {
        CaseClock { status: self.status, clock_days: self.clock_days, answer_due: self.answer_due.as_deref(), paused_since: self.paused_since.as_deref() }
    }
}

macro_rules! staff_case {
    ($tail:literal) => {
        concat!(
            "select c.id, c.government, c.reference, c.kind, c.status, c.protection, c.service_id, c.unit_id, c.position_id, c.handling_unit_id, s.short_name as service_name, u.name as unit_name, ",
            "p.title as position_title, h.name as handling_unit_name, c.area_code, a.name as area_name, c.place, c.happened_on, c.text, c.title, c.public_text, c.received_at, c.verify_due, c.answer_due, c.published_at, ",
            "c.outcome, c.element, c.photo_count, (select coalesce(max(t.number), 0) from feedback_step t where t.case_id = c.id) as version, c.clock_from, c.clock_days, c.verify_from, c.pauses, c.paused_since, ",
            "c.info_due, c.follow_up_due, c.reply_due, c.escalation_level, c.closed_at, c.closed_reason, c.reopen_asked_at, c.withdrawn_at, c.rests_until, m.reference as merged_into, c.redirected_office, c.assigned_to as holder, y.display_name as holder_name, c.assigned_on from feedback_case c left join account y on y.id = c.assigned_to left join feedback_case m on m.id = c.merged_into_id left join service s on s.id = c.service_id left join unit u on u.id = c.unit_id left join position p on p.id = c.position_id ",
            "left join unit h on h.id = c.handling_unit_id left join area a on a.code = c.area_code where ",
            $tail
        )
    };
}

/// The case and the desk this actor has for it.
///
/// # Errors
/// [`Error::NotFound`] for whoever has none: the case of another government or unit is not there, nor is one that the
/// guard keeps from them.
pub async fn staff_case(linked: &mut impl Linked, actor: &Actor, reference: &str) -> Result<(StaffCase, Vec<Desk>)> {
    let case: Option<StaffCase> = on!(linked, conn => sqlx::query_as(staff_case!("c.reference = $1")).bind(reference).fetch_optional(conn).await?);
    let case = case.ok_or(Error::NotFound)?;
    let mut desks = Vec::new();
    if actor.holds_in(Role::Verifier, &case.government) {
        desks.push(Desk::Verifier);
    }
    if case.kind == Kind::Misconduct {
        if actor.holds_in(Role::Inspector, &case.government) && case.handling_unit_id.is_some() {
            desks.push(Desk::Inspector);
        }
    } else if let Some(handling) = case.handling_unit_id
        && actor.holds_in(Role::Handler, &case.government)
        && actor.scope(linked, Role::Handler, &case.government).await?.units.contains(&handling)
    {
        desks.push(Desk::Handler);
    }
    if case.kind != Kind::Misconduct && watched(case.status, case.escalation_level) && actor.holds_in(Role::Inspector, &case.government) {
        desks.push(Desk::Overseer);
    }
    if desks.is_empty() || Interests::of(linked, actor, &case.government).await?.hinder(&case.matter()) {
        return Err(Error::NotFound);
    }
    Ok((case, desks))
}

/// The same inside a transaction, for the desk that acts; another desk does not find it.
pub(super) async fn case_at_desk(tx: &mut Tx, actor: &Actor, reference: &str, allowed: &[Desk]) -> Result<(StaffCase, Desk)> {
    // Locks the row on PostgreSQL; on SQLite the transaction holds the database.
    on!(tx, conn => sqlx::query("update feedback_case set status = status where reference = $1").bind(reference).execute(conn).await?.rows_affected());
    let (case, desks) = staff_case(tx, actor, reference).await?;
    let desk = desks.into_iter().find(|d| allowed.contains(d)).ok_or(Error::NotFound)?;
    Ok((case, desk))
}

/// The case of a reference in a government, locked like the others; for the case that another becomes part of.
pub(super) async fn by_reference(tx: &mut Tx, government: &str, reference: &str) -> Result<Option<StaffCase>> {
    on!(tx, conn => sqlx::query("update feedback_case set status = status where reference = $1").bind(reference).execute(conn).await?.rows_affected());
    Ok(on!(tx, conn => sqlx::query_as(staff_case!("c.government = $1 and c.reference = $2")).bind(government).bind(reference).fetch_optional(conn).await?))
}

/// The case by its id, for the reporter's own steps, which a receipt has proved, and for what happens by itself.
pub(super) async fn case_of_receipt(tx: &mut Tx, case: CaseId) -> Result<StaffCase> {
    on!(tx, conn => sqlx::query("update feedback_case set status = status where id = $1").bind(case).execute(conn).await?.rows_affected());
    let found: Option<StaffCase> = on!(tx, conn => sqlx::query_as(staff_case!("c.id = $1")).bind(case).fetch_optional(conn).await?);
    found.ok_or(Error::NotFound)
}
