//! The circle that an auditor walks, by following the links of the pages: no address is made up on the way.

use std::collections::HashMap;

use crate::support::{Client, Page, check, signed_in, visitor};
use domain::evaluation::{self, EvaluationAct, PlanAct};
use domain::ids::{EvaluationId, PlanId};
use domain::testing::{World, answers};
use domain::{accounts, feedback, ledger, on, on_both};
use vocabulary::accounts::Role;
use vocabulary::evaluation::DecisionInput;
use vocabulary::evaluation::plan::{CoreValue, ResultInput};
use vocabulary::evaluation::rating::{Period, RatingsInput, Rhythm, RuleSet};
use vocabulary::feedback::{AcceptInput, AnswerInput};

/// Where a link of the page leads that begins so.
fn link(page: &Page, begins: &str) -> Option<String> {
    check::tags(&page.html).into_iter().filter(|t| t.name == "a").filter_map(|t| t.get("href").map(str::to_owned)).find(|href| href.starts_with(begins))
}

/// Follows such a link, which is there and leads somewhere.
async fn follow(client: &Client, page: &Page, begins: &str) -> (String, Page) {
    let href = link(page, begins).unwrap_or_else(|| panic!("a link to {begins}…: {}", check::text(&page.html)));
    let address = href.split('#').next().unwrap().to_owned();
    let next = client.get(&address).await;
    next.expect(200, &href);
    if let Some((_, id)) = href.split_once('#') {
        assert!(check::tags(&next.html).iter().any(|t| t.get("id") == Some(id)), "{href} leads to a place on the page");
    }
    (address, next)
}

async fn edits(world: &World, of_plan: bool, id: uuid::Uuid) -> i64 {
    let mut conn = world.portal.db.read().await.unwrap();
    match of_plan {
        true => on!(&mut conn, c => sqlx::query_scalar("select edits from performance_plan where id = $1").bind(id).fetch_one(c).await.unwrap()),
        false => on!(&mut conn, c => sqlx::query_scalar("select edits from evaluation where id = $1").bind(id).fetch_one(c).await.unwrap()),
    }
}

