//! A post: its duties with their basis, what it needs of a person, how many are needed; or a new post. A change of
//! duties needs a second person.

use std::collections::BTreeMap;

use vocabulary::directory::{COMPETENCY_MOST, ChangeAction, Competency, PositionType, SubjectKind};
use vocabulary::{Fault, Problems, text};

use super::{Fields, LIST, NAME, PARAGRAPH, address, chosen, lines, number, pair, why};
use crate::db::{Linked, Tx};
use crate::directory::changes::{After, NewChange};
use crate::directory::gate::Gate;
use crate::directory::governments::Government;
use crate::directory::history::{self, DutyContent, PositionContent};
use crate::directory::{positions, units};
use crate::error::{Error, Refusal, Result};
use crate::ids::{PositionId, UnitId};
use crate::on;
use crate::portal::Portal;

/// The fields of its form, in order; the nine competencies follow as `kompetensi_…`.
pub const FIELDS: &[&str] =
    &["judul", "jenis", "kelas", "unit", "atasan", "ringkasan", "tugas", "hasil", "wewenang", "hubungan", "syarat", "kompetensi_teknis", "kebutuhan", "urutan"];

/// The field of one competency.
pub fn competency_field(competency: Competency) -> &'static str {
    match competency {
        Competency::Integrity => "kompetensi_integritas",
        Competency::Cooperation => "kompetensi_kerja_sama",
        Competency::Communication => "kompetensi_komunikasi",
        Competency::ResultOrientation => "kompetensi_orientasi_hasil",
        Competency::PublicService => "kompetensi_pelayanan_publik",
        Competency::DevelopingOthers => "kompetensi_pengembangan_diri",
        Competency::ManagingChange => "kompetensi_mengelola_perubahan",
        Competency::DecisionMaking => "kompetensi_pengambilan_keputusan",
        Competency::NationalUnity => "kompetensi_perekat_bangsa",
    }
}

/// Required competencies as they are kept: a key or a technical name to its level. Nothing kept is nothing required.
pub fn competencies(text: &str) -> BTreeMap<String, i64> {
    serde_json::from_str(text).unwrap_or_default()
}

/// The form as it is before anything is typed.
///
/// # Errors
/// The database's.
pub async fn fields(linked: &mut impl Linked, content: &PositionContent) -> Result<Fields> {
    let unit: Option<String> = on!(linked, conn => sqlx::query_scalar("select slug from unit where id = $1").bind(content.unit).fetch_optional(conn).await?);
    let superior: Option<String> = match content.reports_to {
        Some(superior) => on!(linked, conn => sqlx::query_scalar("select slug from position where id = $1").bind(superior).fetch_optional(conn).await?),
        None => None,
    };
    let c = content;
    let duties = c.duties.iter().map(|d| d.basis.as_ref().map_or_else(|| d.text.clone(), |basis| format!("{} | {basis}", d.text))).collect::<Vec<_>>().join("\n");
    let mut fields: Fields = [
        ("judul", c.title.clone()),
        ("jenis", c.kind.to_string()),
        ("kelas", c.job_class.map(|n| n.to_string()).unwrap_or_default()),
        ("unit", unit.unwrap_or_default()),
        ("atasan", superior.unwrap_or_default()),
        ("ringkasan", c.summary.clone()),
        ("tugas", duties),
        ("hasil", c.outputs.clone()),
        ("wewenang", c.authority.clone()),
        ("hubungan", c.relations.clone()),
        ("syarat", c.qualification.clone()),
        ("kebutuhan", c.headcount_required.to_string()),
        ("urutan", c.rank.to_string()),
    ]
    .into_iter()
    .collect();
    let mut technical = Vec::new();
    for (name, level) in competencies(&c.competencies) {
        match Competency::parse(&name) {
            Some(competency) => fields.set(competency_field(competency), level.to_string()),
            None => technical.push(format!("{name} | {level}")),
        }
    }
    fields.set("kompetensi_teknis", technical.join("\n"));
    Ok(fields)
}

