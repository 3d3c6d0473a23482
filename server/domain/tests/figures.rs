//! A year of a city in a real database, 100,000 reports: many small units and a few large ones, senders who come back,
//! clusters, bursts that are held. All four quarters are computed and published as the portal does it; whoever reads what is
//! published and subtracts every number from every other finds nobody.

use std::collections::{BTreeMap, HashMap};

use domain::clock::{DAY, HOUR, Millis, day_text, local_day, parse_moment};
use domain::db::{Link, Linked, Tx};
use domain::evaluation::figures::{self, DAYS, MARGINS, Rater, TOTAL, Told};
use domain::ids::{AccountId, CardId, CaseId, HoldId, PositionId, UnitId};
use domain::secrets::Chance;
use domain::testing::World;
use domain::testing::differencing::{Known, Tried, subtract};
use domain::{on, on_both};
use sqlx::{Postgres, QueryBuilder, Sqlite};
use vocabulary::accounts::Role;
use vocabulary::evaluation::quarter_of;

const REPORTS: usize = 100_000;
const UNITS: usize = 140;
const FIRST: &str = "2025-10-01T00:00:00+07:00";
const QUARTERS: [&str; 4] = ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"];
const LEAST: i64 = 10;

const KINDS: [(&str, u64); 4] = [("pengaduan", 60), ("aspirasi", 15), ("permintaan_informasi", 15), ("apresiasi", 10)];
const GROUNDS: [&str; 5] = ["beyond_post", "not_shown", "other_post", "rule_not_person", "repeated"];

