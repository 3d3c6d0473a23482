//! Whoever reads what is published of units and subtracts every number from every other: within a unit, a unit from the
//! government, a sum of cells from another. It knows the raters and says where a few of them can be found.
//!
//! It shares with the rule that suppresses only the names of the cells and, where it has not seen enough cases to know
//! better, which cells lie apart. To it a number is the set of those who are counted in it, and where one set lies within
//! another, whoever the raters are, their difference is a number as well.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::evaluation::figures::{DAYS, GROUPS, Key, MARGINS, Rater, TOTAL, Told, apart};
use crate::ids::UnitId;
use crate::statistics::{nearest_rank, percentile_interval};

type Cells = [Option<&'static str>; 6];

/// What somebody who subtracts knows beforehand: which combinations of cells there are.
pub struct Known {
    types: Vec<Cells>,
    of: HashMap<Key, Bits>,
}

type Bits = Vec<u64>;

impl Known {
    /// Every combination that is not excluded by what kinds, answers and cards are.
    pub fn declared() -> Self {
        let mut types: Vec<Vec<Option<&'static str>>> = vec![Vec::new()];
        for (margin, cells) in MARGINS {
            types = types.iter().flat_map(|before| cells.iter().copied().map(Some).chain([None]).map(|cell| before.iter().copied().chain([cell]).collect())).collect();
            let named = |at: usize| MARGINS[at].0;
            types.retain(|t: &Vec<Option<&str>>| {
                let (last, before) = t.split_last().unwrap();
                let parted = last.is_some() || matches!(*margin, "element" | "grounds");
                parted && before.iter().enumerate().all(|(at, cell)| !apart((named(at), *cell), (margin, *last)))
            });
        }
        Self::of(types.into_iter().map(|t| t.try_into().unwrap()).collect())
    }

    /// Only the combinations that occur, with every element: who has seen all cases knows which never do.
    pub fn observed(raters: &[Rater]) -> Self {
        let seen: HashSet<Cells> = raters.iter().map(|rater| rater.cells).collect();
        let elements = MARGINS[3].1;
        let with = |cells: &Cells, element| {
            let mut cells = *cells;
            cells[3] = element;
            cells
        };
        let all: HashSet<Cells> = seen
            .iter()
            .flat_map(|cells| match cells[3] {
                None => vec![*cells],
                Some(_) => elements.iter().map(|element| with(cells, Some(*element))).collect(),
            })
            .collect();
        Self::of(all.into_iter().collect())
    }

    fn of(types: Vec<Cells>) -> Self {
        let mut of: HashMap<Key, Bits> = HashMap::new();
        for (at, cells) in types.iter().enumerate() {
            for key in (Rater { unit: UnitId(uuid::Uuid::nil()), cells: *cells, days: None }).keys() {
                of.entry(key).or_insert_with(|| vec![0; types.len().div_ceil(64)])[at / 64] |= 1 << (at % 64);
            }
        }
        Self { types, of }
    }

    /// Whether there can be a rater of these cells.
    pub fn has(&self, cells: &[Option<&'static str>; 6]) -> bool {
        self.types.contains(cells)
    }

    /// The first rater whom the declared rules call impossible.
    pub fn contradicted(&self, raters: &[Rater]) -> Option<Cells> {
        let types: HashSet<&Cells> = self.types.iter().collect();
        raters.iter().map(|rater| rater.cells).find(|cells| !types.contains(cells))
    }

    fn bits(&self, key: Key) -> Bits {
        self.of.get(&key).cloned().unwrap_or_else(|| vec![0; self.types.len().div_ceil(64)])
    }
}

/// How much was tried.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tried {
    pub pairs: u64,
    pub nested: u64,
    pub told: usize,
    pub hidden: usize,
    /// Tables of kinds and elements.
    pub groups: usize,
}

impl std::ops::AddAssign for Tried {
    fn add_assign(&mut self, other: Self) {
        self.pairs += other.pairs;
        self.nested += other.nested;
        self.told += other.told;
        self.hidden += other.hidden;
        self.groups += other.groups;
    }
}

/// A set of raters whose number is known, with its name for whoever reads what was found.
#[derive(Clone)]
struct Set {
    bits: Bits,
    count: i64,
    name: String,
}

/// Subtracts every pair of what these tables of a quarter tell.
///
/// # Errors
/// What was found: a number that is not true, or from one to less than `least` raters.
pub fn subtract(tables: &[(Option<UnitId>, Told)], raters: &[Rater], least: i64, known: &Known) -> Result<Tried, String> {
    let mut by_unit: HashMap<UnitId, Vec<&Rater>> = HashMap::new();
    for rater in raters {
        by_unit.entry(rater.unit).or_default().push(rater);
    }
    let mut tried = Tried::default();
    let units: Vec<(UnitId, &Told)> = tables.iter().filter_map(|(unit, told)| Some(((*unit)?, told))).collect();
    for (unit, told) in &units {
        let raters = by_unit.get(unit).map(Vec::as_slice).unwrap_or_default();
        let counts = counts(raters);
        true_numbers(told, raters, &counts, least).map_err(|e| format!("{unit}: {e}"))?;
        tried += within(told, &counts, least, known).map_err(|e| format!("{unit}: {e}"))?;
    }
    for (_, whole) in tables.iter().filter(|(unit, _)| unit.is_none()) {
        tried += government(whole, &units, &by_unit, least, known).map_err(|e| format!("the government: {e}"))?;
    }
    Ok(tried)
}

fn counts(raters: &[&Rater]) -> BTreeMap<Key, i64> {
    let mut counts = BTreeMap::new();
    for key in raters.iter().flat_map(|rater| rater.keys()) {
        *counts.entry(key).or_default() += 1;
    }
    counts
}

fn is_days(margin: &str) -> bool {
    margin == DAYS || GROUPS.iter().any(|group| group.days == margin)
}

/// Days until the first answer of those whom a margin of days counts; unanswered ones last.
fn days_of<'a>(margin: &str, raters: impl Iterator<Item = &'a &'a Rater>) -> Vec<i64> {
    let group = GROUPS.iter().find(|group| group.days == margin);
    let mut days: Vec<i64> = raters.filter(|r| group.map_or(!r.is_praise(), |g| r.is_in(g))).map(|r| r.days.unwrap_or(i64::MAX)).collect();
    days.sort_unstable();
    days
}

