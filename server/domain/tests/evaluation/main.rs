//! Evaluation, on both databases: who assesses whom, plans, evaluations, objections.

mod circle;
mod line;
mod recognition;
mod story;

use domain::accounts::Actor;
use domain::clock::DAY;
use domain::evaluation::{self, EvaluationAct, EvaluationPage, PlanAct};
use domain::ids::{CardId, EvaluationId, PlanId};
use domain::testing::{World, answers};
use domain::{feedback, on};
use vocabulary::accounts::Role;
use vocabulary::evaluation::plan::{CoreValue, ResultInput};
use vocabulary::evaluation::rating::{Period, RatingsInput, Rhythm, RuleSet};
use vocabulary::evaluation::{DecisionInput, LookForm};
use vocabulary::feedback::{AcceptInput, AnswerInput};

/// The people of the civil registry up to the regional secretary, with their accounts.
pub struct Cast {
    /// Holds a desk post under Dewi.
    pub oki: Actor,
    /// Kepala Bidang, assesses Oki.
    pub dewi: Actor,
    /// Kepala Dinas, assesses Dewi.
    pub rina: Actor,
    /// Sekretaris Daerah, assesses Rina.
    pub sekar: Actor,
    /// Tim pengelola kinerja.
    pub tia: Actor,
}

pub async fn cast(world: &World) -> Cast {
    world.add_post("setda", "sekda", "Sekretaris Daerah", "jpt_pratama", None).await;
    world.appoint("P190", "Sekar Nasution", "sekda", "definitive", "2026-01-05", None).await;
    world.appoint("P191", "Oki Wijaya", "operator-disdukcapil", "definitive", "2026-01-05", None).await;
    Cast {
        oki: world.staff("Oki Wijaya", Role::PostHolder, "disdukcapil", Some("P191")).await,
        dewi: world.staff("Dewi Batubara", Role::Assessor, "disdukcapil", Some("P102")).await,
        rina: world.staff("Rina Tarigan", Role::Assessor, "disdukcapil", Some("P101")).await,
        sekar: world.staff("Sekar Nasution", Role::Assessor, "", Some("P190")).await,
        tia: world.staff("Tia", Role::PerformanceTeam, "", None).await,
    }
}

