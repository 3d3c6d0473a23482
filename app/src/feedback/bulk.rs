//! `/petugas/laporan/bersama`: the ticked cases of a queue, what is to be done to all of them, a preview that says of each
//! what will happen or why not, and what came of it. And `/petugas/laporan/serah-terima`: all that one has, for a successor.
//! Three posts to the same address, each carrying what the one before said; nothing is kept in between.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::Government;
use domain::feedback::{Colleague, OneOfMany, Sight, Ticked, Together, Wanted, WhyNot, colleagues_for, most_together, queue, staff_case, together};
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::feedback::{AskInput, BulkAct, HandInput, Holding, InfoField, MergeInput, ProgressInput, note};
use vocabulary::identity::message;
use vocabulary::{Fault, Problems};

use crate::components::{Choice, boxes, crumbs, empty, error_summary, hidden, line_field, option_list, sentence, text_area};
use crate::error::PageError;
use crate::form::Form;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// The fields of the acts, which travel from the form through the preview.
const FIELDS: [&str; 8] = ["petugas", "pesan-serah", "catatan-dalam", "kemajuan", "pesan", "induk", "alasan-gabung", "pertanyaan"];

fn read(act: BulkAct, form: &Form) -> Result<Together, Problems> {
    let get = |field: &str| form.get(field);
    Ok(match act {
        BulkAct::Hand => Together::Hand(HandInput::parse(get("petugas"), get("pesan-serah"))?),
        BulkAct::Note => Together::Note(note("catatan-dalam", get("catatan-dalam"))?),
        BulkAct::News => Together::News(ProgressInput::parse(get("kemajuan"), "umum")?),
        BulkAct::Message => Together::Message(message(get("pesan"))?),
        BulkAct::Merge => Together::Merge(MergeInput::parse(get("induk"), get("alasan-gabung"))?),
        BulkAct::Ask => Together::Ask(AskInput::parse(&form.all("perlu"), get("pertanyaan"))?),
    })
}

/// Only a queue of the desk is led back to.
fn back(form: &Form) -> String {
    let back = form.get("kembali");
    if back == "/petugas/laporan" || back.starts_with("/petugas/laporan?") { back.to_owned() } else { "/petugas/laporan".into() }
}

pub async fn nothing_ticked(visitor: Visitor) -> Result<Response, PageError> {
    visitor.staff()?;
    Ok(Redirect::to("/petugas/laporan").into_response())
}

/// What a page of several is drawn from.
struct Sheet {
    act: BulkAct,
    /// With their titles.
    cases: Vec<(Ticked, String)>,
    colleagues: Vec<Colleague>,
    back: String,
}

pub async fn post(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let act = BulkAct::parse(form.get("tindakan")).ok_or(PageError::BadForm)?;
    let ticked: Vec<Ticked> = form.all("pilih").iter().filter_map(|t| t.parse().ok()).collect();
    let mut conn = app.portal.db.read().await?;
    let mine = actor.governments();
    let slug = mine.iter().find(|g| *g == form.get("pemerintah")).or_else(|| mine.first()).ok_or(Error::NotFound)?;
    let government = domain::directory::government(&mut conn, slug).await?;
    let today = government.today(visitor.now);
    let most = most_together(&mut conn, &today).await?;
    let mut cases = Vec::new();
    for one in ticked.iter().take(most) {
        match staff_case(&mut conn, actor, &one.reference).await {
            Ok((case, _)) => cases.push((one.clone(), case.title)),
            Err(Error::NotFound) => cases.push((one.clone(), String::new())),
            Err(e) => return Err(e.into()),
        }
    }
    let colleagues = if act == BulkAct::Hand { colleagues_for(&mut conn, actor, &ticked[..ticked.len().min(most)]).await? } else { Vec::new() };
    drop(conn);
    let sheet = Sheet { act, cases, colleagues, back: back(&form) };
    let stage = form.get("langkah");
    let mut problems = Problems::default();
    if ticked.is_empty() {
        problems.add("pilih", Fault::Missing);
    } else if ticked.len() > most {
        problems.add("pilih", Fault::TooManyAtOnce { most });
    }
    if !problems.is_empty() || stage.is_empty() {
        return Ok(draw_form(&app, &visitor, &government, &sheet, &form, &problems));
    }
    let what = match read(act, &form) {
        Ok(what) => what,
        Err(problems) => return Ok(draw_form(&app, &visitor, &government, &sheet, &form, &problems)),
    };
    let keep = stage == "lakukan";
    let outcomes = together(&app.portal, actor, &today, &ticked, &what, keep).await?;
    Ok(if keep { draw_result(&app, &visitor, &sheet, &outcomes) } else { draw_preview(&app, &visitor, &government, &sheet, &form, &outcomes) })
}

