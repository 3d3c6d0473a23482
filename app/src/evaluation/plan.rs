//! `/petugas/penilaian/skp/{id}`: a plan with its results, expectations and steps; and, below, the evaluations of it.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::government;
use domain::evaluation::{Evaluation, PlanAct, PlanPage, PlannedResult, act_on_plan, evaluations_of_plan, plan, start_evaluation, year_of};
use domain::ids::PlanId;
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::evaluation::plan::{CoreValue, ExpectationsInput, PlanState, PlanStep, note};
use vocabulary::evaluation::rating::Period;
use vocabulary::evaluation::{LookForm, Standing};

use super::nav::{next_step, nobody_assesses, period_name, plan_chip, uuid, way};
use super::own::evaluation_item;
use crate::components::{crumbs, error_summary, hidden, prose, text_area};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn get(State(app): State<App>, visitor: Visitor, Path(id): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let version = query.get("versi").and_then(|v| v.parse().ok());
    draw(&app, &visitor, PlanId(uuid(&id)?), version, &Form::default(), Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Path(id): Path<String>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.civil_servant()?;
    let id = PlanId(uuid(&id)?);
    if form.get("aksi") == "evaluasi" {
        let period = Period::parse(form.get("periode")).ok_or(PageError::BadForm)?;
        let made = start_evaluation(&app.portal, actor, id, period).await?;
        say(&visitor, "evaluation-begun").await?;
        return Ok(Redirect::to(&format!("/petugas/penilaian/evaluasi/{made}")).into_response());
    }
    let edits: i64 = form.get("suntingan").parse().map_err(|_| PageError::BadForm)?;
    let act = match form.get("aksi") {
        "hapus" => Ok(PlanAct::RemoveResult(form.get("hasil").to_owned())),
        "harapan" => ExpectationsInput::parse(|name| form.get(name)).map(PlanAct::SaveExpectations),
        "ajukan" => Ok(PlanAct::Propose),
        "kembalikan" => note("catatan", form.get("catatan")).map(PlanAct::Return),
        "setujui" => Ok(PlanAct::Agree),
        "ubah" => note("catatan", form.get("catatan")).map(PlanAct::Change),
        _ => return Err(PageError::BadForm),
    };
    let done = match act {
        Ok(act) => act_on_plan(&app.portal, actor, id, edits, act).await,
        Err(problems) => Err(Error::Invalid(problems)),
    };
    match done {
        Ok(()) => {
            say(&visitor, "desk-done").await?;
            Ok(Redirect::to(&format!("/petugas/penilaian/skp/{id}")).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, id, None, &form, problems).await,
        Err(e) => Err(e.into()),
    }
}

async fn draw(app: &App, visitor: &Visitor, id: PlanId, version: Option<i64>, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.civil_servant()?;
    let shown = plan(&app.portal, actor, id, version, LookForm::Page).await?;
    let mut conn = app.portal.db.read().await?;
    let evaluations = evaluations_of_plan(&mut conn, id).await?;
    let year = year_of(&mut conn, &shown.plan.government, shown.plan.year).await?;
    let government = government(&mut conn, &shown.plan.government).await?;
    drop(conn);
    let words = visitor.words;
    let today = government.today(visitor.now);
    let title = words.with("plan-title", &[("year", &shown.plan.year.to_string()), ("name", &shown.plan.person_name)]);
    let page = Page { title: title.clone(), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let p = &shown.plan;
        let current = shown.version == p.version;
        let old = (!current).then(|| view! { <p class="notice">{words.with("plan-old-version", &[("version", &shown.version.to_string())])} " " <a href=format!("/petugas/penilaian/skp/{id}")>{words.t("plan-newest")}</a></p> });
        let official = |o: &Option<domain::evaluation::Official>| o.as_ref().map_or_else(|| words.t("line-nobody"), |o| format!("{} ({})", o.name, o.title));
        let nobody = shown.footing.assessor.is_none().then(|| nobody_assesses(words, &government.head_title));
        let writes = current && p.state == PlanState::Draft && shown.footing.standing == Standing::Subject;
        let results = shown.content.results.iter().map(|r| result_card(words, p.id, p.edits, r, writes)).collect_view();
        let no_results = shown.content.results.is_empty().then(|| view! { <p class="soft">{words.t("plan-no-results")}</p> });
        let add = writes.then(|| view! { <p><a class="button quiet" href=format!("/petugas/penilaian/skp/{id}/hasil/baru")>{words.t("plan-add-result")}</a></p> });
        let steps = shown
            .steps
            .iter()
            .map(|s| {
                let said = (!s.note.is_empty()).then(|| prose(&s.note));
                view! { <li><strong>{words.t(&format!("plan-step-{}", s.kind))}</strong><span class="soft">{s.signer.clone()} " · " {words.with("version-number", &[("number", &s.version.to_string())])} " · " {dates::moment(words, s.at, government.utc_offset_hours)}</span>{said}</li> }
            })
            .collect_view();
        let versions = (p.version > 1).then(|| {
            let most = if matches!(shown.footing.standing, Standing::Subject | Standing::Assessor) { p.version } else { p.agreed_version.unwrap_or(p.version) };
            let links = (1..=most).map(|v| view! { <li><a href=format!("/petugas/penilaian/skp/{id}?versi={v}")>{words.with("version-number", &[("number", &v.to_string())])}</a></li> }).collect_view();
            view! { <section class="stack-tight"><h2>{words.t("versions")}</h2><ul>{links}</ul></section> }
        });
        view! {
            {crumbs(words, way(words, actor), words.with("plan-crumb", &[("year", &p.year.to_string())]))}
            {error_summary(words, &problems)}
            <div class="two">
                <article class="stack">
                    <h1>{title.clone()}</h1>
                    <p class="actions">{plan_chip(words, p.state)}<span class="soft">{words.with("version-number", &[("number", &shown.version.to_string())])}</span></p>
                    {old}
                    {nobody}
                    {current.then(|| next(words, &shown))}
                    <dl class="facts quiet">
                        <div><dt>{words.t("plan-post")}</dt><dd>{p.position_title.clone()}<span class="soft">{p.unit_name.clone()}</span></dd></div>
                        <div><dt>{words.t("standing-penilai")}</dt><dd>{official(&shown.footing.assessor)}</dd></div>
                        <div><dt>{words.t("standing-atasan_penilai")}</dt><dd>{official(&shown.footing.superior)}</dd></div>
                        <div><dt>{words.t("plan-rules")}</dt><dd>{year.rule_set.citation()}<span class="soft">{words.t(&format!("rhythm-{}", year.rhythm))}</span></dd></div>
                    </dl>
                    <section class="stack"><h2>{words.t("plan-results")}</h2>{no_results}{results}{add}</section>
                    {behaviours(words, &shown, form, &problems, current)}
                    <div class="stack" id="giliran">{turn(words, &shown, form, &problems, current)}</div>
                    {evaluated(words, &shown, evaluations, Period::of(year.rhythm), &today)}
                </article>
                <aside class="stack">
                    <section class="stack-tight"><h2>{words.t("plan-steps")}</h2><ol class="list">{steps}</ol></section>
                    {versions}
                </aside>
            </div>
        }
    }))
}

