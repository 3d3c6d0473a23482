//! A plan and an evaluation that went the whole way, with a mark of its own in every field: for four people and nobody else.

use std::collections::HashMap;

use domain::accounts::Actor;
use domain::evaluation::{self, EvaluationAct, PlanAct};
use domain::ids::{EvaluationId, PlanId};
use domain::on;
use domain::testing::World;
use vocabulary::evaluation::LookForm;
use vocabulary::evaluation::plan::{CoreValue, ResultInput};
use vocabulary::evaluation::rating::{Period, RatingsInput, Rhythm, RuleSet};

use super::objects::{Marks, Who};
use Who::*;

const FOUR: &[Who] = &[Holder, Assessor, Superior, Team];

pub struct Evaluated {
    pub plan: PlanId,
    pub evaluation: EvaluationId,
}

/// Who takes part, in the order of their steps.
pub struct Line<'a> {
    pub team: &'a Actor,
    pub holder: &'a Actor,
    pub assessor: &'a Actor,
    pub superior: &'a Actor,
}

async fn plan_step(world: &World, actor: &Actor, plan: PlanId, act: PlanAct) {
    let edits = evaluation::plan(&world.portal, actor, plan, None, LookForm::Page).await.unwrap().plan.edits;
    evaluation::act_on_plan(&world.portal, actor, plan, edits, act).await.unwrap();
}

async fn step(world: &World, actor: &Actor, id: EvaluationId, act: EvaluationAct) {
    let mut conn = world.portal.db.read().await.unwrap();
    let edits: i64 = on!(&mut conn, c => sqlx::query_scalar("select edits from evaluation where id = $1").bind(id).fetch_one(c).await.unwrap());
    drop(conn);
    evaluation::act_on_evaluation(&world.portal, actor, id, edits, act).await.unwrap();
}

pub async fn make(world: &World, marks: &mut Marks, line: Line<'_>) -> Evaluated {
    let portal = &world.portal;
    let mut mark = |field: &str| marks.text(&format!("evaluation: {field}"), Some(FOUR));
    evaluation::open_year(portal, line.team, "medan", 2026, Rhythm::Quarterly, RuleSet::PermenPanRb6Of2022).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let tenure = evaluation::tenures_without_plan(&mut conn, line.holder.person.unwrap(), 2026).await.unwrap()[0].tenure_id;
    drop(conn);
    let plan = evaluation::start_plan(portal, line.holder, tenure, 2026).await.unwrap();
    let (result, indicator) = (mark("planned result"), mark("indicator"));
    let typed = |name: &str| match name {
        "kategori" => "utama",
        "hasil" => result.as_str(),
        "waktu" => indicator.as_str(),
        "waktu_target" => "1",
        "waktu_satuan" => "hari kerja",
        _ => "",
    };
    plan_step(world, line.holder, plan, PlanAct::SaveResult(None, ResultInput::parse(typed).unwrap())).await;
    plan_step(world, line.holder, plan, PlanAct::Propose).await;
    plan_step(world, line.assessor, plan, PlanAct::Agree).await;

    let id = evaluation::start_evaluation(portal, line.holder, plan, Period::Quarter(3)).await.unwrap();
    step(world, line.holder, id, EvaluationAct::Realise { key: "h1".into(), text: mark("what was reached"), cards: Vec::new() }).await;
    step(world, line.holder, id, EvaluationAct::Report).await;
    let (notes, why, feedback) = (mark("notes"), mark("why below expectation"), mark("feedback"));
    let ratings = RatingsInput::parse(|name| match name {
        "hasil_kerja" => "sesuai_ekspektasi",
        "perilaku" | "loyal" => "di_bawah_ekspektasi",
        "alasan_perilaku" | "alasan_loyal" => why.as_str(),
        "catatan" => notes.as_str(),
        value if CoreValue::parse(value).is_some() => "sesuai_ekspektasi",
        _ => "",
    });
    step(world, line.assessor, id, EvaluationAct::Issue { ratings: ratings.unwrap(), feedback: HashMap::from([("h1".to_owned(), feedback)]) }).await;
    step(world, line.holder, id, EvaluationAct::Acknowledge).await;
    step(world, line.holder, id, EvaluationAct::Object(mark("objection"))).await;
    step(world, line.assessor, id, EvaluationAct::Explain(mark("explanation"))).await;
    step(world, line.superior, id, EvaluationAct::Hear(mark("hearing"))).await;
    step(world, line.superior, id, EvaluationAct::Uphold(mark("decision"))).await;
    Evaluated { plan, evaluation: id }
}
