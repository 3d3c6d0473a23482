//! Who assesses whoever holds a post, on a day: computed from posts and tenures each time it is asked, so that nothing
//! is handed over when an assessor leaves: what was theirs is their successor's, or the next one's in line.
//!
//! Long because line, delegation and reach are one computation from the same few queries.
//!
//! 1. **The line** goes up from post to superior post. A post without one, as the head of a unit is, goes on with the
//!    head of the unit above, and the head of an agency with the regional secretary (PP 30/2019: the assessor is the
//!    direct superior; who that is for heads of agencies is data of each government, the secretary until then). The
//!    secretary's line ends in the head of region, where the directory has that post: the first one of the unit that is
//!    the government as a whole.
//! 2. **Who acts** in a post of the line is the daily one (Plh), else the acting one (Plt), else the definitive holder
//!    of that day. Only managerial posts assess: pengawas at least (PermenPANRB 6/2022), and the head of region,
//!    whose post is of no type that civil servants hold.
//! 3. **A delegation** puts its official before the post that delegated; not over the posts above the official's own, and
//!    not where whoever delegated may not decide themselves.
//! 4. **The next one in line** assesses where a post is vacant, or its official is the subject or hindered.
//!
//! Posts report to whom they report today; tenures are asked with the day. [`Lines`] answers for many posts with a
//! handful of queries, however many there are.

use std::collections::{HashMap, HashSet};

use sqlx::{Postgres, QueryBuilder, Sqlite};
use vocabulary::directory::{PositionType, TenureKind};

use crate::db::{Link, Linked};
use crate::error::Result;
use crate::ids::{DelegationId, PersonId, PositionId, TenureId, UnitId};
use crate::on;

/// A line longer than any government's: a circle of reports would be one without end.
const LONGEST: usize = 16;

/// As many ids as a statement takes at once.
const CHUNK: usize = 500;

/// Someone in the line, as they stand on the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Official {
    pub position: PositionId,
    pub title: String,
    pub unit: UnitId,
    pub unit_name: String,
    pub kind: PositionType,
    pub person: PersonId,
    pub name: String,
    pub tenure: TenureId,
    pub held_as: TenureKind,
    /// The delegation by which they act, where it is not their own post that does.
    pub delegation: Option<DelegationId>,
    /// How far above the subject, counted in posts: 1 is the superior post.
    pub step: usize,
}

#[derive(Debug, Clone, sqlx::FromRow)]
struct Post {
    id: PositionId,
    unit_id: UnitId,
    unit_name: String,
    government: String,
    title: String,
    #[sqlx(rename = "type", try_from = "String")]
    kind: PositionType,
    reports_to: Option<PositionId>,
}

#[derive(Debug, Clone, sqlx::FromRow)]
struct Holder {
    position_id: PositionId,
    id: TenureId,
    person_id: PersonId,
    name: String,
    #[sqlx(try_from = "String")]
    kind: TenureKind,
}

#[derive(Debug, Clone, sqlx::FromRow)]
struct Delegation {
    id: DelegationId,
    from_position_id: PositionId,
    for_position_id: Option<PositionId>,
    to_position_id: PositionId,
}

#[derive(Debug, Clone, sqlx::FromRow)]
struct UnitHead {
    id: UnitId,
    parent_id: Option<UnitId>,
    head: Option<PositionId>,
    /// Whether it is the government as a whole, whose head is the head of region.
    is_whole: bool,
}

/// Runs a query once for each chunk of ids, which stand between its two parts, and the day after them as often as asked.
macro_rules! for_ids {
    ($linked:expr, $row:ty, $ids:expr, $start:expr $(, $part:expr, $bound:expr)* ; $end:literal) => {{
        let mut found: Vec<$row> = Vec::new();
        macro_rules! run {
            ($db:ty, $conn:expr, $chunk:expr) => {{
                let mut query = QueryBuilder::<$db>::new($start);
                $(query.push_bind($bound.to_owned()); query.push($part);)*
                query.push("(");
                let mut list = query.separated(", ");
                for id in $chunk {
                    list.push_bind(*id);
                }
                query.push(")");
                query.push($end);
                found.extend(query.build_query_as::<$row>().fetch_all($conn).await?);
            }};
        }
        for chunk in $ids.chunks(CHUNK) {
            match Linked::link(&mut *$linked) {
                Link::Sqlite(conn) => run!(Sqlite, conn, chunk),
                Link::Postgres(conn) => run!(Postgres, conn, chunk),
            }
        }
        found
    }};
}

