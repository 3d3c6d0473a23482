//! `/petugas/penghargaan`: recognitions. One's own, those of a government for the personnel office, one with its grounds,
//! and the form with which who assesses somebody gives one.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use domain::Error;
use domain::development::Holder;
use domain::development::profile::right;
use domain::development::recognition::{Grounds, Recognition, RecognitionKind, RestingCard, Standing, give, kinds, of_government, of_person, see_grounds, show, take_back};
use domain::directory::{Government, government};
use domain::ids::{PersonId, RecognitionId};
use domain::ledger::of_subject;
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::Problems;
use vocabulary::accounts::Role;
use vocabulary::development::{RecognitionInput, withdrawal_reason};

use super::{Answer, development_nav};
use crate::components::{Choice, boxes, choices, crumbs, empty, error_summary, hidden, line_field, option_list, pager, prose, text_area};
use crate::dates;
use crate::evaluation::ledger_trail;
use crate::feedback::desk::desk_nav;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

fn label(words: &Words, kind: &RecognitionKind) -> String {
    if words.is_english() { kind.label_en.clone() } else { kind.label_id.clone() }
}

/// The name of a recognition's kind.
fn kind_of(words: &Words, recognition: &Recognition) -> String {
    recognition.kind().map_or_else(|| words.t("recognition-kind-gone"), |kind| label(words, &kind))
}

/// One line of a list; `named` where it is not one's own.
pub(super) fn item(words: &'static Words, recognition: &Recognition, named: bool) -> impl IntoView + use<> {
    let title = kind_of(words, recognition);
    let detail = [
        named.then(|| recognition.name.clone()),
        Some(recognition.position_title.clone()),
        Some(dates::day(words, &recognition.given_on)),
        Some(words.with("recognition-by", &[("name", &recognition.given_by)])),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" · ");
    let gone = recognition.withdrawn_at.map(|_| view! { <span class="chip plain">{words.t("recognition-withdrawn")}</span> });
    view! { <li><a href=format!("/petugas/penghargaan/{}", recognition.id)><strong>{title}</strong></a><span class="soft">{detail}</span>{gone}</li> }
}

pub async fn list(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Answer {
    let actor = visitor.civil_servant()?;
    let mut conn = app.portal.db.read().await?;
    let own = of_person(&mut conn, actor).await?;
    drop(conn);
    let offices: Vec<String> = actor.governments().into_iter().filter(|g| actor.holds_in(Role::PersonnelOffice, g)).collect();
    let asked = query.get("pemda").filter(|slug| offices.contains(*slug)).or(offices.first()).cloned();
    let after = query.get("sesudah").and_then(|a| a.split_once('_')).and_then(|(at, id)| Some((at.parse().ok()?, RecognitionId(Uuid::try_parse(id).ok()?))));
    let (given, next) = match &asked {
        Some(slug) => of_government(&app.portal, actor, slug, after).await?,
        None => (Vec::new(), None),
    };
    let words = visitor.words;
    let page = Page { title: words.t("recognition-title"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let mine = actor.person.map(|_| {
            let items = own.iter().map(|r| item(words, r, false)).collect::<Vec<_>>();
            let none = items.is_empty().then(|| view! { <p class="soft">{words.t("recognition-none")}</p> });
            view! { <section class="stack-tight"><h2>{words.t("recognition-own")}</h2>{none}<ul class="list queue">{items}</ul></section> }
        });
        let all = asked.as_ref().map(|slug| {
            let items = given.iter().map(|r| item(words, r, true)).collect::<Vec<_>>();
            let none = items.is_empty().then(|| view! { <p class="soft">{words.t("recognition-none-given")}</p> });
            let first = after.map(|_| format!("/petugas/penghargaan?pemda={slug}"));
            let next = next.map(|(at, id)| format!("/petugas/penghargaan?pemda={slug}&sesudah={at}_{id}"));
            view! { <section class="stack-tight"><h2>{words.t("recognition-given")}</h2><p class="soft measure">{words.t("recognition-given-lead")}</p>{none}<ul class="list queue">{items}</ul>{pager(words, first, next)}</section> }
        });
        let nothing = (mine.is_none() && all.is_none()).then(|| empty(words.t("growth-nobody-title"), words.t("growth-nobody"), None));
        view! {
            <h1>{words.t("recognition-title")}</h1>
            {actor.is_staff().then(|| view! { {desk_nav(words, "/petugas/pembinaan")}{development_nav(words, actor, "/petugas/penghargaan")} })}
            <p class="measure">{words.t("recognition-lead")}</p>
            {mine}
            {all}
            {nothing}
        }
    }))
}

