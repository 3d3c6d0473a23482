//! Keeps what is being typed on this phone, so that a dead battery or a lost network loses nothing. Only on this phone:
//! the server learns of it when it is sent, and it is forgotten then.

use leptos::prelude::*;

/// Beside the text area `cerita`, whose `data-draf` names the draft.
#[island]
pub fn StoryDraft() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    let _ = (super::page::leave_on_escapes(), browser::keep());
    view! { <span hidden="hidden"></span> }
}

/// This phone forgets the draft: on the confirmation, where it has become a case, and where a report without a name is
/// written. `draf` names it in its `data-draf`.
#[island]
pub fn ForgetDraft() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    let _ = (super::page::leave_on_escapes(), browser::forget());
    view! { <span hidden="hidden"></span> }
}

#[cfg(feature = "hydrate")]
mod browser {
    use web_sys::{Element, HtmlElement, HtmlTextAreaElement};

    use crate::islands::page::{find, on, show, storage, word};

    pub fn keep() -> Option<()> {
        let area: HtmlTextAreaElement = find("cerita")?;
        let place = word(&area, "data-draf");
        let kept = storage()?.get_item(&place).ok()?.unwrap_or_default();
        // What the form brings back wins over an older draft.
        if area.value().is_empty() && !kept.is_empty() {
            area.set_value(&kept);
            show("draf-pulih", true);
        }
        let (typing, name) = (area.clone(), place.clone());
        on(&area, "input", move || {
            if let Some(storage) = storage() {
                let _ = storage.set_item(&name, &typing.value());
            }
        });
        on(&find::<HtmlElement>("draf-hapus")?, "click", move || {
            if let Some(storage) = storage() {
                let _ = storage.remove_item(&place);
            }
            area.set_value("");
            let _ = area.focus();
            show("draf-pulih", false);
        });
        Some(())
    }

    pub fn forget() -> Option<()> {
        storage()?.remove_item(&word(&find::<Element>("draf")?, "data-draf")).ok()
    }
}
