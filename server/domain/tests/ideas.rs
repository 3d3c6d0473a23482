//! A civil servant proposes, colleagues support and comment, the head answers within the clock, and what is accepted
//! becomes a commitment that is shown as late when it is late.

use domain::accounts::Actor;
use domain::clock::DAY;
use domain::moderation::{self, Subject};
use domain::testing::{World, answers};
use domain::{Error, Refusal, feedback, ideas, ledger, notifications, on_both};
use vocabulary::accounts::Role;
use vocabulary::feedback::AcceptInput;
use vocabulary::ideas::{CommitmentStage, IdeaAnswer, IdeaStage, NewIdea, StepInput, TypedAnswer};
use vocabulary::moderation::ReasonInput;

const TODAY: &str = "2026-11-02";

fn typed(unit: &str, cases: &str) -> NewIdea {
    NewIdea::parse(unit, "akta-kelahiran", cases, "Nomor antrean lewat pesan singkat", "Warga tidak perlu menunggu di loket sejak subuh bila nomor antrean dikirim lewat pesan.")
        .unwrap()
}

fn accepted(is_public: bool) -> IdeaAnswer {
    TypedAnswer {
        outcome: "diterima",
        text: "Kami terima; perangkatnya sudah ada.",
        promise: "Nomor antrean dikirim lewat pesan singkat.",
        due_on: "2026-11-30",
        owner: "kabid-capil-disdukcapil",
        is_public,
    }
    .parse(TODAY)
    .unwrap()
}

fn declined() -> IdeaAnswer {
    TypedAnswer { outcome: "tidak_diterima", text: "Anggaran tahun ini sudah habis untuk itu.", ..TypedAnswer::default() }.parse(TODAY).unwrap()
}

async fn told(world: &World, actor: &Actor) -> Vec<String> {
    let mut conn = world.portal.db.read().await.unwrap();
    notifications::notices(&mut conn, actor.account, None).await.unwrap().0.into_iter().map(|n| n.kind).collect()
}

