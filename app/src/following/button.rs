//! "Ikuti kabarnya" on a public page: one press for who is signed in, a link to the form for everybody else. How many follow,
//! and who, is told to nobody.

use domain::db::Linked;
use domain::following::state;
use domain::notifications::news::subject;
use leptos::prelude::*;
use vocabulary::following::Followed;

use crate::components::{feed_link, hidden};
use crate::error::PageError;
use crate::feedback::feed::{case_address, cases_address};
use crate::forum::feed::topic_address;
use crate::session::Visitor;
use crate::words::Words;

/// How this visitor stands to what the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    Stranger,
    Not,
    Follows,
}

/// Asks nothing of the database for a stranger.
///
/// # Errors
/// The database's.
pub async fn told(linked: &mut impl Linked, visitor: &Visitor, kind: Followed, id: impl std::fmt::Display) -> Result<Told, PageError> {
    let Some(actor) = &visitor.actor else { return Ok(Told::Stranger) };
    Ok(match state(linked, actor.account, &subject(kind, id)).await? {
        Some(_) => Told::Follows,
        None => Told::Not,
    })
}

/// `name` is the slug, reference or code in its address.
pub fn follow_button(words: &'static Words, gov: &str, kind: Followed, name: &str, told: Told) -> impl IntoView + use<> {
    let (about, action) = (format!("{kind}:{name}"), format!("/{gov}/kabar"));
    let form = format!("{action}?tentang={about}");
    let press = move |act: &'static str, label: &str, class: &'static str| {
        view! { <form method="post" action=action>{hidden("tentang", &about)}<button class=class name="aksi" value=act>{words.t(label)}</button></form> }
    };
    let inner = match told {
        Told::Stranger => view! { <p><a class="button quiet" href=form>{words.t("telling-follow")}</a></p> }.into_any(),
        Told::Not => view! { {press("ikuti", "telling-follow", "button quiet")} }.into_any(),
        Told::Follows => view! { <p class="chip ok">{words.t("telling-follows")}</p><p><a href=form>{words.t("telling-change")}</a></p>{press("berhenti", "telling-unfollow", "button quiet small")} }.into_any(),
    };
    let feed = match kind {
        Followed::Case => Some(case_address(gov, name)),
        Followed::Topic => Some(topic_address(gov, name)),
        Followed::Unit => Some(format!("{}?unit={name}", cases_address(gov))),
        Followed::Service => Some(format!("{}?layanan={name}", cases_address(gov))),
        Followed::Area => None,
    };
    let feed = feed.map(|address| feed_link(words, address));
    view! { <section class="follow card stack-tight" aria-labelledby="kabar-ini"><h2 id="kabar-ini">{words.t("telling-title")}</h2><p class="soft">{words.t(&format!("telling-what-{kind}"))}</p>{inner}{feed}</section> }
}
