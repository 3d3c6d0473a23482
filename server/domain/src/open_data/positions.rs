//! Posts with their duties, without persons: those are in [`super::tenures`].

use std::collections::HashMap;

use serde::Serialize;

use super::scope::{Scope, Which, rows_of};
use super::table::{Cells, Column, Kind, column, lines, number};
use crate::db::Linked;
use crate::directory::edit::position::competencies;
use crate::directory::gate::shut;
use crate::error::Result;
use crate::on;

pub(super) const COLUMNS: &[Column] = &[
    column("slug", Kind::Text, "position.slug"),
    column("title", Kind::Text, "position.title"),
    column("type", Kind::Text, "position.type"),
    column("job_class", Kind::MaybeNumber, "position.job_class"),
    column("unit", Kind::Text, "unit.slug"),
    column("unit_name", Kind::Text, "unit.name"),
    column("reports_to", Kind::MaybeText, "position.slug"),
    column("summary", Kind::Text, "position.summary"),
    column("duties", Kind::Duties, "duty.text"),
    column("outputs", Kind::Lines, "position.outputs"),
    column("authority", Kind::Lines, "position.authority"),
    column("relations", Kind::Lines, "position.relations"),
    column("qualification", Kind::Lines, "position.qualification"),
    column("competencies", Kind::Competencies, "position.competencies"),
    column("headcount_required", Kind::Number, "position.headcount_required"),
    column("headcount_actual", Kind::Number, ""),
    column("url", Kind::Link, ""),
];

#[derive(Debug, Clone, Serialize)]
pub struct DutyItem {
    pub text: String,
    pub legal_basis: Option<String>,
}

/// A competency that the post asks of whoever holds it.
#[derive(Debug, Clone, Serialize)]
pub struct CompetencyItem {
    /// A word of [`vocabulary::directory::Competency`], or the name of a technical one.
    pub name: String,
    /// 1 to [`vocabulary::directory::COMPETENCY_MOST`].
    pub level: i64,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct PositionItem {
    pub slug: String,
    pub title: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub job_class: Option<i64>,
    /// Slug of its unit.
    pub unit: String,
    pub unit_name: String,
    /// Slug of the post above.
    pub reports_to: Option<String>,
    pub summary: String,
    pub duties: Vec<DutyItem>,
    pub outputs: Vec<String>,
    pub authority: Vec<String>,
    pub relations: Vec<String>,
    pub qualification: Vec<String>,
    pub competencies: Vec<CompetencyItem>,
    pub headcount_required: i64,
    /// How many hold it on the day.
    pub headcount_actual: i64,
    pub url: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    slug: String,
    title: String,
    #[sqlx(rename = "type")]
    kind: String,
    job_class: Option<i64>,
    unit: String,
    unit_name: String,
    reports_to: Option<String>,
    summary: String,
    outputs: String,
    authority: String,
    relations: String,
    qualification: String,
    competencies: String,
    headcount_required: i64,
    headcount_actual: i64,
}

macro_rules! select {
    ($compared:literal) => {
        concat!(
            "select p.slug, p.title, p.type, p.job_class, u.slug as unit, u.name as unit_name, s.slug as reports_to, p.summary, p.outputs, p.authority, p.relations, p.qualification, p.competencies, p.headcount_required, ",
            "(select count(*) from tenure t where t.position_id = p.id and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2)) as headcount_actual ",
            "from position p join unit u on u.id = p.unit_id left join position s on s.id = p.reports_to ",
            "where p.government = $1 and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2) and u.valid_from <= $2 and (u.valid_to is null or u.valid_to >= $2) and p.slug ",
            $compared,
            " order by p.slug limit $4"
        )
    };
}

/// # Errors
/// The database's.
pub async fn positions(linked: &mut impl Linked, scope: Scope<'_>, which: Which<'_>) -> Result<Vec<PositionItem>> {
    let (slug, most) = which.bounds();
    let rows: Vec<Row> = rows_of!(linked, which, select, &scope.government.slug, scope.day, slug, most);
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Ok(Vec::new()) };
    let open = scope.portal.gate.open;
    let mut duties = if open.duty_text { duties(linked, &scope.government.slug, &first.slug, &last.slug).await? } else { HashMap::new() };
    Ok(rows
        .into_iter()
        .map(|mut row| {
            shut(open.position_summary, &mut row.summary);
            shut(open.position_outputs, &mut row.outputs);
            shut(open.position_authority, &mut row.authority);
            shut(open.position_relations, &mut row.relations);
            shut(open.position_qualification, &mut row.qualification);
            shut(open.position_competencies, &mut row.competencies);
            let mut duties = duties.remove(&row.slug).unwrap_or_default();
            if !open.duty_legal_basis {
                duties.iter_mut().for_each(|duty| duty.legal_basis = None);
            }
            PositionItem {
                url: scope.address("jabatan", &row.slug),
                slug: row.slug,
                title: row.title,
                kind: row.kind,
                job_class: row.job_class.filter(|_| open.position_job_class),
                unit: row.unit,
                unit_name: row.unit_name,
                reports_to: row.reports_to,
                summary: row.summary,
                duties,
                outputs: lines(&row.outputs),
                authority: lines(&row.authority),
                relations: lines(&row.relations),
                qualification: lines(&row.qualification),
                competencies: competencies(&row.competencies).into_iter().map(|(name, level)| CompetencyItem { name, level }).collect(),
                headcount_required: row.headcount_required,
                headcount_actual: row.headcount_actual,
            }
        })
        .collect())
}

/// The duties of posts from one slug to another, by slug: one query for a page or for all.
async fn duties(linked: &mut impl Linked, government: &str, first: &str, last: &str) -> Result<HashMap<String, Vec<DutyItem>>> {
    let rows: Vec<(String, String, Option<String>)> = on!(linked, conn => sqlx::query_as(
        "select p.slug, d.text, d.legal_basis from position p join duty d on d.position_id = p.id where p.government = $1 and p.slug >= $2 and p.slug <= $3 order by p.slug, d.number")
        .bind(government).bind(first).bind(last).fetch_all(conn).await?);
    let mut found: HashMap<String, Vec<DutyItem>> = HashMap::new();
    for (slug, text, legal_basis) in rows {
        found.entry(slug).or_default().push(DutyItem { text, legal_basis });
    }
    Ok(found)
}

impl Cells for PositionItem {
    fn cells(&self) -> Vec<String> {
        let duty = |d: &DutyItem| d.legal_basis.as_ref().map_or_else(|| d.text.clone(), |basis| format!("{} ({basis})", d.text));
        vec![
            self.slug.clone(),
            self.title.clone(),
            self.kind.clone(),
            number(self.job_class),
            self.unit.clone(),
            self.unit_name.clone(),
            self.reports_to.clone().unwrap_or_default(),
            self.summary.clone(),
            self.duties.iter().map(duty).collect::<Vec<_>>().join("\n"),
            self.outputs.join("\n"),
            self.authority.join("\n"),
            self.relations.join("\n"),
            self.qualification.join("\n"),
            self.competencies.iter().map(|c| format!("{}: {}", c.name, c.level)).collect::<Vec<_>>().join("\n"),
            self.headcount_required.to_string(),
            self.headcount_actual.to_string(),
            self.url.clone(),
        ]
    }
}
