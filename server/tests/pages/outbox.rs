//! What a phone and the server say to each other about reports that waited without a network, and the pages and files
//! that the phone keeps for then.

use crate::support::{Client, Page, app, signed_in, visitor, visitor_of};
use domain::accounts::Actor;
use domain::feedback;
use domain::on_both;
use domain::testing::World;
use std::sync::Arc;

const KEY: &str = "000000000000000000000000000000b1";
const AT: &str = "/medan/lapor/kiriman";
const STORY: &str = "Parit di gang kami tersumbat lumpur, air rob masuk ke rumah warga.";

fn words<'a>() -> Vec<(&'a str, &'a str)> {
    vec![
        ("versi", "1"),
        ("kunci", KEY),
        ("bahasa", "id"),
        ("perlindungan", "rahasia"),
        ("tentang", "tidak-tahu"),
        ("jenis", "pengaduan"),
        ("cerita", STORY),
        ("tempat", "Gang Melur"),
    ]
}

fn with<'a>(mut fields: Vec<(&'a str, &'a str)>, name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    fields.retain(|(n, _)| *n != name);
    fields.push((name, value));
    fields
}

fn png(shade: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let image = image::DynamicImage::ImageRgb8(image::RgbImage::from_pixel(30, 20, image::Rgb([shade; 3])));
    image.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
    bytes
}

async fn photo(client: &Client, number: &str, bytes: &[u8]) -> Page {
    client.post_multipart(&format!("{AT}/foto"), &[("versi", "1"), ("kunci", KEY), ("bahasa", "id"), ("nomor", number)], &[("foto", bytes)]).await
}

async fn cases(world: &World) -> i64 {
    let mut conn = world.portal.db.read().await.unwrap();
    domain::on!(&mut conn, c => sqlx::query_scalar("select count(*) from feedback_case").fetch_one(c).await.unwrap())
}

on_both!(words_then_photos_as_often_as_it_takes, world => {
    let phone = visitor(&world);
    photo(&phone, "1", &png(10)).await.expect(404, "no photo before its words");
    let mut references = Vec::new();
    for other_phone in [&phone, &visitor(&world), &phone] {
        let answer = other_phone.post(AT, &words()).await;
        let said = answer.expect(200, "the words").json();
        assert_eq!((said["versi"].as_i64(), said["keadaan"].as_str()), (Some(2), Some("diterima")));
        assert_eq!(answer.headers["cache-control"], "no-store");
        references.push(said["rujukan"].as_str().unwrap().to_owned());
    }
    assert_eq!(references, vec![references[0].clone(); 3]);
    assert_eq!(cases(&world).await, 1, "from two phones and again: one report");

    for _ in 0..2 {
        assert_eq!(photo(&phone, "2", &png(20)).await.expect(200, "a photo").json()["foto"], serde_json::json!([2]));
    }
    assert_eq!(phone.post(AT, &words()).await.json()["foto"], serde_json::json!([2]), "what is here need not be sent again");
    let broken = photo(&phone, "1", b"%PDF-1.7 halaman").await;
    assert!(broken.expect(422, "no photo").json()["masalah"][0]["kalimat"].as_str().unwrap().contains("PDF"));
    photo(&phone, "9", &png(30)).await.expect(422, "no ninth photo");

    // The way to the receipt is that of a report that was sent with a network.
    let led = phone.post(&format!("{AT}/tanda-terima"), &[("kunci", KEY)]).await;
    assert_eq!(led.expect(303, "to the confirmation").location.as_deref(), Some("/medan/lapor/terkirim"));
    let sent = phone.get("/medan/lapor/terkirim").await;
    assert!(sent.expect(200, "the confirmation").says(&references[0]) && sent.html.contains(&format!("data-rujukan=\"{}\"", references[0])));
    assert!(phone.get("/lacak/laporan").await.expect(200, "by the receipt").html.contains("/foto/2"));
    let stranger = visitor(&world);
    stranger.post(&format!("{AT}/tanda-terima"), &[("kunci", "000000000000000000000000000000b2")]).await.expect(404, "another key");
    stranger.post("/binjai/lapor/kiriman/tanda-terima", &[("kunci", KEY)]).await.expect(404, "another government");
});

