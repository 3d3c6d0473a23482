//! Every row of the table is one person and one case: whether the case is there for them, in every way staff find cases.

use domain::accounts::Actor;
use domain::feedback::{self, Viewer, photo, staff_case, suggested_unit};
use domain::testing::World;
use domain::{Error, Refusal, files, on, on_both};
use vocabulary::accounts::Role;
use vocabulary::feedback::{AnswerInput, ArchiveInput, Queue, Status};

use crate::{accepting, sent};

async fn a_photo(world: &World) -> String {
    let mut png = Vec::new();
    image::DynamicImage::new_rgb8(9, 9).write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
    world.portal.files.keep(files::prepare(&png).unwrap()).await.unwrap().file
}

/// Whether the case is there, which every way must agree on.
async fn is_there(world: &World, actor: &Actor, reference: &str, status: Status) -> bool {
    let mut conn = world.portal.db.read().await.unwrap();
    let found = staff_case(&mut conn, actor, reference).await.is_ok();
    let queued = world.queued(actor, Queue::of(status).unwrap()).await.iter().any(|c| c.reference == reference);
    drop(conn);
    let seen = photo(&world.portal, "medan", reference, 1, Viewer::Staff(actor)).await.is_ok();
    assert_eq!((queued, seen), (found, found), "{} and {reference}: queue and photo agree with the page", actor.name);
    found
}

on_both!(who_is_too_near_does_not_find_the_case, world => {
    let photo = a_photo(&world).await;
    let send = |key: char, about: &'static str, kind: &'static str| {
        let (world, photo) = (world.clone(), photo.clone());
        async move {
            sent(&world, key, |form| {
                form.about = about.into();
                form.kind = kind.into();
                form.photos = vec![photo];
            }).await.reference
        }
    };
    // Nobody has verified them yet: the cases of verifiers.
    let post = send('a', "jabatan:kabid-capil-disdukcapil", "pengaduan").await;
    let unit = send('b', "unit:disdukcapil", "pengaduan").await;
    let alleged_post = send('c', "jabatan:kabid-capil-disdukcapil", "penyimpangan").await;
    let alleged_ward = send('d', "unit:kelurahan-bagan-deli", "penyimpangan").await;
    let alleged_top = send('e', "unit:pemerintah", "penyimpangan").await;
    let alleged_nobody = send('f', "tidak-tahu", "penyimpangan").await;
    let cases = [("a post", &post), ("its unit", &unit), ("misconduct of a post", &alleged_post), ("of a ward", &alleged_ward), ("of the government itself", &alleged_top), ("of nobody in particular", &alleged_nobody)];
    let rows = [
        // who                                                               post   unit   m.post m.ward m.top  m.none
        ("coordinator", world.staff("Vera", Role::Verifier, "", None).await, [true, true, true, true, true, true]),
        ("holder of the post", world.staff("Dewi", Role::Verifier, "", Some("P102")).await, [false, true, false, true, true, true]),
        ("their superior", world.staff("Rina", Role::Verifier, "", Some("P101")).await, [true, true, false, true, true, true]),
        ("head of the ward", world.staff("Kurnia", Role::Verifier, "", Some("P103")).await, [true, true, true, false, true, true]),
        ("desk in the agency", world.staff("Veri", Role::Verifier, "disdukcapil", None).await, [true, true, false, true, true, true]),
        ("desk in the ward", world.staff("Wati", Role::Verifier, "kelurahan-bagan-deli", None).await, [true, true, true, false, true, true]),
        ("desk over the ward", world.staff("Camelia", Role::Verifier, "kecamatan-medan-belawan", None).await, [true, true, true, false, true, true]),
        ("verifier of Binjai", world.account_in("binjai", "Bina", Some((Role::Verifier, "pemerintah")), None).await, [false; 6]),
        ("resident", world.resident("Sari").await, [false; 6]),
    ];
    for (who, actor, expected) in &rows {
        for ((what, reference), there) in cases.iter().zip(expected) {
            assert_eq!(is_there(&world, actor, reference, Status::Submitted).await, *there, "{what} for the {who}");
            if !there {
                let archive = feedback::archive(&world.portal, actor, reference, &ArchiveInput::parse("spam", "bukan laporan sama sekali").unwrap()).await;
                assert!(matches!(archive, Err(Error::NotFound)), "{who} archives {what}");
            }
        }
    }
});

on_both!(tenures_count_from_the_day_of_the_event_on, world => {
    let post = world.position("kabid-capil-disdukcapil").await;
    let dewi = world.staff("Dewi", Role::Verifier, "", Some("P102")).await;
    let case = sent(&world, 'a', |form| form.about = "jabatan:kabid-capil-disdukcapil".into()).await;
    let held = |from: &'static str, to: Option<&'static str>| {
        let world = world.clone();
        async move {
            let mut tx = world.portal.db.begin().await.unwrap();
            on!(&mut tx, c => sqlx::query("update tenure set starts_on = $2, ends_on = $3 where position_id = $1").bind(post).bind(from).bind(to).execute(c).await.unwrap().rows_affected());
            tx.commit().await.unwrap();
        }
    };
    // It happened on 30 October 2026.
    for (from, to, there, why) in [
        ("2026-01-01", None, false, "holds it"),
        ("2026-01-01", Some("2026-10-30"), false, "held it on that day, and left the same evening"),
        ("2026-01-01", Some("2026-10-29"), true, "had left the day before"),
        ("2026-11-01", None, false, "came after it: it is now this desk that is complained about"),
    ] {
        held(from, to).await;
        let mut conn = world.portal.db.read().await.unwrap();
        assert_eq!(staff_case(&mut conn, &dewi, &case.reference).await.is_ok(), there, "{why}");
    }
});

