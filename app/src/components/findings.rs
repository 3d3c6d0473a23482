//! What in a text tells who somebody is, pointed out to whoever wrote it; never a reason to refuse.

use leptos::prelude::*;
use vocabulary::personal::{Sort, find};

use crate::islands::FindingsAsYouType;
use crate::words::Words;

/// The findings in a text as lines: what it is, and the words themselves. The holder of a post is no personal data.
pub fn finding_items(words: &Words, text: &str) -> Vec<String> {
    let mut items = Vec::new();
    for span in find(text).into_iter().filter(|s| s.sort != Sort::Post) {
        let item = format!("{}: {}", words.t(&format!("finding-{}", span.sort)), &text[span.start..span.end]);
        if !items.contains(&item) {
            items.push(item);
        }
    }
    items
}

/// Below the text area `field`: what was found when the page was drawn and, with scripting, while one types. The page
/// must say `islands: true`.
pub fn findings(words: &'static Words, field: &'static str, text: &str) -> impl IntoView + use<> {
    let items = finding_items(words, text);
    let (none, now) = (items.is_empty(), items.concat());
    let items = items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view();
    let said = |sort: Sort| words.t(&format!("finding-{sort}"));
    view! {
        <div id="temuan" role="status" data-untuk=field>
            <div class="notice stack-tight" id="temuan-isi" hidden=none>
                <p>{words.t("findings-lead")}</p>
                <ul id="temuan-daftar" data-kini=now data-nik=said(Sort::Nik) data-nip=said(Sort::Nip) data-telepon=said(Sort::Phone) data-surel=said(Sort::Email) data-plat=said(Sort::Plate)
                    data-rekening=said(Sort::Account) data-tanggal-lahir=said(Sort::BirthDate) data-alamat=said(Sort::Address) data-nama=said(Sort::Name) data-nama-petugas=said(Sort::Official) data-kasar=said(Sort::Abuse)>{items}</ul>
                <p class="soft">{words.t("findings-note")}</p>
            </div>
        </div>
        <FindingsAsYouType/>
    }
}
