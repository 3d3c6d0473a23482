//! The organisation chart and the job map: picture and list say the same, vacancies are said, and the picture is XML.

use domain::testing::World;
use domain::{on, on_both};

use crate::support::{Page, check, visitor};

/// The picture of a page; a part of it that is no XML fails.
fn picture(page: &Page) -> String {
    let start = page.html.find("<svg xmlns").expect("the page has a picture");
    let end = start + page.html[start..].find("</svg>").expect("the picture ends") + "</svg>".len();
    let svg = page.html[start..end].to_owned();
    is_xml(&svg);
    svg
}

/// Tags are balanced, attributes quoted and named once, and no sign stands bare.
fn is_xml(text: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        no_bare_sign(&rest[..at]);
        let end = at + rest[at..].find('>').expect("a tag ends");
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "tags are closed in order");
            continue;
        }
        assert!(tag.starts_with(|c: char| c.is_ascii_alphabetic()), "<{tag}> is no element");
        let inner = tag.strip_suffix('/').unwrap_or(tag);
        let (name, mut attributes) = inner.split_once(' ').unwrap_or((inner, ""));
        let mut named = std::collections::HashSet::new();
        while !attributes.trim().is_empty() {
            let (key, value) = attributes.split_once("=\"").expect("a value in quotes");
            let (value, after) = value.split_once('"').expect("the quotes end");
            assert!(named.insert(key.trim()), "{key} is there twice");
            no_bare_sign(value);
            attributes = after;
        }
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(rest.is_empty() && open.is_empty(), "left open: {open:?}");
}

fn no_bare_sign(text: &str) {
    for (at, _) in text.match_indices('&') {
        let entity = text[at..].split(';').next().unwrap_or_default();
        assert!(["&amp", "&lt", "&gt", "&quot", "&#x27"].contains(&entity), "{entity}");
    }
    assert!(!text.contains(['<', '\u{0}']), "{text}");
}

fn links(html: &str) -> Vec<String> {
    check::tags(html).into_iter().filter(|t| t.name == "a").filter_map(|t| t.get("href").map(str::to_owned)).collect()
}

async fn rename(world: &World, unit: &str, name: &str) {
    let unit = world.unit(unit).await;
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update unit set name = $1 where id = $2").bind(name).bind(unit).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
}

on_both!(the_chart_of_the_government, world => {
    let client = visitor(&world);
    let units = client.get("/medan/unit").await;
    assert!(links(&units.html).contains(&"/medan/unit/pemerintah/bagan".to_owned()) && links(&units.html).contains(&"/medan/unit/pemerintah/peta".to_owned()));
    let page = client.get("/medan/unit/pemerintah/bagan").await;
    page.expect(200, "the whole government");
    let svg = picture(&page);
    let boxes = links(&svg);
    assert_eq!(boxes, ["/medan/unit", "/medan/unit/setda", "/medan/unit/inspektorat", "/medan/unit/disdukcapil", "/medan/unit/dishub", "/medan/unit/kecamatan-medan-belawan"]);
    let before = &page.html[..page.html.find("<svg xmlns").unwrap()];
    for link in &boxes {
        assert!(links(before).contains(link), "{link} stands in the list, before the picture");
    }
    assert!(svg.contains("aria-label=\"Inspektorat, Inspektur, Lowong\"") && svg.matches("box vacant").count() == 1, "{svg}");
    assert!(svg.contains("aria-label=\"Pemerintah Kota Medan, Wali Kota\""), "the elected head is no post and never vacant: {svg}");
    assert!(page.says("Kepala Dinas Kependudukan dan Pencatatan Sipil · Rina Tarigan") && page.says("2 November 2026"));
    assert!(links(before).contains(&"/medan/unit/kecamatan-medan-belawan/bagan".to_owned()) && page.says("2 unit di bawahnya: Kecamatan Medan Belawan"));
});

