//! The told plans and evaluations of Medan: one year that is final, a quarter with an objection that waits for the
//! superior, one that waits for the assessor, and a plan that waits for agreement.

use std::collections::HashMap;

use vocabulary::accounts::Role;
use vocabulary::evaluation::plan::{CoreValue, ResultInput};
use vocabulary::evaluation::rating::{OrganisationPredicate, Period, RatingsInput, Rhythm, RuleSet};

use super::accounts::{Staff, extra};
use super::{TOLD_UNTIL, moment};
use crate::accounts::{Actor, grant};
use crate::clock::{DAY, Millis, day_text, local_day, parse_moment};
use crate::directory::units;
use crate::error::{Error, Result};
use crate::evaluation::{self, EvaluationAct, PlanAct, assessor_of};
use crate::ids::{EvaluationId, PersonId, PlanId, PositionId, TenureId};
use crate::on;
use crate::portal::Portal;

/// What a plan promises: text, indicator, target, unit.
type Results = &'static [[&'static str; 4]];

const SERVICE: Results = &[
    ["Warga dilayani di kantor kecamatan sesuai janji layanan", "Permohonan selesai sesuai janji", "95", "persen"],
    ["Pengaduan warga dijawab dan ditindaklanjuti", "Lama jawaban pertama", "5", "hari kerja"],
];
const WARD: Results = &[
    ["Surat keterangan kelurahan terbit pada hari yang sama", "Lama terbit", "1", "hari kerja"],
    ["Lingkungan kelurahan bersih dan aman", "Titik sampah liar yang dibersihkan", "12", "titik"],
];
const OFFICE: Results = &[["Administrasi kecamatan tertib", "Laporan bulanan tepat waktu", "12", "laporan"]];

pub async fn tell(portal: &Portal, staff: &Staff, shift: Millis, progress: &mut (dyn FnMut(&str, usize, usize) + Send)) -> Result<()> {
    progress("plans and evaluations", 0, 1);
    let end = moment(TOLD_UNTIL, shift)?;
    let ago = |days: i64| end - days * DAY;
    let year_of = |at: Millis| -> i64 { day_text(local_day(at, 7))[..4].parse().unwrap_or_default() };
    let (this, before) = (year_of(end), year_of(end) - 1);
    let on_day = |text: String| parse_moment(&format!("{text}T09:00:00+07:00")).ok_or_else(|| Error::Broken(format!("{text:?} is no day")));
    let team = staff.get("kinerja/medan")?;
    let camat = staff.get("person/P001")?;
    let (service, ward, office) = (civil_servant(portal, "P005").await?, staff.get("person/P004")?.clone(), civil_servant(portal, "P002").await?);
    superior(portal, camat).await?;

    // A year that is over and final.
    evaluation::open_year(&portal.at(on_day(format!("{before}-01-06"))?), team, "medan", before, Rhythm::Quarterly, RuleSet::PermenPanRb6Of2022).await?;
    evaluation::open_year(&portal.at(on_day(format!("{this}-01-06"))?), team, "medan", this, Rhythm::Quarterly, RuleSet::PermenPanRb6Of2022).await?;
    let plan = agreed(&portal.at(on_day(format!("{before}-01-20"))?), &service, camat, before, SERVICE).await?;
    let january = on_day(format!("{this}-01-08"))?;
    evaluation::rate_organisation(
        &portal.at(january),
        team,
        "medan",
        "kecamatan-medan-belawan",
        (before, Period::Year),
        OrganisationPredicate::Good,
        "Rencana aksi kecamatan berjalan sesuai target yang disepakati.",
    )
    .await?;
    let id = reported(&portal.at(january), &service, plan, Period::Year, "Tercapai; rekap layanan bulanan ada di bagian umum.").await?;
    let given = ratings("di_atas_ekspektasi", &[], "Loket tertib sepanjang tahun dan keluhan dijawab cepat.")?;
    issue(&portal.at(january + 5 * DAY), camat, id, given, "Pertahankan jadwal jaga bergantian.").await?;
    act(&portal.at(january + 6 * DAY), &service, id, EvaluationAct::Acknowledge).await?;
    evaluation::pass_deadlines(&portal.at(january + 40 * DAY)).await?;

    // The last quarter that was over a month ago: one is objected to, one waits for the assessor.
    let (mut year, mut quarter) = (year_of(ago(32)), 4);
    while Period::Quarter(quarter).days(year).1 > day_text(local_day(ago(32), 7)) {
        (year, quarter) = if quarter == 1 { (year - 1, 4) } else { (year, quarter - 1) };
    }
    let plans = portal.at(on_day(format!("{year}-01-20"))?);
    let plan = agreed(&plans, &ward, camat, year, WARD).await?;
    let id = reported(&portal.at(ago(25)), &ward, plan, Period::Quarter(quarter), "Surat terbit rata-rata dalam dua jam; tiga titik sampah dibersihkan.").await?;
    let given = ratings("sesuai_ekspektasi", &[CoreValue::ServiceOriented], "Hasil kerja tercapai; cara melayani perlu diperbaiki.")?;
    issue(&portal.at(ago(19)), camat, id, given, "Lanjutkan layanan satu hari.").await?;
    act(&portal.at(ago(17)), &ward, id, EvaluationAct::Acknowledge).await?;
    act(&portal.at(ago(12)), &ward, id, EvaluationAct::Object("Loket tutup karena mati listrik yang sudah saya laporkan hari itu juga; buktinya ada.".into())).await?;
    act(&portal.at(ago(9)), camat, id, EvaluationAct::Explain("Saya menerima laporan mati listrik, tetapi warga tidak diberi tahu sebelum datang.".into())).await?;
    let plan = agreed(&plans, &office, camat, year, OFFICE).await?;
    reported(&portal.at(ago(6)), &office, plan, Period::Quarter(quarter), "Tiga laporan bulanan dikirim tepat waktu.").await?;

    // And a plan that waits for agreement.
    proposed(&portal.at(ago(4)), &service, this, SERVICE).await?;
    Ok(())
}

