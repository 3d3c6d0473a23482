//! Yesterday's backup is brought back: what came after it is gone, and everyone is told so plainly: reporters whose
//! receipt is unknown, who runs the portal, and whoever keeps a head of the ledger. SQLite only, for the backup is its own.

use std::fs;
use std::path::Path;
use std::process::Output;
use std::time::Duration;

use domain::on;
use server::config::Storage;

use crate::support::check;
use crate::support::program::{Browser, Program};

const SETTINGS: [(&str, &str); 1] = [("BALAI_GENEROUS_LIMITS", "true")];

fn fields(key: &str) -> Vec<(&'static str, String)> {
    let mut fields: Vec<(&str, String)> =
        [("layar", "periksa"), ("perlindungan", "anonim"), ("tentang", "unit:disdukcapil"), ("jenis", "pengaduan"), ("aksi", "kirim"), ("surel", "sari@rumah.example")]
            .map(|(name, value)| (name, value.to_owned()))
            .to_vec();
    fields.extend([("kunci", key.repeat(32)), ("cerita", format!("Loket tutup pukul sepuluh pagi, laporan {key}."))]);
    fields
}

/// Sends the form and returns the receipt.
async fn send(port: u16, key: &str) -> String {
    let mut browser = Browser::new(port, "127.0.0.1", "warga");
    let fields = fields(key);
    let sent = browser.post("/medan/lapor", &fields.iter().map(|(n, v)| (*n, v.as_str())).collect::<Vec<_>>()).await;
    assert_eq!((sent.status, sent.location.as_str()), (303, "/medan/lapor/terkirim"), "{}", check::text(&sent.body));
    browser.cookies["tanda-terima"].clone()
}

async fn opens(port: u16, receipt: &str) -> (u16, String) {
    let answer = Browser::new(port, "127.0.0.1", "warga").post("/lacak", &[("tanda", receipt)]).await;
    (answer.status, check::text(&answer.body))
}

