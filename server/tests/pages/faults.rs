//! What breaks around the portal: a mail server that is away, a disk that is full, a clock that is set back, somebody who
//! tries receipts. Nothing is lost, nobody is flooded afterwards, and the page says what is the matter.

use std::fs;
use std::sync::{Arc, Mutex};

use app::limits::Limits;
use domain::clock::{DAY, HOUR, MINUTE};
use domain::db::Db;
use domain::feedback::{accept, answer, confirm, send, upkeep};
use domain::ledger::verify::{Against, verify};
use domain::ledger::{heads, sequence};
use domain::notifications::waiting;
use domain::testing::{World, answers};
use domain::{on, on_both};
use server::config::Storage;
use server::jobs::work_once;
use server::mail::Mailer;
use vocabulary::accounts::Role;
use vocabulary::feedback::{AcceptInput, AnswerInput};

use crate::support::program::{Browser, Program};
use crate::support::{app, check, letters, mails, visitor, visitor_of};

/// A mail server that refuses every connection: nobody listens at the port.
fn nobody_listens() -> Mailer {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    Mailer::new(Some(&format!("smtp://127.0.0.1:{port}")), "Balai <balai@medan.example>", None).unwrap()
}

/// Minute by minute, as the worker would.
async fn pass(world: &World, mailer: &Mailer, time: i64) -> u32 {
    let mut tries = 0;
    for _ in 0..time / MINUTE {
        while work_once(&world.portal, mailer).await.unwrap() {
            tries += 1;
        }
        world.portal.clock.advance(MINUTE);
    }
    tries
}

async fn jobs(world: &World) -> Vec<(String, Option<i64>, Option<String>)> {
    let mut conn = world.portal.db.read().await.unwrap();
    on!(&mut conn, c => sqlx::query_as("select payload, done_at, last_error from job order by id").fetch_all(c).await.unwrap())
}

on_both!(a_mail_server_away_for_a_day, world => {
    let client = visitor(&world);
    for number in 0..5 {
        let mut form = answers();
        form.key = number.to_string().repeat(32);
        form.protection = "publik".into();
        form.name = "Sari".into();
        form.email = format!("sari{number}@rumah.example");
        send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
    }
    world.resident("Dedi").await;
    // Somebody asks for a link, gets none, and asks again all day.
    for _ in 0..4 {
        client.post("/masuk/tautan", &[("surel", "dedi@medan.example")]).await;
    }
    let mailer = nobody_listens();
    let tries = pass(&world, &mailer, DAY).await;
    let waiting = jobs(&world).await;
    assert_eq!(waiting.len(), 9);
    assert!(waiting.iter().all(|(payload, _, error)| payload.starts_with("sealed:") || error.is_none()), "what waits is sealed");
    assert_eq!(waiting.iter().filter(|(_, done, _)| done.is_none()).count(), 5, "reports are told of still; the links are over");
    assert!((5 * 20..=9 * 40).contains(&tries), "each is tried some thirty times a day, and not each minute: {tries}");
    assert!(waiting.iter().all(|(_, _, error)| error.as_deref().is_none_or(|e| !e.contains('@'))), "{waiting:?}");
    // It is back: each mail once, nothing of the links, and then quiet.
    let kept = Arc::new(Mutex::new(Vec::new()));
    let back = Mailer::Memory(kept.clone());
    pass(&world, &back, 2 * HOUR).await;
    let mut told: Vec<String> = kept.lock().unwrap().iter().map(|m| m.to.clone()).collect();
    told.sort();
    assert_eq!(told, (0..5).map(|n| format!("sari{n}@rumah.example")).collect::<Vec<_>>());
    pass(&world, &back, DAY).await;
    assert_eq!(kept.lock().unwrap().len(), 5, "nothing after");
    assert!(jobs(&world).await.iter().all(|(payload, done, _)| payload.is_empty() && done.is_some()), "nothing of them is kept");
    // A link that is asked for now comes at once.
    client.post("/masuk/tautan", &[("surel", "dedi@medan.example")]).await;
    assert_eq!(mails(&world).await.len(), 1);
});

on_both!(what_nobody_takes_for_days_is_given_up, world => {
    let mut form = answers();
    (form.protection, form.name, form.email) = ("publik".into(), "Sari".into(), "tidak.ada@rumah.example".into());
    send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
    let mailer = nobody_listens();
    pass(&world, &mailer, 5 * DAY).await;
    assert!(jobs(&world).await[0].1.is_none(), "five days it is tried");
    pass(&world, &mailer, 2 * HOUR).await;
    let [(payload, done, error)] = &jobs(&world).await[..] else { panic!("one mail") };
    assert!(payload.is_empty() && done.is_some() && error.is_some(), "its address is not kept: {payload} {error:?}");
});

const SEND: [(&str, &str); 6] =
    [("layar", "periksa"), ("perlindungan", "anonim"), ("tentang", "unit:disdukcapil"), ("jenis", "pengaduan"), ("aksi", "kirim"), ("tempat", "Loket tiga")];

