//! The evaluation document with its eleven parts, as a page; its steps beside it; and the evidence it lists.

use std::collections::HashSet;

use domain::evaluation::{EvaluationPage, EvaluationStepRow, Evidence, Named};
use domain::ids::CardId;
use leptos::prelude::*;
use vocabulary::evaluation::rating::EvaluationStep;

use crate::components::prose;
use crate::dates;
use crate::words::Words;

fn who(words: &'static Words, named: Option<&Named>) -> impl IntoView + use<> {
    match named {
        Some(n) => view! { <p><strong>{n.name.clone()}</strong><br/>{n.post.clone()}<br/><span class="soft">{n.unit.clone()}</span></p> }.into_any(),
        None => view! { <p class="soft">{words.t("line-nobody")}</p> }.into_any(),
    }
}

fn said(words: &'static Words, step: Option<&EvaluationStepRow>, zone: i64) -> impl IntoView + use<> {
    match step {
        Some(s) => view! { {prose(&s.note)}<p class="soft">{s.signer.clone()} " · " {dates::moment(words, s.at, zone)}</p> }.into_any(),
        None => view! { <p class="soft">{words.t("part-none")}</p> }.into_any(),
    }
}

/// Name and moment of a signature, or that there is none.
pub fn signed(words: &Words, step: Option<&EvaluationStepRow>, zone: i64) -> String {
    step.map_or_else(|| words.t("part-unsigned"), |s| words.with("part-signed", &[("name", &s.signer), ("when", &dates::moment(words, s.at, zone))]))
}

/// The assessor's signature, or whose word stands in its place.
pub fn signed_by_assessor(words: &Words, shown: &EvaluationPage, zone: i64) -> String {
    match (shown.signed_by_assessor(), shown.decided_by_superior()) {
        (None, Some(s)) => words.with("part-by-superior", &[("name", &s.signer), ("when", &dates::moment(words, s.at, zone))]),
        (step, _) => signed(words, step, zone),
    }
}

pub fn document(words: &'static Words, shown: &EvaluationPage, may_open: &HashSet<CardId>, zone: i64) -> impl IntoView + use<> {
    let c = &shown.content;
    let Some(rated) = &c.rated else { return ().into_any() };
    let organisation = c
        .organisation
        .as_ref()
        .map_or_else(|| words.t("organisation-none"), |o| words.with("organisation-is", &[("unit", &o.unit), ("predicate", &words.t(&format!("organisation-{}", o.predicate)))]));
    let values = rated
        .values
        .iter()
        .map(|v| {
            let reason = (!v.reason.is_empty()).then(|| prose(&v.reason));
            view! { <li><strong>{words.t(&format!("value-{}", v.value))}</strong><span class="soft">{words.t(&format!("rating-{}", v.rating))}</span>{reason}</li> }
        })
        .collect_view();
    let results = shown
        .plan
        .results
        .iter()
        .map(|r| {
            let realised = c.realised(&r.key).cloned().unwrap_or_default();
            let told = if realised.text.is_empty() { view! { <p class="soft">{words.t("realised-none")}</p> }.into_any() } else { prose(&realised.text).into_any() };
            let feedback =
                (!realised.feedback.is_empty()).then(|| view! { <div class="promise"><p><strong>{words.t("feedback-leader")}</strong></p>{prose(&realised.feedback)}</div> });
            let cards = c.evidence.iter().filter(|e| realised.cards.contains(&e.card)).map(|e| view! { <li>{card_title(e, may_open)}</li> }).collect_view();
            view! { <li><strong>{r.text.clone()}</strong>{told}<ul>{cards}</ul>{feedback}</li> }
        })
        .collect_view();
    let behaviour_reason = (!rated.behaviour_reason.is_empty()).then(|| prose(&rated.behaviour_reason));
    let recommendation = (!rated.recommendation.is_empty()).then(|| view! { <h3>{words.t("rate-recommendation")}</h3>{prose(&rated.recommendation)} });
    let pattern = (!rated.pattern_note.is_empty()).then(|| view! { <h3>{words.t("rate-pattern-note")}</h3>{prose(&rated.pattern_note)} });
    let decision = shown.last(&[EvaluationStep::Uphold, EvaluationStep::Change]).map(|s| {
        let verdict = words.t(if s.kind == EvaluationStep::Change { "decided-changed" } else { "decided-upheld" });
        view! { <p><strong>{verdict}</strong></p>{prose(&s.note)}<p class="soft">{s.signer.clone()} " · " {dates::moment(words, s.at, zone)}</p> }
    });
    let undecided = decision.is_none().then(|| view! { <p class="soft">{words.t("part-none")}</p> });
    let part = |number: u8| view! { <h2>{format!("{number}. ")}{words.t(&format!("part-{number}"))}</h2> };
    view! {
        <div class="paper stack">
        <div class="grid who">
            <section class="stack-tight">{part(1)}{who(words, c.employee.as_ref())}</section>
            <section class="stack-tight">{part(2)}{who(words, c.assessor.as_ref())}</section>
            <section class="stack-tight">{part(3)}{who(words, c.superior.as_ref())}</section>
        </div>
        <section class="stack-tight">
            {part(4)}
            <p>{organisation}</p>
            <dl class="facts">
                <div><dt>{words.t("rate-results")}</dt><dd>{words.t(&format!("rating-{}", rated.results))}</dd></div>
                <div><dt>{words.t("rate-behaviour")}</dt><dd>{words.t(&format!("rating-{}", rated.behaviour))}</dd></div>
                <div><dt>{words.t("predicate")}</dt><dd>{words.t(&format!("predicate-{}", rated.predicate))}<span class="soft">{rated.rule_set.citation()}</span></dd></div>
            </dl>
            {behaviour_reason}
            <h3>{words.t("plan-results")}</h3><ul class="list">{results}</ul>
            <h3>{words.t("plan-behaviours")}</h3><ul class="list ratings">{values}</ul>
            {pattern}
        </section>
        {evidence_list(words, &c.evidence, may_open)}
        <section class="stack-tight">{part(5)}{prose(&rated.notes)}{recommendation}</section>
        <div class="grid">
        <section class="stack-tight">{part(6)}{said(words, shown.last(&[EvaluationStep::Object]), zone)}</section>
        <section class="stack-tight">{part(7)}{said(words, shown.last(&[EvaluationStep::Explain]), zone)}</section>
        <section class="stack-tight">{part(8)}{decision}{undecided}</section>
        <section class="stack-tight">{part(9)}{said(words, shown.last(&[EvaluationStep::Hear]), zone)}</section>
        <section class="stack-tight">{part(10)}<p>{signed(words, shown.signed(&[EvaluationStep::Acknowledge]), zone)}</p></section>
        <section class="stack-tight">{part(11)}<p>{signed_by_assessor(words, shown, zone)}</p></section>
        </div>
        </div>
    }
    .into_any()
}

