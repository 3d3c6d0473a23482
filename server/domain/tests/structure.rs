//! How a government is built: who stands under whom, who is in charge on a day, how many people posts have and need.

use domain::directory::structure::{JobMap, Node, Totals, job_map, subtree};
use domain::ids::UnitId;
use domain::testing::World;
use domain::{Error, on, on_both};
use vocabulary::directory::{PositionType, TenureKind};

const TODAY: &str = "2026-11-02";

async fn chart(world: &World, unit: &str, day: &str) -> Vec<Node> {
    let unit = world.unit(unit).await;
    let mut conn = world.portal.db.read().await.unwrap();
    subtree(&mut conn, &domain::directory::gate::Gate::standard(), "medan", unit, day).await.unwrap()
}

async fn map(world: &World, unit: &str, day: &str) -> JobMap {
    let unit = world.unit(unit).await;
    let mut conn = world.portal.db.read().await.unwrap();
    job_map(&mut conn, &domain::directory::gate::Gate::standard(), unit, day).await.unwrap()
}

/// Changes the tenure of one of the small world's people, named by the key of their import.
async fn change_tenure(world: &World, person: &str, kind: &str, ends_on: Option<&str>) {
    let mut tx = world.portal.db.begin().await.unwrap();
    let changed = on!(&mut tx, c => sqlx::query("update tenure set kind = $1, ends_on = $2 where person_id = (select id from person where import_key = $3)")
        .bind(kind).bind(ends_on).bind(person).execute(c).await.unwrap().rows_affected());
    assert_eq!(changed, 1);
    tx.commit().await.unwrap();
}

/// Adds a tenure of one of the small world's people.
async fn add_tenure(world: &World, person: &str, post: &str, kind: &str, starts_on: &str) {
    let position = world.position(post).await;
    let id = domain::ids::TenureId(world.portal.new_id());
    let mut tx = world.portal.db.begin().await.unwrap();
    let added = on!(&mut tx, c => sqlx::query("insert into tenure (id, position_id, person_id, kind, starts_on) select $1, $2, id, $3, $4 from person where import_key = $5")
        .bind(id).bind(position).bind(kind).bind(starts_on).bind(person).execute(c).await.unwrap().rows_affected());
    assert_eq!(added, 1);
    tx.commit().await.unwrap();
}

async fn put_under(world: &World, unit: &str, parent: &str) {
    let (unit, parent): (UnitId, UnitId) = (world.unit(unit).await, world.unit(parent).await);
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update unit set parent_id = $1 where id = $2").bind(parent).bind(unit).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
}

async fn reports_to(world: &World, post: &str, superior: &str) {
    let (post, superior) = (world.position(post).await, world.position(superior).await);
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update position set reports_to = $1 where id = $2").bind(superior).bind(post).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
}

fn told(nodes: &[Node]) -> Vec<(usize, &str, i64)> {
    nodes.iter().map(|n| (n.depth, n.slug.as_str(), n.below)).collect()
}

on_both!(the_whole_government_by_kind_and_name, world => {
    let nodes = chart(&world, "pemerintah", TODAY).await;
    assert_eq!(told(&nodes), [(0, "pemerintah", 5), (1, "setda", 0), (1, "inspektorat", 0), (1, "disdukcapil", 0), (1, "dishub", 0), (1, "kecamatan-medan-belawan", 2)]);
    let head = nodes[3].head.as_ref().unwrap();
    assert_eq!((head.title.as_str(), head.holder.as_deref(), head.held_as), ("Kepala Dinas Kependudukan dan Pencatatan Sipil", Some("Rina Tarigan"), Some(TenureKind::Definitive)));
    let vacant = nodes[2].head.as_ref().unwrap();
    assert_eq!((vacant.title.as_str(), vacant.holder.as_deref(), vacant.held_as), ("Inspektur", None, None));
    assert!(nodes[4].head.is_none(), "an agency without posts has no head");
    let wards = chart(&world, "kecamatan-medan-belawan", TODAY).await;
    assert_eq!(told(&wards), [(0, "kecamatan-medan-belawan", 2), (1, "kelurahan-bagan-deli", 0), (1, "kelurahan-belawan-i", 0)]);
});

on_both!(a_chart_of_another_day, world => {
    assert_eq!(told(&chart(&world, "pemerintah", "2025-12-31").await), [(0, "pemerintah", 0)], "the units were not there yet");
    change_tenure(&world, "P101", "definitive", Some("2026-09-30")).await;
    let in_charge = |nodes: &[Node]| nodes[3].head.as_ref().unwrap().held_as;
    assert_eq!(in_charge(&chart(&world, "pemerintah", "2026-09-30").await), Some(TenureKind::Definitive), "the last day counts");
    assert_eq!(in_charge(&chart(&world, "pemerintah", "2026-10-01").await), None);
});

