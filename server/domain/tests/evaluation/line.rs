//! Who assesses whom, on which day.

use domain::evaluation::{self, Depth, Look, Official, Subject, assessor_of, footing, reach};
use domain::ids::PositionId;
use domain::testing::World;
use domain::{Error, Refusal, on_both};
use vocabulary::accounts::Role;
use vocabulary::evaluation::{DelegationInput, LookForm, LookedAt, Standing};

use crate::cast;

const TODAY: &str = "2026-11-02";

async fn assessor(world: &World, post: PositionId, subject: Option<&domain::accounts::Actor>, day: &str, hindered: impl Fn(&Official) -> bool) -> Option<String> {
    let mut conn = world.portal.db.read().await.unwrap();
    assessor_of(&mut conn, post, subject.and_then(|a| a.person), day, hindered).await.unwrap().map(|o| o.name)
}

on_both!(the_line_goes_up_and_the_next_one_takes_over, world => {
    let cast = cast(&world).await;
    let operator = world.position("operator-disdukcapil").await;
    let kabid = world.position("kabid-capil-disdukcapil").await;
    let kepala = world.position("kepala-disdukcapil").await;
    let sekda = world.position("sekda").await;
    let nobody = |_: &Official| false;
    for (post, subject, expected, why) in [
        (operator, &cast.oki, Some("Dewi Batubara"), "the holder of the superior post"),
        (kabid, &cast.dewi, Some("Rina Tarigan"), "one further up"),
        (kepala, &cast.rina, Some("Sekar Nasution"), "the head of an agency: the regional secretary"),
        (sekda, &cast.sekar, None, "nobody in the portal is above the secretary"),
    ] {
        assert_eq!(assessor(&world, post, Some(subject), TODAY, nobody).await.as_deref(), expected, "{why}");
    }
    assert_eq!(assessor(&world, operator, Some(&cast.oki), TODAY, |o| o.name.starts_with("Dewi")).await.as_deref(), Some("Rina Tarigan"), "the hindered are passed over");
    assert_eq!(assessor(&world, operator, Some(&cast.dewi), TODAY, nobody).await.as_deref(), Some("Rina Tarigan"), "nobody assesses themselves");
    assert_eq!(assessor(&world, operator, Some(&cast.oki), TODAY, |o| !o.name.starts_with("Sekar")).await.as_deref(), Some("Sekar Nasution"), "all between are hindered");

    // The line of a ward, whose district has no posts here, ends at the secretary too.
    let lurah = world.position("lurah-kelurahan-bagan-deli").await;
    assert_eq!(assessor(&world, lurah, None, TODAY, nobody).await.as_deref(), Some("Sekar Nasution"));

    // Dewi leaves mid-period: what was hers is Rina's, then the acting head's, then her successor's.
    world.resign("P102", "2026-10-15").await;
    assert_eq!(assessor(&world, operator, Some(&cast.oki), "2026-10-15", nobody).await.as_deref(), Some("Dewi Batubara"), "her last day");
    assert_eq!(assessor(&world, operator, Some(&cast.oki), "2026-10-16", nobody).await.as_deref(), Some("Rina Tarigan"), "vacant: the next one");
    world.appoint("P192", "Fajar Siregar", "kabid-capil-disdukcapil", "acting", "2026-10-20", None).await;
    assert_eq!(assessor(&world, operator, Some(&cast.oki), TODAY, nobody).await.as_deref(), Some("Fajar Siregar"), "Plt acts");
    world.appoint("P193", "Gita Lubis", "kabid-capil-disdukcapil", "daily", "2026-11-02", Some("2026-11-04")).await;
    assert_eq!(assessor(&world, operator, Some(&cast.oki), TODAY, nobody).await.as_deref(), Some("Gita Lubis"), "Plh while the Plt is away");
    assert_eq!(assessor(&world, operator, Some(&cast.oki), "2026-11-05", nobody).await.as_deref(), Some("Fajar Siregar"));
});

on_both!(whoever_stands_in_above_themselves_is_passed_over, world => {
    let cast = cast(&world).await;
    world.resign("P101", "2026-10-31").await;
    world.appoint("P102", "Dewi Batubara", "kepala-disdukcapil", "acting", "2026-11-01", None).await;
    let kabid = world.position("kabid-capil-disdukcapil").await;
    assert_eq!(assessor(&world, kabid, Some(&cast.dewi), TODAY, |_| false).await.as_deref(), Some("Sekar Nasution"));
    let mut conn = world.portal.db.read().await.unwrap();
    let below = reach(&mut conn, "medan", cast.sekar.person.unwrap(), TODAY, Depth::Own).await.unwrap();
    assert!(below.contains(&kabid), "and is found from above");
});

