//! `/petugas/penilaian/{id}`: one card: what was said, the unit's answer, the promise of that day, the holder's reply at the
//! same weight, the decision with its versions, the dialogue, and the way to every record behind it.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use domain::development::recognition::{Recognition, resting_on};
use domain::directory::{Government, government};
use domain::evaluation::{Behind, Card, Evaluation, Footing, correct, listed_in, reply_file, reply_with_files, see, write_note};
use domain::feedback::{self, Step};
use domain::files::is_file_name;
use domain::ids::CardId;
use domain::ledger::of_subject;
use domain::{Error, evaluation};
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::Problems;
use vocabulary::evaluation::{CardStage, DecisionInput, Source, Standing, TypedDecision, note, reply as parse_reply};

use super::nav::{next_step, period_name, state_chip};
use super::parts::{assessed_by, decision_part, dialogue, held_part, reply_part, trail};
use super::record::stage_chip;
use crate::components::{crumbs, error_summary, prose};
use crate::dates;
use crate::error::PageError;
use crate::feedback::send::keep_photos;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

fn id(text: &str) -> Result<CardId, PageError> {
    Uuid::try_parse(text).map(CardId).map_err(|_| Error::NotFound.into())
}

pub async fn show(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Result<Response, PageError> {
    draw(&app, &visitor, id(&key)?, &Form::default(), Problems::default(), &[]).await
}

pub async fn act(State(app): State<App>, visitor: Visitor, Path(key): Path<String>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.signed_in()?;
    let id = id(&key)?;
    let mut kept: Vec<String> = Vec::new();
    let done = match form.get("aksi") {
        "balas" => {
            // Only who may see the card keeps photos for it.
            let mut conn = app.portal.db.read().await?;
            evaluation::card(&app.portal, &mut conn, actor, id).await?;
            drop(conn);
            kept = form.all("foto-tersimpan").into_iter().filter(|f| is_file_name(f)).collect();
            let bad = keep_photos(&app, &mut kept, &form).await?;
            match parse_reply(form.get("balasan")) {
                Ok(_) if !bad.is_empty() => Err(Error::Invalid(bad)),
                Ok(text) => reply_with_files(&app.portal, actor, id, &text, &kept).await,
                Err(mut problems) => {
                    problems.0.extend(bad.0);
                    Err(Error::Invalid(problems))
                }
            }
        }
        "putuskan" => {
            let typed = TypedDecision {
                decision: form.get("keputusan"),
                reason: form.get("alasan"),
                grounds: form.get("sebab"),
                value: form.get("nilai"),
                feedback: form.get("umpan-balik"),
            };
            let seen = form.get("versi").parse().unwrap_or_default();
            match DecisionInput::read(&typed) {
                Ok(input) => correct(&app.portal, actor, id, seen, &input).await,
                Err(problems) => Err(Error::Invalid(problems)),
            }
        }
        "catat" => match note(form.get("catatan")) {
            Ok(text) => write_note(&app.portal, actor, id, &text).await,
            Err(problems) => Err(Error::Invalid(problems)),
        },
        _ => return Err(PageError::BadForm),
    };
    match done {
        Ok(()) => {
            say(&visitor, "desk-done").await?;
            Ok(Redirect::to(&format!("/petugas/penilaian/{key}")).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, id, &form, problems, &kept).await,
        Err(e) => Err(e.into()),
    }
}

/// `/petugas/penilaian/{id}/foto/{n}`: a photo of the reply; the right to the card is asked each time.
pub async fn photo(State(app): State<App>, visitor: Visitor, Path((key, number)): Path<(String, i64)>) -> Result<Response, PageError> {
    let bytes = reply_file(&app.portal, visitor.signed_in()?, id(&key)?, number).await?;
    let headers = [
        (header::CONTENT_TYPE, "image/jpeg"),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"foto.jpg\""),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
    ];
    Ok((headers, bytes).into_response())
}

/// What every part of the page is drawn from.
pub(super) struct Sheet<'a> {
    pub words: &'static Words,
    pub card: &'a Card,
    pub behind: &'a Behind,
    pub footing: &'a Footing,
    pub form: &'a Form,
    pub problems: &'a Problems,
    pub kept: &'a [String],
    pub today: &'a str,
    pub offset: i64,
}

