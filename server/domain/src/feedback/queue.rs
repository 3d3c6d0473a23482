//! What waits on someone's desks, by what is to be done and by when.
//!
//! A page is one walk along an index from where the last page ended, whatever stands in the tables: over the whole
//! government for who sees all of it, else over each of one's units at once, in one statement. What an index cannot narrow
//! to is looked for among the next [`LOOKED_AT`] cases, and the page says where it stopped looking. Reports that were made
//! one stand in no queue: their main case does, and tells how many they are.

mod counts;
mod sight;
mod unseen;

use sqlx::{Postgres, QueryBuilder, Sqlite};
use uuid::Uuid;
use vocabulary::evaluation::Element;
use vocabulary::feedback::{DueBy, Holding, Kind, Protection, Queue, Status};

use super::deadline::Deadline;
use super::guard::Matter;
use crate::calendar::Calendar;
use crate::clock::{Millis, day_text, parse_day};
use crate::db::{Link, Linked};
use crate::error::Result;
use crate::ids::{AccountId, CaseId, ServiceId, UnitId};

pub use counts::queue_counts;
pub use sight::Sight;
use sight::{Lane, push_guard};
pub use unseen::{Unseen, unseen_photos};

/// A page of a queue.
pub const QUEUE_PAGE: usize = 25;
/// How many cases are looked at for a page of what no index narrows to.
pub const LOOKED_AT: usize = 2000;
/// No count goes beyond: then it is "99+".
pub const COUNTED_MOST: i64 = 100;
/// Where a case stands that has no last day.
const NO_DAY: &str = "9999-12-31";

/// What of a queue is asked for.
#[derive(Debug, Clone)]
pub struct Wanted {
    pub queue: Queue,
    /// The unit that handles it; before anyone does, the unit it is about.
    pub unit: Option<UnitId>,
    pub service: Option<ServiceId>,
    pub kind: Option<Kind>,
    pub element: Option<Element>,
    pub protection: Option<Protection>,
    pub holding: Option<Holding>,
    pub due: Option<DueBy>,
    pub unread: bool,
    /// Each of these words stands in the title or in what the searcher may read of it.
    pub words: String,
}

impl Wanted {
    pub const fn all(queue: Queue) -> Self {
        Self { queue, unit: None, service: None, kind: None, element: None, protection: None, holding: None, due: None, unread: false, words: String::new() }
    }

    /// Whether it is narrowed at all.
    pub fn is_narrow(&self) -> bool {
        self.looks() || self.unit.is_some() || self.holding.is_some() || self.due.is_some()
    }

    /// The unit where an index knows it: what waits for verification has none yet.
    fn indexed_unit(&self) -> Option<UnitId> {
        self.unit.filter(|_| !matches!(self.queue, Queue::Verify | Queue::Info))
    }

    /// Whether cases are looked at that may not belong to it.
    fn looks(&self) -> bool {
        self.service.is_some()
            || self.kind.is_some()
            || self.element.is_some()
            || self.protection.is_some()
            || self.holding == Some(Holding::Nobody)
            || self.unread
            || !self.words.is_empty()
            || self.unit.is_some() && self.indexed_unit().is_none()
    }
}

/// Where a page ends: the next begins after it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct QueueCursor {
    pub due: String,
    pub id: Uuid,
}

impl std::fmt::Display for QueueCursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.due, self.id.simple())
    }
}

impl std::str::FromStr for QueueCursor {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (due, id) = text.split_once('.').ok_or(())?;
        parse_day(due).ok_or(())?;
        Ok(Self { due: due.to_owned(), id: Uuid::try_parse(id).map_err(|_| ())? })
    }
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct QueuedCase {
    pub id: CaseId,
    pub government: String,
    pub reference: String,
    pub title: String,
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    #[sqlx(try_from = "String")]
    pub status: Status,
    #[sqlx(try_from = "String")]
    pub protection: Protection,
    pub unit_name: Option<String>,
    pub received_at: Millis,
    pub queue_due: String,
    pub clock_days: Option<i64>,
    pub paused_since: Option<String>,
    pub reopen_asked_at: Option<Millis>,
    /// Number of its last step: what a form is made from.
    pub version: i64,
    /// How many messages of the reporter nobody has read.
    pub unread: i64,
    /// How many other reports became part of it.
    pub joined: i64,
    pub holder: Option<AccountId>,
    pub holder_name: Option<String>,
    #[sqlx(flatten)]
    matter: Matter,
}

