//! A resident says what is wrong on a page, the unit answers, the resident is told.

use domain::clock::{DAY, HOUR, MINUTE};
use domain::directory::corrections;
use domain::notifications::{Mail, claim};
use domain::testing::World;
use domain::{Error, Refusal, ledger, on, on_both};
use vocabulary::Fault;
use vocabulary::accounts::Role;
use vocabulary::corrections::{CorrectionAnswer, CorrectionInput, CorrectionStatus};

async fn sent(world: &World, key: &str, subject: &str, email: &str) -> String {
    let input = CorrectionInput::parse(subject, "Loket sudah pindah ke lantai dua, bukan lantai satu.", email).unwrap();
    corrections::send(&world.portal, &world.medan, key, "id", &input).await.unwrap()
}

on_both!(the_resident_is_told, world => {
    let portal = &world.portal;
    portal.clock.advance(17 * MINUTE);
    let admin = world.staff("Rudi", Role::Administrator, "disdukcapil", None).await;
    let code = sent(&world, "key", "layanan:akta-kelahiran", "sari@surel.example").await;
    assert_eq!(sent(&world, "key", "layanan:akta-kelahiran", "sari@surel.example").await, code, "a double tap is one correction");
    assert_ne!(sent(&world, "other", "unit:dishub", "").await, code);

    let mut conn = portal.db.read().await.unwrap();
    let waiting = corrections::show(&mut conn, "medan", &code).await.unwrap();
    assert_eq!((waiting.status, waiting.answer.as_str(), waiting.will_be_mailed), (CorrectionStatus::Waiting, "", true));
    assert_eq!(corrections::waiting(&mut conn, &admin).await.unwrap(), [("medan".to_owned(), 1)], "the transport office's is not theirs");
    let queue = corrections::queue(&mut conn, &admin, "medan").await.unwrap();
    assert_eq!((queue.len(), queue[0].subject_title.as_str(), queue[0].subject().to_string()), (1, "Akta kelahiran", "layanan:akta-kelahiran".to_owned()));
    assert_eq!(queue[0].received_at % HOUR, 0, "of the time only the hour is kept");
    assert_eq!(queue[0].id.0.get_timestamp().map(|t| t.to_unix().0 % 3600), Some(0), "the id carries no more either");
    drop(conn);

    let said = CorrectionAnswer::parse("corrected", "Terima kasih, alamat loketnya sudah kami perbaiki.").unwrap();
    corrections::answer(portal, &admin, "medan", &code, &said, "https://balai.example/medan/koreksi/x").await.unwrap();
    assert!(matches!(corrections::answer(portal, &admin, "medan", &code, &said, "").await, Err(Error::Refused(Refusal::AlreadyDone))));
    let mut conn = portal.db.read().await.unwrap();
    let shown = corrections::show(&mut conn, "medan", &code).await.unwrap();
    assert_eq!((shown.status, shown.answer.as_str(), shown.will_be_mailed), (CorrectionStatus::Corrected, "Terima kasih, alamat loketnya sudah kami perbaiki.", false));
    let addresses: i64 = on!(&mut conn, c => sqlx::query_scalar("select count(*) from correction where sealed_email is not null").fetch_one(c).await.unwrap());
    assert_eq!(addresses, 0, "the address is gone");
    assert_eq!(ledger::of_subject(&mut conn, "layanan:akta-kelahiran").await.unwrap()[0].kind, "correction-answered");
    drop(conn);
    let job = claim(portal).await.unwrap().unwrap();
    let mail: Mail = serde_json::from_str(&job.payload).unwrap();
    assert_eq!((mail.to.as_str(), mail.key.as_str()), ("sari@surel.example", "mail-correction-corrected"));
    assert!(mail.args.contains(&("link".into(), "https://balai.example/medan/koreksi/x".into())));
    assert!(claim(portal).await.unwrap().is_none(), "one mail");
});

on_both!(the_address_is_sealed_while_it_waits, world => {
    sent(&world, "key", "unit:disdukcapil", "sari@surel.example").await;
    let mut conn = world.portal.db.read().await.unwrap();
    let sealed: Vec<u8> = on!(&mut conn, c => sqlx::query_scalar("select sealed_email from correction").fetch_one(c).await.unwrap());
    assert!(!sealed.windows(4).any(|w| w == b"sari"));
    assert_eq!(world.portal.secrets.unseal(&sealed).unwrap(), "sari@surel.example");
});

