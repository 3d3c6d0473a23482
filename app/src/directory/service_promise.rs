//! Promise beside experience: each component of the standard that the satisfaction survey asks about too, next to the
//! published cases that name the same element; and how long answers took. It states and counts, and accuses nobody.

use domain::directory::services::{Service, Standard};
use domain::feedback::Experience;
use leptos::prelude::*;
use vocabulary::evaluation::Element;

use crate::components::lines;
use crate::dates;
use crate::words::Words;

/// A working-day count in words.
fn days(words: &Words, n: i64) -> String {
    if n == 0 { words.t("experience-same-day") } else { words.n("experience-days", n) }
}

pub fn promise_beside_experience(words: &'static Words, gov: &str, service: &Service, standard: Option<&Standard>, experience: &Experience) -> impl IntoView + use<> {
    let rows = Element::ALL.iter().filter_map(|element| row(words, gov, &service.slug, *element, standard, experience)).collect::<Vec<_>>();
    let has_rows = !rows.is_empty();
    view! {
        <section class="stack" aria-labelledby="janji">
            <h2 id="janji">{words.t("experience-title")}</h2>
            {answer_times(words, gov, &service.slug, standard, experience)}
            {has_rows.then(|| view! { <ul class="plain-list promised">{rows}</ul> })}
        </section>
    }
}

/// The promised time, and within how many working days reports about it were answered.
fn answer_times(words: &'static Words, gov: &str, slug: &str, standard: Option<&Standard>, experience: &Experience) -> impl IntoView + use<> {
    let fact = move |key: &str, value: String| view! { <div><dt>{words.t(key)}</dt><dd>{value}</dd></div> };
    let promised = standard.map(|s| fact("experience-promised", s.completion_time.clone()));
    let known = experience.median_days.zip(experience.p90_days).filter(|_| experience.enough);
    let times = known.map(|(median, p90)| view! { {fact("experience-half", days(words, median))}{fact("experience-most", days(words, p90))} });
    let note = if times.is_some() { words.n("experience-basis", experience.answered) } else { words.n("experience-few", experience.answered) };
    let cases =
        (experience.cases > 0).then(|| view! { <div><dt>{words.t("experience-cases")}</dt><dd><a href=format!("/{gov}/laporan?layanan={slug}")>{experience.cases}</a></dd></div> });
    view! {
        <p class="soft measure">{words.t("experience-lead")}</p>
        <dl class="facts">{promised}{times}{cases}</dl>
        <p class="soft measure">{note}</p>
    }
}

/// One component with the cases about it. Staff behaviour is no component of the standard: it has a row only when
/// people spoke of it.
fn row(words: &'static Words, gov: &str, slug: &str, element: Element, standard: Option<&Standard>, experience: &Experience) -> Option<impl IntoView + use<>> {
    let cases = experience.about(element);
    let promise = standard.and_then(|s| promise(words, s, element));
    if promise.is_none() && cases == 0 {
        return None;
    }
    let promise = promise.unwrap_or_else(|| view! { <p class="soft">{words.t("experience-no-promise")}</p> }.into_any());
    // Where nobody reported anything, that is said once and not beside every component.
    let heard = if experience.cases == 0 {
        ().into_any()
    } else if cases > 0 {
        view! { <a href=format!("/{gov}/laporan?layanan={slug}&unsur={element}")>{words.n("experience-mentions", cases)}</a> }.into_any()
    } else {
        view! { <span class="soft">{words.t("experience-silent")}</span> }.into_any()
    };
    Some(view! { <li id=format!("janji-{element}")><div class="stack-tight"><h3>{words.t(title(element))}</h3>{promise}</div><p class="heard">{heard}</p></li> })
}

const fn title(element: Element) -> &'static str {
    match element {
        Element::Requirements => "standard-requirements",
        Element::Procedure => "standard-procedure",
        Element::CompletionTime => "standard-time",
        Element::Cost => "standard-fee",
        Element::Product => "standard-product",
        Element::StaffCompetence => "standard-competence",
        Element::StaffBehaviour => "element-staff_behaviour",
        Element::Facilities => "standard-facilities",
        Element::ComplaintHandling => "standard-complaints",
    }
}

/// What the standard says of an element; none where it says nothing.
fn promise(words: &'static Words, s: &Standard, element: Element) -> Option<AnyView> {
    let text = match element {
        Element::Requirements => {
            let needs = lines(&s.requirements).into_iter().map(|l| view! { <li>{l}</li> }).collect::<Vec<_>>();
            return (!needs.is_empty()).then(|| view! { <ul>{needs}</ul> }.into_any());
        }
        Element::Procedure => {
            let steps = lines(&s.procedure).into_iter().map(|l| view! { <li><div>{l}</div></li> }).collect::<Vec<_>>();
            return (!steps.is_empty()).then(|| view! { <ol class="steps">{steps}</ol> }.into_any());
        }
        Element::CompletionTime => &s.completion_time,
        Element::Cost => &s.fee,
        Element::Product => &s.product,
        Element::StaffCompetence => &s.officer_competence,
        Element::StaffBehaviour => return None,
        Element::Facilities => &s.facilities,
        Element::ComplaintHandling => &s.complaint_handling,
    };
    let text = if text.is_empty() { return None } else { text.clone() };
    let since = (element == Element::CompletionTime).then(|| view! { <p class="soft">{words.with("experience-since", &[("date", &dates::day(words, &s.valid_from))])}</p> });
    Some(view! { <p>{text}</p>{since} }.into_any())
}

/// The components that no element of the survey asks about, folded.
pub fn further(words: &'static Words, service: &Service, standard: Standard) -> impl IntoView + use<> {
    let Standard { valid_from, content: s, .. } = standard;
    let row = move |key: &str, value: String| (!value.is_empty()).then(|| view! { <div><dt>{words.t(key)}</dt><dd>{value}</dd></div> });
    let name = if service.name == service.short_name { String::new() } else { service.name.clone() };
    let basis = lines(&s.legal_basis).join("; ");
    let officers = s.number_of_officers.map(|n| n.to_string()).unwrap_or_default();
    view! {
        <details><summary>{words.t("standard-more")}</summary>
            <dl class="standard">
                {row("standard-name", name)}
                {row("standard-since", dates::day(words, &valid_from))}
                {row("standard-decree", s.decree.unwrap_or_default())}
                {row("standard-basis", basis)}
                {row("standard-supervision", s.internal_supervision)}
                {row("standard-officers", officers)}
                {row("standard-guarantee", s.service_guarantee)}
                {row("standard-safety", s.safety_guarantee)}
                {row("standard-evaluation", s.performance_evaluation)}
            </dl>
        </details>
    }
}
