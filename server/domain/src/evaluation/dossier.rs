//! The dossier of an evaluation, for entry into e-Kinerja, which has no interface for programs: as JSON and CSV, and all
//! of it with the paper and a manifest of SHA-256 in one ZIP. Nothing in it is a number that somebody added up, and no NIP
//! is in it: whoever enters it knows whose it is.

use std::io::{Cursor, Write};

use bytes::Bytes;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use vocabulary::evaluation::rating::EvaluationStep;
use vocabulary::evaluation::{LookForm, LookedAt, Standing};

use super::content::Evidence;
use super::content::Named;
use super::evaluations::{EvaluationPage, EvaluationStepRow, load};
use super::looks::{Look, looked};
use crate::accounts::Actor;
use crate::clock::{Millis, moment_text};
use crate::directory::export::defused;
use crate::error::{Error, Refusal, Result};
use crate::ids::{CardId, EvaluationId};
use crate::on;
use crate::portal::Portal;
use crate::secrets::hex;

/// A version of an evaluation, and the photos of the holder's replies to its cards: they travel with the card.
pub struct Dossier {
    pub page: EvaluationPage,
    photos: Vec<ReplyPhoto>,
}

struct ReplyPhoto {
    card: CardId,
    number: i64,
    /// Its name in the store.
    file: String,
}

impl Dossier {
    /// The photos of a card's reply, as they are named in the ZIP, with their names in the store.
    pub fn photos_of<'a>(&'a self, evidence: &'a Evidence) -> impl Iterator<Item = (String, &'a str)> {
        // By its place in the list: several cards may come from one topic.
        let place = self.page.content.evidence.iter().position(|e| e.card == evidence.card).map_or(0, |at| at + 1);
        self.photos.iter().filter(|p| p.card == evidence.card).map(move |p| (format!("tanggapan/kartu-{place}-foto-{}.jpg", p.number), p.file.as_str()))
    }

    /// The photos themselves, by their names in the ZIP; none for one that is not in the store any more.
    ///
    /// # Errors
    /// Those of the store of files.
    pub async fn read_photos(&self, portal: &Portal) -> Result<Vec<(String, Option<Bytes>)>> {
        let mut read = Vec::new();
        for (name, file) in self.page.content.evidence.iter().flat_map(|e| self.photos_of(e)) {
            match portal.files.read(file).await {
                Ok(bytes) => read.push((name, Some(bytes))),
                Err(Error::NotFound) => {
                    tracing::error!(file, "a photo of a reply is not in the store");
                    read.push((name, None));
                }
                Err(error) => return Err(error),
            }
        }
        Ok(read)
    }
}

/// What the dossier is made of: for the subject, the assessor and the performance team. The look is written down.
///
/// # Errors
/// [`Error::NotFound`] for anyone else; [`Refusal::Unfinished`] before anything was issued.
pub async fn dossier(portal: &Portal, actor: &Actor, id: EvaluationId, version: Option<i64>, form: LookForm) -> Result<Dossier> {
    let mut tx = portal.db.begin().await?;
    let page = load(portal, &mut tx, actor, id, version).await?;
    if page.standing == Standing::Superior {
        return Err(Error::NotFound);
    }
    if page.content.rated.is_none() {
        return Err(Refusal::Unfinished.into());
    }
    let look = Look { government: &page.evaluation.government, person: Some(page.evaluation.person_id), standing: page.standing, subject: LookedAt::Dossier, id: id.0, form };
    looked(portal, &mut tx, actor, look).await?;
    let mut photos = Vec::new();
    for card in page.content.evidence.iter().map(|e| e.card) {
        let of: Vec<(i64, String)> =
            on!(&mut tx, conn => sqlx::query_as("select number, file from evidence_reply_file where card_id = $1 order by number").bind(card).fetch_all(conn).await?);
        photos.extend(of.into_iter().map(|(number, file)| ReplyPhoto { card, number, file }));
    }
    tx.commit().await?;
    Ok(Dossier { page, photos })
}

