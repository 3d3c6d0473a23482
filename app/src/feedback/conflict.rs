//! A step that somebody else, or a day, came before: said on the page itself, with the words that were typed.

use domain::error::Refusal;
use domain::feedback::Step;
use leptos::prelude::*;

use crate::components::step_item;
use crate::form::Form;
use crate::words::Words;

/// Why nothing was done: the rule, what happened since the form was opened, and the words that were typed; `texts` are the
/// fields that have them.
pub(super) fn conflict(words: &'static Words, refusal: Refusal, form: &Form, texts: &[&str], steps: &[Step], offset: i64) -> impl IntoView + use<> {
    let seen: i64 = form.get("versi").parse().unwrap_or(i64::MAX);
    let since = steps.iter().filter(|s| s.number > seen).cloned().map(|s| step_item(words, s, offset)).collect::<Vec<_>>();
    let typed = texts.iter().map(|field| form.get(field)).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n");
    view! {
        <section class="errors stack-tight" role="alert" tabindex="-1" id="galat" aria-labelledby="galat-judul">
            <h2 id="galat-judul">{words.t("conflict-title")}</h2>
            <p>{words.t(refusal.sentence())}</p>
            {(!since.is_empty()).then(|| view! { <p>{words.t("conflict-since")}</p><ol class="timeline">{since}</ol> })}
            {(!typed.is_empty()).then(|| view! { <div class="field"><label for="tertulis">{words.t("conflict-typed")}</label><textarea id="tertulis" rows="4" readonly="readonly">{typed}</textarea></div> })}
        </section>
    }
}
