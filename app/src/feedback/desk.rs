//! `/petugas` and `/petugas/laporan`: what waits on one's desk, and working on one case: accept, archive, report
//! progress, answer. What was typed is kept when something is wrong with it.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::accounts::Actor;
use domain::clock::Millis;
use domain::directory::{Government, changes, corrections, government, governments, units};
use domain::feedback::photo_alike::{Alike, photos_alike};
use domain::feedback::{self, CasePhoto, Desk, QueuedCase, StaffCase, photos_of, queue, staff_case};
use domain::files::is_file_name;
use domain::{Error, evaluation, moderation};
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::Problems;
use vocabulary::accounts::Role;
use vocabulary::evaluation::{CardStage, Element};
use vocabulary::feedback::{AcceptInput, AnswerInput, ArchiveInput, ArchiveReason, Kind, Outcome, PhotosInput, Protection, Status, note, photo_reason};
use vocabulary::personal::masked;

use super::desk_help::{Help, alike_photos, help, help_for_verifier, withhold_forms};
use super::gallery::{answer_photos, sent_photos};
use super::photo_editor::photo_field;
use super::send::keep_photos;
use super::send_screens::day_field;
use crate::components::{Choice, case_chip, choices, crumbs, deadline, empty, error_summary, line_field, option_list, prose, protection_chip, text_area, timeline};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// The states that have a queue, in the order in which a case passes them.
const QUEUES: [Status; 5] = [Status::Submitted, Status::Assigned, Status::InProgress, Status::Disputed, Status::Responded];

pub fn desk_nav(words: &'static Words, here: &'static str) -> impl IntoView {
    let tab = |href: &'static str, key: &str| view! { <a href=href aria-current=(href == here).then_some("page")>{words.t(key)}</a> };
    view! { <nav class="desk-nav tabs" aria-label=words.t("nav-desk")>{tab("/petugas", "desk-front")}{tab("/petugas/laporan", "desk-cases")}{tab("/petugas/penilaian", "desk-evaluation")}{tab("/petugas/moderasi", "desk-moderation")}{tab("/petugas/direktori", "desk-directory")}</nav> }
}

/// `/petugas`: what waits, counted.
pub async fn front(State(app): State<App>, visitor: Visitor) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let mut counts = Vec::new();
    for status in QUEUES {
        counts.push((status, queue(&mut conn, actor, status).await?.len()));
    }
    let cards = evaluation::cards(&mut conn, actor).await?;
    let waiting_cards =
        cards.iter().filter(|(c, v)| matches!((c.stage(), v), (CardStage::AwaitingReply, evaluation::View::Holder) | (CardStage::Replied, evaluation::View::Assessor))).count();
    let flags = moderation::waiting(&mut conn, actor).await?.len();
    let proposed = changes::waiting(&mut conn, actor).await?;
    let keeps = actor.holds(Role::Administrator);
    let mut corrected = Vec::new();
    for (gov, n) in corrections::waiting(&mut conn, actor).await? {
        corrected.push((government(&mut conn, &gov).await?, n));
    }
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("desk-title"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let item = |href: String, label: String, n: usize| view! { <li><a href=href><strong>{label}</strong></a><span class={if n == 0 { "chip plain" } else { "chip wait" }}>{words.n("desk-waiting", n as i64)}</span></li> };
        let queues = counts.into_iter().map(|(status, n)| item(format!("/petugas/laporan?keadaan={status}"), words.t(&format!("queue-{status}")), n)).collect_view();
        let corrected = corrected
            .into_iter()
            .map(|(g, n)| item(format!("/petugas/direktori/{}/koreksi", g.slug), words.with("corrections-in", &[("government", &g.short_name)]), usize::try_from(n).unwrap_or_default()))
            .collect_view();
        let roles = actor.grants.iter().map(|g| view! { <li>{words.t(&format!("role-{}", g.role))} <span class="soft">{g.unit_name.clone()}</span></li> }).collect_view();
        view! {
            <h1>{words.t("desk-title")}</h1>
            {desk_nav(words, "/petugas")}
            <div class="two">
                <ul class="list">{queues}{item("/petugas/penilaian".into(), words.t("desk-evaluation"), waiting_cards)}{item("/petugas/moderasi".into(), words.t("desk-moderation"), flags)}{keeps.then(|| item("/petugas/direktori".into(), words.t("desk-changes"), proposed))}{corrected}</ul>
                <aside class="stack-tight"><h2>{words.t("desk-roles")}</h2><ul class="list">{roles}</ul></aside>
            </div>
        }
    }))
}