fn page(words: &Words, act: BulkAct, wrong: bool) -> Page {
    Page { title: words.t(&format!("bulk-{act}")), section: Section::Staff, private: true, wrong, ..Page::default() }
}

fn way(words: &'static Words, sheet: &Sheet) -> impl IntoView + use<> {
    crumbs(words, vec![("/petugas".into(), words.t("desk-title")), (sheet.back.clone(), words.t("desk-cases"))], words.t(&format!("bulk-{}", sheet.act)))
}

fn draw_form(app: &App, visitor: &Visitor, government: &Government, sheet: &Sheet, form: &Form, problems: &Problems) -> Response {
    let words = visitor.words;
    visitor.page(app, None, page(words, sheet.act, !problems.is_empty()), || {
        let cases = sheet
            .cases
            .iter()
            .map(|(one, title)| {
                let (value, reference) = (format!("{}:{}", one.reference, one.version), one.reference.clone());
                let title = if title.is_empty() { words.t("bulk-not-there") } else { title.clone() };
                view! { <li><input type="hidden" name="pilih" value=value/><a href=format!("/petugas/laporan/{reference}")>{title}</a>" "<span class="soft">{reference}</span></li> }
            })
            .collect_view();
        let body = (!sheet.cases.is_empty()).then(|| {
            view! {
                <form class="stack measure" method="post" action="/petugas/laporan/bersama" novalidate="novalidate">
                    {hidden("pemerintah", &government.slug)}{hidden("tindakan", sheet.act.as_str())}{hidden("kembali", &sheet.back)}{hidden("langkah", "pratinjau")}
                    {fields(words, sheet, form, problems)}
                    <p class="actions"><button class="button">{words.t("bulk-preview")}</button></p>
                    <h2>{words.n("bulk-chosen", sheet.cases.len() as i64)}</h2>
                    <ul class="list bulk-cases">{cases}</ul>
                </form>
            }
        });
        view! {
            {way(words, sheet)}
            {error_summary(words, problems)}
            <h1>{words.t(&format!("bulk-{}", sheet.act))}</h1>
            <p class="lead measure" id="pilih" tabindex="-1">{words.t(&format!("bulk-{}-lead", sheet.act))}</p>
            {body}
            <p><a href=sheet.back.clone()>{words.t("bulk-back")}</a></p>
        }
    })
}

fn fields(words: &'static Words, sheet: &Sheet, form: &Form, problems: &Problems) -> AnyView {
    let area = |field: &'static str, label: &str, rows: u32| {
        text_area(words, problems, field, words.t(label), words.has(&format!("{label}-hint")).then(|| words.t(&format!("{label}-hint"))), rows, form.get(field)).into_any()
    };
    match sheet.act {
        BulkAct::Hand => {
            let mut options = vec![(String::new(), words.t("send-choose"))];
            options.extend(colleague_options(&sheet.colleagues));
            options.push(("tanpa".into(), words.t("hand-nobody")));
            (option_list(words, problems, "petugas", words.t("hand-to"), Some(words.t("hand-to-hint")), options, form.get("petugas")), area("pesan-serah", "hand-note", 4))
                .into_any()
        }
        BulkAct::Note => area("catatan-dalam", "note-inside", 4),
        BulkAct::News => area("kemajuan", "desk-progress", 4),
        BulkAct::Message => area("pesan", "bulk-message", 4),
        BulkAct::Merge => (
            line_field(words, problems, "induk", words.t("form-induk"), Some(words.t("form-induk-hint")), "text", "off", form.get("induk")),
            area("alasan-gabung", "form-alasan-gabung", 3),
        )
            .into_any(),
        BulkAct::Ask => {
            let asked = InfoField::ALL.iter().map(|f| Choice::plain(f.as_str(), words.t(&format!("info-{f}")))).collect();
            (boxes(words, problems, "perlu", words.t("form-perlu"), asked, &form.all("perlu")), area("pertanyaan", "form-pertanyaan", 3)).into_any()
        }
    }
}

