//! The canary of the disk: the real program, reporters who come from an address of their own with an agent of their own, staff
//! who work on it, mails, a backup; then every byte that lies on the disk is searched for who the reporters were and when
//! they were here, in whichever form it could be written.
//!
//! SQLite only, for its files are ours; `times.rs` of the domain reads every row on both databases.
//!
//! Long because the search, which must find what it must, stands beside the one test that trusts it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use domain::db::Db;
use domain::on;

use crate::support::check;
use crate::support::program::{BINARY, Browser, Program, mail_server};

const ADDRESS: &str = "127.0.0.77";
const AGENT: &str = "zqagenkanari/7.7";
const NAME: &str = "Zqnamakanari";
const EMAIL: &str = "zqsurelkanari@rumah.example";
const STORY: &str = "zqceritakanari";
const MESSAGE: &str = "zqpesankanari";

async fn start(mail_port: u16) -> (Program, u16) {
    let mut program = Program::new("on-disk");
    let port = program.start(&[("BALAI_SMTP_URL", &format!("smtp://127.0.0.1:{mail_port}"))]).await;
    (program, port)
}

#[expect(clippy::disallowed_methods, reason = "the program that is watched goes by the system's clock")]
fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis() as u64
}

/// When a reporter was here, in milliseconds. What comes after keeps more than a second away from it, so that every second
/// of it is theirs alone.
struct Moment(u64, u64);

macro_rules! alone {
    ($moments:ident, $act:expr) => {{
        let began = now();
        let answer = $act;
        $moments.push(Moment(began, now()));
        tokio::time::sleep(Duration::from_millis(1050)).await;
        answer
    }};
}

/// The ways a text may be written: as it is, for wide characters, as hexadecimal digits, in base64 at any offset.
fn forms(text: &str) -> Vec<Vec<u8>> {
    let wide = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let hex: String = text.bytes().map(|b| format!("{b:02x}")).collect();
    let mut forms =
        vec![text.as_bytes().to_vec(), text.to_uppercase().into_bytes(), wide(u16::to_le_bytes), wide(u16::to_be_bytes), hex.to_uppercase().into_bytes(), hex.into_bytes()];
    forms.extend((0..3).flat_map(|offset| base64(text.as_bytes(), offset)));
    forms
}