/// The head of the ledger, as anyone keeps it, in a file; once it has more entries than so many. Returns how many.
async fn head(port: u16, file: &Path, more_than: u64) -> u64 {
    for _ in 0..600 {
        let answer = Browser::new(port, "127.0.0.1", "siapa saja").get("/api/v1/ledger").await;
        let size = serde_json::from_str::<serde_json::Value>(&answer.body).unwrap()["size"].as_u64().unwrap();
        if size > more_than {
            fs::write(file, answer.body).unwrap();
            return size;
        }
        // It gets its number soon after.
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the ledger stays at {more_than}");
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

async fn count(program: &Program, key: &str) -> i64 {
    let storage = Storage { data_dir: program.data(), database_url: None, files_url: None };
    let portal = storage.open().await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let count = on!(&mut conn, c => sqlx::query_scalar("select count(*) from feedback_case where text like $1").bind(format!("%laporan {key}.")).fetch_one(c).await.unwrap());
    drop(conn);
    portal.db.close().await;
    count
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_came_after_yesterdays_backup_is_gone_and_everyone_is_told() {
    let mut program = Program::new("restore");
    let (tar, yesterday, today) = (program.folder.join("saved.tar"), program.folder.join("yesterday.json"), program.folder.join("today.json"));
    let [tar_name, yesterday_name, today_name] = [&tar, &yesterday, &today].map(|p| p.to_str().unwrap().to_owned());
    let port = program.start(&SETTINGS).await;
    let told = head(port, &yesterday, 0).await;
    let before = send(port, "a").await;
    let told = head(port, &yesterday, told).await;
    let saved = program.command(&["backup", &tar_name]);
    assert!(saved.status.success(), "{}", said(&saved));
    let after = send(port, "b").await;
    assert_eq!(head(port, &today, told).await, told + 1);
    assert_eq!((opens(port, &before).await.0, opens(port, &after).await.0), (303, 303));
    let refused = program.command(&["restore", &tar_name]);
    assert!(!refused.status.success() && said(&refused).contains("is not empty"), "not over what is there: {}", said(&refused));
    assert!(program.stop());
    assert!(program.command(&["verify", "--against", &yesterday_name, "--against", &today_name]).status.success());

    fs::remove_dir_all(program.data()).unwrap();
    let restored = program.command(&["restore", &tar_name]);
    assert!(restored.status.success(), "{}", said(&restored));
    // The ledger is whole and adds to yesterday's head; today's is ahead of it, and that is said.
    let whole = program.command(&["verify", "--against", &yesterday_name]);
    assert!(whole.status.success() && said(&whole).contains("The ledger is whole"), "{}", said(&whole));
    let behind = program.command(&["verify", "--against", &yesterday_name, "--against", &today_name]);
    assert!(!behind.status.success(), "{}", said(&behind));
    assert!(said(&behind).contains("AHEAD") && said(&behind).contains("an older backup was brought back") && !said(&behind).contains("REWRITTEN"), "{}", said(&behind));

    let port = program.start(&SETTINGS).await;
    assert_eq!(opens(port, &before).await.0, 303, "what was in the backup opens");
    let (status, words) = opens(port, &after).await;
    assert_eq!(status, 422);
    assert!(words.contains("laporannya tidak ada pada kami; silakan kirim sekali lagi"), "{words}");
    // Who still has the form open sends it again: it is there once, and the receipt is the one they wrote down.
    for _ in 0..2 {
        assert_eq!((send(port, "b").await, send(port, "a").await), (after.clone(), before.clone()));
    }
    assert_eq!(opens(port, &after).await.0, 303);
    assert!(program.stop());
    assert_eq!((count(&program, "a").await, count(&program, "b").await), (1, 1));
    // From here on the ledger is another than the one that was published, and that stays visible.
    let forked = program.command(&["verify", "--against", &yesterday_name]);
    assert!(forked.status.success(), "{}", said(&forked));
    let forked = program.command(&["verify", "--against", &today_name]);
    assert!(!forked.status.success() && said(&forked).contains("REWRITTEN"), "{}", said(&forked));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_its_keys_it_does_not_start_and_says_why() {
    let mut program = Program::new("keys");
    let port = program.start(&SETTINGS).await;
    let receipt = send(port, "a").await;
    assert!(program.stop());
    for (name, why) in [("vault.key", "identities and messages are sealed with it"), ("secret.key", "receipts")] {
        let (key, aside) = (program.data().join(name), program.folder.join(name));
        fs::rename(&key, &aside).unwrap();
        let refused = program.command(&["verify"]);
        assert!(!refused.status.success() && said(&refused).contains(&format!("{name} is missing")) && said(&refused).contains(why), "{}", said(&refused));
        assert!(!key.exists(), "no other key is made in its place");
        fs::rename(&aside, &key).unwrap();
    }
    let key = program.data().join("vault.key");
    let own = fs::read(&key).unwrap();
    fs::write(&key, [7; 32]).unwrap();
    let refused = program.command(&["verify"]);
    assert!(!refused.status.success() && said(&refused).contains("is not the key with which"), "{}", said(&refused));
    fs::write(&key, own).unwrap();

    // A backup from which somebody took the key, "for safety".
    let (tar, lacks) = (program.folder.join("saved.tar"), program.folder.join("lacks.tar"));
    assert!(program.command(&["backup", tar.to_str().unwrap()]).status.success());
    let (mut whole, mut less) = (tar::Archive::new(fs::File::open(&tar).unwrap()), tar::Builder::new(fs::File::create(&lacks).unwrap()));
    for entry in whole.entries().unwrap() {
        let entry = entry.unwrap();
        let (header, path) = (entry.header().clone(), entry.path().unwrap().into_owned());
        if path != Path::new("vault.key") {
            less.append(&header, entry).unwrap();
        }
    }
    less.into_inner().unwrap();
    fs::remove_dir_all(program.data()).unwrap();
    let refused = program.command(&["restore", lacks.to_str().unwrap()]);
    assert!(!refused.status.success() && said(&refused).contains("vault.key is not in it: without it no identity"), "{}", said(&refused));
    fs::write(program.folder.join("torn.tar"), &fs::read(&tar).unwrap()[..100_000]).unwrap();
    let refused = program.command(&["restore", program.folder.join("torn.tar").to_str().unwrap()]);
    assert!(!refused.status.success() && !program.data().join("balai.db").exists(), "half a backup brings back nothing: {}", said(&refused));
    let restored = program.command(&["restore", tar.to_str().unwrap()]);
    assert!(restored.status.success(), "the folder was left as it was: {}", said(&restored));
    let port = program.start(&SETTINGS).await;
    assert_eq!(opens(port, &receipt).await.0, 303);
}
