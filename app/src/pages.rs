//! Every address of the site on one screen. Public words are Indonesian; what does not exist answers 404.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn;
use axum::routing::{get, post};

use crate::accounts::{self, account, sign_in, sign_in_link, sign_up};
use crate::development::{coaching, coaching_list, coaching_open, profile, recognition, talent, training};
use crate::directory::{
    announcement_desk, announcements, chart, correction_desk, corrections, desk as keep, front, history, home, job_map, outside, positions, search, service, services, units,
};
use crate::evaluation::{assess, card, evaluate, holds, improving, lend, own, performance, performance_files, performance_unit, period, plan, plan_result, record};
use crate::feedback::{
    bulk, desk, exit, feed as case_feed, identity, list, outbox, outbox_pages, pack, photo, queue, send, sent, show, staff_case, templates, track, unseen_photos,
};
use crate::following::{by_link, confirm as confirm_following, own as own_followings, subscribe};
use crate::forum::{self, feed as topic_feed, flag, start, topic};
use crate::ideas;
use crate::open_data::answer::open_to_all;
use crate::open_data::{api, files, page, sitemap};
use crate::sharing::picture;
use crate::shell::App;
use crate::{ledger, moderation, open311};

/// What a form may be at most, in bytes: the longest text in the widest encoding, with room.
const FORM: usize = 256 * 1024;
/// The sending form: three photos and a text of two megabytes, which is refused by name and not by size.
const FORM_WITH_PHOTOS: usize = 28 * 1024 * 1024;

/// A file of the directory: what is too large is refused by name up to here, and by size beyond.
const FORM_WITH_FILE: usize = 6 * 1024 * 1024;

