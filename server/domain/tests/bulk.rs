//! The directory goes out as files and comes back: told on both databases. Long because every way in which a file can be
//! wrong has its line here, with its reason.

use domain::accounts::Actor;
use domain::directory::bulk::kept::{self, Act};
use domain::directory::bulk::plan::{Applied, Outcome, apply, dry_run};
use domain::directory::bulk::{Wrong, read, write};
use domain::directory::changes::{approve, list, show};
use domain::directory::{past, positions, services, tenures, units};
use domain::testing::World;
use domain::{Error, Refusal, on, on_both};
use vocabulary::Fault;
use vocabulary::accounts::Role;
use vocabulary::directory::{ChangeStatus, SubjectKind};

const TODAY: &str = "2026-11-02";
const YESTERDAY: &str = "2026-11-01";

fn act() -> Act {
    Act { reason: "Penataan perangkat daerah".into(), decree: "Perda 3/2026".into() }
}

async fn exported(world: &World, kind: SubjectKind) -> write::Table {
    let mut conn = world.portal.db.read().await.unwrap();
    write::table(&mut conn, &world.medan, kind, TODAY).await.unwrap()
}

async fn csv(world: &World, kind: SubjectKind) -> String {
    String::from_utf8(write::csv(&exported(world, kind).await).unwrap()).unwrap()
}

async fn tried(world: &World, actor: &Actor, kind: SubjectKind, bytes: &[u8]) -> Outcome {
    let sheet = read::read(kind, bytes).unwrap_or_else(|bad| panic!("{kind} is not read: {bad:?}"));
    dry_run(&world.portal, actor, "medan", kind, &sheet, &act()).await.unwrap()
}

async fn applied(world: &World, actor: &Actor, kind: SubjectKind, bytes: &[u8]) -> Applied {
    let sheet = read::read(kind, bytes).unwrap_or_else(|bad| panic!("{kind} is not read: {bad:?}"));
    let id = kept::keep(&world.portal, actor, "medan", kind, "berkas.csv", &sheet, &act()).await.unwrap();
    apply(&world.portal, actor, "medan", id).await.unwrap()
}

/// Applies it, with a second person where one is needed.
async fn done(world: &World, first: &Actor, second: &Actor, kind: SubjectKind, bytes: &[u8]) {
    match applied(world, first, kind, bytes).await {
        Applied::Published => {}
        Applied::Proposed(change) => approve(&world.portal, second, "medan", change).await.unwrap(),
        Applied::Not(outcome) => panic!("{kind} was not applied: {:?}", outcome.refused),
    }
}

/// Everything that the directory is, as text.
async fn everything(world: &World) -> Vec<String> {
    let mut all = Vec::new();
    for kind in SubjectKind::ALL {
        all.push(csv(world, *kind).await);
    }
    let mut conn = world.portal.db.read().await.unwrap();
    for count in ["directory_change", "directory_version", "person", "ledger_pending"] {
        let rows: i64 = match count {
            "directory_change" => on!(&mut conn, c => sqlx::query_scalar("select count(*) from directory_change").fetch_one(c).await.unwrap()),
            "directory_version" => on!(&mut conn, c => sqlx::query_scalar("select count(*) from directory_version").fetch_one(c).await.unwrap()),
            "person" => on!(&mut conn, c => sqlx::query_scalar("select count(*) from person").fetch_one(c).await.unwrap()),
            _ => on!(&mut conn, c => sqlx::query_scalar("select count(*) from ledger_pending").fetch_one(c).await.unwrap()),
        };
        all.push(format!("{count} {rows}"));
    }
    all
}

/// One service of the small world has a standard without a procedure, which no form and so no file lets in; and the
/// export is tried with what spreadsheets stumble over.
async fn made_whole(world: &World, actor: &Actor) {
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update service_standard set procedure = $1 where procedure = ''").bind("Ambil nomor\nSerahkan \"berkas\"; tunggu, lalu terima").execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    let file = "alamat_halaman,telepon,tentang,mulai\ndishub,'+62-000-0000-0199,\"=1+1 bukan rumus: é, \"\"kutip\"\"\n\nbaris kedua\",2026-01-01\n".replace(",\"=1", ",\"'=1");
    assert!(matches!(applied(world, actor, SubjectKind::Unit, file.as_bytes()).await, Applied::Published));
}

