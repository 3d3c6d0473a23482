//! The only verifier is too near to a report: it must not lie on no desk without anybody knowing.

use domain::accounts::{Actor, end_role};
use domain::clock::DAY;
use domain::feedback::upkeep::keep;
use domain::notifications::notices;
use domain::on_both;
use domain::testing::World;
use vocabulary::accounts::Role;
use vocabulary::feedback::Queue;

use crate::sent;

async fn told(world: &World, actor: &Actor) -> usize {
    let mut conn = world.portal.db.read().await.unwrap();
    notices(&mut conn, actor.account, None).await.unwrap().0.iter().filter(|n| n.kind == "case-no-verifier" && n.detail.is_empty()).count()
}

on_both!(a_report_that_no_verifier_may_see_is_told_to_who_can_help, world => {
    let portal = &world.portal;
    let dewi = world.staff("Dewi", Role::Verifier, "", Some("P102")).await;
    let (administrator, inspector) = (world.staff("Adi", Role::Administrator, "", None).await, world.staff("Ina", Role::Inspector, "inspektorat", None).await);
    let near = world.staff("Dian", Role::Administrator, "", Some("P102")).await;
    let binjai = world.account_in("binjai", "Bina", Some((Role::Administrator, "pemerintah")), None).await;
    let about_her = sent(&world, 'a', |form| form.about = "jabatan:kabid-capil-disdukcapil".into()).await;
    let other = sent(&world, 'b', |form| form.about = "unit:disdukcapil".into()).await;
    assert_eq!(keep(portal).await.unwrap().unverified, 0, "its day has not passed");
    sent(&world, 'c', |form| form.about = "jabatan:kabid-capil-disdukcapil".into()).await;
    portal.clock.advance(8 * DAY);
    assert_eq!(keep(portal).await.unwrap().unverified, 2, "the other is hers to verify");
    assert_eq!(keep(portal).await.unwrap().unverified, 0, "once a day");
    for (actor, times) in [(&administrator, 1), (&inspector, 1), (&dewi, 0), (&near, 0), (&binjai, 0)] {
        assert_eq!(told(&world, actor).await, times, "{}", actor.name);
    }
    portal.clock.advance(DAY);
    assert_eq!((keep(portal).await.unwrap().unverified, told(&world, &administrator).await), (2, 2), "and again until somebody may");
    // Somebody may now; what waits is in their queue and is told no more.
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    portal.clock.advance(DAY);
    assert_eq!((keep(portal).await.unwrap().unverified, told(&world, &administrator).await), (0, 2));
    assert!(world.queued(&vera, Queue::Verify).await.iter().any(|c| c.reference == about_her.reference));
    // And she leaves.
    let mut tx = portal.db.begin().await.unwrap();
    let all = world.unit("pemerintah").await;
    end_role(portal, &mut tx, vera.account, "medan", all, Role::Verifier).await.unwrap();
    tx.commit().await.unwrap();
    portal.clock.advance(DAY);
    assert_eq!((keep(portal).await.unwrap().unverified, told(&world, &administrator).await), (2, 3));
    assert!(world.queued(&dewi, Queue::Verify).await.iter().all(|c| c.reference == other.reference));
});
