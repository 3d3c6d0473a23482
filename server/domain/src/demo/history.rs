//! The demonstration's past: earlier names of agencies, earlier standards, workload analyses; and what its administrators
//! changed lately, one of it waiting for the second person.

use std::collections::HashMap;

use serde::Deserialize;
use vocabulary::directory::SubjectKind;

use super::accounts::Staff;
use crate::clock::{day_text, parse_day};
use crate::directory::changes::submit;
use crate::directory::edit::{Fields, standard, unit};
use crate::directory::gate::Gate;
use crate::directory::history::{self, UnitContent};
use crate::directory::standards::{self, content_on};
use crate::directory::workload::{self, Task};
use crate::directory::{government, governments, services, units};
use crate::error::{Error, Result};
use crate::ids::{PositionId, ServiceId, UnitId};
use crate::on;
use crate::portal::Portal;

#[derive(Deserialize)]
struct Past {
    units: Vec<PastUnit>,
    standards: Vec<PastStandard>,
}

#[derive(Deserialize)]
struct PastUnit {
    government: String,
    unit: String,
    valid_from: String,
    name: String,
    about: String,
}

#[derive(Deserialize)]
struct PastStandard {
    service_key: String,
    valid_from: String,
    completion_time: String,
    fee: String,
    decree: String,
}

#[derive(Deserialize)]
struct PastTask {
    task: String,
    volume_per_year: i64,
    minutes: i64,
}

fn broken(e: &serde_json::Error) -> Error {
    Error::Broken(e.to_string())
}

/// What was before the demonstration's first day.
pub async fn earlier(portal: &Portal) -> Result<()> {
    let mut past: Past = serde_json::from_str(include_str!("../../../data/demo/history.json")).map_err(|e| broken(&e))?;
    // The latest first: each goes before what is known already.
    past.units.sort_by(|a, b| b.valid_from.cmp(&a.valid_from));
    past.standards.sort_by(|a, b| b.valid_from.cmp(&a.valid_from));
    let mut tx = portal.db.begin().await?;
    for earlier in past.units {
        let Ok((id, _)) = units::named(&mut tx, &earlier.government, &earlier.unit).await else { continue };
        let known = history::all::<UnitContent>(&mut tx, id.0).await?;
        let Some(first) = known.first() else { continue };
        let content = UnitContent { name: earlier.name, about: earlier.about, ..first.content.clone() };
        history::prepend(&mut tx, &earlier.government, id.0, &content, &earlier.valid_from).await?;
    }
    for earlier in past.standards {
        let found: Vec<(ServiceId, String)> = on!(&mut tx, conn => sqlx::query_as(
            "select s.id, min(v.valid_from) from service s join service_standard v on v.service_id = s.id where s.import_key = $1 group by s.id").bind(&earlier.service_key).fetch_all(conn).await?);
        for (service, first) in found {
            let Some(known) = content_on(&mut tx, service, &first).await? else { continue };
            let content = standards::StandardContent { decree: Some(earlier.decree.clone()), completion_time: earlier.completion_time.clone(), fee: earlier.fee.clone(), ..known };
            standards::prepend(&mut tx, service, &content, &earlier.valid_from).await?;
            on!(&mut tx, conn => sqlx::query("update service set valid_from = $1 where id = $2 and valid_from > $1").bind(&earlier.valid_from).bind(service).execute(conn).await?.rows_affected());
            on!(&mut tx, conn => sqlx::query("update directory_version set valid_from = $1 where subject_id = $2 and kind = 'service' and valid_from > $1").bind(&earlier.valid_from).bind(service).execute(conn).await?.rows_affected());
            on!(&mut tx, conn => sqlx::query("update service set version_from = $1 where id = $2 and version_from > $1").bind(&earlier.valid_from).bind(service).execute(conn).await?.rows_affected());
        }
    }
    // Agencies were there before their descriptions: a post is as old as the files say, its unit may be older.
    let loads: HashMap<String, HashMap<String, Vec<PastTask>>> = serde_json::from_str(include_str!("../../../data/demo/workloads.json")).map_err(|e| broken(&e))?;
    for (agency, posts) in loads {
        for (key, tasks) in posts {
            let tasks: Vec<Task> = tasks.into_iter().map(|t| Task { task: t.task, volume_per_year: t.volume_per_year, minutes: t.minutes }).collect();
            let found: Vec<PositionId> = on!(&mut tx, conn => sqlx::query_scalar("select p.id from position p join unit u on u.id = p.unit_id where u.agency_key = $1 and p.slug = $2 || '-' || u.slug")
                .bind(&agency).bind(key.replace('_', "-")).fetch_all(conn).await?);
            for position in found {
                workload::write(&mut tx, position, &tasks).await?;
            }
        }
    }
    tx.commit().await
}

/// What administrators changed in the last weeks.
pub async fn lately(portal: &Portal, staff: &Staff) -> Result<()> {
    let admin = staff.get("admin/medan")?;
    let mut conn = portal.db.read().await?;
    let medan = government(&mut conn, "medan").await?;
    let all = governments(&mut conn).await?;
    debug_assert!(!all.is_empty());
    let today = medan.today(portal.now());
    let day = |days: i64| parse_day(&today).and_then(|d| d.checked_add(time::Duration::days(days))).map(day_text).unwrap_or_else(|| today.clone());
    let (dukcapil, _) = units::named(&mut conn, "medan", "disdukcapil").await?;
    let UnitId(id) = dukcapil;
    let version = history::on_day::<UnitContent>(&mut conn, id, &today).await?.ok_or(Error::NotFound)?;
    let mut fields: Fields = unit::fields(&mut conn, &version.content).await?;
    fields.set("jam", "Senin\u{2013}Kamis 08.00\u{2013}16.00, Jumat 08.00\u{2013}16.30, Sabtu 09.00\u{2013}12.00 (perekaman KTP-el)");
    fields.set("mulai", day(-20));
    fields.set("alasan", "Perekaman KTP-el dibuka pada hari Sabtu setelah banyak warga tidak sempat datang pada hari kerja.");
    fields.set("sk", "Keputusan Kepala Dinas Nomor 47 Tahun 2026 (contoh)");
    let change = unit::change(portal, &mut conn, &medan, Some("disdukcapil"), &fields).await?;
    debug_assert!(change.iter().all(|c| c.kind == SubjectKind::Unit));
    let service = services::show(&mut conn, Gate::inside(), "medan", "akta-kelahiran").await?;
    let mut promise = content_on(&mut conn, service.id, &today).await?.map(|c| standard::fields(&c)).unwrap_or_default();
    promise.set("waktu", "1 hari kerja sejak berkas lengkap; dokumen dikirim lewat surel bila dimohon daring");
    promise.set("mulai", day(14));
    promise.set("alasan", "Hasil forum konsultasi publik: warga meminta kutipan akta dapat diterima tanpa datang lagi ke loket.");
    promise.set("sk", "Rancangan Keputusan Kepala Dinas tentang Standar Pelayanan (contoh)");
    let proposal = standard::change(&mut conn, &medan, "akta-kelahiran", &promise, &today).await?;
    drop(conn);
    submit(&portal.at(portal.now() - 20 * crate::clock::DAY), admin, "medan", change).await?;
    submit(portal, admin, "medan", proposal).await?;
    let mut tx = portal.db.begin().await?;
    history::turn(&mut tx, "medan", &today).await?;
    tx.commit().await
}
