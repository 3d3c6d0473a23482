//! The directory is changed, and yesterday still shows yesterday: told on both databases.
//!
//! Long because every kind of change is a story of its own, and all are told with the same few forms.

use domain::accounts::Actor;
use domain::clock::{DAY, MINUTE};
use domain::directory::browse::Wanted;
use domain::directory::changes::{self, Submitted, approve, list, published, refuse, submit};
use domain::directory::edit::{Fields, ending, merge, position, service, standard, tenure, unit};
use domain::directory::history::{self, PositionContent, ServiceContent, UnitContent};
use domain::directory::standards::content_on;
use domain::directory::{browse, offices, past, positions, services, structure, units};
use domain::ids::ChangeId;
use domain::notifications::{Mail, claim, finish};
use domain::testing::World;
use domain::{Error, Refusal, on_both};
use vocabulary::accounts::Role;
use vocabulary::directory::{ChangeStatus, EntryKind, LifeEvent, PositionType, SubjectKind, UnitKind};
use vocabulary::{Fault, Problems};

const TODAY: &str = "2026-11-02";
const YESTERDAY: &str = "2026-11-01";

fn fault<T: std::fmt::Debug>(result: domain::Result<T>, field: &str) -> Option<Fault> {
    match result {
        Err(Error::Invalid(problems)) => Problems::of(&problems, field),
        other => panic!("expected a problem of {field}: {other:?}"),
    }
}

async fn unit_fields(world: &World, slug: &str, change: &[(&str, &str)]) -> Fields {
    let mut conn = world.portal.db.read().await.unwrap();
    let (id, _) = units::named(&mut conn, "medan", slug).await.unwrap();
    let version = history::on_day::<UnitContent>(&mut conn, id.0, TODAY).await.unwrap().unwrap();
    let mut fields = unit::fields(&mut conn, &version.content).await.unwrap();
    for (name, value) in [("mulai", TODAY), ("alasan", "Perubahan untuk uji"), ("sk", "")].iter().chain(change) {
        fields.set(name, *value);
    }
    fields
}

async fn position_fields(world: &World, slug: &str, change: &[(&str, &str)]) -> Fields {
    let mut conn = world.portal.db.read().await.unwrap();
    let post = positions::show(&mut conn, &world.portal.gate, "medan", slug).await.unwrap();
    let version = history::on_day::<PositionContent>(&mut conn, post.id.0, TODAY).await.unwrap().unwrap();
    let mut fields = position::fields(&mut conn, &version.content).await.unwrap();
    for (name, value) in [("mulai", TODAY), ("alasan", "Perubahan untuk uji"), ("sk", "")].iter().chain(change) {
        fields.set(name, *value);
    }
    fields
}

on_both!(what_an_import_wrote_has_its_history, world => {
    let mut conn = world.portal.db.read().await.unwrap();
    for slug in ["disdukcapil", "kelurahan-bagan-deli", "pemerintah"] {
        let now = units::show(&mut conn, &world.portal.gate, "medan", slug).await.unwrap();
        let then = past::unit(&mut conn, &world.portal.gate, "medan", slug, "2026-05-01").await.unwrap();
        assert_eq!(format!("{now:?}"), format!("{then:?}"), "nothing changed since, so both say the same");
    }
    let now = positions::show(&mut conn, &world.portal.gate, "medan", "kabid-capil-disdukcapil").await.unwrap();
    let duties = positions::duties(&mut conn, &world.portal.gate, now.id).await.unwrap();
    let then = past::post(&mut conn, &world.portal.gate, "medan", "kabid-capil-disdukcapil", "2026-05-01").await.unwrap();
    assert_eq!(format!("{:?}", (now, duties)), format!("{then:?}"));
    let service = services::show(&mut conn, &world.portal.gate, "medan", "akta-kelahiran").await.unwrap();
    let servers = services::served_by(&mut conn, domain::directory::gate::Gate::inside(), service.id, TODAY).await.unwrap();
    let then = past::service(&mut conn, &world.portal.gate, "medan", "akta-kelahiran", TODAY).await.unwrap();
    assert_eq!(format!("{service:?}"), format!("{:?}", then.0));
    assert_eq!(servers.len(), then.1.len());
    let unit = world.unit("disdukcapil").await;
    let posts = positions::of_unit(&mut conn, &world.portal.gate, unit, TODAY).await.unwrap();
    assert_eq!(format!("{posts:?}"), format!("{:?}", past::posts_of_unit(&mut conn, &world.portal.gate, unit, TODAY).await.unwrap()));
    assert!(matches!(past::unit(&mut conn, &world.portal.gate, "medan", "disdukcapil", "2025-12-31").await, Err(Error::NotFound)), "before its first day it was not there");
});

