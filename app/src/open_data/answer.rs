//! Answers for programs: a strong ETag, 304 where nothing changed, and readable from every site.

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::clock::{Millis, local};
use domain::secrets::{hex, sha256};

use crate::error::PageError;

/// How long others may keep an answer before they ask again whether it changed.
const CACHE: &str = "public, max-age=60";

pub struct Answer {
    pub bytes: Bytes,
    pub content_type: &'static str,
    /// Names exactly these bytes.
    pub tag: String,
    pub changed_at: Option<Millis>,
}

impl Answer {
    /// A JSON answer whose tag is made from its bytes.
    ///
    /// # Errors
    /// Trouble when the value cannot be written.
    pub fn json(value: &impl serde::Serialize, content_type: &'static str) -> Result<Self, PageError> {
        let bytes = serde_json::to_vec(value).map_err(|e| PageError::Trouble(e.to_string()))?;
        let tag = hex(&sha256(&[&bytes])[..16]);
        Ok(Self { bytes: bytes.into(), content_type, tag, changed_at: None })
    }

    /// The answer, or "not modified" for who has these bytes already.
    pub fn to(self, asked: &HeaderMap) -> Response {
        let tag = format!("\"{}\"", self.tag);
        let modified = self.changed_at.map(http_date);
        let unchanged = match asked.get(header::IF_NONE_MATCH) {
            // RFC 9110: the tag decides alone where there is one, and whether it is weak does not matter.
            Some(known) => known.to_str().is_ok_and(|known| known.split(',').map(|t| t.trim().trim_start_matches("W/")).any(|t| t == tag || t == "*")),
            None => modified.is_some() && asked.get(header::IF_MODIFIED_SINCE).and_then(|v| v.to_str().ok()) == modified.as_deref(),
        };
        let mut response = if unchanged { StatusCode::NOT_MODIFIED.into_response() } else { Body::from(self.bytes).into_response() };
        let headers = response.headers_mut();
        let mut set = |name: header::HeaderName, value: &str| {
            if let Ok(value) = HeaderValue::from_str(value) {
                headers.insert(name, value);
            }
        };
        set(header::ETAG, &tag);
        set(header::CACHE_CONTROL, CACHE);
        if let Some(modified) = modified {
            set(header::LAST_MODIFIED, &modified);
        }
        if !unchanged {
            set(header::CONTENT_TYPE, self.content_type);
        }
        response
    }
}

/// `Sat, 21 Nov 2026 02:00:00 GMT`.
fn http_date(at: Millis) -> String {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let then = local(at, 0);
    let (day, month) = (DAYS[usize::from(then.weekday().number_days_from_monday())], MONTHS[usize::from(u8::from(then.month())) - 1]);
    format!("{day}, {:02} {month} {} {:02}:{:02}:{:02} GMT", then.day(), then.year(), then.hour(), then.minute(), then.second())
}

/// Everyone's pages may read this: there is nothing in it that is not public, and no cookie changes it.
pub async fn open_to_all(request: Request, next: Next) -> Response {
    let preflight = request.method() == Method::OPTIONS;
    let mut response = if preflight { StatusCode::NO_CONTENT.into_response() } else { next.run(request).await };
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    if preflight {
        headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD, OPTIONS"));
        headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, HEAD, OPTIONS"));
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("If-None-Match, If-Modified-Since"));
        headers.insert(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("86400"));
    } else {
        headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("ETag, Last-Modified, Link"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::clock::parse_moment;

    #[test]
    fn dates_of_headers() {
        assert_eq!(http_date(parse_moment("2026-11-21T09:00:05+07:00").unwrap()), "Sat, 21 Nov 2026 02:00:05 GMT");
    }

    #[test]
    fn who_has_it_already_is_not_sent_it_again() {
        let status = |name: header::HeaderName, value: &str| {
            let answer = Answer { bytes: Bytes::from_static(b"x"), content_type: "text/csv", tag: "abc".into(), changed_at: parse_moment("2026-11-21T02:00:05Z") };
            answer.to(&HeaderMap::from_iter([(name, HeaderValue::from_str(value).unwrap())])).status().as_u16()
        };
        for (value, expected) in [("\"abc\"", 304), ("W/\"abc\"", 304), ("\"x\", \"abc\"", 304), ("*", 304), ("\"abd\"", 200), ("abc", 200)] {
            assert_eq!(status(header::IF_NONE_MATCH, value), expected, "{value}");
        }
        assert_eq!(status(header::IF_MODIFIED_SINCE, "Sat, 21 Nov 2026 02:00:05 GMT"), 304);
        assert_eq!(status(header::IF_MODIFIED_SINCE, "Sat, 21 Nov 2026 02:00:06 GMT"), 200, "another date than ours is not trusted");
    }
}
