//! The directory of today as a file, in the shape in which it is read again: a round trip changes nothing.

use std::collections::HashMap;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use uuid::Uuid;
use vocabulary::directory::SubjectKind;

use super::{columns, is_formula_like};
use crate::clock::Millis;
use crate::db::Linked;
use crate::directory::edit::{Fields, position, service, standard, unit};
use crate::directory::governments::Government;
use crate::directory::history::{self, Content, PositionContent, ServiceContent, UnitContent, Version};
use crate::directory::standards::StandardContent;
use crate::error::{Error, Result};
use crate::on;

/// A file before it is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub kind: SubjectKind,
    pub columns: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
}

/// Everything of a kind that is there today: units below what they stand under, posts below whom they report to, so that
/// each row names only what stands before it; standards and tenures also of days to come.
///
/// # Errors
/// The database's.
pub async fn table(linked: &mut impl Linked, government: &Government, kind: SubjectKind, today: &str) -> Result<Table> {
    let columns = columns(kind);
    let gov = &government.slug;
    let fields = match kind {
        SubjectKind::Unit => {
            let held = held::<UnitContent>(linked, gov, today, |c| c.parent.map(|u| u.0)).await?;
            let mut all = Vec::with_capacity(held.len());
            for (named, version) in held {
                all.push(dated(unit::fields(linked, &version.content).await?, named, version.valid_from));
            }
            all
        }
        SubjectKind::Position => {
            let held = held::<PositionContent>(linked, gov, today, |c| c.reports_to.map(|p| p.0)).await?;
            let mut all = Vec::with_capacity(held.len());
            for (named, version) in held {
                all.push(dated(position::fields(linked, &version.content).await?, named, version.valid_from));
            }
            all
        }
        SubjectKind::Service => {
            let held = held::<ServiceContent>(linked, gov, today, |_| None).await?;
            let mut all = Vec::with_capacity(held.len());
            for (named, version) in held {
                all.push(dated(service_fields(linked, &version.content).await?, named, version.valid_from));
            }
            all
        }
        SubjectKind::Standard => standards(linked, gov, today).await?,
        SubjectKind::Tenure => tenures(linked, gov, today).await?,
    };
    let rows = fields.into_iter().map(|f| columns.iter().map(|c| f.get(c).to_owned()).collect()).collect();
    Ok(Table { kind, columns, rows })
}

/// A service's fields with its posts by address: the order in which they are kept is that of ids.
pub(super) async fn service_fields(linked: &mut impl Linked, content: &ServiceContent) -> Result<Fields> {
    let mut fields = service::fields(linked, content).await?;
    let mut parts: Vec<&str> = fields.get("pelaksana").lines().collect();
    parts.sort_unstable();
    let parts = parts.join("\n");
    fields.set("pelaksana", parts);
    Ok(fields)
}

/// Its address and its last day, if it has one.
type Named = (String, Option<String>);

async fn held<C: Content>(linked: &mut impl Linked, government: &str, today: &str, above: fn(&C) -> Option<Uuid>) -> Result<Vec<(Named, Version<C>)>> {
    let rows: Vec<(Uuid, String, Option<String>)> = match C::KIND {
        "unit" => on!(linked, conn => sqlx::query_as("select id, slug, valid_to from unit where government = $1").bind(government).fetch_all(conn).await?),
        "position" => on!(linked, conn => sqlx::query_as("select id, slug, valid_to from position where government = $1").bind(government).fetch_all(conn).await?),
        _ => on!(linked, conn => sqlx::query_as("select id, slug, valid_to from service where government = $1").bind(government).fetch_all(conn).await?),
    };
    let mut named: HashMap<Uuid, Named> = rows.into_iter().map(|(id, slug, until)| (id, (slug, until))).collect();
    let versions = history::everything_on::<C>(linked, government, None, today).await?;
    let way: HashMap<Uuid, Option<Uuid>> = versions.iter().map(|v| (v.subject, above(&v.content))).collect();
    let depth = |subject: Uuid| {
        let mut here = way.get(&subject).copied().flatten();
        let mut depth = 0;
        // A circle, which no form lets in, must not hold the export up.
        while let Some(up) = here.filter(|_| depth < way.len()) {
            depth += 1;
            here = way.get(&up).copied().flatten();
        }
        depth
    };
    let mut held: Vec<_> = versions.into_iter().filter_map(|v| Some((depth(v.subject), named.remove(&v.subject)?, v))).collect();
    held.sort_by(|(a, named_a, _), (b, named_b, _)| a.cmp(b).then_with(|| named_a.0.cmp(&named_b.0)));
    Ok(held.into_iter().map(|(_, named, version)| (named, version)).collect())
}