on_both!(from_an_idea_to_a_commitment, world => {
    let portal = &world.portal;
    let rina = world.staff("Rina", Role::PostHolder, "disdukcapil", Some("P101")).await;
    let dewi = world.staff("Dewi", Role::PostHolder, "disdukcapil", Some("P102")).await;
    let kurnia = world.staff("Kurnia", Role::PostHolder, "kelurahan-bagan-deli", Some("P103")).await;
    let code = ideas::propose(portal, &kurnia, &world.medan, "key", &typed("disdukcapil", "")).await.unwrap();
    assert_eq!(ideas::propose(portal, &kurnia, &world.medan, "key", &typed("disdukcapil", "")).await.unwrap(), code, "a repeated send is one idea");
    assert_eq!(told(&world, &rina).await, ["idea-proposed"], "the head of the unit is told, once");
    let mut conn = portal.db.read().await.unwrap();
    let idea = ideas::show(&mut conn, &dewi, &code).await.unwrap();
    assert_eq!((idea.answer_due.as_str(), idea.stage(TODAY)), ("2026-11-20", IdeaStage::Open), "fourteen working days");
    assert_eq!(idea.stage("2026-11-21"), IdeaStage::Late, "an answer that does not come is late");
    ideas::support(portal, &dewi, &code).await.unwrap();
    assert_eq!(ideas::show(&mut conn, &dewi, &code).await.unwrap().supports, 1);
    ideas::support(portal, &dewi, &code).await.unwrap();
    assert_eq!(ideas::show(&mut conn, &dewi, &code).await.unwrap().supports, 0, "taken back");
    ideas::comment(portal, &dewi, &code, "k1", "Bagan Deli dapat menjadi tempat uji coba.").await.unwrap();
    ideas::comment(portal, &dewi, &code, "k1", "Bagan Deli dapat menjadi tempat uji coba.").await.unwrap();
    assert_eq!(ideas::show(&mut conn, &dewi, &code).await.unwrap().comments.len(), 1);
    assert_eq!(ideas::waiting(&mut conn, &rina, "medan", TODAY).await.unwrap().len(), 1);
    assert!(ideas::waiting(&mut conn, &dewi, "medan", TODAY).await.unwrap().is_empty());
    for who in [&dewi, &kurnia] {
        assert!(matches!(ideas::answer(portal, who, &code, &accepted(true)).await, Err(Error::NotFound)), "only the head answers");
    }
    let wrong = match accepted(true) {
        IdeaAnswer::Accepted { text, promise } => IdeaAnswer::Accepted { text, promise: vocabulary::ideas::Promise { owner: "lurah-bagan-deli".into(), ..promise } },
        IdeaAnswer::Declined { .. } => unreachable!(),
    };
    assert!(matches!(ideas::answer(portal, &rina, &code, &wrong).await, Err(Error::Invalid(_))), "a post of another unit cannot answer for it");
    assert!(ideas::show(&mut conn, &dewi, &code).await.unwrap().answer.is_none(), "and nothing was kept");
    ideas::answer(portal, &rina, &code, &accepted(true)).await.unwrap();
    assert!(matches!(ideas::answer(portal, &rina, &code, &declined()).await, Err(Error::Refused(Refusal::AlreadyDone))));
    assert!(told(&world, &kurnia).await.contains(&"idea-answered".to_owned()));
    assert!(told(&world, &dewi).await.contains(&"commitment-owned".to_owned()), "whoever holds the post is told");
    // Late is shown as late, before and after it is done.
    let unit = world.unit("disdukcapil").await;
    let public = ideas::published(&mut conn, unit).await.unwrap();
    assert_eq!((public.len(), public[0].stage("2026-11-30"), public[0].stage("2026-12-01")), (1, CommitmentStage::Running, CommitmentStage::Late));
    portal.clock.advance(30 * DAY);
    assert!(matches!(ideas::step(portal, &kurnia, &code, &StepInput::parse("selesai", "Sudah dikerjakan semua.").unwrap()).await, Err(Error::NotFound)), "the author does not report for the unit");
    ideas::step(portal, &dewi, &code, &StepInput::parse("kemajuan", "Uji coba di satu loket.").unwrap()).await.unwrap();
    ideas::step(portal, &rina, &code, &StepInput::parse("selesai", "Berjalan di semua loket.").unwrap()).await.unwrap();
    assert!(matches!(ideas::step(portal, &dewi, &code, &StepInput::parse("kemajuan", "Masih ada sisa pekerjaan.").unwrap()).await, Err(Error::Refused(Refusal::WrongStep))), "nothing follows an end");
    let public = ideas::published(&mut conn, unit).await.unwrap();
    assert_eq!((public[0].steps.len(), public[0].stage("2026-12-02")), (2, CommitmentStage::DoneLate));
    drop(conn);
    ledger::sequence(portal).await.unwrap();
    let report = ledger::verify::verify(portal, &ledger::verify::Against::default(), &mut |_, _, _| {}).await.unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
});

on_both!(who_reads_and_who_answers, world => {
    let portal = &world.portal;
    let rina = world.staff("Rina", Role::PostHolder, "disdukcapil", Some("P101")).await;
    let dewi = world.staff("Dewi", Role::PostHolder, "disdukcapil", Some("P102")).await;
    let bina = world.account_in("binjai", "Bina", Some((Role::Verifier, "pemerintah")), None).await;
    let sari = world.resident("Sari").await;
    let code = ideas::propose(portal, &rina, &world.medan, "own", &typed("disdukcapil", "")).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    assert!(matches!(ideas::answer(portal, &rina, &code, &accepted(false)).await, Err(Error::NotFound)), "nobody answers their own idea");
    for other in [&bina, &sari] {
        assert!(matches!(ideas::show(&mut conn, other, &code).await, Err(Error::NotFound)));
        assert!(matches!(ideas::list(&mut conn, other, "medan", None).await, Err(Error::NotFound)));
        assert!(matches!(ideas::support(portal, other, &code).await, Err(Error::NotFound)));
        assert!(matches!(ideas::comment(portal, other, &code, "x", "Halo dari luar.").await, Err(Error::NotFound)));
        assert!(matches!(ideas::answer(portal, other, &code, &declined()).await, Err(Error::NotFound)));
        assert!(matches!(ideas::propose(portal, other, &world.medan, "x", &typed("disdukcapil", "")).await, Err(Error::NotFound)));
    }
    // What is not published is on no public page.
    let second = ideas::propose(portal, &dewi, &world.medan, "second", &typed("disdukcapil", "")).await.unwrap();
    ideas::answer(portal, &rina, &second, &accepted(false)).await.unwrap();
    assert!(ideas::published(&mut conn, world.unit("disdukcapil").await).await.unwrap().is_empty());
    assert_eq!(ideas::list(&mut conn, &dewi, "medan", None).await.unwrap().ideas.len(), 2);
    assert!(matches!(ideas::propose(portal, &dewi, &world.medan, "third", &typed("tidak-ada", "")).await, Err(Error::Invalid(_))));
});

