//! A letter in its reader's language, as plain text and as simple HTML: what happened, what happens next and by when, why it
//! came, how to have less of it. No word of a report's text, no image, nothing loaded from anywhere.

use std::fmt::Write;

use domain::following::letters::{Item, Letter, Line};
use vocabulary::feedback::Status;
use vocabulary::following::Followed;

use super::address_of;
use crate::components::next_key;
use crate::dates;
use crate::words::Words;

/// How many lines of one case or topic stand in a letter; of those before, the number.
const LINES_MOST: usize = 4;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub subject: String,
    pub text: String,
    pub html: String,
    /// Where mail programs post when "unsubscribe" is pressed.
    pub unsubscribe: String,
}

/// What a letter says of one case or topic.
struct Said {
    title: String,
    detail: String,
    lines: Vec<String>,
    next: String,
    address: String,
}

fn said(words: &Words, site: &str, item: &Item) -> Said {
    let mut lines: Vec<String> = item
        .lines
        .iter()
        .map(|line| match line {
            Line::Step(kind) => words.t(&format!("step-{kind}")),
            Line::Answer(unit) => words.with("letter-answer", &[("unit", unit)]),
            Line::Replies(count) => words.n("letter-replies", *count as i64),
        })
        .collect();
    if lines.len() > LINES_MOST {
        let before = lines.len() - LINES_MOST;
        lines.drain(..before);
        lines.insert(0, words.n("letter-before", before as i64));
    }
    let detail = [item.reference.as_str(), item.place.as_str()].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ");
    Said { title: item.title.clone(), detail, lines, next: next(words, item), address: format!("{site}{}", item.path) }
}

/// What happens next and by when, in words; that nothing does, or that no day is set, is said too.
fn next(words: &Words, item: &Item) -> String {
    if item.kind == Followed::Topic {
        return words.t("letter-next-topic");
    }
    next_words(words, item.status, item.due.as_deref())
}

/// What happens next to a case in this state, and by when.
pub fn next_words(words: &Words, status: Option<Status>, due: Option<&str>) -> String {
    let Some(key) = status.and_then(next_key) else { return words.t("letter-next-none") };
    match due {
        Some(due) => words.with("letter-next-by", &[("what", &words.t(key)), ("date", &dates::long_day(words, due))]),
        None => words.with("letter-next-open", &[("what", &words.t(key))]),
    }
}

fn subject(words: &Words, letter: &Letter) -> String {
    match letter.items.as_slice() {
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
    let (subject, why) = (subject(words, letter), words.n("letter-why", letter.a_day));
    let frame = Frame { words, title: &subject, more: more.as_deref(), why: &why, own: &own };
    let (text, html) = (frame.text(&items), frame.html(&items));
    Written { text, html, unsubscribe: own.clone(), subject }
}

// A mail has no style sheet of its own that all programs read: the few colours and widths stand on the elements.
const BODY: &str = "margin:0;padding:16px;background:#f4f6f6;color:#14201f;font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:16px;line-height:1.5";
const SHEET: &str = "max-width:560px;margin:0 auto;padding:20px;background:#ffffff;border-radius:8px";
const ITEM: &str = "margin:20px 0 0;padding:16px 0 0;border-top:1px solid #d5dddc";
const SOFT: &str = "margin:0 0 8px;color:#4d5c5b;font-size:14px";
const LINK: &str = "color:#0b5b5f";

/// What stands around the items.
struct Frame<'a> {
    words: &'a Words,
    title: &'a str,
    more: Option<&'a str>,
    why: &'a str,
    /// The address of the receiver's own list.
    own: &'a str,
}

impl Frame<'_> {
    fn text(&self, items: &[Said]) -> String {
        let Self { words, more, why, own, .. } = self;
        let mut out = format!("{}\n\n{}\n", words.t("letter-hello"), words.t("letter-lead"));
        for item in items {
            let _ = write!(out, "\n{}\n", item.title);
            if !item.detail.is_empty() {
                let _ = writeln!(out, "{}", item.detail);
            }
            for line in &item.lines {
                let _ = writeln!(out, "- {line}");
            }
            let _ = writeln!(out, "{}\n{}", item.next, item.address);
        }
        if let Some(more) = more {
            let _ = write!(out, "\n{more}\n");
        }
        let _ = write!(out, "\n-- \n{why}\n{}\n{own}\n", words.t("letter-change"));
        out
    }

    fn html(&self, items: &[Said]) -> String {
        let Self { words, title, more, why, own } = self;
        let mut out = format!(
            "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{}</title></head>\n<body style=\"{BODY}\"><div style=\"{SHEET}\">\n\
         <p style=\"margin:0 0 4px;color:#0b5b5f;font-weight:700\">Balai</p>\n<h1 style=\"margin:0;font-size:22px;line-height:1.3\">{}</h1>\n",
            words.language,
            escaped(title),
            escaped(&words.t("letter-lead"))
        );
        for item in items {
            let lines: String = item.lines.iter().map(|line| format!("<li>{}</li>", escaped(line))).collect();
            let _ = write!(
                out,
                "<div style=\"{ITEM}\"><h2 style=\"margin:0 0 4px;font-size:18px;line-height:1.35\"><a href=\"{}\" style=\"{LINK}\">{}</a></h2>\n<p style=\"{SOFT}\">{}</p>\n<ul style=\"margin:0 0 8px;padding-left:20px\">{lines}</ul>\n<p style=\"margin:0\">{}</p></div>\n",
                escaped(&item.address),
                escaped(&item.title),
                escaped(&item.detail),
                escaped(&item.next)
            );
        }
        if let Some(more) = more {
            let _ = writeln!(out, "<p style=\"{ITEM}\">{}</p>", escaped(more));
        }
        let _ = write!(
            out,
            "<p style=\"{ITEM};color:#4d5c5b;font-size:14px\">{} <a href=\"{}\" style=\"{LINK}\">{}</a></p>\n</div></body></html>\n",
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
