//! What programs read: pages of lists, unchanged answers, other sites, plain problems, and nothing of anyone else's.

use std::collections::HashSet;
use std::sync::Arc;

use crate::support::{Client, Page, app, visitor, visitor_of};
use axum::body::Body;
use axum::http::{Method, Request};
use domain::directory::gate::{Class, Gate};
use domain::testing::World;
use domain::{on, on_both};
use serde_json::{Value, json};

const API: &str = "/api/v1/governments/medan";

async fn with(client: &Client, method: Method, path: &str, headers: &[(&str, &str)]) -> Page {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    client.send(request.body(Body::empty()).unwrap()).await
}

/// Every item of a list, by following `next`.
async fn all(client: &Client, first: &str) -> Vec<Value> {
    let mut items = Vec::new();
    let mut address = Some(first.to_owned());
    while let Some(at) = address {
        let page = client.get(&at).await;
        let page = page.expect(200, &at).json();
        items.extend(page["items"].as_array().unwrap().clone());
        address = page["next"].as_str().map(|next| next.strip_prefix("http://balai.test").unwrap().to_owned());
        assert!(items.len() < 1000, "the pages of {first} have no end");
    }
    items
}

fn header<'a>(page: &'a Page, name: &str) -> &'a str {
    page.headers.get(name).map(|v| v.to_str().unwrap()).unwrap_or_default()
}

on_both!(lists_come_in_pages_that_miss_and_repeat_nothing, world => {
    let client = visitor(&world);
    for (list, key) in [("units", "slug"), ("positions", "slug"), ("services", "slug"), ("tenures", "name")] {
        let whole = all(&client, &format!("{API}/{list}?limit=100")).await;
        assert!(whole.len() >= 2, "{list}: {}", whole.len());
        for limit in [1, 2, 3] {
            assert_eq!(all(&client, &format!("{API}/{list}?limit={limit}")).await, whole, "{list} in pages of {limit}");
        }
        let distinct: HashSet<_> = whole.iter().map(|item| item[key].to_string()).collect();
        assert_eq!(distinct.len(), whole.len(), "{list}");
    }
});

on_both!(two_who_began_on_one_day_are_both_in_the_pages, world => {
    // A post for two, both definitive since the same day: the order among them must hold from page to page.
    let post = world.position("kepala-disdukcapil").await;
    let mut tx = world.portal.db.begin().await.unwrap();
    for key in ["P102", "P103"] {
        on!(&mut tx, c => sqlx::query("insert into tenure (id, position_id, person_id, kind, starts_on) values ($1, $2, (select id from person where import_key = $3), 'acting', '2026-01-01')")
            .bind(world.portal.new_id()).bind(post).bind(key).execute(c).await.unwrap().rows_affected());
    }
    tx.commit().await.unwrap();
    let client = visitor(&world);
    let whole = all(&client, &format!("{API}/tenures")).await;
    assert_eq!(whole.iter().filter(|t| t["position"] == "kepala-disdukcapil").count(), 3);
    for limit in [1, 2] {
        assert_eq!(all(&client, &format!("{API}/tenures?limit={limit}")).await, whole);
    }
    let one = all(&client, &format!("{API}/tenures?limit=1&position=kepala-disdukcapil")).await;
    assert_eq!(one.len(), 3, "of one post only");
});

on_both!(one_thing_by_its_name, world => {
    let client = visitor(&world);
    let post = client.get(&format!("{API}/positions/kabid-capil-disdukcapil")).await.json();
    assert_eq!(post["duties"][0]["text"], "Memverifikasi berkas akta kelahiran");
    assert_eq!(post["reports_to"], "kepala-disdukcapil");
    assert_eq!((post["headcount_required"].as_i64(), post["headcount_actual"].as_i64()), (Some(1), Some(1)));
    let service = client.get(&format!("{API}/services/akta-kelahiran")).await.json();
    assert_eq!(service["requirements"], serde_json::json!(["Formulir F-2.01", "KK"]));
    assert_eq!(service["completion_working_days"], 1);
    assert_eq!(service["posts"][0]["part"], "responsible");
    let found = client.get(&format!("{API}/search?q=akte+bayi")).await.json();
    assert_eq!(found["items"][0]["api"], "http://balai.test/api/v1/governments/medan/services/akta-kelahiran");
});

