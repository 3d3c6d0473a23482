//! Being told under siege: ten thousand subscriptions from one address, and a mail server that is away for a day.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use app::limits::Limits;
use domain::clock::{DAY, HOUR, MINUTE};
use domain::feedback::{self, accept, answer};
use domain::following::{find, follow};
use domain::testing::{World, answers};
use domain::{on, on_both};
use server::mail::{Mailer, Written};
use server::push::{Outcome, Pusher};
use server::telling::{Ways, work_once};
use vocabulary::accounts::Role;
use vocabulary::feedback::{AcceptInput, AnswerInput};
use vocabulary::following::{Level, Rhythm, Telling, Wanted, to_base64url};

use crate::support::{app, mails, visitor_of};

const MANY: usize = 10_000;

async fn one(world: &World, statement: &'static str) -> i64 {
    let mut conn = world.portal.db.read().await.unwrap();
    on!(&mut conn, c => sqlx::query_scalar(statement).fetch_one(c).await.unwrap())
}

on_both!(ten_thousand_subscriptions_from_one_address, world => {
    let mut strict = app(&world, true);
    strict.limits = Limits::new(false);
    let resident = world.resident("Sari").await;
    let sari = visitor_of(strict.clone(), &world);
    sari.post("/masuk", &[("surel", &resident.email), ("sandi", domain::testing::PASSWORD)]).await.expect(303, "signed in");
    let mob = visitor_of(strict, &world);
    // To ten thousand mailboxes of others, from one machine.
    let mut got: BTreeMap<u16, usize> = BTreeMap::new();
    for number in 0..MANY {
        let email = format!("korban{number}@surel.example");
        let fields = [("tentang", "unit:disdukcapil"), ("aksi", "ikuti"), ("surel", email.as_str()), ("tingkat", "semua"), ("irama", "langsung")];
        *got.entry(mob.post_from("203.0.113.7", "/medan/kabar", &fields).await).or_default() += 1;
    }
    let asked = got.get(&200).copied().unwrap_or_default();
    assert!((60..MANY / 10).contains(&asked) && got.get(&429) == Some(&(MANY - asked)) && got.len() == 2, "a minute's worth of a village, and no more: {got:?}");
    assert_eq!(one(&world, "select count(*) from follow_request").await, asked as i64);
    assert_eq!(one(&world, "select count(*) from follower").await, 0, "nobody follows who did not press the button");
    let elsewhere = [("tentang", "unit:disdukcapil"), ("aksi", "ikuti"), ("surel", "orang@surel.example"), ("tingkat", "semua"), ("irama", "langsung")];
    assert_eq!(mob.post_from("198.51.100.9", "/medan/kabar", &elsewhere).await, 200, "who comes from elsewhere waits for nobody");
    assert_eq!(mails(&world).await.len(), asked + 1);
    // To one mailbox, from ten thousand machines.
    for number in 0..MANY {
        let from = format!("198.18.{}.{}", number / 256, number % 256);
        let fields = [("tentang", "unit:disdukcapil"), ("aksi", "ikuti"), ("surel", "satu@surel.example"), ("tingkat", "semua"), ("irama", "langsung")];
        mob.post_from(&from, "/medan/kabar", &fields).await;
    }
    let told = mails(&world).await;
    assert!(told.len() == 3 && told.iter().all(|mail| mail.to == "satu@surel.example"), "three a day: {}", told.len());
    // Ten thousand browsers of one account.
    let (key, auth) = (to_base64url(&[&[4_u8][..], &[7; 64]].concat()), to_base64url(&[9; 16]));
    got.clear();
    for number in 0..MANY {
        let endpoint = format!("https://203.0.113.200/{number}");
        let fields = [("aksi", "peramban"), ("titik", endpoint.as_str()), ("kunci", key.as_str()), ("rahasia", auth.as_str())];
        *got.entry(sari.post_from("203.0.113.8", "/akun/kabar", &fields).await).or_default() += 1;
    }
    assert!(got.get(&303) <= Some(&10) && got.get(&429).is_some_and(|refused| *refused > MANY * 9 / 10), "{got:?}");
    assert!(one(&world, "select count(*) from push_subscription").await <= 10);
    sari.get("/akun/kabar").await.expect(200, "her own page goes on");
});

