//! Posts of a past day, a page at a time.

use vocabulary::directory::PositionType;

use super::structure::other_than_today;
use crate::db::Linked;
use crate::directory::gate::Gate;
use crate::directory::history::{PositionContent, UnitContent};
use crate::directory::positions::{ListedPosition, PAGE, Page};
use crate::error::Result;
use crate::on;

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    listed: ListedPosition,
    content: String,
    unit_content: String,
}

/// How many are read at once: of a rare type most are passed over.
const READ: i64 = 200;

/// Posts of a day in the order of their addresses; of one type then, or all.
///
/// # Errors
/// The database's.
pub async fn posts(linked: &mut impl Linked, gate: &Gate, government: &str, day: &str, kind: Option<PositionType>, after: &str) -> Result<Page> {
    let mut positions: Vec<ListedPosition> = Vec::new();
    let mut from = after.to_owned();
    loop {
        let rows: Vec<Row> = on!(linked, conn => sqlx::query_as(
            "select p.id, p.slug, p.title, p.type, u.name as unit_name, u.slug as unit_slug, p.headcount_required, \
             case when p.version_from = v.valid_from then '' else v.content end as content, case when u.version_from = w.valid_from then '' else w.content end as unit_content, \
             (select count(*) from tenure t where t.position_id = p.id and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2)) as headcount_actual, \
             (select e.name from tenure t join person e on e.id = t.person_id where t.position_id = p.id and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2) order by t.starts_on desc limit 1) as holder, \
             (select t.kind from tenure t where t.position_id = p.id and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2) order by t.starts_on desc limit 1) as holder_kind \
             from position p join directory_version v on v.subject_id = p.id and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $2) \
             join directory_version w on w.subject_id = v.unit_id and w.valid_from <= $2 and (w.valid_to is null or w.valid_to >= $2) join unit u on u.id = w.subject_id \
             where p.government = $1 and p.slug > $3 order by p.slug limit $4")
            .bind(government).bind(day).bind(&from).bind(READ).fetch_all(conn).await?);
        let last = rows.len() < READ as usize;
        from = rows.last().map(|row| row.listed.slug.clone()).unwrap_or_default();
        for mut row in rows {
            let post = &mut row.listed;
            if let Some(then) = other_than_today::<PositionContent>(&row.content)? {
                (post.title, post.kind, post.headcount_required) = (then.title, then.kind, then.headcount_required);
            }
            if let Some(then) = other_than_today::<UnitContent>(&row.unit_content)? {
                post.unit_name = then.name;
            }
            if !gate.names_holder(post.kind) {
                (post.holder, post.holder_kind) = (None, None);
            }
            if kind.is_none_or(|kind| post.kind == kind) {
                positions.push(row.listed);
            }
        }
        if last || positions.len() as i64 > PAGE {
            break;
        }
    }
    let more = positions.len() as i64 > PAGE;
    positions.truncate(PAGE as usize);
    let after = positions.last().map(|p| p.slug.clone()).filter(|_| more);
    Ok(Page { positions, after })
}