/// The lines above some posts, with who acts in them on a day.
#[derive(Debug, Default)]
pub struct Lines {
    posts: HashMap<PositionId, Post>,
    /// The superior post of each; none at the top.
    over: HashMap<PositionId, PositionId>,
    acting: HashMap<PositionId, Holder>,
    /// Of posts whose line was followed; who assesses by delegation has a line of their own.
    delegations: HashMap<PositionId, Vec<Delegation>>,
    /// Posts of heads of region.
    regional: HashSet<PositionId>,
}

impl Lines {
    /// # Errors
    /// The database's.
    pub async fn above(linked: &mut impl Linked, positions: &[PositionId], day: &str) -> Result<Self> {
        let mut lines = Self::default();
        lines.climb(linked, positions, day).await?;
        let over: Vec<PositionId> = lines.posts.keys().copied().collect();
        let delegations = for_ids!(linked, Delegation, over,
            "select id, from_position_id, for_position_id, to_position_id from assessor_delegation where withdrawn_at is null and starts_on <= ", " and ends_on >= ", day, " and from_position_id in ", day;
            " order by made_at desc, id desc");
        let named: Vec<PositionId> = delegations.iter().map(|d| d.to_position_id).filter(|id| !lines.posts.contains_key(id)).collect();
        lines.climb(linked, &named, day).await?;
        for delegation in delegations {
            lines.delegations.entry(delegation.from_position_id).or_default().push(delegation);
        }
        let every: Vec<PositionId> = lines.posts.keys().copied().collect();
        lines.acting = acting(linked, &every, day).await?;
        let units: Vec<UnitId> = lines.posts.values().filter(|p| !p.kind.is_managerial()).map(|p| p.unit_id).collect::<HashSet<_>>().into_iter().collect();
        lines.regional = unit_heads(linked, &units, day).await?.into_values().filter(|u| u.is_whole).filter_map(|u| u.head).collect();
        Ok(lines)
    }

    /// Adds posts with those above them.
    async fn climb(&mut self, linked: &mut impl Linked, positions: &[PositionId], day: &str) -> Result<()> {
        let mut asked: Vec<PositionId> = positions.iter().copied().collect::<HashSet<_>>().into_iter().collect();
        for _ in 0..LONGEST {
            if asked.is_empty() {
                break;
            }
            let posts = posts(linked, &asked).await?;
            let without: Vec<Post> = posts.iter().filter(|p| p.reports_to.is_none()).cloned().collect();
            let mut next: Vec<PositionId> = posts.iter().filter_map(|p| p.reports_to).collect();
            for post in &posts {
                if let Some(superior) = post.reports_to {
                    self.over.insert(post.id, superior);
                }
            }
            for (post, superior) in heads_above(linked, &without, day).await? {
                self.over.insert(post, superior);
                next.push(superior);
            }
            self.posts.extend(posts.into_iter().map(|p| (p.id, p)));
            asked = next.into_iter().filter(|id| !self.posts.contains_key(id)).collect::<HashSet<_>>().into_iter().collect();
        }
        Ok(())
    }

    /// Whether a post stands below another.
    fn is_below(&self, post: PositionId, other: PositionId) -> bool {
        let mut at = post;
        for _ in 0..LONGEST {
            match self.over.get(&at) {
                Some(superior) if *superior == other => return true,
                Some(superior) => at = *superior,
                None => return false,
            }
        }
        false
    }

    /// Everyone who may come to assess the holder of the post, the first in line first.
    pub fn candidates(&self, position: PositionId) -> Vec<Official> {
        self.line(position).into_iter().map(|(official, _)| official).collect()
    }

