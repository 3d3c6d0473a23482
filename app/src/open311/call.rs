//! What every request of the standard has: a format by the end of its path, a language, and parameters by name.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use domain::db::Conn;
use domain::directory::{Government, government, governments};
use domain::open311::{ApiKey, key_of};

use super::answer::{Answered, Refused};
use crate::limits::{Address, What};
use crate::shell::App;
use crate::words::Words;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Xml,
    Json,
    /// Only what stands in a table, and errors about it.
    Csv,
}

impl Format {
    /// The format that a path asks for: what is not JSON is answered in XML, which the standard requires.
    pub fn of(path: &str) -> Self {
        match path.rsplit_once('.') {
            Some((_, "json")) => Self::Json,
            Some((_, "csv")) => Self::Csv,
            _ => Self::Xml,
        }
    }

    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Xml => "text/xml; charset=utf-8",
            Self::Json => "application/json; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }
}

/// English for who asks for it first, else Indonesian.
pub fn words_of(headers: &HeaderMap) -> &'static Words {
    let english = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).is_some_and(|v| v.trim_start().get(..2).is_some_and(|l| l.eq_ignore_ascii_case("en")));
    Words::of(if english { "en" } else { "id" })
}

pub struct Call {
    pub format: Format,
    pub words: &'static Words,
    pub headers: HeaderMap,
    pub pairs: Vec<(String, String)>,
}

impl FromRequestParts<App> for Call {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refused> {
        // Reading without a body is reading.
        if parts.method != Method::POST {
            let Address(address) = Address::from_request_parts(parts, app).await?;
            app.limits.check(What::Read, &address)?;
        }
        let words = words_of(&parts.headers);
        let pairs = serde_urlencoded::from_str(parts.uri.query().unwrap_or_default()).map_err(|_| Refused::one(400, words.t("open311-wrong-query")))?;
        Ok(Self { format: Format::of(parts.uri.path()), words, headers: parts.headers.clone(), pairs })
    }
}

impl Call {
    /// The name of a file without the end that says its format; what has no such end is not there.
    ///
    /// # Errors
    /// 404.
    pub fn name<'a>(&self, file: &'a str) -> Result<&'a str, Refused> {
        file.strip_suffix(".xml").or_else(|| file.strip_suffix(".json")).filter(|name| !name.is_empty()).ok_or_else(|| Refused::one(404, self.words.t("open311-wrong-format")))
    }

    /// A parameter; an empty one is a missing one.
    ///
    /// # Errors
    /// 400 for one that is there twice.
    pub fn get(&self, name: &str) -> Result<Option<&str>, Refused> {
        let mut found = self.pairs.iter().filter(|(n, _)| n == name).map(|(_, v)| v.trim()).filter(|v| !v.is_empty());
        let first = found.next();
        if found.next().is_some() {
            return Err(Refused::one(400, self.words.with("open311-wrong-twice", &[("name", name)])));
        }
        Ok(first)
    }

    /// The government of `jurisdiction_id`; without one, the only government there is.
    ///
    /// # Errors
    /// 400 where it is needed and not given, 404 where it is given and not found.
    pub async fn government(&self, conn: &mut Conn) -> Answered<Government> {
        match self.get("jurisdiction_id")? {
            Some(slug) if slug.len() <= 60 && !slug.contains('\0') => match government(conn, slug).await {
                Err(domain::Error::NotFound) => Err(Refused::one(404, self.words.t("open311-wrong-jurisdiction"))),
                other => Ok(other?),
            },
            Some(_) => Err(Refused::one(404, self.words.t("open311-wrong-jurisdiction"))),
            None => {
                let mut all = governments(conn).await?;
                match (all.pop(), all.is_empty()) {
                    (Some(only), true) => Ok(only),
                    _ => Err(Refused::one(400, self.words.t("open311-wrong-no-jurisdiction"))),
                }
            }
        }
    }

    /// The key of `api_key`, where one is given.
    ///
    /// # Errors
    /// 403 for one that is unknown, ended or another government's.
    pub async fn key(&self, conn: &mut Conn, government: &Government) -> Answered<Option<ApiKey>> {
        match self.get("api_key")? {
            None => Ok(None),
            Some(secret) => match key_of(conn, &government.slug, secret).await {
                Err(domain::Error::NotFound) => Err(Refused::one(403, self.words.t("open311-wrong-key"))),
                other => Ok(Some(other?)),
            },
        }
    }
}