fn true_numbers(told: &Told, raters: &[&Rater], counts: &BTreeMap<Key, i64>, least: i64) -> Result<(), String> {
    for (key, value) in told {
        let Some(value) = value else { continue };
        if is_days(key.0) {
            true_days(told, *key, *value, &days_of(key.0, raters.iter()), least)?;
            continue;
        }
        let count = counts.get(key).copied().unwrap_or(0);
        if count != *value {
            return Err(format!("{key:?} is {count} and told as {value}"));
        }
    }
    Ok(())
}

fn true_days(told: &Told, key: Key, value: i64, days: &[i64], least: i64) -> Result<(), String> {
    let n = days.len() as i64;
    let histogram: Vec<(i64, i64)> = days.iter().map(|d| (*d, 1)).collect();
    let is = match key.1 {
        "n" => Some(n),
        "median" => nearest_rank(&histogram, 50),
        "median_low" => percentile_interval(&histogram, 50).0,
        "median_high" => percentile_interval(&histogram, 50).1,
        "p90" => nearest_rank(&histogram, 90),
        "p90_low" => percentile_interval(&histogram, 90).0,
        _ => percentile_interval(&histogram, 90).1,
    };
    if is != Some(value) || value == i64::MAX || n < least || told.get(&(key.0, "n")) != Some(&Some(n)) {
        return Err(format!("{key:?} of {n} is {is:?} and told as {value}"));
    }
    Ok(())
}

