//! Lists, crumbs, paging, empty states and people's own text.

use domain::clock::Millis;
use domain::directory::Government;
use domain::feedback::ListedCase;
use leptos::prelude::*;

use super::status::case_chip;
use crate::dates;
use crate::words::Words;

/// The way here: addresses with their labels, and where one is.
pub fn crumbs(words: &'static Words, way: Vec<(String, String)>, here: String) -> impl IntoView {
    view! {
        <nav class="crumbs-nav" aria-label=words.t("crumbs")>
            <ol class="crumbs">
                {way.into_iter().map(|(href, label)| view! { <li><a href=href>{label}</a></li> }).collect_view()}
                <li aria-current="page">{here}</li>
            </ol>
        </nav>
    }
}

/// The link to the next page, and back to the first when one is not there.
pub fn pager(words: &'static Words, first: Option<String>, next: Option<String>) -> impl IntoView {
    (first.is_some() || next.is_some()).then(|| {
        view! {
            <nav class="pager" aria-label=words.t("pager")>
                {first.map(|href| view! { <a rel="prev" href=href>{words.t("pager-first")}</a> })}
                {next.map(|href| view! { <a rel="next" href=href>{words.t("pager-next")}</a> })}
            </nav>
        }
    })
}

/// The feed of what the page lists, for reader programs.
pub fn feed_link(words: &'static Words, address: String) -> impl IntoView + use<> {
    view! { <p class="subscribe"><a href=address type="application/atom+xml">{words.t("feed-follow")}</a></p> }
}

/// Nothing here, and what one can do about it.
pub fn empty(title: String, text: String, step: Option<(String, String)>) -> impl IntoView {
    view! {
        <div class="empty stack-tight">
            <h2>{title}</h2>
            <p>{text}</p>
            {step.map(|(href, label)| view! { <p><a class="button quiet" href=href>{label}</a></p> })}
        </div>
    }
}

/// Published cases, each with its chip.
pub fn case_list(words: &'static Words, government: &Government, cases: Vec<ListedCase>, now: Millis) -> impl IntoView + use<> {
    let (slug, offset, today) = (government.slug.clone(), government.utc_offset_hours, government.today(now));
    let items = cases
        .into_iter()
        .map(move |case| {
            let href = format!("/{slug}/laporan/{}", case.reference);
            let unit = case.unit_name.clone().unwrap_or_else(|| words.t("case-no-unit"));
            let detail = format!("{} · {unit} · {}", case.reference, dates::moment_day(words, case.received_at, offset));
            let chip = case_chip(words, case.status, case.closed_reason.as_deref(), case.answer_due.as_deref(), case.answered_at.is_some(), &today);
            view! { <li><a href=href><strong>{case.title}</strong></a><span class="soft">{detail}</span>{chip}</li> }
        })
        .collect_view();
    view! { <ul class="list">{items}</ul> }
}

/// People's own text: its line ends kept, everything else escaped, addresses of the web made links that tell nobody
/// where the reader came from.
pub fn prose(text: &str) -> impl IntoView + use<> {
    let mut parts: Vec<AnyView> = Vec::new();
    let mut plain = String::new();
    for word in text.split_inclusive(char::is_whitespace) {
        let address = word.trim_end().trim_end_matches(['.', ',', ')', ';', ':', '!', '?']);
        if (address.starts_with("https://") || address.starts_with("http://")) && address.len() > 10 {
            parts.push(std::mem::take(&mut plain).into_any());
            parts.push(view! { <a href=address.to_owned() rel="nofollow ugc noreferrer noopener">{address.to_owned()}</a> }.into_any());
            plain.push_str(&word[address.len()..]);
        } else {
            plain.push_str(word);
        }
    }
    parts.push(plain.into_any());
    view! { <div class="prose">{parts}</div> }
}

/// Text with one item a line.
pub fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect()
}
