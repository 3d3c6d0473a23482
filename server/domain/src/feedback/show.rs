//! One published case, as everyone may read it.

use vocabulary::feedback::{Kind, Protection, Status};

use super::deadline::CaseClock;
use crate::clock::Millis;
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::ids::CaseId;
use crate::on;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PublicCase {
    pub id: CaseId,
    pub reference: String,
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    #[sqlx(try_from = "String")]
    pub status: Status,
    #[sqlx(try_from = "String")]
    pub protection: Protection,
    pub title: String,
    pub public_text: String,
    pub public_name: Option<String>,
    pub service_slug: Option<String>,
    pub service_name: Option<String>,
    pub unit_slug: Option<String>,
    pub unit_name: Option<String>,
    pub position_slug: Option<String>,
    pub position_title: Option<String>,
    pub handling_unit_slug: Option<String>,
    pub handling_unit_name: Option<String>,
    pub area_name: Option<String>,
    pub received_at: Millis,
    pub answer_due: Option<String>,
    pub answered_at: Option<Millis>,
    pub closed_reason: Option<String>,
    /// How many say that it happens to them, too.
    pub follow_count: i64,
    pub clock_days: Option<i64>,
    pub paused_since: Option<String>,
    pub reply_due: Option<String>,
    pub escalation_level: i64,
    pub still_solved: Option<String>,
    /// Reports that are one with this case, itself among them.
    pub reports: i64,
}

impl PublicCase {
    /// Where it stands with its last day.
    pub fn clock(&self) -> CaseClock<'_> {
        CaseClock { status: self.status, clock_days: self.clock_days, answer_due: self.answer_due.as_deref(), paused_since: self.paused_since.as_deref() }
    }
}

/// # Errors
/// [`Error::NotFound`] for what is not there, not of this government or not published.
pub async fn show(linked: &mut impl Linked, government: &str, reference: &str) -> Result<PublicCase> {
    let found: Option<PublicCase> = on!(linked, conn => sqlx::query_as(
        "select c.id, c.reference, c.kind, c.status, c.protection, c.title, c.public_text, c.public_name, s.slug as service_slug, s.short_name as service_name, u.slug as unit_slug, u.name as unit_name, \
         p.slug as position_slug, p.title as position_title, h.slug as handling_unit_slug, h.name as handling_unit_name, a.name as area_name, c.received_at, c.answer_due, c.answered_at, c.closed_reason, c.follow_count, \
         c.clock_days, c.paused_since, c.reply_due, c.escalation_level, c.still_solved, 1 + (select count(*) from feedback_case m where m.merged_into_id = c.id) as reports \
         from feedback_case c left join service s on s.id = c.service_id left join unit u on u.id = c.unit_id left join position p on p.id = c.position_id left join unit h on h.id = c.handling_unit_id \
         left join area a on a.code = c.area_code where c.government = $1 and c.reference = $2 and c.published_at is not null and c.public_text is not null")
        .bind(government).bind(reference).fetch_optional(conn).await?);
    found.ok_or(Error::NotFound)
}

/// The published case that a report became part of, for whoever has its reference. Of a report that was to stay among a
/// few, and of misconduct, nothing is told.
///
/// # Errors
/// The database's.
pub async fn merged_into(linked: &mut impl Linked, government: &str, reference: &str) -> Result<Option<String>> {
    Ok(on!(linked, conn => sqlx::query_scalar(
        "select m.reference from feedback_case c join feedback_case m on m.id = c.merged_into_id where c.government = $1 and c.reference = $2 and c.status = 'merged' and c.protection <> 'rahasia' and c.kind <> 'penyimpangan' \
         and m.published_at is not null and m.public_text is not null")
        .bind(government).bind(reference).fetch_optional(conn).await?))
}
