//! The pages for when there is no network: `/luring` says so, `/kotak-keluar` lists what waits on this phone, and
//! `/kotak-keluar/tulis` takes a report. The service worker keeps all three (`app/src/outbox/worker.js`) and shows the last
//! where a screen of the sending form was lost. The server knows nothing of what is on a phone: the script fills them, with
//! words that stand here.

use axum::extract::{Query, State};
use axum::response::Response;
use domain::clock::{day_text, local_day};
use domain::directory::governments;
use domain::rules;
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::feedback::{Kind, PHOTO_EDGE, PHOTOS_MOST, Protection, STORY_LEAST};
use vocabulary::{Fault, Problems};

use super::exit::exit_quickly;
use super::send_screens::day_field;
use crate::components::{Choice, choices, hidden, line_field, option_list, sentence, text_area};
use crate::error::PageError;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// How long a phone keeps what could not be sent, in days.
///
/// # Errors
/// The database's, and a rule that is missing.
pub async fn days_kept(app: &App) -> Result<i64, PageError> {
    let mut conn = app.portal.db.read().await?;
    Ok(rules::in_force(&mut conn, "feedback.outbox_kept", &day_text(local_day(app.portal.now(), 7))).await?.value)
}

/// The worker fetches the pages without cookies, and so says in which language.
fn in_language(visitor: Visitor, query: &HashMap<String, String>) -> Visitor {
    let words = query.get("bahasa").map_or(visitor.words, |language| Words::of(language));
    Visitor { words, ..visitor }
}

/// On pages of the sending form: what waits on this phone. Filled and shown by the script.
pub fn outbox_bar(words: &'static Words) -> impl IntoView + use<> {
    view! {
        <div class="notice wait outbox-bar" id="kotak-keluar" hidden="hidden" data-menunggu=words.t("outbox-bar-waiting") data-menyusul=words.t("outbox-bar-photos") data-salah=words.t("outbox-bar-wrong") data-terkirim=words.t("outbox-bar-sent")>
            <p><span id="kotak-keluar-isi" role="status"></span> <a href="/kotak-keluar">{words.t("outbox-open")}</a></p>
        </div>
    }
}

/// On a phone that knows it has no network, before the worker has come.
pub fn no_network_yet(words: &'static Words) -> impl IntoView + use<> {
    view! { <p class="notice late" id="tanpa-jaringan" role="alert" tabindex="-1" hidden="hidden">{words.t("outbox-not-now")}</p> }
}

/// On the check page: keep it on the phone instead, and let the phone send it.
pub fn keep_later(words: &'static Words, gov: String, name: String, days: i64) -> impl IntoView + use<> {
    view! {
        <div class="stack-tight" id="simpan-nanti-tempat" hidden="hidden">
            <h2>{words.t("outbox-later-title")}</h2>
            <p>{words.n("outbox-meaning", days)}</p>
            <p><button type="button" class="button quiet" id="simpan-nanti" data-gov=gov data-nama=name data-hari=days.to_string()>{words.t("outbox-keep")}</button></p>
            <p class="mistake" id="simpan-gagal" role="alert" hidden="hidden" data-sudah=words.t("outbox-already-tried")>{words.t("outbox-not-kept")}</p>
        </div>
    }
}

