//! A service's promise, version by version. A case is judged by the version in force on its day, so a version is never
//! changed once its first day has come.

use serde::{Deserialize, Serialize};
use vocabulary::{Fault, Problem, Problems};

use super::gate::{Gate, shut};
use super::history::day_before;
use crate::db::{Linked, Tx};
use crate::error::{Error, Result};
use crate::ids::ServiceId;
use crate::on;

/// The fourteen components (UU 25/2009 art. 21, PermenPANRB 15/2014); lists have one item a line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, sqlx::FromRow)]
pub struct StandardContent {
    pub decree: Option<String>,
    pub requirements: String,
    pub procedure: String,
    pub completion_time: String,
    pub completion_working_days: Option<i64>,
    pub fee: String,
    pub fee_rupiah: Option<i64>,
    pub product: String,
    pub complaint_handling: String,
    pub legal_basis: String,
    pub facilities: String,
    pub officer_competence: String,
    pub internal_supervision: String,
    pub number_of_officers: Option<i64>,
    pub service_guarantee: String,
    pub safety_guarantee: String,
    pub performance_evaluation: String,
}

impl StandardContent {
    pub(super) fn through(mut self, gate: &Gate) -> Self {
        let open = &gate.open;
        self.decree = self.decree.filter(|_| open.standard_decree);
        self.completion_working_days = self.completion_working_days.filter(|_| open.standard_completion_working_days);
        self.fee_rupiah = self.fee_rupiah.filter(|_| open.standard_fee_rupiah);
        self.number_of_officers = self.number_of_officers.filter(|_| open.standard_number_of_officers);
        for (open, text) in [
            (open.standard_requirements, &mut self.requirements),
            (open.standard_procedure, &mut self.procedure),
            (open.standard_completion_time, &mut self.completion_time),
            (open.standard_fee, &mut self.fee),
            (open.standard_product, &mut self.product),
            (open.standard_complaint_handling, &mut self.complaint_handling),
            (open.standard_legal_basis, &mut self.legal_basis),
            (open.standard_facilities, &mut self.facilities),
            (open.standard_officer_competence, &mut self.officer_competence),
            (open.standard_internal_supervision, &mut self.internal_supervision),
            (open.standard_service_guarantee, &mut self.service_guarantee),
            (open.standard_safety_guarantee, &mut self.safety_guarantee),
            (open.standard_performance_evaluation, &mut self.performance_evaluation),
        ] {
            shut(open, text);
        }
        self
    }
}

/// The standard of a service ($1) in force on a day ($2), with more columns before its components.
macro_rules! standard_of {
    ($more:literal) => {
        concat!(
            "select ",
            $more,
            "decree, requirements, procedure, completion_time, completion_working_days, fee, fee_rupiah, product, complaint_handling, legal_basis, facilities, officer_competence, internal_supervision, ",
            "number_of_officers, service_guarantee, safety_guarantee, performance_evaluation ",
            "from service_standard where service_id = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2) order by version desc limit 1"
        )
    };
}
pub(super) use standard_of;

/// The standard in force on a day, as it can be edited.
///
/// # Errors
/// The database's.
pub async fn content_on(linked: &mut impl Linked, service: ServiceId, day: &str) -> Result<Option<StandardContent>> {
    Ok(on!(linked, conn => sqlx::query_as(standard_of!("")).bind(service).bind(day).fetch_optional(conn).await?))
}

/// One version in the list of all.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct StandardVersion {
    pub version: i64,
    pub valid_from: String,
    pub valid_to: Option<String>,
    pub decree: Option<String>,
    pub completion_time: String,
    pub fee: String,
}

/// Every version, the newest first.
///
/// # Errors
/// The database's.
pub async fn versions(linked: &mut impl Linked, service: ServiceId) -> Result<Vec<StandardVersion>> {
    Ok(
        on!(linked, conn => sqlx::query_as("select version, valid_from, valid_to, decree, completion_time, fee from service_standard where service_id = $1 order by valid_from desc, version desc")
        .bind(service).fetch_all(conn).await?),
    )
}

