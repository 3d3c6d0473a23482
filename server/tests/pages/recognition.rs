//! Recognition through its pages, the mark of a rule that is taken back, and everyone's looks: who does what, who reads
//! it, and that nobody else finds it.

use crate::support::{check, mails, signed_in, visitor};
use domain::clock::{HOUR, MINUTE};
use domain::testing::{World, answers};
use domain::{evaluation, feedback, on_both};
use vocabulary::accounts::Role;
use vocabulary::evaluation::DecisionInput;
use vocabulary::feedback::{AcceptInput, AnswerInput};

const REASON: &str = "Loket dijaga penuh selama pemadaman, tanpa satu pun berkas tertunda.";

/// A report about the birth certificate, verified and answered; confirmed by its reporter, unless it is not.
async fn answered(world: &World, key: char, kind: &str, confirmed: bool) -> feedback::Sent {
    let portal = &world.portal;
    let vera = world.staff(&format!("Vera {key}"), Role::Verifier, "", None).await;
    let hadi = world.staff(&format!("Hadi {key}"), Role::Handler, "disdukcapil", None).await;
    let mut form = answers();
    form.key = key.to_string().repeat(32);
    form.kind = kind.into();
    let sent = feedback::send(portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
    let input = AcceptInput::parse("Pelayanan akta di loket", "Warga menyampaikan hal tentang loket akta.", "anonim", kind, "disdukcapil", "completion_time").unwrap();
    feedback::accept(portal, &vera, &sent.reference, &input).await.unwrap();
    feedback::answer(portal, &hadi, &sent.reference, &AnswerInput::parse("upheld", "Terima kasih, kami sampaikan.").unwrap()).await.unwrap();
    if confirmed {
        feedback::confirm(portal, sent.case, "").await.unwrap();
    }
    sent
}

on_both!(a_recognition_through_its_pages, world => {
    let portal = &world.portal;
    let actor = world.staff("Dewi Batubara", Role::PostHolder, "disdukcapil", Some("P102")).await;
    let assessor = world.staff("Rina Tarigan", Role::Assessor, "disdukcapil", Some("P101")).await;
    let (dewi, rina) = (signed_in(&world, &actor).await, signed_in(&world, &assessor).await);
    let office = signed_in(&world, &world.staff("Kepegawaian", Role::PersonnelOffice, "", None).await).await;
    let profile = format!("/petugas/pengembangan/{}", actor.person.unwrap());
    let new = format!("/petugas/penghargaan/baru?pegawai={}", actor.person.unwrap());
    assert!(rina.get(&profile).await.html.contains(&new), "the way to it stands on the person's page");
    assert!(rina.get(&new).await.expect(200, "before there is a ground").says("Belum ada dasar untuk penghargaan"));
    answered(&world, 'a', "apresiasi", true).await;
    let mut conn = portal.db.read().await.unwrap();
    let card = evaluation::own(&mut conn, &actor, None).await.unwrap().0[0].id;
    drop(conn);
    evaluation::reply(portal, &actor, card, "Terima kasih, itu kerja bersama.").await.unwrap();
    evaluation::decide(portal, &assessor, card, &DecisionInput::parse("accept", "Benar dan patut dicatat.").unwrap()).await.unwrap();
    portal.clock.advance(HOUR);
    mails(&world).await;
    let form = rina.get(&new).await;
    assert!(form.says("Apresiasi tertulis dari pimpinan") && form.says("PermenPANRB 6/2022") && form.says("tidak diumumkan"), "kinds come with their citation");
    let (person, card_id) = (actor.person.unwrap().to_string(), card.to_string());
    let fields = [("pegawai", person.as_str()), ("jenis_penghargaan", "apresiasi_tertulis"), ("kartu", card_id.as_str()), ("alasan", "bagus"), ("diberikan_pada", "2026-11-02")];
    let wrong = rina.post("/petugas/penghargaan/baru", &fields).await;
    assert!(wrong.expect(422, "a reason is a reason").html.contains("bagus"), "what was typed stays");
    assert!(check::tags(&wrong.html).iter().any(|t| t.get("value") == Some(&card_id) && t.get("checked").is_some()), "and what was ticked");
    let mut right = fields;
    right[3].1 = REASON;
    let groundless: Vec<_> = right.iter().copied().filter(|(name, _)| *name != "kartu").collect();
    assert!(rina.post("/petugas/penghargaan/baru", &groundless).await.expect(422, "never on nothing").says("Pilih paling sedikit satu dasar"));
    for (client, why) in [(&dewi, "nobody recognises themselves"), (&office, "the personnel office reads")] {
        client.get(&new).await.expect(404, why);
        client.post("/petugas/penghargaan/baru", &right).await.expect(404, why);
    }
    let one = rina.post("/petugas/penghargaan/baru", &right).await.expect(303, "given").location.clone().unwrap();
    // Told, on her page and by mail, without a word of it.
    assert!(dewi.get("/akun").await.says("Anda menerima penghargaan"));
    let written = mails(&world).await;
    assert_eq!(written.iter().map(|m| (m.to.as_str(), m.subject.as_str())).collect::<Vec<_>>(), [(actor.email.as_str(), "Anda menerima penghargaan")]);
    assert!(!written[0].text.contains("pemadaman") && !written[0].text.contains("Rina"), "{}", written[0].text);
    let read = dewi.get(&one).await;
    assert!(read.says(REASON) && read.says("Rina Tarigan (Kepala Dinas") && read.says("tidak diumumkan kepada warga") && read.html.contains(&format!("/petugas/penilaian/{card}")));
    assert!(dewi.get(&format!("/petugas/penilaian/{card}")).await.html.contains(&one), "and from the card back");
    assert!(dewi.get("/petugas/penghargaan").await.html.contains(&one) && dewi.get("/petugas/pengembangan").await.html.contains(&one));
    let list = office.get("/petugas/penghargaan").await;
    assert!(list.says("Dewi Batubara") && list.html.contains(&one));
    let for_office = office.get(&one).await;
    assert!(for_office.says("1 kartu bukti (tidak terbuka bagi Anda)") && !for_office.html.contains(&format!("/petugas/penilaian/{card}")));
    let looks = dewi.get("/petugas/penilaian/jejak").await;
    assert!(looks.says("Kepegawaian") && looks.says("mengelola data pengembangan"), "{}", check::text(&looks.html));
    // Nobody else.
    for (why, other) in [
        ("the verifier", world.staff("Vera", Role::Verifier, "", None).await),
        ("an assessor in no line", world.staff("Asri", Role::Assessor, "", None).await),
        ("an administrator", world.staff("Adi", Role::Administrator, "", None).await),
        ("another government's office", world.account_in("binjai", "Bina", Some((Role::PersonnelOffice, "pemerintah")), None).await),
        ("a resident", world.resident("Sari").await),
    ] {
        let client = signed_in(&world, &other).await;
        client.get(&one).await.expect(404, why);
        client.get(&new).await.expect(404, why);
        client.post(&one, &[("alasan_cabut", "Dari yang tidak berhak.")]).await.expect(404, why);
        client.post("/petugas/penghargaan/baru", &right).await.expect(404, why);
        assert!(!client.get("/petugas/penghargaan").await.says("Dewi Batubara"), "{why}");
    }
    visitor(&world).get(&one).await.expect(303, "a stranger signs in first");
    for path in ["/medan/unit/disdukcapil", "/medan/kinerja", "/medan/jabatan/kabid-capil-disdukcapil", "/catatan"] {
        let page = visitor(&world).get(path).await;
        assert!(!page.says(REASON) && !page.says("Apresiasi tertulis"), "{path}");
    }
    // Taken back.
    rina.post(&one, &[("alasan_cabut", "")]).await.expect(422, "with a reason");
    dewi.post(&one, &[("alasan_cabut", "Saya tidak layak.")]).await.expect(404, "not by herself");
    rina.post(&one, &[("alasan_cabut", "Kartunya ternyata tentang loket lain.")]).await.expect(303, "taken back");
    let gone = dewi.get(&one).await;
    assert!(gone.says("Dicabut oleh Rina Tarigan") && gone.says("Kartunya ternyata tentang loket lain.") && gone.says(REASON));
});

on_both!(the_mark_of_a_rule_is_taken_back_on_the_page, world => {
    let sent = answered(&world, 'a', "pengaduan", false).await;
    let vera = signed_in(&world, &world.staff("Vera", Role::Verifier, "", None).await).await;
    let case = format!("/petugas/laporan/{}", sent.reference);
    vera.post(&case, &[("aksi", "tandai-aturan"), ("aturan", "Syarat ditentukan undang-undang.")]).await.expect(303, "marked");
    let page = vera.get(&case).await;
    assert!(page.says("masalahnya pada aturan") && page.says("Cabut tanda ini"));
    let wrong = vera.post(&case, &[("aksi", "cabut-aturan"), ("alasan-cabut-aturan", "")]).await;
    wrong.expect(422, "with a reason");
    feedback::confirm(&world.portal, sent.case, "").await.unwrap();
    let dewi = world.staff("Dewi Batubara", Role::PostHolder, "disdukcapil", Some("P102")).await;
    assert!(signed_in(&world, &dewi).await.get("/petugas/penilaian").await.says("Belum"), "no card while it is marked");
    vera.post(&case, &[("aksi", "cabut-aturan"), ("alasan-cabut-aturan", "Ternyata petugas salah membaca syarat.")]).await.expect(303, "taken back");
    assert!(!vera.get(&case).await.says("Cabut tanda ini"));
    assert!(signed_in(&world, &dewi).await.get("/petugas/penilaian").await.says("Pelayanan akta di loket"), "and the card comes");
});

on_both!(older_looks_are_a_page_away, world => {
    let actor = world.staff("Dewi Batubara", Role::PostHolder, "disdukcapil", Some("P102")).await;
    let dewi = signed_in(&world, &actor).await;
    let rina = world.staff("Rina Tarigan", Role::Assessor, "disdukcapil", Some("P101")).await;
    let office = world.staff("Kepegawaian", Role::PersonnelOffice, "", None).await;
    for round in 0..60 {
        let who = if round == 0 { &office } else { &rina };
        domain::development::profile::profile(&world.portal, who, actor.person.unwrap(), 2026).await.unwrap();
        world.portal.clock.advance(MINUTE);
    }
    let first = dewi.get("/petugas/penilaian/jejak").await;
    assert!(first.says("Lebih lama") && !first.says("mengelola data pengembangan"), "the first look stands on the last page");
    let older = check::tags(&first.html).into_iter().find_map(|t| t.get("href").filter(|h| h.contains("sebelum=")).map(str::to_owned)).unwrap();
    let last = dewi.get(&older).await;
    assert!(last.says("mengelola data pengembangan") && last.says("Terbaru") && !last.says("Lebih lama"));
    let own = dewi.get("/petugas/pengembangan").await;
    assert!(own.says("Rina Tarigan (Kepala Dinas") && own.says("Semua yang pernah melihat"), "not the personnel office alone");
});
