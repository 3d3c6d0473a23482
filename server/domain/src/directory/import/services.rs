//! Services with their standards.

use std::collections::HashMap;

use serde::Deserialize;

use super::Enrichment;
use super::organisation::service_parts;
use super::table::{BadRow, Outcome, id_of, slug, verdict};
use crate::error::{Error, Result};
use crate::ids::{ServiceId, UnitId};
use crate::on;
use crate::portal::Portal;

#[derive(Deserialize)]
struct ServiceRow {
    key: String,
    opd: String,
    name_id: String,
    name_en: String,
    standard_time: String,
    standard_working_days: Option<i64>,
    cost_idr: Option<i64>,
    requirements_id: Vec<String>,
    product_id: String,
    provenance: String,
}

/// What `service_content.json` adds; a service without it still has the six components that must be shown.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Content {
    slug: String,
    short_name: String,
    summary: String,
    life_event: String,
    keywords: String,
    procedure: Vec<String>,
    complaint_channel: String,
    legal_basis: Vec<String>,
    facilities: String,
    competence: String,
    supervision: String,
    officers: Option<i64>,
    guarantee: String,
    safety: String,
    evaluation: String,
    cost_text: String,
    time_text: String,
}

fn read(text: &str) -> (Vec<ServiceRow>, Vec<BadRow>) {
    let entries: Vec<serde_json::Value> = match serde_json::from_str(text) {
        Ok(entries) => entries,
        Err(e) => return (Vec::new(), vec![BadRow { line: e.line() as u64, column: String::new(), message: e.to_string() }]),
    };
    let mut rows = Vec::new();
    let mut bad = Vec::new();
    for (index, entry) in entries.into_iter().enumerate() {
        match serde_json::from_value::<ServiceRow>(entry) {
            Ok(row) => rows.push(row),
            Err(e) => bad.push(BadRow { line: index as u64 + 1, column: "entry".into(), message: e.to_string() }),
        }
    }
    (rows, bad)
}

pub async fn services(portal: &Portal, text: &str, more: &Enrichment, skip: bool) -> Result<Outcome> {
    let (rows, mut bad) = read(text);
    let contents: HashMap<String, Content> = match &more.service_content {
        Some(json) => serde_json::from_str(json).map_err(|e| Error::Configuration(format!("service_content.json: {e}")))?,
        None => HashMap::new(),
    };
    let mut tx = portal.db.begin().await?;
    let governments: Vec<String> = on!(&mut tx, conn => sqlx::query_scalar("select slug from government order by slug").fetch_all(conn).await?);
    let units: HashMap<(String, String), UnitId> = on!(&mut tx, conn => sqlx::query_as::<_, (UnitId, String, String)>("select id, government, agency_key from unit where kind not in ('kecamatan', 'kelurahan', 'desa')").fetch_all(conn).await?)
        .into_iter().map(|(id, government, agency)| ((government, agency), id)).collect();
    for (index, row) in rows.iter().enumerate() {
        let known = matches!(row.opd.as_str(), "kecamatan" | "kelurahan") || governments.iter().any(|g| units.contains_key(&(g.clone(), row.opd.clone())));
        if !known {
            bad.push(BadRow { line: index as u64 + 1, column: "opd".into(), message: format!("{:?} is no agency of any government", row.opd) });
        }
    }
    let mut outcome = verdict(&rows, bad, skip);
    if !outcome.imported {
        return Ok(outcome);
    }
    let plain = Content::default();
    for government in &governments {
        for row in &rows {
            let content = contents.get(&row.key).unwrap_or(&plain);
            let every = matches!(row.opd.as_str(), "kecamatan" | "kelurahan").then_some(row.opd.as_str());
            let unit = units.get(&(government.clone(), row.opd.clone())).copied().filter(|_| every.is_none());
            if unit.is_none() && every.is_none() {
                continue;
            }
            let or = |text: &str, other: &str| if text.is_empty() { other.to_owned() } else { text.to_owned() };
            let id = ServiceId(id_of("service", &format!("{government}/{}", row.key)));
            outcome.changed += on!(&mut tx, conn => sqlx::query(
                "insert into service (id, government, slug, import_key, unit_id, served_by_kind, name, name_en, short_name, summary, life_event, keywords, valid_from) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) \
                 on conflict (government, slug) do update set summary = excluded.summary, keywords = excluded.keywords where service.summary <> excluded.summary or service.keywords <> excluded.keywords")
                .bind(id).bind(government).bind(or(&content.slug, &slug(&row.name_id))).bind(&row.key).bind(unit).bind(every).bind(&row.name_id).bind(&row.name_en)
                .bind(or(&content.short_name, &row.name_id)).bind(or(&content.summary, &row.name_id)).bind(or(&content.life_event, "dokumen")).bind(&content.keywords).bind(&more.valid_from)
                .execute(conn).await?.rows_affected());
            let free = if row.cost_idr == Some(0) { "Gratis" } else { "Menurut peraturan daerah" };
            outcome.changed += on!(&mut tx, conn => sqlx::query(
                "insert into service_standard (service_id, version, valid_from, requirements, procedure, completion_time, completion_working_days, fee, fee_rupiah, product, complaint_handling, \
                 legal_basis, facilities, officer_competence, internal_supervision, number_of_officers, service_guarantee, safety_guarantee, performance_evaluation, provenance) \
                 values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) on conflict (service_id, version) do nothing")
                .bind(id).bind(&more.valid_from).bind(row.requirements_id.join("\n")).bind(content.procedure.join("\n")).bind(or(&content.time_text, &row.standard_time)).bind(row.standard_working_days)
                .bind(or(&content.cost_text, free)).bind(row.cost_idr).bind(&row.product_id).bind(or(&content.complaint_channel, "Sampaikan melalui Balai")).bind(content.legal_basis.join("\n"))
                .bind(&content.facilities).bind(&content.competence).bind(&content.supervision).bind(content.officers).bind(&content.guarantee).bind(&content.safety).bind(&content.evaluation).bind(&row.provenance)
                .execute(conn).await?.rows_affected());
        }
    }
    if let Some(positions) = &more.positions {
        outcome.changed += service_parts(&mut tx, positions).await?;
    }
    tx.commit().await?;
    Ok(outcome)
}
