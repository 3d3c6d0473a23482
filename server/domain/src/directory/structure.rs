//! How a government is built: the units under a unit with their heads, and the posts of a unit with how many people
//! each has and needs (peta jabatan). Both are trees told as a list, parents before children, with the depth of each.

use std::collections::{BTreeMap, HashMap, HashSet};

use vocabulary::directory::{PositionType, TenureKind, UnitKind};

use super::gate::Gate;
use super::positions::in_charge;
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::ids::{PersonId, PositionId, UnitId};
use crate::on;

/// A unit in the organisation chart.
#[derive(Debug, Clone)]
pub struct Node {
    /// 0: the unit asked for; 1: directly under it.
    pub depth: usize,
    pub slug: String,
    pub name: String,
    pub kind: UnitKind,
    /// How many units stand directly under it.
    pub below: i64,
    /// The post that leads it; none where a unit has no posts.
    pub head: Option<Head>,
}

/// The post that leads a unit: the one of the lowest rank number.
#[derive(Debug, Clone)]
pub struct Head {
    pub slug: String,
    pub title: String,
    /// How the person in charge holds it (Plh before Plt before definitive); none: vacant.
    pub held_as: Option<TenureKind>,
    /// The name of the person in charge; of managerial posts only.
    pub holder: Option<String>,
}

/// One row for each unit, head and holder: whoever stands in makes a second one.
#[derive(sqlx::FromRow)]
struct UnitRow {
    id: UnitId,
    government: String,
    slug: String,
    name: String,
    #[sqlx(try_from = "String")]
    kind: UnitKind,
    below: i64,
    head_slug: Option<String>,
    head_title: Option<String>,
    held_as: Option<String>,
    holder: Option<String>,
}

/// A unit and the units directly under it that are in force on a day, in the order of their kinds and names. One query;
/// a unit that stands under itself is shown once.
///
/// # Errors
/// [`Error::NotFound`] when this government has no such unit, and the database's.
pub async fn subtree(linked: &mut impl Linked, gate: &Gate, government: &str, unit: UnitId, day: &str) -> Result<Vec<Node>> {
    // Joins by index and no sorting: the few rows are put in order below, in the same way for both databases.
    let mut rows: Vec<UnitRow> = on!(linked, conn => sqlx::query_as(
        "select u.id, u.government, u.slug, u.name, u.kind, \
         (select count(*) from unit b where b.parent_id = u.id and b.id <> u.id and b.valid_from <= $2 and (b.valid_to is null or b.valid_to >= $2)) as below, \
         h.slug as head_slug, h.title as head_title, t.kind as held_as, e.name as holder \
         from unit u \
         left join position h on h.id = (select p.id from position p where p.unit_id = u.id and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2) order by p.rank, p.title limit 1) \
         left join tenure t on t.position_id = h.id and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2) \
         left join person e on e.id = t.person_id and $3 like '%,' || h.type || ',%' \
         where u.id = $1 or (u.parent_id = $1 and u.valid_from <= $2 and (u.valid_to is null or u.valid_to >= $2))")
        .bind(unit).bind(day).bind(gate.named_types()).fetch_all(conn).await?);
    rows.sort_by_cached_key(|row| {
        (row.id != unit, row.kind, row.name.to_lowercase(), row.slug.clone(), row.head_title.clone(), row.head_slug.clone(), in_charge(row.held_as.as_deref()), row.holder.clone())
    });
    rows.dedup_by_key(|row| row.id);
    if rows.first().is_none_or(|root| root.id != unit || root.government != government) {
        return Err(Error::NotFound);
    }
    rows.into_iter()
        .map(|row| {
            let held_as = row.held_as.map(TenureKind::try_from).transpose().map_err(|e| Error::Broken(e.to_string()))?;
            let head = row.head_slug.zip(row.head_title).map(|(slug, title)| Head { slug, title, held_as, holder: row.holder });
            Ok(Node { depth: usize::from(row.id != unit), slug: row.slug, name: row.name, kind: row.kind, below: row.below, head })
        })
        .collect()
}

