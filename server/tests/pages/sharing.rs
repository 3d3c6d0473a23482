//! What an address shows when it is shared: every public page a title, its one address and a picture of what it says now;
//! a page that belongs to somebody nothing, and what may not be read no picture either.

use crate::support::{Client, Page, check, signed_in, visitor};
use domain::accounts::Actor;
use domain::directory::announcements;
use domain::feedback;
use domain::forum;
use domain::moderation::{self, Subject};
use domain::testing::{World, answers};
use domain::{on, on_both};
use vocabulary::accounts::Role;
use vocabulary::announcements::{AnnouncementKind, TypedAnnouncement};
use vocabulary::feedback::AcceptInput;
use vocabulary::forum::NewTopic;
use vocabulary::moderation::ReasonInput;

const OUTSIDE: &str = "http://balai.test";

fn property(page: &Page, name: &str) -> Option<String> {
    check::tags(&page.html).into_iter().find(|t| t.name == "meta" && t.get("property") == Some(name)).and_then(|t| t.get("content").map(str::to_owned))
}

fn canonical(page: &Page) -> Option<String> {
    check::tags(&page.html).into_iter().find(|t| t.name == "link" && t.get("rel") == Some("canonical")).and_then(|t| t.get("href").map(str::to_owned))
}

/// The address of the picture, here.
fn picture(page: &Page) -> String {
    let image = property(page, "og:image").expect("a picture");
    image.strip_prefix(OUTSIDE).unwrap_or_else(|| panic!("{image} is not ours")).to_owned()
}

async fn published(world: &World, key: &str, title: &str) -> (String, Actor) {
    let mut form = answers();
    form.key = format!("{key:0>32}");
    let sent = feedback::send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
    let vera = world.staff(&format!("Vera {key}"), Role::Verifier, "", None).await;
    let input = AcceptInput::parse(title, "Antrean panjang sejak pagi di loket akta.", "anonim", "pengaduan", "disdukcapil", "").unwrap();
    feedback::accept(&world.portal, &vera, &sent.reference, &input).await.unwrap();
    (sent.reference, vera)
}

async fn topic(world: &World, title: &str) -> String {
    let sari = world.resident("Sari").await;
    forum::start(&world.portal, &sari, "medan", &"5".repeat(32), &NewTopic::parse("layanan", title, "Uraian yang cukup panjang untuk sebuah topik.").unwrap()).await.unwrap()
}

async fn announced(world: &World) {
    let adi = world.staff("Adi", Role::Administrator, "", None).await;
    let typed = TypedAnnouncement {
        unit: "pemerintah".into(),
        title: "Loket keliling".into(),
        summary: "Loket datang ke kampung.".into(),
        body: "Setiap Rabu pagi di balai kampung.".into(),
        shown_from: "2026-11-02".into(),
        ..TypedAnnouncement::default()
    };
    let slug = announcements::draft(&world.portal, &adi, "medan", "keliling", &typed.parse(AnnouncementKind::Information).unwrap()).await.unwrap();
    announcements::publish(&world.portal, &adi, &world.medan, &slug, 1).await.unwrap();
}

/// The picture's bytes, which are a picture of the right size and small enough for any chat.
async fn bytes(client: &Client, at: &str) -> Vec<u8> {
    let answer = client.get(at).await;
    answer.expect(200, at);
    let picture = image::load_from_memory(&answer.body).unwrap();
    assert_eq!((picture.width(), picture.height()), (1200, 630), "{at}");
    assert!(answer.body.len() < 60 * 1024, "{at}: {} bytes", answer.body.len());
    assert_eq!(answer.headers["cache-control"], "public, max-age=31536000, immutable");
    answer.body
}

