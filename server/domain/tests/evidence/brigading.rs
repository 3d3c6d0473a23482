//! What comes in at once is held back, with the reason, until somebody has looked; self-praise too.

use domain::clock::{DAY, HOUR};
use domain::evaluation::{self, CardDesk, holds};
use domain::testing::World;
use domain::{Error, Refusal, on_both};
use vocabulary::accounts::Role;
use vocabulary::evaluation::{DecisionInput, DeskTab, HoldReason, Settling};

use super::{Cast, accept, cast, close, own_cards, recorded, send};

/// Confirmed praise of one day, all in other words.
async fn flood(world: &World, cast: &Cast, count: usize) -> Vec<domain::feedback::Sent> {
    let mut sent = Vec::new();
    for number in 0..count {
        sent.push(send(world, number, None, |form| form.kind = "apresiasi".into()).await);
    }
    for one in &sent {
        close(world, cast, one, "apresiasi", "upheld").await;
    }
    sent
}

async fn on_any_desk(world: &World, cast: &Cast) -> usize {
    let mut conn = world.portal.db.read().await.unwrap();
    let mut found = 0;
    for actor in [&cast.rina, &cast.sekar] {
        for tab in [DeskTab::Ready, DeskTab::Waiting, DeskTab::Done] {
            found += evaluation::page(&mut conn, &CardDesk::of(actor), tab, world.portal.now(), None).await.unwrap().cards.len();
        }
    }
    found
}

on_both!(a_burst_is_held_and_released_with_a_reason, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let sent = flood(&world, &cast, 13).await;
    assert!(own_cards(&world, &cast.dewi).await.is_empty());
    assert_eq!(on_any_desk(&world, &cast).await, 0, "no card reaches an assessor");
    for one in &sent {
        assert_eq!(recorded(&world, &one.reference, "evidence-held").await, 1);
    }
    let mut conn = portal.db.read().await.unwrap();
    for actor in [&cast.rina, &cast.dewi, &cast.verifier] {
        assert!(matches!(holds::list(&mut conn, actor).await, Err(Error::NotFound)), "{}", actor.name);
    }
    let found = holds::list(&mut conn, &cast.tia).await.unwrap();
    assert_eq!(found.len(), 1, "one group");
    assert_eq!((found[0].seen, found[0].usual, found[0].waiting, found[0].cards), (13, 0, 13, 13));
    assert_eq!(found[0].reasons(), [HoldReason::Burst]);
    let (_, suspects) = holds::show(&mut conn, &cast.tia, found[0].id).await.unwrap();
    drop(conn);
    // One is looked at alone, the others together; the days begin with the release.
    portal.clock.advance(30 * DAY);
    let input = |what: &str| Settling::parse(what, "Saya telepon lima warga; semuanya benar dilayani.").unwrap();
    holds::settle(portal, &cast.tia, found[0].id, Some(suspects[0].subject_id), &input("discarded")).await.unwrap();
    holds::settle(portal, &cast.tia, found[0].id, None, &input("released")).await.unwrap();
    assert!(matches!(holds::settle(portal, &cast.tia, found[0].id, None, &input("released")).await, Err(Error::Refused(Refusal::AlreadyDone))));
    assert_eq!(on_any_desk(&world, &cast).await, 12);
    let id = own_cards(&world, &cast.dewi).await[0];
    let (card, _, behind) = evaluation::see(portal, &cast.rina, id).await.unwrap();
    let today = world.medan.today(portal.now());
    assert!(card.reply_due.as_deref() > Some(today.as_str()), "the right of reply begins when there is something to reply to");
    let hold = behind.hold.unwrap();
    assert_eq!((hold.settled_as.as_deref(), hold.settled_by.as_deref(), hold.reasons()), (Some("released"), Some("Tia"), vec![HoldReason::Burst]));
    let kinds: Vec<usize> = futures(&world, &sent, &["evidence-released", "evidence-discarded"]).await;
    assert_eq!(kinds, [12, 1]);
    let report = domain::ledger::verify::verify(portal, &domain::ledger::verify::Against::default(), &mut |_, _, _| {}).await.unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
});

async fn futures(world: &World, sent: &[domain::feedback::Sent], kinds: &[&str]) -> Vec<usize> {
    let mut found = Vec::new();
    for kind in kinds {
        let mut count = 0;
        for one in sent {
            count += recorded(world, &one.reference, kind).await;
        }
        found.push(count);
    }
    found
}