fn dated(mut fields: Fields, (slug, until): Named, from: String) -> Fields {
    fields.set("alamat_halaman", slug);
    fields.set("mulai", from);
    fields.set("berakhir", until.unwrap_or_default());
    fields
}

#[derive(sqlx::FromRow)]
struct StandardRow {
    slug: String,
    valid_from: String,
    valid_to: Option<String>,
    #[sqlx(flatten)]
    content: StandardContent,
}

async fn standards(linked: &mut impl Linked, government: &str, today: &str) -> Result<Vec<Fields>> {
    let rows: Vec<StandardRow> = on!(linked, conn => sqlx::query_as(
        "select s.slug, v.valid_from, v.valid_to, v.decree, v.requirements, v.procedure, v.completion_time, v.completion_working_days, v.fee, v.fee_rupiah, v.product, v.complaint_handling, v.legal_basis, \
         v.facilities, v.officer_competence, v.internal_supervision, v.number_of_officers, v.service_guarantee, v.safety_guarantee, v.performance_evaluation \
         from service_standard v join service s on s.id = v.service_id where s.government = $1 and (s.valid_to is null or s.valid_to >= $2) and (v.valid_to is null or v.valid_to >= $2)")
        .bind(government).bind(today).fetch_all(conn).await?);
    let mut all: Vec<Fields> = rows
        .into_iter()
        .map(|row| {
            let mut fields = dated(standard::fields(&row.content), (row.slug, row.valid_to), row.valid_from);
            fields.set("sk", row.content.decree.unwrap_or_default());
            fields
        })
        .collect();
    // Sorted here, for the two databases sort letters differently.
    all.sort_by(|a, b| (a.get("alamat_halaman"), a.get("mulai")).cmp(&(b.get("alamat_halaman"), b.get("mulai"))));
    Ok(all)
}

async fn tenures(linked: &mut impl Linked, government: &str, today: &str) -> Result<Vec<Fields>> {
    type Row = (String, String, String, String, Option<String>, String, Option<String>);
    let rows: Vec<Row> = on!(linked, conn => sqlx::query_as(
        "select p.slug, e.import_key, e.name, t.kind, t.decree, t.starts_on, t.ends_on from tenure t join position p on p.id = t.position_id join person e on e.id = t.person_id \
         where p.government = $1 and (p.valid_to is null or p.valid_to >= $2) and (t.ends_on is null or t.ends_on >= $2)")
        .bind(government).bind(today).fetch_all(conn).await?);
    let mut all: Vec<Fields> = rows
        .into_iter()
        .map(|(post, key, name, kind, decree, from, until)| {
            [
                ("jabatan", post),
                ("pegawai", key),
                ("nama", name),
                ("jenis_masa", kind),
                ("sk", decree.unwrap_or_default()),
                ("mulai", from),
                ("berakhir", until.unwrap_or_default()),
            ]
            .into_iter()
            .collect()
        })
        .collect();
    let order = |f: &Fields| [f.get("jabatan").to_owned(), f.get("mulai").to_owned(), f.get("pegawai").to_owned()];
    all.sort_by_cached_key(order);
    Ok(all)
}

/// UTF-8 without a mark; what a spreadsheet would run gets an apostrophe.
///
/// # Errors
/// None in practice: it is written into memory.
pub fn csv(table: &Table) -> Result<Vec<u8>> {
    let broken = |e: csv::Error| Error::Broken(e.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&table.columns).map_err(broken)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|cell| if is_formula_like(cell) { format!("'{cell}") } else { cell.clone() })).map_err(broken)?;
    }
    writer.into_inner().map_err(|e| Error::Broken(e.to_string()))
}

/// A workbook of one sheet, every cell text, the head bold and always in sight.
///
/// # Errors
/// [`Error::Broken`] where a cell is longer than a workbook takes.
pub fn xlsx(table: &Table, at: Millis) -> Result<Vec<u8>> {
    let broken = |e: XlsxError| Error::Broken(e.to_string());
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_timestamp(at.div_euclid(1000)).map_err(broken)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheet = book.add_worksheet();
    sheet.set_name(table.kind.as_str()).map_err(broken)?;
    let bold = Format::new().set_bold();
    for (column, name) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(0, column, *name, &bold).map_err(broken)?;
    }
    sheet.set_freeze_panes(1, 0).map_err(broken)?;
    for (line, row) in (1..).zip(&table.rows) {
        for (column, cell) in (0..).zip(row) {
            // A text cell is never run; only what itself begins with an apostrophe would lose it when it is read.
            let text = if cell.starts_with('\'') && is_formula_like(cell) { format!("'{cell}") } else { cell.clone() };
            sheet.write_string(line, column, text).map_err(broken)?;
        }
    }
    book.save_to_buffer().map_err(broken)
}