/// A report as it stands in the database at the end of the year.
struct Report {
    id: CaseId,
    unit: UnitId,
    at: Millis,
    kind: &'static str,
    element: Option<&'static str>,
    status: &'static str,
    closed: Option<&'static str>,
    contested: bool,
    answered: Option<Millis>,
    pauses: String,
    owner: Option<String>,
    merged_into: Option<CaseId>,
    /// State of the card, decision and grounds.
    card: Option<(CardId, &'static str, Option<&'static str>, Option<&'static str>)>,
    /// Held back, and how that ended.
    held: Option<Option<&'static str>>,
}

fn one_of<T: Copy>(chance: &Chance, among: &[(T, u64)]) -> T {
    let mut drawn = chance.number() % among.iter().map(|(_, weight)| weight).sum::<u64>();
    among
        .iter()
        .find(|(_, weight)| {
            if drawn < *weight {
                true
            } else {
                drawn -= weight;
                false
            }
        })
        .unwrap()
        .0
}

fn percent(chance: &Chance, of: u64) -> bool {
    chance.number() % 100 < of
}

fn year(world: &World, units: &[UnitId]) -> Vec<Report> {
    let chance = Chance::seeded(2025);
    let first = parse_moment(FIRST).unwrap();
    // The largest hears forty thousand times, the smallest every other week.
    let weights: Vec<(usize, u64)> = (0..units.len()).map(|i| (i, (1e6 / ((i + 1) as f64).powf(1.5)) as u64)).collect();
    let mut last_of: HashMap<usize, CaseId> = HashMap::new();
    let mut reports = Vec::with_capacity(REPORTS);
    for i in 0..REPORTS {
        let at = first + (i as i64 * (365 * DAY / REPORTS as i64)) / HOUR * HOUR;
        let which = one_of(&chance, &weights);
        // Of some weeks a unit remembers that half of everything came at once.
        let burst = which % 9 == 4 && (i / 2000) % 13 == which % 13;
        let kind = if burst { "apresiasi" } else { one_of(&chance, &KINDS) };
        let element = percent(&chance, 80).then(|| MARGINS[3].1[((chance.number() % 9).min(chance.number() % 9)) as usize]);
        // Some answer nearly all, some only most.
        let answered = percent(&chance, 70 + (which % 5) as u64 * 7).then(|| at + ((chance.number() % 40).min(chance.number() % 40)) as i64 * DAY + 3 * HOUR);
        let id = CaseId(world.portal.at(at).new_id());
        let mut report = Report {
            id,
            unit: units[which],
            at,
            kind,
            element,
            status: one_of(&chance, &[("assigned", 3), ("in_progress", 4), ("escalated", 2)]),
            closed: None,
            contested: false,
            answered,
            pauses: String::new(),
            // Whoever gives a name comes back, to the same unit more often than not.
            owner: percent(&chance, 25)
                .then(|| format!("orang-{}", if percent(&chance, 70) { which as u64 * 1000 + chance.number() % 40 } else { 1_000_000 + chance.number() % 9000 })),
            merged_into: None,
            card: None,
            held: None,
        };
        if let Some(answered) = answered {
            report.contested = percent(&chance, 9);
            (report.status, report.closed) = one_of(&chance, &[(("closed", Some("confirmed")), 55), (("closed", Some("silent")), 27), (("responded", None), 18)]);
            if percent(&chance, 4) {
                report.pauses = format!("{}/{}", day_text(local_day(at + DAY, 7)), day_text(local_day((at + 6 * DAY).min(answered), 7)));
            }
            if report.closed == Some("confirmed") && matches!(kind, "pengaduan" | "apresiasi") && percent(&chance, 85) {
                let (state, decision) =
                    one_of(&chance, &[(("open", None), 15), (("decided", Some("accept")), 45), (("decided", Some("accept_with_note")), 15), (("decided", Some("reject")), 25)]);
                let grounds = (decision == Some("reject")).then(|| GROUNDS[(chance.number() % 5).min(chance.number() % 5) as usize]);
                report.card = Some((CardId(world.portal.at(at).new_id()), state, decision, grounds));
            }
        }
        match (last_of.get(&which), chance.number() % 100) {
            // A cluster: it goes on as the report before it.
            (Some(main), 0..5) => {
                (report.status, report.merged_into, report.closed, report.card, report.answered, report.contested) = ("merged", Some(*main), None, None, None, false)
            }
            (_, 5..8) => {
                (report.status, report.closed, report.card, report.answered, report.contested) =
                    (one_of(&chance, &[("submitted", 1), ("archived", 2), ("withdrawn", 1), ("needs_info", 1)]), None, None, None, false)
            }
            _ if burst => report.held = Some(one_of(&chance, &[(None, 5), (Some("discarded"), 3), (Some("released"), 2)])),
            _ => {}
        }
        if report.merged_into.is_none() {
            last_of.insert(which, id);
        }
        reports.push(report);
    }
    reports
}

macro_rules! write_rows {
    ($db:ty, $conn:expr, $rows:expr, $post:expr, $account:expr, $hold:expr) => {{
        let mut query = QueryBuilder::<$db>::new("insert into feedback_case (id, government, reference, repeat_hash, kind, status, target_kind, unit_id, handling_unit_id, text, title, protection, element, received_at, answered_at, closed_reason, pauses, merged_into_id, published_at, public_text) ");
        query.push_values($rows, |mut b, r| {
            b.push_bind(r.id).push_bind("medan").push_bind(r.id.0.to_string()).push_bind(r.id.0.as_bytes().to_vec()).push_bind(r.kind).push_bind(r.status).push_bind("unit").push_bind(r.unit).push_bind(r.unit);
            b.push_bind("Kata-kata laporan.").push_bind("Laporan").push_bind("anonim").push_bind(r.element).push_bind(r.at).push_bind(r.answered).push_bind(r.closed).push_bind(&r.pauses).push_bind(r.merged_into).push_bind(r.at).push_bind("Laporan");
        });
        query.build().execute(&mut *$conn).await.unwrap();
        let steps: Vec<(CaseId, i64, &str, Millis)> = $rows.iter().flat_map(|r| {
            let answered = r.answered.into_iter().flat_map(|at| [(r.id, 2, "answered", at), (r.id, 4, "answered", at + 9 * DAY)].into_iter().take(1 + usize::from(r.contested)));
            [(r.id, 1, "received", r.at)].into_iter().chain(answered).chain(r.contested.then(|| (r.id, 3, "contested", r.answered.unwrap() + DAY)))
        }).collect();
        let mut query = QueryBuilder::<$db>::new("insert into feedback_step (case_id, number, kind, at, by_role) ");
        query.push_values(&steps, |mut b, (case, number, kind, at)| { b.push_bind(*case).push_bind(*number).push_bind(*kind).push_bind(*at).push_bind("system"); });
        query.build().execute(&mut *$conn).await.unwrap();
        let mut query = QueryBuilder::<$db>::new("insert into feedback_owner (case_id, owner) ");
        query.push_values($rows.iter().filter_map(|r| Some((r.id, r.owner.as_ref()?))), |mut b, (case, owner)| { b.push_bind(case).push_bind(owner); });
        query.build().execute(&mut *$conn).await.unwrap();
        let mut query = QueryBuilder::<$db>::new("insert into evidence_card (id, case_id, government, unit_id, position_id, reference, title, source, event_on, public_text, answer, made_at, state) ");
        query.push_values($rows.iter().filter_map(|r| Some((r, r.card?))), |mut b, (r, (card, state, ..))| {
            b.push_bind(card).push_bind(r.id).push_bind("medan").push_bind(r.unit).push_bind($post).push_bind(r.id.0.to_string()).push_bind("Laporan").push_bind("upheld");
            b.push_bind("2026-01-05").push_bind("").push_bind("").push_bind(r.at).push_bind(state);
        });
        query.build().execute(&mut *$conn).await.unwrap();
        let mut query = QueryBuilder::<$db>::new("insert into evidence_decision (card_id, number, decision, reason, grounds, at, account_id) ");
        // One of eight was decided otherwise first: what was corrected counts as it is.
        query.push_values($rows.iter().filter_map(|r| { let (card, _, decision, grounds) = r.card?; Some((r, card, decision?, grounds)) }).flat_map(|(r, card, decision, grounds)| {
            let corrected = r.at / HOUR % 8 == 0;
            [(r, card, 1, if corrected { "accept" } else { decision }, grounds.filter(|_| !corrected)), (r, card, 2, decision, grounds)].into_iter().take(1 + usize::from(corrected))
        }), |mut b, (r, card, number, decision, grounds)| {
            b.push_bind(card).push_bind(number as i64).push_bind(decision).push_bind("Sebabnya.").push_bind(grounds).push_bind(r.at).push_bind($account);
        });
        query.build().execute(&mut *$conn).await.unwrap();
        let held: Vec<_> = $rows.iter().filter_map(|r| Some((r, r.held?))).collect();
        if !held.is_empty() {
            let mut query = QueryBuilder::<$db>::new("insert into evidence_suspect (subject_id, hold_id, at, settled_as) ");
            query.push_values(held, |mut b, (r, settled)| { b.push_bind(r.id).push_bind($hold).push_bind(r.at).push_bind(settled); });
            query.build().execute(&mut *$conn).await.unwrap();
        }
    }};
}

/// Writes the year down in a few hundred large statements.
async fn write(world: &World, reports: &[Report], account: AccountId, post: PositionId) {
    let hold = HoldId(world.portal.new_id());
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, conn => sqlx::query("insert into evidence_hold (id, government, unit_id, kind, reasons, first_on, last_on, seen, usual, at) values ($1, 'medan', $2, 'apresiasi', 'burst', '2026-01-05', '2026-01-12', 90, 3, 0)")
        .bind(hold).bind(reports[0].unit).execute(conn).await.unwrap().rows_affected());
    for rows in reports.chunks(1000) {
        insert(&mut tx, rows, account, post, hold).await;
    }
    tx.commit().await.unwrap();
}

