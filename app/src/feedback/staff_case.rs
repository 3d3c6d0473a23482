//! `/petugas/laporan/{ref}`: working on one case. The forms carry the version they were made from; who was second is told
//! what changed meanwhile, and nothing typed is lost.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::redirects::redirects;
use domain::directory::{Government, government, units};
use domain::error::Refusal;
use domain::evaluation::card_of_case;
use domain::feedback::identity::requests;
use domain::feedback::photo_alike::{Alike, photos_alike};
use domain::feedback::{self, Act, CasePhoto, Colleague, Deadline, Desk, MessageBy, StaffCase, Template, act as take_step, photos_of, staff_case};
use domain::files::is_file_name;
use domain::ids::AccountId;
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::feedback::{
    AcceptInput, Action, AnswerInput, ArchiveInput, AskInput, HandInput, MergeInput, PhotosInput, ProgressInput, Protection, RedirectInput, ResumeInput, Status, leads, note,
    photo_reason, public_note,
};
use vocabulary::identity::message;
use vocabulary::personal::masked;
use vocabulary::{Fault, Problems};

use super::conflict::conflict;
use super::conversation::{Side, conversation};
use super::desk_help::{Help, alike_photos, help, help_for_verifier, release_forms, withhold_forms};
use super::gallery::{later_photos, sent_photos};
use super::rule_matter::{card_link, improve_link, rule_matter};
use super::send::keep_photos;
use super::staff_forms::{TEXTS, coordinate_forms, handle_forms, protect_forms, verify_forms};
use super::staff_holder::{holder, note_form};
use super::templates::filled;
use crate::components::{Dues, case_chip, crumbs, deadline, error_summary, level, prose, protection_chip, timeline};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// With `?templat=…&untuk=…` the form of that field comes filled from a template.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(reference): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let form = match query.get("templat") {
        Some(id) => from_template(&app, &visitor, &reference, id, query.get("untuk").map_or("jawaban", String::as_str)).await?,
        None => Form::default(),
    };
    draw(&app, &visitor, &reference, &form, Problems::default(), None).await
}

/// The form that a template fills, as if it had been typed.
async fn from_template(app: &App, visitor: &Visitor, reference: &str, id: &str, field: &str) -> Result<Form, PageError> {
    let doing = match field {
        "jawaban" => "jawab",
        "kemajuan" => "kemajuan",
        "pesan" => "pesan",
        _ => return Err(PageError::BadForm),
    };
    let mut conn = app.portal.db.read().await?;
    let (case, _) = staff_case(&mut conn, visitor.staff()?, reference).await?;
    let government = government(&mut conn, &case.government).await?;
    let unit = case.handling_unit_id.or(case.unit_id).ok_or(Error::NotFound)?;
    let template = feedback::templates_of(&mut conn, unit).await?.into_iter().find(|t| t.id.to_string() == id).ok_or(Error::NotFound)?;
    drop(conn);
    let mut form = Form::default();
    form.put("aksi", doing.into());
    form.put(field, filled(&template.body, Some(&case), &government, &government.today(visitor.now)));
    Ok(form)
}

pub async fn act(State(app): State<App>, visitor: Visitor, Path(reference): Path<String>, mut form: Form) -> Result<Response, PageError> {
    match done(&app, &visitor, &reference, &mut form).await {
        Ok(()) if matches!(form.get("aksi"), "ambil" | "lepaskan" | "catat") => {
            say(&visitor, "desk-kept").await?;
            Ok(Redirect::to(&format!("/petugas/laporan/{reference}")).into_response())
        }
        Ok(()) if matches!(form.get("aksi"), "pesan" | "dibaca") => Ok(Redirect::to(&format!("/petugas/laporan/{reference}#percakapan")).into_response()),
        Ok(()) => {
            say(&visitor, "desk-done").await?;
            // A verifier who assigned it may have no desk for it any more; their queue is always there.
            Ok(Redirect::to("/petugas/laporan").into_response())
        }
        Err(PageError::Domain(Error::Invalid(problems))) => draw(&app, &visitor, &reference, &form, problems, None).await,
        Err(PageError::Domain(Error::Refused(refusal))) => draw(&app, &visitor, &reference, &form, Problems::default(), Some(refusal)).await,
        Err(e) => Err(e),
    }
}

