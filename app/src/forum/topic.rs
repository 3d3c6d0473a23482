//! `/{gov}/forum/topik/{code}`: one topic, replying to it, supporting it.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::directory::{Government, government};
use domain::forum::{self, ShownReply, Topic, answering_unit};
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::following::Followed;
use vocabulary::forum::reply as parse_reply;

use super::feed::topic_address;
use crate::components::{crumbs, error_summary, hidden, prose, text_area};
use crate::dates;
use crate::error::PageError;
use crate::following::button::{follow_button, told};
use crate::form::Form;
use crate::limits::{Address, What};
use crate::session::Visitor;
use crate::sharing::Card;
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn show(State(app): State<App>, visitor: Visitor, Path((gov, code)): Path<(String, String)>) -> Result<Response, PageError> {
    draw(&app, &visitor, &gov, &code, &Form::default(), Problems::default()).await
}

pub async fn reply(State(app): State<App>, visitor: Visitor, Address(address): Address, Path((gov, code)): Path<(String, String)>, form: Form) -> Result<Response, PageError> {
    let Some(actor) = &visitor.actor else { return draw(&app, &visitor, &gov, &code, &form, Problems::default()).await };
    app.limits.check(What::Write, &address)?;
    match form.get("aksi") {
        "membantu" => forum::helpful(&app.portal, actor, &gov, &code, form.get("balasan-nomor").parse().map_err(|_| PageError::BadForm)?).await?,
        "dukung" => forum::support(&app.portal, actor, &gov, &code).await?,
        "balas" => match parse_reply(form.get("balasan")) {
            Ok(text) => forum::reply(&app.portal, actor, &gov, &code, form.get("kunci"), &text, form.get("resmi") == "1").await?,
            Err(problems) => return draw(&app, &visitor, &gov, &code, &form, problems).await,
        },
        _ => return Err(PageError::BadForm),
    }
    Ok(Redirect::to(&format!("/{gov}/forum/topik/{code}")).into_response())
}

async fn draw(app: &App, visitor: &Visitor, gov: &str, code: &str, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, gov).await?;
    let (topic, replies) = forum::show(&mut conn, gov, code, visitor.actor.as_ref().map(|a| a.account)).await?;
    let helped = forum::helped(&mut conn, topic.id, visitor.actor.as_ref().map(|a| a.account)).await?;
    let following = told(&mut conn, visitor, Followed::Topic, topic.id).await?;
    drop(conn);
    let words = visitor.words;
    // The form was sent without a session: what was typed comes back with the page.
    let ended = visitor.actor.is_none() && !form.get("balasan").is_empty();
    let hidden_topic = topic.hidden_reason.clone();
    let title = if hidden_topic.is_some() { words.t("forum-hidden-title") } else { topic.title.clone() };
    let short: String = topic.text.chars().take(150).collect();
    let page = Page {
        title: title.clone(),
        description: (!short.is_empty()).then_some(short),
        section: Section::Forum,
        wrong: !problems.is_empty() || ended,
        feed: hidden_topic.is_none().then(|| topic_address(gov, code)),
        card: Card::topic(&government, &topic),
        ..Page::default()
    };
    let key = if form.get("kunci").is_empty() { app.portal.chance.token() } else { form.get("kunci").to_owned() };
    Ok(visitor.page(app, Some(&government), page, || {
        let address = format!("/{gov}/forum/topik/{code}");
        let way = vec![
            (format!("/{gov}"), government.short_name.clone()),
            (format!("/{gov}/forum"), words.t("forum-title")),
            (format!("/{gov}/forum/{}", topic.category), words.t(&format!("category-{}", topic.category))),
        ];
        let detail = format!("{} · {}", topic.author_name, dates::moment(words, topic.created_at, government.utc_offset_hours));
        let body = match hidden_topic.clone() {
            Some(reason) => hidden_note(words, &reason).into_any(),
            None => prose(&topic.text).into_any(),
        };
        let count = replies.len() as i64;
        let items = replies
            .into_iter()
            .map(|r| {
                let voices = helped.iter().find(|(number, ..)| *number == r.number).map(|(_, voices, own)| (*voices, *own));
                reply_item(words, &government, code, r, voices.filter(|_| hidden_topic.is_none()))
            })
            .collect_view();
        let support = hidden_topic.is_none().then(|| support_button(words, &address, &topic));
        let flag = hidden_topic.is_none().then(|| view! { <a class="soft" href=format!("{address}/tandai")>{words.t("forum-flag")}</a> });
        let answer = hidden_topic.is_none().then(|| reply_form(words, visitor, gov, &address, &key, form, &problems, ended));
        view! {
            {crumbs(words, way, title.clone())}
            {error_summary(words, &problems)}
            <article class="measure stack">
                <h1>{title}</h1>
                <p class="soft">{detail}</p>
                {body}
                <div class="actions">{support}{flag}</div>
            </article>
            <section class="measure stack" aria-labelledby="balasan-judul">
                <h2 id="balasan-judul">{words.n("forum-replies", count)}</h2>
                <ol class="thread plain-list stack">{items}</ol>
                {answer}
            </section>
            {hidden_topic.is_none().then(|| follow_button(words, gov, Followed::Topic, code, following))}
        }
    }))
}