on_both!(a_unit_changes_its_name_and_yesterday_keeps_the_old_one, world => {
    let admin = world.staff("Adi", Role::Administrator, "", None).await;
    let fields = unit_fields(&world, "dishub", &[("nama", "Dinas Perhubungan dan Mobilitas"), ("alasan", "Perda susunan perangkat daerah yang baru"), ("sk", "Perda 3/2026")]).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let changes = unit::change(&world.portal, &mut conn, &world.medan, Some("dishub"), &fields).await.unwrap();
    drop(conn);
    assert_eq!(submit(&world.portal, &admin, "medan", changes).await.unwrap(), Submitted::Published);
    let mut conn = world.portal.db.read().await.unwrap();
    assert_eq!(units::show(&mut conn, &world.portal.gate, "medan", "dishub").await.unwrap().name, "Dinas Perhubungan dan Mobilitas");
    assert_eq!(past::unit(&mut conn, &world.portal.gate, "medan", "dishub", YESTERDAY).await.unwrap().name, "Dinas Perhubungan");
    let told = published(&mut conn, "medan", SubjectKind::Unit, "dishub", TODAY).await.unwrap();
    assert_eq!((told.len(), told[0].decree.as_str(), told[0].proposed_by_name.as_str()), (1, "Perda 3/2026", "Adi"));
});

on_both!(a_change_of_tomorrow_takes_effect_by_itself, world => {
    let admin = world.staff("Adi", Role::Administrator, "", None).await;
    let fields = unit_fields(&world, "dishub", &[("telepon", "+62-000-0000-0999"), ("mulai", "2026-11-03")]).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let changes = unit::change(&world.portal, &mut conn, &world.medan, Some("dishub"), &fields).await.unwrap();
    drop(conn);
    submit(&world.portal, &admin, "medan", changes).await.unwrap();
    let phone = async || units::show(&mut world.portal.db.read().await.unwrap(), &world.portal.gate, "medan", "dishub").await.unwrap().phone;
    assert_eq!(phone().await, "+62-000-0000-0100", "not before its day");
    world.portal.clock.advance(domain::clock::DAY);
    assert!(history::turn_all(&world.portal).await.unwrap());
    assert_eq!(phone().await, "+62-000-0000-0999");
    assert!(!history::turn_all(&world.portal).await.unwrap(), "once");
    let mut conn = world.portal.db.read().await.unwrap();
    assert_eq!(past::unit(&mut conn, &world.portal.gate, "medan", "dishub", TODAY).await.unwrap().phone, "+62-000-0000-0100");
});

on_both!(two_who_edit_the_same_do_not_undo_each_other, world => {
    let admin = world.staff("Adi", Role::Administrator, "", None).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let first = unit::change(&world.portal, &mut conn, &world.medan, Some("dishub"), &unit_fields(&world, "dishub", &[("jam", "07.00–12.00")]).await).await.unwrap();
    let second = unit::change(&world.portal, &mut conn, &world.medan, Some("dishub"), &unit_fields(&world, "dishub", &[("telepon", "+62-000-1")]).await).await.unwrap();
    drop(conn);
    submit(&world.portal, &admin, "medan", first).await.unwrap();
    assert!(matches!(submit(&world.portal, &admin, "medan", second).await, Err(Error::Refused(Refusal::ChangedMeanwhile))));
});

