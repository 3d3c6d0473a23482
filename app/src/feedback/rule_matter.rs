//! On a case's page for staff: the matter is the rule and not the person; and what the unit improved because of it.

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
    if let Some(mark) = mark {
        return Some(
            view! { <p class="notice">{words.with("rule-matter-marked", &[("date", &dates::moment_day(words, mark.at, offset))])} " " {mark.note.clone()}</p> }.into_any(),
        );
    }
    let acting = form.get("aksi") == "tandai-aturan";
    let problems = if acting { problems.clone() } else { Problems::default() };
    let typed = if acting { form.get("aturan") } else { "" };
    let action = format!("/petugas/laporan/{}", case.reference);
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
