//! "Per 1 Maret 2026": the directory as it was on a past day, asked for in the address (`?per=2026-03-01`).

use std::collections::HashMap;

use domain::directory::edit::day;
use leptos::prelude::*;

use crate::dates;
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

    /// What links to other pages of the directory carry on, so that one stays in that day.
    pub fn suffix(&self) -> String {
        if self.past { format!("?per={}", self.day) } else { String::new() }
    }
}

/// Says which day is shown when it is not today, and leads back.
pub fn as_of_notice(words: &'static Words, as_of: &AsOf, path: &str) -> impl IntoView + use<> {
    let here = path.split('?').next().unwrap_or_default().to_owned();
    let wrong = as_of.wrong.then(|| view! { <div class="errors" role="alert" id="galat" tabindex="-1"><p>{words.t("as-of-wrong")}</p></div> });
    let past = as_of.past.then(|| view! { <p class="notice wait" role="status">{words.with("as-of-shown", &[("date", &dates::long_day(words, &as_of.day))])} " " <a href=here>{words.t("as-of-today")}</a></p> });
    view! { {wrong}{past} }
}

/// At the end of a page: another day, and what changed.
pub fn as_of_chooser(words: &'static Words, as_of: &AsOf, path: &str, history: Option<String>) -> impl IntoView + use<> {
    let here = path.split('?').next().unwrap_or_default().to_owned();
    let day = as_of.day.clone();
    let link = history.map(|href| view! { <p><a href=href>{words.t("as-of-history")}</a></p> });
    view! {
        <details class="as-of">
            <summary>{words.t("as-of-other")}</summary>
            <form action=here class="stack-tight">
                <div class="field"><label for="per">{words.t("as-of-day")}</label><input type="date" id="per" name="per" value=day/></div>
                <p><button class="button quiet">{words.t("as-of-button")}</button></p>
            </form>
            {link}
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::AsOf;

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
