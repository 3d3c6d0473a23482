//! A letter in its reader's language, as plain text and as simple HTML: what happened, what happens next and by when, why it
//! came, how to have less of it. No word of a report's text, no image, nothing loaded from anywhere.

use std::fmt::Write;

use domain::following::letters::{Item, Letter, Line, Next};
use vocabulary::feedback::{Status, StepKind};

use super::address_of;
use crate::components::next_key;
use crate::dates;
use crate::words::Words;

/// How many lines of one thing stand in a letter; of those before, the number.
const LINES_MOST: usize = 4;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub subject: String,
    pub text: String,
    pub html: String,
    /// Where mail programs post when "unsubscribe" is pressed.
    pub unsubscribe: String,
}

/// What a letter says of one thing.
struct Said {
    title: String,
    detail: String,
    lines: Vec<String>,
    next: String,
    /// What its reader can do, and where; for a reporter.
    more: Vec<String>,
    address: String,
}

fn said(words: &Words, site: &str, item: &Item) -> Said {
    let mut lines: Vec<String> = item
        .lines
        .iter()
        .map(|line| match line {
            Line::Step(StepKind::InfoAsked) if item.title.is_empty() => words.t("own-line-asked"),
            Line::Step(kind) => words.t(&format!("step-{kind}")),
            Line::Answer(unit) => words.with("letter-answer", &[("unit", unit)]),
            Line::Replies(count) => words.n("letter-replies", *count as i64),
            Line::Message => words.t("letter-message"),
            Line::Elsewhere => words.t("letter-elsewhere"),
            Line::Announced(unit) => words.with("letter-announced", &[("unit", unit)]),
            Line::AnnouncementChanged => words.t("letter-announcement-changed"),
            Line::AnnouncementWithdrawn => words.t("letter-announcement-withdrawn"),
            Line::Standard(from) => words.with("letter-standard", &[("date", &dates::long_day(words, from))]),
        })
        .collect();
    if lines.len() > LINES_MOST {
        let before = lines.len() - LINES_MOST;
        lines.drain(..before);
        lines.insert(0, words.n("letter-before", before as i64));
    }
    let own = item.title.is_empty();
    let part = matches!(item.next, Next::Case { part: true, .. });
    let title = if own { words.with("own-letter-title", &[("reference", &item.reference)]) } else { item.title.clone() };
    let more = if own {
        own_told(item).iter().filter_map(|told| told.says()).chain(part.then_some("own-says-part")).chain(["own-read"]).map(|key| words.t(key)).collect()
    } else {
        Vec::new()
    };
    let reference = if own { "" } else { item.reference.as_str() };
    let detail = [reference, item.place.as_str()].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ");
    Said { title, detail, lines, next: next(words, item), more, address: format!("{site}{}", item.path) }
}

/// What a reporter is told that has words of its own, the most important first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum OwnTold {
    Asked,
    Answered,
    AskedAgain,
    Silent,
    Message,
}

impl OwnTold {
    const fn of(line: &Line) -> Option<Self> {
        match line {
            Line::Step(StepKind::InfoAsked) => Some(Self::Asked),
            Line::Step(StepKind::Answered) => Some(Self::Answered),
            Line::Step(StepKind::AskedAgain) => Some(Self::AskedAgain),
            Line::Step(StepKind::ClosedSilent) => Some(Self::Silent),
            Line::Message => Some(Self::Message),
            _ => None,
        }
    }

    const fn subject(self) -> &'static str {
        match self {
            Self::Asked => "own-subject-asked",
            Self::Answered => "own-subject-answered",
            Self::AskedAgain => "own-subject-again",
            Self::Silent => "own-subject-silent",
            Self::Message => "own-subject-message",
        }
    }

    const fn says(self) -> Option<&'static str> {
        match self {
            Self::Asked => Some("own-says-asked"),
            Self::Answered => Some("own-says-answered"),
            Self::AskedAgain => Some("own-says-again"),
            Self::Silent => Some("own-says-silent"),
            Self::Message => Some("own-says-message"),
        }
    }
}