on_both!(whoever_stands_in_is_in_charge, world => {
    add_tenure(&world, "P102", "kepala-disdukcapil", "daily", "2026-11-01").await;
    let nodes = chart(&world, "pemerintah", TODAY).await;
    let head = nodes[3].head.as_ref().unwrap();
    assert_eq!((head.holder.as_deref(), head.held_as), (Some("Dewi Batubara"), Some(TenureKind::Daily)));
    assert_eq!(nodes.len(), 6, "two holders do not make two boxes");
    let map = map(&world, "disdukcapil", TODAY).await;
    assert_eq!((map.posts[0].held, map.posts[0].stands_in), (1, Some(TenureKind::Daily)), "a Plh is counted at their own post");
});

on_both!(names_only_of_managerial_posts, world => {
    let id = world.position("kepala-disdukcapil").await;
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update position set type = 'fungsional' where id = $1").bind(id).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    let nodes = chart(&world, "pemerintah", TODAY).await;
    let head = nodes[3].head.as_ref().unwrap();
    assert_eq!((head.holder.as_deref(), head.held_as), (None, Some(TenureKind::Definitive)), "held, and nobody is named");
});

on_both!(the_job_map_counts_who_is_there_and_who_is_needed, world => {
    let map = map(&world, "disdukcapil", TODAY).await;
    let posts: Vec<_> = map.posts.iter().map(|p| (p.depth, p.slug.as_str(), p.held, p.required, p.difference())).collect();
    assert_eq!(posts, [(0, "kepala-disdukcapil", 1, 1, 0), (1, "kabid-capil-disdukcapil", 1, 1, 0), (2, "operator-disdukcapil", 0, 3, -3)]);
    assert_eq!(map.all, Totals { posts: 3, vacant: 1, held: 2, required: 5 });
    assert_eq!(map.all.difference(), -3);
    let one = |held, required| Totals { posts: 1, vacant: i64::from(held == 0), held, required };
    assert_eq!(map.by_type, [(PositionType::SeniorExecutive, one(1, 1)), (PositionType::Administrator, one(1, 1)), (PositionType::Staff, one(0, 3))]);
    assert_eq!(map.by_class, [(Some(14), one(1, 1)), (Some(11), one(1, 1)), (Some(5), one(0, 3))]);
});

on_both!(an_acting_holder_leaves_the_post_vacant, world => {
    change_tenure(&world, "P101", "acting", None).await;
    let map = map(&world, "disdukcapil", TODAY).await;
    assert!(map.posts[0].is_vacant());
    assert_eq!(map.posts[0].stands_in, Some(TenureKind::Acting));
    assert_eq!(map.all, Totals { posts: 3, vacant: 2, held: 1, required: 5 });
});

on_both!(a_person_is_counted_once_in_a_post, world => {
    add_tenure(&world, "P101", "kepala-disdukcapil", "definitive", "2026-02-01").await;
    assert_eq!(map(&world, "disdukcapil", TODAY).await.posts[0].held, 1);
    assert_eq!(map(&world, "disdukcapil", "2025-06-01").await.all.held, 0, "nobody held anything before the tenures began");
});

on_both!(circles_end, world => {
    put_under(&world, "kecamatan-medan-belawan", "kelurahan-bagan-deli").await;
    assert_eq!(told(&chart(&world, "kelurahan-bagan-deli", TODAY).await), [(0, "kelurahan-bagan-deli", 1), (1, "kecamatan-medan-belawan", 2)]);
    put_under(&world, "dishub", "dishub").await;
    assert_eq!(told(&chart(&world, "dishub", TODAY).await), [(0, "dishub", 0)], "not under itself");
    reports_to(&world, "kepala-disdukcapil", "operator-disdukcapil").await;
    let posts = map(&world, "disdukcapil", TODAY).await.posts;
    assert_eq!(posts.iter().map(|p| (p.depth, p.slug.as_str())).collect::<Vec<_>>(), [(0, "kepala-disdukcapil"), (1, "kabid-capil-disdukcapil"), (2, "operator-disdukcapil")]);
});

on_both!(a_superior_elsewhere_makes_a_root, world => {
    reports_to(&world, "kepala-disdukcapil", "inspektur-inspektorat").await;
    assert_eq!(map(&world, "disdukcapil", TODAY).await.posts[0].depth, 0);
});

on_both!(the_unit_of_another_government_is_not_found, world => {
    let unit = world.unit("disdukcapil").await;
    let mut conn = world.portal.db.read().await.unwrap();
    assert!(matches!(subtree(&mut conn, &domain::directory::gate::Gate::standard(), "binjai", unit, TODAY).await, Err(Error::NotFound)));
});