/// `/petugas/laporan`: one queue.
pub async fn list(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let asked = query.get("keadaan").and_then(|s| Status::parse(s)).filter(|s| QUEUES.contains(s));
    // Without a choice, the first queue that has something in it.
    let (mut chosen, mut cases) = (asked.unwrap_or(Status::Submitted), Vec::new());
    for status in asked.map_or_else(|| QUEUES.to_vec(), |s| vec![s]) {
        cases = queue(&mut conn, actor, status).await?;
        if !cases.is_empty() {
            chosen = status;
            break;
        }
    }
    let places: HashMap<String, Government> = governments(&mut conn).await?.into_iter().map(|g| (g.slug.clone(), g)).collect();
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("desk-cases"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let tabs = QUEUES
            .iter()
            .map(|s| view! { <a href=format!("/petugas/laporan?keadaan={s}") aria-current=(*s == chosen).then_some("page")>{words.t(&format!("queue-{s}"))}</a> })
            .collect_view();
        let none = cases.is_empty().then(|| empty(words.t("queue-empty-title"), words.t("queue-empty"), None));
        let items = cases
            .into_iter()
            .map(|c| {
                let place = places.get(&c.government);
                queue_item(words, c, place, visitor.now)
            })
            .collect_view();
        view! {
            <h1>{words.t("desk-cases")}</h1>
            {desk_nav(words, "/petugas/laporan")}
            <nav class="tabs" aria-label=words.t("queue-label")>{tabs}</nav>
            {none}
            <ul class="list queue">{items}</ul>
        }
    }))
}

fn queue_item(words: &'static Words, case: QueuedCase, place: Option<&Government>, now: Millis) -> impl IntoView + use<> {
    let (offset, today, name) = place.map_or((7, String::new(), String::new()), |g| (g.utc_offset_hours, g.today(now), g.short_name.clone()));
    let due = if case.status == Status::Submitted { case.verify_due.clone() } else { case.answer_due.clone() };
    let answered = case.status == Status::Responded;
    let late = due.as_deref().is_some_and(|d| d < today.as_str()) && !answered;
    let detail =
        [Some(case.reference.clone()), Some(name), case.unit_name, Some(words.t(&format!("kind-{}", case.kind))), Some(dates::moment_day(words, case.received_at, offset))]
            .into_iter()
            .flatten()
            .filter(|t| !t.is_empty())
            .collect::<Vec<_>>()
            .join(" · ");
    let due = due.filter(|_| !answered).map(|d| words.with(if late { "due-was" } else { "due-is" }, &[("date", &dates::day(words, &d))]));
    view! {
        <li class=late.then_some("late")>
            <a href=format!("/petugas/laporan/{}", case.reference)><strong>{case.title}</strong></a>
            <span class="soft">{detail}</span>
            <span class="flags">{(case.protection != Protection::Public).then(|| protection_chip(words, case.protection))}{due.map(|text| view! { <span class=if late { "chip late" } else { "chip wait" }>{text}</span> })}</span>
        </li>
    }
}

/// `/petugas/laporan/{ref}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(reference): Path<String>) -> Result<Response, PageError> {
    draw(&app, &visitor, &reference, &Form::default(), Problems::default()).await
}