fn person(text: &str) -> Result<PersonId, Error> {
    Uuid::try_parse(text).map(PersonId).map_err(|_| Error::NotFound)
}

/// Whom it would be for, what it may rest on, and where; for who may give one.
async fn for_whom(app: &App, visitor: &Visitor, key: &str) -> Result<(Holder, Grounds, Government), crate::error::PageError> {
    let actor = visitor.staff()?;
    let person = person(key)?;
    let mut conn = app.portal.db.read().await?;
    let slug = domain::development::government_of(&mut conn, person).await?;
    let place = government(&mut conn, &slug).await?;
    let (holder, right) = right(&mut conn, actor, person, &place.today(visitor.now)).await?;
    if !right.recognises() {
        return Err(Error::NotFound.into());
    }
    drop(conn);
    let grounds = see_grounds(&app.portal, actor, &slug, person).await?;
    Ok((holder, grounds, place))
}

pub async fn new(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Answer {
    let mut form = Form::default();
    form.put("pegawai", query.get("pegawai").cloned().unwrap_or_default());
    draw_new(&app, &visitor, &form, Problems::default()).await
}

pub async fn create(State(app): State<App>, visitor: Visitor, form: Form) -> Answer {
    let actor = visitor.staff()?;
    // Whoever may not give one is not told what it needs.
    let (holder, _, place) = for_whom(&app, &visitor, form.get("pegawai")).await?;
    let today = place.today(visitor.now);
    let done = match RecognitionInput::parse(form.get("jenis_penghargaan"), form.get("alasan"), form.get("diberikan_pada"), form.all("kartu"), form.get("evaluasi"), &today) {
        Ok(input) => give(&app.portal, actor, holder.person_id, &input).await,
        Err(problems) => Err(problems.into()),
    };
    match done {
        Ok(id) => {
            say(&visitor, "recognition-done").await?;
            Ok(Redirect::to(&format!("/petugas/penghargaan/{id}")).into_response())
        }
        Err(Error::Invalid(problems)) => draw_new(&app, &visitor, &form, problems).await,
        Err(e) => Err(e.into()),
    }
}

async fn draw_new(app: &App, visitor: &Visitor, form: &Form, problems: Problems) -> Answer {
    let (holder, grounds, place) = for_whom(app, visitor, form.get("pegawai")).await?;
    let words = visitor.words;
    let title = words.with("recognition-for", &[("name", &holder.name)]);
    let page = Page { title: title.clone(), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    let today = place.today(visitor.now);
    Ok(visitor.page(app, None, page, || {
        let address = format!("/petugas/pengembangan/{}", holder.person_id);
        let body = if grounds.cards.is_empty() && grounds.years.is_empty() {
            empty(words.t("recognition-no-ground-title"), words.t("recognition-no-ground"), Some((address.clone(), words.t("recognition-back")))).into_any()
        } else {
            new_form(words, &holder, &grounds, &today, form, &problems).into_any()
        };
        view! {
            {crumbs(words, vec![("/petugas".into(), words.t("desk-title")), ("/petugas/penghargaan".into(), words.t("recognition-title"))], words.t("recognition-new"))}
            <div class="measure stack">
                {error_summary(words, &problems)}
                <h1>{title}</h1>
                <p class="soft">{format!("{} · {}", holder.position_title, holder.unit_name)}</p>
                <p>{words.t("recognition-how")}</p>
                {body}
            </div>
        }
    }))
}

fn new_form(words: &'static Words, holder: &Holder, grounds: &Grounds, today: &str, form: &Form, problems: &Problems) -> impl IntoView + use<> {
    let english = words.is_english();
    let offered = kinds()
        .iter()
        .map(|kind| {
            let hint = if english { &kind.hint_en } else { &kind.hint_id };
            Choice { value: kind.key.clone(), label: label(words, kind), hint: Some(format!("{hint} {}", kind.citation)) }
        })
        .collect();
    let cards: Vec<Choice> = grounds
        .cards
        .iter()
        .map(|c| Choice::plain(&c.id.to_string(), format!("{} ({}, {})", c.title, words.t(&format!("source-{}", c.source)), dates::day(words, &c.event_on))))
        .collect();
    let cards = if cards.is_empty() {
        view! { <p class="soft">{words.t("recognition-no-cards")}</p> }.into_any()
    } else {
        boxes(words, problems, "kartu", words.t("recognition-cards"), cards, &form.all("kartu")).into_any()
    };
    let years: Vec<(String, String)> = std::iter::once((String::new(), words.t("recognition-no-year")))
        .chain(
            grounds
                .years
                .iter()
                .map(|y| (y.id.to_string(), words.with("recognition-year", &[("year", &y.year.to_string()), ("predicate", &words.t(&format!("predicate-{}", y.predicate)))]))),
        )
        .collect();
    let years = (years.len() > 1)
        .then(|| option_list(words, problems, "evaluasi", words.t("recognition-evaluation"), Some(words.t("recognition-evaluation-hint")), years, form.get("evaluasi")));
    let day = if form.get("diberikan_pada").is_empty() && problems.is_empty() { today } else { form.get("diberikan_pada") };
    view! {
        <form class="stack" method="post" action="/petugas/penghargaan/baru" novalidate="novalidate">
            {hidden("pegawai", &holder.person_id.to_string())}
            {choices(words, problems, "jenis_penghargaan", words.t("recognition-kind"), offered, form.get("jenis_penghargaan"))}
            {cards}
            {years}
            {text_area(words, problems, "alasan", words.t("recognition-reason"), Some(words.t("recognition-reason-hint")), 5, form.get("alasan"))}
            {line_field(words, problems, "diberikan_pada", words.t("recognition-day"), None, "date", "", day)}
            <p class="soft">{words.t("recognition-not-public")}</p>
            <p><button class="button">{words.t("recognition-button")}</button></p>
        </form>
    }
}

fn id(text: &str) -> Result<RecognitionId, Error> {
    Uuid::try_parse(text).map(RecognitionId).map_err(|_| Error::NotFound)
}

pub async fn one(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Answer {
    draw(&app, &visitor, id(&key)?, &Form::default(), Problems::default()).await
}

pub async fn act(State(app): State<App>, visitor: Visitor, Path(key): Path<String>, form: Form) -> Answer {
    let actor = visitor.signed_in()?;
    let id = id(&key)?;
    // Whoever does not find it is not told what a form needs.
    show(&app.portal, actor, id).await?;
    let done = match withdrawal_reason(form.get("alasan_cabut")) {
        Ok(reason) => take_back(&app.portal, actor, id, &reason).await,
        Err(problems) => Err(problems.into()),
    };
    match done {
        Ok(()) => {
            say(&visitor, "saved-internally").await?;
            Ok(Redirect::to(&format!("/petugas/penghargaan/{id}")).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, id, &form, problems).await,
        Err(e) => Err(e.into()),
    }
}

async fn draw(app: &App, visitor: &Visitor, id: RecognitionId, form: &Form, problems: Problems) -> Answer {
    let actor = visitor.signed_in()?;
    let (found, standing) = show(&app.portal, actor, id).await?;
    let mut conn = app.portal.db.read().await?;
    let place = government(&mut conn, &found.government).await?;
    let recorded = of_subject(&mut conn, &id.to_string()).await?;
    drop(conn);
    let words = visitor.words;
    let title = words.with("recognition-of", &[("name", &found.name)]);
    let page = Page { title: title.clone(), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let offset = place.utc_offset_hours;
        let gone = found.withdrawn_at.map(|at| {
            let by = found.withdrawn_by.clone().unwrap_or_default();
            view! { <section class="notice stack-tight"><p><strong>{words.with("recognition-withdrawn-by", &[("name", &by), ("when", &dates::moment(words, at, offset))])}</strong></p>{prose(found.withdrawn_reason.as_deref().unwrap_or_default())}</section> }
        });
        let citation = found.kind().map(|kind| view! { <span class="soft">{kind.citation}</span> });
        let mut way = vec![("/petugas/penghargaan".into(), words.t("recognition-title"))];
        if actor.is_staff() {
            way.insert(0, ("/petugas".into(), words.t("desk-title")));
        }
        let whole = matches!(standing, Standing::Giver(_) | Standing::Personnel).then(|| view! { <p><a href=format!("/petugas/pengembangan/{}", found.person_id)>{words.with("growth-of", &[("name", &found.name)])}</a></p> });
        view! {
            {crumbs(words, way, kind_of(words, &found))}
            {error_summary(words, &problems)}
            <div class="two">
                <article class="stack">
                    <h1>{title}</h1>
                    {gone}
                    <dl class="facts">
                        <div><dt>{words.t("recognition-kind")}</dt><dd>{kind_of(words, &found)}{citation}</dd></div>
                        <div><dt>{words.t("card-position")}</dt><dd>{format!("{} · {}", found.position_title, found.unit_name)}</dd></div>
                        <div><dt>{words.t("recognition-day")}</dt><dd>{dates::long_day(words, &found.given_on)}</dd></div>
                        <div><dt>{words.t("recognition-given-by")}</dt><dd>{found.given_by.clone()}</dd></div>
                    </dl>
                    <section class="stack-tight"><h2>{words.t("recognition-reason")}</h2>{prose(&found.reason)}</section>
                    {rests_on(words, &found)}
                    {matches!(standing, Standing::Giver(_)).then(|| taking_back(words, &found, form, &problems))}
                </article>
                <aside class="stack">
                    <div class="card stack-tight"><h2>{words.t("recognition-who-sees-title")}</h2><p class="soft">{words.t("recognition-who-sees")}</p><p class="soft">{words.t("recognition-not-public")}</p></div>
                    {whole}
                    {ledger_trail(words, &recorded, offset)}
                </aside>
            </div>
        }
    }))
}

/// The cards and the evaluation it rests on, each with a link where the reader may follow it.
fn rests_on(words: &'static Words, found: &Recognition) -> impl IntoView + use<> {
    let (open, closed): (Vec<&RestingCard>, Vec<&RestingCard>) = found.cards.iter().partition(|card| card.may_open);
    let cards = open
        .into_iter()
        .map(|card| {
            let rejected = (card.decision == "reject").then(|| view! { <span class="chip plain">{words.t("recognition-card-rejected")}</span> });
            view! { <li><a href=format!("/petugas/penilaian/{}", card.id)>{card.title.clone()}</a>" " <span class="soft">{dates::day(words, &card.event_on)}</span> {rejected}</li> }
        })
        .collect::<Vec<_>>();
    let closed = (!closed.is_empty()).then(|| view! { <li class="soft">{words.n("recognition-cards-closed", closed.len() as i64)}</li> });
    let year = match (&found.annual, found.year) {
        (Some(annual), _) => {
            let text = words.with("recognition-year", &[("year", &annual.year.to_string()), ("predicate", &words.t(&format!("predicate-{}", annual.predicate)))]);
            Some(view! { <li><a href=format!("/petugas/penilaian/evaluasi/{}", annual.id)>{text}</a></li> }.into_any())
        }
        (None, Some(year)) => Some(view! { <li class="soft">{words.with("recognition-year-closed", &[("year", &year.to_string())])}</li> }.into_any()),
        (None, None) => None,
    };
    view! { <section class="stack-tight"><h2>{words.t("recognition-grounds")}</h2><ul class="list">{cards}{closed}{year}</ul></section> }
}

fn taking_back(words: &'static Words, found: &Recognition, form: &Form, problems: &Problems) -> Option<impl IntoView + use<>> {
    let open = !problems.is_empty();
    found.withdrawn_at.is_none().then(|| {
        view! {
            <details class="card" open=open><summary>{words.t("recognition-take-back")}</summary>
                <form class="stack" method="post" action=format!("/petugas/penghargaan/{}", found.id) novalidate="novalidate">
                    <p class="soft">{words.t("recognition-take-back-lead")}</p>
                    {text_area(words, problems, "alasan_cabut", words.t("recognition-take-back-reason"), None, 3, form.get("alasan_cabut"))}
                    <p><button class="button quiet">{words.t("recognition-take-back-button")}</button></p>
                </form>
            </details>
        }
    })
}
