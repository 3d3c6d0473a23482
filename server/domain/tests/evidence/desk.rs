//! The desk: in the order of days, a page at a time, nothing twice and nothing lost.

use domain::clock::DAY;
use domain::evaluation::{self, CardDesk};
use domain::on_both;
use vocabulary::accounts::Role;
use vocabulary::evaluation::DeskTab;

use super::{cast, close, own_cards, send};

on_both!(pages_of_the_desk_are_whole, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    for number in 0..24 {
        let sent = send(&world, number, None, |_| {}).await;
        close(&world, &cast, &sent, "pengaduan", "upheld").await;
        portal.clock.advance(DAY);
    }
    let desks = CardDesk::of(&cast.rina);
    let mut conn = portal.db.read().await.unwrap();
    let counted = evaluation::counts(&mut conn, &desks, portal.now()).await.unwrap();
    let mut seen = Vec::new();
    for tab in [DeskTab::Ready, DeskTab::Waiting] {
        let (mut after, mut last) = (None, String::new());
        let before = seen.len();
        loop {
            let listed = evaluation::page(&mut conn, &desks, tab, portal.now(), after).await.unwrap();
            for card in &listed.cards {
                let day = card.ready_on.clone().unwrap();
                assert!(day >= last, "in the order of days");
                last = day;
                seen.push(card.id);
            }
            after = listed.after.map(|a| evaluation::Cursor::parse(&a.to_string()).unwrap());
            if after.is_none() {
                break;
            }
        }
        let count = if tab == DeskTab::Ready { counted.ready } else { counted.waiting };
        assert_eq!((seen.len() - before) as i64, count, "{tab}");
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 24);
    drop(conn);
    assert_eq!(own_cards(&world, &cast.dewi).await.len(), 20, "a page of one's own");
    // The role opens the desk: without it the line alone shows nothing.
    let no_role = world.staff("Rina Dua", Role::PostHolder, "disdukcapil", Some("P101")).await;
    assert!(CardDesk::of(&no_role).is_empty());
});
