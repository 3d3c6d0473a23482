//! "Ada yang salah di halaman ini?": the line under a page of the directory that lets a resident correct it.

use leptos::prelude::*;
use vocabulary::corrections::Subject;

use crate::words::Words;

pub fn something_wrong(words: &'static Words, gov: &str, subject: &Subject) -> impl IntoView + use<> {
    view! { <p class="something-wrong"><a href=format!("/{gov}/koreksi?tentang={subject}") rel="nofollow">{words.t("something-wrong")}</a></p> }
}
