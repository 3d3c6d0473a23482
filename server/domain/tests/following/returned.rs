//! Letters that come back after their server had taken them.

use domain::clock::{DAY, HOUR};
use domain::following::letters::Delivery;
use domain::following::{self, Returned, came_back};
use domain::notifications::notices;
use domain::testing::World;
use domain::{on, on_both};
use vocabulary::following::MailEnd;

use crate::{AT_ONCE, case, follows, sent, sent_by};

/// One more case is published and told of; the tag of the letter.
async fn tag(world: &World, key: &str) -> String {
    case(world, key, "anonim", "pengaduan", "disdukcapil").await;
    let letters: Vec<_> = sent(world).await.into_iter().filter(|letter| !letter.items.is_empty()).collect();
    assert_eq!(letters.len(), 1);
    letters[0].tag.clone()
}

on_both!(letters_that_come_back_retire_an_address_and_its_account_is_told, world => {
    let sari = world.resident("Sari").await;
    follows(&world, &sari, "unit:disdukcapil", AT_ONCE).await;
    let portal = &world.portal;
    let first = tag(&world, "a").await;
    // The second of a day has the same number: a day counts once, however many letters it had.
    world.portal.clock.advance(HOUR);
    assert_eq!(tag(&world, "b").await, first);
    assert_eq!(came_back(portal, &first).await.unwrap(), Returned::Counted { times: 1, ended: false });
    assert_eq!(came_back(portal, &first).await.unwrap(), Returned::Already, "the same returned mail twice");
    assert_eq!(came_back(portal, &first.to_uppercase()).await.unwrap(), Returned::Already, "in whichever letters");
    world.portal.clock.advance(DAY);
    let second = tag(&world, "c").await;
    assert_ne!(first, second);
    assert_eq!(came_back(portal, &second).await.unwrap(), Returned::Counted { times: 2, ended: false }, "that its own server took it says nothing");
    world.portal.clock.advance(DAY);
    let third = tag(&world, "d").await;
    assert_eq!(came_back(portal, &third).await.unwrap(), Returned::Counted { times: 3, ended: true });
    assert_eq!(came_back(portal, &third).await.unwrap(), Returned::Nobody);
    let mut conn = portal.db.read().await.unwrap();
    assert_eq!(notices(&mut conn, sari.account, None).await.unwrap().0[0].kind, "mail-refused");
    let follower = following::of_account(&mut conn, sari.account).await.unwrap().unwrap();
    assert_eq!(follower.mail_ended(), Some(MailEnd::Refused));
    drop(conn);
    world.portal.clock.advance(DAY);
    case(&world, "e", "anonim", "pengaduan", "disdukcapil").await;
    assert!(sent(&world).await.is_empty(), "no mail any more");
    // They say that it works again; what comes back late from before counts no more.
    following::resume_mail(portal, follower.id).await.unwrap();
    assert_eq!(came_back(portal, &third).await.unwrap(), Returned::Already);
    let fourth = tag(&world, "f").await;
    assert_eq!(came_back(portal, &fourth).await.unwrap(), Returned::Counted { times: 1, ended: false }, "counted anew");
});

on_both!(a_letter_that_stayed_begins_anew_and_order_does_not_matter, world => {
    let sari = world.resident("Sari").await;
    follows(&world, &sari, "unit:disdukcapil", AT_ONCE).await;
    let portal = &world.portal;
    let mut tags = Vec::new();
    for key in ["a", "b", "c", "d", "e"] {
        tags.push(tag(&world, key).await);
        // A day on which the server is away is no day with a letter.
        world.portal.clock.advance(DAY);
    }
    let times = async |at: usize| came_back(portal, &tags[at]).await.unwrap();
    assert_eq!(times(0).await, Returned::Counted { times: 1, ended: false });
    assert_eq!(times(1).await, Returned::Counted { times: 2, ended: false });
    assert_eq!(times(3).await, Returned::Counted { times: 1, ended: false }, "the third was read");
    assert_eq!(times(2).await, Returned::Already, "a report that comes late counts less, never more");
    assert_eq!(times(4).await, Returned::Counted { times: 2, ended: false });
});

on_both!(a_letter_that_was_not_sent_has_no_day, world => {
    let sari = world.resident("Sari").await;
    follows(&world, &sari, "unit:disdukcapil", AT_ONCE).await;
    let first = tag(&world, "a").await;
    world.portal.clock.advance(DAY);
    case(&world, "b", "anonim", "pengaduan", "disdukcapil").await;
    let failed = sent_by(&world, Delivery::Failed("the mail server cannot be reached".into())).await;
    assert_ne!(failed[0].tag, first, "a day later");
    world.portal.clock.advance(DAY);
    assert_eq!(sent(&world).await[0].tag, failed[0].tag, "the second day with a letter is this");
});

on_both!(a_tag_is_believed_only_where_we_made_it, world => {
    let (sari, budi) = (world.resident("Sari").await, world.resident("Budi").await);
    follows(&world, &sari, "unit:disdukcapil", AT_ONCE).await;
    let good = tag(&world, "a").await;
    follows(&world, &budi, "unit:disdukcapil", AT_ONCE).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let other = following::of_account(&mut conn, budi.account).await.unwrap().unwrap().id.0.simple().to_string();
    let own = following::of_account(&mut conn, sari.account).await.unwrap().unwrap().id;
    drop(conn);
    let link = following::link_of(&world.portal, own);
    for (forged, why) in [
        (format!("{other}{}", &good[32..]), "of another follower"),
        (format!("{}0002{}", &good[..32], &good[36..]), "of another day"),
        (format!("{}{}", &good[..36], "0".repeat(14)), "without its proof"),
        (format!("{}{}", &good[..49], if good.ends_with('0') { '1' } else { '0' }), "one digit off"),
        (link[..50].to_owned(), "what stands in the links of letters"),
        (good[..49].to_owned(), "cut off"),
        (format!("{good}0"), "too long"),
        (String::new(), "nothing"),
        ("é".repeat(25), "no digits"),
    ] {
        assert_eq!(came_back(&world.portal, &forged).await.unwrap(), Returned::NotOurs, "{why}");
    }
    let mut conn = world.portal.db.read().await.unwrap();
    let counted: i64 = on!(&mut conn, c => sqlx::query_scalar("select count(*) from follower where returned > 0").fetch_one(c).await.unwrap());
    assert_eq!(counted, 0, "nothing is counted");
    drop(conn);
    following::erase(&world.portal, own).await.unwrap();
    assert_eq!(came_back(&world.portal, &good).await.unwrap(), Returned::Nobody, "who was forgotten is nobody");
});