on_both!(duties_and_standards_need_a_second_person, world => {
    let (first, second) = (world.staff("Adi", Role::Administrator, "", None).await, world.staff("Bona", Role::Administrator, "", None).await);
    let other = world.account_in("binjai", "Citra", Some((Role::Administrator, "pemerintah")), None).await;
    let fields = position_fields(&world, "operator-disdukcapil", &[("tugas", "Menerima berkas | UU 24/2013\nMemberi tanda terima")]).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let changes = position::change(&world.portal, &mut conn, &world.medan, Some("operator-disdukcapil"), &fields).await.unwrap();
    drop(conn);
    let Submitted::Proposed(id) = submit(&world.portal, &first, "medan", changes).await.unwrap() else { panic!("duties were published without a second person") };
    let operator = world.position("operator-disdukcapil").await;
    let duties = async || positions::duties(&mut world.portal.db.read().await.unwrap(), &world.portal.gate, operator).await.unwrap().len();
    assert_eq!(duties().await, 1);
    assert!(matches!(approve(&world.portal, &first, "medan", id).await, Err(Error::Refused(Refusal::OwnProposal))));
    assert!(matches!(approve(&world.portal, &other, "medan", id).await, Err(Error::NotFound)));
    approve(&world.portal, &second, "medan", id).await.unwrap();
    assert_eq!(duties().await, 2);
    let told = domain::notifications::notices(&mut world.portal.db.read().await.unwrap(), first.account, None).await.unwrap().0;
    assert_eq!((told.len(), told[0].kind.as_str()), (1, "change-approved"), "whoever proposed it is told");
    assert!(matches!(approve(&world.portal, &second, "medan", id).await, Err(Error::Refused(Refusal::AlreadyDone))));
    let mut conn = world.portal.db.read().await.unwrap();
    assert_eq!(past::post(&mut conn, &world.portal.gate, "medan", "operator-disdukcapil", YESTERDAY).await.unwrap().1.len(), 1);
    // The summary alone is no duty.
    let fields = position_fields(&world, "operator-disdukcapil", &[("ringkasan", "Menerima dan memeriksa berkas di loket.")]).await;
    let changes = position::change(&world.portal, &mut conn, &world.medan, Some("operator-disdukcapil"), &fields).await.unwrap();
    drop(conn);
    assert_eq!(submit(&world.portal, &first, "medan", changes).await.unwrap(), Submitted::Published);
});

on_both!(a_standard_is_replaced_from_next_month_and_cases_keep_theirs, world => {
    let (first, second) = (world.staff("Adi", Role::Administrator, "", None).await, world.staff("Bona", Role::Administrator, "", None).await);
    let mut conn = world.portal.db.read().await.unwrap();
    let service = services::show(&mut conn, &world.portal.gate, "medan", "akta-kelahiran").await.unwrap().id;
    let mut fields = standard::fields(&content_on(&mut conn, service, TODAY).await.unwrap().unwrap());
    for (name, value) in [("waktu", "4 jam kerja"), ("mulai", "2026-12-01"), ("alasan", "Loket ditambah"), ("sk", "Keputusan 9/2026")] {
        fields.set(name, value);
    }
    let changes = standard::change(&mut conn, &world.medan, "akta-kelahiran", &fields, TODAY).await.unwrap();
    fields.set("mulai", YESTERDAY);
    assert_eq!(fault(standard::change(&mut conn, &world.medan, "akta-kelahiran", &fields, TODAY).await, "mulai"), Some(Fault::InThePast));
    drop(conn);
    let Submitted::Proposed(id) = submit(&world.portal, &first, "medan", changes).await.unwrap() else { panic!("a standard was published without a second person") };
    approve(&world.portal, &second, "medan", id).await.unwrap();
    let mut conn = world.portal.db.read().await.unwrap();
    for (day, version, time) in [(TODAY, 1, "1 hari kerja"), ("2026-11-30", 1, "1 hari kerja"), ("2026-12-01", 2, "4 jam kerja"), ("2027-06-01", 2, "4 jam kerja")] {
        let standard = services::standard_on(&mut conn, &world.portal.gate, service, day).await.unwrap().unwrap();
        assert_eq!((standard.version, standard.completion_time.as_str()), (version, time), "{day}");
    }
});