impl QueuedCase {
    fn cursor(&self) -> QueueCursor {
        QueueCursor { due: self.queue_due.clone(), id: self.id.0 }
    }

    /// Where its clock stands today, with a calendar that was read once for the whole page.
    pub fn stands(&self, calendar: &Calendar, today: &str) -> Deadline {
        match (self.status, &self.paused_since) {
            (Status::NeedsInfo, Some(since)) => Deadline::Paused { since: since.clone() },
            (Status::Closed, _) => Deadline::Over,
            _ if self.queue_due == NO_DAY && self.clock_days.is_none() => Deadline::None,
            _ if self.queue_due == NO_DAY => Deadline::Later,
            _ => Deadline::of_day(calendar, &self.queue_due, today),
        }
    }
}

pub struct QueuePage {
    pub cases: Vec<QueuedCase>,
    pub after: Option<QueueCursor>,
    /// It is not full, and there is more to look at.
    pub stopped: bool,
}

const COLUMNS: &str = "select c.id, c.government, c.reference, c.title, c.kind, c.status, c.protection, coalesce(h.name, u.name) as unit_name, c.received_at, c.queue_due, c.clock_days, c.paused_since, c.reopen_asked_at, \
    (select coalesce(max(t.number), 0) from feedback_step t where t.case_id = c.id) as version, \
    (select count(*) from feedback_message m where m.case_id = c.id and m.by_role = 'reporter' and m.read_at is null) as unread, \
    (select count(*) from feedback_case j where j.merged_into_id = c.id) as joined, \
    c.assigned_to as holder, a.display_name as holder_name, c.unit_id, c.handling_unit_id, c.position_id, c.happened_on from (";
const JOINED: &str = ") f join feedback_case c on c.id = f.id left join unit u on u.id = c.unit_id left join unit h on h.id = c.handling_unit_id left join account a on a.id = c.assigned_to order by c.queue_due, c.id";

/// How the two databases walk along an index once for each unit: SQLite knows no `lateral`, and PostgreSQL would not find
/// the way through `in`. The limit at the end keeps SQLite from joining into it, which would walk twice.
trait Walks {
    const EACH_UNIT: &'static str;
    const END: &'static str;
}

impl Walks for Sqlite {
    const EACH_UNIT: &'static str =
        " from unit s cross join feedback_case e where e.rowid in (select x.rowid from feedback_case x where x.handling_unit_id = s.id and x.queue is not null and x.queue = ";
    const END: &'static str = ") and s.id in (";
}

impl Walks for Postgres {
    const EACH_UNIT: &'static str =
        " from unit s cross join lateral (select x.id, x.queue_due from feedback_case x where x.handling_unit_id = s.id and x.queue is not null and x.queue = ";
    const END: &'static str = ") e where s.id in (";
}

