//! Recognition: given in person, on grounds that are there, read by those concerned, and never made by the program.

use std::collections::HashMap;

use domain::accounts::Actor;
use domain::clock::DAY;
use domain::development::profile::profile;
use domain::development::recognition::{Standing, give, grounds, of_government, of_person, resting_on, see_grounds, show, take_back};
use domain::evaluation::{self, EvaluationAct};
use domain::testing::World;
use domain::{Error, Refusal, ledger, notifications, on, on_both};
use vocabulary::Fault;
use vocabulary::accounts::Role;
use vocabulary::development::RecognitionInput;
use vocabulary::evaluation::{DecisionInput, LookedAt, Standing as InLine};

use crate::{accepted_card, act, agreed_plan, cast, ratings, reported_year};

const REASON: &str = "Loket dijaga penuh selama pemadaman, tanpa satu pun berkas tertunda.";

fn input(world: &World, kind: &str, cards: &[String], evaluation: &str) -> RecognitionInput {
    let today = world.medan.today(world.portal.now());
    RecognitionInput::parse(kind, REASON, &today, cards.to_vec(), evaluation, &today).unwrap()
}

fn wrong(outcome: domain::Result<domain::ids::RecognitionId>, field: &str) -> Option<Fault> {
    match outcome {
        Err(Error::Invalid(problems)) => problems.of(field),
        _ => None,
    }
}

async fn many(world: &World) -> i64 {
    let mut conn = world.portal.db.read().await.unwrap();
    on!(&mut conn, c => sqlx::query_scalar("select count(*) from recognition").fetch_one(c).await.unwrap())
}