/// The account of someone of the imported list, with the right to the desk as the holder of a post.
async fn civil_servant(portal: &Portal, key: &str) -> Result<Actor> {
    let mut conn = portal.db.read().await?;
    let (person, name): (PersonId, String) = on!(&mut conn, c => sqlx::query_as("select id, name from person where import_key = $1").bind(key).fetch_one(c).await?);
    drop(conn);
    let made = extra(portal, &format!("{}@medan.example", name.to_lowercase().replace(' ', ".")), &name, Some(person)).await?;
    with_role(portal, made, Role::PostHolder).await
}

/// Whoever stands above the head of the district gets an account, for the objection lies there.
async fn superior(portal: &Portal, camat: &Actor) -> Result<()> {
    let mut conn = portal.db.read().await?;
    let post: Option<PositionId> =
        on!(&mut conn, c => sqlx::query_scalar("select position_id from tenure where person_id = $1 order by starts_on desc limit 1").bind(camat.person).fetch_optional(c).await?);
    let Some(post) = post else { return Ok(()) };
    let above = assessor_of(&mut conn, post, camat.person, &day_text(local_day(portal.now(), 7)), |_| false).await?;
    drop(conn);
    if let Some(official) = above {
        let made = extra(portal, "atasan.penilai@medan.example", &official.name, Some(official.person)).await?;
        with_role(portal, made, Role::Assessor).await?;
    }
    Ok(())
}

async fn with_role(portal: &Portal, actor: Actor, role: Role) -> Result<Actor> {
    let mut tx = portal.db.begin().await?;
    let (unit, _) = units::named(&mut tx, "medan", "pemerintah").await?;
    grant(portal, &mut tx, actor.account, "medan", unit, role).await?;
    let actor = Actor::load(&mut tx, actor.account).await?;
    tx.commit().await?;
    Ok(actor)
}

