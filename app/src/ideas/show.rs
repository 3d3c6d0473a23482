//! `/petugas/gagasan/{code}`: one idea, what colleagues say, the unit's answer, and its commitment with what was told.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::directory::positions::{ListedPosition, of_unit};
use domain::directory::{Government, government};
use domain::ideas::{self, Comment, Idea, may_answer, may_tell};
use domain::{Error, Result as DomainResult};
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::ideas::{CommitmentStep, IdeaOutcome, IdeaStage, StepInput, TypedAnswer, comment as parse_comment};

use super::list::{commitment_chip, stage_chip};
use crate::components::{Choice, boxes, choices, crumbs, error_summary, hidden, line_field, option_list, prose, text_area};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn get(State(app): State<App>, visitor: Visitor, Path(code): Path<String>) -> Result<Response, PageError> {
    draw(&app, &visitor, &code, &Form::default(), Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Path(code): Path<String>, form: Form) -> Result<Response, PageError> {
    match act(&app, &visitor, &code, &form).await? {
        Ok(()) => {
            say(&visitor, "desk-done").await?;
            Ok(Redirect::to(&format!("/petugas/gagasan/{code}")).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, &code, &form, problems).await,
        Err(e) => Err(e.into()),
    }
}

async fn act(app: &App, visitor: &Visitor, code: &str, form: &Form) -> Result<DomainResult<()>, PageError> {
    let (portal, actor) = (&app.portal, visitor.staff()?);
    Ok(match form.get("aksi") {
        "dukung" => ideas::support(portal, actor, code).await,
        "komentari" => match parse_comment(form.get("komentar")) {
            Ok(text) => ideas::comment(portal, actor, code, form.get("kunci"), &text).await,
            Err(problems) => Err(problems.into()),
        },
        "jawab" => {
            let mut conn = portal.db.read().await?;
            let idea = ideas::show(&mut conn, actor, code).await?;
            let today = government(&mut conn, &idea.government).await?.today(visitor.now);
            // Whoever may not answer is not told what an answer needs.
            may_answer(&mut conn, actor, &idea, &today).await?.ok_or(Error::NotFound)?;
            drop(conn);
            let typed = TypedAnswer {
                outcome: form.get("hasil"),
                text: form.get("jawaban"),
                promise: form.get("janji"),
                due_on: form.get("tanggal"),
                owner: form.get("penanggung_jawab"),
                is_public: form.get("umumkan") == "ya",
            };
            match typed.parse(&today) {
                Ok(input) => ideas::answer(portal, actor, code, &input).await,
                Err(problems) => Err(problems.into()),
            }
        }
        "kabarkan" => match StepInput::parse(form.get("langkah"), form.get("kabar")) {
            Ok(input) => ideas::step(portal, actor, code, &input).await,
            Err(problems) => Err(problems.into()),
        },
        _ => return Err(PageError::BadForm),
    })
}

/// What this reader may do here.
struct Rights {
    answers: bool,
    tells: bool,
    posts: Vec<ListedPosition>,
}

async fn draw(app: &App, visitor: &Visitor, code: &str, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let idea = ideas::show(&mut conn, actor, code).await?;
    let government = government(&mut conn, &idea.government).await?;
    let today = government.today(visitor.now);
    let answers = idea.answer.is_none() && idea.hidden_reason.is_none() && may_answer(&mut conn, actor, &idea, &today).await?.is_some();
    let posts = if answers { of_unit(&mut conn, &app.portal.gate, idea.unit_id, &today).await? } else { Vec::new() };
    let tells = idea.commitment.as_ref().is_some_and(|c| !c.is_over()) && may_tell(&mut conn, actor, &idea, &today).await?;
    drop(conn);
    let words = visitor.words;
    let rights = Rights { answers, tells, posts };
    let title = if idea.hidden_reason.is_some() { words.t("idea-hidden-title") } else { idea.title.clone() };
    let key = if form.get("kunci").is_empty() { app.portal.chance.token() } else { form.get("kunci").to_owned() };
    let page = Page { title: title.clone(), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let offset = government.utc_offset_hours;
        let address = format!("/petugas/gagasan/{code}");
        let stage = idea.stage(&today);
        let body = match &idea.hidden_reason {
            Some(reason) => view! { <p class="notice">{words.t("forum-hidden")} " " {words.t(&format!("hide-{reason}"))}</p> }.into_any(),
            None => prose(&idea.text).into_any(),
        };
        let due = matches!(stage, IdeaStage::Open | IdeaStage::Late).then(|| view! { <span class="soft">{words.with("idea-answer-due", &[("date", &dates::long_day(words, &idea.answer_due))])}</span> });
        let visible = idea.hidden_reason.is_none();
        let support = visible.then(|| {
            let pressed = if idea.supported { "true" } else { "false" };
            view! { <form method="post" action=address.clone()><button class="button quiet support" name="aksi" value="dukung" aria-pressed=pressed>{if idea.supported { words.t("forum-supported") } else { words.t("forum-support") }} " " <span class="num">{idea.supports}</span></button></form> }
        });
        let flag = visible.then(|| view! { <a class="soft" href=format!("{address}/tandai")>{words.t("forum-flag")}</a> });
        let comments = idea.comments.iter().map(|c| comment_item(words, c, &address, offset)).collect_view();
        let comment_form = visible.then(|| view! {
            <form class="stack" method="post" action=address.clone() novalidate="novalidate">
                {hidden("kunci", &key)}
                {text_area(words, &problems, "komentar", words.t("idea-comment"), Some(words.t("forum-reply-hint")), 4, form.get("komentar"))}
                <p><button class="button quiet" name="aksi" value="komentari">{words.t("idea-comment-button")}</button></p>
            </form>
        });
        view! {
            {crumbs(words, vec![("/petugas".into(), words.t("desk-title")), (format!("/petugas/gagasan?pemda={}", idea.government), words.t("ideas-title"))], idea.code.to_uppercase())}
            {error_summary(words, &problems)}
            <div class="two">
                <article class="stack">
                    <div class="stack">
                        <h1>{title}</h1>
                        <p class="actions">{stage_chip(words, stage, None)}{due}</p>
                        <p class="soft">{format!("{} · {}", idea.author_name, dates::moment(words, idea.proposed_at, offset))}</p>
                        {body}
                        <div class="actions">{support}{flag}</div>
                    </div>
                    {answer_part(words, &idea, &rights, form, &problems, offset)}
                    {commitment_part(words, &idea, &rights, form, &problems, &today)}
                    <section class="stack" aria-labelledby="komentar-judul">
                        <h2 id="komentar-judul">{if idea.comments.is_empty() { words.t("idea-comments-none") } else { words.n("idea-comments", idea.comments.len() as i64) }}</h2>
                        <ol class="thread plain-list stack">{comments}</ol>
                        {comment_form}
                    </section>
                </article>
                {about(words, &government, &idea)}
            </div>
        }
    }))
}