pub fn pages() -> Router<App> {
    let bringing = Router::new()
        .route("/petugas/direktori/{gov}/berkas", get(keep::bulk::get).post(keep::bulk::post))
        .route("/petugas/direktori/{gov}/lapor", get(open311::lapor::get).post(open311::lapor::post))
        .layer(DefaultBodyLimit::max(FORM_WITH_FILE));
    let sending = Router::new()
        .route("/{gov}/lapor", get(send::get).post(send::post))
        .route("/lacak/laporan", get(track::show).post(track::act))
        .route("/{gov}/lapor/kiriman/foto", post(outbox::photo_comes))
        .route("/petugas/laporan/{reference}", get(staff_case::show).post(staff_case::act))
        .route("/petugas/penilaian/{card}", get(card::show).post(card::act))
        .layer(DefaultBodyLimit::max(FORM_WITH_PHOTOS));
    let programs =
        Router::new().route("/open311/v2/{file}", get(open311::services::top).post(open311::post::post)).layer(DefaultBodyLimit::max(FORM_WITH_PHOTOS)).layer(from_fn(open_to_all));
    Router::new()
        .route("/", get(home::home))
        .route("/cari", get(search::search_all))
        .route("/cari/usul", get(search::suggest_all))
        .route("/bahasa", post(accounts::language))
        .route("/privasi", get(ledger::privacy))
        .route("/catatan", get(ledger::trail))
        .route("/lacak/laporan/bukti.json", get(ledger::receipt::download))
        .route("/lacak/laporan/ombudsman.pdf", get(pack::own))
        .route("/lacak", get(track::ask).post(track::find))
        .route("/luring", get(outbox_pages::offline))
        .route("/kotak-keluar", get(outbox_pages::list))
        .route("/kotak-keluar/tulis", get(outbox_pages::write))
        .route("/keluar-cepat", post(exit::leave))
        .route("/masuk", get(sign_in::get).post(sign_in::post))
        .route("/masuk/contoh", post(sign_in::demo))
        .route("/masuk/tautan", get(sign_in_link::get).post(sign_in_link::post))
        .route("/masuk/tautan/{token}", get(sign_in_link::open).post(sign_in_link::confirm))
        .route("/daftar", get(sign_up::get).post(sign_up::post))
        .route("/keluar", post(sign_in::sign_out))
        .route("/akun", get(account::show).post(account::act))
        .route("/akun/kabar", get(own_followings::get).post(own_followings::post))
        .route("/kabar/{token}", get(by_link::get).post(by_link::post))
        .route("/kabar/konfirmasi/{token}", get(confirm_following::get).post(confirm_following::post))
        .route("/petugas", get(desk::front))
        .route("/petugas/laporan", get(queue::list))
        .route("/petugas/laporan/bersama", get(bulk::nothing_ticked).post(bulk::post))
        .route("/petugas/laporan/serah-terima", get(bulk::leaving))
        .route("/petugas/laporan/foto", get(unseen_photos::list))
        .route("/petugas/laporan/templat", get(templates::show).post(templates::act))
        .route("/petugas/laporan/{reference}/terusan", get(open311::forward::get).post(open311::forward::post))
        .route("/petugas/laporan/{reference}/identitas", get(identity::get).post(identity::post))
        .route("/petugas/penilaian", get(record::record))
        .route("/petugas/penilaian/kinerja", get(own::get).post(own::post))
        .route("/petugas/penilaian/jejak", get(own::looks))
        .route("/petugas/penilaian/pegawai", get(assess::get))
        .route("/petugas/penilaian/pelimpahan", get(lend::get).post(lend::post))
        .route("/petugas/penilaian/periode", get(period::choose))
        .route("/petugas/penilaian/periode/{gov}", get(period::get).post(period::post))
        .route("/petugas/penilaian/skp/{plan}", get(plan::get).post(plan::post))
        .route("/petugas/penilaian/skp/{plan}/hasil/{key}", get(plan_result::get).post(plan_result::post))
        .route("/petugas/penilaian/evaluasi/{evaluation}", get(evaluate::get).post(evaluate::post))
        .route("/petugas/perbaikan", get(improving::get).post(improving::post))
        .route("/petugas/penilaian/tertahan", get(holds::all))
        .route("/petugas/penilaian/tertahan/{hold}", get(holds::one).post(holds::act))
        .route("/petugas/penilaian/{card}/foto/{number}", get(card::photo))
        .route("/petugas/pembinaan", get(coaching_list::get))
        .route("/petugas/pembinaan/baru", get(coaching_open::get).post(coaching_open::post))
        .route("/petugas/pembinaan/{id}", get(coaching::get).post(coaching::post))
        .route("/petugas/penghargaan", get(recognition::list))
        .route("/petugas/penghargaan/baru", get(recognition::new).post(recognition::create))
        .route("/petugas/penghargaan/{id}", get(recognition::one).post(recognition::act))
        .route("/petugas/pengembangan", get(profile::own))
        .route("/petugas/pengembangan/{person}", get(profile::get).post(profile::post))
        .route("/petugas/pelatihan", get(training::get).post(training::post))
        .route("/petugas/talenta", get(talent::get).post(talent::post))
        .route("/petugas/talenta/{id}", get(talent::search))
        .route("/petugas/gagasan", get(ideas::list::ideas))
        .route("/petugas/gagasan/baru", get(ideas::propose::get).post(ideas::propose::post))
        .route("/petugas/gagasan/{code}", get(ideas::show::get).post(ideas::show::post))
        .route("/petugas/gagasan/{code}/tandai", get(ideas::flag::get).post(ideas::flag::post))
        .route("/petugas/moderasi", get(moderation::desk).post(moderation::act))
        .route("/petugas/direktori", get(keep::front::choose))
        .route("/petugas/direktori/{gov}", get(keep::front::front))
        .route("/petugas/direktori/{gov}/peran", get(keep::roles::get).post(keep::roles::post))
        .route("/petugas/direktori/{gov}/peran/{id}", get(keep::role_end::get).post(keep::role_end::post))
        .route("/petugas/direktori/{gov}/perubahan", get(keep::change::all))
        .route("/petugas/direktori/{gov}/perubahan/{change}", get(keep::change::one).post(keep::change::act))
        .route("/petugas/direktori/{gov}/gabung", get(keep::merge::get).post(keep::merge::post))
        .route("/petugas/direktori/{gov}/berkas/{file}", get(keep::bulk::one).post(keep::bulk::act))
        .route("/petugas/direktori/{gov}/unit/{slug}", get(keep::unit::show))
        .route("/petugas/direktori/{gov}/unit/baru", get(keep::edit::get_new_unit).post(keep::edit::post_new_unit))
        .route("/petugas/direktori/{gov}/{kind}/baru", get(keep::edit::get_new).post(keep::edit::post_new))
        .route("/petugas/direktori/{gov}/{kind}/{slug}/ubah", get(keep::edit::get).post(keep::edit::post))
        .route("/petugas/direktori/{gov}/{kind}/{slug}/akhiri", get(keep::ending::get).post(keep::ending::post))
        .route("/petugas/direktori/{gov}/jabatan/{slug}/pejabat", get(keep::tenure::get).post(keep::tenure::post))
        .route("/petugas/direktori/{gov}/jabatan/{slug}/abk", get(keep::workload::get).post(keep::workload::post))
        .route("/petugas/direktori/{gov}/pengumuman", get(announcement_desk::list))
        .route("/petugas/direktori/{gov}/pengumuman/baru", get(announcement_desk::new).post(announcement_desk::create))
        .route("/petugas/direktori/{gov}/pengumuman/{slug}", get(announcement_desk::show).post(announcement_desk::act))
        .route("/petugas/direktori/{gov}/terusan", get(open311::peers::get).post(open311::peers::post))
        .route("/petugas/direktori/{gov}/open311", get(open311::keys::get).post(open311::keys::post))
        .route("/petugas/direktori/{gov}/koreksi", get(correction_desk::list))
        .route("/petugas/direktori/{gov}/koreksi/{code}", get(correction_desk::show).post(correction_desk::act))
        .route("/{gov}", get(front::front))
        .route("/{gov}/perubahan", get(history::recent))
        .route("/{gov}/perubahan.atom", get(history::feed))
        .route("/{gov}/unit/{slug}/riwayat", get(history::unit))
        .route("/{gov}/jabatan/{slug}/riwayat", get(history::position))
        .route("/{gov}/layanan/{slug}/riwayat", get(history::service))
        .route("/{gov}/cari", get(search::search_one))
        .route("/{gov}/cari/usul", get(search::suggest_one))
        .route("/{gov}/unit", get(units::units))
        .route("/{gov}/unit/{slug}", get(units::unit))
        .route("/{gov}/unit/{slug}/bagan", get(chart::chart))
        .route("/{gov}/unit/{slug}/peta", get(job_map::map))
        .route("/{gov}/jabatan", get(positions::positions))
        .route("/{gov}/jabatan/{slug}", get(positions::position))
        .route("/{gov}/pelatihan", get(training::public))
        .route("/{gov}/layanan", get(services::services))
        .route("/{gov}/layanan/{slug}", get(service::service))
        .route("/{gov}/layanan/luar/{key}", get(outside::outside))
        .route("/{gov}/pengumuman", get(announcements::announcements))
        .route("/{gov}/pengumuman.atom", get(announcements::feed))
        .route("/{gov}/pengumuman/{slug}", get(announcements::announcement))
        .route("/{gov}/lowongan", get(announcements::vacancies))
        .route("/{gov}/koreksi", get(corrections::get).post(corrections::post))
        .route("/{gov}/koreksi/{code}", get(corrections::show))
        .route("/{gov}/lapor/terkirim", get(sent::sent))
        .route("/{gov}/lapor/kiriman", post(outbox::words_come))
        .route("/{gov}/lapor/kiriman/tanda-terima", post(outbox::receipt))
        .route("/{gov}/laporan", get(list::cases))
        .route("/{gov}/laporan/{reference}", get(show::case))
        .route("/{gov}/laporan/{reference}/ikut", post(show::follow))
        .route("/{gov}/laporan/{reference}/foto/{number}", get(photo::show))
        .route("/{gov}/laporan/{reference}/ombudsman.pdf", get(pack::public))
        .route("/{gov}/laporan.atom", get(case_feed::cases))
        .route("/{gov}/laporan/{reference}/kabar.atom", get(case_feed::case))
        .route("/{gov}/forum.atom", get(topic_feed::topics))
        .route("/{gov}/forum/topik/{code}/kabar.atom", get(topic_feed::topic))
        .route("/catatan.atom", get(ledger::feed::feed))
        .route("/{gov}/forum", get(forum::list::all))
        .route("/{gov}/forum/baru", get(start::get).post(start::post))
        .route("/{gov}/forum/{category}", get(forum::list::category))
        .route("/{gov}/forum/topik/{code}", get(topic::show).post(topic::reply))
        .route("/{gov}/forum/topik/{code}/tandai", get(flag::get).post(flag::post))
        .route("/{gov}/kartu/{kind}/{key}/{file}", get(picture::picture))
        .route("/{gov}/kabar", get(subscribe::get).post(subscribe::post))
        .route("/{gov}/kinerja", get(performance::show))
        .route("/{gov}/kinerja/{slug}", get(performance_unit::show))
        .route("/{gov}/kinerja.csv", get(performance_files::csv))
        .route("/{gov}/kinerja.json", get(performance_files::json))
        .route("/{gov}/kinerja.atom", get(performance_files::feed))
        .route("/{gov}/data", get(page::page))
        .route("/open311", get(open311::page::page))
        .route("/open311/v2", get(open311::page::page))
        .layer(DefaultBodyLimit::max(FORM))
        .merge(sending)
        .merge(bringing)
        .merge(programs)
        .merge(for_programs())
}