/// The change that a form asks for: of the post of this address, or a new one.
///
/// # Errors
/// Every problem of the form at once; [`Error::NotFound`] without such a post.
pub async fn change(portal: &Portal, linked: &mut impl Linked, government: &Government, slug: Option<&str>, fields: &Fields) -> Result<Vec<NewChange>> {
    let mut problems = Problems::default();
    let reasons = why(fields, &mut problems);
    let subject: Option<PositionId> = match slug {
        Some(slug) => Some(positions::show(linked, Gate::inside(), &government.slug, slug).await?.id),
        None => None,
    };
    let new_slug = match slug {
        Some(slug) => Some(slug.to_owned()),
        None => problems.take("alamat_halaman", address(fields.get("alamat_halaman"))),
    };
    if let (None, Some(new_slug)) = (slug, &new_slug) {
        let taken: i64 = on!(linked, conn => sqlx::query_scalar("select count(*) from position where government = $1 and slug = $2").bind(&government.slug).bind(new_slug).fetch_one(conn).await?);
        if taken > 0 {
            problems.add("alamat_halaman", Fault::AddressTaken);
        }
    }
    let content = content(linked, government, fields, &mut problems).await?;
    if let (Some(subject), Some(superior), Some(reasons)) = (subject, content.as_ref().and_then(|c| c.reports_to), &reasons)
        && reports_up_to(linked, superior, subject, &reasons.from).await?
    {
        problems.add("atasan", Fault::Cycle);
    }
    let (Some(reasons), Some(content), Some(slug_now)) = (reasons, content, new_slug) else { return Err(problems.into()) };
    let before = match subject {
        Some(post) => history::on_day::<PositionContent>(linked, post.0, &reasons.from).await?.map(|v| v.content),
        None => None,
    };
    if subject.is_some() && before.is_none() {
        problems.add("mulai", Fault::BeforeItExisted);
    }
    if before.as_ref() == Some(&content) {
        problems.add("judul", Fault::NothingChanged);
    }
    // A post cannot be in a unit that is not there yet.
    if history::on_day::<history::UnitContent>(linked, content.unit.0, &reasons.from).await?.is_none() {
        problems.add("unit", Fault::BeforeItExisted);
    }
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let four_eyes = before.as_ref().map_or(!content.duties.is_empty(), |b| b.duties != content.duties);
    // Taking a post out of a unit is up to who administers that unit.
    let judged_by = before.as_ref().map_or(content.unit, |b| b.unit);
    Ok(vec![NewChange {
        kind: SubjectKind::Position,
        action: if subject.is_some() { ChangeAction::Alter } else { ChangeAction::Add },
        subject: subject.map_or_else(|| portal.new_id(), |p| p.0),
        slug: slug_now,
        title: content.title.clone(),
        unit: judged_by,
        valid_from: reasons.from,
        before: before.as_ref().map(|c| serde_json::json!(c)),
        after: After::Position(content),
        reason: reasons.reason,
        decree: reasons.decree,
        four_eyes,
    }])
}

