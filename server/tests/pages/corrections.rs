//! "Ada yang salah?" through the pages: a resident tells, the unit answers, the resident is told.

use axum::body::Body;
use axum::http::Request;

use crate::support::{Page, check, mails, signed_in, visitor};
use domain::on_both;
use vocabulary::accounts::Role;

const KEY: &str = "0123456789abcdef0123456789abcdef";
const TEXT: &str = "Loket akta sudah pindah ke lantai dua.";

fn way_to_correct(page: &Page) -> Option<String> {
    check::tags(&page.html).iter().filter_map(|t| t.get("href")).find(|h| h.contains("/koreksi?tentang=")).map(str::to_owned)
}

on_both!(a_resident_is_told, world => {
    let resident = visitor(&world);
    let way = way_to_correct(&resident.get("/medan/layanan/akta-kelahiran").await).unwrap();
    assert_eq!(way, "/medan/koreksi?tentang=layanan:akta-kelahiran");
    let form = resident.get(&way).await;
    assert!(form.expect(200, "the form").says("Layanan: Akta kelahiran"));
    let key = form.hidden("kunci");
    let fields = [("kunci", key.as_str()), ("tentang", "layanan:akta-kelahiran"), ("koreksi", TEXT), ("surel", "sari@surel.example")];
    let sent = resident.post("/medan/koreksi", &fields).await;
    let at = sent.expect(303, "sent").location.clone().unwrap();
    assert_eq!(resident.post("/medan/koreksi", &fields).await.location.as_deref(), Some(at.as_str()), "a double tap makes one");
    let page = resident.get(&at).await;
    assert!(page.says("Nomor koreksi:") && page.says("Menunggu jawaban") && page.says("dikirim ke surel Anda"));
    assert!(!page.says(TEXT) && !page.html.contains("sari@"), "what was written is for the unit only");
    assert_eq!(page.headers.get("cache-control").unwrap(), "no-store");

    let rudi = signed_in(&world, &world.staff("Rudi", Role::Administrator, "disdukcapil", None).await).await;
    let front = rudi.get("/petugas").await;
    assert!(front.says("Koreksi warga · Kota Medan1 menunggu"), "{}", check::text(&front.html));
    let desk = "/petugas/direktori/medan/koreksi";
    let queue = rudi.get(desk).await;
    assert!(queue.expect(200, "the queue").says("Layanan: Akta kelahiran") && queue.says(TEXT));
    let work = at.replace("/medan/koreksi", desk);
    assert!(queue.html.contains(&work));
    let open = rudi.get(&work).await;
    assert!(open.expect(200, "one").says(TEXT) && !open.html.contains("sari@"), "staff see the words, not the address");
    let answer = rudi.post(&work, &[("hasil-koreksi", ""), ("jawaban", "Sudah kami perbaiki, terima kasih.")]).await;
    assert!(answer.expect(422, "no outcome").says("Sudah kami perbaiki, terima kasih."));
    rudi.post(&work, &[("hasil-koreksi", "corrected"), ("jawaban", "pendek")]).await.expect(422, "an answer that says nothing");
    rudi.post(&work, &[("hasil-koreksi", "corrected"), ("jawaban", "Sudah kami perbaiki, terima kasih.")]).await.expect(303, "answered");
    rudi.post(&work, &[("hasil-koreksi", "declined"), ("jawaban", "Ternyata tidak jadi diperbaiki.")]).await.expect(409, "once");
    assert!(rudi.get(desk).await.says("Tidak ada yang menunggu"));

    let told = resident.get(&at).await;
    assert!(told.says("Sudah diperbaiki") && told.says("Sudah kami perbaiki, terima kasih.") && !told.says(TEXT));
    let mail = mails(&world).await;
    assert_eq!(mail.len(), 1);
    assert_eq!(mail[0].to, "sari@surel.example");
    assert!(mail[0].text.contains("Sudah kami perbaiki") && mail[0].text.contains(&format!("http://balai.test{at}")), "{}", mail[0].text);
});