/// What programs read, from every site.
fn for_programs() -> Router<App> {
    Router::new()
        .route("/open311/{file}", get(open311::services::discovered))
        .route("/open311/v2/services/{file}", get(open311::services::one))
        .route("/open311/v2/requests/{file}", get(open311::requests::one))
        .route("/open311/v2/tokens/{file}", get(open311::requests::token))
        .route("/robots.txt", get(sitemap::robots))
        .route("/sitemap.xml", get(sitemap::sitemap))
        .route("/{gov}/data/{file}", get(files::file))
        .route("/api/openapi.json", get(api::description))
        .route("/api/v1/governments", get(api::all_governments))
        .route("/api/v1/governments/{gov}", get(api::one_government))
        .route("/api/v1/governments/{gov}/search", get(api::find))
        .route("/api/v1/governments/{gov}/units", get(api::unit_list))
        .route("/api/v1/governments/{gov}/units/{slug}", get(api::unit))
        .route("/api/v1/governments/{gov}/positions", get(api::position_list))
        .route("/api/v1/governments/{gov}/positions/{slug}", get(api::position))
        .route("/api/v1/governments/{gov}/services", get(api::service_list))
        .route("/api/v1/governments/{gov}/services/{slug}", get(api::service))
        .route("/api/v1/governments/{gov}/tenures", get(api::tenure_list))
        .route("/api/v1/ledger", get(ledger::api::now))
        .route("/api/v1/ledger/heads", get(ledger::api::days))
        .route("/api/v1/ledger/entries", get(ledger::api::entries))
        .route("/api/v1/ledger/inclusion", get(ledger::api::prove_inclusion))
        .route("/api/v1/ledger/consistency", get(ledger::api::prove_consistency))
        .layer(from_fn(open_to_all))
}
