//! `/petugas/moderasi`: what readers flagged. Hiding needs a reason that the author is told; a count of flags hides
//! nothing.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use domain::moderation::{FlaggedItem, Subject, dismiss, hide, waiting};
use domain::{Error, Refusal};
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::moderation::{HideReason, ReasonInput};

use crate::components::{empty, error_summary, hidden, option_list, prose, text_area};
use crate::dates;
use crate::error::PageError;
use crate::feedback::desk::desk_nav;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn desk(State(app): State<App>, visitor: Visitor) -> Result<Response, PageError> {
    draw(&app, &visitor, &Form::default(), Problems::default()).await
}

pub async fn act(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let gov = form.get("pemda");
    let subject = Subject::parse(form.get("jenis"), form.get("tentang")).ok_or(PageError::BadForm)?;
    match form.get("aksi") {
        "biarkan" => dismiss(&app.portal, actor, gov, subject).await?,
        "sembunyikan" => match ReasonInput::parse(form.get("alasan"), form.get("catatan"), 10) {
            Ok(input) => match hide(&app.portal, actor, gov, subject, &input).await {
                // Another moderator was first: what was to be done is done.
                Err(Error::Refused(Refusal::AlreadyDone)) => {}
                other => other?,
            },
            Err(problems) => return draw(&app, &visitor, &form, problems).await,
        },
        _ => return Err(PageError::BadForm),
    }
    say(&visitor, "desk-done").await?;
    Ok(Redirect::to("/petugas/moderasi").into_response())
}

async fn draw(app: &App, visitor: &Visitor, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let items = waiting(&mut conn, actor).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("desk-moderation"), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let none = items.is_empty().then(|| empty(words.t("moderation-empty-title"), words.t("moderation-empty"), None));
        let items = items
            .into_iter()
            .enumerate()
            .map(|(i, item)| {
                let mine = form.get("tentang") == item.subject_id.to_string();
                flagged(words, i, item, form, if mine { problems.clone() } else { Problems::default() }, mine)
            })
            .collect_view();
        view! {
            {error_summary(words, &problems)}
            <h1>{words.t("desk-moderation")}</h1>
            {desk_nav(words, "/petugas/moderasi")}
            <p class="measure">{words.t("moderation-lead")}</p>
            {none}
            <ul class="plain-list stack">{items}</ul>
        }
    }))
}

fn flagged(words: &'static Words, index: usize, item: FlaggedItem, form: &Form, problems: Problems, mine: bool) -> impl IntoView + use<> {
    let typed = |field: &str| if mine { form.get(field).to_owned() } else { String::new() };
    let reasons = std::iter::once((String::new(), words.t("send-choose"))).chain(HideReason::ALL.iter().map(|r| (r.to_string(), words.t(&format!("hide-{r}"))))).collect();
    let detail = format!("{} · {} · {}", item.author_name, words.n("moderation-flags", item.flags), dates::moment(words, item.first_at, 7));
    let reason = words.t(&format!("hide-{}", item.reason));
    let address = item.address();
    // The summary's links lead to the form that was sent; the ids of the other forms must not repeat.
    let fields = if mine {
        view! {
            {option_list(words, &problems, "alasan", words.t("moderation-reason"), None, reasons, &typed("alasan"))}
            {text_area(words, &problems, "catatan", words.t("moderation-note"), Some(words.t("moderation-note-hint")), 3, &typed("catatan"))}
        }
        .into_any()
    } else {
        let options = HideReason::ALL.iter().map(|r| view! { <option value=r.as_str()>{words.t(&format!("hide-{r}"))}</option> }).collect_view();
        view! {
            <div class="field"><label for=format!("alasan-{index}")>{words.t("moderation-reason")}</label><select id=format!("alasan-{index}") name="alasan"><option value="">{words.t("send-choose")}</option>{options}</select></div>
            <div class="field"><label for=format!("catatan-{index}")>{words.t("moderation-note")}</label><textarea id=format!("catatan-{index}") name="catatan" rows="3"></textarea></div>
        }
        .into_any()
    };
    view! {
        <li class="card stack">
            <p class="soft">{detail}</p>
            <h2><a href=address>{item.topic_title}</a></h2>
            <blockquote class="quote">{prose(&item.text)}</blockquote>
            <p><span class="chip plain">{reason}</span> " " {item.note}</p>
            <form class="stack" method="post" action="/petugas/moderasi" novalidate="novalidate">
                {hidden("pemda", &item.government)}{hidden("jenis", &item.subject_kind)}{hidden("tentang", &item.subject_id.to_string())}
                {fields}
                <p class="actions"><button class="button danger" name="aksi" value="sembunyikan">{words.t("moderation-hide")}</button><button class="button quiet" name="aksi" value="biarkan">{words.t("moderation-keep")}</button></p>
            </form>
        </li>
    }
}