/// A picture that no encoder makes small.
fn noise() -> Vec<u8> {
    let mut seed = 7u32;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 24) as u8
    };
    let picture = image::RgbImage::from_fn(1500, 1100, |_, _| image::Rgb([next(), next(), next()]));
    let mut png = Vec::new();
    image::DynamicImage::ImageRgb8(picture).write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
    png
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_keeps_words_and_loses_nothing() {
    let mut program = Program::new("full-disk");
    let settings = [("BALAI_GENEROUS_LIMITS", "true"), ("BALAI_LOG", "warn")];
    program.start(&settings).await;
    // The demonstration's mails leave first: what is noted of them would fill the disk before anybody has sent a report.
    let db = Db::open(&format!("sqlite:{}", program.data().join("balai.db").display())).await.unwrap();
    while waiting(&db).await.unwrap() > 0 {
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    db.close().await;
    assert!(program.stop());
    // No file may grow beyond this: the photo does not fit, and soon neither does what the database would write.
    let port = program.spawn(&["sh", "-c", "trap '' XFSZ; exec prlimit --fsize=1000000 \"$@\"", "sh"], &settings);
    assert!(program.answers(port).await, "{}", program.log());
    let mut browser = Browser::new(port, "127.0.0.1", "warga");
    let story = "Loket tutup pukul sepuluh pagi, kata zqpenuh.";
    let page = browser
        .try_post_file(
            "/medan/lapor",
            &[("layar", "tempat"), ("aksi", "lanjut"), ("perlindungan", "anonim"), ("tentang", "unit:disdukcapil"), ("jenis", "pengaduan"), ("cerita", story)],
            "foto.png",
            &noise(),
        )
        .await
        .unwrap();
    assert_eq!(page.status, 503, "the photo is our trouble: {}", check::text(&page.body));
    assert!(check::text(&page.body).contains("Foto saat ini tidak dapat kami simpan") && page.body.contains(story), "the words are there, and why");
    assert!(!page.body.contains("foto-tersimpan"), "no photo is claimed to be kept");

    // Reports, until nothing fits any more.
    let (mut receipts, mut refused) = (Vec::new(), None);
    for number in 0..400 {
        let (key, told) = (format!("{number:032x}"), format!("{story} Nomor {number}."));
        let fields: Vec<(&str, &str)> = SEND.iter().copied().chain([("kunci", key.as_str()), ("cerita", told.as_str())]).collect();
        let page = browser.post("/medan/lapor", &fields).await;
        if page.status == 303 {
            receipts.push(browser.cookies["tanda-terima"].clone());
            continue;
        }
        assert_eq!(page.status, 503, "{}", check::text(&page.body));
        assert!(
            check::text(&page.body).contains("Saat ini kami tidak dapat menyimpannya") && page.body.contains(&told) && page.body.contains(&key),
            "every word and the key of the form: {}",
            check::text(&page.body)
        );
        refused = Some((key, told));
        break;
    }
    let (key, told) = refused.expect("a disk that is full");
    assert!(!receipts.is_empty(), "at first there was room");
    assert_eq!(browser.get("/medan/laporan").await.status, 200, "who reads notices nothing");
    assert_eq!(browser.post("/lacak", &[("tanda", &receipts[0])]).await.status, 303);
    program.kill();

    // There is room again: everything that was acknowledged is there, and the form that was refused goes through.
    let port = program.start(&settings).await;
    let mut browser = Browser::new(port, "127.0.0.1", "warga");
    for receipt in &receipts {
        assert_eq!(browser.post("/lacak", &[("tanda", receipt)]).await.status, 303, "{receipt}");
    }
    let fields: Vec<(&str, &str)> = SEND.iter().copied().chain([("kunci", key.as_str()), ("cerita", told.as_str())]).collect();
    assert_eq!(browser.post("/medan/lapor", &fields).await.status, 303);
    assert!(program.stop());
    let portal = Storage { data_dir: program.data(), database_url: None, files_url: None }.open().await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let there: i64 = on!(&mut conn, c => sqlx::query_scalar("select count(*) from feedback_case where text like '%zqpenuh%'").fetch_one(c).await.unwrap());
    drop(conn);
    assert_eq!(there as usize, receipts.len() + 1, "each once");
    let report = verify(&portal, &Against::default(), &mut |_, _, _| {}).await.unwrap();
    assert!(report.is_whole(), "{:#?}", report.findings);
    portal.db.close().await;
    // Of the photo that did not fit no half is left.
    let left: Vec<_> =
        fs::read_dir(program.data().join("files")).unwrap().flatten().flat_map(|f| fs::read_dir(f.path()).into_iter().flatten().flatten()).map(|f| f.file_name()).collect();
    assert!(left.is_empty(), "{left:?}");
}

on_both!(a_clock_that_is_set_back, world => {
    let portal = &world.portal;
    let (vera, hadi) = (world.staff("Vera", Role::Verifier, "", None).await, world.staff("Hadi", Role::Handler, "disdukcapil", None).await);
    let client = crate::support::signed_in(&world, &vera).await;
    let report = async |key: &str| {
        let mut form = answers();
        form.key = key.repeat(32);
        (form.protection, form.name, form.email) = ("publik".into(), "Sari".into(), "sari@rumah.example".into());
        send(portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap()
    };
    let accepted = AcceptInput::parse("Loket tutup pagi", "Loket tutup.", "publik", "pengaduan", "disdukcapil", "").unwrap();
    let answered = AnswerInput::parse("upheld", "Loket kini dijaga bergantian.").unwrap();
    let first = report("a").await;
    accept(portal, &vera, &first.reference, &accepted).await.unwrap();
    sequence(portal).await.unwrap();
    portal.clock.advance(3 * DAY);
    let second = report("b").await;
    accept(portal, &vera, &second.reference, &accepted).await.unwrap();
    sequence(portal).await.unwrap();
    heads::keep_day(portal).await.unwrap();
    let told = mails(&world).await.len() + letters(&world).await.len();
    upkeep::keep(portal).await.unwrap();

    // Somebody sets it back by two days: work goes on, and nothing is done twice or undone.
    portal.clock.advance(-2 * DAY);
    upkeep::keep(portal).await.unwrap();
    heads::keep_day(portal).await.unwrap();
    client.get("/petugas").await.expect(200, "a session of the future is a session");
    let third = report("c").await;
    accept(portal, &vera, &third.reference, &accepted).await.unwrap();
    for reference in [&first.reference, &second.reference, &third.reference] {
        answer(portal, &hadi, reference, &answered).await.unwrap();
        client.get(&format!("/medan/laporan/{reference}")).await.expect(200, "its page");
        client.get(&format!("/petugas/laporan/{reference}")).await.expect(200, "its page at the desk");
    }
    confirm(portal, second.case, "").await.unwrap();
    sequence(portal).await.unwrap();
    let letters_left = letters(&world).await;
    assert!(!letters_left.is_empty(), "mails leave: {told} had left before");
    portal.clock.advance(5 * DAY);
    for _ in 0..2 {
        upkeep::keep(portal).await.unwrap();
        heads::keep_day(portal).await.unwrap();
        sequence(portal).await.unwrap();
    }
    let left: Vec<_> = mails(&world).await.into_iter().chain(letters(&world).await).collect();
    assert!(left.len() <= 3, "nobody is told again what they were told: {left:?}");
    let checked = verify(portal, &Against::default(), &mut |_, _, _| {}).await.unwrap();
    assert!(checked.is_whole() && checked.waiting == 0, "{:#?}", checked.findings);
    let mut conn = portal.db.read().await.unwrap();
    let steps: Vec<(String, i64)> = on!(&mut conn, c => sqlx::query_as("select kind, count(*) from feedback_step group by kind order by kind").fetch_all(c).await.unwrap());
    assert!(steps.contains(&("received".to_owned(), 3)) && steps.contains(&("answered".to_owned(), 3)) && steps.contains(&("confirmed".to_owned(), 1)), "{steps:?}");
});

on_both!(a_receipt_tried_a_thousand_times, world => {
    let sent = send(&world.portal, &world.medan, None, "id", answers().parse("2026-11-02").unwrap()).await.unwrap();
    // The limits of a portal that is served, not those of tests.
    let mut strict = app(&world, true);
    strict.limits = Limits::new(false);
    let right = sent.receipt.digits().to_owned();
    let client = Arc::new(visitor_of(strict, &world));
    let mut tries = tokio::task::JoinSet::new();
    for number in 0..1000u32 {
        let (client, selector) = (client.clone(), sent.receipt.selector().to_owned());
        tries.spawn(async move {
            let page = client.post("/lacak", &[("tanda", &format!("{selector}{number:014}"))]).await;
            (page.status.as_u16(), page.location.is_some(), check::text(&page.html).contains("Tanda terima itu tidak kami temukan"))
        });
    }
    let found = tries.join_all().await;
    assert!(found.iter().all(|answer| *answer == (422, false, true)), "the same page, a thousand times: {:?}", found.iter().find(|answer| **answer != (422, false, true)));
    let mut conn = world.portal.db.read().await.unwrap();
    let rows: i64 = on!(&mut conn, c => sqlx::query_scalar("select (select count(*) from job) + (select count(*) from notice) + (select count(*) from ledger_entry where kind <> 'feedback-received') + (select count(*) from session)").fetch_one(c).await.unwrap());
    drop(conn);
    assert_eq!(rows, 0, "nothing is written, nobody is mailed");
    // Who holds the right one is let in.
    let page = client.post("/lacak", &[("tanda", &right)]).await;
    assert_eq!((page.status.as_u16(), page.location.as_deref()), (303, Some("/lacak/laporan")));
    client.get("/lacak/laporan").await.expect(200, "their report");
});
