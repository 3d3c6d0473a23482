//! The parts of a card's page: the hold, the reply, the decision with its form, the dialogue, the trail.

use domain::evaluation::CardDecision;
use domain::ledger::Listed;
use leptos::prelude::*;
use vocabulary::directory::TenureKind;
use vocabulary::evaluation::{CoreValue, Decision, Grounds, NoteBy, Standing};

use super::card::Sheet;
use super::draft::draft;
use crate::components::{Choice, choices, hidden, option_list, prose, text_area};
use crate::dates;
use crate::feedback::photo_editor::photo_field;
use crate::words::Words;

/// That it was held back, why, and who let it go: it comes to nobody undisclosed.
pub fn held_part(sheet: &Sheet<'_>) -> Option<impl IntoView + use<>> {
    let (words, offset) = (sheet.words, sheet.offset);
    sheet.behind.hold.as_ref().map(|hold| {
        let reasons = hold.reasons().iter().map(|r| view! { <li>{words.t(&format!("hold-{r}"))}</li> }).collect_view();
        let settled = match (&hold.settled_as, hold.settled_at) {
            (Some(settled), Some(at)) => {
                let by = hold.settled_by.clone().unwrap_or_default();
                view! { <p>{words.with(&format!("hold-{settled}"), &[("by", &by), ("when", &dates::moment(words, at, offset))])}</p>{prose(&hold.reason)} }.into_any()
            }
            // Decided before the suspicion came.
            _ => view! { <p>{words.t("hold-after-decision")}</p> }.into_any(),
        };
        view! {
            <section class="notice stack-tight" aria-labelledby="ditahan">
                <h2 id="ditahan">{words.t("hold-was")}</h2>
                <ul>{reasons}</ul>
                {settled}
            </section>
        }
    })
}

pub fn reply_part(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let (words, card) = (sheet.words, sheet.card);
    let photos = sheet
        .behind
        .files
        .iter()
        .map(|n| view! { <figure><img loading="lazy" src=format!("/petugas/penilaian/{}/foto/{n}", card.id) alt=words.n("card-reply-photo", *n)/></figure> })
        .collect::<Vec<_>>();
    let body = match &card.reply {
        Some(text) => {
            let when = card.replied_at.map(|at| dates::moment(words, at, sheet.offset)).unwrap_or_default();
            let photos = (!photos.is_empty()).then(|| view! { <div class="photos">{photos}</div> });
            view! { {prose(text)}{photos}<p class="soft">{words.with("card-replied", &[("when", &when)])}</p> }.into_any()
        }
        None if sheet.replies() => {
            let problems = sheet.problems_of("balas");
            view! {
                <form class="stack" id="giliran" method="post" action=sheet.action() enctype="multipart/form-data" novalidate="novalidate">
                    {text_area(words, &problems, "balasan", words.t("card-reply"), Some(words.t("card-reply-hint")), 6, sheet.form.get("balasan"))}
                    {photo_field(words, &problems, sheet.kept, words.t("card-reply-photos"), words.t("card-reply-photos-hint"))}
                    <p><button class="button" name="aksi" value="balas">{words.t("card-reply-button")}</button></p>
                </form>
            }
            .into_any()
        }
        None => view! { <p class="soft">{words.t(if card.is_ready(sheet.today) && card.person_id.is_some() { "card-reply-lapsed" } else { "card-no-reply" })}</p> }.into_any(),
    };
    view! { <section class="stack-tight" aria-labelledby="tanggapan"><h2 id="tanggapan">{words.t("card-reply-title")}</h2>{body}</section> }
}