on_both!(an_auditor_follows_the_links_all_the_way_round, world => {
    let portal = &world.portal;
    world.add_post("setda", "sekda", "Sekretaris Daerah", "jpt_pratama", None).await;
    world.appoint("P190", "Sekar Nasution", "sekda", "definitive", "2026-01-05", None).await;
    let dewi = world.staff("Dewi Batubara", Role::PostHolder, "disdukcapil", Some("P102")).await;
    let rina = world.staff("Rina Tarigan", Role::Assessor, "disdukcapil", Some("P101")).await;
    let tia = world.staff("Tia", Role::PerformanceTeam, "", None).await;
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let hadi = world.staff("Hadi", Role::Handler, "disdukcapil", None).await;
    // Who works on cases and looks after the process has both ends in reach.
    let mut tx = portal.db.begin().await.unwrap();
    let whole = domain::directory::units::named(&mut tx, "medan", "pemerintah").await.unwrap().0;
    accounts::grant(portal, &mut tx, tia.account, "medan", whole, Role::Verifier).await.unwrap();
    tx.commit().await.unwrap();

    // In the quarter that is over: it can be evaluated today.
    let mut form = answers();
    form.date = "2026-09-15".into();
    let sent = feedback::send(portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
    let input = AcceptInput::parse("Loket akta tutup pagi", "Loket akta tutup lebih awal.", "anonim", "pengaduan", "disdukcapil", "completion_time").unwrap();
    feedback::accept(portal, &vera, &sent.reference, &input).await.unwrap();
    feedback::answer(portal, &hadi, &sent.reference, &AnswerInput::parse("upheld", "Sudah kami perbaiki kemarin.").unwrap()).await.unwrap();
    feedback::confirm(portal, sent.case, "").await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let card = evaluation::own(&mut conn, &dewi, None).await.unwrap().0[0].id;
    drop(conn);
    evaluation::reply(portal, &dewi, card, "Jadwal jaga sudah kami ubah.").await.unwrap();
    evaluation::decide(portal, &rina, card, &DecisionInput::parse("accept", "Terbukti dan dibahas.").unwrap()).await.unwrap();

    // A plan and the evaluation of that quarter, issued.
    evaluation::open_year(portal, &tia, "medan", 2026, Rhythm::Quarterly, RuleSet::PermenPanRb6Of2022).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let tenure = evaluation::tenures_without_plan(&mut conn, dewi.person.unwrap(), 2026).await.unwrap()[0].tenure_id;
    drop(conn);
    let plan: PlanId = evaluation::start_plan(portal, &dewi, tenure, 2026).await.unwrap();
    let result = ResultInput::parse(|name| match name {
        "kategori" => "utama",
        "hasil" => "Akta terbit sesuai janji",
        "waktu" => "Lama terbit",
        "waktu_target" => "1",
        "waktu_satuan" => "hari kerja",
        _ => "",
    }).unwrap();
    evaluation::act_on_plan(portal, &dewi, plan, 0, PlanAct::SaveResult(None, result)).await.unwrap();
    evaluation::act_on_plan(portal, &dewi, plan, edits(&world, true, plan.0).await, PlanAct::Propose).await.unwrap();
    evaluation::act_on_plan(portal, &rina, plan, edits(&world, true, plan.0).await, PlanAct::Agree).await.unwrap();
    let id: EvaluationId = evaluation::start_evaluation(portal, &dewi, plan, Period::Quarter(3)).await.unwrap();
    let act = async |actor, act| {
        let seen = edits(&world, false, id.0).await;
        evaluation::act_on_evaluation(portal, actor, id, seen, act).await.unwrap();
    };
    act(&dewi, EvaluationAct::Realise { key: "h1".into(), text: "Terbit hari itu juga.".into(), cards: vec![card] }).await;
    act(&dewi, EvaluationAct::Report).await;
    let given = RatingsInput::parse(|name| match name {
        "hasil_kerja" | "perilaku" => "sesuai_ekspektasi",
        "catatan" => "Target tercapai hampir sepanjang tahun.",
        value if CoreValue::parse(value).is_some() => "sesuai_ekspektasi",
        _ => "",
    }).unwrap();
    act(&rina, EvaluationAct::Issue { ratings: given, feedback: HashMap::new() }).await;
    ledger::sequence(portal).await.unwrap();

    // Tia begins at the desk of the case and comes back to it.
    let auditor = signed_in(&world, &world.actor(tia.account).await).await;
    let desk = format!("/petugas/laporan/{}", sent.reference);
    let case = auditor.get(&desk).await;
    case.expect(200, "the case at its desk");
    let begins = format!("/petugas/penilaian/{card}");
    for place in ["#tanggapan", "#keputusan-kartu"] {
        follow(&auditor, &case, &format!("{begins}{place}")).await;
    }
    let (card_address, on_card) = follow(&auditor, &case, &begins).await;
    assert!(on_card.says("Jadwal jaga sudah kami ubah.") && on_card.says("Terbukti dan dibahas."), "reply and decision");
    let (_, trail) = follow(&auditor, &on_card, "/catatan?sebelum=").await;
    assert!(trail.says("Laporan diterima") || trail.says("Kartu bukti"), "the ledger: {}", check::text(&trail.html));
    let (public, _) = follow(&auditor, &on_card, "/medan/laporan/").await;
    assert!(public.ends_with(&sent.reference));
    let (evaluation_address, document) = follow(&auditor, &on_card, "/petugas/penilaian/evaluasi/").await;
    assert!(evaluation_address.ends_with(&id.to_string()) && document.says("Jadwal jaga sudah kami ubah."), "the reply travelled with the card");
    follow(&auditor, &document, "/catatan?sebelum=").await;
    let (back, on_card) = follow(&auditor, &document, &begins).await;
    assert_eq!(back, card_address);
    assert_eq!(follow(&auditor, &on_card, "/petugas/laporan/").await.0, desk, "round");

    // Subject and assessor have the way between card and evaluation, and none to a desk that is not theirs.
    for actor in [&dewi, &rina] {
        let client = signed_in(&world, actor).await;
        let page = client.get(&card_address).await;
        assert!(link(&page, "/petugas/penilaian/evaluasi/").is_some(), "{}", actor.name);
        assert!(link(&page, "/petugas/laporan/").is_none_or(|href| href == "/petugas/laporan"), "{}", actor.name);
        client.get(&desk).await.expect(404, &actor.name);
    }
    // The desk of the case shows no way to who may not go it.
    for actor in [&vera, &hadi] {
        let client = signed_in(&world, actor).await;
        let page = client.get(&desk).await;
        page.expect(200, &actor.name);
        assert!(link(&page, &begins).is_none(), "{}", actor.name);
        client.get(&card_address).await.expect(404, &actor.name);
        client.get(&evaluation_address).await.expect(404, &actor.name);
    }
    for path in [&card_address, &evaluation_address] {
        visitor(&world).get(path).await.expect(303, "a stranger signs in first");
        signed_in(&world, &world.resident(&format!("Sari {}", path.len())).await).await.get(path).await.expect(404, "a resident");
    }
});

on_both!(a_post_that_nobody_assesses_says_so_and_what_to_do, world => {
    let portal = &world.portal;
    world.add_post("setda", "sekda", "Sekretaris Daerah", "jpt_pratama", None).await;
    world.appoint("P190", "Sekar Nasution", "sekda", "definitive", "2026-01-05", None).await;
    let tia = world.staff("Tia", Role::PerformanceTeam, "", None).await;
    let sekar = world.staff("Sekar Nasution", Role::PostHolder, "", Some("P190")).await;
    evaluation::open_year(portal, &tia, "medan", 2026, Rhythm::Quarterly, RuleSet::PermenPanRb6Of2022).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let tenure = evaluation::tenures_without_plan(&mut conn, sekar.person.unwrap(), 2026).await.unwrap()[0].tenure_id;
    drop(conn);
    let plan = evaluation::start_plan(portal, &sekar, tenure, 2026).await.unwrap();
    let client = signed_in(&world, &sekar).await;
    let address = format!("/petugas/penilaian/skp/{plan}");
    let page = client.get(&address).await;
    assert!(page.says("Belum ada yang dapat menilai jabatan ini di portal") && page.says("jabatan Wali Kota"), "{}", check::text(&page.html));
    world.add_post("pemerintah", "wali-kota", "Wali Kota", "jpt_pratama", None).await;
    world.appoint("P200", "Bonar Siahaan", "wali-kota", "definitive", "2026-01-05", None).await;
    let page = client.get(&address).await;
    assert!(page.says("Bonar Siahaan (Wali Kota)") && !page.says("Belum ada yang dapat menilai"));
});
