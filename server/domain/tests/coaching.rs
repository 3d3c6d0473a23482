//! Coaching: opened by the assessor, two check-ins in their order, an outcome, the person's own view; seen by four and
//! nobody else, each look told.

use domain::accounts::Actor;
use domain::clock::DAY;
use domain::development::Holder;
use domain::development::coaching::{self, accepted_cards, assessed, coachings};
use domain::evaluation::looks_at;
use domain::ids::{CardId, CoachingId, TenureId};
use domain::testing::World;
use domain::{Error, Refusal, ledger, notifications, on, on_both};
use vocabulary::accounts::Role;
use vocabulary::development::{CoachingStage, NewCoaching, StepInput, TypedCoaching};
use vocabulary::evaluation::Standing;

const TODAY: &str = "2026-11-02";

fn agreed(cards: Vec<String>) -> NewCoaching {
    TypedCoaching {
        reason: "Dua laporan tentang loket yang tutup lebih awal terbukti.".into(),
        cards,
        actions: [("Menyusun jadwal jaga loket".into(), "2026-11-13".into()), ("Membaca standar pelayanan".into(), "2026-11-20".into()), Default::default()],
        first_check_on: "2026-11-16".into(),
        second_check_on: "2026-12-07".into(),
    }
    .parse(TODAY)
    .unwrap()
}

fn written(step: &str, outcome: &str) -> StepInput {
    StepInput::parse(step, outcome, "Jadwal jaga sudah dipasang dan dijalankan.").unwrap()
}

/// Rina heads the registry and assesses Dewi, who heads a division of it.
async fn people(world: &World) -> (Actor, Actor, TenureId) {
    let rina = world.staff("Rina", Role::Assessor, "disdukcapil", Some("P101")).await;
    let dewi = world.staff("Dewi", Role::PostHolder, "disdukcapil", Some("P102")).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let tenure = Holder::of_person(&mut conn, dewi.person.unwrap(), TODAY).await.unwrap().unwrap().tenure_id;
    (rina, dewi, tenure)
}

async fn told(world: &World, actor: &Actor) -> Vec<String> {
    let mut conn = world.portal.db.read().await.unwrap();
    notifications::notices(&mut conn, actor.account, None).await.unwrap().0.into_iter().map(|n| n.kind).collect()
}

on_both!(from_agreement_to_outcome, world => {
    let portal = &world.portal;
    let (rina, dewi, tenure) = people(&world).await;
    let mut conn = portal.db.read().await.unwrap();
    assert_eq!(assessed(&mut conn, &rina, "medan", TODAY).await.unwrap().iter().map(|h| h.name.as_str()).collect::<Vec<_>>(), ["Dewi Batubara"]);
    let id = coaching::open(portal, &rina, "medan", tenure, None, &agreed(Vec::new())).await.unwrap();
    assert_eq!(told(&world, &dewi).await, ["coaching-opened"]);
    for early in ["tinjauan_2", "hasil"] {
        let outcome = if early == "hasil" { "membaik" } else { "" };
        assert!(matches!(coaching::step(portal, &rina, id, &written(early, outcome)).await, Err(Error::Refused(Refusal::SkipsStep))), "{early} skips");
    }
    coaching::step(portal, &dewi, id, &written("pandangan", "")).await.unwrap();
    assert!(told(&world, &rina).await.contains(&"coaching-view".to_owned()));
    assert!(matches!(coaching::step(portal, &dewi, id, &written("tinjauan_1", "")).await, Err(Error::NotFound)), "nobody checks on themselves");
    assert!(matches!(coaching::step(portal, &rina, id, &written("pandangan", "")).await, Err(Error::NotFound)), "nobody writes another's view");
    coaching::step(portal, &rina, id, &written("tinjauan_1", "")).await.unwrap();
    assert!(matches!(coaching::step(portal, &rina, id, &written("tinjauan_1", "")).await, Err(Error::Refused(Refusal::AlreadyDone))));
    assert!(matches!(coaching::step(portal, &rina, id, &written("tinjauan_2", "")).await, Err(Error::Refused(Refusal::SkipsStep))), "two looks on one day are one");
    portal.clock.advance(21 * DAY);
    coaching::step(portal, &rina, id, &written("tinjauan_2", "")).await.unwrap();
    coaching::step(portal, &rina, id, &written("hasil", "diperpanjang")).await.unwrap();
    assert!(matches!(coaching::step(portal, &rina, id, &written("hasil", "membaik")).await, Err(Error::Refused(Refusal::AlreadyDone))));
    let (shown, standing, _) = coaching::show(portal, &dewi, id).await.unwrap();
    assert_eq!((shown.stage(), standing, shown.actions.len(), shown.steps.len()), (CoachingStage::Closed, Standing::Subject, 2, 4));
    // Extended: one follows, and one only.
    let next = coaching::open(portal, &rina, "medan", tenure, Some(id), &agreed(Vec::new())).await.unwrap();
    assert_eq!(coaching::show(portal, &dewi, id).await.unwrap().0.continued_by, Some(next));
    assert!(matches!(coaching::open(portal, &rina, "medan", tenure, Some(id), &agreed(Vec::new())).await, Err(Error::Refused(Refusal::AlreadyDone))));
    assert!(matches!(coaching::open(portal, &rina, "medan", tenure, Some(next), &agreed(Vec::new())).await, Err(Error::NotFound)), "what goes on is not continued");
    drop(conn);
    ledger::sequence(portal).await.unwrap();
    let report = ledger::verify::verify(portal, &ledger::verify::Against::default(), &mut |_, _, _| {}).await.unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
});