on_both!(a_round_trip_is_identical, world => {
    let admin = world.staff("Adi", Role::Administrator, "", None).await;
    made_whole(&world, &admin).await;
    let bare = world.bare().await;
    let (first, second) = (bare.staff("Adi", Role::Administrator, "", None).await, bare.staff("Bona", Role::Administrator, "", None).await);
    for kind in SubjectKind::ALL {
        let table = exported(&world, *kind).await;
        let (text, book) = (write::csv(&table).unwrap(), write::xlsx(&table, world.portal.now()).unwrap());
        let (from_text, from_book) = (read::read(*kind, &text).unwrap(), read::read(*kind, &book).unwrap());
        let cells = |sheet: &read::Sheet| sheet.rows.iter().map(|r| r.cells.clone()).collect::<Vec<_>>();
        assert!(!table.rows.is_empty(), "{kind}: nothing to export");
        assert_eq!(cells(&from_text), table.rows, "{kind}: CSV says what is there");
        assert_eq!(cells(&from_book), table.rows, "{kind}: XLSX says what is there");
        assert_eq!((from_text.columns, from_book.columns), (table.columns.iter().map(|c| (*c).to_owned()).collect(), table.columns.iter().map(|c| (*c).to_owned()).collect()));
        // One kind as text, the next as a workbook.
        let bytes = if (*kind as usize).is_multiple_of(2) { &text } else { &book };
        done(&bare, &first, &second, *kind, bytes).await;
        assert_eq!(csv(&bare, *kind).await, String::from_utf8(text).unwrap(), "{kind} after the round trip");
    }
    assert!(csv(&world, SubjectKind::Unit).await.contains("'+62-000-0000-0199"), "no spreadsheet runs a cell of ours");
    for number in ["197803062005012901", "198704242011012912", "197004222001041904"] {
        for kind in SubjectKind::ALL {
            assert!(!csv(&world, *kind).await.contains(number), "{kind} has an employee number");
        }
    }
    // What came by file is a directory like any other.
    let mut conn = bare.portal.db.read().await.unwrap();
    let post = positions::show(&mut conn, domain::directory::gate::Gate::inside(), "medan", "kabid-capil-disdukcapil").await.unwrap();
    assert_eq!(tenures::of_position(&mut conn, post.id).await.unwrap()[0].name, "Dewi Batubara");
    assert_eq!(post.superior_slug.as_deref(), Some("kepala-disdukcapil"));
    assert_eq!(past::unit(&mut conn, domain::directory::gate::Gate::inside(), "medan", "dishub", "2026-02-01").await.unwrap().phone, "+62-000-0000-0199");
    drop(conn);
    bare.put_away().await;
});

on_both!(an_export_over_itself_changes_nothing, world => {
    let admin = world.staff("Adi", Role::Administrator, "", None).await;
    let before = everything(&world).await;
    for kind in SubjectKind::ALL {
        let table = exported(&world, *kind).await;
        for bytes in [write::csv(&table).unwrap(), write::csv(&table).unwrap().into_iter().flat_map(|b| if b == b'\n' { vec![b'\r', b'\n'] } else { vec![b] }).collect(), write::xlsx(&table, 0).unwrap()] {
            let outcome = tried(&world, &admin, *kind, &bytes).await;
            assert_eq!((outcome.unchanged, outcome.refused.len(), outcome.may_be_applied()), (table.rows.len(), 0, false), "{kind}: {outcome:?}");
            assert!(matches!(applied(&world, &admin, *kind, &bytes).await, Applied::Not(_)));
        }
    }
    assert_eq!(everything(&world).await, before);
});

