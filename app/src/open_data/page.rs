//! `/{gov}/data`: what there is to download, under which licence, how fresh, with checksum and the meaning of columns.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use domain::directory::{Government, government};
use domain::open_data::{Dataset, File, FileName, Format, Licence, Scope, licence_of};
use leptos::prelude::*;

use super::asked::slug;
use super::{schema, structured};
use crate::components::crumbs;
use crate::dates;
use crate::error::PageError;
use crate::session::Visitor;
use crate::sharing::Card;
use crate::shell::{App, Page};
use crate::words::Words;

pub async fn page(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, slug(&gov)?).await?;
    drop(conn);
    let day = government.today(visitor.now);
    let scope = Scope { portal: &app.portal, government: &government, base: &app.settings.public_url, day: &day };
    let mut files = Vec::new();
    for name in FileName::all() {
        files.push(app.shelf.file(scope, name).await?);
    }
    let words = visitor.words;
    let called: Vec<_> = files.iter().map(|file| (words.t(&title(file.name)), words.t(&format!("{}-about", title(file.name))), file.clone())).collect();
    let data = structured::catalogue(&app, &government, &called);
    let page = Page {
        title: words.t("data-title"),
        description: Some(words.with("data-lead", &[("government", &government.short_name)])),
        data: Some(data),
        card: Card::list(&government, "data"),
        ..Page::default()
    };
    Ok(visitor.page(&app, Some(&government), page, || {
        let sets = Dataset::ALL.map(|dataset| table_set(words, &app, &government, dataset, &files)).into_iter().collect_view();
        let standards = [FileName::Popolo, FileName::Services].map(|name| standard_set(words, &government, name, &files)).into_iter().collect_view();
        view! {
            {crumbs(words, vec![(format!("/{gov}"), government.short_name.clone())], words.t("data-title"))}
            <h1>{words.t("data-title")}</h1>
            <p class="lead measure">{words.with("data-lead", &[("government", &government.short_name)])}</p>
            {licence_of(&gov).map(|licence| licence_card(words, licence))}
            {sets}
            <section class="stack" aria-labelledby="baku"><h2 id="baku">{words.t("data-standards-title")}</h2>{standards}</section>
            <section class="stack measure" aria-labelledby="angka">
                <h2 id="angka">{words.t("data-figures-title")}</h2>
                <p>{words.t("data-figures")}</p>
                <ul class="list">
                    <li><a href=format!("/{gov}/kinerja.csv")>"CSV"</a></li>
                    <li><a href=format!("/{gov}/kinerja.json")>"JSON"</a></li>
                    <li><a href=format!("/{gov}/kinerja.atom")>"Atom"</a></li>
                </ul>
            </section>
            <section class="stack measure" aria-labelledby="antarmuka">
                <h2 id="antarmuka">{words.t("data-api-title")}</h2>
                <p>{words.t("data-api")}</p>
                <ul class="list"><li><a href=format!("/api/v1/governments/{gov}")>"/api/v1"</a></li><li><a href="/api/openapi.json">{words.t("data-api-description")}</a></li></ul>
            </section>
            <section class="stack measure" aria-labelledby="open311">
                <h2 id="open311">{words.t("data-open311-title")}</h2>
                <p>{words.t("data-open311")}</p>
                <ul class="list"><li><a href="/open311">{words.t("open311-title")}</a></li><li><a href=format!("/open311/v2/services.json?jurisdiction_id={gov}")>"/open311/v2"</a></li></ul>
            </section>
            <p class="soft measure">{words.t("data-not-here")}</p>
        }
    }))
}

/// The key of what a file is called.
fn title(name: FileName) -> String {
    match name {
        FileName::Table(dataset, _) => format!("data-set-{}", dataset.as_str()),
        FileName::Popolo => "data-popolo".into(),
        FileName::Services => "data-cpsv".into(),
    }
}

fn licence_card(words: &'static Words, licence: &'static Licence) -> impl IntoView {
    view! {
        <div class="card stack-tight measure">
            <h2>{words.t("data-licence-title")}</h2>
            <p><a href=licence.url.clone() rel="license noreferrer">{licence.name.clone()}</a></p>
            <p class="soft">{words.t("data-licence")}</p>
        </div>
    }
}

fn table_set(words: &'static Words, app: &App, government: &Government, dataset: Dataset, files: &[Arc<File>]) -> impl IntoView + use<> {
    let name = dataset.as_str();
    let gov = &government.slug;
    let of = |format| files.iter().find(|f| f.name == FileName::Table(dataset, format)).cloned();
    let both: Vec<_> = [of(Format::Csv), of(Format::Json)].into_iter().flatten().collect();
    let rows = both.first().map_or(0, |f| f.rows) as i64;
    let columns = dataset
        .columns()
        .iter()
        .map(|column| {
            let class = words.t(&format!("class-{}", column.class(&app.portal.gate).as_str()));
            view! { <tr><th scope="row"><code>{column.name}</code></th><td>{schema::meaning(words, dataset, column)}</td><td>{class}</td></tr> }
        })
        .collect_view();
    let label = words.with("data-columns", &[("name", &words.t(&format!("data-set-{name}")))]);
    view! {
        <section class="stack" aria-labelledby=name>
            <h2 id=name>{words.t(&format!("data-set-{name}"))}</h2>
            <p class="measure">{words.t(&format!("data-set-{name}-about"))}</p>
            <p class="soft">{words.n("data-rows", rows)}</p>
            {downloads(words, government, both)}
            <details><summary>{label.clone()}</summary>
                <p><a href=format!("/{gov}/data/{name}.schema.json")>{words.t("data-schema")}</a></p>
                <div class="scroll" tabindex="0" role="region" aria-label=label>
                    <table><thead><tr><th scope="col">{words.t("data-column")}</th><th scope="col">{words.t("data-column-about")}</th><th scope="col">{words.t("data-column-class")}</th></tr></thead><tbody>{columns}</tbody></table>
                </div>
            </details>
        </section>
    }
}

fn standard_set(words: &'static Words, government: &Government, name: FileName, files: &[Arc<File>]) -> impl IntoView + use<> {
    let file: Vec<_> = files.iter().filter(|f| f.name == name).cloned().collect();
    let key = title(name);
    view! {
        <section class="stack-tight">
            <h3>{words.t(&key)}</h3>
            <p class="measure">{words.t(&format!("{key}-about"))}</p>
            {downloads(words, government, file)}
        </section>
    }
}

/// Each file with its size, the day it last changed, and its checksum.
fn downloads(words: &'static Words, government: &Government, files: Vec<Arc<File>>) -> impl IntoView + use<> {
    let (gov, offset) = (government.slug.clone(), government.utc_offset_hours);
    let items = files
        .into_iter()
        .map(|file| {
            let kilobytes = file.bytes.len().div_ceil(1024).to_string();
            let about = words.with("data-file", &[("size", &kilobytes), ("date", &dates::moment_day(words, file.changed_at, offset))]);
            let name = file.name.to_string();
            let href = format!("/{gov}/data/{name}");
            view! { <li><a href=href download=""><strong>{name}</strong></a><span class="soft">{about}</span><span class="checksum soft">"SHA-256 " <code>{file.checksum.clone()}</code></span></li> }
        })
        .collect_view();
    view! { <ul class="list downloads">{items}</ul> }
}
