//! The screens of the sending flow. Answers of other screens stand in hidden fields.

use axum::response::Response;
use domain::directory::Government;
use domain::directory::areas::Area;
use domain::feedback::similar::SimilarCase;
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::feedback::{Answers, Kind, Protection, Screen};

use super::exit::exit_quickly;
use super::outbox_pages::{keep_later, no_network_yet, outbox_bar};
use super::photo_editor::photo_field;
use super::send::Flow;
use crate::components::{Choice, choices, error_summary, finding_items, findings, hidden, line_field, mistake, option_list};
use crate::dates;
use crate::islands::{ForgetDraft, StoryDraft};
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// What the screens let choose from.
#[derive(Default)]
pub struct Choices {
    pub today: String,
    pub services: Vec<(String, String)>,
    pub units: Vec<(String, String)>,
    pub areas: Vec<Area>,
    /// Open public cases like this one.
    pub similar: Vec<SimilarCase>,
    /// The name of what it is about, where it is chosen.
    pub about: Option<String>,
    /// How long a phone keeps what could not be sent, in days.
    pub days_kept: i64,
}

const QUESTIONS: usize = 5;

pub fn draw(app: &App, visitor: &Visitor, government: &Government, flow: Flow, from: Choices) -> Response {
    let words = visitor.words;
    let title = words.t(&format!("send-{}-title", flow.screen));
    let page = Page {
        title: title.clone(),
        description: Some(words.t("send-description")),
        section: Section::Cases,
        wrong: !flow.problems.is_empty(),
        islands: matches!(flow.screen, Screen::Story | Screen::Place),
        outbox: true,
        private: true,
        ..Page::default()
    };
    let gov = government.slug.clone();
    visitor.page(app, Some(government), page, || {
        let action = format!("/{gov}/lapor");
        let step = (flow.screen != Screen::Check).then(|| words.with("send-step", &[("n", &flow.screen.number().to_string()), ("of", &QUESTIONS.to_string())]));
        let about = from.about.clone().filter(|_| flow.screen != Screen::Check).map(|name| view! { " · " {words.t("send-about")} " " <strong>{name}</strong> });
        let back = flow.screen.before().is_some();
        let carried = carried(&flow);
        let screen = flow.screen;
        let body = match screen {
            Screen::Protection => protection(words, &flow).into_any(),
            Screen::About => about_screen(words, &flow, &from, &gov).into_any(),
            Screen::Story => story(words, &flow, &from, &gov).into_any(),
            Screen::Place => place(words, &flow, &from).into_any(),
            Screen::Contact => contact(words, &flow).into_any(),
            Screen::Check => check(words, &flow.answers, &from, government).into_any(),
        };
        // Of the anonymous channel nothing is kept on the phone.
        let later = (screen == Screen::Check && flow.answers.protection != Protection::Anonymous.as_str())
            .then(|| keep_later(words, gov.clone(), government.short_name.clone(), from.days_kept));
        let forward = if screen == Screen::Check { ("kirim", words.t("send-send")) } else { ("lanjut", words.t("send-next")) };
        view! {
            {exit_quickly(words)}
            <div class="measure stack">
                {outbox_bar(words)}
                <form class="stack" id="formulir" method="post" action=action enctype="multipart/form-data" novalidate="novalidate">
                    // The first button is what the enter key presses: forward, not back.
                    <button class="visually-hidden" name="aksi" value=forward.0 tabindex="-1" aria-hidden="true">{forward.1.clone()}</button>
                    {no_network_yet(words)}
                    {back.then(|| view! { <p><button class="linklike" name="aksi" value="kembali">"‹ " {words.t("send-back")}</button></p> })}
                    {error_summary(words, &flow.problems)}
                    <p class="soft">{step}{about}</p>
                    <h1>{title}</h1>
                    {carried}
                    {body}
                    <p class="actions"><button class="button" name="aksi" value=forward.0>{forward.1}</button></p>
                    {later}
                </form>
            </div>
        }
    })
}

