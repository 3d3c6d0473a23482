//! The crash loop: residents and staff work through the pages of the real program, and it is killed at moments drawn by
//! chance, while it works and while it starts. What was acknowledged before is compared with what is there after: no
//! report, photo, message or step is lost, none is there twice, every receipt opens, the ledger only adds.
//!
//! `make crash` kills it 200 times; every run of the tests eight times. SQLite only, for its server is this program.

use std::collections::HashMap;
use std::io;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use domain::feedback::track;
use domain::ledger::verify::{Against, verify};
use domain::ledger::{self, Head};
use domain::secrets::{Chance, sha256};
use domain::{Portal, on};
use server::config::Storage;
use vocabulary::receipt::Receipt;

use crate::support::check;
use crate::support::program::{Browser, Program};

/// A report as those know it who sent it and work on it.
#[derive(Debug, Clone, Default)]
struct Report {
    key: String,
    story: String,
    /// Whether its sender adds a photo, and as what it was kept.
    with_photo: bool,
    photo: Option<String>,
    /// Once sending was acknowledged.
    receipt: Option<String>,
    reference: Option<String>,
    /// Messages that were sent, and how many of them were acknowledged.
    messages: (i64, i64),
    /// Steps that somebody tried, by their kind, and whether they were acknowledged.
    steps: HashMap<&'static str, bool>,
    /// How often its form was sent.
    tries: usize,
    /// Somebody is at it.
    taken: bool,
}

#[derive(Default)]
struct Book {
    reports: Vec<Report>,
    /// Answers that were neither what was asked for nor a broken connection.
    odd: Vec<String>,
}

type Shared = Arc<Mutex<Book>>;

/// Kinds of steps, in their order.
const STEPS: [&str; 3] = ["assigned", "taken", "answered"];

impl Report {
    fn kept(&self, step: &str) -> bool {
        self.steps.get(step) == Some(&true)
    }

    /// The next step that nobody tried; what was tried and not acknowledged ends it.
    fn next(&self) -> Option<&'static str> {
        let next = STEPS.into_iter().find(|step| !self.kept(step))?;
        (self.reference.is_some() && !self.steps.contains_key(next)).then_some(next)
    }
}

/// Takes the first report for which somebody is needed.
fn take(shared: &Shared, wanted: impl Fn(&Report) -> bool) -> Option<(usize, Report)> {
    let mut book = shared.lock().unwrap();
    let at = book.reports.iter().rposition(|r| !r.taken && wanted(r))?;
    book.reports[at].taken = true;
    Some((at, book.reports[at].clone()))
}

fn note(shared: &Shared, at: usize, change: impl FnOnce(&mut Report)) {
    change(&mut shared.lock().unwrap().reports[at]);
}

fn odd(shared: &Shared, what: &str, answer: &crate::support::program::Answer) {
    shared.lock().unwrap().odd.push(format!("{what}: {} {} {}", answer.status, answer.location, check::text(&answer.body).chars().take(200).collect::<String>()));
}