on_both!(pages_lead_to_the_form, world => {
    let client = visitor(&world);
    for (path, expected) in [
        ("/medan/unit/disdukcapil", "unit:disdukcapil"),
        ("/medan/jabatan/kepala-disdukcapil", "jabatan:kepala-disdukcapil"),
        ("/medan/layanan/akta-kelahiran", "layanan:akta-kelahiran"),
        ("/medan/pengumuman", "halaman:pengumuman"),
        ("/medan/lowongan", "halaman:lowongan"),
        ("/medan/unit", "halaman:unit"),
        ("/medan/jabatan", "halaman:jabatan"),
        ("/medan/layanan", "halaman:layanan"),
        ("/medan/unit/disdukcapil/bagan", "halaman:unit/disdukcapil/bagan"),
        ("/medan/unit/disdukcapil/peta", "halaman:unit/disdukcapil/peta"),
    ] {
        let way = way_to_correct(&client.get(path).await);
        assert_eq!(way.as_deref(), Some(format!("/medan/koreksi?tentang={expected}").as_str()), "{path}");
        let page = client.get(&way.unwrap()).await;
        assert!(page.expect(200, path).html.contains(&format!("href=\"{path}\"")), "the form leads back to {path}");
    }
    client.get("/medan/koreksi").await.expect(200, "about the front page");
    for bad in ["unit:tidak-ada", "orang:budi", "halaman://jahat.example", "layanan:%3Cb%3E"] {
        client.get(&format!("/medan/koreksi?tentang={bad}")).await.expect(404, bad);
    }
    client.get("/medan/koreksi/TIDAKADA").await.expect(404, "an unknown number");
    client.get("/tidak-ada/koreksi").await.expect(404, "an unknown government");
});

on_both!(bad_forms_lose_nothing, world => {
    let client = visitor(&world);
    let long = "panjang ".repeat(10_000);
    let cases: Vec<(&str, &str, &str, &str, &str)> = vec![
        ("unit:disdukcapil", "", "", "Tulis apa yang salah", "nothing written"),
        ("unit:disdukcapil", "salah", "", "paling sedikit", "too short"),
        ("unit:disdukcapil", &long, "", "Terlalu panjang", "80 KB"),
        ("unit:disdukcapil", "Nomornya \u{1}sudah ganti", "", "tanda yang tidak terbaca", "a control character"),
        ("unit:disdukcapil", TEXT, "sari", "Alamat surel itu belum lengkap", "half an address"),
        ("unit:tidak-ada", TEXT, "", "tidak kami temukan lagi", "a unit that is gone"),
        ("orang:budi", TEXT, "", "tidak kami temukan lagi", "no subject at all"),
    ];
    for (about, text, email, words, why) in cases {
        let page = client.post("/medan/koreksi", &[("kunci", KEY), ("tentang", about), ("koreksi", text), ("surel", email)]).await;
        page.expect(422, why);
        assert!(page.says(words), "{why}: {}", check::text(&page.html));
        assert!(text.contains('\u{1}') || page.says(text.trim()), "{why}: what was typed stays");
        assert_eq!(page.hidden("kunci"), KEY, "{why}: it is the same form");
    }
    let invalid = Request::post("/medan/koreksi").header("content-type", "application/x-www-form-urlencoded").body(Body::from("tentang=unit:disdukcapil&koreksi=Nomornya+%ff%fe+sudah+ganti+lama")).unwrap();
    client.send(invalid).await.expect(422, "bytes that are not UTF-8");
    let foreign = Request::post("/medan/koreksi").header("host", "balai.test").header("origin", "https://jahat.example").header("sec-fetch-site", "cross-site").header("content-type", "application/x-www-form-urlencoded").body(Body::from("koreksi=1")).unwrap();
    client.send(foreign).await.expect(403, "a form of another site");
    let mut conn = world.portal.db.read().await.unwrap();
    let kept: i64 = domain::on!(&mut conn, c => sqlx::query_scalar("select count(*) from correction").fetch_one(c).await.unwrap());
    assert_eq!(kept, 0, "nothing half-kept");
});

on_both!(other_administrators_find_nothing, world => {
    let at = visitor(&world).post("/medan/koreksi", &[("kunci", KEY), ("tentang", "unit:disdukcapil"), ("koreksi", TEXT)]).await.location.unwrap();
    let work = at.replace("/medan/", "/petugas/direktori/medan/");
    for (who, actor) in [
        ("of another government", world.account_in("binjai", "Bina", Some((Role::Administrator, "pemerintah")), None).await),
        ("of another unit", world.staff("Dedi", Role::Administrator, "dishub", None).await),
        ("a handler of the unit", world.staff("Hadi", Role::Handler, "disdukcapil", None).await),
    ] {
        let client = signed_in(&world, &actor).await;
        client.get(&work).await.expect(404, who);
        client.post(&work, &[("hasil-koreksi", "declined"), ("jawaban", "Halamannya sudah benar.")]).await.expect(404, who);
    }
    visitor(&world).get(&at.replace("/medan/", "/binjai/")).await.expect(404, "not under another government's address");
});
