//! `/petugas/direktori/{gov}/berkas`: the directory as files, to take home and to bring back; and one file before it is
//! applied, with what it would do row by row.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::bulk::kept::{self, Act, KeptFile};
use domain::directory::bulk::plan::{Applied, Line, Outcome, SHOWN, apply, dry_run};
use domain::directory::bulk::read::{self, COLUMNS_MOST, FILE_MOST, ROWS_MOST};
use domain::directory::bulk::{BadCell, Wrong, administered, columns, write};
use domain::ids::FileId;
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::directory::SubjectKind;
use vocabulary::{Fault, Problems, text};

use super::{differences, way};
use crate::components::{crumbs, error_summary, mistake, option_list, text_area};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// What was typed beside the file.
#[derive(Default)]
struct Typed {
    kind: String,
    reason: String,
    decree: String,
}

fn kind_name(words: &Words, kind: SubjectKind) -> String {
    words.t(&format!("bulk-kind-{kind}"))
}

fn sentence(words: &Words, wrong: Wrong) -> String {
    let (key, number) = wrong.sentence();
    number.map_or_else(|| words.t(key), |n| words.n(key, n as i64))
}

pub async fn get(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>) -> Result<Response, PageError> {
    draw(&app, &visitor, &gov, &Typed::default(), Problems::default(), Vec::new()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, mut form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    administered(&mut conn, actor, &gov).await?;
    drop(conn);
    let typed = Typed { kind: form.get("jenis").to_owned(), reason: form.get("alasan").to_owned(), decree: form.get("sk").to_owned() };
    let mut problems = Problems::default();
    let kind = problems.take("jenis", if typed.kind.is_empty() { Err(Fault::Missing) } else { SubjectKind::parse(&typed.kind).ok_or(Fault::UnknownChoice) });
    let reason = problems.take("alasan", text::paragraphs(&typed.reason, 5, 2000));
    let decree = problems.take("sk", text::line(&typed.decree, 0, 160));
    let file = form.files.pop().filter(|bytes| !bytes.is_empty());
    if file.is_none() {
        problems.add("berkas", Fault::Missing);
    }
    let (Some(kind), Some(reason), Some(decree), Some(bytes)) = (kind, reason, decree, file) else {
        return draw(&app, &visitor, &gov, &typed, problems, Vec::new()).await;
    };
    let name = format!("{kind}.{}", if bytes.starts_with(b"PK") { "xlsx" } else { "csv" });
    let sheet = tokio::task::spawn_blocking(move || read::read(kind, &bytes)).await.map_err(|e| PageError::Trouble(e.to_string()))?;
    match sheet {
        Ok(sheet) => {
            let id = kept::keep(&app.portal, actor, &gov, kind, &name, &sheet, &Act { reason, decree }).await?;
            Ok(Redirect::to(&format!("/petugas/direktori/{gov}/berkas/{id}")).into_response())
        }
        Err(bad) => draw(&app, &visitor, &gov, &typed, problems, bad).await,
    }
}

async fn draw(app: &App, visitor: &Visitor, gov: &str, typed: &Typed, problems: Problems, bad: Vec<BadCell>) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, gov).await?;
    drop(conn);
    let words = visitor.words;
    let wrong = !problems.is_empty() || !bad.is_empty();
    let page = Page { title: words.t("bulk-title"), section: Section::Staff, wrong, private: true, ..Page::default() };
    Ok(visitor.page(app, Some(&government), page, || {
        let base = format!("/petugas/direktori/{gov}/berkas");
        let exports = SubjectKind::ALL
            .iter()
            .map(|kind| {
                let name = kind_name(words, *kind);
                let link = |end: &str| view! { <a href=format!("{base}/{kind}.{end}")>{end.to_uppercase()}<span class="visually-hidden">" " {name.clone()}</span></a> };
                view! { <li><strong>{name.clone()}</strong><span class="row-actions">{link("csv")}{link("xlsx")}</span></li> }
            })
            .collect_view();
        let shapes = SubjectKind::ALL.iter().map(|kind| view! { <li><strong>{kind_name(words, *kind)}</strong><span class="soft">{columns(*kind).join(", ")}</span></li> }).collect_view();
        let unread = (!bad.is_empty()).then(|| {
            view! { <div class="errors stack-tight" role="alert" tabindex="-1" id="berkas-tidak-terbaca"><h2>{words.t("bulk-unread")}</h2><p><a href="#berkas">{words.t("bulk-unread-again")}</a></p></div>{refused_table(words, &bad)} }
        });
        let kinds = std::iter::once((String::new(), words.t("edit-none"))).chain(SubjectKind::ALL.iter().map(|k| (k.to_string(), kind_name(words, *k)))).collect();
        let missing = problems.of("berkas").is_some();
        let limits = words.with("bulk-file-hint", &[("mb", &(FILE_MOST / 1024 / 1024).to_string()), ("rows", &ROWS_MOST.to_string()), ("columns", &COLUMNS_MOST.to_string())]);
        view! {
            {crumbs(words, way(words, &government), words.t("bulk-title"))}
            {error_summary(words, &problems)}
            {unread}
            <h1>{words.t("bulk-title")}</h1>
            <p class="lead measure">{words.t("bulk-lead")}</p>
            <div class="two">
                <section class="stack" aria-labelledby="unggah">
                    <h2 id="unggah">{words.t("bulk-upload")}</h2>
                    <form method="post" action=base.clone() enctype="multipart/form-data" class="stack measure" novalidate="novalidate">
                        {option_list(words, &problems, "jenis", words.t("bulk-kind"), None, kinds, &typed.kind)}
                        <div class=if missing { "field wrong" } else { "field" }>
                            <label for="berkas">{words.t("bulk-file")}</label>
                            <p class="hint" id="berkas-petunjuk">{limits}</p>
                            {mistake(words, &problems, "berkas")}
                            <input type="file" id="berkas" name="berkas" accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" aria-describedby=if missing { "berkas-petunjuk berkas-galat" } else { "berkas-petunjuk" } aria-invalid=missing.then_some("true")/>
                        </div>
                        {text_area(words, &problems, "alasan", words.t("edit-alasan"), Some(words.t("bulk-reason-hint")), 3, &typed.reason)}
                        {crate::components::line_field(words, &problems, "sk", words.t("edit-sk"), Some(words.t("bulk-decree-hint")), "text", "", &typed.decree)}
                        <p class="actions"><button class="button">{words.t("bulk-try")}</button><a href=format!("/petugas/direktori/{gov}")>{words.t("change-cancel")}</a></p>
                    </form>
                </section>
                <section class="stack" aria-labelledby="unduh">
                    <h2 id="unduh">{words.t("bulk-download")}</h2>
                    <p>{words.t("bulk-download-lead")}</p>
                    <ul class="list">{exports}</ul>
                    <details><summary>{words.t("bulk-columns")}</summary><p>{words.t("bulk-columns-lead")}</p><ul class="list">{shapes}</ul></details>
                </section>
            </div>
        }
    }))
}