on_both!(nobody_chooses_who_assesses_in_place_of_one_who_may_not, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let kabid = world.position("kabid-capil-disdukcapil").await;
    for (slug, title, over, person) in [("kasi-kelahiran", "Kepala Seksi Kelahiran", "kabid-capil-disdukcapil", "P197"), ("kabid-piak", "Kepala Bidang PIAK", "kepala-disdukcapil", "P198")] {
        world.add_post("disdukcapil", slug, title, "administrator", Some(over)).await;
        world.appoint(person, title, slug, "definitive", "2026-01-05", None).await;
    }
    let input = |from: &str, to: &str, only: &str| DelegationInput::parse(from, to, only, TODAY, "2026-11-30", "Tugas belajar dua pekan.").unwrap();
    let of = async |hindered: &dyn Fn(&Official) -> bool| assessor(&world, kabid, Some(&cast.dewi), TODAY, hindered).await.unwrap();
    // Rina hands Dewi over to a peer; where Rina herself is too near, the next in line decides, and not whom she chose.
    evaluation::delegate(portal, &cast.rina, "medan", &input("kepala-disdukcapil", "kabid-piak", "kabid-capil-disdukcapil")).await.unwrap();
    assert_eq!(of(&|_| false).await, "Kepala Bidang PIAK");
    assert_eq!(of(&|o| o.name == "Rina Tarigan").await, "Sekar Nasution");
    // Nobody is assessed by whom they assess.
    evaluation::delegate(portal, &cast.rina, "medan", &input("kepala-disdukcapil", "kasi-kelahiran", "kabid-capil-disdukcapil")).await.unwrap();
    assert_eq!(of(&|o| o.name == "Kepala Bidang PIAK").await, "Rina Tarigan");
    // Nobody hands it to themselves, by whatever right.
    let team = world.staff("Tim Dua", Role::PerformanceTeam, "", Some("P198")).await;
    let own = evaluation::delegate(portal, &team, "medan", &input("kepala-disdukcapil", "kabid-piak", "")).await;
    assert!(matches!(own, Err(Error::Invalid(p)) if p.of("kepada").is_some()));
    // Dewi stands in for her superior: whom she would choose does not assess her either.
    world.resign("P101", "2026-10-31").await;
    world.appoint("P102", "Dewi Batubara", "kepala-disdukcapil", "acting", "2026-11-01", None).await;
    evaluation::delegate(portal, &cast.dewi, "medan", &input("kepala-disdukcapil", "kabid-piak", "kabid-capil-disdukcapil")).await.unwrap();
    assert_eq!(of(&|_| false).await, "Sekar Nasution");
});

