//! Who follows a unit hears what it announces, on the day on which everybody may read it; who follows a service hears
//! when a new standard begins.

use domain::accounts::Actor;
use domain::clock::DAY;
use domain::directory::announcements::{change, draft, publish, withdraw};
use domain::directory::changes::{Submitted, approve, submit};
use domain::directory::edit::standard;
use domain::directory::services;
use domain::directory::standards::content_on;
use domain::following;
use domain::following::letters::{Letter, Line, Next};
use domain::on_both;
use domain::testing::World;
use vocabulary::accounts::Role;
use vocabulary::announcements::{AnnouncementInput, AnnouncementKind, TypedAnnouncement, TypedStage};
use vocabulary::following::{Level, Telling};

use super::{AT_ONCE, DAILY, follows, sent};

fn announcement(kind: AnnouncementKind, from: &str, until: &str, stages: &[(&str, &str, &str)]) -> AnnouncementInput {
    let selection = kind == AnnouncementKind::Selection;
    let stages =
        stages.iter().map(|(name, starts_on, ends_on)| TypedStage { name: (*name).into(), starts_on: (*starts_on).into(), ends_on: (*ends_on).into(), note: String::new() });
    let typed = TypedAnnouncement {
        unit: "disdukcapil".into(),
        title: "Loket keliling di Belawan".into(),
        summary: "Setiap Selasa di balai kelurahan.".into(),
        body: "Bawa kartu keluarga yang lama.".into(),
        position: if selection { "kepala-disdukcapil".into() } else { String::new() },
        criteria: if selection { "Pangkat paling rendah IV/a".into() } else { String::new() },
        shown_from: from.into(),
        shown_until: until.into(),
        stages: stages.collect(),
    };
    typed.parse(kind).unwrap()
}

async fn published(world: &World, admin: &Actor, key: &str, input: &AnnouncementInput) -> String {
    let slug = draft(&world.portal, admin, "medan", key, input).await.unwrap();
    publish(&world.portal, admin, &world.medan, &slug, 1).await.unwrap();
    slug
}

/// What letters say: of each thing its title, what happened, and what comes next.
fn told(letters: &[Letter]) -> Vec<(&str, Vec<Line>, Next)> {
    letters.iter().flat_map(|l| &l.items).map(|i| (i.title.as_str(), i.lines.clone(), i.next.clone())).collect()
}

on_both!(what_a_unit_announces_is_told_and_so_is_that_it_was_taken_back, world => {
    let (sari, budi, admin) = (world.resident("Sari").await, world.resident("Budi").await, world.staff("Ani", Role::Administrator, "", None).await);
    follows(&world, &sari, "unit:disdukcapil", AT_ONCE).await;
    follows(&world, &budi, "unit:disdukcapil", Telling { level: Level::Ends, ..AT_ONCE }).await;
    let draft_alone = draft(&world.portal, &admin, "medan", "draft", &announcement(AnnouncementKind::Information, "2026-11-02", "", &[])).await.unwrap();
    change(&world.portal, &admin, "medan", &draft_alone, 1, &announcement(AnnouncementKind::Information, "2026-11-02", "2026-11-20", &[])).await.unwrap();
    assert!(sent(&world).await.is_empty(), "a draft is told to nobody");

    let slug = published(&world, &admin, "a", &announcement(AnnouncementKind::Information, "2026-11-02", "2026-11-30", &[])).await;
    let letters = sent(&world).await;
    let unit = "Dinas Kependudukan dan Pencatatan Sipil".to_owned();
    assert_eq!(told(&letters), [("Loket keliling di Belawan", vec![Line::Announced(unit)], Next::Shown { until: Some("2026-11-30".into()) })]);
    assert_eq!(letters[0].to.as_deref(), Some(sari.email.as_str()), "not who wants to hear only how cases end");
    assert_eq!(letters[0].items[0].path, format!("/medan/pengumuman/{slug}"));

    let longer = announcement(AnnouncementKind::Information, "2026-11-02", "2026-12-31", &[]);
    change(&world.portal, &admin, "medan", &slug, 2, &longer).await.unwrap();
    change(&world.portal, &admin, "medan", &slug, 3, &longer).await.unwrap();
    assert_eq!(told(&sent(&world).await).iter().map(|(_, lines, _)| lines.as_slice()).collect::<Vec<_>>(), [[Line::AnnouncementChanged]], "twice is once in a letter");
    withdraw(&world.portal, &admin, "medan", &slug, 4, "Mobilnya rusak.").await.unwrap();
    assert_eq!(told(&sent(&world).await), [("Loket keliling di Belawan", vec![Line::AnnouncementWithdrawn], Next::Withdrawn)]);
});

on_both!(an_announcement_of_another_day_is_told_in_the_morning_of_that_day, world => {
    let (sari, admin) = (world.resident("Sari").await, world.staff("Ani", Role::Administrator, "", None).await);
    follows(&world, &sari, "unit:disdukcapil", AT_ONCE).await;
    let later = |from: &str| announcement(AnnouncementKind::Selection, from, "", &[("Pendaftaran", "2026-11-05", "2026-11-12"), ("Wawancara", "2026-11-18", "2026-11-19")]);
    let slug = published(&world, &admin, "a", &later("2026-11-05")).await;
    let never = published(&world, &admin, "b", &later("2026-11-04")).await;
    withdraw(&world.portal, &admin, "medan", &never, 2, "Ditunda.").await.unwrap();
    // To a later day, and to an earlier one than the first.
    change(&world.portal, &admin, "medan", &slug, 2, &later("2026-11-07")).await.unwrap();
    change(&world.portal, &admin, "medan", &slug, 3, &later("2026-11-04")).await.unwrap();
    world.portal.clock.advance(DAY);
    assert!(sent(&world).await.is_empty(), "the day before");
    world.portal.clock.advance(DAY);
    let letters = sent(&world).await;
    assert_eq!(told(&letters).len(), 1, "what was withdrawn before anybody had read it is told to nobody");
    assert_eq!(told(&letters)[0].2, Next::Stage { name: "Pendaftaran".into(), until: "2026-11-12".into() });
    world.portal.clock.advance(10 * DAY);
    assert!(sent(&world).await.is_empty(), "on no other day again");
});