/// `…/berkas/{kind}.csv`, `…/berkas/{kind}.xlsx`, or a file that waits for its confirmation.
pub async fn one(State(app): State<App>, visitor: Visitor, Path((gov, file)): Path<(String, String)>) -> Result<Response, PageError> {
    match file.rsplit_once('.') {
        Some((kind, end)) => export(&app, &visitor, &gov, kind, end).await,
        None => {
            let id = id(&file)?;
            let (kept, outcome) = tried(&app, &visitor, &gov, id).await?;
            show(&app, &visitor, &gov, kept, outcome, false).await
        }
    }
}

fn id(file: &str) -> Result<FileId, PageError> {
    Uuid::try_parse(file).map(FileId).map_err(|_| Error::NotFound.into())
}

async fn export(app: &App, visitor: &Visitor, gov: &str, kind: &str, end: &str) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let kind = SubjectKind::parse(kind).ok_or(Error::NotFound)?;
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, gov).await?;
    let today = government.today(visitor.now);
    let table = write::table(&mut conn, &government, kind, &today).await?;
    drop(conn);
    let now = visitor.now;
    let (bytes, media) = match end {
        "csv" => (write::csv(&table)?, "text/csv; charset=utf-8"),
        "xlsx" => {
            let bytes = tokio::task::spawn_blocking(move || write::xlsx(&table, now)).await.map_err(|e| PageError::Trouble(e.to_string()))??;
            (bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        }
        _ => return Err(Error::NotFound.into()),
    };
    let headers = [
        (header::CONTENT_TYPE, media.to_owned()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{gov}-{kind}-{today}.{end}\"")),
    ];
    Ok((headers, bytes).into_response())
}

async fn tried(app: &App, visitor: &Visitor, gov: &str, id: FileId) -> Result<(KeptFile, Outcome), PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let kept = kept::show(&mut conn, actor, gov, id).await?;
    drop(conn);
    let outcome = dry_run(&app.portal, actor, gov, kept.kind, &kept.sheet, &kept.act).await?;
    Ok((kept, outcome))
}

pub async fn act(State(app): State<App>, visitor: Visitor, Path((gov, file)): Path<(String, String)>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let id = id(&file)?;
    if form.get("aksi") != "terapkan" {
        return Err(PageError::BadForm);
    }
    match apply(&app.portal, actor, &gov, id).await? {
        Applied::Published => {
            say(&visitor, "bulk-published").await?;
            Ok(Redirect::to(&format!("/petugas/direktori/{gov}")).into_response())
        }
        Applied::Proposed(change) => {
            say(&visitor, "change-proposed").await?;
            Ok(Redirect::to(&format!("/petugas/direktori/{gov}/perubahan/{change}")).into_response())
        }
        Applied::Not(outcome) => {
            let mut conn = app.portal.db.read().await?;
            let kept = kept::show(&mut conn, actor, &gov, id).await?;
            drop(conn);
            show(&app, &visitor, &gov, kept, outcome, true).await
        }
    }
}

