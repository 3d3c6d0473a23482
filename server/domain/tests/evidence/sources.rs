//! What becomes a card and what does not: confirmed cases, praise, answers that helped; never a rule, never twice.

use domain::evaluation;
use domain::feedback::{self, Act, mark_rule_matter, unmark_rule_matter};
use domain::forum;
use domain::{Error, Refusal, on_both};
use vocabulary::accounts::Role;
use vocabulary::evaluation::{ReporterBand, Source};
use vocabulary::feedback::{AnswerInput, MergeInput, ResumeInput};
use vocabulary::forum::NewTopic;

use super::{accept, cast, close, own_cards, recorded, send};

on_both!(a_card_has_the_promise_and_the_value_and_no_identity, world => {
    let cast = cast(&world).await;
    let sent = send(&world, 1, None, |form| {
        form.protection = "publik".into();
        form.name = "Sari Pelapor".into();
        form.email = "sari@surel.example".into();
    }).await;
    close(&world, &cast, &sent, "pengaduan", "partly").await;
    let id = own_cards(&world, &cast.dewi).await[0];
    let mut conn = world.portal.db.read().await.unwrap();
    let (card, _) = evaluation::card(&world.portal, &mut conn, &cast.dewi, id).await.unwrap();
    assert_eq!(card.source, Source::Partly);
    assert_eq!(card.value.as_deref(), Some("berorientasi_pelayanan"), "proposed by the element");
    assert_eq!((card.standard_version, card.service_name.as_deref()), (Some(1), Some("Akta kelahiran")));
    assert_eq!(card.event_on, "2026-10-30");
    assert!(!format!("{card:?}").contains("Sari"), "nobody's name is in it");
});

on_both!(a_cluster_is_one_card_with_a_band, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let main = send(&world, 1, None, |_| {}).await;
    for number in 2..5 {
        let other = send(&world, number, None, |_| {}).await;
        let input = MergeInput { into: main.reference.clone(), note: "Hal yang sama di loket yang sama.".into() };
        feedback::act(portal, &cast.verifier, &other.reference, None, feedback::Act::Merge(&input)).await.unwrap();
    }
    close(&world, &cast, &main, "pengaduan", "upheld").await;
    let cards = own_cards(&world, &cast.dewi).await;
    assert_eq!(cards.len(), 1);
    let mut conn = portal.db.read().await.unwrap();
    let (card, _) = evaluation::card(portal, &mut conn, &cast.dewi, cards[0]).await.unwrap();
    assert_eq!(card.reports(), ReporterBand::Few, "four reports, said as a band");
});

on_both!(what_is_not_evidence_makes_no_card, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    // Not confirmed: the unit's word stands alone.
    let unconfirmed = send(&world, 1, None, |_| {}).await;
    accept(&world, &cast, &unconfirmed, "pengaduan", "anonim").await;
    feedback::answer(portal, &cast.handler, &unconfirmed.reference, &AnswerInput::parse("upheld", "Sudah kami perbaiki kemarin siang.").unwrap()).await.unwrap();
    // Found untrue.
    close(&world, &cast, &send(&world, 2, None, |_| {}).await, "pengaduan", "not_upheld").await;
    // The rule is the matter.
    let rule = send(&world, 3, None, |_| {}).await;
    accept(&world, &cast, &rule, "pengaduan", "anonim").await;
    assert!(matches!(mark_rule_matter(portal, &cast.rina, &rule.reference, "Syarat ditentukan undang-undang.").await, Err(Error::NotFound)), "not the assessor's to say");
    mark_rule_matter(portal, &cast.handler, &rule.reference, "Syarat ditentukan undang-undang.").await.unwrap();
    assert!(matches!(mark_rule_matter(portal, &cast.handler, &rule.reference, "Sekali lagi.").await, Err(Error::Refused(Refusal::AlreadyDone))));
    feedback::answer(portal, &cast.handler, &rule.reference, &AnswerInput::parse("upheld", "Syarat itu memang berat; kami sampaikan ke pusat.").unwrap()).await.unwrap();
    feedback::confirm(portal, rule.case, "").await.unwrap();
    assert!(own_cards(&world, &cast.dewi).await.is_empty());
    let closed = mark_rule_matter(portal, &cast.verifier, &unconfirmed.reference, "Masih terbuka, boleh.").await;
    closed.unwrap();
});

