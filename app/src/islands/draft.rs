//! Keeps what is being typed on this phone, so that a dead battery or a lost network loses nothing. Only on this phone:
//! the server learns of it when it is sent, and it is forgotten then.

use leptos::prelude::*;

#[cfg(feature = "hydrate")]
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The story's text area, with its draft kept under `place`.
#[island]
pub fn StoryDraft(
    place: String,
    value: String,
    rows: u32,
    described: String,
    wrong: bool,
    /// "Draf di ponsel ini dipulihkan."
    restored: String,
    /// "Hapus draf"
    forget: String,
) -> impl IntoView {
    let found = RwSignal::new(false);
    let area = NodeRef::<leptos::html::Textarea>::new();
    #[cfg_attr(not(feature = "hydrate"), expect(unused_variables, reason = "only the browser keeps drafts"))]
    let place = StoredValue::new(place);
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        let Some(area) = area.get() else { return };
        let kept = storage().and_then(|s| s.get_item(&place.get_value()).ok().flatten()).unwrap_or_default();
        // What the form brings back wins over an older draft.
        if area.value().is_empty() && !kept.is_empty() {
            area.set_value(&kept);
            found.set(true);
        }
    });
    let keep = move |_| {
        #[cfg(feature = "hydrate")]
        if let (Some(area), Some(storage)) = (area.get_untracked(), storage()) {
            let _ = storage.set_item(&place.get_value(), &area.value());
        }
    };
    let drop_draft = move |_| {
        #[cfg(feature = "hydrate")]
        if let (Some(area), Some(storage)) = (area.get_untracked(), storage()) {
            let _ = storage.remove_item(&place.get_value());
            area.set_value("");
            let _ = area.focus();
        }
        found.set(false);
    };
    view! {
        <textarea id="cerita" name="cerita" rows=rows.to_string() aria-describedby=described aria-invalid=wrong.then_some("true") node_ref=area on:input=keep>{value}</textarea>
        <p class="soft" role="status" hidden=move || !found.get()>
            {restored} " "
            <button type="button" class="linklike" on:click=drop_draft>{forget}</button>
        </p>
    }
}

/// On the confirmation: the draft has become a case, so this phone forgets it.
#[island]
pub fn ForgetDraft(place: String) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&place);
    }
    let _ = place;
    view! { <span hidden="hidden"></span> }
}
