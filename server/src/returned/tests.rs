//! Returned mails of several kinds, and everything else that reaches such an address.

use super::*;

const TAG_: &str = "0193a1f2c3d47e5f8a9b0c1d2e3f40510001aabbccddeeff01";

/// As Postfix writes it, with other values.
fn report(action: &str, status: &str, diagnostic: &str) -> String {
    format!(
        "Return-Path: <>\r\nDelivered-To: kembali+{TAG_}@kota.example\r\nFrom: MAILER-DAEMON@mail.example (Mail Delivery System)\r\nSubject: Undelivered Mail Returned to Sender\r\nTo: kembali+{TAG_}@kota.example\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status;\r\n\tboundary=\"4F2B.1/mail.example\"\r\n\r\nThis is a MIME-encapsulated message.\r\n\r\n--4F2B.1/mail.example\r\nContent-Description: Notification\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nI'm sorry.\r\n\r\n\
         --4F2B.1/mail.example\r\nContent-Description: Delivery report\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example\r\nX-Postfix-Queue-ID: 4F2B\r\nArrival-Date: Mon, 2 Nov 2026 09:00:00 +0700 (WIB)\r\n\r\n\
         Final-Recipient: rfc822; seseorang@jauh.example\r\nAction: {action}\r\nStatus: {status}\r\nRemote-MTA: dns; mx.jauh.example\r\nDiagnostic-Code: {diagnostic}\r\n\r\n\
         --4F2B.1/mail.example\r\nContent-Type: text/rfc822-headers\r\n\r\nSubject: Kabar\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--4F2B.1/mail.example--\r\n"
    )
}

#[test]
fn what_means_that_an_address_takes_no_mail() {
    for (action, status, diagnostic, why) in [
        ("failed", "5.1.1", "smtp; 550 5.1.1 <seseorang@jauh.example>: Recipient address rejected", "no such mailbox"),
        ("Failed", "5.1.10 (null MX)", "smtp; 556 no mail here", "a domain that takes none, with a comment"),
        ("failed", "5.2.1", "smtp; 550 disabled", "closed"),
        ("failed", "5.2.2", "smtp;\r\n 552 5.2.2 over quota", "full for good, says its server"),
        ("failed", "5.4.4", "X-Postfix; Host or domain name not found", "no such host"),
        ("failed", "5.0.0", "smtp; 550 No such user here", "only the answer of the server says why"),
        ("failed", "5.0.0", "smtp; 550-5.1.1 The account does not exist", "nearer in the answer"),
    ] {
        assert_eq!(read(report(action, status, diagnostic).as_bytes(), None).as_deref(), Ok(TAG_), "{why}");
    }
    let unix = report("failed", "5.1.1", "smtp; 550").replace("\r\n", "\n");
    assert_eq!(read(unix.as_bytes(), None).as_deref(), Ok(TAG_), "lines as a pipe gives them");
    assert_eq!(read(format!("From MAILER-DAEMON Mon Nov  2 09:00:00 2026\n{unix}").as_bytes(), None).as_deref(), Ok(TAG_), "with the line of a mailbox file");
    let elsewhere = unix.replace(&format!("kembali+{TAG_}@"), "kembali@");
    assert_eq!(read(elsewhere.as_bytes(), None), Err(Says::NoTag));
    assert_eq!(
        read(elsewhere.as_bytes(), Some(&format!("KEMBALI+{}@KOTA.EXAMPLE", TAG_.to_uppercase()))).as_deref(),
        Ok(TAG_.to_uppercase().as_str()),
        "the mail server knows where it went"
    );
}

#[test]
fn what_means_something_else_changes_nothing() {
    for (action, status, diagnostic, why) in [
        ("delayed", "4.4.1", "X-Postfix; connect timed out", "still tried"),
        ("delayed", "5.1.1", "smtp; 550", "still tried, whatever stands behind it"),
        ("failed", "4.4.7", "smtp; 421 expired", "given up, but not for good"),
        ("delivered", "2.0.0", "smtp; 250 ok", "a receipt"),
        ("relayed", "2.0.0", "smtp; 250 ok", "a receipt"),
        ("", "5.1.1", "smtp; 550", "no action"),
        ("failed", "", "smtp; 550", "no status"),
        ("failed", "511", "smtp; 550", "not a status"),
    ] {
        assert_eq!(read(report(action, status, diagnostic).as_bytes(), None), Err(Says::NotOver), "{why}");
    }
    for (status, diagnostic, why) in [
        ("5.7.1", "smtp; 550 5.7.1 blocked: your address is on a list", "our good name"),
        ("5.7.26", "smtp; 550 5.7.26 unauthenticated", "our signature"),
        ("5.1.8", "smtp; 550 5.1.8 sender address rejected", "our address"),
        ("5.2.3", "smtp; 552 5.2.3 too long", "the letter"),
        ("5.3.4", "smtp; 552 5.3.4 too big", "the letter"),
        ("5.6.0", "smtp; 554 5.6.0 content", "the letter"),
        ("5.4.6", "X-Postfix; mail loops", "the way"),
        ("5.0.0", "smtp; 554 refused", "nobody says why"),
        ("5.0.0", "smtp; 550 5.7.1 spam", "nearer in the answer"),
        ("5.0.0", "", "nobody says anything"),
        ("5.1", "smtp; 550", "half a status"),
        ("5.x.y", "smtp; 550", "no status"),
    ] {
        assert!(matches!(read(report("failed", status, diagnostic).as_bytes(), None), Err(Says::AnotherReason(_))), "{why}");
    }
}