on_both!(a_delegation_lasts_its_days_and_names_posts, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let operator = world.position("operator-disdukcapil").await;
    world.add_post("disdukcapil", "kabid-piak", "Kepala Bidang PIAK", "administrator", Some("kepala-disdukcapil")).await;
    world.appoint("P194", "Hendra Purba", "kabid-piak", "definitive", "2026-01-05", None).await;
    let input = |from: &str, to: &str, starts: &str, ends: &str| DelegationInput::parse(from, to, "", starts, ends, "Tugas belajar dua pekan.").unwrap();
    let handed = input("kabid-capil-disdukcapil", "kabid-piak", "2026-11-03", "2026-11-16");
    assert!(matches!(evaluation::delegate(portal, &cast.oki, "medan", &handed).await, Err(Error::NotFound)), "not theirs to hand over");
    assert!(matches!(evaluation::delegate(portal, &cast.rina, "medan", &handed).await, Err(Error::NotFound)), "nor the superior's");
    let low = evaluation::delegate(portal, &cast.dewi, "medan", &input("kabid-capil-disdukcapil", "operator-disdukcapil", "2026-11-03", "2026-11-16")).await;
    assert!(matches!(low, Err(Error::Invalid(p)) if p.of("kepada").is_some()), "a pengawas at least");
    let late = evaluation::delegate(portal, &cast.dewi, "medan", &input("kabid-capil-disdukcapil", "kabid-piak", "2026-10-01", "2026-11-16")).await;
    assert!(matches!(late, Err(Error::Invalid(p)) if p.of("mulai").is_some()), "never backwards");
    let id = evaluation::delegate(portal, &cast.dewi, "medan", &handed).await.unwrap();
    let of = async |day: &str| assessor(&world, operator, Some(&cast.oki), day, |_| false).await.unwrap();
    assert_eq!(of("2026-11-02").await, "Dewi Batubara");
    assert_eq!(of("2026-11-03").await, "Hendra Purba");
    assert_eq!(of("2026-11-17").await, "Dewi Batubara");
    let mut conn = portal.db.read().await.unwrap();
    let hendra = world.staff("Hendra Purba", Role::Assessor, "disdukcapil", Some("P194")).await;
    assert_eq!(reach(&mut conn, "medan", hendra.person.unwrap(), "2026-11-03", Depth::Own).await.unwrap(), [operator]);
    assert!(reach(&mut conn, "medan", hendra.person.unwrap(), "2026-11-02", Depth::Own).await.unwrap().is_empty());
    assert_eq!(evaluation::delegations(&mut conn, &hendra, "medan").await.unwrap().len(), 1, "who it is given to sees it");
    evaluation::withdraw_delegation(portal, &cast.dewi, "medan", id).await.unwrap();
    assert!(matches!(evaluation::withdraw_delegation(portal, &cast.dewi, "medan", id).await, Err(Error::Refused(Refusal::AlreadyDone))));
    assert_eq!(of("2026-11-03").await, "Dewi Batubara");
    let trail: Vec<_> = domain::ledger::of_subject(&mut conn, &id.to_string()).await.unwrap().into_iter().map(|e| e.kind).collect();
    assert_eq!(trail, ["assessor-delegated", "assessor-delegation-withdrawn"]);
});

on_both!(the_line_opens_the_matter_and_the_role_opens_the_desk, world => {
    let cast = cast(&world).await;
    let operator = world.position("operator-disdukcapil").await;
    let subject = Subject { government: "medan", position: operator, person: cast.oki.person };
    let desk = world.staff("Ari", Role::Assessor, "", None).await;
    let stranger = world.account_in("binjai", "Bina", Some((Role::PerformanceTeam, "pemerintah")), None).await;
    let no_role = world.staff("Dewi Kedua", Role::PostHolder, "disdukcapil", Some("P102")).await;
    let mut conn = world.portal.db.read().await.unwrap();
    for (actor, expected, why) in [
        (&cast.oki, Some(Standing::Subject), "oneself"),
        (&cast.dewi, Some(Standing::Assessor), "the assessor"),
        (&cast.rina, Some(Standing::Superior), "the assessor's superior"),
        (&cast.tia, Some(Standing::Team), "the performance team"),
        (&cast.sekar, None, "further up"),
        (&desk, None, "the role without a place in the line"),
        (&no_role, None, "a place in the line without the role"),
        (&stranger, None, "another government's team"),
    ] {
        let found = footing(&mut conn, actor, subject, TODAY, |_| false).await;
        assert_eq!(found.as_ref().ok().map(|f| f.standing), expected, "{why}");
        assert!(expected.is_some() || matches!(found, Err(Error::NotFound)), "{why}");
    }
    let hindered = footing(&mut conn, &cast.sekar, subject, TODAY, |o| o.name.starts_with("Dewi")).await.unwrap();
    assert_eq!(hindered.standing, Standing::Superior, "where Dewi cannot, Rina assesses and Sekar stands above");
    let own = reach(&mut conn, "medan", cast.rina.person.unwrap(), TODAY, Depth::Own).await.unwrap();
    assert!(own.contains(&world.position("kabid-capil-disdukcapil").await) && !own.contains(&operator));
    assert!(reach(&mut conn, "medan", cast.rina.person.unwrap(), TODAY, Depth::Whole).await.unwrap().contains(&operator));
});

