//! Feeds (Atom 1.0, RFC 4287): what is new, for programs that ask now and then. In Indonesian whoever asks, because a
//! reader program has chosen no language and caches keep one copy for all. Here is only the format; which things a feed
//! tells stands with their pages.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::clock::{Millis, local};
use domain::secrets::{hex, sha256};

use crate::shell::App;

/// One feed; addresses begin with a slash and get the site's name in front.
pub struct Feed {
    pub title: String,
    /// Who says it.
    pub author: String,
    /// Of the feed itself.
    pub address: String,
    /// Of the page that shows the same to people.
    pub page: String,
    /// When anything in it last changed; 0 while it is empty.
    pub updated: Millis,
    pub entries: Vec<Entry>,
}

pub struct Entry {
    pub title: String,
    /// Also the entry's lasting name, so it must never be given to something else.
    pub address: String,
    pub updated: Millis,
    pub summary: String,
    /// The word of the kind of thing it is.
    pub category: String,
}

impl Feed {
    /// The feed, or 304 when the asker has it already.
    pub fn respond(&self, app: &App, asked: &HeaderMap) -> Response {
        let text = self.write(&app.settings.public_url);
        let tag = format!("W/\"{}\"", &hex(&sha256(&[text.as_bytes()]))[..32]);
        let known = asked.get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok()).is_some_and(|tags| has(tags, &tag));
        let mut response = if known { StatusCode::NOT_MODIFIED.into_response() } else { ([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], text).into_response() };
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
        if let Ok(tag) = HeaderValue::from_str(&tag) {
            headers.insert(header::ETAG, tag);
        }
        response
    }

    fn write(&self, site: &str) -> String {
        let whole = |address: &str| escaped(&format!("{site}{address}"));
        let mut xml = String::with_capacity(1024 + self.entries.len() * 600);
        xml.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"id\">\n");
        for part in [
            element("id", &whole(&self.address)),
            element("title", &escaped(&self.title)),
            element("updated", &stamp(self.updated)),
            element("author", &element("name", &escaped(&self.author))),
            format!("<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>", whole(&self.address)),
            format!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", whole(&self.page)),
        ] {
            xml.push_str(&part);
            xml.push('\n');
        }
        for entry in &self.entries {
            xml.push_str("<entry>\n");
            for part in [
                element("id", &whole(&entry.address)),
                element("title", &escaped(&entry.title)),
                element("updated", &stamp(entry.updated)),
                format!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", whole(&entry.address)),
                format!("<category term=\"{}\"/>", escaped(&entry.category)),
                element("summary", &escaped(&entry.summary)),
            ] {
                xml.push_str(&part);
                xml.push('\n');
            }
            xml.push_str("</entry>\n");
        }
        xml.push_str("</feed>\n");
        xml
    }
}

/// Whether a list of tags has this one, compared weakly (RFC 9110 section 8.8.3.2).
fn has(tags: &str, tag: &str) -> bool {
    let bare = |t: &str| t.trim().trim_start_matches("W/").to_owned();
    tags.trim() == "*" || tags.split(',').any(|t| bare(t) == bare(tag))
}

fn element(name: &str, inner: &str) -> String {
    format!("<{name}>{inner}</{name}>")
}

/// `2026-11-02T02:00:00Z`.
fn stamp(at: Millis) -> String {
    let then = local(at, 0);
    format!("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", then.year(), u8::from(then.month()), then.day(), then.hour(), then.minute(), then.second())
}

/// For text and for values in quotes; what XML cannot hold at all is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed() -> Feed {
        let entry = Entry {
            title: "Jalan <b>ditutup</b> & dialihkan".into(),
            address: "/medan/pengumuman/jalan".into(),
            updated: 1_793_584_800_000,
            summary: "\"]]>\u{1}".into(),
            category: "sosialisasi".into(),
        };
        Feed {
            title: "Pengumuman".into(),
            author: "Pemerintah".into(),
            address: "/medan/pengumuman.atom".into(),
            page: "/medan/pengumuman".into(),
            updated: 0,
            entries: vec![entry],
        }
    }

    #[test]
    fn words_of_people_stay_words() {
        let xml = feed().write("https://balai.example");
        assert!(xml.contains("<title>Jalan &lt;b&gt;ditutup&lt;/b&gt; &amp; dialihkan</title>"));
        assert!(xml.contains("<summary>&quot;]]&gt;</summary>"), "a control character cannot stand in XML");
        assert!(xml.contains("<id>https://balai.example/medan/pengumuman/jalan</id>"));
        assert!(xml.contains("<updated>2026-11-02T02:00:00Z</updated>"));
        assert!(xml.contains("<updated>1970-01-01T00:00:00Z</updated>"));
    }

    #[test]
    fn tags_are_compared_weakly() {
        for (tags, known) in [("W/\"a\"", true), ("\"a\"", true), ("\"b\", W/\"a\"", true), ("*", true), ("\"b\"", false), ("", false)] {
            assert_eq!(has(tags, "W/\"a\""), known, "{tags}");
        }
    }
}
