//! A selection is drafted, looked at, published, changed and withdrawn; what is not published is nobody's to read.

use domain::accounts::Actor;
use domain::clock::DAY;
use domain::directory::announcements::{self, When};
use domain::testing::World;
use domain::{Error, Refusal, ledger, on_both};
use vocabulary::Fault;
use vocabulary::accounts::Role;
use vocabulary::announcements::{AnnouncementInput, AnnouncementKind, AnnouncementState, TypedAnnouncement, TypedStage};

fn stage(name: &str, starts_on: &str, ends_on: &str) -> TypedStage {
    TypedStage { name: name.into(), starts_on: starts_on.into(), ends_on: ends_on.into(), note: String::new() }
}

fn typed() -> TypedAnnouncement {
    TypedAnnouncement {
        unit: "pemerintah".into(),
        title: "Seleksi terbuka Kepala Dinas Kependudukan".into(),
        summary: "Dibuka untuk PNS yang memenuhi kriteria di bawah ini.".into(),
        body: "Berkas diserahkan ke loket panitia seleksi pada jam kerja.".into(),
        position: "kepala-disdukcapil".into(),
        criteria: "Pangkat paling rendah IV/a\nPernah memimpin bidang".into(),
        shown_from: "2026-11-02".into(),
        shown_until: String::new(),
        stages: vec![stage("Pendaftaran", "2026-10-26", "2026-11-06"), stage("Seleksi administrasi", "2026-11-09", "2026-11-11"), stage("Wawancara", "2026-11-18", "2026-11-19")],
    }
}

fn selection() -> AnnouncementInput {
    typed().parse(AnnouncementKind::Selection).unwrap()
}

fn information(unit: &str, title: &str, from: &str, until: &str) -> AnnouncementInput {
    let typed = TypedAnnouncement { unit: unit.into(), title: title.into(), shown_from: from.into(), shown_until: until.into(), stages: vec![], ..typed() };
    typed.parse(AnnouncementKind::Information).unwrap()
}

async fn published(world: &World, actor: &Actor, key: &str, input: &AnnouncementInput) -> String {
    let slug = announcements::draft(&world.portal, actor, "medan", key, input).await.unwrap();
    announcements::publish(&world.portal, actor, &world.medan, &slug, 1).await.unwrap();
    slug
}

on_both!(from_a_draft_to_its_withdrawal, world => {
    let portal = &world.portal;
    let admin = world.staff("Ani", Role::Administrator, "", None).await;
    let slug = announcements::draft(portal, &admin, "medan", "key", &selection()).await.unwrap();
    assert_eq!(slug, "seleksi-terbuka-kepala-dinas-kependudukan");
    assert_eq!(announcements::draft(portal, &admin, "medan", "key", &selection()).await.unwrap(), slug, "a double tap is one draft");
    assert_eq!(announcements::draft(portal, &admin, "medan", "other", &selection()).await.unwrap(), format!("{slug}-2"), "the same title again has its own address");

    let mut conn = portal.db.read().await.unwrap();
    assert!(matches!(announcements::show(&mut conn, "medan", &slug, "2026-11-02").await, Err(Error::NotFound)), "a draft is nobody's to read");
    assert!(announcements::open(&mut conn, "medan", "2026-11-02").await.unwrap().is_empty());

    announcements::publish(portal, &admin, &world.medan, &slug, 1).await.unwrap();
    assert!(matches!(announcements::publish(portal, &admin, &world.medan, &slug, 2).await, Err(Error::Refused(Refusal::AlreadyDone))));
    let shown = announcements::show(&mut conn, "medan", &slug, "2026-11-02").await.unwrap();
    assert_eq!((shown.state("2026-11-02"), shown.position_slug.as_deref()), (AnnouncementState::Shown, Some("kepala-disdukcapil")));
    let stages = announcements::stages(&mut conn, shown.id).await.unwrap();
    let when: Vec<When> = stages.iter().map(|s| s.when("2026-11-09")).collect();
    assert_eq!(when, [When::Past, When::Now, When::Ahead]);
    let open = announcements::open(&mut conn, "medan", "2026-11-09").await.unwrap();
    assert_eq!((open.len(), open[0].stage_now.as_deref(), open[0].ends_on.as_deref()), (1, Some("Seleksi administrasi"), Some("2026-11-19")));
    assert!(announcements::open(&mut conn, "medan", "2026-11-20").await.unwrap().is_empty(), "the last stage is over");
    assert_eq!(announcements::list(&mut conn, "medan", "2026-11-20", None, None).await.unwrap().announcements.len(), 1, "it is still told");

    portal.clock.advance(DAY);
    let mut longer = typed();
    longer.stages[0].ends_on = "2026-11-08".into();
    let longer = longer.parse(AnnouncementKind::Selection).unwrap();
    announcements::change(portal, &admin, "medan", &slug, 2, &longer).await.unwrap();
    let Err(Error::Invalid(problems)) = announcements::change(portal, &admin, "medan", &slug, 2, &longer).await else { panic!("the second of two editors was not told") };
    assert_eq!(problems.of("versi"), Some(Fault::ChangedMeanwhile));
    let changed = announcements::show(&mut conn, "medan", &slug, "2026-11-03").await.unwrap();
    assert!(changed.changed_since_published());
    assert_eq!(announcements::stages(&mut conn, changed.id).await.unwrap()[0].ends_on, "2026-11-08");

    announcements::withdraw(portal, &admin, "medan", &slug, 3, "Formasi jabatan ini ditinjau ulang.").await.unwrap();
    let withdrawn = announcements::show(&mut conn, "medan", &slug, "2026-11-03").await.unwrap();
    assert_eq!((withdrawn.state("2026-11-03"), withdrawn.withdrawn_reason.as_deref()), (AnnouncementState::Withdrawn, Some("Formasi jabatan ini ditinjau ulang.")));
    assert!(announcements::list(&mut conn, "medan", "2026-11-03", None, None).await.unwrap().announcements.is_empty());
    assert_eq!(announcements::feed(&mut conn, "medan", "2026-11-03").await.unwrap().len(), 1, "who was told of it is told that it is withdrawn");
    assert!(matches!(announcements::change(portal, &admin, "medan", &slug, 4, &longer).await, Err(Error::Refused(Refusal::AlreadyDone))));
    let kinds: Vec<String> = ledger::of_subject(&mut conn, &slug).await.unwrap().into_iter().map(|e| e.kind).collect();
    assert_eq!(kinds, ["announcement-published", "announcement-changed", "announcement-withdrawn"]);
});