on_both!(a_refused_proposal_changes_nothing_and_says_why, world => {
    let (first, second) = (world.staff("Adi", Role::Administrator, "", None).await, world.staff("Bona", Role::Administrator, "", None).await);
    let fields = position_fields(&world, "operator-disdukcapil", &[("tugas", "Menolak berkas")]).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let changes = position::change(&world.portal, &mut conn, &world.medan, Some("operator-disdukcapil"), &fields).await.unwrap();
    drop(conn);
    let Submitted::Proposed(id) = submit(&world.portal, &first, "medan", changes).await.unwrap() else { panic!("not proposed") };
    refuse(&world.portal, &second, "medan", id, "Tugas ini bertentangan dengan standar layanan.").await.unwrap();
    let mut conn = world.portal.db.read().await.unwrap();
    let refused = list(&mut conn, &first, "medan", ChangeStatus::Refused).await.unwrap();
    assert_eq!(refused[0].note, "Tugas ini bertentangan dengan standar layanan.");
    let operator = positions::show(&mut conn, &world.portal.gate, "medan", "operator-disdukcapil").await.unwrap().id;
    assert_eq!(positions::duties(&mut conn, &world.portal.gate, operator).await.unwrap()[0].text, "Menerima berkas");
});

on_both!(holders_change_by_the_rules_of_tenure, world => {
    let admin = world.staff("Adi", Role::Administrator, "", None).await;
    let post = "kabid-capil-disdukcapil";
    let form = |fields: &[(&str, &str)]| -> Fields {
        [("nama", "Sinta Lubis"), ("jenis_masa", "definitive"), ("mulai", "2026-11-10"), ("sampai", ""), ("sk", "SK 821/2026"), ("alasan", "Rotasi pejabat"), ("orang", ""), ("akhiri", "")].iter().chain(fields).map(|(n, v)| (*n, *v)).collect()
    };
    let appoint = async |fields: Fields| {
        let mut conn = world.portal.db.read().await.unwrap();
        tenure::appoint(&world.portal, &mut conn, &world.medan, post, &fields, TODAY).await
    };
    for (fields, field, expected, why) in [
        (form(&[]), "mulai", Fault::Overlaps, "Dewi Batubara still holds it"),
        (form(&[("jenis_masa", "acting")]), "mulai", Fault::Overlaps, "an acting official stands in for nobody"),
        (form(&[("mulai", "2025-06-01"), ("sampai", "2025-07-01")]), "mulai", Fault::BeforeItExisted, "the post was not there yet"),
        (form(&[("sampai", "2026-11-01"), ("jenis_masa", "daily")]), "sampai", Fault::EndsBeforeStart, "it ends before it begins"),
        (form(&[("sk", "")]), "sk", Fault::Missing, "nobody is appointed without a decree"),
        (form(&[("nama", "Rina Tarigan"), ("jenis_masa", "definitive"), ("akhiri", "")]), "mulai", Fault::Overlaps, "held, and by somebody who holds another"),
    ] {
        assert_eq!(fault(appoint(fields).await, field), Some(expected), "{why}");
    }
    let changes = appoint(form(&[("akhiri", "ya")])).await.unwrap();
    assert_eq!(changes.len(), 2, "one ends, one begins");
    submit(&world.portal, &admin, "medan", changes).await.unwrap();
    let position = world.position(post).await;
    let holder = async |day: &'static str| {
        let mut conn = world.portal.db.read().await.unwrap();
        let held = domain::directory::tenures::of_position(&mut conn, position).await.unwrap();
        held.into_iter().find(|t| t.starts_on.as_str() <= day && t.ends_on.as_deref().is_none_or(|e| e >= day)).map(|t| t.name)
    };
    assert_eq!(holder("2026-11-09").await.as_deref(), Some("Dewi Batubara"));
    assert_eq!(holder("2026-11-10").await.as_deref(), Some("Sinta Lubis"));
    // Whoever has a post cannot be given another definitively, but may stand in for a day.
    let rina = appoint(form(&[("nama", "Rina Tarigan"), ("mulai", "2027-01-01"), ("akhiri", "ya")])).await.unwrap();
    assert_eq!(fault(submit(&world.portal, &admin, "medan", rina).await, "nama"), Some(Fault::HoldsAnother));
    let daily = appoint(form(&[("nama", "Rina Tarigan"), ("mulai", "2027-01-01"), ("sampai", "2027-01-05"), ("jenis_masa", "daily")])).await.unwrap();
    submit(&world.portal, &admin, "medan", daily).await.unwrap();
});

