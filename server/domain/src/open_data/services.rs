//! Services with the standard in force on a day, and the posts that serve them.

use std::collections::HashMap;

use serde::Serialize;

use super::scope::{Scope, Which, rows_of};
use super::table::{Cells, Column, Kind, column, lines, number};
use crate::db::Linked;
use crate::directory::gate::{Columns, shut};
use crate::error::Result;
use crate::on;

pub(super) const COLUMNS: &[Column] = &[
    column("slug", Kind::Text, "service.slug"),
    column("name", Kind::Text, "service.name"),
    column("name_en", Kind::Text, "service.name_en"),
    column("short_name", Kind::Text, "service.short_name"),
    column("summary", Kind::Text, "service.summary"),
    column("life_event", Kind::Text, "service.life_event"),
    column("keywords", Kind::Text, "service.keywords"),
    column("unit", Kind::MaybeText, "unit.slug"),
    column("served_by_kind", Kind::MaybeText, "service.served_by_kind"),
    column("version", Kind::MaybeNumber, "service_standard.version"),
    column("valid_from", Kind::MaybeDay, "service_standard.valid_from"),
    column("valid_to", Kind::MaybeDay, "service_standard.valid_to"),
    column("decree", Kind::MaybeText, "service_standard.decree"),
    column("requirements", Kind::Lines, "service_standard.requirements"),
    column("procedure", Kind::Lines, "service_standard.procedure"),
    column("completion_time", Kind::Text, "service_standard.completion_time"),
    column("completion_working_days", Kind::MaybeNumber, "service_standard.completion_working_days"),
    column("fee", Kind::Text, "service_standard.fee"),
    column("fee_rupiah", Kind::MaybeNumber, "service_standard.fee_rupiah"),
    column("product", Kind::Text, "service_standard.product"),
    column("complaint_handling", Kind::Text, "service_standard.complaint_handling"),
    column("legal_basis", Kind::Lines, "service_standard.legal_basis"),
    column("facilities", Kind::Text, "service_standard.facilities"),
    column("officer_competence", Kind::Text, "service_standard.officer_competence"),
    column("internal_supervision", Kind::Text, "service_standard.internal_supervision"),
    column("number_of_officers", Kind::MaybeNumber, "service_standard.number_of_officers"),
    column("service_guarantee", Kind::Text, "service_standard.service_guarantee"),
    column("safety_guarantee", Kind::Text, "service_standard.safety_guarantee"),
    column("performance_evaluation", Kind::Text, "service_standard.performance_evaluation"),
    column("posts", Kind::Posts, "service_part.part"),
    column("url", Kind::Link, ""),
];

/// A post that takes part in a service.
#[derive(Debug, Clone, Serialize)]
pub struct PartItem {
    /// Slug of the post.
    pub position: String,
    pub title: String,
    /// Slug of its unit.
    pub unit: String,
    pub part: String,
}

/// Where no standard is in force on the day, its number and its day are null and its texts are empty.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ServiceItem {
    pub slug: String,
    pub name: String,
    pub name_en: String,
    pub short_name: String,
    pub summary: String,
    pub life_event: String,
    pub keywords: String,
    pub unit: Option<String>,
    pub served_by_kind: Option<String>,
    pub version: Option<i64>,
    pub valid_from: Option<String>,
    pub valid_to: Option<String>,
    pub decree: Option<String>,
    pub requirements: Vec<String>,
    pub procedure: Vec<String>,
    pub completion_time: String,
    pub completion_working_days: Option<i64>,
    pub fee: String,
    pub fee_rupiah: Option<i64>,
    pub product: String,
    pub complaint_handling: String,
    pub legal_basis: Vec<String>,
    pub facilities: String,
    pub officer_competence: String,
    pub internal_supervision: String,
    pub number_of_officers: Option<i64>,
    pub service_guarantee: String,
    pub safety_guarantee: String,
    pub performance_evaluation: String,
    pub posts: Vec<PartItem>,
    pub url: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    slug: String,
    name: String,
    name_en: String,
    short_name: String,
    summary: String,
    life_event: String,
    keywords: String,
    unit: Option<String>,
    served_by_kind: Option<String>,
    version: Option<i64>,
    valid_from: Option<String>,
    valid_to: Option<String>,
    decree: Option<String>,
    requirements: String,
    procedure: String,
    completion_time: String,
    completion_working_days: Option<i64>,
    fee: String,
    fee_rupiah: Option<i64>,
    product: String,
    complaint_handling: String,
    legal_basis: String,
    facilities: String,
    officer_competence: String,
    internal_supervision: String,
    number_of_officers: Option<i64>,
    service_guarantee: String,
    safety_guarantee: String,
    performance_evaluation: String,
}

