//! The history of a case, and what comes next with its date.

use domain::clock::{Millis, parse_day};
use domain::feedback::{Step, asked_fields};
use leptos::prelude::*;
use vocabulary::feedback::{ByRole, Status, StepKind};

use super::lists::prose;
use crate::dates;
use crate::words::Words;

/// The last days that a case has, of which the one of its state is shown beside what comes next.
#[derive(Debug, Clone, Copy, Default)]
pub struct Dues<'a> {
    pub verify: Option<&'a str>,
    pub answer: Option<&'a str>,
    pub info: Option<&'a str>,
    pub reply: Option<&'a str>,
}

/// What comes next, by the state of the case: the key of its sentence.
pub const fn next_key(status: Status) -> Option<&'static str> {
    match status {
        Status::Submitted => Some("next-verify"),
        Status::NeedsInfo => Some("next-complete"),
        Status::Assigned | Status::InProgress => Some("next-answer"),
        Status::Disputed => Some("next-answer-again"),
        Status::Responded => Some("next-confirm"),
        Status::Escalated => Some("next-resume"),
        Status::Draft | Status::Closed | Status::Archived | Status::Merged | Status::Redirected | Status::Withdrawn => None,
    }
}

/// The same with the day by which it comes.
fn next<'a>(status: Status, dues: Dues<'a>) -> Option<(&'static str, Option<&'a str>)> {
    let due = match status {
        Status::Submitted => dues.verify,
        Status::NeedsInfo => dues.info,
        Status::Assigned | Status::InProgress | Status::Disputed => dues.answer,
        Status::Responded => dues.reply,
        _ => None,
    };
    Some((next_key(status)?, due))
}

pub fn timeline(words: &'static Words, steps: Vec<Step>, status: Status, dues: Dues<'_>, offset: i64) -> impl IntoView + use<> {
    let items = steps.into_iter().map(|step| step_item(words, step, offset)).collect_view();
    let next = next(status, dues).map(|(key, due)| {
        let due = due.filter(|d| parse_day(d).is_some()).map(|d| words.with("next-by", &[("date", &dates::long_day(words, d))]));
        view! { <li class="next">{due.map(|due| view! { <span class="soft">{due}</span> })}<p><strong>{words.t(key)}</strong></p></li> }
    });
    view! { <ol class="timeline">{items}{next}</ol> }
}

/// The word of a step's reason in the reader's language.
fn reason(words: &'static Words, step: &Step) -> Option<String> {
    let reason = step.reason.as_deref()?;
    match step.kind {
        StepKind::Archived => Some(words.t(&format!("archive-{reason}"))),
        StepKind::InfoAsked => {
            let fields = asked_fields(reason).iter().map(|f| words.t(&format!("info-{f}"))).collect::<Vec<_>>().join(", ");
            Some(words.with("step-info-fields", &[("fields", &fields)]))
        }
        StepKind::Escalated => Some(words.t(&format!("level-{reason}"))),
        StepKind::ClosedSilent => Some(words.t(&format!("silent-{reason}"))),
        StepKind::Assigned => Some(words.t("step-binding")),
        StepKind::Handed => Some(match &step.handed_to {
            Some(name) => words.with(&format!("handing-{reason}"), &[("name", name)]),
            None => words.t(&format!("handing-{reason}")),
        }),
        _ => None,
    }
}

/// A last day that moved: which, from when to when.
fn moved(words: &'static Words, step: &Step) -> Option<String> {
    let clock = step.clock.as_deref().filter(|_| step.old_due != step.new_due)?;
    let day = |due: &Option<String>| due.as_deref().map_or_else(|| words.t("due-unset"), |d| dates::day(words, d));
    Some(words.with("step-moved", &[("clock", &words.t(&format!("clock-{clock}"))), ("old", &day(&step.old_due)), ("new", &day(&step.new_due))]))
}

/// One step as a line of a list, with all of its words that its reader was given.
pub fn step_item(words: &'static Words, step: Step, offset: i64) -> impl IntoView {
    let when = dates::step_moment(words, step.by_role, step.at, offset);
    let title = words.t(&format!("step-{}", step.kind));
    let by = match (&step.unit_name, step.by_role) {
        (Some(unit), _) => Some(unit.clone()),
        (None, ByRole::Reporter) => None,
        (None, _) => Some(words.t(&format!("by-{}", step.by_role))),
    };
    let (reason, moved) = (reason(words, &step), moved(words, &step));
    let outcome = step.outcome.map(|outcome| words.t(&format!("outcome-{outcome}")));
    let kept = |key: &str, note: &str| (!note.is_empty()).then(|| view! { <p class="soft">{words.t(key)}</p>{prose(note)} });
    let (private, internal) = (kept("step-private", &step.private_note), kept("step-for-staff", &step.internal_note));
    let machine: Millis = step.at;
    view! {
        <li>
            <time datetime=dates::machine(machine, offset)>{when}</time>
            <p><strong>{title}</strong>{by.map(|by| view! { <span class="soft">" · " {by}</span> })}</p>
            {outcome.map(|text| view! { <p><span class="chip plain">{text}</span></p> })}
            {reason.map(|text| view! { <p>{text}</p> })}
            {moved.map(|text| view! { <p>{text}</p> })}
            {(!step.note.is_empty()).then(|| prose(&step.note))}
            {private}{internal}
        </li>
    }
}
