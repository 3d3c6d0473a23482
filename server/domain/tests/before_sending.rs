//! Before and beside sending: similar cases, counting oneself to one, photos that are never sent, that come with an
//! answer, that are withheld, that were used before.

use bytes::Bytes;
use domain::accounts::Actor;
use domain::clock::DAY;
use domain::feedback::photo_alike::photos_alike;
use domain::feedback::similar::{SimilarCase, Wanted, similar};
use domain::feedback::{self, Follower, Said, Sent, Viewer};
use domain::testing::{World, answers};
use domain::{Error, Refusal, on, on_both};
use vocabulary::accounts::Role;
use vocabulary::feedback::{AcceptInput, AnswerInput, PhotoReason, PhotosInput, Target};
use vocabulary::{Fault, Problems};

async fn send(world: &World, key: &str, story: &str, area: &str, photos: &[String]) -> Sent {
    let mut form = answers();
    (form.key, form.story, form.area, form.photos) = (format!("{key:0>32}"), story.into(), area.into(), photos.to_vec());
    let input = form.parse("2026-11-02").unwrap();
    feedback::send(&world.portal, &world.medan, None, "id", input).await.unwrap()
}

async fn publish(world: &World, vera: &Actor, sent: &Sent, story: &str, protection: &str) {
    let input = AcceptInput::parse("Saluran di Bagan Deli tersumbat", story, protection, "pengaduan", "disdukcapil", "").unwrap();
    feedback::accept(&world.portal, vera, &sent.reference, &input).await.unwrap();
}

async fn near(world: &World, text: &str, area: &str) -> Vec<SimilarCase> {
    let mut conn = world.portal.db.read().await.unwrap();
    let about = Target::Unknown;
    similar(&mut conn, "medan", world.portal.now(), &Wanted { text, area: Some(area), about: Some(&about), except: None }).await.unwrap()
}

const FLOOD: &str = "Parit di gang kami tersumbat lumpur, air rob masuk ke rumah warga Bagan Deli.";
const AGAIN: &str = "rob msk rumah lagi, parit bagan deli penuh lumpur blm dikeruk";
const WARD: &str = "12.71.08.1006";

on_both!(an_open_public_case_is_offered_and_nothing_else, world => {
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let first = send(&world, "a", FLOOD, WARD, &[]).await;
    assert!(near(&world, AGAIN, WARD).await.is_empty(), "nothing that a verifier has not published");
    let secret = send(&world, "b", FLOOD, WARD, &[]).await;
    publish(&world, &vera, &secret, FLOOD, "rahasia").await;
    assert!(near(&world, AGAIN, WARD).await.is_empty(), "nothing confidential");
    publish(&world, &vera, &first, FLOOD, "anonim").await;
    let found = near(&world, AGAIN, WARD).await;
    assert_eq!(found.iter().map(|c| c.reference.as_str()).collect::<Vec<_>>(), [first.reference.as_str()]);
    assert!(near(&world, "Kapan loket akta buka pada hari Sabtu?", WARD).await.is_empty(), "another matter at the same place");
    assert!(near(&world, "", WARD).await.is_empty() && near(&world, "\" OR 1 ) & |", WARD).await.is_empty(), "nothing typed breaks it");

    let mut conn = world.portal.db.read().await.unwrap();
    let wanted = Wanted { text: AGAIN, area: Some(WARD), about: None, except: Some(first.case) };
    assert!(similar(&mut conn, "medan", world.portal.now(), &wanted).await.unwrap().is_empty(), "a case is not like itself");
    let wanted = Wanted { except: None, ..wanted };
    assert!(similar(&mut conn, "binjai", world.portal.now(), &wanted).await.unwrap().is_empty(), "of the same government only");
    assert_eq!(similar(&mut conn, "medan", world.portal.now() + 119 * DAY, &wanted).await.unwrap().len(), 1);
    assert!(similar(&mut conn, "medan", world.portal.now() + 121 * DAY, &wanted).await.unwrap().is_empty(), "too old to be the same");
    drop(conn);

    let hadi = world.staff("Hadi", Role::Handler, "disdukcapil", None).await;
    feedback::answer(&world.portal, &hadi, &first.reference, &AnswerInput::parse("upheld", "Parit sudah dikeruk hari ini.").unwrap()).await.unwrap();
    feedback::confirm(&world.portal, first.case, "").await.unwrap();
    assert!(near(&world, AGAIN, WARD).await.is_empty(), "what has ended is not joined");
});

