//! The whole main job once through: a resident sends with a photo, a verifier accepts, the unit answers, the resident
//! confirms, a card reaches the holder of that day, the holder replies, the assessor accepts, the record shows it all.

use domain::feedback::{self, Desk};
use domain::testing::{World, answers};
use domain::{Error, Refusal, accounts::Actor, evaluation, files, ledger, notifications, on_both};
use vocabulary::accounts::Role;
use vocabulary::evaluation::{CardStage, DecisionInput};
use vocabulary::feedback::{AcceptInput, AnswerInput, ArchiveInput, Queue, Status};

async fn send(world: &World, edit: impl FnOnce(&mut vocabulary::feedback::Answers)) -> feedback::Sent {
    let mut form = answers();
    edit(&mut form);
    let input = form.parse("2026-11-02").unwrap();
    feedback::send(&world.portal, &world.medan, None, "id", input).await.unwrap()
}

fn accepting(unit: &str) -> AcceptInput {
    AcceptInput::parse("Loket akta tutup pukul sepuluh", "Loket tutup pukul sepuluh pagi, akta belum jadi.", "anonim", "pengaduan", unit, "completion_time").unwrap()
}

async fn accepted(world: &World) -> (feedback::Sent, Actor, Actor) {
    let sent = send(world, |_| {}).await;
    let verifier = world.staff("Vera", Role::Verifier, "", None).await;
    let handler = world.staff("Hadi", Role::Handler, "disdukcapil", None).await;
    feedback::accept(&world.portal, &verifier, &sent.reference, &accepting("disdukcapil")).await.unwrap();
    (sent, verifier, handler)
}

on_both!(from_sending_to_the_record, world => {
    let portal = &world.portal;
    let mut png = Vec::new();
    image::DynamicImage::new_rgb8(30, 20).write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
    let photo = portal.files.keep(files::prepare(&png).unwrap()).await.unwrap();
    let sent = send(&world, |form| {
        form.photos = vec![photo.file.clone()];
        form.email = "sari@surel.example".into();
    }).await;
    assert!(sent.reference.starts_with("MDN-2611-"), "{}", sent.reference);
    assert_eq!(sent.answer_due.as_deref(), Some("2026-11-20"), "14 working days after Monday 2 November 2026");

    // Hidden until verified: the public finds nothing, the receipt finds all.
    let mut conn = portal.db.read().await.unwrap();
    assert!(matches!(feedback::show(&mut conn, "medan", &sent.reference).await, Err(Error::NotFound)));
    assert_eq!(feedback::track(portal, &sent.receipt).await.unwrap().status, Status::Submitted);
    assert!(matches!(feedback::photo(portal, "medan", &sent.reference, 1, feedback::Viewer::Public).await, Err(Error::NotFound)));

    let verifier = world.staff("Vera", Role::Verifier, "", None).await;
    let handler = world.staff("Hadi", Role::Handler, "disdukcapil", None).await;
    let new = world.queued(&verifier, Queue::Verify).await;
    assert_eq!(new.iter().map(|c| c.reference.as_str()).collect::<Vec<_>>(), [sent.reference.as_str()]);
    feedback::accept(portal, &verifier, &sent.reference, &accepting("disdukcapil")).await.unwrap();
    assert_eq!(feedback::show(&mut conn, "medan", &sent.reference).await.unwrap().handling_unit_slug.as_deref(), Some("disdukcapil"));
    assert_eq!(feedback::photo(portal, "medan", &sent.reference, 1, feedback::Viewer::Public).await.unwrap()[..2], [0xff, 0xd8]);
    assert_eq!(feedback::search(&mut conn, "medan", "loket tutup").await.unwrap().len(), 1);

    assert_eq!(world.queued(&handler, Queue::Answer).await.len(), 1);
    feedback::progress(portal, &handler, &sent.reference, "Kami periksa jadwal loket.").await.unwrap();
    let answer = AnswerInput::parse("upheld", "Loket memang tutup karena rapat; sejak hari ini dijaga bergantian.").unwrap();
    feedback::answer(portal, &handler, &sent.reference, &answer).await.unwrap();
    feedback::confirm(portal, sent.case, "Sudah buka, terima kasih.").await.unwrap();
    let kinds: Vec<_> = feedback::steps(&mut conn, sent.case).await.unwrap().iter().map(|s| s.kind.as_str()).collect();
    assert_eq!(kinds, ["received", "protected", "published", "assigned", "taken", "progress", "answered", "confirmed"]);

    // The card is for the post responsible for the service, and for whoever held it on 30 October.
    let holder = world.staff("Dewi Batubara", Role::PostHolder, "disdukcapil", Some("P102")).await;
    let assessor = world.staff("Rina Tarigan", Role::Assessor, "disdukcapil", Some("P101")).await;
    let own = evaluation::cards(&mut conn, &holder).await.unwrap();
    assert_eq!(own.len(), 1);
    assert_eq!(own[0].0.position_title, "Kepala Bidang Pencatatan Sipil");
    let id = own[0].0.id;
    let early = evaluation::decide(portal, &assessor, id, &DecisionInput::parse("accept", "Perbaikan cepat.").unwrap()).await;
    assert!(matches!(early, Err(Error::Refused(Refusal::TooEarly))), "the holder speaks first");
    evaluation::reply(portal, &holder, id, "Rapat mendadak; jadwal jaga sudah kami ubah.").await.unwrap();
    evaluation::decide(portal, &assessor, id, &DecisionInput::parse("accept_with_note", "Perbaikan cepat, jadwal jaga perlu diawasi.").unwrap()).await.unwrap();
    let (card, _) = evaluation::card(portal, &mut conn, &assessor, id).await.unwrap();
    assert_eq!(card.stage(), CardStage::Decided);
    assert_eq!(card.holder_name.as_deref(), Some("Dewi Batubara"));
    assert!(card.reply.is_some() && card.reason.is_some());

    let trail: Vec<_> = ledger::of_subject(&mut conn, &sent.reference).await.unwrap().into_iter().map(|e| e.kind).collect();
    assert_eq!(trail, ["feedback-received", "feedback-assigned", "feedback-taken", "feedback-progress", "feedback-answered", "feedback-confirmed", "evidence-offered", "evidence-replied", "evidence-decided"]);

    // The holder is told at once that it was decided, without a word of it.
    let told = notifications::claim(portal).await.unwrap().unwrap();
    assert!(told.payload.contains("dewi.batubara@medan.example") && !told.payload.contains("diawasi"));
    notifications::finish(portal, &told).await.unwrap();
    // Of an anonymous report nothing is told but at the receipt, whatever address came with it.
    portal.clock.advance(3 * domain::clock::HOUR);
    while domain::following::spread(portal).await.unwrap() {}
    assert!(domain::following::letters::claim(portal, 10).await.unwrap().is_empty());
    assert_eq!(notifications::waiting(&portal.db).await.unwrap(), 0);
    assert!(notifications::claim(portal).await.unwrap().is_none());
});

