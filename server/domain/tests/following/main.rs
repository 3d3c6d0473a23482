//! Being told: who follows what hears of it in one letter at its time, whoever was away for a day loses nothing and is not
//! flooded, and of what is not public nobody hears a word.
//!
//! Long because following, letters and their limits are one story; what has a subject of its own stands beside it.

mod announced;
mod browsers;
mod reporters;
mod returned;

use domain::clock::{DAY, HOUR, MINUTE};
use domain::directory::government;
use domain::following::letters::{Delivery, Letter, Line, Next, claim, finish};
use domain::following::{self, Request, Subject, find, followings, letters, spread};
use domain::notifications::{Mail, notices};
use domain::testing::{World, answers};
use domain::{Error, Refusal, accounts::Actor, feedback, forum, on, on_both};
use vocabulary::accounts::{Email, Role};
use vocabulary::feedback::{AcceptInput, AnswerInput, Status, StepKind};
use vocabulary::following::{Level, MailEnd, Rhythm, Telling, Wanted};
use vocabulary::forum::NewTopic;

const AT_ONCE: Telling = Telling { level: Level::Steps, rhythm: Rhythm::AtOnce };
const DAILY: Telling = Telling { level: Level::Steps, rhythm: Rhythm::Daily };

async fn subject(world: &World, about: &str) -> Result<Subject, Error> {
    let mut conn = world.portal.db.read().await.unwrap();
    let medan = government(&mut conn, "medan").await.unwrap();
    find(&mut conn, &world.portal.gate, &medan, &Wanted::parse(about).unwrap()).await
}

async fn follows(world: &World, actor: &Actor, about: &str, telling: Telling) {
    let subject = subject(world, about).await.unwrap();
    following::follow(&world.portal, actor, "id", &subject, telling).await.unwrap();
}

/// A case that everybody may read, or one that not everybody may, sent and accepted.
async fn case(world: &World, key: &str, protection: &str, kind: &str, unit: &str) -> feedback::Sent {
    let mut form = answers();
    form.key = key.repeat(32);
    form.protection = protection.into();
    form.kind = kind.into();
    form.email = "pelapor@surel.example".into();
    let sent = feedback::send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
    let verifier = staff(world, "Vera", Role::Verifier, "").await;
    let input = AcceptInput::parse("Loket tutup pagi", "Loket tutup pukul sepuluh pagi.", protection, kind, unit, "completion_time").unwrap();
    feedback::accept(&world.portal, &verifier, &sent.reference, &input).await.unwrap();
    sent
}

/// The same account each time it is asked for.
async fn staff(world: &World, name: &str, role: Role, unit: &str) -> Actor {
    let mut conn = world.portal.db.read().await.unwrap();
    let found: Option<domain::ids::AccountId> =
        on!(&mut conn, c => sqlx::query_scalar("select id from account where display_name = $1").bind(name).fetch_optional(c).await.unwrap());
    drop(conn);
    match found {
        Some(id) => world.actor(id).await,
        None => world.staff(name, role, unit, None).await,
    }
}

async fn answer(world: &World, reference: &str) {
    let handler = staff(world, "Hendra", Role::Handler, "disdukcapil").await;
    feedback::answer(&world.portal, &handler, reference, &AnswerInput::parse("upheld", "Loket kini dijaga bergantian sampai sore.").unwrap()).await.unwrap();
}

/// What is due now to those who follow, taken by a mail server that answers like this.
async fn sent_by(world: &World, delivery: Delivery) -> Vec<Letter> {
    all_sent_by(world, delivery).await.into_iter().filter(|letter| !letter.own).collect()
}

/// The same with what reporters are told of their own cases.
async fn all_sent_by(world: &World, delivery: Delivery) -> Vec<Letter> {
    while spread(&world.portal).await.unwrap() {}
    let mut all = Vec::new();
    loop {
        let due = claim(&world.portal, 10).await.unwrap();
        if due.is_empty() {
            return all;
        }
        let done: Vec<_> = due.iter().map(|letter| (letter, if letter.items.is_empty() { Delivery::Nothing } else { delivery.clone() })).collect();
        finish(&world.portal, &done).await.unwrap();
        all.extend(due);
    }
}

