//! The assessor's ratings: two that the matrix names the predicate of, and one of each value. Below expectation needs its
//! reason. What the unit reached and the pattern stand beside it as a hint.

use domain::evaluation::EvaluationPage;
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::evaluation::plan::CoreValue;
use vocabulary::evaluation::rating::{Predicate, Rating};

use crate::components::{Choice, choices, hidden, option_list, text_area};
use crate::form::Form;
use crate::words::Words;

/// `act` is `terbitkan`, `ubah` or `koreksi`; the last two begin with what stands, and need a reason.
pub fn rating_form(words: &'static Words, shown: &EvaluationPage, form: &Form, problems: &Problems, act: &'static str) -> impl IntoView + use<> {
    let e = &shown.evaluation;
    let typed = form.get("aksi") == act;
    let rated = shown.content.rated.clone();
    let kept = |name: &str| -> String {
        if typed {
            return form.get(name).to_owned();
        }
        let Some(r) = &rated else { return String::new() };
        match name {
            "hasil_kerja" => r.results.to_string(),
            "perilaku" => r.behaviour.to_string(),
            "alasan_perilaku" => r.behaviour_reason.clone(),
            "catatan" => r.notes.clone(),
            "rekomendasi" => r.recommendation.clone(),
            "pola" => r.pattern_note.clone(),
            other => r
                .values
                .iter()
                .find_map(|v| match other {
                    _ if v.value.as_str() == other => Some(v.rating.to_string()),
                    _ if v.value.reason_field() == other => Some(v.reason.clone()),
                    _ => None,
                })
                .unwrap_or_default(),
        }
    };
    let ratings = || Rating::ALL.iter().map(|r| Choice { value: r.to_string(), label: words.t(&format!("rating-{r}")), hint: None }).collect::<Vec<_>>();
    let feedback = (act == "terbitkan").then(|| {
        shown
            .plan
            .results
            .iter()
            .map(|r| {
                let name = format!("umpan_balik-{}", r.key);
                let value = form.get(&name).to_owned();
                view! { <div class="field"><label for=name.clone()>{words.with("feedback-for", &[("result", &r.text)])}</label><textarea id=name.clone() name=name rows="2">{value}</textarea></div> }
            })
            .collect_view()
    });
    let values = CoreValue::ALL
        .iter()
        .map(|v| {
            let options =
                std::iter::once((String::new(), words.t("evaluation-choose"))).chain(Rating::ALL.iter().map(|r| (r.to_string(), words.t(&format!("rating-{r}"))))).collect();
            let expected = shown.plan.expected(*v);
            let hint = if expected.is_empty() { words.t(&format!("value-{v}-hint")) } else { words.with("value-expected", &[("expectation", expected)]) };
            view! {
                <fieldset class="stack-tight value-rating">
                    <legend>{words.t(&format!("value-{v}"))}</legend>
                    {option_list(words, problems, v.as_str(), words.t("value-rating"), Some(hint), options, &kept(v.as_str()))}
                    {text_area(words, problems, v.reason_field(), words.t("value-reason"), None, 2, &kept(v.reason_field()))}
                </fieldset>
            }
        })
        .collect_view();
    let because = (act != "terbitkan").then(|| {
        text_area(words, problems, "alasan_keputusan", words.t("version-reason"), Some(words.t("version-reason-hint")), 4, if typed { form.get("alasan_keputusan") } else { "" })
    });
    view! {
        <form class="card stack" method="post" action=e.link() novalidate="novalidate">
            <h2>{words.t(&format!("rate-{act}"))}</h2>
            <p>{words.t("rate-lead")}</p>
            {hidden("suntingan", &e.edits.to_string())}
            {feedback}
            {choices(words, problems, "hasil_kerja", words.t("rate-results"), ratings(), &kept("hasil_kerja"))}
            <h3>{words.t("plan-behaviours")}</h3>
            <p>{words.t("rate-values-lead")}</p>
            {values}
            {choices(words, problems, "perilaku", words.t("rate-behaviour"), ratings(), &kept("perilaku"))}
            {text_area(words, problems, "alasan_perilaku", words.t("rate-behaviour-reason"), Some(words.t("rate-behaviour-reason-hint")), 3, &kept("alasan_perilaku"))}
            {matrix(words, shown)}
            {text_area(words, problems, "catatan", words.t("rate-notes"), Some(words.t("rate-notes-hint")), 4, &kept("catatan"))}
            {text_area(words, problems, "rekomendasi", words.t("rate-recommendation"), None, 3, &kept("rekomendasi"))}
            {pattern(words, shown)}
            {text_area(words, problems, "pola", words.t("rate-pattern-note"), Some(words.t("rate-pattern-hint")), 2, &kept("pola"))}
            {because}
            <p><button class="button" name="aksi" value=act>{words.t(&format!("rate-{act}-button"))}</button></p>
        </form>
    }
}

/// The matrix as it is read, so that nobody wonders where the predicate comes from.
fn matrix(words: &'static Words, shown: &EvaluationPage) -> impl IntoView + use<> {
    let rules = shown.evaluation.rule_set;
    let head = Rating::ALL.iter().map(|r| view! { <th scope="col">{words.t(&format!("rating-{r}"))}</th> }).collect_view();
    let rows = Rating::ALL
        .iter()
        .map(|results| {
            let cells = Rating::ALL.iter().map(|b| view! { <td>{words.t(&format!("predicate-{}", rules.predicate(*results, *b)))}</td> }).collect_view();
            view! { <tr><th scope="row">{words.t(&format!("rating-{results}"))}</th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <details><summary>{words.with("matrix-title", &[("rules", rules.citation())])}</summary>
            <p class="soft">{words.t("matrix-lead")}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=words.t("matrix-label")>
                <table><thead><tr><th scope="col">{words.t("matrix-corner")}</th>{head}</tr></thead><tbody>{rows}</tbody></table>
            </div>
        </details>
    }
}

/// What the unit reached, the pattern that goes round, and how many of each the unit has: to explain, never to fill.
fn pattern(words: &'static Words, shown: &EvaluationPage) -> impl IntoView + use<> {
    let Some(organisation) = &shown.organisation else { return view! { <p class="notice">{words.t("organisation-none")}</p> }.into_any() };
    let counts = organisation.predicate.pattern();
    let rows = Predicate::ALL
        .iter()
        .zip(counts)
        .map(|(p, pattern)| {
            let many = shown.issued.iter().find(|(word, _)| *word == p.as_str()).map_or(0, |(_, n)| *n);
            view! { <tr><th scope="row">{words.t(&format!("predicate-{p}"))}</th><td class="num">{pattern}</td><td class="num">{many}</td></tr> }
        })
        .collect_view();
    let lead = words.with("organisation-is", &[("unit", &organisation.unit_name), ("predicate", &words.t(&format!("organisation-{}", organisation.predicate)))]);
    view! {
        <details><summary>{lead}</summary>
            <p class="soft">{organisation.reason.clone()}</p>
            <p class="soft">{words.t("pattern-lead")}</p>
            <table><thead><tr><th scope="col">{words.t("pattern-predicate")}</th><th scope="col" class="num">{words.t("pattern-template")}</th><th scope="col" class="num">{words.t("pattern-here")}</th></tr></thead><tbody>{rows}</tbody></table>
        </details>
    }
    .into_any()
}
