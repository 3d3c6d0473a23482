//! What the reporter may do at `/lacak/laporan`, by the state of the case: complete, confirm or contest, withdraw, bring
//! new evidence, and say four weeks later whether it is still solved.

use domain::feedback::{self, TrackedCase};
use domain::portal::Portal;
use domain::{Error, Result};
use leptos::prelude::*;
use vocabulary::feedback::{Action, Kind, Status, StillSolved, leads, note, still_solved};
use vocabulary::{Problem, Problems, text};

use crate::components::{Choice, choices, text_area};
use crate::dates;
use crate::form::Form;
use crate::words::Words;

/// Does what the form says; none where it says nothing that we know.
///
/// # Errors
/// What is wrong with the form, or what the rules refuse.
pub(super) async fn act(portal: &Portal, case: &TrackedCase, form: &Form) -> Option<Result<()>> {
    let optional = |field: &'static str| text::paragraphs(form.get(field), 0, 2000).map_err(|fault| Error::Invalid(Problems(vec![Problem { field, fault }])));
    let required = |field: &'static str| note(field, form.get(field)).map_err(Error::Invalid);
    Some(match form.get("aksi") {
        "konfirmasi" => match optional("catatan") {
            Ok(note) => feedback::confirm(portal, case.id, &note).await,
            Err(e) => Err(e),
        },
        "bantah" => match required("catatan") {
            Ok(note) => feedback::contest(portal, case.id, &note).await,
            Err(e) => Err(e),
        },
        "lengkapi" => match required("pelengkap") {
            Ok(note) => feedback::complete(portal, case.id, &note).await,
            Err(e) => Err(e),
        },
        "cabut" => match optional("alasan-cabut") {
            Ok(note) => feedback::withdraw(portal, case.id, &note).await,
            Err(e) => Err(e),
        },
        "minta-buka" => match required("bukti-baru") {
            Ok(note) => feedback::ask_reopen(portal, case.id, &note).await,
            Err(e) => Err(e),
        },
        "masih" => match still_solved(form.get("masih")) {
            Ok(said) => feedback::say_still(portal, case.id, said).await,
            Err(problems) => Err(Error::Invalid(problems)),
        },
        _ => return None,
    })
}

/// What of the page's forms depends on days.
pub(super) struct Open {
    /// Whether new evidence may still be brought.
    pub reopens: bool,
    /// Whether it was contested before, so that a second time it goes above the unit.
    pub contested: bool,
}

pub(super) fn forms(words: &'static Words, case: &TrackedCase, open: &Open, form: &Form, problems: &Problems) -> Vec<AnyView> {
    let mut shown = Vec::new();
    let typed = |field: &str| form.get(field).to_owned();
    match case.status {
        Status::NeedsInfo => {
            let due = case.info_due.as_deref().map(|d| words.with("track-complete-by", &[("date", &dates::long_day(words, d))]));
            let area = text_area(words, problems, "pelengkap", words.t("track-complete"), Some(words.t("track-complete-hint")), 5, &typed("pelengkap"));
            shown.push(section(words, "lengkapi", "track-complete-title", due, area, "button"));
        }
        Status::Responded => {
            let hint = if open.contested { words.t("track-contest-again") } else { words.t("track-note-hint") };
            let reply = case.reply_due.as_deref().map(|d| view! { <p>{words.with("track-reply-by", &[("date", &dates::long_day(words, d))])}</p> });
            let area = text_area(words, problems, "catatan", words.t("track-note"), Some(hint), 3, &typed("catatan"));
            shown.push(
                view! {
                    <section class="card stack" aria-labelledby="putuskan">
                        <h2 id="putuskan">{words.t("track-solved-question")}</h2>
                        {reply}
                        <form class="stack" method="post" action="/lacak/laporan" novalidate="novalidate">
                            {area}
                            <p class="actions">
                                <button class="button" name="aksi" value="konfirmasi">{words.t("track-confirm")}</button>
                                <button class="button quiet" name="aksi" value="bantah">{words.t("track-contest")}</button>
                            </p>
                        </form>
                    </section>
                }
                .into_any(),
            );
        }
        Status::Closed => {
            if case.asked_again_at.is_some() && case.still_solved.is_none() {
                let options = StillSolved::ALL.iter().map(|s| Choice::plain(s.as_str(), words.t(&format!("still-{s}")))).collect();
                let question = choices(words, problems, "masih", words.t("track-still-question"), options, &typed("masih"));
                shown.push(section(words, "masih", "track-still-title", None, question, "button"));
            }
            if case.reopen_asked_at.is_some() {
                shown.push(view! { <p class="notice">{words.t("track-reopen-waits")}</p> }.into_any());
            } else if open.reopens {
                let area = text_area(words, problems, "bukti-baru", words.t("track-reopen"), Some(words.t("track-reopen-hint")), 4, &typed("bukti-baru"));
                shown.push(folded(words, "minta-buka", "track-reopen-title", problems.of("bukti-baru").is_some(), area));
            }
        }
        _ => {}
    }
    if leads(case.status, Action::Withdraw) && case.withdrawn_at.is_none() {
        let hint = if case.kind == Kind::Misconduct { "track-withdraw-ex-officio" } else { "track-withdraw-hint" };
        let area = text_area(words, problems, "alasan-cabut", words.t("track-withdraw"), Some(words.t(hint)), 3, &typed("alasan-cabut"));
        shown.push(folded(words, "cabut", "track-withdraw-title", problems.of("alasan-cabut").is_some(), area));
    }
    shown
}

fn section(words: &'static Words, doing: &'static str, title: &str, lead: Option<String>, body: impl IntoView, class: &'static str) -> AnyView {
    let (heading, labelled) = (format!("{doing}-judul"), format!("{doing}-judul"));
    view! {
        <section class="card stack" aria-labelledby=labelled>
            <h2 id=heading>{words.t(title)}</h2>
            {lead.map(|text| view! { <p>{text}</p> })}
            <form class="stack" method="post" action="/lacak/laporan" novalidate="novalidate">
                {body.into_any()}
                <p><button class=class name="aksi" value=doing>{words.t(&format!("track-do-{doing}"))}</button></p>
            </form>
        </section>
    }
    .into_any()
}

fn folded(words: &'static Words, doing: &'static str, title: &str, open: bool, body: impl IntoView) -> AnyView {
    view! {
        <details class="card" open=open><summary>{words.t(title)}</summary>
            <form class="stack" method="post" action="/lacak/laporan" novalidate="novalidate">
                {body.into_any()}
                <p><button class="button quiet" name="aksi" value=doing>{words.t(&format!("track-do-{doing}"))}</button></p>
            </form>
        </details>
    }
    .into_any()
}
