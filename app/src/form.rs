//! Reading forms of either encoding. What was typed is kept whatever is wrong with it; bytes that are not UTF-8 become a
//! mark that the parsers refuse by name.

use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;

use crate::error::PageError;

#[derive(Debug, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    /// Files that have a name or content; an untouched file field has neither.
    pub files: Vec<Bytes>,
    /// What their sender calls them, in the same order.
    pub file_names: Vec<String>,
}

impl Form {
    /// The field's text; empty when the form has none of that name.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }

    /// Adds a field that the page draws again.
    pub fn put(&mut self, name: &str, value: String) {
        self.fields.push((name.to_owned(), value));
    }

    /// Takes the place of every field of the name.
    pub fn set_all(&mut self, name: &str, values: &[String]) {
        self.fields.retain(|(n, _)| n != name);
        values.iter().for_each(|value| self.put(name, value.clone()));
    }

    /// Every field with its name, as they came.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.fields
    }

    pub fn all(&self, name: &str) -> Vec<String> {
        self.fields.iter().filter(|(n, v)| n == name && !v.is_empty()).map(|(_, v)| v.clone()).collect()
    }
}

/// A form of a few fields has no use for more, with all that may be ticked on one page; one more is an attack or a mistake.
const FIELDS_MOST: usize = 80;

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Self, PageError> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
        let form = if kind.starts_with("multipart/form-data") {
            read_multipart(Multipart::from_request(request, state).await.map_err(|_| PageError::BadForm)?).await?
        } else if kind.starts_with("application/x-www-form-urlencoded") {
            let body = Bytes::from_request(request, state).await.map_err(|rejection| refused(rejection.into_response().status()))?;
            Self { fields: urlencoded(&body), ..Self::default() }
        } else {
            return Err(PageError::BadForm);
        };
        if form.fields.len() > FIELDS_MOST { Err(PageError::BadForm) } else { Ok(form) }
    }
}

fn refused(status: StatusCode) -> PageError {
    if status == StatusCode::PAYLOAD_TOO_LARGE { PageError::TooLarge } else { PageError::BadForm }
}

async fn read_multipart(mut multipart: Multipart) -> Result<Form, PageError> {
    let mut form = Form::default();
    while let Some(field) = multipart.next_field().await.map_err(|e| refused(e.status()))? {
        let name = field.name().unwrap_or_default().to_owned();
        let is_file = field.file_name().is_some();
        let file_name = field.file_name().unwrap_or_default().to_owned();
        let bytes = field.bytes().await.map_err(|e| refused(e.status()))?;
        if !is_file {
            form.fields.push((name, String::from_utf8_lossy(&bytes).into_owned()));
        } else if !file_name.is_empty() || !bytes.is_empty() {
            form.files.push(bytes);
            form.file_names.push(file_name);
        }
        if form.fields.len() + form.files.len() > FIELDS_MOST {
            return Err(PageError::BadForm);
        }
    }
    Ok(form)
}

/// Percent decoding that marks what is not UTF-8 instead of dropping it.
fn urlencoded(body: &[u8]) -> Vec<(String, String)> {
    fn decode(part: &[u8]) -> String {
        let digit = |b: u8| (b as char).to_digit(16).map(|d| d as u8);
        let mut bytes = Vec::with_capacity(part.len());
        let mut i = 0;
        while i < part.len() {
            match part[i] {
                b'+' => bytes.push(b' '),
                b'%' if i + 2 < part.len() && digit(part[i + 1]).is_some() && digit(part[i + 2]).is_some() => {
                    bytes.push(digit(part[i + 1]).unwrap_or_default() * 16 + digit(part[i + 2]).unwrap_or_default());
                    i += 2;
                }
                other => bytes.push(other),
            }
            i += 1;
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }
    body.split(|b| *b == b'&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let at = pair.iter().position(|b| *b == b'=').unwrap_or(pair.len());
            (decode(&pair[..at]), decode(pair.get(at + 1..).unwrap_or_default()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::urlencoded;

    #[test]
    fn forms_are_read_as_browsers_send_them() {
        let read = urlencoded(b"cerita=Lampu+mati%2C+gelap&nama=&x");
        assert_eq!(read, [("cerita".into(), "Lampu mati, gelap".into()), ("nama".into(), String::new()), ("x".into(), String::new())]);
        assert_eq!(urlencoded(b"a=%ff%")[0].1, "\u{FFFD}%", "what is not UTF-8 is marked");
        assert_eq!(urlencoded(b"a=%4")[0].1, "%4");
    }
}