on_both!(the_chart_of_a_district, world => {
    let client = visitor(&world);
    let page = client.get("/medan/unit/kecamatan-medan-belawan/bagan").await;
    page.expect(200, "a district");
    assert_eq!(links(&picture(&page)), ["/medan/unit/kecamatan-medan-belawan", "/medan/unit/kelurahan-bagan-deli", "/medan/unit/kelurahan-belawan-i"]);
    assert!(page.says("Satu tingkat di atas: Pemerintah Kota Medan") && page.says("Kurnia Harahap"));
    let unit = client.get("/medan/unit/kecamatan-medan-belawan").await;
    for address in ["/medan/unit/kecamatan-medan-belawan/bagan", "/medan/unit/kecamatan-medan-belawan/peta"] {
        assert!(links(&unit.html).contains(&address.to_owned()), "the unit leads to {address}");
    }
});

on_both!(a_unit_without_units_says_so, world => {
    let page = visitor(&world).get("/medan/unit/disdukcapil/bagan").await;
    page.expect(200, "nothing below");
    assert!(page.says("Tidak ada unit di bawahnya") && !page.html.contains("<svg xmlns"));
    assert!(links(&page.html).contains(&"/medan/unit/disdukcapil/peta".to_owned()));
});

on_both!(the_job_map_in_table_and_picture, world => {
    let page = visitor(&world).get("/medan/unit/disdukcapil/peta").await;
    page.expect(200, "a job map");
    let svg = picture(&page);
    let posts = ["/medan/jabatan/kepala-disdukcapil", "/medan/jabatan/kabid-capil-disdukcapil", "/medan/jabatan/operator-disdukcapil"];
    assert_eq!(links(&svg), posts);
    let before = &page.html[..page.html.find("<svg xmlns").unwrap()];
    assert!(posts.iter().all(|post| links(before).contains(&(*post).to_owned())), "the table has every post, before the picture");
    assert!(svg.contains("aria-label=\"Operator Layanan, Kelas 5 · Pelaksana, B 0 · K 3 · −3 (kurang 3), Lowong\""), "{svg}");
    assert!(svg.contains("B 1 · K 1 · 0 (pas)"), "{svg}");
    let text = check::text(&page.html);
    assert!(text.contains("Jumlah 3 jabatan25−3 kurang 3"), "the row of sums: {text}");
    assert!(text.contains("Operator Layanan, di bawah Kepala Bidang Pencatatan Sipil"), "{text}");
    assert!(text.contains("Jabatan lowong1") && text.contains("Kelas 14") && text.contains("Pimpinan tinggi pratama") && text.contains("1 lowong"));
    assert!(text.contains("B adalah jumlah pegawai yang memangku jabatan itu hari ini"));
    let untranslated: Vec<_> = ["job-map-", "chart-", "tab-"].iter().filter(|key| text.contains(**key)).collect();
    assert!(untranslated.is_empty(), "{untranslated:?}");
});

on_both!(a_unit_without_posts_says_so, world => {
    let client = visitor(&world);
    let alone = client.get("/medan/unit/dishub/peta").await;
    assert!(alone.expect(200, "no posts").says("Belum ada jabatan") && !alone.html.contains("<svg xmlns"));
    let district = client.get("/medan/unit/kecamatan-medan-belawan/peta").await;
    assert!(district.says("tidak punya jabatan sendiri") && links(&district.html).contains(&"/medan/unit/kelurahan-bagan-deli/peta".to_owned()));
    let whole = client.get("/medan/unit/pemerintah/peta").await;
    assert!(whole.expect(200, "the whole government").says("pilih unitnya") && links(&whole.html).contains(&"/medan/unit/disdukcapil/peta".to_owned()));
});

on_both!(names_of_units_cannot_break_the_picture, world => {
    rename(&world, "dishub", "Dinas \"<script>alert('x')</script>\" & <b>Perhubungan</b>").await;
    let page = visitor(&world).get("/medan/unit/pemerintah/bagan").await;
    page.expect(200, "a hostile name");
    picture(&page);
    assert!(!page.html.contains("<script") && !page.html.contains("<b>"));
});

on_both!(what_is_not_there_is_not_found, world => {
    let client = visitor(&world);
    for address in ["/medan/unit/tidak-ada/bagan", "/medan/unit/tidak-ada/peta", "/binjai/unit/kecamatan-medan-belawan/bagan", "/tidak-ada/unit/pemerintah/peta", "/medan/unit/disdukcapil/lain"] {
        client.get(address).await.expect(404, address);
    }
});