on_both!(an_answer_that_helped_becomes_a_card, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let asker = world.resident("Sari").await;
    let officer = {
        let mut tx = portal.db.begin().await.unwrap();
        let unit = domain::directory::units::named(&mut tx, "medan", "disdukcapil").await.unwrap().0;
        domain::accounts::grant(portal, &mut tx, cast.dewi.account, "medan", unit, Role::Handler).await.unwrap();
        tx.commit().await.unwrap();
        world.actor(cast.dewi.account).await
    };
    let topic = NewTopic::parse("layanan", "Apakah akta bisa diambil paman?", "Saya bekerja di luar kota sampai akhir bulan.").unwrap();
    let code = forum::start(portal, &asker, "medan", &"e".repeat(32), &topic).await.unwrap();
    forum::reply(portal, &officer, "medan", &code, &"f".repeat(32), "Bisa, dengan surat kuasa dan KTP keduanya.", true).await.unwrap();
    // Praise from inside does not count: a colleague's, and one's own.
    for inside in [&cast.handler, &officer] {
        forum::helpful(portal, inside, "medan", &code, 1).await.unwrap();
    }
    for name in ["Budi", "Cici", "Didi"] {
        forum::helpful(portal, &world.resident(name).await, "medan", &code, 1).await.unwrap();
    }
    assert!(own_cards(&world, &cast.dewi).await.is_empty(), "three strangers are not enough");
    assert!(matches!(forum::helpful(portal, &asker, "medan", &code, 2).await, Err(Error::NotFound)), "there is no such answer");
    // Their accounts are of today: the asker's voice makes four new ones, so the card is made and held.
    forum::helpful(portal, &asker, "medan", &code, 1).await.unwrap();
    assert!(own_cards(&world, &cast.dewi).await.is_empty(), "held");
    let mut conn = portal.db.read().await.unwrap();
    let holds = evaluation::holds::list(&mut conn, &cast.tia).await.unwrap();
    assert_eq!((holds.len(), holds[0].cards, holds[0].kind.as_str()), (1, 1, "forum"));
    drop(conn);
    let input = vocabulary::evaluation::Settling::parse("released", "Akunnya baru karena forum baru dibuka.").unwrap();
    evaluation::holds::settle(portal, &cast.tia, holds[0].id, None, &input).await.unwrap();
    let id = own_cards(&world, &cast.dewi).await[0];
    let (card, _, behind) = evaluation::see(portal, &cast.dewi, id).await.unwrap();
    assert_eq!((card.source, card.reference.as_str()), (Source::Answer, code.as_str()));
    assert!(behind.hold.is_some(), "it says that it was held");
    // Taking the voice back leaves what was made; saying it again makes no second one.
    forum::helpful(portal, &asker, "medan", &code, 1).await.unwrap();
    forum::helpful(portal, &asker, "medan", &code, 1).await.unwrap();
    assert_eq!(own_cards(&world, &cast.dewi).await.len(), 1);
});

on_both!(an_asker_alone_is_enough, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let asker = world.resident("Sari").await;
    let topic = NewTopic::parse("layanan", "Apakah akta bisa diambil paman?", "Saya bekerja di luar kota sampai akhir bulan.").unwrap();
    let code = forum::start(portal, &asker, "medan", &"e".repeat(32), &topic).await.unwrap();
    forum::reply(portal, &cast.handler, "medan", &code, &"f".repeat(32), "Bisa, dengan surat kuasa dan KTP keduanya.", true).await.unwrap();
    forum::helpful(portal, &asker, "medan", &code, 1).await.unwrap();
    // Hendra holds no post in the unit: it is the head's.
    assert_eq!(own_cards(&world, &cast.rina).await.len(), 1);
    let mut conn = portal.db.read().await.unwrap();
    let topic = forum::show(&mut conn, "medan", &code, None).await.unwrap().0;
    assert_eq!(forum::helped(&mut conn, topic.id, Some(asker.account)).await.unwrap(), [(1, 1, true)]);
});

