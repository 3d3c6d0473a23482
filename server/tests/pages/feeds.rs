//! Feeds of what everybody may read: they say what their pages say, and nothing of what is hidden or not public.

use crate::support::visitor;
use domain::moderation::{Subject, hide};
use domain::testing::answers;
use domain::{feedback, forum, on_both};
use vocabulary::accounts::Role;
use vocabulary::feedback::{AcceptInput, AnswerInput};
use vocabulary::forum::NewTopic;
use vocabulary::moderation::ReasonInput;

on_both!(each_list_and_each_thing_has_its_feed, world => {
    let verifier = world.staff("Vera", Role::Verifier, "", None).await;
    let handler = world.staff("Hendra", Role::Handler, "disdukcapil", None).await;
    let mut references = Vec::new();
    for (key, protection) in [("a", "anonim"), ("b", "rahasia")] {
        let mut form = answers();
        form.key = key.repeat(32);
        form.protection = protection.into();
        let sent = feedback::send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
        let input = AcceptInput::parse(&format!("Loket tutup pagi {protection}"), "Loket tutup pukul sepuluh pagi.", protection, "pengaduan", "disdukcapil", "completion_time").unwrap();
        feedback::accept(&world.portal, &verifier, &sent.reference, &input).await.unwrap();
        references.push(sent.reference);
    }
    feedback::answer(&world.portal, &handler, &references[0], &AnswerInput::parse("upheld", "Loket kini dijaga bergantian.").unwrap()).await.unwrap();
    let asker = world.resident("Penanya").await;
    let topic = NewTopic::parse("layanan", "Jam buka loket akta", "Apakah loket akta buka pada hari Sabtu?").unwrap();
    let code = forum::start(&world.portal, &asker, "medan", &"t".repeat(32), &topic).await.unwrap();
    forum::reply(&world.portal, &asker, "medan", &code, &"r".repeat(32), "Balasan yang disembunyikan.", false).await.unwrap();
    forum::reply(&world.portal, &handler, "medan", &code, &"s".repeat(32), "Buka sampai pukul dua belas.", true).await.unwrap();
    let mut conn = world.portal.db.read().await.unwrap();
    let (_, replies) = forum::show(&mut conn, "medan", &code, None).await.unwrap();
    drop(conn);
    let moderator = world.staff("Mira", Role::Moderator, "", None).await;
    hide(&world.portal, &moderator, "medan", Subject::Reply(replies[0].id), &ReasonInput::parse("spam", "Catatan moderator", 0).unwrap()).await.unwrap();

    let client = visitor(&world);
    let (case, thread) = (format!("/medan/laporan/{}", references[0]), format!("/medan/forum/topik/{code}"));
    for (page, feed, says) in [
        ("/medan/laporan", "/medan/laporan.atom", "Loket tutup pagi anonim"),
        ("/medan/laporan?unit=disdukcapil", "/medan/laporan.atom?unit=disdukcapil", "Loket tutup pagi anonim"),
        ("/medan/laporan?layanan=akta-kelahiran", "/medan/laporan.atom?layanan=akta-kelahiran", "Loket tutup pagi anonim"),
        ("/medan/laporan?jenis=pengaduan", "/medan/laporan.atom?jenis=pengaduan", "Loket tutup pagi anonim"),
        (case.as_str(), &format!("{case}/kabar.atom"), "Dijawab"),
        ("/medan/forum", "/medan/forum.atom", "Jam buka loket akta"),
        ("/medan/forum/layanan", "/medan/forum.atom?kategori=layanan", "Jam buka loket akta"),
        (thread.as_str(), &format!("{thread}/kabar.atom"), "Buka sampai pukul dua belas."),
        ("/catatan", "/catatan.atom", "<title>"),
    ] {
        assert!(client.get(page).await.expect(200, page).html.contains(&format!("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Feed Atom\" href=\"{feed}\"")), "{page} names {feed}");
        let found = client.get(feed).await;
        assert!(found.expect(200, feed).html.starts_with("<?xml") && found.html.contains(says), "{feed}: {}", found.html);
        assert!(found.headers.get("content-type").unwrap().to_str().unwrap().starts_with("application/atom+xml"), "{feed}");
        for secret in ["rahasia", &references[1], "disembunyikan"] {
            assert!(!found.html.contains(secret), "{feed} tells {secret}");
        }
    }
    let praise = client.get("/medan/laporan.atom?jenis=apresiasi&unit=disdukcapil").await;
    assert!(!praise.expect(200, "narrowed twice").html.contains("Loket tutup") && praise.html.contains("jenis=apresiasi&amp;unit=disdukcapil"), "{}", praise.html);
    client.get(&format!("/medan/laporan/{}/kabar.atom", references[1])).await.expect(404, "a case among a few");
    for wrong in ["/medan/laporan.atom?unit=tidak-ada", "/medan/forum.atom?kategori=tidak-ada", "/medan/forum/topik/zzzzz/kabar.atom", "/tidak-ada/laporan.atom"] {
        client.get(wrong).await.expect(404, wrong);
    }
});
