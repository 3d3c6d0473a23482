//! `/petugas/penilaian/periode` and `…/{gov}`: the performance team opens years, sets what units reached, and sees where
//! everything stands.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::{government, governments, units};
use domain::evaluation::{all_evaluations, open_year, organisation_ratings, rate_organisation, standings, years};
use domain::ids::EvaluationId;
use leptos::prelude::*;
use vocabulary::accounts::Role;
use vocabulary::evaluation::plan::note;
use vocabulary::evaluation::rating::{OrganisationPredicate, Period, Rhythm, RuleSet};
use vocabulary::{Fault, Problems};

use super::nav::{period_name, tabs, uuid};
use super::own::evaluation_item;
use crate::components::{Choice, choices, empty, error_summary, hidden, option_list, pager, text_area};
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// Leads to the government whose team one is in, or lets one choose.
pub async fn choose(State(app): State<App>, visitor: Visitor) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let mine: Vec<_> = governments(&mut conn).await?.into_iter().filter(|g| actor.holds_in(Role::PerformanceTeam, &g.slug)).collect();
    drop(conn);
    match mine.as_slice() {
        [] => Err(Error::NotFound.into()),
        [one] => Ok(Redirect::to(&format!("/petugas/penilaian/periode/{}", one.slug)).into_response()),
        _ => {
            let words = visitor.words;
            let page = Page { title: words.t("period-title"), section: Section::Staff, private: true, ..Page::default() };
            Ok(visitor.page(&app, None, page, || {
                let items =
                    mine.iter().map(|g| view! { <li><a href=format!("/petugas/penilaian/periode/{}", g.slug)><strong>{g.short_name.clone()}</strong></a></li> }).collect_view();
                view! { <h1>{words.t("period-title")}</h1>{tabs(words, actor, "/petugas/penilaian/periode")}<ul class="list">{items}</ul> }
            }))
        }
    }
}

pub async fn get(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    draw(&app, &visitor, &gov, &query, &Form::default(), Problems::default()).await
}

fn rate(form: &Form) -> Result<(Period, OrganisationPredicate, String), Problems> {
    let mut problems = Problems::default();
    let period = problems.take("periode", Period::parse(form.get("periode")).ok_or(Fault::UnknownChoice));
    let predicate =
        problems.take("predikat", OrganisationPredicate::parse(form.get("predikat")).ok_or(if form.get("predikat").is_empty() { Fault::Missing } else { Fault::UnknownChoice }));
    let reason = note("alasan", form.get("alasan"));
    match (period, predicate, reason) {
        (Some(period), Some(predicate), Ok(reason)) => Ok((period, predicate, reason)),
        (_, _, reason) => Err(Problems(problems.0.into_iter().chain(reason.err().into_iter().flat_map(|p| p.0)).collect())),
    }
}