on_both!(a_dry_run_shows_everything_and_does_nothing, world => {
    let admin = world.staff("Adi", Role::Administrator, "", None).await;
    let before = everything(&world).await;
    let file = "alamat_halaman;nama;jenis;induk;mulai;berakhir\n\
        dinas-baru;Dinas Baru;dinas;pemerintah;2026-11-02;\n\
        bidang-baru;Bidang Baru;upt;dinas-baru;;\n\
        dishub;Dinas Perhubungan Darat;dinas;pemerintah;2026-12-01;\n\
        inspektorat;Inspektorat;inspektorat;pemerintah;2026-01-01;\n\
        kelurahan-belawan-i;Kelurahan Belawan I;kelurahan;kecamatan-medan-belawan;2026-01-01;2026-12-31\n\
        kelurahan-bagan-deli;Kelurahan Bagan Deli;kelurahan;tidak-ada;2026-11-02;\n";
    let outcome = tried(&world, &admin, SubjectKind::Unit, file.as_bytes()).await;
    let slugs = |lines: &[domain::directory::bulk::plan::Line]| lines.iter().map(|l| (l.line, l.slug.clone())).collect::<Vec<_>>();
    assert_eq!(slugs(&outcome.added), [(2, "dinas-baru".into()), (3, "bidang-baru".into())], "a row may name what an earlier one adds");
    assert_eq!(slugs(&outcome.changed), [(4, "dishub".into())]);
    assert_eq!(outcome.changed[0].differences.iter().map(|d| (d.field.as_str(), d.before.as_str(), d.after.as_str())).collect::<Vec<_>>(), [("nama", "Dinas Perhubungan", "Dinas Perhubungan Darat")]);
    assert_eq!(outcome.unchanged, 1);
    let refused: Vec<_> = outcome.refused.iter().map(|b| (b.line, b.column.as_str(), b.wrong)).collect();
    assert!(refused.contains(&(7, "induk", Wrong::Fault(Fault::UnknownChoice))), "{refused:?}");
    assert!(!outcome.may_be_applied());
    assert_eq!(everything(&world).await, before, "a dry run");
    // Not a row of a file with a bad one is taken.
    assert!(matches!(applied(&world, &admin, SubjectKind::Unit, file.as_bytes()).await, Applied::Not(_)));
    assert_eq!(everything(&world).await, before, "a refused file");
});

