//! `/petugas/laporan/{ref}/identitas`: asking who reported, a second person's decision, and seeing it once. Each act needs a
//! sign-in of just now, or the password again.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::government;
use domain::error::Refusal;
use domain::feedback::identity::{Decision, Request, Revealed, ask, decide, open, requests};
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::identity::{IdentityAct, reason};

use super::conflict::conflict;
use crate::accounts::step_up;
use crate::components::{crumbs, error_summary, line_field, prose, text_area};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn get(State(app): State<App>, visitor: Visitor, Path(reference): Path<String>) -> Result<Response, PageError> {
    draw(&app, &visitor, &reference, &Form::default(), Problems::default(), Came::Nothing).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, headers: HeaderMap, Path(reference): Path<String>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    // Nobody is asked for a password about a case that is not there for them.
    let mut conn = app.portal.db.read().await?;
    let slug = requests(&mut conn, actor, &reference).await?.0.government;
    drop(conn);
    let mut problems = Problems::default();
    let acting = form.get("aksi");
    let why = match acting {
        "minta" | "tolak" => reason("alasan", form.get("alasan")).map_err(|p| problems = p).ok(),
        "setujui" | "buka" => Some(String::new()),
        _ => return Err(PageError::BadForm),
    };
    step_up::again(&app, &visitor, &slug, &headers, form.get("sandi"), &mut problems).await?;
    let Some(why) = why.filter(|_| problems.is_empty()) else { return draw(&app, &visitor, &reference, &form, problems, Came::Nothing).await };
    let done = match acting {
        "minta" => ask(&app.portal, actor, &reference, &why).await,
        "setujui" => decide(&app.portal, actor, &reference, Decision::Approve).await,
        "tolak" => decide(&app.portal, actor, &reference, Decision::Refuse(&why)).await,
        _ => match open(&app.portal, actor, &reference).await {
            Ok(seen) => return draw(&app, &visitor, &reference, &Form::default(), Problems::default(), Came::Seen(seen)).await,
            Err(error) => Err(error),
        },
    };
    match done {
        // Somebody was first, or the page was loaded once more: said on the page, as it is now.
        Err(Error::Refused(refusal)) => return draw(&app, &visitor, &reference, &form, Problems::default(), Came::Refused(refusal)).await,
        other => other?,
    }
    say(&visitor, "desk-done").await?;
    Ok(Redirect::to(&format!("/petugas/laporan/{reference}/identitas")).into_response())
}

/// What came of the form.
enum Came {
    Nothing,
    Seen(Revealed),
    Refused(Refusal),
}

