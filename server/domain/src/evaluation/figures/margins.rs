//! Into which parts the raters of a unit and quarter are counted, and what everybody knows of how these parts lie to each
//! other: whoever subtracts knows it too.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::Rater;

/// The partitions of the same raters, with their cells in the order in which they are shown. Grounds part what was rejected,
/// elements what has a clock: praise and complaints about one element, added up, say nothing.
pub const MARGINS: &[(&str, &[&str])] = &[
    ("timely", TIMELY),
    ("ending", ENDING),
    ("kind", &["pengaduan", "aspirasi", "permintaan_informasi", PRAISE]),
    ("element", &["requirements", "procedure", "completion_time", "cost", "product", "staff_competence", "staff_behaviour", "facilities", "complaint_handling", "unnamed"]),
    ("evidence", &["accepted", "rejected", "waiting", "none"]),
    (GROUNDS, &["beyond_post", "not_shown", "other_post", "rule_not_person", "repeated"]),
];

pub(super) const TIMELY: &[&str] = &["in_time", "late", "running", "no_clock"];
pub(super) const ENDING: &[&str] = &["confirmed", "contested", "silent", "open"];
pub(super) const GROUNDS: &str = "grounds";
pub(super) const PRAISE: &str = "apresiasi";

/// A kind or an element that has a table of its own, with the margins of that table.
#[derive(Debug, Clone, Copy)]
pub struct Group {
    /// Margin and cell of those who are in it.
    pub of: (&'static str, &'static str),
    pub timely: &'static str,
    pub ending: &'static str,
    /// Working days until the first answer; praise has no clock and none.
    pub days: &'static str,
}

macro_rules! groups {
    ($($margin:literal: $($cell:literal)+;)+) => { &[$($(Group {
        of: ($margin, $cell), timely: concat!("timely_", $cell), ending: concat!("ending_", $cell), days: concat!("days_", $cell),
    },)+)+] };
}

/// Kinds, then elements.
pub const GROUPS: &[Group] = groups! {
    "kind": "pengaduan" "aspirasi" "permintaan_informasi" "apresiasi";
    "element": "requirements" "procedure" "completion_time" "cost" "product" "staff_competence" "staff_behaviour" "facilities" "complaint_handling" "unnamed";
};

/// Working days until the first answer of all that has a clock.
pub const DAYS: &str = "days";

/// Of how many raters, and within how many days half of them were answered and nine of ten, each with its interval. Who was
/// not answered counts as longer than all who were: what lies among them is not there.
pub const DAYS_CELLS: &[&str] = &["n", "median", "median_low", "median_high", "p90", "p90_low", "p90_high"];

/// The margin and cell of the raters of a unit.
pub const TOTAL: (&str, &str) = ("total", "raters");

pub type Key = (&'static str, &'static str);

/// The numbers of one unit before anything is suppressed: margin and cell to count.
pub type Raw = BTreeMap<Key, i64>;

/// The same as it may be published: nothing where the number must not be told.
pub type Told = BTreeMap<Key, Option<i64>>;

/// Counts raters of a unit.
pub fn count<'a>(raters: impl IntoIterator<Item = &'a Rater>) -> Raw {
    let mut raw = Raw::new();
    for rater in raters {
        for key in rater.keys() {
            *raw.entry(key).or_default() += 1;
        }
    }
    raw
}

impl Rater {
    /// Every number in which this one is counted.
    pub fn keys(&self) -> Vec<Key> {
        let mut keys = vec![TOTAL];
        keys.extend(MARGINS.iter().zip(self.cells).filter_map(|((margin, _), cell)| Some((*margin, cell?))));
        for group in GROUPS.iter().filter(|group| self.is_in(group)) {
            keys.extend(self.cells[0].map(|timely| (group.timely, timely)));
            keys.extend(self.cells[1].map(|ending| (group.ending, ending)));
        }
        keys
    }

    pub fn is_in(&self, group: &Group) -> bool {
        let cell = if group.of.0 == "kind" { self.cells[2] } else { self.cells[3] };
        cell == Some(group.of.1)
    }

    pub fn is_praise(&self) -> bool {
        self.cells[2] == Some(PRAISE)
    }
}

/// Every name of a number that may stand in a row.
static KEYS: LazyLock<BTreeMap<Key, Key>> = LazyLock::new(|| {
    let of_margins = MARGINS.iter().flat_map(|(margin, cells)| cells.iter().map(|cell| (*margin, *cell)));
    let of_groups = GROUPS.iter().flat_map(|g| {
        let parts = [(g.timely, TIMELY), (g.ending, ENDING), (g.days, DAYS_CELLS)];
        parts.into_iter().flat_map(|(margin, cells)| cells.iter().map(move |cell| (margin, *cell)))
    });
    std::iter::once(TOTAL).chain(of_margins).chain(of_groups).chain(DAYS_CELLS.iter().map(|cell| (DAYS, *cell))).map(|key| (key, key)).collect()
});

/// The name of a number as it stands in a row.
pub(super) fn key(margin: &str, cell: &str) -> Option<Key> {
    KEYS.get(&(margin, cell)).copied()
}

/// Whether it is known of a part that its raters praised: praise alone has no clock and no element.
fn praises((margin, cell): (&str, Option<&str>)) -> Option<bool> {
    match margin {
        "timely" => Some(cell == Some("no_clock")),
        "kind" => Some(cell == Some(PRAISE)),
        "element" => Some(cell.is_none()),
        _ => None,
    }
}

/// Whether nobody can be in both parts, by what a kind, an answer or a card is; no cell: those whom the margin does not part.
pub fn apart(a: (&str, Option<&str>), b: (&str, Option<&str>)) -> bool {
    one_way(a, b) || one_way(b, a)
}

fn one_way(a: (&str, Option<&str>), b: (&str, Option<&str>)) -> bool {
    // The other margins part everyone.
    if a.1.is_none() && !matches!(a.0, "element" | GROUNDS) {
        return true;
    }
    if a.0 == b.0 {
        return a.1 != b.1;
    }
    if praises(a).zip(praises(b)).is_some_and(|(a, b)| a != b) {
        return true;
    }
    // A card comes of a confirmed complaint or of praise, and only a rejected one has grounds.
    let has_card = |(margin, cell): (&str, Option<&str>)| match margin {
        "evidence" => cell != Some("none"),
        GROUNDS => cell.is_some(),
        _ => false,
    };
    // A reopened case may have one and be open again: too few for anybody who subtracts to mind.
    let never_card = |(margin, cell): (&str, Option<&str>)| match margin {
        "kind" => matches!(cell, Some("aspirasi" | "permintaan_informasi")),
        "timely" => cell == Some("running"),
        "ending" => matches!(cell, Some("silent" | "open")),
        _ => false,
    };
    if has_card(a) && never_card(b) {
        return true;
    }
    if a.0 == GROUNDS && b.0 == "evidence" {
        return a.1.is_some() != (b.1 == Some("rejected"));
    }
    // What is not answered has not ended.
    a == ("timely", Some("running")) && b.0 == "ending" && b.1 != Some("open")
}
