//! `/petugas/penilaian/evaluasi/{id}`: an evaluation as it is written, rated, read, objected to and decided, with what
//! whoever reads it may do next. Its files are made by the same address.

use std::collections::{HashMap, HashSet};

use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::government;
use domain::evaluation::{EvaluationAct, EvaluationPage, act_on_evaluation, evaluation, seen_among};
use domain::ids::{CardId, EvaluationId};
use domain::ledger::of_subject;
use domain::rules;
use leptos::prelude::*;
use vocabulary::evaluation::plan::note;
use vocabulary::evaluation::rating::{EvaluationState, RatingsInput};
use vocabulary::evaluation::{LookForm, Standing};
use vocabulary::{Problems, text};

use super::document::{card_title, document, evidence_list, trail};
use super::nav::{next_step, nobody_assesses, period_name, state_chip, uuid, way};
use super::parts::trail as recorded_part;
use super::rating_form::rating_form;
use super::{dossier, nav};
use crate::accounts::step_up;
use crate::components::{Choice, boxes, crumbs, error_summary, hidden, line_field, prose, text_area};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn get(State(app): State<App>, visitor: Visitor, Path(id): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let asked = Asked { version: query.get("versi").and_then(|v| v.parse().ok()), result: query.get("hasil").cloned() };
    draw(&app, &visitor, EvaluationId(uuid(&id)?), asked, &Form::default(), Problems::default()).await
}

/// What of it the address asks for.
#[derive(Default)]
struct Asked {
    version: Option<i64>,
    /// The result whose realisation is written.
    result: Option<String>,
}

const REALISED_LEAST: usize = 5;
const REALISED_MOST: usize = 3000;

fn realise(form: &Form) -> Result<EvaluationAct, Problems> {
    let mut problems = Problems::default();
    let text = problems.take("realisasi", text::paragraphs(form.get("realisasi"), REALISED_LEAST, REALISED_MOST));
    let cards = form.all("kartu").iter().filter_map(|c| nav::uuid(c).ok().map(CardId)).collect();
    text.map(|text| EvaluationAct::Realise { key: form.get("hasil").to_owned(), text, cards }).ok_or(problems)
}

pub async fn post(State(app): State<App>, visitor: Visitor, headers: HeaderMap, Path(id): Path<String>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.civil_servant()?;
    let id = EvaluationId(uuid(&id)?);
    if form.get("aksi") == "unduh" {
        return download(&app, &visitor, &headers, id, &form).await;
    }
    let edits: i64 = form.get("suntingan").parse().map_err(|_| PageError::BadForm)?;
    let ratings = || RatingsInput::parse(|name| form.get(name));
    // Both halves of a form are read, so that all that is wrong is said at once.
    let with_reason = || match (ratings(), note("alasan_keputusan", form.get("alasan_keputusan"))) {
        (Ok(ratings), Ok(reason)) => Ok((ratings, reason)),
        (a, b) => Err(Problems(a.err().into_iter().chain(b.err()).flat_map(|p| p.0).collect())),
    };
    let act = match form.get("aksi") {
        "realisasi" => realise(&form),
        "lapor" => Ok(EvaluationAct::Report),
        "terbitkan" => ratings().map(|ratings| EvaluationAct::Issue { ratings, feedback: feedback(&form) }),
        "baca" => Ok(EvaluationAct::Acknowledge),
        "keberatan" => note("alasan", form.get("alasan")).map(EvaluationAct::Object),
        "jelaskan" => note("alasan", form.get("alasan")).map(EvaluationAct::Explain),
        "dengar" => note("alasan", form.get("alasan")).map(EvaluationAct::Hear),
        "kuatkan" => note("alasan", form.get("alasan")).map(EvaluationAct::Uphold),
        "ubah" => with_reason().map(|(ratings, reason)| EvaluationAct::Change { ratings, reason }),
        "koreksi" => with_reason().map(|(ratings, reason)| EvaluationAct::Correct { ratings, reason }),
        _ => return Err(PageError::BadForm),
    };
    let done = match act {
        Ok(act) => act_on_evaluation(&app.portal, actor, id, edits, act).await,
        Err(problems) => Err(Error::Invalid(problems)),
    };
    match done {
        Ok(()) => {
            say(&visitor, "desk-done").await?;
            Ok(Redirect::to(&format!("/petugas/penilaian/evaluasi/{id}")).into_response())
        }
        Err(Error::Invalid(problems)) => {
            let asked = Asked { version: None, result: Some(form.get("hasil").to_owned()).filter(|h| !h.is_empty()) };
            draw(&app, &visitor, id, asked, &form, problems).await
        }
        Err(e) => Err(e.into()),
    }
}