fn own_told(item: &Item) -> Vec<OwnTold> {
    let mut told: Vec<OwnTold> = item.lines.iter().filter_map(OwnTold::of).collect();
    told.sort_unstable();
    told.dedup();
    if matches!(item.next, Next::Case { part: true, .. }) {
        told.retain(|told| *told == OwnTold::Message);
    }
    // What was over when the case ended needs no words any more.
    if !item.status().is_some_and(Status::is_open) {
        told.retain(|told| !matches!(told, OwnTold::Asked | OwnTold::Answered));
    }
    told
}

/// What happens next and by when, in words; that nothing does, or that no day is set, is said too.
fn next(words: &Words, item: &Item) -> String {
    match &item.next {
        Next::Case { status, due, part } => {
            let yours = match status.filter(|_| item.title.is_empty() && !part) {
                Some(Status::NeedsInfo) => Some("own-next-asked"),
                Some(Status::Responded) => Some("own-next-answered"),
                _ => None,
            };
            said_by(words, yours.or(status.and_then(next_key)), due.as_deref())
        }
        Next::Topic => words.t("letter-next-topic"),
        Next::Stage { name, until } => words.with("letter-next-stage", &[("stage", name), ("date", &dates::long_day(words, until))]),
        Next::Shown { until: Some(until) } => words.with("letter-next-shown", &[("date", &dates::long_day(words, until))]),
        Next::Shown { until: None } => words.t("letter-next-known"),
        Next::Withdrawn => words.t("letter-next-withdrawn"),
        Next::Standard => words.t("letter-next-standard"),
    }
}

/// What happens next to a case in this state, and by when.
pub fn next_words(words: &Words, status: Option<Status>, due: Option<&str>) -> String {
    said_by(words, status.and_then(next_key), due)
}

fn said_by(words: &Words, key: Option<&str>, due: Option<&str>) -> String {
    let Some(key) = key else { return words.t("letter-next-none") };
    match due {
        Some(due) => words.with("letter-next-by", &[("what", &words.t(key)), ("date", &dates::long_day(words, due))]),
        None => words.with("letter-next-open", &[("what", &words.t(key))]),
    }
}

fn subject(words: &Words, letter: &Letter) -> String {
    match letter.items.as_slice() {
        [only] if letter.own => words.with(own_told(only).first().map_or("own-subject-news", |told| told.subject()), &[("reference", &only.reference)]),
        [only] if letter.more == 0 => {
            let title: String = only.title.chars().take(70).collect();
            words.with("letter-subject-one", &[("title", &title)])
        }
        items => words.n("letter-subject", (items.len() + letter.more) as i64),
    }
}

/// `site` is scheme and host, without a slash at the end.
pub fn write(site: &str, letter: &Letter) -> Written {
    let words = Words::of(&letter.language);
    let items: Vec<Said> = letter.items.iter().map(|item| said(words, site, item)).collect();
    let own = format!("{site}{}", address_of(&letter.link));
    let more = (letter.more > 0).then(|| words.n("letter-more", letter.more as i64));
    let (subject, why) = (subject(words, letter), words.n(if letter.own { "own-why" } else { "letter-why" }, letter.a_day));
    let frame = Frame { words, title: &subject, lead: words.t(if letter.own { "own-letter-lead" } else { "letter-lead" }), more: more.as_deref(), why: &why, own: &own };
    let (text, html) = (frame.text(&items), frame.html(&items));
    Written { text, html, unsubscribe: own.clone(), subject }
}

// A mail has no style sheet of its own that all programs read: the few colours and widths stand on the elements.
const BODY: &str = "margin:0;padding:16px;background:#faf8f3;color:#17252b;font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:16px;line-height:1.5";
const SHEET: &str = "max-width:560px;margin:0 auto;padding:20px;background:#fffefb;border-radius:8px";
const ITEM: &str = "margin:20px 0 0;padding:16px 0 0;border-top:1px solid #ddd8ca";
const SOFT: &str = "margin:0 0 8px;color:#4d5d64;font-size:14px";
const LINK: &str = "color:#0b5b5f";
// For those programs that read one, and have a dark side.
const DARK: &str = "@media (prefers-color-scheme:dark){.page{background:#0e1719!important;color:#e9efee!important}.sheet{background:#152124!important}.part{border-color:#2c3b3e!important}.soft{color:#a5b4b6!important}.link{color:#79cbc4!important}}";

