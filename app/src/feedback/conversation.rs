//! What reporter and staff write to each other, as both see it: on the page of the case at the desk, and where the reporter
//! follows it. Plain forms to the page's own address.

use domain::feedback::Message;
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::feedback::ByRole;

use crate::components::{prose, text_area};
use crate::dates;
use crate::words::Words;

/// On which side of the conversation one stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Staff,
    Reporter,
}

/// `action` is the address of the page; `typed` what was written and refused.
pub fn conversation(words: &'static Words, side: Side, messages: Vec<Message>, action: String, problems: &Problems, typed: &str, offset: i64) -> impl IntoView + use<> {
    let unread = side == Side::Staff && messages.iter().any(|m| m.is_unread);
    let none = messages.is_empty().then(|| view! { <p class="soft">{words.t(if side == Side::Staff { "messages-none-staff" } else { "messages-none" })}</p> });
    let items = messages.into_iter().map(|m| item(words, side, m, offset)).collect_view();
    let (label, hint) = match side {
        Side::Staff => ("messages-write-staff", "messages-hint-staff"),
        Side::Reporter => ("messages-write", "messages-hint"),
    };
    let read = unread
        .then(|| view! { <form method="post" action=action.clone()><button class="button quiet small" name="aksi" value="dibaca">{words.t("messages-mark-read")}</button></form> });
    view! {
        <section class="stack" aria-labelledby="percakapan"><h2 id="percakapan">{words.t("messages-title")}</h2>
            {none}
            <ol class="list plain-list messages">{items}</ol>
            {read}
            <form class="stack" method="post" action=action novalidate="novalidate">
                {text_area(words, problems, "pesan", words.t(label), Some(words.t(hint)), 3, typed)}
                <p><button class="button quiet" name="aksi" value="pesan">{words.t("messages-send")}</button></p>
            </form>
        </section>
    }
}

fn item(words: &'static Words, side: Side, message: Message, offset: i64) -> impl IntoView {
    let of_reporter = message.by == ByRole::Reporter;
    let who = match side {
        Side::Reporter if of_reporter => words.t("messages-you"),
        _ => words.t(&format!("by-{}", message.by)),
    };
    // Of a reporter the hour is kept; minutes would be made up.
    let when = if of_reporter { dates::moment_day(words, message.at, offset) } else { dates::moment(words, message.at, offset) };
    let is_new = (side == Side::Staff && message.is_unread).then(|| view! { <span class="chip wait">{words.t("messages-new")}</span> });
    let text = match &message.text {
        Some(text) => prose(text).into_any(),
        None => view! { <p class="soft">{words.t("messages-erased")}</p> }.into_any(),
    };
    view! { <li class="stack-tight"><p><strong>{who}</strong> <span class="soft">" · " {when} " "</span>{is_new}</p>{text}</li> }
}