#[test]
fn what_is_no_report_or_cannot_be_read_changes_nothing() {
    let good = report("failed", "5.1.1", "smtp; 550 5.1.1 no");
    let boundary = "4F2B.1/mail.example";
    let both = good.replace("Remote-MTA: dns; mx.jauh.example\r\n", "\r\nFinal-Recipient: rfc822; lain@jauh.example\r\nAction: delivered\r\nStatus: 2.1.5\r\n");
    assert_eq!(read(both.as_bytes(), None), Err(Says::NotOver), "one of two addresses took it");
    let absent =
        format!("To: kembali+{TAG_}@kota.example\r\nSubject: Sedang cuti\r\nAuto-Submitted: auto-replied\r\nContent-Type: text/plain\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n");
    for (message, says, why) in [
        (absent.as_str(), Says::NotAReport, "out of office"),
        ("", Says::NotAReport, "nothing"),
        ("\r\n\r\n", Says::NotAReport, "two empty lines"),
        ("bukan surel sama sekali", Says::NotAReport, "no mail"),
        (&good.replace("report-type=delivery-status", "report-type=disposition-notification"), Says::NotAReport, "a receipt of a reader"),
        (&good.replace("multipart/report", "multipart/mixed"), Says::NotAReport, "a mail with such a part"),
        (&format!("Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n{good}"), Says::NotAReport, "two kinds at once"),
        (&good.replace(&format!("boundary=\"{boundary}\""), "x=y"), Says::Unreadable, "no boundary"),
        (&good.replace(&format!("boundary=\"{boundary}\""), "boundary=\"\""), Says::Unreadable, "an empty boundary"),
        (&good.replace("message/delivery-status", "text/plain"), Says::Unreadable, "no part for programs"),
        (
            &good.replace("Content-Type: message/delivery-status", "Content-Type: message/delivery-status\r\nContent-Transfer-Encoding: base64"),
            Says::Unreadable,
            "encoded, which it never is",
        ),
        (&good.replace("Final-Recipient", "Recipient"), Says::Unreadable, "about nobody"),
        (good.split("Final-Recipient").next().unwrap(), Says::Unreadable, "cut off"),
        (&good.replace(TAG_, "seseorang"), Says::NoTag, "not about a letter"),
        (&good.replace(TAG_, &TAG_[1..]), Says::NoTag, "half a tag"),
        (&good.replace(&format!("{TAG_}@kota.example"), TAG_), Says::NoTag, "no address"),
    ] {
        assert_eq!(read(message.as_bytes(), None), Err(says), "{why}");
    }
    let long = good.clone() + &"x".repeat(LONGEST);
    assert_eq!(read(long.as_bytes(), None), Err(Says::TooLong));
    assert_eq!(read("a: b\r\n".repeat(HEADERS_MOST * 2).as_bytes(), None), Err(Says::NotAReport), "headers without end");
    assert_eq!(read(&[0xff; 4096], None), Err(Says::NotAReport), "bytes");
    // Cut anywhere, it says the same or nothing, and never panics.
    for at in (0..good.len()).filter(|at| good.is_char_boundary(*at)) {
        if let Ok(tag) = read(&good.as_bytes()[..at], None) {
            assert_eq!(tag, TAG_);
        }
    }
}

#[test]
fn no_message_prints_an_address() {
    for says in [Says::TooLong, Says::NotAReport, Says::Unreadable, Says::NotOver, Says::NoTag, Says::AnotherReason("5.7.1".into())] {
        assert!(!says.to_string().contains('@'));
    }
    let Err(says) = read(report("failed", "5.7.<script>orang@x", "smtp; 550").as_bytes(), None) else { panic!("not the address") };
    assert!(!says.to_string().contains(['@', '<']), "{says}");
}