fn hidden_note(words: &'static Words, reason: &str) -> impl IntoView + use<> {
    view! { <p class="notice">{words.t("forum-hidden")} " " {words.t(&format!("hide-{reason}"))}</p> }
}

fn support_button(words: &'static Words, address: &str, topic: &Topic) -> impl IntoView + use<> {
    let pressed = if topic.supported { "true" } else { "false" };
    view! {
        <form method="post" action=address.to_owned()>
            <button class="button quiet support" name="aksi" value="dukung" aria-pressed=pressed>{if topic.supported { words.t("forum-supported") } else { words.t("forum-support") }} " " <span class="num">{topic.support_count}</span></button>
        </form>
    }
}

/// `helped`: of an official answer, how many say that it helped, and whether this reader does.
fn reply_item(words: &'static Words, government: &Government, code: &str, reply: ShownReply, helped: Option<(i64, bool)>) -> impl IntoView + use<> {
    let class = if reply.hidden_reason.is_some() {
        "reply hidden"
    } else if reply.official_unit_name.is_some() {
        "reply official"
    } else {
        "reply"
    };
    let when = dates::moment(words, reply.created_at, government.utc_offset_hours);
    let who = reply.official_unit_name.clone().unwrap_or(reply.author_name);
    let official = reply.official_unit_name.is_some().then(|| view! { <span class="chip ok">{words.t("forum-official")}</span> });
    let flag = format!("/{}/forum/topik/{code}/tandai?balasan={}", government.slug, reply.id);
    let address = format!("/{}/forum/topik/{code}", government.slug);
    let number = reply.number;
    let helped = helped.filter(|_| reply.hidden_reason.is_none()).map(|(voices, own)| {
        let pressed = if own { "true" } else { "false" };
        view! { <form method="post" action=address><input type="hidden" name="balasan-nomor" value=number.to_string()/><button class="button quiet small support" name="aksi" value="membantu" aria-pressed=pressed>{words.t(if own { "forum-helped-own" } else { "forum-helped" })} " " <span class="num">{voices}</span></button></form> }
    });
    let body = match reply.hidden_reason {
        Some(reason) => hidden_note(words, &reason).into_any(),
        None => view! { {prose(&reply.text)}<p class="actions"><a class="soft" href=flag>{words.t("forum-flag")}<span class="visually-hidden">" " {words.n("forum-reply-number", reply.number)}</span></a></p> }.into_any(),
    };
    view! { <li class=class id=format!("balasan-{}", reply.number)><header><strong>{who}</strong> " " {official}<p class="soft">{when}</p></header>{body}{helped}</li> }
}

#[expect(clippy::too_many_arguments, reason = "the form shows back everything that was sent")]
fn reply_form(words: &'static Words, visitor: &Visitor, gov: &str, address: &str, key: &str, form: &Form, problems: &Problems, ended: bool) -> impl IntoView + use<> {
    if visitor.actor.is_none() && !ended {
        let back = serde_urlencoded::to_string([("kembali", address)]).unwrap_or_default();
        return view! { <p class="notice">{words.t("forum-sign-in")} " " <a href=format!("/masuk?{back}")>{words.t("nav-sign-in")}</a></p> }.into_any();
    }
    let unit = visitor.actor.as_ref().and_then(|a| answering_unit(a, gov)).map(|g| g.unit_name.clone());
    let official = unit.map(|name| {
        view! { <div class="choice"><input type="checkbox" id="resmi" name="resmi" value="1" checked=form.get("resmi") == "1"/><div><label for="resmi">{words.with("forum-answer-as", &[("unit", &name)])}</label><p class="hint">{words.t("forum-answer-as-hint")}</p></div></div> }
    });
    view! {
        <form class="stack" method="post" action=address.to_owned() novalidate="novalidate">
            {ended.then(|| view! { <div class="notice late" role="alert"><p>{words.t("session-ended")} " " <a href="/masuk" target="_blank" rel="noopener">{words.t("nav-sign-in")}</a></p></div> })}
            {hidden("kunci", key)}
            {text_area(words, problems, "balasan", words.t("forum-reply"), Some(words.t("forum-reply-hint")), 5, form.get("balasan"))}
            {official}
            <p><button class="button" name="aksi" value="balas">{words.t("forum-reply-button")}</button></p>
        </form>
    }
    .into_any()
}