on_both!(what_cannot_be_taken_says_why_and_makes_nothing, world => {
    let phone = visitor(&world);
    for version in ["0", "3", "", "x"] {
        let answer = phone.post(AT, &with(words(), "versi", version)).await;
        assert_eq!(answer.expect(426, "an agreement of another time").json()["keadaan"], "perbarui", "{version}");
    }
    for (field, value, says) in [
        ("perlindungan", "anonim", "Laporan tanpa nama tidak disimpan di HP"),
        ("perlindungan", "", "Pilih bagaimana nama Anda ditampilkan"),
        ("cerita", "pendek", "paling sedikit 20 huruf"),
        ("tanggal", "2026-12-31", "Tanggal itu belum tiba"),
        ("tentang", "unit:tidak-ada", "tidak kami temukan lagi"),
        ("surel", "bukan surel", "belum lengkap"),
    ] {
        let answer = phone.post(AT, &with(words(), field, value)).await;
        let said = answer.expect(422, says).json();
        assert_eq!((said["keadaan"].as_str(), said["masalah"][0]["bidang"].as_str()), (Some("salah"), Some(field)));
        assert!(said["masalah"][0]["kalimat"].as_str().unwrap().contains(says), "{said}");
    }
    let english = phone.post(AT, &with(with(words(), "cerita", "short"), "bahasa", "en")).await.json();
    assert!(english["masalah"][0]["kalimat"].as_str().unwrap().contains("at least 20"), "{english}");
    phone.post(AT, &with(words(), "kunci", "abc")).await.expect(400, "no key");
    phone.post("/tidak-ada/lapor/kiriman", &words()).await.expect(404, "no such government");
    phone.get(AT).await.expect(405, "never by a link");
    assert_eq!(cases(&world).await, 0);
});

on_both!(a_photo_of_the_form_that_was_swept_meanwhile_holds_nothing_up, world => {
    let phone = visitor(&world);
    let gone = "a".repeat(64);
    let said = phone.post(AT, &with(words(), "foto-tersimpan", &gone)).await.expect(200, "the words are taken").json();
    assert_eq!((said["hilang"].as_i64(), said["foto"].as_array().map(Vec::len)), (Some(1), Some(0)), "and the phone can tell that one is missing");
});

on_both!(it_belongs_to_nobodys_account, world => {
    let sari: Actor = world.resident("Sari").await;
    let phone = signed_in(&world, &sari).await;
    phone.post(AT, &with(with(words(), "perlindungan", "publik"), "nama", "Sari")).await.expect(200, "sent");
    let mut conn = world.portal.db.read().await.unwrap();
    assert!(feedback::own_cases(&world.portal, &mut conn, sari.account).await.unwrap().is_empty(), "whoever is signed in when the network returns need not have written it");
});

on_both!(a_report_that_ended_takes_no_photo_and_says_so, world => {
    let phone = visitor(&world);
    phone.post(AT, &words()).await.expect(200, "the words");
    phone.post(&format!("{AT}/tanda-terima"), &[("kunci", KEY)]).await.expect(303, "the receipt");
    phone.post("/lacak/laporan", &[("aksi", "cabut")]).await.expect(303, "withdrawn");
    let answer = photo(&phone, "1", &png(10)).await;
    assert!(answer.expect(422, "ended").json()["masalah"][0]["kalimat"].as_str().unwrap().contains("sudah berakhir"));
});

on_both!(the_check_page_offers_to_keep_what_is_not_anonymous, world => {
    let phone = visitor(&world);
    for (protection, offered) in [("rahasia", true), ("anonim", false)] {
        let mut form = with(words(), "perlindungan", protection);
        form.extend([("layar", "kontak"), ("aksi", "lanjut")]);
        let page = phone.post("/medan/lapor", &form).await;
        assert!(page.expect(200, "the check page").says("Periksa sebelum dikirim"));
        assert_eq!(page.html.contains("id=\"simpan-nanti\""), offered, "{protection}");
        assert!(!offered || page.html.contains("data-hari=\"7\""), "the days of the rule");
    }
});

on_both!(pages_for_no_network_are_nobodys_and_in_either_language, world => {
    let sari = world.resident("Sari").await;
    let (stranger, member) = (visitor(&world), signed_in(&world, &sari).await);
    for (address, says, english) in [
        ("/luring", "Tidak ada jaringan", "No network"),
        ("/kotak-keluar", "Kotak keluar di HP ini", "Outbox on this phone"),
        ("/kotak-keluar/tulis", "Tulis laporan tanpa jaringan", "Write a report without a network"),
    ] {
        let page = stranger.get(address).await;
        assert!(page.expect(200, address).says(says));
        assert!(page.html.contains("noindex"), "nothing for search engines");
        let other = stranger.get(&format!("{address}?bahasa=en")).await;
        assert!(other.says(english) && other.html.contains("<html lang=\"en\">"), "the worker asks without cookies");
        assert_eq!(member.get(address).await.headers["cache-control"], "no-store");
    }
    // What the worker looks for in them.
    assert!(stranger.get("/luring").await.html.contains("data-salinan=\"Tidak ada jaringan. Ini salinan dari %; mungkin sudah berubah.\" data-lokal=\"id-ID\""));
    assert!(stranger.get("/kotak-keluar/tulis").await.html.contains("data-keadaan=\"\""));
});

