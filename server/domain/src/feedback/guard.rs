//! Who is too near to a case to work on it. Used wherever staff find a case: for whoever it hinders, the case is not there.
//!
//! Two rules, and why they are two:
//!
//! 1. **The post.** Whoever held the post that a case is about on the day of the event, or holds or held it since, does not
//!    work on the case, of whatever kind. Everyone else in the unit may, for an ordinary complaint is answered by the unit
//!    it is about.
//! 2. **The line**, for misconduct and, in every kind of case, for identities. It is the unit itself; every unit below it,
//!    whose people depend on it; and above it those who lead: the heads of the units over it and the posts to which the
//!    post reports, for they are answerable for what is alleged, and their favour decides careers there. A desk (a role
//!    held in a unit) counts for its unit, so a desk in a unit over, under or of the one complained about is in its line.
//!    The government as a whole is over everything: a desk there is the coordinator's and stands in no line, but its
//!    heads' own accounts do; else a mayor's adviser would read who accuses an agency. Where the government's own top is
//!    complained about, only those who hold posts in it are in the line, for otherwise nobody could inquire.
//!
//! Tenures count from the day of the event on: a transfer neither opens yesterday's case nor hands it to the successor.

use std::collections::HashSet;

use uuid::Uuid;
use vocabulary::feedback::Kind;

use crate::accounts::Actor;
use crate::clock::{DAY, HOUR, Millis, day_text, local_day, parse_day};
use crate::db::Linked;
use crate::directory::{government, positions, units};
use crate::error::Result;
use crate::ids::{PositionId, UnitId};
use crate::on;

/// What the rules ask of a case.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Matter {
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    #[sqlx(rename = "unit_id")]
    pub unit: Option<UnitId>,
    #[sqlx(rename = "handling_unit_id")]
    pub handling_unit: Option<UnitId>,
    #[sqlx(rename = "position_id")]
    pub position: Option<PositionId>,
    pub happened_on: Option<String>,
    pub received_at: Millis,
}

/// A post that someone holds or held, with the line in which it stands.
struct Held {
    post: PositionId,
    ends_on: Option<String>,
    /// Units in whose line it stands.
    units: HashSet<UnitId>,
    /// Posts above and below it.
    posts: HashSet<PositionId>,
}

/// What keeps someone from cases, in one government.
pub struct Interests {
    utc_offset_hours: i64,
    held: Vec<Held>,
    /// Units in whose line one's desks stand.
    desks: HashSet<UnitId>,
}

impl Interests {
    /// # Errors
    /// The database's, or [`crate::Error::NotFound`] for no such government.
    pub async fn of(linked: &mut impl Linked, actor: &Actor, slug: &str) -> Result<Self> {
        let utc_offset_hours = government(linked, slug).await?.utc_offset_hours;
        let mut desks = HashSet::new();
        for unit in actor.grants.iter().filter(|g| g.government == slug).map(|g| g.unit_id) {
            let over = units_over(linked, unit).await?;
            // Only the government as a whole has nothing over it.
            if over.has_parent {
                desks.extend(over.units);
                desks.extend(units_under(linked, unit).await?);
            }
        }
        let mut held = Vec::new();
        if let Some(person) = actor.person {
            let tenures: Vec<(PositionId, UnitId, Option<String>)> = on!(linked, conn => sqlx::query_as(
                "select t.position_id, p.unit_id, t.ends_on from tenure t join position p on p.id = t.position_id where t.person_id = $1 and p.government = $2")
                .bind(person).bind(slug).fetch_all(conn).await?);
            for (post, unit, ends_on) in tenures {
                let mut line: HashSet<UnitId> = units_over(linked, unit).await?.units.into_iter().collect();
                line.insert(unit);
                if positions::head_of(linked, unit).await? == Some(post) {
                    line.extend(units_under(linked, unit).await?);
                }
                held.push(Held { post, ends_on, units: line, posts: posts_around(linked, post).await? });
            }
        }
        Ok(Self { utc_offset_hours, held, desks })
    }

