//! The pledge (maklumat pelayanan) as service and unit pages show it: folded, with who signed it and when.

use domain::directory::pledges::Pledge;
use leptos::prelude::*;

use crate::dates;
use crate::words::Words;

pub fn pledge_details(words: &'static Words, gov: &str, pledge: Option<Pledge>) -> impl IntoView + use<> {
    pledge.map(|p| {
        let date = dates::day(words, &p.signed_on);
        let signed = words.with("pledge-signed", &[("date", &date)]);
        let by = p.position_slug.zip(p.position_title).map(|(slug, title)| view! { " · " <a href=format!("/{gov}/jabatan/{slug}")>{title}</a> });
        let decree = p.decree.map(|d| view! { <p class="soft">{d}</p> });
        view! {
            <details class="pledge"><summary>{words.t("service-pledge-title")}</summary>
                <div class="promise stack-tight"><p>{p.text}</p><p class="soft">{signed}{by}</p>{decree}</div>
            </details>
        }
    })
}