on_both!(the_mark_of_a_rule_is_taken_back_with_a_reason, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let why = "Ternyata petugas salah membaca syaratnya.";
    // While it is open: the mark goes, may come again, and each is a row and an entry.
    let open = send(&world, 1, None, |_| {}).await;
    accept(&world, &cast, &open, "pengaduan", "anonim").await;
    let nothing = unmark_rule_matter(portal, &cast.handler, &open.reference, why).await;
    assert!(matches!(nothing, Err(Error::Refused(Refusal::AlreadyDone))), "there is none to take back");
    mark_rule_matter(portal, &cast.handler, &open.reference, "Syarat ditentukan undang-undang.").await.unwrap();
    for actor in [&cast.rina, &cast.dewi, &cast.tia] {
        assert!(matches!(unmark_rule_matter(portal, actor, &open.reference, why).await, Err(Error::NotFound)), "{}", actor.name);
    }
    unmark_rule_matter(portal, &cast.verifier, &open.reference, why).await.unwrap();
    mark_rule_matter(portal, &cast.handler, &open.reference, "Pasal lain yang menentukan.").await.unwrap();
    unmark_rule_matter(portal, &cast.handler, &open.reference, why).await.unwrap();
    assert!(own_cards(&world, &cast.dewi).await.is_empty(), "nobody has confirmed");
    feedback::answer(portal, &cast.handler, &open.reference, &AnswerInput::parse("upheld", "Sudah kami perbaiki kemarin siang.").unwrap()).await.unwrap();
    feedback::confirm(portal, open.case, "").await.unwrap();
    assert_eq!(own_cards(&world, &cast.dewi).await.len(), 1, "unmarked, it counts as any other");
    // After the reporter confirmed: the card that was held up comes now, with its days from today.
    let closed = send(&world, 2, None, |_| {}).await;
    accept(&world, &cast, &closed, "pengaduan", "anonim").await;
    mark_rule_matter(portal, &cast.handler, &closed.reference, "Syarat ditentukan undang-undang.").await.unwrap();
    feedback::answer(portal, &cast.handler, &closed.reference, &AnswerInput::parse("upheld", "Syarat itu memang berat.").unwrap()).await.unwrap();
    feedback::confirm(portal, closed.case, "").await.unwrap();
    portal.clock.advance(7 * domain::clock::DAY);
    unmark_rule_matter(portal, &cast.verifier, &closed.reference, why).await.unwrap();
    let cards = own_cards(&world, &cast.dewi).await;
    assert_eq!(cards.len(), 2);
    let mut conn = portal.db.read().await.unwrap();
    let mut due = Vec::new();
    for id in cards {
        let (card, _) = evaluation::card(portal, &mut conn, &cast.dewi, id).await.unwrap();
        due.push((card.reference, card.reply_due));
    }
    drop(conn);
    assert!(due.contains(&(closed.reference.clone(), Some("2026-11-16".to_owned()))), "{due:?}");
    assert_eq!(recorded(&world, &open.reference, "feedback-rule-matter").await, 2);
    assert_eq!(recorded(&world, &open.reference, "feedback-rule-matter-withdrawn").await, 2);
    domain::ledger::sequence(portal).await.unwrap();
    let report = domain::ledger::verify::verify(portal, &domain::ledger::verify::Against::default(), &mut |_, _, _| {}).await.unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
});

on_both!(a_case_that_is_opened_again_takes_its_card_along, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let sent = send(&world, 0, None, |_| {}).await;
    close(&world, &cast, &sent, "pengaduan", "upheld").await;
    let card = own_cards(&world, &cast.dewi).await[0];
    feedback::ask_reopen(portal, sent.case, "Foto loket kosong hari ini.").await.unwrap();
    let reopen = ResumeInput::parse("arahan", "Periksa sekali lagi.", "").unwrap();
    feedback::act(portal, &cast.verifier, &sent.reference, None, Act::Reopen(&reopen)).await.unwrap();
    assert!(own_cards(&world, &cast.dewi).await.is_empty(), "what it says may be otherwise soon");
    feedback::answer(portal, &cast.handler, &sent.reference, &AnswerInput::parse("partly", "Loket kosong dua puluh menit saja.").unwrap()).await.unwrap();
    feedback::confirm(portal, sent.case, "").await.unwrap();
    assert_eq!(own_cards(&world, &cast.dewi).await, [card], "one card, as it ended");
    let mut conn = portal.db.read().await.unwrap();
    let (now, _) = evaluation::card(portal, &mut conn, &cast.dewi, card).await.unwrap();
    assert_eq!((now.source, now.answer.as_str()), (Source::Partly, "Loket kosong dua puluh menit saja."));
    let report = domain::ledger::verify::verify(portal, &domain::ledger::verify::Against::default(), &mut |_, _, _| {}).await.unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
});
