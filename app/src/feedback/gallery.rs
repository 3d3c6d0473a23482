//! The photos of a case: the reporter's, and those of answers with what their uploader says of them.

use domain::feedback::CasePhoto;
use leptos::prelude::*;

use crate::dates;
use crate::words::Words;

/// Whose photos, by when they came.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Report,
    Answers,
    /// What the reporter brought with a later step.
    Proofs,
}

impl Of {
    const fn whose(photo: &CasePhoto) -> Self {
        match (photo.step_number, photo.by_reporter) {
            (None, _) => Self::Report,
            (Some(_), false) => Self::Answers,
            (Some(_), true) => Self::Proofs,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Report => "case-photo",
            Self::Answers => "case-answer-photo",
            Self::Proofs => "case-proof-photo",
        }
    }
}

/// The reporter's photos. `inside` are pages of those who may see what is withheld from everyone else.
pub fn sent_photos(words: &'static Words, address: &str, photos: &[CasePhoto], inside: bool) -> Option<impl IntoView + use<>> {
    figures(words, address, photos, Of::Report, inside).map(|figures| view! { <div class="photos">{figures}</div> })
}

/// Photos that came later, under their own headings: with answers, and from the reporter.
pub fn later_photos(words: &'static Words, address: &str, photos: &[CasePhoto], inside: bool) -> impl IntoView + use<> {
    [(Of::Answers, "case-answer-photos"), (Of::Proofs, "case-proof-photos")].map(|(of, title)| {
        figures(words, address, photos, of, inside).map(|figures| view! { <section class="stack-tight"><h2>{words.t(title)}</h2><div class="photos">{figures}</div></section> })
    })
}

fn figures(words: &'static Words, address: &str, photos: &[CasePhoto], of: Of, inside: bool) -> Option<Vec<impl IntoView + use<>>> {
    let figures: Vec<_> = photos
        .iter()
        .filter(|p| Of::whose(p) == of && (inside || p.withheld_reason.is_none()))
        .map(|p| {
            let key = of.key();
            let withheld = p.withheld_reason.as_ref().map(|r| words.with("photo-withheld", &[("reason", &words.t(&format!("photo-reason-{r}")))]));
            let on = p.taken_on.as_deref().map(|day| words.with("photo-taken-on", &[("date", &dates::long_day(words, day))]));
            let at = Some(&p.taken_at).filter(|t| !t.is_empty()).map(|place| words.with("photo-taken-at", &[("place", place)]));
            let said: Vec<String> = [withheld, on, at].into_iter().flatten().collect();
            view! { <figure><img loading="lazy" src=format!("{address}/foto/{}", p.number) alt=words.n(key, p.number)/>{(!said.is_empty()).then(|| view! { <figcaption class="soft">{said.join(" · ")}</figcaption> })}</figure> }
        })
        .collect();
    (!figures.is_empty()).then_some(figures)
}
