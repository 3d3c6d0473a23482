//! `/petugas/pembinaan/{id}`: one coaching: reasons, agreed actions, what was seen, how it ended; and the person's own
//! view at the same weight. The person also reads who looked.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect};
use domain::Error;
use domain::development::coaching::{Coaching, Step, show, step};
use domain::directory::government;
use domain::evaluation::{Seen, looks_at, seen_among};
use domain::ids::CoachingId;
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::Problems;
use vocabulary::development::{CoachingOutcome, CoachingStep, StepInput};
use vocabulary::evaluation::{LookedAt, Standing};

use super::Answer;
use super::coaching_list::stage_chip;
use super::coaching_open::card_line;
use crate::components::{Choice, choices, crumbs, error_summary, hidden, prose, text_area};
use crate::dates;
use crate::evaluation::nav::next_step;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

fn id(text: &str) -> Result<CoachingId, Error> {
    Uuid::try_parse(text).map(CoachingId).map_err(|_| Error::NotFound)
}

pub async fn get(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Answer {
    draw(&app, &visitor, id(&key)?, &Form::default(), Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Path(key): Path<String>, form: Form) -> Answer {
    let actor = visitor.civil_servant()?;
    let id = id(&key)?;
    let text = if form.get("langkah") == CoachingStep::View.as_str() { form.get("pandangan") } else { form.get("catatan") };
    let done = match StepInput::parse(form.get("langkah"), form.get("hasil"), text) {
        Ok(input) => step(&app.portal, actor, id, &input).await,
        Err(problems) => Err(problems.into()),
    };
    match done {
        Ok(()) => {
            say(&visitor, "saved-internally").await?;
            Ok(Redirect::to(&format!("/petugas/pembinaan/{key}")).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, id, &form, problems).await,
        Err(e) => Err(e.into()),
    }
}

async fn draw(app: &App, visitor: &Visitor, id: CoachingId, form: &Form, problems: Problems) -> Answer {
    let actor = visitor.civil_servant()?;
    let (coaching, standing, _) = show(&app.portal, actor, id).await?;
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &coaching.government).await?;
    let seen: Vec<Seen> = match standing {
        Standing::Subject => looks_at(&mut conn, coaching.person_id, None).await?.into_iter().filter(|s| s.subject == LookedAt::Coaching && s.subject_id == id.0).collect(),
        _ => Vec::new(),
    };
    let may_open = seen_among(&app.portal, &mut conn, actor, coaching.cards.iter().map(|k| k.id).collect()).await?;
    let tenure = match standing {
        Standing::Assessor => domain::development::Holder::of_person(&mut conn, coaching.person_id, &government.today(visitor.now)).await?.map(|h| h.tenure_id),
        _ => None,
    };
    drop(conn);
    let words = visitor.words;
    let offset = government.utc_offset_hours;
    let today = government.today(visitor.now);
    let title = words.with("coaching-of", &[("name", &coaching.name)]);
    let page = Page { title: title.clone(), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let outcome = coaching.outcome();
        let cards = coaching
            .cards
            .iter()
            .map(|k| {
                let line = card_line(words, k);
                // The performance team follows the coaching and not each card.
                match may_open.contains(&k.id) && standing != Standing::Team {
                    false => view! { <li>{line}</li> }.into_any(),
                    true => view! { <li><a href=format!("/petugas/penilaian/{}", k.id)>{line}</a></li> }.into_any(),
                }
            })
            .collect::<Vec<_>>();
        let cards = (!cards.is_empty()).then(|| view! { <p>{words.t("coaching-cards-are")}</p><ul>{cards}</ul> });
        let actions = coaching.actions.iter().map(|a| view! { <li>{a.text.clone()}" " <span class="soft">{words.with("commitment-by", &[("date", &dates::day(words, &a.due_on))])}</span></li> }).collect_view();
        let checks = [(CoachingStep::FirstCheck, &coaching.first_check_on), (CoachingStep::SecondCheck, &coaching.second_check_on)]
            .into_iter()
            .map(|(kind, planned)| view! { <section class="stack-tight"><h2>{words.t(&format!("coaching-step-{kind}"))}</h2><p class="soft">{words.with("coaching-planned", &[("date", &dates::long_day(words, planned))])}</p>{written(words, &coaching, kind)}</section> })
            .collect_view();
        let end = coaching.steps.iter().any(|s| s.kind == CoachingStep::Outcome).then(|| view! {
            <section class="stack-tight"><h2>{words.t("coaching-step-hasil")}</h2><p><strong>{words.t(&format!("coaching-outcome-{}", outcome.map(|o| o.to_string()).unwrap_or_default()))}</strong></p>{written(words, &coaching, CoachingStep::Outcome)}</section>
        });
        let further = (outcome == Some(CoachingOutcome::Extended)).then(|| match (coaching.continued_by, tenure) {
            (Some(next), _) => Some(view! { <p><a href=format!("/petugas/pembinaan/{next}")>{words.t("coaching-continued")}</a></p> }.into_any()),
            (None, Some(tenure)) => Some(view! { <p><a class="button quiet" href=format!("/petugas/pembinaan/baru?pegawai={tenure}&lanjutan={id}")>{words.t("coaching-continue")}</a></p> }.into_any()),
            _ => None,
        });
        let before = coaching.continues_id.map(|id| view! { <p><a href=format!("/petugas/pembinaan/{id}")>{words.t("coaching-continues")}</a></p> });
        view! {
            {actor.is_staff().then(|| crumbs(words, vec![("/petugas".into(), words.t("desk-title")), ("/petugas/pembinaan".into(), words.t("coaching-title"))], coaching.name.clone()))}
            {error_summary(words, &problems)}
            <div class="two">
                <article class="stack">
                    <div class="stack"><h1>{title}</h1><p class="soft">{format!("{} · {}", coaching.position_title, coaching.unit_name)}</p>
                    <p class="actions">{stage_chip(words, coaching.stage(), outcome.map(|o| o.as_str()))}<span class="soft">{words.with("coaching-since", &[("date", &dates::moment_day(words, coaching.opened_at, offset))])}</span></p>{next(words, &coaching, standing, &today)}{before}</div>
                    <section class="stack-tight"><h2>{words.t("coaching-reason")}</h2>{prose(&coaching.reason)}{cards}</section>
                    <section class="stack-tight"><h2>{words.t("coaching-actions")}</h2><ol>{actions}</ol></section>
                    {checks}
                    {end}
                    {further}
                    {view_part(words, &coaching, standing, form, &problems, offset)}
                    {next_part(words, &coaching, standing, form, &problems)}
                </article>
                <aside class="stack">
                    <div class="card stack-tight"><h2>{words.t("coaching-who-sees-title")}</h2><p class="soft">{words.t("coaching-who-sees")}</p></div>
                    {looks(words, standing, &seen, offset)}
                </aside>
            </div>
        }
    }))
}

