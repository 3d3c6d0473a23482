//! Following through the pages, without scripting: from a public page to a letter, and out again by its link.

use std::collections::BTreeSet;

use crate::support::{Client, letters, letters_by, mails, signed_in, visitor};
use domain::accounts::Actor;
use domain::clock::HOUR;
use domain::feedback;
use domain::testing::{World, answers};
use domain::{on, on_both};
use server::mail::Mailer;
use vocabulary::accounts::Role;
use vocabulary::feedback::{AcceptInput, AnswerInput};
use vocabulary::following::to_base64url;

/// A case that everybody reads, and who answers it.
async fn case(world: &World, key: &str) -> (feedback::Sent, Actor) {
    let mut form = answers();
    // Its reporter left no address: they would be written to as well.
    (form.key, form.email) = (key.repeat(32), String::new());
    let sent = feedback::send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
    let verifier = world.staff(&format!("Vera {key}"), Role::Verifier, "", None).await;
    let handler = world.staff(&format!("Hendra {key}"), Role::Handler, "disdukcapil", None).await;
    let input = AcceptInput::parse("Loket <b>tutup</b> pagi", "Loket tutup pukul sepuluh pagi.", "anonim", "pengaduan", "disdukcapil", "completion_time").unwrap();
    feedback::accept(&world.portal, &verifier, &sent.reference, &input).await.unwrap();
    (sent, handler)
}

async fn answer(world: &World, handler: &Actor, reference: &str) {
    feedback::answer(&world.portal, handler, reference, &AnswerInput::parse("upheld", "Loket kini dijaga bergantian sampai sore.").unwrap()).await.unwrap();
}

fn link_in(text: &str, start: &str) -> String {
    let at = text.find(start).unwrap_or_else(|| panic!("{start} in {text}"));
    text[at + "http://balai.test".len()..].split_whitespace().next().unwrap().to_owned()
}

on_both!(with_an_account_one_press_follows_and_one_ends_it, world => {
    let (sent, handler) = case(&world, "a").await;
    let resident = world.resident("Sari").await;
    letters(&world).await;
    let sari = signed_in(&world, &resident).await;
    let page = format!("/medan/laporan/{}", sent.reference);
    for address in [page.as_str(), "/medan/unit/disdukcapil", "/medan/layanan/akta-kelahiran", "/medan/layanan?wilayah=12.71.08.1006"] {
        let shown = sari.get(address).await;
        assert!(shown.expect(200, address).says("Ikuti kabarnya"), "{address}");
        assert!(visitor(&world).get(address).await.says("Ikuti kabarnya"), "{address} to a stranger");
    }
    let about = format!("laporan:{}", sent.reference);
    let done = sari.post("/medan/kabar", &[("tentang", &about), ("aksi", "ikuti")]).await;
    assert_eq!((done.status.as_u16(), done.location.as_deref()), (303, Some(page.as_str())));
    let shown = sari.get(&page).await;
    assert!(shown.says("Anda sekarang mengikuti ini") && shown.says("Anda mengikuti ini"));
    // Nobody else sees that, nor how many.
    let strange = visitor(&world).get(&page).await;
    assert!(!strange.says("Anda mengikuti") && !strange.html.contains("Sari"));
    let set = sari.post("/medan/kabar", &[("tentang", &about), ("aksi", "ikuti"), ("tingkat", "jawaban"), ("irama", "langsung")]).await;
    set.expect(303, "set");
    answer(&world, &handler, &sent.reference).await;
    let told = letters(&world).await;
    assert_eq!(told.len(), 1);
    let letter = &told[0];
    assert_eq!(letter.to, resident.email);
    for part in [sent.reference.as_str(), "Dijawab", "Berikutnya: Pelapor menyatakan selesai atau belum, paling lambat Senin, 16 November 2026.", "Untuk mengubah seberapa sering, atau berhenti:"] {
        assert!(letter.text.contains(part), "{part} in {}", letter.text);
    }
    assert!(!letter.text.contains("sepuluh pagi") && !letter.text.contains("bergantian"), "no word of report or answer");
    let html = letter.html.as_deref().unwrap();
    assert!(html.contains("Loket &lt;b&gt;tutup&lt;/b&gt; pagi") && !html.contains("<b>tutup"));
    assert!(!html.contains("<img") && !html.contains("<script") && !html.contains("http://balai.test/aset"), "nothing is loaded");
    let list = sari.get("/akun/kabar").await;
    assert!(list.expect(200, "the list").says("Loket <b>tutup</b> pagi"));
    let key = list.hidden("yang");
    sari.post("/akun/kabar", &[("aksi", "ubah"), ("yang", &key), ("tingkat", "semua"), ("irama", "mingguan")]).await.expect(303, "changed");
    sari.post("/akun/kabar", &[("aksi", "ubah"), ("yang", &key), ("tingkat", "keras"), ("irama", "mingguan")]).await.expect(400, "a crafted form");
    sari.post("/medan/kabar", &[("tentang", &about), ("aksi", "berhenti")]).await.expect(303, "ended");
    assert!(sari.get("/akun/kabar").await.says("Anda belum mengikuti apa pun"));
});