pub fn decision_part(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let words = sheet.words;
    let versions = &sheet.behind.decisions;
    let first = versions.first().map(|d| version(sheet, d));
    let before = versions.iter().skip(1).map(|d| view! { <li class="stack-tight">{version(sheet, d)}</li> }).collect::<Vec<_>>();
    let before =
        (!before.is_empty()).then(|| view! { <details><summary>{words.n("decision-before", before.len() as i64)}</summary><ol class="plain-list stack">{before}</ol></details> });
    let decides = sheet.is(Standing::Assessor);
    let form = match (decides, versions.is_empty()) {
        (true, true) if sheet.card.is_ready(sheet.today) => Some(view! { <div id="giliran">{decision_form(sheet)}</div> }.into_any()),
        (true, false) => {
            let open = sheet.form.get("aksi") == "putuskan";
            Some(
                view! { <details open=open><summary>{words.t("decision-correct")}</summary><p class="soft">{words.t("decision-correct-hint")}</p>{decision_form(sheet)}</details> }
                    .into_any(),
            )
        }
        (_, true) => Some(view! { <p class="soft">{words.t("card-not-decided")}</p> }.into_any()),
        _ => None,
    };
    view! { <section class="stack" aria-labelledby="keputusan-kartu"><h2 id="keputusan-kartu">{words.t("card-decision-title")}</h2>{first}{before}{form}</section> }
}

fn version(sheet: &Sheet<'_>, decision: &CardDecision) -> impl IntoView + use<> {
    let words = sheet.words;
    let by = words.with("decision-by", &[("by", &decision.by_name), ("when", &dates::moment(words, decision.at, sheet.offset))]);
    let grounds = decision.grounds.as_ref().map(|g| format!(" · {}", words.t(&format!("grounds-{g}"))));
    let value = decision.value.as_ref().map(|v| view! { <p class="soft">{words.t("card-value-confirmed")} ": " {words.t(&format!("value-{v}"))}</p> });
    let feedback = (!decision.feedback.is_empty()).then(|| view! { <div class="promise stack-tight"><h3>{words.t("card-feedback-title")}</h3>{prose(&decision.feedback)}</div> });
    view! { <p><strong>{words.t(&format!("decision-{}", decision.decision))}</strong>{grounds}</p>{prose(&decision.reason)}{value}{feedback}<p class="soft">{by}</p> }
}

fn decision_form(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let (words, card, form) = (sheet.words, sheet.card, sheet.form);
    let problems = sheet.problems_of("putuskan");
    let acting = form.get("aksi") == "putuskan";
    let last = sheet.behind.decisions.first();
    let typed = |name: &str, otherwise: String| if acting { form.get(name).to_owned() } else { otherwise };
    let decisions =
        Decision::ALL.iter().map(|d| Choice { value: d.to_string(), label: words.t(&format!("decision-{d}")), hint: Some(words.t(&format!("decision-{d}-hint"))) }).collect();
    let grounds = std::iter::once((String::new(), words.t("card-grounds-none"))).chain(Grounds::ALL.iter().map(|g| (g.to_string(), words.t(&format!("grounds-{g}"))))).collect();
    let values = std::iter::once((String::new(), words.t("card-value-none"))).chain(CoreValue::ALL.iter().map(|v| (v.to_string(), words.t(&format!("value-{v}"))))).collect();
    let sentence = last.map(|d| d.feedback.clone()).filter(|f| !f.is_empty()).unwrap_or_else(|| draft(words, card));
    let value = last.and_then(|d| d.value.clone()).or_else(|| card.value.clone()).unwrap_or_default();
    view! {
        <form class="stack" method="post" action=sheet.action() novalidate="novalidate">
            {hidden("versi", &last.map_or(0, |d| d.number).to_string())}
            {choices(words, &problems, "keputusan", words.t("card-decision"), decisions, &typed("keputusan", String::new()))}
            {text_area(words, &problems, "alasan", words.t("card-reason"), Some(words.t("card-reason-hint")), 4, &typed("alasan", String::new()))}
            {option_list(words, &problems, "sebab", words.t("card-grounds"), Some(words.t("card-grounds-hint")), grounds, &typed("sebab", String::new()))}
            {option_list(words, &problems, "nilai", words.t("card-value-confirm"), Some(words.t("card-value-hint")), values, &typed("nilai", value))}
            {text_area(words, &problems, "umpan-balik", words.t("card-feedback"), Some(words.t("card-feedback-hint")), 5, &typed("umpan-balik", sentence))}
            <p><button class="button" name="aksi" value="putuskan">{words.t("card-decide-button")}</button></p>
        </form>
    }
}