/// A card about the holder of the post of civil registration, accepted by the assessor after the holder replied.
pub async fn accepted_card(world: &World, cast: &Cast, key: char, kind: &str, story: &str) -> CardId {
    let portal = &world.portal;
    let mut form = answers();
    form.key = key.to_string().repeat(32);
    form.kind = kind.into();
    form.story = story.into();
    let sent = feedback::send(portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
    let verifier = world.staff(&format!("Vera {key}"), Role::Verifier, "", None).await;
    let handler = world.staff(&format!("Hadi {key}"), Role::Handler, "disdukcapil", None).await;
    let input = AcceptInput::parse("Pelayanan akta di loket", story, "anonim", kind, "disdukcapil", "completion_time").unwrap();
    feedback::accept(portal, &verifier, &sent.reference, &input).await.unwrap();
    feedback::answer(portal, &handler, &sent.reference, &AnswerInput::parse("upheld", "Benar, terima kasih atas laporannya.").unwrap()).await.unwrap();
    feedback::confirm(portal, sent.case, "Sudah baik.").await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let id: CardId = on!(&mut conn, c => sqlx::query_scalar("select k.id from evidence_card k join feedback_case f on f.id = k.case_id where f.reference = $1").bind(&sent.reference).fetch_one(c).await.unwrap());
    drop(conn);
    let mut png = Vec::new();
    image::DynamicImage::new_rgb8(9, 9).write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
    let photo = portal.files.keep(domain::files::prepare(&png).unwrap()).await.unwrap();
    evaluation::reply_with_files(portal, &cast.dewi, id, "Jadwal jaga sudah kami ubah sejak hari itu.", &[photo.file]).await.unwrap();
    evaluation::decide(portal, &cast.rina, id, &DecisionInput::parse("accept", "Jelas dan sudah ditindaklanjuti.").unwrap()).await.unwrap();
    id
}

/// A form that says this and nothing else.
pub fn form<'a>(fields: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> &'a str {
    move |name| fields.iter().find(|(n, _)| *n == name).map_or("", |(_, value)| *value)
}

pub fn result(text: &str) -> ResultInput {
    ResultInput::parse(form(&[("kategori", "utama"), ("hasil", text), ("waktu", "Lama terbit"), ("waktu_target", "1"), ("waktu_satuan", "hari kerja")])).unwrap()
}

/// Ratings; `below` names values that are below expectation, each with its reason.
pub fn ratings(results: &str, behaviour: &str, below: &[&str]) -> RatingsInput {
    let reason = "Dua kali menolak berkas tanpa penjelasan.";
    RatingsInput::parse(|name| match name {
        "hasil_kerja" => results,
        "perilaku" => behaviour,
        "alasan_perilaku" if behaviour == "di_bawah_ekspektasi" => reason,
        "catatan" => "Target waktu terbit tercapai hampir sepanjang tahun.",
        value if below.contains(&value) => "di_bawah_ekspektasi",
        value if CoreValue::parse(value).is_some() => "sesuai_ekspektasi",
        value if value.strip_prefix("alasan_").is_some_and(|v| below.contains(&v)) => reason,
        _ => "",
    })
    .unwrap()
}

pub async fn edits_of_plan(world: &World, actor: &Actor, id: PlanId) -> i64 {
    evaluation::plan(&world.portal, actor, id, None, LookForm::Page).await.unwrap().plan.edits
}

pub async fn page(world: &World, actor: &Actor, id: EvaluationId) -> EvaluationPage {
    evaluation::evaluation(&world.portal, actor, id, None, LookForm::Page).await.unwrap()
}

/// Does it as from a page opened just now.
pub async fn act(world: &World, actor: &Actor, id: EvaluationId, act: EvaluationAct) -> domain::Result<()> {
    let mut conn = world.portal.db.read().await.unwrap();
    let edits: i64 = on!(&mut conn, c => sqlx::query_scalar("select edits from evaluation where id = $1").bind(id).fetch_one(c).await.unwrap());
    drop(conn);
    evaluation::act_on_evaluation(&world.portal, actor, id, edits, act).await
}

/// Dewi's agreed plan for 2026, with two results.
pub async fn agreed_plan(world: &World, cast: &Cast) -> PlanId {
    let portal = &world.portal;
    evaluation::open_year(portal, &cast.tia, "medan", 2026, Rhythm::Quarterly, RuleSet::PermenPanRb6Of2022).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let tenure = evaluation::tenures_without_plan(&mut conn, cast.dewi.person.unwrap(), 2026).await.unwrap()[0].tenure_id;
    drop(conn);
    let plan = evaluation::start_plan(portal, &cast.dewi, tenure, 2026).await.unwrap();
    for (edits, text) in ["Akta terbit sesuai janji layanan", "Jadwal jaga loket dipatuhi"].iter().enumerate() {
        evaluation::act_on_plan(portal, &cast.dewi, plan, edits as i64, PlanAct::SaveResult(None, result(text))).await.unwrap();
    }
    let edits = edits_of_plan(world, &cast.dewi, plan).await;
    evaluation::act_on_plan(portal, &cast.dewi, plan, edits, PlanAct::Propose).await.unwrap();
    let edits = edits_of_plan(world, &cast.rina, plan).await;
    evaluation::act_on_plan(portal, &cast.rina, plan, edits, PlanAct::Agree).await.unwrap();
    plan
}

/// The year 2026 of that plan, reported, on 4 January 2027.
pub async fn reported_year(world: &World, cast: &Cast, plan: PlanId, cards: &[CardId]) -> EvaluationId {
    world.portal.clock.advance(63 * DAY);
    let id = evaluation::start_evaluation(&world.portal, &cast.dewi, plan, Period::Year).await.unwrap();
    for key in ["h1", "h2"] {
        act(world, &cast.dewi, id, EvaluationAct::Realise { key: key.into(), text: "Rata-rata terbit hari itu juga.".into(), cards: cards.to_vec() }).await.unwrap();
    }
    act(world, &cast.dewi, id, EvaluationAct::Report).await.unwrap();
    id
}
