//! `/petugas/direktori/{gov}/jabatan/{slug}/abk`: the workload analysis of a post, with its formula shown.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::directory::edit::Fields;
use domain::directory::workload::{of_position, parse, save};
use leptos::prelude::*;
use vocabulary::Problems;

use super::{administered, way};
use crate::components::{crumbs, error_summary, text_area};
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn get(State(app): State<App>, visitor: Visitor, Path((gov, slug)): Path<(String, String)>) -> Result<Response, PageError> {
    draw(&app, &visitor, &gov, &slug, None, Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Path((gov, slug)): Path<(String, String)>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    match parse(&[("uraian", form.get("uraian"))].into_iter().collect::<Fields>()) {
        Ok(tasks) => {
            save(&app.portal, actor, &gov, &slug, &tasks).await?;
            say(&visitor, "workload-saved").await?;
            Ok(Redirect::to(&format!("/petugas/direktori/{gov}/jabatan/{slug}/abk")).into_response())
        }
        Err(problems) => draw(&app, &visitor, &gov, &slug, Some(form.get("uraian")), problems).await,
    }
}

/// A number with dots between thousands, as it is read in Indonesia; commas in English.
fn thousands(words: &Words, number: i64) -> String {
    let digits = number.to_string();
    let mark = if words.is_english() { ',' } else { '.' };
    let mut text = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(c);
    }
    text
}

fn hundredths(words: &Words, number: i64) -> String {
    format!("{}{}{:02}", thousands(words, number / 100), if words.is_english() { '.' } else { ',' }, number % 100)
}

async fn draw(app: &App, visitor: &Visitor, gov: &str, slug: &str, typed: Option<&str>, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, gov).await?;
    let (post, workload) = of_position(&mut conn, actor, gov, slug, &government.today(visitor.now)).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.with("workload-title", &[("post", &post.title)]), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, Some(&government), page, || {
        let rows = workload
            .tasks
            .iter()
            .map(|t| view! { <tr><th scope="row">{t.task.clone()}</th><td class="num">{thousands(words, t.volume_per_year)}</td><td class="num">{thousands(words, t.minutes)}</td><td class="num">{thousands(words, t.volume_per_year.saturating_mul(t.minutes))}</td></tr> })
            .collect_view();
        let (total, year) = (thousands(words, workload.total_minutes), thousands(words, workload.minutes_a_year));
        let needed = hundredths(words, workload.needed_hundredths);
        let formula = words.with("workload-formula", &[("total", &total), ("year", &year), ("needed", &needed)]);
        let table = (!workload.tasks.is_empty()).then(|| {
            view! {
                <div class="scroll" tabindex="0" role="region" aria-label=words.t("workload-table")>
                    <table><thead><tr><th scope="col">{words.t("workload-task")}</th><th scope="col" class="num">{words.t("workload-volume")}</th><th scope="col" class="num">{words.t("workload-minutes")}</th><th scope="col" class="num">{words.t("workload-total")}</th></tr></thead>
                    <tbody>{rows}</tbody><tfoot><tr><th scope="row">{words.t("workload-sum")}</th><td></td><td></td><td class="num">{total.clone()}</td></tr></tfoot></table>
                </div>
                <p class="promise"><strong>{formula}</strong><br/><span class="soft">{workload.citation.clone()}</span></p>
                <dl class="facts"><div><dt>{words.t("workload-needed")}</dt><dd>{needed.clone()}</dd></div><div><dt>{words.t("workload-set")}</dt><dd>{post.headcount_required}</dd></div></dl>
            }
        });
        let text = typed.map_or_else(|| workload.tasks.iter().map(|t| format!("{} | {} | {}", t.task, t.volume_per_year, t.minutes)).collect::<Vec<_>>().join("\n"), str::to_owned);
        let mut way = way(words, &government);
        way.push((format!("/petugas/direktori/{gov}/unit/{}", post.unit_slug), post.unit_name.clone()));
        view! {
            {crumbs(words, way, words.t("directory-workload"))}
            {error_summary(words, &problems)}
            <h1>{words.with("workload-title", &[("post", &post.title)])}</h1>
            <p class="lead measure">{words.t("workload-lead")}</p>
            {table}
            <form method="post" action=format!("/petugas/direktori/{gov}/jabatan/{slug}/abk") class="stack measure" novalidate="novalidate">
                {text_area(words, &problems, "uraian", words.t("workload-lines"), Some(words.t("workload-lines-hint")), 8, &text)}
                <p class="actions"><button class="button">{words.t("workload-save")}</button><a href=format!("/petugas/direktori/{gov}/jabatan/{slug}/ubah")>{words.t("workload-edit-post")}</a></p>
            </form>
        }
    }))
}