on_both!(an_account_made_later_has_the_list_of_its_address, world => {
    let sari = visitor(&world);
    sari.post("/medan/kabar", &[("tentang", "unit:disdukcapil"), ("aksi", "ikuti"), ("surel", "sari@surel.example"), ("tingkat", "jawaban"), ("irama", "langsung")]).await.expect(200, "asked");
    let link = link_in(&mails(&world).await.pop().unwrap().text, "http://balai.test/kabar/konfirmasi/");
    sari.post(&link, &[]).await.expect(303, "confirmed");
    sari.post("/daftar", &[("nama", "Sari"), ("surel", "Sari@surel.example"), ("sandi", "ikan asin di pasar")]).await.expect(200, "an account");
    let link = link_in(&mails(&world).await.pop().unwrap().text, "http://balai.test/masuk/tautan/");
    sari.post(&link, &[]).await.expect(303, "signed in");
    assert!(sari.get("/akun/kabar").await.says("Dinas Kependudukan dan Pencatatan Sipil"));
});

on_both!(without_an_account_by_a_confirmed_address, world => {
    let (sent, handler) = case(&world, "a").await;
    letters(&world).await;
    let client = visitor(&world);
    let form = client.get("/medan/kabar?tentang=unit:disdukcapil").await;
    assert!(form.expect(200, "the form").says("Alamat surel"));
    let wrong = client.post("/medan/kabar", &[("tentang", "unit:disdukcapil"), ("aksi", "ikuti"), ("surel", "bukan"), ("tingkat", "jawaban"), ("irama", "langsung")]).await;
    assert!(wrong.expect(422, "no address").html.contains("value=\"bukan\""), "what was typed stays");
    assert!(wrong.html.contains("value=\"langsung\" selected"), "and what was chosen");
    for about in ["unit:tidak-ada", "pegawai:P101", "x", ""] {
        client.get(&format!("/medan/kabar?tentang={about}")).await.expect(404, about);
        client.post("/medan/kabar", &[("tentang", about), ("aksi", "ikuti"), ("surel", "orang@surel.example")]).await.expect(404, about);
    }
    let asked = client.post("/medan/kabar", &[("tentang", "unit:disdukcapil"), ("aksi", "ikuti"), ("surel", "orang@surel.example"), ("tingkat", "jawaban"), ("irama", "langsung")]).await;
    assert!(asked.expect(200, "asked").says("48 jam"));
    let mail = mails(&world).await.pop().unwrap();
    let link = link_in(&mail.text, "http://balai.test/kabar/konfirmasi/");
    // A robot that opens every link confirms nothing.
    client.get(&link).await.expect(200, "opened");
    client.get(&link).await.expect(200, "opened again");
    answer(&world, &handler, &sent.reference).await;
    assert!(letters(&world).await.is_empty());
    let confirmed = client.post(&link, &[]).await;
    let own = confirmed.expect(303, "confirmed").location.clone().unwrap();
    assert!(client.get(&own).await.says("Terima kasih, alamat Anda sudah dipastikan"));
    let again = client.post(&link, &[]).await;
    assert!(again.expect(404, "used").says("Tautan ini tidak berlaku lagi"));
    let (second, handler) = case(&world, "b").await;
    answer(&world, &handler, &second.reference).await;
    let told = letters(&world).await;
    assert_eq!((told.len(), told[0].to.as_str()), (1, "orang@surel.example"));
    let link = told[0].unsubscribe.clone().unwrap().replace("http://balai.test", "");
    assert!(own.starts_with(&link), "the same list");
    // The link is the right; it is nobody's who makes one up, and nothing of it is indexed or told on.
    let list = client.get(&link).await;
    assert!(list.expect(200, "the list").says("Dinas Kependudukan dan Pencatatan Sipil"));
    assert_eq!(list.headers.get("referrer-policy").map(|v| v.to_str().unwrap()), Some("same-origin"));
    let forged = format!("{}{}", &link[..link.len() - 32], "0".repeat(32));
    for (path, why) in [(forged.as_str(), "forged"), ("/kabar/abc", "cut off")] {
        for page in [client.get(path).await, client.post(path, &[("List-Unsubscribe", "One-Click")]).await, client.post(path, &[("aksi", "hapus")]).await] {
            assert!(page.expect(404, why).says("Tautan ini tidak kami kenal"), "{why}: {path}");
        }
    }
    assert_eq!(one(&world, "select count(*) from follower where mail_ended_at is null").await, 1, "nothing half-done");
    // What a mail program posts, with no cookie and no origin, twice.
    for _ in 0..2 {
        visitor(&world).post(&link, &[("List-Unsubscribe", "One-Click")]).await.expect(200, "one click");
    }
    let (third, handler) = case(&world, "c").await;
    answer(&world, &handler, &third.reference).await;
    assert!(letters(&world).await.is_empty());
    assert!(client.get(&link).await.says("Surel kabar sudah dihentikan"));
    client.post(&link, &[("aksi", "lanjutkan")]).await.expect(303, "again");
    client.post(&link, &[("aksi", "hapus")]).await.expect(303, "forgotten");
    assert!(client.get(&link).await.expect(200, "an old link is no error").says("Alamat ini sudah tidak kami simpan"));
    assert_eq!(one(&world, "select count(*) from follower").await + one(&world, "select count(*) from following").await, 0);
});

