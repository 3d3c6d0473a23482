//! The demonstration: four governments with a town's worth of directory, cases in all stages, evidence and talk. It is
//! told through the same functions that residents and staff use, with the clock set to each moment.

mod accounts;
mod announcements;
mod cases;
mod development;
mod following;
mod forum;
mod history;
mod ideas;
mod performance;
mod quarter;
mod workspace;

use crate::clock::{DAY, Millis, parse_moment};
use crate::directory::import::{Enrichment, FILES, fill_posts, import_file, reindex, sign_pledges};
use crate::error::{Error, Result};
use crate::portal::Portal;

/// The reference data that ships with the program.
pub fn reference_file(name: &str) -> Option<&'static str> {
    Some(match name {
        "areas.csv" => include_str!("../../data/reference/areas.csv"),
        "holidays_id_2024_2027.csv" => include_str!("../../data/reference/holidays_id_2024_2027.csv"),
        "rules.csv" => include_str!("../../data/reference/rules.csv"),
        "tenants.csv" => include_str!("../../data/reference/tenants.csv"),
        "opd.csv" => include_str!("../../data/reference/opd.csv"),
        "positions.json" => POSITIONS,
        "services.json" => include_str!("../../data/reference/services.json"),
        "redirects.csv" => include_str!("../../data/reference/redirects.csv"),
        "demo_people.csv" => include_str!("../../data/reference/demo_people.csv"),
        _ => return None,
    })
}

const POSITIONS: &str = include_str!("../../data/reference/positions.json");

/// The day on which the demonstration's history ends as it is written.
const TOLD_UNTIL: &str = "2026-11-21T09:00:00+07:00";

/// Fills an empty database; `progress` is told what is being done and how far it is.
///
/// # Errors
/// [`Error::Configuration`] when the database has governments already; whatever the told steps refuse.
pub async fn fill(portal: &Portal, progress: &mut (dyn FnMut(&str, usize, usize) + Send)) -> Result<()> {
    let mut conn = portal.db.read().await?;
    if !crate::directory::governments(&mut conn).await?.is_empty() {
        return Err(Error::Configuration("the database is not empty; the demonstration needs one of its own".into()));
    }
    drop(conn);
    let more = stock(portal, progress).await?;
    fill_posts(portal, |done, total| progress("people in posts", done, total)).await?;
    progress("history of the directory", 0, 1);
    history::earlier(portal).await?;
    sign_pledges(portal, &more.valid_from, "Keputusan contoh 060/2025").await?;
    let shift = shift(portal.now());
    let staff = accounts::make(portal).await?;
    history::lately(portal, &staff).await?;
    progress("search index", 0, 1);
    reindex(portal).await?;
    announcements::tell(portal, &staff, shift, progress).await?;
    cases::tell(portal, &staff, shift, progress).await?;
    workspace::tell(portal, &staff).await?;
    forum::tell(portal, &staff, shift, progress).await?;
    development::tell(portal, &staff, shift, progress).await?;
    development::grow(portal, &staff, shift).await?;
    ideas::tell(portal, &staff, shift, progress).await?;
    performance::tell(portal, &staff, shift, progress).await?;
    quarter::tell(portal, &staff, shift, progress).await?;
    following::tell(portal, moment(TOLD_UNTIL, shift)?).await?;
    // It was told government by government; the ledger has it by date.
    crate::ledger::sequence_by_date(portal).await
}

/// The reference data and the directory, and nothing that happened: what [`fill`] and the simulation begin with.
///
/// # Errors
/// Whatever a file refuses.
pub async fn stock(portal: &Portal, progress: &mut (dyn FnMut(&str, usize, usize) + Send)) -> Result<Enrichment> {
    let more = Enrichment {
        unit_profiles: Some(include_str!("../../data/reference/unit_profiles.json").into()),
        service_content: Some(include_str!("../../data/reference/service_content.json").into()),
        valid_from: "2025-01-06".into(),
        positions: Some(POSITIONS.into()),
    };
    for (done, name) in FILES.iter().enumerate() {
        progress(name, done, FILES.len());
        let text = reference_file(name).ok_or_else(|| Error::Broken(format!("{name} is not in the program")))?;
        let outcome = import_file(portal, name, text, &more, false).await?;
        if !outcome.imported {
            return Err(Error::Broken(format!("{name}: {:?}", outcome.bad)));
        }
    }
    Ok(more)
}

/// By how much the told history moves so that it ends this week: whole weeks, so that working days stay such.
fn shift(now: Millis) -> Millis {
    let end = parse_moment(TOLD_UNTIL).unwrap_or_default();
    ((now - end).max(0) / (7 * DAY)) * 7 * DAY
}

fn moment(text: &str, shift: Millis) -> Result<Millis> {
    parse_moment(text).map(|at| at + shift).ok_or_else(|| Error::Broken(format!("{text:?} is no moment")))
}