on_both!(two_agencies_merge_and_nothing_is_lost, world => {
    let admin = world.staff("Adi", Role::Administrator, "", None).await;
    let new: Fields = [("nama", "Dinas Kependudukan dan Perhubungan"), ("nama_en", ""), ("jenis", "dinas"), ("induk", "pemerintah"), ("alamat_halaman", "dinas-gabungan"), ("mulai", "2026-11-02"), ("alasan", "Perangkat daerah digabung"), ("sk", "Perda 3/2026")].into_iter().collect();
    let mut conn = world.portal.db.read().await.unwrap();
    let changes = unit::change(&world.portal, &mut conn, &world.medan, None, &new).await.unwrap();
    drop(conn);
    submit(&world.portal, &admin, "medan", changes).await.unwrap();
    let mut conn = world.portal.db.read().await.unwrap();
    let end: Fields = [("mulai", TODAY), ("alasan", "Diakhiri begitu saja"), ("pengganti", "")].into_iter().collect();
    assert!(matches!(ending::change(&mut conn, &world.medan, SubjectKind::Unit, "disdukcapil", &end).await, Err(Error::Refused(Refusal::StillHoldsOthers))), "a unit with posts does not end");
    let form: Fields = [("tujuan", "dinas-gabungan"), ("mulai", TODAY), ("alasan", "Perangkat daerah digabung"), ("sk", "Perda 3/2026")].into_iter().collect();
    let changes = merge::changes(&mut conn, &world.medan, &["disdukcapil".into(), "dishub".into()], &form).await.unwrap();
    drop(conn);
    submit(&world.portal, &admin, "medan", changes).await.unwrap();

    let mut conn = world.portal.db.read().await.unwrap();
    let target = units::named(&mut conn, "medan", "dinas-gabungan").await.unwrap().0;
    assert_eq!(positions::of_unit(&mut conn, &world.portal.gate, target, TODAY).await.unwrap().len(), 3, "every post moved");
    assert_eq!(services::show(&mut conn, &world.portal.gate, "medan", "akta-kelahiran").await.unwrap().unit_slug.as_deref(), Some("dinas-gabungan"));
    let old = units::show(&mut conn, &world.portal.gate, "medan", "disdukcapil").await.unwrap();
    assert_eq!(old.valid_to.as_deref(), Some(YESTERDAY));
    assert_eq!(units::related(&mut conn, old.id).await.unwrap().1[0].slug, "dinas-gabungan");
    assert_eq!(units::related(&mut conn, target).await.unwrap().0.len(), 2);
    assert!(units::list(&mut conn, "medan", TODAY).await.unwrap().iter().all(|u| u.slug != "dishub"));
    // Yesterday is as it was.
    assert!(past::top_units(&mut conn, "medan", YESTERDAY).await.unwrap().iter().any(|u| u.slug == "dishub"));
    assert_eq!(past::posts_of_unit(&mut conn, &world.portal.gate, old.id, YESTERDAY).await.unwrap().len(), 3);
    let (then, _) = past::service(&mut conn, &world.portal.gate, "medan", "akta-kelahiran", YESTERDAY).await.unwrap();
    assert_eq!(then.unit_slug.as_deref(), Some("disdukcapil"));
    let (post, _) = past::post(&mut conn, &world.portal.gate, "medan", "kabid-capil-disdukcapil", YESTERDAY).await.unwrap();
    assert_eq!(post.unit_slug, "disdukcapil");
});