/// The name of a card, as a link for who may open it: whoever handled its case reads here that it counts, and no more.
pub fn card_title(card: &Evidence, may_open: &HashSet<CardId>) -> AnyView {
    let title = card.title.clone();
    match may_open.contains(&card.card) {
        true => view! { <a href=format!("/petugas/penilaian/{}", card.card)><strong>{title}</strong></a> }.into_any(),
        false => view! { <strong>{title}</strong> }.into_any(),
    }
}

/// The accepted cards, each with its reply: listed, and never counted together.
pub fn evidence_list(words: &'static Words, evidence: &[Evidence], may_open: &HashSet<CardId>) -> impl IntoView + use<> {
    let items = evidence
        .iter()
        .map(|e| {
            let detail = [e.reference.clone(), words.t(&format!("source-{}", e.source)), dates::day(words, &e.event_on)]
                .into_iter()
                .filter(|t| !t.is_empty())
                .collect::<Vec<_>>()
                .join(" · ");
            let reply = if e.reply.is_empty() { words.t("card-no-reply") } else { e.reply.clone() };
            view! {
                <li>
                    {card_title(e, may_open)}<span class="soft">{detail}</span>
                    <p><strong>{words.t("card-reply-title")}</strong> ": " {reply}</p>
                    <p><strong>{words.t(&format!("decision-{}", e.decision))}</strong> ": " {e.reason.clone()}</p>
                </li>
            }
        })
        .collect_view();
    let none = evidence.is_empty().then(|| view! { <p class="soft">{words.t("evidence-none")}</p> });
    view! { <section class="stack-tight"><h2>{words.t("evidence-title")}</h2>{none}<ul class="list">{items}</ul></section> }
}

/// Who signed a step: somebody, or what ended it by itself.
pub fn signed_by(words: &Words, shown: &EvaluationPage, step: &EvaluationStepRow) -> String {
    let decided = || shown.steps.iter().any(|s| s.version == step.version && matches!(s.kind, EvaluationStep::Uphold | EvaluationStep::Change));
    match step.signer.as_str() {
        "" if step.kind == EvaluationStep::Finalise && decided() => words.t("by-decision"),
        "" => words.t("by-day"),
        signer => signer.to_owned(),
    }
}

/// Who did what, when.
pub fn trail(words: &'static Words, shown: &EvaluationPage, zone: i64) -> impl IntoView + use<> {
    let items = shown
        .steps
        .iter()
        .map(|s| {
            let signer = signed_by(words, shown, s);
            view! { <li><strong>{words.t(&format!("evaluation-step-{}", s.kind))}</strong><span class="soft">{signer} " · " {words.with("version-number", &[("number", &s.version.to_string())])} " · " {dates::moment(words, s.at, zone)}</span></li> }
        })
        .collect_view();
    view! { <section class="stack-tight"><h2>{words.t("plan-steps")}</h2><ol class="list">{items}</ol></section> }
}
