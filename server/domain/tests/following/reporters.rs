//! Reporters who left an address: told of their own case by the same letters, with the same choice, and of nothing that
//! somebody who sees the mailbox should not read.

use domain::clock::{DAY, HOUR, MINUTE};
use domain::feedback::{self, identity, write_as_staff};
use domain::following::letters::{Delivery, Letter, Line, Next};
use domain::following::{self, OwnTelling, Returned, came_back, own_telling, tell_own};
use domain::testing::{World, answers};
use domain::{Error, on, on_both};
use vocabulary::accounts::Role;
use vocabulary::feedback::{AcceptInput, MergeInput, ProgressInput, Status, StepKind};
use vocabulary::following::{Level, MailEnd, Rhythm, Telling};

use crate::{all_sent_by, answer, case, count, staff};

/// What is due now to reporters.
async fn own(world: &World) -> Vec<Letter> {
    own_by(world, Delivery::Sent).await
}

async fn own_by(world: &World, delivery: Delivery) -> Vec<Letter> {
    all_sent_by(world, delivery).await.into_iter().filter(|letter| letter.own).collect()
}

fn lines(letters: &[Letter]) -> Vec<Line> {
    letters.iter().flat_map(|l| &l.items).flat_map(|i| i.lines.clone()).collect()
}

/// Sent with this protection by somebody with this address, and accepted.
async fn report(world: &World, key: &str, protection: &str, email: &str) -> feedback::Sent {
    let mut form = answers();
    (form.key, form.protection, form.name, form.email) = (key.repeat(32), protection.into(), "Sari".into(), email.into());
    let sent = feedback::send(&world.portal, &world.medan, None, "en", form.parse("2026-11-02").unwrap()).await.unwrap();
    let verifier = staff(world, "Vera", Role::Verifier, "").await;
    let input = AcceptInput::parse("Loket tutup pagi", "Loket tutup pukul sepuluh pagi.", protection, "pengaduan", "disdukcapil", "completion_time").unwrap();
    feedback::accept(&world.portal, &verifier, &sent.reference, &input).await.unwrap();
    sent
}

async fn progress(world: &World, reference: &str) {
    let handler = staff(world, "Hendra", Role::Handler, "disdukcapil").await;
    let input = ProgressInput::parse("Jadwal jaga sedang disusun.", "umum").unwrap();
    feedback::act(&world.portal, &handler, reference, None, feedback::Act::Progress(&input)).await.unwrap();
}

on_both!(unasked_they_hear_the_answer_and_what_comes_next_and_no_word_of_the_case, world => {
    for (key, protection) in [("a", "publik"), ("c", "rahasia")] {
        let sent = report(&world, key, protection, "sari@rumah.example").await;
        progress(&world, &sent.reference).await;
        write_as_staff(&world.portal, &staff(&world, "Hendra", Role::Handler, "disdukcapil").await, &sent.reference, "Mohon kirim foto.").await.unwrap();
        answer(&world, &sent.reference).await;
        if protection != "publik" {
            assert!(own(&world).await.is_empty(), "{protection}: a mail now would tell when");
            world.portal.clock.advance(3 * HOUR);
        }
        let told = own(&world).await;
        assert_eq!(told.len(), 1, "{protection}: one letter");
        let letter = &told[0];
        assert_eq!((letter.to.as_deref(), letter.language.as_str()), (Some("sari@rumah.example"), "en"));
        let item = &letter.items[0];
        assert_eq!((item.title.as_str(), item.reference.as_str(), item.path.as_str()), ("", sent.reference.as_str(), "/lacak"), "{protection}");
        assert_eq!(item.lines, [Line::Message, Line::Step(StepKind::Answered)], "{protection}: not every step, unless they ask");
        assert_eq!(item.next, Next::Case { status: Some(Status::Responded), due: Some("2026-11-16".into()), part: false }, "{protection}: what comes next, and by when");
        assert!(!format!("{item:?}").contains("Loket"), "{protection}");
        assert!(own(&world).await.is_empty(), "{protection}: once");
        world.portal.clock.advance(-3 * HOUR * i64::from(protection != "publik"));
    }
    // Of the anonymous channel nothing is told, whatever was typed, and no address is kept.
    let kept = count(&world, "follower").await;
    let sent = report(&world, "b", "anonim", "sari@rumah.example").await;
    answer(&world, &sent.reference).await;
    world.portal.clock.advance(3 * HOUR);
    assert!(own(&world).await.is_empty() && count(&world, "follower").await == kept);
});