/// Feedback for each result: fields `umpan_balik-h1` … A result the evaluation does not have is of no effect.
fn feedback(form: &Form) -> HashMap<String, String> {
    (1..=99)
        .map(|n| format!("h{n}"))
        .filter_map(|key| {
            let text = text::paragraphs(form.get(&format!("umpan_balik-{key}")), 0, REALISED_MOST).ok()?;
            (!text.is_empty()).then_some((key, text))
        })
        .collect()
}

async fn download(app: &App, visitor: &Visitor, headers: &HeaderMap, id: EvaluationId, form: &Form) -> Result<Response, PageError> {
    let actor = visitor.civil_servant()?;
    let form_of_file = LookForm::parse(form.get("bentuk")).filter(|f| *f != LookForm::Page).ok_or(PageError::BadForm)?;
    let version = form.get("versi").parse().ok();
    // Nobody is asked for a password about what is not there for them.
    let slug = evaluation(&app.portal, actor, id, version, LookForm::Page).await?.evaluation.government;
    let mut problems = Problems::default();
    step_up::again(app, visitor, &slug, headers, form.get("sandi"), &mut problems).await?;
    if !problems.is_empty() {
        return draw(app, visitor, id, Asked::default(), form, problems).await;
    }
    dossier::answer(app, visitor, id, version, form_of_file).await
}