on_both!(nonsense_is_refused_before_anything_is_written, world => {
    let mut conn = world.portal.db.read().await.unwrap();
    for (fields, field, expected, why) in [
        (unit_fields(&world, "kecamatan-medan-belawan", &[("induk", "kelurahan-bagan-deli")]).await, "induk", Fault::Cycle, "a district under its own ward"),
        (unit_fields(&world, "kecamatan-medan-belawan", &[("induk", "kecamatan-medan-belawan")]).await, "induk", Fault::Cycle, "under itself"),
        (unit_fields(&world, "kecamatan-medan-belawan", &[("induk", "tidak-ada")]).await, "induk", Fault::UnknownChoice, "under nothing"),
        (unit_fields(&world, "kecamatan-medan-belawan", &[]).await, "nama", Fault::NothingChanged, "the same again"),
        (unit_fields(&world, "kecamatan-medan-belawan", &[("nama", "Baru"), ("mulai", "2020-01-01")]).await, "mulai", Fault::BeforeItExisted, "before it was there"),
        (unit_fields(&world, "kecamatan-medan-belawan", &[("wilayah", "12.75.02")]).await, "wilayah", Fault::UnknownChoice, "an area of another city"),
        (unit_fields(&world, "kecamatan-medan-belawan", &[("alasan", "")]).await, "alasan", Fault::Missing, "no reason"),
    ] {
        assert_eq!(fault(unit::change(&world.portal, &mut conn, &world.medan, Some("kecamatan-medan-belawan"), &fields).await, field), Some(expected), "{why}");
    }
    let taken = unit_fields(&world, "dishub", &[("alamat_halaman", "inspektorat")]).await;
    assert_eq!(fault(unit::change(&world.portal, &mut conn, &world.medan, None, &taken).await, "alamat_halaman"), Some(Fault::AddressTaken));
    let post = position_fields(&world, "kepala-disdukcapil", &[("atasan", "operator-disdukcapil")]).await;
    assert_eq!(fault(position::change(&world.portal, &mut conn, &world.medan, Some("kepala-disdukcapil"), &post).await, "atasan"), Some(Fault::Cycle));
    drop(conn);
    // One who administers a ward changes nothing of an agency.
    let ward = world.staff("Wati", Role::Administrator, "kelurahan-bagan-deli", None).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let changes = unit::change(&world.portal, &mut conn, &world.medan, Some("dishub"), &unit_fields(&world, "dishub", &[("jam", "x")]).await).await.unwrap();
    drop(conn);
    assert!(matches!(submit(&world.portal, &ward, "medan", changes).await, Err(Error::NotFound)));
});