impl Sheet<'_> {
    pub fn action(&self) -> String {
        format!("/petugas/penilaian/{}", self.card.id)
    }

    pub fn is(&self, standing: Standing) -> bool {
        self.footing.standing == standing
    }

    /// The problems of one of the page's forms: those of the others are not shown at its fields.
    pub fn problems_of(&self, action: &str) -> Problems {
        if self.form.get("aksi") == action { self.problems.clone() } else { Problems::default() }
    }

    pub fn replies(&self) -> bool {
        self.is(Standing::Subject) && self.card.reply.is_none() && self.card.decided_at.is_none()
    }
}

async fn draw(app: &App, visitor: &Visitor, id: CardId, form: &Form, problems: Problems, kept: &[String]) -> Result<Response, PageError> {
    let actor = visitor.signed_in()?;
    let (card, footing, behind) = see(&app.portal, actor, id).await?;
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &card.government).await?;
    let recorded = of_subject(&mut conn, &card.reference).await?;
    let today = government.today(visitor.now);
    let ways = Ways {
        evaluations: listed_in(&mut conn, actor, &card, &today).await?,
        recognitions: resting_on(&app.portal, &mut conn, actor, id).await?,
        desk: match card.case_id {
            Some(_) => match feedback::staff_case(&mut conn, actor, &card.reference).await {
                Ok(_) => true,
                Err(Error::NotFound) => false,
                Err(e) => return Err(e.into()),
            },
            None => false,
        },
    };
    let steps = match card.case_id {
        Some(case) => feedback::steps(&mut conn, case).await?,
        None => Vec::new(),
    };
    drop(conn);
    let words = visitor.words;
    let sheet = Sheet { words, card: &card, behind: &behind, footing: &footing, form, problems: &problems, kept, today: &today, offset: government.utc_offset_hours };
    let page = Page { title: card.title.clone(), section: Section::Staff, wrong: !problems.is_empty(), private: true, islands: sheet.replies(), ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let ready = card.is_ready(&today);
        let mut way = vec![("/petugas/penilaian".into(), words.t("record-title"))];
        if actor.is_staff() {
            way.insert(0, ("/petugas".into(), words.t("desk-title")));
        }
        let said = if card.source == Source::Answer { "card-asked" } else { "card-said" };
        view! {
            {crumbs(words, way, card.reference.clone())}
            {error_summary(words, &problems)}
            <div class="two">
                <article class="stack">
                    <h1>{words.with("card-title", &[("title", &card.title)])}</h1>
                    <p class="actions">{stage_chip(words, card.stage(), card.decision.as_deref(), !sheet.is(Standing::Subject), ready)}</p>
                    {next(&sheet)}
                    {held_part(&sheet)}
                    {facts(words, &card)}
                    <section class="stack-tight"><h2>{words.t(said)}</h2><div class="quote">{prose(&card.public_text)}</div></section>
                    <div class="grid side-by-side">
                        <section class="stack-tight"><h2>{words.t("card-answer")}</h2>{prose(&card.answer)}</section>
                        {reply_part(&sheet)}
                    </div>
                    {decision_part(&sheet)}
                    {dialogue(&sheet)}
                </article>
                <aside class="stack">
                    {promise(words, &card)}
                    {assessed_by(&sheet, &government.head_title)}
                    <div class="card stack-tight"><h2>{words.t("card-no-score-title")}</h2><p class="soft">{words.t("card-no-score")}</p></div>
                    {way_back(words, &government, &card, &steps, ways.desk)}
                    {way_on(words, &card, &ways)}
                    {trail(words, &recorded, government.utc_offset_hours)}
                </aside>
            </div>
        }
    }))
}

/// Whose turn it is and until when, for whoever reads.
fn next(sheet: &Sheet<'_>) -> Option<impl IntoView + use<>> {
    let (words, card) = (sheet.words, sheet.card);
    let ready = card.is_ready(sheet.today);
    let (key, yours) = match (card.stage(), sheet.footing.standing) {
        (CardStage::Decided, _) => return None,
        (CardStage::AwaitingReply, Standing::Subject) if ready => ("next-card-reply-late", true),
        (CardStage::AwaitingReply, Standing::Subject) => ("next-card-reply", true),
        (CardStage::Replied, Standing::Subject) => ("next-card-replied", false),
        (_, Standing::Assessor) if ready => ("next-card-decide", true),
        (_, Standing::Assessor) => ("next-card-wait", false),
        (_, _) if ready => ("card-decide-by", false),
        (_, _) => ("card-reply-by", false),
    };
    let day = if ready { card.decide_due.as_deref() } else { card.reply_due.as_deref() }?;
    Some(next_step(words, words.with(key, &[("date", &dates::long_day(words, day))]), yours))
}