on_both!(every_look_by_others_is_told_to_the_subject, world => {
    let cast = cast(&world).await;
    let person = cast.oki.person.unwrap();
    for (actor, standing) in [(&cast.oki, Standing::Subject), (&cast.dewi, Standing::Assessor), (&cast.tia, Standing::Team)] {
        let mut tx = world.portal.db.begin().await.unwrap();
        let look = Look { government: "medan", person: Some(person), standing, subject: LookedAt::Card, id: world.portal.new_id(), form: LookForm::Page };
        evaluation::looked(&world.portal, &mut tx, actor, look).await.unwrap();
        tx.commit().await.unwrap();
    }
    let mut conn = world.portal.db.read().await.unwrap();
    let seen = evaluation::looks_at(&mut conn, person, None).await.unwrap();
    let mut told: Vec<_> = seen.iter().map(|l| (l.viewer.as_str(), l.standing)).collect();
    told.sort();
    assert_eq!(told, [("Dewi Batubara (Kepala Bidang Pencatatan Sipil)", Standing::Assessor), ("Tia", Standing::Team)], "one's own looks are not written");
});

on_both!(the_line_ends_in_the_head_of_region_where_the_directory_has_one, world => {
    let cast = cast(&world).await;
    let (kepala, sekda) = (world.position("kepala-disdukcapil").await, world.position("sekda").await);
    let lurah = world.position("lurah-kelurahan-bagan-deli").await;
    let nobody = |_: &Official| false;
    assert_eq!(assessor(&world, sekda, Some(&cast.sekar), TODAY, nobody).await, None, "without the post nobody can");
    // Of no type that assesses among civil servants: it is the place that counts.
    let mayor = world.add_post("pemerintah", "wali-kota", "Wali Kota", "pelaksana", None).await;
    world.add_post("pemerintah", "ajudan", "Ajudan", "pelaksana", Some("wali-kota")).await;
    let mut tx = world.portal.db.begin().await.unwrap();
    domain::on!(&mut tx, c => sqlx::query("update position set rank = 1 where id = $1").bind(mayor).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    assert_eq!(assessor(&world, sekda, Some(&cast.sekar), TODAY, nobody).await, None, "nor while it is vacant");
    world.appoint("P200", "Bonar Siahaan", "wali-kota", "definitive", "2026-01-05", None).await;
    world.appoint("P201", "Amir Ajudan", "ajudan", "definitive", "2026-01-05", None).await;
    for (post, subject, expected, why) in [
        (sekda, Some(&cast.sekar), "Bonar Siahaan", "the secretary's direct superior"),
        (kepala, Some(&cast.rina), "Sekar Nasution", "heads of agencies stay with the secretary"),
        (lurah, None, "Sekar Nasution", "and whoever is below no head of their own"),
    ] {
        assert_eq!(assessor(&world, post, subject, TODAY, nobody).await.as_deref(), Some(expected), "{why}");
    }
    assert_eq!(assessor(&world, kepala, Some(&cast.rina), TODAY, |o| o.name.starts_with("Sekar")).await.as_deref(), Some("Bonar Siahaan"), "past a hindered secretary");
    assert_eq!(assessor(&world, mayor, None, TODAY, nobody).await, None, "above the head of region stands nobody here");
    let ajudan = world.position("ajudan").await;
    assert_eq!(assessor(&world, ajudan, None, TODAY, nobody).await.as_deref(), Some("Bonar Siahaan"), "who works for the head of region");

    // From above the same: never too few. The role opens the desk, as for everyone.
    let bonar = world.staff("Bonar Siahaan", Role::Assessor, "", Some("P200")).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let below = reach(&mut conn, "medan", bonar.person.unwrap(), TODAY, Depth::Own).await.unwrap();
    assert!(below.contains(&sekda));
    let whole = reach(&mut conn, "medan", bonar.person.unwrap(), TODAY, Depth::Whole).await.unwrap();
    assert!(whole.contains(&kepala) && whole.contains(&lurah));
    let of_secretary = reach(&mut conn, "medan", cast.sekar.person.unwrap(), TODAY, Depth::Own).await.unwrap();
    assert!(of_secretary.contains(&kepala) && of_secretary.contains(&lurah), "nobody is lost to the secretary");
    let subject = Subject { government: "medan", position: sekda, person: cast.sekar.person };
    let standing = footing(&mut conn, &bonar, subject, TODAY, |_| false).await.unwrap();
    assert_eq!((standing.standing, standing.superior), (Standing::Assessor, None));
    let rina = Subject { government: "medan", position: kepala, person: cast.rina.person };
    assert_eq!(footing(&mut conn, &bonar, rina, TODAY, |_| false).await.unwrap().standing, Standing::Superior, "an objection against the secretary comes here");
});