on_both!(what_a_post_asks_of_its_holder_is_in_files_and_interface, world => {
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update position set relations = $1, qualification = 'Sarjana', competencies = $2 where slug = 'kabid-capil-disdukcapil'")
        .bind("Camat\nLurah").bind(r#"{"integritas":3,"Analisis data":2}"#).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    let client = visitor(&world);
    let post = client.get(&format!("{API}/positions/kabid-capil-disdukcapil")).await.json();
    assert_eq!(post["relations"], json!(["Camat", "Lurah"]));
    assert_eq!(post["qualification"], json!(["Sarjana"]));
    assert_eq!(post["competencies"], json!([{ "name": "Analisis data", "level": 2 }, { "name": "integritas", "level": 3 }]));
    assert!(client.get("/medan/data/positions.csv").await.html.contains("\"Analisis data: 2\nintegritas: 3\""));
    // Closed, they are empty: in the interface and in the files alike.
    let mut shut = world.clone();
    let closed = ["position.relations", "position.qualification", "position.competencies"].into_iter().fold(Gate::standard(), |gate, name| gate.with(name, Class::Internal));
    shut.portal.gate = Arc::new(closed);
    let client = visitor_of(app(&shut, false), &shut);
    let post = client.get(&format!("{API}/positions/kabid-capil-disdukcapil")).await.json();
    for column in ["relations", "qualification", "competencies"] {
        assert_eq!(post[column], json!([]), "{column}");
    }
    let file = client.get("/medan/data/positions.csv").await.html;
    assert!(!file.contains("Camat") && !file.contains("Sarjana") && !file.contains("integritas"), "{file}");
});

on_both!(what_did_not_change_is_not_sent_again, world => {
    let client = visitor(&world);
    for address in ["/api/v1/governments", "/api/v1/governments/medan/units", "/api/openapi.json", "/medan/data/units.csv", "/medan/data/units.schema.json", "/medan/data/layanan.jsonld", "/sitemap.xml"] {
        let first = client.get(address).await;
        let tag = header(&first, "etag").to_owned();
        assert!(tag.len() >= 34 && tag.starts_with('"'), "{address}: {tag}");
        let again = with(&client, Method::GET, address, &[("if-none-match", &tag)]).await;
        assert_eq!((again.expect(304, address).html.as_str(), header(&again, "etag")), ("", tag.as_str()));
        with(&client, Method::GET, address, &[("if-none-match", "\"other\"")]).await.expect(200, address);
    }
    let units = client.get("/medan/data/units.csv").await;
    let since = header(&units, "last-modified").to_owned();
    with(&client, Method::GET, "/medan/data/units.csv", &[("if-modified-since", &since)]).await.expect(304, &since);
    assert_eq!(since, "Mon, 02 Nov 2026 02:00:00 GMT");
});

on_both!(a_change_shows_at_once_and_has_its_date, world => {
    let client = visitor(&world);
    let before = client.get("/medan/data/units.csv").await;
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update unit set about = 'Kini juga melayani Sabtu.' where slug = 'disdukcapil' and government = 'medan'").execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    world.portal.clock.advance(domain::clock::HOUR);
    let after = client.get("/medan/data/units.csv").await;
    assert!(after.html.contains("Kini juga melayani Sabtu."));
    assert_ne!(header(&before, "etag"), header(&after, "etag"));
    assert_eq!(header(&after, "last-modified"), "Mon, 02 Nov 2026 03:00:00 GMT");
    world.portal.clock.advance(domain::clock::DAY);
    let later = client.get("/medan/data/units.csv").await;
    assert_eq!((header(&later, "etag"), header(&later, "last-modified")), (header(&after, "etag"), header(&after, "last-modified")), "the same content keeps its date");
    let page = client.get("/medan/data").await;
    assert!(page.html.contains(header(&after, "etag").trim_matches('"')), "the page shows the checksum");
});

on_both!(every_site_may_read_and_nobody_may_write, world => {
    let client = visitor(&world);
    for address in ["/api/v1/governments/medan/units", "/medan/data/units.json", "/api/openapi.json"] {
        let read = with(&client, Method::GET, address, &[("origin", "https://elsewhere.example")]).await;
        assert_eq!(header(read.expect(200, address), "access-control-allow-origin"), "*", "{address}");
        assert!(!read.headers.contains_key("set-cookie"), "{address}");
        let asked = with(&client, Method::OPTIONS, address, &[("origin", "https://elsewhere.example"), ("access-control-request-method", "GET")]).await;
        assert_eq!(header(asked.expect(204, address), "access-control-allow-methods"), "GET, HEAD, OPTIONS");
        let written = with(&client, Method::DELETE, address, &[]).await;
        assert_eq!(header(written.expect(405, address), "allow"), "GET,HEAD", "{address}");
        with(&client, Method::HEAD, address, &[]).await.expect(200, address);
    }
});

on_both!(problems_are_told_in_plain_words, world => {
    let client = visitor(&world);
    let cases = [
        ("/units?limit=0", 400, "limit"),
        ("/units?limit=banyak", 400, "limit"),
        ("/units?limt=5", 400, "limt"),
        ("/units?limit=1&limit=2", 400, "limit"),
        ("/units?after=%00", 400, "after"),
        ("/tenures?after=x.y.z", 400, "after"),
        ("/tenures?position=Kepala%20Dinas", 400, "position"),
        ("/search", 400, "q"),
        ("/units/tidak-ada", 404, ""),
        ("/units/%00", 404, ""),
        ("/units/%FF", 400, ""),
        ("/apa-pun", 404, ""),
    ];
    for (address, status, parameter) in cases {
        let page = client.get(&format!("{API}{address}")).await;
        page.expect(status, address);
        assert_eq!(header(&page, "content-type"), "application/problem+json", "{address}");
        assert_eq!(header(&page, "access-control-allow-origin"), "*", "{address}");
        let problem = page.json();
        assert_eq!((problem["status"].as_u64(), problem["type"].as_str()), (Some(u64::from(status)), Some("about:blank")), "{address}");
        assert!(problem["detail"].as_str().is_some_and(|d| d.contains(parameter) && !d.contains("problem-")), "{address}: {problem}");
        assert_eq!(problem["parameter"].as_str().unwrap_or_default(), parameter, "{address}");
    }
    let english = with(&client, Method::GET, "/api/v1/governments/medan/units?limit=0", &[("cookie", "bahasa=en")]).await.json();
    assert!(english["detail"].as_str().is_some_and(|d| d.contains("whole number")), "{english}");
});

on_both!(another_governments_things_are_not_here, world => {
    let client = visitor(&world);
    client.get("/api/v1/governments/binjai/units/kelurahan-binjai").await.expect(200, "where it belongs");
    for address in [
        "/api/v1/governments/medan/units/kelurahan-binjai",
        "/api/v1/governments/medan/positions/lurah-kelurahan-binjai",
        "/api/v1/governments/tidak-ada/units",
        "/api/v1/governments/tidak-ada",
        "/tidak-ada/data",
        "/tidak-ada/data/units.csv",
        "/medan/data/persons.csv",
        "/medan/data/units.xlsx",
        "/sitemap.xml?daerah=tidak-ada",
        "/sitemap.xml?daerah=medan&halaman=2",
        "/sitemap.xml?daerah=medan&halaman=0",
    ] {
        client.get(address).await.expect(404, address);
    }
    assert!(client.get("/medan/data/units.csv").await.html.contains("/medan/unit/kelurahan-bagan-deli"));
    assert!(!client.get("/medan/data/units.csv").await.html.contains("binjai"));
    let found = client.get(&format!("{API}/search?q=lurah")).await.json();
    assert!(found["items"].as_array().unwrap().iter().all(|f| f["url"].as_str().unwrap().starts_with("http://balai.test/medan/")));
});

on_both!(files_and_interface_hand_out_the_same_rows, world => {
    let client = visitor(&world);
    for name in ["units", "positions", "services", "tenures"] {
        let file = client.get(&format!("/medan/data/{name}.json")).await.json();
        assert_eq!(file["items"].as_array().unwrap(), &all(&client, &format!("{API}/{name}?limit=2")).await, "{name}");
        assert_eq!(file["licence"], "https://creativecommons.org/licenses/by/4.0/");
        let csv = client.get(&format!("/medan/data/{name}.csv")).await;
        let head = csv.html.lines().next().unwrap().to_owned();
        let schema = client.get(&format!("/medan/data/{name}.schema.json")).await.json();
        let columns: Vec<_> = schema["x-csv-columns"].as_array().unwrap().iter().map(|c| c.as_str().unwrap()).collect();
        assert_eq!(head, columns.join(","), "{name}");
        let described: Vec<_> = schema["$defs"]["item"]["properties"].as_object().unwrap().values().collect();
        assert!(described.iter().all(|c| c["description"].as_str().is_some_and(|d| !d.is_empty() && !d.starts_with("column-"))), "{name}");
        assert!(header(&csv, "content-disposition").contains(&format!("medan-{name}.csv")));
        assert!(header(&csv, "link").contains("rel=\"license\""));
    }
});

on_both!(persons_below_the_tier_are_only_counted, world => {
    let operator = world.position("operator-disdukcapil").await;
    let mut tx = world.portal.db.begin().await.unwrap();
    let person = world.portal.new_id();
    on!(&mut tx, c => sqlx::query("insert into person (id, government, import_key, name, employment_type, is_fictional) values ($1, 'medan', 'P999', 'Tuti Pelaksana', 'PNS', $2)").bind(person).bind(true).execute(c).await.unwrap().rows_affected());
    on!(&mut tx, c => sqlx::query("insert into tenure (id, position_id, person_id, kind, starts_on) values ($1, $2, $3, 'definitive', '2026-01-01')").bind(world.portal.new_id()).bind(operator).bind(person).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    let named = |page: &Page| (page.html.contains("Rina Tarigan"), page.html.contains("Tuti Pelaksana"));
    let client = visitor(&world);
    for address in ["/medan/data/tenures.csv", "/medan/data/popolo.json", "/api/v1/governments/medan/tenures"] {
        assert_eq!(named(&client.get(address).await), (true, false), "{address}");
    }
    assert_eq!(client.get(&format!("{API}/positions/operator-disdukcapil")).await.json()["headcount_actual"], 1);
    // The tier is a rule: another number from another day on, and names come or go.
    rule(&world, "2026-02-01", 1).await;
    let page = client.get("/medan/data/tenures.csv").await;
    assert!(page.html.contains("Rina Tarigan") && !page.html.contains("Dewi Batubara"), "only the highest tier is named");
    assert!(!client.get("/medan/jabatan/kabid-capil-disdukcapil").await.html.contains("Dewi Batubara"));
    assert!(!client.get("/medan/unit/disdukcapil").await.html.contains("Dewi Batubara"));
    rule(&world, "2026-03-01", 5).await;
    assert!(client.get("/medan/data/tenures.csv").await.html.contains("Tuti Pelaksana"), "where a government names everyone");
    assert!(client.get("/medan/jabatan/operator-disdukcapil").await.html.contains("Tuti Pelaksana"));
});

async fn rule(world: &World, from: &str, tier: i64) {
    let text = format!("key,valid_from,value,unit,citation,certainty\ndirectory.named_down_to,{from},{tier},tier,Keputusan wali kota,design\n");
    let outcome = domain::directory::import::import_file(&world.portal, "rules.csv", &text, &Default::default(), false).await.unwrap();
    assert_eq!(outcome.changed, 1);
}

on_both!(the_map_of_the_site_names_pages_that_answer, world => {
    let client = visitor(&world);
    let index = client.get("/sitemap.xml").await.html;
    assert!(index.contains("<loc>http://balai.test/sitemap.xml?daerah=medan&amp;halaman=1</loc>"), "{index}");
    let map = client.get("/sitemap.xml?daerah=medan&halaman=1").await.html;
    let addresses: Vec<_> = map.split("<loc>").skip(1).map(|a| a.split("</loc>").next().unwrap()).collect();
    assert!(addresses.len() > 15, "{map}");
    for address in addresses {
        client.get(address.strip_prefix("http://balai.test").unwrap()).await.expect(200, address);
    }
    let robots = client.get("/robots.txt").await.html;
    for line in ["Disallow: /petugas", "Disallow: /akun", "Disallow: /lacak/laporan", "Disallow: /masuk", "Sitemap: http://balai.test/sitemap.xml"] {
        assert!(robots.contains(line), "{robots}");
    }
});

on_both!(pages_say_what_they_are_about, world => {
    let client = visitor(&world);
    for (address, kind, name) in [
        ("/medan/unit/disdukcapil", "GovernmentOrganization", "Dinas Kependudukan dan Pencatatan Sipil"),
        ("/medan/layanan/akta-kelahiran", "GovernmentService", "Akta kelahiran"),
        ("/medan/data", "DataCatalog", "Pemerintah Kota Medan"),
    ] {
        let page = client.get(address).await;
        let data = page.html.split("<script type=\"application/ld+json\">").nth(1).unwrap_or_else(|| panic!("{address} has no data")).split("</script>").next().unwrap();
        let data: Value = serde_json::from_str(data).unwrap();
        assert_eq!((data["@type"].as_str(), data["name"].as_str()), (Some(kind), Some(name)), "{address}");
        assert!(!page.html.contains("aggregateRating"), "{address}");
    }
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crowd_of_downloads_builds_a_file_once() {
    let world = World::sqlite().await;
    let app = crate::support::app(&world, true);
    let day = world.medan.today(world.portal.now());
    let scope = domain::open_data::Scope { portal: &world.portal, government: &world.medan, base: "http://balai.test", day: &day };
    let mut first = Vec::new();
    for name in domain::open_data::FileName::all() {
        first.push(app.shelf.file(scope, name).await.unwrap());
    }
    let before = domain::db::commits();
    for file in first {
        let again = app.shelf.file(scope, file.name).await.unwrap();
        // Tests beside this one have databases and commits of their own, after which a file may be built again.
        let alone = domain::db::commits() == before;
        assert!(!alone || std::sync::Arc::ptr_eq(&file, &again), "{}", file.name);
        assert_eq!(file.checksum, again.checksum);
    }
    world.put_away().await;
}