/// What comes next and when; whose turn it is from its day on.
fn next(words: &'static Words, coaching: &Coaching, standing: Standing, today: &str) -> Option<impl IntoView + use<>> {
    let step = coaching.stage().next()?;
    let assesses = standing == Standing::Assessor;
    let planned = match step {
        CoachingStep::FirstCheck => Some(&coaching.first_check_on),
        CoachingStep::SecondCheck => Some(&coaching.second_check_on),
        _ => None,
    };
    let (text, yours) = match planned {
        Some(day) => {
            let args = [("step", words.t(&format!("coaching-step-{step}")).to_lowercase()), ("date", dates::long_day(words, day))];
            (words.with("next-coaching-check", &args.each_ref().map(|(k, v)| (*k, v.as_str()))), assesses && today >= day.as_str())
        }
        None => (words.t(if assesses { "next-coaching-outcome" } else { "next-coaching-outcome-waits" }), assesses),
    };
    Some(next_step(words, text, yours))
}

fn written(words: &'static Words, coaching: &Coaching, kind: CoachingStep) -> impl IntoView + use<> {
    match coaching.steps.iter().find(|s| s.kind == kind) {
        Some(Step { text, on_day, .. }) => view! { <div class="quote">{prose(text)}</div><p class="soft">{dates::day(words, on_day)}</p> }.into_any(),
        None => view! { <p class="soft">{words.t("coaching-not-yet")}</p> }.into_any(),
    }
}

