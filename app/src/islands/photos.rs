//! Previews chosen photos and shrinks them before they are sent: a photo of eight megabytes becomes a few hundred
//! kilobytes, which is what a cheap data plan can bear. The plain file field does the sending.

use leptos::prelude::*;

/// A chosen photo as it is shown: its name and an address inside the browser.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Preview {
    name: String,
    url: String,
}

#[island]
pub fn PhotoField(
    /// How many may be chosen.
    most: u32,
    /// Longest edge in pixels.
    edge: u32,
    described: String,
    wrong: bool,
    /// "Foto yang akan dikirim"
    chosen: String,
    /// "Kosongkan pilihan"
    clear: String,
    /// "Hanya {n} foto pertama yang diambil."
    too_many: String,
) -> impl IntoView {
    let previews = RwSignal::new(Vec::<Preview>::new());
    let over = RwSignal::new(false);
    let input = NodeRef::<leptos::html::Input>::new();
    let choose = move |_| {
        #[cfg(feature = "hydrate")]
        if let Some(input) = input.get_untracked() {
            leptos::task::spawn_local(browser::shrink(input, most, edge, previews, over));
        }
        let _ = (most, edge);
    };
    let empty = move |_| {
        #[cfg(feature = "hydrate")]
        if let Some(input) = input.get_untracked() {
            input.set_value("");
        }
        previews.set(Vec::new());
        over.set(false);
    };
    view! {
        <input id="foto" name="foto" type="file" multiple=true accept="image/jpeg,image/png,image/webp" aria-describedby=described aria-invalid=wrong.then_some("true") node_ref=input on:change=choose/>
        <div class="photo-preview" role="status" hidden=move || previews.get().is_empty()>
            <p class="soft">{chosen}</p>
            <div class="photos">
                {move || previews.get().into_iter().map(|p| view! { <figure><img src=p.url alt=p.name.clone()/><figcaption class="soft">{p.name}</figcaption></figure> }).collect_view()}
            </div>
            <p hidden=move || !over.get()>{too_many}</p>
            <p><button type="button" class="button quiet small" on:click=empty>{clear}</button></p>
        </div>
    }
}

#[cfg(feature = "hydrate")]
mod browser {
    use leptos::prelude::{RwSignal, Set};
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{Blob, CanvasRenderingContext2d, DataTransfer, File, FilePropertyBag, HtmlCanvasElement, HtmlInputElement, ImageBitmap, Url};

    use super::Preview;

    /// Puts shrunk files in place of the chosen ones. A file that cannot be drawn stays as it is: the server judges it.
    pub async fn shrink(input: HtmlInputElement, most: u32, edge: u32, previews: RwSignal<Vec<Preview>>, over: RwSignal<bool>) {
        let Some(files) = input.files() else { return };
        let Ok(sent) = DataTransfer::new() else { return };
        let mut shown = Vec::new();
        for i in 0..files.length().min(most) {
            let Some(file) = files.get(i) else { continue };
            let file = smaller(&file, edge).await.unwrap_or(file);
            if let Ok(url) = Url::create_object_url_with_blob(&file) {
                shown.push(Preview { name: file.name(), url });
            }
            let _ = sent.items().add_with_file(&file);
        }
        over.set(files.length() > most);
        input.set_files(sent.files().as_ref());
        previews.set(shown);
    }

    async fn smaller(file: &File, edge: u32) -> Result<File, JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let bitmap: ImageBitmap = JsFuture::from(window.create_image_bitmap_with_blob(file)?).await?.dyn_into()?;
        let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
        let scale = (f64::from(edge) / width.max(height)).min(1.0);
        let canvas: HtmlCanvasElement = window.document().ok_or(JsValue::NULL)?.create_element("canvas")?.dyn_into()?;
        canvas.set_width((width * scale) as u32);
        canvas.set_height((height * scale) as u32);
        let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
        context.draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, width * scale, height * scale)?;
        let blob = encoded(&canvas).await?;
        // A small drawing can grow as a JPEG; then the original is the better one.
        if blob.size() >= file.size() {
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
