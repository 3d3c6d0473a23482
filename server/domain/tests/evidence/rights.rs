//! The right of reply, who decides, and how a decision is corrected.

use domain::evaluation::{self, CardDesk};
use domain::notifications::notices;
use domain::testing::World;
use domain::{Error, Refusal, on_both};
use vocabulary::evaluation::{CardStage, CoreValue, DecisionInput, DeskTab, Standing, TypedDecision};

use super::{Cast, accept, cast, close, own_cards, recorded, send};

fn accepting() -> DecisionInput {
    let typed = TypedDecision { decision: "accept", reason: "Terbukti dan sudah dibahas.", grounds: "", value: "berorientasi_pelayanan", feedback: "Mohon jadwal jaga dipasang." };
    DecisionInput::read(&typed).unwrap()
}

async fn one_card(world: &World, cast: &Cast) -> (domain::feedback::Sent, domain::ids::CardId) {
    let sent = send(world, 1, None, |_| {}).await;
    close(world, cast, &sent, "pengaduan", "upheld").await;
    let card = own_cards(world, &cast.dewi).await[0];
    (sent, card)
}

on_both!(the_reply_comes_first_and_travels_with_the_card, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let (sent, id) = one_card(&world, &cast).await;
    let early = evaluation::decide(portal, &cast.rina, id, &accepting()).await;
    assert!(matches!(early, Err(Error::Refused(Refusal::TooEarly))), "the holder speaks first");
    // A photo in the wrong place is none, one that is kept travels with the reply.
    let mut png = Vec::new();
    image::DynamicImage::new_rgb8(9, 9).write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
    let photo = portal.files.keep(domain::files::prepare(&png).unwrap()).await.unwrap();
    let wrong = evaluation::reply_with_files(portal, &cast.dewi, id, "Rapat mendadak pagi itu.", &["0".repeat(64)]).await;
    assert!(matches!(wrong, Err(Error::Invalid(_))));
    assert!(matches!(evaluation::reply(portal, &cast.rina, id, "Bukan tentang saya.").await, Err(Error::NotFound)), "nobody replies in another's place");
    evaluation::reply_with_files(portal, &cast.dewi, id, "Rapat mendadak; jadwal jaga sudah kami ubah.", std::slice::from_ref(&photo.file)).await.unwrap();
    let twice = evaluation::reply(portal, &cast.dewi, id, "Satu hal lagi yang terlupa.").await;
    assert!(matches!(twice, Err(Error::Refused(Refusal::AlreadyDone))));
    // The same words and the same photo for everyone who may see the card, and for nobody else.
    for (actor, standing) in [(&cast.dewi, Standing::Subject), (&cast.rina, Standing::Assessor), (&cast.sekar, Standing::Superior), (&cast.tia, Standing::Team)] {
        let (card, footing, behind) = evaluation::see(portal, actor, id).await.unwrap();
        assert_eq!((footing.standing, card.reply.as_deref(), behind.files.len()), (standing, Some("Rapat mendadak; jadwal jaga sudah kami ubah."), 1), "{}", actor.name);
        assert!(!evaluation::reply_file(portal, actor, id, 1).await.unwrap().is_empty());
    }
    for actor in [&cast.verifier, &cast.handler] {
        assert!(matches!(evaluation::see(portal, actor, id).await, Err(Error::NotFound)), "{}", actor.name);
        assert!(matches!(evaluation::reply_file(portal, actor, id, 1).await, Err(Error::NotFound)), "{}", actor.name);
    }
    // Three looked who are not the holder; she reads it.
    let mut conn = portal.db.read().await.unwrap();
    assert_eq!(evaluation::looks_at(&mut conn, cast.dewi.person.unwrap(), None).await.unwrap().len(), 3);
    drop(conn);
    evaluation::decide(portal, &cast.rina, id, &accepting()).await.unwrap();
    let (card, _, behind) = evaluation::see(portal, &cast.dewi, id).await.unwrap();
    assert_eq!(card.stage(), CardStage::Decided);
    assert_eq!(behind.decisions[0].value.as_deref(), Some(CoreValue::ServiceOriented.as_str()));
    assert_eq!(behind.decisions[0].feedback, "Mohon jadwal jaga dipasang.");
    for kind in ["evidence-offered", "evidence-replied", "evidence-decided"] {
        assert_eq!(recorded(&world, &sent.reference, kind).await, 1, "{kind}");
    }
});