on_both!(only_public_cases_are_named_and_what_is_hidden_keeps_its_place, world => {
    let portal = &world.portal;
    let dewi = world.staff("Dewi", Role::PostHolder, "disdukcapil", Some("P102")).await;
    let mona = world.staff("Mona", Role::Moderator, "", None).await;
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let sent = feedback::send(portal, &world.medan, None, "id", answers().parse(TODAY).unwrap()).await.unwrap();
    let refused = ideas::propose(portal, &dewi, &world.medan, "a", &typed("disdukcapil", &sent.reference)).await;
    assert!(matches!(refused, Err(Error::Invalid(p)) if p.of("laporan").is_some()), "a case that is not public is not there");
    feedback::accept(portal, &vera, &sent.reference, &AcceptInput::parse("Loket tutup lebih awal", "Loket tutup pukul sepuluh.", "anonim", "pengaduan", "disdukcapil", "").unwrap()).await.unwrap();
    let code = ideas::propose(portal, &dewi, &world.medan, "b", &typed("disdukcapil", &sent.reference)).await.unwrap();
    ideas::comment(portal, &vera, &code, "k", "Komentar yang menyerang orang.").await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let idea = ideas::show(&mut conn, &dewi, &code).await.unwrap();
    assert_eq!(idea.cases[0].0, sent.reference);
    let reason = ReasonInput::parse("personal_attack", "Menyerang orang, bukan gagasannya.", 0).unwrap();
    let subject = Subject::Comment(idea.comments[0].id);
    moderation::flag(portal, dewi.account, "medan", subject, &reason).await.unwrap();
    let waiting = moderation::waiting(&mut conn, &mona).await.unwrap();
    assert_eq!((waiting.len(), waiting[0].address()), (1, format!("/petugas/gagasan/{code}")));
    assert!(matches!(moderation::hide(portal, &dewi, "medan", subject, &reason).await, Err(Error::NotFound)));
    moderation::hide(portal, &mona, "medan", subject, &reason).await.unwrap();
    let idea = ideas::show(&mut conn, &dewi, &code).await.unwrap();
    assert_eq!((idea.comments[0].text.as_str(), idea.comments[0].hidden_reason.as_deref()), ("", Some("personal_attack")));
    assert_eq!(told(&world, &vera).await, ["hidden-personal_attack"], "its author is told");
    moderation::hide(portal, &mona, "medan", Subject::Idea(idea.id), &reason).await.unwrap();
    assert!(ideas::list(&mut conn, &dewi, "medan", None).await.unwrap().ideas.is_empty());
    assert_eq!(ideas::show(&mut conn, &dewi, &code).await.unwrap().title, "");
    assert!(matches!(ideas::support(portal, &dewi, &code).await, Err(Error::NotFound)));
    drop(conn);
    ledger::sequence(portal).await.unwrap();
    let report = ledger::verify::verify(portal, &ledger::verify::Against::default(), &mut |_, _, _| {}).await.unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
});

on_both!(the_head_is_reminded_once, world => {
    let portal = &world.portal;
    let rina = world.staff("Rina", Role::PostHolder, "disdukcapil", Some("P101")).await;
    let dewi = world.staff("Dewi", Role::PostHolder, "disdukcapil", Some("P102")).await;
    ideas::propose(portal, &dewi, &world.medan, "a", &typed("disdukcapil", "")).await.unwrap();
    assert_eq!(ideas::remind(portal).await.unwrap(), 0, "not yet");
    portal.clock.advance(15 * DAY);
    assert_eq!((ideas::remind(portal).await.unwrap(), ideas::remind(portal).await.unwrap()), (1, 0));
    assert_eq!(told(&world, &rina).await.iter().filter(|k| *k == "idea-due").count(), 1);
});
