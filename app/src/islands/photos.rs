//! Previews chosen photos and shrinks them before they are sent: a photo of eight megabytes becomes a few hundred
//! kilobytes, which is what a cheap data plan can bear. The plain file field does the sending.

use leptos::prelude::*;

/// Beside the file field `foto`, whose `data-most` and `data-edge` (pixels) say how many and how large.
#[island]
pub fn PhotoField() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    let _ = (super::page::leave_on_escapes(), browser::start());
    view! { <span hidden="hidden"></span> }
}

#[cfg(feature = "hydrate")]
mod browser {
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::{JsFuture, spawn_local};
    use web_sys::{Blob, CanvasRenderingContext2d, DataTransfer, Document, Element, File, FilePropertyBag, HtmlCanvasElement, HtmlElement, HtmlInputElement, ImageBitmap, Url};

    use crate::islands::page::{find, on, show, word};

    pub fn start() -> Option<()> {
        let input: HtmlInputElement = find("foto")?;
        let chosen = input.clone();
        on(&input, "change", move || spawn_local(shrink(chosen.clone())));
        on(&find::<HtmlElement>("foto-kosongkan")?, "click", move || {
            input.set_value("");
            show("foto-pratinjau", false);
        });
        Some(())
    }

    /// Puts shrunk files in place of the chosen ones. A file that cannot be drawn stays as it is: the server judges it.
    async fn shrink(input: HtmlInputElement) {
        let most: u32 = word(&input, "data-most").parse().unwrap_or(3);
        let edge: f64 = word(&input, "data-edge").parse().unwrap_or(1600.0);
        let (Some(files), Ok(sent), Some(gallery)) = (input.files(), DataTransfer::new(), find::<Element>("foto-gambar")) else { return };
        let Some(document) = gallery.owner_document() else { return };
        gallery.set_text_content(None);
        for i in 0..files.length().min(most) {
            let Some(file) = files.get(i) else { continue };
            let file = smaller(&document, &file, edge).await.unwrap_or(file);
            let _ = preview(&document, &gallery, &file);
            let _ = sent.items().add_with_file(&file);
        }
        show("foto-lebih", files.length() > most);
        input.set_files(sent.files().as_ref());
        show("foto-pratinjau", files.length() > 0);
    }

    fn preview(document: &Document, gallery: &Element, file: &File) -> Result<(), JsValue> {
        let figure = document.create_element("figure")?;
        let image = document.create_element("img")?;
        image.set_attribute("src", &Url::create_object_url_with_blob(file)?)?;
        image.set_attribute("alt", &file.name())?;
        figure.append_child(&image)?;
        gallery.append_child(&figure)?;
        Ok(())
    }

    async fn smaller(document: &Document, file: &File, edge: f64) -> Result<File, JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let bitmap: ImageBitmap = JsFuture::from(window.create_image_bitmap_with_blob(file)?).await?.dyn_into()?;
        let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
        let scale = (edge / width.max(height)).min(1.0);
        let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
        canvas.set_width((width * scale) as u32);
        canvas.set_height((height * scale) as u32);
        let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
        // A JPEG has no transparency: what is clear in a drawing is paper, not black.
        context.set_fill_style_str("#fff");
        context.fill_rect(0.0, 0.0, width * scale, height * scale);
        context.draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, width * scale, height * scale)?;
        let blob = encoded(&canvas).await?;
        // A small drawing can grow as a JPEG; then the original is the better one, unless it is too large in pixels.
        if scale >= 1.0 && blob.size() >= file.size() {
            return Err(JsValue::NULL);
        }
        let options = FilePropertyBag::new();
        options.set_type("image/jpeg");
        File::new_with_blob_sequence_and_options(&js_sys::Array::of1(&blob), &file.name(), &options)
    }

    async fn encoded(canvas: &HtmlCanvasElement) -> Result<Blob, JsValue> {
        let promise = js_sys::Promise::new(&mut |resolve, reject| {
            let done = Closure::once_into_js(move |blob: JsValue| {
                let _ = if blob.is_null() { reject.call0(&JsValue::NULL) } else { resolve.call1(&JsValue::NULL, &blob) };
            });
            let _ = canvas.to_blob_with_type_and_encoder_options(done.unchecked_ref(), "image/jpeg", &JsValue::from_f64(0.82));
        });
        JsFuture::from(promise).await?.dyn_into()
    }
}