async fn one(world: &World, statement: &'static str) -> i64 {
    let mut conn = world.portal.db.read().await.unwrap();
    on!(&mut conn, c => sqlx::query_scalar(statement).fetch_one(c).await.unwrap())
}

on_both!(reporters_choose_at_their_receipt_how_they_are_told, world => {
    for (key, protection) in [("a", "publik"), ("b", "rahasia")] {
        let mut form = answers();
        form.name = "Sari".into();
        (form.key, form.protection, form.email) = (key.repeat(32), protection.into(), "sari@rumah.example".into());
        let sent = feedback::send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
        let verifier = world.staff(&format!("Vera {key}"), Role::Verifier, "", None).await;
        let handler = world.staff(&format!("Hendra {key}"), Role::Handler, "disdukcapil", None).await;
        // Whoever gave a name is protected, too, once the verifier says so.
        let input = AcceptInput::parse("Loket zqjudul pagi", "Loket zqteks pagi.", if protection == "publik" { "anonim" } else { protection }, "pengaduan", "disdukcapil", "completion_time").unwrap();
        feedback::accept(&world.portal, &verifier, &sent.reference, &input).await.unwrap();
        let client = visitor(&world);
        client.post("/lacak", &[("tanda", &sent.receipt.grouped())]).await.expect(303, "the receipt");
        let page = client.get("/lacak/laporan").await;
        assert!(page.expect(200, "the case").says("Kabar lewat surel") && page.html.contains("value=\"jawaban\" selected"), "what they hear unasked");
        assert!(!page.html.contains("sari@rumah"), "the page that a receipt opens does not tell the address");
        client.post("/lacak/laporan", &[("aksi", "kabar"), ("tingkat", "keras"), ("irama", "langsung")]).await.expect(400, "a crafted form");
        let set = client.post("/lacak/laporan", &[("aksi", "kabar"), ("tingkat", "langkah"), ("irama", "langsung")]).await;
        assert!(client.get(set.expect(303, "every step").location.as_deref().unwrap().split('#').next().unwrap()).await.says("Tersimpan."));
        assert!(client.get("/lacak/laporan").await.html.contains("value=\"langkah\" selected"));
        answer(&world, &handler, &sent.reference).await;
        assert!(letters(&world).await.is_empty(), "at fixed hours");
        world.portal.clock.advance(3 * HOUR);
        let told = letters(&world).await;
        assert_eq!(told.len(), 1);
        let letter = &told[0];
        assert_eq!((letter.to.as_str(), letter.subject.as_str()), ("sari@rumah.example", format!("Laporan {} sudah dijawab", sent.reference).as_str()));
        for part in ["Diterima unit untuk dikerjakan", "Dijawab", "Berikutnya: ", "paling lambat Senin, 16 November 2026.", "http://balai.test/lacak\n", "karena mengisi alamat ini saat mengirim laporan", "Paling banyak 4 surel sehari"] {
            assert!(letter.text.contains(part), "{part} in {}", letter.text);
        }
        let html = letter.html.as_deref().unwrap();
        for word in ["zqjudul", "zqteks", "bergantian", "disdukcapil", "Kependudukan", "/laporan/"] {
            assert!(!letter.text.contains(word) && !html.contains(word) && !letter.subject.contains(word), "{protection}: {word}");
        }
        // The link in it, and what a mail program posts.
        let link = letter.unsubscribe.clone().unwrap().replace("http://balai.test", "");
        let list = visitor(&world).get(&link).await;
        assert!(list.expect(200, "the list").says(&sent.reference) && !list.html.contains("zqjudul") && !list.says("Hapus alamat saya") && list.html.contains("href=\"/lacak\""));
        visitor(&world).post(&link, &[("aksi", "hapus")]).await.expect(400, "the address goes with the report");
        visitor(&world).post(&link, &[("List-Unsubscribe", "One-Click")]).await.expect(200, "one click");
        feedback::contest(&world.portal, sent.case, "Loket masih tutup pukul sepuluh.").await.unwrap();
        answer(&world, &handler, &sent.reference).await;
        world.portal.clock.advance(6 * HOUR);
        assert!(letters(&world).await.is_empty(), "stopped");
        assert!(client.get("/lacak/laporan").await.says("Surel kabar sudah dihentikan lewat tautan"));
        client.post("/lacak/laporan", &[("aksi", "kabar"), ("tingkat", "akhir"), ("irama", "harian")]).await.expect(303, "again");
        client.post("/lacak/laporan", &[("aksi", "kabar"), ("tingkat", "akhir"), ("irama", "harian"), ("berhenti", "1")]).await.expect(303, "and ended here");
        assert!(client.get("/lacak/laporan").await.html.contains("value=\"diam\" selected"));
        world.portal.clock.advance(-9 * HOUR);
    }
    // Who left no address is offered none.
    let (silent, _) = case(&world, "c").await;
    let client = visitor(&world);
    client.post("/lacak", &[("tanda", &silent.receipt.grouped())]).await.expect(303, "the receipt");
    assert!(!client.get("/lacak/laporan").await.says("Kabar lewat surel"));
    client.post("/lacak/laporan", &[("aksi", "kabar"), ("tingkat", "langkah"), ("irama", "langsung")]).await.expect(404, "nor may a crafted form");
    assert_eq!(one(&world, "select count(*) from follower where case_id is not null").await, 2);
});