on_both!(a_repeated_send_is_one_case, world => {
    let first = send(&world, |_| {}).await;
    let again = send(&world, |_| {}).await;
    assert_eq!(first.reference, again.reference);
    assert_eq!(first.receipt.digits(), again.receipt.digits());
    let input = answers().parse("2026-11-02").unwrap();
    let both = tokio::join!(
        feedback::send(&world.portal, &world.medan, None, "id", vocabulary::feedback::Send { key: "ff".into(), ..input.clone() }),
        feedback::send(&world.portal, &world.medan, None, "id", vocabulary::feedback::Send { key: "ff".into(), ..input }),
    );
    assert_eq!(both.0.unwrap().reference, both.1.unwrap().reference, "two at once are one");
});

on_both!(a_wrong_receipt_finds_nothing, world => {
    let sent = send(&world, |_| {}).await;
    let wrong = format!("{}{}", sent.receipt.selector(), "00000000000000");
    let wrong = vocabulary::receipt::Receipt::parse(&wrong).unwrap();
    assert!(matches!(feedback::track(&world.portal, &wrong).await, Err(Error::NotFound)));
    let none = vocabulary::receipt::Receipt::from_number(1);
    assert!(matches!(feedback::track(&world.portal, &none).await, Err(Error::NotFound)));
});

on_both!(steps_cannot_be_skipped, world => {
    let portal = &world.portal;
    let (sent, verifier, handler) = accepted(&world).await;
    let again = feedback::accept(portal, &verifier, &sent.reference, &accepting("disdukcapil")).await;
    assert!(matches!(again, Err(Error::Refused(Refusal::WrongStep))));
    let archive = feedback::archive(portal, &verifier, &sent.reference, &ArchiveInput::parse("spam", "bukan laporan sama sekali").unwrap()).await;
    assert!(matches!(archive, Err(Error::Refused(Refusal::WrongStep))));
    assert!(matches!(feedback::confirm(portal, sent.case, "").await, Err(Error::Refused(Refusal::WrongStep))), "nothing to confirm yet");
    feedback::answer(portal, &handler, &sent.reference, &AnswerInput::parse("not_upheld", "Loket buka sesuai jadwal.").unwrap()).await.unwrap();
    feedback::contest(portal, sent.case, "Saya punya foto loket kosong.").await.unwrap();
    feedback::answer(portal, &handler, &sent.reference, &AnswerInput::parse("partly", "Foto benar, loket kosong 20 menit.").unwrap()).await.unwrap();
    feedback::contest(portal, sent.case, "Belum juga selesai.").await.unwrap();
    assert_eq!(feedback::track(portal, &sent.receipt).await.unwrap().status, Status::Escalated, "a second time it lies above the unit");
    let answer = feedback::answer(portal, &handler, &sent.reference, &AnswerInput::parse("partly", "Sudah kami jawab dua kali.").unwrap()).await;
    assert!(matches!(answer, Err(Error::Refused(Refusal::WrongStep))));
});

