//! `/petugas/pelatihan`: hours and budgets by agency, for the personnel office; and `/{gov}/pelatihan`: what of it is
//! public.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use domain::Error;
use domain::development::training::{LEAST_PEOPLE, budget, hours_a_year, overview, published};
use domain::directory::government;
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::development::BudgetInput;

use super::profile::rupiah;
use super::{Answer, development_nav, place};
use crate::components::{crumbs, empty, error_summary, hidden, line_field, option_list};
use crate::dates;
use crate::feedback::desk::desk_nav;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};

pub async fn get(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Answer {
    let mut form = Form::default();
    for name in ["pemda", "tahun"] {
        form.put(name, query.get(name).cloned().unwrap_or_default());
    }
    draw(&app, &visitor, &form, Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, form: Form) -> Answer {
    let actor = visitor.staff()?;
    let government = place(&app, &visitor, form.get("pemda")).await?;
    if !actor.holds_in(vocabulary::accounts::Role::PersonnelOffice, &government.slug) {
        return Err(Error::NotFound.into());
    }
    let done = match BudgetInput::parse(form.get("unit"), form.get("tahun"), form.get("anggaran"), form.get("sumber")) {
        Ok(input) => budget(&app.portal, actor, &government.slug, &input).await,
        Err(problems) => Err(problems.into()),
    };
    match done {
        Ok(()) => {
            say(&visitor, "saved-internally").await?;
            Ok(Redirect::to(&format!("/petugas/pelatihan?pemda={}&tahun={}", government.slug, form.get("tahun"))).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, &form, problems).await,
        Err(e) => Err(e.into()),
    }
}

async fn draw(app: &App, visitor: &Visitor, form: &Form, problems: Problems) -> Answer {
    let actor = visitor.staff()?;
    let government = place(app, visitor, form.get("pemda")).await?;
    let today = government.today(visitor.now);
    let year: i64 = form.get("tahun").parse().ok().filter(|y| (2000..2100).contains(y)).or_else(|| today.get(..4)?.parse().ok()).unwrap_or_default();
    let mut conn = app.portal.db.read().await?;
    let found = overview(&mut conn, actor, &government.slug, year, &today).await?;
    let rule = hours_a_year(&mut conn, &today).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("training-overview"), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let rows = found
            .iter()
            .map(|t| {
                let budget = t.rupiah.map_or_else(|| words.t("training-no-budget"), rupiah);
                view! { <tr role="row"><th scope="row" role="rowheader">{t.name.clone()}</th>{cell(words.t("training-people"), t.people.to_string())}{cell(words.n("training-with-hours", rule.value), t.fulfilled.to_string())}{cell(words.t("training-budget"), budget)}{cell(words.t("training-planned-cost"), rupiah(t.planned_rupiah))}</tr> }
            })
            .collect_view();
        let units = std::iter::once((String::new(), words.t("send-choose"))).chain(found.iter().map(|t| (t.slug.clone(), t.name.clone()))).collect();
        view! {
            {error_summary(words, &problems)}
            <h1>{words.t("training-overview")}</h1>
            {desk_nav(words, "/petugas/pembinaan")}
            {development_nav(words, actor, "/petugas/pelatihan")}
            <p class="measure">{words.with("training-overview-lead", &[("hours", &rule.value.to_string()), ("year", &year.to_string())])} " " <span class="soft">{rule.citation.clone()}</span></p>
            <p><a href=format!("/{}/pelatihan", government.slug)>{words.t("training-see-public")}</a></p>
            {table(words.t("training-overview"), [words.t("training-agency"), words.t("training-people"), words.n("training-with-hours", rule.value), words.t("training-budget"), words.t("training-planned-cost")], rows)}
            <section class="stack measure"><h2>{words.t("training-budget-record")}</h2>
                <form class="stack" method="post" action="/petugas/pelatihan" novalidate="novalidate">
                    {hidden("pemda", &government.slug)}
                    {option_list(words, &problems, "unit", words.t("training-agency"), None, units, form.get("unit"))}
                    {line_field(words, &problems, "tahun", words.t("training-year"), None, "text", "off", &year.to_string())}
                    {line_field(words, &problems, "anggaran", words.t("training-budget"), Some(words.t("training-cost-hint")), "text", "off", form.get("anggaran"))}
                    {line_field(words, &problems, "sumber", words.t("growth-source"), Some(words.t("training-budget-source-hint")), "text", "off", form.get("sumber"))}
                    <p><button class="button">{words.t("coaching-save")}</button></p>
                </form>
            </section>
        }
    }))
}

/// `/{gov}/pelatihan`.
pub async fn public(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>) -> Answer {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let (until, found) = published(&mut conn, &government, visitor.now).await?;
    let rule = hours_a_year(&mut conn, &until).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("training-public-title"), section: Section::Directory, ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        let rows = found
            .iter()
            .map(|t| {
                let (share, each) = match &t.figures {
                    Some(f) => (f.percent.map_or_else(|| words.t("training-none-recorded"), |n| words.n("training-about-percent", n)), f.rupiah_each.map_or_else(|| words.t("training-no-budget"), rupiah)),
                    None => (words.n("training-too-few", LEAST_PEOPLE), String::new()),
                };
                view! { <tr role="row"><th scope="row" role="rowheader"><a href=format!("/{gov}/unit/{}", t.slug)>{t.name.clone()}</a></th>{cell(words.n("training-share", rule.value), share)}{cell(words.t("training-budget-each"), each)}</tr> }
            })
            .collect::<Vec<_>>();
        let body = if rows.is_empty() {
            empty(words.t("training-public-empty-title"), words.t("training-public-empty"), None).into_any()
        } else {
table(words.t("training-public-title"), [words.t("training-agency"), words.n("training-share", rule.value), words.t("training-budget-each")], rows).into_any()
        };
        view! {
            {crumbs(words, vec![(format!("/{gov}"), government.short_name.clone()), (format!("/{gov}/unit"), words.t("units-title"))], words.t("training-public-title"))}
            <h1>{words.t("training-public-title")}</h1>
            <p class="lead measure">{words.with("training-public-lead", &[("hours", &rule.value.to_string()), ("date", &dates::day(words, &until))])}</p>
            {body}
            <p class="soft measure">{words.n("training-public-note", LEAST_PEOPLE)} " " {rule.citation.clone()}</p>
        }
    }))
}

/// A table whose rows stand as blocks where it is narrow: each cell says its column itself. The roles stay when they do.
fn table<const COLUMNS: usize>(name: String, columns: [String; COLUMNS], rows: impl IntoView + 'static) -> impl IntoView {
    let heads = columns.into_iter().enumerate().map(|(i, name)| view! { <th scope="col" role="columnheader" class=(i > 0).then_some("num")>{name}</th> }).collect_view();
    view! { <table class="narrowing" role="table" aria-label=name><thead role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">{rows}</tbody></table> }
}

/// A cell with the name of its column, which only the narrow form shows; nothing where there is nothing to say.
fn cell(column: String, text: String) -> impl IntoView {
    let class = if text.is_empty() { "num bare" } else { "num" };
    view! { <td class=class role="cell" data-column=column>{text}</td> }
}