/// The name of its files, without their ending.
pub fn file_name(page: &EvaluationPage) -> String {
    let id = page.evaluation.id.to_string();
    format!("kinerja-{}-{}-{}-v{}", page.evaluation.year, page.evaluation.period, id.get(24..).unwrap_or(&id), page.version)
}

fn named(who: Option<&Named>) -> Value {
    who.map_or(Value::Null, |n| json!({ "nama": n.name, "jabatan": n.post, "unit": n.unit }))
}

/// The eleven parts of the evaluation document (D.1.1), with plan, evidence and steps.
///
/// # Errors
/// [`Error::Broken`].
pub fn as_json(dossier: &Dossier) -> Result<Vec<u8>> {
    let page = &dossier.page;
    let (e, c) = (&page.evaluation, &page.content);
    let signed = |step: Option<&EvaluationStepRow>| step.map(|s| json!({ "nama": s.signer, "waktu": moment_text(s.at) }));
    let said = |kinds: &[EvaluationStep]| page.last(kinds).map(|s| json!({ "oleh": s.signer, "waktu": moment_text(s.at), "isi": s.note }));
    let results: Vec<Value> = page
        .plan
        .results
        .iter()
        .map(|r| {
            let realised = c.realised(&r.key);
            json!({
                "kategori": r.kind.as_str(),
                "rencana_hasil_kerja_pimpinan_yang_diintervensi": r.serves.as_ref().map(|s| &s.text),
                "rencana_hasil_kerja": r.text,
                "perspektif": r.perspective.map(|p| p.as_str()),
                "indikator": r.indicators.iter().map(|i| json!({ "aspek": i.aspect.as_str(), "indikator": i.text, "target": i.target, "satuan": i.unit })).collect::<Vec<_>>(),
                "realisasi": realised.map(|x| &x.text),
                "bukti_dukung": realised.map(|x| &x.cards),
                "umpan_balik_berkelanjutan": realised.map(|x| format!("Pimpinan: {}", x.feedback)).filter(|f| f.len() > "Pimpinan: ".len()),
            })
        })
        .collect();
    let rated = c.rated.as_ref();
    let values: Vec<Value> = rated
        .map(|r| {
            r.values
                .iter()
                .map(|v| json!({ "nilai": v.value.as_str(), "ekspektasi_khusus_pimpinan": page.plan.expected(v.value), "rating": v.rating.as_str(), "alasan": v.reason }))
                .collect()
        })
        .unwrap_or_default();
    let cards: Vec<Value> = c
        .evidence
        .iter()
        .map(|x| {
            json!({
                "kartu": x.card, "nomor": x.reference, "judul": x.title, "sumber": x.source, "tanggal": x.event_on, "putusan": x.decision, "alasan": x.reason, "tanggapan": x.reply,
                "foto_tanggapan": dossier.photos_of(x).map(|(name, _)| name).collect::<Vec<_>>(),
            })
        })
        .collect();
    let document = json!({
        "dokumen": "D.1.1",
        "dasar": rated.map(|r| r.rule_set.citation()),
        "pemerintah": e.government,
        "tahun": e.year,
        "periode": e.period.to_string(),
        "versi": page.version,
        "sebab_versi": c.because,
        "1_pegawai": named(c.employee.as_ref()),
        "2_pejabat_penilai": named(c.assessor.as_ref()),
        "3_atasan_pejabat_penilai": named(c.superior.as_ref()),
        "4_evaluasi": {
            "capaian_organisasi": c.organisation.as_ref().map(|o| json!({ "unit": o.unit, "predikat": o.predicate.as_str(), "alasan": o.reason })),
            "rating_hasil_kerja": rated.map(|r| r.results.as_str()),
            "rating_perilaku_kerja": rated.map(|r| r.behaviour.as_str()),
            "alasan_perilaku": rated.map(|r| &r.behaviour_reason),
            "predikat_kinerja": rated.map(|r| r.predicate.as_str()),
            "penjelasan_pola": rated.map(|r| &r.pattern_note),
        },
        "5_catatan_rekomendasi": rated.map(|r| json!({ "catatan": r.notes, "rekomendasi": r.recommendation })),
        "6_keberatan": said(&[EvaluationStep::Object]),
        "7_penjelasan_penilai": said(&[EvaluationStep::Explain]),
        "8_keputusan_atasan": said(&[EvaluationStep::Uphold, EvaluationStep::Change]),
        "9_didengar": said(&[EvaluationStep::Hear]),
        "10_tanda_tangan_pegawai": signed(page.signed(&[EvaluationStep::Acknowledge])),
        "11_tanda_tangan_penilai": signed(page.signed_by_assessor()),
        "hasil_kerja": results,
        "perilaku_kerja": values,
        "lampiran": { "dukungan_sumber_daya": page.plan.resources, "skema_pertanggungjawaban": page.plan.accountability, "konsekuensi": page.plan.consequences },
        "kartu_bukti": cards,
        "langkah": page.steps.iter().map(|s| json!({ "langkah": s.kind.as_str(), "versi": s.version, "waktu": moment_text(s.at), "oleh": s.signer, "sebagai": s.standing, "catatan": s.note, "sha256_isi": s.digest })).collect::<Vec<_>>(),
    });
    serde_json::to_vec_pretty(&document).map_err(|e| Error::Broken(e.to_string()))
}