/// The margins of a unit whose told cells can be added up: those of everyone, the table of each group, the same cell of
/// several groups, and all cells of the kinds' tables.
fn families(told: &Told) -> Vec<Vec<Key>> {
    let shown = |keys: Vec<Key>| keys.into_iter().filter(|key| told.get(key).is_some_and(Option::is_some)).collect::<Vec<_>>();
    let mut families: Vec<Vec<Key>> = MARGINS.iter().map(|(margin, cells)| shown(cells.iter().map(|cell| (*margin, *cell)).collect())).collect();
    let (timely, ending) = (MARGINS[0].1, MARGINS[1].1);
    for group in GROUPS {
        families.push(shown(timely.iter().map(|cell| (group.timely, *cell)).collect()));
        families.push(shown(ending.iter().map(|cell| (group.ending, *cell)).collect()));
    }
    for of in ["kind", "element"] {
        let groups = || GROUPS.iter().filter(|group| group.of.0 == of);
        families.extend(timely.iter().map(|cell| shown(groups().map(|g| (g.timely, *cell)).collect())));
        families.extend(ending.iter().map(|cell| shown(groups().map(|g| (g.ending, *cell)).collect())));
    }
    let kinds = || GROUPS.iter().filter(|group| group.of.0 == "kind");
    families.push(shown(kinds().flat_map(|g| timely.iter().map(|cell| (g.timely, *cell))).collect()));
    families.push(shown(kinds().flat_map(|g| ending.iter().map(|cell| (g.ending, *cell))).collect()));
    families.push(shown(kinds().flat_map(|g| timely.iter().map(|cell| (g.timely, *cell))).chain([("timely", "no_clock")]).collect()));
    families
}

/// Every number of a unit and every sum of a family, with what is left of the total: all that a reader can name.
fn sets(told: &Told, known: &Known, counted: impl Fn(Key) -> i64) -> Vec<Set> {
    let mut alive = known.bits(TOTAL);
    for (key, value) in told {
        if *value == Some(0) && !is_days(key.0) {
            alive.iter_mut().zip(known.bits(*key)).for_each(|(all, none)| *all &= !none);
        }
    }
    // Where all that is left of the total is nobody, it is known that nobody is in what is hidden.
    let all = counted(TOTAL);
    for (margin, cells) in MARGINS {
        let shown: Vec<Key> = cells.iter().map(|cell| (*margin, *cell)).filter(|key| told.get(key).is_some_and(Option::is_some)).collect();
        if shown.iter().map(|key| counted(*key)).sum::<i64>() == all {
            let some: Bits = shown.iter().fold(vec![0; alive.len()], |sum, key| sum.iter().zip(known.bits(*key)).map(|(a, b)| a | b).collect());
            alive.iter_mut().zip(some).for_each(|(all, some)| *all &= some);
        }
    }
    let mut found: HashMap<Bits, Set> = HashMap::new();
    let mut add = |bits: Bits, count: i64, name: &dyn Fn() -> String| {
        let bits: Bits = bits.iter().zip(&alive).map(|(a, b)| a & b).collect();
        found.entry(bits.clone()).or_insert_with(|| Set { bits, count, name: name() });
    };
    let whole = known.bits(TOTAL);
    add(whole.clone(), all, &|| "all".into());
    for family in families(told) {
        let cells: Vec<(Key, Bits, i64)> = family.iter().map(|key| (*key, known.bits(*key), counted(*key))).filter(|(.., n)| *n > 0).collect();
        // Of more there are too many sums: each, each two, and all.
        let masks: Vec<u32> = match cells.len() {
            n if n <= 10 => (1..1u32 << n).collect(),
            n => (0..n).flat_map(|a| (0..=a).map(move |b| 1 << a | 1 << b)).chain([(1 << n) - 1]).collect(),
        };
        for mask in masks {
            let chosen = || cells.iter().enumerate().filter(move |(i, _)| mask >> i & 1 == 1).map(|(_, cell)| cell);
            let bits: Bits = chosen().fold(vec![0; whole.len()], |sum, (_, bits, _)| sum.iter().zip(bits).map(|(a, b)| a | b).collect());
            let count: i64 = chosen().map(|(.., n)| n).sum();
            let name = || chosen().map(|(key, ..)| format!("{}.{}", key.0, key.1)).collect::<Vec<_>>().join("+");
            let rest: Bits = whole.iter().zip(&bits).map(|(a, b)| a & !b).collect();
            add(bits, count, &name);
            add(rest, all - count, &|| format!("all without {}", name()));
        }
    }
    found.into_values().collect()
}

/// What is told, in a line.
fn shown(told: &Told) -> String {
    told.iter().map(|((margin, cell), value)| format!("{margin}.{cell}={}", value.map_or("?".into(), |n| n.to_string()))).collect::<Vec<_>>().join(" ")
}