    /// The tenures that count: those that lasted on the day of the event, or began after it.
    fn holding<'a>(&'a self, matter: &Matter) -> impl Iterator<Item = &'a Held> + use<'a> {
        let day = matter.happened_on.clone().unwrap_or_else(|| day_text(local_day(matter.received_at, self.utc_offset_hours)));
        self.held.iter().filter(move |h| h.ends_on.as_ref().is_none_or(|end| *end >= day))
    }

    /// Whether one stands in the line of what the case is about.
    pub fn in_line(&self, matter: &Matter) -> bool {
        // A case about nothing in particular was once put down as about the unit that handles it; misconduct is never
        // handled by the unit it is about, so here both being the same means that it is about none.
        let unit = matter.unit.filter(|unit| matter.kind != Kind::Misconduct || Some(*unit) != matter.handling_unit);
        let in_unit = |units: &HashSet<UnitId>| unit.is_some_and(|unit| units.contains(&unit));
        in_unit(&self.desks) || self.holding(matter).any(|h| in_unit(&h.units) || matter.position.is_some_and(|post| h.post == post || h.posts.contains(&post)))
    }

    /// Whether nothing keeps one from any case.
    pub fn are_none(&self) -> bool {
        self.held.is_empty() && self.desks.is_empty()
    }

    /// Units in whose line one's desks stand, for a query that leaves out what [`Self::hinder`] does.
    pub(super) fn units_of_desks(&self) -> impl Iterator<Item = UnitId> + use<'_> {
        self.desks.iter().copied()
    }

    /// The posts that one holds or held, for the same.
    pub(super) fn posts(&self) -> impl Iterator<Item = HeldPost> + use<'_> {
        self.held.iter().map(|h| HeldPost {
            post: h.post,
            until: h.ends_on.as_deref().and_then(|end| Some((end.to_owned(), end_of_day(end, self.utc_offset_hours)?))),
            units: h.units.iter().copied().collect(),
            posts: h.posts.iter().copied().chain([h.post]).collect(),
        })
    }

    /// Whether one may not work on the case, nor know that it is there.
    pub fn hinder(&self, matter: &Matter) -> bool {
        let own_post = self.holding(matter).any(|h| Some(h.post) == matter.position);
        own_post || (matter.kind == Kind::Misconduct && self.in_line(matter))
    }
}

/// A post that someone holds or held, as a query compares it.
pub(super) struct HeldPost {
    pub post: PositionId,
    /// Its last day, and the moment (milliseconds) at which that day was over at the place.
    pub until: Option<(String, Millis)>,
    pub units: Vec<UnitId>,
    /// With the post itself.
    pub posts: Vec<PositionId>,
}

fn end_of_day(day: &str, utc_offset_hours: i64) -> Option<Millis> {
    let days = parse_day(day)?.next_day()?.to_julian_day() - time::Date::from_calendar_date(1970, time::Month::January, 1).ok()?.to_julian_day();
    Some(i64::from(days) * DAY - utc_offset_hours * HOUR)
}

/// Whether a unit may be given a case of misconduct: never the one it is about, nor one in its line.
///
/// # Errors
/// The database's.
pub(super) async fn may_be_given(linked: &mut impl Linked, about: Option<UnitId>, unit: UnitId) -> Result<bool> {
    let Some(about) = about else { return Ok(true) };
    // Where the top of the government is complained about, every unit lies below it, and one of them must inquire.
    let top = !units_over(linked, about).await?.has_parent;
    Ok(about != unit && (top || !units_under(linked, about).await?.contains(&unit)))
}

/// The inspectorate, or where it or a part of it is complained about, the secretariat.
///
/// # Errors
/// [`crate::Error::NotFound`] where a government has neither.
pub(super) async fn who_inquires(linked: &mut impl Linked, slug: &str, about: Option<UnitId>) -> Result<UnitId> {
    let inspectorate = units::of_agency(linked, slug, "inspektorat").await?;
    let about_itself = match about {
        Some(about) => units_under(linked, inspectorate).await?.contains(&about),
        None => false,
    };
    if about_itself { units::of_agency(linked, slug, "setda").await } else { Ok(inspectorate) }
}

struct Over {
    /// The unit and those over it, without the government as a whole.
    units: Vec<UnitId>,
    has_parent: bool,
}

async fn units_over(linked: &mut impl Linked, unit: UnitId) -> Result<Over> {
    let rows: Vec<(UnitId, Option<Uuid>)> = on!(linked, conn => sqlx::query_as(
        "with recursive up (id, parent_id) as (select id, parent_id from unit where id = $1 union select u.id, u.parent_id from unit u join up on u.id = up.parent_id) select id, parent_id from up")
        .bind(unit).fetch_all(conn).await?);
    let has_parent = rows.iter().any(|(id, parent)| *id == unit && parent.is_some());
    Ok(Over { units: rows.into_iter().filter(|(_, parent)| parent.is_some()).map(|(id, _)| id).collect(), has_parent })
}

/// The unit and every one below it.
async fn units_under(linked: &mut impl Linked, unit: UnitId) -> Result<Vec<UnitId>> {
    Ok(on!(linked, conn => sqlx::query_scalar(
        "with recursive under (id) as (select id from unit where id = $1 union select u.id from unit u join under on u.parent_id = under.id) select id from under")
        .bind(unit).fetch_all(conn).await?))
}

/// The posts to which this one reports, and those that report to it, however far.
async fn posts_around(linked: &mut impl Linked, post: PositionId) -> Result<HashSet<PositionId>> {
    let rows: Vec<PositionId> = on!(linked, conn => sqlx::query_scalar(
        "with recursive up (id, over) as (select id, reports_to from position where id = $1 union select p.id, p.reports_to from position p join up on p.id = up.over), \
         under (id) as (select id from position where id = $1 union select p.id from position p join under on p.reports_to = under.id) select id from up union select id from under")
        .bind(post).fetch_all(conn).await?);
    Ok(rows.into_iter().collect())
}