pub fn dialogue(sheet: &Sheet<'_>) -> impl IntoView + use<> {
    let words = sheet.words;
    let notes = sheet
        .behind
        .notes
        .iter()
        .map(|n| {
            let by = words.t(if n.by_right == NoteBy::Holder.as_str() { "dialogue-holder" } else { "dialogue-assessor" });
            view! { <li class="reply stack-tight"><p><strong>{n.by_name.clone()}</strong>" "<span class="soft">{by} " · " {dates::moment(words, n.at, sheet.offset)}</span></p>{prose(&n.text)}</li> }
        })
        .collect::<Vec<_>>();
    let problems = sheet.problems_of("catat");
    let typed = if sheet.form.get("aksi") == "catat" { sheet.form.get("catatan") } else { "" };
    let form = (sheet.is(Standing::Subject) || sheet.is(Standing::Assessor)).then(|| {
        view! {
            <form class="stack" method="post" action=sheet.action() novalidate="novalidate">
                {text_area(words, &problems, "catatan", words.t("dialogue-write"), Some(words.t("dialogue-hint")), 3, typed)}
                <p><button class="button quiet" name="aksi" value="catat">{words.t("dialogue-button")}</button></p>
            </form>
        }
    });
    let none = notes.is_empty().then(|| view! { <p class="soft">{words.t("dialogue-none")}</p> });
    view! { <section class="stack" aria-labelledby="dialog"><h2 id="dialog">{words.t("dialogue-title")}</h2>{none}<ol class="thread plain-list stack">{notes}</ol>{form}</section> }
}

/// Who assesses it today, and by what right: their own post, another in its place, or a delegation.
pub fn assessed_by(sheet: &Sheet<'_>, head_title: &str) -> impl IntoView + use<> {
    let words = sheet.words;
    let body = match &sheet.footing.assessor {
        Some(official) => {
            let stands_in = (official.held_as != TenureKind::Definitive).then(|| words.t(&format!("tenure-{}-short", official.held_as)));
            let name = [stands_in, Some(official.name.clone())].into_iter().flatten().collect::<Vec<_>>().join(" ");
            let how = if official.delegation.is_some() {
                Some("assessed-delegated")
            } else if official.step > 1 {
                Some("assessed-next")
            } else {
                None
            };
            view! { <p>{name}</p><p class="soft">{official.title.clone()}</p>{how.map(|key| view! { <p class="soft">{words.t(key)}</p> })} }.into_any()
        }
        None => view! { <p>{words.t("assessed-nobody")}</p><p class="soft">{words.with("line-nobody-what", &[("head", head_title)])}</p> }.into_any(),
    };
    view! { <div class="card stack-tight"><h2>{words.t("assessed-by")}</h2>{body}</div> }
}

/// What stands in the public ledger about it, by number.
pub fn trail(words: &'static Words, recorded: &[Listed], offset: i64) -> impl IntoView + use<> {
    let items = recorded
        .iter()
        .map(|e| {
            let number = e.number.map_or_else(|| words.t("trail-waiting"), |n| n.to_string());
            let link = e.number.map(|n| format!("/catatan?sebelum={}", n + 1));
            let number = match link {
                Some(href) => view! { <a href=href>{number}</a> }.into_any(),
                None => view! { <span>{number}</span> }.into_any(),
            };
            view! { <li>{words.t(&format!("ledger-{}", e.kind))}" "<span class="soft">{dates::moment_day(words, e.at, offset)} " · " {number}</span></li> }
        })
        .collect::<Vec<_>>();
    (!items.is_empty()).then(|| view! { <details class="card"><summary>{words.t("trail-title")}</summary><ul>{items}</ul></details> })
}
