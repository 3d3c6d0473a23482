//! Announcements through the pages: drafted, looked at, published, read, followed by feed, withdrawn.

use axum::body::Body;
use axum::http::{Request, header};

use crate::support::{Client, Page, check, signed_in, visitor};
use domain::on_both;
use domain::testing::World;
use vocabulary::accounts::Role;

const DESK: &str = "/petugas/direktori/medan/pengumuman";

fn selection<'a>() -> Vec<(&'a str, &'a str)> {
    vec![
        ("kunci", "0123456789abcdef0123456789abcdef"),
        ("jenis", "seleksi"),
        ("unit-pengumum", "pemerintah"),
        ("judul", "Seleksi terbuka Kepala Dinas Kependudukan"),
        ("ringkasan", "Dibuka untuk PNS yang memenuhi kriteria."),
        ("naskah", "Berkas diserahkan ke loket panitia seleksi & dicatat <di sana>."),
        ("jabatan", "kepala-disdukcapil"),
        ("kriteria", "Pangkat paling rendah IV/a\nPernah memimpin bidang"),
        ("tampil-mulai", "2026-11-02"),
        ("tahap-1", "Pendaftaran"),
        ("tahap-1-mulai", "2026-10-26"),
        ("tahap-1-selesai", "2026-11-06"),
        ("tahap-2", "Wawancara"),
        ("tahap-2-mulai", "2026-11-18"),
    ]
}

fn with<'a>(mut fields: Vec<(&'a str, &'a str)>, field: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    fields.retain(|(name, _)| *name != field);
    fields.push((field, value));
    fields
}

async fn admin(world: &World) -> Client {
    signed_in(world, &world.staff("Ani", Role::Administrator, "", None).await).await
}

/// Drafts and publishes; the address on the desk.
async fn published(client: &Client, fields: &[(&str, &str)]) -> String {
    let page = client.post(&format!("{DESK}/baru"), fields).await;
    let at = page.expect(303, "drafted").location.clone().unwrap();
    client.post(&at, &[("aksi", "terbitkan"), ("versi", "1")]).await.expect(303, "published");
    at
}

on_both!(from_the_draft_to_the_feed, world => {
    let ani = admin(&world).await;
    let anyone = visitor(&world);
    assert!(ani.get("/petugas").await.html.contains("/petugas/direktori/medan/koreksi"), "the queue of corrections is on the desk");
    ani.get(&format!("{DESK}/baru")).await.expect(200, "choosing what it is to be");
    let form = ani.get(&format!("{DESK}/baru?jenis=seleksi&pola=jpt")).await;
    let rows: Vec<String> = check::tags(&form.html).iter().filter(|t| t.get("id").is_some_and(|id| id.starts_with("tahap-") && id.len() <= 8)).filter_map(|t| t.get("value").map(str::to_owned)).collect();
    assert_eq!((rows.len(), rows[0].as_str(), rows[7].as_str(), rows[8].as_str()), (10, "Pembentukan panitia seleksi", "Penyampaian tiga nama kepada pejabat pembina kepegawaian", ""), "the stages of merit selection are ready");

    let page = ani.post(&format!("{DESK}/baru"), &selection()).await;
    let at = page.expect(303, "drafted").location.clone().unwrap();
    let slug = at.rsplit('/').next().unwrap().to_owned();
    let public = format!("/medan/pengumuman/{slug}");
    anyone.get(&public).await.expect(404, "a draft is nobody's to read");
    let preview = ani.get(&at).await;
    assert!(preview.says("Pratinjau") && preview.says("Berkas diserahkan") && preview.says("Draf") && preview.says("Terbitkan"), "looked at before it is published");
    assert!(ani.get(DESK).await.says("Seleksi terbuka Kepala Dinas"));
    assert!(anyone.get("/medan/lowongan").await.says("Tidak ada jabatan yang sedang dibuka"));
    let empty = anyone.get("/medan/pengumuman.atom").await;
    assert!(empty.expect(200, "a feed of nothing yet").html.contains("<updated>1970-01-01T00:00:00Z</updated>"));

    ani.post(&at, &[("aksi", "terbitkan"), ("versi", "1")]).await.expect(303, "published");
    let shown = anyone.get(&public).await;
    shown.expect(200, "for everyone");
    assert!(shown.says("Sedang berlangsung") && shown.says("Wawancara") && shown.says("Rabu, 18 November 2026"), "the calendar says which stage is now");
    assert!(shown.says("Pernah memimpin bidang") && shown.html.contains("/medan/jabatan/kepala-disdukcapil") && shown.says("Memimpin pelayanan administrasi kependudukan"), "criteria, and the post with its duties");
    assert!(shown.says("panitia seleksi & dicatat <di sana>"), "escaped, not lost");
    assert!(anyone.get("/medan/lowongan").await.says("Sekarang: Pendaftaran"));
    assert!(anyone.get("/medan").await.html.contains(&public), "on the front page");
    assert!(anyone.get("/medan/pengumuman?jenis=sosialisasi").await.says("Belum ada pengumuman di sini"));
    assert!(anyone.get("/medan/pengumuman?jenis=aneh&setelah=bukan-penunjuk").await.html.contains(&public), "a mangled filter shows everything");
    assert!(!anyone.get("/medan/unit/disdukcapil").await.says("Semua pengumuman"), "a unit that announced nothing says nothing of it");
    let correct = anyone.get(&format!("/medan/koreksi?tentang=halaman:pengumuman/{slug}")).await;
    assert!(correct.expect(200, "it can be corrected").says("Halaman: Seleksi terbuka Kepala Dinas Kependudukan"));
    for path in ["/medan/pengumuman", "/medan/lowongan", &public, "/medan"] {
        let page = anyone.get(path).await;
        let link = check::tags(&page.html).into_iter().find(|t| t.name == "link" && t.get("rel") == Some("alternate"));
        assert_eq!(link.as_ref().and_then(|l| l.get("href")), Some("/medan/pengumuman.atom"), "{path} names its feed");
    }

    let withdrawn = ani.post(&at, &[("aksi", "tarik"), ("versi", "2"), ("alasan", "Formasi jabatan ini ditinjau ulang.")]).await;
    withdrawn.expect(303, "withdrawn");
    let page = anyone.get(&public).await;
    page.expect(200, "its address still answers");
    assert!(page.says("Formasi jabatan ini ditinjau ulang.") && !page.says("Berkas diserahkan"), "with the reason and without the text");
    assert!(!anyone.get("/medan/pengumuman").await.html.contains(&public));
    assert!(anyone.get("/medan/pengumuman.atom").await.html.contains("Ditarik: Seleksi terbuka"), "who follows is told");
    domain::ledger::sequence(&world.portal).await.unwrap();
    assert!(anyone.get("/catatan").await.says("Pengumuman ditarik"));
});