on_both!(browsers_are_told_by_a_form_of_their_script, world => {
    let resident = world.resident("Sari").await;
    let sari = signed_in(&world, &resident).await;
    let page = sari.get("/akun/kabar").await;
    assert!(page.expect(200, "the page").html.contains("data-key=\"kunci\""));
    let (key, auth) = (to_base64url(&[&[4_u8][..], &[7; 64]].concat()), to_base64url(&[9; 16]));
    let ask = async |client: &Client, endpoint: &str, key: &str| client.post("/akun/kabar", &[("aksi", "peramban"), ("titik", endpoint), ("kunci", key), ("rahasia", &auth)]).await;
    for endpoint in ["https://127.0.0.1/x", "https://10.0.0.1:443/x", "http://push.example/x", "https://localhost/x", "https://[::1]/x", "file:///etc/passwd", ""] {
        let refused = ask(&sari, endpoint, &key).await;
        assert!(refused.expect(422, endpoint).html.contains("tidak dapat dipakai"), "{endpoint}: {}", refused.html);
    }
    ask(&sari, "https://layanan-push.invalid/x", "abc").await.expect(422, "no key");
    assert_eq!(one(&world, "select count(*) from push_subscription").await, 0);
    ask(&sari, "https://layanan-push.invalid/x", &key).await.expect(303, "kept");
    ask(&sari, "https://layanan-push.invalid/x", &key).await.expect(303, "kept once");
    for number in 0..30 {
        ask(&sari, &format!("https://layanan-push.invalid/{number}"), &key).await;
    }
    let refused = ask(&sari, "https://layanan-push.invalid/lagi", &key).await;
    assert!(refused.expect(422, "too many").html.contains("Sudah 10 peramban"));
    assert_eq!(one(&world, "select count(*) from push_subscription").await, 10);
    assert!(visitor(&world).post("/akun/kabar", &[("aksi", "peramban")]).await.location.is_some_and(|to| to.starts_with("/masuk")), "for who is signed in");
    sari.post("/akun/kabar", &[("aksi", "hapus-peramban")]).await.expect(303, "all ended");
    assert_eq!(one(&world, "select count(*) from push_subscription").await, 0);
});