/// Everything that is listed or drawn on a day, today's way and the past's way.
async fn drawn(world: &World, day: &str, the_past: bool) -> Vec<String> {
    let gate = &world.portal.gate;
    let mut told = Vec::new();
    let (mut conn, registry) = (world.portal.db.read().await.unwrap(), world.unit("disdukcapil").await);
    for slug in ["pemerintah", "disdukcapil", "kecamatan-medan-belawan", "kelurahan-bagan-deli"] {
        let unit = units::named(&mut conn, "medan", slug).await.unwrap().0;
        told.push(match the_past {
            true => format!("{:?} {:?}", past::subtree(&mut conn, gate, "medan", unit, day).await.unwrap(), past::job_map(&mut conn, gate, unit, day).await.unwrap()),
            false => format!("{:?} {:?}", structure::subtree(&mut conn, gate, "medan", unit, day).await.unwrap(), structure::job_map(&mut conn, gate, unit, day).await.unwrap()),
        });
    }
    for wanted in [
        Wanted::default(),
        Wanted { event: Some(LifeEvent::Birth), ..Wanted::default() },
        Wanted { letter: Some('a'), ..Wanted::default() },
        Wanted { unit: Some((registry, UnitKind::Department)), ..Wanted::default() },
        Wanted { given_by: &[UnitKind::Village], ..Wanted::default() },
    ] {
        for after in ["", "akta-kelahiran"] {
            let page = match the_past {
                true => past::browse(&mut conn, gate, "medan", day, &wanted, after).await.unwrap(),
                false => browse::browse(&mut conn, gate, "medan", day, &wanted, after).await.unwrap(),
            };
            told.push(format!("{:?} {:?}", page.services, page.after));
        }
    }
    for kind in [None, Some(PositionType::Supervisor)] {
        let page = match the_past {
            true => past::posts(&mut conn, gate, "medan", day, kind, "").await.unwrap(),
            false => positions::list(&mut conn, gate, "medan", day, kind, "").await.unwrap(),
        };
        told.push(format!("{:?} {:?}", page.positions, page.after));
    }
    told.push(match the_past {
        true => format!("{:?} {:?}", past::letters(&mut conn, "medan", day).await.unwrap(), past::givers(&mut conn, "medan", day).await.unwrap()),
        false => format!("{:?} {:?}", browse::letters(&mut conn, "medan").await.unwrap(), browse::givers(&mut conn, "medan", day).await.unwrap()),
    });
    told.push(match the_past {
        true => format!("{:?}", past::offices_of_area(&mut conn, gate, "medan", "12.71.08.1006", day).await.unwrap()),
        false => format!("{:?}", offices::offices_of_area(&mut conn, gate, "medan", "12.71.08.1006", day).await.unwrap()),
    });
    told
}

on_both!(charts_and_lists_of_yesterday_stay_as_they_were, world => {
    let admin = world.staff("Adi", Role::Administrator, "", None).await;
    let before = drawn(&world, YESTERDAY, false).await;
    assert!(before[0].contains("Dinas Perhubungan") && before.iter().filter(|told| told.len() > 20).count() > 10, "{before:#?}");
    assert_eq!(before, drawn(&world, YESTERDAY, true).await, "the past is told as today is");
    // Today a ward office gets another name, a post another unit, title and type, a service another name and unit.
    let ward = unit_fields(&world, "kelurahan-bagan-deli", &[("nama", "Kelurahan Bagan Deli Baru"), ("alamat", "Jl. Baru 2")]).await;
    let agency = unit_fields(&world, "disdukcapil", &[("nama", "Badan Kependudukan")]).await;
    let post = position_fields(&world, "kabid-capil-disdukcapil", &[("unit", "dishub"), ("judul", "Kepala Subbagian Akta"), ("jenis", "pengawas"), ("kelas", "9"), ("atasan", ""), ("kebutuhan", "2")]).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let mut changes = unit::change(&world.portal, &mut conn, &world.medan, Some("kelurahan-bagan-deli"), &ward).await.unwrap();
    changes.extend(unit::change(&world.portal, &mut conn, &world.medan, Some("disdukcapil"), &agency).await.unwrap());
    changes.extend(position::change(&world.portal, &mut conn, &world.medan, Some("kabid-capil-disdukcapil"), &post).await.unwrap());
    let served = services::show(&mut conn, &world.portal.gate, "medan", "akta-kelahiran").await.unwrap();
    let version = history::on_day::<ServiceContent>(&mut conn, served.id.0, TODAY).await.unwrap().unwrap();
    let mut fields = service::fields(&mut conn, &version.content).await.unwrap();
    for (name, value) in [("mulai", TODAY), ("alasan", "Perubahan untuk uji"), ("nama_pendek", "Surat lahir"), ("unit", "dishub")] {
        fields.set(name, value);
    }
    changes.extend(service::change(&world.portal, &mut conn, &world.medan, Some("akta-kelahiran"), &fields).await.unwrap());
    drop(conn);
    submit(&world.portal, &admin, "medan", changes).await.unwrap();
    assert_eq!(before, drawn(&world, YESTERDAY, true).await, "yesterday is told as it was");
    let now = drawn(&world, TODAY, true).await;
    assert_eq!(now, drawn(&world, TODAY, false).await, "of today both ways say the same");
    assert!(before.iter().zip(&now).filter(|(then, now)| then != now).count() > 8, "and today is another day");
});

