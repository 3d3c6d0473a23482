//! The photos of a case: the reporter's, and those of answers with what their uploader says of them.

use domain::feedback::CasePhoto;
use leptos::prelude::*;

use crate::dates;
use crate::words::Words;

/// The reporter's photos. `inside` are pages of those who may see what is withheld from everyone else.
pub fn sent_photos(words: &'static Words, address: &str, photos: &[CasePhoto], inside: bool) -> Option<impl IntoView + use<>> {
    figures(words, address, photos, false, inside).map(|figures| view! { <div class="photos">{figures}</div> })
}

/// Photos that came with answers, under their own heading.
pub fn answer_photos(words: &'static Words, address: &str, photos: &[CasePhoto], inside: bool) -> Option<impl IntoView + use<>> {
    figures(words, address, photos, true, inside)
        .map(|figures| view! { <section class="stack-tight"><h2>{words.t("case-answer-photos")}</h2><div class="photos">{figures}</div></section> })
}

fn figures(words: &'static Words, address: &str, photos: &[CasePhoto], of_answers: bool, inside: bool) -> Option<Vec<impl IntoView + use<>>> {
    let figures: Vec<_> = photos
        .iter()
        .filter(|p| p.step_number.is_some() == of_answers && (inside || p.withheld_reason.is_none()))
        .map(|p| {
            let key = if p.step_number.is_some() { "case-answer-photo" } else { "case-photo" };
            let withheld = p.withheld_reason.as_ref().map(|r| words.with("photo-withheld", &[("reason", &words.t(&format!("photo-reason-{r}")))]));
            let on = p.taken_on.as_deref().map(|day| words.with("photo-taken-on", &[("date", &dates::long_day(words, day))]));
            let at = Some(&p.taken_at).filter(|t| !t.is_empty()).map(|place| words.with("photo-taken-at", &[("place", place)]));
            let said: Vec<String> = [withheld, on, at].into_iter().flatten().collect();
            view! { <figure><img loading="lazy" src=format!("{address}/foto/{}", p.number) alt=words.n(key, p.number)/>{(!said.is_empty()).then(|| view! { <figcaption class="soft">{said.join(" · ")}</figcaption> })}</figure> }
        })
        .collect();
    (!figures.is_empty()).then_some(figures)
}