async fn insert(tx: &mut Tx, rows: &[Report], account: AccountId, post: PositionId, hold: HoldId) {
    match tx.link() {
        Link::Sqlite(conn) => write_rows!(Sqlite, conn, rows, post, account, hold),
        Link::Postgres(conn) => write_rows!(Postgres, conn, rows, post, account, hold),
    }
}

async fn units(world: &World) -> Vec<UnitId> {
    let mut tx = world.portal.db.begin().await.unwrap();
    let mut units = Vec::new();
    for i in 0..UNITS {
        let id = UnitId(world.portal.new_id());
        on!(&mut tx, conn => sqlx::query("insert into unit (id, government, slug, kind, agency_key, name, name_en, valid_from) values ($1, 'medan', $2, 'dinas', '', $2, $2, '2020-01-01')")
            .bind(id).bind(format!("unit-{i}")).execute(conn).await.unwrap().rows_affected());
        units.push(id);
    }
    tx.commit().await.unwrap();
    units
}

/// What a reader of the pages has of a quarter.
async fn published(world: &World, government: &str, period: &str) -> Vec<(Option<UnitId>, Told)> {
    let mut conn = world.portal.db.read().await.unwrap();
    let ids: HashMap<String, UnitId> =
        on!(&mut conn, c => sqlx::query_as::<_, (String, UnitId)>("select slug, id from unit where government = $1").bind(government).fetch_all(c).await.unwrap())
            .into_iter()
            .collect();
    let figures = figures::of_period(&mut conn, government, period, None).await.unwrap();
    figures.into_iter().map(|f| (f.unit.map(|(slug, _)| ids[&slug]), f.told)).collect()
}

