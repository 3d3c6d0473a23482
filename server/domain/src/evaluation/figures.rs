//! What everyone may know of feedback and evidence, per unit and quarter: which kinds came, how it ended, how much of it
//! became evidence, and why some did not. Never a person, never a rank. Long because the test that subtracts every
//! published number from every other stands beside the rule that it holds.
//!
//! - **A rater counts once** a unit and quarter, with the last report: whoever signed in and gave a name is known again by
//!   a keyed hash, of an anonymous report nothing is kept by which it could be, so it counts for itself. What was merged
//!   counts with its main report; what is suspected and not released does not count at all.
//! - **At least ten raters** (a rule), in every number that is not nought, and in what is left when any number is taken
//!   from another: within a unit by suppressing a second cell, for the government by adding up only what its units show.
//! - **Frozen** some days after the quarter ended: a table that follows the cases tells, from one day to the next, one.

use std::collections::{BTreeMap, HashMap};

use vocabulary::evaluation::quarter_of;

use super::suspicion::Numbers;
use crate::calendar::Calendar;
use crate::clock::{Millis, day_text, local_day, parse_day};
use crate::db::Linked;
use crate::directory::{Government, governments};
use crate::error::Result;
use crate::ids::{CaseId, UnitId};
use crate::ledger;
use crate::on;
use crate::portal::Portal;
use crate::rules;
use crate::statistics::{nearest_rank, share};

/// The partitions of the same raters, with their cells in the order in which they are shown. Grounds part what was rejected.
pub const MARGINS: &[(&str, &[&str])] = &[
    ("timely", &["in_time", "late", "running", "no_clock"]),
    ("ending", &["confirmed", "contested", "silent", "open"]),
    ("kind", &["pengaduan", "aspirasi", "permintaan_informasi", "apresiasi"]),
    ("element", &["requirements", "procedure", "completion_time", "cost", "product", "staff_competence", "staff_behaviour", "facilities", "complaint_handling", "unnamed"]),
    ("evidence", &["accepted", "rejected", "waiting", "none"]),
    (GROUNDS, &["beyond_post", "not_shown", "other_post", "rule_not_person", "repeated"]),
];

const GROUNDS: &str = "grounds";

/// Working days until the first answer, of everyone and of each kind that has a clock: the margin and the kind.
pub const DAYS: &[(&str, Option<&str>)] =
    &[("days", None), ("days_pengaduan", Some("pengaduan")), ("days_aspirasi", Some("aspirasi")), ("days_permintaan_informasi", Some("permintaan_informasi"))];

/// Within how many days half of them were answered, and nine of ten.
pub const DAYS_CELLS: &[&str] = &["median", "p90"];

/// The margin and cell of the raters of a unit.
pub const TOTAL: (&str, &str) = ("total", "raters");