/// One line a fact: part, item, field, text. No cell is a formula.
///
/// # Errors
/// [`Error::Broken`].
pub fn as_csv(dossier: &Dossier) -> Result<Vec<u8>> {
    let document: Value = serde_json::from_slice(&as_json(dossier)?).map_err(|e| Error::Broken(e.to_string()))?;
    let mut rows: Vec<(String, String)> = Vec::new();
    flatten("", &document, &mut rows);
    let broken = |e: csv::Error| Error::Broken(e.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["bagian", "isi"]).map_err(broken)?;
    for (part, text) in rows {
        writer.write_record([part, defused(text)]).map_err(broken)?;
    }
    writer.into_inner().map_err(|e| Error::Broken(e.to_string()))
}

fn flatten(path: &str, value: &Value, rows: &mut Vec<(String, String)>) {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match value {
        Value::Null => {}
        Value::Object(fields) => fields.iter().for_each(|(key, value)| flatten(&below(key), value, rows)),
        Value::Array(items) => items.iter().enumerate().for_each(|(n, value)| flatten(&below(&(n + 1).to_string()), value, rows)),
        Value::String(text) => rows.push((path.to_owned(), text.clone())),
        other => rows.push((path.to_owned(), other.to_string())),
    }
}

/// Everything in one ZIP: the files, the photos of replies, and a manifest with their sizes and SHA-256 in which nothing
/// else is promised; a photo that is missing is named in it.
///
/// # Errors
/// [`Error::Broken`].
pub fn as_zip(dossier: &Dossier, pdf: &[u8], photos: &[(String, Option<Bytes>)], now: Millis) -> Result<Vec<u8>> {
    let page = &dossier.page;
    let name = file_name(page);
    let mut files: Vec<(String, Bytes)> =
        vec![(format!("{name}.pdf"), Bytes::copy_from_slice(pdf)), (format!("{name}.json"), as_json(dossier)?.into()), (format!("{name}.csv"), as_csv(dossier)?.into())];
    files.extend(photos.iter().filter_map(|(name, bytes)| Some((name.clone(), bytes.clone()?))));
    let missing: Vec<&String> = photos.iter().filter(|(_, bytes)| bytes.is_none()).map(|(name, _)| name).collect();
    let listed: Vec<Value> = files.iter().map(|(name, bytes)| json!({ "name": name, "bytes": bytes.len(), "sha256": hex(&Sha256::digest(bytes)) })).collect();
    let manifest = json!({ "made_at": now, "evaluation": page.evaluation.id, "version": page.version, "files": listed, "missing": missing });
    let manifest: Bytes = serde_json::to_vec_pretty(&manifest).map_err(|e| Error::Broken(e.to_string()))?.into();
    let broken = |e: zip::result::ZipError| Error::Broken(e.to_string());
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files.iter().map(|(n, b)| (n.as_str(), b)).chain([("manifest.json", &manifest)]) {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).map_err(broken)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish().map_err(broken)?.into_inner())
}