on_both!(what_is_usual_is_no_burst, world => {
    let cast = cast(&world).await;
    // Five in a week, week after week.
    for week in 0..10 {
        for day in 0..5 {
            let number = week * 5 + day;
            let sent = send(&world, number, None, |form| form.kind = "apresiasi".into()).await;
            if week == 9 {
                close(&world, &cast, &sent, "apresiasi", "upheld").await;
            }
            world.portal.clock.advance(DAY + HOUR);
        }
        world.portal.clock.advance(2 * DAY - 5 * HOUR);
    }
    assert_eq!(own_cards(&world, &cast.dewi).await.len(), 5);
    let mut conn = world.portal.db.read().await.unwrap();
    assert!(holds::list(&mut conn, &cast.tia).await.unwrap().is_empty());
});

on_both!(the_same_words_are_held, world => {
    let cast = cast(&world).await;
    let mut sent = Vec::new();
    for number in 0..4 {
        sent.push(send(&world, number, None, |form| {
            form.kind = "apresiasi".into();
            form.story = format!("Pelayanan loket akta sangat cepat dan petugas ramah sekali, terima kasih banyak {number}.");
        }).await);
    }
    for one in &sent {
        close(&world, &cast, one, "apresiasi", "upheld").await;
    }
    assert!(own_cards(&world, &cast.dewi).await.is_empty());
    let mut conn = world.portal.db.read().await.unwrap();
    assert_eq!(holds::list(&mut conn, &cast.tia).await.unwrap()[0].reasons(), [HoldReason::SameText]);
});

on_both!(new_accounts_are_held_old_ones_are_not, world => {
    let cast = cast(&world).await;
    let mut accounts = Vec::new();
    for name in ["Abel", "Bona", "Cahya", "Dina"] {
        accounts.push(world.resident(name).await.account);
    }
    let mut send_all = Vec::new();
    for (number, account) in accounts.iter().enumerate() {
        send_all.push(send(&world, number, Some(*account), |form| {
            form.kind = "apresiasi".into();
            form.protection = "publik".into();
            form.name = "Warga".into();
        }).await);
    }
    for one in &send_all {
        accept(&world, &cast, one, "apresiasi", "publik").await;
        domain::feedback::answer(&world.portal, &cast.handler, &one.reference, &vocabulary::feedback::AnswerInput::parse("upheld", "Terima kasih atas apresiasinya.").unwrap()).await.unwrap();
        domain::feedback::confirm(&world.portal, one.case, "").await.unwrap();
    }
    assert!(own_cards(&world, &cast.dewi).await.is_empty());
    let mut conn = world.portal.db.read().await.unwrap();
    assert_eq!(holds::list(&mut conn, &cast.tia).await.unwrap()[0].reasons(), [HoldReason::NewAccounts]);
    drop(conn);
    // Two months later they are new no more.
    world.portal.clock.advance(60 * DAY);
    for (number, account) in accounts.iter().enumerate() {
        let one = send(&world, 20 + number, Some(*account), |form| {
            form.kind = "apresiasi".into();
            form.protection = "publik".into();
            form.name = "Warga".into();
        }).await;
        accept(&world, &cast, &one, "apresiasi", "publik").await;
        domain::feedback::answer(&world.portal, &cast.handler, &one.reference, &vocabulary::feedback::AnswerInput::parse("upheld", "Terima kasih atas apresiasinya.").unwrap()).await.unwrap();
        domain::feedback::confirm(&world.portal, one.case, "").await.unwrap();
    }
    assert_eq!(own_cards(&world, &cast.dewi).await.len(), 4);
});

on_both!(self_praise_and_a_colleagues_are_held, world => {
    let cast = cast(&world).await;
    let stranger = world.staff("Dedi", Role::Handler, "dishub", None).await;
    for (number, account, reason) in [(1, cast.dewi.account, Some(HoldReason::OwnAccount)), (2, cast.handler.account, Some(HoldReason::Colleague)), (3, stranger.account, None)] {
        let before = own_cards(&world, &cast.dewi).await.len();
        let one = send(&world, number, Some(account), |form| {
            form.kind = "apresiasi".into();
            form.protection = "publik".into();
            form.name = "Warga".into();
        }).await;
        accept(&world, &cast, &one, "apresiasi", "publik").await;
        domain::feedback::answer(&world.portal, &cast.handler, &one.reference, &vocabulary::feedback::AnswerInput::parse("upheld", "Terima kasih atas apresiasinya.").unwrap()).await.unwrap();
        domain::feedback::confirm(&world.portal, one.case, "").await.unwrap();
        let mut conn = world.portal.db.read().await.unwrap();
        let held = holds::list(&mut conn, &cast.tia).await.unwrap();
        match reason {
            Some(reason) => {
                assert_eq!(own_cards(&world, &cast.dewi).await.len(), before, "{reason}");
                assert!(held.iter().any(|h| h.reasons() == [reason]), "{reason}");
            }
            None => assert_eq!(own_cards(&world, &cast.dewi).await.len(), before + 1, "somebody of another unit is a resident"),
        }
    }
    // Whom a card of the group is about does not settle it.
    let both = {
        let mut tx = world.portal.db.begin().await.unwrap();
        let unit = domain::directory::units::named(&mut tx, "medan", "pemerintah").await.unwrap().0;
        domain::accounts::grant(&world.portal, &mut tx, cast.dewi.account, "medan", unit, Role::PerformanceTeam).await.unwrap();
        tx.commit().await.unwrap();
        world.actor(cast.dewi.account).await
    };
    let mut conn = world.portal.db.read().await.unwrap();
    let id = holds::list(&mut conn, &both).await.unwrap()[0].id;
    drop(conn);
    let own = holds::settle(&world.portal, &both, id, None, &Settling::parse("released", "Menurut saya wajar saja.").unwrap()).await;
    assert!(matches!(own, Err(Error::Refused(Refusal::ConflictOfInterest))));
});

