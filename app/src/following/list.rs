//! The list of what somebody follows, each with how much and how often; alike for accounts and for links.

use domain::following::Followed;
use leptos::prelude::*;
use vocabulary::following::{Level, Rhythm, Telling};

use crate::components::{empty, hidden};
use crate::words::Words;

/// Values and labels of a list.
fn options(all: Vec<(&'static str, String)>, chosen: &'static str) -> impl IntoView {
    all.into_iter().map(|(value, label)| view! { <option value=value selected=value == chosen>{label}</option> }).collect_view()
}

/// How much and how often, as two lists; `number` keeps the ids of several apart.
pub fn telling_fields(words: &'static Words, number: usize, telling: Telling) -> impl IntoView + use<> {
    let (level, rhythm) = (format!("tingkat-{number}"), format!("irama-{number}"));
    let levels = Level::ALL.iter().map(|l| (l.as_str(), words.t(&format!("level-of-telling-{l}")))).collect();
    let rhythms = Rhythm::ALL.iter().map(|r| (r.as_str(), words.t(&format!("rhythm-{r}")))).collect();
    view! {
        <div class="field"><label for=level.clone()>{words.t("telling-level")}</label><select id=level name="tingkat">{options(levels, telling.level.as_str())}</select></div>
        <div class="field"><label for=rhythm.clone()>{words.t("telling-rhythm")}</label><select id=rhythm name="irama">{options(rhythms, telling.rhythm.as_str())}</select></div>
    }
}

/// `action` is the address that the forms of the list post to.
pub fn followed_list(words: &'static Words, action: &str, followed: Vec<Followed>) -> impl IntoView + use<> {
    if followed.is_empty() {
        return empty(words.t("telling-none-title"), words.t("telling-none"), Some(("/".into(), words.t("footer-governments")))).into_any();
    }
    let action = action.to_owned();
    let items = followed
        .into_iter()
        .enumerate()
        .map(|(number, f)| {
            let heading = match f.subject {
                Some(s) => view! { <a href=s.path><strong>{s.title}</strong></a><span class="soft">{words.t(&format!("followed-{}", s.kind))}</span> }.into_any(),
                None => view! { <strong>{words.t("telling-gone")}</strong> }.into_any(),
            };
            let key = f.key;
            view! {
                <li class="followed stack-tight">
                    <p class="stack-tight">{heading}</p>
                    <form class="telling" method="post" action=action.clone()>
                        {hidden("yang", &key)}
                        {telling_fields(words, number, f.telling)}
                        <div class="actions"><button class="button quiet small" name="aksi" value="ubah">{words.t("telling-save")}</button><button class="button quiet small" name="aksi" value="berhenti">{words.t("telling-unfollow")}</button></div>
                    </form>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="list">{items}</ul> }.into_any()
}
