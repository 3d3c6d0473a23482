//! The page as the islands see it.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::convert::FromWasmAbi;
use web_sys::{Element, HtmlElement, HtmlFormElement, KeyboardEvent, Storage};

pub fn find<T: JsCast>(id: &str) -> Option<T> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// What the server wrote beside an element for its island.
pub fn word(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

pub fn show(id: &str, visible: bool) {
    if let Some(element) = find::<HtmlElement>(id) {
        element.set_hidden(!visible);
    }
}

/// Listens for as long as the page is open.
pub fn on(element: &HtmlElement, event: &str, act: impl FnMut() + 'static) {
    let listener = Closure::<dyn FnMut()>::new(act);
    let _ = element.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Listens for as long as the page is open, to what the event tells.
pub fn on_event<E: FromWasmAbi + 'static>(element: &HtmlElement, event: &str, act: impl FnMut(E) + 'static) {
    let listener = Closure::<dyn FnMut(E)>::new(act);
    let _ = element.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    listener.forget();
}

/// The storage of this phone, where the browser allows one.
pub fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Escape three times in a row presses "Keluar cepat", where the page has it.
pub fn leave_on_escapes() {
    let Some(form) = find::<HtmlFormElement>("keluar-cepat") else { return };
    let root = form.owner_document().and_then(|d| d.document_element()).and_then(|e| e.dyn_into::<HtmlElement>().ok());
    let Some(root) = root else { return };
    let mut pressed = 0;
    on_event(&root, "keydown", move |event: KeyboardEvent| {
        pressed = if event.key() == "Escape" { pressed + 1 } else { 0 };
        if pressed == 3 {
            let _ = form.submit();
        }
    });
}