/// A post in the job map of its unit.
#[derive(Debug, Clone)]
pub struct MapNode {
    /// 0 for a post whose superior, if any, is in another unit.
    pub depth: usize,
    pub slug: String,
    pub title: String,
    pub kind: PositionType,
    pub job_class: Option<i64>,
    /// B (bezetting): how many hold it in their own right that day. Whoever stands in as Plt or Plh is counted at
    /// their own post.
    pub held: i64,
    /// K (kebutuhan): how many it needs.
    pub required: i64,
    /// How somebody stands in for the holder that day, if somebody does.
    pub stands_in: Option<TenureKind>,
}

impl MapNode {
    /// B − K: below nought where people are missing.
    pub const fn difference(&self) -> i64 {
        self.held - self.required
    }

    /// Nobody holds it in their own right.
    pub const fn is_vacant(&self) -> bool {
        self.held == 0
    }
}

/// Sums over some posts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    pub posts: i64,
    pub vacant: i64,
    /// B.
    pub held: i64,
    /// K.
    pub required: i64,
}

impl Totals {
    fn add(&mut self, node: &MapNode) {
        self.posts += 1;
        self.vacant += i64::from(node.is_vacant());
        self.held += node.held;
        self.required += node.required;
    }

    /// B − K.
    pub const fn difference(&self) -> i64 {
        self.held - self.required
    }
}

/// The job map of a unit, with its sums.
#[derive(Debug, Clone, Default)]
pub struct JobMap {
    /// Superiors before their subordinates.
    pub posts: Vec<MapNode>,
    pub all: Totals,
    /// In the order of the types, managerial first.
    pub by_type: Vec<(PositionType, Totals)>,
    /// The highest class first; posts without a class last.
    pub by_class: Vec<(Option<i64>, Totals)>,
}

#[derive(Clone, sqlx::FromRow)]
pub(super) struct PostRow {
    pub(super) id: PositionId,
    pub(super) reports_to: Option<PositionId>,
    pub(super) slug: String,
    pub(super) title: String,
    #[sqlx(rename = "type", try_from = "String")]
    pub(super) kind: PositionType,
    pub(super) job_class: Option<i64>,
    pub(super) required: i64,
    /// How one of those in office holds it; each makes a row.
    pub(super) held_as: Option<String>,
    pub(super) person: Option<PersonId>,
}

/// Those in office at one post.
#[derive(Default)]
struct InOffice {
    definitive: HashSet<PersonId>,
    stands_in: Option<String>,
}

/// The posts of one unit on a day as a tree of who reports to whom. One query.
///
/// # Errors
/// The database's.
pub async fn job_map(linked: &mut impl Linked, gate: &Gate, unit: UnitId, day: &str) -> Result<JobMap> {
    let rows: Vec<PostRow> = on!(linked, conn => sqlx::query_as(
        "select p.id, p.reports_to, p.slug, p.title, p.type, p.job_class, p.headcount_required as required, t.kind as held_as, t.person_id as person from position p \
         left join tenure t on t.position_id = p.id and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2) \
         where p.unit_id = $1 and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2) order by p.rank, p.title, p.slug")
        .bind(unit).bind(day).fetch_all(conn).await?);
    map_of(gate, rows)
}

