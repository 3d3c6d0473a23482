//! Protection of reporters through the pages: an identity opened by two, messages by receipt, trying receipts, leaving
//! quickly, and who is too near to find a case at all.

use app::App;
use app::limits::Limits;
use domain::clock::{HOUR, MINUTE};
use domain::feedback::{accept, send, write_as_reporter};
use domain::on_both;
use domain::testing::{PASSWORD, World, answers};
use vocabulary::accounts::Role;
use vocabulary::feedback::AcceptInput;

use crate::support::{Client, Page, app, check, letters, mails, signed_in, visitor, visitor_of};

const REASON: &str = "Pelapor perlu didengar sebagai saksi.";

/// Sends about something and says the reference and the receipt.
async fn reported(world: &World, key: char, about: &str, kind: &str) -> domain::feedback::Sent {
    let mut form = answers();
    form.key = key.to_string().repeat(32);
    form.about = about.into();
    form.kind = kind.into();
    // With a name and an address, so that there is somebody to protect; the verifier raises the protection.
    (form.protection, form.name, form.email) = ("publik".into(), "Sari Dewi".into(), "sari@surel.example".into());
    let mut png = Vec::new();
    image::DynamicImage::new_rgb8(9, 9).write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
    form.photos.push(world.portal.files.keep(domain::files::prepare(&png).unwrap()).await.unwrap().file);
    send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap()
}

/// The reporter's browser, which has typed the receipt.
async fn following(world: &World, sent: &domain::feedback::Sent) -> Client {
    let client = visitor(world);
    client.post("/lacak", &[("tanda", &sent.receipt.grouped())]).await.expect(303, "the receipt is right");
    client
}

fn header<'a>(page: &'a Page, name: &str) -> &'a str {
    page.headers.get(name).map_or("", |v| v.to_str().unwrap())
}

on_both!(two_people_open_an_identity_and_the_reporter_reads_it, world => {
    let sent = reported(&world, 'a', "layanan:akta-kelahiran", "penyimpangan").await;
    let vera = signed_in(&world, &world.staff("Vera", Role::Verifier, "", None).await).await;
    let case = format!("/petugas/laporan/{}", sent.reference);
    let accepted = [("aksi", "terima"), ("judul", "Dugaan pungutan"), ("teks", "Dugaan pungutan."), ("perlindungan", "rahasia"), ("jenis", "penyimpangan"), ("unit", "inspektorat")];
    vera.post(&case, &accepted).await.expect(303, "accepted");
    let ina = signed_in(&world, &world.staff("Ina", Role::Inspector, "inspektorat", None).await).await;
    let at = format!("{case}/identitas");
    let page = ina.get(&case).await;
    assert!(page.html.contains(&at) && !page.html.contains("sari@"));
    ina.post(&at, &[("aksi", "minta"), ("alasan", "perlu saja")]).await.expect(422, "a reason that says nothing");
    ina.post(&at, &[("aksi", "minta"), ("alasan", REASON)]).await.expect(303, "signed in just now: no password");
    ina.post(&at, &[("aksi", "setujui")]).await.expect(409, "one's own request");
    assert!(vera.get("/petugas").await.html.contains(&at), "the second person's desk says that it waits");

    world.portal.clock.advance(15 * MINUTE + 1);
    let asked = vera.get(&at).await;
    assert!(asked.says(REASON) && asked.html.contains("name=\"sandi\""), "signed in too long ago");
    vera.post(&at, &[("aksi", "setujui")]).await.expect(422, "no password");
    let wrong = vera.post(&at, &[("aksi", "tolak"), ("alasan", "Keterangan lain sudah cukup."), ("sandi", "salah salah salah")]).await;
    assert!(wrong.expect(422, "a wrong one").says("Keterangan lain sudah cukup.") && !wrong.html.contains("salah salah salah"), "what was written is kept, the password is not");
    vera.post(&at, &[("aksi", "setujui"), ("sandi", PASSWORD)]).await.expect(303, "approved");
    ina.post(&at, &[("aksi", "buka")]).await.expect(422, "the asker too");
    vera.post(&at, &[("aksi", "buka")]).await.expect(409, "only who asked");
    let seen = ina.post(&at, &[("aksi", "buka"), ("sandi", PASSWORD)]).await;
    assert!(seen.expect(200, "seen").says("sari@surel.example"));
    assert_eq!((header(&seen, "cache-control"), header(&seen, "referrer-policy")), ("no-store", "same-origin"));
    let again = ina.post(&at, &[("aksi", "buka"), ("sandi", PASSWORD)]).await;
    assert!(again.expect(409, "once").html.contains(&format!("href=\"{case}\"")) && !again.html.contains("sari@"), "the way back to the case stands on it");
    assert!(!ina.get(&at).await.html.contains("sari@"));

    let own = following(&world, &sent).await.get("/lacak/laporan").await;
    for part in ["Diminta dibuka", "Permintaan disetujui", "Identitas dibuka", REASON, "Inspektorat", "verifikator"] {
        assert!(own.says(part), "{part}");
    }
    assert!(!own.html.contains("Vera") && !own.html.contains("Ina<"), "by role, never by name");
    assert!(mails(&world).await.is_empty(), "before its hour nothing leaves");
    world.portal.clock.advance(3 * HOUR);
    let told = mails(&world).await;
    let opened = told.iter().find(|m| m.subject.contains("Identitas Anda dibuka")).unwrap();
    for part in [sent.reference.as_str(), "Senin, 2 November 2026", "Inspektorat", REASON] {
        assert!(opened.subject.contains(part) || opened.text.contains(part), "{part}: {}", opened.text);
    }
    assert!(told.iter().all(|m| m.to == "sari@surel.example" && !m.text.contains("mail-") && !m.text.contains("by-") && !m.text.contains("Loket")), "{told:?}");
});

