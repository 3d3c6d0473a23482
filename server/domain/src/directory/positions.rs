//! Posts (jabatan): duties, and who holds them for how long. A post exists when nobody does.

use vocabulary::directory::{PositionType, ServicePart, TenureKind};

use super::gate::{Gate, shut};
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::ids::{PersonId, PositionId, TenureId, UnitId};
use crate::on;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ListedPosition {
    pub id: PositionId,
    pub slug: String,
    pub title: String,
    #[sqlx(rename = "type", try_from = "String")]
    pub kind: PositionType,
    pub unit_name: String,
    pub unit_slug: String,
    pub headcount_required: i64,
    /// How many hold it today.
    pub headcount_actual: i64,
    /// The holder's name, where the gate names holders of such posts.
    pub holder: Option<String>,
    pub holder_kind: Option<String>,
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Position {
    pub id: PositionId,
    pub government: String,
    pub slug: String,
    pub title: String,
    #[sqlx(rename = "type", try_from = "String")]
    pub kind: PositionType,
    pub job_class: Option<i64>,
    pub summary: String,
    pub outputs: String,
    pub authority: String,
    pub relations: String,
    pub qualification: String,
    /// JSON text: see [`super::edit::position::competencies`].
    pub competencies: String,
    pub headcount_required: i64,
    pub valid_from: String,
    /// Its last day; none while it goes on.
    pub valid_to: Option<String>,
    pub unit_id: UnitId,
    pub unit_slug: String,
    pub unit_name: String,
    pub superior_slug: Option<String>,
    pub superior_title: Option<String>,
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Duty {
    pub text: String,
    pub legal_basis: Option<String>,
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Tenure {
    pub name: String,
    #[sqlx(try_from = "String")]
    pub kind: TenureKind,
    pub starts_on: String,
    pub ends_on: Option<String>,
    pub decree: Option<String>,
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ServedService {
    pub slug: String,
    pub short_name: String,
    #[sqlx(try_from = "String")]
    pub part: ServicePart,
}

/// A post of a list beside one of those who hold it: whoever stands in makes another row.
#[derive(sqlx::FromRow)]
struct Row {
    id: PositionId,
    slug: String,
    title: String,
    #[sqlx(rename = "type", try_from = "String")]
    kind: PositionType,
    unit_name: String,
    unit_slug: String,
    headcount_required: i64,
    held_as: Option<String>,
    held_since: Option<String>,
    holder: Option<String>,
}

// $2 is the day; $3 lists the types of which holders are named, of others they are counted. One join and not a query
// for each post and question: the rows of a post follow each other and are folded below.
macro_rules! listed {
    ($posts:literal, $order:literal) => {
        concat!(
            "select p.id, p.slug, p.title, p.type, u.name as unit_name, u.slug as unit_slug, p.headcount_required, t.kind as held_as, t.starts_on as held_since, e.name as holder from ",
            $posts,
            " join unit u on u.id = p.unit_id left join tenure t on t.position_id = p.id and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2) ",
            "left join person e on e.id = t.person_id and $3 like '%,' || p.type || ',%' ",
            $order
        )
    };
}

/// Who is in charge first: Plh before Plt before definitive.
pub(super) fn in_charge(held_as: Option<&str>) -> u8 {
    match held_as {
        Some("daily") => 0,
        Some("acting") => 1,
        _ => 2,
    }
}

/// One of each post, with how many hold it and who is in charge.
fn folded(rows: Vec<Row>, gate: &Gate) -> Vec<ListedPosition> {
    let mut posts: Vec<ListedPosition> = Vec::with_capacity(rows.len());
    // Of the one in charge so far: the less, the more in charge; then the later.
    let mut best: (u8, Option<String>) = (u8::MAX, None);
    for row in rows {
        let held = i64::from(row.held_as.is_some());
        let named = gate.names_holder(row.kind);
        let rank = in_charge(row.held_as.as_deref());
        let (holder, holder_kind) = (row.holder.filter(|_| named), row.held_as.filter(|_| named));
        match posts.last_mut().filter(|post| post.id == row.id) {
            Some(post) => {
                post.headcount_actual += held;
                if (rank, &best.1) < (best.0, &row.held_since) {
                    (post.holder, post.holder_kind, best) = (holder, holder_kind, (rank, row.held_since));
                }
            }
            None => {
                best = (rank, row.held_since);
                let (slug, title, kind) = (row.slug, row.title, row.kind);
                let (unit_name, unit_slug, headcount_required) = (row.unit_name, row.unit_slug, row.headcount_required);
                posts.push(ListedPosition { id: row.id, slug, title, kind, unit_name, unit_slug, headcount_required, headcount_actual: held, holder, holder_kind });
            }
        }
    }
    posts
}

/// Posts of one unit, the head first.
///
/// # Errors
/// The database's.
pub async fn of_unit(linked: &mut impl Linked, gate: &Gate, unit: UnitId, today: &str) -> Result<Vec<ListedPosition>> {
    let rows = on!(linked, conn => sqlx::query_as(listed!(
        "(select * from position where unit_id = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2)) p", "order by p.rank, p.title, p.id"))
        .bind(unit).bind(today).bind(gate.named_types()).fetch_all(conn).await?);
    Ok(folded(rows, gate))
}

/// What fits a phone in a few screens.
pub(super) const PAGE: i64 = 25;

pub struct Page {
    pub positions: Vec<ListedPosition>,
    /// Where the next page starts: the last slug of this one.
    pub after: Option<String>,
}

/// Posts of a government, a page at a time, in the order of their addresses; of one type or all.
///
/// # Errors
/// The database's.
pub async fn list(linked: &mut impl Linked, gate: &Gate, government: &str, today: &str, kind: Option<PositionType>, after: &str) -> Result<Page> {
    let rows = on!(linked, conn => sqlx::query_as(listed!(
        "(select * from position where government = $1 and slug > $4 and valid_from <= $2 and (valid_to is null or valid_to >= $2) and ($5 = '' or type = $5) order by slug limit $6) p",
        "order by p.slug"))
        .bind(government).bind(today).bind(gate.named_types()).bind(after).bind(kind.map_or("", PositionType::as_str)).bind(PAGE + 1).fetch_all(conn).await?);
    let mut positions = folded(rows, gate);
    let more = positions.len() as i64 > PAGE;
    positions.truncate(PAGE as usize);
    let after = positions.last().map(|p| p.slug.clone()).filter(|_| more);
    Ok(Page { positions, after })
}

impl Position {
    pub(super) fn through(mut self, gate: &Gate) -> Self {
        let open = &gate.open;
        self.job_class = self.job_class.filter(|_| open.position_job_class);
        shut(open.position_summary, &mut self.summary);
        shut(open.position_outputs, &mut self.outputs);
        shut(open.position_authority, &mut self.authority);
        shut(open.position_relations, &mut self.relations);
        shut(open.position_qualification, &mut self.qualification);
        shut(open.position_competencies, &mut self.competencies);
        self
    }
}

/// One post, as far as it is public.
///
/// # Errors
/// [`Error::NotFound`] when this government has none of that slug.
pub async fn show(linked: &mut impl Linked, gate: &Gate, government: &str, slug: &str) -> Result<Position> {
    let found: Option<Position> = on!(linked, conn => sqlx::query_as(
        "select p.id, p.government, p.slug, p.title, p.type, p.job_class, p.summary, p.outputs, p.authority, p.relations, p.qualification, p.competencies, p.headcount_required, p.valid_from, p.valid_to, u.id as unit_id, u.slug as unit_slug, u.name as unit_name, \
         s.slug as superior_slug, s.title as superior_title \
         from position p join unit u on u.id = p.unit_id left join position s on s.id = p.reports_to where p.government = $1 and p.slug = $2")
        .bind(government).bind(slug).fetch_optional(conn).await?);
    found.map(|position| position.through(gate)).ok_or(Error::NotFound)
}

/// What the post does, in order.
///
/// # Errors
/// The database's.
pub async fn duties(linked: &mut impl Linked, gate: &Gate, position: PositionId) -> Result<Vec<Duty>> {
    let open = &gate.open;
    if !open.duty_text {
        return Ok(Vec::new());
    }
    let duties: Vec<Duty> = on!(linked, conn => sqlx::query_as("select text, legal_basis from duty where position_id = $1 order by number").bind(position).fetch_all(conn).await?);
    Ok(duties.into_iter().map(|duty| Duty { legal_basis: duty.legal_basis.filter(|_| open.duty_legal_basis), ..duty }).collect())
}

/// Who holds and held it, newest first. Of a post whose type the gate does not name there are the times only, which say
/// how many hold it and since when it is vacant; their names are empty.
///
/// # Errors
/// The database's.
pub async fn tenures(linked: &mut impl Linked, gate: &Gate, position: PositionId, kind: PositionType) -> Result<Vec<Tenure>> {
    let named = gate.names_holder(kind);
    let tenures: Vec<Tenure> = on!(linked, conn => sqlx::query_as("select e.name, t.kind, t.starts_on, t.ends_on, t.decree from tenure t join person e on e.id = t.person_id where t.position_id = $1 order by t.starts_on desc, e.name")
        .bind(position).fetch_all(conn).await?);
    let closed = |tenure: Tenure| Tenure { name: String::new(), decree: None, ..tenure };
    let open = |tenure: Tenure| Tenure { decree: tenure.decree.filter(|_| gate.open.tenure_decree), ..tenure };
    Ok(tenures.into_iter().map(|tenure| if named { open(tenure) } else { closed(tenure) }).collect())
}

/// # Errors
/// The database's.
pub async fn services(linked: &mut impl Linked, position: PositionId) -> Result<Vec<ServedService>> {
    Ok(
        on!(linked, conn => sqlx::query_as("select s.slug, s.short_name, r.part from service_part r join service s on s.id = r.service_id where r.position_id = $1 order by s.short_name")
        .bind(position).fetch_all(conn).await?),
    )
}

/// Whoever held the post on a day; one who stood in (Plh, Plt) was in charge that day, before the definitive holder.
///
/// # Errors
/// The database's.
pub async fn holder_on(linked: &mut impl Linked, position: PositionId, day: &str) -> Result<Option<(TenureId, PersonId)>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select id, person_id from tenure where position_id = $1 and starts_on <= $2 and (ends_on is null or ends_on >= $2) \
         order by case kind when 'daily' then 0 when 'acting' then 1 else 2 end, starts_on desc limit 1")
        .bind(position).bind(day).fetch_optional(conn).await?))
}

/// The head of a unit: the post of the lowest rank number.
///
/// # Errors
/// The database's.
pub async fn head_of(linked: &mut impl Linked, unit: UnitId) -> Result<Option<PositionId>> {
    Ok(on!(linked, conn => sqlx::query_scalar("select id from position where unit_id = $1 order by rank, title limit 1").bind(unit).fetch_optional(conn).await?))
}

/// Posts this person holds on a day, with the names of their units.
///
/// # Errors
/// The database's.
pub async fn held_by(linked: &mut impl Linked, person: PersonId, day: &str) -> Result<Vec<(String, String, String)>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select p.government, p.slug, p.title from tenure t join position p on p.id = t.position_id where t.person_id = $1 and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2) order by p.title")
        .bind(person).bind(day).fetch_all(conn).await?))
}
