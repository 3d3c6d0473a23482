//! What helps a person to grow: levels with their source, gaps against the post, a training plan with its hours, and
//! what of it the public learns.

use domain::accounts::Actor;
use domain::clock::DAY;
use domain::development::looks::looks_of;
use domain::development::profile::{Right, assess, profile};
use domain::development::talent::{self, Found};
use domain::development::training::{self, budget, done, hours, overview, published};
use domain::ids::PersonId;
use domain::testing::World;
use domain::{Error, Refusal, ledger, on, on_both};
use vocabulary::accounts::Role;
use vocabulary::development::{BudgetInput, DoneInput, LevelInput, SearchInput, TalentInput, TrainingInput, TypedTraining};
use vocabulary::evaluation::Standing;

const TODAY: &str = "2026-11-02";

fn level(competency: &str, level: &str, day: &str) -> LevelInput {
    LevelInput::parse(competency, "", level, day, "Uji kompetensi 12/2026", TODAY).unwrap()
}

fn planned(day: &str) -> TrainingInput {
    TypedTraining { topic: "Pelayanan prima", competency: "pelayanan_publik", hours: "20", provider: "BKPSDM", rupiah: "1.500.000", planned_on: day }.parse().unwrap()
}

async fn require(world: &World, slug: &str, competencies: &str) {
    let mut tx = world.portal.db.begin().await.unwrap();
    let changed = on!(&mut tx, conn => sqlx::query("update position set competencies = $2 where slug = $1 and government = 'medan'").bind(slug).bind(competencies).execute(conn).await.unwrap().rows_affected());
    assert_eq!(changed, 1);
    tx.commit().await.unwrap();
}

async fn people(world: &World) -> (Actor, Actor, Actor, PersonId) {
    let rina = world.staff("Rina", Role::Assessor, "disdukcapil", Some("P101")).await;
    let dewi = world.staff("Dewi", Role::PostHolder, "disdukcapil", Some("P102")).await;
    let office = world.staff("Kepegawaian", Role::PersonnelOffice, "", None).await;
    let person = dewi.person.unwrap();
    (rina, dewi, office, person)
}

