//! `/petugas/direktori/{gov}/unit/{slug}`: everything of one unit that can be changed, each with its link.

use axum::extract::{Path, State};
use axum::response::Response;
use domain::directory::gate::Gate;
use domain::directory::positions::of_unit;
use domain::directory::{services, units};
use leptos::prelude::*;
use vocabulary::accounts::Role;

use super::{administered, way};
use crate::components::crumbs;
use crate::error::PageError;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};

pub async fn show(State(app): State<App>, visitor: Visitor, Path((gov, slug)): Path<(String, String)>) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, &gov).await?;
    let today = government.today(visitor.now);
    let unit = units::show(&mut conn, Gate::inside(), &gov, &slug).await?;
    if !actor.scope(&mut conn, Role::Administrator, &gov).await?.units.contains(&unit.id) {
        return Err(domain::Error::NotFound.into());
    }
    let posts = of_unit(&mut conn, Gate::inside(), unit.id, &today).await?;
    let served: Vec<_> =
        services::of_unit(&mut conn, Gate::inside(), unit.id, &gov, unit.kind.as_str(), &today).await?.into_iter().filter(|s| s.served_by_kind.is_none()).collect();
    let below = units::under(&mut conn, unit.id, &today).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: unit.name.clone(), section: Section::Staff, private: true, ..Page::default() };
    let base = format!("/petugas/direktori/{gov}");
    Ok(visitor.page(&app, Some(&government), page, || {
        let link = |href: String, key: &str, what: &str| view! { <a href=href>{words.t(key)}<span class="visually-hidden">" " {what.to_owned()}</span></a> };
        let has = (!posts.is_empty(), !served.is_empty(), !below.is_empty());
        let posts = posts
            .iter()
            .map(|p| {
                let b = format!("{base}/jabatan/{}", p.slug);
                let filled = words.with("position-filled", &[("actual", &p.headcount_actual.to_string()), ("required", &p.headcount_required.to_string())]);
                view! {
                    <li><strong>{p.title.clone()}</strong><span class="soft">{p.holder.clone()} {p.holder.is_some().then_some(" · ")} {filled}</span>
                    <span class="row-actions">{link(format!("{b}/ubah"), "directory-edit", &p.title)}{link(format!("{b}/pejabat"), "directory-holders", &p.title)}{link(format!("{b}/abk"), "directory-workload", &p.title)}{link(format!("{b}/akhiri"), "directory-end", &p.title)}</span></li>
                }
            })
            .collect_view();
        let services = served
            .iter()
            .map(|s| {
                let name = s.short_name.clone();
                view! {
                    <li><strong>{name.clone()}</strong><span class="soft">{s.completion_time.clone()} " · " {s.fee.clone()}</span>
                    <span class="row-actions">{link(format!("{base}/layanan/{}/ubah", s.slug), "directory-edit", &name)}{link(format!("{base}/standar/{}/ubah", s.slug), "directory-standard", &name)}{link(format!("{base}/layanan/{}/akhiri", s.slug), "directory-end", &name)}</span></li>
                }
            })
            .collect_view();
        let below = below.iter().map(|u| view! { <li><a href=format!("{base}/unit/{}", u.slug)><strong>{u.name.clone()}</strong></a></li> }).collect_view();
        view! {
            {crumbs(words, way(words, &government), unit.name.clone())}
            <h1>{unit.name.clone()}</h1>
            <p class="actions">
                <a class="button" href=format!("{base}/unit/{slug}/ubah")>{words.t("directory-edit-unit")}</a>
                <a class="button quiet" href=format!("{base}/jabatan/baru?unit={slug}")>{words.t("directory-new-position")}</a>
                <a class="button quiet" href=format!("{base}/layanan/baru?unit={slug}")>{words.t("directory-new-service")}</a>
                <a class="button quiet" href=format!("{base}/unit/baru?induk={slug}")>{words.t("directory-new-unit-below")}</a>
                <a href=format!("{base}/unit/{slug}/akhiri")>{words.t("directory-end-unit")}</a>
                <a href=format!("/{gov}/unit/{slug}")>{words.t("directory-public-page")}</a>
            </p>
            {has.0.then(|| view! { <section class="stack" aria-labelledby="jabatan"><h2 id="jabatan">{words.t("unit-positions")}</h2><ul class="list keep">{posts}</ul></section> })}
            {has.1.then(|| view! { <section class="stack" aria-labelledby="layanan"><h2 id="layanan">{words.t("unit-services")}</h2><ul class="list keep">{services}</ul></section> })}
            {has.2.then(|| view! { <section class="stack" aria-labelledby="bawah"><h2 id="bawah">{words.t("unit-below")}</h2><ul class="list">{below}</ul></section> })}
        }
    }))
}