on_both!(what_is_wrong_with_a_row_is_named, world => {
    use SubjectKind::{Position, Service, Standard, Tenure, Unit};
    let admin = world.staff("Adi", Role::Administrator, "", None).await;
    let before = everything(&world).await;
    let standard = "alamat_halaman,waktu,mulai,berakhir,sk\n";
    let tenure = "jabatan,pegawai,nama,jenis_masa,sk,mulai,berakhir\n";
    for (kind, file, line, column, wrong, why) in [
        (Unit, "alamat_halaman,induk,mulai\nkecamatan-medan-belawan,kelurahan-bagan-deli,2026-11-02\n".to_owned(), 2, "induk", Wrong::Fault(Fault::Cycle), "under its own ward"),
        (Unit, "alamat_halaman,induk,mulai\ndishub,inspektorat,2026-12-01\ninspektorat,dishub,2026-12-01\n".into(), 3, "induk", Wrong::Fault(Fault::Cycle), "a circle that only two rows make, on a day to come"),
        (Position, "alamat_halaman,atasan,mulai\nkepala-disdukcapil,kabid-capil-disdukcapil,2026-11-02\n".into(), 2, "atasan", Wrong::Fault(Fault::Cycle), "above its own superior"),
        (Unit, "alamat_halaman,jam\ndishub,07.00\ndishub,08.00\n".into(), 3, "alamat_halaman", Wrong::TwiceInFile, "two rows for one address"),
        (Unit, "alamat_halaman,nama,jenis,induk\nDinas Baru,Dinas Baru,dinas,pemerintah\n".into(), 2, "alamat_halaman", Wrong::Fault(Fault::NotAnAddress), "no address"),
        (Unit, "alamat_halaman,nama,jenis\ndinas-baru,Dinas Baru,dinas\n".into(), 2, "induk", Wrong::Fault(Fault::Missing), "a new unit under nothing"),
        (Unit, "alamat_halaman,jam,mulai\ndishub,07.00,kemarin\n".into(), 2, "mulai", Wrong::Fault(Fault::NotADate), "no day"),
        (Unit, "alamat_halaman,jam,mulai\ndishub,07.00,2020-01-01\n".into(), 2, "mulai", Wrong::Fault(Fault::BeforeItExisted), "before it was there"),
        (Unit, "alamat_halaman,mulai,berakhir\ndishub,2026-11-02,2026-10-01\n".into(), 2, "berakhir", Wrong::Fault(Fault::EndsBeforeStart), "it ends before it begins"),
        (Unit, "alamat_halaman,berakhir\ndisdukcapil,2026-11-30\n".into(), 2, "berakhir", Wrong::Refused(Refusal::StillHoldsOthers), "posts would be lost with it"),
        (Unit, "alamat_halaman,nama\ndishub,\u{FFFD}\n".into(), 2, "nama", Wrong::Fault(Fault::Unreadable), "undecodable"),
        (Position, "alamat_halaman,unit,mulai\noperator-disdukcapil,tidak-ada,2026-11-02\n".into(), 2, "unit", Wrong::Fault(Fault::UnknownChoice), "in no unit"),
        (Service, "alamat_halaman,pelaksana,mulai\nakta-kelahiran,tidak-ada | performs,2026-11-02\n".into(), 2, "pelaksana", Wrong::Fault(Fault::UnknownChoice), "served by no post"),
        (Standard, format!("{standard}akta-kelahiran,4 jam,2026-12-01,2026-11-30,SK 1\n"), 2, "berakhir", Wrong::Fault(Fault::EndsBeforeStart), "a standard that ends before it begins"),
        (Standard, format!("{standard}akta-kelahiran,4 jam,2026-12-01,2026-12-31,SK 1\n"), 2, "berakhir", Wrong::StandardEnds, "and one that ends with nothing after it"),
        (Standard, format!("{standard}akta-kelahiran,4 jam,2026-10-01,,SK 1\n"), 2, "mulai", Wrong::Fault(Fault::InThePast), "a promise is not changed for days that have passed"),
        (Standard, format!("{standard}tidak-ada,4 jam,2026-12-01,,SK 1\n"), 2, "alamat_halaman", Wrong::Fault(Fault::UnknownChoice), "of no service"),
        (Tenure, format!("{tenure}kepala-dishub-tidak-ada,P900,Sinta Lubis,definitive,SK 1,2026-11-02,\n"), 2, "jabatan", Wrong::Fault(Fault::UnknownChoice), "of no post"),
        (Tenure, format!("{tenure}operator-disdukcapil,P900,Sinta Lubis,definitive,SK 1,2025-06-01,\n"), 2, "mulai", Wrong::Fault(Fault::BeforeItExisted), "a tenure of a post that did not exist yet"),
        (Tenure, format!("{tenure}kabid-capil-disdukcapil,P900,Sinta Lubis,definitive,SK 1,2026-11-02,\n"), 2, "mulai", Wrong::Fault(Fault::Overlaps), "somebody holds it"),
        (Tenure, format!("{tenure}inspektur-inspektorat,P101,Rina Tarigan,definitive,SK 1,2026-11-02,\n"), 2, "nama", Wrong::Fault(Fault::HoldsAnother), "she holds another"),
        (Tenure, format!("{tenure}operator-disdukcapil,P101,Rini Tarigan,daily,SK 1,2026-11-02,2026-11-05\n"), 2, "nama", Wrong::OtherName, "the key is another's"),
        (Tenure, format!("{tenure}operator-disdukcapil,19780306 200501 2 901,Sinta Lubis,definitive,SK 1,2026-11-02,\n"), 2, "pegawai", Wrong::PersonalNumber, "a NIP is not kept as a key"),
        (Tenure, format!("{tenure}operator-disdukcapil,P900,Sinta Lubis,tetap,SK 1,2026-11-02,\n"), 2, "jenis_masa", Wrong::Fault(Fault::UnknownChoice), "no such kind"),
        (Tenure, format!("{tenure}operator-disdukcapil,P900,Sinta Lubis,definitive,SK 1,2026-11-02,2026-11-01\n"), 2, "berakhir", Wrong::Fault(Fault::EndsBeforeStart), "out before in"),
    ] {
        let outcome = tried(&world, &admin, kind, file.as_bytes()).await;
        let refused: Vec<_> = outcome.refused.iter().map(|b| (b.line, b.column.as_str(), b.wrong)).collect();
        assert_eq!(refused, [(line, column, wrong)], "{why}");
        assert!(matches!(applied(&world, &admin, kind, file.as_bytes()).await, Applied::Not(_)), "{why}");
    }
    assert_eq!(everything(&world).await, before, "nothing is half-imported");
});