async fn draw(app: &App, visitor: &Visitor, id: EvaluationId, asked: Asked, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.civil_servant()?;
    let shown = evaluation(&app.portal, actor, id, asked.version, LookForm::Page).await?;
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &shown.evaluation.government).await?;
    let today = government.today(visitor.now);
    let rule = rules::in_force(&mut conn, "evaluation.objection", &today).await?;
    let may_open = seen_among(&app.portal, &mut conn, actor, shown.evidence.iter().map(|e| e.card).collect()).await?;
    let recorded = of_subject(&mut conn, &id.to_string()).await?;
    drop(conn);
    let fresh = step_up::is_fresh(app, visitor, &shown.evaluation.government).await?;
    let words = visitor.words;
    let e = &shown.evaluation;
    let title = words.with("evaluation-title", &[("period", &period_name(words, e.period, e.year)), ("name", &e.person_name)]);
    let page = Page { title: title.clone(), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let zone = government.utc_offset_hours;
        let current = shown.version == e.version;
        let old = (!current).then(|| view! { <p class="notice">{words.with("plan-old-version", &[("version", &shown.version.to_string())])} " " <a href=e.link()>{words.t("plan-newest")}</a></p> });
        let because = (!shown.content.because.is_empty()).then(|| view! { <div class="notice stack-tight"><p><strong>{words.with("evaluation-because", &[("version", &shown.version.to_string())])}</strong></p>{prose(&shown.content.because)}</div> });
        let due = e.objection_due.clone().filter(|_| current && matches!(e.state, EvaluationState::Issued | EvaluationState::Acknowledged)).map(|due| {
            let text = words.with("objection-due", &[("date", &dates::long_day(words, &due)), ("days", &rule.value.to_string())]);
            view! { <p class="promise"><strong>{text}</strong><br/><span class="soft">{rule.citation.clone()}</span></p> }
        });
        let body = if shown.content.rated.is_some() { document(words, &shown, &may_open, zone).into_any() } else { writing(words, &shown, &may_open, &asked, form, &problems).into_any() };
        // An objection needs somebody above, too.
        let decides = !matches!(e.state, EvaluationState::Objected | EvaluationState::AssessorExplained | EvaluationState::Hearing) || shown.superior.is_some();
        let nobody = ((shown.assessor.is_none() || !decides) && e.state != EvaluationState::Final).then(|| nobody_assesses(words, &government.head_title));
        let versions = (e.version > 1).then(|| {
            let links = (1..=e.version).map(|v| view! { <li><a href=format!("{}?versi={v}", e.link()) aria-current=(v == shown.version).then_some("true")>{words.with("version-number", &[("number", &v.to_string())])}</a></li> }).collect_view();
            view! { <section class="stack-tight"><h2>{words.t("versions")}</h2><p class="soft">{words.t("versions-lead")}</p><ul>{links}</ul></section> }
        });
        let files = (shown.content.rated.is_some() && shown.standing != Standing::Superior).then(|| files(words, &shown, fresh, &problems));
        view! {
            {crumbs(words, way(words, actor), period_name(words, e.period, e.year))}
            {error_summary(words, &problems)}
            <div class="two">
                <article class="stack">
                    <h1>{title.clone()}</h1>
                    <p class="actions">{state_chip(words, e.state)}<span class="soft">{words.t(&format!("you-are-{}", shown.standing))}</span></p>
                    {old}
                    {current.then(|| next(words, &shown, &today))}
                    {because}
                    {nobody}
                    {due}
                    {body}
                    <div class="stack" id="giliran">{current.then(|| turn(words, &shown, form, &problems, &today))}</div>
                </article>
                <aside class="stack">
                    {trail(words, &shown, zone)}
                    {recorded_part(words, &recorded, zone)}
                    {versions}
                    {files}
                    <p><a href=format!("/petugas/penilaian/skp/{}", e.plan_id)>{words.with("plan-title", &[("year", &e.year.to_string()), ("name", &e.person_name)])}</a></p>
                    <div class="card stack-tight"><h2>{words.t("evaluation-no-sum-title")}</h2><p class="soft">{words.t("evaluation-no-sum")}</p></div>
                </aside>
            </div>
        }
    }))
}

/// Results with what was reached, while it is being written and not yet rated.
fn writing(words: &'static Words, shown: &EvaluationPage, may_open: &HashSet<CardId>, asked: &Asked, form: &Form, problems: &Problems) -> impl IntoView + use<> {
    let e = &shown.evaluation;
    let writes = shown.standing == Standing::Subject && e.state == EvaluationState::Reporting;
    let next = shown.content.results.iter().find(|r| r.text.is_empty()).map(|r| r.key.clone());
    let open = asked.result.clone().filter(|key| shown.plan.result(key).is_some()).or(next).filter(|_| writes);
    let results = shown
        .plan
        .results
        .iter()
        .map(|r| {
            let realised = shown.content.realised(&r.key).cloned().unwrap_or_default();
            let targets = r
                .indicators
                .iter()
                .map(|i| view! { <li>{words.t(&format!("aspect-{}", i.aspect))} ": " {i.text.clone()} " – " {i.target.clone()} " " {i.unit.clone()}</li> })
                .collect_view();
            let body = if open.as_deref() == Some(r.key.as_str()) {
                let typed = if form.get("aksi") == "realisasi" { form.get("realisasi").to_owned() } else { realised.text.clone() };
                let chosen: Vec<String> = realised.cards.iter().map(ToString::to_string).collect();
                let cards: Vec<Choice> = shown
                    .evidence
                    .iter()
                    .map(|c| Choice::plain(&c.card.to_string(), format!("{} – {} ({})", c.title, words.t(&format!("source-{}", c.source)), dates::day(words, &c.event_on))))
                    .collect();
                let cards = (!cards.is_empty()).then(|| boxes(words, problems, "kartu", words.t("realised-cards"), cards, &chosen));
                view! {
                    <form class="stack" method="post" action=e.link() novalidate="novalidate">
                        {hidden("suntingan", &e.edits.to_string())}
                        {hidden("hasil", &r.key)}
                        {text_area(words, problems, "realisasi", words.t("realised"), Some(words.t("realised-hint")), 4, &typed)}
                        {cards}
                        <p><button class="button" name="aksi" value="realisasi">{words.t("evaluation-save")}</button></p>
                    </form>
                }
                .into_any()
            } else {
                let told = if realised.text.is_empty() { view! { <p class="soft">{words.t("realised-none")}</p> }.into_any() } else { prose(&realised.text).into_any() };
                let edit = writes.then(|| view! { <p><a href=format!("{}?hasil={}", e.link(), r.key)>{words.t("realised-write")}</a></p> });
                let cards = shown.evidence.iter().filter(|c| realised.cards.contains(&c.card)).map(|c| view! { <li>{card_title(c, may_open)}</li> }).collect_view();
                view! { {told}<ul>{cards}</ul>{edit} }.into_any()
            };
            view! { <div class="card stack-tight"><h3>{r.text.clone()}</h3><ul class="soft">{targets}</ul>{body}</div> }
        })
        .collect_view();
    view! {
        <section class="stack"><h2>{words.t("plan-results")}</h2>{results}</section>
        {evidence_list(words, &shown.evidence, may_open)}
    }
}

