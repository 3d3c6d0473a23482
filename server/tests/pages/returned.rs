//! Mail that comes back: from the envelope of a letter to the command that a mail server's pipe calls.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::{Arc, Mutex};

use domain::clock::DAY;
use domain::following::{Returned, came_back, of_account};
use domain::on_both;
use domain::testing::{World, answers};
use server::mail::{Mailer, Return};
use server::returned::read;
use vocabulary::accounts::Role;
use vocabulary::feedback::AcceptInput;
use vocabulary::following::MailEnd;

use crate::support::program::{BINARY, mail_server};
use crate::support::{letters_by, signed_in};

/// What the receiver's server writes to the sender of the envelope.
fn report(to: &str, status: &str) -> String {
    format!(
        "From: MAILER-DAEMON@jauh.example\r\nTo: {to}\r\nSubject: Undelivered Mail\r\nContent-Type: multipart/report; report-type=\"delivery-status\"; boundary=xyz\r\n\r\n--xyz\r\nContent-Type: text/plain\r\n\r\nMaaf.\r\n\
         --xyz\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; jauh.example\r\n\r\nFinal-Recipient: rfc822; orang.lain@jauh.example\r\nAction: failed\r\nStatus: {status}\r\n\r\n--xyz--\r\n"
    )
}

async fn published(world: &World, number: usize) {
    let mut form = answers();
    form.key = number.to_string().repeat(32);
    let sent = domain::feedback::send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
    let verifier = world.staff(&format!("Vera {number}"), Role::Verifier, "", None).await;
    let input = AcceptInput::parse("Loket tutup pagi", "Loket tutup pukul sepuluh pagi.", "anonim", "pengaduan", "disdukcapil", "completion_time").unwrap();
    domain::feedback::accept(&world.portal, &verifier, &sent.reference, &input).await.unwrap();
}

on_both!(a_letter_returns_to_an_address_of_its_own, world => {
    let kept = Arc::new(Mutex::new(Vec::new()));
    let url = format!("smtp://127.0.0.1:{}", mail_server(kept.clone()).await);
    let from = "Balai <balai@medan.example>";
    let mailer = Mailer::new(Some(&url), from, None).unwrap().returning(Some(Return::parse("kembali@medan.example").unwrap()));
    let resident = world.resident("Sari").await;
    let sari = signed_in(&world, &resident).await;
    sari.post("/medan/kabar", &[("tentang", "unit:disdukcapil"), ("aksi", "ikuti"), ("tingkat", "semua"), ("irama", "langsung")]).await.expect(303, "follows");
    for day in 0..3 {
        published(&world, day).await;
        letters_by(&world, &mailer).await;
        let mail = kept.lock().unwrap().pop().unwrap();
        let sender = mail.lines().next().unwrap().trim_start_matches("Return-Path: <").trim_end_matches('>').to_owned();
        assert!(sender.starts_with("kembali+") && sender.ends_with("@medan.example") && sender.split('@').next().unwrap().len() <= 64, "{sender}");
        assert!(mail.contains("\nFrom: Balai <balai@medan.example>") && !mail.lines().skip(1).any(|line| line.contains("kembali+")), "people see the sender that they know");
        assert!(read(report(&sender, "5.7.1").as_bytes(), None).is_err(), "nothing about the address");
        let tag = read(report(&sender, "5.1.1").as_bytes(), None).unwrap();
        assert_eq!(came_back(&world.portal, &tag).await.unwrap(), Returned::Counted { times: day as i64 + 1, ended: day == 2 });
        world.portal.clock.advance(DAY);
    }
    let mut conn = world.portal.db.read().await.unwrap();
    assert_eq!(of_account(&mut conn, resident.account).await.unwrap().unwrap().mail_ended(), Some(MailEnd::Refused));
    drop(conn);
    assert!(sari.get("/akun/kabar").await.says("Surel kepada Anda ditolak atau kembali beberapa kali berturut-turut"));
    // Without the setting the sender is the sender.
    sari.post("/akun/kabar", &[("aksi", "lanjutkan")]).await.expect(303, "again");
    published(&world, 7).await;
    letters_by(&world, &Mailer::new(Some(&url), from, None).unwrap()).await;
    assert!(kept.lock().unwrap().pop().unwrap().starts_with("Return-Path: <balai@medan.example>"));
});

#[test]
fn an_address_that_has_no_room_for_a_tag_is_refused_at_the_start() {
    for (typed, good) in [
        ("kembali@kota.example", true),
        ("pengembalian1@kota.example", true),
        ("pengembalian12@kota.example", false),
        ("kembali+x@kota.example", false),
        ("kota.example", false),
        ("", false),
    ] {
        assert_eq!(Return::parse(typed).is_ok(), good, "{typed}");
    }
}

/// The command, as a pipe calls it.
fn bounced(folder: &Path, message: &[u8], more: &[&str]) -> Output {
    let mut child = Command::new(BINARY)
        .args(["bounced", "--data-dir"])
        .arg(folder)
        .args(more)
        .env_remove("BALAI_LOG")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Nobody minds when it does not listen to the end; that it does is asked below.
    child.stdin.take().unwrap().write_all(message).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn the_command_says_what_it_did_and_sends_nothing_back() {
    let folder = std::env::temp_dir().join(format!("balai-bounced-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    let tag = format!("{}0001{}", "a".repeat(32), "b".repeat(14));
    let good = report(&format!("kembali+{tag}@kota.example"), "5.1.1");
    for (message, says) in [
        (b"Subject: Sedang cuti\r\n\r\nSaya kembali Senin.".to_vec(), "is no report"),
        (Vec::new(), "is no report"),
        (vec![b'x'; 3 << 20], "too long"),
        (good.replace("5.1.1", "4.2.2").into_bytes(), "does not say that the letter failed for good"),
        (good.replace(&tag, "x").into_bytes(), "no address of the message has the tag"),
        (good.clone().into_bytes(), "none that this portal made"),
    ] {
        let done = bounced(&folder, &message, &[]);
        let said = String::from_utf8(done.stdout).unwrap();
        assert!(
            done.status.success() && said.starts_with("Nothing is changed:") && said.contains(says) && !said.contains('@'),
            "{says}: {said} {}",
            String::from_utf8_lossy(&done.stderr)
        );
    }
    let done = bounced(&folder, good.replace(&tag, "x").as_bytes(), &["--to", &format!("kembali+{tag}@kota.example")]);
    assert!(String::from_utf8(done.stdout).unwrap().contains("none that this portal made"), "the server's word for where it went");
    // A database that is away: the mail server keeps the message and asks again.
    let away = bounced(&folder, good.as_bytes(), &["--database-url", "postgres://balai@127.0.0.1:1/balai"]);
    assert_eq!(away.status.code(), Some(75), "{}", String::from_utf8_lossy(&away.stderr));
    let _ = std::fs::remove_dir_all(&folder);
}
