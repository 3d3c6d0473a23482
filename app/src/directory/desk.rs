//! The directory's desk: where administrators keep it true. `/petugas/direktori` and what hangs under it.

pub mod bulk;
pub mod change;
pub mod edit;
pub mod ending;
pub mod front;
pub mod merge;
pub mod role_end;
pub mod roles;
pub mod tenure;
pub mod unit;
pub mod workload;

use domain::accounts::Actor;
use domain::db::Conn;
use domain::directory::difference::Difference;
use domain::directory::{Government, government};
use leptos::prelude::*;
use vocabulary::accounts::Role;
use vocabulary::directory::SubjectKind;

use crate::components::lines;
use crate::error::PageError;
use crate::words::Words;

/// The government of the address, for who administers something in it; for everyone else the page is not there.
async fn administered(conn: &mut Conn, actor: &Actor, gov: &str) -> Result<Government, PageError> {
    if !actor.holds_in(Role::Administrator, gov) {
        return Err(domain::Error::NotFound.into());
    }
    Ok(government(conn, gov).await?)
}

/// The way from the desk's front page to here.
fn way(words: &'static Words, government: &Government) -> Vec<(String, String)> {
    vec![
        ("/petugas".into(), words.t("desk-title")),
        ("/petugas/direktori".into(), words.t("directory-desk-title")),
        (format!("/petugas/direktori/{}", government.slug), government.short_name.clone()),
    ]
}

/// What a change alters, before and after side by side.
pub(super) fn differences(words: &'static Words, kind: SubjectKind, differences: Vec<Difference>) -> impl IntoView + use<> {
    let shown = move |field: &str, text: &str| -> AnyView {
        let text = match (kind, field) {
            _ if text.is_empty() => return view! { <span class="soft">{words.t("change-nothing")}</span> }.into_any(),
            (SubjectKind::Unit, "jenis") => words.t(&format!("unit-kind-{text}")),
            (SubjectKind::Position, "jenis") => words.t(&format!("type-{text}")),
            (SubjectKind::Service, "peristiwa") => words.t(&format!("event-{text}")),
            _ => text.to_owned(),
        };
        if text.contains('\n') {
            let items = lines(&text).into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            view! { <ul class="list">{items}</ul> }.into_any()
        } else {
            text.into_any()
        }
    };
    let rows = differences
        .into_iter()
        .map(|d| {
            let label = words.t(&format!("edit-{kind}-{}", d.field));
            let (before, after) = (shown(&d.field, &d.before), shown(&d.field, &d.after));
            view! { <div class="difference"><h3>{label}</h3><div class="before"><p class="soft">{words.t("change-before")}</p>{before}</div><div class="after"><p class="soft">{words.t("change-after")}</p>{after}</div></div> }
        })
        .collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <div class="differences stack">{rows}</div> })
}