on_both!(stages_out_of_order_are_refused, world => {
    let admin = world.staff("Ani", Role::Administrator, "", None).await;
    let mut crossed = typed();
    crossed.stages.swap(0, 2);
    let problems = crossed.parse(AnnouncementKind::Selection).unwrap_err();
    assert_eq!(problems.of("tahap-2-mulai"), Some(Fault::OutOfOrder));
    assert_eq!(problems.of("tahap-3-mulai"), Some(Fault::OutOfOrder));
    // The database holds what no form can get past.
    let mut backwards = selection();
    backwards.stages[0].ends_on = "2026-10-01".into();
    assert!(matches!(announcements::draft(&world.portal, &admin, "medan", "key", &backwards).await, Err(Error::Database(_))));
    let mut conn = world.portal.db.read().await.unwrap();
    assert!(announcements::desk_list(&mut conn, &admin, "medan").await.unwrap().is_empty(), "nothing half-kept");
});

on_both!(days_decide_what_is_shown, world => {
    let portal = &world.portal;
    let admin = world.staff("Ani", Role::Administrator, "", None).await;
    let old = published(&world, &admin, "a", &information("dishub", "Loket uji kir pindah gedung", "2026-10-01", "")).await;
    let later = published(&world, &admin, "b", &information("disdukcapil", "KTP keliling di Belawan", "2026-11-10", "2026-11-12")).await;
    let mut conn = portal.db.read().await.unwrap();
    let titles = async |conn: &mut domain::db::Conn, day: &str| announcements::list(conn, "medan", day, None, None).await.unwrap().announcements.into_iter().map(|a| a.slug).collect::<Vec<_>>();
    assert_eq!(titles(&mut conn, "2026-11-02").await, std::slice::from_ref(&old));
    assert_eq!(announcements::show(&mut conn, "medan", &old, "2026-11-02").await.unwrap().shown_from, "2026-11-02", "nobody could read it before it was published");
    assert!(matches!(announcements::show(&mut conn, "medan", &later, "2026-11-09").await, Err(Error::NotFound)), "not before its first day");
    assert_eq!(titles(&mut conn, "2026-11-12").await, [later.clone(), old.clone()], "the newest first");
    assert_eq!(titles(&mut conn, "2026-11-13").await, [old]);
    assert_eq!(announcements::show(&mut conn, "medan", &later, "2026-11-13").await.unwrap().state("2026-11-13"), AnnouncementState::Over, "its address still answers");
    let unit = world.unit("disdukcapil").await;
    assert_eq!(announcements::newest(&mut conn, "medan", Some(unit), "2026-11-12").await.unwrap().len(), 1);
    assert_eq!(announcements::newest(&mut conn, "medan", None, "2026-11-12").await.unwrap().len(), 2);
    let item = announcements::feed(&mut conn, "medan", "2026-11-12").await.unwrap().remove(0);
    assert_eq!(item.updated_at(&world.medan), domain::clock::parse_moment("2026-11-10T00:00:00+07:00").unwrap(), "a feed's readers hear of it on its first day");
    let over = information("dishub", "Jalan ditutup selama pawai", "2026-10-01", "2026-10-02");
    let slug = announcements::draft(portal, &admin, "medan", "c", &over).await.unwrap();
    let Err(Error::Invalid(problems)) = announcements::publish(portal, &admin, &world.medan, &slug, 1).await else { panic!("published after its last day") };
    assert_eq!(problems.of("tampil-sampai"), Some(Fault::EndsBeforeStart));
});