on_both!(four_see_it_and_each_look_is_told, world => {
    let portal = &world.portal;
    let (rina, dewi, tenure) = people(&world).await;
    let tim = world.staff("Tim", Role::PerformanceTeam, "", None).await;
    let strangers = [
        world.staff("Kurnia", Role::PostHolder, "kelurahan-bagan-deli", Some("P103")).await,
        world.staff("Asri", Role::Assessor, "", None).await,
        world.staff("Vera", Role::Verifier, "", None).await,
        world.account_in("binjai", "Bina", Some((Role::PerformanceTeam, "pemerintah")), None).await,
        world.resident("Sari").await,
    ];
    for stranger in &strangers {
        assert!(matches!(coaching::open(portal, stranger, "medan", tenure, None, &agreed(Vec::new())).await, Err(Error::NotFound)), "{} opens", stranger.name);
    }
    assert!(matches!(coaching::open(portal, &dewi, "medan", tenure, None, &agreed(Vec::new())).await, Err(Error::NotFound)), "nobody coaches themselves");
    assert!(matches!(coaching::open(portal, &rina, "binjai", tenure, None, &agreed(Vec::new())).await, Err(Error::NotFound)));
    let id = coaching::open(portal, &rina, "medan", tenure, None, &agreed(Vec::new())).await.unwrap();
    for stranger in &strangers {
        assert!(matches!(coaching::show(portal, stranger, id).await, Err(Error::NotFound)), "{} sees", stranger.name);
        assert!(matches!(coaching::step(portal, stranger, id, &written("tinjauan_1", "")).await, Err(Error::NotFound)), "{} writes", stranger.name);
        let mut conn = portal.db.read().await.unwrap();
        assert!(coachings(&mut conn, stranger, "medan", TODAY).await.unwrap().is_empty(), "{} lists", stranger.name);
    }
    assert_eq!(coaching::show(portal, &tim, id).await.unwrap().1, Standing::Team);
    assert!(matches!(coaching::step(portal, &tim, id, &written("tinjauan_1", "")).await, Err(Error::NotFound)), "the team reads and does not coach");
    coaching::show(portal, &rina, id).await.unwrap();
    coaching::show(portal, &dewi, id).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let seen: Vec<Standing> = looks_at(&mut conn, dewi.person.unwrap(), None).await.unwrap().into_iter().map(|s| s.standing).collect();
    assert_eq!(seen.len(), 2, "one's own look is none");
    assert!(seen.contains(&Standing::Team) && seen.contains(&Standing::Assessor));
    let of = async |actor: &Actor| coachings(&mut portal.db.read().await.unwrap(), actor, "medan", TODAY).await.unwrap().into_iter().map(|(c, s)| (c.name, s)).collect::<Vec<_>>();
    assert_eq!(of(&tim).await, [(String::new(), Standing::Team)], "the team's list names nobody");
    assert_eq!(of(&rina).await, [("Dewi Batubara".to_owned(), Standing::Assessor)]);
    assert_eq!(of(&dewi).await, [("Dewi Batubara".to_owned(), Standing::Subject)]);
});

