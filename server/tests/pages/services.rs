//! Services through their pages: the short answer, promise beside experience, browsing with every filter in the
//! address, and the way to whoever does what the government does not.

use crate::support::{Client, Page, check, visitor};
use domain::directory::import::sign_pledges;
use domain::testing::{World, answers};
use domain::{feedback, on_both};
use vocabulary::accounts::Role;
use vocabulary::feedback::{AcceptInput, AnswerInput};

const BIRTH: &str = "/medan/layanan/akta-kelahiran";
const NEED: &str = "/medan/layanan/surat-keterangan-tidak-mampu";

fn links(page: &Page) -> Vec<String> {
    check::tags(&page.html).iter().filter(|t| t.name == "a").filter_map(|t| t.get("href").map(str::to_owned)).collect()
}

fn says_all(page: &Page, parts: &[&str]) {
    for part in parts {
        assert!(page.says(part), "{part}: {}", check::text(&page.html));
    }
}

/// `count` answered cases about the birth certificate, each named by the time it took.
async fn answered(world: &World, count: usize) {
    let verifier = world.staff("Vera", Role::Verifier, "", None).await;
    let handler = world.staff("Hadi", Role::Handler, "disdukcapil", None).await;
    for n in 0..count {
        let mut form = answers();
        form.key = format!("{n:032x}");
        let sent = feedback::send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
        let input = AcceptInput::parse(&format!("Akta terlambat {n}"), "Akta belum jadi.", "anonim", "pengaduan", "disdukcapil", "completion_time").unwrap();
        feedback::accept(&world.portal, &verifier, &sent.reference, &input).await.unwrap();
        let later = world.portal.at(world.portal.now() + (n as i64 + 1) * domain::clock::DAY);
        feedback::answer(&later, &handler, &sent.reference, &AnswerInput::parse("upheld", "Akta sudah jadi, silakan diambil.").unwrap()).await.unwrap();
    }
}

on_both!(the_short_answer_comes_first, world => {
    let page = visitor(&world).get(BIRTH).await;
    page.expect(200, "the service");
    let card = check::text(page.html.split("class=\"card brief").nth(1).unwrap().split("</section>").next().unwrap());
    for part in ["Formulir F-2.01", "KK", "1 hari kerja", "Gratis", "Kepala Bidang Pencatatan Sipil", "Dewi Batubara", "Dinas Kependudukan", "Jl. Contoh 1", "Senin–Jumat 08.00–16.00", "Sampaikan laporan tentang layanan ini"] {
        assert!(card.contains(part), "{part}: {card}");
    }
    assert!(links(&page).contains(&"/medan/lapor?tentang=layanan:akta-kelahiran".to_owned()));
    assert!(!page.says("Operator Layanan · ") && page.says("Operator Layanan"), "who is no manager is a post and not a name");
});

on_both!(promise_stands_beside_experience, world => {
    let client = visitor(&world);
    let before = client.get(BIRTH).await;
    says_all(&before, &["Janji dan pengalaman", "Belum ada laporan yang dijawab", "Belum ada laporan yang terbit"]);
    answered(&world, 2).await;
    let few = client.get(BIRTH).await;
    says_all(&few, &["2 laporan warga menyinggung hal ini", "Belum ada laporan", "Belum cukup laporan yang dijawab (baru 2)"]);
    assert!(!few.says("Separuh laporan"), "two answers are no median");
    let list = client.get("/medan/laporan?layanan=akta-kelahiran&unsur=completion_time").await;
    says_all(&list, &["Akta terlambat 0", "Akta terlambat 1", "Hanya tentang layanan", "unsur: Waktu"]);
    assert!(links(&few).contains(&"/medan/laporan?layanan=akta-kelahiran&unsur=completion_time".to_owned()), "the count leads to its cases");
    let none = client.get("/medan/laporan?layanan=akta-kelahiran&unsur=cost").await;
    assert!(!none.says("Akta terlambat"), "another element");
    let narrowed = client.get("/medan/laporan?layanan=akta-kelahiran&unsur=completion_time&keadaan=closed").await;
    assert!(!narrowed.says("Akta terlambat"), "narrowed further");
    client.get("/medan/laporan?layanan=tidak-ada").await.expect(404, "a service that is not there");
    let ignored = client.get("/medan/laporan?unsur=completion_time").await;
    assert!(ignored.says("Akta terlambat 0"), "an element without a service is not heard");
});