fn result_card(words: &'static Words, plan: PlanId, edits: i64, r: &PlannedResult, writes: bool) -> impl IntoView + use<> {
    let rows = r
        .indicators
        .iter()
        .map(|i| view! { <li>{words.t(&format!("aspect-{}", i.aspect))} ": " {i.text.clone()} <span class="soft">{words.t("plan-target")} " " <strong class="num">{i.target.clone()} " " {i.unit.clone()}</strong></span></li> })
        .collect_view();
    let serves = r.serves.as_ref().map(|s| view! { <p class="soft">{words.with("plan-serves", &[("result", &s.text)])}</p> });
    let kind = [Some(words.t(&format!("result-{}", r.kind))), r.perspective.map(|p| words.t(&format!("perspective-{p}")))].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let key = r.key.clone();
    let edit = writes.then(|| {
        view! {
            <form class="actions" method="post" action=format!("/petugas/penilaian/skp/{plan}")>
                {hidden("suntingan", &edits.to_string())}
                {hidden("hasil", &key)}
                <a class="button quiet" href=format!("/petugas/penilaian/skp/{plan}/hasil/{key}")>{words.t("plan-edit-result")}</a>
                <button class="button quiet" name="aksi" value="hapus">{words.t("plan-remove-result")}</button>
            </form>
        }
    });
    view! {
        <div class="card stack-tight">
            <h3>{r.text.clone()}</h3>
            <p class="soft">{kind}</p>
            {serves}
            <ul class="list">{rows}</ul>
            {edit}
        </div>
    }
}