pub async fn act(State(app): State<App>, visitor: Visitor, Path(reference): Path<String>, mut form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let portal = &app.portal;
    let done = match form.get("aksi") {
        "terima" => match AcceptInput::parse(form.get("judul"), form.get("teks"), form.get("perlindungan"), form.get("jenis"), form.get("unit"), form.get("unsur")) {
            Ok(input) => feedback::accept(portal, actor, &reference, &input).await,
            Err(problems) => Err(Error::Invalid(problems)),
        },
        "arsipkan" => match ArchiveInput::parse(form.get("alasan"), form.get("catatan")) {
            Ok(input) => feedback::archive(portal, actor, &reference, &input).await,
            Err(problems) => Err(Error::Invalid(problems)),
        },
        "kemajuan" => match note("kemajuan", form.get("kemajuan")) {
            Ok(note) => feedback::progress(portal, actor, &reference, &note).await,
            Err(problems) => Err(Error::Invalid(problems)),
        },
        "jawab" => answer_from(&app, actor, &reference, &mut form).await?,
        "tahan-foto" => match (photo_reason(form.get("alasan-foto")), form.get("foto-nomor").parse()) {
            (Ok(reason), Ok(number)) => feedback::withhold_photo(portal, actor, &reference, number, reason).await,
            (Err(problems), _) => Err(Error::Invalid(problems)),
            (_, Err(_)) => return Err(PageError::BadForm),
        },
        _ => return Err(PageError::BadForm),
    };
    match done {
        Ok(()) => {
            say(&visitor, "desk-done").await?;
            // A verifier who assigned it may have no desk for it any more; their queue is always there.
            Ok(Redirect::to("/petugas/laporan").into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, &reference, &form, problems).await,
        Err(e) => Err(e.into()),
    }
}

/// What the forms of the page need.
struct Sheet {
    case: StaffCase,
    desks: Vec<Desk>,
    units: Vec<(String, String)>,
    suggested: String,
    photos: Vec<CasePhoto>,
    alike: Vec<Alike>,
    /// What the program proposes to a verifier.
    help: Option<Help>,
}

/// An answer with its photos, which are kept at once: with problems the form comes back with them.
async fn answer_from(app: &App, actor: &Actor, reference: &str, form: &mut Form) -> Result<domain::Result<()>, PageError> {
    let mut conn = app.portal.db.read().await?;
    let (case, _) = staff_case(&mut conn, actor, reference).await?;
    let today = government(&mut conn, &case.government).await?.today(app.portal.now());
    drop(conn);
    let mut files: Vec<String> = form.all("foto-tersimpan").into_iter().filter(|f| is_file_name(f)).collect();
    let before = files.len();
    let mut problems = keep_photos(app, &mut files, form).await?;
    files[before..].iter().for_each(|file| form.put("foto-tersimpan", file.clone()));
    let photos = PhotosInput::parse(files, form.get("foto-tanggal"), form.get("foto-tempat"), &today);
    let input = AnswerInput::parse(form.get("hasil"), form.get("jawaban"));
    for wrong in [input.as_ref().err(), photos.as_ref().err()].into_iter().flatten() {
        wrong.0.iter().for_each(|p| problems.add(p.field, p.fault));
    }
    match (input, photos) {
        (Ok(input), Ok(photos)) if problems.is_empty() => Ok(feedback::answer_with_photos(&app.portal, actor, reference, &input, &photos).await),
        _ => Ok(Err(Error::Invalid(problems))),
    }
}

async fn draw(app: &App, visitor: &Visitor, reference: &str, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let (case, desks) = staff_case(&mut conn, actor, reference).await?;
    let government = government(&mut conn, &case.government).await?;
    let today = government.today(visitor.now);
    let steps = feedback::steps(&mut conn, case.id).await?;
    let mut sheet = Sheet { case, desks, units: Vec::new(), suggested: String::new(), photos: Vec::new(), alike: Vec::new(), help: None };
    sheet.photos = photos_of(&mut conn, sheet.case.id).await?;
    sheet.alike = photos_alike(&app.portal, &mut conn, actor, sheet.case.id).await?;
    if sheet.desks.contains(&Desk::Verifier) && sheet.case.status == Status::Submitted {
        let suggested = feedback::suggested_unit(&mut conn, &sheet.case).await?;
        let all = units::list(&mut conn, &government.slug, &today).await?;
        sheet.suggested = all.iter().find(|u| Some(u.id) == suggested).map(|u| u.slug.clone()).unwrap_or_default();
        sheet.help = Some(help(&mut conn, &sheet.case, visitor.now).await?);
        sheet.units = all.into_iter().map(|u| (u.slug, u.name)).collect();
    }
    drop(conn);
    let words = visitor.words;
    let page = Page { title: sheet.case.reference.clone(), section: Section::Staff, wrong: !problems.is_empty(), islands: answers_here(&sheet), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let case = &sheet.case;
        let answered = matches!(case.status, Status::Responded | Status::Closed | Status::Archived);
        let address = format!("/{}/laporan/{}", case.government, case.reference);
        let public = case.published_at.map(|_| view! { <p><a href=format!("/{}/laporan/{}", case.government, case.reference)>{words.t("desk-see-public")}</a></p> });
        let published = case.public_text.clone().filter(|t| *t != case.text).map(|t| view! { <section class="stack-tight"><h2>{words.t("desk-public-text")}</h2>{prose(&t)}</section> });
        view! {
            {crumbs(words, vec![("/petugas".into(), words.t("desk-title")), ("/petugas/laporan".into(), words.t("desk-cases"))], case.reference.clone())}
            {error_summary(words, &problems)}
            <div class="two">
                <article class="stack">
                    <h1>{case.title.clone()}</h1>
                    <p class="actions">{case_chip(words, case.status, None, case.answer_due.as_deref(), answered, &today)}{protection_chip(words, case.protection)}{deadline(words, case.answer_due.as_deref(), answered, &today)}</p>
                    <section class="stack-tight"><h2>{words.t("desk-original")}</h2>{prose(&case.text)}{sent_photos(words, &address, &sheet.photos, true)}</section>
                    {published}
                    {answer_photos(words, &address, &sheet.photos, true)}
                    {alike_photos(words, &sheet.alike)}
                    {sheet.desks.contains(&Desk::Verifier).then(|| withhold_forms(words, case, &sheet.photos, &only(form, "tahan-foto", &problems), form.get("foto-nomor")))}
                    {sheet.help.as_ref().map(|help| help_for_verifier(words, help, &government))}
                    {(case.status == Status::Submitted && sheet.desks.contains(&Desk::Verifier)).then(|| verify_forms(words, &sheet, form, &problems))}
                    {answers_here(&sheet).then(|| handle_forms(words, &case.reference, &today, form, &problems))}
                    <h2>{words.t("case-journey")}</h2>
                    {timeline(words, steps, case.status, case.verify_due.as_deref(), case.answer_due.as_deref(), government.utc_offset_hours)}
                </article>
                <aside class="stack">{facts(words, case, &government)}{public}<p class="soft">{words.t("desk-identity")}</p></aside>
            </div>
        }
    }))
}

