//! A topic is started, answered officially, supported, flagged and moderated; the author is told.

use domain::accounts::Actor;
use domain::moderation::{self, Subject};
use domain::testing::World;
use domain::{Error, Refusal, forum, notifications, on_both};
use vocabulary::accounts::Role;
use vocabulary::forum::NewTopic;
use vocabulary::moderation::ReasonInput;

async fn topic(world: &World, author: &Actor) -> String {
    let input = NewTopic::parse("tanya", "Kapan loket akta buka sore?", "Saya bekerja sampai pukul empat.").unwrap();
    forum::start(&world.portal, author, "medan", "key", &input).await.unwrap()
}

on_both!(a_discussion, world => {
    let portal = &world.portal;
    let sari = world.resident("Sari").await;
    let hadi = world.staff("Hadi", Role::Handler, "disdukcapil", None).await;
    let code = topic(&world, &sari).await;
    assert_eq!(topic(&world, &sari).await, code, "a repeated send is one topic");
    forum::reply(portal, &hadi, "medan", &code, "r1", "Setiap Rabu sampai pukul 18.00.", true).await.unwrap();
    forum::reply(portal, &hadi, "medan", &code, "r1", "Setiap Rabu sampai pukul 18.00.", true).await.unwrap();
    assert!(matches!(forum::reply(portal, &sari, "medan", &code, "r2", "Resmi dari saya.", true).await, Err(Error::NotFound)), "only staff of a unit answer officially");
    forum::support(portal, &hadi, "medan", &code).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let (shown, replies) = forum::show(&mut conn, "medan", &code, Some(hadi.account)).await.unwrap();
    assert_eq!((shown.reply_count, shown.support_count, shown.supported), (1, 1, true));
    assert_eq!(replies[0].official_unit_name.as_deref(), Some("Dinas Kependudukan dan Pencatatan Sipil"));
    forum::support(portal, &hadi, "medan", &code).await.unwrap();
    assert_eq!(forum::show(&mut conn, "medan", &code, None).await.unwrap().0.support_count, 0, "taken back");
    assert_eq!(forum::list(&mut conn, "medan", None, None).await.unwrap().topics.len(), 1);
    assert!(matches!(forum::show(&mut conn, "binjai", &code, None).await, Err(Error::NotFound)));
});

on_both!(what_is_hidden_keeps_its_place_and_its_author_is_told, world => {
    let portal = &world.portal;
    let sari = world.resident("Sari").await;
    let budi = world.resident("Budi").await;
    let mona = world.staff("Mona", Role::Moderator, "", None).await;
    let code = topic(&world, &sari).await;
    forum::reply(portal, &budi, "medan", &code, "r1", "Hubungi saya di nomor rumah.", false).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let (_, replies) = forum::show(&mut conn, "medan", &code, None).await.unwrap();
    let subject = Subject::Reply(replies[0].id);
    let reason = ReasonInput::parse("personal_data", "Ada nomor telepon.", 0).unwrap();
    moderation::flag(portal, sari.account, "medan", subject, &reason).await.unwrap();
    moderation::flag(portal, sari.account, "medan", subject, &reason).await.unwrap();
    let waiting = moderation::waiting(&mut conn, &mona).await.unwrap();
    assert_eq!((waiting.len(), waiting[0].flags), (1, 1));
    assert!(matches!(moderation::hide(portal, &sari, "medan", subject, &reason).await, Err(Error::NotFound)), "readers do not moderate");
    moderation::hide(portal, &mona, "medan", subject, &reason).await.unwrap();
    assert!(matches!(moderation::hide(portal, &mona, "medan", subject, &reason).await, Err(Error::Refused(Refusal::AlreadyDone))));
    let (_, replies) = forum::show(&mut conn, "medan", &code, None).await.unwrap();
    assert_eq!((replies[0].text.as_str(), replies[0].hidden_reason.as_deref()), ("", Some("personal_data")));
    let told = notifications::notices(&mut conn, budi.account, None).await.unwrap().0;
    assert_eq!(told[0].kind, "hidden-personal_data");
    assert!(moderation::waiting(&mut conn, &mona).await.unwrap().is_empty());
    moderation::hide(portal, &mona, "medan", Subject::Topic(forum::show(&mut conn, "medan", &code, None).await.unwrap().0.id), &reason).await.unwrap();
    assert!(forum::list(&mut conn, "medan", None, None).await.unwrap().topics.is_empty());
    assert!(matches!(forum::reply(portal, &sari, "medan", &code, "r9", "Masih ada?", false).await, Err(Error::NotFound)));
});