macro_rules! select {
    ($compared:literal) => {
        concat!(
            "select s.slug, s.name, s.name_en, s.short_name, s.summary, s.life_event, s.keywords, u.slug as unit, s.served_by_kind, v.version, v.valid_from, v.valid_to, v.decree, ",
            "coalesce(v.requirements, '') as requirements, coalesce(v.procedure, '') as procedure, coalesce(v.completion_time, '') as completion_time, v.completion_working_days, ",
            "coalesce(v.fee, '') as fee, v.fee_rupiah, coalesce(v.product, '') as product, coalesce(v.complaint_handling, '') as complaint_handling, coalesce(v.legal_basis, '') as legal_basis, ",
            "coalesce(v.facilities, '') as facilities, coalesce(v.officer_competence, '') as officer_competence, coalesce(v.internal_supervision, '') as internal_supervision, v.number_of_officers, ",
            "coalesce(v.service_guarantee, '') as service_guarantee, coalesce(v.safety_guarantee, '') as safety_guarantee, coalesce(v.performance_evaluation, '') as performance_evaluation ",
            "from service s left join unit u on u.id = s.unit_id left join service_standard v on v.service_id = s.id ",
            "and v.version = (select max(n.version) from service_standard n where n.service_id = s.id and n.valid_from <= $2 and (n.valid_to is null or n.valid_to >= $2)) ",
            "where s.government = $1 and s.valid_from <= $2 and (s.valid_to is null or s.valid_to >= $2) and s.slug ",
            $compared,
            " order by s.slug limit $4"
        )
    };
}

/// # Errors
/// The database's.
pub async fn services(linked: &mut impl Linked, scope: Scope<'_>, which: Which<'_>) -> Result<Vec<ServiceItem>> {
    let (slug, most) = which.bounds();
    let rows: Vec<Row> = rows_of!(linked, which, select, &scope.government.slug, scope.day, slug, most);
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Ok(Vec::new()) };
    let mut posts = posts(linked, &scope.government.slug, &first.slug, &last.slug).await?;
    let open = &scope.portal.gate.open;
    Ok(rows
        .into_iter()
        .map(|row| {
            let posts = posts.remove(&row.slug).unwrap_or_default();
            let url = scope.address("layanan", &row.slug);
            item(row.through(open), open, posts, url)
        })
        .collect())
}

impl Row {
    fn through(mut self, open: &Columns) -> Self {
        for (open, text) in [
            (open.service_name, &mut self.name),
            (open.service_name_en, &mut self.name_en),
            (open.service_summary, &mut self.summary),
            (open.service_keywords, &mut self.keywords),
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

fn item(row: Row, open: &Columns, posts: Vec<PartItem>, url: String) -> ServiceItem {
    ServiceItem {
        slug: row.slug,
        name: row.name,
        name_en: row.name_en,
        short_name: row.short_name,
        summary: row.summary,
        life_event: row.life_event,
        keywords: row.keywords,
        unit: row.unit,
        served_by_kind: row.served_by_kind,
        version: row.version,
        valid_from: row.valid_from,
        valid_to: row.valid_to,
        decree: row.decree.filter(|_| open.standard_decree),
        requirements: lines(&row.requirements),
        procedure: lines(&row.procedure),
        completion_time: row.completion_time,
        completion_working_days: row.completion_working_days.filter(|_| open.standard_completion_working_days),
        fee: row.fee,
        fee_rupiah: row.fee_rupiah.filter(|_| open.standard_fee_rupiah),
        product: row.product,
        complaint_handling: row.complaint_handling,
        legal_basis: lines(&row.legal_basis),
        facilities: row.facilities,
        officer_competence: row.officer_competence,
        internal_supervision: row.internal_supervision,
        number_of_officers: row.number_of_officers.filter(|_| open.standard_number_of_officers),
        service_guarantee: row.service_guarantee,
        safety_guarantee: row.safety_guarantee,
        performance_evaluation: row.performance_evaluation,
        posts,
        url,
    }
}

/// The posts of services from one slug to another, by slug, the responsible first.
async fn posts(linked: &mut impl Linked, government: &str, first: &str, last: &str) -> Result<HashMap<String, Vec<PartItem>>> {
    let rows: Vec<(String, String, String, String, String)> = on!(linked, conn => sqlx::query_as(
        "select s.slug, p.slug, p.title, u.slug, r.part from service s join service_part r on r.service_id = s.id join position p on p.id = r.position_id join unit u on u.id = p.unit_id \
         where s.government = $1 and s.slug >= $2 and s.slug <= $3 order by s.slug, case r.part when 'responsible' then 0 when 'decides' then 1 else 2 end, p.rank, p.slug")
        .bind(government).bind(first).bind(last).fetch_all(conn).await?);
    let mut found: HashMap<String, Vec<PartItem>> = HashMap::new();
    for (service, position, title, unit, part) in rows {
        found.entry(service).or_default().push(PartItem { position, title, unit, part });
    }
    Ok(found)
}

impl Cells for ServiceItem {
    fn cells(&self) -> Vec<String> {
        let of = |text: &Option<String>| text.clone().unwrap_or_default();
        vec![
            self.slug.clone(),
            self.name.clone(),
            self.name_en.clone(),
            self.short_name.clone(),
            self.summary.clone(),
            self.life_event.clone(),
            self.keywords.clone(),
            of(&self.unit),
            of(&self.served_by_kind),
            number(self.version),
            of(&self.valid_from),
            of(&self.valid_to),
            of(&self.decree),
            self.requirements.join("\n"),
            self.procedure.join("\n"),
            self.completion_time.clone(),
            number(self.completion_working_days),
            self.fee.clone(),
            number(self.fee_rupiah),
            self.product.clone(),
            self.complaint_handling.clone(),
            self.legal_basis.join("\n"),
            self.facilities.clone(),
            self.officer_competence.clone(),
            self.internal_supervision.clone(),
            number(self.number_of_officers),
            self.service_guarantee.clone(),
            self.safety_guarantee.clone(),
            self.performance_evaluation.clone(),
            self.posts.iter().map(|p| format!("{}: {}", p.part, p.position)).collect::<Vec<_>>().join("\n"),
            self.url.clone(),
        ]
    }
}