on_both!(enough_answers_have_a_median, world => {
    answered(&world, 6).await;
    let page = visitor(&world).get(BIRTH).await;
    // Answered on Tuesday to Sunday: 1, 2, 3, 4, and twice 4 working days.
    says_all(&page, &["Separuh laporan dijawab dalam3 hari kerja", "Sembilan dari sepuluh dijawab dalam4 hari kerja", "Dari 6 laporan yang sudah dijawab", "Semua laporan tentang layanan ini"]);
    let english = visitor(&world);
    english.post("/bahasa", &[("bahasa", "en")]).await.expect(303, "chosen");
    says_all(&english.get(BIRTH).await, &["Promise and experience", "6 reports mention this", "3 working days"]);
});

on_both!(a_ward_service_leads_to_the_ward, world => {
    sign_pledges(&world.portal, "2026-03-02", "Keputusan 1/2026").await.unwrap();
    let client = visitor(&world);
    let page = client.get(NEED).await;
    says_all(&page, &["Lurah atau kepala desa di tempat tinggal Anda", "Pilih kelurahan Anda"]);
    let mut way = NEED.to_owned();
    for (start, why) in [
        ("/medan/layanan?cara=wilayah&layanan=", "from the service to the districts"),
        ("/medan/layanan?wilayah=12.71.08&layanan=", "to the wards of the district"),
        ("/medan/layanan/surat-keterangan-tidak-mampu?wilayah=12.71.08.1006", "and back to the service of the ward"),
    ] {
        let page = client.get(&way).await;
        way = links(&page).into_iter().find(|l| l.starts_with(start)).unwrap_or_else(|| panic!("{why}: {:?}", links(&page)));
    }
    let ward = client.get(&way).await;
    says_all(&ward, &["Lurah Bagan Deli", "Kurnia Harahap", "Kelurahan Bagan Deli", "Maklumat pelayanan", "menyatakan sanggup", "Ditandatangani 2 Maret 2026"]);
    let send = links(&ward).into_iter().find(|l| l.starts_with("/medan/lapor?tentang")).unwrap();
    let form = client.get(&send).await;
    assert_eq!(form.hidden("wilayah"), "12.71.08.1006", "the report begins with the ward");
    client.get(&format!("{NEED}?wilayah=12.75.02")).await.expect(404, "an area of another government");
    says_all(&client.get("/medan/unit/disdukcapil").await, &["Maklumat pelayanan", "Keputusan 1/2026"]);
    assert!(!client.get("/medan/unit/dishub").await.says("Maklumat"), "who gives no service has signed none");
});

on_both!(every_filter_is_in_the_address, world => {
    let client = visitor(&world);
    let all = client.get("/medan/layanan").await;
    says_all(&all, &["Akta kelahiran", "Surat Keterangan Tidak Mampu", "Bukan urusan pemerintah daerah", "Paspor"]);
    let letters = client.get("/medan/layanan?cara=abjad").await;
    let bar: Vec<_> = links(&letters).into_iter().filter(|l| l.contains("huruf=")).collect();
    assert_eq!(bar, ["/medan/layanan?huruf=A", "/medan/layanan?huruf=S"], "only letters that services have");
    for (address, has, has_not) in [
        ("/medan/layanan?huruf=s", "Surat Keterangan", "Mencatatkan kelahiran"),
        ("/medan/layanan?peristiwa=lahir", "Mencatatkan kelahiran", "Mencari kerja"),
        ("/medan/layanan?unit=disdukcapil", "Mencatatkan kelahiran", "Surat Keterangan"),
        ("/medan/layanan?cara=unit", "Dinas Kependudukan", "Dinas Perhubungan"),
        ("/medan/layanan?cara=wilayah", "Medan Belawan", "Binjai Kota"),
        ("/medan/layanan?wilayah=12.71.08", "Bagan Deli", "Mencatatkan kelahiran"),
        ("/medan/layanan?wilayah=12.71.08.1006", "Surat Keterangan", "Mencatatkan kelahiran"),
        ("/medan/layanan?huruf=Q", "Tidak ada layanan yang cocok", "Mencatatkan kelahiran"),
        ("/medan/layanan?peristiwa=pesta", "Mencatatkan kelahiran", "Tidak ada layanan"),
        ("/medan/layanan?setelah=akta-kelahiran", "Surat Keterangan", "Mencatatkan kelahiran"),
    ] {
        let page = client.get(address).await;
        assert!(page.expect(200, address).says(has) && !page.says(has_not), "{address}: {}", check::text(&page.html));
    }
    for address in ["/medan/layanan?unit=tidak-ada", "/medan/layanan?wilayah=12.75.02", "/medan/layanan?wilayah=x", "/medan/layanan?wilayah=12.71.08&layanan=tidak-ada"] {
        client.get(address).await.expect(404, address);
    }
    for address in ["/medan/layanan?huruf=%3Cscript%3E", "/medan/layanan?setelah=tidak-ada", "/medan/layanan?huruf=%F0%9F%92%A1", "/medan/layanan?cara=x&huruf=&unit="] {
        client.get(address).await.expect(200, address);
    }
});

