//! What the pages of evaluation share: their tabs, chips of states, and the ids in their addresses.

use domain::Error;
use domain::accounts::Actor;
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::accounts::Role;
use vocabulary::evaluation::plan::PlanState;
use vocabulary::evaluation::rating::{EvaluationState, Period};

use crate::error::PageError;
use crate::feedback::desk::desk_nav;
use crate::words::Words;

/// The desk's tabs, for who has a desk, and below them those of evaluation that this account has.
pub fn tabs(words: &'static Words, actor: &Actor, here: &'static str) -> impl IntoView + use<> {
    let mut tabs = vec![("/petugas/penilaian", "record-title"), ("/petugas/penilaian/kinerja", "own-title")];
    if actor.holds(Role::Assessor) {
        tabs.push(("/petugas/penilaian/pegawai", "assess-title"));
    }
    if actor.holds(Role::Assessor) || actor.holds(Role::PerformanceTeam) {
        tabs.push(("/petugas/penilaian/pelimpahan", "lend-title"));
    }
    if actor.holds(Role::PerformanceTeam) {
        tabs.push(("/petugas/penilaian/periode", "period-title"));
    }
    let links = tabs.into_iter().map(|(href, key)| view! { <a href=href aria-current=(href == here).then_some("page")>{words.t(key)}</a> }).collect_view();
    view! {
        {actor.is_staff().then(|| desk_nav(words, "/petugas/penilaian"))}
        <nav class="tabs" aria-label=words.t("evaluation-nav")>{links}</nav>
    }
}

/// What happens next, with whom, and until when. It stands at the top: on a phone the form is far below.
pub fn next_step(words: &'static Words, text: String, yours: bool) -> impl IntoView + use<> {
    let link = yours.then(|| view! { " " <a href="#giliran">{words.t("next-to-form")}</a> });
    view! { <p class={if yours { "notice wait" } else { "notice" }}>{text}{link}</p> }
}

/// The way to one's own page, through the desk for who has one.
pub fn way(words: &'static Words, actor: &Actor) -> Vec<(String, String)> {
    let desk = actor.is_staff().then(|| ("/petugas".into(), words.t("desk-title")));
    desk.into_iter().chain([("/petugas/penilaian/kinerja".into(), words.t("own-title"))]).collect()
}

pub fn uuid(text: &str) -> Result<Uuid, PageError> {
    Uuid::try_parse(text).map_err(|_| Error::NotFound.into())
}

pub fn period_name(words: &Words, period: Period, year: i64) -> String {
    match period {
        Period::Year => words.with("period-year", &[("year", &year.to_string())]),
        Period::Quarter(n) => words.with("period-quarter", &[("number", &n.to_string()), ("year", &year.to_string())]),
        Period::Month(n) => words.with("period-month", &[("month", &words.t(&format!("month-{n}"))), ("year", &year.to_string())]),
    }
}

pub fn plan_chip(words: &'static Words, state: PlanState) -> impl IntoView + use<> {
    let class = match state {
        PlanState::Draft => "chip plain",
        PlanState::Proposed => "chip wait",
        PlanState::Agreed => "chip ok",
    };
    view! { <span class=class>{words.t(&format!("plan-state-{state}"))}</span> }
}

pub fn state_chip(words: &'static Words, state: EvaluationState) -> impl IntoView + use<> {
    let class = match state {
        EvaluationState::Reporting => "chip plain",
        EvaluationState::Reported | EvaluationState::Objected | EvaluationState::AssessorExplained | EvaluationState::Hearing => "chip wait",
        EvaluationState::Final => "chip ok",
        _ => "chip",
    };
    view! { <span class=class>{words.t(&format!("evaluation-state-{state}"))}</span> }
}

/// That nobody in the directory can assess this post, and who can change that.
pub fn nobody_assesses(words: &'static Words, head_title: &str) -> impl IntoView + use<> {
    view! { <div class="notice stack-tight"><p><strong>{words.t("line-nobody-title")}</strong></p><p>{words.with("line-nobody-what", &[("head", head_title)])}</p></div> }
}