fn comment_item(words: &'static Words, comment: &Comment, address: &str, offset: i64) -> impl IntoView + use<> {
    let body = match &comment.hidden_reason {
        Some(reason) => view! { <p class="notice">{words.t("forum-hidden")} " " {words.t(&format!("hide-{reason}"))}</p> }.into_any(),
        None => {
            let flag = format!("{address}/tandai?komentar={}", comment.id);
            view! { {prose(&comment.text)}<p class="actions"><a class="soft" href=flag>{words.t("forum-flag")}<span class="visually-hidden">" " {words.n("idea-comment-number", comment.number)}</span></a></p> }.into_any()
        }
    };
    let class = if comment.hidden_reason.is_some() { "reply hidden" } else { "reply" };
    view! { <li class=class id=format!("komentar-{}", comment.number)><header><strong>{comment.author_name.clone()}</strong><p class="soft">{dates::moment(words, comment.at, offset)}</p></header>{body}</li> }
}

fn answer_part(words: &'static Words, idea: &Idea, rights: &Rights, form: &Form, problems: &Problems, offset: i64) -> impl IntoView + use<> {
    let body = match &idea.answer {
        Some(answer) => view! {
            <p><strong>{words.t(&format!("idea-stage-{}", answer.outcome))}</strong></p>
            {prose(&answer.text)}
            <p class="soft">{format!("{} · {}", answer.position_title, dates::moment(words, answer.at, offset))}</p>
        }
        .into_any(),
        None if rights.answers => answer_form(words, idea, rights, form, problems).into_any(),
        None => view! { <p class="soft">{words.with("idea-not-answered", &[("unit", &idea.unit_name)])}</p> }.into_any(),
    };
    view! { <section class="stack" aria-labelledby="jawaban-judul"><h2 id="jawaban-judul">{words.t("idea-answer-title")}</h2>{body}</section> }
}