on_both!(feeds_are_well_formed_and_asked_for_conditionally, world => {
    let ani = admin(&world).await;
    let fields = with(with(selection(), "judul", "Jalan <ditutup> & dialihkan \"sementara\""), "ringkasan", "Lewat jalan lain; ]]> bukan masalah's.");
    published(&ani, &fields).await;
    let anyone = visitor(&world);
    let feed = anyone.get("/medan/pengumuman.atom").await;
    feed.expect(200, "the feed");
    assert_eq!(feed.headers.get(header::CONTENT_TYPE).unwrap(), "application/atom+xml; charset=utf-8");
    assert!(feed.headers.get(header::SET_COOKIE).is_none(), "nobody is followed");
    well_formed(&feed);
    assert!(feed.html.contains("Jalan &lt;ditutup&gt; &amp; dialihkan &quot;sementara&quot;"));
    for needed in ["<feed xmlns=\"http://www.w3.org/2005/Atom\"", "<id>http://balai.test/medan/pengumuman.atom</id>", "<author><name>Pemerintah Kota Medan</name></author>", "rel=\"self\"", "<updated>2026-11-02T02:00:00Z</updated>"] {
        assert!(feed.html.contains(needed), "{needed}: {}", feed.html);
    }
    let tag = feed.headers.get(header::ETAG).unwrap().clone();
    let again = |tag: header::HeaderValue| Request::get("/medan/pengumuman.atom").header(header::IF_NONE_MATCH, tag).body(Body::empty()).unwrap();
    let unchanged = anyone.send(again(tag.clone())).await;
    assert_eq!((unchanged.status.as_u16(), unchanged.html.as_str(), unchanged.headers.get(header::ETAG)), (304, "", Some(&tag)));
    published(&ani, &with(with(with(selection(), "kunci", "ffffffffffffffffffffffffffffffff"), "jenis", "sosialisasi"), "judul", "Loket uji kir pindah gedung")).await;
    let changed = anyone.send(again(tag)).await;
    changed.expect(200, "something new");
    well_formed(&changed);
    assert_eq!(changed.html.matches("<entry>").count(), 2);
    anyone.get("/tidak-ada/pengumuman.atom").await.expect(404, "a government that is not there");
});

/// Every element that opens closes in its place, and no sign stands bare. Enough for a feed, whose names are few.
fn well_formed(page: &Page) {
    let rest = page.html.strip_prefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>").unwrap_or_else(|| panic!("no declaration: {}", page.html));
    let mut open: Vec<&str> = Vec::new();
    for (n, part) in rest.split('<').enumerate() {
        if n == 0 {
            assert!(part.trim().is_empty());
            continue;
        }
        let (tag, text) = part.split_once('>').unwrap_or_else(|| panic!("a sign stands bare: {part}"));
        let name = tag.trim_matches('/').split_whitespace().next().unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "closes what is open");
        } else if !tag.ends_with('/') {
            open.push(name);
        }
        assert_eq!(tag.matches('"').count() % 2, 0, "quotes are closed: {tag}");
        for bare in text.split('&').skip(1) {
            let entity = bare.split(';').next().unwrap();
            assert!(["amp", "lt", "gt", "quot", "#39"].contains(&entity), "an entity of its own: {entity}");
        }
        assert!(!text.contains('>') && (open.is_empty() || !text.chars().any(|c| c.is_control() && c != '\n' && c != '\t')));
    }
    assert!(open.is_empty(), "left open: {open:?}");
}