    /// The same, each with who delegated to them, where somebody did.
    fn line(&self, position: PositionId) -> Vec<(Official, Option<Official>)> {
        let mut found: Vec<(Official, Option<Official>)> = Vec::new();
        let mut post = position;
        for step in 1..=LONGEST {
            let Some(superior) = self.over.get(&post).copied() else { break };
            let delegates = self.delegations.get(&superior).into_iter().flatten();
            // A delegation for this very post comes before one for all.
            let (special, general): (Vec<_>, Vec<_>) = delegates.filter(|d| d.for_position_id.is_none_or(|only| only == position)).partition(|d| d.for_position_id.is_some());
            let own = self.official(superior, None, step);
            // Nobody is assessed by whom they assess themselves.
            for delegation in special.into_iter().chain(general).filter(|d| d.to_position_id != position && !self.is_below(d.to_position_id, position)) {
                found.extend(self.official(delegation.to_position_id, Some(delegation.id), step).map(|o| (o, own.clone())));
            }
            found.extend(own.map(|o| (o, None)));
            post = superior;
        }
        found
    }

    fn official(&self, position: PositionId, delegation: Option<DelegationId>, step: usize) -> Option<Official> {
        let post = self.posts.get(&position).filter(|post| post.kind.is_managerial() || self.regional.contains(&post.id))?;
        let holder = self.acting.get(&position)?;
        Some(Official {
            position,
            title: post.title.clone(),
            unit: post.unit_id,
            unit_name: post.unit_name.clone(),
            kind: post.kind,
            person: holder.person_id,
            name: holder.name.clone(),
            tenure: holder.id,
            held_as: holder.kind,
            delegation,
            step,
        })
    }

    /// Who assesses: the first in line who is neither the subject nor hindered.
    pub fn assessor(&self, position: PositionId, subject: Option<PersonId>, hindered: impl Fn(&Official) -> bool) -> Option<Official> {
        self.unhindered(position, subject, hindered).next()
    }

    /// Who stands above an assessor: the next one in line, in a post further up, who is neither of the two.
    pub fn superior(&self, position: PositionId, subject: Option<PersonId>, assessor: &Official, hindered: impl Fn(&Official) -> bool) -> Option<Official> {
        self.unhindered(position, subject, hindered).find(|official| official.step > assessor.step && official.person != assessor.person)
    }

    /// Who in the line is neither the subject nor hindered; nor delegated by one who is: the next in line decides then, and
    /// not whom they chose.
    fn unhindered(&self, position: PositionId, subject: Option<PersonId>, hindered: impl Fn(&Official) -> bool) -> impl Iterator<Item = Official> {
        let passes = move |official: &Official| Some(official.person) != subject && !hindered(official);
        self.line(position).into_iter().filter(move |(official, from)| passes(official) && from.as_ref().is_none_or(&passes)).map(|(official, _)| official)
    }
}

/// Who assesses the holder of one post on a day.
///
/// # Errors
/// The database's.
pub async fn assessor_of(linked: &mut impl Linked, position: PositionId, subject: Option<PersonId>, day: &str, hindered: impl Fn(&Official) -> bool) -> Result<Option<Official>> {
    Ok(Lines::above(linked, &[position], day).await?.assessor(position, subject, hindered))
}

/// How far down a reach goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Posts whose holders one assesses where nobody is hindered; those further down only past a vacant post.
    Own,
    /// Every post below: what comes to one where each in between is hindered.
    Whole,
}