/// The map of posts that stand in the order of their rank.
pub(super) fn map_of(gate: &Gate, mut rows: Vec<PostRow>) -> Result<JobMap> {
    let mut in_office: HashMap<PositionId, InOffice> = HashMap::new();
    for row in &rows {
        let post = in_office.entry(row.id).or_default();
        match row.held_as.as_deref() {
            Some("definitive") => post.definitive.extend(row.person),
            Some(kind) if post.stands_in.is_none() || in_charge(Some(kind)) < in_charge(post.stands_in.as_deref()) => post.stands_in = Some(kind.to_owned()),
            _ => {}
        }
    }
    rows.dedup_by_key(|row| row.id);
    let links: Vec<_> = rows.iter().map(|row| (row.id, row.reports_to)).collect();
    let mut map = JobMap::default();
    let mut by_type: BTreeMap<PositionType, Totals> = BTreeMap::new();
    let mut by_class: BTreeMap<i64, Totals> = BTreeMap::new();
    for (index, depth) in in_tree_order(&links) {
        let row = rows[index].clone();
        let post = in_office.remove(&row.id).unwrap_or_default();
        let stands_in = post.stands_in.map(TenureKind::try_from).transpose().map_err(|e| Error::Broken(e.to_string()))?;
        let node = MapNode {
            depth,
            slug: row.slug,
            title: row.title,
            kind: row.kind,
            job_class: row.job_class.filter(|_| gate.open.position_job_class),
            held: post.definitive.len() as i64,
            required: row.required,
            stands_in,
        };
        map.all.add(&node);
        by_type.entry(node.kind).or_default().add(&node);
        // Turned round, so that the highest class comes first and what has none last.
        by_class.entry(node.job_class.map_or(i64::MAX, |class| -class)).or_default().add(&node);
        map.posts.push(node);
    }
    map.by_type = by_type.into_iter().collect();
    map.by_class = by_class.into_iter().map(|(class, totals)| ((class != i64::MAX).then_some(-class), totals)).collect();
    Ok(map)
}

/// No real chain of superiors within a unit is longer; what is deeper by mistake is shown at this depth.
const DEEPEST: usize = 12;

/// Every row once, superiors before subordinates and otherwise in the given order, with its depth. A superior who is
/// not among the rows makes a root; a circle of superiors is opened at its first row.
fn in_tree_order<Id: Copy + Eq + std::hash::Hash>(rows: &[(Id, Option<Id>)]) -> Vec<(usize, usize)> {
    let index: HashMap<Id, usize> = rows.iter().enumerate().map(|(i, (id, _))| (*id, i)).collect();
    let superior = |i: usize| rows[i].1.and_then(|id| index.get(&id).copied()).filter(|s| *s != i);
    let mut under: Vec<Vec<usize>> = vec![Vec::new(); rows.len()];
    for i in 0..rows.len() {
        if let Some(s) = superior(i) {
            under[s].push(i);
        }
    }
    let mut order = Vec::with_capacity(rows.len());
    let mut seen = vec![false; rows.len()];
    // First from the true roots, then from whatever these did not reach: that is a circle.
    let starts = (0..rows.len()).filter(|i| superior(*i).is_none()).chain(0..rows.len());
    for start in starts {
        let mut waiting = vec![(start, 0)];
        while let Some((i, depth)) = waiting.pop() {
            if std::mem::replace(&mut seen[i], true) {
                continue;
            }
            order.push((i, depth));
            waiting.extend(under[i].iter().rev().map(|child| (*child, (depth + 1).min(DEEPEST))));
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn superiors_come_before_subordinates() {
        let rows = [(1, None), (2, Some(1)), (3, Some(1)), (4, Some(2)), (5, Some(9))];
        assert_eq!(in_tree_order(&rows), [(0, 0), (1, 1), (3, 2), (2, 1), (4, 0)]);
    }

    #[test]
    fn a_circle_is_opened_and_nothing_is_lost() {
        let rows = [(1, Some(3)), (2, Some(1)), (3, Some(2)), (4, Some(4)), (5, None)];
        let order = in_tree_order(&rows);
        assert_eq!(order, [(3, 0), (4, 0), (0, 0), (1, 1), (2, 2)]);
    }

    #[test]
    fn a_chain_without_end_stays_shallow() {
        let rows: Vec<(u32, Option<u32>)> = (0..20_000_u32).map(|i| (i, i.checked_sub(1))).collect();
        let order = in_tree_order(&rows);
        assert_eq!(order.len(), rows.len());
        assert_eq!(order.iter().map(|(_, depth)| *depth).max(), Some(DEEPEST));
    }
}