on_both!(messages_by_receipt, world => {
    let sent = reported(&world, 'a', "layanan:akta-kelahiran", "pengaduan").await;
    let reporter = following(&world, &sent).await;
    let vera = signed_in(&world, &world.staff("Vera", Role::Verifier, "", None).await).await;
    let case = format!("/petugas/laporan/{}", sent.reference);
    let polyglot = "'\"><img src=x onerror=alert(1)></textarea><script>alert(2)</script>";
    let long = "x".repeat(2001);
    let refused = reporter.post("/lacak/laporan", &[("aksi", "pesan"), ("pesan", &long)]).await;
    assert!(refused.expect(422, "too long").html.contains(&long), "and nothing of it is lost");
    reporter.post("/lacak/laporan", &[("aksi", "pesan"), ("pesan", polyglot)]).await.expect(303, "written");
    let queue = vera.get("/petugas/laporan").await;
    assert!(queue.says("1 pesan baru"));
    let read = vera.get(&case).await;
    assert!(read.says("Baru") && read.says(polyglot) && !read.html.contains("<img src=x") && !read.html.contains("<script>alert"), "as text");
    assert!(read.says("Baru") && vera.get(&case).await.says("Baru"), "looking at it changes nothing");
    vera.post(&case, &[("aksi", "dibaca")]).await.expect(303, "read");
    assert!(!vera.get("/petugas/laporan").await.says("pesan baru"));
    vera.post(&case, &[("aksi", "pesan"), ("pesan", "")]).await.expect(422, "nothing written");
    vera.post(&case, &[("aksi", "pesan"), ("pesan", "Mohon kirim jam kejadiannya.")]).await.expect(303, "answered");
    assert!(reporter.get("/lacak/laporan").await.says("Mohon kirim jam kejadiannya."));
    vera.post(&case, &[("aksi", "terima"), ("judul", "Loket akta tutup pagi"), ("teks", "Loket tutup."), ("perlindungan", "anonim"), ("jenis", "pengaduan"), ("unit", "disdukcapil")]).await.expect(303, "published");
    let public = visitor(&world).get(&format!("/medan/laporan/{}", sent.reference)).await;
    assert!(!public.expect(200, "the public page").says("jam kejadiannya") && !public.says("onerror"), "messages are never public");
    world.portal.clock.advance(6 * HOUR);
    let told: Vec<_> = mails(&world).await.into_iter().chain(letters(&world).await).collect();
    assert!(told.iter().any(|m| m.subject.contains("Ada pesan")) && told.iter().all(|m| !m.text.contains("jam kejadian")));
    for n in 0..19 {
        reporter.post("/lacak/laporan", &[("aksi", "pesan"), ("pesan", &format!("Pesan {n}"))]).await.expect(303, "up to twenty a day");
    }
    let full = reporter.post("/lacak/laporan", &[("aksi", "pesan"), ("pesan", "Satu lagi")]).await;
    assert!(full.expect(422, "as many as a day has").says("Satu lagi"));
});