on_both!(moved_to_today_it_is_announced_and_not_called_changed, world => {
    let (sari, admin) = (world.resident("Sari").await, world.staff("Ani", Role::Administrator, "", None).await);
    follows(&world, &sari, "unit:disdukcapil", AT_ONCE).await;
    let slug = published(&world, &admin, "a", &announcement(AnnouncementKind::Information, "2026-11-10", "", &[])).await;
    change(&world.portal, &admin, "medan", &slug, 2, &announcement(AnnouncementKind::Information, "2026-11-02", "", &[])).await.unwrap();
    let lines: Vec<Line> = told(&sent(&world).await).into_iter().flat_map(|(_, lines, _)| lines).collect();
    assert_eq!(lines, [Line::Announced("Dinas Kependudukan dan Pencatatan Sipil".into())]);
    world.portal.clock.advance(10 * DAY);
    assert!(sent(&world).await.is_empty(), "and once");
});

on_both!(who_wants_silence_after_all_gets_no_letter_that_waits, world => {
    let (sari, admin) = (world.resident("Sari").await, world.staff("Ani", Role::Administrator, "", None).await);
    follows(&world, &sari, "unit:disdukcapil", DAILY).await;
    published(&world, &admin, "a", &announcement(AnnouncementKind::Information, "2026-11-02", "", &[])).await;
    assert!(sent(&world).await.is_empty(), "it waits for the morning");
    let mut conn = world.portal.db.read().await.unwrap();
    let follower = following::of_account(&mut conn, sari.account).await.unwrap().unwrap();
    let key = following::followings(&mut conn, follower.id).await.unwrap().remove(0).key;
    drop(conn);
    following::change(&world.portal, follower.id, &key, Telling { level: Level::Silent, ..DAILY }).await.unwrap();
    world.portal.clock.advance(DAY);
    assert!(sent(&world).await.iter().all(|letter| letter.items.is_empty()));
});

on_both!(what_is_over_when_the_letter_leaves_is_left_out, world => {
    let (sari, admin) = (world.resident("Sari").await, world.staff("Ani", Role::Administrator, "", None).await);
    follows(&world, &sari, "unit:disdukcapil", DAILY).await;
    published(&world, &admin, "a", &announcement(AnnouncementKind::Information, "2026-11-02", "2026-11-02", &[])).await;
    let gone = published(&world, &admin, "b", &announcement(AnnouncementKind::Information, "2026-11-02", "", &[])).await;
    published(&world, &admin, "c", &announcement(AnnouncementKind::Information, "2026-11-02", "", &[])).await;
    withdraw(&world.portal, &admin, "medan", &gone, 2, "Salah tanggal.").await.unwrap();
    assert!(sent(&world).await.is_empty(), "once a day");
    world.portal.clock.advance(DAY);
    let letters = sent(&world).await;
    let lines: Vec<Line> = told(&letters).into_iter().flat_map(|(_, lines, _)| lines).collect();
    assert_eq!(lines, [Line::Announced("Dinas Kependudukan dan Pencatatan Sipil".into())], "what was taken back before it was told is not told of");
});

on_both!(a_changed_standard_is_told_when_it_begins, world => {
    let (sari, first, second) = (world.resident("Sari").await, world.staff("Adi", Role::Administrator, "", None).await, world.staff("Bona", Role::Administrator, "", None).await);
    follows(&world, &sari, "layanan:akta-kelahiran", AT_ONCE).await;
    let today = "2026-11-02";
    for (from, time, days) in [(today, "6 jam kerja", 0), ("2026-11-05", "4 jam kerja", 3)] {
        let mut conn = world.portal.db.read().await.unwrap();
        let service = services::show(&mut conn, &world.portal.gate, "medan", "akta-kelahiran").await.unwrap();
        let mut fields = standard::fields(&content_on(&mut conn, service.id, today).await.unwrap().unwrap());
        for (name, value) in [("waktu", time), ("mulai", from), ("alasan", "Loket ditambah"), ("sk", "Keputusan 9/2026")] {
            fields.set(name, value);
        }
        let changes = standard::change(&mut conn, &world.medan, "akta-kelahiran", &fields, today).await.unwrap();
        drop(conn);
        let Submitted::Proposed(id) = submit(&world.portal, &first, "medan", changes).await.unwrap() else { panic!("a standard was published without a second person") };
        assert!(sent(&world).await.is_empty(), "a proposal is told to nobody");
        approve(&world.portal, &second, "medan", id).await.unwrap();
        for _ in 0..days {
            assert!(sent(&world).await.is_empty(), "before its day nobody can read it");
            world.portal.clock.advance(DAY);
        }
        let letters = sent(&world).await;
        assert_eq!(told(&letters), [(service.short_name.as_str(), vec![Line::Standard(from.to_owned())], Next::Standard)]);
        assert_eq!(letters[0].items[0].path, "/medan/layanan/akta-kelahiran");
    }
});