/// Ids and names; where two have one name, their units tell them apart.
pub(super) fn colleague_options(colleagues: &[Colleague]) -> impl Iterator<Item = (String, String)> + use<'_> {
    colleagues.iter().map(|c| (c.account.to_string(), format!("{} – {}", c.name, c.unit_name)))
}

/// Why one of them is not done, in words.
fn why(words: &Words, why_not: WhyNot) -> String {
    match why_not {
        WhyNot::Refused(refusal) => words.t(refusal.sentence()),
        WhyNot::Unfit(Fault::UnknownChoice) => words.t("bulk-unfit"),
        WhyNot::Unfit(fault) => sentence(words, "", fault),
        WhyNot::NotThere => words.t("bulk-not-there"),
        WhyNot::Trouble => words.t("bulk-trouble"),
    }
}

fn outcome_rows(words: &'static Words, outcomes: &[OneOfMany], done: &'static str) -> impl IntoView + use<> {
    outcomes
        .iter()
        .map(|one| {
            let title = if one.title.is_empty() { one.ticked.reference.clone() } else { one.title.clone() };
            let (class, text) = match one.why_not {
                None => ("chip ok", words.t(done)),
                Some(_) => ("chip late", words.t("bulk-not-done")),
            };
            let reason = one.why_not.map(|w| view! { <p class="soft">{why(words, w)}</p> });
            view! { <li><a href=format!("/petugas/laporan/{}", one.ticked.reference)>{title}</a>" "<span class="soft">{one.ticked.reference.clone()}</span>" "<span class=class>{text}</span>{reason}</li> }
        })
        .collect_view()
}

fn draw_preview(app: &App, visitor: &Visitor, government: &Government, sheet: &Sheet, form: &Form, outcomes: &[OneOfMany]) -> Response {
    let words = visitor.words;
    let ready: Vec<&OneOfMany> = outcomes.iter().filter(|one| one.why_not.is_none()).collect();
    visitor.page(app, None, page(words, sheet.act, false), || {
        let typed = |field: &'static str, value: &str| (!value.is_empty()).then(|| hidden(field, value));
        let kept = FIELDS.iter().map(|field| typed(field, form.get(field))).collect::<Vec<_>>();
        let asked = form.all("perlu").into_iter().map(|f| view! { <input type="hidden" name="perlu" value=f/> }).collect_view();
        let said = FIELDS.iter().filter(|f| **f != "petugas").map(|f| form.get(f)).filter(|t| !t.is_empty()).map(crate::components::prose).collect_view();
        let to = sheet
            .colleagues
            .iter()
            .find(|c| c.account.to_string() == form.get("petugas"))
            .map(|c| c.name.clone())
            .or_else(|| (form.get("petugas") == "tanpa").then(|| words.t("hand-nobody")));
        let items = ready.iter().map(|one| view! { <input type="hidden" name="pilih" value=format!("{}:{}", one.ticked.reference, one.ticked.version)/> }).collect_view();
        let go = (!ready.is_empty()).then(|| {
            view! {
                <form method="post" action="/petugas/laporan/bersama">
                    {hidden("pemerintah", &government.slug)}{hidden("tindakan", sheet.act.as_str())}{hidden("kembali", &sheet.back)}
                    {kept}{asked}{items}
                    <p class="actions">
                        <button class="button" name="langkah" value="lakukan">{words.n("bulk-do", ready.len() as i64)}</button>
                        <button class="button quiet" name="langkah" value="">{words.t("bulk-change")}</button>
                    </p>
                </form>
            }
        });
        view! {
            {way(words, sheet)}
            <h1>{words.t(&format!("bulk-{}", sheet.act))}</h1>
            <p class="lead measure">{words.with("bulk-preview-lead", &[("ready", &ready.len().to_string()), ("all", &outcomes.len().to_string())])}</p>
            {to.map(|name| view! { <p><strong>{words.t("hand-to")}</strong> ": " {name}</p> })}
            <div class="card stack-tight bulk-said">{said}</div>
            {go}
            <h2>{words.t("bulk-preview-title")}</h2>
            <ul class="list bulk-cases">{outcome_rows(words, outcomes, "bulk-ready")}</ul>
            <p><a href=sheet.back.clone()>{words.t("bulk-back")}</a></p>
        }
    })
}

