//! Evidence in pages: the desk, a card with its reply and photo, what is held back, what becomes public.

use crate::support::{mails, signed_in, visitor};
use domain::feedback::{accept, answer, confirm, send};
use domain::testing::{World, answers};
use domain::{evaluation, on_both};
use vocabulary::accounts::Role;
use vocabulary::feedback::{AcceptInput, AnswerInput};

async fn closed(world: &World, number: usize, edit: impl FnOnce(&mut vocabulary::feedback::Answers)) -> domain::feedback::Sent {
    let portal = &world.portal;
    let (verifier, handler) = staff(world, number).await;
    let mut form = answers();
    form.key = format!("{number:032x}");
    form.story = format!("Loket nomor {number} tutup lebih awal, padahal {} masih menunggu.", ["ibu", "kakek", "tetangga", "anak", "pedagang"][number % 5]);
    edit(&mut form);
    let kind = form.kind.clone();
    let sent = send(portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
    let input = AcceptInput::parse("Loket akta tutup pagi", "Loket akta tutup lebih awal.", "anonim", &kind, "disdukcapil", "completion_time").unwrap();
    accept(portal, &verifier, &sent.reference, &input).await.unwrap();
    answer(portal, &handler, &sent.reference, &AnswerInput::parse("upheld", "Sudah kami perbaiki kemarin.").unwrap()).await.unwrap();
    confirm(portal, sent.case, "").await.unwrap();
    sent
}

async fn staff(world: &World, number: usize) -> (domain::accounts::Actor, domain::accounts::Actor) {
    (world.staff(&format!("Vera {number}"), Role::Verifier, "", None).await, world.staff(&format!("Hadi {number}"), Role::Handler, "disdukcapil", None).await)
}

on_both!(a_card_goes_from_reply_to_decision_to_correction, world => {
    let sent = closed(&world, 1, |_| {}).await;
    let dewi_account = world.staff("Dewi Batubara", Role::PostHolder, "disdukcapil", Some("P102")).await;
    let dewi = signed_in(&world, &dewi_account).await;
    let rina = signed_in(&world, &world.staff("Rina Tarigan", Role::Assessor, "disdukcapil", Some("P101")).await).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let id = evaluation::own(&mut conn, &dewi_account, None).await.unwrap().0[0].id;
    drop(conn);
    let card = format!("/petugas/penilaian/{id}");
    rina.get("/petugas/penilaian?daftar=menunggu").await.expect(200, "the desk").says("Menunggu tanggapan");
    assert!(rina.get("/petugas/penilaian?daftar=siap").await.says("Tidak ada yang menunggu keputusan Anda"));
    let page = rina.get(&card).await;
    assert!(page.expect(200, "before the reply").says("Hak jawab sampai Senin, 9 November 2026") && !page.says("Simpan keputusan"));
    // Too short, with a photo that is kept; sent again without choosing it anew.
    let mut png = Vec::new();
    image::DynamicImage::new_rgb8(9, 9).write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
    let again = dewi.post_multipart(&card, &[("aksi", "balas"), ("balasan", "pendek")], &[("foto", &png)]).await;
    let kept = crate::support::check::tags(&again.expect(422, "too short").html).into_iter().find(|t| t.get("name") == Some("foto-tersimpan")).and_then(|t| t.get("value").map(str::to_owned)).unwrap();
    dewi.post_multipart(&card, &[("aksi", "balas"), ("balasan", "Jadwal jaga sudah kami ubah sejak Senin."), ("foto-tersimpan", &kept)], &[]).await.expect(303, "replied");
    let photo = format!("{card}/foto/1");
    for (client, status) in [(&dewi, 200), (&rina, 200)] {
        client.get(&photo).await.expect(status, "those who see the card");
    }
    visitor(&world).get(&photo).await.expect(303, "a stranger signs in first");
    signed_in(&world, &world.resident("Sari").await).await.get(&photo).await.expect(404, "a resident");
    let page = rina.get(&card).await;
    assert!(page.says("Penerima layanan menyampaikan bahwa pada 30 Oktober 2026"), "a sentence is proposed");
    assert!(page.says("Jadwal jaga sudah kami ubah") && page.says("Janji yang berlaku hari itu"));
    let wrong = rina.post(&card, &[("aksi", "putuskan"), ("keputusan", "reject"), ("alasan", "Di luar kendali jabatan ini."), ("versi", "0")]).await;
    assert!(wrong.expect(422, "a rejection has grounds").says("Sebab penolakan") && wrong.says("Di luar kendali jabatan ini."), "what was typed stays");
    rina.post(&card, &[("aksi", "putuskan"), ("keputusan", "accept"), ("alasan", "Perbaikan nyata."), ("umpan-balik", "Mohon jadwal dipasang di loket."), ("nilai", "akuntabel"), ("versi", "0")]).await.expect(303, "decided");
    rina.post(&card, &[("aksi", "catat"), ("catatan", "Kita periksa lagi bulan depan.")]).await.expect(303, "a note");
    rina.post(&card, &[("aksi", "putuskan"), ("keputusan", "reject"), ("alasan", "Ternyata listrik padam."), ("sebab", "beyond_post"), ("versi", "0")]).await.expect(409, "from an old page");
    rina.post(&card, &[("aksi", "putuskan"), ("keputusan", "reject"), ("alasan", "Ternyata listrik padam."), ("sebab", "beyond_post"), ("versi", "1")]).await.expect(303, "corrected");
    let page = dewi.get(&card).await;
    for part in ["Ternyata listrik padam.", "Keputusan sebelumnya: 1", "Perbaikan nyata.", "Kita periksa lagi bulan depan.", "Kartu bukti diputuskan"] {
        assert!(page.says(part), "{part}");
    }
    let _ = sent;
    let _ = mails(&world).await;
});

on_both!(what_is_held_is_looked_at_and_let_go, world => {
    for number in 0..12 {
        if number == 11 {
            // One that nobody has verified: it is counted, and its words are its reporter's.
            let mut form = answers();
            form.key = "e".repeat(32);
            form.kind = "apresiasi".into();
            form.story = "Kata pertama yang belum dibaca siapa pun. Terima kasih kepada tetangga saya.".into();
            send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
        }
        closed(&world, number, |form| {
            form.kind = "apresiasi".into();
            form.story = format!("Terima kasih, urusan {} saya selesai di hari {} sesuai nomor {number}.", ["akta", "kartu", "surat", "pindah"][number % 4], ["senin", "selasa", "rabu"][number / 4]);
        }).await;
    }
    let tia = signed_in(&world, &world.staff("Tia", Role::PerformanceTeam, "", None).await).await;
    let list = tia.get("/petugas/penilaian/tertahan").await;
    let at = list.expect(200, "what is held").html.split("href=\"/petugas/penilaian/tertahan/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let hold = format!("/petugas/penilaian/tertahan/{at}");
    let page = tia.get(&hold).await;
    assert!(!page.html.contains("href=\"/petugas/penilaian/0"), "what is held is on nobody's desk");
    assert!(page.expect(200, "the group").says("jauh lebih banyak laporan sejenis") && page.says("13 laporan pada"));
    assert!(!page.says("Kata pertama") && page.says("Laporan yang tidak terbit"), "not even its first words, which are its title until a verifier writes one");
    for actor in [world.staff("Rina Tarigan", Role::Assessor, "disdukcapil", Some("P101")).await, world.staff("Dewi Batubara", Role::PostHolder, "disdukcapil", Some("P102")).await] {
        signed_in(&world, &actor).await.get(&hold).await.expect(404, "not the assessor's nor the holder's");
    }
    let wrong = tia.post(&hold, &[("putusan", "released"), ("yang", "semua"), ("alasan", "ya")]).await;
    wrong.expect(422, "a reason is a reason");
    tia.post(&hold, &[("putusan", "released"), ("yang", "semua"), ("alasan", "Saya telepon beberapa warga; semuanya benar.")]).await.expect(303, "released");
    assert!(tia.get(&hold).await.says("Dilepas"));
    let rina = signed_in(&world, &world.staff("Rina Dua", Role::Assessor, "disdukcapil", Some("P101")).await).await;
    let waiting = rina.get("/petugas/penilaian?daftar=menunggu").await;
    let card = waiting.html.split("href=\"/petugas/penilaian/0").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(rina.get(&format!("/petugas/penilaian/0{card}")).await.says("Kartu ini pernah ditahan"), "it says so");
    // From what was let go to its card and back, for the team; the assessor has no way to the group.
    assert!(tia.get(&hold).await.html.contains(&format!("href=\"/petugas/penilaian/0{card}\"")));
    assert!(tia.get(&format!("/petugas/penilaian/0{card}")).await.html.contains(&hold));
    assert!(!rina.get(&format!("/petugas/penilaian/0{card}")).await.html.contains(&hold));
});

on_both!(what_was_improved_is_public_and_told_to_the_reporter, world => {
    let sent = closed(&world, 1, |_| {}).await;
    let hadi = signed_in(&world, &world.staff("Hadi", Role::Handler, "disdukcapil", None).await).await;
    let dedi = signed_in(&world, &world.staff("Dedi", Role::Handler, "dishub", None).await).await;
    let fields = [("aksi", "umumkan"), ("laporan", sent.reference.as_str()), ("sebelum", "Loket tutup pukul sepuluh pagi."), ("sesudah", "Loket dijaga bergantian sampai sore."), ("sejak", "2026-11-01")];
    dedi.post("/petugas/perbaikan", &fields).await.expect(422, "not of this unit");
    hadi.post("/petugas/perbaikan", &fields).await.expect(303, "told");
    let public = visitor(&world);
    for path in ["/medan/kinerja", "/medan/unit/disdukcapil"] {
        assert!(public.get(path).await.expect(200, path).says("Loket dijaga bergantian sampai sore."), "{path}");
    }
    let reporter = visitor(&world);
    reporter.post("/lacak", &[("tanda", sent.receipt.digits())]).await.expect(303, "the receipt");
    let own = reporter.get("/lacak/laporan").await;
    assert!(own.says("Loket dijaga bergantian") && !own.says("dipakai untuk perbaikan"), "not decided yet");
    // Once it is evidence, the reporter reads so, and nothing of anybody.
    let dewi = world.staff("Dewi Batubara", Role::PostHolder, "disdukcapil", Some("P102")).await;
    let rina = world.staff("Rina Tarigan", Role::Assessor, "disdukcapil", Some("P101")).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let id = evaluation::own(&mut conn, &dewi, None).await.unwrap().0[0].id;
    drop(conn);
    evaluation::reply(&world.portal, &dewi, id, "Jadwal jaga sudah kami ubah.").await.unwrap();
    evaluation::decide(&world.portal, &rina, id, &vocabulary::evaluation::DecisionInput::parse("accept", "Perbaikan nyata dan cepat.").unwrap()).await.unwrap();
    let own = reporter.get("/lacak/laporan").await;
    assert!(own.says("Laporan Anda dipakai untuk perbaikan"));
    for word in ["Dewi", "Rina", "Perbaikan nyata dan cepat.", "Jadwal jaga sudah kami ubah."] {
        assert!(!own.says(word), "{word}");
    }
    let withdrawn = hadi.get("/petugas/perbaikan").await.hidden("perbaikan");
    hadi.post("/petugas/perbaikan", &[("aksi", "tarik"), ("perbaikan", &withdrawn), ("catatan", "Ternyata belum berjalan.")]).await.expect(303, "taken back");
    assert!(!public.get("/medan/kinerja").await.says("Loket dijaga bergantian"));
});

on_both!(figures_are_published_after_the_quarter_and_stay, world => {
    let public = visitor(&world);
    assert!(public.get("/medan/kinerja").await.says("Belum ada angka"));
    for number in 0..11 {
        closed(&world, number, |_| {}).await;
        world.portal.clock.advance(domain::clock::DAY);
    }
    assert!(evaluation::figures::publish(&world.portal).await.unwrap().iter().all(|(_, period)| period == "2026-Q3"), "this quarter is not over");
    world.portal.clock.advance(100 * domain::clock::DAY);
    let published = evaluation::figures::publish(&world.portal).await.unwrap();
    assert!(published.contains(&("medan".into(), "2026-Q4".into())));
    assert!(evaluation::figures::publish(&world.portal).await.unwrap().is_empty(), "once");
    let page = public.get("/medan/kinerja").await;
    assert!(page.says("Triwulan IV 2026") && page.says("11 pemberi masukan") && page.says("Pengaduan"));
    assert!(public.get("/medan/kinerja.csv").await.html.contains("medan,2026-Q4,disdukcapil,total,raters,11"));
    let json = public.get("/medan/kinerja.json").await.json();
    assert!(json["figures"].as_array().unwrap().iter().any(|f| f["unit"] == "disdukcapil" && f["cell"] == "raters" && f["raters"] == 11));
    assert!(json["figures"].as_array().unwrap().iter().any(|f| f["unit"] == "disdukcapil" && f["cell"] == "median" && f["raters"].is_null() && f["working_days"] == 0));
    assert!(json["shares"].as_array().unwrap().iter().any(|s| s["unit"] == "disdukcapil" && s["share"] == "in_time" && s["low"].as_f64().is_some_and(|low| low > 0.7 && low < 0.8)));
    assert!(page.says("Dari 11 pemberi masukan; kisaran setengahnya 0–0 hari"), "of how many, and how far it may lie");
    assert!(page.html.contains("href=\"#cara\"") && page.says("diam tidak dianggap puas"), "how it is counted is one press away");
    assert!(page.html.contains("href=\"/medan/kinerja.atom\"") && page.html.contains("class=\"mix\""), "the feed, and what came as a picture");
    let feed = public.get("/medan/kinerja.atom").await;
    assert!(feed.html.matches("<entry>").count() == 1 && feed.html.contains("/medan/kinerja?triwulan=2026-Q4</id>") && feed.html.contains("untuk 1 unit dengan 11 pemberi masukan"), "{}", feed.html);
    assert!(page.says("100% dijawab tepat waktu") && page.says("setengahnya dalam 0 hari, sembilan dari sepuluh dalam 0 hari"), "answered the day they came");
    let trend = public.get("/medan/kinerja/disdukcapil").await;
    assert!(trend.expect(200, "the unit's past").says("Triwulan IV 2026") && trend.says("100% dijawab tepat waktu (kisaran 74–100%)"), "with how far it may lie");
    assert!(trend.says("Menurut jenis masukan") && trend.says("Menurut unsur pelayanan") && trend.says("11 (100%, 74–100%)"), "by kind and element");
    assert!(trend.says("Cara menghitung") && public.get("/medan/kinerja/disdukcapil?triwulan=2026-Q4").await.says("Menurut jenis masukan"));
    public.get("/medan/kinerja/disdukcapil?triwulan=2026-Q3").await.expect(404, "a quarter of which nothing is told");
    for nothing in ["/medan/kinerja/dishub", "/medan/kinerja/tidak-ada", "/binjai/kinerja/disdukcapil"] {
        public.get(nothing).await.expect(404, nothing);
    }
    public.get("/medan/kinerja?triwulan=2031-Q1").await.expect(404, "no such quarter");
    assert!(public.get("/medan/unit/disdukcapil").await.says("Kinerja unit per triwulan"));
});
