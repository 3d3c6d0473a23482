//! Bad input gets a clear page, the right status, and loses nothing; never a 500, nothing half-stored.

use crate::support;

use crate::support::{Page, mails, signed_in, visitor};
use axum::body::Body;
use axum::http::Request;
use domain::on_both;

const KEY: &str = "0123456789abcdef0123456789abcdef";

fn fields<'a>(screen: &'a str, action: &'a str, story: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("layar", screen), ("aksi", action), ("kunci", KEY), ("perlindungan", "anonim"), ("tentang", "tidak-tahu"), ("jenis", "pengaduan"), ("cerita", story)]
}

async fn stored(world: &domain::testing::World) -> i64 {
    let mut conn = world.portal.db.read().await.unwrap();
    domain::on!(&mut conn, c => sqlx::query_scalar("select count(*) from feedback_case").fetch_one(c).await.unwrap())
}

fn is_clear(page: &Page, status: u16, why: &str) {
    page.expect(status, why);
    assert!(page.html.contains("<h1>"), "{why}: a page, not bare words");
}

on_both!(forms, world => {
    let client = visitor(&world);
    let long = "panjang ".repeat(250_000);
    type Case<'a> = (Vec<(&'a str, &'a str)>, &'a str, &'a str);
    let cases: Vec<Case<'_>> = vec![
        (fields("cerita", "lanjut", "pendek"), "pendek", "too short, kept"),
        (fields("cerita", "lanjut", "Lampu\u{0}padam di gang kami sejak kemarin"), "padam di gang kami", "a control character"),
        (fields("cerita", "lanjut", &long), "panjang panjang", "two megabytes of text"),
        (fields("periksa", "kirim", "pendek sekali"), "pendek sekali", "sent with a fault: back to its screen"),
    ];
    for (fields, kept, why) in cases {
        let page = client.post("/medan/lapor", &fields).await;
        is_clear(&page, 422, why);
        assert!(page.says(kept), "{why}: what was typed stays");
    }
    let invalid = Request::post("/medan/lapor").header("content-type", "application/x-www-form-urlencoded").body(Body::from("layar=cerita&aksi=lanjut&perlindungan=anonim&tentang=tidak-tahu&jenis=pengaduan&cerita=Lampu+padam+%ff%fe+sejak+kemarin+malam")).unwrap();
    is_clear(&client.send(invalid).await, 422, "bytes that are not UTF-8");
    let unknown = client.post("/medan/lapor", &[("layar", "periksa"), ("aksi", "kirim"), ("kunci", KEY), ("perlindungan", "anonim"), ("tentang", "unit:tidak-ada"), ("jenis", "pengaduan"), ("cerita", "Lampu padam di gang kami sejak kemarin.")]).await;
    is_clear(&unknown, 422, "a unit that is not there");
    assert_eq!(stored(&world).await, 0, "nothing half-stored");
});

on_both!(photos, world => {
    let client = visitor(&world);
    let mut png = Vec::new();
    image::DynamicImage::new_rgb8(40, 40).write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
    let broken = png[..60].to_vec();
    let large = vec![0u8; 9 * 1024 * 1024];
    for (bytes, words, why) in [(b"<svg onload=alert(1)>".to_vec(), "JPEG", "no picture"), (broken, "tidak dapat dibuka", "a broken one"), (large, "8 MB", "too large"), (vec![], "kosong", "an empty file")] {
        let page = client.post_multipart("/medan/lapor", &fields("tempat", "lanjut", "Lampu padam di gang kami sejak kemarin."), &[("foto", &bytes)]).await;
        is_clear(&page, 422, why);
        assert!(page.says(words), "{why}: {}", support::check::text(&page.html));
        assert_eq!(page.hidden("cerita"), "Lampu padam di gang kami sejak kemarin.", "{why}: the story is kept");
    }
    let four = [("foto", png.as_slice()); 4];
    is_clear(&client.post_multipart("/medan/lapor", &fields("tempat", "lanjut", "Lampu padam di gang kami."), &four).await, 200, "the same photo four times is one photo");
    assert_eq!(stored(&world).await, 0);
});

on_both!(addresses_and_other_sites, world => {
    let client = visitor(&world);
    for path in ["/tidak-ada", "/medan/layanan/tidak-ada", "/medan/unit/..%2f..", "/medan/laporan/MDN-2611-XXXXX", "/medan/forum/topik/zzzz", "/medan/forum/kelas", "/petugas/penilaian/bukan-id", "/MEDAN"] {
        let page = client.get(path).await;
        assert!(matches!(page.status.as_u16(), 303 | 404), "{path}: {}", page.status);
    }
    is_clear(&client.get("/medan/laporan?setelah=bukan-penunjuk&jenis=aneh").await, 200, "a mangled filter shows everything");
    is_clear(&client.post("/lacak", &[("tanda", "1234 5678 9012 3456 7890")]).await, 422, "an unknown receipt");
    is_clear(&client.post("/lacak", &[("tanda", "9901014107500001")]).await, 422, "a NIK is no receipt");
    let foreign = Request::post("/lacak").header("host", "balai.test").header("origin", "https://jahat.example").header("sec-fetch-site", "cross-site").header("content-type", "application/x-www-form-urlencoded").body(Body::from("tanda=1")).unwrap();
    is_clear(&client.send(foreign).await, 403, "a form of another site");
    for kind in ["multipart/form-data", "text/plain", "application/json"] {
        let request = Request::post("/medan/lapor").header("content-type", kind).body(Body::from("x")).unwrap();
        is_clear(&client.send(request).await, 400, kind);
    }
    let huge = Request::post("/masuk").header("content-type", "application/x-www-form-urlencoded").body(Body::from("a".repeat(300_000))).unwrap();
    is_clear(&client.send(huge).await, 413, "a form larger than any form");
    is_clear(&client.send(Request::delete("/medan").body(Body::empty()).unwrap()).await, 405, "a method that no page has");
});

on_both!(a_session_that_ended_loses_no_words, world => {
    let sari = world.resident("Sari").await;
    let client = signed_in(&world, &sari).await;
    client.post("/medan/forum/baru", &[("kunci", "a"), ("kategori", "tanya"), ("judul", "Kapan loket akta buka sore?"), ("uraian", "Saya bekerja sampai pukul empat sore.")]).await.expect(303, "started");
    let stranger = visitor(&world);
    let page = stranger.post("/medan/forum/baru", &[("kunci", "b"), ("kategori", "tanya"), ("judul", "Judul yang panjang sekali"), ("uraian", "Kata-kata yang tidak boleh hilang.")]).await;
    is_clear(&page, 422, "without a session");
    assert!(page.says("Kata-kata yang tidak boleh hilang.") && page.html.contains("Judul yang panjang sekali"));
    assert!(mails(&world).await.is_empty());
});
