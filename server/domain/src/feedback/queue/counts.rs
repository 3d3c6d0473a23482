//! How many cases wait in each queue, counted no further than a reader needs to know.

use sqlx::{Postgres, QueryBuilder, Sqlite};
use vocabulary::feedback::Queue;

use super::sight::{Lane, push_guard};
use super::{COUNTED_MOST, Sight, Wanted};
use crate::db::{Link, Linked};
use crate::error::Result;

macro_rules! counts_of {
    ($db:ty, $conn:expr, $sight:expr) => {{
        let mut query = QueryBuilder::<$db>::new("");
        let mut first = true;
        for (lane, queue) in $sight.lanes.iter().flat_map(|lane| $sight.queues().iter().map(move |queue| (lane, *queue))) {
            if !lane.has(&Wanted::all(queue)) {
                continue;
            }
            query.push(if first { "select " } else { " union all select " }).push_bind(queue.as_str()).push(" as queue, count(*) as cases from (select 1 as one from ");
            first = false;
            if let Lane::Units(units) = lane {
                query.push("unit s cross join feedback_case c where s.id in (");
                let mut list = query.separated(", ");
                for unit in units {
                    list.push_bind(*unit);
                }
                query.push(") and c.handling_unit_id = s.id");
            } else {
                query.push("feedback_case c where c.government = ").push_bind($sight.government.slug.clone());
            }
            query.push(" and c.queue is not null and c.queue = ").push_bind(queue.as_str()).push(" and ").push(lane.condition("c"));
            if let Some(interests) = &$sight.guard {
                push_guard!(query, interests);
            }
            query.push(" limit ").push_bind(COUNTED_MOST).push(") counted");
        }
        if first { Vec::new() } else { query.build_query_as::<(String, i64)>().fetch_all($conn).await? }
    }};
}

/// How many cases wait in each queue of this sight, at most [`COUNTED_MOST`], in the order of the desk.
///
/// # Errors
/// The database's.
pub async fn queue_counts(linked: &mut impl Linked, sight: &Sight) -> Result<Vec<(Queue, i64)>> {
    let rows: Vec<(String, i64)> = match linked.link() {
        Link::Sqlite(conn) => counts_of!(Sqlite, conn, sight),
        Link::Postgres(conn) => counts_of!(Postgres, conn, sight),
    };
    let of = |queue: Queue| rows.iter().filter(|(word, _)| word == queue.as_str()).map(|(_, n)| n).sum::<i64>().min(COUNTED_MOST);
    Ok(sight.queues().iter().map(|queue| (*queue, of(*queue))).collect())
}
