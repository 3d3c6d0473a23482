//! Open311 GeoReport v2 as other programs speak it: codes of services, what may be asked beside a description, and how
//! a request can be wrong.

use crate::feedback::{Kind, PLACE_MOST};
use crate::words::words;
use crate::{Fault, Problems, text};

words! {
    /// All that the standard knows; what happened stands in the notes beside it.
    RequestState { Open = "open", Closed = "closed" }
}

words! {
    /// What a program may send beside the words of the report. The first only tells something.
    Attribute { Note = "penjelasan", Kind = "jenis", Protection = "perlindungan", Date = "tanggal", Area = "wilayah" }
}

impl Attribute {
    /// As the standard names kinds of input.
    pub const fn datatype(self) -> &'static str {
        match self {
            Self::Note => "text",
            Self::Kind | Self::Protection | Self::Area => "singlevaluelist",
            Self::Date => "datetime",
        }
    }

    /// Whether anything is answered to it.
    pub const fn is_variable(self) -> bool {
        !matches!(self, Self::Note)
    }
}

/// The code of a class of reports that are about no service in particular; no slug has a full stop.
const CLASS: &str = "umum.";

/// `service_code`: a service of the government by its slug, or a class: `umum.pengaduan`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Code {
    Service(String),
    Class(Kind),
}

impl Code {
    pub fn parse(typed: &str) -> Option<Self> {
        if let Some(class) = typed.strip_prefix(CLASS) {
            return Kind::parse(class).map(Self::Class);
        }
        let is_slug = (1..=120).contains(&typed.len()) && typed.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        is_slug.then(|| Self::Service(typed.to_owned()))
    }

    /// Reports of misconduct are taken in and answered to nobody but their sender.
    pub const fn is_blackbox(&self) -> bool {
        matches!(self, Self::Class(Kind::Misconduct))
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Service(slug) => f.write_str(slug),
            Self::Class(kind) => write!(f, "{CLASS}{kind}"),
        }
    }
}

/// The standard's limit of a description, in characters.
pub const DESCRIPTION_MOST: usize = 4000;
/// Room for coordinates beside it in what is kept as the place.
pub const ADDRESS_MOST: usize = PLACE_MOST - 30;
pub const KEY_NAME_MOST: usize = 80;

/// A place on the earth in degrees, to five decimals: about a metre.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coordinates {
    pub lat: f64,
    pub long: f64,
}

impl Coordinates {
    /// Degrees with a decimal point, within the earth's; both or none.
    ///
    /// # Errors
    /// Which parameter is wrong, and how.
    pub fn parse(lat: &str, long: &str) -> Result<Option<Self>, Problems> {
        let mut problems = Problems::default();
        let degrees = |typed: &str, most: f64| {
            let typed = typed.trim();
            let plain = typed.len() <= 24 && typed.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+'));
            typed.parse::<f64>().ok().filter(|n| plain && n.is_finite() && n.abs() <= most).ok_or(Fault::NotANumber)
        };
        match (lat.trim().is_empty(), long.trim().is_empty()) {
            (true, true) => return Ok(None),
            (true, false) => problems.add("lat", Fault::Missing),
            (false, true) => problems.add("long", Fault::Missing),
            (false, false) => {}
        }
        let (lat, long) = match problems.is_empty() {
            true => (problems.take("lat", degrees(lat, 90.0)), problems.take("long", degrees(long, 180.0))),
            false => (None, None),
        };
        match (lat, long) {
            (Some(lat), Some(long)) => Ok(Some(Self { lat, long })),
            _ => Err(problems),
        }
    }
}

impl std::fmt::Display for Coordinates {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.5}, {:.5}", self.lat, self.long)
    }
}

/// A key that an administrator makes for somebody's program.
#[derive(Debug, Clone)]
pub struct NewKey {
    /// Whose program it is.
    pub name: String,
    /// Whom to ask when something is wrong with it.
    pub contact: String,
}

impl NewKey {
    /// # Errors
    /// Every problem at once.
    pub fn parse(name: &str, contact: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let name = problems.take("program", text::line(name, 3, KEY_NAME_MOST));
        let contact = problems.take("penanggung-jawab", text::line(contact, 3, KEY_NAME_MOST));
        match (name, contact) {
            (Some(name), Some(contact)) => Ok(Self { name, contact }),
            _ => Err(problems),
        }
    }
}