on_both!(misconduct_of_the_inspectorate_is_looked_into_elsewhere, world => {
    let portal = &world.portal;
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let case = sent(&world, 'a', |form| { form.kind = "penyimpangan".into(); form.about = "unit:inspektorat".into(); }).await;
    let mut conn = portal.db.read().await.unwrap();
    let (found, _) = staff_case(&mut conn, &vera, &case.reference).await.unwrap();
    assert_eq!(suggested_unit(&mut conn, &found).await.unwrap(), Some(world.unit("setda").await));
    drop(conn);
    let own = feedback::accept(portal, &vera, &case.reference, &accepting("penyimpangan", "inspektorat")).await;
    assert!(matches!(own, Err(Error::Refused(Refusal::OwnUnit))));
    feedback::accept(portal, &vera, &case.reference, &accepting("penyimpangan", "setda")).await.unwrap();
    let ina = world.staff("Ina", Role::Inspector, "inspektorat", None).await;
    let seta = world.staff("Seta", Role::Inspector, "setda", None).await;
    let mut conn = portal.db.read().await.unwrap();
    assert!(matches!(staff_case(&mut conn, &ina, &case.reference).await, Err(Error::NotFound)), "an inspector of the inspectorate that is complained about");
    assert!(staff_case(&mut conn, &seta, &case.reference).await.is_ok());
    drop(conn);
    let answer = AnswerInput::parse("upheld", "Terbukti, diproses menurut aturan.").unwrap();
    assert!(matches!(feedback::answer(portal, &ina, &case.reference, &answer).await, Err(Error::NotFound)));
    feedback::answer(portal, &seta, &case.reference, &answer).await.unwrap();
});

on_both!(misconduct_of_nobody_in_particular_stays_of_nobody, world => {
    let portal = &world.portal;
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let case = sent(&world, 'a', |form| { form.kind = "penyimpangan".into(); form.about = "tidak-tahu".into(); }).await;
    feedback::accept(portal, &vera, &case.reference, &accepting("penyimpangan", "inspektorat")).await.unwrap();
    let ina = world.staff("Ina", Role::Inspector, "inspektorat", None).await;
    let mut conn = portal.db.read().await.unwrap();
    let (found, _) = staff_case(&mut conn, &ina, &case.reference).await.unwrap();
    assert_eq!(found.unit_name, None, "the inspectorate looks into it and is not what it is about");
    drop(conn);
    // As cases of before were put down.
    let mut tx = portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update feedback_case set unit_id = handling_unit_id where id = $1").bind(case.case).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    assert!(staff_case(&mut conn, &ina, &case.reference).await.is_ok());
});

on_both!(a_confidential_case_is_for_the_handlers_who_have_it, world => {
    let portal = &world.portal;
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let case = sent(&world, 'a', |form| form.protection = "rahasia".into()).await;
    let mut input = accepting("pengaduan", "disdukcapil");
    input.protection = vocabulary::feedback::Protection::Confidential;
    feedback::accept(portal, &vera, &case.reference, &input).await.unwrap();
    for (unit, there) in [("disdukcapil", true), ("dishub", false), ("kelurahan-bagan-deli", false)] {
        let handler = world.staff(&format!("Hadi {unit}"), Role::Handler, unit, None).await;
        let mut conn = portal.db.read().await.unwrap();
        assert_eq!(staff_case(&mut conn, &handler, &case.reference).await.is_ok(), there, "{unit}");
    }
    let mut conn = portal.db.read().await.unwrap();
    for (role, unit) in [(Role::Assessor, "disdukcapil"), (Role::PostHolder, "disdukcapil"), (Role::Moderator, ""), (Role::Administrator, ""), (Role::Inspector, "inspektorat")] {
        let actor = world.staff(&format!("Orang {role}"), role, unit, None).await;
        assert!(matches!(staff_case(&mut conn, &actor, &case.reference).await, Err(Error::NotFound)), "{role}");
    }
});

on_both!(a_search_finds_what_its_reader_may_read, world => {
    let (vera, hadi) = (world.staff("Vera", Role::Verifier, "", None).await, world.staff("Hadi", Role::Handler, "disdukcapil", None).await);
    let case = sent(&world, 'a', |form| form.story = "Petugas Loket Kenanga menyuruh saya pulang.".into()).await;
    feedback::accept(&world.portal, &vera, &case.reference, &accepting("pengaduan", "disdukcapil")).await.unwrap();
    // The unit reads the verifier's words: others are not to be guessed by looking for them.
    for (actor, words, found) in [(&vera, "kenanga", 1), (&hadi, "kenanga", 0), (&hadi, "ditulis", 1), (&vera, "melati", 0)] {
        let mut conn = world.portal.db.read().await.unwrap();
        let sight = feedback::Sight::of(&mut conn, actor, "medan").await.unwrap();
        let wanted = feedback::Wanted { words: words.into(), ..feedback::Wanted::all(Queue::Answer) };
        let page = feedback::queue(&mut conn, &sight, &wanted, None, "2026-11-02").await.unwrap();
        assert_eq!(page.cases.len(), found, "{words} by {}", actor.name);
    }
});