fn result([text, indicator, target, unit]: &[&'static str; 4]) -> Result<ResultInput> {
    ResultInput::parse(|name| match name {
        "kategori" => "utama",
        "hasil" => text,
        "kualitas" => indicator,
        "kualitas_target" => target,
        "kualitas_satuan" => unit,
        _ => "",
    })
    .map_err(Error::Invalid)
}

/// Results and behaviour by these ratings; values that are below have their reason.
fn ratings(results: &'static str, below: &[CoreValue], notes: &'static str) -> Result<RatingsInput> {
    let reason = "Warga dua kali menunggu tanpa kabar.";
    RatingsInput::parse(|name| match name {
        "hasil_kerja" => results,
        "perilaku" => "sesuai_ekspektasi",
        "catatan" => notes,
        "rekomendasi" => "Ikut pelatihan pelayanan prima tahun ini.",
        _ if below.iter().any(|v| v.as_str() == name) => "di_bawah_ekspektasi",
        _ if below.iter().any(|v| v.reason_field() == name) => reason,
        _ if CoreValue::parse(name).is_some() => "sesuai_ekspektasi",
        _ => "",
    })
    .map_err(Error::Invalid)
}

async fn edits(portal: &Portal, plan: PlanId) -> Result<i64> {
    let mut conn = portal.db.read().await?;
    Ok(on!(&mut conn, c => sqlx::query_scalar("select edits from performance_plan where id = $1").bind(plan).fetch_one(c).await?))
}

async fn proposed(portal: &Portal, actor: &Actor, year: i64, results: Results) -> Result<PlanId> {
    let mut conn = portal.db.read().await?;
    let tenures = match actor.person {
        Some(person) => evaluation::tenures_without_plan(&mut conn, person, year).await?,
        None => Vec::new(),
    };
    drop(conn);
    let tenure: TenureId = tenures.first().ok_or_else(|| Error::Broken(format!("{} holds no post in {year}", actor.name)))?.tenure_id;
    let plan = evaluation::start_plan(portal, actor, tenure, year).await?;
    for told in results {
        evaluation::act_on_plan(portal, actor, plan, edits(portal, plan).await?, PlanAct::SaveResult(None, result(told)?)).await?;
    }
    evaluation::act_on_plan(portal, actor, plan, edits(portal, plan).await?, PlanAct::Propose).await?;
    Ok(plan)
}

async fn agreed(portal: &Portal, actor: &Actor, assessor: &Actor, year: i64, results: Results) -> Result<PlanId> {
    let plan = proposed(portal, actor, year, results).await?;
    let later = portal.at(portal.now() + 2 * DAY);
    evaluation::act_on_plan(&later, assessor, plan, edits(portal, plan).await?, PlanAct::Agree).await?;
    Ok(plan)
}

async fn act(portal: &Portal, actor: &Actor, id: EvaluationId, act: EvaluationAct) -> Result<()> {
    let mut conn = portal.db.read().await?;
    let edits: i64 = on!(&mut conn, c => sqlx::query_scalar("select edits from evaluation where id = $1").bind(id).fetch_one(c).await?);
    drop(conn);
    evaluation::act_on_evaluation(portal, actor, id, edits, act).await
}

async fn reported(portal: &Portal, actor: &Actor, plan: PlanId, period: Period, text: &str) -> Result<EvaluationId> {
    let id = evaluation::start_evaluation(portal, actor, plan, period).await?;
    let mut conn = portal.db.read().await?;
    let content: String = on!(&mut conn, c => sqlx::query_scalar("select content from evaluation_version where evaluation_id = $1").bind(id).fetch_one(c).await?);
    drop(conn);
    let content: evaluation::EvaluationContent = serde_json::from_str(&content).map_err(|e| Error::Broken(e.to_string()))?;
    for result in content.results {
        act(portal, actor, id, EvaluationAct::Realise { key: result.key, text: text.to_owned(), cards: Vec::new() }).await?;
    }
    act(portal, actor, id, EvaluationAct::Report).await?;
    Ok(id)
}

async fn issue(portal: &Portal, assessor: &Actor, id: EvaluationId, ratings: RatingsInput, feedback: &str) -> Result<()> {
    act(portal, assessor, id, EvaluationAct::Issue { ratings, feedback: HashMap::from([("h1".to_owned(), feedback.to_owned())]) }).await
}