on_both!(signing_out_clears_what_the_browser_kept, world => {
    let sari = world.resident("Sari").await;
    let client = signed_in(&world, &sari).await;
    assert_eq!(client.post("/keluar", &[]).await.expect(303, "signed out").headers["clear-site-data"], "\"cache\"");
});

on_both!(the_worker_is_served_anew_each_time_and_can_be_taken_away, world => {
    for (file, text) in [("worker.js", "kerja()"), ("worker-off.js", "berhenti()")] {
        std::fs::write(world.folder().join(file), text).unwrap();
    }
    for (no_worker, text) in [(false, "kerja()"), (true, "berhenti()")] {
        let mut app = app(&world, false);
        app.settings = Arc::new(app::Settings { no_worker, ..(*app.settings).clone() });
        let answer = visitor_of(app, &world).get("/sw.js").await;
        assert_eq!(answer.expect(200, "the worker").html, text);
        assert_eq!(answer.headers["cache-control"], "no-cache");
        assert!(answer.headers["content-type"].to_str().unwrap().starts_with("text/javascript"));
        assert!(answer.headers["content-security-policy"].to_str().unwrap().contains("connect-src 'self'"), "it reaches nobody else either");
    }
});

on_both!(a_photo_in_pieces_is_the_photo_that_was_sent, world => {
    let phone = visitor(&world);
    let whole = png(40);
    let half = whole.len() / 2;
    let size = whole.len().to_string();
    let bring = async |from: usize, bytes: Option<&[u8]>| {
        let from = from.to_string();
        let fields = [("versi", "2"), ("kunci", KEY), ("bahasa", "id"), ("nomor", "1"), ("ukuran", size.as_str()), ("dari", from.as_str())];
        let files: Vec<(&str, &[u8])> = bytes.map(|bytes| ("foto", bytes)).into_iter().collect();
        phone.post_multipart(&format!("{AT}/foto"), &fields, &files).await
    };
    bring(0, Some(&whole[..half])).await.expect(404, "no piece before its words");
    phone.post(AT, &with(words(), "versi", "2")).await.expect(200, "the words");
    let said = bring(0, Some(&whole[..half])).await.expect(200, "a piece").json();
    assert_eq!((said["keadaan"].as_str(), said["sampai"].as_u64()), (Some("lanjut"), Some(half as u64)));
    assert_eq!(bring(0, None).await.json()["sampai"].as_u64(), Some(half as u64), "how far it was");
    let said = bring(half, Some(&whole[half..])).await.expect(200, "the last piece").json();
    assert_eq!((said["keadaan"].as_str(), &said["foto"]), (Some("diterima"), &serde_json::json!([1])));
    assert_eq!(bring(half, Some(&whole[half..])).await.json()["keadaan"], "diterima", "and once more");
    assert_eq!(bring(0, None).await.json()["keadaan"], "diterima");
    // What is no picture is forgotten, so that another can take its place.
    let wrong = phone.post_multipart(&format!("{AT}/foto"), &[("versi", "2"), ("kunci", KEY), ("nomor", "2"), ("ukuran", "10"), ("dari", "0")], &[("foto", b"0123456789")]).await;
    assert_eq!(wrong.expect(422, "no picture").json()["keadaan"], "salah");
    for (size, from) in [("", "x"), ("10", "x"), ("-1", "0"), ("1e9", "0")] {
        let fields = [("versi", "2"), ("kunci", KEY), ("nomor", "3"), ("ukuran", size), ("dari", from)];
        phone.post_multipart(&format!("{AT}/foto"), &fields, &[]).await.expect(400, "no piece at all");
    }
    let too_large = phone.post_multipart(&format!("{AT}/foto"), &[("versi", "2"), ("kunci", KEY), ("nomor", "3"), ("ukuran", "99999999"), ("dari", "0")], &[("foto", b"x")]).await;
    assert!(too_large.expect(422, "said with the first piece").json()["masalah"][0]["kalimat"].as_str().unwrap().contains("MB"));
});