async fn done(app: &App, visitor: &Visitor, reference: &str, form: &mut Form) -> Result<(), PageError> {
    let actor = visitor.staff()?;
    if form.get("aksi") == "jawab" {
        return answer(app, visitor, reference, form).await;
    }
    let seen = form.get("versi").parse().ok();
    let step = async |step: Act<'_>| take_step(&app.portal, actor, reference, seen, step).await;
    let get = |field: &str| form.get(field);
    match get("aksi") {
        "terima" => {
            step(Act::Accept(&AcceptInput::parse(get("judul"), get("teks"), get("perlindungan"), get("jenis"), get("unit"), get("unsur")).map_err(Error::Invalid)?)).await?
        }
        "arsipkan" => step(Act::Archive(&ArchiveInput::parse(get("alasan"), get("catatan")).map_err(Error::Invalid)?)).await?,
        "tanyakan" => step(Act::AskInfo(&AskInput::parse(&form.all("perlu"), get("pertanyaan")).map_err(Error::Invalid)?)).await?,
        "gabungkan" => step(Act::Merge(&MergeInput::parse(get("induk"), get("alasan-gabung")).map_err(Error::Invalid)?)).await?,
        "pisahkan" => step(Act::Split(&note("alasan-pisah", get("alasan-pisah")).map_err(Error::Invalid)?)).await?,
        "teruskan" => step(Act::Redirect(&RedirectInput::parse(get("instansi"), get("instansi-lain"), get("penjelasan")).map_err(Error::Invalid)?)).await?,
        "kembalikan" => step(Act::NotOurs(&public_note("bukan-kami", get("bukan-kami")).map_err(Error::Invalid)?)).await?,
        "kerjakan" => step(Act::Take).await?,
        "kemajuan" => step(Act::Progress(&ProgressInput::parse(get("kemajuan"), get("pembaca")).map_err(Error::Invalid)?)).await?,
        "lanjutkan" => step(Act::Resume(&ResumeInput::parse("arahan", get("arahan"), get("unit-baru")).map_err(Error::Invalid)?)).await?,
        "buka-lagi" => step(Act::Reopen(&ResumeInput::parse("arahan", get("arahan"), get("unit-baru")).map_err(Error::Invalid)?)).await?,
        "tolak-buka" => step(Act::DeclineReopen(&public_note("alasan-tolak", get("alasan-tolak")).map_err(Error::Invalid)?)).await?,
        "tahan-foto" => {
            let reason = photo_reason(get("alasan-foto")).map_err(Error::Invalid)?;
            let number = get("foto-nomor").parse().map_err(|_| PageError::BadForm)?;
            feedback::withhold_photo(&app.portal, actor, reference, number, reason).await?;
        }
        "ambil" => step(Act::Hand(&HandInput { to: Some(actor.account.to_string()), note: String::new() })).await?,
        "lepaskan" => step(Act::Hand(&HandInput { to: None, note: String::new() })).await?,
        "serahkan" => step(Act::Hand(&HandInput::parse(get("petugas"), get("pesan-serah")).map_err(Error::Invalid)?)).await?,
        "catat" => step(Act::Note(&note("catatan-dalam", get("catatan-dalam")).map_err(Error::Invalid)?)).await?,
        "tandai-aturan" => feedback::mark_rule_matter(&app.portal, actor, reference, &public_note("aturan", get("aturan")).map_err(Error::Invalid)?).await?,
        "cabut-aturan" => {
            feedback::unmark_rule_matter(&app.portal, actor, reference, &public_note("alasan-cabut-aturan", get("alasan-cabut-aturan")).map_err(Error::Invalid)?).await?
        }
        "tampilkan-foto" => {
            let why = note("alasan-tampil", get("alasan-tampil")).map_err(Error::Invalid)?;
            let number = get("foto-nomor").parse().map_err(|_| PageError::BadForm)?;
            feedback::release_photo(&app.portal, actor, reference, number, &why).await?;
        }
        "lindungi" => step(Act::Protect(&note("alasan-lindungi", get("alasan-lindungi")).map_err(Error::Invalid)?)).await?,
        "sembunyikan" => {
            let number = hidden_step(get("langkah-sembunyi"));
            let why = note("alasan-sembunyi", get("alasan-sembunyi"));
            match (number, why) {
                (Ok(number), Ok(why)) => step(Act::HideWords(number, &why)).await?,
                (number, why) => return Err(Error::Invalid(Problems(number.err().into_iter().chain(why.err()).flat_map(|p| p.0).collect())).into()),
            }
        }
        "pesan" => feedback::write_as_staff(&app.portal, actor, reference, &message(get("pesan")).map_err(Error::Invalid)?).await?,
        "dibaca" => feedback::mark_read(&app.portal, actor, reference).await?,
        _ => return Err(PageError::BadForm),
    }
    Ok(())
}