on_both!(a_slug_of_what_has_ended_is_not_given_again, world => {
    let admin = world.staff("Adi", Role::Administrator, "", None).await;
    assert!(matches!(applied(&world, &admin, SubjectKind::Unit, b"alamat_halaman,berakhir\ndishub,2026-11-01\n").await, Applied::Published));
    let again = tried(&world, &admin, SubjectKind::Unit, b"alamat_halaman,nama,jenis,induk,mulai\ndishub,Dinas Perahu,dinas,pemerintah,2026-11-02\n").await;
    assert_eq!(again.refused.iter().map(|b| (b.column.as_str(), b.wrong)).collect::<Vec<_>>(), [("alamat_halaman", Wrong::Fault(Fault::AddressTaken))]);
    let opened = tried(&world, &admin, SubjectKind::Unit, b"alamat_halaman,mulai,berakhir\ndishub,2026-01-01,2026-12-31\n").await;
    assert_eq!(opened.refused[0].wrong, Wrong::NotReopened);
});

on_both!(an_agency_is_reorganised_by_files, world => {
    let (first, second) = (world.staff("Adi", Role::Administrator, "", None).await, world.staff("Bona", Role::Administrator, "", None).await);
    // The new agency; its posts and service move; the old ones end.
    let new = "alamat_halaman,nama,jenis,induk\ndinas-layanan,Dinas Layanan Warga,dinas,pemerintah\n";
    assert!(matches!(applied(&world, &first, SubjectKind::Unit, new.as_bytes()).await, Applied::Published));
    let moving = csv(&world, SubjectKind::Position).await.lines().next().map(|_| {
        "alamat_halaman,unit,mulai\nkepala-disdukcapil,dinas-layanan,2026-11-02\nkabid-capil-disdukcapil,dinas-layanan,2026-11-02\noperator-disdukcapil,dinas-layanan,2026-11-02\n".to_owned()
    }).unwrap();
    assert!(matches!(applied(&world, &first, SubjectKind::Position, moving.as_bytes()).await, Applied::Published), "moving changes no duties");
    assert!(matches!(applied(&world, &first, SubjectKind::Service, b"alamat_halaman,unit\nakta-kelahiran,dinas-layanan\n").await, Applied::Published));
    assert!(matches!(applied(&world, &first, SubjectKind::Unit, b"alamat_halaman,berakhir\ndisdukcapil,2026-11-01\ndishub,2026-11-01\n").await, Applied::Published));
    // Two change places: whoever leaves leaves first, in whatever order the rows stand.
    let holders = "jabatan,pegawai,nama,jenis_masa,mulai,berakhir\n\
        kabid-capil-disdukcapil,P101,Rina Tarigan,definitive,2026-11-02,\n\
        kepala-disdukcapil,P102,Dewi Batubara,definitive,2026-11-02,\n";
    let refused = tried(&world, &first, SubjectKind::Tenure, holders.as_bytes()).await;
    assert_eq!(refused.refused.len(), 2, "both still hold theirs");
    let since = { let mut conn = world.portal.db.read().await.unwrap(); let post = positions::show(&mut conn, domain::directory::gate::Gate::inside(), "medan", "kepala-disdukcapil").await.unwrap(); tenures::of_position(&mut conn, post.id).await.unwrap()[0].starts_on.clone() };
    let holders = format!("{holders}kepala-disdukcapil,P101,,,{since},2026-11-01\nkabid-capil-disdukcapil,P102,,,{since},2026-11-01\n");
    let outcome = tried(&world, &first, SubjectKind::Tenure, holders.as_bytes()).await;
    assert_eq!((outcome.added.len(), outcome.ended.len(), outcome.refused.len()), (2, 2, 0), "{outcome:?}");
    assert!(matches!(applied(&world, &first, SubjectKind::Tenure, holders.as_bytes()).await, Applied::Published));
    // Duties and standards wait for the second person, the whole file as one.
    let duties = "alamat_halaman,judul,jenis,unit,atasan,tugas,kebutuhan,mulai\n\
        kabid-mutu,Kepala Bidang Mutu,administrator,dinas-layanan,kepala-disdukcapil,Menjaga mutu | PermenPANRB 15/2014,1,2026-11-02\n\
        analis-mutu,Analis Mutu,fungsional,dinas-layanan,kabid-mutu,,2,2026-11-02\n\
        operator-disdukcapil,Operator Layanan Warga,pelaksana,dinas-layanan,analis-mutu,Menerima berkas,3,2026-11-02\n";
    let Applied::Proposed(change) = applied(&world, &first, SubjectKind::Position, duties.as_bytes()).await else { panic!("duties were published without a second person") };
    let mut conn = world.portal.db.read().await.unwrap();
    assert!(matches!(positions::show(&mut conn, domain::directory::gate::Gate::inside(), "medan", "kabid-mutu").await, Err(Error::NotFound)), "not yet");
    assert_eq!(list(&mut conn, &second, "medan", ChangeStatus::Proposed).await.unwrap().iter().map(|c| c.batch_count).collect::<Vec<_>>(), [3], "one batch is one thing to decide on");
    assert_eq!(show(&mut conn, &second, "medan", change).await.unwrap().iter().map(|c| c.slug.as_str()).collect::<Vec<_>>(), ["kabid-mutu", "analis-mutu", "operator-disdukcapil"]);
    drop(conn);
    assert!(matches!(approve(&world.portal, &first, "medan", change).await, Err(Error::Refused(Refusal::OwnProposal))));
    let ward = world.staff("Wati", Role::Administrator, "kelurahan-bagan-deli", None).await;
    assert!(matches!(approve(&world.portal, &ward, "medan", change).await, Err(Error::NotFound)));
    approve(&world.portal, &second, "medan", change).await.unwrap();
    let standard = "alamat_halaman,waktu,mulai,sk\nakta-kelahiran,4 jam kerja,2026-12-01,Keputusan 9/2026\n";
    let Applied::Proposed(change) = applied(&world, &first, SubjectKind::Standard, standard.as_bytes()).await else { panic!("a standard was published without a second person") };
    approve(&world.portal, &second, "medan", change).await.unwrap();

    let mut conn = world.portal.db.read().await.unwrap();
    let unit = units::named(&mut conn, "medan", "dinas-layanan").await.unwrap().0;
    assert_eq!(positions::of_unit(&mut conn, domain::directory::gate::Gate::inside(), unit, TODAY).await.unwrap().len(), 5);
    let operator = positions::show(&mut conn, domain::directory::gate::Gate::inside(), "medan", "operator-disdukcapil").await.unwrap();
    assert_eq!((operator.title.as_str(), operator.superior_slug.as_deref()), ("Operator Layanan Warga", Some("analis-mutu")));
    let post = positions::show(&mut conn, domain::directory::gate::Gate::inside(), "medan", "kabid-mutu").await.unwrap().id;
    assert_eq!(positions::duties(&mut conn, domain::directory::gate::Gate::inside(), post).await.unwrap()[0].legal_basis.as_deref(), Some("PermenPANRB 15/2014"));
    let (head, _) = past::post(&mut conn, domain::directory::gate::Gate::inside(), "medan", "kepala-disdukcapil", YESTERDAY).await.unwrap();
    assert_eq!(head.unit_slug, "disdukcapil", "yesterday is as it was");
    let service = services::show(&mut conn, domain::directory::gate::Gate::inside(), "medan", "akta-kelahiran").await.unwrap();
    assert_eq!(service.unit_slug.as_deref(), Some("dinas-layanan"));
    for (day, time) in [(TODAY, "1 hari kerja"), ("2026-12-01", "4 jam kerja")] {
        assert_eq!(services::standard_on(&mut conn, domain::directory::gate::Gate::inside(), service.id, day).await.unwrap().unwrap().completion_time, time, "{day}");
    }
    let held = tenures::of_position(&mut conn, head.id).await.unwrap();
    assert_eq!(held.iter().map(|t| (t.name.as_str(), t.ends_on.as_deref())).collect::<Vec<_>>(), [("Dewi Batubara", None), ("Rina Tarigan", Some(YESTERDAY))]);
    drop(conn);
    for kind in SubjectKind::ALL {
        let again = csv(&world, *kind).await;
        assert_eq!(tried(&world, &first, *kind, again.as_bytes()).await.unchanged, again_rows(&world, *kind).await, "{kind}: what was done by files goes round as well");
    }
});

