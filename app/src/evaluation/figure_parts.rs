//! Published figures of a unit, or of a government, as they stand in pages: in short, whole, and by kind and element. Never
//! beside another unit's, and never of a person.

use domain::evaluation::figures::{DAYS, GROUPS, Group, Key, MARGINS, TOTAL, Told, in_time, solved};
use domain::statistics::share;
use leptos::prelude::*;

use super::mix_picture;
use crate::words::Words;

/// Of which level the headings of figures are.
#[derive(Debug, Clone, Copy)]
pub enum Level {
    Third,
    Fourth,
}

impl Level {
    fn heading(self, text: String) -> AnyView {
        match self {
            Self::Third => view! { <h3>{text}</h3> }.into_any(),
            Self::Fourth => view! { <h4>{text}</h4> }.into_any(),
        }
    }
}

fn shown(told: &Told, key: Key) -> Option<i64> {
    told.get(&key).copied().flatten()
}

/// A number, or why there is none.
fn number(words: &'static Words, value: Option<i64>) -> AnyView {
    match value {
        Some(n) => view! { <span class="num">{n}</span> }.into_any(),
        None => view! { <span class="soft">{words.t("performance-too-few")}</span> }.into_any(),
    }
}

fn percent(p: f64) -> String {
    format!("{:.0}", p * 100.0)
}

/// What stands first: how many, what came, how it was answered and ended, and how long it took.
pub fn brief(words: &'static Words, told: &Told) -> impl IntoView + use<> {
    let endings = ["confirmed", "contested", "silent"].map(|cell| ("ending", cell)).into_iter().filter(|key| told.contains_key(key));
    let facts: Vec<_> = endings.map(|key| view! { <div><dt>{words.t(&label(key))}</dt><dd>{number(words, shown(told, key))}</dd></div> }).collect();
    let facts = (!facts.is_empty()).then(|| view! { <dl class="facts">{facts}</dl> });
    let long = long(words, told, DAYS).map(|(said, of)| view! { <p>{words.t("figure-days")} ": " {said} ". " <span class="soft">{of}</span></p> });
    view! { <p><strong>{words.n("figure-raters", shown(told, TOTAL).unwrap_or_default())}</strong></p>{mix(words, told)}{shares(words, told)}{long}{facts} }
}

/// The figures of one unit, whole: a list for each partition, read in one column on a phone, and a table by kind and element.
/// Its headings are of the level below what they stand under.
pub fn table(words: &'static Words, told: &Told, level: Level) -> impl IntoView + use<> {
    let margins = MARGINS
        .iter()
        .filter(|(margin, _)| told.keys().any(|(m, _)| m == margin))
        .map(|(margin, cells)| {
            let rows = cells.iter().map(|cell| view! { <div><dt>{words.t(&label((margin, cell)))}</dt><dd>{number(words, shown(told, (margin, cell)))}</dd></div> }).collect_view();
            view! { <div class="stack-tight">{level.heading(words.t(&format!("figure-{margin}")))}<dl class="facts rows">{rows}</dl></div> }
        })
        .collect_view();
    let raters = words.n("figure-raters", shown(told, TOTAL).unwrap_or_default());
    view! {
        <p><strong>{raters}</strong></p>
        {mix(words, told)}
        {shares(words, told)}
        {days(words, told, level)}
        <div class="grid margins">{margins}</div>
        {by(words, told, "kind", level)}
        {by(words, told, "element", level)}
    }
}

/// What came, as a bar and in words: without it two numbers of two units say nothing.
pub fn mix(words: &'static Words, told: &Told) -> Option<impl IntoView + use<>> {
    let all = shown(told, TOTAL).unwrap_or_default();
    let kinds: Vec<(Key, i64)> = MARGINS[2].1.iter().map(|cell| ("kind", *cell)).map(|key| (key, shown(told, key).unwrap_or_default())).collect();
    let rest = all - kinds.iter().map(|(_, n)| n).sum::<i64>();
    let said: Vec<(String, String)> =
        kinds.iter().enumerate().filter(|(_, (_, n))| *n > 0).map(|(i, (key, n))| (format!("swatch part-{i}"), format!("{} {n}", words.t(&label(*key))))).collect();
    let said: Vec<_> = said.into_iter().chain((rest > 0).then(|| ("swatch rest".to_owned(), words.n("figure-mix-rest", rest)))).collect();
    let described = said.iter().map(|(_, said)| said.as_str()).collect::<Vec<_>>().join(", ");
    let svg = mix_picture::draw(&words.with("figure-mix", &[("parts", &described)]), all, &kinds.iter().map(|(_, n)| *n).collect::<Vec<_>>());
    let items = said.into_iter().map(|(class, said)| view! { <li><span class=class aria-hidden="true"></span>{said}</li> }).collect_view();
    Some(view! { <div class="stack-tight"><div inner_html=svg></div><ul class="plain-list mix-words">{items}</ul></div> })
}

fn shares(words: &'static Words, told: &Told) -> impl IntoView + use<> {
    [("figure-in-time", in_time(told)), ("figure-solved", solved(told))]
        .into_iter()
        .filter_map(|(key, share)| {
            share.map(|(share, low, high)| view! { <p>{words.with(key, &[("share", &percent(share)), ("low", &percent(low)), ("high", &percent(high))])}</p> })
        })
        .collect_view()
}