on_both!(praise_is_recognised_by_a_person_and_read_by_those_concerned, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let office = world.staff("Kepegawaian", Role::PersonnelOffice, "", None).await;
    let dewi = cast.dewi.person.unwrap();
    let complaint = accepted_card(&world, &cast, 'a', "pengaduan", "Loket tutup pukul sepuluh pagi, akta belum jadi.").await;
    let praise = accepted_card(&world, &cast, 'b', "apresiasi", "Akta anak saya jadi dalam satu jam, petugas ramah.").await;
    assert_eq!(many(&world).await, 0, "no praise gives one by itself");
    let mut conn = portal.db.read().await.unwrap();
    let may = grounds(portal, &mut conn, &cast.rina, dewi).await.unwrap();
    drop(conn);
    assert_eq!(may.cards.iter().map(|c| c.id).collect::<Vec<_>>(), [praise], "a complaint is no ground");
    let good = input(&world, "apresiasi_tertulis", &[praise.to_string()], "");
    assert_eq!(wrong(give(portal, &cast.rina, dewi, &input(&world, "apresiasi_tertulis", &[complaint.to_string()], "")).await, "kartu"), Some(Fault::UnknownChoice));
    assert_eq!(wrong(give(portal, &cast.rina, dewi, &input(&world, "bonus_tunai", &[praise.to_string()], "")).await, "jenis_penghargaan"), Some(Fault::UnknownChoice), "kinds are data");
    let binjai = world.account_in("binjai", "Bina", Some((Role::PersonnelOffice, "pemerintah")), None).await;
    for (actor, why) in [
        (&cast.dewi, "nobody recognises themselves"),
        (&cast.oki, "nor those below"),
        (&cast.tia, "the team looks"),
        (&office, "the personnel office reads"),
        (&binjai, "another government"),
    ] {
        assert!(matches!(give(portal, actor, dewi, &good).await, Err(Error::NotFound)), "{why}");
    }
    let by_assessor = give(portal, &cast.rina, dewi, &good).await.unwrap();
    let by_superior = give(portal, &cast.sekar, dewi, &input(&world, "acara_resmi", &[praise.to_string()], "")).await.unwrap();

    // She is told, with nothing of it in the mail.
    let mut conn = portal.db.read().await.unwrap();
    let notices = notifications::notices(&mut conn, cast.dewi.account, None).await.unwrap().0;
    assert!(notices.iter().any(|n| n.kind == "recognition-given" && n.link == format!("/petugas/penghargaan/{by_assessor}")));
    drop(conn);
    // She reads it, and who looked.
    let (found, standing) = show(portal, &cast.dewi, by_assessor).await.unwrap();
    assert_eq!((standing, found.reason.as_str()), (Standing::Person, REASON));
    assert_eq!(found.given_by, "Rina Tarigan (Kepala Dinas Kependudukan dan Pencatatan Sipil)");
    assert_eq!(found.cards.iter().map(|c| (c.id, c.may_open)).collect::<Vec<_>>(), [(praise, true)]);
    for (actor, standing) in [
        (&cast.rina, Standing::Giver(InLine::Assessor)),
        (&cast.sekar, Standing::Giver(InLine::Superior)),
        (&cast.tia, Standing::Team),
        (&office, Standing::Personnel),
    ] {
        assert_eq!(show(portal, actor, by_superior).await.unwrap().1, standing, "{}", actor.name);
    }
    let (seen_by_office, _) = show(portal, &office, by_assessor).await.unwrap();
    assert_eq!(seen_by_office.cards.iter().map(|c| c.may_open).collect::<Vec<_>>(), [false], "the personnel office does not open the card");
    for actor in [&cast.oki, &binjai, &world.staff("Vera", Role::Verifier, "", None).await, &world.resident("Sari").await] {
        assert!(matches!(show(portal, actor, by_assessor).await, Err(Error::NotFound)), "{}", actor.name);
        assert!(matches!(of_government(portal, actor, "medan", None).await, Err(Error::NotFound)), "{}", actor.name);
    }
    let (listed, after) = of_government(portal, &office, "medan", None).await.unwrap();
    assert_eq!((listed.len(), after), (2, None));
    let looks: Vec<_> = profile(portal, &cast.dewi, dewi, 2026).await.unwrap().0.looks.into_iter().map(|l| (l.viewer, l.standing, l.subject)).collect();
    for (viewer, subject) in [("Sekar Nasution (Sekretaris Daerah)", "penghargaan"), ("Tia", "penghargaan"), ("Kepegawaian", "data")] {
        assert!(looks.iter().any(|(v, _, s)| v == viewer && s == subject), "{viewer} at {subject}: {looks:?}");
    }
    // From the card to what rests on it, for whom may open both.
    let mut conn = portal.db.read().await.unwrap();
    for (actor, count) in [(&cast.dewi, 2), (&cast.rina, 2), (&cast.oki, 0), (&binjai, 0)] {
        assert_eq!(resting_on(portal, &mut conn, actor, praise).await.unwrap().len(), count, "{}", actor.name);
    }
    drop(conn);
    // What it rested on is found wanting: the recognition stays, and says so.
    evaluation::correct(portal, &cast.rina, praise, 1, &DecisionInput::parse("reject", "Ternyata tentang loket lain.").unwrap()).await.unwrap();
    assert_eq!(show(portal, &cast.dewi, by_assessor).await.unwrap().0.cards[0].decision, "reject");
    assert_eq!(wrong(give(portal, &cast.rina, dewi, &good).await, "kartu"), Some(Fault::UnknownChoice), "and grounds no other");

    // Taken back with a reason, by the line, once; it stays.
    for actor in [&cast.dewi, &cast.tia, &office] {
        assert!(matches!(take_back(portal, actor, by_assessor, "Bukan hak saya mencabut.").await, Err(Error::NotFound)), "{}", actor.name);
    }
    take_back(portal, &cast.rina, by_assessor, "Kartu apresiasinya tentang loket lain.").await.unwrap();
    assert!(matches!(take_back(portal, &cast.sekar, by_assessor, "Sekali lagi saja.").await, Err(Error::Refused(Refusal::AlreadyDone))));
    let mut conn = portal.db.read().await.unwrap();
    let own = of_person(&mut conn, &cast.dewi).await.unwrap();
    assert_eq!(own.iter().filter(|r| r.withdrawn_at.is_some()).count(), 1);
    assert_eq!(own.len(), 2);
    drop(conn);
    ledger::sequence(portal).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let kinds: Vec<_> = ledger::of_subject(&mut conn, &by_assessor.to_string()).await.unwrap().into_iter().map(|e| e.kind).collect();
    assert_eq!(kinds, ["personnel-recorded", "personnel-recorded"], "the public trail tells neither what nor about whom");
    drop(conn);
    let report = ledger::verify::verify(portal, &ledger::verify::Against::default(), &mut |_, _, _| {}).await.unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
});