on_both!(a_receipt_is_shown_on_one_page_and_stands_in_no_address, world => {
    let phone = visitor(&world);
    let form = phone.get("/medan/lapor").await;
    let key = form.hidden("kunci");
    let fields = [("layar", "periksa"), ("kunci", key.as_str()), ("perlindungan", "anonim"), ("tentang", "tidak-tahu"), ("jenis", "pengaduan"), ("cerita", "Lampu jalan mati sejak minggu lalu."), ("aksi", "kirim")];
    let sent = phone.post("/medan/lapor", &fields).await;
    assert_eq!(sent.expect(303, "sent").location.as_deref(), Some("/medan/lapor/terkirim"), "no digit in the address");
    let cookie = header(&sent, "set-cookie").to_owned();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Max-Age=1800"), "{cookie}");
    let confirmation = phone.get("/medan/lapor/terkirim").await;
    assert_eq!((header(&confirmation, "cache-control"), header(&confirmation, "referrer-policy")), ("no-store", "same-origin"));
    let digits = cookie.split(['=', ';']).nth(1).unwrap().to_owned();
    let shown = |page: &Page| check::text(&page.html).chars().filter(char::is_ascii_digit).collect::<String>().contains(&digits);
    assert!(digits.len() == 20 && shown(&confirmation));
    let own = phone.get("/lacak/laporan").await;
    assert!(!shown(own.expect(200, "the case")) && !own.html.contains(&digits), "the page of the case does not show it");
    assert_eq!((header(&own, "cache-control"), header(&own, "referrer-policy")), ("no-store", "same-origin"));
    for page in [&confirmation, &own] {
        assert!(check::tags(&page.html).iter().all(|t| ["href", "src", "action"].iter().all(|a| t.get(a).is_none_or(|v| !v.contains(&digits)))));
    }
    visitor(&world).get("/medan/lapor/terkirim").await.expect(303, "another phone has none");
    phone.post("/lacak/laporan", &[("aksi", "keluar")]).await.expect(303, "forgotten");
    phone.get("/medan/lapor/terkirim").await.expect(303, "and is shown no more");
});

/// A portal that limits as it does in earnest.
fn in_earnest(world: &World) -> App {
    App { limits: Limits::new(false), ..app(world, true) }
}

on_both!(receipts_that_are_tried_are_slowed_and_the_owner_gets_in, world => {
    let sent = reported(&world, 'a', "layanan:akta-kelahiran", "pengaduan").await;
    let portal = in_earnest(&world);
    let wrong = format!("{}{}", sent.receipt.selector(), "00000000000000");
    let stranger = visitor_of(portal.clone(), &world);
    for _ in 0..3 {
        stranger.post("/lacak", &[("tanda", &wrong)]).await.expect(422, "no case has it");
    }
    // A cookie is made up as easily as a form: every page that reads it counts.
    for path in ["/lacak/laporan", "/medan/lapor/terkirim", "/medan/laporan/MDN-2611-XXXX0/foto/1"] {
        let request = axum::http::Request::get(path).header("cookie", format!("tanda-terima={wrong}")).body(axum::body::Body::empty()).unwrap();
        let page = stranger.send(request).await;
        assert!(matches!(page.status.as_u16(), 303 | 404), "{path}");
    }
    let now = world.portal.now();
    assert!(!portal.limits.receipts.begin(now, "203.0.113.7", sent.receipt.selector()).is_zero(), "six tries slow the next");
    let owner = visitor_of(portal.clone(), &world);
    owner.post("/lacak", &[("tanda", sent.receipt.digits())]).await.expect(303, "slowly, but in");
    owner.get("/lacak/laporan").await.expect(200, "the case");
    world.portal.clock.advance(HOUR);
    assert!(portal.limits.receipts.begin(world.portal.now(), "203.0.113.7", sent.receipt.selector()).is_zero(), "after an hour nobody remembers");
});

