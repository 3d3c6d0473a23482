//! Suggests while one types, by asking the server for a list of links. Without it the form beside it searches.

use leptos::prelude::*;

/// Beside the field `cari`, whose `data-usul` says where suggestions are asked for; with the empty box `cari-usul` for
/// their list, and `cari-kabar`, which says how many there are.
#[island]
pub fn SearchAsYouType() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    let _ = browser::start();
    view! { <span hidden="hidden"></span> }
}

#[cfg(feature = "hydrate")]
mod browser {
    use std::cell::Cell;
    use std::rc::Rc;

    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::{JsFuture, spawn_local};
    use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent, Response};

    use crate::islands::page::{find, on, on_event, word};

    /// How long nothing is typed before the server is asked, in milliseconds.
    const PAUSE: i32 = 150;
    /// One letter begins too much.
    const LETTERS_LEAST: usize = 2;

    /// The field, the box of its suggestions, and the line that is read out.
    #[derive(Clone)]
    struct Field {
        input: HtmlInputElement,
        list: HtmlElement,
        news: HtmlElement,
    }

    pub fn start() -> Option<()> {
        let page = Field { input: find("cari")?, list: find("cari-usul")?, news: find("cari-kabar")? };
        for (name, value) in [("role", "combobox"), ("autocomplete", "off"), ("aria-autocomplete", "list"), ("aria-haspopup", "listbox"), ("aria-expanded", "false")] {
            page.input.set_attribute(name, value).ok()?;
        }
        let (typing, waiting) = (page.clone(), Rc::new(Cell::new(0)));
        let ask = Rc::new(Closure::<dyn Fn()>::new({
            let page = page.clone();
            move || spawn_local(suggest(page.clone()))
        }));
        on(&page.input, "input", move || {
            let Some(window) = web_sys::window() else { return };
            window.clear_timeout_with_handle(waiting.get());
            if typing.input.value().trim().len() < LETTERS_LEAST {
                typing.close();
            } else if let Ok(handle) = window.set_timeout_with_callback_and_timeout_and_arguments_0((*ask).as_ref().unchecked_ref(), PAUSE) {
                waiting.set(handle);
            }
        });
        let keys = page.clone();
        on_event(&page.input, "keydown", move |event: KeyboardEvent| {
            if keys.key(&event.key()).is_some() {
                event.prevent_default();
            }
        });
        let left = page.clone();
        on(&page.input, "blur", move || left.close());
        // Pressing on a suggestion leaves the field where it is, or the list would be gone before the finger.
        on_event(&page.list, "mousedown", |event: web_sys::Event| event.prevent_default());
        Some(())
    }

    async fn suggest(page: Field) {
        let asked = page.input.value();
        let Ok(html) = fetched(&page.input, &asked).await else { return page.close() };
        // Whoever has typed on is asked about again; whoever has left wants nothing.
        if page.input.value() == asked && page.has_focus() {
            page.list.set_inner_html(&html);
            page.open();
        }
    }

    async fn fetched(input: &HtmlInputElement, typed: &str) -> Result<String, JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let address = format!("{}?q={}", word(input, "data-usul"), String::from(js_sys::encode_uri_component(typed)));
        let response: Response = JsFuture::from(window.fetch_with_str(&address)).await?.dyn_into()?;
        if !response.ok() {
            return Err(JsValue::NULL);
        }
        JsFuture::from(response.text()?).await?.as_string().ok_or(JsValue::NULL)
    }

    impl Field {
        fn has_focus(&self) -> bool {
            let focused = self.input.owner_document().and_then(|d| d.active_element());
            focused.is_some_and(|e| e.is_same_node(Some(&self.input)))
        }

        fn options(&self) -> Vec<HtmlElement> {
            let Ok(found) = self.list.query_selector_all("a") else { return Vec::new() };
            (0..found.length()).filter_map(|i| found.get(i)?.dyn_into().ok()).collect()
        }

        fn open(&self) {
            self.choose(None);
            let any = !self.options().is_empty();
            let said = match self.list.first_element_child() {
                Some(list) if any => {
                    let _ = self.input.set_attribute("aria-controls", &list.id());
                    word(&list, "data-jumlah")
                }
                _ => word(&self.input, "data-tidak-ada"),
            };
            self.show(any);
            self.news.set_text_content(Some(&said));
        }

        fn close(&self) {
            self.choose(None);
            self.show(false);
            self.list.set_inner_html("");
            let _ = self.input.remove_attribute("aria-controls");
            self.news.set_text_content(None);
        }

        fn show(&self, visible: bool) {
            self.list.set_hidden(!visible);
            let _ = self.input.set_attribute("aria-expanded", if visible { "true" } else { "false" });
        }

        /// The focus stays in the field; what is chosen is named to it.
        fn choose(&self, chosen: Option<&HtmlElement>) {
            for option in self.options() {
                let _ = option.set_attribute("aria-selected", "false");
            }
            let _ = match chosen {
                Some(option) => {
                    let _ = option.set_attribute("aria-selected", "true");
                    option.scroll_into_view_with_bool(false);
                    self.input.set_attribute("aria-activedescendant", &option.id())
                }
                None => self.input.remove_attribute("aria-activedescendant"),
            };
        }

        /// Does what the key asks for; none when the key is not for the list.
        fn key(&self, key: &str) -> Option<()> {
            let options = self.options();
            if self.list.hidden() || options.is_empty() {
                return None;
            }
            let name = word(&self.input, "aria-activedescendant");
            let chosen = options.iter().position(|o| o.id() == name);
            match (key, chosen) {
                // Past the last and before the first lies the field itself.
                ("ArrowDown", None) => self.choose(options.first()),
                ("ArrowDown", Some(i)) => self.choose(options.get(i + 1)),
                ("ArrowUp", None) => self.choose(options.last()),
                ("ArrowUp", Some(i)) => self.choose(i.checked_sub(1).and_then(|i| options.get(i))),
                ("Enter", Some(i)) => options[i].click(),
                ("Escape", _) => self.close(),
                _ => return None,
            }
            Some(())
        }
    }
}