/// Whether whoever looks may answer now; the form has an island for its photos.
fn answers_here(sheet: &Sheet) -> bool {
    let works = sheet.desks.iter().any(|d| matches!(d, Desk::Handler | Desk::Inspector));
    works && matches!(sheet.case.status, Status::Assigned | Status::InProgress | Status::Disputed)
}

fn facts(words: &'static Words, case: &StaffCase, government: &Government) -> impl IntoView + use<> {
    let row = |key: &str, value: Option<String>| value.filter(|v| !v.is_empty()).map(|v| view! { <div><dt>{words.t(key)}</dt><dd>{v}</dd></div> });
    view! {
        <div class="card stack-tight"><h2>{words.t("case-about")}</h2>
            <dl class="stack-tight contact">
                {row("check-kind", Some(words.t(&format!("kind-{}", case.kind))))}
                {row("kind-service", case.service_name.clone())}
                {row("kind-position", case.position_title.clone())}
                {row("kind-unit", case.unit_name.clone())}
                {row("desk-handling", case.handling_unit_name.clone())}
                {row("check-area", case.area_name.clone())}
                {row("check-place", Some(case.place.clone()))}
                {row("check-date", case.happened_on.as_deref().map(|d| dates::long_day(words, d)))}
                {row("desk-received", Some(dates::moment(words, case.received_at, government.utc_offset_hours)))}
                {row("desk-verify-due", case.verify_due.as_deref().filter(|_| case.status == Status::Submitted).map(|d| dates::long_day(words, d)))}
                {row("desk-outcome", case.outcome.as_ref().map(|o| words.t(&format!("outcome-{o}"))))}
            </dl>
        </div>
    }
}

/// The word typed before, or what the case says.
fn typed(form: &Form, acting: &str, field: &str, otherwise: &str) -> String {
    if form.get("aksi") == acting { form.get(field).to_owned() } else { otherwise.to_owned() }
}

/// Problems belong to the form that was sent; the other forms of the page have none.
fn only(form: &Form, acting: &str, problems: &Problems) -> Problems {
    if form.get("aksi") == acting { problems.clone() } else { Problems::default() }
}

