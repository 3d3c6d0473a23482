//! Importing: bad rows are named by line and column and keep their file out; skipping them imports the rest; importing
//! twice changes nothing.

use domain::directory::import::{BadRow, Enrichment, import_file};
use domain::testing::World;
use domain::{Error, on_both};

const HOLIDAYS: &str = "date,type,name_id,name_en,source
2028-01-01,libur_nasional,Tahun Baru,New Year,SKB
2028-13-01,libur_nasional,Bulan ketiga belas,Thirteenth month,SKB
2028-02-01,libur_desa,Hari desa,Village day,SKB
2028-03-01,cuti_bersama,,Joint leave,SKB
";

async fn holidays_of_2028(world: &World) -> i64 {
    let mut conn = world.portal.db.read().await.unwrap();
    domain::on!(&mut conn, c => sqlx::query_scalar("select count(*) from holiday where date like '2028%'").fetch_one(c).await.unwrap())
}

fn named(bad: &[BadRow]) -> Vec<(u64, &str)> {
    bad.iter().map(|b| (b.line, b.column.as_str())).collect()
}

on_both!(a_file_with_a_bad_row_is_kept_out_whole, world => {
    let more = Enrichment::default();
    let outcome = import_file(&world.portal, "holidays_id_2024_2027.csv", HOLIDAYS, &more, false).await.unwrap();
    assert!(!outcome.imported);
    assert_eq!(named(&outcome.bad), [(3, "date"), (4, "type"), (5, "name_id")]);
    assert_eq!(holidays_of_2028(&world).await, 0);
    let skipped = import_file(&world.portal, "holidays_id_2024_2027.csv", HOLIDAYS, &more, true).await.unwrap();
    assert_eq!((skipped.imported, skipped.rows, skipped.changed, skipped.bad.len()), (true, 1, 1, 3));
    let again = import_file(&world.portal, "holidays_id_2024_2027.csv", HOLIDAYS, &more, true).await.unwrap();
    assert_eq!(again.changed, 0, "twice changes nothing");
    assert_eq!(holidays_of_2028(&world).await, 1);
});

on_both!(people_must_fit_a_post, world => {
    let people = "id,tenant,name,nip_fictional_internal_only,status,position,opd,area_code,is_fictional
P901,medan,Tanpa Jabatan,197803062005012901,PNS,Kepala Angkasa,disdukcapil,12.71,true
P902,medan,Nomor Salah,197803062005132901,PNS,Inspektur,inspektorat,12.71,true
P903,medan,Benar Adanya,197803062005012903,PNS,Inspektur,inspektorat,12.71,true
";
    let more = Enrichment { valid_from: "2026-01-01".into(), ..Enrichment::default() };
    let outcome = import_file(&world.portal, "demo_people.csv", people, &more, true).await.unwrap();
    assert_eq!(named(&outcome.bad), [(2, "position"), (3, "nip_fictional_internal_only")]);
    assert_eq!(outcome.rows, 1);
});

on_both!(what_is_no_table_is_named, world => {
    let more = Enrichment::default();
    let broken = import_file(&world.portal, "services.json", "[{\"key\": \"x\"}, ", &more, false).await.unwrap();
    assert_eq!((broken.imported, broken.bad.len()), (false, 1));
    let missing = import_file(&world.portal, "areas.csv", "code,name\n12,Sumatera Utara\n", &more, false).await.unwrap();
    assert_eq!(named(&missing.bad), [(1, "parent_code"), (1, "type"), (1, "postal_code")]);
    assert!(matches!(import_file(&world.portal, "gaji.csv", "x", &more, false).await, Err(Error::Configuration(_))));
});