async fn draw(app: &App, visitor: &Visitor, reference: &str, form: &Form, problems: Problems, came: Came) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let (case, found, is_kept) = requests(&mut conn, actor, reference).await?;
    let government = government(&mut conn, &case.government).await?;
    drop(conn);
    let fresh = step_up::is_fresh(app, visitor, &case.government).await?;
    let words = visitor.words;
    let offset = government.utc_offset_hours;
    let (seen, refused) = match came {
        Came::Nothing => (None, None),
        Came::Seen(seen) => (Some(seen), None),
        Came::Refused(refusal) => (None, Some(refusal)),
    };
    let page = Page { title: words.with("identity-title", &[("reference", reference)]), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    let mut response = visitor.page(app, None, page, || {
        let action = format!("/petugas/laporan/{reference}/identitas");
        let conflict = refused.map(|refusal| conflict(words, refusal, form, &["alasan"], &[], offset));
        let last = found.last().filter(|r| r.is_open());
        let own = last.is_some_and(|r| r.is_of(actor));
        let password = || (!fresh).then(|| line_field(words, &problems, "sandi", words.t("identity-password"), Some(words.t("identity-password-hint")), "password", "current-password", ""));
        // What was typed for one form does not belong into the other.
        let typed = |acts: &[&str]| if acts.contains(&form.get("aksi")) { form.get("alasan") } else { "" };
        let why = |label: &str, hint: &str, acts: &[&str]| text_area(words, &problems, "alasan", words.t(label), Some(words.t(hint)), 3, typed(acts));
        let shown = seen.map(|seen| revealed(words, seen));
        let just_seen = shown.is_some();
        let next = match last {
            _ if !is_kept => view! { <p class="notice">{words.t("refusal-nothing-kept")}</p> }.into_any(),
            None if just_seen => ().into_any(),
            None => view! {
                <form class="card stack" method="post" action=action novalidate="novalidate">
                    <h2>{words.t("identity-ask-title")}</h2>
                    {why("identity-reason", "identity-reason-hint", &["minta"])}
                    {password()}
                    <p><button class="button" name="aksi" value="minta">{words.t("identity-ask")}</button></p>
                </form>
            }
            .into_any(),
            Some(request) if request.waits_for_decision() && own => view! { <p class="notice">{words.t("identity-waits")}</p> }.into_any(),
            Some(request) if request.waits_for_decision() => view! {
                <form class="card stack" method="post" action=action novalidate="novalidate">
                    <h2>{words.t("identity-decide-title")}</h2>
                    <p>{words.t("identity-decide-lead")}</p>
                    {prose(&request.asked().note)}
                    {why("identity-refuse-reason", "identity-refuse-hint", &["setujui", "tolak"])}
                    {password()}
                    <p class="actions"><button class="button" name="aksi" value="setujui">{words.t("identity-approve")}</button><button class="button quiet" name="aksi" value="tolak">{words.t("identity-refuse")}</button></p>
                </form>
            }
            .into_any(),
            Some(request) if own => {
                let until = request.acts.last().and_then(|act| act.until).map(|at| dates::moment(words, at, offset)).unwrap_or_default();
                view! {
                    <form class="card stack" method="post" action=action novalidate="novalidate">
                        <h2>{words.t("identity-open-title")}</h2>
                        <p>{words.with("identity-open-lead", &[("until", &until)])}</p>
                        {password()}
                        <p><button class="button danger" name="aksi" value="buka">{words.t("identity-open")}</button></p>
                    </form>
                }
                .into_any()
            }
            Some(_) => view! { <p class="notice">{words.t("identity-approved-other")}</p> }.into_any(),
        };
        view! {
            {crumbs(words, vec![("/petugas".into(), words.t("desk-title")), ("/petugas/laporan".into(), words.t("desk-cases")), (format!("/petugas/laporan/{reference}"), reference.to_owned())], words.t("identity-crumb"))}
            {conflict}
            {error_summary(words, &problems)}
            <div class="measure stack">
                <h1>{words.with("identity-title", &[("reference", reference)])}</h1>
                <p>{words.t("identity-lead")}</p>
                {shown}
                {next}
                {looks(words, found, offset)}
            </div>
        }
    });
    if refused.is_some() {
        *response.status_mut() = StatusCode::CONFLICT;
    }
    Ok(response)
}

/// On this page only, and only in this answer.
fn revealed(words: &'static Words, seen: Revealed) -> impl IntoView {
    let row = |key: &str, value: Option<String>| value.map(|v| view! { <div><dt>{words.t(key)}</dt><dd>{v}</dd></div> });
    view! {
        <section class="card stack-tight" aria-labelledby="terbuka"><h2 id="terbuka">{words.t("identity-seen-title")}</h2>
            <dl class="stack-tight contact">{row("identity-name", seen.name)}{row("identity-email", seen.email)}</dl>
            <p class="soft">{words.t("identity-seen-once")}</p>
        </section>
    }
}

/// Every act on the way to the identity, for staff and for the reporter alike.
pub fn looks(words: &'static Words, requests: Vec<Request>, offset: i64) -> impl IntoView + use<> {
    let none = requests.is_empty().then(|| view! { <p class="soft">{words.t("identity-none")}</p> });
    let items = requests
        .into_iter()
        .flat_map(|request| request.acts)
        .map(|act| {
            let by = (act.kind != IdentityAct::Lapsed).then(|| words.t(&format!("by-{}", act.by_role)));
            let note = (!act.note.is_empty()).then(|| prose(&act.note));
            view! {
                <li>
                    <time datetime=dates::machine(act.at, offset)>{dates::moment(words, act.at, offset)}</time>
                    <p><strong>{words.t(&format!("identity-act-{}", act.kind))}</strong>{by.map(|by| view! { <span class="soft">" · " {by}</span> })}</p>
                    {note}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="stack" aria-labelledby="identitas"><h2 id="identitas">{words.t("identity-looks")}</h2>{none}<ol class="timeline">{items}</ol></section>
    }
}