pub async fn post(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let year: i64 = form.get("tahun").parse().map_err(|_| PageError::BadForm)?;
    let done = match form.get("aksi") {
        "buka" => {
            let rhythm = Rhythm::parse(form.get("irama"));
            match rhythm {
                Some(rhythm) => open_year(&app.portal, actor, &gov, year, rhythm, RuleSet::PermenPanRb6Of2022).await,
                None => {
                    let mut problems = Problems::default();
                    problems.add("irama", Fault::Missing);
                    Err(Error::Invalid(problems))
                }
            }
        }
        "organisasi" => match rate(&form) {
            Ok((period, predicate, reason)) => rate_organisation(&app.portal, actor, &gov, form.get("unit").trim(), (year, period), predicate, &reason).await,
            Err(problems) => Err(Error::Invalid(problems)),
        },
        _ => return Err(PageError::BadForm),
    };
    match done {
        Ok(()) => {
            say(&visitor, "desk-done").await?;
            Ok(Redirect::to(&format!("/petugas/penilaian/periode/{gov}?tahun={year}")).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, &gov, &HashMap::from([("tahun".into(), year.to_string())]), &form, problems).await,
        Err(e) => Err(e.into()),
    }
}

fn state_words(words: &Words, what: &str, state: &str) -> String {
    words.t(&if what == "skp" { format!("plan-state-{state}") } else { format!("evaluation-state-{state}") })
}

async fn draw(app: &App, visitor: &Visitor, gov: &str, query: &HashMap<String, String>, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    if !actor.holds_in(Role::PerformanceTeam, gov) {
        return Err(Error::NotFound.into());
    }
    let after = query.get("setelah").cloned().unwrap_or_default();
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, gov).await?;
    let opened = years(&mut conn, gov).await?;
    let chosen = query.get("tahun").and_then(|y| y.parse().ok()).and_then(|y: i64| opened.iter().find(|o| o.year == y)).or(opened.first()).cloned();
    let (mut stands, mut rated, mut evaluations) = (Vec::new(), Vec::new(), Vec::new());
    if let Some(year) = &chosen {
        stands = standings(&mut conn, actor, gov, year.year).await?;
        rated = organisation_ratings(&mut conn, gov, year.year).await?;
        let (name, id) = after.rsplit_once('_').and_then(|(name, id)| Some((name, uuid(id).ok()?))).unwrap_or_default();
        evaluations = all_evaluations(&mut conn, actor, gov, year.year, (name, EvaluationId(id))).await?;
    }
    let units = units::list(&mut conn, gov, &government.today(visitor.now)).await?;
    drop(conn);
    let words = visitor.words;
    let this: i64 = government.today(visitor.now)[..4].parse().unwrap_or_default();
    let page =
        Page { title: words.with("period-of", &[("government", &government.short_name)]), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let unopened: Vec<i64> = (this - 1..=this + 1).filter(|y| !opened.iter().any(|o| o.year == *y)).collect();
        let links = opened.iter().map(|o| view! { <a href=format!("/petugas/penilaian/periode/{gov}?tahun={}", o.year) aria-current=(chosen.as_ref().map(|c| c.year) == Some(o.year)).then_some("page")>{o.year.to_string()}</a> }).collect_view();
        let (opens, rates) = (opened.is_empty() || form.get("aksi") == "buka", form.get("aksi") == "organisasi");
        let open = (!unopened.is_empty()).then(|| {
            let options = unopened.iter().map(|y| (y.to_string(), y.to_string())).collect();
            let rhythms = Rhythm::ALL.iter().map(|r| Choice::plain(r.as_str(), words.t(&format!("rhythm-{r}")))).collect();
            view! {
                <details open=opens><summary>{words.t("period-open-title")}</summary>
                    <form class="stack measure" method="post" action=format!("/petugas/penilaian/periode/{gov}") novalidate="novalidate">
                        {option_list(words, &problems, "tahun", words.t("period-year-label"), None, options, form.get("tahun"))}
                        {choices(words, &problems, "irama", words.t("period-rhythm"), rhythms, form.get("irama"))}
                        <p class="soft">{words.with("period-rules", &[("rules", RuleSet::PermenPanRb6Of2022.citation())])}</p>
                        <p><button class="button" name="aksi" value="buka">{words.t("period-open")}</button></p>
                    </form>
                </details>
            }
        });
        let none = opened.is_empty().then(|| empty(words.t("period-empty-title"), words.t("period-empty"), None));
        let unit_options: Vec<(String, String)> = std::iter::once((String::new(), words.t("send-choose"))).chain(units.iter().map(|u| (u.slug.clone(), u.name.clone()))).collect();
        let year = chosen.clone().map(|year| {
            let rows = stands
                .iter()
                .map(|s| {
                    let what = if s.what == "skp" { words.t("looked-skp") } else { Period::parse(&s.what).map(|p| period_name(words, p, year.year)).unwrap_or_default() };
                    view! { <tr><th scope="row">{what}</th><td>{state_words(words, &s.what, &s.state)}</td><td class="num">{s.many}</td></tr> }
                })
                .collect_view();
            let table = (!stands.is_empty()).then(|| view! { <table><thead><tr><th scope="col">{words.t("period-what")}</th><th scope="col">{words.t("period-state")}</th><th scope="col" class="num">{words.t("period-many")}</th></tr></thead><tbody>{rows}</tbody></table> });
            let organisations = rated
                .iter()
                .map(|r| view! { <li><strong>{r.unit_name.clone()}</strong><span class="soft">{period_name(words, r.period, year.year)} " · " {words.t(&format!("organisation-{}", r.predicate))}</span>{r.reason.clone()}</li> })
                .collect_view();
            let periods = Period::of(year.rhythm).into_iter().map(|p| (p.to_string(), period_name(words, p, year.year))).collect();
            let predicates = OrganisationPredicate::ALL.iter().map(|p| Choice { value: p.to_string(), label: words.t(&format!("organisation-{p}")), hint: Some(words.t(&format!("organisation-{p}-hint"))) }).collect();
            let next = (evaluations.len() >= 50).then(|| evaluations.last().map(|e| format!("/petugas/penilaian/periode/{gov}?tahun={}&setelah={}_{}", year.year, e.person_name, e.id))).flatten();
            let first = (!after.is_empty()).then(|| format!("/petugas/penilaian/periode/{gov}?tahun={}", year.year));
            let items = evaluations.into_iter().map(|e| evaluation_item(words, e, false)).collect_view();
            view! {
                <section class="stack"><h2>{words.with("period-stands", &[("year", &year.year.to_string())])}</h2><p class="soft">{words.t(&format!("rhythm-{}", year.rhythm))} " · " {year.rule_set.citation()}</p>{table}</section>
                <section class="stack"><h2>{words.t("own-evaluations")}</h2><p class="soft">{words.t("period-looks")}</p><ul class="list queue">{items}</ul>{pager(words, first, next)}</section>
                <section class="stack"><h2>{words.t("organisation-title")}</h2><p class="measure">{words.t("organisation-lead")}</p><ul class="list">{organisations}</ul>
                    <details open=rates><summary>{words.t("organisation-add")}</summary>
                        <form class="stack measure" method="post" action=format!("/petugas/penilaian/periode/{gov}") novalidate="novalidate">
                            {hidden("tahun", &year.year.to_string())}
                            {option_list(words, &problems, "unit", words.t("organisation-unit"), None, unit_options.clone(), form.get("unit"))}
                            {option_list(words, &problems, "periode", words.t("organisation-period"), None, periods, form.get("periode"))}
                            {choices(words, &problems, "predikat", words.t("organisation-predicate"), predicates, form.get("predikat"))}
                            {text_area(words, &problems, "alasan", words.t("organisation-reason"), None, 3, form.get("alasan"))}
                            <p><button class="button" name="aksi" value="organisasi">{words.t("evaluation-save")}</button></p>
                        </form>
                    </details>
                </section>
            }
        });
        view! {
            {error_summary(words, &problems)}
            <h1>{words.with("period-of", &[("government", &government.short_name)])}</h1>
            {tabs(words, actor, "/petugas/penilaian/periode")}
            {none}
            {(!opened.is_empty()).then(|| view! { <nav class="tabs" aria-label=words.t("assess-years")>{links}</nav> })}
            {open}
            {year}
        }
    }))
}