/// The number of the step whose words are hidden.
fn hidden_step(typed: &str) -> Result<i64, Problems> {
    typed.parse().map_err(|_| {
        let mut problems = Problems::default();
        problems.add("langkah-sembunyi", if typed.is_empty() { Fault::Missing } else { Fault::UnknownChoice });
        problems
    })
}

/// An answer with its photos, which are kept at once: with problems the form comes back with them.
async fn answer(app: &App, visitor: &Visitor, reference: &str, form: &mut Form) -> Result<(), PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let (case, _) = staff_case(&mut conn, actor, reference).await?;
    let today = government(&mut conn, &case.government).await?.today(visitor.now);
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
        (Ok(input), Ok(photos)) if problems.is_empty() => Ok(take_step(&app.portal, actor, reference, form.get("versi").parse().ok(), Act::Answer(&input, &photos)).await?),
        _ => Err(Error::Invalid(problems).into()),
    }
}

/// What the forms of the page need.
pub(super) struct Sheet {
    pub case: StaffCase,
    pub desks: Vec<Desk>,
    /// Slugs and names of units that may answer.
    pub units: Vec<(String, String)>,
    /// Keys and names of what other offices do.
    pub offices: Vec<(String, String)>,
    pub suggested: String,
    /// Whether the unit may still give it back.
    pub returns: bool,
    pub photos: Vec<CasePhoto>,
    pub alike: Vec<Alike>,
    /// Who may have it.
    pub colleagues: Vec<Colleague>,
    pub templates: Vec<Template>,
    pub me: AccountId,
    /// What the program proposes to a verifier.
    pub help: Option<Help>,
    pub today: String,
}

impl Sheet {
    /// Whether this desk may take this step now.
    pub fn offers(&self, desk: Desk, action: Action) -> bool {
        self.desks.contains(&desk) && leads(self.case.status, action)
    }

    /// Whether whoever looks works on the case, and does not only watch over it.
    pub fn works_on_it(&self) -> bool {
        self.desks.iter().any(|d| *d != Desk::Overseer)
    }

    /// Whether whoever looks may answer now; the form has an island for its photos.
    pub fn answers_here(&self) -> bool {
        let works = self.desks.iter().any(|d| matches!(d, Desk::Handler | Desk::Inspector));
        works && matches!(self.case.status, Status::Assigned | Status::InProgress | Status::Disputed)
    }
}