/// The same of a page that came whole; one that was cut off says nothing.
fn odd_if_whole(shared: &Shared, what: &str, answer: &crate::support::program::Answer) -> io::Result<()> {
    if !answer.body.ends_with("</html>") {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    odd(shared, what, answer);
    Ok(())
}

/// Residents: each sends reports, and sends again what was never acknowledged, until the portal is gone.
async fn resident(shared: Shared, port: u16, number: u8) -> io::Result<()> {
    loop {
        // Whoever saw no confirmation presses again: the same form, and it must be the same report.
        let again = take(&shared, |r| r.receipt.is_none());
        let (at, report) = again.unwrap_or_else(|| {
            let mut book = shared.lock().unwrap();
            let key = Chance::System.token();
            // In letters: many digits in a row look like a number of a register, which no public text may have.
            let name: String = key.bytes().map(|b| char::from(if b.is_ascii_digit() { b - b'0' + b'p' } else { b })).collect();
            let report =
                Report { story: format!("Loket tutup pagi sekali, kata zqjatuh{name}."), key, with_photo: book.reports.len().is_multiple_of(4), taken: true, ..Report::default() };
            book.reports.push(report.clone());
            (book.reports.len() - 1, report)
        });
        let mut browser = Browser::new(port, &format!("127.0.1.{number}"), "warga");
        let done = send(&shared, &mut browser, at, &report).await;
        note(&shared, at, |r| r.taken = false);
        done?;
    }
}

async fn send(shared: &Shared, browser: &mut Browser, at: usize, report: &Report) -> io::Result<()> {
    let mut fields = vec![
        ("layar", "periksa"),
        ("kunci", report.key.as_str()),
        ("perlindungan", "anonim"),
        ("tentang", "unit:disdukcapil"),
        ("jenis", "pengaduan"),
        ("cerita", report.story.as_str()),
        ("aksi", "kirim"),
    ];
    let mut photo = report.photo.clone();
    if report.with_photo && photo.is_none() {
        let mut png = Vec::new();
        let grey = report.key.as_bytes()[..4].to_vec();
        image::DynamicImage::ImageRgb8(image::RgbImage::from_fn(8, 8, |x, _| image::Rgb([grey[x as usize % 4], grey[0], grey[1]])))
            .write_to(&mut io::Cursor::new(&mut png), image::ImageFormat::Png)
            .unwrap();
        let answer = browser.try_post_file("/medan/lapor", &[("layar", "tempat")], "foto.png", &png).await?;
        photo = check::tags(&answer.body).into_iter().find(|t| t.get("name") == Some("foto-tersimpan")).and_then(|t| t.get("value").map(str::to_owned));
        if photo.is_none() {
            // The page may have been cut off; that its head came means nothing yet.
            return odd_if_whole(shared, "a photo", &answer);
        }
        note(shared, at, |r| r.photo.clone_from(&photo));
    }
    if let Some(photo) = &photo {
        fields.push(("foto-tersimpan", photo));
    }
    note(shared, at, |r| r.tries += 1);
    let answer = browser.try_post("/medan/lapor", &fields).await?;
    let Some(receipt) = browser.cookies.get("tanda-terima").filter(|_| answer.status == 303).cloned() else {
        odd(shared, "a report", &answer);
        return Ok(());
    };
    note(shared, at, |r| {
        assert!(r.receipt.as_ref().is_none_or(|before| *before == receipt), "the same form has the same receipt");
        r.receipt = Some(receipt);
    });
    let page = browser.try_send("GET", "/medan/lapor/terkirim", "text/plain", Vec::new()).await?;
    // One that was taken has a letter more.
    let reference = page.body.split_once("MDN-").map(|(_, rest)| format!("MDN-{}", rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>()));
    if reference.is_none() {
        return odd_if_whole(shared, "a confirmation", &page);
    }
    note(shared, at, |r| r.reference = reference);
    if at.is_multiple_of(3) {
        note(shared, at, |r| r.messages.0 += 1);
        let answer = browser.try_post("/lacak/laporan", &[("aksi", "pesan"), ("pesan", "Masih sama hari ini.")]).await?;
        if answer.status == 303 { note(shared, at, |r| r.messages.1 += 1) } else { odd(shared, "a message", &answer) }
    }
    Ok(())
}

/// A verifier and a handler, who share a desk.
async fn staff(shared: Shared, port: u16) -> io::Result<()> {
    let (mut verifier, mut handler) = (Browser::new(port, "127.0.0.1", "staf"), Browser::new(port, "127.0.0.1", "staf"));
    for (browser, email) in [(&mut verifier, "verifikator@medan.example"), (&mut handler, "penghubung@medan.example")] {
        let answer = browser.try_post("/masuk/contoh", &[("surel", email)]).await?;
        if answer.status != 303 || answer.location.starts_with("/masuk") {
            odd(&shared, "signing in", &answer);
        }
    }
    loop {
        let Some((at, report)) = take(&shared, |r| r.next().is_some()) else {
            tokio::time::sleep(Duration::from_millis(5)).await;
            // With nothing to do, they would not notice that the portal is gone.
            tokio::net::TcpStream::connect(("127.0.0.1", port)).await?;
            continue;
        };
        let (step, answered) = (report.next().unwrap(), format!("Sudah kami perbaiki: {}", report.story));
        let fields = match step {
            "assigned" => vec![
                ("aksi", "terima"),
                ("judul", "Loket tutup pagi"),
                ("teks", report.story.as_str()),
                ("perlindungan", "anonim"),
                ("jenis", "pengaduan"),
                ("unit", "disdukcapil"),
            ],
            "taken" => vec![("aksi", "kerjakan")],
            _ => vec![("aksi", "jawab"), ("hasil", "upheld"), ("jawaban", answered.as_str())],
        };
        note(&shared, at, |r| {
            r.steps.insert(step, false);
        });
        let browser = if step == "assigned" { &mut verifier } else { &mut handler };
        let answer = browser.try_post(&format!("/petugas/laporan/{}", report.reference.unwrap()), &fields).await;
        note(&shared, at, |r| r.taken = false);
        let answer = answer?;
        if (answer.status, answer.location.as_str()) == (303, "/petugas/laporan") {
            note(&shared, at, |r| {
                r.steps.insert(step, true);
            });
        } else {
            odd(&shared, step, &answer);
        }
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    reference: String,
    text: String,
    repeat_hash: Vec<u8>,
}

/// Notes what does not hold.
macro_rules! holds {
    ($wrong:ident, $holds:expr, $($words:tt)+) => {
        if !$holds {
            $wrong.push(format!($($words)+));
        }
    };
}

/// Holds what is there to what was acknowledged, and says what is lost, there twice or of nobody. `thorough` opens every
/// receipt and goes over the whole ledger.
async fn compare(portal: &Portal, book: &Book, seen: usize, thorough: bool, before: Option<Head>) -> (Head, Vec<String>) {
    let mut wrong = Vec::new();
    let mut conn = portal.db.read().await.unwrap();
    let rows: Vec<Row> = on!(&mut conn, c => sqlx::query_as("select reference, text, repeat_hash from feedback_case where text like '%zqjatuh%'").fetch_all(c).await.unwrap());
    let steps: Vec<(String, String, String)> = on!(&mut conn, c => sqlx::query_as("select c.text, s.kind, s.note from feedback_step s join feedback_case c on c.id = s.case_id where c.text like '%zqjatuh%'").fetch_all(c).await.unwrap());
    let messages: Vec<(String, i64)> = on!(&mut conn, c => sqlx::query_as("select c.text, count(*) from feedback_message m join feedback_case c on c.id = m.case_id where c.text like '%zqjatuh%' group by c.text").fetch_all(c).await.unwrap());
    let photos: Vec<(String, String)> = on!(&mut conn, c => sqlx::query_as("select c.text, p.file from feedback_photo p join feedback_case c on c.id = p.case_id where c.text like '%zqjatuh%'").fetch_all(c).await.unwrap());
    let waiting: Vec<String> = on!(&mut conn, c => sqlx::query_scalar("select file from feedback_photo_waiting").fetch_all(c).await.unwrap());
    let entries: Vec<(String, String)> =
        on!(&mut conn, c => sqlx::query_as("select subject, kind from ledger_entry union all select subject, kind from ledger_pending").fetch_all(c).await.unwrap());
    drop(conn);
    let mut by_text: HashMap<&str, Vec<&Row>> = HashMap::new();
    rows.iter().for_each(|row| by_text.entry(&row.text).or_default().push(row));
    let mut told: HashMap<(&str, &str), usize> = HashMap::new();
    entries.iter().for_each(|(subject, kind)| *told.entry((subject, kind)).or_default() += 1);
    let mut done: HashMap<(&str, &str), Vec<&str>> = HashMap::new();
    steps.iter().for_each(|(text, kind, note)| done.entry((text, kind)).or_default().push(note));
    let written: HashMap<&str, i64> = messages.iter().map(|(text, count)| (text.as_str(), *count)).collect();
    for (at, report) in book.reports.iter().enumerate() {
        let here = by_text.get(report.story.as_str()).map_or(&[][..], Vec::as_slice);
        let acknowledged = report.receipt.is_some();
        holds!(wrong, here.len() <= 1, "{report:?} is there {} times", here.len());
        holds!(wrong, !acknowledged || here.len() == 1, "{report:?} was acknowledged and is lost");
        if let Some(photo) = &report.photo {
            let sent = photos.iter().any(|(text, file)| *text == report.story && file == photo);
            holds!(wrong, sent || (!acknowledged && waiting.contains(photo)), "the photo of {report:?} is lost");
            if at >= seen || thorough {
                holds!(wrong, portal.files.describe(photo).await.is_ok(), "the photo of {report:?} does not open");
            }
        }
        let Some(row) = here.first() else { continue };
        holds!(wrong, row.repeat_hash == sha256(&[b"feedback", report.key.as_bytes()]), "{report:?} came from another form");
        holds!(wrong, told.get(&(row.reference.as_str(), "feedback-received")) == Some(&1), "{report:?} in the ledger");
        if let Some(reference) = &report.reference {
            holds!(wrong, *reference == row.reference, "the confirmation of {report:?} named another");
        }
        for step in STEPS {
            let notes = done.get(&(report.story.as_str(), step)).map_or(&[][..], Vec::as_slice);
            let (tried, kept) = (report.steps.contains_key(step), report.kept(step));
            holds!(wrong, notes.len() <= usize::from(tried) && notes.len() >= usize::from(kept), "{step} of {report:?}: {notes:?}");
            holds!(wrong, told.get(&(row.reference.as_str(), format!("feedback-{step}").as_str())).copied().unwrap_or(0) == notes.len(), "{step} of {report:?} in the ledger");
            holds!(wrong, step != "answered" || notes.iter().all(|note| note.contains(&report.story)), "the answer to {report:?}: {notes:?}");
        }
        let count = written.get(report.story.as_str()).copied().unwrap_or(0);
        holds!(wrong, (report.messages.1..=report.messages.0).contains(&count), "{count} messages of {report:?}");
        if let Some(receipt) = report.receipt.as_ref().filter(|_| at >= seen || thorough) {
            let opened = track(portal, &Receipt::parse(receipt).unwrap()).await;
            holds!(wrong, opened.is_ok_and(|case| case.reference == row.reference && case.text == report.story), "the receipt of {report:?} does not open it");
        }
    }
    holds!(wrong, rows.len() == book.reports.iter().filter(|r| by_text.contains_key(r.story.as_str())).count(), "{} reports: some of them nobody sent", rows.len());
    ledger::sequence(portal).await.unwrap();
    if thorough {
        let report = verify(portal, &Against { heads: before.into_iter().collect(), ..Against::default() }, &mut |_, _, _| {}).await.unwrap();
        wrong.extend(report.findings.into_iter().map(|finding| finding.row));
        holds!(wrong, report.waiting == 0, "{} entries have no number", report.waiting);
    }
    let mut conn = portal.db.read().await.unwrap();
    (ledger::head(&mut conn).await.unwrap(), wrong)
}

fn random(most: u64) -> u64 {
    Chance::System.number() % most
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_survives_being_killed() {
    let kills: usize = std::env::var("BALAI_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(8);
    let mut program = Program::new("crash");
    let settings = [("BALAI_GENEROUS_LIMITS", "true"), ("BALAI_LOG", "warn")];
    program.start(&settings).await;
    assert!(program.stop(), "the demonstration is there");
    let shared: Shared = Arc::default();
    let (mut head, mut seen, mut starts, mut slowest) = (None, 0, 0, Duration::ZERO);
    for kill in 1..=kills {
        let began = Instant::now();
        let port = program.spawn(&[], &settings);
        if kill % 4 == 0 {
            // While it starts.
            tokio::time::sleep(Duration::from_millis(random(400))).await;
        } else {
            assert!(program.answers(port).await, "start {kill}: {}", program.log());
            (starts, slowest) = (starts + 1, slowest.max(began.elapsed()));
            let mut people: Vec<_> = (1..=4).map(|n| tokio::spawn(resident(shared.clone(), port, n))).collect();
            people.push(tokio::spawn(staff(shared.clone(), port)));
            // However slow the machine is, something has been acknowledged that can be lost.
            let done = || {
                let book = shared.lock().unwrap();
                book.reports.iter().map(|r| usize::from(r.receipt.is_some()) + r.steps.values().filter(|kept| **kept).count()).sum::<usize>()
            };
            let before = done();
            while done() < before + 6 && began.elapsed() < Duration::from_secs(60) {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            tokio::time::sleep(Duration::from_millis(random(900))).await;
            program.kill();
            for person in people {
                assert!(person.await.unwrap().is_err(), "everyone works until the portal is gone");
            }
        }
        program.kill();
        let storage = Storage { data_dir: program.data(), database_url: None, files_url: None };
        let portal = storage.open().await.unwrap_or_else(|e| panic!("after kill {kill}: {e}"));
        let book = std::mem::take(&mut *shared.lock().unwrap());
        assert!(book.odd.is_empty(), "before kill {kill}: {:#?}\n{}", book.odd, program.log().lines().rev().take(10).collect::<Vec<_>>().join("\n"));
        let thorough = kills <= 20 || kill % 20 == 0 || kill == kills;
        let (now, wrong) = compare(&portal, &book, seen, thorough, head).await;
        assert!(wrong.is_empty(), "after kill {kill}: {wrong:#?}");
        head = Some(now);
        seen = book.reports.len();
        *shared.lock().unwrap() = book;
        portal.db.close().await;
    }
    // It stops as it should, and its own command finds nothing.
    program.start(&settings).await;
    assert!(program.stop());
    let verified = program.command(&["verify"]);
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
    let book = std::mem::take(&mut *shared.lock().unwrap());
    let acknowledged = book.reports.iter().filter(|r| r.receipt.is_some()).count();
    let steps = book.reports.iter().flat_map(|r| r.steps.values()).filter(|kept| **kept).count();
    assert!(acknowledged > kills && steps > kills, "too little happened for this to say anything: {acknowledged} reports, {steps} steps");
    // The comparison would have seen it.
    let storage = Storage { data_dir: program.data(), database_url: None, files_url: None };
    let portal = storage.open().await.unwrap();
    let lost = book.reports.iter().find(|r| r.kept("assigned")).and_then(|r| r.reference.clone()).unwrap();
    for statement in [
        "delete from feedback_step where kind = 'assigned' and case_id = (select id from feedback_case where reference = $1)",
        "update feedback_case set text = 'zqjatuh dari orang lain' where reference = $1",
    ] {
        let mut tx = portal.db.begin().await.unwrap();
        on!(&mut tx, c => sqlx::query(statement).bind(&lost).execute(c).await.unwrap().rows_affected());
        tx.commit().await.unwrap();
        let (_, wrong) = compare(&portal, &book, 0, true, head).await;
        assert!(wrong.len() >= 3, "{statement}: {wrong:#?}");
    }
    portal.db.close().await;
    println!(
        "{kills} kills, {starts} of them at work: {acknowledged} reports, {steps} steps and {} messages acknowledged, none lost, none twice; {} forms were sent again; slowest start {slowest:?}",
        book.reports.iter().map(|r| r.messages.1).sum::<i64>(),
        book.reports.iter().filter(|r| r.tries > 1).count(),
    );
}