fn facts(words: &'static Words, card: &Card) -> impl IntoView + use<> {
    let row = |label: &str, value: String| view! { <div><dt>{words.t(label)}</dt><dd>{value}</dd></div> };
    let reports = (card.source != Source::Answer).then(|| row("card-reports", words.t(&format!("reports-{}", card.reports()))));
    view! {
        <dl class="facts quiet">
            {row("card-source", words.t(&format!("source-{}", card.source)))}
            {reports}
            {card.service_name.clone().map(|s| row("card-service", s))}
            {card.element.as_ref().map(|e| row("card-element", words.t(&format!("element-{e}"))))}
            {card.value.as_ref().map(|v| row("card-value", words.t(&format!("value-{v}"))))}
            {row("card-position", format!("{} · {}", card.position_title, card.unit_name))}
            {row("card-holder", card.holder_name.clone().unwrap_or_else(|| words.t("card-vacant")))}
            {row("card-event-on", dates::day(words, &card.event_on))}
        </dl>
    }
}

/// The standard in force on the day of the event.
fn promise(words: &'static Words, card: &Card) -> impl IntoView + use<> {
    card.completion_time.clone().zip(card.standard_from.clone()).map(|(time, from)| {
        let service = card.service_name.clone().unwrap_or_default();
        let fee = card.fee.clone().filter(|f| !f.is_empty());
        view! {
            <div class="card stack-tight">
                <h2>{words.t("card-standard")}</h2>
                <p>{service} ": " {time}{fee.map(|f| format!(" · {f}"))}</p>
                <p class="soft">{words.with("card-standard-from", &[("date", &dates::day(words, &from))])}</p>
            </div>
        }
    })
}

/// Where a card leads on to, as far as its reader may go.
struct Ways {
    /// Evaluations that list it.
    evaluations: Vec<Evaluation>,
    /// Recognitions that rest on it.
    recognitions: Vec<Recognition>,
    /// Whether the reader works on its case.
    desk: bool,
}

/// What came of the card: the evaluations that list it, the recognitions that rest on it.
fn way_on(words: &'static Words, card: &Card, ways: &Ways) -> Option<impl IntoView + use<>> {
    let evaluations =
        ways.evaluations.iter().map(|e| view! { <li><a href=e.link()>{period_name(words, e.period, e.year)}</a>" " {state_chip(words, e.state)}</li> }).collect::<Vec<_>>();
    let recognitions = ways
        .recognitions
        .iter()
        .map(|r| view! { <li><a href=format!("/petugas/penghargaan/{}", r.id)>{words.with("recognition-of", &[("name", &r.name)])}</a></li> })
        .collect::<Vec<_>>();
    // Nothing is listed that was not accepted; what waits has no way on yet.
    let accepted = card.decision.as_deref().is_some_and(|d| d != "reject");
    (accepted || !evaluations.is_empty() || !recognitions.is_empty()).then(|| {
        let none = (evaluations.is_empty() && recognitions.is_empty()).then(|| view! { <p class="soft">{words.t("card-way-on-none")}</p> });
        view! { <div class="card stack-tight"><h2>{words.t("card-way-on")}</h2><ul>{evaluations}{recognitions}</ul>{none}</div> }
    })
}

/// The case or the topic, with the days of what happened to it.
fn way_back(words: &'static Words, government: &Government, card: &Card, steps: &[Step], desk: bool) -> impl IntoView + use<> {
    let (gov, reference) = (&card.government, card.reference.clone());
    let link = match (card.is_public, card.source) {
        (_, Source::Answer) => view! { <p><a href=format!("/{gov}/forum/topik/{reference}")>{words.t("card-topic-link")}</a></p> }.into_any(),
        (true, _) => view! { <p><a href=format!("/{gov}/laporan/{reference}")>{words.with("card-case-link", &[("reference", &reference)])}</a></p> }.into_any(),
        (false, _) => view! { <p class="soft">{words.with("card-case-closed", &[("reference", &reference)])}</p> }.into_any(),
    };
    let desk = desk.then(|| view! { <p><a href=format!("/petugas/laporan/{reference}")>{words.t("card-case-desk")}</a></p> });
    let days = steps
        .iter()
        .map(|s| view! { <li>{words.t(&format!("step-{}", s.kind))}" "<span class="soft">{dates::moment_day(words, s.at, government.utc_offset_hours)}</span></li> })
        .collect::<Vec<_>>();
    let history = (!days.is_empty()).then(|| view! { <details><summary>{words.t("card-history")}</summary><ul>{days}</ul></details> });
    view! { <div class="card stack-tight"><h2>{words.t("card-way-back")}</h2>{link}{desk}{history}</div> }
}