fn behaviours(words: &'static Words, shown: &PlanPage, form: &Form, problems: &Problems, current: bool) -> impl IntoView + use<> {
    let content = &shown.content;
    let item = |v: &CoreValue| {
        let expected = content.expected(*v);
        let told = (!expected.is_empty()).then(|| prose(expected));
        view! { <li><strong>{words.t(&format!("value-{v}"))}</strong><span class="soft">{words.t(&format!("value-{v}-hint"))}</span>{told}</li> }
    };
    // What every civil servant is expected to do is folded; what this leader expects of this person is not.
    let (own, general): (Vec<_>, Vec<_>) = CoreValue::ALL.iter().partition(|v| !content.expected(**v).is_empty());
    let items = own.into_iter().map(item).collect::<Vec<_>>();
    let none = items.is_empty().then(|| view! { <p class="soft">{words.t("plan-no-expectation")}</p> });
    let folded = (!general.is_empty()).then(|| {
        let label = words.n("plan-values-general", general.len() as i64);
        let items = general.into_iter().map(item).collect::<Vec<_>>();
        view! { <details><summary>{label}</summary><ul class="list">{items}</ul></details> }
    });
    let attachments = [("plan-resources", &content.resources), ("plan-accountability", &content.accountability), ("plan-consequences", &content.consequences)]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(key, text)| view! { <h3>{words.t(key)}</h3>{prose(text)} })
        .collect_view();
    let may = current
        && match shown.footing.standing {
            Standing::Subject => shown.plan.state == PlanState::Draft,
            Standing::Assessor => matches!(shown.plan.state, PlanState::Draft | PlanState::Proposed),
            _ => false,
        };
    let wrong = form.get("aksi") == "harapan";
    let edit = may.then(|| {
        let typed = |field: &str, kept: &str| if wrong { form.get(field).to_owned() } else { kept.to_owned() };
        let fields =
            CoreValue::ALL.iter().map(|v| text_area(words, problems, v.as_str(), words.t(&format!("value-{v}")), None, 2, &typed(v.as_str(), content.expected(*v)))).collect_view();
        view! {
            <details open=wrong><summary>{words.t("plan-edit-expectations")}</summary>
                <form class="stack" method="post" action=format!("/petugas/penilaian/skp/{}", shown.plan.id) novalidate="novalidate">
                    {hidden("suntingan", &shown.plan.edits.to_string())}
                    <p class="soft">{words.t("plan-expectations-hint")}</p>
                    {fields}
                    {text_area(words, problems, "sumber_daya", words.t("plan-resources"), None, 3, &typed("sumber_daya", &content.resources))}
                    {text_area(words, problems, "pertanggungjawaban", words.t("plan-accountability"), None, 3, &typed("pertanggungjawaban", &content.accountability))}
                    {text_area(words, problems, "konsekuensi", words.t("plan-consequences"), None, 3, &typed("konsekuensi", &content.consequences))}
                    <p><button class="button" name="aksi" value="harapan">{words.t("evaluation-save")}</button></p>
                </form>
            </details>
        }
    });
    view! { <section class="stack"><h2>{words.t("plan-behaviours")}</h2>{none}<ul class="list">{items}</ul>{folded}{attachments}{edit}</section> }
}

/// Whose turn it is; and why it was sent back, which else stands far below on a phone.
fn next(words: &'static Words, shown: &PlanPage) -> Option<impl IntoView + use<>> {
    let key = match (shown.plan.state, shown.footing.standing) {
        (PlanState::Draft, Standing::Subject) => "next-plan-write",
        (PlanState::Draft, _) => "next-plan-drafted",
        (PlanState::Proposed, Standing::Assessor) => "next-plan-agree",
        (PlanState::Proposed, _) => "plan-waits",
        (PlanState::Agreed, _) => return None,
    };
    let returned = shown
        .steps
        .last()
        .filter(|s| s.kind == PlanStep::Returned)
        .map(|s| view! { <div class="promise stack-tight"><p><strong>{words.with("plan-returned-by", &[("name", &s.signer)])}</strong></p>{prose(&s.note)}</div> });
    Some(view! { {next_step(words, words.t(key), shown.plan.state.waits_for(shown.footing.standing))}{returned} })
}