/// Dewi's final evaluation of 2026 with this predicate: results and behaviour.
async fn final_year(world: &World, cast: &crate::Cast, results: &str, behaviour: &str, below: &[&str]) -> domain::ids::EvaluationId {
    let plan = agreed_plan(world, cast).await;
    let id = reported_year(world, cast, plan, &[]).await;
    act(world, &cast.rina, id, EvaluationAct::Issue { ratings: ratings(results, behaviour, below), feedback: HashMap::new() }).await.unwrap();
    id
}

async fn years(world: &World, actor: &Actor, cast: &crate::Cast) -> usize {
    let mut conn = world.portal.db.read().await.unwrap();
    grounds(&world.portal, &mut conn, actor, cast.dewi.person.unwrap()).await.unwrap().years.len()
}

on_both!(a_year_grounds_what_its_predicate_carries, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let dewi = cast.dewi.person.unwrap();
    let id = final_year(&world, &cast, "sesuai_ekspektasi", "sesuai_ekspektasi", &[]).await;
    assert_eq!(years(&world, &cast.rina, &cast).await, 0, "not before it is final");
    portal.clock.advance(40 * DAY);
    evaluation::pass_deadlines(portal).await.unwrap();
    assert_eq!((years(&world, &cast.rina, &cast).await, years(&world, &cast.oki, &cast).await), (1, 0));
    // Who reads the years that may ground one looks at a predicate: the person learns of it.
    see_grounds(portal, &cast.rina, "medan", dewi).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let seen = evaluation::looks_at(&mut conn, dewi, None).await.unwrap();
    drop(conn);
    assert!(seen.iter().any(|l| l.subject == LookedAt::Evaluation && l.subject_id == id.0 && l.standing == InLine::Assessor && l.viewer.starts_with("Rina")), "{seen:?}");
    // "Baik" carries an appreciation and no proposal for a decoration: so say the data.
    let year = id.to_string();
    assert_eq!(wrong(give(portal, &cast.rina, dewi, &input(&world, "usul_tanda_kehormatan", &[], &year)).await, "evaluasi"), Some(Fault::UnknownChoice));
    let given = give(portal, &cast.rina, dewi, &input(&world, "apresiasi_tertulis", &[], &year)).await.unwrap();
    let (found, _) = show(portal, &cast.dewi, given).await.unwrap();
    assert_eq!((found.year, found.annual.map(|a| a.id)), (Some(2026), Some(id)));
    let office = world.staff("Kepegawaian", Role::PersonnelOffice, "", None).await;
    let (found, _) = show(portal, &office, given).await.unwrap();
    assert_eq!((found.year, found.annual.is_some()), (Some(2026), false), "the personnel office reads that a year is the ground, and not its predicate");
});

on_both!(falling_short_grounds_nothing, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let id = final_year(&world, &cast, "di_bawah_ekspektasi", "sesuai_ekspektasi", &[]).await;
    portal.clock.advance(40 * DAY);
    evaluation::pass_deadlines(portal).await.unwrap();
    for kind in domain::development::recognition::kinds() {
        let given = give(portal, &cast.rina, cast.dewi.person.unwrap(), &input(&world, &kind.key, &[], &id.to_string())).await;
        assert_eq!(wrong(given, "evaluasi"), Some(Fault::UnknownChoice), "{}", kind.key);
    }
    assert_eq!(many(&world).await, 0);
});