/// Whether `part` lies in `whole`, whoever the raters are.
fn lies_in(part: &Bits, whole: &Bits) -> bool {
    part.iter().zip(whole).all(|(part, whole)| part & !whole == 0)
}

/// Subtracts every set of a unit from every other. Only a pair whose numbers are that near can differ by a few, and only
/// where one lies within the other is the difference a number of raters.
fn within(told: &Told, counts: &BTreeMap<Key, i64>, least: i64, known: &Known) -> Result<Tried, String> {
    let mut sets = sets(told, known, |key| counts.get(&key).copied().unwrap_or(0));
    sets.sort_by(|a, b| a.count.cmp(&b.count).then_with(|| a.name.cmp(&b.name)));
    let n = sets.len() as u64;
    let groups = GROUPS.iter().filter(|g| told.contains_key(&(g.ending, "open"))).count();
    let mut tried = Tried { pairs: n * n, nested: 0, told: told.values().filter(|v| v.is_some()).count(), hidden: told.values().filter(|v| v.is_none()).count(), groups };
    let mut first = 0;
    for (at, set) in sets.iter().enumerate() {
        if (1..least).contains(&set.count) {
            return Err(format!("{} are {}", set.count, set.name));
        }
        while set.count - sets[first].count >= least {
            first += 1;
        }
        for part in sets[first..at].iter().filter(|part| part.count < set.count) {
            tried.nested += 1;
            if lies_in(&part.bits, &set.bits) {
                return Err(format!("{} are {} without {}, of {}", set.count - part.count, set.name, part.name, shown(told)));
            }
        }
    }
    Ok(tried)
}

/// The government's numbers: true sums of what units tell, and nothing more of any unit when all others are taken away.
fn government(whole: &Told, units: &[(UnitId, &Told)], by_unit: &HashMap<UnitId, Vec<&Rater>>, least: i64, known: &Known) -> Result<Tried, String> {
    let mut tried = Tried { told: whole.values().filter(|v| v.is_some()).count(), hidden: whole.values().filter(|v| v.is_none()).count(), ..Tried::default() };
    let few = |count: i64| (1..least).contains(&count);
    let mut read: Vec<(Key, i64, HashSet<UnitId>)> = Vec::new();
    for (key, value) in whole {
        let Some(value) = value else { continue };
        let cells: Vec<Key> = if is_days(key.0) { vec![(key.0, "n")] } else { whole.keys().copied().filter(|(margin, _)| *margin == key.0).collect() };
        let of: Vec<&(UnitId, &Told)> = units.iter().filter(|(_, told)| cells.iter().all(|cell| told.get(cell).is_some_and(Option::is_some))).collect();
        if is_days(key.0) {
            let raters: Vec<&Rater> = of.iter().flat_map(|(unit, _)| by_unit.get(unit).into_iter().flatten().copied()).collect();
            true_days(whole, *key, *value, &days_of(key.0, raters.iter()), least)?;
        } else {
            let numbers: Vec<i64> = of.iter().map(|(_, told)| told[key].unwrap_or_default()).collect();
            if numbers.iter().sum::<i64>() != *value {
                // Whoever subtracts what units tell from this finds what they do not tell.
                return Err(format!("{key:?} is {value}, and the units tell {}", numbers.iter().sum::<i64>()));
            }
            for number in &numbers {
                tried.pairs += 1;
                if few(*number) {
                    return Err(format!("{number} are left of {key:?} without the other units"));
                }
            }
            read.push((*key, *value, of.iter().map(|(unit, _)| *unit).collect()));
        }
    }
    // Its numbers from each other: those of as many units or fewer, one lying within the other.
    for (a, value, of) in &read {
        for (b, part, among) in &read {
            tried.pairs += 1;
            if among.is_subset(of) && lies_in(&known.bits(*b), &known.bits(*a)) {
                tried.nested += 1;
                // What the units tell that are in the first and not in the second goes as well.
                let beside: i64 = units.iter().filter(|(unit, _)| of.contains(unit) && !among.contains(unit)).filter_map(|(_, told)| told.get(a).copied().flatten()).sum();
                if few(value - part) || few(value - part - beside) {
                    return Err(format!("{} or {} are left of {a:?} without {b:?}", value - part, value - part - beside));
                }
            }
        }
    }
    Ok(tried)
}