/// What the index narrows to, with the columns named: `most` rows of each walk after skipping so many.
macro_rules! push_walk {
    ($db:ty, $query:expr, $what:literal, $sight:expr, $lane:expr, $wanted:expr, $after:expr, $today:expr, $most:expr, $skipped:expr) => {{
        let query = &mut $query;
        let mine = $wanted.holding == Some(Holding::Mine);
        let unit = $wanted.indexed_unit();
        let many = match $lane {
            Lane::Units(units) if !mine && unit.is_none() && units.len() > 1 => Some(units),
            _ => None,
        };
        match many {
            Some(_) => {
                query.push(concat!("select ", $what)).push(<$db as Walks>::EACH_UNIT).push_bind($wanted.queue.as_str());
            }
            None => {
                query.push(concat!("select ", $what, " from feedback_case e where e.queue is not null and e.queue = ")).push_bind($wanted.queue.as_str());
            }
        }
        let name = if many.is_some() { "x" } else { "e" };
        if many.is_none() {
            if mine {
                query.push(" and e.assigned_to = ").push_bind($sight.account);
            } else if let Some(unit) = unit {
                query.push(" and e.handling_unit_id = ").push_bind(unit);
            } else if let Lane::Units(units) = $lane {
                query.push(" and e.handling_unit_id = ").push_bind(units.first().copied().unwrap_or(UnitId(Uuid::nil())));
            } else {
                query.push(" and e.government = ").push_bind($sight.government.slug.clone());
            }
        }
        query.push(" and ").push($lane.condition(name));
        match $wanted.due {
            Some(DueBy::Late) => {
                query.push(" and ").push(name).push(".queue_due < ").push_bind($today.to_owned());
            }
            Some(DueBy::Week) => {
                let last = parse_day($today).map(|day| day_text(day.saturating_add(time::Duration::days(6)))).unwrap_or_default();
                query.push(" and ").push(name).push(".queue_due >= ").push_bind($today.to_owned()).push(" and ").push(name).push(".queue_due <= ").push_bind(last);
            }
            None => {}
        }
        if let Some(QueueCursor { due, id }) = $after {
            query.push(" and (").push(name).push(".queue_due, ").push(name).push(".id) > (").push_bind(due.clone()).push(", ").push_bind(*id).push(")");
        }
        query.push(" order by ").push(name).push(".queue_due, ").push(name).push(".id limit ").push_bind($most as i64);
        if $skipped > 0 {
            query.push(" offset ").push_bind($skipped as i64);
        }
        if let Some(units) = many {
            query.push(<$db as Walks>::END);
            let mut list = query.separated(", ");
            for unit in units {
                list.push_bind(*unit);
            }
            query.push(") limit 1000000");
        }
    }};
}

/// What is looked at row by row, of the case `c`.
macro_rules! push_filters {
    ($query:expr, $sight:expr, $lane:expr, $wanted:expr) => {{
        if $wanted.holding == Some(Holding::Mine) {
            // They are few, and found by whom they are with.
            $query.push(" and c.government = ").push_bind($sight.government.slug.clone());
            if let Lane::Units(units) = $lane {
                $query.push(" and c.handling_unit_id in (");
                let mut list = $query.separated(", ");
                for unit in units {
                    list.push_bind(*unit);
                }
                $query.push(")");
            }
        }
        if let Some(service) = $wanted.service {
            $query.push(" and c.service_id = ").push_bind(service);
        }
        if let Some(kind) = $wanted.kind {
            $query.push(" and c.kind = ").push_bind(kind.as_str());
        }
        if let Some(element) = $wanted.element {
            $query.push(" and c.element = ").push_bind(element.as_str());
        }
        if let Some(protection) = $wanted.protection {
            $query.push(" and c.protection = ").push_bind(protection.as_str());
        }
        if $wanted.holding == Some(Holding::Nobody) {
            $query.push(" and c.assigned_to is null");
        }
        if let (Some(unit), None) = ($wanted.unit, $wanted.indexed_unit()) {
            $query.push(" and c.unit_id = ").push_bind(unit);
        }
        if $wanted.unread {
            $query.push(" and exists (select 1 from feedback_message m where m.case_id = c.id and m.by_role = 'reporter' and m.read_at is null)");
        }
        // A search finds what its reader may read, else words could be guessed by searching for them.
        let told = match $lane {
            Lane::Whole | Lane::Misconduct => "c.text",
            Lane::Handled | Lane::Units(_) | Lane::Watched => "case when c.protection = 'publik' then c.text else coalesce(c.public_text, '') end",
        };
        for word in $wanted.words.split_whitespace().take(5) {
            let like = format!("%{}%", word.to_lowercase().replace(['%', '_', '\\'], ""));
            $query.push(" and (lower(c.title) like ").push_bind(like.clone()).push(" or lower(").push(told).push(") like ").push_bind(like).push(")");
        }
        if let Some(interests) = &$sight.guard {
            push_guard!($query, interests);
        }
    }};
}

macro_rules! page_of {
    ($db:ty, $conn:expr, $sight:expr, $lane:expr, $wanted:expr, $after:expr, $today:expr, $each:expr, $plain:expr) => {{
        let mut query = QueryBuilder::<$db>::new(COLUMNS);
        if $plain {
            push_walk!($db, query, "e.id", $sight, $lane, $wanted, $after, $today, $each, 0);
        } else {
            query.push("select c.id from (");
            push_walk!($db, query, "e.id", $sight, $lane, $wanted, $after, $today, $each, 0);
            query.push(") k join feedback_case c on c.id = k.id where true");
            push_filters!(query, $sight, $lane, $wanted);
            query.push(" order by c.queue_due, c.id limit ").push_bind(QUEUE_PAGE as i64 + 1);
        }
        query.push(JOINED);
        query.build_query_as().fetch_all($conn).await?
    }};
}

