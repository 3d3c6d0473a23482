//! Workload analysis (analisis beban kerja, ABK): how many people a post needs, from how often each task comes and how
//! long one takes. Internal; the number needed is published once it is in force.

use vocabulary::{Fault, Problems, text};

use super::edit::Fields;
use super::positions;
use crate::accounts::Actor;
use crate::db::Linked;
use crate::directory::gate::Gate;
use crate::error::{Error, Result};
use crate::ids::PositionId;
use crate::on;
use crate::portal::Portal;
use crate::rules::{self, Rule};
use vocabulary::accounts::Role;

/// One task: how many a year and how many minutes one takes.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Task {
    pub task: String,
    pub volume_per_year: i64,
    pub minutes: i64,
}

/// The sum and what follows from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workload {
    pub tasks: Vec<Task>,
    /// Minutes of all tasks in a year.
    pub total_minutes: i64,
    /// Effective minutes a person works in a year, with the rule it stands in.
    pub minutes_a_year: i64,
    pub citation: String,
    /// People needed, in hundredths: 263 is 2.63.
    pub needed_hundredths: i64,
}

/// Required posts = sum(volume × norm minutes) / effective minutes a year; hundredths, rounded half up
/// (PermenPANRB 1/2020).
pub fn needed_hundredths(tasks: &[Task], minutes_a_year: i64) -> (i64, i64) {
    let total: i64 = tasks.iter().map(|t| t.volume_per_year.saturating_mul(t.minutes)).fold(0, i64::saturating_add);
    if minutes_a_year <= 0 {
        return (total, 0);
    }
    (total, (total.saturating_mul(100).saturating_add(minutes_a_year / 2)) / minutes_a_year)
}

/// The analysis of a post, for an administrator over its unit.
///
/// # Errors
/// [`Error::NotFound`] for everyone else.
pub async fn of_position(linked: &mut impl Linked, actor: &Actor, government: &str, slug: &str, day: &str) -> Result<(positions::Position, Workload)> {
    let post = allowed(linked, actor, government, slug).await?;
    let tasks: Vec<Task> =
        on!(linked, conn => sqlx::query_as("select task, volume_per_year, minutes from workload where position_id = $1 order by number").bind(post.id).fetch_all(conn).await?);
    let Rule { value, citation } = rules::in_force(linked, "directory.effective_minutes", day).await?;
    let (total_minutes, needed_hundredths) = needed_hundredths(&tasks, value);
    Ok((post, Workload { tasks, total_minutes, minutes_a_year: value, citation, needed_hundredths }))
}

async fn allowed(linked: &mut impl Linked, actor: &Actor, government: &str, slug: &str) -> Result<positions::Position> {
    let scope = actor.scope(linked, Role::Administrator, government).await?;
    let post = positions::show(linked, Gate::inside(), government, slug).await?;
    if scope.units.contains(&post.unit_id) { Ok(post) } else { Err(Error::NotFound) }
}

/// Reads "task | volume | minutes", one a line.
///
/// # Errors
/// Faults of the field `uraian`.
pub fn parse(fields: &Fields) -> Result<Vec<Task>, Problems> {
    let wrong = |fault| Problems(vec![vocabulary::Problem { field: "uraian", fault }]);
    let typed = text::paragraphs(fields.get("uraian"), 0, 8000).map_err(wrong)?;
    let mut tasks = Vec::new();
    for line in typed.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let mut parts = line.rsplitn(3, '|').map(str::trim);
        let (minutes, volume, task) = (parts.next(), parts.next(), parts.next());
        let read = |n: Option<&str>| n.and_then(|n| n.replace('.', "").parse::<i64>().ok()).filter(|n| (0..=100_000_000).contains(n));
        match (task.filter(|t| !t.is_empty()), read(volume), read(minutes)) {
            (Some(task), Some(volume_per_year), Some(minutes)) => tasks.push(Task { task: task.to_owned(), volume_per_year, minutes }),
            _ => return Err(wrong(Fault::NotANumber)),
        }
    }
    Ok(tasks)
}

/// Keeps an analysis in place of the one before.
///
/// # Errors
/// As [`of_position`].
pub async fn save(portal: &Portal, actor: &Actor, government: &str, slug: &str, tasks: &[Task]) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let post = allowed(&mut tx, actor, government, slug).await?;
    write(&mut tx, post.id, tasks).await?;
    tx.commit().await
}

pub(crate) async fn write(tx: &mut crate::db::Tx, position: PositionId, tasks: &[Task]) -> Result<()> {
    on!(tx, conn => sqlx::query("delete from workload where position_id = $1").bind(position).execute(conn).await?.rows_affected());
    for (number, task) in tasks.iter().enumerate() {
        on!(tx, conn => sqlx::query("insert into workload (position_id, number, task, volume_per_year, minutes) values ($1, $2, $3, $4, $5)")
            .bind(position).bind(number as i64 + 1).bind(&task.task).bind(task.volume_per_year).bind(task.minutes).execute(conn).await?.rows_affected());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_regulation() {
        let task = |volume_per_year, minutes| Task { task: "x".into(), volume_per_year, minutes };
        // 6000 × 15 + 4000 × 20 + 600 × 45 = 197 000 minutes; / 75 000 = 2.63
        assert_eq!(needed_hundredths(&[task(6000, 15), task(4000, 20), task(600, 45)], 75_000), (197_000, 263));
        assert_eq!(needed_hundredths(&[], 75_000), (0, 0));
        assert_eq!(needed_hundredths(&[task(i64::MAX, 2)], 75_000).0, i64::MAX, "never overflows");
    }

    #[test]
    fn lines_are_read_or_refused() {
        let read = |text: &str| parse(&[("uraian", text)].into_iter().collect());
        let task = Task { task: "Menerima | berkas".into(), volume_per_year: 6000, minutes: 15 };
        assert_eq!(read("Menerima | berkas | 6.000 | 15"), Ok(vec![task]));
        for bad in ["Menerima berkas", "Menerima | enam | 15", "| 5 | 5", "x | -1 | 5"] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }
}