/// Ninety more services, so that a list has three pages.
async fn ninety_more(world: &World) {
    let rows: Vec<String> = (0..90)
        .map(|n| format!(r#"{{"key":"k{n}","opd":"dishub","name_id":"Izin trayek {n:02}","name_en":"Route {n}","standard_time":"2 hari","standard_working_days":2,"cost_idr":0,"requirements_id":["KTP"],"product_id":"Izin","provenance":"test"}}"#))
        .collect();
    let more = domain::directory::import::Enrichment { valid_from: "2026-01-01".into(), ..Default::default() };
    let outcome = domain::directory::import::import_file(&world.portal, "services.json", &format!("[{}]", rows.join(",")), &more, false).await.unwrap();
    assert!(outcome.imported);
}

async fn pages_of(client: &Client, first: &str) -> (usize, Vec<String>) {
    let (mut pages, mut found, mut at) = (0, Vec::new(), first.to_owned());
    loop {
        let page = client.get(&at).await;
        page.expect(200, &at);
        pages += 1;
        found.extend(links(&page).into_iter().filter(|l| l.starts_with("/medan/layanan/") && !l.contains("/luar/")));
        match check::tags(&page.html).iter().find(|t| t.get("rel") == Some("next")).and_then(|t| t.get("href").map(str::to_owned)) {
            Some(next) => at = next,
            None => return (pages, found),
        }
    }
}

on_both!(long_lists_are_turned_page_by_page, world => {
    ninety_more(&world).await;
    let client = visitor(&world);
    for (first, pages, services) in [("/medan/layanan", 4, 92), ("/medan/layanan?unit=dishub", 4, 90), ("/medan/layanan?huruf=I", 4, 90), ("/medan/layanan?cara=abjad", 4, 92)] {
        let (turned, mut found) = pages_of(&client, first).await;
        found.sort();
        found.dedup();
        assert_eq!((turned, found.len()), (pages, services), "{first}");
    }
});

on_both!(what_others_do_is_no_dead_end, world => {
    let client = visitor(&world);
    let list = client.get("/medan/layanan").await;
    let outside: Vec<_> = links(&list).into_iter().filter(|l| l.starts_with("/medan/layanan/luar/")).collect();
    assert!(outside.len() >= 12, "{outside:?}");
    for address in &outside {
        let page = client.get(address).await;
        let onward = links(&page).iter().any(|l| l.starts_with("https://")) || page.says("Datanglah ke kantornya");
        assert!(page.expect(200, address).says("tidak mengurus ini") && page.says("Mengapa bukan di sini") && onward, "{address}");
    }
    let passport = client.get("/medan/layanan/luar/paspor").await;
    says_all(&passport, &["Kota Medan tidak mengurus ini", "Kantor Imigrasi", "Yang dapat Anda urus di Kota Medan", "Akta kelahiran"]);
    assert!(links(&passport).contains(&"https://www.imigrasi.go.id".to_owned()));
    client.get("/medan/layanan/luar/tidak-ada").await.expect(404, "nobody does that");
    client.get("/kota-lain/layanan/luar/paspor").await.expect(404, "no such government");
});