on_both!(whose_report_became_part_of_another_is_asked_for_nothing, world => {
    let main = report(&world, "a", "publik", "sari@rumah.example").await;
    let mut form = answers();
    (form.key, form.protection, form.name, form.email) = ("b".repeat(32), "publik".into(), "Budi".into(), "budi@rumah.example".into());
    let part = feedback::send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
    let vera = staff(&world, "Vera", Role::Verifier, "").await;
    let merging = MergeInput::parse(&main.reference, "Loket yang sama pada hari yang sama.").unwrap();
    feedback::act(&world.portal, &vera, &part.reference, None, feedback::Act::Merge(&merging)).await.unwrap();
    world.portal.clock.advance(3 * HOUR);
    own(&world).await;
    answer(&world, &main.reference).await;
    world.portal.clock.advance(3 * HOUR);
    let told = own(&world).await;
    let next = |reference: &str| told.iter().flat_map(|l| &l.items).find(|i| i.reference == reference).map(|i| i.next.clone());
    let answered = |part| Some(Next::Case { status: Some(Status::Responded), due: Some("2026-11-16".into()), part });
    assert_eq!((next(&main.reference), next(&part.reference)), (answered(false), answered(true)), "only the reporter of the first can say whether it is solved");
});

on_both!(who_contests_a_second_time_is_not_told_of_by_the_minute, world => {
    let sari = world.resident("Sari").await;
    let sent = report(&world, "a", "anonim", "").await;
    crate::follows(&world, &sari, &format!("laporan:{}", sent.reference), crate::AT_ONCE).await;
    for round in 0..2 {
        answer(&world, &sent.reference).await;
        world.portal.clock.advance(7 * HOUR);
        crate::sent(&world).await;
        world.portal.clock.advance(17 * MINUTE);
        feedback::contest(&world.portal, sent.case, "Loketnya masih tutup.").await.unwrap();
        assert!(crate::sent(&world).await.is_empty(), "round {round}: a letter at this minute would say when the reporter was here");
        world.portal.clock.advance(7 * HOUR);
        let lines = lines(&crate::sent(&world).await);
        assert!(lines.contains(&Line::Step(StepKind::Contested)), "round {round}: {lines:?}");
        assert_eq!(lines.contains(&Line::Step(StepKind::Escalated)), round == 1, "{lines:?}");
    }
});

on_both!(each_reporter_hears_as_much_as_they_want, world => {
    for (key, level, expected) in [
        ("a", Level::Silent, &[][..]),
        ("b", Level::Ends, &[][..]),
        ("c", Level::Answers, &[StepKind::Answered][..]),
        ("d", Level::Steps, &[StepKind::Taken, StepKind::Progress, StepKind::Answered][..]),
        ("e", Level::Everything, &[StepKind::Taken, StepKind::Progress, StepKind::Answered][..]),
    ] {
        let sent = report(&world, key, "publik", "sari@rumah.example").await;
        own(&world).await;
        tell_own(&world.portal, sent.case, Telling { level, rhythm: Rhythm::AtOnce }).await.unwrap();
        progress(&world, &sent.reference).await;
        answer(&world, &sent.reference).await;
        assert_eq!(lines(&own(&world).await), expected.iter().copied().map(Line::Step).collect::<Vec<_>>(), "{level}");
        // Ten working days later it ends by itself.
        world.portal.clock.advance(16 * DAY);
        feedback::upkeep::keep(&world.portal).await.unwrap();
        let ended = lines(&own(&world).await);
        assert_eq!(ended, if level == Level::Silent { vec![] } else { vec![Line::Step(StepKind::ClosedSilent)] }, "{level}");
        world.portal.clock.advance(-16 * DAY);
    }
});