on_both!(one_leaves_quickly, world => {
    let sent = reported(&world, 'a', "layanan:akta-kelahiran", "pengaduan").await;
    let reporter = following(&world, &sent).await;
    for path in ["/medan/lapor", "/medan/lapor/terkirim", "/lacak", "/lacak/laporan"] {
        let page = reporter.get(path).await;
        let form = check::tags(&page.expect(200, path).html).into_iter().find(|t| t.name == "form" && t.get("action") == Some("/keluar-cepat"));
        assert_eq!(form.and_then(|f| f.get("method").map(str::to_owned)).as_deref(), Some("post"), "{path}");
        assert!(page.says("Keluar cepat"), "{path}");
    }
    let story = reporter.post("/medan/lapor", &[("layar", "perlindungan"), ("perlindungan", "anonim"), ("tentang", "tidak-tahu"), ("aksi", "lanjut")]).await;
    assert!(story.says("Keluar cepat"), "on every screen");
    let gone = reporter.post("/keluar-cepat", &[]).await;
    assert_eq!(header(gone.expect(200, "a neutral page"), "refresh"), "0; url=https://www.bmkg.go.id/");
    assert_eq!((header(&gone, "cache-control"), header(&gone, "referrer-policy"), header(&gone, "clear-site-data")), ("no-store", "same-origin", "\"storage\""));
    let cleared: Vec<_> = gone.headers.get_all("set-cookie").iter().map(|c| c.to_str().unwrap().to_owned()).collect();
    assert!(cleared.iter().any(|c| c.starts_with("tanda-terima=;") && c.contains("Max-Age=0")), "{cleared:?}");
    assert!(check::tags(&gone.html).iter().any(|t| t.get("href") == Some("https://www.bmkg.go.id/") && t.get("rel") == Some("noreferrer noopener")));
    assert!(!check::text(gone.html.split("<main").nth(1).unwrap().split("</main>").next().unwrap()).to_lowercase().contains("lapor"), "nothing of reports on it");
    reporter.get("/lacak/laporan").await.expect(303, "the receipt is forgotten");
    reporter.get("/keluar-cepat").await.expect(405, "a link changes nothing");
});

on_both!(the_account_page_has_the_reports_with_ones_name_only, world => {
    let sari = world.resident("Sari").await;
    let client = signed_in(&world, &sari).await;
    for (key, protection) in [("a", "publik"), ("b", "anonim")] {
        let key = key.repeat(32);
        let fields = [("layar", "periksa"), ("kunci", key.as_str()), ("perlindungan", protection), ("nama", "Sari"), ("tentang", "tidak-tahu"), ("jenis", "pengaduan"), ("cerita", if protection == "publik" { "Taman kota makin bersih dan terang." } else { "Lampu jalan mati sejak minggu lalu." }), ("aksi", "kirim")];
        client.post("/medan/lapor", &fields).await.expect(303, "sent");
    }
    let page = client.get("/akun").await;
    assert!(page.says("Laporan dengan nama Anda") && page.says("Taman kota makin bersih") && !page.says("Lampu jalan mati"));
});

/// Whether each way to a case is open: the page, the queue, the photo, a message, the identity, asking for it.
const NEAR: &[(&str, [u16; 6])] = &[
    // who, which case                          page queue photo message identity ask
    ("coordinator, complaint about the post", [200, 200, 200, 303, 200, 303]),
    ("holder, complaint about the post", [404, 404, 404, 404, 404, 404]),
    ("superior, complaint about the post", [200, 200, 200, 303, 404, 404]),
    ("desk in the unit, complaint about the post", [200, 200, 200, 303, 404, 404]),
    ("coordinator of Binjai, complaint about the post", [404, 404, 404, 404, 404, 404]),
    ("coordinator, misconduct of the post", [200, 200, 200, 303, 200, 303]),
    ("holder, misconduct of the post", [404, 404, 404, 404, 404, 404]),
    ("superior, misconduct of the post", [404, 404, 404, 404, 404, 404]),
    ("desk in the unit, misconduct of the post", [404, 404, 404, 404, 404, 404]),
    ("coordinator of Binjai, misconduct of the post", [404, 404, 404, 404, 404, 404]),
];

