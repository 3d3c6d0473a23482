//! Cases by the million for benchmarks (`balai demo --cases N`): written in bulk, without receipts or mail. They have their
//! ledger entries, are published and look to every public query like real ones.

use sqlx::{Postgres, QueryBuilder, Sqlite};
use vocabulary::evaluation::Element;
use vocabulary::feedback::Kind;

use super::accept::assigned;
use crate::calendar::Calendar;
use crate::clock::{DAY, HOUR, MINUTE, Millis, day_text, local_day};
use crate::db::{Link, Linked, Tx};
use crate::error::Result;
use crate::ids::{CaseId, ServiceId, UnitId, short_code};
use crate::ledger::{Entry, append_many};
use crate::on;
use crate::portal::Portal;
use crate::search;
use crate::secrets::sha256;

const SUBJECTS: &[&str] = &[
    "Lampu jalan padam",
    "Jalan berlubang di depan pasar",
    "Antrean loket terlalu lama",
    "Sampah tidak diangkut",
    "Parit tersumbat saat hujan",
    "Berkas akta belum selesai",
    "Puskesmas kehabisan nomor",
    "Angkutan umum ngebut",
    "Parkir tanpa karcis",
    "Bantuan belum diterima",
    "Surat pindah lama terbit",
    "KTP hilang belum dicetak",
    "Air bersih tidak mengalir",
    "Pohon tumbang menutup jalan",
];

const PLACES: &[&str] = &["dekat sekolah", "di simpang empat", "di belakang pasar", "di gang masjid", "di depan kantor lurah", "di tepi sungai", "di kompleks lama", "di terminal"];

/// Working days of their clock. Nothing happens to them by itself: a benchmark is not moved on while it runs.
const DAYS: i64 = 14;

/// Rows a statement; SQLite allows 32,766 parameters.
const BATCH: u64 = 500;

/// Writes `count` cases spread over governments, units, services and the last two years.
///
/// # Errors
/// The database's.
pub async fn make_cases(portal: &Portal, count: u64, mut progress: impl FnMut(u64)) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let targets: Vec<(UnitId, String, String)> = on!(&mut tx, conn => sqlx::query_as(
        "select u.id, u.government, g.reference_prefix from unit u join government g on g.slug = u.government where u.kind not in ('pemerintah', 'desa') order by u.id").fetch_all(conn).await?);
    let services: Vec<(ServiceId, UnitId)> = on!(&mut tx, conn => sqlx::query_as("select id, unit_id from service where unit_id is not null order by id").fetch_all(conn).await?);
    let from: i64 = on!(&mut tx, conn => sqlx::query_scalar("select count(*) from feedback_case where target_kind = 'unit' and title like '% nomor %'").fetch_one(conn).await?);
    let calendar = Calendar::whole(&mut tx).await?;
    tx.commit().await?;
    let now = portal.now();
    let step = (2 * 365 * 24 * HOUR / i64::try_from(count.max(1)).unwrap_or(i64::MAX)).max(1);
    let mut done = 0;
    while done < count {
        let mut tx = portal.db.begin().await?;
        // Ten statements a commit: a commit costs a wait for the disk.
        for _ in 0..10 {
            let rows: Vec<Row> =
                (done..count.min(done + BATCH)).map(|i| row(portal, i + from.unsigned_abs(), now - (count - i) as i64 * step, &targets, &services, &calendar)).collect();
            done += rows.len() as u64;
            insert(&mut tx, &rows).await?;
            record(portal, &mut tx, &rows).await?;
            for row in &rows {
                search::index_case(&mut tx, row.id, &row.government, row.at, &row.title).await?;
            }
            if done >= count {
                break;
            }
        }
        tx.commit().await?;
        crate::ledger::sequence(portal).await?;
        progress(done);
    }
    super::recount(portal).await
}

/// Makes every synthetic case one that waits for its unit, for measuring what a new table of holidays costs. Says how many.
///
/// # Errors
/// The database's.
pub async fn assign_all(portal: &Portal) -> Result<u64> {
    let mut tx = portal.db.begin().await?;
    let count = on!(&mut tx, conn => sqlx::query("update feedback_case set status = 'assigned', follow_from = clock_from where title like '% nomor %'").execute(conn).await?.rows_affected());
    tx.commit().await?;
    Ok(count)
}

/// When the first and the last case was received, for measuring what their numbers cost.
///
/// # Errors
/// The database's; none where there is no case.
pub async fn span(linked: &mut impl Linked) -> Result<(Millis, Millis)> {
    Ok(on!(linked, conn => sqlx::query_as("select min(received_at), max(received_at) from feedback_case").fetch_one(conn).await?))
}