/// Where another government takes in reports by the same standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPeer {
    pub name: String,
    /// `https://…/open311/v2`, without a slash at the end.
    pub url: String,
    /// Empty where they need none.
    pub jurisdiction: String,
    /// Under which code they take in what we send.
    pub service_code: String,
    pub key: String,
}

/// How long a key of theirs may be, in characters.
const PEER_KEY_MOST: usize = 200;

impl NewPeer {
    /// Their key alone.
    ///
    /// # Errors
    /// A problem of `kunci-mereka`.
    pub fn key(typed: &str) -> Result<String, Problems> {
        let mut problems = Problems::default();
        problems.take("kunci-mereka", text::line(typed, 1, PEER_KEY_MOST)).ok_or(problems)
    }

    /// # Errors
    /// Every problem at once.
    pub fn parse(name: &str, url: &str, jurisdiction: &str, service_code: &str, key: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let name = problems.take("nama", text::line(name, 3, KEY_NAME_MOST));
        let url = problems.take("alamat", web_address(url));
        let jurisdiction = problems.take("yurisdiksi", text::line(jurisdiction, 0, KEY_NAME_MOST));
        let service_code = problems.take("kode-layanan", text::line(service_code, 1, KEY_NAME_MOST));
        let key = problems.take("kunci-mereka", text::line(key, 1, PEER_KEY_MOST));
        match (name, url, jurisdiction, service_code, key) {
            (Some(name), Some(url), Some(jurisdiction), Some(service_code), Some(key)) => Ok(Self { name, url, jurisdiction, service_code, key }),
            _ => Err(problems),
        }
    }
}

/// An address of the web with a host and perhaps a path, and nothing that could mean something else: no name before the
/// host, no query, no fragment. Where it leads is looked at each time it is used.
fn web_address(typed: &str) -> Result<String, Fault> {
    let typed = typed.trim().trim_end_matches('/');
    let Some(rest) = typed.strip_prefix("https://") else { return if typed.is_empty() { Err(Fault::Missing) } else { Err(Fault::NotAWebAddress) } };
    let host = rest.split('/').next().unwrap_or_default();
    let good = typed.len() <= 200
        && host.contains('.')
        && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
        && rest.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'/' | b'~'))
        && !rest.contains("..");
    if good { Ok(typed.to_owned()) } else { Err(Fault::NotAWebAddress) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back_as_themselves() {
        for code in ["akta-kelahiran", "umum.pengaduan", "umum.penyimpangan"] {
            assert_eq!(Code::parse(code).map(|c| c.to_string()).as_deref(), Some(code));
        }
        for wrong in ["", "umum.", "umum.lain", "Akta", "a b", "../x", "umum.pengaduan.x"] {
            assert_eq!(Code::parse(wrong), None, "{wrong}");
        }
        assert!(Code::Class(Kind::Misconduct).is_blackbox() && !Code::Class(Kind::Complaint).is_blackbox());
    }

    #[test]
    fn a_place_is_both_numbers_or_none() {
        let read = |lat: &str, long: &str| Coordinates::parse(lat, long);
        assert_eq!(read("", " "), Ok(None));
        assert_eq!(read("3.7812349", "98.69").map(|c| c.map(|c| c.to_string())), Ok(Some("3.78123, 98.69000".into())));
        for (lat, long, field, why) in [
            ("3.5", "", "long", "half a place"),
            ("", "98", "lat", "the other half"),
            ("91", "98", "lat", "beyond the pole"),
            ("3,5", "98", "lat", "a comma"),
            ("3", "NaN", "long", "no number"),
            ("3", "1e2", "long", "an exponent"),
            ("inf", "98", "lat", "infinite"),
        ] {
            assert!(read(lat, long).is_err_and(|p| p.of(field).is_some()), "{why}");
        }
    }

    #[test]
    fn an_address_elsewhere_is_https_and_nothing_else() {
        assert_eq!(web_address("https://lapor.binjai.example/open311/v2/"), Ok("https://lapor.binjai.example/open311/v2".into()));
        for wrong in [
            "http://a.example/v2",
            "https://a.example:8443/v2",
            "https://user@a.example/",
            "https://a.example/?x=1",
            "https://a.example/#x",
            "https://localhost/v2",
            "https://[::1]/",
            "file:///etc/passwd",
            "https://a.example/../x",
            "https://a.example/\u{e9}",
            "a.example",
        ] {
            assert_eq!(web_address(wrong), Err(Fault::NotAWebAddress), "{wrong}");
        }
    }
}