on_both!(each_goes_to_who_is_responsible, world => {
    let root = world.unit("pemerintah").await;
    let registry = world.unit("disdukcapil").await;
    for (key, subject, unit, why) in [
        ("a", "jabatan:kepala-disdukcapil", registry, "a post's unit"),
        ("b", "layanan:surat-keterangan-tidak-mampu", root, "a service of every ward has no one unit"),
        ("c", "halaman:lowongan", root, "a page of nobody in particular"),
        ("d", "halaman:", root, "the front page"),
        ("e", "halaman:unit/disdukcapil/bagan", registry, "a unit's chart"),
        ("f", "halaman:unit/disdukcapil/peta", registry, "its job map"),
        ("g", "halaman:layanan", root, "a list of the whole government"),
    ] {
        let code = sent(&world, key, subject, "").await;
        let admin = world.staff(&format!("Ani {key}"), Role::Administrator, "", None).await;
        let mut conn = world.portal.db.read().await.unwrap();
        assert_eq!(corrections::at_desk(&mut conn, &admin, "medan", &code).await.unwrap().unit_id, unit, "{why}");
    }
    for subject in ["unit:tidak-ada", "layanan:tidak-ada", "jabatan:tidak-ada", "halaman:pengumuman/tidak-ada", "halaman:unit/tidak-ada/bagan"] {
        let input = CorrectionInput::parse(subject, "Ada yang salah di sini.", "").unwrap();
        let Err(Error::Invalid(problems)) = corrections::send(&world.portal, &world.medan, "x", "id", &input).await else { panic!("{subject} was taken") };
        assert_eq!(problems.of("tentang"), Some(Fault::UnknownChoice), "{subject}");
    }
});

on_both!(only_the_unit_reads_and_answers, world => {
    let portal = &world.portal;
    let code = sent(&world, "key", "unit:disdukcapil", "").await;
    let transport = world.staff("Dedi", Role::Administrator, "dishub", None).await;
    let elsewhere = world.account_in("binjai", "Bina", Some((Role::Administrator, "pemerintah")), None).await;
    let handler = world.staff("Hadi", Role::Handler, "disdukcapil", None).await;
    let said = CorrectionAnswer::parse("declined", "Halamannya sudah benar menurut kami.").unwrap();
    for (who, actor) in [("of another unit", &transport), ("of another government", &elsewhere), ("with another role", &handler)] {
        let mut conn = portal.db.read().await.unwrap();
        assert!(matches!(corrections::at_desk(&mut conn, actor, "medan", &code).await, Err(Error::NotFound)), "{who} reads");
        drop(conn);
        assert!(matches!(corrections::answer(portal, actor, "medan", &code, &said, "").await, Err(Error::NotFound)), "{who} answers");
    }
    let mut conn = portal.db.read().await.unwrap();
    assert!(corrections::queue(&mut conn, &transport, "medan").await.unwrap().is_empty());
    assert!(matches!(corrections::show(&mut conn, "binjai", &code).await, Err(Error::NotFound)), "not under another government's address");
    assert_eq!(corrections::show(&mut conn, "medan", &code).await.unwrap().status, CorrectionStatus::Waiting);
});

on_both!(an_address_is_not_kept_for_ever_without_an_answer, world => {
    let (early, late) = (sent(&world, "a", "unit:disdukcapil", "sari@surel.example").await, "unit:dishub");
    world.portal.clock.advance(DAY);
    let late = sent(&world, "b", late, "budi@surel.example").await;
    let addresses = async || {
        let mut conn = world.portal.db.read().await.unwrap();
        [corrections::show(&mut conn, "medan", &early).await.unwrap().will_be_mailed, corrections::show(&mut conn, "medan", &late).await.unwrap().will_be_mailed]
    };
    world.portal.clock.advance(179 * DAY - HOUR);
    assert_eq!(corrections::forget_addresses(&world.portal).await.unwrap(), 0, "an hour too early");
    assert_eq!(addresses().await, [true, true]);
    world.portal.clock.advance(HOUR);
    assert_eq!(corrections::forget_addresses(&world.portal).await.unwrap(), 1);
    assert_eq!(addresses().await, [false, true], "the later one still has its day");
    // Its page stays, the unit can still answer, and nobody is written to.
    let admin = world.staff("Rudi", Role::Administrator, "", None).await;
    let said = CorrectionAnswer::parse("corrected", "Terima kasih, sudah kami perbaiki.").unwrap();
    corrections::answer(&world.portal, &admin, "medan", &early, &said, "").await.unwrap();
    assert!(claim(&world.portal).await.unwrap().is_none());
});
