//! On a case's page for staff: the matter is the rule and not the person; and what the unit improved because of it.

use domain::evaluation::Card;
use domain::feedback::{RuleMatter, StaffCase};
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::feedback::{Kind, Status};

use crate::components::text_area;
use crate::dates;
use crate::form::Form;
use crate::words::Words;

pub fn rule_matter(words: &'static Words, case: &StaffCase, mark: Option<&RuleMatter>, form: &Form, problems: &Problems, offset: i64) -> Option<AnyView> {
    if !matches!(case.kind, Kind::Complaint | Kind::Praise) {
        return None;
    }
    let action = format!("/petugas/laporan/{}", case.reference);
    if let Some(mark) = mark {
        let acting = form.get("aksi") == "cabut-aturan";
        let problems = if acting { problems.clone() } else { Problems::default() };
        let typed = if acting { form.get("alasan-cabut-aturan") } else { "" };
        let told = words.with("rule-matter-marked", &[("date", &dates::moment_day(words, mark.at, offset))]);
        return Some(
            view! {
                <section class="notice stack-tight"><p>{told} " " {mark.note.clone()}</p>
                    <details open=acting><summary>{words.t("rule-matter-back-title")}</summary>
                        <form class="stack" method="post" action=action novalidate="novalidate">
                            <p class="soft">{words.t("rule-matter-back-lead")}</p>
                            {text_area(words, &problems, "alasan-cabut-aturan", words.t("rule-matter-back-reason"), None, 3, typed)}
                            <p><button class="button quiet" name="aksi" value="cabut-aturan">{words.t("rule-matter-back-button")}</button></p>
                        </form>
                    </details>
                </section>
            }
            .into_any(),
        );
    }
    let acting = form.get("aksi") == "tandai-aturan";
    let problems = if acting { problems.clone() } else { Problems::default() };
    let typed = if acting { form.get("aturan") } else { "" };
    case.status.is_open().then(|| {
        view! {
            <details class="card" open=acting><summary>{words.t("rule-matter-title")}</summary>
                <form class="stack" method="post" action=action novalidate="novalidate">
                    <p class="soft">{words.t("rule-matter-lead")}</p>
                    {text_area(words, &problems, "aturan", words.t("rule-matter-note"), None, 3, typed)}
                    <p><button class="button quiet" name="aksi" value="tandai-aturan">{words.t("rule-matter-button")}</button></p>
                </form>
            </details>
        }
        .into_any()
    })
}

/// The way to telling what was improved because of it, once it is public and answered.
pub fn improve_link(words: &'static Words, case: &StaffCase) -> Option<impl IntoView + use<>> {
    let told = case.published_at.is_some() && matches!(case.status, Status::Responded | Status::Closed);
    let href = format!("/petugas/perbaikan?laporan={}", case.reference);
    told.then(|| view! { <p><a href=href>{words.t("improving-title")}</a></p> })
}

/// The card that came of the case, for who may open it, with the ways to what is written on it.
pub fn card_link(words: &'static Words, card: &Card) -> impl IntoView + use<> {
    let address = format!("/petugas/penilaian/{}", card.id);
    let reply = card.reply.as_ref().map(|_| view! { <li><a href=format!("{address}#tanggapan")>{words.t("card-reply-title")}</a></li> });
    let decision = card.decision.as_ref().map(|_| view! { <li><a href=format!("{address}#keputusan-kartu")>{words.t("card-decision-title")}</a></li> });
    view! { <div class="card stack-tight"><h2>{words.t("case-card-title")}</h2><p><a href=address>{words.with("card-title", &[("title", &card.title)])}</a></p><ul>{reply}{decision}</ul></div> }
}
