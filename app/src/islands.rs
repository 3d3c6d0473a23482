//! The islands: the few places where a page does more with scripting. Each enhances a plain form that works without.
//! Words come as props from the server; nothing here formats a date or knows a rule.

mod draft;
mod photos;

pub use draft::{ForgetDraft, ForgetDraftProps, StoryDraft, StoryDraftProps};
pub use photos::{PhotoField, PhotoFieldProps};

/// Named by `hydrate()`: without a use, the linker drops a module of islands and they disappear silently.
#[cfg(feature = "hydrate")]
pub(crate) fn linked() {
    std::hint::black_box((StoryDraft as *const (), PhotoField as *const (), ForgetDraft as *const ()));
}
