//! The islands: the few places where a page does more with scripting. Each enhances a plain form that works without:
//! the server writes the form and every word, the island only listens and moves things. They hold no reactive state of
//! their own on purpose: a signal, a list and their props would double what a phone must load (46 KB against 82 KB, compressed).

mod draft;
mod findings;
mod photos;
mod search;

#[cfg(feature = "hydrate")]
mod page;

pub use draft::{ForgetDraft, StoryDraft};
pub use findings::FindingsAsYouType;
pub use photos::PhotoField;
pub use search::SearchAsYouType;

/// Named by `hydrate()`: without a use, the linker drops a module of islands and they disappear silently.
#[cfg(feature = "hydrate")]
pub(crate) fn linked() {
    std::hint::black_box((StoryDraft as *const (), PhotoField as *const (), ForgetDraft as *const (), SearchAsYouType as *const (), FindingsAsYouType as *const ()));
}
