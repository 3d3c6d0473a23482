//! What a program asks for: parameters that are known, once each, and well-formed. Everything else is refused by name,
//! for a mistyped parameter that is ignored answers another question than the one that was asked.

use domain::Error;
use domain::clock::parse_day;
use domain::open_data::TenureCursor;

use crate::error::PageError;

/// The parameters of a request.
#[derive(Debug)]
pub struct Asked(Vec<(String, String)>);

const LIMIT_USUAL: i64 = 50;
const LIMIT_MOST: i64 = 100;
/// What a search may be at most, in characters.
const QUERY_MOST: usize = 100;
const SLUG_MOST: usize = 200;
/// What every reader of JSON holds without rounding.
const NUMBER_MOST: u64 = (1 << 53) - 1;

fn refused(name: &str, why: &'static str) -> PageError {
    PageError::BadParameter { name: name.chars().take(60).collect(), why }
}

impl Asked {
    /// # Errors
    /// A parameter that is not among `known`, or is there twice.
    pub fn read(query: Option<&str>, known: &[&str]) -> Result<Self, PageError> {
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query.unwrap_or_default()).map_err(|_| PageError::BadForm)?;
        for (place, (name, _)) in pairs.iter().enumerate() {
            if !known.contains(&name.as_str()) {
                return Err(refused(name, "problem-parameter-unknown"));
            }
            if pairs[..place].iter().any(|(other, _)| other == name) {
                return Err(refused(name, "problem-parameter-twice"));
            }
        }
        Ok(Self(pairs))
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// How many items at most: 1 to 100.
    ///
    /// # Errors
    /// Anything else.
    pub fn limit(&self) -> Result<i64, PageError> {
        let Some(text) = self.get("limit") else { return Ok(LIMIT_USUAL) };
        let number = Some(text).filter(|t| !t.is_empty() && t.len() <= 4 && t.bytes().all(|b| b.is_ascii_digit())).and_then(|t| t.parse::<i64>().ok());
        number.filter(|n| (1..=LIMIT_MOST).contains(n)).ok_or_else(|| refused("limit", "problem-limit"))
    }

    /// The slug after which a page begins.
    ///
    /// # Errors
    /// What no slug can be.
    pub fn after(&self) -> Result<&str, PageError> {
        match self.get("after") {
            None => Ok(""),
            Some(text) if is_slug(text) => Ok(text),
            Some(_) => Err(refused("after", "problem-after")),
        }
    }

    /// The same for tenures.
    ///
    /// # Errors
    /// What no cursor can be.
    pub fn cursor(&self) -> Result<TenureCursor, PageError> {
        let Some(text) = self.get("after") else { return Ok(TenureCursor::default()) };
        let well_formed =
            text.len() <= SLUG_MOST + 20 && text.split('.').enumerate().all(|(part, text)| part > 0 || is_slug(text)) && text.bytes().all(|b| is_letter(b) || b == b'.');
        Some(text).filter(|_| well_formed).and_then(|t| t.parse().ok()).ok_or_else(|| refused("after", "problem-after"))
    }

    /// Only of this post.
    ///
    /// # Errors
    /// What no slug can be.
    pub fn position(&self) -> Result<Option<&str>, PageError> {
        match self.get("position") {
            Some(text) if !is_slug(text) => Err(refused("position", "problem-position")),
            other => Ok(other),
        }
    }

    /// A whole number, as JSON can hold it.
    ///
    /// # Errors
    /// Anything else.
    pub fn number(&self, name: &str) -> Result<Option<u64>, PageError> {
        let Some(text) = self.get(name) else { return Ok(None) };
        let number = Some(text).filter(|t| !t.is_empty() && t.len() <= 16 && t.bytes().all(|b| b.is_ascii_digit())).and_then(|t| t.parse().ok());
        number.filter(|n| *n <= NUMBER_MOST).map(Some).ok_or_else(|| refused(name, "problem-number"))
    }

    /// The same, and not zero.
    ///
    /// # Errors
    /// Anything else.
    pub fn at_least_one(&self, name: &str) -> Result<Option<u64>, PageError> {
        match self.number(name)? {
            Some(0) => Err(refused(name, "problem-number")),
            other => Ok(other),
        }
    }

