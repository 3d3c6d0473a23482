//! The pages of results, and the fragment that suggests.

use axum::http::header;
use domain::on_both;
use domain::search::{self, Entry};
use vocabulary::directory::EntryKind;

use crate::support::check::{tags, text};
use crate::support::visitor;

on_both!(results_are_grouped_and_say_what_was_corrected, world => {
    let client = visitor(&world);
    let page = client.get("/medan/cari?q=akta+kelahirn").await;
    page.expect(200, "a mistyped word");
    assert!(page.says("Menampilkan hasil untuk “akta kelahiran”."), "{}", text(&page.html));
    let links: Vec<_> = tags(&page.html).into_iter().filter_map(|t| t.get("href").map(str::to_owned)).filter(|h| h.starts_with("/medan/layanan/") || h.starts_with("/medan/jabatan/")).collect();
    assert_eq!(links[0], "/medan/layanan/akta-kelahiran");
    assert!(links.iter().any(|l| l.starts_with("/medan/jabatan/")), "a duty names it: {links:?}");
    let headings: Vec<_> = tags(&page.html).into_iter().filter(|t| t.name == "h2").filter_map(|t| t.get("id").map(str::to_owned)).collect();
    assert_eq!(headings, ["hasil-service", "hasil-position"]);

    let holder = client.get("/medan/cari?q=rina+tarigan").await;
    assert!(holder.says("Rina Tarigan · Dinas Kependudukan"), "{}", text(&holder.html));
    assert!(!holder.says("Menampilkan hasil untuk"));

    let partial = client.get("/medan/cari?q=akta+sepeda").await;
    assert!(partial.says("Ini yang paling mendekati"));
});

on_both!(where_nothing_is_found_there_are_next_steps, world => {
    let client = visitor(&world);
    for (address, step) in [("/medan/cari?q=xyzzyqwert", "/medan/lapor"), ("/medan/cari", "/medan/jabatan"), ("/cari?q=xyzzyqwert", "/binjai/layanan"), ("/cari", "/medan/layanan")] {
        let page = client.get(address).await;
        page.expect(200, address);
        let main = page.html.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
        assert!(main.contains(&format!("href=\"{step}\"")), "{address} leads to {step}");
    }
});

on_both!(suggestions_are_links_and_nothing_else, world => {
    let client = visitor(&world);
    let page = client.get("/medan/cari/usul?q=akta").await;
    page.expect(200, "suggestions");
    assert!(page.html.starts_with("<ul") && page.html.ends_with("</ul>"), "{}", page.html);
    assert_eq!(page.headers.get(header::CACHE_CONTROL).unwrap(), "private, max-age=60");
    assert!(!page.headers.contains_key(header::SET_COOKIE));
    let links: Vec<_> = tags(&page.html).into_iter().filter(|t| t.name == "a").collect();
    assert!(!links.is_empty() && links.len() <= 8);
    assert_eq!(links[0].get("href"), Some("/medan/layanan/akta-kelahiran"));
    assert!(links.iter().all(|l| l.get("role") == Some("option") && l.get("id").is_some()));
    assert!(page.says("Layanan · Mencatatkan kelahiran anak."));

    let anywhere = client.get("/cari/usul?q=akta").await;
    assert!(anywhere.says("Kota Binjai") && anywhere.says("Kota Medan"));
    let many = client.get("/cari/usul?q=kepala").await;
    assert!(tags(&many.html).iter().filter(|t| t.name == "a").count() <= 8);
    let none = client.get("/medan/cari/usul?q=xyzzyqwert").await;
    assert!(none.html.starts_with("<ul") && !none.html.contains("<a"), "{}", none.html);
    client.get("/tidak-ada/cari/usul?q=akta").await.expect(404, "no such government");
    client.post("/bahasa", &[("bahasa", "en")]).await;
    assert!(client.get("/medan/cari/usul?q=akta").await.says("Service ·"));
});

on_both!(what_is_typed_is_text, world => {
    let client = visitor(&world);
    let mut tx = world.portal.db.begin().await.unwrap();
    let entry = Entry {
        government: "medan".into(),
        kind: EntryKind::Redirect,
        slug: "paspor".into(),
        title: "Paspor <script>alert(1)</script>".into(),
        also: String::new(),
        detail: "\"Imigrasi\" & lainnya".into(),
        holder: String::new(),
        body: String::new(),
        importance: 0,
    };
    search::index(&mut tx, &entry).await.unwrap();
    tx.commit().await.unwrap();
    for address in ["/medan/cari?q=paspor", "/medan/cari/usul?q=paspor", "/medan/cari/usul?q=%3Cb%3Epaspor"] {
        let page = client.get(address).await;
        page.expect(200, address);
        assert!(!page.html.contains("<script>") && page.says("Paspor <script>alert(1)</script>"), "{address}: {}", page.html);
        assert!(page.html.contains("href=\"/medan/layanan/luar/paspor\""), "{address}");
    }
    let long = "ktp%20".repeat(1500);
    for typed in ["%00ktp%00", "%22%27%29%28%2A%3A%5E-%2B", "title%20%3A%20ktp%20NEAR%28a%20b%29", "%F0%9F%AA%AA%20ktp", "%ff%fe", &long] {
        for address in ["/medan/cari", "/cari", "/medan/cari/usul", "/cari/usul"] {
            client.get(&format!("{address}?q={typed}")).await.expect(200, typed);
        }
    }
});
