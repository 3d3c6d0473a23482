//! Form fields. A wrong field says what is wrong beside its label and in the summary at the top, in the same words;
//! what was typed stays.

use leptos::prelude::*;
use vocabulary::{Fault, Problems};

use crate::words::Words;

/// The sentence of a fault, of this field in particular where there is one: `fault-missing-cerita`.
pub fn sentence(words: &Words, field: &str, fault: Fault) -> String {
    let (key, number) = fault.sentence();
    let own = format!("{key}-{field}");
    let key = if words.has(&own) { own } else { key.to_owned() };
    number.map_or_else(|| words.t(&key), |n| words.n(&key, n as i64))
}

/// In the summary a sentence stands without its field, so one that would fit any field is led by the field's name.
fn in_summary(words: &Words, field: &str, fault: Fault) -> String {
    let (key, _) = fault.sentence();
    let name = format!("called-{field}");
    if words.has(&format!("{key}-{field}")) || !words.has(&name) {
        return sentence(words, field, fault);
    }
    format!("{}: {}", words.t(&name), sentence(words, field, fault))
}

/// Everything that is wrong, with a link to each field. It takes the focus by being what the address points to.
pub fn error_summary(words: &'static Words, problems: &Problems) -> impl IntoView + use<> {
    let items: Vec<(String, String)> = problems.0.iter().map(|p| (format!("#{}", p.field), in_summary(words, p.field, p.fault))).collect();
    (!items.is_empty()).then(|| {
        view! {
            <div class="errors stack-tight" role="alert" tabindex="-1" id="galat">
                <h2>{words.t("form-wrong")}</h2>
                <ul>{items.into_iter().map(|(href, text)| view! { <li><a href=href>{text}</a></li> }).collect_view()}</ul>
            </div>
        }
    })
}

/// What is wrong with one field, if anything.
pub fn mistake(words: &'static Words, problems: &Problems, field: &'static str) -> impl IntoView + use<> {
    problems.of(field).map(|fault| view! { <p class="mistake" id=format!("{field}-galat")>{sentence(words, field, fault)}</p> })
}

fn described(problems: &Problems, field: &str, hint: bool) -> Option<String> {
    let ids: Vec<String> = [hint.then(|| format!("{field}-petunjuk")), problems.of(field).map(|_| format!("{field}-galat"))].into_iter().flatten().collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// A field of one line. `kind` is the input's type; `autocomplete` its purpose (WCAG 1.3.5), or "".
#[expect(clippy::too_many_arguments, reason = "what a field is: each page names all of it")]
pub fn line_field(
    words: &'static Words,
    problems: &Problems,
    field: &'static str,
    label: String,
    hint: Option<String>,
    kind: &'static str,
    autocomplete: &'static str,
    value: &str,
) -> impl IntoView + use<> {
    let wrong = problems.of(field).is_some();
    let class = if wrong { "field wrong" } else { "field" };
    let described = described(problems, field, hint.is_some());
    let value = value.to_owned();
    let complete = (!autocomplete.is_empty()).then_some(autocomplete);
    view! {
        <div class=class>
            <label for=field>{label}</label>
            {hint.map(|hint| view! { <p class="hint" id=format!("{field}-petunjuk")>{hint}</p> })}
            {mistake(words, problems, field)}
            <input id=field name=field type=kind value=value autocomplete=complete aria-describedby=described aria-invalid=wrong.then_some("true")/>
        </div>
    }
}

/// A field of several lines.
pub fn text_area(words: &'static Words, problems: &Problems, field: &'static str, label: String, hint: Option<String>, rows: u32, value: &str) -> impl IntoView + use<> {
    let wrong = problems.of(field).is_some();
    let class = if wrong { "field wrong" } else { "field" };
    let described = described(problems, field, hint.is_some());
    let value = value.to_owned();
    view! {
        <div class=class>
            <label for=field>{label}</label>
            {hint.map(|hint| view! { <p class="hint" id=format!("{field}-petunjuk")>{hint}</p> })}
            {mistake(words, problems, field)}
            <textarea id=field name=field rows=rows.to_string() aria-describedby=described aria-invalid=wrong.then_some("true")>{value}</textarea>
        </div>
    }
}

/// One of several to choose from.
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Option<String>,
}

impl Choice {
    pub fn plain(value: &str, label: String) -> Self {
        Self { value: value.to_owned(), label, hint: None }
    }
}

/// Radio buttons in a field set. The first carries the field's name as id, so that the summary's link finds it.
pub fn choices(words: &'static Words, problems: &Problems, field: &'static str, legend: String, options: Vec<Choice>, chosen: &str) -> impl IntoView + use<> {
    let class = if problems.of(field).is_some() { "field wrong" } else { "field" };
    let options = options
        .into_iter()
        .enumerate()
        .map(|(i, option)| {
            let id = if i == 0 { field.to_owned() } else { format!("{field}-{i}") };
            let hint_id = option.hint.as_ref().map(|_| format!("{id}-petunjuk"));
            let checked = option.value == chosen;
            view! {
                <div class="choice">
                    <input type="radio" id=id.clone() name=field value=option.value checked=checked aria-describedby=hint_id.clone()/>
                    <div>
                        <label for=id>{option.label}</label>
                        {option.hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
                    </div>
                </div>
            }
        })
        .collect_view();
    view! {
        <fieldset class=class>
            <legend>{legend}</legend>
            {mistake(words, problems, field)}
            <div class="choices stack-tight">{options}</div>
        </fieldset>
    }
}

/// Several of several to choose from, in a field set like [`choices`].
pub fn boxes(words: &'static Words, problems: &Problems, field: &'static str, legend: String, options: Vec<Choice>, chosen: &[String]) -> impl IntoView + use<> {
    let class = if problems.of(field).is_some() { "field wrong" } else { "field" };
    let options = options
        .into_iter()
        .enumerate()
        .map(|(i, option)| {
            let id = if i == 0 { field.to_owned() } else { format!("{field}-{i}") };
            let checked = chosen.contains(&option.value);
            view! { <div class="choice"><input type="checkbox" id=id.clone() name=field value=option.value checked=checked/><div><label for=id>{option.label}</label></div></div> }
        })
        .collect_view();
    view! {
        <fieldset class=class>
            <legend>{legend}</legend>
            {mistake(words, problems, field)}
            <div class="choices stack-tight">{options}</div>
        </fieldset>
    }
}

/// A drop-down list; `options` are values and labels.
pub fn option_list(
    words: &'static Words,
    problems: &Problems,
    field: &'static str,
    label: String,
    hint: Option<String>,
    options: Vec<(String, String)>,
    chosen: &str,
) -> impl IntoView + use<> {
    let wrong = problems.of(field).is_some();
    let class = if wrong { "field wrong" } else { "field" };
    let described = described(problems, field, hint.is_some());
    let options = options
        .into_iter()
        .map(|(value, label)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{label}</option> }
        })
        .collect_view();
    view! {
        <div class=class>
            <label for=field>{label}</label>
            {hint.map(|hint| view! { <p class="hint" id=format!("{field}-petunjuk")>{hint}</p> })}
            {mistake(words, problems, field)}
            <select id=field name=field aria-describedby=described aria-invalid=wrong.then_some("true")>{options}</select>
        </div>
    }
}

pub fn hidden(name: &'static str, value: &str) -> impl IntoView + use<> {
    let value = value.to_owned();
    view! { <input type="hidden" name=name value=value/> }
}