async fn draw(app: &App, visitor: &Visitor, reference: &str, form: &Form, problems: Problems, refused: Option<Refusal>) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let (case, desks) = staff_case(&mut conn, actor, reference).await?;
    let government = government(&mut conn, &case.government).await?;
    let today = government.today(visitor.now);
    let steps = feedback::steps_for_staff(&mut conn, case.id).await?;
    let stands = case.clock().stands(&mut conn, &today).await?;
    let messages = feedback::messages(&app.portal, &mut conn, MessageBy::Staff(actor, reference)).await?;
    let may_ask = requests(&mut conn, actor, reference).await.is_ok();
    let photos = photos_of(&mut conn, case.id).await?;
    let rule = feedback::is_rule_matter(&mut conn, case.id).await?;
    let card = card_of_case(&app.portal, &mut conn, actor, case.id).await?;
    let alike = photos_alike(&app.portal, &mut conn, actor, case.id).await?;
    let mut sheet = Sheet {
        case,
        desks,
        units: Vec::new(),
        offices: Vec::new(),
        suggested: String::new(),
        returns: false,
        photos,
        alike,
        colleagues: Vec::new(),
        templates: Vec::new(),
        me: actor.account,
        help: None,
        today: today.clone(),
    };
    sheet.colleagues = feedback::colleagues(&mut conn, &sheet.case).await?;
    if let Some(unit) = sheet.case.handling_unit_id {
        sheet.templates = feedback::templates_of(&mut conn, unit).await?;
    }
    if sheet.offers(Desk::Verifier, Action::Dispatch) {
        sheet.help = Some(help(&mut conn, &sheet.case, visitor.now).await?);
    }
    if sheet.desks.iter().any(|d| matches!(d, Desk::Verifier | Desk::Overseer)) && matches!(sheet.case.status, Status::Submitted | Status::Escalated | Status::Closed) {
        let suggested = feedback::suggested_unit(&mut conn, &sheet.case).await?;
        let all = units::list(&mut conn, &government.slug, &today).await?;
        sheet.suggested = all.iter().find(|u| Some(u.id) == suggested).map(|u| u.slug.clone()).unwrap_or_default();
        sheet.units = all.into_iter().map(|u| (u.slug, u.name)).collect();
        let english = visitor.words.is_english();
        sheet.offices = redirects(&mut conn)
            .await?
            .into_iter()
            .map(|r| if english { (r.key, format!("{} – {}", r.name_en, r.office_en)) } else { (r.key, format!("{} – {}", r.name, r.office)) })
            .collect();
    }
    if sheet.case.status == Status::Assigned {
        sheet.returns = feedback::bounces(&mut conn, sheet.case.id).await? < domain::rules::in_force(&mut conn, "feedback.bounces", &today).await?.value;
    }
    drop(conn);
    let words = visitor.words;
    let page = Page { title: sheet.case.reference.clone(), section: Section::Staff, wrong: !problems.is_empty(), islands: sheet.answers_here(), private: true, ..Page::default() };
    let mut response = visitor.page(app, None, page, || {
        let case = &sheet.case;
        let answered = !matches!(stands, Deadline::Late { .. } | Deadline::Running { .. });
        let address = format!("/{}/laporan/{}", case.government, case.reference);
        let public = case.published_at.map(|_| view! { <p><a href=format!("/{}/laporan/{}", case.government, case.reference)>{words.t("desk-see-public")}</a></p> });
        // The unit reads what the verifier made of the words of who is protected; the verifier and who inquires read both.
        let reads_all = case.protection == Protection::Public || sheet.desks.iter().any(|d| matches!(d, Desk::Verifier | Desk::Inspector));
        let (told, text) = if reads_all { ("desk-original", case.text.clone()) } else { ("desk-original-masked", case.public_text.clone().unwrap_or_else(|| masked(&case.text))) };
        let public_words = case.public_text.clone().filter(|_| reads_all).filter(|t| *t != case.text).map(|t| view! { <section class="stack-tight"><h2>{words.t("desk-public-text")}</h2>{prose(&t)}</section> });
        let dues = Dues { verify: case.verify_due.as_deref(), answer: case.answer_due.as_deref(), info: case.info_due.as_deref(), reply: case.reply_due.as_deref() };
        let conflict = refused.map(|refusal| conflict(words, refusal, form, TEXTS, &steps, government.utc_offset_hours));
        view! {
            {crumbs(words, vec![("/petugas".into(), words.t("desk-title")), ("/petugas/laporan".into(), words.t("desk-cases"))], case.reference.clone())}
            {conflict}
            {error_summary(words, &problems)}
            <div class="two">
                <article class="stack">
                    <h1>{case.title.clone()}</h1>
                    <p class="actions">{case_chip(words, case.status, case.closed_reason.as_deref(), case.answer_due.as_deref(), answered, &today)}{protection_chip(words, case.protection)}{deadline(words, &stands)}</p>
                    {level(words, case.status, case.escalation_level)}
                    {sheet.works_on_it().then(|| holder(words, &sheet, form, &problems))}
                    {case.withdrawn_at.filter(|_| case.status != Status::Withdrawn).map(|_| view! { <p class="notice">{words.t("step-withdrawn_ex_officio")}</p> })}
                    <section class="stack-tight"><h2>{words.t(told)}</h2>{prose(&text)}{sent_photos(words, &address, &sheet.photos, true)}</section>
                    {public_words}
                    {later_photos(words, &address, &sheet.photos, true)}
                    {alike_photos(words, &sheet.alike)}
                    {sheet.desks.contains(&Desk::Verifier).then(|| withhold_forms(words, case, &sheet.photos, &only(form, "tahan-foto", &problems), form.get("foto-nomor")))}
                    {sheet.desks.contains(&Desk::Verifier).then(|| release_forms(words, case, &sheet.photos, &only(form, "tampilkan-foto", &problems), form))}
                    {sheet.help.as_ref().map(|help| help_for_verifier(words, help, &government))}
                    {verify_forms(words, &sheet, form, &problems)}
                    {coordinate_forms(words, &sheet, form, &problems)}
                    {protect_forms(words, &sheet, &steps, form, &problems, government.utc_offset_hours)}
                    {pick_template(words, &sheet)}
                    {handle_forms(words, &sheet, form, &problems)}
                    {note_form(words, &sheet, form, &problems)}
                    {rule_matter(words, case, rule.as_ref(), form, &problems, government.utc_offset_hours)}
                    <h2>{words.t("case-journey")}</h2>
                    {timeline(words, steps, case.status, dues, government.utc_offset_hours)}
                    {sheet.works_on_it().then(|| conversation(words, Side::Staff, messages, format!("/petugas/laporan/{}", case.reference), &problems, if form.get("aksi") == "pesan" { form.get("pesan") } else { "" }, government.utc_offset_hours))}
                </article>
                <aside class="stack">{facts(words, case, &government)}{public}{card.as_ref().map(|card| card_link(words, card))}{sheet.desks.contains(&Desk::Handler).then(|| improve_link(words, case))}{(case.status == Status::Redirected && sheet.desks.contains(&Desk::Verifier)).then(|| view! { <p><a href=format!("/petugas/laporan/{}/terusan", case.reference)>{words.t("forward-link")}</a></p> })}<p class="soft">{words.t("desk-identity")}</p>{may_ask.then(|| view! { <p><a href=format!("/petugas/laporan/{}/identitas", case.reference)>{words.t("desk-identity-link")}</a></p> })}</aside>
            </div>
        }
    });
    if refused.is_some() {
        *response.status_mut() = StatusCode::CONFLICT;
    } else if problems.are_ours() {
        *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    }
    Ok(response)
}