/// Whose turn it is, in a sentence for whoever reads.
fn next(words: &'static Words, shown: &EvaluationPage, today: &str) -> Option<impl IntoView + use<>> {
    use EvaluationState as S;
    let e = &shown.evaluation;
    let over = today >= e.days().1.as_str();
    let key = match (e.state, shown.standing) {
        (S::Reporting, Standing::Subject) => "next-report",
        (S::Reporting | S::Reported, Standing::Assessor) if !over => {
            return Some(next_step(words, words.with("issue-not-yet", &[("date", &dates::long_day(words, &e.days().1))]), false));
        }
        (S::Reporting, Standing::Assessor) => "next-rate-unreported",
        (S::Reporting, _) => "next-reporting",
        (S::Reported, Standing::Assessor) => "next-rate",
        (S::Reported, _) => "next-reported",
        (S::Issued, Standing::Subject) => "next-acknowledge",
        (S::Issued, _) => "next-issued",
        (S::Acknowledged, Standing::Subject) if e.objection_due.as_deref().is_some_and(|due| today <= due) => "next-may-object",
        (S::Acknowledged, _) => "next-acknowledged",
        (S::Objected, Standing::Assessor) => "next-explain",
        (S::Objected, Standing::Superior) if shown.is_unexplained => "next-hear-unexplained",
        (S::Objected, _) => "next-objected",
        (S::AssessorExplained, Standing::Superior) => "next-hear",
        (S::AssessorExplained, _) => "next-explained",
        (S::Hearing, Standing::Superior) => "next-decide",
        (S::Hearing, _) => "next-hearing",
        _ => return None,
    };
    let yours = e.state.waits_for(shown.standing, over) || matches!(key, "next-may-object" | "next-hear-unexplained");
    Some(next_step(words, words.t(key), yours))
}