fn verify_forms(words: &'static Words, sheet: &Sheet, form: &Form, problems: &Problems) -> impl IntoView + use<> {
    let case = &sheet.case;
    let action = format!("/petugas/laporan/{}", case.reference);
    let (accepting, archiving) = (only(form, "terima", problems), only(form, "arsipkan", problems));
    let protections = Protection::ALL
        .iter()
        .filter(|p| **p >= case.protection)
        .map(|p| Choice { value: p.to_string(), label: words.t(&format!("protection-{p}")), hint: Some(words.t(&format!("protection-{p}-staff"))) })
        .collect();
    let kinds = Kind::ALL.iter().filter(|k| case.kind != Kind::Misconduct || **k == Kind::Misconduct).map(|k| (k.to_string(), words.t(&format!("kind-{k}")))).collect();
    let elements = std::iter::once((String::new(), words.t("element-none"))).chain(Element::ALL.iter().map(|e| (e.to_string(), words.t(&format!("element-{e}"))))).collect();
    let mut units = sheet.units.clone();
    units.insert(0, (String::new(), words.t("send-choose")));
    let reasons = ArchiveReason::ALL.iter().map(|r| Choice::plain(r.as_str(), words.t(&format!("archive-{r}")))).collect();
    view! {
        <section class="card stack" aria-labelledby="terima"><h2 id="terima">{words.t("desk-accept-title")}</h2>
            <form class="stack" method="post" action=action.clone() novalidate="novalidate">
                {line_field(words, &accepting, "judul", words.t("desk-headline"), Some(words.t("desk-headline-hint")), "text", "off", &typed(form, "terima", "judul", &case.title))}
                {text_area(words, &accepting, "teks", words.t("desk-public-text"), Some(words.t("desk-public-text-hint")), 6, &typed(form, "terima", "teks", &masked(&case.text)))}
                {choices(words, &accepting, "perlindungan", words.t("desk-protection"), protections, &typed(form, "terima", "perlindungan", case.protection.as_str()))}
                {option_list(words, &accepting, "jenis", words.t("check-kind"), None, kinds, &typed(form, "terima", "jenis", case.kind.as_str()))}
                {option_list(words, &accepting, "unit", words.t("desk-unit"), Some(words.t("desk-unit-hint")), units, &typed(form, "terima", "unit", &sheet.suggested))}
                {option_list(words, &accepting, "unsur", words.t("desk-element"), None, elements, &typed(form, "terima", "unsur", ""))}
                <p><button class="button" name="aksi" value="terima">{words.t("desk-accept")}</button></p>
            </form>
        </section>
        <details class="card" open=!archiving.is_empty()><summary>{words.t("desk-archive-title")}</summary>
            <form class="stack" method="post" action=action novalidate="novalidate">
                {choices(words, &archiving, "alasan", words.t("desk-archive-reason"), reasons, &typed(form, "arsipkan", "alasan", ""))}
                {text_area(words, &archiving, "catatan", words.t("desk-archive-note"), Some(words.t("desk-archive-note-hint")), 3, &typed(form, "arsipkan", "catatan", ""))}
                <p><button class="button danger" name="aksi" value="arsipkan">{words.t("desk-archive")}</button></p>
            </form>
        </details>
    }
}

fn handle_forms(words: &'static Words, reference: &str, today: &str, form: &Form, problems: &Problems) -> impl IntoView + use<> {
    let action = format!("/petugas/laporan/{reference}");
    let kept = if form.get("aksi") == "jawab" { form.all("foto-tersimpan") } else { Vec::new() };
    let (reporting, answering) = (only(form, "kemajuan", problems), only(form, "jawab", problems));
    let outcomes =
        Outcome::ALL.iter().map(|o| Choice { value: o.to_string(), label: words.t(&format!("outcome-{o}")), hint: Some(words.t(&format!("outcome-{o}-hint"))) }).collect();
    view! {
        <section class="card stack" aria-labelledby="jawab"><h2 id="jawab">{words.t("desk-answer-title")}</h2>
            <form class="stack" method="post" action=action.clone() enctype="multipart/form-data" novalidate="novalidate">
                {choices(words, &answering, "hasil", words.t("desk-outcome"), outcomes, &typed(form, "jawab", "hasil", ""))}
                {text_area(words, &answering, "jawaban", words.t("desk-answer"), Some(words.t("desk-answer-hint")), 6, &typed(form, "jawab", "jawaban", ""))}
                {photo_field(words, &answering, &kept, words.t("desk-answer-photos"), words.t("desk-answer-photos-hint"))}
                {day_field(words, &answering, "foto-tanggal", words.t("desk-photos-taken-on"), words.t("desk-photos-taken-hint"), &typed(form, "jawab", "foto-tanggal", ""), today)}
                {line_field(words, &answering, "foto-tempat", words.t("desk-photos-taken-at"), None, "text", "off", &typed(form, "jawab", "foto-tempat", ""))}
                <p><button class="button" name="aksi" value="jawab">{words.t("desk-answer-button")}</button></p>
            </form>
        </section>
        <details class="card" open=!reporting.is_empty()><summary>{words.t("desk-progress-title")}</summary>
            <form class="stack" method="post" action=action novalidate="novalidate">
                {text_area(words, &reporting, "kemajuan", words.t("desk-progress"), Some(words.t("desk-progress-hint")), 3, &typed(form, "kemajuan", "kemajuan", ""))}
                <p><button class="button quiet" name="aksi" value="kemajuan">{words.t("desk-progress-button")}</button></p>
            </form>
        </details>
    }
}
