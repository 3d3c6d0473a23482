//! `/petugas/pengembangan`, one's own, and `/petugas/pengembangan/{person}`: competencies against what the post
//! requires, what recurs in accepted cards, and the training of a year.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use domain::Error;
use domain::development::looks::AnyLook;
use domain::development::profile::{Fit, Profile, Right, assess, profile};
use domain::development::talent;
use domain::development::training::{self, Training, hours, hours_a_year};
use domain::directory::{Government, government};
use domain::ids::{PersonId, TrainingId};
use domain::rules::Rule;
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::Problems;
use vocabulary::development::{DoneInput, LevelInput, Potential, TalentInput, TalentPerformance, TypedTraining};
use vocabulary::directory::{COMPETENCY_MOST, Competency};
use vocabulary::evaluation::Standing;

use super::{Answer, development_nav, recognition};
use crate::components::{crumbs, empty, error_summary, hidden, line_field, option_list};
use crate::dates;
use crate::feedback::desk::desk_nav;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// The name of a competency: one of the nine, or a technical one by its own.
pub(super) fn competency(words: &Words, key: &str) -> String {
    Competency::parse(key).map_or_else(|| key.to_owned(), |c| words.t(&format!("competency-{c}")))
}

pub async fn own(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Answer {
    let actor = visitor.staff()?;
    match actor.person {
        Some(person) => draw(&app, &visitor, person, query.get("tahun"), &Form::default(), Problems::default()).await,
        None => {
            let words = visitor.words;
            let page = Page { title: words.t("growth-title"), section: Section::Staff, private: true, ..Page::default() };
            Ok(visitor.page(&app, None, page, || {
                view! {
                    <h1>{words.t("growth-title")}</h1>
                    {desk_nav(words, "/petugas/pembinaan")}
                    {development_nav(words, actor, "/petugas/pengembangan")}
                    {empty(words.t("growth-nobody-title"), words.t("growth-nobody"), None)}
                }
            }))
        }
    }
}

fn person(text: &str) -> Result<PersonId, Error> {
    Uuid::try_parse(text).map(PersonId).map_err(|_| Error::NotFound)
}

pub async fn get(State(app): State<App>, visitor: Visitor, Path(key): Path<String>, Query(query): Query<HashMap<String, String>>) -> Answer {
    let mut form = Form::default();
    form.put("pelatihan", query.get("catat").cloned().unwrap_or_default());
    draw(&app, &visitor, person(&key)?, query.get("tahun"), &form, Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Path(key): Path<String>, form: Form) -> Answer {
    let (portal, actor) = (&app.portal, visitor.staff()?);
    let person = person(&key)?;
    let year = this_year(&app, &visitor, None).await?.0;
    // Whoever has no right here is not told what a form needs.
    let (found, right) = profile(portal, actor, person, year).await?;
    let mut conn = portal.db.read().await?;
    let today = government(&mut conn, &found.holder.government).await?.today(visitor.now);
    drop(conn);
    if !right.plans() {
        return Err(Error::NotFound.into());
    }
    let done = match form.get("aksi") {
        "tingkat" => match LevelInput::parse(form.get("kompetensi"), form.get("teknis"), form.get("tingkat"), form.get("dinilai_pada"), form.get("sumber"), &today) {
            Ok(input) => assess(portal, actor, person, &input).await,
            Err(problems) => Err(problems.into()),
        },
        "rencana" => {
            let typed = TypedTraining {
                topic: form.get("topik"),
                competency: form.get("untuk_kompetensi"),
                hours: form.get("jp"),
                provider: form.get("penyelenggara"),
                rupiah: form.get("biaya"),
                planned_on: form.get("rencana_tanggal"),
            };
            match typed.parse() {
                Ok(input) => training::plan(portal, actor, person, &input).await.map(|_| ()),
                Err(problems) => Err(problems.into()),
            }
        }
        "selesai" => {
            let id = Uuid::try_parse(form.get("pelatihan")).map(TrainingId).map_err(|_| Error::NotFound)?;
            match DoneInput::parse(form.get("jp_selesai"), form.get("selesai_pada"), form.get("bukti"), &today) {
                Ok(input) => training::done(portal, actor, id, &input).await,
                Err(problems) => Err(problems.into()),
            }
        }
        "talenta" => match TalentInput::parse(form.get("kinerja"), form.get("potensi"), form.get("talenta_pada"), form.get("talenta_sumber"), &today) {
            Ok(input) => talent::place(portal, actor, person, &input).await,
            Err(problems) => Err(problems.into()),
        },
        _ => return Err(crate::error::PageError::BadForm),
    };
    match done {
        Ok(()) => {
            say(&visitor, "saved-internally").await?;
            Ok(Redirect::to(&format!("/petugas/pengembangan/{key}")).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, person, None, &form, problems).await,
        Err(e) => Err(e.into()),
    }
}

/// The year asked for, else this one where the reader works; and the rule of its hours.
async fn this_year(app: &App, visitor: &Visitor, asked: Option<&String>) -> Result<(i64, Rule), crate::error::PageError> {
    let place = super::place(app, visitor, "").await?;
    let today = place.today(visitor.now);
    let mut conn = app.portal.db.read().await?;
    let rule = hours_a_year(&mut conn, &today).await?;
    let year = asked.and_then(|y| y.parse().ok()).filter(|y| (2000..2100).contains(y)).or_else(|| today.get(..4)?.parse().ok()).unwrap_or_default();
    Ok((year, rule))
}

async fn draw(app: &App, visitor: &Visitor, person: PersonId, asked: Option<&String>, form: &Form, problems: Problems) -> Answer {
    let actor = visitor.staff()?;
    let (year, rule) = this_year(app, visitor, asked).await?;
    let (found, right) = profile(&app.portal, actor, person, year).await?;
    let mut conn = app.portal.db.read().await?;
    let government: Government = government(&mut conn, &found.holder.government).await?;
    drop(conn);
    let words = visitor.words;
    let own = right == Right::Line(Standing::Subject);
    let title = if own { words.t("growth-title") } else { words.with("growth-of", &[("name", &found.holder.name)]) };
    let page = Page { title: title.clone(), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let address = format!("/petugas/pengembangan/{person}");
        let nav = own.then(|| view! { {desk_nav(words, "/petugas/pembinaan")}{development_nav(words, actor, "/petugas/pengembangan")} });
        let way =
            (!own).then(|| crumbs(words, vec![("/petugas".into(), words.t("desk-title")), ("/petugas/pengembangan".into(), words.t("growth-title"))], found.holder.name.clone()));
        view! {
            {way}
            {error_summary(words, &problems)}
            <h1>{title}</h1>
            {nav}
            <p class="soft">{format!("{} · {}", found.holder.position_title, found.holder.unit_name)}</p>
            <div class="two">
                <div class="stack">
                    {fit_part(words, &found, &found.fit)}
                    {recurring_part(words, &found)}
                    {recognition_part(words, &found, right)}
                    {training_part(words, &found, year, &rule, right, &address, form, &problems)}
                    {right.plans().then(|| plan_form(words, &found, &address, form, &problems))}
                    {(right == Right::Personnel).then(|| view! { <div class="stack-tight">{level_form(words, &address, form, &problems)}{talent_form(words, &address, form, &problems)}</div> })}
                </div>
                <aside class="stack">
                    <div class="card stack-tight"><h2>{words.t("growth-who-sees-title")}</h2><p class="soft">{words.t("growth-who-sees")}</p></div>
                    {own.then(|| looks(words, &found, government.utc_offset_hours))}
                </aside>
            </div>
        }
    }))
}

/// How many of the requirements are met, and the list of gaps; never a score.
pub(super) fn fit_summary(words: &'static Words, fit: &Fit) -> String {
    // What nobody looked at yet is no shortcoming: it is counted apart.
    let open = fit.gaps.iter().filter(|g| g.assessed.is_none()).count();
    let numbers = [fit.met.to_string(), fit.required.to_string(), open.to_string()];
    words.with(if open > 0 { "fit-met-open" } else { "fit-met" }, &[("met", &numbers[0]), ("required", &numbers[1]), ("open", &numbers[2])])
}

fn fit_part(words: &'static Words, found: &Profile, fit: &Fit) -> impl IntoView + use<> {
    let rows = found
        .levels
        .iter()
        .map(|l| view! { <li>{competency(words, &l.competency)} ": " <strong>{words.n("growth-level", l.level)}</strong> <span class="soft">{format!("{} · {}", dates::day(words, &l.assessed_on), l.source)}</span></li> })
        .collect::<Vec<_>>();
    let gaps = fit
        .gaps
        .iter()
        .map(|g| {
            let stands = g.assessed.map_or_else(|| words.t("fit-not-assessed"), |level| words.n("fit-assessed", level));
            view! { <li>{format!("{}: {}, {stands}", competency(words, &g.competency), words.n("fit-required", g.required))}</li> }
        })
        .collect::<Vec<_>>();
    let gaps = (!gaps.is_empty()).then(|| view! { <p>{words.t("fit-gaps")}</p><ul>{gaps}</ul> });
    let levels = (!rows.is_empty()).then(|| {
        view! {
            <details><summary>{words.t("growth-levels")}</summary><ul class="list">{rows}</ul></details>
        }
    });
    let met = match (fit.required, found.levels.is_empty()) {
        (0, _) => words.t("fit-nothing-required"),
        (_, true) => words.t("fit-none-assessed"),
        _ => fit_summary(words, fit),
    };
    view! { <section class="stack-tight"><h2>{words.t("growth-fit")}</h2><p>{met}</p>{gaps}{levels}</section> }
}

fn recurring_part(words: &'static Words, found: &Profile) -> impl IntoView + use<> {
    let items = found
        .recurring
        .iter()
        .map(|r| {
            let days = r.days.iter().map(|d| dates::day(words, d)).collect::<Vec<_>>().join("; ");
            view! { <li><strong>{words.t(&format!("element-{}", r.element))}</strong>" " <span class="soft">{days}</span></li> }
        })
        .collect::<Vec<_>>();
    let body = if items.is_empty() {
        view! { <p class="soft">{words.t("growth-no-recurring")}</p> }.into_any()
    } else {
        view! { <p class="soft">{words.t("growth-recurring-lead")}</p><ul class="list">{items}</ul> }.into_any()
    };
    view! { <section class="stack-tight"><h2>{words.t("growth-recurring")}</h2>{body}</section> }
}

#[expect(clippy::too_many_arguments, reason = "the form shows back everything that was sent")]
fn training_part(words: &'static Words, found: &Profile, year: i64, rule: &Rule, right: Right, address: &str, form: &Form, problems: &Problems) -> impl IntoView + use<> {
    let sum = hours(&found.trainings);
    let state = words.with("training-hours", &[("done", &sum.to_string()), ("needed", &rule.value.to_string()), ("year", &year.to_string())]);
    let items = found.trainings.iter().enumerate().map(|(i, t)| training_item(words, i, t, right, address, form, problems)).collect::<Vec<_>>();
    let none = items.is_empty().then(|| view! { <p class="soft">{words.t("training-none")}</p> });
    view! {
        <section class="stack-tight"><h2>{words.with("training-of-year", &[("year", &year.to_string())])}</h2>
            <p><strong>{state}</strong></p><p class="soft">{rule.citation.clone()}</p>
            <ul class="list">{items}</ul>{none}
            <p class="actions"><a href=format!("{address}?tahun={}", year - 1)>{(year - 1).to_string()}</a><a href=format!("{address}?tahun={}", year + 1)>{(year + 1).to_string()}</a></p>
        </section>
    }
}

/// "Rp2.500.000".
pub(super) fn rupiah(amount: i64) -> String {
    let digits = amount.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    format!("Rp{grouped}")
}

fn training_item(words: &'static Words, index: usize, training: &Training, right: Right, address: &str, form: &Form, problems: &Problems) -> impl IntoView + use<> {
    let detail = [
        Some(words.n("training-jp", training.hours)),
        Some(training.provider.clone()),
        Some(dates::day(words, &training.planned_on)),
        (training.rupiah > 0).then(|| rupiah(training.rupiah)),
        training.competency.as_ref().map(|c| competency(words, c)),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" · ");
    let state = match (&training.done_on, training.done_hours) {
        (Some(day), Some(hours)) => {
            view! { <span class="chip ok">{words.with("training-done-on", &[("date", &dates::day(words, day)), ("hours", &hours.to_string())])}</span> }.into_any()
        }
        _ => view! { <span class="chip wait">{words.t("training-planned")}</span> }.into_any(),
    };
    let proof = training.proof.clone().map(|p| view! { <span class="soft">{p}</span> });
    let mine = form.get("pelatihan") == training.id.to_string();
    let done = (right == Right::Personnel && training.done_on.is_none()).then(|| {
        if mine {
            done_form(words, training, address, form, problems).into_any()
        } else {
            view! { <p><a href=format!("{address}?catat={}", training.id)>{words.t("training-mark-done")}<span class="visually-hidden">" " {words.n("training-number", index + 1)}</span></a></p> }.into_any()
        }
    });
    view! { <li><p><strong>{training.topic.clone()}</strong></p><p class="soft">{detail}</p><p>{state} " " {proof}</p>{done}</li> }
}

fn done_form(words: &'static Words, training: &Training, address: &str, form: &Form, problems: &Problems) -> impl IntoView + use<> {
    view! {
        <form class="stack" method="post" action=address.to_owned() novalidate="novalidate">
            {hidden("pelatihan", &training.id.to_string())}
            {line_field(words, problems, "jp_selesai", words.t("training-done-hours"), None, "text", "off", form.get("jp_selesai"))}
            {line_field(words, problems, "selesai_pada", words.t("training-done-day"), None, "date", "", form.get("selesai_pada"))}
            {line_field(words, problems, "bukti", words.t("training-proof"), Some(words.t("training-proof-hint")), "text", "off", form.get("bukti"))}
            <p><button class="button" name="aksi" value="selesai">{words.t("coaching-save")}</button></p>
        </form>
    }
}

fn plan_form(words: &'static Words, found: &Profile, address: &str, form: &Form, problems: &Problems) -> impl IntoView + use<> {
    let needs =
        std::iter::once((String::new(), words.t("training-for-none"))).chain(found.fit.gaps.iter().map(|g| (g.competency.clone(), competency(words, &g.competency)))).collect();
    view! {
        <section class="stack"><h2>{words.t("training-plan")}</h2>
            <form class="stack" method="post" action=address.to_owned() novalidate="novalidate">
                {line_field(words, problems, "topik", words.t("training-topic"), None, "text", "off", form.get("topik"))}
                {option_list(words, problems, "untuk_kompetensi", words.t("training-for"), Some(words.t("training-for-hint")), needs, form.get("untuk_kompetensi"))}
                {line_field(words, problems, "jp", words.t("training-hours-field"), Some(words.t("training-hours-hint")), "text", "off", form.get("jp"))}
                {line_field(words, problems, "penyelenggara", words.t("training-provider"), None, "text", "off", form.get("penyelenggara"))}
                {line_field(words, problems, "biaya", words.t("training-cost"), Some(words.t("training-cost-hint")), "text", "off", form.get("biaya"))}
                {line_field(words, problems, "rencana_tanggal", words.t("training-day"), None, "date", "", form.get("rencana_tanggal"))}
                <p><button class="button" name="aksi" value="rencana">{words.t("training-plan-button")}</button></p>
            </form>
        </section>
    }
}

fn level_form(words: &'static Words, address: &str, form: &Form, problems: &Problems) -> impl IntoView + use<> {
    let known =
        std::iter::once((String::new(), words.t("level-technical-choice"))).chain(Competency::ALL.iter().map(|c| (c.to_string(), words.t(&format!("competency-{c}"))))).collect();
    let levels = std::iter::once((String::new(), words.t("send-choose"))).chain((1..=COMPETENCY_MOST).map(|n| (n.to_string(), n.to_string()))).collect();
    view! {
        <details class="card" open=form.get("aksi") == "tingkat"><summary>{words.t("level-record")}</summary>
            <form class="stack" method="post" action=address.to_owned() novalidate="novalidate">
                <p class="soft measure">{words.t("level-record-lead")}</p>
                {option_list(words, problems, "kompetensi", words.t("position-competency"), None, known, form.get("kompetensi"))}
                {line_field(words, problems, "teknis", words.t("level-technical"), None, "text", "off", form.get("teknis"))}
                {option_list(words, problems, "tingkat", words.t("position-level"), None, levels, form.get("tingkat"))}
                {line_field(words, problems, "dinilai_pada", words.t("growth-assessed-on"), None, "date", "", form.get("dinilai_pada"))}
                {line_field(words, problems, "sumber", words.t("growth-source"), Some(words.t("level-source-hint")), "text", "off", form.get("sumber"))}
                <p><button class="button" name="aksi" value="tingkat">{words.t("coaching-save")}</button></p>
            </form>
        </details>
    }
}

fn talent_form(words: &'static Words, address: &str, form: &Form, problems: &Problems) -> impl IntoView + use<> {
    let choose = || std::iter::once((String::new(), words.t("send-choose")));
    let performance = choose().chain(TalentPerformance::ALL.iter().map(|p| (p.to_string(), words.t(&format!("talent-performance-{p}"))))).collect();
    let potential = choose().chain(Potential::ALL.iter().map(|p| (p.to_string(), words.t(&format!("talent-potential-{p}"))))).collect();
    view! {
        <details class="card" open=form.get("aksi") == "talenta"><summary>{words.t("talent-record")}</summary>
            <form class="stack" method="post" action=address.to_owned() novalidate="novalidate">
                <p class="soft measure">{words.t("talent-record-lead")}</p>
                {option_list(words, problems, "kinerja", words.t("talent-performance"), None, performance, form.get("kinerja"))}
                {option_list(words, problems, "potensi", words.t("talent-potential"), None, potential, form.get("potensi"))}
                {line_field(words, problems, "talenta_pada", words.t("growth-assessed-on"), None, "date", "", form.get("talenta_pada"))}
                {line_field(words, problems, "talenta_sumber", words.t("growth-source"), Some(words.t("level-source-hint")), "text", "off", form.get("talenta_sumber"))}
                <p><button class="button" name="aksi" value="talenta">{words.t("coaching-save")}</button></p>
            </form>
        </details>
    }
}

/// What was recognised, and for who assesses the way to recognise more.
fn recognition_part(words: &'static Words, found: &Profile, right: Right) -> impl IntoView + use<> {
    let items = found.recognitions.iter().map(|r| recognition::item(words, r, false)).collect::<Vec<_>>();
    let none = items.is_empty().then(|| view! { <p class="soft">{words.t("recognition-none")}</p> });
    let give = right
        .recognises()
        .then(|| view! { <p><a class="button quiet" href=format!("/petugas/penghargaan/baru?pegawai={}", found.holder.person_id)>{words.t("recognition-new")}</a></p> });
    view! { <section class="stack-tight"><h2>{words.t("recognition-title")}</h2><ul class="list">{items}</ul>{none}{give}</section> }
}

/// The newest looks by others, and the way to all of them.
fn looks(words: &'static Words, found: &Profile, offset: i64) -> impl IntoView + use<> {
    let items = found.looks.iter().map(|l| look_item(words, l, offset)).collect::<Vec<_>>();
    let none = items.is_empty().then(|| view! { <p class="soft">{words.t("look-none")}</p> });
    let all = (!items.is_empty()).then(|| view! { <p><a href="/petugas/penilaian/jejak">{words.t("look-all")}</a></p> });
    view! { <div class="card stack-tight"><h2>{words.t("look-title")}</h2><ul class="list">{items}</ul>{none}{all}</div> }
}

/// One look: who, by what right, at what or what for, and when.
pub fn look_item(words: &'static Words, look: &AnyLook, offset: i64) -> impl IntoView + use<> {
    let what = match (look.subject.as_str(), &look.post) {
        ("pencarian", Some(post)) => words.with("look-search", &[("post", post), ("purpose", &look.purpose)]),
        ("pencarian", None) => words.with("look-boxes", &[("purpose", &look.purpose)]),
        ("data", _) => words.t("look-to-keep"),
        (subject, _) => words.with("looks-what", &[("what", &words.t(&format!("looked-{subject}"))), ("form", &words.t(&format!("look-form-{}", look.form)))]),
    };
    let detail = [words.t(&format!("standing-{}", look.standing)), what, dates::moment(words, look.at, offset)].join(" · ");
    view! { <li><strong>{look.viewer.clone()}</strong><span class="soft">{detail}</span></li> }
}
