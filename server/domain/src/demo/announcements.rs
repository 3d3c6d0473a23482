//! The told announcements and selections, and what residents say is wrong in the directory.

use serde::Deserialize;
use vocabulary::announcements::{AnnouncementKind, TypedAnnouncement, TypedStage};
use vocabulary::corrections::{CorrectionAnswer, CorrectionInput};

use super::accounts::Staff;
use super::moment;
use crate::accounts::Actor;
use crate::clock::{DAY, Millis, day_text, parse_day};
use crate::directory::{announcements, corrections, government};
use crate::error::{Error, Result};
use crate::portal::Portal;

#[derive(Deserialize)]
struct File {
    announcements: Vec<Announcement>,
    corrections: Vec<Correction>,
}

#[derive(Deserialize)]
struct Announcement {
    government: String,
    unit: String,
    kind: String,
    /// When it was published.
    at: String,
    title: String,
    summary: String,
    body: String,
    #[serde(default)]
    position: String,
    #[serde(default)]
    criteria: String,
    from: String,
    until: Option<String>,
    #[serde(default)]
    stages: Vec<Stage>,
}

#[derive(Deserialize)]
struct Stage {
    name: String,
    from: String,
    until: Option<String>,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
struct Correction {
    government: String,
    about: String,
    at: String,
    text: String,
    answer: Option<Answer>,
}

#[derive(Deserialize)]
struct Answer {
    outcome: String,
    at: String,
    text: String,
}

pub async fn tell(portal: &Portal, staff: &Staff, shift: Millis, progress: &mut (dyn FnMut(&str, usize, usize) + Send)) -> Result<()> {
    let file: File = serde_json::from_str(include_str!("../../../data/demo/announcements.json")).map_err(|e| Error::Broken(e.to_string()))?;
    for (done, told) in file.announcements.iter().enumerate() {
        progress("announcements", done, file.announcements.len());
        announce(portal, staff, shift, told).await.map_err(|e| Error::Broken(format!("announcement {:?}: {e}", told.title)))?;
    }
    for (done, told) in file.corrections.iter().enumerate() {
        progress("corrections", done, file.corrections.len());
        correct(portal, staff, shift, told).await.map_err(|e| Error::Broken(format!("correction about {}: {e}", told.about)))?;
    }
    Ok(())
}

/// Who administers a government's directory.
fn administrator<'a>(staff: &'a Staff, government: &str) -> Result<&'a Actor> {
    staff.get(&format!("admin/{government}")).or_else(|_| staff.get(&format!("petugas/{government}")))
}

async fn announce(portal: &Portal, staff: &Staff, shift: Millis, told: &Announcement) -> Result<()> {
    let mut conn = portal.db.read().await?;
    let government = government(&mut conn, &told.government).await?;
    drop(conn);
    let then = portal.at(moment(&told.at, shift)?);
    let actor = administrator(staff, &told.government)?;
    let kind = AnnouncementKind::parse(&told.kind).ok_or_else(|| Error::Broken(format!("unknown kind {}", told.kind)))?;
    let stages = told.stages.iter().map(|s| TypedStage {
        name: s.name.clone(),
        starts_on: day(&s.from, shift),
        ends_on: s.until.as_ref().map(|d| day(d, shift)).unwrap_or_default(),
        note: s.note.clone(),
    });
    let typed = TypedAnnouncement {
        unit: told.unit.clone(),
        title: told.title.clone(),
        summary: told.summary.clone(),
        body: told.body.clone(),
        position: told.position.clone(),
        criteria: told.criteria.clone(),
        shown_from: day(&told.from, shift),
        shown_until: told.until.as_ref().map(|d| day(d, shift)).unwrap_or_default(),
        stages: stages.collect(),
    };
    let slug = announcements::draft(&then, actor, &told.government, &format!("demo-{}", told.title), &typed.parse(kind)?).await?;
    announcements::publish(&then, actor, &government, &slug, 1).await
}

async fn correct(portal: &Portal, staff: &Staff, shift: Millis, told: &Correction) -> Result<()> {
    let mut conn = portal.db.read().await?;
    let government = government(&mut conn, &told.government).await?;
    drop(conn);
    let then = portal.at(moment(&told.at, shift)?);
    let input = CorrectionInput::parse(&told.about, &told.text, "")?;
    let code = corrections::send(&then, &government, &format!("demo-{}-{}", told.government, told.about), "id", &input).await?;
    if let Some(said) = &told.answer {
        let then = portal.at(moment(&said.at, shift)?);
        // Nobody left an address, so no mail needs the link.
        corrections::answer(&then, administrator(staff, &told.government)?, &told.government, &code, &CorrectionAnswer::parse(&said.outcome, &said.text)?, "").await?;
    }
    Ok(())
}

/// The day, moved like everything told; what is no day is refused by the form.
fn day(text: &str, shift: Millis) -> String {
    parse_day(text).and_then(|d| d.checked_add(time::Duration::days(shift / DAY))).map_or_else(|| text.to_owned(), day_text)
}
