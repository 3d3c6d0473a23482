//! What may be told of a unit: nothing of fewer than `least` raters, neither as a number nor as what is left when one
//! number is taken from another.
//!
//! Two numbers can be subtracted when one counts a part of the other. Within a margin these are its cells, every sum of
//! them and the total. Between two margins it is what [`apart`] knows: those who still wait are open ones, a card comes of
//! a complaint or of praise. What is hidden in a margin is known as one sum, the total less what is told, and is looked at
//! like a number. A nought tells nobody, and empties what it stands for.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::Rater;
use super::margins::{DAYS, ENDING, GROUNDS, GROUPS, Group, Key, MARGINS, PRAISE, Raw, TIMELY, TOTAL, Told, apart};
use crate::statistics::{nearest_rank, percentile_interval};

type Cells = &'static [&'static str];

/// A margin of a unit as it stands: how many are in each cell, the last being those whom it does not part, and which cells
/// are hidden, as bits.
#[derive(Clone)]
struct Margin {
    at: usize,
    name: &'static str,
    cells: Cells,
    counts: Vec<i64>,
    hidden: u32,
}

/// Raters whose number is known, and for each margin the cells in which one of them can be, as bits.
struct Part {
    count: i64,
    can_be_in: Vec<u32>,
}

/// Of every two margins and cell of the second: the cells of the first in which one of its raters can be.
static POSSIBLE: LazyLock<Vec<Vec<Vec<u32>>>> = LazyLock::new(|| {
    let cells = |margin: &(&'static str, Cells)| margin.1.iter().map(|cell| (margin.0, Some(*cell))).chain([(margin.0, None)]).collect::<Vec<_>>();
    let beside = |first: &[_], cell| first.iter().enumerate().filter(|(_, c)| !apart(**c, cell)).fold(0, |bits, (i, _)| bits | 1 << i);
    MARGINS.iter().map(|first| MARGINS.iter().map(|second| cells(second).into_iter().map(|cell| beside(&cells(first), cell)).collect()).collect()).collect()
});

fn bits(bits: u32, of: usize) -> impl Iterator<Item = usize> {
    (0..of).filter(move |i| bits >> i & 1 == 1)
}

impl Margin {
    fn of(raw: &Raw, at: usize, total: i64) -> Self {
        let (name, cells) = MARGINS[at];
        let mut counts: Vec<i64> = cells.iter().map(|cell| raw.get(&(name, *cell)).copied().unwrap_or(0)).collect();
        counts.push(total - counts.iter().sum::<i64>());
        Self { at, name, cells, counts, hidden: 1 << cells.len() }
    }

    /// Told cells with somebody in them.
    fn told(&self) -> Vec<usize> {
        bits(!self.hidden, self.cells.len()).filter(|i| self.counts[*i] > 0).collect()
    }

    fn is_whole(&self) -> bool {
        bits(self.hidden, self.cells.len()).next().is_none()
    }

    /// What is known: every told cell with somebody in it, and all that is hidden, as one; cells as bits, and how many.
    fn known(&self) -> Vec<(u32, i64)> {
        let hidden = bits(self.hidden, self.counts.len()).map(|i| self.counts[i]).sum();
        let all = self.told().into_iter().map(|i| (1 << i, self.counts[i]));
        all.chain([(self.hidden, hidden)]).filter(|(_, count)| *count > 0).collect()
    }

    /// Cells of which everybody sees that nobody is in them.
    fn empty(&self) -> u32 {
        !self.known().iter().fold(0, |bits, (cells, _)| bits | cells)
    }

    fn parts(&self) -> Vec<Part> {
        let can_be_in = |cells: u32| (0..MARGINS.len()).map(|first| bits(cells, self.counts.len()).fold(0, |found, i| found | POSSIBLE[first][self.at][i])).collect();
        self.known().into_iter().map(|(cells, count)| Part { count, can_be_in: can_be_in(cells) }).collect()
    }
}

/// Where something is too few.
enum Leak {
    /// Within this margin.
    Within(usize),
    /// What is left of the first when the second is taken away.
    Between(usize, usize),
    /// What is left of a margin when groups are taken away.
    Groups,
}

/// Whether anything from one to less than `least` can be found from what is told.
fn leak(margins: &[Margin], groups: &[Vec<Part>], least: i64) -> Option<Leak> {
    let few = |count: i64| (1..least).contains(&count);
    if let Some(margin) = margins.iter().find(|m| m.known().iter().any(|(_, count)| few(*count))) {
        return Some(Leak::Within(margin.at));
    }
    let parts: Vec<Vec<Part>> = margins.iter().map(Margin::parts).collect();
    // Of elements there are too many sums; each is the total less another, and so is what it would be subtracted from.
    for first in margins.iter().filter(|m| m.name != "element") {
        let (known, empty) = (first.known(), first.empty());
        for sum in 1..1usize << known.len() {
            let chosen = known.iter().enumerate().filter(|(i, _)| sum >> i & 1 == 1);
            let (within, count) = chosen.fold((empty, 0), |(bits, n), (_, (cells, count))| (bits | cells, n + count));
            let left = |parts: &[Part]| count - parts.iter().filter(|part| part.can_be_in[first.at] & !within == 0).map(|part| part.count).sum::<i64>();
            if let Some(second) = (0..parts.len()).find(|second| *second != first.at && few(left(&parts[*second]))) {
                return Some(Leak::Between(first.at, second));
            }
            if groups.iter().any(|cut| few(left(cut))) {
                return Some(Leak::Groups);
            }
        }
    }
    None
}

/// Suppresses what is too small to be told, and as many others as it takes that nobody reckons it back; nothing at all is
/// told of fewer than `least`.
pub fn suppress(raw: &Raw, least: i64) -> Option<Told> {
    let total = *raw.get(&TOTAL).unwrap_or(&0);
    if total < least {
        return None;
    }
    let rejected = *raw.get(&("evidence", "rejected")).unwrap_or(&0);
    let mut margins: Vec<Margin> = (0..MARGINS.len()).map(|at| Margin::of(raw, at, total)).collect();
    loop {
        // The grounds are a part of the rejected: with few of them, or with their number hidden, nothing is told.
        let known = rejected >= least && margins.iter().any(|m| m.name == "evidence" && m.told().iter().any(|i| m.cells[*i] == "rejected"));
        if let Some(grounds) = margins.iter_mut().find(|m| m.name == GROUNDS && !known) {
            grounds.hidden = u32::MAX;
        }
        let Some(leak) = leak(&margins, &[], least) else { break };
        let (margin, cell) = to_hide(&margins, &leak, least)?;
        margins[margin].hidden |= 1 << cell;
    }
    let mut told = Told::from([(TOTAL, Some(total))]);
    for margin in margins.iter().filter(|m| m.name != GROUNDS || m.hidden != u32::MAX) {
        for (i, cell) in margin.cells.iter().enumerate() {
            told.insert((margin.name, *cell), (margin.hidden >> i & 1 == 0).then_some(margin.counts[i]));
        }
    }
    for of in ["kind", "element"] {
        tell_groups(&mut told, raw, &margins, of, least);
    }
    Some(told)
}

/// The cell that goes next: of a margin the smallest; between two the smallest that ends the leak, else the smallest. None
/// where nothing is left to hide, and nothing may be told.
fn to_hide(margins: &[Margin], found: &Leak, least: i64) -> Option<(usize, usize)> {
    let told = |at: usize| margins[at].told().into_iter().map(move |cell| (at, cell));
    let mut cells: Vec<(usize, usize)> = match found {
        Leak::Within(at) => told(*at).collect(),
        Leak::Between(first, second) => told(*first).chain(told(*second)).collect(),
        Leak::Groups => Vec::new(),
    };
    cells.sort_by_key(|(margin, cell)| margins[*margin].counts[*cell]);
    let ends = |(margin, cell): &(usize, usize)| {
        let mut tried = margins.to_vec();
        tried[*margin].hidden |= 1 << cell;
        leak(&tried, &[], least).is_none()
    };
    match found {
        Leak::Within(_) => cells.first().copied(),
        _ => cells.iter().find(|cell| ends(cell)).or(cells.first()).copied(),
    }
}

/// Adds the tables of kinds, or of elements. Each is told whole or not at all, and all that are not told are, taken together
/// as what is left, a table that could be told as well: so every sum and difference is one of numbers that are large enough.
fn tell_groups(told: &mut Told, raw: &Raw, margins: &[Margin], of: &str, least: i64) {
    if margins.iter().any(|m| (m.name == "timely" || m.name == "ending") && !m.is_whole()) {
        return;
    }
    let n = |key: Key| raw.get(&key).copied().unwrap_or(0);
    let own = |group: &Group| Table::of(|cell| n((group.timely, cell)), |cell| n((group.ending, cell)));
    let all = Table::of(|cell| n(("timely", cell)), |cell| n(("ending", cell)));
    // Elements are of what has a clock: what is left of them is known with praise and, from the kinds' tables, without.
    let praise = GROUPS.iter().find(|group| of == "element" && group.of.1 == PRAISE).map(own);
    let large = |group: &&Group| group.of.0 == of && told.get(&group.of).copied().flatten().is_some_and(|n| n >= least);
    let mut groups: Vec<(&Group, Table)> = GROUPS.iter().filter(large).map(|group| (group, own(group))).filter(|(_, table)| table.may_be_told(least)).collect();
    groups.sort_by_key(|(group, _)| n(group.of));
    while !groups.is_empty() {
        let rest = groups.iter().fold(all.clone(), |rest, (_, table)| rest.less(table));
        let apart = praise.as_ref().is_none_or(|praise| rest.less(praise).may_be_told(least));
        if apart && rest.may_be_told(least) && leak(margins, &cut(margins, of, &groups, &rest), least).is_none() {
            break;
        }
        groups.remove(0);
    }
    for (group, _) in groups {
        // Of praise everybody knows that it has no clock, and of the others that they have one.
        let timely = TIMELY.iter().filter(|cell| group.of.1 != PRAISE && **cell != "no_clock").map(|cell| (group.timely, *cell));
        for key in timely.chain(ENDING.iter().map(|cell| (group.ending, *cell))) {
            told.insert(key, Some(n(key)));
        }
    }
}

/// How answers and endings of some raters are parted, in the order of their margins.
#[derive(Clone)]
struct Table {
    timely: Vec<i64>,
    ending: Vec<i64>,
}

impl Table {
    fn of(timely: impl Fn(&'static str) -> i64, ending: impl Fn(&'static str) -> i64) -> Self {
        Self { timely: TIMELY.iter().map(|cell| timely(cell)).collect(), ending: ENDING.iter().map(|cell| ending(cell)).collect() }
    }

    fn less(&self, other: &Self) -> Self {
        let less = |a: &[i64], b: &[i64]| a.iter().zip(b).map(|(a, b)| a - b).collect();
        Self { timely: less(&self.timely, &other.timely), ending: less(&self.ending, &other.ending) }
    }

    /// Nothing in it is few, nor who was answered and whose case is still open.
    fn may_be_told(&self, least: i64) -> bool {
        let few = |count: i64| (1..least).contains(&count);
        let cell = |cells: Cells, counts: &[i64], name: &str| cells.iter().position(|c| *c == name).map_or(0, |i| counts[i]);
        let answered = cell(ENDING, &self.ending, "open") - cell(TIMELY, &self.timely, "running");
        !self.timely.iter().chain(&self.ending).any(|n| few(*n)) && !few(answered)
    }
}

/// The parts into which answers cut groups and what is left of the others, and those into which endings do: who still waits
/// has no card, of whatever kind.
fn cut(margins: &[Margin], of: &str, groups: &[(&Group, Table)], rest: &Table) -> Vec<Vec<Part>> {
    let Some(margin) = margins.iter().find(|m| m.name == of) else { return Vec::new() };
    let position = |group: &Group| margin.cells.iter().position(|cell| *cell == group.of.1);
    let told = groups.iter().filter_map(|(group, _)| position(group)).fold(0u32, |bits, i| bits | 1 << i);
    let rows: Vec<(u32, &Table)> = groups.iter().filter_map(|(group, table)| Some((1u32 << position(group)?, table))).chain([(!told & !margin.empty(), rest)]).collect();
    let by = |name: &str, counts: fn(&Table) -> &[i64]| {
        let at = margins.iter().find(|m| m.name == name).map_or(0, |m| m.at);
        let cells = rows.iter().flat_map(|(of, table)| counts(table).iter().enumerate().map(move |(i, count)| (*of, i, *count))).filter(|(.., count)| *count > 0);
        let part = |(of, i, count): (u32, usize, i64)| {
            let can_be_in = |first: usize| bits(of, margin.counts.len()).fold(0, |found, g| found | POSSIBLE[first][margin.at][g]) & POSSIBLE[first][at][i];
            Part { count, can_be_in: (0..MARGINS.len()).map(can_be_in).collect() }
        };
        cells.map(part).collect::<Vec<Part>>()
    };
    vec![by("timely", |table| &table.timely), by("ending", |table| &table.ending)]
}

/// Adds how long answers took: of all that has a clock, and of each kind and element. Of how many is a number that is told
/// already, so that it tells nothing new; who was not answered counts as longer than all who were.
pub(super) fn tell_days<'a>(told: &mut Told, raters: impl Iterator<Item = &'a Rater> + Clone, least: i64) {
    let shown = |key: Key| told.get(&key).copied().flatten();
    let all = shown(TOTAL).zip(shown(("kind", PRAISE))).map(|(total, praise)| total - praise);
    let mut sets: Vec<(&'static str, i64, Option<&Group>)> = all.map(|n| (DAYS, n, None)).into_iter().collect();
    sets.extend(GROUPS.iter().filter(|group| group.of.1 != PRAISE).filter_map(|group| Some((group.days, shown(group.of)?, Some(group)))));
    for (margin, n, group) in sets.into_iter().filter(|(_, n, _)| *n >= least) {
        let of = raters.clone().filter(|rater| group.map_or(!rater.is_praise(), |group| rater.is_in(group)));
        told.insert((margin, "n"), Some(n));
        told.extend(percentiles(of.map(|rater| rater.days)).into_iter().map(|(cell, days)| ((margin, cell), Some(days))));
    }
}

/// The percentiles that lie among the answered, with their intervals.
pub(super) fn percentiles(days: impl Iterator<Item = Option<i64>>) -> Vec<(&'static str, i64)> {
    let mut histogram: BTreeMap<i64, i64> = BTreeMap::new();
    for days in days {
        *histogram.entry(days.unwrap_or(i64::MAX)).or_default() += 1;
    }
    let histogram: Vec<(i64, i64)> = histogram.into_iter().collect();
    let of = |percent, [cell, low, high]: [&'static str; 3]| {
        let interval = percentile_interval(&histogram, percent);
        [(cell, nearest_rank(&histogram, percent)), (low, interval.0), (high, interval.1)]
    };
    let all = of(50, ["median", "median_low", "median_high"]).into_iter().chain(of(90, ["p90", "p90_low", "p90_high"]));
    all.filter_map(|(cell, days)| Some((cell, days.filter(|days| *days < i64::MAX)?))).collect()
}

/// The government's own table. Of each margin it adds up the units that tell all of it, where there are at least two, so
/// that whoever has the units' tables learns nothing from it: each margin has a number of raters of its own, which is the
/// sum of its cells.
pub(super) fn together(units: &[(&Told, Vec<&Rater>)]) -> Told {
    let mut sums = Told::from([(TOTAL, units.iter().filter_map(|(told, _)| told.get(&TOTAL).copied().flatten()).reduce(|a, b| a + b))]);
    let groups = GROUPS.iter().flat_map(|g| [(g.timely, &TIMELY[..3]), (g.ending, ENDING)]);
    for (margin, cells) in MARGINS.iter().copied().chain(groups) {
        let rows: Vec<Vec<i64>> = units.iter().filter_map(|(told, _)| cells.iter().map(|cell| told.get(&(margin, *cell)).copied().flatten()).collect()).collect();
        if rows.len() > 1 {
            sums.extend(cells.iter().enumerate().map(|(i, cell)| ((margin, *cell), Some(rows.iter().map(|row| row[i]).sum()))));
        }
    }
    let all = [(DAYS, None)].into_iter().chain(GROUPS.iter().map(|group| (group.days, Some(group))));
    for (margin, group) in all {
        let of: Vec<&(&Told, Vec<&Rater>)> = units.iter().filter(|(told, _)| told.contains_key(&(margin, "n"))).collect();
        if of.len() > 1 {
            sums.insert((margin, "n"), of.iter().map(|(told, _)| told[&(margin, "n")]).sum());
            let raters = of.iter().flat_map(|(_, raters)| raters.iter()).filter(|rater| group.map_or(!rater.is_praise(), |group| rater.is_in(group)));
            sums.extend(percentiles(raters.map(|rater| rater.days)).into_iter().map(|(cell, days)| ((margin, cell), Some(days))));
        }
    }
    sums
}