async fn again_rows(world: &World, kind: SubjectKind) -> usize {
    exported(world, kind).await.rows.len()
}

on_both!(a_first_standard_may_have_begun_before_and_later_ones_not, world => {
    let (first, second) = (world.staff("Adi", Role::Administrator, "", None).await, world.staff("Bona", Role::Administrator, "", None).await);
    let service = "alamat_halaman,nama,nama_pendek,peristiwa,unit,mulai\nkartu-anak,Kartu Identitas Anak,KIA,lahir,disdukcapil,2026-02-01\n";
    assert!(matches!(applied(&world, &first, SubjectKind::Service, service.as_bytes()).await, Applied::Published));
    let standard = |time: &str, from: &str| format!("alamat_halaman,persyaratan,prosedur,waktu,biaya,produk,pengaduan,sk,mulai\nkartu-anak,KK,Ambil nomor,{time},Gratis,KIA,Balai,SK 4/2026,{from}\n");
    done(&world, &first, &second, SubjectKind::Standard, standard("2 hari", "2026-02-01").as_bytes()).await;
    let again = tried(&world, &first, SubjectKind::Standard, standard("3 hari", "2026-03-01").as_bytes()).await;
    assert_eq!(again.refused[0].wrong, Wrong::Fault(Fault::InThePast));
});

