//! Points out, while one types, what tells who somebody is. The text stays on this phone: the same scanner that the
//! server has looks at it here. It waits for a pause, says nothing twice, and holds nobody up.

use leptos::prelude::*;

/// Beside the box `temuan`, whose `data-untuk` names the text area and whose list has a word for each sort.
#[island]
pub fn FindingsAsYouType() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    let _ = browser::start();
    view! { <span hidden="hidden"></span> }
}

#[cfg(feature = "hydrate")]
mod browser {
    use std::cell::Cell;

    use vocabulary::personal::{Sort, find};
    use wasm_bindgen::JsCast;
    use wasm_bindgen::closure::Closure;
    use web_sys::{Element, HtmlElement, HtmlTextAreaElement};

    use crate::islands::page::{find as element, on, show, word};

    /// How long nothing is typed before something is pointed out, in milliseconds: who is in the middle of a number is
    /// not interrupted.
    const PAUSE: i32 = 700;

    pub fn start() -> Option<()> {
        let list: Element = element("temuan-daftar")?;
        let area: HtmlTextAreaElement = element(&word(&element::<Element>("temuan")?, "data-untuk"))?;
        let typed = area.clone();
        let look = Closure::<dyn Fn()>::new(move || {
            let _ = tell(&list, &typed.value());
        });
        let waiting = Cell::new(0);
        let field: &HtmlElement = &area;
        on(field, "input", move || {
            let Some(window) = web_sys::window() else { return };
            window.clear_timeout_with_handle(waiting.get());
            waiting.set(window.set_timeout_with_callback_and_timeout_and_arguments_0(look.as_ref().unchecked_ref(), PAUSE).unwrap_or(0));
        });
        Some(())
    }

    /// Writes the list anew where it differs; what has not changed is not read out again.
    fn tell(list: &Element, text: &str) -> Option<()> {
        let mut items: Vec<String> = Vec::new();
        for span in find(text).into_iter().filter(|s| s.sort != Sort::Post) {
            let item = [&word(list, &["data-", span.sort.as_str()].concat()), ": ", text.get(span.start..span.end)?].concat();
            if !items.contains(&item) {
                items.push(item);
            }
        }
        let all = items.concat();
        if word(list, "data-kini") == all {
            return None;
        }
        list.set_attribute("data-kini", &all).ok()?;
        list.set_text_content(None);
        for item in &items {
            let line = list.owner_document()?.create_element("li").ok()?;
            line.set_text_content(Some(item));
            list.append_child(&line).ok()?;
        }
        show("temuan-isi", !items.is_empty());
        Some(())
    }
}
