//! Answers and errors in the format that was asked for. Errors of layers (no such address, too large, too slow, trouble)
//! are drawn here too.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::secrets::{hex, sha256};
use vocabulary::Problems;

use super::call::{Call, Format, words_of};
use super::document::{Node, write};
use crate::components::sentence;
use crate::error::PageError;
use crate::words::Words;

pub type Answered<T> = Result<T, Refused>;

/// Why a request is refused, in sentences for whoever wrote the program and for whoever uses it.
#[derive(Debug)]
pub enum Refused {
    Said { status: u16, errors: Vec<String> },
    Page(PageError),
}

impl Refused {
    pub fn one(status: u16, said: String) -> Self {
        Self::Said { status, errors: vec![said] }
    }

    /// What is wrong with a report, by the names of the standard.
    pub fn problems(words: &Words, problems: &Problems) -> Self {
        let errors = problems.0.iter().map(|p| format!("{}: {}", parameter(p.field), sentence(words, p.field, p.fault))).collect();
        Self::Said { status: 400, errors }
    }
}

/// How the standard calls a field of the sending form.
fn parameter(field: &str) -> String {
    match field {
        "cerita" => "description".into(),
        "nama" => "first_name, last_name".into(),
        "surel" => "email".into(),
        "tempat" => "address_string".into(),
        "tentang" => "service_code".into(),
        "foto" => "media".into(),
        "pesan" => "description".into(),
        "jenis" | "perlindungan" | "tanggal" | "wilayah" => format!("attribute[{field}]"),
        other => other.to_owned(),
    }
}

impl From<domain::Error> for Refused {
    fn from(error: domain::Error) -> Self {
        Self::Page(error.into())
    }
}

impl From<PageError> for Refused {
    fn from(error: PageError) -> Self {
        Self::Page(error)
    }
}

/// The sentences on their way to where the document is drawn.
#[derive(Clone)]
struct Sentences(Vec<String>);

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        match self {
            Self::Page(error) => error.into_response(),
            Self::Said { status, errors } => {
                let mut response = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST).into_response();
                response.extensions_mut().insert(Sentences(errors));
                response
            }
        }
    }
}

/// Whether an address is one of the standard's.
pub fn is_of(path: &str) -> bool {
    path.starts_with("/open311/")
}

/// Whether a request to it tells that somebody reports something, or asks what came of it.
pub fn is_of_reporters(path: &str) -> bool {
    ["/open311/v2/requests", "/open311/v2/tokens", "/open311/v2/servicerequestupdates"].iter().any(|start| path.starts_with(start))
}

/// The document of an error that no handler has drawn. `id` finds the words of the log.
pub fn refusal(headers: &HeaderMap, path: &str, response: &Response, error: Option<&PageError>, id: Option<&str>) -> Response {
    let words = words_of(headers);
    // The standard knows 404, 403 and 400 for everything else; the rest are the protocol's own.
    let status = match response.status().as_u16() {
        409 | 411 | 414 | 415 | 422 => StatusCode::BAD_REQUEST,
        _ => response.status(),
    };
    let said = match (response.extensions().get::<Sentences>(), error) {
        (Some(Sentences(said)), _) => said.clone(),
        (None, Some(PageError::Domain(domain::Error::Invalid(problems)))) => match Refused::problems(words, problems) {
            Refused::Said { errors, .. } => errors,
            Refused::Page(_) => Vec::new(),
        },
        (None, Some(PageError::BadForm)) => vec![words.t("open311-wrong-body")],
        _ => {
            let key = match status.as_u16() {
                400 => "open311-wrong-body",
                404 => "open311-wrong-address",
                405 => "problem-method",
                403 => "problem-other-site",
                408 => "problem-too-slow",
                413 => "problem-too-large",
                429 => "problem-too-many",
                _ => "problem-trouble",
            };
            vec![[Some(words.t(key)), id.map(str::to_owned)].into_iter().flatten().collect::<Vec<_>>().join(" · ")]
        }
    };
    let code = i64::from(status.as_u16());
    let errors = said.into_iter().map(|said| Node::Group(vec![("code", Node::Number(code)), ("description", Node::Text(said))])).collect();
    let format = Format::of(path);
    let mut drawn = (status, write("errors", Node::List("error", errors), format)).into_response();
    set(&mut drawn, words, format, "no-store");
    drawn
}

fn set(response: &mut Response, words: &Words, format: Format, cache: &'static str) {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(format.content_type()));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(words.language));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Language"));
}

/// An answer that everyone may keep for a minute, with a tag of its bytes.
pub fn public(call: &Call, root: &'static str, node: Node) -> Response {
    let bytes = write(root, node, call.format);
    let tag = format!("\"{}\"", hex(&sha256(&[&bytes])[..16]));
    let known = call.headers.get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok()).is_some_and(|known| known.split(',').any(|t| t.trim().trim_start_matches("W/") == tag));
    let mut response = if known { StatusCode::NOT_MODIFIED.into_response() } else { bytes.into_response() };
    set(&mut response, call.words, call.format, "public, max-age=60");
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// An answer for whoever sent the request, kept by nobody in between.
pub fn private(call: &Call, root: &'static str, node: Node) -> Response {
    let mut response = write(root, node, call.format).into_response();
    set(&mut response, call.words, call.format, "no-store");
    response
}