async fn sent(world: &World) -> Vec<Letter> {
    sent_by(world, Delivery::Sent).await
}

async fn count(world: &World, table: &'static str) -> i64 {
    let mut conn = world.portal.db.read().await.unwrap();
    let statement = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
    on!(&mut conn, c => sqlx::query_scalar(statement).fetch_one(c).await.unwrap())
}

on_both!(one_letter_with_what_happened_and_what_comes_next, world => {
    let (sari, budi) = (world.resident("Sari").await, world.resident("Budi").await);
    let first = case(&world, "a", "anonim", "pengaduan", "disdukcapil").await;
    follows(&world, &sari, &format!("laporan:{}", first.reference), AT_ONCE).await;
    follows(&world, &budi, "unit:disdukcapil", DAILY).await;
    let past = sent(&world).await;
    // Accepting is told to who followed before it is spread; that is a moment in the real world.
    assert!(past.iter().all(|l| l.items.iter().all(|i| i.lines.iter().all(|line| matches!(line, Line::Step(StepKind::Published | StepKind::Assigned))))));
    answer(&world, &first.reference).await;
    let now = sent(&world).await;
    assert_eq!(now.len(), 1, "only who wants it at once");
    let letter = &now[0];
    assert_eq!(letter.to.as_deref(), Some(sari.email.as_str()));
    assert_eq!(letter.items.len(), 1);
    let item = &letter.items[0];
    assert_eq!((item.reference.as_str(), item.place.as_str()), (first.reference.as_str(), "Kota Medan"));
    assert_eq!(item.lines, [Line::Step(StepKind::Taken), Line::Step(StepKind::Answered)]);
    assert_eq!(item.next, Next::Case { status: Some(Status::Responded), due: Some("2026-11-16".into()), part: false }, "the reporter has ten working days to say whether it is solved");
    assert!(sent(&world).await.is_empty(), "told once");
    // The next morning, in one letter.
    world.portal.clock.advance(22 * HOUR);
    let morning = sent(&world).await;
    assert_eq!(morning.len(), 1);
    assert_eq!(morning[0].to.as_deref(), Some(budi.email.as_str()));
    assert_eq!(morning[0].items[0].lines, [StepKind::Published, StepKind::Assigned, StepKind::Taken, StepKind::Answered].map(Line::Step));
    assert_eq!((count(&world, "letter_line").await, following::sweep(&world.portal).await.unwrap()), (0, 0));
    // What everybody was told of is forgotten after the days of the rule.
    world.portal.clock.advance(40 * DAY);
    assert!(following::sweep(&world.portal).await.unwrap() > 0);
    assert_eq!((count(&world, "news").await, count(&world, "news_about").await), (0, 0));
});

on_both!(each_hears_as_much_as_it_wants, world => {
    let mut people = Vec::new();
    let topic = NewTopic::parse("layanan", "Jam buka loket akta", "Apakah loket akta buka pada hari Sabtu?").unwrap();
    let asker = world.resident("Penanya").await;
    let code = forum::start(&world.portal, &asker, "medan", &"t".repeat(32), &topic).await.unwrap();
    for (name, level) in [("Diam", Level::Silent), ("Akhir", Level::Ends), ("Jawaban", Level::Answers), ("Langkah", Level::Steps), ("Semua", Level::Everything)] {
        let actor = world.resident(name).await;
        let telling = Telling { level, rhythm: Rhythm::AtOnce };
        for about in ["unit:disdukcapil", "layanan:akta-kelahiran", "wilayah:12.71.08", &format!("topik:{code}")] {
            follows(&world, &actor, about, telling).await;
        }
        people.push((actor, level));
    }
    let reporter = world.resident("Warga").await;
    let report = case(&world, "a", "anonim", "pengaduan", "disdukcapil").await;
    forum::reply(&world.portal, &reporter, "medan", &code, &"r".repeat(32), "Setahu saya tutup.", false).await.unwrap();
    answer(&world, &report.reference).await;
    let handler = staff(&world, "Hendra", Role::Handler, "disdukcapil").await;
    forum::reply(&world.portal, &handler, "medan", &code, &"s".repeat(32), "Buka sampai pukul 12.", true).await.unwrap();
    let told = sent(&world).await;
    for (actor, level) in people {
        let own: Vec<&Letter> = told.iter().filter(|l| l.to.as_deref() == Some(actor.email.as_str())).collect();
        let mut lines: Vec<String> = own.iter().flat_map(|l| &l.items).flat_map(|i| &i.lines).map(|line| format!("{line:?}")).collect();
        // Of one moment; in which order the topic and the case stand is left to chance, and within each nothing is.
        lines.sort_by_key(|line| !line.starts_with("Step"));
        let expected: &[&str] = match level {
            Level::Silent | Level::Ends => &[],
            Level::Answers => &["Step(Answered)", "Answer(\"Dinas Kependudukan dan Pencatatan Sipil\")"],
            Level::Steps => &["Step(Published)", "Step(Assigned)", "Step(Taken)", "Step(Answered)", "Answer(\"Dinas Kependudukan dan Pencatatan Sipil\")"],
            Level::Everything => &["Step(Published)", "Step(Assigned)", "Step(Taken)", "Step(Answered)", "Replies(1)", "Answer(\"Dinas Kependudukan dan Pencatatan Sipil\")"],
        };
        // The same case through its unit, its service and its area is one item.
        assert_eq!(lines, expected, "{level}");
        assert!(own.len() <= 1, "{level}: one letter");
    }
});