macro_rules! edge_of {
    ($db:ty, $conn:expr, $sight:expr, $lane:expr, $wanted:expr, $after:expr, $today:expr, $each:expr) => {{
        let mut query = QueryBuilder::<$db>::new("select k.queue_due, k.id from (");
        push_walk!($db, query, "e.queue_due, e.id", $sight, $lane, $wanted, $after, $today, 1, $each - 1);
        query.push(") k order by k.queue_due, k.id limit 1");
        query.build_query_as().fetch_optional($conn).await?
    }};
}

/// One page of a queue as this sight of it goes; what is late comes first.
///
/// # Errors
/// The database's.
pub async fn queue(linked: &mut impl Linked, sight: &Sight, wanted: &Wanted, after: Option<&QueueCursor>, today: &str) -> Result<QueuePage> {
    let looks = wanted.looks() || sight.guard.is_some();
    // Most of what is looked for is near: the long way is gone only where the short one was not enough.
    let (mut found, mut edge) = look(linked, sight, wanted, after, today, if looks { LOOKED_AT / 8 } else { 0 }).await?;
    if edge.is_some() && found.len() <= QUEUE_PAGE {
        (found, edge) = look(linked, sight, wanted, after, today, LOOKED_AT).await?;
    }
    found.sort_by_key(QueuedCase::cursor);
    let more = found.len() > QUEUE_PAGE;
    found.truncate(QUEUE_PAGE);
    let stopped = !more && edge.is_some();
    let after = if more { found.last().map(QueuedCase::cursor) } else { edge };
    Ok(QueuePage { cases: found, after, stopped })
}

/// The next cases, one more than a page has, and where looking stopped. So many are looked at; 0 where the index has all.
async fn look(
    linked: &mut impl Linked,
    sight: &Sight,
    wanted: &Wanted,
    after: Option<&QueueCursor>,
    today: &str,
    looked_at: usize,
) -> Result<(Vec<QueuedCase>, Option<QueueCursor>)> {
    let looks = looked_at > 0;
    let mut found: Vec<QueuedCase> = Vec::new();
    let mut edge: Option<QueueCursor> = None;
    for lane in sight.lanes.iter().filter(|lane| lane.has(wanted)) {
        let mine = wanted.holding == Some(Holding::Mine);
        let walks = match lane {
            Lane::Units(units) if wanted.indexed_unit().is_none() && !mine => units.len().max(1),
            _ => 1,
        };
        let each = if looks { (looked_at / walks).max(QUEUE_PAGE * 2) } else { QUEUE_PAGE + 1 };
        let plain = !looks && !mine && walks == 1;
        let rows: Vec<QueuedCase> = match linked.link() {
            Link::Sqlite(conn) => page_of!(Sqlite, conn, sight, lane, wanted, after, today, each, plain),
            Link::Postgres(conn) => page_of!(Postgres, conn, sight, lane, wanted, after, today, each, plain),
        };
        // Beyond where one walk stopped, the order of all of them is not known.
        if looks && (walks > 1 || rows.len() <= QUEUE_PAGE) {
            let stop: Option<(String, Uuid)> = match linked.link() {
                Link::Sqlite(conn) => edge_of!(Sqlite, conn, sight, lane, wanted, after, today, each),
                Link::Postgres(conn) => edge_of!(Postgres, conn, sight, lane, wanted, after, today, each),
            };
            if let Some((due, id)) = stop {
                let stop = QueueCursor { due, id };
                edge = Some(edge.map_or(stop.clone(), |edge| edge.min(stop)));
            }
        }
        found.extend(rows);
    }
    // The guard stands in the query; this is the same rule once more, should the two ever differ.
    found.retain(|case| sight.guard.as_ref().is_none_or(|interests| !interests.hinder(&case.matter)));
    if let Some(edge) = &edge {
        found.retain(|case| case.cursor() <= *edge);
    }
    Ok((found, edge))
}
