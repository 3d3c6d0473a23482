//! A directory of any size with ten years of history, for benchmarks: believable words, nobody real.

use vocabulary::directory::{LifeEvent, PositionType, UnitKind};

use super::governments::governments;
use super::history::{self, DutyContent, PositionContent, ServiceContent, UnitContent};
use super::import::id_of;
use super::standards::{self, StandardContent};
use crate::db::Tx;
use crate::error::Result;
use crate::ids::{PersonId, PositionId, ServiceId, TenureId, UnitId};
use crate::on;
use crate::portal::Portal;

/// How many of each a government has.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub units: usize,
    pub posts: usize,
    pub services: usize,
}

const FIELDS: &[&str] = &[
    "Persampahan",
    "Drainase",
    "Perpustakaan",
    "Pasar",
    "Terminal",
    "Puskesmas",
    "Taman Kota",
    "Pemakaman",
    "Perikanan",
    "Peternakan",
    "Sekolah Dasar",
    "Laboratorium",
    "Arsip",
    "Retribusi",
    "Rumah Susun",
];
const ROLES: &[&str] = &["Kepala", "Sekretaris", "Analis", "Pengawas", "Pengelola", "Operator", "Penyuluh", "Pranata", "Verifikator", "Bendahara"];
const THINGS: &[&str] = &["Izin", "Rekomendasi", "Surat keterangan", "Pendaftaran", "Perpanjangan", "Pengangkutan", "Peminjaman", "Pemeriksaan", "Bantuan", "Pengaduan"];

/// Each state lasted about three years: four of them make ten years and the present.
const YEARS: &[&str] = &["2017-01-02", "2020-01-02", "2023-01-02", "2025-06-02"];

fn pick<'a>(words: &[&'a str], number: usize) -> &'a str {
    words[number % words.len()]
}

/// Fills every government up to this size; what is there already counts for nothing and stays.
///
/// # Errors
/// The database's.
pub async fn make_directory(portal: &Portal, from: Size, to: Size, mut progress: impl FnMut(usize, usize)) -> Result<()> {
    let mut conn = portal.db.read().await?;
    let governments = governments(&mut conn).await?;
    drop(conn);
    let total = governments.len() * (to.posts - from.posts);
    let mut done = 0;
    for government in governments {
        let gov = government.slug.as_str();
        let mut tx = portal.db.begin().await?;
        for number in from.units..to.units {
            unit(&mut tx, gov, number).await?;
        }
        for number in from.posts..to.posts {
            post(&mut tx, gov, number, to.units).await?;
            done += 1;
            if done % 1000 == 0 {
                progress(done, total);
            }
        }
        for number in from.services..to.services {
            service(&mut tx, gov, number, to.units).await?;
        }
        tx.commit().await?;
    }
    progress(total, total);
    Ok(())
}

fn unit_id(gov: &str, number: usize) -> UnitId {
    UnitId(id_of("bench-unit", &format!("{gov}/{number}")))
}

async fn unit(tx: &mut Tx, gov: &str, number: usize) -> Result<()> {
    let id = unit_id(gov, number);
    let parent = if number < 20 { UnitId(id_of("unit", &format!("{gov}/pemerintah"))) } else { unit_id(gov, number % 20) };
    let kind = if number < 20 { UnitKind::Department } else { UnitKind::TechnicalUnit };
    let name = format!("{} {} {}", if number < 20 { "Dinas" } else { "UPTD" }, pick(FIELDS, number), number);
    on!(tx, conn => sqlx::query("insert into unit (id, government, slug, parent_id, kind, agency_key, name, name_en, valid_from) values ($1, $2, $3, $4, $5, $3, $6, $6, $7)")
        .bind(id).bind(gov).bind(format!("uji-unit-{number}")).bind(parent).bind(kind.as_str()).bind(&name).bind(YEARS[0]).execute(conn).await?.rows_affected());
    for (version, from) in YEARS.iter().enumerate() {
        let content = UnitContent {
            name: if version + 1 == YEARS.len() { name.clone() } else { format!("{name} ({version})") },
            name_en: name.clone(),
            kind,
            parent: Some(parent),
            area_code: None,
            serves: "Seluruh wilayah".into(),
            about: format!("Mengurus {} bagi warga, dari permohonan sampai penyelesaian.", pick(FIELDS, number).to_lowercase()),
            address: format!("Jl. Uji No. {number}"),
            phone: "+62-000-0000-0100".into(),
            email: format!("unit{number}@{gov}.example"),
            hours: "Senin–Jumat 08.00–16.00".into(),
        };
        history::put(tx, gov, id.0, &content, from).await?;
    }
    on!(tx, conn => sqlx::query("update unit set version_from = $1 where id = $2").bind(YEARS[YEARS.len() - 1]).bind(id).execute(conn).await?.rows_affected());
    Ok(())
}