/// Posts, in one government, whose holders this person may come to assess on a day: never too few, at times too many.
/// Whoever lists them asks [`Lines`] about each.
///
/// # Errors
/// The database's.
pub async fn reach(linked: &mut impl Linked, government: &str, person: PersonId, day: &str, depth: Depth) -> Result<Vec<PositionId>> {
    let mine: Vec<PositionId> = on!(linked, conn => sqlx::query_scalar(
        "select p.id from tenure t join position p on p.id = t.position_id where t.person_id = $1 and p.government = $2 and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3)")
        .bind(person).bind(government).bind(day).fetch_all(conn).await?);
    let lent: Vec<PositionId> = on!(linked, conn => sqlx::query_scalar(
        "select d.from_position_id from assessor_delegation d join tenure t on t.position_id = d.to_position_id where t.person_id = $1 and d.government = $2 and d.withdrawn_at is null \
         and d.starts_on <= $3 and d.ends_on >= $3 and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3)")
        .bind(person).bind(government).bind(day).fetch_all(conn).await?);
    let mut level: Vec<PositionId> = mine.into_iter().chain(lent).collect::<HashSet<_>>().into_iter().collect();
    if level.is_empty() {
        return Ok(level);
    }
    let mut found: HashSet<PositionId> = HashSet::new();
    for _ in 0..LONGEST {
        let below: Vec<Post> = below(linked, government, &level, day).await?.into_iter().filter(|p| !found.contains(&p.id)).collect();
        if below.is_empty() {
            break;
        }
        found.extend(below.iter().map(|p| p.id));
        let ids: Vec<PositionId> = below.iter().map(|p| p.id).collect();
        level = match depth {
            Depth::Whole => ids,
            Depth::Own => {
                let acting = acting(linked, &ids, day).await?;
                below.iter().filter(|p| !p.kind.is_managerial() || !acting.contains_key(&p.id)).map(|p| p.id).collect()
            }
        };
    }
    if depth == Depth::Own {
        // Whoever holds two posts may be their own superior in one of them.
        let doubled: Vec<PositionId> = on!(linked, conn => sqlx::query_scalar(
            "select t.position_id from tenure t join position p on p.id = t.position_id where p.government = $1 and t.kind <> 'definitive' and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2) \
             union select o.position_id from tenure t join tenure o on o.person_id = t.person_id and o.position_id <> t.position_id join position p on p.id = o.position_id \
             where p.government = $1 and t.kind <> 'definitive' and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2) and o.starts_on <= $2 and (o.ends_on is null or o.ends_on >= $2)")
            .bind(government).bind(day).fetch_all(conn).await?);
        found.extend(doubled);
    }
    Ok(found.into_iter().collect())
}

async fn posts(linked: &mut impl Linked, ids: &[PositionId]) -> Result<Vec<Post>> {
    Ok(for_ids!(linked, Post, ids,
        "select p.id, p.unit_id, u.name as unit_name, p.government, p.title, p.type, p.reports_to from position p join unit u on u.id = p.unit_id where p.id in "; ""))
}

/// Who acts in each post on the day.
async fn acting(linked: &mut impl Linked, ids: &[PositionId], day: &str) -> Result<HashMap<PositionId, Holder>> {
    let holders = for_ids!(linked, Holder, ids,
        "select t.position_id, t.id, t.person_id, e.name, t.kind from tenure t join person e on e.id = t.person_id where t.starts_on <= ", " and (t.ends_on is null or t.ends_on >= ", day, ") and t.position_id in ", day;
        " order by case t.kind when 'daily' then 0 when 'acting' then 1 else 2 end, t.starts_on desc, t.id");
    let mut acting = HashMap::new();
    for holder in holders {
        acting.entry(holder.position_id).or_insert(holder);
    }
    Ok(acting)
}

macro_rules! unit_heads {
    ($end:literal) => {
        concat!(
            "select u.id, u.parent_id, (select p.id from position p where p.unit_id = u.id and p.valid_from <= d.day and (p.valid_to is null or p.valid_to >= d.day) order by p.rank, p.title limit 1) as head, u.kind = 'pemerintah' and u.parent_id is null as is_whole from unit u, (select ",
            $end
        )
    };
}

async fn unit_heads(linked: &mut impl Linked, units: &[UnitId], day: &str) -> Result<HashMap<UnitId, UnitHead>> {
    let found = for_ids!(linked, UnitHead, units, unit_heads!("cast("), " as text) as day) d where u.id in ", day; "");
    Ok(found.into_iter().map(|u| (u.id, u)).collect())
}

/// The head of the secretariat: over the heads of agencies, and below the head of region.
async fn secretary(linked: &mut impl Linked, government: &str, day: &str) -> Result<Option<PositionId>> {
    Ok(on!(linked, conn => sqlx::query_scalar(
        "select p.id from position p join unit u on u.id = p.unit_id where u.government = $1 and u.agency_key = 'setda' and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2) order by p.rank, p.title limit 1")
        .bind(government).bind(day).fetch_optional(conn).await?))
}