on_both!(whoever_joins_is_counted_once, world => {
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let sent = send(&world, "a", FLOOD, WARD, &[]).await;
    let portal = &world.portal;
    let form = Follower::Form("0123456789abcdef0123456789abcdef");
    assert!(matches!(feedback::follow(portal, "medan", &sent.reference, &form).await, Err(Error::NotFound)), "what is not public is not there");
    publish(&world, &vera, &sent, FLOOD, "anonim").await;
    assert!(matches!(feedback::follow(portal, "binjai", &sent.reference, &form).await, Err(Error::NotFound)));
    let sari = world.resident("Sari").await;
    for (who, counted, why) in [
        (&form, true, "a form"),
        (&form, false, "the same form again"),
        (&Follower::Form("ffffffffffffffffffffffffffffffff"), true, "another form"),
        (&Follower::Account(sari.account), true, "an account"),
        (&Follower::Account(sari.account), false, "the same account again"),
    ] {
        assert_eq!(feedback::follow(portal, "medan", &sent.reference, who).await.unwrap(), counted, "{why}");
    }
    let mut conn = portal.db.read().await.unwrap();
    assert_eq!(feedback::show(&mut conn, "medan", &sent.reference).await.unwrap().follow_count, 3);
    let kept: Vec<(Vec<u8>, i64)> = on!(&mut conn, c => sqlx::query_as("select by_hash, at from feedback_follow").fetch_all(c).await.unwrap());
    assert!(kept.iter().all(|(hash, at)| hash.len() == 32 && at % 3_600_000 == 0), "hashes and hours, nothing else");
    assert!(!kept.iter().any(|(hash, _)| hash.windows(16).any(|w| w == sari.account.0.as_bytes())));
});

/// A picture with features, another for each seed.
fn picture(seed: f32, width: u32) -> Bytes {
    let height = width * 3 / 4;
    let grey = |x: u32, y: u32| {
        let (x, y) = (x as f32 / width as f32, y as f32 / height as f32);
        (128.0 + 60.0 * (9.0 * x + 5.0 * y + seed).sin() + 50.0 * (14.0 * y - 6.0 * x * x + 2.0 * seed).cos()).clamp(0.0, 255.0) as u8
    };
    let mut bytes = Vec::new();
    let image = image::DynamicImage::ImageRgb8(image::RgbImage::from_fn(width, height, |x, y| image::Rgb([grey(x, y); 3])));
    image.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
    bytes.into()
}

async fn kept(world: &World, seed: f32, width: u32) -> String {
    feedback::keep_photo(&world.portal, "foto.png", picture(seed, width)).await.unwrap().unwrap().file
}

on_both!(photos_that_are_never_sent_are_deleted, world => {
    let portal = &world.portal;
    let (sent, left) = (kept(&world, 0.0, 320).await, kept(&world, 1.7, 320).await);
    send(&world, "a", FLOOD, WARD, std::slice::from_ref(&sent)).await;
    portal.clock.advance(2 * DAY);
    let young = kept(&world, 3.1, 320).await;
    // The same picture for a second form, after the first was sent with it.
    assert_eq!(kept(&world, 0.0, 320).await, sent);
    assert_eq!(feedback::sweep_photos(portal).await.unwrap(), 0, "an open form may still be sent");
    portal.clock.advance(DAY + 3_600_000);
    assert_eq!(feedback::sweep_photos(portal).await.unwrap(), 1);
    assert!(matches!(portal.files.read(&left).await, Err(Error::NotFound)), "what nobody sent is gone");
    assert!(portal.files.read(&sent).await.is_ok() && portal.files.read(&young).await.is_ok());
    portal.clock.advance(3 * DAY);
    assert_eq!(feedback::sweep_photos(portal).await.unwrap(), 1, "the younger one; the one that a case has stays");
    assert!(portal.files.read(&sent).await.is_ok());
    // A form that lay open for too long is told so, by the field.
    let mut form = answers();
    form.photos = vec![left];
    let late = feedback::send(portal, &world.medan, None, "id", form.parse("2026-11-08").unwrap()).await;
    let mut missing = Problems::default();
    missing.add("foto", Fault::FileBroken);
    assert!(matches!(late, Err(Error::Invalid(p)) if p == missing));
});