on_both!(a_letter_in_the_demonstrations_folder_has_both_texts_and_the_headers, world => {
    let (sent, handler) = case(&world, "a").await;
    let resident = world.resident("Sari").await;
    let sari = signed_in(&world, &resident).await;
    sari.post("/medan/kabar", &[("tentang", "unit:disdukcapil"), ("aksi", "ikuti"), ("tingkat", "semua"), ("irama", "langsung")]).await.expect(303, "follows");
    answer(&world, &handler, &sent.reference).await;
    let folder = world.folder().join("surat");
    letters_by(&world, &Mailer::new(None, "Balai <balai@medan.example>", Some(folder.clone())).unwrap()).await;
    let files: Vec<_> = std::fs::read_dir(&folder).unwrap().flatten().collect();
    assert_eq!(files.len(), 1);
    let raw = std::fs::read_to_string(files[0].path()).unwrap();
    // Header lines may be folded.
    let unfolded = raw.replace("\r\n ", " ");
    let headers: BTreeSet<&str> = unfolded.split("\r\n\r\n").next().unwrap().lines().collect();
    assert!(headers.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{headers:?}");
    assert!(headers.iter().any(|h| h.starts_with("List-Unsubscribe: <http://balai.test/kabar/") && h.ends_with('>')), "{headers:?}");
    assert!(headers.iter().any(|h| h.starts_with("Content-Type: multipart/alternative")), "{headers:?}");
    for part in ["Content-Type: text/plain; charset=utf-8", "Content-Type: text/html; charset=utf-8"] {
        assert!(raw.contains(part), "{part}");
    }
});

on_both!(a_letter_says_what_was_announced_and_which_standard_changes, world => {
    let resident = world.resident("Sari").await;
    let sari = signed_in(&world, &resident).await;
    for about in ["unit:disdukcapil", "layanan:akta-kelahiran"] {
        sari.post("/medan/kabar", &[("tentang", about), ("aksi", "ikuti"), ("tingkat", "jawaban"), ("irama", "langsung")]).await.expect(303, about);
    }
    let ani = signed_in(&world, &world.staff("Ani", Role::Administrator, "", None).await).await;
    let at = ani
        .post(
            "/petugas/direktori/medan/pengumuman/baru",
            &[
                ("kunci", "0123456789abcdef0123456789abcdef"),
                ("jenis", "sosialisasi"),
                ("unit-pengumum", "disdukcapil"),
                ("judul", "Loket <keliling> di Belawan"),
                ("ringkasan", "Setiap Selasa di balai kelurahan."),
                ("naskah", "Bawa kartu keluarga yang lama."),
                ("tampil-mulai", "2026-11-02"),
                ("tampil-sampai", "2026-11-30"),
            ],
        )
        .await;
    let at = at.expect(303, "drafted").location.clone().unwrap();
    ani.post(&at, &[("aksi", "terbitkan"), ("versi", "1")]).await.expect(303, "published");
    let told = letters(&world).await;
    assert_eq!(told.len(), 1);
    for part in [
        "Kabar: Loket <keliling> di Belawan",
        "Pengumuman baru dari Dinas Kependudukan dan Pencatatan Sipil",
        "Tidak ada langkah berikutnya: pengumuman ini tampil sampai Senin, 30 November 2026.",
        "http://balai.test/medan/pengumuman/loket-keliling-di-belawan",
    ] {
        assert!(told[0].subject.contains(part) || told[0].text.contains(part), "{part} in {}", told[0].text);
    }
    let html = told[0].html.as_deref().unwrap();
    assert!(html.contains("Loket &lt;keliling&gt;") && !html.contains("kartu keluarga"), "no word of the announcement itself");
    let link = told[0].text.split_whitespace().find(|word| word.starts_with("http://balai.test/medan/pengumuman/")).unwrap();
    visitor(&world).get(&link["http://balai.test".len()..]).await.expect(200, "where the letter leads");
});