/// A card about Dewi, decided as asked.
async fn card(world: &World, decision: &str) -> CardId {
    use domain::feedback::{accept, answer, confirm, send};
    use vocabulary::feedback::{AcceptInput, AnswerInput};
    let portal = &world.portal;
    let suffix = decision.replace('_', "");
    let vera = world.staff(&format!("Vera {suffix}"), Role::Verifier, "", None).await;
    let hadi = world.staff(&format!("Hadi {suffix}"), Role::Handler, "disdukcapil", None).await;
    let mut form = domain::testing::answers();
    form.key = suffix.chars().take(1).collect::<String>().repeat(32);
    let sent = send(portal, &world.medan, None, "id", form.parse(TODAY).unwrap()).await.unwrap();
    accept(portal, &vera, &sent.reference, &AcceptInput::parse("Loket tutup", "Loket tutup pukul sepuluh.", "anonim", "pengaduan", "disdukcapil", "completion_time").unwrap())
        .await
        .unwrap();
    answer(portal, &hadi, &sent.reference, &AnswerInput::parse("upheld", "Sudah diperbaiki kemarin.").unwrap()).await.unwrap();
    confirm(portal, sent.case, "").await.unwrap();
    let mut tx = portal.db.begin().await.unwrap();
    let id: CardId = on!(&mut tx, conn => sqlx::query_scalar("select id from evidence_card where case_id = $1").bind(sent.case).fetch_one(conn).await.unwrap());
    on!(&mut tx, conn => sqlx::query("insert into evidence_decision (card_id, number, decision, reason, at, account_id) values ($1, 1, $2, 'Terbukti.', 1, $3)").bind(id).bind(decision).bind(vera.account).execute(conn).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    id
}

on_both!(only_accepted_cards_are_reasons, world => {
    let portal = &world.portal;
    let (rina, dewi, tenure) = people(&world).await;
    let good = card(&world, "accept").await;
    let bad = card(&world, "reject").await;
    let mut conn = portal.db.read().await.unwrap();
    assert_eq!(accepted_cards(portal, &mut conn, &rina, dewi.person.unwrap()).await.unwrap().iter().map(|k| k.id).collect::<Vec<_>>(), [good]);
    let refused = coaching::open(portal, &rina, "medan", tenure, None, &agreed(vec![bad.to_string()])).await;
    assert!(matches!(refused, Err(Error::Invalid(p)) if p.of("kartu").is_some()), "what was rejected is no reason");
    let id: CoachingId = coaching::open(portal, &rina, "medan", tenure, None, &agreed(vec![good.to_string()])).await.unwrap();
    assert_eq!(coaching::show(portal, &dewi, id).await.unwrap().0.cards[0].id, good);
});

on_both!(both_are_reminded_of_a_check_in_once, world => {
    let portal = &world.portal;
    let (rina, dewi, tenure) = people(&world).await;
    let id = coaching::open(portal, &rina, "medan", tenure, None, &agreed(Vec::new())).await.unwrap();
    assert_eq!(coaching::remind(portal).await.unwrap(), 0);
    portal.clock.advance(14 * DAY);
    assert_eq!((coaching::remind(portal).await.unwrap(), coaching::remind(portal).await.unwrap()), (1, 0));
    for person in [&rina, &dewi] {
        assert_eq!(told(&world, person).await.iter().filter(|k| *k == "coaching-due").count(), 1, "{}", person.name);
    }
    coaching::step(portal, &rina, id, &written("tinjauan_1", "")).await.unwrap();
    portal.clock.advance(21 * DAY);
    assert_eq!((coaching::remind(portal).await.unwrap(), coaching::remind(portal).await.unwrap()), (1, 0), "the second has its own day");
});