/// Problems belong to the form that was sent; the other forms of the page have none.
fn only(form: &Form, acting: &str, problems: &Problems) -> Problems {
    if form.get("aksi") == acting { problems.clone() } else { Problems::default() }
}

/// Choosing a template of a reply: the page comes back with the form filled.
fn pick_template(words: &'static Words, sheet: &Sheet) -> Option<impl IntoView + use<>> {
    (!sheet.templates.is_empty()).then(|| {
        let options = sheet.templates.iter().map(|t| view! { <option value=t.id.to_string()>{t.name.clone()}</option> }).collect_view();
        let targets: &[&str] = if sheet.answers_here() { &["jawaban", "kemajuan", "pesan"] } else { &["pesan"] };
        let targets = targets.iter().map(|field| view! { <option value=*field>{words.t(&format!("template-for-{field}"))}</option> }).collect_view();
        view! {
            <form class="filters card" action=format!("/petugas/laporan/{}", sheet.case.reference)>
                <div class="field"><label for="templat">{words.t("template-pick")}</label><select id="templat" name="templat">{options}</select></div>
                <div class="field"><label for="untuk">{words.t("template-for")}</label><select id="untuk" name="untuk">{targets}</select></div>
                <button class="button quiet">{words.t("template-use")}</button>
                <a href=format!("/petugas/laporan/templat?pemerintah={}", sheet.case.government)>{words.t("templates-title")}</a>
            </form>
        }
    })
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
                {row("desk-received", Some(dates::moment_day(words, case.received_at, government.utc_offset_hours)))}
                {row("desk-verify-due", case.verify_due.as_deref().filter(|_| case.status == Status::Submitted).map(|d| dates::long_day(words, d)))}
                {row("desk-follow-up-due", case.follow_up_due.as_deref().filter(|_| case.status == Status::Assigned).map(|d| dates::long_day(words, d)))}
                {row("desk-merged-into", case.merged_into.clone())}
                {row("desk-redirected", case.redirected_office.clone())}
                {row("desk-outcome", case.outcome.as_ref().map(|o| words.t(&format!("outcome-{o}"))))}
            </dl>
        </div>
    }
}
