//! What a unit committed itself to, on its public page. Late is shown as late.

use domain::ideas::PublicCommitment;
use leptos::prelude::*;

use super::list::commitment_chip;
use crate::dates;
use crate::words::Words;

pub fn commitments(words: &'static Words, gov: &str, found: &[PublicCommitment], today: &str) -> impl IntoView + use<> {
    let items = found
        .iter()
        .map(|c| {
            let owner = format!("/{gov}/jabatan/{}", c.owner_slug);
            let cases = c.cases.iter().map(|r| view! { " " <a href=format!("/{gov}/laporan/{r}")>{r.clone()}</a> }).collect::<Vec<_>>();
            let cases = (!cases.is_empty()).then(|| view! { <p class="soft">{words.t("commitment-from")}{cases}</p> });
            let last = c.steps.last().map(|s| view! { <p class="soft">{format!("{}, {}: {}", words.t(&format!("commitment-step-{}", s.kind)), dates::day(words, &s.on_day), s.text)}</p> });
            view! {
                <li>
                    <p class="measure"><strong>{c.text.clone()}</strong></p>
                    <p class="actions">{commitment_chip(words, c.stage(today))}<span class="soft">{words.with("commitment-by", &[("date", &dates::day(words, &c.due_on))])} " · " <a href=owner>{c.owner_title.clone()}</a></span></p>
                    {last}
                    {cases}
                </li>
            }
        })
        .collect::<Vec<_>>();
    (!items.is_empty()).then(|| view! { <section class="stack" aria-labelledby="komitmen"><h2 id="komitmen">{words.t("commitments-title")}</h2><p class="soft measure">{words.t("commitments-lead")}</p><ul class="list">{items}</ul></section> })
}