/// What whoever reads may do next.
fn turn(words: &'static Words, shown: &EvaluationPage, form: &Form, problems: &Problems, today: &str) -> impl IntoView + use<> {
    let e = &shown.evaluation;
    let edits = e.edits.to_string();
    let plain = |title: &str, lead: &str, button: &str, act: &'static str| {
        view! {
            <form class="card stack-tight" method="post" action=e.link()>
                <h2>{words.t(title)}</h2><p>{words.t(lead)}</p>
                {hidden("suntingan", &edits)}
                <p><button class="button" name="aksi" value=act>{words.t(button)}</button></p>
            </form>
        }
    };
    let worded = |title: &str, lead: &str, label: &str, button: &str, act: &'static str, quiet: bool| {
        view! {
            <form class="card stack" method="post" action=e.link() novalidate="novalidate">
                <h2>{words.t(title)}</h2><p>{words.t(lead)}</p>
                {hidden("suntingan", &edits)}
                {text_area(words, problems, "alasan", words.t(label), Some(words.t("reason-hint")), 5, if form.get("aksi") == act { form.get("alasan") } else { "" })}
                <p><button class=if quiet { "button quiet" } else { "button" } name="aksi" value=act>{words.t(button)}</button></p>
            </form>
        }
    };
    let folded = |title: &str, lead: &str, act: &'static str| {
        let open = form.get("aksi") == act;
        view! { <details open=open><summary>{words.t(title)}</summary><p>{words.t(lead)}</p>{rating_form(words, shown, form, problems, act)}</details> }
    };
    let over = today >= e.days().1.as_str();
    match (e.state, shown.standing) {
        (EvaluationState::Reporting, Standing::Subject) => plain("report-title", "report-lead", "report", "lapor").into_any(),
        (EvaluationState::Reported, Standing::Assessor) | (EvaluationState::Reporting, Standing::Assessor) if over => {
            rating_form(words, shown, form, problems, "terbitkan").into_any()
        }
        (EvaluationState::Issued, Standing::Subject) => plain("acknowledge-title", "acknowledge-lead", "acknowledge", "baca").into_any(),
        (EvaluationState::Acknowledged, Standing::Subject) if e.objection_due.as_deref().is_some_and(|due| today <= due) => {
            worded("object-title", "object-lead", "object-reason", "object", "keberatan", true).into_any()
        }
        (EvaluationState::Objected, Standing::Assessor) => worded("explain-title", "explain-lead", "explain-text", "explain", "jelaskan", false).into_any(),
        (EvaluationState::Objected, Standing::Superior) if shown.is_unexplained => worded("hear-title", "hear-lead", "hear-note", "hear", "dengar", false).into_any(),
        (EvaluationState::AssessorExplained, Standing::Superior) => worded("hear-title", "hear-lead", "hear-note", "hear", "dengar", false).into_any(),
        (EvaluationState::Hearing, Standing::Superior) => view! {
            {worded("uphold-title", "uphold-lead", "decide-reason", "uphold", "kuatkan", true)}
            {folded("decide-change-title", "change-lead", "ubah")}
        }
        .into_any(),
        (EvaluationState::Final, Standing::Assessor | Standing::Superior) if may_correct(shown) => folded("correct-title", "correct-lead", "koreksi").into_any(),
        _ => ().into_any(),
    }
}

/// What the superior decided, only the superior corrects.
fn may_correct(shown: &EvaluationPage) -> bool {
    use vocabulary::evaluation::rating::EvaluationStep;
    let decided = shown.steps.iter().any(|s| matches!(s.kind, EvaluationStep::Uphold | EvaluationStep::Change));
    decided == (shown.standing == Standing::Superior)
}

fn files(words: &'static Words, shown: &EvaluationPage, fresh: bool, problems: &Problems) -> impl IntoView + use<> {
    let password =
        (!fresh).then(|| line_field(words, problems, "sandi", words.t("identity-password"), Some(words.t("identity-password-hint")), "password", "current-password", ""));
    let buttons = LookForm::ALL
        .iter()
        .filter(|f| **f != LookForm::Page)
        .map(|f| view! { <button class="button quiet" name="bentuk" value=f.as_str()>{words.t(&format!("look-form-{f}"))}</button> })
        .collect_view();
    view! {
        <form class="card stack-tight" method="post" action=shown.evaluation.link() novalidate="novalidate">
            <h2>{words.t("dossier-title")}</h2>
            <p class="soft">{words.t("dossier-lead")}</p>
            {hidden("aksi", "unduh")}
            {hidden("versi", &shown.version.to_string())}
            {password}
            <div class="actions">{buttons}</div>
        </form>
    }
}
