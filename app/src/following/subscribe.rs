//! `/{gov}/kabar?tentang=…`: following one thing: at once with an account, by a confirmed address without one.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::{Government, government};
use domain::following::{self, Request, Subject, find, letters_a_day, state};
use domain::ids::FollowerId;
use domain::notifications::Mail;
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::Problems;
use vocabulary::following::{Telling, Wanted};

use super::list::telling_fields;
use crate::components::{crumbs, error_summary, hidden, line_field, mistake};
use crate::error::PageError;
use crate::form::Form;
use crate::limits::{Address, What};
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};

/// What the form is about.
struct About {
    government: Government,
    wanted: Wanted,
    subject: Subject,
    /// How this visitor follows it already.
    now: Option<(FollowerId, Telling)>,
    /// Letters a day at most.
    a_day: i64,
}

async fn about(app: &App, visitor: &Visitor, gov: &str, typed: &str) -> Result<About, PageError> {
    let wanted = Wanted::parse(typed).ok_or(Error::NotFound)?;
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, gov).await?;
    let subject = find(&mut conn, &app.portal.gate, &government, &wanted).await?;
    let now = match &visitor.actor {
        Some(actor) => state(&mut conn, actor.account, &subject.key).await?,
        None => None,
    };
    let a_day = letters_a_day(&mut conn, &government.today(visitor.now)).await?;
    Ok(About { government, wanted, subject, now, a_day })
}

pub async fn get(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let about = about(&app, &visitor, &gov, query.get("tentang").map(String::as_str).unwrap_or_default()).await?;
    Ok(draw(&app, &visitor, &about, "", about.now.map(|(_, telling)| telling).unwrap_or_default(), &Problems::default()))
}

fn draw(app: &App, visitor: &Visitor, about: &About, email: &str, telling: Telling, problems: &Problems) -> Response {
    let words = visitor.words;
    let gov = about.government.slug.clone();
    let page =
        Page { title: words.with("telling-page-title", &[("title", &about.subject.title)]), section: Section::None, wrong: !problems.is_empty(), private: true, ..Page::default() };
    visitor.page(app, Some(&about.government), page, || {
        let way = vec![(format!("/{gov}"), about.government.short_name.clone()), (about.subject.path.clone(), about.subject.title.clone())];
        let fields = match &visitor.actor {
            Some(actor) => view! { <p>{words.with("telling-to-account", &[("email", &actor.email)])}</p> }.into_any(),
            None => {
                let back = serde_urlencoded::to_string([("kembali", &visitor.path)]).unwrap_or_default();
                view! {
                    {line_field(words, problems, "surel", words.t("telling-email"), Some(words.t("telling-email-hint")), "email", "email", email)}
                    <p class="soft">{words.t("telling-or-sign-in")} " " <a href=format!("/masuk?{back}")>{words.t("nav-sign-in")}</a></p>
                }
                .into_any()
            }
        };
        let button = match (&visitor.actor, about.now) {
            (Some(_), Some(_)) => "telling-save",
            (Some(_), None) => "telling-follow",
            (None, _) => "telling-ask-link",
        };
        let end = about.now.map(|_| view! { <button class="button quiet" name="aksi" value="berhenti">{words.t("telling-unfollow")}</button> });
        view! {
            {crumbs(words, way, words.t("telling-title"))}
            <div class="measure stack">
                {error_summary(words, problems)}
                <h1>{words.with("telling-page-title", &[("title", &about.subject.title)])}</h1>
                <p class="lead">{words.t(&format!("telling-what-{}", about.subject.kind))}</p>
                {mistake(words, problems, "tentang")}
                <form class="stack" id="tentang" method="post" action=format!("/{gov}/kabar") novalidate="novalidate">
                    {hidden("tentang", &about.wanted.to_string())}
                    {fields}
                    {telling_fields(words, 0, telling)}
                    <p class="soft">{words.n("telling-promise", about.a_day)}</p>
                    <div class="actions"><button class="button" name="aksi" value="ikuti">{words.t(button)}</button>{end}</div>
                </form>
                <p class="soft">{words.t("telling-not-public")}</p>
            </div>
        }
    })
}