async fn raters(world: &World, period: &str) -> Vec<Rater> {
    let mut conn = world.portal.db.read().await.unwrap();
    figures::raters_of(&world.portal, &mut conn, &world.medan, period).await.unwrap()
}

/// How many of each kind and ending a unit has in a quarter, counted from what was made up and not from the database.
fn expected(reports: &[Report]) -> BTreeMap<(String, UnitId, &'static str, &'static str), i64> {
    let mut last: BTreeMap<(String, UnitId, String), &Report> = BTreeMap::new();
    for report in
        reports.iter().filter(|r| !matches!(r.status, "merged" | "submitted" | "archived" | "withdrawn" | "needs_info") && !matches!(r.held, Some(None | Some("discarded"))))
    {
        let rater = report.owner.clone().unwrap_or_else(|| report.id.0.to_string());
        let quarter = quarter_of(&day_text(local_day(report.at, 7)));
        let newest = last.entry((quarter, report.unit, rater)).or_insert(report);
        if (report.at, report.id.0) > (newest.at, newest.id.0) {
            *newest = report;
        }
    }
    let mut counts = BTreeMap::new();
    for ((quarter, unit, _), report) in last {
        let ending = match (report.contested, report.closed) {
            (true, _) => "contested",
            (_, Some("confirmed")) => "confirmed",
            (_, Some(_)) => "silent",
            _ => "open",
        };
        let evidence = match report.card {
            Some((_, _, Some("reject"), _)) => "rejected",
            Some((_, _, Some(_), _)) => "accepted",
            Some(_) => "waiting",
            None => "none",
        };
        for cell in [("total", "raters"), ("kind", report.kind), ("ending", ending), ("evidence", evidence)] {
            *counts.entry((quarter.clone(), unit, cell.0, cell.1)).or_default() += 1;
        }
    }
    counts
}