/// `/luring`.
pub async fn offline(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Response {
    let visitor = in_language(visitor, &query);
    let words = visitor.words;
    let page = Page { title: words.t("offline-title"), private: true, ..Page::default() };
    // What a page says that is shown from what the phone keeps; the worker puts it in.
    let notice = words.with("offline-copy", &[("when", "%")]);
    let locale = if words.is_english() { "en-GB" } else { "id-ID" };
    visitor.page(&app, None, page, || {
        view! {
            <div class="measure stack" data-salinan=notice data-lokal=locale>
                <h1>{words.t("offline-title")}</h1>
                <p>{words.t("offline-lead")}</p>
                <ul class="list">
                    <li><a href="/kotak-keluar/tulis">{words.t("offline-write")}</a><p class="soft">{words.t("offline-write-hint")}</p></li>
                    <li><a href="/kotak-keluar">{words.t("outbox-open")}</a><p class="soft">{words.t("offline-outbox-hint")}</p></li>
                </ul>
                <p>{words.t("offline-emergency")}</p>
            </div>
        }
    })
}

/// `/kotak-keluar`.
pub async fn list(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let visitor = in_language(visitor, &query);
    let words = visitor.words;
    let days = days_kept(&app).await?;
    let page = Page { title: words.t("outbox-title"), section: Section::Cases, private: true, outbox: true, ..Page::default() };
    let locale = if words.is_english() { "en-GB" } else { "id-ID" };
    let said = |key: &str| words.with(key, &[("reference", "%"), ("photos", "#"), ("n", "%"), ("date", "%")]);
    Ok(visitor.page(&app, None, page, || {
        view! {
            {exit_quickly(words)}
            <div class="measure stack">
                <h1>{words.t("outbox-title")}</h1>
                <p class="lead">{words.n("outbox-lead", days)}</p>
                <noscript><p class="notice">{words.t("outbox-no-script")}</p></noscript>
                <p id="berapa" role="status"></p>
                <p><button type="button" class="button" id="kirim-semua" hidden="hidden">{words.t("outbox-send-now")}</button></p>
                <p class="empty" id="kosong" hidden="hidden">{words.t("outbox-empty")}</p>
                <ul
                    class="list outbox"
                    id="kiriman"
                    data-lokal=locale
                    data-menunggu=words.t("outbox-state-waiting")
                    data-foto=said("outbox-state-photos")
                    data-sebagian=said("outbox-state-partly")
                    data-salah=words.t("outbox-state-wrong")
                    data-terkirim=said("outbox-state-sent")
                    data-habis=words.t("outbox-state-over")
                    data-habisdicoba=words.t("outbox-state-over-tried")
                    data-tinggal=said("outbox-photos-left")
                    data-tanpa=words.t("outbox-nameless")
                    data-dibuat=words.t("outbox-kept-on")
                    data-jumlah=said("outbox-photo-count")
                    data-habisnya=said("outbox-deleted-on")
                    data-hilang=said("outbox-photos-lost")
                    data-ditolak=words.t("outbox-refused")
                    data-ubah=words.t("outbox-change")
                    data-tandaterima=words.t("outbox-receipt")
                    data-hapus=words.t("outbox-delete")
                    data-yakin=words.t("outbox-delete-sure")
                    data-yakindicoba=words.t("outbox-delete-tried")
                    data-mengirim=words.t("outbox-sending")
                    data-putus=words.t("outbox-cut")
                    data-menungguada=said("outbox-waiting-count")
                ></ul>
                <h2>{words.t("outbox-how-title")}</h2>
                <ul>
                    <li>{words.t("outbox-how-sends")}</li>
                    <li>{words.t("outbox-how-once")}</li>
                    <li>{words.n("outbox-how-days", days)}</li>
                    <li>{words.t("outbox-how-anonymous")}</li>
                </ul>
                <p><a href="/kotak-keluar/tulis">{words.t("offline-write")}</a></p>
            </div>
        }
    }))
}

/// `/kotak-keluar/tulis`.
pub async fn write(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let visitor = in_language(visitor, &query);
    let words = visitor.words;
    let days = days_kept(&app).await?;
    let mut conn = app.portal.db.read().await?;
    let governments = governments(&mut conn).await?;
    drop(conn);
    let today = day_text(local_day(visitor.now, 7));
    let page = Page { title: words.t("write-title"), section: Section::Cases, private: true, outbox: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let none = Problems::default();
        let fault = |field: &str, fault: Fault| sentence(words, field, fault);
        let places = std::iter::once((String::new(), words.t("send-choose"))).chain(governments.into_iter().map(|g| (g.slug, g.short_name))).collect();
        let protections = [Protection::Anonymous, Protection::Confidential, Protection::Public]
            .into_iter()
            .map(|p| Choice { value: p.to_string(), label: words.t(&format!("protection-{p}")), hint: Some(words.t(&format!("protection-{p}-hint"))) })
            .collect();
        let kinds = Kind::ALL.iter().map(|k| Choice { value: k.to_string(), label: words.t(&format!("kind-{k}")), hint: None }).collect();
        view! {
            {exit_quickly(words)}
            <div
                class="measure stack"
                id="luring"
                data-keadaan=""
                data-putus=words.t("write-cut")
                data-jawaban=words.t("write-cut-answer")
                data-baru=words.t("write-new")
                data-kosong=words.t("write-nothing-carried")
            >
                <h1>{words.t("write-title")}</h1>
                <p class="notice wait" id="luring-kabar" role="status" hidden="hidden"></p>
                <p class="notice" id="perlu-skrip">{words.t("write-needs-script")} " " <a href="/">{words.t("footer-governments")}</a></p>
                <form class="stack" id="tulis" method="post" action="/kotak-keluar/tulis" enctype="multipart/form-data" novalidate="novalidate" hidden="hidden" data-hari=days.to_string() data-paling=STORY_LEAST.to_string()>
                    <div
                        class="errors stack-tight"
                        role="alert"
                        tabindex="-1"
                        id="galat"
                        hidden="hidden"
                        data-gov=words.t("write-missing-government")
                        data-perlindungan=fault("perlindungan", Fault::Missing)
                        data-nama=fault("nama", Fault::Missing)
                        data-jenis=fault("jenis", Fault::Missing)
                        data-cerita=fault("cerita", Fault::TooShort { least: STORY_LEAST })
                        data-foto=fault("foto", Fault::TooManyFiles { most: PHOTOS_MOST })
                    >
                        <h2>{words.t("form-wrong")}</h2>
                        <ul></ul>
                    </div>
                    {hidden("layar", "periksa")}
                    {hidden("kunci", "")}
                    <div id="terbawa" hidden="hidden"></div>
                    {option_list(words, &none, "gov", words.t("write-government"), None, places, "")}
                    {choices(words, &none, "perlindungan", words.t("send-perlindungan-question"), protections, "")}
                    {line_field(words, &none, "nama", words.t("send-name"), None, "text", "name", "")}
                    {choices(words, &none, "jenis", words.t("send-kind"), kinds, "")}
                    {text_area(words, &none, "cerita", words.t("send-story"), Some(words.t("send-story-hint")), 7, "")}
                    <p class="notice">{words.t("send-names-warning")}</p>
                    <div class="field">
                        <label for="tentang">{words.t("send-about-label")}</label>
                        <p class="hint" id="tentang-petunjuk">{words.t("write-about-hint")}</p>
                        <select id="tentang" name="tentang" aria-describedby="tentang-petunjuk" data-tadi=words.t("write-about-before")>
                            <option value="tidak-tahu">{words.t("send-about-unknown")}</option>
                        </select>
                    </div>
                    {line_field(words, &none, "tempat", words.t("write-place"), Some(words.t("send-place-hint")), "text", "", "")}
                    {day_field(words, &none, "tanggal", words.t("send-date"), words.t("send-date-hint"), "", &today)}
                    <div class="field">
                        <label for="foto">{words.t("send-photos")}</label>
                        <p class="hint" id="foto-petunjuk">{words.t("send-photos-hint")}</p>
                        <p class="soft" id="foto-sudah" hidden="hidden" data-kalimat=words.with("write-photos-there", &[("photos", "#")])></p>
                        <input id="foto" name="foto" type="file" multiple=true accept="image/jpeg,image/png,image/webp" aria-describedby="foto-petunjuk" data-edge=PHOTO_EDGE.to_string() data-most=PHOTOS_MOST.to_string()/>
                    </div>
                    {line_field(words, &none, "surel", words.t("send-email"), Some(words.t("send-email-hint")), "email", "email", "")}
                    <p class="notice" id="tidak-disimpan" hidden="hidden">{words.t("write-never-anonymous")}</p>
                    <p class="soft" id="simpan-arti">{words.n("outbox-meaning", days)}</p>
                    <p class="mistake" id="simpan-gagal" role="alert" hidden="hidden" data-sudah=words.t("outbox-already-tried")>{words.t("outbox-not-kept")}</p>
                    <p class="actions">
                        <button type="button" class="button" id="simpan">{words.t("outbox-keep")}</button>
                        <button class="button quiet" name="aksi" value="kirim">{words.t("write-send-now")}</button>
                    </p>
                    <p class="soft">{words.t("check-consent")} " " <a href="/privasi">{words.t("footer-privacy")}</a></p>
                </form>
            </div>
        }
    }))
}
