//! `/{gov}/lapor/kiriman`: where a phone brings what it kept without a network (`app/src/outbox/send.js`): the words, then
//! each photo, each as often as it takes. Answers are JSON, because nobody is looking.
//!
//! A photo comes in pieces, and goes on where it broke off.
//!
//! The agreement has a number. A phone with an older one than [`OLDEST`] is told to fetch today's program first, and keeps
//! what it has; what is known today stays understood until no phone can have it any more.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::directory::government;
use domain::{Error, Refusal, feedback, secrets};
use serde_json::{Value, json};
use vocabulary::Problems;
use vocabulary::feedback::Protection;

use super::receipt_cookie::hold;
use super::send::read;
use crate::components::sentence;
use crate::error::PageError;
use crate::form::Form;
use crate::limits::{Address, What};
use crate::shell::App;
use crate::words::Words;

const NEWEST: u32 = 2;
const OLDEST: u32 = 1;

/// An answer that the phone understands. Not kept anywhere: it may hold a number of a report.
fn answer(status: StatusCode, state: &str, more: Value) -> Response {
    let mut body = json!({ "versi": NEWEST, "keadaan": state });
    if let (Value::Object(body), Value::Object(more)) = (&mut body, more) {
        body.extend(more);
    }
    (status, [(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
}

/// What is wrong, in the sentences of the pages.
fn wrong(words: &Words, problems: &Problems) -> Response {
    let problems: Vec<Value> = problems.0.iter().map(|p| json!({ "bidang": p.field, "kalimat": sentence(words, p.field, p.fault) })).collect();
    answer(StatusCode::UNPROCESSABLE_ENTITY, "salah", json!({ "masalah": problems }))
}

fn said(words: &Words, field: &str, key: &str) -> Response {
    answer(StatusCode::UNPROCESSABLE_ENTITY, "salah", json!({ "masalah": [{ "bidang": field, "kalimat": words.t(key) }] }))
}

/// Why a phone is not understood.
enum Strange {
    /// Another agreement, older or newer than a server that was set back: fetch the program that belongs to this server.
    Version,
    Key,
}

impl Strange {
    fn answer(self) -> Result<Response, PageError> {
        match self {
            Self::Version => Ok(answer(StatusCode::UPGRADE_REQUIRED, "perbarui", json!({}))),
            Self::Key => Err(PageError::BadForm),
        }
    }
}

/// The form's key, of a phone that speaks as we do.
fn key_of(form: &Form) -> Result<String, Strange> {
    match form.get("versi").parse::<u32>() {
        Ok(version) if (OLDEST..=NEWEST).contains(&version) => {}
        _ => return Err(Strange::Version),
    }
    let key = form.get("kunci");
    if secrets::is_token(key) { Ok(key.to_owned()) } else { Err(Strange::Key) }
}

/// Refusals that will not change are said as ours: what anybody else answers in between means nothing to the phone.
fn for_phone(done: Result<Response, PageError>) -> Result<Response, PageError> {
    let status = match &done {
        Err(PageError::BadForm) => StatusCode::BAD_REQUEST,
        Err(PageError::Domain(Error::NotFound)) => StatusCode::NOT_FOUND,
        _ => return done,
    };
    Ok(answer(status, "salah", json!({ "masalah": [] })))
}

/// `POST /{gov}/lapor/kiriman`: the words. Of photos that were sent from the form before, those that are still there.
pub async fn words_come(State(app): State<App>, Address(address): Address, Path(gov): Path<String>, form: Form) -> Result<Response, PageError> {
    for_phone(take_words(app, address, gov, form).await)
}

async fn take_words(app: App, address: String, gov: String, form: Form) -> Result<Response, PageError> {
    app.limits.check(What::Send, &address)?;
    let words = Words::of(form.get("bahasa"));
    let key = match key_of(&form) {
        Ok(key) => key,
        Err(strange) => return strange.answer(),
    };
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    drop(conn);
    let mut lost = 0;
    if feedback::arrived(&app.portal, &gov, &key).await?.is_none() {
        let mut answers = read(&app, &form).answers;
        // The phone refuses it too: of the anonymous channel nothing waits anywhere.
        if answers.protection == Protection::Anonymous.as_str() {
            return Ok(said(words, "perlindungan", "outbox-never-anonymous"));
        }
        let sent_before = answers.photos.len();
        super::send::drop_missing(&app, &mut answers.photos).await;
        lost = sent_before - answers.photos.len();
        let input = match answers.parse(&government.today(app.portal.now())) {
            Ok(input) => input,
            Err(problems) => return Ok(wrong(words, &problems)),
        };
        // Nobody's account: whoever is signed in when the network returns need not be who wrote it.
        match feedback::send(&app.portal, &government, None, words.language, input).await {
            Ok(_) => {}
            Err(Error::Invalid(problems)) => return Ok(wrong(words, &problems)),
            // Nothing that the writer could mend: the phone keeps it and tries again.
            Err(Error::Refused(Refusal::BeyondCalendar)) => return Ok(answer(StatusCode::SERVICE_UNAVAILABLE, "nanti", json!({}))),
            Err(e) => return Err(e.into()),
        }
    }
    let arrived = feedback::arrived(&app.portal, &gov, &key).await?.ok_or_else(|| PageError::Trouble("a report that was just sent is not there".into()))?;
    Ok(answer(StatusCode::OK, "diterima", json!({ "rujukan": arrived.reference, "foto": arrived.photos, "hilang": lost })))
}

/// What came of a photo: whole, or what to answer.
enum Photo {
    Here(Bytes),
    Answered(Response),
}

/// The photo of a form: since the second agreement in pieces (`dari` and `ukuran`, in bytes), and without bytes where a
/// phone only asks how far it was.
async fn photo_of(app: &App, words: &Words, gov: &str, key: &str, number: i64, form: &Form) -> Result<Photo, PageError> {
    let bytes = form.files.first().cloned().unwrap_or_default();
    if form.get("ukuran").is_empty() {
        return if form.files.is_empty() { Err(PageError::BadForm) } else { Ok(Photo::Here(bytes)) };
    }
    let (Ok(start), Ok(size)) = (form.get("dari").parse(), form.get("ukuran").parse()) else { return Err(PageError::BadForm) };
    match feedback::take_piece(&app.portal, gov, key, feedback::Piece { number, start, size }, &bytes).await {
        Ok(feedback::Come::Whole(bytes)) => Ok(Photo::Here(bytes)),
        Ok(feedback::Come::UpTo(there)) => Ok(Photo::Answered(answer(StatusCode::OK, "lanjut", json!({ "sampai": there })))),
        Err(Error::Invalid(problems)) => Ok(Photo::Answered(wrong(words, &problems))),
        Err(e) => Err(e.into()),
    }
}

/// `POST /{gov}/lapor/kiriman/foto`: one photo of a report whose words have come, or the next piece of it.
pub async fn photo_comes(State(app): State<App>, Address(address): Address, Path(gov): Path<String>, form: Form) -> Result<Response, PageError> {
    for_phone(take_photo(app, address, gov, form).await)
}

async fn take_photo(app: App, address: String, gov: String, form: Form) -> Result<Response, PageError> {
    app.limits.check(What::Piece, &address)?;
    let words = Words::of(form.get("bahasa"));
    let key = match key_of(&form) {
        Ok(key) => key,
        Err(strange) => return strange.answer(),
    };
    // Asked first: who has no report here costs no decoding.
    let Some(before) = feedback::arrived(&app.portal, &gov, &key).await? else { return Err(Error::NotFound.into()) };
    let Ok(number) = form.get("nomor").parse::<i64>() else { return Err(PageError::BadForm) };
    let arrived = if before.photos.contains(&number) {
        before
    } else {
        let bytes = match photo_of(&app, words, &gov, &key, number, &form).await? {
            Photo::Here(bytes) => bytes,
            Photo::Answered(response) => return Ok(response),
        };
        let name = form.file_names.first().map_or("", String::as_str);
        let photo = match feedback::keep_photo(&app.portal, name, bytes).await? {
            Ok(photo) => photo,
            Err(fault) => {
                feedback::forget_pieces(&app.portal, &gov, &key, number).await?;
                let mut problems = Problems::default();
                problems.add("foto", fault);
                return Ok(wrong(words, &problems));
            }
        };
        match feedback::bring_photo(&app.portal, &gov, &key, number, &photo).await {
            Ok(arrived) => arrived,
            Err(Error::Invalid(problems)) => return Ok(wrong(words, &problems)),
            Err(Error::Refused(Refusal::WrongStep)) => return Ok(said(words, "foto", "outbox-report-ended")),
            Err(e) => return Err(e.into()),
        }
    };
    Ok(answer(StatusCode::OK, "diterima", json!({ "rujukan": arrived.reference, "foto": arrived.photos })))
}

/// `POST /{gov}/lapor/kiriman/tanda-terima`: from the list on the phone to the confirmation with the receipt, as after
/// sending with a network.
pub async fn receipt(State(app): State<App>, Address(address): Address, Path(gov): Path<String>, form: Form) -> Result<Response, PageError> {
    app.limits.check(What::Write, &address)?;
    let key = form.get("kunci");
    let arrived = if secrets::is_token(key) { feedback::arrived(&app.portal, &gov, key).await? } else { None };
    let Some(arrived) = arrived else { return Err(Error::NotFound.into()) };
    let mut response = Redirect::to(&format!("/{gov}/lapor/terkirim")).into_response();
    hold(&app, &mut response, &arrived.receipt);
    Ok(response)
}