on_both!(what_is_wrong_is_named_and_nothing_typed_is_lost, world => {
    let ani = admin(&world).await;
    let new = format!("{DESK}/baru");
    let long = "panjang ".repeat(20_000);
    let cases: Vec<(&str, &str, &str, &str)> = vec![
        ("tahap-2-mulai", "2026-10-20", "Tahapan ini mulai sebelum tahapan di atasnya", "stages out of order"),
        ("tahap-1-selesai", "2026-10-20", "Berakhir sebelum dimulai", "a stage that ends before it begins"),
        ("tahap-1-mulai", "2026-02-30", "Tanggal itu tidak ada", "no such day"),
        ("kriteria", "", "Tulis kriterianya", "a selection without criteria"),
        ("unit-pengumum", "tidak-ada", "Pilihan itu tidak ada", "a unit that is not there"),
        ("jabatan", "tidak-ada", "Pilihan itu tidak ada", "a post that is not there"),
        ("naskah", "Yang lulus: 9971081201010001, hubungi panitia.", "tampak seperti NIK", "a person's number"),
        ("naskah", &long, "Terlalu panjang", "160 KB of text"),
        ("judul", "Judul \u{0}aneh sekali", "tanda yang tidak terbaca", "a control character"),
        ("tampil-sampai", "2026-11-10", "tahapan terakhirnya selesai", "gone before the last stage"),
    ];
    for (field, value, words, why) in cases {
        let page = ani.post(&new, &with(selection(), field, value)).await;
        page.expect(422, why);
        assert!(page.says(words), "{why}");
        assert!(field == "naskah" || page.says("Berkas diserahkan ke loket"), "{why}: the text is kept");
        assert!(page.html.contains("value=\"Wawancara\""), "{why}: the stages are kept");
        assert_eq!(page.hidden("kunci"), "0123456789abcdef0123456789abcdef", "{why}: it is the same form");
    }
    assert!(ani.get(DESK).await.says("Belum ada pengumuman"), "nothing half-kept");
    ani.post(&new, &with(selection(), "jenis", "gosip")).await.expect(400, "a kind that is none");

    let at = ani.post(&new, &selection()).await.expect(303, "drafted").location.clone().unwrap();
    ani.post(&new, &selection()).await.expect(303, "a double tap");
    assert_eq!(ani.get(DESK).await.html.matches(&format!("href=\"{at}")).count(), 1, "is one draft");
    let changed = with(with(with(selection(), "aksi", "simpan"), "versi", "1"), "judul", "Seleksi terbuka dengan judul yang baru");
    ani.post(&at, &changed).await.expect(303, "kept");
    let second = ani.post(&at, &with(changed, "judul", "Judul dari orang kedua yang terlambat")).await;
    second.expect(422, "someone else was first");
    assert!(second.says("Orang lain sudah mengubahnya") && second.html.contains("Judul dari orang kedua yang terlambat"));
    assert_eq!(second.hidden("versi"), "2", "saving again is meant");
    let page = ani.post(&at, &[("aksi", "tarik"), ("versi", "2"), ("alasan", "pendek")]).await;
    page.expect(422, "a reason that says nothing");
    assert!(page.says("pendek"));
    ani.post(&at, &[("aksi", "terbitkan"), ("versi", "x")]).await.expect(400, "no version");
    ani.post(&at, &[("aksi", "hapus"), ("versi", "2")]).await.expect(400, "nothing is deleted");
});

on_both!(other_administrators_find_nothing, world => {
    let ani = admin(&world).await;
    let at = published(&ani, &with(selection(), "unit-pengumum", "dishub")).await;
    let others = [
        ("of another government", world.account_in("binjai", "Bina", Some((Role::Administrator, "pemerintah")), None).await),
        ("of another unit", world.staff("Rudi", Role::Administrator, "disdukcapil", None).await),
    ];
    for (who, actor) in others {
        let client = signed_in(&world, &actor).await;
        client.get(&at).await.expect(404, who);
        client.post(&at, &[("aksi", "tarik"), ("versi", "2"), ("alasan", "Saya tidak suka pengumuman ini.")]).await.expect(404, who);
        let list = client.get(DESK).await;
        assert!(list.status == 404 || !list.says("Seleksi terbuka"), "{who}");
    }
    assert!(visitor(&world).get("/medan/unit/dishub").await.says("Seleksi terbuka Kepala Dinas"), "the unit's own page tells it");
});
