//! `/petugas/direktori/{gov}/jabatan/{slug}/pejabat`: who holds a post, appointing somebody, ending a tenure.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::changes::submit;
use domain::directory::edit::{Fields, tenure};
use domain::directory::gate::Gate;
use domain::directory::positions;
use domain::directory::tenures::{NamedPerson, of_position, people_named};
use domain::ids::TenureId;
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::accounts::Role;
use vocabulary::directory::TenureKind;
use vocabulary::{Fault, Problems};

use super::{administered, way};
use crate::components::{Choice, choices, crumbs, error_summary, line_field, text_area};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};

pub async fn get(State(app): State<App>, visitor: Visitor, Path((gov, slug)): Path<(String, String)>) -> Result<Response, PageError> {
    draw(&app, &visitor, &gov, &slug, &Fields::default(), Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Path((gov, slug)): Path<(String, String)>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let fields: Fields = tenure::FIELDS.iter().chain(&["alasan", "sk", "aksi", "masa"]).map(|n| (*n, form.get(n))).collect();
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, &gov).await?;
    let today = government.today(visitor.now);
    let asked = match form.get("aksi") {
        "tunjuk" => tenure::appoint(&app.portal, &mut conn, &government, &slug, &fields, &today).await,
        "akhiri-masa" => {
            let held = Uuid::try_parse(form.get("masa")).map(TenureId).map_err(|_| PageError::BadForm)?;
            tenure::end(&mut conn, &government, &slug, held, &fields).await
        }
        _ => return Err(PageError::BadForm),
    };
    drop(conn);
    let done = match asked {
        Ok(changes) => submit(&app.portal, actor, &gov, changes).await,
        Err(other) => Err(other),
    };
    match done {
        Ok(_) => {
            say(&visitor, "change-published").await?;
            Ok(Redirect::to(&format!("/petugas/direktori/{gov}/jabatan/{slug}/pejabat")).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, &gov, &slug, &fields, problems).await,
        Err(other) => Err(other.into()),
    }
}

async fn draw(app: &App, visitor: &Visitor, gov: &str, slug: &str, fields: &Fields, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, gov).await?;
    let today = government.today(visitor.now);
    let post = positions::show(&mut conn, Gate::inside(), gov, slug).await?;
    if !actor.scope(&mut conn, Role::Administrator, gov).await?.units.contains(&post.unit_id) {
        return Err(Error::NotFound.into());
    }
    let held = of_position(&mut conn, post.id).await?;
    // Several people of one name: the form asks which of them is meant.
    let several: Vec<NamedPerson> = if matches!(problems.of("orang"), Some(Fault::Ambiguous | Fault::UnknownChoice)) || !fields.get("orang").is_empty() {
        people_named(&mut conn, gov, fields.get("nama").trim(), &today).await?
    } else {
        Vec::new()
    };
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.with("tenure-title", &[("post", &post.title)]), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    let address = format!("/petugas/direktori/{gov}/jabatan/{slug}/pejabat");
    Ok(visitor.page(app, Some(&government), page, || {
        let is_ending = fields.get("aksi") == "akhiri-masa";
        let none = Problems::default();
        let list = held
            .iter()
            .map(|t| {
                let period = match &t.ends_on {
                    Some(end) => words.with("tenure-from-to", &[("from", &dates::day(words, &t.starts_on)), ("to", &dates::day(words, end))]),
                    None => words.with("tenure-since", &[("from", &dates::day(words, &t.starts_on))]),
                };
                let open = t.ends_on.as_ref().is_none_or(|e| *e >= today);
                let mine = is_ending && fields.get("masa") == t.id.to_string();
                let end = open.then(|| {
                    let form = if mine {
                        view! {
                            {line_field(words, &problems, "sampai", words.t("tenure-last-day"), None, "date", "", fields.get("sampai"))}
                            {text_area(words, &problems, "alasan", words.t("edit-alasan"), None, 2, fields.get("alasan"))}
                            {line_field(words, &problems, "sk", words.t("edit-sk"), None, "text", "", fields.get("sk"))}
                        }
                        .into_any()
                    } else {
                        let id = t.id.to_string();
                        view! {
                            <div class="field"><label for=format!("sampai-{id}")>{words.t("tenure-last-day")}</label><input type="date" id=format!("sampai-{id}") name="sampai"/></div>
                            <div class="field"><label for=format!("alasan-{id}")>{words.t("edit-alasan")}</label><textarea id=format!("alasan-{id}") name="alasan" rows="2"></textarea></div>
                            <div class="field"><label for=format!("sk-{id}")>{words.t("edit-sk")}</label><input type="text" id=format!("sk-{id}") name="sk"/></div>
                        }
                        .into_any()
                    };
                    view! { <details open=mine><summary>{words.t("tenure-end")}</summary><form method="post" action=address.clone() class="stack" novalidate="novalidate"><input type="hidden" name="masa" value=t.id.to_string()/>{form}<p><button class="button quiet" name="aksi" value="akhiri-masa">{words.t("tenure-end")}</button></p></form></details> }
                });
                view! { <li><strong>{t.name.clone()}</strong><span class="soft">{words.t(&format!("tenure-{}", t.kind))} " · " {period} " · " {t.decree.clone().unwrap_or_default()}</span>{end}</li> }
            })
            .collect_view();
        let appoint = if is_ending { &none } else { &problems };
        let typed = |name: &str| if is_ending { "" } else { fields.get(name) }.to_owned();
        let who = (!several.is_empty()).then(|| {
            let options = several
                .iter()
                .map(|p| Choice { value: p.id.to_string(), label: p.name.clone(), hint: Some(p.title.clone().unwrap_or_else(|| words.t("tenure-no-post"))) })
                .chain(std::iter::once(Choice::plain("baru", words.t("tenure-new-person"))))
                .collect();
            choices(words, appoint, "orang", words.t("tenure-which"), options, fields.get("orang"))
        });
        let kinds = TenureKind::ALL.iter().map(|k| Choice { value: k.to_string(), label: words.t(&format!("tenure-{k}")), hint: Some(words.t(&format!("tenure-{k}-hint"))) }).collect();
        let id = |name: &'static str| if is_ending { "" } else { name };
        // While another form of this page is wrong, this one's ids would repeat: it is shown when that is done.
        let form = (!is_ending || problems.is_empty()).then(|| {
            view! {
                <section class="stack" aria-labelledby="tunjuk">
                    <h2 id="tunjuk">{words.t("tenure-appoint")}</h2>
                    <form method="post" action=address.clone() class="stack measure" novalidate="novalidate">
                        {line_field(words, appoint, "nama", words.t("tenure-name"), Some(words.t("tenure-name-hint")), "text", "off", &typed(id("nama")))}
                        {who}
                        {choices(words, appoint, "jenis_masa", words.t("tenure-kind"), kinds, fields.get("jenis_masa"))}
                        {line_field(words, appoint, "mulai", words.t("tenure-first-day"), None, "date", "", &typed("mulai"))}
                        {line_field(words, appoint, "sampai", words.t("tenure-last-day"), Some(words.t("tenure-last-day-hint")), "date", "", &typed("sampai"))}
                        {line_field(words, appoint, "sk", words.t("edit-sk"), None, "text", "", &typed("sk"))}
                        {text_area(words, appoint, "alasan", words.t("edit-alasan"), None, 2, &typed("alasan"))}
                        <div class="choice"><input type="checkbox" id="akhiri" name="akhiri" value="ya" checked=fields.get("akhiri") == "ya"/><label for="akhiri">{words.t("tenure-replace")}</label></div>
                        <p><button class="button" name="aksi" value="tunjuk">{words.t("tenure-appoint")}</button></p>
                    </form>
                </section>
            }
        });
        let heading = words.with("tenure-title", &[("post", &post.title)]);
        let mut way = way(words, &government);
        way.push((format!("/petugas/direktori/{gov}/unit/{}", post.unit_slug), post.unit_name.clone()));
        let nobody = held.is_empty().then(|| view! { <p class="soft">{words.t("tenure-nobody")}</p> });
        view! {
            {crumbs(words, way, words.t("directory-holders"))}
            {error_summary(words, &problems)}
            <h1>{heading}</h1>
            {nobody}
            <ul class="list keep">{list}</ul>
            {form}
        }
    }))
}