/// Hidden fields: where we are, and every answer that this screen does not ask.
fn carried(flow: &Flow) -> impl IntoView + use<> {
    let a = &flow.answers;
    let asked = flow.screen.fields();
    let mut fields: Vec<(&'static str, String)> = vec![("layar", flow.screen.to_string()), ("kunci", a.key.clone())];
    fields.extend(flow.returning.then(|| ("periksa", "1".to_owned())));
    fields.extend(flow.arrived.then(|| ("asal", "1".to_owned())));
    let all = [
        ("perlindungan", &a.protection),
        ("nama", &a.name),
        ("tentang", &a.about),
        ("jenis", &a.kind),
        ("cerita", &a.story),
        ("tanggal", &a.date),
        ("wilayah", &a.area),
        ("tempat", &a.place),
        ("surel", &a.email),
    ];
    fields.extend(all.into_iter().filter(|(name, value)| !asked.contains(name) && !value.is_empty()).map(|(name, value)| (name, value.clone())));
    if flow.screen != Screen::Place {
        fields.extend(a.photos.iter().map(|f| ("foto-tersimpan", f.clone())));
    }
    fields.into_iter().map(|(name, value)| hidden(name, &value)).collect_view()
}

fn protection(words: &'static Words, flow: &Flow) -> impl IntoView + use<> {
    let options = [Protection::Anonymous, Protection::Confidential, Protection::Public]
        .into_iter()
        .map(|p| Choice { value: p.to_string(), label: words.t(&format!("protection-{p}")), hint: Some(words.t(&format!("protection-{p}-hint"))) })
        .collect();
    view! {
        {choices(words, &flow.problems, "perlindungan", words.t("send-perlindungan-question"), options, &flow.answers.protection)}
        {line_field(words, &flow.problems, "nama", words.t("send-name"), Some(words.t("send-name-hint")), "text", "name", &flow.answers.name)}
        <p class="soft">{words.t("send-no-account")}</p>
    }
}

fn about_screen(words: &'static Words, flow: &Flow, from: &Choices, gov: &str) -> impl IntoView + use<> {
    let chosen = flow.answers.about.clone();
    let wrong = flow.problems.of("tentang").is_some();
    let group = |label: String, options: &[(String, String)]| {
        let options = options.iter().map(|(value, name)| view! { <option value=value.clone() selected=*value == chosen>{name.clone()}</option> }).collect_view();
        view! { <optgroup label=label>{options}</optgroup> }
    };
    let known = [&from.services, &from.units].into_iter().flatten().any(|(value, _)| *value == chosen);
    // A post is chosen on its own page; here it stays chosen.
    let other = from.about.clone().filter(|_| !known && !chosen.is_empty()).map(|name| view! { <option value=chosen.clone() selected=true>{name}</option> });
    view! {
        <div class=if wrong { "field wrong" } else { "field" }>
            <label for="tentang">{words.t("send-about-label")}</label>
            <p class="hint" id="tentang-petunjuk">{words.t("send-about-hint")} " " <a href=format!("/{gov}/jabatan")>{words.t("send-about-posts")}</a></p>
            {mistake(words, &flow.problems, "tentang")}
            <select id="tentang" name="tentang" aria-describedby="tentang-petunjuk" aria-invalid=wrong.then_some("true")>
                <option value="">{words.t("send-choose")}</option>
                {other}
                <option value="tidak-tahu" selected=chosen == "tidak-tahu">{words.t("send-about-unknown")}</option>
                {group(words.t("kind-services"), &from.services)}
                {group(words.t("kind-units"), &from.units)}
            </select>
        </div>
    }
}

fn story(words: &'static Words, flow: &Flow, from: &Choices, gov: &str) -> impl IntoView + use<> {
    let a = &flow.answers;
    let kinds = Kind::ALL.iter().map(|k| Choice { value: k.to_string(), label: words.t(&format!("kind-{k}")), hint: Some(words.t(&format!("kind-{k}-hint"))) }).collect();
    let wrong = flow.problems.of("cerita").is_some();
    let described = if wrong { "cerita-petunjuk cerita-galat" } else { "cerita-petunjuk" };
    let draft = format!("balai-draf-{gov}");
    // Of the anonymous channel nothing stays on a phone that others may pick up, and what was typed before it was chosen goes.
    let leaves_nothing = a.protection == Protection::Anonymous.as_str();
    let kept = if leaves_nothing {
        view! {
            <p class="soft">{words.t("send-draft-never")}</p>
            <span id="draf" data-draf=draft.clone() hidden="hidden"></span>
            <ForgetDraft/>
        }
        .into_any()
    } else {
        view! {
            <p class="soft" id="draf-pulih" role="status" hidden="hidden">{words.t("send-draft-restored")} " " <button type="button" class="linklike" id="draf-hapus">{words.t("send-draft-forget")}</button></p>
            <StoryDraft/>
        }
        .into_any()
    };
    view! {
        {choices(words, &flow.problems, "jenis", words.t("send-kind"), kinds, &a.kind)}
        <div class=if wrong { "field wrong" } else { "field" }>
            <label for="cerita">{words.t("send-story")}</label>
            <p class="hint" id="cerita-petunjuk">{words.t("send-story-hint")}</p>
            {mistake(words, &flow.problems, "cerita")}
            <textarea id="cerita" name="cerita" rows="7" autocomplete=leaves_nothing.then_some("off") data-draf=(!leaves_nothing).then(|| draft.clone()) aria-describedby=described aria-invalid=wrong.then_some("true")>{a.story.clone()}</textarea>
            {kept}
            {findings(words, "cerita", &a.story)}
        </div>
        <p class="notice">{words.t("send-names-warning")}</p>
        {day_field(words, &flow.problems, "tanggal", words.t("send-date"), words.t("send-date-hint"), &a.date, &from.today)}
    }
}

/// A day that lies not in the future; `today` is `YYYY-MM-DD`.
pub fn day_field(words: &'static Words, problems: &Problems, field: &'static str, label: String, hint: String, value: &str, today: &str) -> impl IntoView + use<> {
    let wrong = problems.of(field).is_some();
    let (value, today) = (value.to_owned(), today.to_owned());
    let hint_id = format!("{field}-petunjuk");
    view! {
        <div class=if wrong { "field wrong" } else { "field" }>
            <label for=field>{label}</label>
            <p class="hint" id=hint_id.clone()>{hint}</p>
            {mistake(words, problems, field)}
            <input id=field name=field type="date" value=value max=today aria-describedby=hint_id aria-invalid=wrong.then_some("true")/>
        </div>
    }
}

fn area_label(area: &Area) -> String {
    if area.kind == "kecamatan" { format!("Kecamatan {}", area.name) } else { format!("{} — {}", area.name, area.parent_name) }
}

fn place(words: &'static Words, flow: &Flow, from: &Choices) -> impl IntoView + use<> {
    let a = &flow.answers;
    let areas = std::iter::once((String::new(), words.t("send-area-unknown"))).chain(from.areas.iter().map(|area| (area.code.clone(), area_label(area)))).collect();
    view! {
        {option_list(words, &flow.problems, "wilayah", words.t("send-area"), Some(words.t("send-area-hint")), areas, &a.area)}
        {line_field(words, &flow.problems, "tempat", words.t("send-place"), Some(words.t("send-place-hint")), "text", "", &a.place)}
        {photo_field(words, &flow.problems, &a.photos, words.t("send-photos"), words.t("send-photos-hint"))}
        <p class="notice">{words.t("send-photos-viewpoint")}</p>
    }
}

fn contact(words: &'static Words, flow: &Flow) -> AnyView {
    if flow.answers.protection == Protection::Anonymous.as_str() {
        return view! { <p class="notice">{words.t("send-email-anonymous")}</p> }.into_any();
    }
    view! {
        {line_field(words, &flow.problems, "surel", words.t("send-email"), Some(words.t("send-email-hint")), "email", "email", &flow.answers.email)}
        <p class="soft">{words.t("send-email-note")}</p>
    }
    .into_any()
}

/// Every answer with a way to change it.
fn check(words: &'static Words, a: &Answers, from: &Choices, government: &Government) -> impl IntoView + use<> {
    let found = finding_items(words, &format!("{}\n{}", a.story, a.place));
    let found = (!found.is_empty()).then(|| {
        let items = found.into_iter().map(|item| view! { <li>{item}</li> }).collect_view();
        view! {
            <section class="notice stack-tight" aria-labelledby="temuan">
                <h2 id="temuan">{words.t("check-findings-title")}</h2>
                <ul>{items}</ul>
                <p>{words.t("check-findings")}</p>
                <p><button class="linklike" name="aksi" value=format!("ubah-{}", Screen::Story)>{words.t("check-findings-change")}</button></p>
            </section>
        }
    });
    let similar = similar_cases(words, &from.similar, government);
    let about = from.about.clone().unwrap_or_else(|| words.t("send-about-unknown"));
    let area = from.areas.iter().find(|area| area.code == a.area).map_or_else(|| words.t("send-unsaid"), area_label);
    let or_unsaid = |text: &str| if text.trim().is_empty() { words.t("send-unsaid") } else { text.to_owned() };
    let date = if a.date.is_empty() { words.t("send-unsaid") } else { dates::long_day(words, &a.date) };
    let misconduct = a.kind == Kind::Misconduct.as_str();
    let protection = if misconduct { "rahasia" } else { &a.protection };
    let named = a.protection == Protection::Public.as_str() && !misconduct;
    let protection_text = if named { format!("{}: {}", words.t("protection-publik"), a.name) } else { words.t(&format!("protection-{protection}")) };
    let rows = [
        (words.t("check-protection"), protection_text, Screen::Protection),
        (words.t("check-about"), about, Screen::About),
        (words.t("check-kind"), words.t(&format!("kind-{}", a.kind)), Screen::Story),
        (words.t("check-story"), a.story.clone(), Screen::Story),
        (words.t("check-date"), date, Screen::Story),
        (words.t("check-area"), area, Screen::Place),
        (words.t("check-place"), or_unsaid(&a.place), Screen::Place),
        (words.t("check-photos"), words.n("check-photo-count", a.photos.len() as i64), Screen::Place),
        (words.t("check-email"), if a.protection == Protection::Anonymous.as_str() { words.t("check-email-anonymous") } else { or_unsaid(&a.email) }, Screen::Contact),
    ]
    .into_iter()
    .map(|(label, value, screen)| {
        let change = view! { <button class="linklike" name="aksi" value=format!("ubah-{screen}")>{words.t("check-change")}<span class="visually-hidden">" " {label.clone()}</span></button> };
        view! { <div><dt>{label}</dt><dd class="prose">{value}</dd><dd>{change}</dd></div> }
    })
    .collect_view();
    view! {
        {similar}
        {found}
        <dl class="answers" id="setuju">{rows}</dl>
        {misconduct.then(|| view! { <p class="notice">{words.t("check-misconduct")}</p> })}
        <p>{words.t("check-consent")} " " <a href="/privasi">{words.t("footer-privacy")}</a></p>
    }
}

/// Cases that may be the same: everything needed to tell is here, for whoever leaves this page loses their way back.
fn similar_cases(words: &'static Words, cases: &[SimilarCase], government: &Government) -> Option<impl IntoView + use<>> {
    let items = cases
        .iter()
        .map(|case| {
            let excerpt: String = case.public_text.chars().take(EXCERPT).collect();
            let detail = [Some(case.reference.clone()), case.area_name.clone(), Some(dates::moment_day(words, case.published_at, government.utc_offset_hours)), Some(words.t(&format!("status-{}", case.status)))];
            let detail = detail.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            let counted = (case.follow_count > 0).then(|| view! { <p class="soft">{words.n("follow-count", case.follow_count)}</p> });
            view! {
                <li class="stack-tight">
                    <p><a href=format!("/{}/laporan/{}", government.slug, case.reference) target="_blank" rel="noopener">{case.title.clone()}</a></p>
                    <p>{excerpt.clone()}{(excerpt.len() < case.public_text.len()).then_some("…")}</p>
                    <p class="soft">{detail}</p>
                    {counted}
                    <p><button class="button quiet small" name="aksi" value=format!("ikut-{}", case.reference)>{words.t("follow-button")}<span class="visually-hidden">": " {case.title.clone()}</span></button></p>
                </li>
            }
        })
        .collect_view();
    (!cases.is_empty()).then(|| {
        view! {
            <section class="card stack" aria-labelledby="serupa">
                <h2 id="serupa">{words.t("similar-title")}</h2>
                <p>{words.t("similar-lead")}</p>
                <ul class="list similar">{items}</ul>
                <p class="soft">{words.t("similar-or")}</p>
            </section>
        }
    })
}

/// Characters of a case that are shown to tell it by.
const EXCERPT: usize = 220;