on_both!(pages_follow_each_other, world => {
    let portal = &world.portal;
    let admin = world.staff("Ani", Role::Administrator, "", None).await;
    for n in 0..23 {
        let input = information("dishub", &format!("Pengumuman nomor {n:02} dari dinas"), "2026-11-02", "");
        published(&world, &admin, &n.to_string(), &input).await;
    }
    published(&world, &admin, "s", &selection()).await;
    let mut conn = portal.db.read().await.unwrap();
    let first = announcements::list(&mut conn, "medan", "2026-11-02", None, None).await.unwrap();
    let after: announcements::Cursor = first.after.clone().unwrap().to_string().parse().unwrap();
    let second = announcements::list(&mut conn, "medan", "2026-11-02", None, Some(after)).await.unwrap();
    assert_eq!((first.announcements.len(), second.announcements.len(), second.after), (20, 4, None));
    let all: std::collections::HashSet<_> = first.announcements.iter().chain(&second.announcements).map(|a| &a.slug).collect();
    assert_eq!(all.len(), 24, "each once");
    let selections = announcements::list(&mut conn, "medan", "2026-11-02", Some(AnnouncementKind::Selection), None).await.unwrap();
    assert_eq!(selections.announcements.len(), 1);
});

on_both!(whoever_does_not_administer_the_unit_finds_nothing, world => {
    let portal = &world.portal;
    let admin = world.staff("Ani", Role::Administrator, "", None).await;
    let slug = announcements::draft(portal, &admin, "medan", "key", &information("dishub", "Loket uji kir pindah gedung", "2026-11-02", "")).await.unwrap();
    let registry = world.staff("Rudi", Role::Administrator, "disdukcapil", None).await;
    let elsewhere = world.account_in("binjai", "Bina", Some((Role::Administrator, "pemerintah")), None).await;
    let handler = world.staff("Hadi", Role::Handler, "", None).await;
    for (who, actor) in [("of another unit", &registry), ("of another government", &elsewhere), ("with another role", &handler)] {
        let mut conn = portal.db.read().await.unwrap();
        assert!(matches!(announcements::at_desk(&mut conn, actor, "medan", &slug).await, Err(Error::NotFound)), "{who} reads");
        drop(conn);
        assert!(matches!(announcements::publish(portal, actor, &world.medan, &slug, 1).await, Err(Error::NotFound)), "{who} publishes");
        assert!(matches!(announcements::withdraw(portal, actor, "medan", &slug, 1, "Tidak jadi diumumkan.").await, Err(Error::NotFound)), "{who} withdraws");
        assert!(matches!(announcements::change(portal, actor, "medan", &slug, 1, &selection()).await, Err(Error::NotFound)), "{who} changes");
    }
    let Err(Error::Invalid(problems)) = announcements::draft(portal, &registry, "medan", "k", &selection()).await else { panic!("announced in the name of the whole government") };
    assert_eq!(problems.of("unit-pengumum"), Some(Fault::UnknownChoice));
    let mut unknown = selection();
    unknown.position = Some("tidak-ada".into());
    let Err(Error::Invalid(problems)) = announcements::draft(portal, &admin, "medan", "k", &unknown).await else { panic!("a post that is not there") };
    assert_eq!(problems.of("jabatan"), Some(Fault::UnknownChoice));
    let mut conn = portal.db.read().await.unwrap();
    assert_eq!(announcements::announcers(&mut conn, &registry, "medan", "2026-11-02").await.unwrap().len(), 1);
    assert_eq!(announcements::announcers(&mut conn, &admin, "medan", "2026-11-02").await.unwrap()[0].0, "pemerintah");
});
