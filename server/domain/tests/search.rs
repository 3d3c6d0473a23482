//! What residents type finds what they mean: everyday words, mistyped ones, names, duties; and nothing typed breaks it.

use domain::clock::DAY;
use domain::search::{self, Answer, Entry};
use domain::testing::World;
use domain::{on, on_both};
use vocabulary::directory::EntryKind;

fn service(slug: &str, title: &str, also: &str, body: &str) -> Entry {
    Entry {
        government: "medan".into(),
        kind: EntryKind::Service,
        slug: slug.into(),
        title: title.into(),
        also: also.into(),
        detail: String::new(),
        holder: String::new(),
        body: body.into(),
        importance: 0,
    }
}

/// Services as a city has them, beside those of the small world.
async fn a_city(world: &World) {
    let entries = [
        service(
            "ktp-el-ganti",
            "Ganti KTP",
            "Penggantian KTP-el (hilang/rusak/perubahan data)",
            "ktp hilang rusak patah ganti alamat blangko cetak ulang surat kehilangan kepolisian",
        ),
        service("ktp-el-baru", "KTP baru", "Penerbitan KTP-el baru", "ktp e-ktp umur 17 tahun rekam foto sidik jari"),
        service("kartu-keluarga", "Kartu Keluarga (KK)", "Penerbitan/perubahan Kartu Keluarga", "kk baru pecah kk hilang salah nama surat pindah datang"),
        service("akta-kematian", "Akta kematian", "Death certificate", "akte meninggal wafat hapus dari kk"),
        service("surat-pindah", "Surat pindah", "Surat keterangan pindah WNI", "pindah domisili alamat keluar kota skpwni"),
        service("mutasi-siswa", "Pindah sekolah", "Rekomendasi mutasi siswa", "surat pindah rapor dapodik"),
        service("nib", "Izin usaha kecil (NIB)", "NIB usaha risiko rendah (OSS-RBA)", "ijin usaha umkm warung toko dagang"),
        service("surat-keterangan-usaha", "Surat usaha (SKU)", "Surat Keterangan Usaha", "kur bank pinjaman warung lurah"),
        service("pbg", "Izin bangunan (PBG)", "Persetujuan Bangunan Gedung", "imb rumah renovasi"),
        Entry { kind: EntryKind::Redirect, ..service("paspor", "Paspor", "Passport", "imigrasi perpanjang luar negeri") },
    ];
    let mut tx = world.portal.db.begin().await.unwrap();
    for entry in &entries {
        search::index(&mut tx, entry).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn ask(world: &World, government: Option<&str>, typed: &str) -> Answer {
    let mut conn = world.portal.db.read().await.unwrap();
    search::search(&mut conn, government, typed, 45).await.unwrap()
}

async fn first(world: &World, typed: &str) -> String {
    ask(world, Some("medan"), typed).await.found.first().map(|f| f.slug.clone()).unwrap_or_default()
}

on_both!(what_people_type_finds_what_they_mean, world => {
    a_city(&world).await;
    let cases = [
        ("ktp ilang", "ktp-el-ganti", "an everyday spelling"),
        ("KTP HILANG!!", "ktp-el-ganti", "capitals and marks"),
        ("e-ktp rusak", "ktp-el-ganti", "an abbreviation with a dash"),
        ("ktp baru", "ktp-el-baru", "a stop word tells two services apart"),
        ("surat pindh", "surat-pindah", "a letter too few"),
        ("suart pindah", "surat-pindah", "two letters swapped"),
        ("srt pndh", "surat-pindah", "only consonants"),
        ("pindah sekolah", "mutasi-siswa", "the title before the keywords of another"),
        ("izin ush", "nib", "half a word without its vowels"),
        ("ijin usaha", "nib", "an everyday spelling of a law's word"),
        ("perijinan usaha", "nib", "under affixes"),
        ("akte lahir", "akta-kelahiran", "spelling and stem"),
        ("akta kelahirn", "akta-kelahiran", "mistyped under affixes"),
        ("akta kelah", "akta-kelahiran", "half a word"),
        ("akta kelhir", "akta-kelahiran", "half a word, mistyped"),
        ("birth certificate", "akta-kelahiran", "in English"),
        ("kk", "kartu-keluarga", "two letters"),
        ("cara mengurus kk", "kartu-keluarga", "what one wants with it is not what it is"),
        ("syarat dan biaya akta kematian", "akta-kematian", "nor is what one asks about it"),
        ("sktm", "surat-keterangan-tidak-mampu", "an abbreviation"),
        ("surat tidak mampu", "surat-keterangan-tidak-mampu", "a negation counts"),
        ("paspor", "paspor", "a service of another office"),
        ("lurah bagan deli", "lurah-kelurahan-bagan-deli", "the post and not the office of almost the same name"),
        ("kelurahan bagan deli", "kelurahan-bagan-deli", "and the office"),
        ("Rina Tarigan", "kepala-disdukcapil", "the holder of a senior post"),
        ("tarign", "kepala-disdukcapil", "a mistyped name"),
        ("berkas akta", "kabid-capil-disdukcapil", "a duty"),
        ("dukcapil", "disdukcapil", "what everyone calls the agency"),
        ("kadis kependudukan", "kepala-disdukcapil", "what everyone calls its head"),
        ("akta kelahiran medan", "akta-kelahiran", "the name of the city says nothing new"),
    ];
    let mut wrong = Vec::new();
    for (typed, slug, why) in cases {
        let found = first(&world, typed).await;
        if found != slug {
            wrong.push(format!("{why}: {typed:?} finds {found:?}, not {slug:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
});

on_both!(what_was_corrected_is_said, world => {
    a_city(&world).await;
    let cases = [
        ("surat pindh", Some("surat pindah"), false, "corrected"),
        ("Surat  PINDH baru", Some("surat pindah baru"), false, "stop words stay where they were"),
        ("izin ush", Some("izin usaha"), false, "from consonants"),
        ("ktp ilang", None, false, "an everyday spelling is no mistake"),
        ("ktp hil", None, false, "half a word neither"),
        ("ktp hilang motor", None, true, "no entry has them all"),
        ("ktp hilang xyzzyqwert", None, true, "a word that is nowhere"),
        ("ktp pindh xyzzyqwert", Some("ktp pindah xyzzyqwert"), true, "both"),
    ];
    for (typed, corrected, partial, why) in cases {
        let answer = ask(&world, Some("medan"), typed).await;
        assert!(!answer.found.is_empty(), "{why}: {typed}");
        assert_eq!((answer.corrected.as_deref(), answer.partial), (corrected, partial), "{why}: {typed}");
    }
    assert_eq!(first(&world, "ktp hilang motor").await, "ktp-el-ganti");
    for typed in ["", "   ", "xyzzyqwert", "yang dan di"] {
        assert_eq!(ask(&world, Some("medan"), typed).await, Answer::default(), "{typed:?}");
    }
});

on_both!(a_government_finds_its_own, world => {
    let here = ask(&world, Some("binjai"), "akta kelahiran").await;
    assert!(!here.found.is_empty() && here.found.iter().all(|f| f.government == "binjai"), "{here:?}");
    let anywhere = ask(&world, None, "akta kelahiran").await;
    assert!(anywhere.found.iter().any(|f| f.government == "medan") && anywhere.found.iter().any(|f| f.government == "binjai"));
    let named = ask(&world, None, "akta lahir binjai").await;
    assert_eq!((named.found[0].government.as_str(), named.found[0].slug.as_str(), named.partial), ("binjai", "akta-kelahiran", false));
    assert_eq!(ask(&world, Some("xgovxmedan"), "akta").await, Answer::default());
});

on_both!(nothing_typed_breaks_it, world => {
    a_city(&world).await;
    let long = "ktp ".repeat(2500);
    let many = (0..500).map(|i| format!("kata{i} surat{i} pindh{i}x ")).collect::<String>();
    let mistyped = "pindh srat usha aktta lahr kartuu keluargga izzin bangnan sekolahh mutassi siswwa ".repeat(100);
    let one = "a".repeat(10_000);
    for typed in [
        long.as_str(), &many, &mistyped, &one, "\"", "ktp\"", "'ktp'; drop table directory_entry; --", "ktp AND", "OR NOT NEAR(ktp hilang)", "title : ktp", "{title} : ktp", "^ktp*", "-ktp +hilang",
        "(((((", "ktp:*", "a & b | !c <-> d", "\u{0}ktp\u{0}hilang", "🪪 hilang 😭", "ктп", "ＫＴＰ", "%", "_", "\\", "xgovxmedan0", "1", "2 3 4", "1e5 0x1f 12.71.08",
    ] {
        let answer = ask(&world, Some("medan"), typed).await;
        assert!(answer.found.len() <= 45, "{typed:.30}");
    }
    assert_eq!(ask(&world, Some("medan"), &long).await, ask(&world, Some("medan"), "ktp").await, "one word, repeated");
    assert_eq!(first(&world, "\u{0}ktp\u{0}hilang").await, "ktp-el-ganti");
    assert_eq!(first(&world, "'ktp'; hilang --").await, "ktp-el-ganti");
});

on_both!(names_of_lower_posts_are_not_found, world => {
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update position set type = 'pelaksana' where government = 'medan' and slug = 'kepala-disdukcapil'").execute(c).await.unwrap().rows_affected());
    search::refresh(&world.portal, &mut tx, "medan", EntryKind::Position, "kepala-disdukcapil").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(ask(&world, None, "Rina Tarigan").await, Answer::default());
    assert!(ask(&world, None, "Dewi Batubara").await.found[0].holder.contains("Dewi Batubara"), "of a managerial post it is");
});

/// Everything the index keeps, for comparing: entries without their ids, words with their counts and variants.
async fn kept(world: &World) -> (Vec<(String, String, String, String)>, Vec<(String, i64)>, Vec<(String, String)>) {
    let mut conn = world.portal.db.read().await.unwrap();
    let entries = on!(&mut conn, c => sqlx::query_as("select government, kind, slug, title_words || ' /' || body_words from directory_entry order by government, kind, slug").fetch_all(c).await.unwrap());
    let words = on!(&mut conn, c => sqlx::query_as("select word, entries from directory_word order by word").fetch_all(c).await.unwrap());
    let near = on!(&mut conn, c => sqlx::query_as("select variant, word from directory_word_near order by variant, word").fetch_all(c).await.unwrap());
    (entries, words, near)
}

on_both!(one_thing_at_a_time_and_everything_at_once_come_to_the_same, world => {
    let before = kept(&world).await;
    assert!(before.0.len() > 10 && before.1.len() > 50 && before.2.len() > 200);
    search::rebuild(&world.portal).await.unwrap();
    assert_eq!(kept(&world).await, before, "twice changes nothing");

    a_city(&world).await;
    a_city(&world).await;
    let mut tx = world.portal.db.begin().await.unwrap();
    search::index(&mut tx, &service("nib", "Nomor induk berusaha", "", "zakat")).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(first(&world, "zakat").await, "nib");
    assert!(ask(&world, Some("medan"), "umkm warung toko").await.found.iter().all(|f| f.slug != "nib"), "what it no longer says does not find it");

    let slugs = ["ktp-el-ganti", "ktp-el-baru", "kartu-keluarga", "akta-kematian", "surat-pindah", "mutasi-siswa", "nib", "surat-keterangan-usaha", "pbg"];
    let mut tx = world.portal.db.begin().await.unwrap();
    for slug in slugs {
        search::remove(&mut tx, "medan", EntryKind::Service, slug).await.unwrap();
        search::remove(&mut tx, "medan", EntryKind::Service, slug).await.unwrap();
    }
    tx.commit().await.unwrap();
    assert!(ask(&world, Some("medan"), "paspor").await.found.len() == 1, "the other office's service is still there");
    search::rebuild(&world.portal).await.unwrap();
    assert!(ask(&world, Some("medan"), "paspr").await.found.len() == 1, "and stays, with its words, when everything is gone over");
    assert_eq!(kept(&world).await, before, "nothing is left of what was removed");

    let mut tx = world.portal.db.begin().await.unwrap();
    search::remove(&mut tx, "medan", EntryKind::Service, "akta-kelahiran").await.unwrap();
    search::index(&mut tx, &service("tidak-ada-di-direktori", "Layanan lama", "", "")).await.unwrap();
    tx.commit().await.unwrap();
    search::rebuild(&world.portal).await.unwrap();
    assert_eq!(kept(&world).await, before, "going over everything mends it");
});

on_both!(a_change_is_found_and_a_day_that_passes_too, world => {
    let portal = &world.portal;
    let mut tx = portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update unit set name = 'Dinas Pencatatan Warga' where government = 'medan' and slug = 'disdukcapil'").execute(c).await.unwrap().rows_affected());
    search::refresh(portal, &mut tx, "medan", EntryKind::Unit, "disdukcapil").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(first(&world, "pencatatan warga").await, "disdukcapil");

    let ends = "2026-11-05";
    let mut tx = portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update tenure set ends_on = $1 where person_id in (select id from person where import_key = 'P101')").bind(ends).execute(c).await.unwrap().rows_affected());
    on!(&mut tx, c => sqlx::query("update unit set valid_to = $1 where government = 'medan' and slug = 'dishub'").bind(ends).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    search::rebuild(&portal.at(portal.now() + 3 * DAY)).await.unwrap();
    assert_eq!(first(&world, "rina tarigan").await, "kepala-disdukcapil", "on the last day");
    assert_eq!(first(&world, "dishub").await, "dishub");
    search::rebuild(&portal.at(portal.now() + 4 * DAY)).await.unwrap();
    assert_eq!(ask(&world, Some("medan"), "rina tarigan").await, Answer::default(), "the day after");
    assert_eq!(ask(&world, Some("medan"), "dishub").await, Answer::default(), "nor the unit that has ended");
});

on_both!(an_empty_index_is_filled, world => {
    let full = kept(&world).await;
    assert!(!search::rebuild_if_empty(&world.portal).await.unwrap(), "there is one");
    let mut tx = world.portal.db.begin().await.unwrap();
    let entries: Vec<(String, String, String)> = on!(&mut tx, c => sqlx::query_as("select government, kind, slug from directory_entry").fetch_all(c).await.unwrap());
    for (government, kind, slug) in entries {
        search::remove(&mut tx, &government, EntryKind::parse(&kind).unwrap(), &slug).await.unwrap();
    }
    tx.commit().await.unwrap();
    let empty = kept(&world).await;
    assert!(empty.0.is_empty() && empty.1.is_empty() && empty.2.is_empty(), "{empty:?}");
    assert!(search::rebuild_if_empty(&world.portal).await.unwrap());
    assert_eq!(kept(&world).await, full);
});