async fn the_year(world: World) {
    let account = world.staff("Rina Tarigan", Role::Assessor, "disdukcapil", Some("P101")).await.account;
    let units = units(&world).await;
    let reports = year(&world, &units);
    let post = world.position("kabid-capil-disdukcapil").await;
    write(&world, &reports, account, post).await;
    let mut said = Vec::new();
    let done = figures::recompute(&world.portal, &mut |government, done, of| said.push((government.to_owned(), done, of))).await.unwrap();
    assert_eq!((done.quarters, done.published, done.moved), (4, 4, 0), "{done:?}");
    assert_eq!(said.iter().map(|(_, done, of)| (*done, *of)).collect::<Vec<_>>(), [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)], "how far it is");
    // The truth, counted apart from the portal's way of counting.
    let expected = expected(&reports);
    let mut all: Vec<Rater> = Vec::new();
    for period in QUARTERS {
        let raters = raters(&world, period).await;
        let mut counted: BTreeMap<(String, UnitId, &'static str, &'static str), i64> = BTreeMap::new();
        for rater in &raters {
            for key in rater.keys().into_iter().filter(|(margin, _)| matches!(*margin, "total" | "kind" | "ending" | "evidence")) {
                *counted.entry((period.to_owned(), rater.unit, key.0, key.1)).or_default() += 1;
            }
        }
        assert_eq!(counted, expected.iter().filter(|((of, ..), _)| of == period).map(|(k, n)| (k.clone(), *n)).collect(), "{period}");
        all.extend(raters);
    }
    let sizes: Vec<i64> = expected.iter().filter(|((.., margin, _), _)| *margin == "total").map(|(_, n)| *n).collect();
    assert!(sizes.iter().filter(|n| **n < LEAST).count() > 40 && sizes.iter().max().is_some_and(|n| *n > 3000), "small ones and large ones: {sizes:?}");
    assert!(all.len() < REPORTS * 9 / 10, "repeats, clusters and bursts count less: {}", all.len());
    assert_eq!(Known::declared().contradicted(&all), None, "what is said of the margins is true of all cases");
    // Everybody subtracts, knowing which combinations there are in all those cases.
    let known = Known::observed(&all);
    let mut tried = Tried::default();
    let mut before = Vec::new();
    for period in QUARTERS {
        let tables = published(&world, "medan", period).await;
        tried += subtract(&tables, &raters(&world, period).await, LEAST, &known).unwrap_or_else(|found| panic!("{period}: {found}"));
        assert!(tables[0].0.is_none() && tables[0].1[&TOTAL] > Some(10_000), "the government's own");
        assert!(tables[0].1.contains_key(&("timely", "in_time")) && tables[0].1.contains_key(&(DAYS, "median")), "which says something: {:?}", tables[0].1);
        before.push(tables);
    }
    println!("{tried:?}");
    assert!(tried.pairs > 10_000_000 && tried.nested > 100_000 && tried.hidden > 1000 && tried.told > 5000 && tried.groups > 100, "{tried:?}: too tame to prove anything");
    // A case more, and a case that went on: what is published stays, however often it is computed, so that today's less
    // yesterday's is nothing.
    let mut late = year(&world, &units).remove(77_777);
    late.id = CaseId(world.portal.new_id());
    (late.merged_into, late.card, late.held, late.owner) = (None, None, None, Some("baru".into()));
    let went_on = reports.iter().find(|r| r.status == "responded" && r.owner.is_none() && r.held.is_none() && r.at > late.at).unwrap();
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, conn => sqlx::query("insert into feedback_case (id, government, reference, repeat_hash, kind, status, target_kind, unit_id, text, title, protection, received_at, published_at, public_text) values ($1, 'medan', 'MDN-BARU', $2, 'pengaduan', 'assigned', 'unit', $3, '', '', 'anonim', $4, $4, '')")
        .bind(late.id).bind(late.id.0.as_bytes().to_vec()).bind(units[0]).bind(late.at).execute(conn).await.unwrap().rows_affected());
    on!(&mut tx, conn => sqlx::query("update feedback_case set status = 'closed', closed_reason = 'confirmed' where id = $1").bind(went_on.id).execute(conn).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    assert!(figures::publish(&world.portal).await.unwrap().is_empty());
    let again = figures::recompute(&world.portal, &mut |_, _, _| {}).await.unwrap();
    assert_eq!((again.quarters, again.published), (4, 0));
    assert!((1..=2).contains(&again.moved), "it says that the cases went on: {again:?}");
    // Of confidential ones nothing is told, not even by their number: the others are public one by one.
    let mut tx = world.portal.db.begin().await.unwrap();
    for n in 0..40_u8 {
        let id = CaseId(world.portal.new_id());
        on!(&mut tx, conn => sqlx::query("insert into feedback_case (id, government, reference, repeat_hash, kind, status, target_kind, unit_id, text, title, protection, received_at) values ($1, 'medan', $2, $3, 'pengaduan', 'closed', 'unit', $4, '', '', 'rahasia', $5)")
            .bind(id).bind(format!("MDN-R{n}")).bind(id.0.as_bytes().to_vec()).bind(units[0]).bind(late.at).execute(conn).await.unwrap().rows_affected());
    }
    tx.commit().await.unwrap();
    assert_eq!(figures::recompute(&world.portal, &mut |_, _, _| {}).await.unwrap(), again, "forty confidential reports more");
    for (period, before) in QUARTERS.iter().zip(before) {
        assert_eq!(published(&world, "medan", period).await, before, "{period}");
    }
    // No number stands twice.
    let mut conn = world.portal.db.read().await.unwrap();
    let (rows, different): (i64, i64) = on!(&mut conn, c => sqlx::query_as(
        "select count(*), (select count(*) from (select distinct government, period, unit_id, margin, cell from evidence_figure) d) from evidence_figure").fetch_one(c).await.unwrap());
    assert_eq!(rows, different);
}

on_both!(nobody_is_found_in_a_year_of_a_hundred_thousand, world => {
    the_year(world).await;
});
