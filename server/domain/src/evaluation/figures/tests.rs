//! The rule that suppresses, against whoever subtracts (`testing/differencing.rs`): made-up quarters that it has to hold, and
//! wrong tables that have to be found.

use super::*;
use crate::secrets::Chance;
use crate::testing::differencing::{Known, Tried, subtract};

const LEAST: i64 = 10;

type Cells = [Option<&'static str>; 6];

fn unit(number: u128) -> UnitId {
    UnitId(uuid::Uuid::from_u128(number))
}

/// The smaller of two draws: uneven, so that some cells are small.
fn uneven(chance: &Chance, of: usize) -> usize {
    (chance.number() % of as u64).min(chance.number() % of as u64) as usize
}

/// Raters of a unit, each as there can be one.
fn some_raters(chance: &Chance, known: &Known, of: UnitId, n: u64) -> Vec<Rater> {
    // Every unit is uneven in its own way.
    let turn: Vec<usize> = MARGINS.iter().map(|(_, cells)| (chance.number() % cells.len() as u64) as usize).collect();
    let draw = || {
        let mut cells: Cells = [None; 6];
        for (at, (margin, words)) in MARGINS.iter().enumerate() {
            let word = words[(turn[at] + uneven(chance, words.len())) % words.len()];
            let parted = match *margin {
                "element" => cells[2] != Some("apresiasi"),
                "grounds" => cells[4] == Some("rejected"),
                _ => true,
            };
            cells[at] = parted.then_some(word);
        }
        cells
    };
    (0..n)
        .map(|_| {
            let cells = std::iter::repeat_with(draw).find(|cells| known.has(cells)).unwrap();
            let days = (cells[0] != Some("running")).then(|| (chance.number() % 30) as i64);
            Rater { unit: of, cells, days }
        })
        .collect()
}

#[test]
fn no_two_published_numbers_differ_by_a_few() {
    let (chance, known) = (Chance::seeded(11), Known::declared());
    let mut tried = Tried::default();
    for round in 0..300 {
        let raters: Vec<Rater> = (0..4)
            .flat_map(|number| {
                // Mostly small ones, and in every tenth round one of which much can be told.
                let n = if number == 0 && round % 10 == 0 { 300 + chance.number() % 2000 } else { chance.number() % 90 };
                some_raters(&chance, &known, unit(number), n)
            })
            .collect();
        tried += subtract(&tables(&raters, LEAST), &raters, LEAST, &known).unwrap_or_else(|found| panic!("round {round}: {found}"));
    }
    assert!(tried.pairs > 1_000_000 && tried.nested > 10_000 && tried.hidden > 1000 && tried.groups > 20, "{tried:?}: too tame to prove anything");
}

/// So many raters with the same cells.
fn alike(n: usize, of: UnitId, cells: Cells) -> Vec<Rater> {
    (0..n).map(|i| Rater { unit: of, cells, days: (cells[0] != Some("running")).then_some(i as i64 % 9) }).collect()
}

const COMPLAINT: Cells = [Some("in_time"), Some("confirmed"), Some("pengaduan"), Some("cost"), Some("accepted"), None];
const SILENT: Cells = [Some("late"), Some("silent"), Some("pengaduan"), Some("cost"), Some("none"), None];
const WAITING: Cells = [Some("running"), Some("open"), Some("pengaduan"), Some("procedure"), Some("none"), None];
const ASKED: Cells = [Some("in_time"), Some("silent"), Some("permintaan_informasi"), Some("procedure"), Some("none"), None];
const PRAISED: Cells = [Some("no_clock"), Some("confirmed"), Some("apresiasi"), None, Some("accepted"), None];

/// Everything as it is, as if nothing had to be hidden, but for the named ones.
fn all_of(raters: &[Rater], hidden: &[(&'static str, &'static str)]) -> Told {
    let counted = count(raters);
    let cells = MARGINS.iter().filter(|(margin, _)| *margin != "grounds").flat_map(|(margin, cells)| cells.iter().map(move |cell| (*margin, *cell)));
    std::iter::once(TOTAL).chain(cells).map(|key| (key, (!hidden.contains(&key)).then(|| counted.get(&key).copied().unwrap_or(0)))).collect()
}

#[test]
fn a_wrong_table_is_found() {
    let (known, a, b) = (Known::declared(), unit(1), unit(2));
    type Wrong<'a> = (Vec<Rater>, &'a [(&'static str, &'static str)], &'a str, &'a str);
    let several = |parts: &[(usize, Cells)]| parts.iter().flat_map(|(n, cells)| alike(*n, a, *cells)).collect::<Vec<_>>();
    let wrong: [Wrong<'_>; 7] = [
        (several(&[(9, COMPLAINT)]), &[], "9 are all", "nine are too few for anything"),
        (several(&[(30, COMPLAINT), (3, SILENT)]), &[], "3 are", "a small cell stands there"),
        (
            several(&[(30, COMPLAINT), (3, SILENT), (20, ASKED)]),
            &[("timely", "late"), ("ending", "silent"), ("evidence", "none")],
            "3 are",
            "one hidden cell is the total without the others",
        ),
        (
            several(&[(6, COMPLAINT), (25, PRAISED), (30, ASKED)]),
            &[("kind", "pengaduan"), ("kind", "apresiasi"), ("timely", "late"), ("element", "cost"), ("element", "procedure"), ("evidence", "accepted"), ("evidence", "none")],
            "6 are",
            "praise alone has no clock, and so the other margin tells how much of it there is",
        ),
        (
            several(&[(30, COMPLAINT), (18, WAITING), (4, [Some("in_time"), Some("open"), Some("pengaduan"), Some("cost"), Some("none"), None])]),
            &[],
            "4 are",
            "open and answered is open less still waiting",
        ),
        (
            several(&[(30, COMPLAINT), (4, SILENT), (20, [Some("late"), Some("silent"), Some("aspirasi"), Some("cost"), Some("none"), None])]),
            &[],
            "4 are",
            "complaints without a card are all without one, less suggestions",
        ),
        (several(&[(30, COMPLAINT)]), &[("kind", "pengaduan")], "", "nothing is wrong with this one"),
    ];
    for (raters, hidden, found, why) in wrong {
        let tried = subtract(&[(Some(a), all_of(&raters, hidden))], &raters, LEAST, &known);
        match tried {
            Err(said) if !found.is_empty() => assert!(said.contains(found), "{why}: {said}"),
            other => assert!(other.is_ok() && found.is_empty(), "{why}: {other:?}"),
        }
        // And what the rule makes of the same raters is nothing that could be found.
        subtract(&tables(&raters, LEAST), &raters, LEAST, &known).unwrap_or_else(|said| panic!("{why}: {said}"));
    }
    // A government that adds up what a unit does not tell, or a number that is not true.
    let raters: Vec<Rater> = alike(30, a, COMPLAINT).into_iter().chain(alike(30, b, COMPLAINT)).chain(alike(4, b, SILENT)).collect();
    let mut published = tables(&raters, LEAST);
    assert!(published.len() == 3 && subtract(&published, &raters, LEAST, &known).is_ok());
    let (whole, right) = (published[0].1.clone(), published[1].1.clone());
    published[0].1.extend(MARGINS[0].1.iter().map(|cell| (("timely", *cell), count(&raters).get(&("timely", *cell)).copied())));
    assert!(subtract(&published, &raters, LEAST, &known).unwrap_err().contains("the government"));
    published[0].1 = whole;
    published[1].1.insert(("kind", "pengaduan"), Some(31));
    assert!(subtract(&published, &raters, LEAST, &known).unwrap_err().contains("told as 31"));
    published[1].1 = right;
    published[1].1.insert(("days_cost", "median"), Some(2));
    assert!(subtract(&published, &raters, LEAST, &known).unwrap_err().contains("told as 2"));
}