on_both!(once_a_day_is_one_letter_and_the_cap_holds, world => {
    let sent = report(&world, "a", "publik", "sari@rumah.example").await;
    own(&world).await;
    tell_own(&world.portal, sent.case, Telling { level: Level::Steps, rhythm: Rhythm::Daily }).await.unwrap();
    for _ in 0..3 {
        progress(&world, &sent.reference).await;
    }
    assert!(own(&world).await.is_empty());
    world.portal.clock.advance(22 * HOUR);
    let morning = own(&world).await;
    assert_eq!((morning.len(), morning[0].items.len(), lines(&morning).len()), (1, 1, 4), "the next morning, in one");
    tell_own(&world.portal, sent.case, Telling { level: Level::Steps, rhythm: Rhythm::AtOnce }).await.unwrap();
    let mut got = 0;
    for _ in 0..8 {
        progress(&world, &sent.reference).await;
        got += own(&world).await.len();
        world.portal.clock.advance(10 * MINUTE);
    }
    assert_eq!(got, 3, "four letters a day, with that of the morning");
});

on_both!(without_an_address_nothing_is_kept_and_nothing_told, world => {
    let sent = report(&world, "a", "anonim", "").await;
    answer(&world, &sent.reference).await;
    world.portal.clock.advance(DAY);
    assert!(own(&world).await.is_empty());
    assert_eq!(count(&world, "follower").await, 0);
    let mut conn = world.portal.db.read().await.unwrap();
    assert_eq!(own_telling(&world.portal, &mut conn, sent.case).await.unwrap(), None, "the receipt's page offers nothing");
    drop(conn);
    assert!(matches!(tell_own(&world.portal, sent.case, Telling::OF_A_REPORTER).await, Err(Error::NotFound)));
});

on_both!(no_row_holds_their_address_or_joins_two_cases, world => {
    let (one, two) = (report(&world, "a", "rahasia", "sari@rumah.example").await, report(&world, "b", "rahasia", "sari@rumah.example").await);
    for sent in [&one, &two] {
        answer(&world, &sent.reference).await;
    }
    world.portal.clock.advance(3 * HOUR);
    assert_eq!(own(&world).await.len(), 2);
    let mut conn = world.portal.db.read().await.unwrap();
    let rows: Vec<(String, Option<Vec<u8>>)> = on!(&mut conn, c => sqlx::query_as("select address_hash, address from follower where case_id is not null").fetch_all(c).await.unwrap());
    assert_eq!(rows.len(), 2, "two that have nothing in common");
    assert!(rows[0].0 != rows[1].0 && rows.iter().all(|(_, address)| address.is_none()));
    drop(conn);
    // With the identity goes the rest.
    identity::erase(&world.portal, &one.reference).await.unwrap();
    progress_of_protected(&world, &one.reference).await;
    world.portal.clock.advance(6 * HOUR);
    assert!(own(&world).await.iter().all(|letter| letter.to.is_none()));
    following::sweep(&world.portal).await.unwrap();
    assert_eq!(count(&world, "follower").await, 1);
    let mut conn = world.portal.db.read().await.unwrap();
    assert_eq!(own_telling(&world.portal, &mut conn, one.case).await.unwrap(), None);
});

/// Its answer is contested, so that something happens.
async fn progress_of_protected(world: &World, reference: &str) {
    let mut conn = world.portal.db.read().await.unwrap();
    let case: domain::ids::CaseId = on!(&mut conn, c => sqlx::query_scalar("select id from feedback_case where reference = $1").bind(reference).fetch_one(c).await.unwrap());
    drop(conn);
    feedback::contest(&world.portal, case, "Loket masih tutup pukul sepuluh.").await.unwrap();
    answer(world, reference).await;
}