on_both!(of_what_is_not_public_nobody_hears, world => {
    let sari = world.resident("Sari").await;
    for about in ["unit:disdukcapil", "unit:inspektorat", "layanan:akta-kelahiran", "wilayah:12.71.08.1006"] {
        follows(&world, &sari, about, Telling { level: Level::Everything, rhythm: Rhythm::AtOnce }).await;
    }
    let secret = case(&world, "a", "rahasia", "pengaduan", "disdukcapil").await;
    answer(&world, &secret.reference).await;
    let misconduct = case(&world, "b", "rahasia", "penyimpangan", "inspektorat").await;
    let mut conn = world.portal.db.read().await.unwrap();
    let noted: i64 = on!(&mut conn, c => sqlx::query_scalar("select count(*) from news_about where subject not like 'pelapor:%'").fetch_one(c).await.unwrap());
    drop(conn);
    assert_eq!(noted, 0, "nothing is even noted but for the reporter alone");
    assert!(sent(&world).await.is_empty());
    for reference in [&secret.reference, &misconduct.reference] {
        assert!(matches!(subject(&world, &format!("laporan:{reference}")).await, Err(Error::NotFound)), "nor can it be followed");
    }
    // What stops being public before the letter leaves is in none.
    let open = case(&world, "c", "anonim", "pengaduan", "disdukcapil").await;
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update feedback_case set published_at = null where id = $1").bind(open.case).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    assert!(sent(&world).await.iter().all(|letter| letter.items.is_empty()));
    assert_eq!(count(&world, "letter_line").await, 0, "and nothing waits on");
});

on_both!(a_reporters_own_steps_are_told_at_fixed_hours, world => {
    let sari = world.resident("Sari").await;
    let report = case(&world, "a", "anonim", "pengaduan", "disdukcapil").await;
    answer(&world, &report.reference).await;
    follows(&world, &sari, &format!("laporan:{}", report.reference), AT_ONCE).await;
    sent(&world).await;
    world.portal.clock.advance(17 * MINUTE);
    feedback::confirm(&world.portal, report.case, "").await.unwrap();
    assert!(sent(&world).await.is_empty(), "a letter now would tell when the reporter was here");
    world.portal.clock.advance(2 * HOUR + 42 * MINUTE);
    assert!(sent(&world).await.is_empty(), "11.59");
    world.portal.clock.advance(2 * MINUTE);
    let at_noon = sent(&world).await;
    assert_eq!(at_noon.iter().flat_map(|l| &l.items).flat_map(|i| &i.lines).collect::<Vec<_>>(), [&Line::Step(StepKind::Confirmed)]);
    assert!(at_noon.iter().all(|l| l.to.as_deref() == Some(sari.email.as_str())), "the reporter follows nothing by having reported");
});