/// Key of a cell's name: elements have theirs everywhere.
fn label((margin, cell): Key) -> String {
    if margin == "element" && cell != "unnamed" { format!("element-{cell}") } else { format!("figure-{margin}-{cell}") }
}

/// How long answers took, of everyone and of each kind; nothing where too few came.
pub fn days(words: &'static Words, told: &Told, level: Level) -> Option<impl IntoView + use<>> {
    let kinds = GROUPS.iter().filter(|group| group.of.0 == "kind").map(|group| (group.days, words.t(&label(group.of))));
    let items: Vec<_> = [(DAYS, words.t("figure-days-all"))]
        .into_iter()
        .chain(kinds)
        .filter_map(|(margin, label)| long(words, told, margin).map(|(said, of)| view! { <div><dt>{label}</dt><dd>{said}<span class="soft">{of}</span></dd></div> }))
        .collect();
    (!items.is_empty()).then(|| view! { <div class="stack-tight">{level.heading(words.t("figure-days"))}<dl class="facts quiet">{items}</dl></div> })
}

/// How long answers took, in words, and of how many that is said, with how far it may lie.
fn long(words: &'static Words, told: &Told, margin: &'static str) -> Option<(String, String)> {
    let of = |cell| shown(told, (margin, cell));
    let n = of("n")?;
    let said = match (of("median"), of("p90")) {
        (Some(median), Some(p90)) => words.with("figure-days-said", &[("median", &median.to_string()), ("p90", &p90.to_string())]),
        (Some(median), None) => words.with("figure-days-tenth", &[("median", &median.to_string())]),
        _ => words.t("figure-days-half"),
    };
    // Which side of an interval is known: of few raters neither may be.
    let range = |key: &str, low, high| {
        let said = match (of(low), of(high)) {
            (Some(low), Some(high)) => words.with("figure-days-between", &[("low", &low.to_string()), ("high", &high.to_string())]),
            (Some(low), None) => words.n("figure-days-from", low),
            (None, Some(high)) => words.n("figure-days-until", high),
            (None, None) => return String::new(),
        };
        words.with(key, &[("range", &said)])
    };
    let of = format!("{}{}{}.", words.n("figure-days-of", n), range("figure-days-range-half", "median_low", "median_high"), range("figure-days-range-nine", "p90_low", "p90_high"));
    Some((said, of))
}

/// Answers, endings and days of each kind, or of each element, as far as they are told.
fn by(words: &'static Words, told: &Told, margin: &str, level: Level) -> Option<impl IntoView + use<>> {
    let columns: Vec<String> = ["received", "in-time", "late", "running", "confirmed", "contested", "silent", "open", "half", "nine"]
        .into_iter()
        .map(|column| words.t(&format!("figure-column-{column}")))
        .collect();
    let rows: Vec<_> = GROUPS
        .iter()
        .filter(|group| group.of.0 == margin && (told.contains_key(&(group.ending, "open")) || told.contains_key(&(group.days, "n"))))
        .map(|group| {
            let cells = cells(words, told, group)
                .into_iter()
                .zip(&columns)
                .map(|(cell, column)| view! { <td role="cell" class="num" data-column=column.clone()><span>{cell}</span></td> })
                .collect_view();
            view! { <tr role="row"><th role="rowheader" scope="row">{words.t(&label(group.of))}</th>{cells}</tr> }
        })
        .collect();
    let name = words.t(&format!("figure-by-{margin}"));
    let heads = columns.iter().map(|column| view! { <th role="columnheader" scope="col" class="num">{column.clone()}</th> }).collect_view();
    (!rows.is_empty()).then(|| {
        view! {
            <div class="stack-tight">
                {level.heading(name.clone())}
                <div class="scroll" tabindex="0" role="region" aria-label=name.clone()>
                    <table class="narrowing figures" role="table" aria-label=name.clone()><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{words.t(&format!("figure-{margin}"))}</th>{heads}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>
                </div>
                <p class="soft">{words.t("figure-by-note")}</p>
            </div>
        }
    })
}

/// What stands in a row, in the order of the columns; a dash where it is not told or there is no such thing.
fn cells(words: &'static Words, told: &Told, group: &Group) -> Vec<String> {
    let n = |key| shown(told, key).map_or_else(|| "–".to_owned(), |n| n.to_string());
    let part = |some: Key, other: Key| {
        let of = shown(told, some).zip(shown(told, other)).and_then(|(some, other)| share(some, some + other));
        let said = of.map(|(p, low, high)| format!(" ({}%, {}–{}%)", percent(p), percent(low), percent(high)));
        format!("{}{}", n(some), said.unwrap_or_default())
    };
    // Of how many days is said: so it lies among those who were not answered.
    let days = |cell| {
        shown(told, (group.days, cell)).map_or_else(|| if told.contains_key(&(group.days, "n")) { words.t("figure-days-not") } else { "–".to_owned() }, |days| days.to_string())
    };
    let (timely, ending) = (|cell| (group.timely, cell), |cell| (group.ending, cell));
    vec![
        n(group.of),
        part(timely("in_time"), timely("late")),
        n(timely("late")),
        n(timely("running")),
        part(ending("confirmed"), ending("contested")),
        n(ending("contested")),
        n(ending("silent")),
        n(ending("open")),
        days("median"),
        days("p90"),
    ]
}
