//! Chips: what state something is in, by shape and words, never by colour alone.

use leptos::prelude::*;
use vocabulary::feedback::{Protection, Status};

use crate::dates;
use crate::words::Words;

pub fn chip(class: &'static str, text: String) -> impl IntoView {
    view! { <span class=class>{text}</span> }
}

/// The state of a case for its reader: late is shown as late; closed without an answer is not called solved.
pub fn case_chip(words: &'static Words, status: Status, closed_reason: Option<&str>, answer_due: Option<&str>, answered: bool, today: &str) -> impl IntoView + use<> {
    let late = answer_due.is_some_and(|due| due < today) && !answered;
    let (class, text) = match (status, closed_reason) {
        (Status::Submitted | Status::Assigned | Status::InProgress, _) if late => {
            ("chip late", words.with("status-late", &[("date", &dates::day(words, answer_due.unwrap_or_default()))]))
        }
        (Status::Closed, Some("confirmed")) => ("chip ok", words.t("status-confirmed")),
        (Status::Closed, _) => ("chip plain", words.t("status-closed-unconfirmed")),
        (Status::Archived, _) => ("chip plain", words.t("status-archived")),
        (Status::Disputed, _) => ("chip late", words.t("status-disputed")),
        (Status::Responded, _) => ("chip", words.t("status-responded")),
        (Status::InProgress, _) => ("chip wait", words.t("status-in_progress")),
        (Status::Assigned, _) => ("chip wait", words.t("status-assigned")),
        (Status::Submitted, _) => ("chip wait", words.t("status-submitted")),
    };
    view! { <span class=class>{text}</span> }
}

/// "jatuh tempo Kamis, 26 November 2026"; nothing where there is no clock.
pub fn deadline(words: &'static Words, due: Option<&str>, answered: bool, today: &str) -> impl IntoView + use<> {
    let due = due.filter(|_| !answered).map(|due| {
        let key = if due < today { "due-was" } else { "due-is" };
        words.with(key, &[("date", &dates::long_day(words, due))])
    });
    due.map(|text| view! { <span class="soft">{text}</span> })
}

pub fn protection_chip(words: &'static Words, protection: Protection) -> impl IntoView {
    let key = match protection {
        Protection::Public => "protection-publik",
        Protection::Anonymous => "protection-anonim",
        Protection::Confidential => "protection-rahasia",
    };
    view! { <span class="chip plain">{words.t(key)}</span> }
}
