//! The file field for photos with those that are kept already and, with scripting, the editor that crops and blurs. Every
//! word stands here; `photo-editor.js` moves things.

use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::feedback::{PHOTO_EDGE, PHOTOS_MOST};

use crate::components::mistake;
use crate::islands::PhotoField;
use crate::words::Words;

/// The field `foto` and, as boxes to untick, the photos that a form brought before. The page must say `islands: true`.
pub fn photo_field(words: &'static Words, problems: &Problems, kept: &[String], label: String, hint: String) -> impl IntoView + use<> {
    let wrong = problems.of("foto").is_some();
    let left = PHOTOS_MOST.saturating_sub(kept.len());
    let kept = kept.iter().enumerate().map(|(i, file)| {
        let id = format!("tersimpan-{i}");
        view! { <div class="choice"><input type="checkbox" id=id.clone() name="foto-tersimpan" value=file.clone() checked=true/><div><label for=id>{words.n("send-photo-kept", i as i64 + 1)}</label><p class="hint">{words.t("send-photo-drop")}</p></div></div> }
    }).collect::<Vec<_>>();
    let described = if wrong { "foto-petunjuk foto-galat" } else { "foto-petunjuk" };
    view! {
        {(!kept.is_empty()).then(|| view! { <fieldset class="field"><legend>{words.t("send-photos-kept")}</legend><div class="choices stack-tight">{kept}</div></fieldset> })}
        {(left > 0).then(|| view! {
            <div class=if wrong { "field wrong" } else { "field" }>
                <label for="foto">{label}</label>
                <p class="hint" id="foto-petunjuk">{hint}</p>
                {mistake(words, problems, "foto")}
                <input id="foto" name="foto" type="file" multiple=true accept="image/jpeg,image/png,image/webp" data-most=left.to_string() data-edge=PHOTO_EDGE.to_string() aria-describedby=described aria-invalid=wrong.then_some("true")/>
                <div class="photo-preview" id="foto-pratinjau" role="status" hidden="hidden">
                    <p class="soft">{words.t("send-photos-chosen")}</p>
                    <div class="photos" id="foto-gambar" data-sunting=words.t("photo-edit")></div>
                    <p id="foto-lebih" hidden="hidden">{words.n("send-photos-too-many", left as i64)}</p>
                    <p><button type="button" class="button quiet small" id="foto-kosongkan">{words.t("send-photos-clear")}</button></p>
                </div>
                {editor(words)}
            </div>
        })}
        <PhotoField/>
    }
}

fn editor(words: &'static Words) -> impl IntoView {
    let fields = [
        ("sunting-kiri", "photo-edit-left", "25"),
        ("sunting-atas", "photo-edit-top", "25"),
        ("sunting-lebar", "photo-edit-width", "50"),
        ("sunting-tinggi", "photo-edit-height", "50"),
    ]
    .map(|(id, key, value)| view! { <div><label for=id>{words.t(key)}</label><input id=id type="number" inputmode="numeric" min="0" max="100" value=value/></div> })
    .collect_view();
    let button = |act: &'static str, class: &'static str| view! { <button type="button" class=class data-buat=act>{words.t(&format!("photo-edit-{act}"))}</button> };
    view! {
        <section class="card stack photo-editor" id="foto-sunting" hidden="hidden" aria-labelledby="foto-sunting-judul" data-potong=words.t("photo-edit-said-potong") data-buramkan=words.t("photo-edit-said-buramkan") data-urungkan=words.t("photo-edit-said-urungkan")>
            <h2 id="foto-sunting-judul" tabindex="-1">{words.t("photo-edit-title")}</h2>
            <p>{words.t("photo-edit-lead")}</p>
            <canvas id="foto-kanvas" role="img" aria-label=words.t("photo-edit-canvas") width="4" height="3"></canvas>
            <fieldset><legend>{words.t("photo-edit-area")}</legend><div class="photo-editor-fields">{fields}</div></fieldset>
            <p class="actions">{button("potong", "button quiet small")}{button("buramkan", "button quiet small")}{button("urungkan", "button quiet small")}</p>
            <p class="soft" id="foto-kabar" role="status"></p>
            <p class="actions">{button("pakai", "button small")}{button("batal", "button quiet small")}</p>
        </section>
    }
}