/// What whoever reads may do next.
fn turn(words: &'static Words, shown: &PlanPage, form: &Form, problems: &Problems, current: bool) -> impl IntoView + use<> {
    if !current {
        return ().into_any();
    }
    let (p, standing) = (&shown.plan, shown.footing.standing);
    let action = format!("/petugas/penilaian/skp/{}", p.id);
    let edits = p.edits.to_string();
    let changes = form.get("aksi") == "ubah";
    match (p.state, standing) {
        (PlanState::Draft, Standing::Subject) => view! {
            <form class="card stack-tight" method="post" action=action>
                <h2>{words.t("plan-propose-title")}</h2><p>{words.t("plan-propose-lead")}</p>
                {hidden("suntingan", &edits)}
                <p><button class="button" name="aksi" value="ajukan">{words.t("plan-propose")}</button></p>
            </form>
        }
        .into_any(),
        (PlanState::Proposed, Standing::Assessor) => view! {
            <form class="card stack" method="post" action=action novalidate="novalidate">
                <h2>{words.t("plan-agree-title")}</h2><p>{words.t("plan-agree-lead")}</p>
                {hidden("suntingan", &edits)}
                <p><button class="button" name="aksi" value="setujui">{words.t("plan-agree")}</button></p>
                {text_area(words, problems, "catatan", words.t("plan-return-note"), Some(words.t("plan-return-hint")), 3, form.get("catatan"))}
                <p><button class="button quiet" name="aksi" value="kembalikan">{words.t("plan-return")}</button></p>
            </form>
        }
        .into_any(),
        (PlanState::Agreed, Standing::Subject | Standing::Assessor) => view! {
            <details open=changes><summary>{words.t("plan-change-title")}</summary>
                <form class="stack" method="post" action=action novalidate="novalidate">
                    {hidden("suntingan", &edits)}
                    {text_area(words, problems, "catatan", words.t("plan-change-note"), Some(words.t("plan-change-hint")), 3, form.get("catatan"))}
                    <p><button class="button quiet" name="aksi" value="ubah">{words.t("plan-change")}</button></p>
                </form>
            </details>
        }
        .into_any(),
        _ => ().into_any(),
    }
}

/// Evaluations that there are, and those that may begin.
fn evaluated(words: &'static Words, shown: &PlanPage, evaluations: Vec<Evaluation>, periods: Vec<Period>, today: &str) -> impl IntoView + use<> {
    let p = &shown.plan;
    let may = p.agreed_version.is_some() && matches!(shown.footing.standing, Standing::Subject | Standing::Assessor);
    let open: Vec<Period> = periods
        .into_iter()
        .filter(|period| {
            let (first, last) = period.days(p.year);
            may && first.as_str() <= today && p.starts_on <= last && p.ends_on.as_ref().is_none_or(|end| *end >= first) && !evaluations.iter().any(|e| e.period == *period)
        })
        .collect();
    if evaluations.is_empty() && open.is_empty() {
        return ().into_any();
    }
    let items = evaluations.into_iter().map(|e| evaluation_item(words, e, false)).collect_view();
    let year = p.year;
    let begin = (!open.is_empty()).then(|| {
        let buttons = open
            .into_iter()
            .map(|period| view! { <form method="post" action=format!("/petugas/penilaian/skp/{}", p.id)>{hidden("periode", &period.to_string())}<button class="button quiet" name="aksi" value="evaluasi">{period_name(words, period, year)}</button></form> })
            .collect_view();
        view! { <h3>{words.t("evaluation-begin")}</h3><div class="actions">{buttons}</div> }
    });
    view! { <section class="stack"><h2>{words.t("own-evaluations")}</h2><ul class="list queue">{items}</ul>{begin}</section> }.into_any()
}