async fn show(app: &App, visitor: &Visitor, gov: &str, kept: KeptFile, outcome: Outcome, wrong: bool) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, gov).await?;
    drop(conn);
    let words = visitor.words;
    let title = words.with("bulk-dry-run", &[("kind", &kind_name(words, kept.kind))]);
    let page = Page { title: title.clone(), section: Section::Staff, wrong, private: true, ..Page::default() };
    Ok(visitor.page(app, Some(&government), page, || {
        let mut way = way(words, &government);
        way.push((format!("/petugas/direktori/{gov}/berkas"), words.t("bulk-title")));
        let count = |key: &str, n: usize| view! { <div><dt>{words.t(key)}</dt><dd>{n}</dd></div> };
        let refused_count = outcome.refused.iter().map(|b| b.line).collect::<std::collections::BTreeSet<_>>().len();
        let verdict = if !outcome.refused.is_empty() {
            view! { <p class="notice late">{words.t("bulk-refused-lead")}</p> }.into_any()
        } else if !outcome.may_be_applied() {
            view! { <p class="notice">{words.t("bulk-nothing")}</p> }.into_any()
        } else {
            let second = outcome.needs_second;
            view! {
                {second.then(|| view! { <p class="notice wait">{words.t("bulk-four-eyes")}</p> })}
                <form method="post" action=format!("/petugas/direktori/{gov}/berkas/{}", kept.id)>
                    <p class="actions"><button class="button" name="aksi" value="terapkan">{words.t(if second { "bulk-propose" } else { "bulk-apply" })}</button><a href=format!("/petugas/direktori/{gov}/berkas")>{words.t("change-cancel")}</a></p>
                </form>
            }
            .into_any()
        };
        let decree = (!kept.act.decree.is_empty()).then(|| view! { <div><dt>{words.t("edit-sk")}</dt><dd>{kept.act.decree.clone()}</dd></div> });
        let kind = kept.kind;
        view! {
            {crumbs(words, way, words.t("bulk-dry-run-here"))}
            <h1>{title}</h1>
            <p class="lead measure">{words.t("bulk-dry-run-lead")}</p>
            <dl class="facts">
                {count("bulk-added", outcome.added.len())}
                {count("bulk-changed", outcome.changed.len())}
                {count("bulk-ended", outcome.ended.len())}
                {count("bulk-unchanged", outcome.unchanged)}
                {count("bulk-refused", refused_count)}
                <div><dt>{words.t("edit-alasan")}</dt><dd>{kept.act.reason.clone()}</dd></div>
                {decree}
            </dl>
            {verdict}
            {(!outcome.refused.is_empty()).then(|| view! { <section class="stack" aria-labelledby="ditolak"><h2 id="ditolak">{words.t("bulk-refused")}</h2>{refused_table(words, &outcome.refused)}</section> })}
            {section(words, kind, "berakhir", "bulk-ended", outcome.ended)}
            {section(words, kind, "diubah", "bulk-changed", outcome.changed)}
            {section(words, kind, "ditambah", "bulk-added", outcome.added)}
        }
    }))
}

fn cut(words: &'static Words, all: usize) -> impl IntoView {
    (all > SHOWN).then(|| view! { <p class="soft">{words.with("bulk-cut", &[("shown", &SHOWN.to_string()), ("all", &all.to_string())])}</p> })
}

/// Rows of one sort, each with what it alters.
fn section(words: &'static Words, kind: SubjectKind, id: &'static str, key: &'static str, lines: Vec<Line>) -> impl IntoView + use<> {
    let all = lines.len();
    (all > 0).then(|| {
        let items = lines
            .into_iter()
            .take(SHOWN)
            .map(|line| {
                let day = dates::day(words, &line.day);
                let where_from = words.with("bulk-line", &[("line", &line.line.to_string()), ("address", &line.slug), ("date", &day)]);
                let altered = (!line.differences.is_empty()).then(|| view! { <details><summary>{words.n("bulk-differences", line.differences.len())}<span class="visually-hidden">" " {line.title.clone()}</span></summary>{differences(words, kind, line.differences)}</details> });
                view! { <li><strong>{line.title}</strong><span class="soft">{where_from}</span>{altered}</li> }
            })
            .collect_view();
        view! { <section class="stack" aria-labelledby=id><h2 id=id>{words.t(key)}</h2>{cut(words, all)}<ul class="list">{items}</ul></section> }
    })
}

/// What is wrong, by line and column as they stand in the file.
/// What is wrong with a file, row by row.
pub fn refused_table(words: &'static Words, bad: &[BadCell]) -> impl IntoView + use<> {
    let all = bad.len();
    let rows = bad
        .iter()
        .take(SHOWN)
        .map(|b| {
            let line = if b.line == 0 { words.t("bulk-whole-file") } else { b.line.to_string() };
            view! { <tr><th scope="row">{line}</th><td><code>{b.column.clone()}</code></td><td>{sentence(words, b.wrong)}</td></tr> }
        })
        .collect_view();
    view! {
        {cut(words, all)}
        <div class="scroll" tabindex="0" role="region" aria-label=words.t("bulk-refused")>
            <table><thead><tr><th scope="col">{words.t("bulk-row")}</th><th scope="col">{words.t("bulk-column")}</th><th scope="col">{words.t("bulk-why")}</th></tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
}