pub async fn post(State(app): State<App>, visitor: Visitor, Address(address): Address, Path(gov): Path<String>, form: Form) -> Result<Response, PageError> {
    app.limits.check(What::Send, &address)?;
    let about = about(&app, &visitor, &gov, form.get("tentang")).await?;
    // A page's button says only "follow": the usual way then.
    let usual = Telling::default();
    let or = |name: &str, usual: &str| if form.get(name).is_empty() { usual.to_owned() } else { form.get(name).to_owned() };
    let (level, rhythm) = (or("tingkat", usual.level.as_str()), or("irama", usual.rhythm.as_str()));
    let shown = Telling::parse(&level, &rhythm).unwrap_or_default();
    match (&visitor.actor, form.get("aksi")) {
        (Some(_), "berhenti") => {
            if let Some((follower, _)) = about.now {
                following::unfollow(&app.portal, follower, &about.subject.key).await?;
            }
            say(&visitor, "telling-ended").await?;
            Ok(Redirect::to(&about.subject.path).into_response())
        }
        // The button of a page that was open before: how it is followed by now stays.
        (Some(_), "ikuti") if about.now.is_some() && form.get("tingkat").is_empty() => Ok(Redirect::to(&about.subject.path).into_response()),
        (Some(actor), "ikuti") => {
            let done = match Telling::parse(&level, &rhythm) {
                Ok(telling) => following::follow(&app.portal, actor, visitor.words.language, &about.subject, telling).await,
                Err(problems) => Err(problems.into()),
            };
            match done {
                Err(Error::Invalid(problems)) => Ok(draw(&app, &visitor, &about, "", shown, &problems)),
                done => {
                    done?;
                    say(&visitor, "telling-begun").await?;
                    Ok(Redirect::to(&about.subject.path).into_response())
                }
            }
        }
        (None, "ikuti") => {
            let asked = match Telling::parse_with_address(&level, &rhythm, form.get("surel")) {
                Ok((telling, email)) => {
                    app.limits.check(What::SignIn, email.as_str())?;
                    let asked = Request { email: &email, language: visitor.words.language, subject: &about.subject, telling };
                    let compose = |token: &str, hours: i64| Mail {
                        to: email.as_str().to_owned(),
                        language: visitor.words.language.to_owned(),
                        key: "mail-follow".into(),
                        args: vec![
                            ("title".into(), about.subject.title.clone()),
                            ("link".into(), format!("{}/kabar/konfirmasi/{token}", app.settings.public_url)),
                            ("hours".into(), hours.to_string()),
                        ],
                    };
                    following::request(&app.portal, &asked, compose).await
                }
                Err(problems) => Err(problems.into()),
            };
            match asked {
                Err(Error::Invalid(problems)) => Ok(draw(&app, &visitor, &about, form.get("surel"), shown, &problems)),
                asked => Ok(mailed(&app, &visitor, &about, asked?)),
            }
        }
        _ => Err(PageError::BadForm),
    }
}

/// The same whether the address follows it already or not.
fn mailed(app: &App, visitor: &Visitor, about: &About, hours: i64) -> Response {
    let words = visitor.words;
    let page = Page { title: words.t("mailed-title"), private: true, ..Page::default() };
    visitor.page(app, Some(&about.government), page, || {
        view! {
            <div class="measure stack">
                <h1>{words.t("mailed-title")}</h1>
                <p>{words.n("telling-mailed", hours)}</p>
                {app.settings.demo.then(|| view! { <p class="soft">{words.t("mailed-demo")}</p> })}
                <p><a href=about.subject.path.clone()>{words.with("telling-back", &[("title", &about.subject.title)])}</a></p>
            </div>
        }
    })
}