/// Writes the promise from a day on. The one before ends the day before; a later one that was scheduled stays.
///
/// # Errors
/// A problem of `mulai`: [`Fault::Overlaps`] where another version begins on that very day.
pub async fn put(tx: &mut Tx, service: ServiceId, content: &StandardContent, from: &str) -> Result<()> {
    let taken: i64 =
        on!(tx, conn => sqlx::query_scalar("select count(*) from service_standard where service_id = $1 and valid_from = $2").bind(service).bind(from).fetch_one(conn).await?);
    if taken > 0 {
        return Err(Problems(vec![Problem { field: "mulai", fault: Fault::Overlaps }]).into());
    }
    let next: Option<String> = on!(tx, conn => sqlx::query_scalar("select min(valid_from) from service_standard where service_id = $1 and valid_from > $2").bind(service).bind(from).fetch_one(conn).await?);
    let until = next.as_deref().map(day_before).transpose()?;
    on!(tx, conn => sqlx::query("update service_standard set valid_to = $1 where service_id = $2 and valid_from < $3 and (valid_to is null or valid_to >= $3)")
        .bind(day_before(from)?).bind(service).bind(from).execute(conn).await?.rows_affected());
    let last: Option<i64> = on!(tx, conn => sqlx::query_scalar("select max(version) from service_standard where service_id = $1").bind(service).fetch_one(conn).await?);
    insert(tx, service, content, last.unwrap_or(0) + 1, from, until.as_deref()).await
}

async fn insert(tx: &mut Tx, service: ServiceId, content: &StandardContent, version: i64, from: &str, until: Option<&str>) -> Result<()> {
    let c = content;
    on!(tx, conn => sqlx::query(
        "insert into service_standard (service_id, version, valid_from, valid_to, decree, requirements, procedure, completion_time, completion_working_days, fee, fee_rupiah, product, complaint_handling, \
         legal_basis, facilities, officer_competence, internal_supervision, number_of_officers, service_guarantee, safety_guarantee, performance_evaluation, provenance) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, '')")
        .bind(service).bind(version).bind(from).bind(until).bind(&c.decree).bind(&c.requirements).bind(&c.procedure).bind(&c.completion_time).bind(c.completion_working_days)
        .bind(&c.fee).bind(c.fee_rupiah).bind(&c.product).bind(&c.complaint_handling).bind(&c.legal_basis).bind(&c.facilities).bind(&c.officer_competence).bind(&c.internal_supervision)
        .bind(c.number_of_officers).bind(&c.service_guarantee).bind(&c.safety_guarantee).bind(&c.performance_evaluation).execute(conn).await?.rows_affected());
    Ok(())
}

/// Writes a promise from before the first one that is known, up to the day before that one: for records that come from
/// outside. The later versions' numbers move up by one.
///
/// # Errors
/// [`Error::Broken`] where none is known, or one is known from that day or before.
pub async fn prepend(tx: &mut Tx, service: ServiceId, content: &StandardContent, from: &str) -> Result<()> {
    let first: Option<String> = on!(tx, conn => sqlx::query_scalar("select min(valid_from) from service_standard where service_id = $1").bind(service).fetch_one(conn).await?);
    let first = first.filter(|first| first.as_str() > from).ok_or_else(|| Error::Broken(format!("the standard of {service} is known from {from} or before")))?;
    // In two steps: one row after the other would meet the number of the next.
    on!(tx, conn => sqlx::query("update service_standard set version = -version - 1 where service_id = $1").bind(service).execute(conn).await?.rows_affected());
    insert(tx, service, content, 1, from, Some(&day_before(&first)?)).await?;
    on!(tx, conn => sqlx::query("update service_standard set version = -version where service_id = $1 and version < 0").bind(service).execute(conn).await?.rows_affected());
    Ok(())
}
