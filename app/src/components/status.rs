//! Chips: what state something is in, by shape and words, never by colour alone.

use domain::feedback::Deadline;
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
        (Status::Closed, Some("contested")) => ("chip late", words.t("status-closed-contested")),
        (Status::Closed, _) => ("chip plain", words.t("status-closed-unconfirmed")),
        (Status::Archived | Status::Merged | Status::Redirected | Status::Withdrawn | Status::Draft, _) => ("chip plain", words.t(&format!("status-{status}"))),
        (Status::Disputed | Status::Escalated, _) => ("chip late", words.t(&format!("status-{status}"))),
        (Status::Responded, _) => ("chip", words.t("status-responded")),
        (Status::Submitted | Status::NeedsInfo | Status::Assigned | Status::InProgress, _) => ("chip wait", words.t(&format!("status-{status}"))),
    };
    view! { <span class=class>{text}</span> }
}

/// "Jawaban paling lambat Senin, 7 Desember 2026 – 5 hari kerja lagi"; nothing where nothing is due.
pub fn deadline(words: &'static Words, stands: &Deadline) -> Option<impl IntoView + use<>> {
    let text = match stands {
        Deadline::Over => return None,
        Deadline::None => words.t("due-none"),
        Deadline::Later => words.t("due-later"),
        Deadline::Paused { since } => words.with("due-paused", &[("date", &dates::long_day(words, since))]),
        Deadline::Running { due, left } => {
            let due = words.with("due-by", &[("date", &dates::long_day(words, due))]);
            match left {
                Some(0) => format!("{due} – {}", words.t("due-today")),
                Some(days) => format!("{due} – {}", words.n("due-left", *days)),
                None => due,
            }
        }
        Deadline::Late { due, by } => {
            let was = words.with("due-was", &[("date", &dates::long_day(words, due))]);
            match by {
                Some(days) if *days > 0 => format!("{} – {was}", words.n("due-late", *days)),
                _ => was,
            }
        }
    };
    let class = if matches!(stands, Deadline::Late { .. }) { "overdue" } else { "soft" };
    Some(view! { <span class=class>{text}</span> })
}

/// On which level of the ladder an escalated case lies.
pub fn level(words: &'static Words, status: Status, level: i64) -> Option<impl IntoView + use<>> {
    (status == Status::Escalated && level > 0)
        .then(|| view! { <p class="notice">{words.t(&format!("level-{level}"))}{(level == vocabulary::feedback::LEVELS).then(|| format!(" {}", words.t("level-beyond")))}</p> })
}

pub fn protection_chip(words: &'static Words, protection: Protection) -> impl IntoView {
    let key = match protection {
        Protection::Public => "protection-publik",
        Protection::Anonymous => "protection-anonim",
        Protection::Confidential => "protection-rahasia",
    };
    view! { <span class="chip plain">{words.t(key)}</span> }
}
