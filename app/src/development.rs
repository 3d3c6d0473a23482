//! What follows from evaluation, for a person.

pub mod coaching;
pub mod coaching_list;
pub mod coaching_open;
pub mod profile;
pub mod recognition;
pub mod talent;
pub mod training;

use axum::response::Response;
use domain::accounts::Actor;
use domain::directory::{Government, government};
use leptos::prelude::*;
use vocabulary::accounts::Role;

use crate::error::PageError;
use crate::session::Visitor;
use crate::shell::App;
use crate::words::Words;

/// The government that is meant: the one asked for, else the first the actor works for.
///
/// # Errors
/// Not found for one the actor does not work for.
async fn place(app: &App, visitor: &Visitor, asked: &str) -> Result<Government, PageError> {
    let governments = visitor.staff()?.governments();
    let slug = if asked.is_empty() { governments.first() } else { governments.iter().find(|g| *g == asked) };
    let mut conn = app.portal.db.read().await?;
    Ok(government(&mut conn, slug.ok_or(domain::Error::NotFound)?).await?)
}

/// The pages of development.
fn development_nav(words: &'static Words, actor: &Actor, here: &'static str) -> impl IntoView + use<> {
    let tab = |href: &'static str, key: &str| view! { <a href=href aria-current=(href == here).then_some("page")>{words.t(key)}</a> };
    view! { <nav class="tabs" aria-label=words.t("desk-development")>{tab("/petugas/pembinaan", "coaching-title")}{actor.person.map(|_| tab("/petugas/pengembangan", "growth-title"))}{tab("/petugas/penghargaan", "recognition-title")}{actor.holds(Role::PersonnelOffice).then(|| tab("/petugas/pelatihan", "training-overview"))}{actor.holds(Role::PersonnelOffice).then(|| tab("/petugas/talenta", "talent-title"))}</nav> }
}

/// What a handler of a form answers.
type Answer = Result<Response, PageError>;
