//! `/petugas/penilaian/skp/{id}/hasil/{key}`: one result of a plan with its indicators; `baru` adds one.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::evaluation::{PlanAct, PlanPage, act_on_plan, plan};
use domain::ids::PlanId;
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::directory::PositionType;
use vocabulary::evaluation::plan::{Aspect, Perspective, PlanState, ResultInput, ResultKind};
use vocabulary::evaluation::{LookForm, Standing};

use super::nav::{uuid, way};
use crate::components::{Choice, choices, crumbs, error_summary, hidden, line_field, option_list, text_area};
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};

const NEW: &str = "baru";

pub async fn get(State(app): State<App>, visitor: Visitor, Path((id, key)): Path<(String, String)>) -> Result<Response, PageError> {
    let shown = load(&app, &visitor, &id, &key).await?;
    let mut form = Form::default();
    if let Some(r) = shown.content.result(&key) {
        form.put("kategori", r.kind.to_string());
        form.put("hasil", r.text.clone());
        form.put("atasan", r.serves.as_ref().map(|s| format!("{}/{}", s.plan, s.key)).unwrap_or_default());
        form.put("perspektif", r.perspective.map(|p| p.to_string()).unwrap_or_default());
        for i in &r.indicators {
            for (field, text) in i.aspect.fields().into_iter().zip([&i.text, &i.target, &i.unit]) {
                form.put(field, text.clone());
            }
        }
    }
    draw(&app, &visitor, shown, &key, &form, Problems::default())
}

/// Only who writes the plan, while it is a draft, finds this page.
async fn load(app: &App, visitor: &Visitor, id: &str, key: &str) -> Result<PlanPage, PageError> {
    let shown = plan(&app.portal, visitor.civil_servant()?, PlanId(uuid(id)?), None, LookForm::Page).await?;
    let writes = shown.footing.standing == Standing::Subject && shown.plan.state == PlanState::Draft;
    if writes && (key == NEW || shown.content.result(key).is_some()) { Ok(shown) } else { Err(Error::NotFound.into()) }
}

pub async fn post(State(app): State<App>, visitor: Visitor, Path((id, key)): Path<(String, String)>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.civil_servant()?;
    let shown = load(&app, &visitor, &id, &key).await?;
    let edits: i64 = form.get("suntingan").parse().map_err(|_| PageError::BadForm)?;
    let done = match ResultInput::parse(|name| form.get(name)) {
        Ok(input) => act_on_plan(&app.portal, actor, shown.plan.id, edits, PlanAct::SaveResult((key != NEW).then(|| key.clone()), input)).await,
        Err(problems) => Err(Error::Invalid(problems)),
    };
    match done {
        Ok(()) => {
            say(&visitor, "plan-result-saved").await?;
            Ok(Redirect::to(&format!("/petugas/penilaian/skp/{id}")).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, shown, &key, &form, problems),
        Err(e) => Err(e.into()),
    }
}

fn draw(app: &App, visitor: &Visitor, shown: PlanPage, key: &str, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.civil_servant()?;
    let words = visitor.words;
    let title = words.t(if key == NEW { "plan-add-result" } else { "plan-edit-result" });
    let page = Page { title: title.clone(), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let p = &shown.plan;
        let kinds =
            ResultKind::ALL.iter().map(|k| Choice { value: k.to_string(), label: words.t(&format!("result-{k}")), hint: Some(words.t(&format!("result-{k}-hint"))) }).collect();
        let mut above = vec![(String::new(), words.t("plan-serves-none"))];
        let kept = shown.content.result(key).and_then(|r| r.serves.clone());
        for s in shown.above.iter().chain(kept.iter().filter(|k| !shown.above.contains(k))) {
            above.push((format!("{}/{}", s.plan, s.key), s.text.clone()));
        }
        let perspective = (p.position_kind == PositionType::SeniorExecutive).then(|| {
            let options = std::iter::once((String::new(), words.t("evaluation-choose")))
                .chain(Perspective::ALL.iter().map(|x| (x.to_string(), words.t(&format!("perspective-{x}")))))
                .collect();
            option_list(words, &problems, "perspektif", words.t("plan-perspective"), Some(words.t("plan-perspective-hint")), options, form.get("perspektif"))
        });
        let indicators = Aspect::ALL
            .iter()
            .map(|a| {
                let [text, target, unit] = a.fields();
                view! {
                    <fieldset class="stack-tight">
                        <legend>{words.t(&format!("aspect-{a}"))}</legend>
                        {line_field(words, &problems, text, words.t("plan-indicator"), Some(words.t(&format!("aspect-{a}-hint"))), "text", "", form.get(text))}
                        <div class="pair">
                            {line_field(words, &problems, target, words.t("plan-target"), None, "text", "", form.get(target))}
                            {line_field(words, &problems, unit, words.t("plan-unit"), None, "text", "", form.get(unit))}
                        </div>
                    </fieldset>
                }
            })
            .collect_view();
        let mut trail = way(words, actor);
        trail.push((format!("/petugas/penilaian/skp/{}", p.id), words.with("plan-crumb", &[("year", &p.year.to_string())])));
        view! {
            {crumbs(words, trail, title.clone())}
            {error_summary(words, &problems)}
            <div class="measure stack">
                <h1>{title.clone()}</h1>
                <p>{words.t("plan-result-lead")}</p>
                <form class="stack" method="post" action=format!("/petugas/penilaian/skp/{}/hasil/{key}", p.id) novalidate="novalidate">
                    {hidden("suntingan", &p.edits.to_string())}
                    {choices(words, &problems, "kategori", words.t("plan-kind"), kinds, form.get("kategori"))}
                    {text_area(words, &problems, "hasil", words.t("plan-result"), Some(words.t("plan-result-hint")), 3, form.get("hasil"))}
                    {option_list(words, &problems, "atasan", words.t("plan-serves-label"), Some(words.t("plan-serves-hint")), above, form.get("atasan"))}
                    {perspective}
                    <h2>{words.t("plan-indicators")}</h2>
                    <p>{words.t("plan-indicators-hint")}</p>
                    {indicators}
                    <p><button class="button">{words.t("evaluation-save")}</button></p>
                </form>
            </div>
        }
    }))
}