/// What is known of one rater's last report.
#[derive(Debug, Clone)]
struct Counted {
    /// In the order of [`MARGINS`].
    cells: [Option<&'static str>; 6],
    /// Working days until the first answer, without those on which the reporter was waited for; none where there is no
    /// answer, or the holiday table does not tell.
    days: Option<i64>,
}

/// The numbers of one unit before anything is suppressed: margin and cell to count.
type Raw = BTreeMap<(&'static str, &'static str), i64>;

/// Kind and days until the first answer, of every rater of a unit.
type Answers = Vec<(Option<&'static str>, i64)>;

/// The same as it may be published: nothing where the number must not be told.
pub type Told = BTreeMap<(&'static str, &'static str), Option<i64>>;

/// Suppresses what is too small to be told, and as many others as it takes that nobody reckons it back from the total;
/// nothing at all is told of fewer than `least`.
pub fn suppress(raw: &BTreeMap<(&'static str, &'static str), i64>, least: i64) -> Option<Told> {
    let total = *raw.get(&TOTAL).unwrap_or(&0);
    if total < least {
        return None;
    }
    let mut told = Told::from([(TOTAL, Some(total))]);
    for (margin, cells) in MARGINS {
        let counts: Vec<(&'static str, i64)> = cells.iter().map(|cell| (*cell, *raw.get(&(*margin, *cell)).unwrap_or(&0))).collect();
        // The grounds are a part of the rejected: with few of them, or with their number hidden, nothing is told.
        if *margin == GROUNDS && told.get(&("evidence", "rejected")).copied().flatten().is_none_or(|rejected| rejected < least) {
            continue;
        }
        let mut hidden: Vec<&str> = counts.iter().filter(|(_, n)| (1..least).contains(n)).map(|(cell, _)| *cell).collect();
        while !hidden.is_empty() {
            let sum: i64 = counts.iter().filter(|(cell, _)| hidden.contains(cell)).map(|(_, n)| n).sum();
            if sum >= least && hidden.len() > 1 {
                break;
            }
            // The smallest other one goes too; a nought hides nothing.
            let Some((next, _)) = counts.iter().filter(|(cell, n)| *n > 0 && !hidden.contains(cell)).min_by_key(|(_, n)| *n) else { break };
            hidden.push(next);
        }
        for (cell, n) in counts {
            told.insert((margin, cell), (!hidden.contains(&cell)).then_some(n));
        }
    }
    Some(told)
}

/// Adds how long answers took, where enough raters were answered that the days are nobody's own.
fn tell_days(told: &mut Told, answers: &Answers, least: i64) {
    for (margin, kind) in DAYS {
        let mut histogram: BTreeMap<i64, i64> = BTreeMap::new();
        for (_, days) in answers.iter().filter(|(of, _)| kind.is_none() || of == kind) {
            *histogram.entry(*days).or_default() += 1;
        }
        let histogram: Vec<(i64, i64)> = histogram.into_iter().collect();
        if histogram.iter().map(|(_, n)| n).sum::<i64>() >= least {
            told.insert((margin, "median"), nearest_rank(&histogram, 50));
            told.insert((margin, "p90"), nearest_rank(&histogram, 90));
        }
    }
}

/// The government's own table: sums of what all its published units show, so that it tells nothing that they do not.
pub fn together<'a>(units: impl Iterator<Item = &'a Told> + Clone) -> Told {
    let mut sums = Told::new();
    let every = std::iter::once(TOTAL).chain(MARGINS.iter().flat_map(|(margin, cells)| cells.iter().map(move |cell| (*margin, *cell))));
    for key in every {
        let values: Vec<Option<i64>> = units.clone().map(|told| told.get(&key).copied().flatten()).collect();
        if values.is_empty() {
            return sums;
        }
        sums.insert(key, values.into_iter().sum());
    }
    sums
}

#[derive(sqlx::FromRow)]
struct Row {
    case_id: CaseId,
    unit_id: UnitId,
    kind: String,
    element: Option<String>,
    received_at: Millis,
    first_answer: Option<Millis>,
    pauses: String,
    owner: Option<String>,
    status: String,
    closed_reason: Option<String>,
    contested: i64,
    state: Option<String>,
    decision: Option<String>,
    grounds: Option<String>,
}

impl Row {
    /// Working days from receipt to a moment, without those on which the reporter was waited for.
    fn days_until(&self, calendar: &Calendar, offset: i64, at: Millis) -> Option<i64> {
        let (from, to) = (local_day(self.received_at, offset), local_day(at, offset));
        let mut days = calendar.counted(from, to)?;
        for (stopped, went_on) in self.pauses.split(' ').filter_map(|pause| pause.split_once('/')) {
            let (stopped, went_on) = (parse_day(stopped)?, parse_day(went_on)?);
            if stopped < to {
                days -= calendar.counted(stopped, went_on.min(to))?;
            }
        }
        Some(days)
    }

    fn counted(&self, calendar: &Calendar, offset: i64, now: Millis, promised: Option<i64>) -> Counted {
        let kind = MARGINS[2].1.iter().find(|cell| **cell == self.kind).copied();
        let ending = match (self.contested > 0, self.status.as_str(), self.closed_reason.as_deref()) {
            (true, ..) => "contested",
            (_, "closed", Some("confirmed")) => "confirmed",
            (_, "closed", _) => "silent",
            _ => "open",
        };
        let evidence = match (self.state.as_deref(), self.decision.as_deref()) {
            (_, Some("reject")) => "rejected",
            (_, Some(_)) => "accepted",
            (Some("open" | "held"), _) => "waiting",
            _ => "none",
        };
        let grounds = self.grounds.as_deref().filter(|_| evidence == "rejected").and_then(|g| MARGINS[5].1.iter().find(|cell| **cell == g).copied());
        let element = self.element.as_deref().and_then(|e| MARGINS[3].1.iter().find(|cell| **cell == e).copied()).unwrap_or("unnamed");
        let days = self.first_answer.and_then(|at| self.days_until(calendar, offset, at));
        // Without an answer it is late as soon as its days are over; what cannot be counted is not called late.
        let timely = match (promised, self.first_answer) {
            (None, _) => "no_clock",
            (Some(promised), Some(_)) => days.map_or("running", |days| if days <= promised { "in_time" } else { "late" }),
            (Some(promised), None) => self.days_until(calendar, offset, now).map_or("running", |days| if days > promised { "late" } else { "running" }),
        };
        Counted { cells: [Some(timely), Some(ending), kind, Some(element), Some(evidence), grounds], days }
    }
}

/// The raw numbers of a quarter by unit, every rater once with the last report.
async fn raw(linked: &mut impl Linked, government: &Government, from: Millis, until: Millis, now: Millis) -> Result<HashMap<UnitId, (Raw, Answers)>> {
    let rows: Vec<Row> = on!(linked, conn => sqlx::query_as(
        "select c.id as case_id, coalesce(c.unit_id, c.handling_unit_id) as unit_id, c.kind, c.element, c.received_at, c.pauses, o.owner, c.status, c.closed_reason, \
         (select min(a.at) from feedback_step a where a.case_id = c.id and a.kind = 'answered') as first_answer, \
         (select count(*) from feedback_step t where t.case_id = c.id and t.kind = 'contested') as contested, k.state, d.decision, d.grounds \
         from feedback_case c left join feedback_owner o on o.case_id = c.id left join evidence_card k on k.case_id = c.id \
         left join evidence_decision d on d.card_id = k.id and d.number = (select max(number) from evidence_decision n where n.card_id = k.id) \
         where c.government = $1 and c.received_at >= $2 and c.received_at < $3 and c.kind <> 'penyimpangan' and c.status not in ('submitted', 'needs_info', 'merged', 'redirected', 'archived', 'withdrawn') \
         and coalesce(c.unit_id, c.handling_unit_id) is not null \
         and not exists (select 1 from evidence_suspect s where s.subject_id = c.id and (s.settled_as is null or s.settled_as = 'discarded')) order by c.received_at, c.id")
        .bind(&government.slug).bind(from).bind(until).fetch_all(conn).await?);
    let (calendar, offset) = (Calendar::whole(linked).await?, government.utc_offset_hours);
    // The clock of a kind as the rule was on the day of receipt; a quarter has few days and fewer kinds.
    let mut clocks: HashMap<(String, time::Date), Option<i64>> = HashMap::new();
    let mut last: HashMap<(UnitId, String), Counted> = HashMap::new();
    for row in rows {
        let key = (row.kind.clone(), local_day(row.received_at, offset));
        let promised = match clocks.get(&key) {
            Some(days) => *days,
            None => {
                let days = rules::maybe_in_force(linked, &format!("feedback.answer.{}", row.kind), &day_text(key.1)).await?.map(|rule| rule.value);
                clocks.insert(key, days);
                days
            }
        };
        let rater = row.owner.clone().unwrap_or_else(|| row.case_id.to_string());
        last.insert((row.unit_id, rater), row.counted(&calendar, offset, now, promised));
    }
    let mut units: HashMap<UnitId, (Raw, Answers)> = HashMap::new();
    for ((unit, _), counted) in last {
        let (raw, answers) = units.entry(unit).or_default();
        *raw.entry(TOTAL).or_default() += 1;
        for ((margin, _), cell) in MARGINS.iter().zip(counted.cells) {
            if let Some(cell) = cell {
                *raw.entry((*margin, cell)).or_default() += 1;
            }
        }
        answers.extend(counted.days.map(|days| (counted.cells[2], days)));
    }
    Ok(units)
}

/// First day of a quarter, and the first after it.
fn days_of(period: &str) -> Option<(time::Date, time::Date)> {
    let (year, quarter) = period.split_once("-Q")?;
    let (year, quarter): (i32, u8) = (year.parse().ok()?, quarter.parse().ok()?);
    let first = |year: i32, quarter: u8| time::Date::from_calendar_date(year, time::Month::try_from(quarter * 3 - 2).ok()?, 1).ok();
    Some((first(year, quarter)?, if quarter == 4 { first(year + 1, 1)? } else { first(year, quarter + 1)? }))
}

/// Publishes the quarter that ended last, in each government where its days are over and it is not there yet. Returns
/// which. It may be repeated; a quarter is published once.
///
/// # Errors
/// The database's; [`crate::Error::Configuration`] without the rules.
pub async fn publish(portal: &Portal) -> Result<Vec<(String, String)>> {
    let mut conn = portal.db.read().await?;
    let all = governments(&mut conn).await?;
    drop(conn);
    let mut published = Vec::new();
    for government in all {
        let mut conn = portal.db.read().await?;
        let period = due(&mut conn, &government.today(portal.now())).await?;
        drop(conn);
        let Some(period) = period else { continue };
        if publish_one(portal, &government, &period).await? {
            published.push((government.slug, period));
        }
    }
    Ok(published)
}

/// The last quarter whose figures may be published on a day; none where the day cannot be read.
async fn due(linked: &mut impl Linked, today: &str) -> Result<Option<String>> {
    let after = Numbers::on(linked, today).await?.get("evaluation.figures_after")?;
    // The quarter of the day that lies so far back, less one, is the last whose days are over.
    let back = parse_day(today).and_then(|day| day.checked_sub(time::Duration::days(after)));
    let first = back.and_then(|back| days_of(&quarter_of(&day_text(back)))).map(|(first, _)| first);
    Ok(first.and_then(time::Date::previous_day).map(|last| quarter_of(&day_text(last))))
}

/// First day of the last quarter whose figures may be published on a day: for whoever tells of such a quarter.
///
/// # Errors
/// The database's; [`crate::Error::Configuration`] without the rules.
pub(crate) async fn first_day_due(linked: &mut impl Linked, today: &str) -> Result<Option<time::Date>> {
    Ok(due(linked, today).await?.and_then(|period| days_of(&period)).map(|(first, _)| first))
}

/// Freezes a quarter's figures; false where they are there already.
pub(crate) async fn publish_one(portal: &Portal, government: &Government, period: &str) -> Result<bool> {
    let Some((first, after)) = days_of(period) else { return Ok(false) };
    let mut conn = portal.db.read().await?;
    let there: i64 = on!(&mut conn, c => sqlx::query_scalar("select count(*) from evidence_period where government = $1 and period = $2").bind(&government.slug).bind(period).fetch_one(c).await?);
    if there > 0 {
        return Ok(false);
    }
    let tables = tables(&mut conn, government, first, after, portal.now()).await?;
    drop(conn);
    // Nothing to tell is not told: no entry says that there was nothing.
    if tables.is_empty() {
        return Ok(false);
    }
    let mut tx = portal.db.begin().await?;
    let new = on!(&mut tx, conn => sqlx::query("insert into evidence_period (government, period, at) values ($1, $2, $3) on conflict (government, period) do nothing").bind(&government.slug).bind(period).bind(portal.now()).execute(conn).await?.rows_affected());
    if new == 0 {
        return Ok(false);
    }
    for (unit, told) in &tables {
        for ((margin, cell), value) in told {
            on!(&mut tx, conn => sqlx::query("insert into evidence_figure (government, period, unit_id, margin, cell, value) values ($1, $2, $3, $4, $5, $6)")
                .bind(&government.slug).bind(period).bind(unit).bind(margin).bind(cell).bind(value).execute(conn).await?.rows_affected());
        }
    }
    ledger::append(portal, &mut tx, ledger::Entry { government: &government.slug, kind: "figures-published", subject: period, by_reporter: false, content: &tables.len() }).await?;
    tx.commit().await?;
    Ok(true)
}

/// The figures of a quarter as they would be published now: for whoever tries the rules.
///
/// # Errors
/// The database's; [`crate::Error::Configuration`] without the rules.
pub async fn would_publish(portal: &Portal, linked: &mut impl Linked, government: &Government, period: &str) -> Result<Tables> {
    let Some((first, after)) = days_of(period) else { return Ok(Tables::new()) };
    tables(linked, government, first, after, portal.now()).await
}

/// Units with what is told of them; no unit: the government as a whole.
pub type Tables = Vec<(Option<UnitId>, Told)>;

async fn tables(linked: &mut impl Linked, government: &Government, first: time::Date, after: time::Date, now: Millis) -> Result<Tables> {
    let least = Numbers::on(linked, &government.today(now)).await?.get("evaluation.raters_least")?;
    let starts = |day: time::Date| (day.midnight().assume_utc().unix_timestamp() - government.utc_offset_hours * 3600) * 1000;
    let units = raw(linked, government, starts(first), starts(after), now).await?;
    let (mut tables, mut answers) = (Tables::new(), Answers::new());
    for (unit, (raw, own)) in units {
        if let Some(mut told) = suppress(&raw, least) {
            tell_days(&mut told, &own, least);
            tables.push((Some(unit), told));
            answers.extend(own);
        }
    }
    tables.sort_by_key(|(unit, _)| *unit);
    if tables.len() > 1 {
        let mut whole = together(tables.iter().map(|(_, told)| told));
        tell_days(&mut whole, &answers, least);
        tables.insert(0, (None, whole));
    }
    Ok(tables)
}

/// The share of raters who said that it was solved, of those who said anything, with its interval. None where either
/// number is not told.
pub fn solved(told: &Told) -> Option<(f64, f64, f64)> {
    part(told, "ending", "confirmed", "contested")
}

/// The share of those answered or due who were answered within the clock, with its interval.
pub fn in_time(told: &Told) -> Option<(f64, f64, f64)> {
    part(told, "timely", "in_time", "late")
}

fn part(told: &Told, margin: &'static str, some: &'static str, others: &'static str) -> Option<(f64, f64, f64)> {
    let of = |cell| told.get(&(margin, cell)).copied().flatten();
    let (some, others) = (of(some)?, of(others)?);
    share(some, some + others)
}

/// A unit's published figures; no unit: the government as a whole.
#[derive(Debug, Clone)]
pub struct Figures {
    pub unit: Option<(String, String)>,
    pub told: Told,
}

/// The published quarters of a government, the newest first.
///
/// # Errors
/// The database's.
pub async fn periods(linked: &mut impl Linked, government: &str) -> Result<Vec<String>> {
    Ok(on!(linked, conn => sqlx::query_scalar("select period from evidence_period where government = $1 order by period desc limit 20").bind(government).fetch_all(conn).await?))
}

/// The published figures of a quarter: the whole first, then units by name; of one unit where one is named.
///
/// # Errors
/// The database's.
pub async fn of_period(linked: &mut impl Linked, government: &str, period: &str, unit: Option<UnitId>) -> Result<Vec<Figures>> {
    /// Address and name of the unit, none for the whole; margin, cell and number.
    type Row = (Option<String>, Option<String>, String, String, Option<i64>);
    let rows: Vec<Row> = on!(linked, conn => match unit {
        None => sqlx::query_as("select u.slug, u.name, f.margin, f.cell, f.value from evidence_figure f left join unit u on u.id = f.unit_id where f.government = $1 and f.period = $2 order by f.unit_id is not null, u.name, u.slug")
            .bind(government).bind(period).fetch_all(conn).await?,
        Some(unit) => sqlx::query_as("select u.slug, u.name, f.margin, f.cell, f.value from evidence_figure f join unit u on u.id = f.unit_id where f.government = $1 and f.period = $2 and f.unit_id = $3")
            .bind(government).bind(period).bind(unit).fetch_all(conn).await?,
    });
    let mut found: Vec<Figures> = Vec::new();
    for (slug, name, margin, cell, value) in rows {
        let unit = slug.zip(name);
        if found.last().is_none_or(|f| f.unit != unit) {
            found.push(Figures { unit, told: Told::new() });
        }
        if let (Some(figures), Some(key)) = (found.last_mut(), key(&margin, &cell)) {
            figures.told.insert(key, value);
        }
    }
    Ok(found)
}

fn key(margin: &str, cell: &str) -> Option<(&'static str, &'static str)> {
    if (margin, cell) == TOTAL {
        return Some(TOTAL);
    }
    let days = DAYS.iter().map(|(margin, _)| (*margin, DAYS_CELLS));
    MARGINS.iter().copied().chain(days).filter(|(m, _)| *m == margin).find_map(|(m, cells)| cells.iter().find(|c| **c == cell).map(|c| (m, *c)))
}

/// One unit through the published quarters, the oldest first.
///
/// # Errors
/// The database's.
pub async fn of_unit(linked: &mut impl Linked, government: &str, unit: UnitId) -> Result<Vec<(String, Told)>> {
    let rows: Vec<(String, String, String, Option<i64>)> = on!(linked, conn => sqlx::query_as(
        "select period, margin, cell, value from evidence_figure where government = $1 and unit_id = $2 order by period").bind(government).bind(unit).fetch_all(conn).await?);
    let mut found: Vec<(String, Told)> = Vec::new();
    for (period, margin, cell, value) in rows {
        if found.last().is_none_or(|(p, _)| *p != period) {
            found.push((period, Told::new()));
        }
        if let (Some((_, told)), Some(key)) = (found.last_mut(), key(&margin, &cell)) {
            told.insert(key, value);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrets::Chance;

    const LEAST: i64 = 10;

    fn some_unit(chance: &Chance) -> Raw {
        let mut raw = Raw::new();
        let n = chance.number() % 60;
        for _ in 0..n {
            *raw.entry(TOTAL).or_default() += 1;
            for (margin, cells) in MARGINS.iter().filter(|(margin, _)| *margin != GROUNDS) {
                // Uneven, so that some cells are small.
                let pick = (chance.number() % 16).min(chance.number() % 16) as usize % cells.len();
                *raw.entry((*margin, cells[pick])).or_default() += 1;
            }
        }
        for _ in 0..*raw.get(&("evidence", "rejected")).unwrap_or(&0) {
            let pick = (chance.number() % 5).min(chance.number() % 5) as usize;
            *raw.entry((GROUNDS, MARGINS[5].1[pick])).or_default() += 1;
        }
        raw
    }

    /// Every set of raters that a published number stands for, as atoms of one margin: (unit, cell).
    fn published(units: &[(Raw, Option<Told>)], margin: &str, cells: &[&'static str]) -> Vec<Vec<(usize, &'static str)>> {
        let mut sets = Vec::new();
        let shown: Vec<(usize, &Told)> = units.iter().enumerate().filter_map(|(i, (_, told))| told.as_ref().map(|t| (i, t))).collect();
        let whole_key: (&str, &str) = if margin == GROUNDS { ("evidence", "rejected") } else { TOTAL };
        for (unit, told) in &shown {
            if told.iter().any(|(k, v)| *k == whole_key && v.is_some()) {
                sets.push(cells.iter().map(|c| (*unit, *c)).collect());
            }
            let open: Vec<&'static str> = cells.iter().copied().filter(|c| told.iter().any(|((m, k), v)| *m == margin && k == c && v.is_some())).collect();
            // Each number, and every sum of them.
            for mask in 1..1usize << open.len() {
                sets.push(open.iter().enumerate().filter(|(i, _)| mask >> i & 1 == 1).map(|(_, c)| (*unit, *c)).collect());
            }
        }
        let whole = together(shown.iter().map(|(_, t)| *t));
        for ((m, c), value) in &whole {
            if value.is_some() && *m == margin {
                sets.push(shown.iter().map(|(u, _)| (*u, *c)).collect());
            }
        }
        if !shown.is_empty() && whole.get(&TOTAL).copied().flatten().is_some() && margin != GROUNDS {
            sets.push(shown.iter().flat_map(|(u, _)| cells.iter().map(move |c| (*u, *c))).collect());
        }
        sets
    }

    #[test]
    fn no_two_published_numbers_differ_by_a_few() {
        let chance = Chance::seeded(11);
        let (mut pairs, mut hidden) = (0, 0);
        for round in 0..300 {
            let units: Vec<(Raw, Option<Told>)> = (0..4).map(|_| some_unit(&chance)).map(|raw| (raw.clone(), suppress(&raw, LEAST))).collect();
            for (margin, cells) in MARGINS {
                // Of ten cells there are a thousand sums: a few rounds try as many pairs as all of the others.
                if cells.len() > 6 && round % 100 != 0 {
                    continue;
                }
                let count = |set: &[(usize, &'static str)]| set.iter().map(|(u, c)| *units[*u].0.get(&(*margin, *c)).unwrap_or(&0)).sum::<i64>();
                let sets = published(&units, margin, cells);
                for a in &sets {
                    assert!(count(a) == 0 || count(a) >= LEAST, "{margin}: a number of {}", count(a));
                    for b in sets.iter().filter(|b| b.iter().all(|atom| a.contains(atom))) {
                        let rest: Vec<_> = a.iter().copied().filter(|atom| !b.contains(atom)).collect();
                        pairs += 1;
                        assert!(count(&rest) == 0 || count(&rest) >= LEAST, "{margin}: {} is what is left of {a:?} without {b:?}", count(&rest));
                    }
                }
            }
            hidden += units.iter().filter_map(|(_, t)| t.as_ref()).flat_map(|t| t.values()).filter(|v| v.is_none()).count();
        }
        assert!(pairs > 10_000 && hidden > 100, "{pairs} pairs, {hidden} hidden: too tame to prove anything");
    }

    #[test]
    fn few_raters_are_told_nothing_of() {
        let raw = Raw::from([(TOTAL, 9), (("kind", "pengaduan"), 9)]);
        assert!(suppress(&raw, LEAST).is_none());
        let raw = Raw::from([
            (TOTAL, 30),
            (("kind", "pengaduan"), 18),
            (("kind", "apresiasi"), 12),
            (("ending", "confirmed"), 27),
            (("ending", "contested"), 3),
            (("timely", "in_time"), 30),
            (("evidence", "none"), 30),
        ]);
        let told = suppress(&raw, LEAST).unwrap();
        assert_eq!(told[&("kind", "apresiasi")], Some(12));
        assert_eq!((told[&("ending", "contested")], told[&("ending", "confirmed")]), (None, None), "the other would tell it");
        assert_eq!(told[&("ending", "silent")], Some(0), "a nought tells nobody");
        assert_eq!((solved(&told), in_time(&told).map(|(p, ..)| p)), (None, Some(1.0)));
    }

    #[test]
    fn days_are_told_of_enough_answers_only() {
        let mut told = Told::new();
        let answers: Answers = (0..9).map(|n| (Some("pengaduan"), n)).chain([(Some("aspirasi"), 40)]).collect();
        tell_days(&mut told, &answers, LEAST);
        assert_eq!((told.get(&("days", "median")), told.get(&("days", "p90"))), (Some(&Some(4)), Some(&Some(8))));
        assert!(!told.contains_key(&("days_pengaduan", "median")) && !told.contains_key(&("days_aspirasi", "median")), "nine and one are too few");
    }

    #[test]
    fn days_do_not_count_while_the_reporter_is_waited_for() {
        let mut table = csv::Reader::from_reader(include_str!("../../../data/reference/holidays_id_2024_2027.csv").as_bytes());
        let calendar = Calendar::new(table.records().filter_map(|row| parse_day(row.ok()?.get(0)?)));
        let at = |day: &str| parse_day(day).unwrap().midnight().assume_utc().unix_timestamp() * 1000;
        let row = |answered: Option<&str>, pauses: &str| Row {
            case_id: CaseId(uuid::Uuid::nil()),
            unit_id: UnitId(uuid::Uuid::nil()),
            kind: "pengaduan".into(),
            element: None,
            received_at: at("2026-11-02"),
            first_answer: answered.map(at),
            pauses: pauses.into(),
            owner: None,
            status: "closed".into(),
            closed_reason: None,
            contested: 0,
            state: None,
            decision: None,
            grounds: None,
        };
        for (answered, pauses, now, timely, days, why) in [
            (Some("2026-11-20"), "", "2026-12-01", "in_time", Some(14), "on the last day"),
            (Some("2026-11-23"), "", "2026-12-01", "late", Some(15), "a working day later"),
            (Some("2026-11-23"), "2026-11-04/2026-11-06", "2026-12-01", "in_time", Some(13), "two days it waited"),
            (Some("2026-11-06"), "2026-11-09/2026-11-12", "2026-12-01", "in_time", Some(4), "a pause of after the answer is none of its"),
            (None, "", "2026-11-20", "running", None, "its days last on"),
            (None, "", "2026-11-23", "late", None, "no answer, and its days are over"),
        ] {
            let counted = row(answered, pauses).counted(&calendar, 0, at(now), Some(14));
            assert_eq!((counted.cells[0], counted.days), (Some(timely), days), "{why}");
        }
        assert_eq!(row(None, "").counted(&calendar, 0, at("2026-12-01"), None).cells[0], Some("no_clock"));
    }

    #[test]
    fn quarters_end_where_the_next_begins() {
        let day = |y, m, d| time::Date::from_calendar_date(y, time::Month::try_from(m).unwrap(), d).unwrap();
        assert_eq!(days_of("2026-Q3"), Some((day(2026, 7, 1), day(2026, 10, 1))));
        assert_eq!(days_of("2026-Q4"), Some((day(2026, 10, 1), day(2027, 1, 1))));
        assert_eq!(days_of("2026"), None);
    }
}
