//! `/petugas/pembinaan/baru`: the assessor opens a coaching for somebody they assess.

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect};
use domain::Error;
use domain::development::coaching::{AcceptedCard, coachable, open, reasons};
use domain::ids::{CoachingId, TenureId};
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::Problems;
use vocabulary::development::{ACTIONS, TypedCoaching};

use super::{Answer, place};
use crate::components::{Choice, boxes, crumbs, error_summary, hidden, line_field, text_area};
use crate::dates;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn get(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Answer {
    let mut form = Form::default();
    for name in ["pegawai", "pemda", "lanjutan"] {
        form.put(name, query.get(name).cloned().unwrap_or_default());
    }
    draw(&app, &visitor, &form, Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, form: Form) -> Answer {
    let actor = visitor.staff()?;
    let government = place(&app, &visitor, form.get("pemda")).await?;
    let today = government.today(visitor.now);
    let tenure = tenure(&form)?;
    // Whoever may not open it is not told what it needs.
    let mut conn = app.portal.db.read().await?;
    coachable(&mut conn, actor, &government.slug, tenure, &today).await?;
    drop(conn);
    let continues = match form.get("lanjutan") {
        "" => None,
        id => Some(Uuid::try_parse(id).map(CoachingId).map_err(|_| Error::NotFound)?),
    };
    let typed = TypedCoaching {
        reason: form.get("alasan").to_owned(),
        cards: form.all("kartu"),
        actions: ACTIONS.map(|(what, until)| (form.get(what).to_owned(), form.get(until).to_owned())),
        first_check_on: form.get("tinjauan_pertama").to_owned(),
        second_check_on: form.get("tinjauan_kedua").to_owned(),
    };
    let done = match typed.parse(&today) {
        Ok(input) => open(&app.portal, actor, &government.slug, tenure, continues, &input).await,
        Err(problems) => Err(problems.into()),
    };
    match done {
        Ok(id) => {
            say(&visitor, "coaching-opened").await?;
            Ok(Redirect::to(&format!("/petugas/pembinaan/{id}")).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, &form, problems).await,
        Err(e) => Err(e.into()),
    }
}

fn tenure(form: &Form) -> Result<TenureId, Error> {
    Uuid::try_parse(form.get("pegawai")).map(TenureId).map_err(|_| Error::NotFound)
}

/// An accepted card in one line: what it is about, when, how it began, and how its holder replied.
pub(super) fn card_line(words: &'static Words, card: &AcceptedCard) -> String {
    let about = card.element.as_ref().map_or_else(|| words.t(&format!("source-{}", card.source)), |e| words.t(&format!("element-{e}")));
    let begins = |text: &str| text.chars().take(90).collect::<String>();
    let reply = card.reply.as_deref().map_or_else(|| words.t("card-no-reply"), begins);
    format!("{about}, {}: {} – {}: {reply}", dates::day(words, &card.event_on), begins(&card.public_text), words.t("card-reply-title"))
}

async fn draw(app: &App, visitor: &Visitor, form: &Form, problems: Problems) -> Answer {
    let actor = visitor.staff()?;
    let government = place(app, visitor, form.get("pemda")).await?;
    let today = government.today(visitor.now);
    let mut conn = app.portal.db.read().await?;
    let holder = coachable(&mut conn, actor, &government.slug, tenure(form)?, &today).await?;
    drop(conn);
    let cards = reasons(&app.portal, actor, &government.slug, holder.person_id).await?;
    let words = visitor.words;
    let page = Page { title: words.t("coaching-open"), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let choices: Vec<Choice> = cards.iter().map(|k| Choice::plain(&k.id.to_string(), card_line(words, k))).collect();
        let cards = match choices.is_empty() {
            true => view! { <p class="soft">{words.t("coaching-no-cards")}</p> }.into_any(),
            false => boxes(words, &problems, "kartu", words.t("coaching-cards"), choices, &form.all("kartu")).into_any(),
        };
        let actions = ACTIONS
            .into_iter()
            .zip(1..)
            .map(|((what, until), n)| {
                let label = if n == 1 { words.n("coaching-action", n) } else { words.n("coaching-action-optional", n) };
                view! {
                    {text_area(words, &problems, what, label, None, 2, form.get(what))}
                    {line_field(words, &problems, until, words.n("coaching-action-due", n), None, "date", "", form.get(until))}
                }
            })
            .collect_view();
        view! {
            {crumbs(words, vec![("/petugas".into(), words.t("desk-title")), ("/petugas/pembinaan".into(), words.t("coaching-title"))], words.t("coaching-open"))}
            <div class="measure stack">
                {error_summary(words, &problems)}
                <h1>{words.with("coaching-open-for", &[("name", &holder.name)])}</h1>
                <p class="soft">{format!("{} · {}", holder.position_title, holder.unit_name)}</p>
                <p>{words.t("coaching-open-how")}</p>
                <form class="stack" method="post" action="/petugas/pembinaan/baru" novalidate="novalidate">
                    {hidden("pegawai", form.get("pegawai"))}{hidden("pemda", &government.slug)}{hidden("lanjutan", form.get("lanjutan"))}
                    {text_area(words, &problems, "alasan", words.t("coaching-reason"), Some(words.t("coaching-reason-hint")), 5, form.get("alasan"))}
                    {cards}
                    <h2>{words.t("coaching-actions")}</h2>
                    {actions}
                    <h2>{words.t("coaching-checks")}</h2>
                    {line_field(words, &problems, "tinjauan_pertama", words.t("coaching-first-check"), None, "date", "", form.get("tinjauan_pertama"))}
                    {line_field(words, &problems, "tinjauan_kedua", words.t("coaching-second-check"), None, "date", "", form.get("tinjauan_kedua"))}
                    <p><button class="button">{words.t("coaching-open-button")}</button></p>
                </form>
            </div>
        }
    }))
}
