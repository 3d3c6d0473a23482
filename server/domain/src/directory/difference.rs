//! What a change alters, field by field, in the form's own names: for its preview, for the second person and for the
//! public history.

use serde_json::Value;
use vocabulary::directory::SubjectKind;

use super::changes::{After, Change, NewChange};
use super::edit::{Fields, position, service, standard, unit};
use super::history::{PositionContent, ServiceContent, UnitContent};
use super::standards::StandardContent;
use crate::db::Linked;
use crate::error::{Error, Result};

/// One field that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub field: String,
    pub before: String,
    pub after: String,
}

/// What a published or proposed change alters.
///
/// # Errors
/// The database's.
pub async fn of_change(linked: &mut impl Linked, change: &Change) -> Result<Vec<Difference>> {
    let after: After = serde_json::from_str(&change.after).map_err(|e| Error::Broken(e.to_string()))?;
    let before: Option<Value> = if change.before.is_empty() { None } else { Some(serde_json::from_str(&change.before).map_err(|e| Error::Broken(e.to_string()))?) };
    between(linked, before, &after).await
}

/// What a change would alter.
///
/// # Errors
/// The database's.
pub async fn of_new(linked: &mut impl Linked, change: &NewChange) -> Result<Vec<Difference>> {
    between(linked, change.before.clone(), &change.after).await
}

async fn between(linked: &mut impl Linked, before: Option<Value>, after: &After) -> Result<Vec<Difference>> {
    fn read<C: serde::de::DeserializeOwned>(value: Option<Value>) -> Result<Option<C>> {
        value.map(serde_json::from_value).transpose().map_err(|e| Error::Broken(e.to_string()))
    }
    let (names, before, after): (Vec<&str>, Fields, Fields) = match after {
        After::Unit(content) => {
            let before = match read::<UnitContent>(before)? {
                Some(before) => unit::fields(linked, &before).await?,
                None => Fields::default(),
            };
            (unit::FIELDS.to_vec(), before, unit::fields(linked, content).await?)
        }
        After::Position(content) => {
            let before = match read::<PositionContent>(before)? {
                Some(before) => position::fields(linked, &before).await?,
                None => Fields::default(),
            };
            let competencies = vocabulary::directory::Competency::ALL.iter().map(|c| position::competency_field(*c));
            (position::FIELDS.iter().copied().chain(competencies).collect(), before, position::fields(linked, content).await?)
        }
        After::Service(content) => {
            let before = match read::<ServiceContent>(before)? {
                Some(before) => service::fields(linked, &before).await?,
                None => Fields::default(),
            };
            (service::FIELDS.to_vec(), before, service::fields(linked, content).await?)
        }
        After::Standard(content) => {
            let before = read::<StandardContent>(before)?.map(|c| standard::fields(&c)).unwrap_or_default();
            (standard::FIELDS.to_vec(), before, standard::fields(content))
        }
        After::Tenure(content) => {
            let fields: Fields = [("nama", content.name.clone()), ("sampai", content.ends_on.clone().unwrap_or_default())].into_iter().collect();
            (vec!["nama", "sampai"], Fields::default(), fields)
        }
        After::End { .. } => (Vec::new(), Fields::default(), Fields::default()),
    };
    Ok(names
        .into_iter()
        .filter(|name| before.get(name) != after.get(name))
        .map(|name| Difference { field: name.to_owned(), before: before.get(name).to_owned(), after: after.get(name).to_owned() })
        .collect())
}

/// Which column a field of the form stands for, so that the public history shows what may be public and nothing else.
pub fn column(kind: SubjectKind, field: &str) -> Option<&'static str> {
    Some(match (kind, field) {
        (SubjectKind::Unit, "nama") => "unit.name",
        (SubjectKind::Unit, "nama_en") => "unit.name_en",
        (SubjectKind::Unit, "jenis") => "unit.kind",
        (SubjectKind::Unit, "induk") => "unit.parent_id",
        (SubjectKind::Unit, "wilayah") => "unit.area_code",
        (SubjectKind::Unit, "melayani") => "unit.serves",
        (SubjectKind::Unit, "tentang") => "unit.about",
        (SubjectKind::Unit, "alamat") => "unit.address",
        (SubjectKind::Unit, "telepon") => "unit.phone",
        (SubjectKind::Unit, "surel") => "unit.email",
        (SubjectKind::Unit, "jam") => "unit.hours",
        (SubjectKind::Position, "judul") => "position.title",
        (SubjectKind::Position, "jenis") => "position.type",
        (SubjectKind::Position, "kelas") => "position.job_class",
        (SubjectKind::Position, "unit") => "position.unit_id",
        (SubjectKind::Position, "atasan") => "position.reports_to",
        (SubjectKind::Position, "ringkasan") => "position.summary",
        (SubjectKind::Position, "tugas") => "duty.text",
        (SubjectKind::Position, "hasil") => "position.outputs",
        (SubjectKind::Position, "wewenang") => "position.authority",
        (SubjectKind::Position, "hubungan") => "position.relations",
        (SubjectKind::Position, "syarat") => "position.qualification",
        (SubjectKind::Position, "kebutuhan") => "position.headcount_required",
        (SubjectKind::Position, name) if name.starts_with("kompetensi_") => "position.competencies",
        (SubjectKind::Service, "nama") => "service.name",
        (SubjectKind::Service, "nama_en") => "service.name_en",
        (SubjectKind::Service, "nama_pendek") => "service.short_name",
        (SubjectKind::Service, "ringkasan") => "service.summary",
        (SubjectKind::Service, "peristiwa") => "service.life_event",
        (SubjectKind::Service, "unit") => "service.unit_id",
        (SubjectKind::Service, "oleh") => "service.served_by_kind",
        (SubjectKind::Service, "pelaksana") => "service_part.part",
        (SubjectKind::Standard, "persyaratan") => "service_standard.requirements",
        (SubjectKind::Standard, "prosedur") => "service_standard.procedure",
        (SubjectKind::Standard, "waktu") => "service_standard.completion_time",
        (SubjectKind::Standard, "hari_kerja") => "service_standard.completion_working_days",
        (SubjectKind::Standard, "biaya") => "service_standard.fee",
        (SubjectKind::Standard, "tarif_rupiah") => "service_standard.fee_rupiah",
        (SubjectKind::Standard, "produk") => "service_standard.product",
        (SubjectKind::Standard, "pengaduan") => "service_standard.complaint_handling",
        (SubjectKind::Standard, "dasar_hukum") => "service_standard.legal_basis",
        (SubjectKind::Standard, "sarana") => "service_standard.facilities",
        (SubjectKind::Standard, "kompetensi") => "service_standard.officer_competence",
        (SubjectKind::Standard, "pengawasan") => "service_standard.internal_supervision",
        (SubjectKind::Standard, "petugas") => "service_standard.number_of_officers",
        (SubjectKind::Standard, "jaminan") => "service_standard.service_guarantee",
        (SubjectKind::Standard, "keselamatan") => "service_standard.safety_guarantee",
        (SubjectKind::Standard, "evaluasi") => "service_standard.performance_evaluation",
        (SubjectKind::Tenure, "sampai") => "tenure.ends_on",
        _ => return None,
    })
}