on_both!(the_link_in_the_letter_ends_it_and_stays_ended, world => {
    let sent = case(&world, "a", "rahasia", "pengaduan", "disdukcapil").await;
    answer(&world, &sent.reference).await;
    world.portal.clock.advance(3 * HOUR);
    let letter = own(&world).await.pop().unwrap();
    let mut conn = world.portal.db.read().await.unwrap();
    let follower = following::by_link(&world.portal, &mut conn, &letter.link).await.unwrap();
    assert!(follower.is_reporter());
    let list = following::followings(&mut conn, follower.id).await.unwrap();
    let shown = list[0].subject.clone().unwrap();
    assert_eq!((list.len(), shown.title.as_str(), shown.path.as_str()), (1, sent.reference.as_str(), "/lacak"), "the number, and nothing that the letter did not say");
    drop(conn);
    // "Stop" of this one: silence, not a row less, or the next step would begin anew.
    following::unfollow(&world.portal, follower.id, &list[0].key).await.unwrap();
    progress_of_protected(&world, &sent.reference).await;
    world.portal.clock.advance(6 * HOUR);
    assert!(own(&world).await.is_empty());
    // Their own page says so, and from there it begins again.
    let mut conn = world.portal.db.read().await.unwrap();
    assert_eq!(own_telling(&world.portal, &mut conn, sent.case).await.unwrap().unwrap().telling.level, Level::Silent);
    drop(conn);
    // "Unsubscribe" of a mail program.
    tell_own(&world.portal, sent.case, Telling::OF_A_REPORTER).await.unwrap();
    following::stop_mail(&world.portal, follower.id, MailEnd::Owner).await.unwrap();
    let mut conn = world.portal.db.read().await.unwrap();
    assert_eq!(own_telling(&world.portal, &mut conn, sent.case).await.unwrap(), Some(OwnTelling { telling: Telling::OF_A_REPORTER, ended: Some(MailEnd::Owner) }));
    drop(conn);
    write_as_staff(&world.portal, &staff(&world, "Vera", Role::Verifier, "").await, &sent.reference, "Mohon kirim foto.").await.unwrap();
    world.portal.clock.advance(6 * HOUR);
    assert!(own(&world).await.is_empty());
    tell_own(&world.portal, sent.case, Telling::OF_A_REPORTER).await.unwrap();
    write_as_staff(&world.portal, &staff(&world, "Vera", Role::Verifier, "").await, &sent.reference, "Masih kami tunggu.").await.unwrap();
    world.portal.clock.advance(6 * HOUR);
    assert_eq!(lines(&own(&world).await), [Line::Message]);
});

on_both!(a_mail_server_away_for_a_day_is_one_letter_to_a_reporter_too, world => {
    let sent = report(&world, "a", "publik", "sari@rumah.example").await;
    own(&world).await;
    tell_own(&world.portal, sent.case, Telling { level: Level::Steps, rhythm: Rhythm::AtOnce }).await.unwrap();
    for _ in 0..24 {
        progress(&world, &sent.reference).await;
        own_by(&world, Delivery::Failed("the mail server cannot be reached".into())).await;
        world.portal.clock.advance(HOUR);
    }
    let all = own(&world).await;
    assert_eq!((all.len(), all[0].items.len(), lines(&all).len()), (1, 1, 25), "taken up and 24 times progress, in one");
    assert!(own(&world).await.is_empty());
    // And one that comes back counts for them as for everybody.
    assert_eq!(came_back(&world.portal, &all[0].tag).await.unwrap(), Returned::Counted { times: 1, ended: false });
});

on_both!(an_identity_that_does_not_open_holds_up_nobody, world => {
    let (broken, whole) = (report(&world, "a", "publik", "sari@rumah.example").await, report(&world, "b", "publik", "budi@rumah.example").await);
    let spoilt = async |case: domain::ids::CaseId| {
        let mut tx = world.portal.db.begin().await.unwrap();
        on!(&mut tx, c => sqlx::query("update vault_record set sealed = $2 where case_id = $1").bind(case).bind(vec![1u8; 40]).execute(c).await.unwrap().rows_affected());
        tx.commit().await.unwrap();
    };
    // Before anything was told, and after.
    spoilt(broken.case).await;
    for sent in [&broken, &whole] {
        answer(&world, &sent.reference).await;
    }
    let told = own(&world).await;
    assert_eq!(told.iter().map(|letter| letter.to.as_deref()).collect::<Vec<_>>(), [Some("budi@rumah.example")]);
    spoilt(whole.case).await;
    write_as_staff(&world.portal, &staff(&world, "Vera", Role::Verifier, "").await, &whole.reference, "Mohon kirim foto.").await.unwrap();
    let third = report(&world, "c", "publik", "cita@rumah.example").await;
    answer(&world, &third.reference).await;
    let told = own(&world).await;
    assert_eq!(told.iter().filter_map(|letter| letter.to.as_deref()).collect::<Vec<_>>(), ["cita@rumah.example"]);
    assert_eq!(count(&world, "letter_line").await, 0, "and nothing waits for ever");
});