/// What stands around the items.
struct Frame<'a> {
    words: &'a Words,
    title: &'a str,
    lead: String,
    more: Option<&'a str>,
    why: &'a str,
    /// The address of the receiver's own list.
    own: &'a str,
}

impl Frame<'_> {
    fn text(&self, items: &[Said]) -> String {
        let Self { words, lead, more, why, own, .. } = self;
        let mut out = format!("{}\n\n{lead}\n", words.t("letter-hello"));
        for item in items {
            let _ = write!(out, "\n{}\n", item.title);
            if !item.detail.is_empty() {
                let _ = writeln!(out, "{}", item.detail);
            }
            for line in &item.lines {
                let _ = writeln!(out, "- {line}");
            }
            let _ = writeln!(out, "{}", item.next);
            for more in &item.more {
                let _ = write!(out, "\n{more}\n");
            }
            let _ = writeln!(out, "{}", item.address);
        }
        if let Some(more) = more {
            let _ = write!(out, "\n{more}\n");
        }
        let _ = write!(out, "\n-- \n{why}\n{}\n{own}\n", words.t("letter-change"));
        out
    }

    fn html(&self, items: &[Said]) -> String {
        let Self { words, title, lead, more, why, own } = self;
        let mut out = format!(
            "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\"><title>{}</title><style>{DARK}</style></head>\n<body class=\"page\" style=\"{BODY}\"><div class=\"sheet\" style=\"{SHEET}\">\n\
         <p class=\"link\" style=\"margin:0 0 4px;color:#0b5b5f;font-weight:700\">Balai</p>\n<h1 style=\"margin:0;font-size:22px;line-height:1.3\">{}</h1>\n",
            words.language,
            escaped(title),
            escaped(lead)
        );
        for item in items {
            let lines: String = item.lines.iter().map(|line| format!("<li>{}</li>", escaped(line))).collect();
            let more: String = item.more.iter().map(|more| format!("\n<p style=\"margin:8px 0 0\">{}</p>", escaped(more))).collect();
            let _ = write!(
                out,
                "<div class=\"part\" style=\"{ITEM}\"><h2 style=\"margin:0 0 4px;font-size:18px;line-height:1.35\"><a href=\"{}\" class=\"link\" style=\"{LINK}\">{}</a></h2>\n<p class=\"soft\" style=\"{SOFT}\">{}</p>\n<ul style=\"margin:0 0 8px;padding-left:20px\">{lines}</ul>\n<p style=\"margin:0\">{}</p>{more}</div>\n",
                escaped(&item.address),
                escaped(&item.title),
                escaped(&item.detail),
                escaped(&item.next)
            );
        }
        if let Some(more) = more {
            let _ = writeln!(out, "<p class=\"part\" style=\"{ITEM}\">{}</p>", escaped(more));
        }
        let _ = write!(
            out,
            "<p class=\"part soft\" style=\"{ITEM};color:#4d5d64;font-size:14px\">{} <a href=\"{}\" class=\"link\" style=\"{LINK}\">{}</a></p>\n</div></body></html>\n",
            escaped(why),
            escaped(own),
            escaped(&words.t("letter-change-link"))
        );
        out
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

/// What a browser is told: that there is something and where. Of one case its reference, of anything else only the number.
pub fn push_words(language: &str, letter: &Letter) -> serde_json::Value {
    let words = Words::of(language);
    let count = letter.items.len() + letter.more;
    let (body, path) = match letter.items.as_slice() {
        [only] if letter.more == 0 => (if only.reference.is_empty() { words.n("push-news", 1) } else { only.reference.clone() }, only.path.clone()),
        _ => (words.n("push-news", count as i64), "/akun/kabar".to_owned()),
    };
    serde_json::json!({ "title": words.t("push-notice"), "body": body, "path": path, "lang": words.language })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_people_stay_words() {
        assert_eq!(escaped("<b>\"A\" & 'B'</b>"), "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;");
    }
}