on_both!(records_say_when_they_begin, world => {
    let mut conn = world.portal.db.read().await.unwrap();
    for kind in [EntryKind::Unit, EntryKind::Position, EntryKind::Service] {
        assert_eq!(past::first_day(&mut conn, "medan", kind).await.unwrap().as_deref(), Some("2026-01-01"), "{kind}");
    }
    assert_eq!(past::days_of(&mut conn, "medan", EntryKind::Unit, "dishub").await.unwrap(), ("2026-01-01".to_owned(), None));
    assert!(matches!(past::days_of(&mut conn, "binjai", EntryKind::Unit, "kelurahan-bagan-deli").await, Err(Error::NotFound)));
    assert_eq!(past::first_day(&mut world.bare().await.portal.db.read().await.unwrap(), "medan", EntryKind::Service).await.unwrap(), None);
});

/// A change of duties, which waits for a second person.
async fn proposed(world: &World, who: &Actor, duty: &str) -> ChangeId {
    let fields = position_fields(world, "operator-disdukcapil", &[("tugas", duty)]).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let changes = position::change(&world.portal, &mut conn, &world.medan, Some("operator-disdukcapil"), &fields).await.unwrap();
    drop(conn);
    let Submitted::Proposed(id) = submit(&world.portal, who, "medan", changes).await.unwrap() else { panic!("published at once") };
    id
}

/// Whom the outbox writes to, and of how many proposals.
async fn written_to(world: &World) -> Vec<(String, String)> {
    let mut mails = Vec::new();
    while let Some(job) = claim(&world.portal).await.unwrap() {
        let mail: Mail = serde_json::from_str(&job.payload).unwrap();
        assert_eq!(mail.key, "mail-changes-waiting");
        assert_eq!(mail.args[1], ("link".to_owned(), "https://balai.example/petugas/direktori/medan/perubahan".to_owned()));
        mails.push((mail.to, mail.args[0].1.clone()));
        finish(&world.portal, &job).await.unwrap();
    }
    mails.sort();
    mails
}

on_both!(the_second_person_is_written_to_once_a_day, world => {
    let portal = &world.portal;
    let remind = async || changes::remind(portal, "https://balai.example").await.unwrap();
    let adi = world.staff("Adi", Role::Administrator, "", None).await;
    let bona = world.staff("Bona", Role::Administrator, "disdukcapil", None).await;
    world.staff("Dedi", Role::Administrator, "dishub", None).await;
    world.staff("Hadi", Role::Handler, "disdukcapil", None).await;
    world.account_in("binjai", "Citra", Some((Role::Administrator, "pemerintah")), None).await;
    assert_eq!(remind().await, 0, "nothing waits");

    let first = proposed(&world, &adi, "Menerima berkas\nMemberi tanda terima").await;
    proposed(&world, &adi, "Menerima berkas\nMemberi nomor").await;
    assert_eq!(remind().await, 1);
    assert_eq!(written_to(&world).await, [("bona@medan.example".to_owned(), "2".to_owned())], "one mail about both, to who may approve, and not to who proposed");
    portal.clock.advance(MINUTE);
    proposed(&world, &adi, "Menerima berkas\nMenghubungi pemohon").await;
    assert_eq!(remind().await, 0, "the day is not over");

    portal.clock.advance(DAY);
    refuse(portal, &bona, "medan", first, "Sudah ada di tugas lain.").await.unwrap();
    let own = proposed(&world, &bona, "Menerima berkas\nMenjaga loket").await;
    assert_eq!(remind().await, 2);
    assert_eq!(written_to(&world).await, [("adi@medan.example".to_owned(), "1".to_owned()), ("bona@medan.example".to_owned(), "2".to_owned())]);
    portal.clock.advance(DAY);
    assert_eq!(remind().await, 0, "nothing is new");
    refuse(portal, &adi, "medan", own, "Sudah ada.").await.unwrap();
    portal.clock.advance(DAY);
    assert_eq!(remind().await, 0);
});