on_both!(levels_and_gaps, world => {
    let portal = &world.portal;
    let (rina, dewi, office, person) = people(&world).await;
    require(&world, "kabid-capil-disdukcapil", r#"{"integritas":3,"pelayanan_publik":3,"Arsip dinamis":2}"#).await;
    assess(portal, &office, person, &level("pelayanan_publik", "4", "2024-05-06")).await.unwrap();
    assess(portal, &office, person, &level("pelayanan_publik", "2", "2026-05-06")).await.unwrap();
    assess(portal, &office, person, &level("integritas", "3", "2026-05-06")).await.unwrap();
    let (found, right) = profile(portal, &dewi, person, 2026).await.unwrap();
    assert_eq!(right, Right::Line(Standing::Subject));
    assert_eq!((found.fit.met, found.fit.required, found.fit.gaps.len()), (1, 3, 2), "the newest level counts, not the highest");
    assert_eq!(found.fit.gaps[1].assessed, Some(2));
    assert_eq!(found.fit.gaps[0].assessed, None, "what was never assessed is told apart");
    for other in [&rina, &dewi] {
        assert!(matches!(assess(portal, other, person, &level("integritas", "5", TODAY)).await, Err(Error::NotFound)), "only the personnel office keeps levels");
    }
    profile(portal, &office, person, 2026).await.unwrap();
    let (found, _) = profile(portal, &dewi, person, 2026).await.unwrap();
    assert_eq!(found.looks.iter().map(|l| l.viewer.as_str()).collect::<Vec<_>>(), ["Kepegawaian"], "she reads who looked");
    profile(portal, &rina, person, 2026).await.unwrap();
    let (found, _) = profile(portal, &dewi, person, 2026).await.unwrap();
    let looks: Vec<_> = found.looks.iter().map(|l| (l.viewer.as_str(), l.standing.as_str(), l.subject.as_str())).collect();
    assert_eq!(looks.len(), 2, "{looks:?}");
    assert!(looks.iter().any(|(viewer, standing, what)| viewer.starts_with("Rina") && (*standing, *what) == ("penilai", "pengembangan")), "whoever it was: {looks:?}");
    assert!(profile(portal, &rina, person, 2026).await.unwrap().0.looks.is_empty(), "only she reads it");
});

on_both!(a_training_plan_with_its_hours, world => {
    let portal = &world.portal;
    let (rina, dewi, office, person) = people(&world).await;
    let id = training::plan(portal, &rina, person, &planned("2026-11-16")).await.unwrap();
    let input = DoneInput::parse("20", TODAY, "Sertifikat 7/2026", TODAY).unwrap();
    assert!(matches!(training::plan(portal, &dewi, person, &planned("2026-11-16")).await, Err(Error::NotFound)), "one's own plan is made with the assessor");
    for other in [&rina, &dewi] {
        assert!(matches!(done(portal, other, id, &input).await, Err(Error::NotFound)), "hours are the personnel office's");
    }
    assert_eq!(hours(&profile(portal, &dewi, person, 2026).await.unwrap().0.trainings), 0, "planned is not done");
    done(portal, &office, id, &input).await.unwrap();
    assert!(matches!(done(portal, &office, id, &input).await, Err(Error::Refused(Refusal::AlreadyDone))), "counted once");
    assert_eq!(hours(&profile(portal, &dewi, person, 2026).await.unwrap().0.trainings), 20);
    assert!(profile(portal, &dewi, person, 2027).await.unwrap().0.trainings.is_empty());
    ledger::sequence(portal).await.unwrap();
    let report = ledger::verify::verify(portal, &ledger::verify::Against::default(), &mut |_, _, _| {}).await.unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
});

on_both!(nobody_else_sees_it, world => {
    let portal = &world.portal;
    let (_, _, office, person) = people(&world).await;
    for stranger in [
        world.staff("Kurnia", Role::PostHolder, "kelurahan-bagan-deli", Some("P103")).await,
        world.staff("Asri", Role::Assessor, "", None).await,
        world.staff("Adi", Role::Administrator, "", None).await,
        world.account_in("binjai", "Bina", Some((Role::PersonnelOffice, "pemerintah")), None).await,
        world.resident("Sari").await,
    ] {
        let mut conn = portal.db.read().await.unwrap();
        assert!(matches!(profile(portal, &stranger, person, 2026).await, Err(Error::NotFound)), "{}", stranger.name);
        assert!(matches!(training::plan(portal, &stranger, person, &planned("2026-11-16")).await, Err(Error::NotFound)), "{}", stranger.name);
        assert!(matches!(assess(portal, &stranger, person, &level("integritas", "5", TODAY)).await, Err(Error::NotFound)), "{}", stranger.name);
        assert!(matches!(overview(&mut conn, &stranger, "medan", 2026, TODAY).await, Err(Error::NotFound)), "{}", stranger.name);
    }
    let mut conn = portal.db.read().await.unwrap();
    assert!(!overview(&mut conn, &office, "medan", 2026, TODAY).await.unwrap().is_empty());
});

on_both!(the_public_learns_of_ten_people_at_the_end_of_a_quarter, world => {
    let portal = &world.portal;
    let (_, _, office, person) = people(&world).await;
    budget(portal, &office, "medan", &BudgetInput::parse("disdukcapil", "2026", "24.000.000", "DPA 2026").unwrap()).await.unwrap();
    let id = training::plan(portal, &office, person, &planned("2026-10-05")).await.unwrap();
    done(portal, &office, id, &DoneInput::parse("20", "2026-10-05", "Sertifikat 7/2026", TODAY).unwrap()).await.unwrap();
    let of = async |now: i64| {
        let mut conn = portal.db.read().await.unwrap();
        let (until, found) = published(&mut conn, &world.medan, now).await.unwrap();
        (until, found.into_iter().find(|t| t.slug == "disdukcapil").unwrap().figures)
    };
    assert_eq!(of(portal.now()).await, ("2026-09-30".to_owned(), None), "two people are too few");
    let operator = world.position("operator-disdukcapil").await;
    let mut tx = portal.db.begin().await.unwrap();
    for n in 0..8 {
        let one = PersonId(portal.new_id());
        on!(&mut tx, conn => sqlx::query("insert into person (id, government, import_key, name, employment_type, is_fictional) values ($1, 'medan', $2, $2, 'PNS', $3)").bind(one).bind(format!("X{n}")).bind(true).execute(conn).await.unwrap().rows_affected());
        on!(&mut tx, conn => sqlx::query("insert into tenure (id, position_id, person_id, kind, starts_on) values ($1, $2, $3, 'definitive', '2026-01-05')").bind(portal.new_id()).bind(operator).bind(one).execute(conn).await.unwrap().rows_affected());
    }
    tx.commit().await.unwrap();
    let figures = of(portal.now()).await.1.expect("ten people are told of");
    assert_eq!((figures.percent, figures.rupiah_each), (None, Some(2_400_000)), "what was done in October is not told before the quarter is over; until then nothing is recorded");
    let january = portal.now() + 62 * DAY;
    let (until, figures) = of(january).await;
    assert_eq!((until.as_str(), figures.expect("still ten").percent), ("2026-12-31", Some(10)));
});

on_both!(nobody_is_shown_without_a_purpose_that_they_can_read, world => {
    let portal = &world.portal;
    let (rina, dewi, office, person) = people(&world).await;
    let colleague = world.staff("Rekan", Role::PersonnelOffice, "", None).await;
    require(&world, "operator-disdukcapil", r#"{"integritas":2,"komunikasi":4}"#).await;
    let chief = rina.person.unwrap();
    for (who, competency, reached) in [(person, "integritas", "2"), (chief, "integritas", "3"), (chief, "komunikasi", "4")] {
        assess(portal, &office, who, &level(competency, reached, "2026-05-06")).await.unwrap();
    }
    talent::place(portal, &office, person, &TalentInput::parse("sesuai", "tinggi", "2026-05-06", "Rapat tim penilai", TODAY).unwrap()).await.unwrap();
    let purpose = SearchInput::parse("operator-disdukcapil", "Pengisian jabatan operator").unwrap();
    for stranger in [&rina, &dewi, &world.account_in("binjai", "Bina", Some((Role::PersonnelOffice, "pemerintah")), None).await] {
        assert!(matches!(talent::ask(portal, stranger, &world.medan, &purpose).await, Err(Error::NotFound)), "{}", stranger.name);
        assert!(matches!(talent::place(portal, stranger, person, &TalentInput::parse("sesuai", "tinggi", TODAY, "Rapat tim", TODAY).unwrap()).await, Err(Error::NotFound)), "{}", stranger.name);
    }
    let held = SearchInput::parse("kabid-capil-disdukcapil", "Pengisian jabatan itu").unwrap();
    assert!(matches!(talent::ask(portal, &office, &world.medan, &held).await, Err(Error::Invalid(_))), "a post that somebody holds is not open");
    let id = talent::ask(portal, &office, &world.medan, &purpose).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let names = |found: Found| match found {
        Found::Candidates { candidates, .. } => candidates.into_iter().map(|c| (c.name, c.fit.met, c.fit.gaps.len())).collect::<Vec<_>>(),
        Found::Boxes(_) => Vec::new(),
    };
    let by_name = names(talent::shown(&mut conn, &office, id, false, portal.now()).await.unwrap().found);
    assert_eq!(by_name, [("Dewi Batubara".to_owned(), 1, 1), ("Rina Tarigan".to_owned(), 2, 0)]);
    assert_eq!(names(talent::shown(&mut conn, &office, id, true, portal.now()).await.unwrap().found)[0].0, "Rina Tarigan", "by requirements met, which are listed");
    assert!(matches!(talent::shown(&mut conn, &colleague, id, false, portal.now()).await, Err(Error::NotFound)), "a colleague states a purpose of their own");
    assert!(matches!(talent::shown(&mut conn, &office, id, false, portal.now() + 2 * DAY).await, Err(Error::NotFound)), "a purpose does not last");
    let boxes = talent::ask(portal, &office, &world.medan, &SearchInput::parse("", "Rapat tim penilai kinerja").unwrap()).await.unwrap();
    assert!(matches!(talent::shown(&mut conn, &office, boxes, false, portal.now()).await.unwrap().found, Found::Boxes(people) if people.len() == 1 && people[0].person_id == person));
    let read = profile(portal, &dewi, person, 2026).await.unwrap().0.looks;
    assert!(read.iter().any(|p| p.post.as_deref() == Some("Operator Layanan") && p.purpose == "Pengisian jabatan operator" && p.viewer == "Kepegawaian"));
    assert!(read.iter().any(|p| p.subject == "pencarian" && p.post.is_none()));
    let read = profile(portal, &rina, chief, 2026).await.unwrap().0.looks;
    assert_eq!(read.len(), 1, "who was not in a box was not looked at there");
    ledger::sequence(portal).await.unwrap();
    let report = ledger::verify::verify(portal, &ledger::verify::Against::default(), &mut |_, _, _| {}).await.unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
});

on_both!(every_look_is_read_a_page_at_a_time, world => {
    let portal = &world.portal;
    let (rina, _, office, person) = people(&world).await;
    // Some in the same moment, some later; two of the line, two of the office, three times.
    for _ in 0..3 {
        for actor in [&rina, &office, &rina, &office] {
            profile(portal, actor, person, 2026).await.unwrap();
        }
        portal.clock.advance(domain::clock::MINUTE);
    }
    let mut conn = portal.db.read().await.unwrap();
    let (all, none) = looks_of(&mut conn, person, None, 50).await.unwrap();
    assert_eq!((all.len(), none), (12, None));
    assert!(all.windows(2).all(|pair| (pair[0].at, pair[0].id) > (pair[1].at, pair[1].id)), "the newest first");
    let (mut paged, mut after) = (Vec::new(), None);
    loop {
        let (some, next) = looks_of(&mut conn, person, after, 5).await.unwrap();
        paged.extend(some.into_iter().map(|l| l.id));
        match next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    assert_eq!(paged, all.iter().map(|l| l.id).collect::<Vec<_>>(), "each once, none lost between two pages");
    assert!(looks_of(&mut conn, rina.person.unwrap(), None, 50).await.unwrap().0.is_empty());
});