on_both!(a_mail_server_away_for_a_day_loses_nothing_and_floods_nobody, world => {
    let sari = world.resident("Sari").await;
    follows(&world, &sari, "unit:disdukcapil", AT_ONCE).await;
    let mut tried = 0;
    let mut references = Vec::new();
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update rule set value = 10 where key = 'notifications.items_a_letter'").execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    for hour in 0..24 {
        if hour < 16 {
            references.push(case(&world, &format!("{hour:x}"), "anonim", "pengaduan", "disdukcapil").await.reference);
        }
        tried += sent_by(&world, Delivery::Failed("the mail server cannot be reached".into())).await.len();
        world.portal.clock.advance(HOUR);
    }
    assert!((10..60).contains(&tried), "tried again and again, later each time: {tried}");
    let all = sent(&world).await;
    assert_eq!(all.len(), 1, "one letter");
    assert_eq!((all[0].items.len(), all[0].more), (10, references.len() - 10), "with everything, and the rest by its number");
    assert!(sent(&world).await.is_empty());
});

on_both!(nobody_gets_more_letters_a_day_than_the_rule_allows, world => {
    let sari = world.resident("Sari").await;
    follows(&world, &sari, "unit:disdukcapil", AT_ONCE).await;
    let mut got = 0;
    for number in 0..8 {
        case(&world, &format!("{number}"), "anonim", "pengaduan", "disdukcapil").await;
        got += sent(&world).await.len();
        world.portal.clock.advance(10 * MINUTE);
    }
    assert_eq!(got, 4, "the hard cap");
    world.portal.clock.advance(21 * HOUR);
    let tomorrow = sent(&world).await;
    assert_eq!(tomorrow.len(), 1);
    assert_eq!(tomorrow[0].items.len(), 4, "what waited is one letter");
});

on_both!(a_letter_is_sent_again_after_a_crash_and_has_the_same_name, world => {
    let sari = world.resident("Sari").await;
    follows(&world, &sari, "unit:disdukcapil", AT_ONCE).await;
    case(&world, "a", "anonim", "pengaduan", "disdukcapil").await;
    while spread(&world.portal).await.unwrap() {}
    let first = claim(&world.portal, 10).await.unwrap();
    assert!(claim(&world.portal, 10).await.unwrap().is_empty(), "no other worker has it");
    // The program dies here; what comes meanwhile does not get lost either.
    world.portal.clock.advance(6 * MINUTE);
    let again = claim(&world.portal, 10).await.unwrap();
    assert_eq!((first.len(), again.len()), (1, 1));
    assert_eq!((&first[0].name, &first[0].items), (&again[0].name, &again[0].items));
    // The first worker was only slow: what it notes now changes nothing.
    finish(&world.portal, &[(&first[0], Delivery::Sent)]).await.unwrap();
    assert!(count(&world, "letter_line").await > 0);
    finish(&world.portal, &[(&again[0], Delivery::Sent)]).await.unwrap();
    assert_eq!(count(&world, "letter_line").await, 0);
});

on_both!(an_address_that_is_refused_for_good_is_retired_and_its_account_told, world => {
    let sari = world.resident("Sari").await;
    follows(&world, &sari, "unit:disdukcapil", AT_ONCE).await;
    case(&world, "a", "anonim", "pengaduan", "disdukcapil").await;
    for day in 1..=3 {
        let letters = sent_by(&world, Delivery::Refused).await;
        assert_eq!(letters.len(), 1, "day {day}: once a day");
        world.portal.clock.advance(DAY);
    }
    assert!(sent(&world).await.is_empty(), "no fourth time");
    let mut conn = world.portal.db.read().await.unwrap();
    assert_eq!(notices(&mut conn, sari.account, None).await.unwrap().0[0].kind, "mail-refused");
    let follower = following::of_account(&mut conn, sari.account).await.unwrap().unwrap();
    assert_eq!(follower.mail_ended(), Some(MailEnd::Refused));
    assert_eq!(followings(&mut conn, follower.id).await.unwrap().len(), 1, "the list is kept");
    drop(conn);
    case(&world, "b", "anonim", "pengaduan", "disdukcapil").await;
    assert!(sent(&world).await.is_empty());
    assert_eq!(count(&world, "letter_line").await, 0, "nothing piles up");
    following::resume_mail(&world.portal, follower.id).await.unwrap();
    case(&world, "c", "anonim", "pengaduan", "disdukcapil").await;
    assert_eq!(sent(&world).await.len(), 1, "until they say that it works again");
});

