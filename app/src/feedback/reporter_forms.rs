//! What the reporter may do at `/lacak/laporan`, by the state of the case: complete, confirm or contest, withdraw, bring
//! new evidence, and say four weeks later whether it is still solved.

use domain::feedback::{self, Said, TrackedCase};
use domain::files::is_file_name;
use domain::{Error, Result};
use leptos::prelude::*;
use vocabulary::feedback::{Action, Kind, PHOTOS_MOST, Status, StillSolved, leads, note, still_solved};
use vocabulary::{Fault, Problem, Problems, text};

use super::photo_editor::photo_field;
use super::send::keep_photos;
use crate::components::{Choice, choices, text_area};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::shell::App;
use crate::words::Words;

/// Whether the page has its one field for photos: where something may be proved.
pub(super) const fn takes_photos(status: Status, open: &Open) -> bool {
    matches!(status, Status::NeedsInfo | Status::Responded) || matches!(status, Status::Closed) && open.reopens
}

/// Does what the form says; none where it says nothing that we know. Photos are kept before anything is refused, and
/// travel with the form.
///
/// # Errors
/// What is wrong with the form, or what the rules refuse.
pub(super) async fn act(app: &App, case: &TrackedCase, form: &mut Form) -> Option<Result<(), PageError>> {
    let portal = &app.portal;
    let (mut photos, wrong) = match form.get("aksi") {
        "konfirmasi" | "bantah" | "lengkapi" | "minta-buka" => match photos_of(app, form).await {
            Ok(brought) => brought,
            Err(e) => return Some(Err(e)),
        },
        _ => (Vec::new(), Problems::default()),
    };
    let optional = |field: &'static str| said(field, text::paragraphs(form.get(field), 0, 2000).map_err(|fault| Problems(vec![Problem { field, fault }])), &wrong);
    let required = |field: &'static str| said(field, note(field, form.get(field)), &wrong);
    let photos = &mut photos;
    let done = match form.get("aksi") {
        "konfirmasi" => match optional("catatan") {
            Ok(note) => feedback::confirm(portal, case.id, Said { note: &note, photos }).await,
            Err(e) => Err(e),
        },
        "bantah" => match required("catatan") {
            Ok(note) => feedback::contest(portal, case.id, Said { note: &note, photos }).await,
            Err(e) => Err(e),
        },
        "lengkapi" => match required("pelengkap") {
            Ok(note) => feedback::complete(portal, case.id, Said { note: &note, photos }).await,
            Err(e) => Err(e),
        },
        "cabut" => match optional("alasan-cabut") {
            Ok(note) => feedback::withdraw(portal, case.id, &note).await,
            Err(e) => Err(e),
        },
        "minta-buka" => match required("bukti-baru") {
            Ok(note) => feedback::ask_reopen(portal, case.id, Said { note: &note, photos }).await,
            Err(e) => Err(e),
        },
        "masih" => match still_solved(form.get("masih")) {
            Ok(said) => feedback::say_still(portal, case.id, said).await,
            Err(problems) => Err(Error::Invalid(problems)),
        },
        _ => return None,
    };
    Some(done.map_err(PageError::from))
}

/// The words of a form whose photos may be wrong too: every problem at once.
fn said(field: &'static str, typed: std::result::Result<String, Problems>, wrong: &Problems) -> Result<String> {
    let mut problems = wrong.clone();
    match typed {
        Ok(text) if problems.is_empty() => return Ok(text),
        Ok(_) => {}
        Err(faults) => faults.0.iter().for_each(|p| problems.add(field, p.fault)),
    }
    Err(Error::Invalid(problems))
}

/// The photos that came with the form, now or before, kept; the form comes back with those that are still there.
async fn photos_of(app: &App, form: &mut Form) -> Result<(Vec<String>, Problems), PageError> {
    let (mut there, mut problems) = (Vec::new(), Problems::default());
    for file in form.all("foto-tersimpan").into_iter().filter(|f| is_file_name(f)).take(PHOTOS_MOST) {
        match app.portal.files.read(&file).await {
            Ok(_) => there.push(file),
            // A page that lay open for days: they were deleted, and are asked for again.
            Err(Error::NotFound) => problems.add("foto", Fault::FileBroken),
            Err(e) => return Err(e.into()),
        }
    }
    problems.0.extend(keep_photos(app, &mut there, form).await?.0);
    form.set_all("foto-tersimpan", &there);
    Ok((there, problems))
}

/// What of the page's forms depends on days.
pub(super) struct Open {
    /// Whether new evidence may still be brought, and was not brought already.
    pub reopens: bool,
    /// Whether it was contested before, so that a second time it goes above the unit.
    pub contested: bool,
}

