//! A service's promise from a day on. It is never changed for days that have passed, and needs a second person.

use vocabulary::directory::{ChangeAction, SubjectKind};
use vocabulary::{Fault, Problems, text};

use super::{Fields, LIST, PARAGRAPH, lines, number, why};
use crate::db::Linked;
use crate::directory::changes::{After, NewChange};
use crate::directory::gate::Gate;
use crate::directory::governments::Government;
use crate::directory::standards::{StandardContent, content_on, versions};
use crate::directory::{services, units};
use crate::error::Result;

/// The fields of its form, in order: the six components that must be shown, then the eight others, then numbers.
pub const FIELDS: &[&str] = &[
    "persyaratan",
    "prosedur",
    "waktu",
    "hari_kerja",
    "biaya",
    "tarif_rupiah",
    "produk",
    "pengaduan",
    "dasar_hukum",
    "sarana",
    "kompetensi",
    "pengawasan",
    "petugas",
    "jaminan",
    "keselamatan",
    "evaluasi",
];

pub fn fields(c: &StandardContent) -> Fields {
    let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
    [
        ("persyaratan", c.requirements.clone()),
        ("prosedur", c.procedure.clone()),
        ("waktu", c.completion_time.clone()),
        ("hari_kerja", number(c.completion_working_days)),
        ("biaya", c.fee.clone()),
        ("tarif_rupiah", number(c.fee_rupiah)),
        ("produk", c.product.clone()),
        ("pengaduan", c.complaint_handling.clone()),
        ("dasar_hukum", c.legal_basis.clone()),
        ("sarana", c.facilities.clone()),
        ("kompetensi", c.officer_competence.clone()),
        ("pengawasan", c.internal_supervision.clone()),
        ("petugas", number(c.number_of_officers)),
        ("jaminan", c.service_guarantee.clone()),
        ("keselamatan", c.safety_guarantee.clone()),
        ("evaluasi", c.performance_evaluation.clone()),
    ]
    .into_iter()
    .collect()
}

/// The change that a form asks for. The first standard of a service may have begun before today: it takes nothing back
/// that was promised.
///
/// # Errors
/// Every problem of the form at once; [`crate::Error::NotFound`] without such a service.
pub async fn change(linked: &mut impl Linked, government: &Government, slug: &str, fields: &Fields, today: &str) -> Result<Vec<NewChange>> {
    let mut problems = Problems::default();
    let reasons = why(fields, &mut problems);
    let service = services::show(linked, Gate::inside(), &government.slug, slug).await?;
    if fields.get("sk").trim().is_empty() {
        problems.add("sk", Fault::Missing);
    }
    if reasons.as_ref().is_some_and(|r| r.from.as_str() < today) && !versions(linked, service.id).await?.is_empty() {
        problems.add("mulai", Fault::InThePast);
    }
    let content = content(fields, &mut problems);
    let (Some(reasons), Some(mut content)) = (reasons, content) else { return Err(problems.into()) };
    content.decree = Some(reasons.decree.clone());
    let before = content_on(linked, service.id, &reasons.from).await?;
    if before.as_ref().is_some_and(|b| StandardContent { decree: content.decree.clone(), ..b.clone() } == content) {
        problems.add("persyaratan", Fault::NothingChanged);
    }
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let unit = match service.unit_id {
        Some(unit) => unit,
        None => units::named(linked, &government.slug, "pemerintah").await?.0,
    };
    Ok(vec![NewChange {
        kind: SubjectKind::Standard,
        action: if before.is_some() { ChangeAction::Alter } else { ChangeAction::Add },
        subject: service.id.0,
        slug: slug.to_owned(),
        title: service.short_name,
        unit,
        valid_from: reasons.from,
        before: before.as_ref().map(|c| serde_json::json!(c)),
        after: After::Standard(content),
        reason: reasons.reason,
        decree: reasons.decree,
        four_eyes: true,
    }])
}

fn content(fields: &Fields, problems: &mut Problems) -> Option<StandardContent> {
    let needed = |text: Result<String, Fault>| text.and_then(|t| if t.is_empty() { Err(Fault::Missing) } else { Ok(t) });
    let mut list = |name: &'static str| problems.take(name, needed(lines(fields.get(name), LIST)));
    // The six components of service delivery must be there; the eight of management may be still to come.
    let (requirements, procedure) = (list("persyaratan"), list("prosedur"));
    let mut paragraph = |name: &'static str, least: usize| problems.take(name, text::paragraphs(fields.get(name), least, PARAGRAPH));
    let (time, fee, product, complaints) = (paragraph("waktu", 1), paragraph("biaya", 1), paragraph("produk", 1), paragraph("pengaduan", 1));
    let (facilities, competence, supervision) = (paragraph("sarana", 0), paragraph("kompetensi", 0), paragraph("pengawasan", 0));
    let (guarantee, safety, evaluation) = (paragraph("jaminan", 0), paragraph("keselamatan", 0), paragraph("evaluasi", 0));
    let legal_basis = problems.take("dasar_hukum", lines(fields.get("dasar_hukum"), LIST));
    let days = problems.take("hari_kerja", number(fields.get("hari_kerja"), 1000));
    let rupiah = problems.take("tarif_rupiah", number(fields.get("tarif_rupiah"), 1_000_000_000));
    let officers = problems.take("petugas", number(fields.get("petugas"), 100_000));
    Some(StandardContent {
        decree: None,
        requirements: requirements?,
        procedure: procedure?,
        completion_time: time?,
        completion_working_days: days?,
        fee: fee?,
        fee_rupiah: rupiah?,
        product: product?,
        complaint_handling: complaints?,
        legal_basis: legal_basis?,
        facilities: facilities?,
        officer_competence: competence?,
        internal_supervision: supervision?,
        number_of_officers: officers?,
        service_guarantee: guarantee?,
        safety_guarantee: safety?,
        performance_evaluation: evaluation?,
    })
}