on_both!(every_public_page_has_a_card_and_one_address, world => {
    let (reference, _) = published(&world, "c1", "Antrean akta terlalu panjang").await;
    let code = topic(&world, "Usul jam buka loket sampai sore").await;
    announced(&world).await;
    let client = visitor(&world);
    let mut seen = Vec::new();
    for (address, says) in [
        ("/medan".to_owned(), "Pemerintah daerah"),
        ("/medan/unit/disdukcapil".into(), "Dinas Kependudukan dan Pencatatan Sipil"),
        ("/medan/jabatan/kepala-disdukcapil".into(), "Kepala Dinas"),
        ("/medan/layanan/akta-kelahiran".into(), "Akta Kelahiran"),
        (format!("/medan/laporan/{reference}"), "Antrean akta terlalu panjang"),
        (format!("/medan/forum/topik/{code}"), "Usul jam buka loket sampai sore"),
        ("/medan/kinerja".into(), "Kinerja"),
        ("/medan/unit".into(), "Portal warga: Unit"),
        ("/medan/jabatan".into(), "Portal warga"),
        ("/medan/layanan".into(), "Portal warga: Layanan"),
        ("/medan/laporan".into(), "Portal warga: Laporan"),
        ("/medan/forum".into(), "Portal warga: Forum"),
        ("/medan/pengumuman".into(), "Portal warga: Pengumuman"),
        ("/medan/data".into(), "Portal warga: Data"),
        ("/medan/pengumuman/loket-keliling".into(), "Pengumuman: Loket keliling"),
    ] {
        // However it was asked for: from a chat with its marks, from a form with its key.
        for query in ["", "?fbclid=abc", "?ikut=1"] {
            let page = client.get(&format!("{address}{query}")).await;
            page.expect(200, &address);
            let own = format!("{OUTSIDE}{address}");
            assert_eq!((canonical(&page), property(&page, "og:url")), (Some(own.clone()), Some(own)), "{address}{query}");
            assert!(property(&page, "og:image:alt").unwrap().to_lowercase().contains(&says.to_lowercase()), "{address}: {:?}", property(&page, "og:image:alt"));
            assert!(property(&page, "og:description").is_some_and(|d| !d.is_empty()) && property(&page, "og:title").is_some_and(|t| !t.is_empty()));
        }
        let at = picture(&client.get(&address).await);
        assert!(!at.contains('?'), "{at}");
        seen.push(bytes(&client, &at).await);
        assert_eq!(bytes(&client, &at).await, seen[seen.len() - 1], "the same again");
    }
    let all = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), all, "each its own");
    let past = client.get("/medan/unit/disdukcapil?per=2026-11-01").await;
    assert!(property(&past, "og:image").is_none_or(|image| image.ends_with("icon-512.png")), "a past day is not what is shared");
});

on_both!(what_it_says_changes_its_address, world => {
    let client = visitor(&world);
    let before = picture(&client.get("/medan/unit/disdukcapil").await);
    let old = bytes(&client, &before).await;
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update unit set name = $1 where slug = 'disdukcapil'").bind("Dinas <Nama> & \"Sangat\" Panjang ".repeat(20)).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    let after = picture(&client.get("/medan/unit/disdukcapil").await);
    assert_ne!(before, after);
    assert_ne!(bytes(&client, &after).await, old, "a name that is far too long is cut, and drawn");
    let led = client.get(&before).await;
    assert_eq!(led.expect(307, "the old address leads to the new").location.as_deref(), Some(after.as_str()));
});

on_both!(pages_of_somebody_have_nothing_to_share, world => {
    let (_, vera) = published(&world, "c2", "Antrean akta terlalu panjang").await;
    let (stranger, staff) = (visitor(&world), signed_in(&world, &vera).await);
    for (client, address) in [(&stranger, "/masuk"), (&stranger, "/lacak"), (&stranger, "/medan/lapor"), (&stranger, "/kotak-keluar"), (&staff, "/akun"), (&staff, "/petugas"), (&staff, "/petugas/laporan")] {
        let page = client.get(address).await;
        page.expect(200, address);
        assert!(!page.html.contains("og:") && canonical(&page).is_none(), "{address} tells a chat something");
    }
});

on_both!(what_may_not_be_read_has_no_picture, world => {
    let client = visitor(&world);
    let mut form = answers();
    form.key = format!("{:0>32}", "c3");
    let waiting = feedback::send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
    let code = topic(&world, "Judul yang akan disembunyikan").await;
    let at = picture(&client.get(&format!("/medan/forum/topik/{code}")).await);
    bytes(&client, &at).await;
    let mona = world.staff("Mona", Role::Moderator, "", None).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let id = forum::show(&mut conn, "medan", &code, None).await.unwrap().0.id;
    drop(conn);
    moderation::hide(&world.portal, &mona, "medan", Subject::Topic(id), &ReasonInput::parse("spam", "Iklan yang sama di tiga topik.", 0).unwrap()).await.unwrap();
    for address in [
        at,
        format!("/medan/kartu/laporan/{}/0123456789abcdef.png", waiting.reference),
        "/medan/kartu/unit/tidak-ada/0123456789abcdef.png".into(),
        "/binjai/kartu/unit/kecamatan-medan-belawan/0123456789abcdef.png".into(),
        "/medan/kartu/akun/-/0123456789abcdef.png".into(),
        "/medan/kartu/depan/lain/0123456789abcdef.png".into(),
        "/medan/kartu/daftar/akun/0123456789abcdef.png".into(),
        "/medan/kartu/pengumuman/tidak-ada/0123456789abcdef.png".into(),
        "/medan/kartu/kinerja/disdukcapil/0123456789abcdef.png".into(),
    ] {
        client.get(&address).await.expect(404, &address);
    }
    let hidden = client.get(&format!("/medan/forum/topik/{code}")).await;
    assert!(canonical(&hidden).is_none() && !hidden.html.contains("/kartu/"));
});
