//! The demonstration fills an empty database of either kind, whole; importing its files again changes nothing.

use domain::clock::parse_moment;
use domain::directory::announcements;
use domain::directory::import::{self, Enrichment, FILES};
use domain::testing::World;
use domain::testing::differencing::{Known, Tried, subtract};
use domain::{Portal, demo, evaluation, feedback, forum, ledger};
use vocabulary::evaluation::CardStage;

async fn told(portal: &Portal) {
    portal.clock.advance(parse_moment("2026-11-21T09:30:00+07:00").unwrap() - portal.now());
    demo::fill(portal, &mut |_, _, _| {}).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    for government in ["medan", "binjai", "tebo", "bengkulu"] {
        let page = feedback::list(&mut conn, government, &feedback::Filter::default(), None).await.unwrap();
        assert!(page.cases.len() >= 9, "{government}: {}", page.cases.len());
        assert!(forum::list(&mut conn, government, None, None).await.unwrap().topics.len() >= 9);
        let told = announcements::list(&mut conn, government, "2026-11-21", None, None).await.unwrap().announcements;
        let open = announcements::open(&mut conn, government, "2026-11-21").await.unwrap();
        assert_eq!((told.len(), open.len()), if government == "medan" { (5, 2) } else { (3, 1) }, "{government}");
        assert!(open.iter().any(|a| a.stage_now.is_some()), "{government}: a selection is under way");
        let waiting: i64 = domain::on!(&mut conn, c => sqlx::query_scalar("select count(*) from correction where government = $1 and status = 'waiting'").bind(government).fetch_one(c).await.unwrap());
        assert_eq!(waiting, 1, "{government}: one correction waits for its answer");
    }
    let cards: Vec<CardStage> = {
        let assessors: Vec<domain::ids::AccountId> = sqlx_accounts(portal, "penilai@%").await;
        let mut stages = Vec::new();
        for id in assessors {
            let actor = domain::accounts::Actor::load(&mut conn, id).await.unwrap();
            stages.extend(evaluation::cards(&mut conn, &actor).await.unwrap().iter().map(|(c, _)| c.stage()));
        }
        stages
    };
    for stage in [CardStage::AwaitingReply, CardStage::Replied, CardStage::Decided] {
        assert!(cards.contains(&stage), "{stage}");
    }
    // Of what civil servants proposed, one waits, one is declined, one is late, one was done in time and one too late.
    let ideas: Vec<(Option<String>, Option<String>, Option<bool>)> = domain::on!(&mut conn, c => sqlx::query_as(
        "select a.outcome, s.kind, s.on_day > k.due_on as late from idea i left join idea_answer a on a.idea_id = i.id left join commitment k on k.idea_id = i.id \
         left join commitment_step s on s.commitment_id = k.id and s.kind <> 'kemajuan'").fetch_all(c).await.unwrap());
    for told in [
        (None, None, None),
        (Some("tidak_diterima"), None, None),
        (Some("diterima"), None, None),
        (Some("diterima"), Some("selesai"), Some(false)),
        (Some("diterima"), Some("selesai"), Some(true)),
    ] {
        let told = (told.0.map(str::to_owned), told.1.map(str::to_owned), told.2);
        assert!(ideas.contains(&told), "{told:?} of {ideas:?}");
    }
    // What an auditor of Medan finds: a held burst, one that was let go, what was improved, figures, a recognition.
    let team = domain::accounts::Actor::load(&mut conn, sqlx_accounts(portal, "kinerja@medan.example").await[0]).await.unwrap();
    let holds = evaluation::holds::list(&mut conn, &team).await.unwrap();
    assert!(holds.iter().any(|h| h.waiting >= 12 && h.cards >= 12 && h.reasons().contains(&vocabulary::evaluation::HoldReason::Burst)), "{holds:?}");
    assert!(holds.iter().any(|h| h.waiting == 0 && h.reasons().contains(&vocabulary::evaluation::HoldReason::SameText)), "{holds:?}");
    assert_eq!(evaluation::improvements::newest(&mut conn, "medan").await.unwrap().len(), 2);
    let periods = evaluation::figures::periods(&mut conn, "medan").await.unwrap();
    let figures = evaluation::figures::of_period(&mut conn, "medan", &periods[0], None).await.unwrap();
    let registry = figures.iter().find(|f| f.unit.as_ref().is_some_and(|(slug, _)| slug == "disdukcapil")).expect("the civil registry has raters enough");
    assert!(registry.told[&evaluation::figures::TOTAL].unwrap() >= 10 && evaluation::figures::solved(&registry.told).is_some(), "{registry:?}");
    let least = domain::rules::in_force(&mut conn, "evaluation.raters_least", "2026-11-21").await.unwrap().value;
    // Everything that is published of any government, each number subtracted from each other.
    let mut tried = Tried::default();
    for government in domain::directory::governments(&mut conn).await.unwrap() {
        let units: Vec<(String, domain::ids::UnitId)> =
            domain::on!(&mut conn, c => sqlx::query_as("select slug, id from unit where government = $1").bind(&government.slug).fetch_all(c).await.unwrap());
        for period in evaluation::figures::periods(&mut conn, &government.slug).await.unwrap() {
            let figures = evaluation::figures::of_period(&mut conn, &government.slug, &period, None).await.unwrap();
            let id = |slug: &str| units.iter().find(|(s, _)| s == slug).unwrap().1;
            let tables: Vec<_> = figures.into_iter().map(|f| (f.unit.map(|(slug, _)| id(&slug)), f.told)).collect();
            // The history is told to its end before the figures are frozen: these are the same raters.
            let raters = evaluation::figures::raters_of(portal, &mut conn, &government, &period).await.unwrap();
            tried += subtract(&tables, &raters, least, &Known::declared()).unwrap_or_else(|found| panic!("{} {period}: {found}", government.slug));
        }
    }
    assert!(tried.pairs > 50 && tried.told > 50, "{tried:?}");
    let given: Vec<(String, i64)> = domain::on!(&mut conn, c => sqlx::query_as(
        "select r.kind, (select count(*) from recognition_card k where k.recognition_id = r.id) from recognition r").fetch_all(c).await.unwrap());
    assert_eq!(given, [("apresiasi_tertulis".to_owned(), 1)]);
    let checked: i64 = domain::on!(&mut conn, c => sqlx::query_scalar("select count(*) from coaching_step where kind in ('tinjauan_1', 'tinjauan_2')").fetch_one(c).await.unwrap());
    assert!(checked >= 3, "check-ins of coachings: {checked}");
    let planned: i64 = domain::on!(&mut conn, c => sqlx::query_scalar("select count(*) from training t where t.planned_on > '2026-11-21' and not exists (select 1 from training_done d where d.training_id = t.id)").fetch_one(c).await.unwrap());
    assert!(planned > 0, "a training plan has something ahead");
    // Everything that was told is in the ledger, by date, with the head of each day.
    let trail = ledger::verify::verify(portal, &ledger::verify::Against::default(), &mut |_, _, _| {}).await.unwrap();
    assert!(trail.is_whole() && trail.size > 200 && trail.waiting == 0 && trail.heads > 20, "{trail:#?}");
    let dates: Vec<i64> = ledger::leaves(&mut conn, 0, 10_000).await.unwrap().into_iter().map(|(leaf, _)| leaf.at / domain::clock::HOUR).collect();
    // Of one case, what has only its hour may stand behind what came before it in that hour.
    assert!(dates.windows(2).all(|pair| pair[0] <= pair[1]), "{dates:?}");
    // Every state that rows have, and what the clock and the coordinator make of cases.
    let states: std::collections::BTreeSet<String> =
        domain::on!(&mut conn, c => sqlx::query_scalar::<_, String>("select distinct status from feedback_case").fetch_all(c).await.unwrap()).into_iter().collect();
    let all: std::collections::BTreeSet<String> =
        vocabulary::feedback::Status::ALL.iter().filter(|s| **s != vocabulary::feedback::Status::Draft).map(ToString::to_string).collect();
    assert_eq!(states, all);
    let found: Vec<(String, i64)> = domain::on!(&mut conn, c => sqlx::query_as(
        "select 'level 2' as what, count(*) from feedback_case where escalation_level = 2 union all select 'paused', count(*) from feedback_case where paused_since is not null \
         union all select 'was paused', count(*) from feedback_case where pauses <> '' union all select closed_reason, count(*) from feedback_case where closed_reason is not null group by closed_reason \
         union all select kind, count(*) from feedback_step where kind in ('returned', 'reopened', 'internal', 'asked_again') group by kind order by 1").fetch_all(c).await.unwrap());
    assert!(found.iter().all(|(_, count)| *count > 0) && found.len() == 10, "{found:?}");
    // What was counted step by step is what the cases say as a whole.
    let counted = counts(&mut conn).await;
    assert!(counted.iter().any(|(what, ..)| what == "days") && counted.len() > 20, "{counted:?}");
    feedback::recount(portal).await.unwrap();
    assert_eq!(counts(&mut conn).await, counted);
    drop(conn);
    let more = Enrichment { valid_from: "2025-01-06".into(), positions: demo::reference_file("positions.json").map(str::to_owned), ..Enrichment::default() };
    for name in FILES.iter().filter(|n| !matches!(**n, "opd.csv" | "services.json")) {
        let outcome = import::import_file(portal, name, demo::reference_file(name).unwrap(), &more, false).await.unwrap();
        assert_eq!(outcome.changed, 0, "{name} imported again");
    }
}

type Count = (String, domain::ids::ServiceId, i64, i64);

async fn counts(conn: &mut domain::db::Conn) -> Vec<Count> {
    domain::on!(conn, c => sqlx::query_as(
        "select 'days' as what, service_id, working_days, cases from feedback_answer_days union all select element, service_id, -1, cases from feedback_element_count order by 1, 2, 3")
        .fetch_all(c).await.unwrap())
}

async fn sqlx_accounts(portal: &Portal, like: &str) -> Vec<domain::ids::AccountId> {
    let mut conn = portal.db.read().await.unwrap();
    domain::on!(&mut conn, c => sqlx::query_scalar("select id from account where email like $1").bind(like).fetch_all(c).await.unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite() {
    let world = World::empty_sqlite().await;
    told(&world.0).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres() {
    let Some(world) = World::empty_postgres().await else { return };
    told(&world.0).await;
    world.put_away().await;
}