fn answer_form(words: &'static Words, idea: &Idea, rights: &Rights, form: &Form, problems: &Problems) -> impl IntoView + use<> {
    let outcomes = IdeaOutcome::ALL
        .iter()
        .map(|o| Choice { value: o.to_string(), label: words.t(&format!("idea-outcome-{o}")), hint: Some(words.t(&format!("idea-outcome-{o}-hint"))) })
        .collect();
    let posts = std::iter::once((String::new(), words.t("send-choose"))).chain(rights.posts.iter().map(|p| (p.slug.clone(), p.title.clone()))).collect();
    view! {
        <form class="stack" method="post" action=format!("/petugas/gagasan/{}", idea.code) novalidate="novalidate">
            {choices(words, problems, "hasil", words.t("idea-outcome"), outcomes, form.get("hasil"))}
            {text_area(words, problems, "jawaban", words.t("idea-answer"), Some(words.t("idea-answer-hint")), 4, form.get("jawaban"))}
            <h3>{words.t("idea-promise-title")}</h3>
            <p class="soft">{words.t("idea-promise-lead")}</p>
            {text_area(words, problems, "janji", words.t("idea-promise"), Some(words.t("idea-promise-hint")), 3, form.get("janji"))}
            {line_field(words, problems, "tanggal", words.t("idea-due-on"), Some(words.t("idea-due-on-hint")), "date", "", form.get("tanggal"))}
            {option_list(words, problems, "penanggung_jawab", words.t("idea-owner"), None, posts, form.get("penanggung_jawab"))}
            {boxes(words, problems, "umumkan", words.t("idea-publish"), vec![Choice::plain("ya", words.with("idea-publish-on", &[("unit", &idea.unit_name)]))], &form.all("umumkan"))}
            <p><button class="button" name="aksi" value="jawab">{words.t("idea-answer-button")}</button></p>
        </form>
    }
}

fn commitment_part(words: &'static Words, idea: &Idea, rights: &Rights, form: &Form, problems: &Problems, today: &str) -> impl IntoView + use<> {
    let commitment = idea.commitment.as_ref()?;
    let steps = commitment
        .steps
        .iter()
        .map(|s| view! { <li><p><strong>{words.t(&format!("commitment-step-{}", s.kind))}</strong>" " <span class="soft">{dates::day(words, &s.on_day)}</span></p>{prose(&s.text)}</li> })
        .collect::<Vec<_>>();
    let told = (!steps.is_empty()).then(|| view! { <ol class="plain-list stack">{steps}</ol> });
    let public = if commitment.is_public { words.t("commitment-public") } else { words.t("commitment-internal") };
    let form = rights.tells.then(|| {
        let steps = CommitmentStep::ALL.iter().map(|s| Choice { value: s.to_string(), label: words.t(&format!("commitment-step-{s}")), hint: None }).collect();
        view! {
            <form class="stack" method="post" action=format!("/petugas/gagasan/{}", idea.code) novalidate="novalidate">
                {choices(words, problems, "langkah", words.t("commitment-tell"), steps, form.get("langkah"))}
                {text_area(words, problems, "kabar", words.t("commitment-news"), Some(words.t("commitment-news-hint")), 3, form.get("kabar"))}
                <p><button class="button" name="aksi" value="kabarkan">{words.t("commitment-tell-button")}</button></p>
            </form>
        }
    });
    Some(view! {
        <section class="stack" aria-labelledby="komitmen-judul">
            <h2 id="komitmen-judul">{words.t("commitment-title")}</h2>
            <div class="promise">{prose(&commitment.text)}</div>
            <dl class="facts quiet">
                <div><dt>{words.t("commitment-due")}</dt><dd>{dates::long_day(words, &commitment.due_on)} " " {commitment_chip(words, commitment.stage(today))}</dd></div>
                <div><dt>{words.t("commitment-owner")}</dt><dd>{commitment.owner_title.clone()}</dd></div>
            </dl>
            <p class="soft">{public}</p>
            {told}
            {form}
        </section>
    })
}

fn about(words: &'static Words, government: &Government, idea: &Idea) -> impl IntoView + use<> {
    let gov = &government.slug;
    let service = idea
        .service_slug
        .clone()
        .zip(idea.service_name.clone())
        .map(|(slug, name)| view! { <div><dt>{words.t("idea-service")}</dt><dd><a href=format!("/{gov}/layanan/{slug}")>{name}</a></dd></div> });
    let cases = idea
        .cases
        .iter()
        .map(|(reference, title)| view! { <li><a href=format!("/{gov}/laporan/{reference}")>{title.clone()}</a>" " <span class="soft">{reference.clone()}</span></li> })
        .collect::<Vec<_>>();
    let cases = (!cases.is_empty()).then(|| view! { <h2>{words.t("idea-from-cases")}</h2><ul class="list">{cases}</ul> });
    view! {
        <aside class="stack">
            <div class="card stack-tight">
                <dl class="stack-tight contact"><div><dt>{words.t("idea-unit")}</dt><dd><a href=format!("/{gov}/unit/{}", idea.unit_slug)>{idea.unit_name.clone()}</a></dd></div>{service}</dl>
                {cases}
            </div>
            <p class="soft">{words.t("idea-who-reads")}</p>
        </aside>
    }
}