/// For posts that report to none: the head of their unit, or, for the head itself, that of the next unit above with one.
async fn heads_above(linked: &mut impl Linked, without: &[Post], day: &str) -> Result<Vec<(PositionId, PositionId)>> {
    let mut units: HashMap<UnitId, UnitHead> = HashMap::new();
    let mut asked: Vec<UnitId> = without.iter().map(|p| p.unit_id).collect::<HashSet<_>>().into_iter().collect();
    for _ in 0..LONGEST {
        if asked.is_empty() {
            break;
        }
        let heads = unit_heads(linked, &asked, day).await?;
        asked = heads.values().filter_map(|u| u.parent_id).filter(|id| !units.contains_key(id) && !heads.contains_key(id)).collect::<HashSet<_>>().into_iter().collect();
        units.extend(heads);
    }
    let mut found = Vec::new();
    for post in without {
        let mut unit = Some(post.unit_id);
        let (mut superior, mut region) = (None, None);
        while let (Some(at), None) = (unit.and_then(|id| units.get(&id)), superior) {
            // What belongs to no agency is the head of region's; agencies come to them through the secretary.
            if at.is_whole && at.id != post.unit_id {
                region = at.head;
            } else {
                superior = at.head.filter(|head| *head != post.id);
            }
            unit = at.parent_id;
        }
        let leads_region = units.get(&post.unit_id).is_some_and(|own| own.is_whole && own.head == Some(post.id));
        if superior.is_none() && !leads_region {
            superior = secretary(linked, &post.government, day).await?.filter(|head| *head != post.id).or(region);
        }
        found.extend(superior.map(|superior| (post.id, superior)));
    }
    Ok(found)
}

/// Posts whose superior post is one of these.
async fn below(linked: &mut impl Linked, government: &str, over: &[PositionId], day: &str) -> Result<Vec<Post>> {
    let mut found = for_ids!(linked, Post, over,
        "select p.id, p.unit_id, u.name as unit_name, p.government, p.title, p.type, p.reports_to from position p join unit u on u.id = p.unit_id where p.reports_to in "; "");
    // Heads of units have those of their unit, and the heads of units below, who report to none.
    let own = posts(linked, over).await?;
    let heads = unit_heads(linked, &own.iter().map(|p| p.unit_id).collect::<Vec<_>>(), day).await?;
    let mut led: Vec<UnitId> = own.iter().filter(|p| heads.get(&p.unit_id).is_some_and(|u| u.head == Some(p.id))).map(|p| p.unit_id).collect();
    if secretary(linked, government, day).await?.is_some_and(|secretary| over.contains(&secretary)) {
        let whole: Vec<UnitId> = on!(linked, conn => sqlx::query_scalar("select id from unit where government = $1 and parent_id is null").bind(government).fetch_all(conn).await?);
        let heads = unit_heads(linked, &whole, day).await?;
        led.extend(whole.into_iter().filter(|unit| heads.get(unit).is_some_and(|u| u.head.is_none() || u.is_whole)));
    }
    let mut candidates: Vec<PositionId> = Vec::new();
    let within = for_ids!(linked, (PositionId,), led, "select p.id from position p where p.reports_to is null and p.unit_id in "; "");
    candidates.extend(within.into_iter().map(|(id,)| id));
    for _ in 0..LONGEST {
        if led.is_empty() {
            break;
        }
        let lower: Vec<UnitId> = for_ids!(linked, (UnitId,), led, "select u.id from unit u where u.parent_id in "; "").into_iter().map(|(id,)| id).collect();
        let heads = unit_heads(linked, &lower, day).await?;
        candidates.extend(heads.values().filter_map(|u| u.head));
        led = heads.into_values().filter(|u| u.head.is_none()).map(|u| u.id).collect();
    }
    let known: HashSet<PositionId> = found.iter().map(|p| p.id).chain(over.iter().copied()).collect();
    candidates.retain(|id| !known.contains(id));
    found.extend(posts(linked, &candidates).await?.into_iter().filter(|p| p.reports_to.is_none()));
    Ok(found)
}
