//! The history of a case, and what comes next with its date.

use domain::clock::{Millis, parse_day};
use domain::feedback::Step;
use leptos::prelude::*;
use vocabulary::feedback::{ByRole, Status, StepKind};

use super::lists::prose;
use crate::dates;
use crate::words::Words;

/// What comes next, by the state of the case: the key of its sentence, and whether its date is the answer's.
fn next(status: Status) -> Option<(&'static str, bool)> {
    match status {
        Status::Submitted => Some(("next-verify", false)),
        Status::Assigned | Status::InProgress => Some(("next-answer", true)),
        Status::Disputed => Some(("next-answer-again", true)),
        Status::Responded => Some(("next-confirm", false)),
        Status::Closed | Status::Archived => None,
    }
}

pub fn timeline(words: &'static Words, steps: Vec<Step>, status: Status, verify_due: Option<&str>, answer_due: Option<&str>, offset: i64) -> impl IntoView + use<> {
    let items = steps.into_iter().map(|step| step_item(words, step, offset)).collect_view();
    let next = next(status).map(|(key, answer)| {
        let due = if status == Status::Submitted { verify_due } else { answer_due.filter(|_| answer) };
        let due = due.filter(|d| parse_day(d).is_some()).map(|d| words.with("next-by", &[("date", &dates::long_day(words, d))]));
        view! { <li class="next">{due.map(|due| view! { <span class="soft">{due}</span> })}<p><strong>{words.t(key)}</strong></p></li> }
    });
    view! { <ol class="timeline">{items}{next}</ol> }
}

fn step_item(words: &'static Words, step: Step, offset: i64) -> impl IntoView {
    // A reporter's steps are kept to the hour only; their minutes would be made up.
    let when: String = if step.by_role == ByRole::Reporter { dates::moment_day(words, step.at, offset) } else { dates::moment(words, step.at, offset) };
    let title = words.t(&format!("step-{}", step.kind));
    let by = match (&step.unit_name, step.kind) {
        (Some(unit), _) => Some(unit.clone()),
        (None, StepKind::Received | StepKind::Confirmed | StepKind::Contested) => None,
        (None, _) => Some(words.t(&format!("by-{}", step.by_role))),
    };
    let outcome = step.outcome.map(|outcome| words.t(&format!("outcome-{outcome}")));
    let reason = step.reason.map(|reason| words.t(&format!("archive-{reason}")));
    let machine: Millis = step.at;
    view! {
        <li>
            <time datetime=dates::machine(machine, offset)>{when}</time>
            <p><strong>{title}</strong>{by.map(|by| view! { <span class="soft">" · " {by}</span> })}</p>
            {outcome.map(|text| view! { <p><span class="chip plain">{text}</span></p> })}
            {reason.map(|text| view! { <p>{text}</p> })}
            {(!step.note.is_empty()).then(|| prose(&step.note))}
        </li>
    }
}