#[test]
fn few_raters_are_told_nothing_of() {
    assert!(tables(&alike(9, unit(1), COMPLAINT), LEAST).is_empty());
    let raters: Vec<Rater> =
        alike(27, unit(1), COMPLAINT).into_iter().chain(alike(3, unit(1), [Some("in_time"), Some("contested"), Some("pengaduan"), Some("cost"), Some("accepted"), None])).collect();
    let told = &tables(&raters, LEAST)[0].1;
    assert_eq!((told[&("ending", "contested")], told[&("ending", "confirmed")]), (None, None), "the other would tell it");
    assert_eq!(told[&("ending", "silent")], Some(0), "a nought tells nobody");
    assert_eq!((solved(told), in_time(told).map(|(p, ..)| p)), (None, Some(1.0)));
}

#[test]
fn a_large_unit_tells_by_kind_and_element() {
    let raters: Vec<Rater> = [(40, COMPLAINT), (30, SILENT), (20, WAITING), (25, ASKED), (15, PRAISED)].into_iter().flat_map(|(n, cells)| alike(n, unit(1), cells)).collect();
    let told = &tables(&raters, LEAST)[0].1;
    for (key, n) in [
        (("timely_pengaduan", "in_time"), Some(40)),
        (("timely_pengaduan", "running"), Some(20)),
        (("ending_permintaan_informasi", "silent"), Some(25)),
        (("ending_cost", "confirmed"), Some(40)),
        (("timely_apresiasi", "no_clock"), None),
        (("ending_apresiasi", "confirmed"), Some(15)),
        (("days_pengaduan", "n"), Some(90)),
        (("days_cost", "n"), Some(70)),
        (("days", "n"), Some(115)),
        (("days", "p90"), None),
    ] {
        assert_eq!(told.get(&key).copied().flatten(), n, "{key:?}");
    }
}

#[test]
fn who_was_not_answered_counts_as_longest() {
    let days = |answered: i64, waiting: usize| {
        let all = suppress::percentiles((0..answered).map(Some).chain(std::iter::repeat_n(None, waiting)));
        all.into_iter().filter(|(cell, _)| !cell.contains('_')).collect::<Vec<_>>()
    };
    assert_eq!(days(10, 0), [("median", 4), ("p90", 8)]);
    assert_eq!(days(10, 1), [("median", 5), ("p90", 9)]);
    assert_eq!(days(10, 2), [("median", 5)], "nine of ten were not answered");
    assert_eq!(days(4, 6), []);
    let bounds = |answered, waiting| suppress::percentiles((0..answered).map(Some).chain(std::iter::repeat_n(None, waiting)));
    assert_eq!(bounds(100, 0), [("median", 49), ("median_low", 39), ("median_high", 60), ("p90", 89), ("p90_low", 83), ("p90_high", 96)]);
    assert_eq!(bounds(90, 10), [("median", 49), ("median_low", 39), ("median_high", 60), ("p90", 89), ("p90_low", 83)], "how long it may be nobody knows yet");
}

#[test]
fn quarters_end_where_the_next_begins() {
    let day = |y, m, d| time::Date::from_calendar_date(y, time::Month::try_from(m).unwrap(), d).unwrap();
    assert_eq!(days_of("2026-Q3"), Some((day(2026, 7, 1), day(2026, 10, 1))));
    assert_eq!(days_of("2026-Q4"), Some((day(2026, 10, 1), day(2027, 1, 1))));
    assert_eq!(days_of("2026"), None);
}