async fn ask(world: &World, email: &str, about: &str) -> Result<String, Error> {
    let subject = subject(world, about).await.unwrap();
    let email = Email::parse(email).unwrap();
    let mut link = String::new();
    let asked = Request { email: &email, language: "en", subject: &subject, telling: AT_ONCE };
    following::request(&world.portal, &asked, |token, _| {
        link = token.to_owned();
        Mail { to: email.as_str().into(), language: "en".into(), key: "mail-follow".into(), args: vec![] }
    })
    .await?;
    Ok(link)
}

on_both!(without_an_account_an_address_is_confirmed_first_and_can_be_forgotten, world => {
    let token = ask(&world, "orang@surel.example", "unit:disdukcapil").await.unwrap();
    assert_eq!(count(&world, "follower").await, 0, "on no list before the button");
    case(&world, "a", "anonim", "pengaduan", "disdukcapil").await;
    assert!(sent(&world).await.is_empty());
    let done = following::confirm(&world.portal, &token).await.unwrap();
    assert!(matches!(following::confirm(&world.portal, &token).await, Err(Error::Refused(Refusal::LinkUsed))), "once");
    assert!(matches!(following::confirm(&world.portal, &"0".repeat(32)).await, Err(Error::Refused(Refusal::LinkUsed))));
    case(&world, "b", "anonim", "pengaduan", "disdukcapil").await;
    let told = sent(&world).await;
    assert_eq!((told.len(), told[0].to.as_deref(), told[0].language.as_str()), (1, Some("orang@surel.example"), "en"));
    // No row tells the address.
    let mut conn = world.portal.db.read().await.unwrap();
    let sealed: Vec<u8> = on!(&mut conn, c => sqlx::query_scalar("select address from follower").fetch_one(c).await.unwrap());
    assert!(!sealed.windows(5).any(|w| w == b"orang"));
    // The link in the letter is theirs alone.
    let link = told[0].link.clone();
    assert_eq!(following::by_link(&world.portal, &mut conn, &link).await.unwrap().id, done.follower);
    let forged = format!("{}{}", &link[..32], "0".repeat(32));
    for wrong in [forged.as_str(), &link[..63], "", "../etc", &"z".repeat(64)] {
        assert!(matches!(following::by_link(&world.portal, &mut conn, wrong).await, Err(Error::NotFound)), "{wrong}");
        assert!(!following::is_ours(&world.portal, wrong), "{wrong}");
    }
    drop(conn);
    case(&world, "c", "anonim", "pengaduan", "disdukcapil").await;
    while spread(&world.portal).await.unwrap() {}
    following::erase(&world.portal, done.follower).await.unwrap();
    for table in ["follower", "following", "letter_line"] {
        assert_eq!(count(&world, table).await, 0, "{table}");
    }
    assert!(sent(&world).await.is_empty());
    assert!(following::is_ours(&world.portal, &link), "an old link is told apart from a forged one");
    // Ending the last thing forgets the address, too.
    let token = ask(&world, "orang@surel.example", "unit:disdukcapil").await.unwrap();
    let done = following::confirm(&world.portal, &token).await.unwrap();
    following::unfollow(&world.portal, done.follower, &done.subject.unwrap().key).await.unwrap();
    assert_eq!(count(&world, "follower").await, 0);
});

on_both!(nobody_is_flooded_with_confirmations_and_what_is_not_confirmed_goes, world => {
    for _ in 0..3 {
        ask(&world, "korban@surel.example", "unit:disdukcapil").await.unwrap();
    }
    let refused = ask(&world, "korban@surel.example", "layanan:akta-kelahiran").await;
    assert!(matches!(&refused, Err(Error::Invalid(p)) if p.of("surel").is_some()), "{refused:?}");
    assert!(ask(&world, "lain@surel.example", "unit:disdukcapil").await.is_ok(), "others go on");
    world.portal.clock.advance(49 * HOUR);
    following::sweep(&world.portal).await.unwrap();
    assert_eq!(count(&world, "follow_request").await, 0, "nothing of an address that nobody confirmed is kept");
    assert!(ask(&world, "korban@surel.example", "unit:disdukcapil").await.is_ok());
});

