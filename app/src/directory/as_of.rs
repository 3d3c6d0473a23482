//! "Per 1 Maret 2026": the directory as it was on a past day, asked for in the address (`?per=2026-03-01`).

use std::collections::HashMap;

use domain::db::Conn;
use domain::directory::edit::day;
use domain::directory::past;
use leptos::prelude::*;
use vocabulary::directory::EntryKind;

use crate::dates;
use crate::error::PageError;
use crate::words::Words;

/// Which day a page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsOf {
    pub day: String,
    /// Whether that day is over.
    pub past: bool,
    /// What was asked for is no day, or none that has come: today is shown and the page says so.
    pub wrong: bool,
}

impl AsOf {
    pub fn asked(query: &HashMap<String, String>, today: &str) -> Self {
        match query.get("per").map(|typed| day(typed)) {
            None => Self { day: today.to_owned(), past: false, wrong: false },
            Some(Ok(day)) if day.as_str() <= today => Self { past: day.as_str() < today, day, wrong: false },
            Some(_) => Self { day: today.to_owned(), past: false, wrong: true },
        }
    }

    /// The same address in that day.
    pub fn on(&self, address: &str) -> String {
        match (self.past, address.contains('?')) {
            (false, _) => address.to_owned(),
            (true, false) => format!("{address}?per={}", self.day),
            (true, true) => format!("{address}&per={}", self.day),
        }
    }

    /// What was found on that day. Where nothing was, because it was not there yet or no more, the page says since or
    /// until when it was and leads there. What is to come is not told.
    ///
    /// # Errors
    /// [`PageError::NotThen`], and whatever else went wrong.
    pub async fn found<T>(&self, conn: &mut Conn, found: domain::Result<T>, of: (&str, EntryKind, &str), at: (&str, &str)) -> Result<T, PageError> {
        let ((gov, kind, slug), (path, today)) = (of, at);
        match found {
            Err(domain::Error::NotFound) if self.past => {
                let (first, last) = past::days_of(conn, gov, kind, slug).await?;
                if first.as_str() <= today && self.day < first {
                    return Err(self.not_then(path, first, false));
                }
                match last {
                    Some(last) if self.day > last => Err(self.not_then(path, last, true)),
                    _ => Err(domain::Error::NotFound.into()),
                }
            }
            other => Ok(other?),
        }
    }

    /// That a list is of a day before its records begin.
    ///
    /// # Errors
    /// [`PageError::NotThen`], and the database's.
    pub async fn recorded(&self, conn: &mut Conn, gov: &str, kind: EntryKind, at: (&str, &str)) -> Result<(), PageError> {
        let (path, today) = at;
        match past::first_day(conn, gov, kind).await? {
            Some(first) if self.past && self.day < first && first.as_str() <= today => Err(self.not_then(path, first, false)),
            _ => Ok(()),
        }
    }

    fn not_then(&self, path: &str, day: String, over: bool) -> PageError {
        let (here, kept) = without_day(path);
        let kept = kept.into_iter().chain([("per".to_owned(), day.clone())]);
        let href = format!("{here}?{}", serde_urlencoded::to_string(kept.collect::<Vec<_>>()).unwrap_or_default());
        PageError::NotThen { day, over, href }
    }

    /// What links to other pages of the directory carry on, so that one stays in that day.
    pub fn suffix(&self) -> String {
        if self.past { format!("?per={}", self.day) } else { String::new() }
    }
}

/// The path of an address, and what it asks for besides the day and the page of a list.
fn without_day(address: &str) -> (String, Vec<(String, String)>) {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let asked: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
    (path.to_owned(), asked.into_iter().filter(|(name, _)| name != "per" && name != "setelah").collect())
}

/// Says which day is shown when it is not today, and leads back.
pub fn as_of_notice(words: &'static Words, as_of: &AsOf, path: &str) -> impl IntoView + use<> {
    let (here, kept) = without_day(path);
    let here = if kept.is_empty() { here } else { format!("{here}?{}", serde_urlencoded::to_string(kept).unwrap_or_default()) };
    let wrong = as_of.wrong.then(|| view! { <div class="errors" role="alert" id="galat" tabindex="-1"><p>{words.t("as-of-wrong")}</p></div> });
    let past = as_of.past.then(|| view! { <p class="notice wait" role="status">{words.with("as-of-shown", &[("date", &dates::long_day(words, &as_of.day))])} " " <a href=here>{words.t("as-of-today")}</a></p> });
    view! { {wrong}{past} }
}

/// At the end of a page: another day, and what changed.
pub fn as_of_chooser(words: &'static Words, as_of: &AsOf, path: &str, history: Option<String>) -> impl IntoView + use<> {
    let (here, kept) = without_day(path);
    let kept = kept.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view();
    let day = as_of.day.clone();
    let link = history.map(|href| view! { <p><a href=href>{words.t("as-of-history")}</a></p> });
    view! {
        <details class="as-of">
            <summary>{words.t("as-of-other")}</summary>
            <form action=here class="stack-tight">
                {kept}
                <div class="field"><label for="per">{words.t("as-of-day")}</label><input type="date" id="per" name="per" value=day/></div>
                <p><button class="button quiet">{words.t("as-of-button")}</button></p>
            </form>
            {link}
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::{AsOf, without_day};

    #[test]
    fn another_day_keeps_what_was_asked_for() {
        let kept = |address: &str| without_day(address).1.into_iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&");
        assert_eq!(kept("/medan/layanan?per=2026-03-01&huruf=A&setelah=akta"), "huruf=A");
        assert_eq!(kept("/medan/unit"), "");
        let past = AsOf { day: "2026-03-01".into(), past: true, wrong: false };
        assert_eq!(past.on("/medan/layanan"), "/medan/layanan?per=2026-03-01");
        assert_eq!(past.on("/medan/layanan?huruf=A"), "/medan/layanan?huruf=A&per=2026-03-01");
        assert_eq!(AsOf { past: false, ..past }.on("/medan/layanan?huruf=A"), "/medan/layanan?huruf=A");
    }

    #[test]
    fn only_days_that_have_come_are_shown() {
        let asked = |per: Option<&str>| AsOf::asked(&per.map(|p| ("per".to_owned(), p.to_owned())).into_iter().collect(), "2026-11-02");
        assert_eq!(asked(None), AsOf { day: "2026-11-02".into(), past: false, wrong: false });
        assert_eq!(asked(Some("2026-03-01")), AsOf { day: "2026-03-01".into(), past: true, wrong: false });
        assert!(!asked(Some("2026-11-02")).past);
        for wrong in ["2026-11-03", "kemarin", "", "2026-02-30"] {
            assert_eq!(asked(Some(wrong)), AsOf { day: "2026-11-02".into(), past: false, wrong: true }, "{wrong}");
        }
    }
}