on_both!(who_is_near_finds_the_case_in_no_representation, world => {
    let people = [
        ("holder", signed_in(&world, &world.staff("Dewi", Role::Verifier, "", Some("P102")).await).await),
        ("superior", signed_in(&world, &world.staff("Rina", Role::Verifier, "", Some("P101")).await).await),
        ("desk in the unit", signed_in(&world, &world.staff("Veri", Role::Verifier, "disdukcapil", None).await).await),
        ("coordinator of Binjai", signed_in(&world, &world.account_in("binjai", "Bina", Some((Role::Verifier, "pemerintah")), None).await).await),
        ("coordinator", signed_in(&world, &world.staff("Vera", Role::Verifier, "", None).await).await),
    ];
    let complaint = reported(&world, 'a', "jabatan:kabid-capil-disdukcapil", "pengaduan").await;
    let misconduct = reported(&world, 'b', "jabatan:kabid-capil-disdukcapil", "penyimpangan").await;
    let mut tried = 0;
    for (who, client) in &people {
        for (what, sent) in [("complaint about the post", &complaint), ("misconduct of the post", &misconduct)] {
            let row = NEAR.iter().find(|(name, _)| *name == format!("{who}, {what}")).unwrap();
            let case = format!("/petugas/laporan/{}", sent.reference);
            let queued = client.get("/petugas/laporan").await.html.contains(&sent.reference);
            let found = [
                client.get(&case).await.status.as_u16(),
                if queued { 200 } else { 404 },
                client.get(&format!("/medan/laporan/{}/foto/1", sent.reference)).await.status.as_u16(),
                client.post(&case, &[("aksi", "pesan"), ("pesan", "Siapa Anda sebenarnya?")]).await.status.as_u16(),
                client.get(&format!("{case}/identitas")).await.status.as_u16(),
                client.post(&format!("{case}/identitas"), &[("aksi", "minta"), ("alasan", REASON)]).await.status.as_u16(),
            ];
            assert_eq!(found, row.1, "{}", row.0);
            tried += 1;
        }
    }
    assert_eq!(tried, NEAR.len());
});

on_both!(writing_and_asking_need_the_right_of_reading, world => {
    let sent = reported(&world, 'a', "layanan:akta-kelahiran", "pengaduan").await;
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    accept(&world.portal, &vera, &sent.reference, &AcceptInput::parse("Judul yang ditulis", "Teks yang ditulis.", "anonim", "pengaduan", "disdukcapil", "").unwrap()).await.unwrap();
    write_as_reporter(&world.portal, sent.case, "Masih ada lagi.").await.unwrap();
    let case = format!("/petugas/laporan/{}", sent.reference);
    for (who, client, message, ask) in [
        ("stranger", visitor(&world), "/masuk?kembali", "/masuk?kembali"),
        ("resident", signed_in(&world, &world.resident("Sari").await).await, "404", "404"),
        ("handler", signed_in(&world, &world.staff("Hadi", Role::Handler, "disdukcapil", None).await).await, "#percakapan", "404"),
        ("handler of another unit", signed_in(&world, &world.staff("Dedi", Role::Handler, "dishub", None).await).await, "404", "404"),
        ("inspector", signed_in(&world, &world.staff("Ina", Role::Inspector, "inspektorat", None).await).await, "404", "404"),
    ] {
        let said = client.post(&case, &[("aksi", "pesan"), ("pesan", "Kami periksa.")]).await;
        assert!(said.location.clone().unwrap_or_else(|| said.status.as_str().to_owned()).contains(message), "{who} writes: {} {:?}", said.status, said.location);
        let asked = client.post(&format!("{case}/identitas"), &[("aksi", "minta"), ("alasan", REASON)]).await;
        assert!(asked.location.clone().unwrap_or_else(|| asked.status.as_str().to_owned()).contains(ask), "{who} asks: {}", asked.status);
    }
});