    /// The same, which must be there.
    ///
    /// # Errors
    /// None, or anything else.
    pub fn needed(&self, name: &str) -> Result<u64, PageError> {
        self.at_least_one(name)?.ok_or_else(|| refused(name, "problem-number"))
    }

    /// The day before which a page begins.
    ///
    /// # Errors
    /// What is no day.
    pub fn before(&self) -> Result<Option<&str>, PageError> {
        match self.get("before") {
            Some(text) if parse_day(text).is_none() => Err(refused("before", "problem-day")),
            other => Ok(other),
        }
    }

    /// What is looked for: 1 to 100 characters.
    ///
    /// # Errors
    /// None or too many.
    pub fn query(&self) -> Result<&str, PageError> {
        self.get("q").filter(|q| (1..=QUERY_MOST).contains(&q.chars().count())).ok_or_else(|| refused("q", "problem-query"))
    }
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'
}

fn is_slug(text: &str) -> bool {
    (1..=SLUG_MOST).contains(&text.len()) && text.bytes().all(is_letter)
}

/// A part of an address that may be a slug; what cannot be one is not found, and never reaches the database.
///
/// # Errors
/// [`Error::NotFound`].
pub fn slug(text: &str) -> Result<&str, Error> {
    if is_slug(text) { Ok(text) } else { Err(Error::NotFound) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Result<Asked, PageError> {
        Asked::read(Some(query), &["after", "limit", "q"])
    }

    #[test]
    fn parameters_are_known_and_once() {
        assert!(read("limit=5&after=a-b").is_ok());
        for (query, why) in [("limt=5", "mistyped"), ("limit=5&limit=6", "twice"), ("=", "no name")] {
            assert!(read(query).is_err(), "{why}");
        }
    }

    #[test]
    fn limits_and_cursors() {
        let limit = |text: &str| read(&format!("limit={text}")).unwrap().limit();
        assert_eq!(read("").unwrap().limit().unwrap(), 50);
        assert_eq!(limit("100").unwrap(), 100);
        for wrong in ["0", "101", "-1", "x", "", "1.5", "99999999999999999999", "%2B5"] {
            assert!(limit(wrong).is_err(), "{wrong}");
        }
        let after = |text: &str| read(&format!("after={text}")).unwrap();
        assert_eq!(after("lurah-bagan-deli").after().unwrap(), "lurah-bagan-deli");
        assert!(after("lurah.2024-01-01.1").cursor().is_ok());
        for wrong in ["", "A", "a b", "%00", "a%27", "%C3%A9"] {
            assert!(after(wrong).after().is_err() && after(wrong).cursor().is_err(), "{wrong}");
        }
        assert!(slug("a\0").is_err() && slug("..").is_err() && slug("kepala-disdukcapil").is_ok());
    }

    #[test]
    fn numbers_and_days() {
        let asked = |query: &str| Asked::read(Some(query), &["size", "before"]).unwrap();
        assert_eq!((asked("").number("size").unwrap(), asked("size=0").number("size").unwrap(), asked("size=17").needed("size").unwrap()), (None, Some(0), 17));
        assert!(asked("size=0").at_least_one("size").is_err() && asked("").needed("size").is_err());
        for wrong in ["-1", "1.0", "", "x", "9007199254740992", "99999999999999999999"] {
            assert!(asked(&format!("size={wrong}")).number("size").is_err(), "{wrong}");
        }
        assert_eq!(asked("before=2026-11-02").before().unwrap(), Some("2026-11-02"));
        assert!(asked("before=2026-13-02").before().is_err() && asked("before=").before().is_err());
    }

    #[test]
    fn a_search_is_neither_empty_nor_a_book() {
        for (query, good) in [("", false), ("q=", false), ("q=akta", true), (&*format!("q={}", "a".repeat(100)), true), (&*format!("q={}", "a".repeat(101)), false)] {
            assert_eq!(read(query).unwrap().query().is_ok(), good, "{query}");
        }
    }
}