pub(super) fn forms(words: &'static Words, case: &TrackedCase, open: &Open, form: &Form, problems: &Problems) -> Vec<AnyView> {
    let mut shown = Vec::new();
    let typed = |field: &str| form.get(field).to_owned();
    let photos = || photo_field(words, problems, &form.all("foto-tersimpan"), words.t("track-photos"), words.t("track-photos-hint"));
    match case.status {
        Status::NeedsInfo => {
            let due = case.info_due.as_deref().map(|d| words.with("track-complete-by", &[("date", &dates::long_day(words, d))]));
            let area = text_area(words, problems, "pelengkap", words.t("track-complete"), Some(words.t("track-complete-hint")), 5, &typed("pelengkap"));
            shown.push(section(words, "lengkapi", "track-complete-title", due, (area, photos()), "button"));
        }
        Status::Responded => {
            let hint = if open.contested { words.t("track-contest-again") } else { words.t("track-note-hint") };
            let reply = case.reply_due.as_deref().map(|d| view! { <p>{words.with("track-reply-by", &[("date", &dates::long_day(words, d))])}</p> });
            let area = text_area(words, problems, "catatan", words.t("track-note"), Some(hint), 3, &typed("catatan"));
            shown.push(
                view! {
                    <section class="card stack" aria-labelledby="putuskan">
                        <h2 id="putuskan">{words.t("track-solved-question")}</h2>
                        {reply}
                        <form class="stack" method="post" action="/lacak/laporan" enctype="multipart/form-data" novalidate="novalidate">
                            {area}
                            {photos()}
                            <p class="actions">
                                <button class="button" name="aksi" value="konfirmasi">{words.t("track-confirm")}</button>
                                <button class="button quiet" name="aksi" value="bantah">{words.t("track-contest")}</button>
                            </p>
                        </form>
                    </section>
                }
                .into_any(),
            );
        }
        Status::Closed => {
            if case.asked_again_at.is_some() && case.still_solved.is_none() {
                let options = StillSolved::ALL.iter().map(|s| Choice::plain(s.as_str(), words.t(&format!("still-{s}")))).collect();
                let question = choices(words, problems, "masih", words.t("track-still-question"), options, &typed("masih"));
                shown.push(section(words, "masih", "track-still-title", None, question, "button"));
            }
            if case.reopen_asked_at.is_some() {
                shown.push(view! { <p class="notice">{words.t("track-reopen-waits")}</p> }.into_any());
            } else if open.reopens {
                let area = text_area(words, problems, "bukti-baru", words.t("track-reopen"), Some(words.t("track-reopen-hint")), 4, &typed("bukti-baru"));
                shown.push(folded(words, "minta-buka", "track-reopen-title", problems.of("bukti-baru").or(problems.of("foto")).is_some(), (area, photos())));
            }
        }
        _ => {}
    }
    if leads(case.status, Action::Withdraw) && case.withdrawn_at.is_none() {
        let hint = if case.kind == Kind::Misconduct { "track-withdraw-ex-officio" } else { "track-withdraw-hint" };
        let area = text_area(words, problems, "alasan-cabut", words.t("track-withdraw"), Some(words.t(hint)), 3, &typed("alasan-cabut"));
        shown.push(folded(words, "cabut", "track-withdraw-title", problems.of("alasan-cabut").is_some(), area));
    }
    shown
}

fn section(words: &'static Words, doing: &'static str, title: &str, lead: Option<String>, body: impl IntoView, class: &'static str) -> AnyView {
    let (heading, labelled) = (format!("{doing}-judul"), format!("{doing}-judul"));
    view! {
        <section class="card stack" aria-labelledby=labelled>
            <h2 id=heading>{words.t(title)}</h2>
            {lead.map(|text| view! { <p>{text}</p> })}
            <form class="stack" method="post" action="/lacak/laporan" enctype="multipart/form-data" novalidate="novalidate">
                {body.into_any()}
                <p><button class=class name="aksi" value=doing>{words.t(&format!("track-do-{doing}"))}</button></p>
            </form>
        </section>
    }
    .into_any()
}

fn folded(words: &'static Words, doing: &'static str, title: &str, open: bool, body: impl IntoView) -> AnyView {
    view! {
        <details class="card" open=open><summary>{words.t(title)}</summary>
            <form class="stack" method="post" action="/lacak/laporan" enctype="multipart/form-data" novalidate="novalidate">
                {body.into_any()}
                <p><button class="button quiet" name="aksi" value=doing>{words.t(&format!("track-do-{doing}"))}</button></p>
            </form>
        </details>
    }
    .into_any()
}