on_both!(an_answer_has_photos_and_one_can_be_withheld, world => {
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let portal = &world.portal;
    let sent = send(&world, "a", FLOOD, WARD, &[kept(&world, 0.0, 320).await]).await;
    publish(&world, &vera, &sent, FLOOD, "anonim").await;
    let hadi = world.staff("Hadi", Role::Handler, "disdukcapil", None).await;
    let done = PhotosInput::parse(vec![kept(&world, 1.7, 320).await], "2026-11-01", "Gang 3", "2026-11-02").unwrap();
    let input = AnswerInput::parse("upheld", "Parit sudah dikeruk hari ini.").unwrap();
    let lost = PhotosInput { files: vec!["0".repeat(64)], ..done.clone() };
    assert!(matches!(feedback::answer_with_photos(portal, &hadi, &sent.reference, &input, &lost).await, Err(Error::Invalid(_))));
    feedback::answer_with_photos(portal, &hadi, &sent.reference, &input, &done).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let photos = feedback::photos_of(&mut conn, sent.case).await.unwrap();
    let steps = feedback::steps(&mut conn, sent.case).await.unwrap();
    assert_eq!(photos.iter().map(|p| (p.number, p.step_number.map(|s| steps[s as usize - 1].kind.as_str()))).collect::<Vec<_>>(), [(1, None), (2, Some("answered"))]);
    assert_eq!((photos[1].taken_on.as_deref(), photos[1].taken_at.as_str()), (Some("2026-11-01"), "Gang 3"));
    let seen = async |n| feedback::photo(portal, "medan", &sent.reference, n, Viewer::Public).await.is_ok();
    assert!(seen(1).await && seen(2).await);

    let reference = &sent.reference;
    assert!(matches!(feedback::withhold_photo(portal, &hadi, reference, 1, PhotoReason::Face).await, Err(Error::NotFound)), "a handler cannot");
    assert!(matches!(feedback::withhold_photo(portal, &vera, reference, 3, PhotoReason::Face).await, Err(Error::NotFound)), "there is no third");
    feedback::withhold_photo(portal, &vera, reference, 1, PhotoReason::Face).await.unwrap();
    assert!(matches!(feedback::withhold_photo(portal, &vera, reference, 1, PhotoReason::Face).await, Err(Error::Refused(Refusal::AlreadyDone))));
    assert!(!seen(1).await && seen(2).await, "one photo, not all");
    assert!(feedback::photo(portal, "medan", reference, 1, Viewer::Staff(&hadi)).await.is_ok());
    assert!(feedback::photo(portal, "medan", reference, 1, Viewer::Reporter(&sent.receipt)).await.is_ok());
    let last = feedback::steps(&mut conn, sent.case).await.unwrap().pop().unwrap();
    assert_eq!((last.kind.as_str(), last.note.as_str()), ("photo_withheld", ""), "a step that everyone sees, without the reason");
});

on_both!(photos_that_contest_an_answer_are_public_when_they_were_checked, world => {
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let portal = &world.portal;
    let sent = send(&world, "a", FLOOD, WARD, &[]).await;
    publish(&world, &vera, &sent, FLOOD, "anonim").await;
    let hadi = world.staff("Hadi", Role::Handler, "disdukcapil", None).await;
    feedback::answer(portal, &hadi, &sent.reference, &AnswerInput::parse("upheld", "Parit sudah dikeruk hari ini.").unwrap()).await.unwrap();
    let swept = ["0".repeat(64)];
    let lost = Said { note: "Masih tergenang.", photos: &swept };
    assert!(matches!(feedback::contest(portal, sent.case, lost).await, Err(Error::Invalid(p)) if p.of("foto").is_some()), "nothing is half done");
    let proofs = [kept(&world, 0.0, 320).await];
    feedback::contest(portal, sent.case, Said { note: "Masih tergenang.", photos: &proofs }).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let photos = feedback::photos_of(&mut conn, sent.case).await.unwrap();
    let steps = feedback::steps(&mut conn, sent.case).await.unwrap();
    let [photo] = photos.as_slice() else { panic!("one photo: {photos:?}") };
    assert_eq!((photo.by_reporter, photo.step_number.map(|s| steps[s as usize - 1].kind.as_str()), photo.withheld_reason.as_deref()), (true, Some("contested"), Some(feedback::UNCHECKED)));
    let seen = async |viewer| feedback::photo(portal, "medan", &sent.reference, 1, viewer).await.is_ok();
    assert!(!seen(Viewer::Public).await, "nobody has looked at it");
    assert!(seen(Viewer::Staff(&hadi)).await && seen(Viewer::Reporter(&sent.receipt)).await);
    feedback::release_photo(portal, &vera, &sent.reference, 1, "Tidak ada wajah.").await.unwrap();
    assert!(seen(Viewer::Public).await);
});

on_both!(a_photo_that_was_used_before_is_pointed_out_to_whom_may_see_both, world => {
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let portal = &world.portal;
    let first = send(&world, "a", FLOOD, WARD, &[kept(&world, 0.0, 640).await]).await;
    let second = send(&world, "b", "Loket tutup pukul sepuluh pagi tanpa pemberitahuan.", WARD, &[]).await;
    let other = send(&world, "c", "Antrean loket lama sekali sampai sore.", WARD, &[kept(&world, 1.7, 640).await]).await;
    publish(&world, &vera, &second, "Loket tutup.", "anonim").await;
    let hadi = world.staff("Hadi", Role::Handler, "disdukcapil", None).await;
    // The same picture, smaller and encoded anew.
    let done = PhotosInput { files: vec![kept(&world, 0.0, 400).await], ..PhotosInput::default() };
    feedback::answer_with_photos(portal, &hadi, &second.reference, &AnswerInput::parse("upheld", "Loket sudah buka lagi.").unwrap(), &done).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let alike = photos_alike(portal, &mut conn, &vera, second.case).await.unwrap();
    assert_eq!(alike.iter().map(|a| (a.number, a.reference.as_str(), a.other_number)).collect::<Vec<_>>(), [(1, first.reference.as_str(), 1)]);
    assert!(photos_alike(portal, &mut conn, &vera, other.case).await.unwrap().is_empty(), "another picture");
    assert!(photos_alike(portal, &mut conn, &hadi, second.case).await.unwrap().is_empty(), "a case that he may not see is not named to him");
});