async fn post(tx: &mut Tx, gov: &str, number: usize, units: usize) -> Result<()> {
    let id = PositionId(id_of("bench-position", &format!("{gov}/{number}")));
    let unit = unit_id(gov, number % units);
    let rank = number / units;
    let kind = match rank {
        0 => PositionType::Administrator,
        1 | 2 => PositionType::Supervisor,
        _ => PositionType::Staff,
    };
    let title = format!("{} {} {number}", pick(ROLES, rank), pick(FIELDS, number % units));
    let superior = (rank > 0).then(|| PositionId(id_of("bench-position", &format!("{gov}/{}", number % units))));
    on!(tx, conn => sqlx::query("insert into position (id, unit_id, government, slug, title, type, headcount_required, rank, valid_from, version_from) values ($1, $2, $3, $4, $5, $6, 1, $7, $8, '')")
        .bind(id).bind(unit).bind(gov).bind(format!("uji-jabatan-{number}")).bind(&title).bind(kind.as_str()).bind(rank as i64).bind(YEARS[0]).execute(conn).await?.rows_affected());
    let duties = |version: usize| {
        (0..6)
            .map(|n| DutyContent {
                text: format!("Menyelenggarakan {} tahap {n} versi {version}", pick(FIELDS, number + n).to_lowercase()),
                basis: (n == 0).then(|| "UU 23/2014".into()),
            })
            .collect()
    };
    for (version, from) in YEARS.iter().enumerate() {
        let content = PositionContent {
            title: title.clone(),
            kind,
            job_class: Some(7),
            unit,
            reports_to: superior,
            summary: format!("Menjalankan {} sesuai standar.", pick(FIELDS, number).to_lowercase()),
            duties: duties(version),
            outputs: "Laporan bulanan\nBerkas selesai".into(),
            authority: "Meminta kelengkapan berkas".into(),
            relations: "Kepala unit: pelaporan".into(),
            qualification: "Sarjana".into(),
            competencies: r#"{"integritas":2,"komunikasi":2}"#.into(),
            headcount_required: 1,
            rank: rank as i64,
        };
        history::put(tx, gov, id.0, &content, from).await?;
        let person = PersonId(id_of("bench-person", &format!("{gov}/{number}/{version}")));
        on!(tx, conn => sqlx::query("insert into person (id, government, import_key, name, employment_type, is_fictional) values ($1, $2, $3, $4, 'PNS', $5)")
            .bind(person).bind(gov).bind(format!("uji/{person}")).bind(format!("Warga Uji {number} {version}")).bind(true).execute(conn).await?.rows_affected());
        let until = YEARS.get(version + 1).map(|next| history::day_before(next)).transpose()?;
        on!(tx, conn => sqlx::query("insert into tenure (id, position_id, person_id, kind, starts_on, ends_on, decree) values ($1, $2, $3, 'definitive', $4, $5, 'SK uji')")
            .bind(TenureId(id_of("bench-tenure", &format!("{gov}/{number}/{version}")))).bind(id).bind(person).bind(*from).bind(until).execute(conn).await?.rows_affected());
    }
    // Today's row and duties, as the turn of the day would write them, without looking at everything for each.
    on!(tx, conn => sqlx::query("update position set summary = $1, version_from = $2, job_class = 7, reports_to = $3 where id = $4")
        .bind(format!("Menjalankan {} sesuai standar.", pick(FIELDS, number).to_lowercase())).bind(YEARS[YEARS.len() - 1]).bind(superior).bind(id).execute(conn).await?.rows_affected());
    for (n, duty) in {
        let list: Vec<DutyContent> = duties(YEARS.len() - 1);
        list
    }
    .into_iter()
    .enumerate()
    {
        on!(tx, conn => sqlx::query("insert into duty (position_id, number, text, legal_basis) values ($1, $2, $3, $4)").bind(id).bind(n as i64 + 1).bind(duty.text).bind(duty.basis).execute(conn).await?.rows_affected());
    }
    Ok(())
}