on_both!(protection_only_rises, world => {
    let sent = send(&world, |form| form.protection = "rahasia".into()).await;
    let verifier = world.staff("Vera", Role::Verifier, "", None).await;
    let lowered = feedback::accept(&world.portal, &verifier, &sent.reference, &accepting("disdukcapil")).await;
    assert!(matches!(lowered, Err(Error::Refused(Refusal::LowersProtection))));
    let input = AcceptInput { protection: vocabulary::feedback::Protection::Confidential, ..accepting("disdukcapil") };
    feedback::accept(&world.portal, &verifier, &sent.reference, &input).await.unwrap();
    let mut conn = world.portal.db.read().await.unwrap();
    assert!(matches!(feedback::show(&mut conn, "medan", &sent.reference).await, Err(Error::NotFound)), "confidential is never public");
    assert!(feedback::search(&mut conn, "medan", "loket").await.unwrap().is_empty());
});

on_both!(misconduct_goes_to_the_inspectorate_and_nowhere_else, world => {
    let portal = &world.portal;
    let sent = send(&world, |form| form.kind = "penyimpangan".into()).await;
    let verifier = world.staff("Vera", Role::Verifier, "", None).await;
    let handler = world.staff("Hadi", Role::Handler, "", None).await;
    let inspector = world.staff("Ina", Role::Inspector, "inspektorat", None).await;
    let to = |unit: &str| AcceptInput::parse("Dugaan pungutan", "Dugaan pungutan di loket.", "rahasia", "penyimpangan", unit, "").unwrap();
    assert!(matches!(feedback::accept(portal, &verifier, &sent.reference, &to("disdukcapil")).await, Err(Error::Refused(Refusal::OwnUnit))));
    feedback::accept(portal, &verifier, &sent.reference, &to("inspektorat")).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    assert!(matches!(feedback::staff_case(&mut conn, &handler, &sent.reference).await, Err(Error::NotFound)), "no handler sees it, not even of the whole government");
    assert_eq!(feedback::staff_case(&mut conn, &inspector, &sent.reference).await.unwrap().1, [Desk::Inspector]);
    feedback::answer(portal, &inspector, &sent.reference, &AnswerInput::parse("upheld", "Terbukti, diproses menurut aturan disiplin.").unwrap()).await.unwrap();
    feedback::confirm(portal, sent.case, "").await.unwrap();
    let assessor = world.staff("Rina Tarigan", Role::Assessor, "", Some("P101")).await;
    assert!(evaluation::cards(&mut conn, &assessor).await.unwrap().is_empty(), "discipline is not evaluation");
});

on_both!(other_desks_find_nothing, world => {
    let portal = &world.portal;
    let (sent, ..) = accepted(&world).await;
    let elsewhere = world.staff("Dedi", Role::Handler, "dishub", None).await;
    let binjai = world.account_in("binjai", "Bina", Some((Role::Verifier, "pemerintah")), None).await;
    let resident = world.resident("Sari").await;
    let mut conn = portal.db.read().await.unwrap();
    for actor in [&elsewhere, &binjai, &resident] {
        assert!(matches!(feedback::staff_case(&mut conn, actor, &sent.reference).await, Err(Error::NotFound)), "{}", actor.name);
        let answer = feedback::answer(portal, actor, &sent.reference, &AnswerInput::parse("upheld", "Jawaban dari orang lain.").unwrap()).await;
        assert!(matches!(answer, Err(Error::NotFound)), "{}", actor.name);
    }
});

on_both!(what_the_directory_does_not_have_cannot_be_reported, world => {
    for (field, edit) in [
        ("tentang", (|f| f.about = "unit:tidak-ada".into()) as fn(&mut vocabulary::feedback::Answers)),
        ("wilayah", |f| f.area = "12.75.02".into()),
        ("foto", |f| f.photos = vec!["0".repeat(64)]),
    ] {
        let mut form = answers();
        edit(&mut form);
        let sent = feedback::send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await;
        match sent {
            Err(Error::Invalid(problems)) => assert!(problems.of(field).is_some(), "{field}"),
            other => panic!("{field}: {other:?}"),
        }
    }
});

on_both!(a_ward_service_is_the_business_of_the_ward_of_the_place, world => {
    let sent = send(&world, |form| form.about = "layanan:surat-keterangan-tidak-mampu".into()).await;
    let verifier = world.staff("Vera", Role::Verifier, "", None).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let (case, _) = feedback::staff_case(&mut conn, &verifier, &sent.reference).await.unwrap();
    assert_eq!(case.unit_name.as_deref(), Some("Kelurahan Bagan Deli"));
});

on_both!(the_demonstration_can_be_told, world => {
    // A database of its own: the demonstration refuses one that has governments.
    let refused = domain::demo::fill(&world.portal, &mut |_, _, _| {}).await;
    assert!(matches!(refused, Err(Error::Configuration(_))));
});