/// The person's own view, at the same weight as what others wrote.
fn view_part(words: &'static Words, coaching: &Coaching, standing: Standing, form: &Form, problems: &Problems, offset: i64) -> impl IntoView + use<> {
    let views = coaching
        .steps
        .iter()
        .filter(|s| s.kind == CoachingStep::View)
        .map(|s| view! { <div class="quote">{prose(&s.text)}</div><p class="soft">{dates::moment(words, s.at, offset)}</p> })
        .collect::<Vec<_>>();
    let none = views.is_empty().then(|| view! { <p class="soft">{words.t("coaching-no-view")}</p> });
    let form = (standing == Standing::Subject).then(|| {
        view! {
            <form class="stack" method="post" action=format!("/petugas/pembinaan/{}", coaching.id) novalidate="novalidate">
                {hidden("langkah", CoachingStep::View.as_str())}
                {text_area(words, problems, "pandangan", words.t("coaching-your-view"), Some(words.t("coaching-your-view-hint")), 5, form.get("pandangan"))}
                <p><button class="button">{words.t("coaching-view-button")}</button></p>
            </form>
        }
    });
    view! { <section class="stack-tight"><h2>{words.t("coaching-view-title")}</h2>{views}{none}{form}</section> }
}

/// The next step, for the assessor.
fn next_part(words: &'static Words, coaching: &Coaching, standing: Standing, form: &Form, problems: &Problems) -> impl IntoView + use<> {
    let next = coaching.stage().next().filter(|_| standing == Standing::Assessor)?;
    let outcomes = (next == CoachingStep::Outcome).then(|| {
        let options = CoachingOutcome::ALL
            .iter()
            .map(|o| Choice { value: o.to_string(), label: words.t(&format!("coaching-outcome-{o}")), hint: Some(words.t(&format!("coaching-outcome-{o}-hint"))) })
            .collect();
        choices(words, problems, "hasil", words.t("coaching-step-hasil"), options, form.get("hasil"))
    });
    Some(view! {
        <section class="stack-tight" id="giliran"><h2>{words.with("coaching-write", &[("step", &words.t(&format!("coaching-step-{next}")))])}</h2>
            <form class="stack" method="post" action=format!("/petugas/pembinaan/{}", coaching.id) novalidate="novalidate">
                {hidden("langkah", next.as_str())}
                {outcomes}
                {text_area(words, problems, "catatan", words.t("coaching-seen"), Some(words.t("coaching-seen-hint")), 5, form.get("catatan"))}
                <p><button class="button">{words.t("coaching-save")}</button></p>
            </form>
        </section>
    })
}

fn looks(words: &'static Words, standing: Standing, seen: &[Seen], offset: i64) -> impl IntoView + use<> {
    (standing == Standing::Subject).then(|| {
        let items = seen
            .iter()
            .map(|s| view! { <li>{s.viewer.clone()}" " <span class="soft">{format!("{}, {}", words.t(&format!("coaching-seen-as-{}", s.standing)), dates::moment(words, s.at, offset))}</span></li> })
            .collect::<Vec<_>>();
        let none = items.is_empty().then(|| view! { <p class="soft">{words.t("coaching-no-looks")}</p> });
        view! { <div class="card stack-tight"><h2>{words.t("coaching-looks")}</h2><ul class="list">{items}</ul>{none}</div> }
    })
}
