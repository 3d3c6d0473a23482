//! Browsers that asked to be told: no more than the rule allows, none within our own network, and gone when they are gone.

use domain::clock::{DAY, HOUR};
use domain::following::letters::Delivery;
use domain::following::push::{count as told_in, not_reached, retire, subscribe, took, unsubscribe};
use domain::{Error, following, on_both};
use vocabulary::following::{BrowserInput, MailEnd, to_base64url};

use super::{AT_ONCE, case, count, follows, sent, sent_by};

fn browser(endpoint: &str) -> BrowserInput {
    BrowserInput::parse(endpoint, &to_base64url(&[&[4_u8][..], &[7; 64]].concat()), &to_base64url(&[9; 16])).unwrap()
}

on_both!(so_many_as_the_rule_allows_and_none_in_our_own_network, world => {
    let sari = world.resident("Sari").await;
    let mut refused = 0;
    for number in 0..200 {
        let made = subscribe(&world.portal, &sari, "id", &browser(&format!("https://layanan-push.invalid/x/{number}"))).await;
        refused += usize::from(matches!(&made, Err(Error::Invalid(p)) if p.of("titik").is_some()));
    }
    assert_eq!(refused, 190, "ten browsers");
    assert_eq!(count(&world, "push_subscription").await, 10);
    // A name that leads to our own machine, however it is written.
    let budi = world.resident("Budi").await;
    let mut inside = browser("https://layanan-push.invalid/x");
    for host in ["127.0.0.1", "localhost", "127.1", "0x7f.1", "10.0.0.1", "169.254.169.254"] {
        inside.host = host.into();
        assert!(matches!(subscribe(&world.portal, &budi, "id", &inside).await, Err(Error::Invalid(_))), "{host}");
    }
    assert_eq!(count(&world, "push_subscription").await, 10, "nothing half-done");
    let mut conn = world.portal.db.read().await.unwrap();
    assert_eq!((told_in(&mut conn, sari.account).await.unwrap(), told_in(&mut conn, budi.account).await.unwrap()), (10, 0));
    drop(conn);
    unsubscribe(&world.portal, sari.account, Some("https://layanan-push.invalid/x/3")).await.unwrap();
    assert_eq!(count(&world, "push_subscription").await, 9);
    unsubscribe(&world.portal, sari.account, None).await.unwrap();
    assert_eq!(count(&world, "push_subscription").await, 0);
});

on_both!(a_browser_is_told_with_the_letter_and_retired_when_it_is_gone, world => {
    let sari = world.resident("Sari").await;
    subscribe(&world.portal, &sari, "en", &browser("https://layanan-push.invalid/x")).await.unwrap();
    follows(&world, &sari, "unit:disdukcapil", AT_ONCE).await;
    case(&world, "a", "anonim", "pengaduan", "disdukcapil").await;
    let told = sent_by(&world, Delivery::Failed("later".into())).await;
    assert_eq!(told[0].browsers.iter().map(|b| (b.endpoint.as_str(), b.language.as_str())).collect::<Vec<_>>(), [("https://layanan-push.invalid/x", "en")]);
    world.portal.clock.advance(HOUR);
    let again = sent(&world).await;
    assert!(again[0].browsers.is_empty(), "a second attempt of the mail tells no browser again");
    // Without mail the browsers are still told.
    let mut conn = world.portal.db.read().await.unwrap();
    let follower = following::of_account(&mut conn, sari.account).await.unwrap().unwrap();
    drop(conn);
    following::stop_mail(&world.portal, follower.id, MailEnd::Owner).await.unwrap();
    case(&world, "b", "anonim", "pengaduan", "disdukcapil").await;
    let told = sent_by(&world, Delivery::Nothing).await;
    assert_eq!((told.len(), told[0].to.clone(), told[0].browsers.len()), (1, None, 1));
    retire(&world.portal, &told[0].browsers[0].hash, false).await.unwrap();
    assert_eq!(count(&world, "push_subscription").await, 1, "one refusal is not the end");
    retire(&world.portal, &told[0].browsers[0].hash, true).await.unwrap();
    assert_eq!(count(&world, "push_subscription").await, 0, "gone is");
    case(&world, "c", "anonim", "pengaduan", "disdukcapil").await;
    assert!(sent(&world).await.is_empty(), "then nothing is left to tell by");
});

on_both!(a_browser_that_nobody_reaches_any_more_is_retired, world => {
    let sari = world.resident("Sari").await;
    subscribe(&world.portal, &sari, "id", &browser("https://layanan-push.invalid/x")).await.unwrap();
    follows(&world, &sari, "unit:disdukcapil", AT_ONCE).await;
    case(&world, "a", "anonim", "pengaduan", "disdukcapil").await;
    let hash = sent(&world).await[0].browsers[0].hash.clone();
    let fails = async |times: usize| {
        for _ in 0..times {
            not_reached(&world.portal, &hash).await.unwrap();
        }
        count(&world, "push_subscription").await
    };
    assert_eq!(fails(5).await, 1, "a bad hour is not the end");
    world.portal.clock.advance(31 * DAY);
    took(&world.portal, &hash).await.unwrap();
    assert_eq!(fails(2).await, 1, "counted in a row");
    world.portal.clock.advance(31 * DAY);
    assert_eq!(fails(1).await, 0, "a month, and three times");
});