async fn content(linked: &mut impl Linked, government: &Government, fields: &Fields, problems: &mut Problems) -> Result<Option<PositionContent>> {
    let title = problems.take("judul", text::line(fields.get("judul"), 3, NAME));
    let kind = problems.take("jenis", chosen(fields.get("jenis"), PositionType::parse));
    // Seventeen job classes (PermenPANRB 39/2013).
    let job_class = problems.take("kelas", number(fields.get("kelas"), 17).and_then(|n| if n == Some(0) { Err(Fault::NotANumber) } else { Ok(n) }));
    let unit = match units::named(linked, &government.slug, fields.get("unit").trim()).await {
        Ok((unit, _)) => Some(unit),
        Err(Error::NotFound) => {
            problems.add("unit", if fields.get("unit").trim().is_empty() { Fault::Missing } else { Fault::UnknownChoice });
            None
        }
        Err(other) => return Err(other),
    };
    let superior = fields.get("atasan").trim();
    let reports_to: Option<PositionId> = if superior.is_empty() {
        None
    } else {
        let found: Option<PositionId> = on!(linked, conn => sqlx::query_scalar("select id from position where government = $1 and slug = $2").bind(&government.slug).bind(superior).fetch_optional(conn).await?);
        if found.is_none() {
            problems.add("atasan", Fault::UnknownChoice);
        }
        found
    };
    let summary = problems.take("ringkasan", text::paragraphs(fields.get("ringkasan"), 0, PARAGRAPH));
    let duties = problems.take("tugas", lines(fields.get("tugas"), LIST)).map(|text| {
        text.lines()
            .map(|line| {
                let (text, basis) = pair(line);
                DutyContent { text: text.to_owned(), basis: basis.map(str::to_owned) }
            })
            .filter(|d| !d.text.is_empty())
            .collect()
    });
    let outputs = problems.take("hasil", lines(fields.get("hasil"), LIST));
    let authority = problems.take("wewenang", lines(fields.get("wewenang"), LIST));
    let relations = problems.take("hubungan", lines(fields.get("hubungan"), LIST));
    let qualification = problems.take("syarat", lines(fields.get("syarat"), LIST));
    let competencies = read_competencies(fields, problems);
    let headcount = problems.take("kebutuhan", number(fields.get("kebutuhan"), 100_000).and_then(|n| n.ok_or(Fault::Missing)));
    let rank = problems.take("urutan", number(fields.get("urutan"), 10_000)).map(|n| n.unwrap_or(0));
    let all = (|| {
        Some(PositionContent {
            title: title?,
            kind: kind?,
            job_class: job_class?,
            unit: unit?,
            reports_to,
            summary: summary?,
            duties: duties?,
            outputs: outputs?,
            authority: authority?,
            relations: relations?,
            qualification: qualification?,
            competencies: competencies?,
            headcount_required: headcount?,
            rank: rank?,
        })
    })();
    Ok(all)
}

fn read_competencies(fields: &Fields, problems: &mut Problems) -> Option<String> {
    let mut required: BTreeMap<String, i64> = BTreeMap::new();
    for competency in Competency::ALL {
        let field = competency_field(*competency);
        if let Some(Some(level)) = problems.take(field, number(fields.get(field), COMPETENCY_MOST))
            && level > 0
        {
            required.insert(competency.to_string(), level);
        }
    }
    let technical = problems.take("kompetensi_teknis", lines(fields.get("kompetensi_teknis"), LIST))?;
    for line in technical.lines() {
        let (name, level) = pair(line);
        match level.map_or(Some(1), |l| l.parse().ok()).filter(|l| (1..=COMPETENCY_MOST).contains(l)) {
            Some(level) if !name.is_empty() => {
                required.insert(name.to_owned(), level);
            }
            _ => problems.add("kompetensi_teknis", Fault::NotANumber),
        }
    }
    if required.is_empty() { Some(String::new()) } else { serde_json::to_string(&required).ok() }
}

/// Whether on a day a post reports, through however many others, to another, or is it.
async fn reports_up_to(linked: &mut impl Linked, post: PositionId, above: PositionId, day: &str) -> Result<bool> {
    let mut way = vec![post];
    while let Some(post) = way.last().copied() {
        if post == above {
            return Ok(true);
        }
        match history::on_day::<PositionContent>(linked, post.0, day).await?.and_then(|v| v.content.reports_to).filter(|p| !way.contains(p)) {
            Some(superior) => way.push(superior),
            None => break,
        }
    }
    Ok(false)
}

/// Writes the row of a new post; its version follows.
pub(in crate::directory) async fn insert(tx: &mut Tx, government: &str, change: &NewChange, c: &PositionContent) -> Result<()> {
    let unit: UnitId = c.unit;
    let inserted = on!(tx, conn => sqlx::query(
        "insert into position (id, unit_id, government, slug, title, type, headcount_required, rank, valid_from) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (government, slug) do nothing")
        .bind(change.subject).bind(unit).bind(government).bind(&change.slug).bind(&c.title).bind(c.kind.as_str()).bind(c.headcount_required).bind(c.rank).bind(&change.valid_from)
        .execute(conn).await?.rows_affected());
    if inserted == 1 { Ok(()) } else { Err(Refusal::ChangedMeanwhile.into()) }
}