async fn service(tx: &mut Tx, gov: &str, number: usize, units: usize) -> Result<()> {
    let id = ServiceId(id_of("bench-service", &format!("{gov}/{number}")));
    let unit = unit_id(gov, number % units);
    let name = format!("{} {} {number}", pick(THINGS, number), pick(FIELDS, number));
    let event = LifeEvent::ALL[number % LifeEvent::ALL.len()];
    on!(tx, conn => sqlx::query(
        "insert into service (id, government, slug, import_key, unit_id, name, name_en, short_name, summary, life_event, valid_from, version_from) values ($1, $2, $3, $3, $4, $5, $5, $5, $6, $7, $8, $8)")
        .bind(id).bind(gov).bind(format!("uji-layanan-{number}")).bind(unit).bind(&name).bind(format!("{name} bagi warga.")).bind(event.as_str()).bind(YEARS[0]).execute(conn).await?.rows_affected());
    let content = ServiceContent {
        name: name.clone(),
        name_en: name.clone(),
        short_name: name.clone(),
        summary: format!("{name} bagi warga."),
        life_event: event,
        keywords: String::new(),
        unit: Some(unit),
        served_by_kind: None,
        parts: Vec::new(),
    };
    history::put(tx, gov, id.0, &content, YEARS[0]).await?;
    on!(tx, conn => sqlx::query("update service set version_from = $1 where id = $2").bind(YEARS[0]).bind(id).execute(conn).await?.rows_affected());
    for (version, from) in YEARS.iter().enumerate() {
        let promise = StandardContent {
            decree: Some(format!("Keputusan uji {version}")),
            requirements: "KTP\nKartu Keluarga\nFormulir".into(),
            procedure: "Ambil nomor\nSerahkan berkas\nTerima hasil".into(),
            completion_time: format!("{} hari kerja", 5 - version),
            completion_working_days: Some(5 - version as i64),
            fee: "Gratis".into(),
            fee_rupiah: Some(0),
            product: name.clone(),
            complaint_handling: "Sampaikan melalui Balai".into(),
            ..StandardContent::default()
        };
        standards::put(tx, id, &promise, from).await?;
    }
    let head = PositionId(id_of("bench-position", &format!("{gov}/{}", number % units)));
    on!(tx, conn => sqlx::query("insert into service_part (service_id, position_id, part) values ($1, $2, 'responsible')").bind(id).bind(head).execute(conn).await?.rows_affected());
    Ok(())
}

/// A post in Medan with its holder since the year began, for benchmarks of what hangs on posts.
///
/// # Errors
/// The database's.
pub async fn seat(tx: &mut Tx, unit: UnitId, post: PositionId, (person, tenure): (PersonId, TenureId), slug: &str, kind: &str, over: Option<PositionId>) -> Result<()> {
    on!(tx, conn => sqlx::query("insert into position (id, unit_id, government, slug, title, type, reports_to, headcount_required, rank, valid_from, version_from) values ($1, $2, 'medan', $3, $4, $5, $6, 1, 90, '2026-01-01', '')")
        .bind(post).bind(unit).bind(format!("uji-{slug}")).bind(format!("Jabatan uji {slug}")).bind(kind).bind(over).execute(conn).await?.rows_affected());
    on!(tx, conn => sqlx::query("insert into person (id, government, import_key, name, employment_type, is_fictional) values ($1, 'medan', $2, $3, 'PNS', $4)")
        .bind(person).bind(format!("uji/{slug}")).bind(format!("Pegawai Uji {slug}")).bind(true).execute(conn).await?.rows_affected());
    on!(tx, conn => sqlx::query("insert into tenure (id, position_id, person_id, kind, starts_on, decree) values ($1, $2, $3, 'definitive', '2026-01-01', 'SK uji')").bind(tenure).bind(post).bind(person).execute(conn).await?.rows_affected());
    Ok(())
}