on_both!(without_a_reply_the_last_day_decides, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let (_, id) = one_card(&world, &cast).await;
    let mut conn = portal.db.read().await.unwrap();
    let (card, _) = evaluation::card(portal, &mut conn, &cast.rina, id).await.unwrap();
    drop(conn);
    // Five working days from Monday, 2 November: Monday, 9 November; the day after, it can be decided.
    assert_eq!((card.reply_due.as_deref(), card.ready_on.as_deref()), (Some("2026-11-09"), Some("2026-11-10")));
    let last = portal.at(domain::clock::parse_moment("2026-11-09T23:00:00+07:00").unwrap());
    assert!(matches!(evaluation::decide(&last, &cast.rina, id, &accepting()).await, Err(Error::Refused(Refusal::TooEarly))));
    let next = portal.at(domain::clock::parse_moment("2026-11-10T00:30:00+07:00").unwrap());
    evaluation::decide(&next, &cast.rina, id, &accepting()).await.unwrap();
});

on_both!(a_holder_who_moved_still_replies_and_the_successor_starts_clean, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    // It happened on 30 October; Dewi moves on 1 November, before anything is confirmed.
    world.resign("P102", "2026-10-31").await;
    world.appoint("P195", "Bayu Siregar", "kabid-capil-disdukcapil", "definitive", "2026-11-01", None).await;
    world.add_post("dishub", "staf-ahli", "Kepala Seksi Angkutan", "pengawas", None).await;
    world.appoint("P102", "Dewi Batubara", "staf-ahli", "definitive", "2026-11-01", None).await;
    let bayu = world.staff("Bayu Siregar", vocabulary::accounts::Role::PostHolder, "disdukcapil", Some("P195")).await;
    let (_, id) = one_card(&world, &cast).await;
    assert!(own_cards(&world, &bayu).await.is_empty(), "a new holder starts clean");
    assert!(matches!(evaluation::see(portal, &bayu, id).await, Err(Error::NotFound)));
    // Every role is gone, the account is left: the right stays.
    let mut tx = portal.db.begin().await.unwrap();
    domain::on!(&mut tx, c => sqlx::query("update role_grant set ended_at = 1 where account_id = $1").bind(cast.dewi.account).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    let dewi = world.actor(cast.dewi.account).await;
    assert!(!dewi.is_staff());
    evaluation::reply(portal, &dewi, id, "Saat itu saya masih menjabat; loket dijaga dua orang.").await.unwrap();
    let (card, footing, _) = evaluation::see(portal, &cast.rina, id).await.unwrap();
    assert_eq!((footing.standing, card.holder_name.as_deref()), (Standing::Assessor, Some("Dewi Batubara")));
});

on_both!(who_is_too_near_does_not_decide_the_next_in_line_does, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let (_, id) = one_card(&world, &cast).await;
    evaluation::reply(portal, &cast.dewi, id, "Jadwal jaga sudah kami ubah.").await.unwrap();
    let own = evaluation::decide(portal, &cast.dewi, id, &accepting()).await;
    assert!(matches!(own, Err(Error::Refused(Refusal::ConflictOfInterest))), "nobody decides on themselves");
    for actor in [&cast.sekar, &cast.tia] {
        assert!(matches!(evaluation::decide(portal, actor, id, &accepting()).await, Err(Error::NotFound)), "{} looks and does not decide", actor.name);
    }
    // Rina answered the next report herself, for the unit: it is the secretary's.
    let rina_handles = {
        let mut tx = portal.db.begin().await.unwrap();
        let unit = domain::directory::units::named(&mut tx, "medan", "disdukcapil").await.unwrap().0;
        domain::accounts::grant(portal, &mut tx, cast.rina.account, "medan", unit, vocabulary::accounts::Role::Handler).await.unwrap();
        tx.commit().await.unwrap();
        world.actor(cast.rina.account).await
    };
    let sent = send(&world, 2, None, |_| {}).await;
    accept(&world, &cast, &sent, "pengaduan", "anonim").await;
    domain::feedback::answer(portal, &rina_handles, &sent.reference, &vocabulary::feedback::AnswerInput::parse("upheld", "Sudah kami perbaiki kemarin siang.").unwrap()).await.unwrap();
    domain::feedback::confirm(portal, sent.case, "").await.unwrap();
    let near = own_cards(&world, &cast.dewi).await.into_iter().find(|c| *c != id).unwrap();
    evaluation::reply(portal, &cast.dewi, near, "Benar, sudah diperbaiki bersama.").await.unwrap();
    assert!(matches!(evaluation::decide(portal, &rina_handles, near, &accepting()).await, Err(Error::NotFound)), "she handled it");
    let mut conn = portal.db.read().await.unwrap();
    let listed = evaluation::page(&mut conn, &CardDesk::of(&cast.sekar), DeskTab::Ready, portal.now(), None).await.unwrap();
    assert_eq!(listed.cards.iter().map(|c| c.id).collect::<Vec<_>>(), [near], "it lies on the secretary's desk");
    drop(conn);
    evaluation::decide(portal, &cast.sekar, near, &accepting()).await.unwrap();
    evaluation::decide(portal, &cast.rina, id, &accepting()).await.unwrap();
});

