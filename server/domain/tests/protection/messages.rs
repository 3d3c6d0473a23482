use domain::clock::{DAY, HOUR, MINUTE};
use domain::feedback::{self, MessageBy, mark_read, messages, write_as_reporter, write_as_staff};
use domain::following::letters::{Line, claim};
use domain::following::spread;
use domain::{Error, Portal, on, on_both};
use vocabulary::Fault;
use vocabulary::accounts::Role;
use vocabulary::feedback::{ByRole, Queue};

use crate::{accepting, sent};

async fn texts(portal: &Portal, by: MessageBy<'_>) -> Vec<(ByRole, String)> {
    let mut conn = portal.db.read().await.unwrap();
    messages(portal, &mut conn, by).await.unwrap().into_iter().map(|m| (m.by, m.text.unwrap())).collect()
}

on_both!(reporter_and_staff_write_to_each_other, world => {
    let portal = &world.portal;
    let case = sent(&world, 'a', |_| {}).await;
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let hadi = world.staff("Hadi", Role::Handler, "disdukcapil", None).await;
    portal.clock.advance(17 * MINUTE + 23);
    write_as_reporter(portal, case.case, "Saya masih punya dua foto.").await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let waiting = world.queued(&vera, Queue::Verify).await;
    assert_eq!(waiting[0].unread, 1, "the desk sees that there is something new");
    let read = messages(portal, &mut conn, MessageBy::Staff(&vera, &case.reference)).await.unwrap();
    assert!(read[0].is_unread && read[0].at % HOUR == 0, "of the reporter's time the hour is kept");
    drop(conn);
    mark_read(portal, &vera, &case.reference).await.unwrap();
    assert_eq!(world.queued(&vera, Queue::Verify).await[0].unread, 0);
    assert!(matches!(write_as_staff(portal, &hadi, &case.reference, "Foto apa?").await, Err(Error::NotFound)), "not his case yet");
    feedback::accept(portal, &vera, &case.reference, &accepting("pengaduan", "disdukcapil")).await.unwrap();
    write_as_reporter(portal, case.case, "Foto loket yang kosong.").await.unwrap();
    write_as_staff(portal, &hadi, &case.reference, "Mohon dikirim bersama laporan baru.").await.unwrap();
    let all = [
        (ByRole::Reporter, "Saya masih punya dua foto.".to_owned()),
        (ByRole::Reporter, "Foto loket yang kosong.".to_owned()),
        (ByRole::Handler, "Mohon dikirim bersama laporan baru.".to_owned()),
    ];
    assert_eq!(texts(portal, MessageBy::Reporter(case.case)).await, all);
    assert_eq!(texts(portal, MessageBy::Staff(&hadi, &case.reference)).await, all);
    let mut conn = portal.db.read().await.unwrap();
    assert!(messages(portal, &mut conn, MessageBy::Staff(&hadi, &case.reference)).await.unwrap().iter().all(|m| !m.is_unread), "who answers has read");

    // Words lie in the vault only.
    let steps = feedback::steps(&mut conn, case.case).await.unwrap();
    assert!(steps.iter().all(|s| !s.note.contains("foto")));
    let rows: Vec<Vec<u8>> = on!(&mut conn, c => sqlx::query_scalar("select sealed from vault_record").fetch_all(c).await.unwrap());
    assert!(rows.len() == 4 && rows.iter().all(|r| !r.windows(4).any(|w| w == b"foto" || w == b"Foto")));
    drop(conn);
    let letters = async || {
        while spread(portal).await.unwrap() {}
        claim(portal, 10).await.unwrap()
    };
    assert!(letters().await.is_empty(), "the letter waits for its hour");
    portal.clock.advance(3 * HOUR);
    let told = letters().await;
    let lines: Vec<&Line> = told.iter().flat_map(|letter| &letter.items).flat_map(|item| &item.lines).collect();
    assert!(lines.contains(&&Line::Message), "{lines:?}");
    assert!(!format!("{told:?}").contains("Mohon dikirim"), "that there is a message, not what it says");
});

on_both!(too_many_in_a_day_wait_until_tomorrow, world => {
    let portal = &world.portal;
    let case = sent(&world, 'a', |_| {}).await;
    for n in 0..20 {
        write_as_reporter(portal, case.case, &format!("Pesan nomor {n}")).await.unwrap();
    }
    match write_as_reporter(portal, case.case, "Satu lagi").await {
        Err(Error::Invalid(problems)) => assert_eq!(problems.of("pesan"), Some(Fault::TooManyToday { most: 20 })),
        other => panic!("{other:?}"),
    }
    portal.clock.advance(DAY);
    write_as_reporter(portal, case.case, "Satu lagi").await.unwrap();
});

on_both!(others_read_and_write_nothing, world => {
    let portal = &world.portal;
    let case = sent(&world, 'a', |form| form.kind = "penyimpangan".into()).await;
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    feedback::accept(portal, &vera, &case.reference, &accepting("penyimpangan", "inspektorat")).await.unwrap();
    write_as_reporter(portal, case.case, "Saya takut dikenali.").await.unwrap();
    for (who, actor) in [
        ("a handler of the unit", world.staff("Hadi", Role::Handler, "disdukcapil", None).await),
        ("the head of the unit, who verifies", world.staff("Rina Tarigan", Role::Verifier, "", Some("P101")).await),
        ("a verifier of Binjai", world.account_in("binjai", "Bina", Some((Role::Verifier, "pemerintah")), None).await),
        ("a resident", world.resident("Sari").await),
    ] {
        let mut conn = portal.db.read().await.unwrap();
        assert!(matches!(messages(portal, &mut conn, MessageBy::Staff(&actor, &case.reference)).await, Err(Error::NotFound)), "{who} reads");
        drop(conn);
        assert!(matches!(write_as_staff(portal, &actor, &case.reference, "Siapa Anda?").await, Err(Error::NotFound)), "{who} writes");
        assert!(matches!(mark_read(portal, &actor, &case.reference).await, Err(Error::NotFound)), "{who} marks");
    }
});
