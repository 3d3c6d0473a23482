//! The sentence of feedback that is proposed to the assessor: made of what stands on the card, plain and respectful, about
//! the work and never about the person. It is only a beginning: the assessor writes what is kept.

use domain::evaluation::Card;
use vocabulary::evaluation::Source;

use crate::dates;
use crate::words::Words;

pub fn draft(words: &'static Words, card: &Card) -> String {
    let element = card.element.as_deref().map(|e| words.t(&format!("element-{e}")).to_lowercase());
    let what = match (element, &card.service_name) {
        (Some(element), Some(service)) => words.with("draft-element-of", &[("element", &element), ("service", service)]),
        (Some(element), None) => element,
        (None, Some(service)) => words.with("draft-service", &[("service", service)]),
        (None, None) => words.t("draft-matter"),
    };
    let date = dates::day(words, &card.event_on);
    let mut parts = vec![words.with(&format!("draft-{}", card.source), &[("date", &date), ("what", &what)])];
    let complaint = matches!(card.source, Source::Upheld | Source::Partly);
    if let (true, Some(promise)) = (complaint, card.completion_time.as_deref().filter(|t| !t.is_empty())) {
        parts.push(words.with("draft-promise", &[("promise", promise.trim_end_matches('.'))]));
    }
    if card.reply.is_some() {
        parts.push(words.t("draft-reply"));
    }
    parts.push(words.t(if complaint { "draft-improve" } else { "draft-keep" }));
    parts.join(" ")
}