/// Minute by minute, as the worker would.
async fn pass(world: &World, ways: &Ways, time: i64) {
    for _ in 0..time / MINUTE {
        while work_once(&world.portal, ways).await.unwrap() > 0 {}
        world.portal.clock.advance(MINUTE);
    }
}

/// Somebody reports, with an address, and it is published and answered; what was answered.
async fn told_of(world: &World, number: usize) -> String {
    let mut form = answers();
    (form.key, form.protection, form.name, form.email) = (format!("{number:032x}"), "publik".into(), "Pelapor".into(), format!("pelapor{number}@rumah.example"));
    let sent = feedback::send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
    let verifier = world.staff(&format!("Vera {number}"), Role::Verifier, "", None).await;
    let handler = world.staff(&format!("Hendra {number}"), Role::Handler, "disdukcapil", None).await;
    let input = AcceptInput::parse(&format!("Loket nomor {number}"), "Loket tutup pukul sepuluh pagi.", "publik", "pengaduan", "disdukcapil", "completion_time").unwrap();
    accept(&world.portal, &verifier, &sent.reference, &input).await.unwrap();
    answer(&world.portal, &handler, &sent.reference, &AnswerInput::parse("upheld", "Loket kini dijaga bergantian.").unwrap()).await.unwrap();
    sent.reference
}

on_both!(letters_wait_for_a_mail_server_that_is_away_for_a_day, world => {
    let mut conn = world.portal.db.read().await.unwrap();
    let unit = find(&mut conn, &world.portal.gate, &world.medan, &Wanted::parse("unit:disdukcapil").unwrap()).await.unwrap();
    drop(conn);
    let mut people = Vec::new();
    for (number, rhythm) in [Rhythm::AtOnce, Rhythm::AtOnce, Rhythm::Daily, Rhythm::Weekly].into_iter().enumerate() {
        let actor = world.resident(&format!("Warga {number}")).await;
        follow(&world.portal, &actor, "id", &unit, Telling { level: Level::Steps, rhythm }).await.unwrap();
        people.push(actor.email);
    }
    // Nobody listens at the port.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let ways = |mailer: Mailer| Ways { mailer, pusher: Pusher::Memory(Arc::default(), Outcome::Took), site: "http://balai.test".into(), taken: Arc::default() };
    let away = ways(Mailer::new(Some(&format!("smtp://127.0.0.1:{port}")), "Balai <balai@medan.example>", None).unwrap());
    let mut references = Vec::new();
    for number in 0..8 {
        references.push(told_of(&world, number).await);
        pass(&world, &away, 3 * HOUR).await;
    }
    let waits: Vec<Option<String>> = {
        let mut conn = world.portal.db.read().await.unwrap();
        on!(&mut conn, c => sqlx::query_scalar("select last_error from follower where next_at is not null").fetch_all(c).await.unwrap())
    };
    assert!(waits.len() >= 11 && waits.iter().flatten().all(|error| !error.contains('@')), "{waits:?}");
    assert_eq!(one(&world, "select count(*) from follower where mail_ended_at is not null or refused > 0").await, 0, "nobody is held to be gone");
    // It is back: within two hours a letter each, with everything, and then quiet.
    let kept: Arc<Mutex<Vec<Written>>> = Arc::default();
    let back = ways(Mailer::Memory(kept.clone()));
    pass(&world, &back, 2 * HOUR).await;
    let told = std::mem::take(&mut *kept.lock().unwrap());
    let mut each: BTreeMap<&str, usize> = BTreeMap::new();
    for letter in &told {
        *each.entry(letter.to.as_str()).or_default() += 1;
    }
    assert_eq!(told.len(), 8 + 3, "eight reporters, and who wants it at once or in the morning: {each:?}");
    assert!(each.values().all(|letters| *letters == 1), "one letter each: {each:?}");
    for letter in told.iter().filter(|letter| people.contains(&letter.to)) {
        assert!(references.iter().all(|reference| letter.text.contains(reference)), "nothing is lost: {}", letter.text);
    }
    for (number, reference) in references.iter().enumerate() {
        let own = told.iter().find(|letter| letter.to == format!("pelapor{number}@rumah.example")).unwrap();
        assert!(own.subject.contains(reference) && own.subject.contains("sudah dijawab"), "{}", own.subject);
    }
    pass(&world, &back, DAY).await;
    assert_eq!(kept.lock().unwrap().len(), 0, "nothing after");
});