/// What of the text shows in base64 when so many bytes stand before it, in both alphabets.
fn base64(text: &[u8], offset: usize) -> [Vec<u8>; 2] {
    let mut bytes = vec![0; offset];
    bytes.extend(text);
    bytes.truncate(bytes.len() / 3 * 3);
    let encode = |last: &[u8; 2]| {
        let alphabet: Vec<u8> = (b'A'..=b'Z').chain(b'a'..=b'z').chain(b'0'..=b'9').chain(*last).collect();
        let digits: Vec<u8> = bytes.chunks(3).flat_map(|c| [c[0] >> 2, (c[0] & 3) << 4 | c[1] >> 4, (c[1] & 15) << 2 | c[2] >> 6, c[2] & 63]).collect();
        digits.into_iter().skip(if offset == 0 { 0 } else { 4 }).map(|d| alphabet[usize::from(d)]).collect::<Vec<u8>>()
    };
    [encode(b"+/"), encode(b"-_")]
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

/// Many marks that are looked for in one pass: databases are large, and the marks many.
struct Marks {
    marks: Vec<(String, Vec<u8>)>,
    /// Which of them begin with a byte.
    by_first: Vec<Vec<usize>>,
    /// Moments, in milliseconds: any number within one, in six bytes as databases and ids write it.
    moments: Vec<(u64, u64)>,
}

impl Marks {
    fn new(secrets: &[&str], moments: &[Moment]) -> Self {
        let mut marks: Vec<(String, Vec<u8>)> = secrets.iter().flat_map(|secret| forms(secret).into_iter().map(|form| ((*secret).to_owned(), form))).collect();
        for Moment(from, to) in moments {
            for second in from / 1000..=to / 1000 {
                let at = time::OffsetDateTime::from_unix_timestamp(second as i64).unwrap();
                let clock = format!("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", at.year(), u8::from(at.month()), at.day(), at.hour(), at.minute(), at.second());
                // Ten digits of a second are also the first of its milliseconds.
                marks.extend([second.to_string(), clock.replace('T', " "), clock].map(|text| (format!("the second {second}"), text.into_bytes())));
            }
        }
        let mut by_first = vec![Vec::new(); 256];
        for (number, (_, form)) in marks.iter().enumerate() {
            by_first[usize::from(form[0])].push(number);
        }
        Self { marks, by_first, moments: moments.iter().map(|Moment(from, to)| (*from, *to)).collect() }
    }

    /// What these bytes tell, if anything.
    fn told_by(&self, bytes: &[u8]) -> Option<String> {
        let (least, most) = (self.moments.iter().map(|m| m.0).min().unwrap_or(u64::MAX), self.moments.iter().map(|m| m.1).max().unwrap_or(0));
        let mut number = 0u64;
        for (at, byte) in bytes.iter().enumerate() {
            number = (number << 8 | u64::from(*byte)) & 0xffff_ffff_ffff;
            if number >= least && number <= most && self.moments.iter().any(|(from, to)| (*from..=*to).contains(&number)) {
                return Some(format!("the moment {number}"));
            }
            for mark in &self.by_first[usize::from(*byte)] {
                if bytes[at..].starts_with(&self.marks[*mark].1) {
                    return Some(self.marks[*mark].0.clone());
                }
            }
        }
        None
    }
}

/// Searches every file below the folder.
fn search(folder: &Path, moments: &[Moment]) {
    let nowhere = Marks::new(&[ADDRESS, AGENT, NAME, EMAIL, "zqsurelkanari", MESSAGE], moments);
    // The story is what staff work with: it lies in the database, and nowhere else.
    let story = Marks::new(&[STORY], &[]);
    let mut database = false;
    for path in files(folder) {
        let bytes = fs::read(&path).unwrap();
        let name = path.strip_prefix(folder).unwrap().display().to_string();
        assert_eq!(nowhere.told_by(&bytes), None, "{name}");
        let tells_story = story.told_by(&bytes).is_some();
        assert!(!tells_story || name.contains("balai.db") || name == "saved.tar", "{name} tells the story");
        database |= tells_story;
        if name.starts_with("data/files") {
            let since = path.metadata().unwrap().modified().unwrap().duration_since(UNIX_EPOCH).unwrap();
            assert_eq!((since.as_secs() % 3600, since.subsec_nanos()), (0, 0), "{name} tells more than its hour");
        }
    }
    assert!(database, "the story is found where it lies, so the search works");
}

#[test]
fn the_search_finds_what_it_must() {
    let marks = Marks::new(&["zqsurel"], &[Moment(1_794_990_400_100, 1_794_990_400_300)]);
    for text in ["0zqsurel", "zqsurel00", "00zqsurel0"] {
        assert_eq!(marks.told_by(&base64(text.as_bytes(), 0)[0]).as_deref(), Some("zqsurel"), "{text} in base64");
    }
    let number = 1_794_990_400_200u64.to_be_bytes();
    let wide: Vec<u8> = "zqsurel".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in
        [[&[9], &number[2..], &[7]].concat(), b"at 1794990400123".to_vec(), b"2026-11-18T08:26:40.5Z INFO".to_vec(), wide, b"7A717375".iter().chain(b"72656C").copied().collect()]
    {
        assert!(marks.told_by(&bytes).is_some(), "{}", String::from_utf8_lossy(&bytes));
    }
    assert_eq!(marks.told_by(b"1794990499 2026-11-18T08:26:41 zqsure1"), None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_on_the_disk_tells_who_reported_or_when() {
    let mails = Arc::new(Mutex::new(Vec::new()));
    let (mut running, port) = start(mail_server(mails.clone()).await).await;
    let folder = running.folder.clone();
    let mut moments = Vec::new();
    // The log of its start is over, and the letters and mails of the told history have left: their times are nobody's.
    let (mut left, mut calm) = (0, 0);
    while calm < 12 {
        tokio::time::sleep(Duration::from_millis(500)).await;
        let sent = mails.lock().unwrap().len();
        calm = if sent == left { calm + 1 } else { 0 };
        left = sent;
    }

    let mut references = Vec::new();
    let mut reporter = Browser::new(port, ADDRESS, AGENT);
    for (protection, kind, key) in [("anonim", "pengaduan", "a"), ("rahasia", "penyimpangan", "b")] {
        reporter.get("/medan/lapor").await;
        let story = format!("{STORY} {key}: loket tutup pukul sepuluh pagi.");
        let mut png = Vec::new();
        image::DynamicImage::new_rgb8(8, 8).write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
        let photo = alone!(moments, {
            let mut body = b"--B\r\nContent-Disposition: form-data; name=\"layar\"\r\n\r\ntempat\r\n--B\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"zqnamakanari.png\"\r\n\r\n".to_vec();
            body.extend(&png);
            body.extend(b"\r\n--B--\r\n");
            reporter.send("POST", "/medan/lapor", "multipart/form-data; boundary=B", body).await
        });
        let photo = check::tags(&photo.body).into_iter().find(|t| t.get("name") == Some("foto-tersimpan")).and_then(|t| t.get("value").map(str::to_owned)).unwrap();
        let key = key.repeat(32);
        let fields = [
            ("layar", "periksa"),
            ("kunci", key.as_str()),
            ("perlindungan", protection),
            ("nama", NAME),
            ("tentang", "unit:disdukcapil"),
            ("jenis", kind),
            ("cerita", story.as_str()),
            ("surel", EMAIL),
            ("foto-tersimpan", photo.as_str()),
            ("aksi", "kirim"),
        ];
        let sent = alone!(moments, reporter.post("/medan/lapor", &fields).await);
        assert_eq!((sent.status, sent.location.as_str()), (303, "/medan/lapor/terkirim"), "{}", check::text(&sent.body));
        let confirmation = alone!(moments, reporter.get("/medan/lapor/terkirim").await);
        let text = check::text(&confirmation.body);
        references.push(text.split("MDN-").nth(1).map(|r| format!("MDN-{}", &r[..10])).unwrap());
        let written = alone!(moments, reporter.post("/lacak/laporan", &[("aksi", "pesan"), ("pesan", &format!("{MESSAGE} untuk petugas"))]).await);
        assert_eq!(written.status, 303, "{}", check::text(&written.body));
    }
    // A receipt that is wrong, in a form and in a cookie.
    let mut stranger = Browser::new(port, ADDRESS, AGENT);
    stranger.cookies.insert("tanda-terima".into(), "12345678901234567890".into());
    alone!(moments, (stranger.post("/lacak", &[("tanda", "1234 5678 9012 3456 7890")]).await, stranger.get("/lacak/laporan").await));

    let mut verifier = Browser::new(port, "127.0.0.1", "staf");
    let mut inspector = Browser::new(port, "127.0.0.1", "staf");
    for (browser, email) in [(&mut verifier, "verifikator@medan.example"), (&mut inspector, "inspektorat@medan.example")] {
        assert_eq!(browser.post("/masuk/contoh", &[("surel", email)]).await.status, 303);
    }
    for (reference, kind, unit, protection) in [(&references[0], "pengaduan", "disdukcapil", "anonim"), (&references[1], "penyimpangan", "inspektorat", "rahasia")] {
        let at = format!("/petugas/laporan/{reference}");
        assert!(check::text(&verifier.get(&at).await.body).contains(MESSAGE), "staff read the message");
        let accepted = [("aksi", "terima"), ("judul", "Loket tutup pagi"), ("teks", "Loket tutup."), ("perlindungan", protection), ("jenis", kind), ("unit", unit)];
        let answer = verifier.post(&at, &accepted).await;
        assert_eq!(answer.status, 303, "{}", check::text(&answer.body));
        assert_eq!(verifier.post(&at, &[("aksi", "pesan"), ("pesan", "Mohon tunggu kabar kami.")]).await.status, 303);
    }
    let at = format!("/petugas/laporan/{}/identitas", references[1]);
    assert_eq!(inspector.post(&at, &[("aksi", "minta"), ("alasan", "Pelapor perlu didengar sebagai saksi.")]).await.status, 303);
    assert_eq!(verifier.post(&at, &[("aksi", "setujui")]).await.status, 303);
    let seen = inspector.post(&at, &[("aksi", "buka")]).await;
    assert!(seen.status == 200 && seen.body.contains(EMAIL), "two people opened it: it is there, for them");

    // While mails wait, and once they have left.
    let backup = |name: &str| {
        let saved = Command::new(BINARY).arg("backup").arg(folder.join(name)).arg("--data-dir").arg(folder.join("data")).output().unwrap();
        assert!(saved.status.success(), "{}", String::from_utf8_lossy(&saved.stderr));
    };
    backup("saved.tar");
    // The told history has mails of its own, to civil servants.
    let to_reporters = || mails.lock().unwrap().iter().filter(|mail| mail.contains(&format!("To: {EMAIL}"))).count();
    assert_eq!(to_reporters(), 0, "mails wait for their hour");
    search(&folder, &moments);
    let db = Db::open(&format!("sqlite:{}", folder.join("data/balai.db").display())).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update job set run_at = 0 where done_at is null and kind = 'mail'").execute(c).await.unwrap().rows_affected());
    on!(&mut tx, c => sqlx::query("update news set ready_at = 0 where spread_at is null").execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    db.close().await;
    for _ in 0..240 {
        if to_reporters() == 5 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    let told = mails.lock().unwrap().clone();
    assert_eq!(to_reporters(), 5, "of the confidential report: received, a message, asked, approved, opened; of the anonymous one nothing");
    let never = Marks::new(&[ADDRESS, AGENT, NAME, STORY, MESSAGE], &moments);
    for mail in &told {
        assert_eq!(never.told_by(mail.as_bytes()), None, "{mail}");
    }
    backup("saved.tar");
    assert!(running.stop(), "it stops gracefully");
    search(&folder, &moments);
}