fn draw_result(app: &App, visitor: &Visitor, sheet: &Sheet, outcomes: &[OneOfMany]) -> Response {
    let words = visitor.words;
    let done = outcomes.iter().filter(|one| one.why_not.is_none()).count();
    let mut response = visitor.page(app, None, page(words, sheet.act, false), || {
        let class = if done == outcomes.len() { "notice ok" } else { "notice" };
        view! {
            {way(words, sheet)}
            <h1>{words.t(&format!("bulk-{}", sheet.act))}</h1>
            <p class=class role="status">{words.with("bulk-result", &[("done", &done.to_string()), ("all", &outcomes.len().to_string())])}</p>
            <ul class="list bulk-cases">{outcome_rows(words, outcomes, "bulk-done")}</ul>
            <p><a class="button quiet" href=sheet.back.clone()>{words.t("bulk-back")}</a></p>
        }
    });
    if done == 0 {
        *response.status_mut() = StatusCode::CONFLICT;
    }
    response
}

/// Everything that one has, by deadline, up to what is done at once.
pub async fn leaving(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let mine = actor.governments();
    let slug = mine.iter().find(|g| Some(*g) == query.get("pemerintah")).or_else(|| mine.first()).ok_or(Error::NotFound)?;
    let sight = Sight::of(&mut conn, actor, slug).await?;
    let today = sight.government.today(visitor.now);
    let most = most_together(&mut conn, &today).await?;
    let (mut cases, mut more) = (Vec::new(), false);
    for which in sight.queues() {
        let wanted = Wanted { holding: Some(Holding::Mine), ..Wanted::all(*which) };
        let mut after = None;
        loop {
            let found = queue(&mut conn, &sight, &wanted, after.as_ref(), &today).await?;
            cases.extend(found.cases);
            after = found.after;
            if after.is_none() || cases.len() > most {
                break;
            }
        }
    }
    if cases.len() > most {
        more = true;
        cases.truncate(most);
    }
    let ticked: Vec<Ticked> = cases.iter().map(|c| Ticked { reference: c.reference.clone(), version: c.version }).collect();
    let colleagues = colleagues_for(&mut conn, actor, &ticked).await?.into_iter().filter(|c| c.account != actor.account).collect::<Vec<_>>();
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("leaving-title"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let none = cases.is_empty().then(|| empty(words.t("leaving-none-title"), words.t("leaving-none"), Some(("/petugas/laporan".into(), words.t("desk-cases")))));
        let count = cases.len();
        let items = cases
            .into_iter()
            .map(|c| {
                let (id, value) = (format!("pilih-{}", c.reference), format!("{}:{}", c.reference, c.version));
                view! { <li class="tickable"><input type="checkbox" id=id.clone() name="pilih" value=value checked="checked"/><div><label for=id>{c.title}</label><p class="soft">{c.reference}</p></div></li> }
            })
            .collect_view();
        let mut options = vec![(String::new(), words.t("send-choose"))];
        options.extend(colleague_options(&colleagues));
        options.push(("tanpa".into(), words.t("hand-nobody")));
        let problems = Problems::default();
        let form = (count > 0).then(|| {
            view! {
                <form class="stack measure" method="post" action="/petugas/laporan/bersama" novalidate="novalidate">
                    {hidden("pemerintah", &sight.government.slug)}{hidden("tindakan", BulkAct::Hand.as_str())}{hidden("kembali", "/petugas/laporan?petugas=saya")}{hidden("langkah", "pratinjau")}
                    {option_list(words, &problems, "petugas", words.t("leaving-to"), Some(words.t("hand-to-hint")), options, "")}
                    {text_area(words, &problems, "pesan-serah", words.t("hand-note"), Some(words.t("leaving-note-hint")), 5, "")}
                    <p class="actions"><button class="button">{words.t("bulk-preview")}</button></p>
                    <h2>{words.n("leaving-cases", count as i64)}</h2>
                    {more.then(|| view! { <p class="notice">{words.n("leaving-more", most as i64)}</p> })}
                    <ul class="list bulk-cases">{items}</ul>
                </form>
            }
        });
        view! {
            {crumbs(words, vec![("/petugas".into(), words.t("desk-title")), ("/petugas/laporan".into(), words.t("desk-cases"))], words.t("leaving-title"))}
            <h1>{words.t("leaving-title")}</h1>
            <p class="lead measure">{words.t("leaving-lead")}</p>
            {none}{form}
        }
    }))
}