/// What [`insert`] wrote as steps.
async fn record(portal: &Portal, tx: &mut Tx, rows: &[Row]) -> Result<()> {
    let contents: Vec<_> = rows.iter().map(|r| (&r.text, r.kind.as_str())).collect();
    let received: Vec<_> = rows
        .iter()
        .zip(&contents)
        .map(|(row, content)| (row.at, Entry { government: &row.government, kind: "feedback-received", subject: &row.reference, by_reporter: false, content }))
        .collect();
    append_many(portal, tx, &received).await?;
    let contents: Vec<_> = rows.iter().map(|r| assigned(&r.title, "anonim", r.unit, &r.text)).collect();
    let given: Vec<_> = rows
        .iter()
        .zip(&contents)
        .map(|(row, content)| (row.at + 30 * MINUTE, Entry { government: &row.government, kind: "feedback-assigned", subject: &row.reference, by_reporter: false, content }))
        .collect();
    append_many(portal, tx, &given).await
}

struct Row {
    id: CaseId,
    government: String,
    reference: String,
    repeat: Vec<u8>,
    kind: Kind,
    status: &'static str,
    unit: UnitId,
    service: Option<ServiceId>,
    title: String,
    text: String,
    at: Millis,
    answered_at: Option<Millis>,
    element: Option<&'static str>,
    received_on: String,
    answer_due: Option<String>,
}

fn row(portal: &Portal, i: u64, at: Millis, targets: &[(UnitId, String, String)], services: &[(ServiceId, UnitId)], calendar: &Calendar) -> Row {
    let received_on = day_text(local_day(at, 7));
    let pick = i.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let (unit, government, prefix) = &targets[(pick >> 7) as usize % targets.len()];
    let service = services.iter().find(|(_, u)| u == unit).map(|(s, _)| *s);
    let title = format!("{} {} nomor {i}", SUBJECTS[(pick >> 17) as usize % SUBJECTS.len()], PLACES[(pick >> 27) as usize % PLACES.len()]);
    let text = format!("{title}. Sudah terjadi sejak minggu lalu dan banyak warga yang mengeluh; mohon diperiksa dan diperbaiki secepatnya.");
    let month = crate::clock::local(at, 7);
    let context = format!("{prefix}-{:02}{:02}", month.year().rem_euclid(100), u8::from(month.month()));
    let now = portal.now();
    let portal = portal.at(at);
    let status = ["assigned", "in_progress", "responded", "closed", "closed", "closed"][(pick >> 47) as usize % 6];
    let answered = matches!(status, "responded" | "closed");
    Row {
        id: CaseId(portal.new_id()),
        government: government.clone(),
        reference: format!("{context}-{}", short_code(&context, i, 7)),
        repeat: sha256(&[b"synthetic", &i.to_be_bytes()]).to_vec(),
        kind: [Kind::Complaint, Kind::Complaint, Kind::Complaint, Kind::Suggestion, Kind::InformationRequest][(pick >> 37) as usize % 5],
        status,
        unit: *unit,
        service,
        title,
        text,
        at,
        // Within three weeks, most of them in the first.
        answered_at: answered.then(|| (at + ((pick >> 11) % 22).min((pick >> 21) % 22) as i64 * DAY).min(now)),
        answer_due: super::clocks::due(calendar, &received_on, DAYS, ""),
        received_on,
        element: service.and(Element::ALL.get((pick >> 31) as usize % (Element::ALL.len() + 3))).map(|e| e.as_str()),
    }
}

macro_rules! insert_rows {
    ($db:ty, $conn:expr, $rows:expr) => {{
        let mut query = QueryBuilder::<$db>::new(
            "insert into feedback_case (id, government, reference, repeat_hash, kind, status, target_kind, unit_id, service_id, handling_unit_id, text, title, public_text, protection, received_at, answer_due, published_at, closed_reason, answered_at, element, verify_from, clock_from, clock_days) ",
        );
        query.push_values($rows, |mut b, r| {
            b.push_bind(r.id).push_bind(&r.government).push_bind(&r.reference).push_bind(&r.repeat).push_bind(r.kind.as_str()).push_bind(r.status).push_bind("unit").push_bind(r.unit).push_bind(r.service).push_bind(r.unit);
            b.push_bind(&r.text).push_bind(&r.title).push_bind(&r.text).push_bind("anonim").push_bind(r.at).push_bind(&r.answer_due).push_bind(r.at + 30 * MINUTE).push_bind((r.status == "closed").then_some("confirmed"));
            b.push_bind(r.answered_at).push_bind(r.element).push_bind(&r.received_on).push_bind(&r.received_on).push_bind(DAYS);
        });
        query.build().execute(&mut *$conn).await?;
        let mut query = QueryBuilder::<$db>::new("insert into feedback_step (case_id, number, kind, at, by_role, unit_id) ");
        query.push_values($rows.iter().flat_map(|r| [(r, 1i64, "received", r.at), (r, 2, "assigned", r.at + 30 * MINUTE)]), |mut b, (r, number, kind, at)| {
            b.push_bind(r.id).push_bind(number).push_bind(kind).push_bind(at).push_bind(if number == 1 { "reporter" } else { "verifier" }).push_bind(r.unit);
        });
        query.build().execute(&mut *$conn).await?;
    }};
}

async fn insert(tx: &mut Tx, rows: &[Row]) -> Result<()> {
    match tx.link() {
        Link::Sqlite(conn) => insert_rows!(Sqlite, conn, rows),
        Link::Postgres(conn) => insert_rows!(Postgres, conn, rows),
    }
    Ok(())
}
