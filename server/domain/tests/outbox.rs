//! A report that waited on a phone: its words arrive first, its photos after it one by one, each as often as the network
//! makes the phone try, and from as many phones as have it.

use bytes::Bytes;
use domain::accounts::Actor;
use domain::feedback::{self, Come, Piece, Sent, Sight, Viewer};
use domain::testing::{World, answers};
use domain::{Error, Refusal, ledger, on, on_both};
use vocabulary::accounts::Role;
use vocabulary::feedback::{AcceptInput, AnswerInput, PhotoReason, PhotosInput};

const STORY: &str = "Parit di gang kami tersumbat lumpur, air rob masuk ke rumah warga Bagan Deli.";
const KEY: &str = "000000000000000000000000000000a1";

/// A photo unlike those of other numbers.
fn picture(number: u8) -> Bytes {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_fn(64, 48, |x, y| image::Rgb([number.wrapping_mul(40), (x * 3) as u8, ((x * y + u32::from(number)) % 251) as u8]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    Bytes::from(bytes.into_inner())
}

async fn words_arrive(world: &World) -> Sent {
    let mut form = answers();
    (form.key, form.story) = (KEY.into(), STORY.into());
    feedback::send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap()
}

async fn bring(world: &World, number: i64, picture_of: u8) -> domain::Result<Vec<i64>> {
    let photo = feedback::keep_photo(&world.portal, "foto.jpg", picture(picture_of)).await?.unwrap();
    feedback::bring_photo(&world.portal, "medan", KEY, number, &photo).await.map(|arrived| arrived.photos)
}

async fn count(world: &World, sql: &'static str) -> i64 {
    let mut conn = world.portal.db.read().await.unwrap();
    on!(&mut conn, c => sqlx::query_scalar(sql).fetch_one(c).await.unwrap())
}

async fn accept(world: &World, vera: &Actor, sent: &Sent) {
    let input = AcceptInput::parse("Parit Bagan Deli tersumbat", STORY, "anonim", "pengaduan", "disdukcapil", "").unwrap();
    feedback::accept(&world.portal, vera, &sent.reference, &input).await.unwrap();
}

on_both!(words_first_photos_after_and_nothing_twice, world => {
    assert!(feedback::arrived(&world.portal, "medan", KEY).await.unwrap().is_none(), "nothing has come");
    assert!(matches!(bring(&world, 1, 1).await, Err(Error::NotFound)), "a photo before its words waits on the phone");
    let sent = words_arrive(&world).await;
    let arrived = feedback::arrived(&world.portal, "medan", KEY).await.unwrap().unwrap();
    assert_eq!((arrived.reference.as_str(), arrived.photos.len()), (sent.reference.as_str(), 0));
    assert_eq!(arrived.receipt.digits(), sent.receipt.digits(), "the key leads to the same receipt");
    assert!(feedback::arrived(&world.portal, "binjai", KEY).await.unwrap().is_none(), "of this government alone");
    assert!(feedback::arrived(&world.portal, "medan", "000000000000000000000000000000a2").await.unwrap().is_none(), "another key is another report");

    // The second photo came and its answer was lost; the phone says it again, another phone too, then both the first.
    assert_eq!(bring(&world, 2, 2).await.unwrap(), [2]);
    assert_eq!(bring(&world, 2, 2).await.unwrap(), [2]);
    assert_eq!(bring(&world, 2, 9).await.unwrap(), [2], "its number is taken, whatever the other phone made of it");
    let (one, other) = tokio::join!(bring(&world, 1, 1), bring(&world, 1, 1));
    assert_eq!((one.unwrap(), other.unwrap()), (vec![1, 2], vec![1, 2]));
    assert_eq!(words_arrive(&world).await.reference, sent.reference, "the words once more are the same report");
    assert_eq!(count(&world, "select count(*) from feedback_case").await, 1);
    assert_eq!(count(&world, "select count(*) from feedback_photo").await, 2);
    assert_eq!(count(&world, "select photo_count from feedback_case").await, 2);
    assert_eq!(count(&world, "select count(*) from feedback_step where kind = 'photo_added'").await, 2, "each is a step, of which one can see that it came later");
    assert_eq!(count(&world, "select count(*) from feedback_photo_waiting").await, 1, "only what the other phone made waits to be swept");

    assert_eq!(bring(&world, 3, 3).await.unwrap(), [1, 2, 3]);
    for number in [0, 4, -1] {
        assert!(matches!(bring(&world, number, 4).await, Err(Error::Invalid(_))), "no photo {number}");
    }
    ledger::sequence(&world.portal).await.unwrap();
    let report = ledger::verify::verify(&world.portal, &ledger::verify::Against::default(), &mut |_, _, _| {}).await.unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
});

on_both!(what_a_verifier_has_not_seen_is_not_published, world => {
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let sent = words_arrive(&world).await;
    bring(&world, 1, 1).await.unwrap();
    accept(&world, &vera, &sent).await;
    bring(&world, 2, 2).await.unwrap();
    let public = |number| feedback::photo(&world.portal, "medan", &sent.reference, number, Viewer::Public);
    public(1).await.unwrap();
    assert!(matches!(public(2).await, Err(Error::NotFound)), "it came after the report was published");
    feedback::photo(&world.portal, "medan", &sent.reference, 2, Viewer::Staff(&vera)).await.unwrap();
    feedback::photo(&world.portal, "medan", &sent.reference, 2, Viewer::Reporter(&sent.receipt)).await.unwrap();
    feedback::release_photo(&world.portal, &vera, &sent.reference, 2, "Sudah dilihat").await.unwrap();
    public(2).await.unwrap();
});

on_both!(a_form_drawn_before_the_photo_came_does_not_accept_it_unseen, world => {
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let sent = words_arrive(&world).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let drawn = feedback::staff_case(&mut conn, &vera, &sent.reference).await.unwrap().0.version;
    drop(conn);
    bring(&world, 1, 1).await.unwrap();
    let input = AcceptInput::parse("Parit Bagan Deli tersumbat", STORY, "anonim", "pengaduan", "disdukcapil", "").unwrap();
    let accepted = feedback::act(&world.portal, &vera, &sent.reference, Some(drawn), feedback::Act::Accept(&input)).await;
    assert!(matches!(accepted, Err(Error::Refused(_))), "{accepted:?}");
});

on_both!(an_answers_photo_does_not_take_the_number_of_a_reporters, world => {
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let hadi = world.staff("Hadi", Role::Handler, "disdukcapil", None).await;
    let sent = words_arrive(&world).await;
    accept(&world, &vera, &sent).await;
    let of_the_unit = feedback::keep_photo(&world.portal, "foto.jpg", picture(7)).await.unwrap().unwrap();
    let photos = PhotosInput { files: vec![of_the_unit.file], ..PhotosInput::default() };
    feedback::answer_with_photos(&world.portal, &hadi, &sent.reference, &AnswerInput::parse("upheld", "Parit sudah dikeruk kemarin pagi.").unwrap(), &photos).await.unwrap();
    for _ in 0..2 {
        bring(&world, 1, 1).await.unwrap();
    }
    assert_eq!(count(&world, "select count(*) from feedback_photo where step_number is null").await, 1, "once, beside the unit's");
    assert_eq!(count(&world, "select count(*) from feedback_photo").await, 2);
    // What the phone brings after it has numbers that nobody took either.
    for number in [2, 3] {
        let arrived = bring(&world, number, u8::try_from(number).unwrap()).await.unwrap();
        assert!(arrived.contains(&number), "{arrived:?}");
    }
    assert_eq!(count(&world, "select count(*) from feedback_photo where step_number is null").await, 3, "all three");
});

on_both!(a_report_that_has_ended_takes_no_more, world => {
    let sent = words_arrive(&world).await;
    feedback::withdraw(&world.portal, sent.case, "").await.unwrap();
    assert!(matches!(bring(&world, 1, 1).await, Err(Error::Refused(Refusal::WrongStep))));
});

/// A piece that begins at `start`; the bytes that are there then, or none where the photo is whole.
async fn piece(world: &World, number: i64, whole: &[u8], start: usize, end: usize) -> domain::Result<Option<u64>> {
    let piece = Piece { number, start: start as u64, size: whole.len() as u64 };
    match feedback::take_piece(&world.portal, "medan", KEY, piece, &whole[start..end]).await? {
        Come::UpTo(there) => Ok(Some(there)),
        Come::Whole(bytes) => {
            assert_eq!(bytes, whole, "what came is what was sent");
            Ok(None)
        }
    }
}

on_both!(a_photo_goes_on_where_it_broke_off, world => {
    let whole = picture(1);
    let (third, two_thirds, end) = (whole.len() / 3, whole.len() * 2 / 3, whole.len());
    assert!(matches!(piece(&world, 1, &whole, 0, third).await, Err(Error::NotFound)), "a piece before the words waits on the phone");
    words_arrive(&world).await;
    assert_eq!(piece(&world, 1, &whole, 0, third).await.unwrap(), Some(third as u64));
    // Its answer was lost: it is said again, and another phone begins at the same time.
    let (one, other) = tokio::join!(piece(&world, 1, &whole, 0, third), piece(&world, 1, &whole, third, two_thirds));
    assert!([one.unwrap(), other.unwrap()].contains(&Some(two_thirds as u64)));
    assert_eq!(piece(&world, 1, &whole, 0, 0).await.unwrap(), Some(two_thirds as u64), "asked without bytes");
    assert_eq!(piece(&world, 1, &whole, third, end).await.unwrap(), Some(two_thirds as u64), "what does not go on there is not kept");
    assert_eq!(count(&world, "select count(*) from feedback_photo").await, 0, "not before it is whole");
    let plain: Vec<u8> = whole[..third].to_vec();
    let mut conn = world.portal.db.read().await.unwrap();
    let kept: Vec<Vec<u8>> = on!(&mut conn, c => sqlx::query_scalar("select bytes from feedback_photo_piece").fetch_all(c).await.unwrap());
    drop(conn);
    assert!(kept.len() == 2 && kept.iter().all(|bytes| !bytes.windows(16).any(|w| plain.windows(16).any(|p| p == w))), "sealed");

    assert_eq!(piece(&world, 1, &whole, two_thirds, end).await.unwrap(), None);
    assert_eq!(piece(&world, 1, &whole, two_thirds, end).await.unwrap(), None, "the answer to the last was lost too");
    // The second phone shrank it in its own way: another size, from the beginning.
    let other = picture(2);
    assert_eq!(piece(&world, 2, &whole, 0, third).await.unwrap(), Some(third as u64));
    assert_eq!(piece(&world, 2, &other, 0, 10).await.unwrap(), Some(10));
    assert_eq!(bring(&world, 1, 1).await.unwrap(), [1]);
    assert_eq!(count(&world, "select count(*) from feedback_photo_piece where number = 1").await, 0, "a photo of the report is in no pieces");
    feedback::forget_pieces(&world.portal, "medan", KEY, 2).await.unwrap();
    assert_eq!(count(&world, "select count(*) from feedback_photo_piece").await, 0);
});

on_both!(phones_that_bring_the_same_photo_at_once_make_one, world => {
    words_arrive(&world).await;
    for number in 1..=3 {
        let whole = picture(number);
        let phone = async || {
            // As a phone does it: where it broke off, then the photo, as often as it takes.
            let mut start = 0;
            while let Some(there) = piece(&world, number.into(), &whole, start, whole.len()).await.unwrap() {
                start = there as usize;
            }
            bring(&world, number.into(), number).await.unwrap()
        };
        let phones = tokio::join!(phone(), phone(), phone(), phone());
        for arrived in [phones.0, phones.1, phones.2, phones.3] {
            assert!(arrived.contains(&number.into()), "{arrived:?}");
        }
    }
    assert_eq!(count(&world, "select count(*) from feedback_photo").await, 3);
});

on_both!(pieces_that_cannot_be_are_refused_and_old_ones_go, world => {
    words_arrive(&world).await;
    let take = |number, start, size, length: usize| {
        let portal = world.portal.clone();
        async move { feedback::take_piece(&portal, "medan", KEY, Piece { number, start, size }, &vec![7; length]).await }
    };
    for (number, start, size, length) in [(0, 0, 10, 5), (4, 0, 10, 5), (1, 0, 0, 0), (1, 8, 10, 5), (1, u64::MAX, 10, 5), (1, 0, 8 * 1024 * 1024 + 1, 5)] {
        assert!(matches!(take(number, start, size, length).await, Err(Error::Invalid(_))), "{number} {start} {size} {length}");
    }
    assert_eq!(count(&world, "select count(*) from feedback_photo_piece").await, 0);
    assert!(matches!(take(1, 0, 10, 5).await, Ok(Come::UpTo(5))));
    feedback::sweep_photos(&world.portal).await.unwrap();
    assert_eq!(count(&world, "select count(*) from feedback_photo_piece").await, 1, "the phone may come back today");
    world.portal.clock.advance(4 * domain::clock::DAY);
    feedback::sweep_photos(&world.portal).await.unwrap();
    assert_eq!(count(&world, "select count(*) from feedback_photo_piece").await, 0);
    assert!(matches!(take(1, 5, 10, 5).await, Ok(Come::UpTo(0))), "the phone is told to begin anew");
});

on_both!(photos_that_follow_wait_for_a_look_wherever_their_case_is, world => {
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let hadi = world.staff("Hadi", Role::Handler, "disdukcapil", None).await;
    let unseen = async |actor: &Actor| {
        let mut conn = world.portal.db.read().await.unwrap();
        let sight = Sight::of(&mut conn, actor, "medan").await.unwrap();
        feedback::unseen_photos(&mut conn, &sight).await.unwrap().into_iter().map(|case| (case.reference, case.photos)).collect::<Vec<_>>()
    };
    let sent = words_arrive(&world).await;
    bring(&world, 1, 1).await.unwrap();
    assert!(unseen(&vera).await.is_empty(), "the verifier sees it with the report");
    accept(&world, &vera, &sent).await;
    bring(&world, 2, 2).await.unwrap();
    bring(&world, 3, 3).await.unwrap();
    assert_eq!(unseen(&vera).await, [(sent.reference.clone(), vec![2, 3])]);
    assert!(unseen(&hadi).await.is_empty(), "who cannot show them is not asked");
    feedback::release_photo(&world.portal, &vera, &sent.reference, 2, "Sudah dilihat").await.unwrap();
    feedback::withhold_photo(&world.portal, &vera, &sent.reference, 3, PhotoReason::Face).await.unwrap();
    assert!(unseen(&vera).await.is_empty());
    assert!(matches!(feedback::withhold_photo(&world.portal, &vera, &sent.reference, 3, PhotoReason::Face).await, Err(Error::Refused(Refusal::AlreadyDone))));
    assert!(matches!(feedback::photo(&world.portal, "medan", &sent.reference, 3, Viewer::Public).await, Err(Error::NotFound)));
});