on_both!(a_file_is_for_who_brought_it, world => {
    let admin = world.staff("Adi", Role::Administrator, "", None).await;
    let sheet = read::read(SubjectKind::Unit, b"alamat_halaman,jam\ndishub,07.00\n").unwrap();
    let keep = async |who: &Actor| kept::keep(&world.portal, who, "medan", SubjectKind::Unit, "unit.csv", &sheet, &act()).await;
    let id = keep(&admin).await.unwrap();
    let others = [
        ("another administrator", world.staff("Bona", Role::Administrator, "", None).await),
        ("a ward's administrator", world.staff("Wati", Role::Administrator, "kelurahan-bagan-deli", None).await),
        ("a verifier", world.staff("Vera", Role::Verifier, "", None).await),
        ("another city's administrator", world.account_in("binjai", "Bina", Some((Role::Administrator, "pemerintah")), None).await),
    ];
    for (who, other) in &others {
        assert!(matches!(kept::show(&mut world.portal.db.read().await.unwrap(), other, "medan", id).await, Err(Error::NotFound)), "{who}");
        assert!(matches!(apply(&world.portal, other, "medan", id).await, Err(Error::NotFound)), "{who}");
    }
    for (who, other) in &others[1..] {
        assert!(matches!(keep(other).await, Err(Error::NotFound)), "{who}");
        assert!(matches!(dry_run(&world.portal, other, "medan", SubjectKind::Unit, &sheet, &act()).await, Err(Error::NotFound)), "{who}");
    }
    assert!(matches!(apply(&world.portal, &admin, "medan", id).await.unwrap(), Applied::Published));
    assert!(matches!(apply(&world.portal, &admin, "medan", id).await, Err(Error::NotFound)), "once");
    let id = keep(&admin).await.unwrap();
    world.portal.clock.advance(domain::clock::DAY - 1);
    kept::sweep(&world.portal).await.unwrap();
    kept::show(&mut world.portal.db.read().await.unwrap(), &admin, "medan", id).await.unwrap();
    world.portal.clock.advance(1);
    kept::sweep(&world.portal).await.unwrap();
    assert!(matches!(kept::show(&mut world.portal.db.read().await.unwrap(), &admin, "medan", id).await, Err(Error::NotFound)), "forgotten after a day");
});
