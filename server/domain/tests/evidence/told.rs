//! Whoever a card or an evaluation is about is written to: that something waits, and by when, and nothing of it.

use domain::clock::HOUR;
use domain::notifications::{Promised, claim, finish};
use domain::testing::World;
use domain::{evaluation, feedback, on, on_both};
use vocabulary::evaluation::{DecisionInput, Settled, Settling};
use vocabulary::feedback::AnswerInput;

use super::{accept, cast, close, own_cards, send};

/// The mails that are due, as key, receiver and arguments.
async fn mails(world: &World) -> Vec<(String, String, Vec<(String, String)>)> {
    let mut found = Vec::new();
    while let Some(job) = claim(&world.portal).await.unwrap() {
        let promised: Promised = serde_json::from_str(&job.payload).unwrap();
        finish(&world.portal, &job).await.unwrap();
        found.push((promised.mail.key, promised.mail.to, promised.mail.args));
    }
    found
}

fn day(date: &str) -> Vec<(String, String)> {
    vec![("date".to_owned(), date.to_owned())]
}

on_both!(the_holder_is_written_to_with_the_last_day_and_nothing_else, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    // Ten minutes past the hour.
    portal.clock.advance(HOUR / 6);
    let sent = send(&world, 1, None, |_| {}).await;
    close(&world, &cast, &sent, "pengaduan", "upheld").await;
    assert!(mails(&world).await.is_empty(), "a mail of the very minute would tell when the reporter confirmed");
    portal.clock.advance(HOUR);
    assert_eq!(mails(&world).await, [("mail-card-offered".to_owned(), cast.dewi.email.clone(), day("2026-11-09"))]);
    let id = own_cards(&world, &cast.dewi).await[0];
    evaluation::reply(portal, &cast.dewi, id, "Jadwal jaga sudah kami ubah.").await.unwrap();
    evaluation::decide(portal, &cast.rina, id, &DecisionInput::parse("accept", "Terbukti dan sudah dibahas.").unwrap()).await.unwrap();
    assert_eq!(mails(&world).await, [("mail-card-decided".to_owned(), cast.dewi.email.clone(), vec![])]);
    // A correction is a decision too.
    evaluation::correct(portal, &cast.rina, id, 1, &DecisionInput::parse("reject", "Ternyata listrik kota padam.").unwrap()).await.unwrap();
    assert_eq!(mails(&world).await.len(), 1);
});

on_both!(who_holds_no_post_any_more_is_written_to, world => {
    let cast = cast(&world).await;
    world.resign("P102", "2026-10-31").await;
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update role_grant set ended_at = 1 where account_id = $1").bind(cast.dewi.account).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    let sent = send(&world, 1, None, |_| {}).await;
    close(&world, &cast, &sent, "pengaduan", "upheld").await;
    world.portal.clock.advance(HOUR);
    assert_eq!(mails(&world).await, [("mail-card-offered".to_owned(), cast.dewi.email.clone(), day("2026-11-09"))]);
});

on_both!(an_address_that_was_never_shown_to_be_theirs_gets_nothing, world => {
    let cast = cast(&world).await;
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update account set confirmed_at = null where id = $1").bind(cast.dewi.account).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    let sent = send(&world, 1, None, |_| {}).await;
    close(&world, &cast, &sent, "pengaduan", "upheld").await;
    world.portal.clock.advance(HOUR);
    assert!(mails(&world).await.is_empty());
});

on_both!(a_held_card_is_told_of_when_it_is_let_go, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    // Praise by the very person it praises.
    let sent = send(&world, 1, Some(cast.dewi.account), |form| {
        form.kind = "apresiasi".into();
        form.protection = "publik".into();
        form.name = "Dewi".into();
    }).await;
    accept(&world, &cast, &sent, "apresiasi", "publik").await;
    feedback::answer(portal, &cast.handler, &sent.reference, &AnswerInput::parse("upheld", "Terima kasih atas apresiasinya.").unwrap()).await.unwrap();
    feedback::confirm(portal, sent.case, "").await.unwrap();
    portal.clock.advance(HOUR);
    assert!(mails(&world).await.is_empty(), "what is held is nobody's yet");
    let mut conn = portal.db.read().await.unwrap();
    let hold = evaluation::holds::list(&mut conn, &cast.tia).await.unwrap()[0].id;
    drop(conn);
    let input = Settling::parse(Settled::Released.as_str(), "Bukan akunnya sendiri, sudah kami periksa.").unwrap();
    evaluation::holds::settle(portal, &cast.tia, hold, None, &input).await.unwrap();
    portal.clock.advance(HOUR);
    assert_eq!(mails(&world).await, [("mail-card-offered".to_owned(), cast.dewi.email.clone(), day("2026-11-09"))]);
});
