//! The notices of one's own page: none sinks unseen, however many came in the same hour.

use domain::clock::{HOUR, MINUTE};
use domain::notifications::tell;
use domain::on_both;

use crate::support::{check, signed_in};

on_both!(every_notice_can_be_reached_and_what_a_reporter_did_stands_above_its_hour, world => {
    let account = world.resident("Sari").await;
    let portal = &world.portal;
    let hour = portal.to_the_hour().now() + HOUR;
    let mut tx = portal.db.begin().await.unwrap();
    for minute in 1..=45 {
        tell(&portal.at(hour + minute * MINUTE), &mut tx, account.account, "topic-replied", &format!("balasan-{minute}."), "/medan/forum").await.unwrap();
    }
    // A reporter's step: its hour alone is kept, and it came when the others had.
    for card in ["kartu-a.", "kartu-b."] {
        tell(&portal.at(hour + 46 * MINUTE).to_the_hour(), &mut tx, account.account, "card-offered", card, "/petugas/penilaian").await.unwrap();
    }
    tell(&portal.at(hour + HOUR + MINUTE), &mut tx, account.account, "topic-replied", "sejam-kemudian.", "/medan/forum").await.unwrap();
    tx.commit().await.unwrap();
    portal.clock.advance(3 * HOUR);

    let sari = signed_in(&world, &account).await;
    let mut seen = Vec::new();
    let mut next = Some("/akun".to_owned());
    let mut pages = 0;
    while let Some(address) = next {
        let page = sari.get(&address).await;
        page.expect(200, &address);
        pages += 1;
        let words: Vec<String> = page.html.split("<span>").skip(1).filter_map(|rest| rest.split_once('<')).map(|(said, _)| said.to_owned()).filter(|said| said.ends_with('.')).collect();
        assert!(words.len() <= 20, "a page of notices is short");
        seen.extend(words);
        next = check::tags(&page.html).into_iter().find_map(|t| t.get("href").filter(|h| h.starts_with("/akun?sebelum=")).map(str::to_owned));
    }
    assert_eq!(pages, 3);
    assert_eq!(seen[0], "sejam-kemudian.");
    let mut cards = seen[1..3].to_vec();
    cards.sort();
    assert_eq!(cards, ["kartu-a.", "kartu-b."], "above all that came in the hour");
    let replies: Vec<String> = (1..=45).rev().map(|minute| format!("balasan-{minute}.")).collect();
    assert_eq!(seen[3..], replies, "the newest first, none twice and none left out");
    // What was put together by hand is the first page.
    for nonsense in ["x", "9_9", "_", "99999999999999999999_0"] {
        assert!(sari.get(&format!("/akun?sebelum={nonsense}")).await.says("sejam-kemudian."), "{nonsense}");
    }
});
