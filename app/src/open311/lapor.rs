//! Files in the shape of SP4N-LAPOR!: `/open311/v2/lapor.csv` with what is published, and
//! `/petugas/direktori/{gov}/lapor`, where who administers the whole government brings such a file in.

use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::directory::bulk::read::FILE_MOST;
use domain::directory::bulk::{BadCell, administered};
use domain::open311::{Imported, LAPOR_COLUMNS, LAPOR_NEEDED, import_lapor, lapor_csv, read_lapor, requests};
use leptos::prelude::*;
use vocabulary::{Fault, Problems};

use super::answer::Answered;
use super::asked::wanted;
use super::call::Call;
use super::requests::{photo, status_notes};
use crate::components::{crumbs, error_summary, mistake};
use crate::directory::desk::bulk::refused_table;
use crate::error::PageError;
use crate::form::Form;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};

/// `lapor.csv`, of the same range and filters as `requests`.
pub async fn csv(app: &App, call: &Call) -> Answered<Response> {
    let mut conn = app.portal.db.read().await?;
    let government = call.government(&mut conn).await?;
    let wanted = wanted(call, &mut conn, &app.portal.gate, &government, app.portal.now()).await?;
    let found = requests(&mut conn, &government.slug, &wanted).await?;
    drop(conn);
    let bytes = lapor_csv(&government, &found, |r, n| photo(app, &government, &r.reference, n), |r| status_notes(call.words, r))?;
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"lapor.csv\""));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Language"));
    Ok(response)
}

pub async fn get(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>) -> Result<Response, PageError> {
    draw(&app, &visitor, &gov, Problems::default(), None).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, mut form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    administered(&mut conn, actor, &gov).await?;
    drop(conn);
    let Some(bytes) = form.files.pop().filter(|bytes| !bytes.is_empty()) else {
        let mut problems = Problems::default();
        problems.add("berkas", Fault::Missing);
        return draw(&app, &visitor, &gov, problems, None).await;
    };
    let sheet = tokio::task::spawn_blocking(move || read_lapor(&bytes)).await.map_err(|e| PageError::Trouble(e.to_string()))?;
    let outcome = match sheet {
        Ok(sheet) => import_lapor(&app.portal, actor, &gov, &sheet).await?,
        Err(bad) => Imported { bad, ..Imported::default() },
    };
    draw(&app, &visitor, &gov, Problems::default(), Some(outcome)).await
}

async fn draw(app: &App, visitor: &Visitor, gov: &str, problems: Problems, outcome: Option<Imported>) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, gov).await?;
    drop(conn);
    let words = visitor.words;
    let bad: Vec<BadCell> = outcome.as_ref().map(|o| o.bad.clone()).unwrap_or_default();
    let wrong = !problems.is_empty() || !bad.is_empty();
    let page = Page { title: words.t("lapor-title"), section: Section::Staff, wrong, private: true, ..Page::default() };
    Ok(visitor.page(app, Some(&government), page, || {
        let way = vec![("/petugas".into(), words.t("desk-title")), (format!("/petugas/direktori/{gov}"), words.t("directory-desk-title"))];
        let refused = (!bad.is_empty()).then(|| {
            view! { <div class="errors stack-tight" role="alert" tabindex="-1"><h2>{words.t("lapor-refused")}</h2><p>{words.t("lapor-refused-lead")}</p></div>{refused_table(words, &bad)} }
        });
        let done = outcome.filter(|o| o.bad.is_empty()).map(|o| {
            let known = (o.known > 0).then(|| format!(" {}", words.n("lapor-known", o.known as i64)));
            view! { <p class="notice ok" role="status">{words.n("lapor-done", o.new.len() as i64)}{known}</p> }
        });
        let missing = problems.of("berkas").is_some();
        let columns = LAPOR_COLUMNS
            .iter()
            .map(|name| {
                let needed = LAPOR_NEEDED.contains(name).then(|| format!(" ({})", words.t("lapor-needed")));
                view! { <li><strong><code>{*name}</code>{needed}</strong><span class="soft">{words.t(&format!("lapor-column-{name}"))}</span></li> }
            })
            .collect_view();
        view! {
            {crumbs(words, way, words.t("lapor-title"))}
            {error_summary(words, &problems)}
            {refused}
            <h1>{words.t("lapor-title")}</h1>
            {done}
            <p class="lead measure">{words.t("lapor-lead")}</p>
            <div class="two">
                <section class="stack" aria-labelledby="unggah">
                    <h2 id="unggah">{words.t("lapor-upload")}</h2>
                    <form method="post" action=format!("/petugas/direktori/{gov}/lapor") enctype="multipart/form-data" class="stack measure" novalidate="novalidate">
                        <div class=if missing { "field wrong" } else { "field" }>
                            <label for="berkas">{words.t("bulk-file")}</label>
                            <p class="hint" id="berkas-petunjuk">{words.n("lapor-file-hint", (FILE_MOST / 1024 / 1024) as i64)}</p>
                            {mistake(words, &problems, "berkas")}
                            <input type="file" id="berkas" name="berkas" accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" aria-describedby=if missing { "berkas-petunjuk berkas-galat" } else { "berkas-petunjuk" } aria-invalid=missing.then_some("true")/>
                        </div>
                        <p><button class="button">{words.t("lapor-button")}</button></p>
                    </form>
                    <h2>{words.t("lapor-download")}</h2>
                    <p>{words.t("lapor-download-lead")}</p>
                    <p><a class="button quiet" href=format!("/open311/v2/lapor.csv?jurisdiction_id={gov}") download="">"lapor.csv"</a></p>
                </section>
                <section class="stack" aria-labelledby="kolom"><h2 id="kolom">{words.t("bulk-columns")}</h2><p>{words.t("lapor-columns-lead")}</p><ul class="list">{columns}</ul></section>
            </div>
        }
    }))
}