on_both!(a_decision_is_corrected_beside_the_old_one, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let (sent, id) = one_card(&world, &cast).await;
    evaluation::reply(portal, &cast.dewi, id, "Jadwal jaga sudah kami ubah.").await.unwrap();
    let (one, two) = (accepting(), accepting());
    let both = tokio::join!(evaluation::decide(portal, &cast.rina, id, &one), evaluation::decide(portal, &cast.rina, id, &two));
    assert_eq!([both.0.is_ok(), both.1.is_ok()].iter().filter(|ok| **ok).count(), 1, "two clicks are one decision");
    let rejecting = DecisionInput::read(&TypedDecision { decision: "reject", reason: "Ternyata pemadaman listrik kota hari itu.", grounds: "beyond_post", value: "", feedback: "" }).unwrap();
    evaluation::correct(portal, &cast.rina, id, 1, &rejecting).await.unwrap();
    assert!(matches!(evaluation::correct(portal, &cast.rina, id, 1, &rejecting).await, Err(Error::Refused(Refusal::AlreadyDone))), "from an old page");
    let (card, _, behind) = evaluation::see(portal, &cast.dewi, id).await.unwrap();
    assert_eq!(card.decision.as_deref(), Some("reject"));
    let kept: Vec<_> = behind.decisions.iter().map(|d| (d.number, d.decision.as_str(), d.grounds.as_deref())).collect();
    assert_eq!(kept, [(2, "reject", Some("beyond_post")), (1, "accept", None)]);
    assert_eq!(recorded(&world, &sent.reference, "evidence-decided").await, 2);
});

on_both!(holder_and_assessor_talk_and_nobody_else, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let (sent, id) = one_card(&world, &cast).await;
    evaluation::write_note(portal, &cast.rina, id, "Bisa kita bahas hari Rabu?").await.unwrap();
    evaluation::write_note(portal, &cast.dewi, id, "Bisa, pukul dua siang.").await.unwrap();
    for actor in [&cast.sekar, &cast.tia, &cast.handler] {
        assert!(matches!(evaluation::write_note(portal, actor, id, "Saya ikut menulis.").await, Err(Error::NotFound)), "{}", actor.name);
    }
    let (_, _, behind) = evaluation::see(portal, &cast.dewi, id).await.unwrap();
    assert_eq!(behind.notes.iter().map(|n| n.by_right.as_str()).collect::<Vec<_>>(), ["assessor", "holder"]);
    assert_eq!(recorded(&world, &sent.reference, "evidence-noted").await, 2);
});

on_both!(a_card_is_handed_over_with_the_post, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let (_, id) = one_card(&world, &cast).await;
    evaluation::reply(portal, &cast.dewi, id, "Jadwal jaga sudah kami ubah.").await.unwrap();
    let ready = async |actor: &domain::accounts::Actor| {
        let mut conn = portal.db.read().await.unwrap();
        evaluation::page(&mut conn, &CardDesk::of(actor), DeskTab::Ready, portal.now(), None).await.unwrap().cards.len()
    };
    assert_eq!((ready(&cast.rina).await, ready(&cast.sekar).await), (1, 0));
    world.resign("P101", "2026-11-01").await;
    assert!(matches!(evaluation::decide(portal, &cast.rina, id, &accepting()).await, Err(Error::NotFound)), "who resigned decides no more, at once");
    assert_eq!(evaluation::hand_over(portal).await.unwrap(), 1);
    assert_eq!(evaluation::hand_over(portal).await.unwrap(), 0, "it may be repeated");
    assert_eq!((ready(&cast.rina).await, ready(&cast.sekar).await), (0, 1));
    let mut conn = portal.db.read().await.unwrap();
    assert_eq!(notices(&mut conn, cast.sekar.account, None).await.unwrap().0.iter().filter(|n| n.kind == "cards-handed").count(), 1, "who takes over is told");
    drop(conn);
    evaluation::decide(portal, &cast.sekar, id, &accepting()).await.unwrap();
});