on_both!(a_card_on_the_desk_leaves_it_when_the_burst_shows, world => {
    let cast = cast(&world).await;
    let first = send(&world, 0, None, |form| form.kind = "apresiasi".into()).await;
    close(&world, &cast, &first, "apresiasi", "upheld").await;
    assert_eq!(own_cards(&world, &cast.dewi).await.len(), 1);
    let mut others = Vec::new();
    for number in 1..14 {
        others.push(send(&world, number, None, |form| form.kind = "apresiasi".into()).await);
    }
    accept(&world, &cast, &others[0], "apresiasi", "anonim").await;
    assert!(own_cards(&world, &cast.dewi).await.is_empty(), "it came with the burst");
    assert_eq!(recorded(&world, &first.reference, "evidence-held").await, 1);
});

on_both!(what_is_thrown_out_is_evidence_of_nothing_also_where_it_was_decided, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let first = send(&world, 0, None, |form| form.kind = "apresiasi".into()).await;
    close(&world, &cast, &first, "apresiasi", "upheld").await;
    let card = own_cards(&world, &cast.dewi).await[0];
    evaluation::reply(portal, &cast.dewi, card, "Terima kasih; kami jaga terus.").await.unwrap();
    evaluation::decide(portal, &cast.rina, card, &DecisionInput::parse("accept", "Dilayani dengan cepat.").unwrap()).await.unwrap();
    portal.clock.advance(2 * HOUR);
    let mut others = Vec::new();
    for number in 1..14 {
        others.push(send(&world, number, None, |form| form.kind = "apresiasi".into()).await);
    }
    accept(&world, &cast, &others[0], "apresiasi", "anonim").await;
    let mut conn = portal.db.read().await.unwrap();
    let hold = holds::list(&mut conn, &cast.tia).await.unwrap()[0].id;
    assert!(evaluation::card(portal, &mut conn, &cast.rina, card).await.is_ok(), "what was decided stands until somebody has looked");
    drop(conn);
    holds::settle(portal, &cast.tia, hold, None, &Settling::parse("discarded", "Semua dari satu warung internet.").unwrap()).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    assert!(matches!(evaluation::card(portal, &mut conn, &cast.rina, card).await, Err(Error::NotFound)));
    assert!(!evaluation::of_case(&mut conn, first.case).await.unwrap(), "nobody is told that it was used");
    let report = domain::ledger::verify::verify(portal, &domain::ledger::verify::Against::default(), &mut |_, _, _| {}).await.unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
});

on_both!(a_burst_is_held_also_where_it_is_split_by_kind_or_over_weeks, world => {
    let cast = cast(&world).await;
    let kinds = ["apresiasi", "pengaduan", "aspirasi", "permintaan_informasi"];
    // Eight of each kind in a week: none is a burst of its own, together they are.
    for number in 0..32 {
        let kind = kinds[number % 4];
        let sent = send(&world, number, None, |form| form.kind = kind.into()).await;
        accept(&world, &cast, &sent, kind, "anonim").await;
        world.portal.clock.advance(4 * HOUR);
    }
    let mut conn = world.portal.db.read().await.unwrap();
    assert!(!holds::list(&mut conn, &cast.tia).await.unwrap().is_empty(), "split by kind");
    drop(conn);
    let before = held(&world).await;
    // Months later, ten a week of one kind for five weeks.
    world.portal.clock.advance(200 * DAY);
    for number in 100..150 {
        let sent = send(&world, number, None, |form| (form.kind, form.date) = ("apresiasi".into(), String::new())).await;
        accept(&world, &cast, &sent, "apresiasi", "anonim").await;
        world.portal.clock.advance(16 * HOUR);
    }
    assert!(held(&world).await - before >= 36, "a few every day");
});

async fn held(world: &World) -> i64 {
    let mut conn = world.portal.db.read().await.unwrap();
    domain::on!(&mut conn, c => sqlx::query_scalar("select count(*) from evidence_suspect").fetch_one(c).await.unwrap())
}