on_both!(who_confirms_the_address_of_an_account_is_that_account, world => {
    let sari = world.resident("Sari").await;
    follows(&world, &sari, "unit:disdukcapil", DAILY).await;
    let token = ask(&world, &sari.email, "layanan:akta-kelahiran").await.unwrap();
    following::confirm(&world.portal, &token).await.unwrap();
    assert_eq!(count(&world, "follower").await, 1, "one address, one letter");
    let mut conn = world.portal.db.read().await.unwrap();
    let follower = following::of_account(&mut conn, sari.account).await.unwrap().unwrap();
    assert_eq!(followings(&mut conn, follower.id).await.unwrap().len(), 2);
});

on_both!(who_makes_an_account_for_a_confirmed_address_finds_the_list_in_it, world => {
    let token = ask(&world, "sari@medan.example", "unit:disdukcapil").await.unwrap();
    let before = following::confirm(&world.portal, &token).await.unwrap().follower;
    let (sari, budi) = (world.resident("Sari").await, world.resident("Budi").await);
    for _ in 0..2 {
        following::adopt(&world.portal, sari.account).await.unwrap();
        following::adopt(&world.portal, budi.account).await.unwrap();
    }
    let mut conn = world.portal.db.read().await.unwrap();
    assert_eq!(following::of_account(&mut conn, sari.account).await.unwrap().unwrap().id, before);
    assert!(following::of_account(&mut conn, budi.account).await.unwrap().is_none(), "of their own address alone");
    assert_eq!(followings(&mut conn, before).await.unwrap().len(), 1);
    drop(conn);
    case(&world, "a", "anonim", "pengaduan", "disdukcapil").await;
    assert_eq!(sent(&world).await.iter().map(|l| l.to.clone()).collect::<Vec<_>>(), [Some("sari@medan.example".into())], "the address is the account's now");
});

on_both!(one_follows_what_is_there_and_not_without_end, world => {
    for (about, why) in [
        ("unit:tidak-ada", "no such unit"),
        ("laporan:MDN-2611-XXXXX", "no such case"),
        ("topik:zzzzz", "no such topic"),
        ("wilayah:12.75.02", "an area of another government"),
    ] {
        assert!(matches!(subject(&world, about).await, Err(Error::NotFound)), "{why}");
    }
    let sari = world.resident("Sari").await;
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update rule set value = 2 where key = 'notifications.followed_most'").execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    follows(&world, &sari, "unit:disdukcapil", DAILY).await;
    follows(&world, &sari, "layanan:akta-kelahiran", DAILY).await;
    follows(&world, &sari, "unit:disdukcapil", AT_ONCE).await;
    let third = subject(&world, "unit:dishub").await.unwrap();
    let refused = following::follow(&world.portal, &sari, "id", &third, DAILY).await;
    assert!(matches!(&refused, Err(Error::Invalid(p)) if p.of("tentang").is_some()), "{refused:?}");
    let mut conn = world.portal.db.read().await.unwrap();
    let follower = following::of_account(&mut conn, sari.account).await.unwrap().unwrap();
    let list = followings(&mut conn, follower.id).await.unwrap();
    assert_eq!(list.len(), 2);
    drop(conn);
    // Nobody changes or ends what another follows.
    let other = world.resident("Budi").await;
    follows(&world, &other, "unit:dishub", DAILY).await;
    assert!(matches!(following::change(&world.portal, follower.id, &third.key, DAILY).await, Err(Error::NotFound)));
    following::unfollow(&world.portal, follower.id, &third.key).await.unwrap();
    let mut conn = world.portal.db.read().await.unwrap();
    assert!(following::state(&mut conn, other.account, &third.key).await.unwrap().is_some());
    assert!(letters::claim(&world.portal, 1).await.unwrap().is_empty());
});
