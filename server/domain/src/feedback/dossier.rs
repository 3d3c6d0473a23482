//! Everything of one case that goes to the Ombudsman: what was sent, each step, what was due when and by which rule,
//! what was missed, and its places in the ledger.

use vocabulary::feedback::{Kind, Status, StepKind};

use super::steps::{Step, steps};
use super::track::TrackedCase;
use crate::clock::{Millis, day_text, local_day};
use crate::db::Linked;
use crate::directory::Government;
use crate::error::{Error, Result};
use crate::ids::CaseId;
use crate::ledger::{self, Head, Listed};
use crate::on;
use crate::portal::Portal;
use crate::rules;

/// A day by which something was to be done, and how it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// `verify` or `answer`.
    pub what: &'static str,
    pub due: String,
    /// The day on which it was done first.
    pub done: Option<String>,
    pub missed: bool,
    /// The rule that set it.
    pub working_days: i64,
    pub citation: String,
}

#[derive(Debug)]
pub struct Dossier {
    pub reference: String,
    pub kind: Kind,
    pub status: Status,
    pub title: String,
    /// The words as they were sent for who holds the receipt, as they were published for everyone else.
    pub text: String,
    pub own: bool,
    pub about: Option<String>,
    pub handling: Option<String>,
    pub area: Option<String>,
    pub received_at: Millis,
    pub deadlines: Vec<Due>,
    pub steps: Vec<Step>,
    pub entries: Vec<Listed>,
    pub head: Head,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: CaseId,
    reference: String,
    #[sqlx(try_from = "String")]
    kind: Kind,
    #[sqlx(try_from = "String")]
    status: Status,
    title: String,
    text: String,
    public_text: Option<String>,
    about: Option<String>,
    handling: Option<String>,
    area: Option<String>,
    received_at: Millis,
    verify_due: Option<String>,
    answer_due: Option<String>,
    closed_reason: Option<String>,
    public: bool,
}

macro_rules! row {
    ($tail:literal) => {
        concat!(
            "select c.id, c.reference, c.kind, c.status, c.title, c.text, c.public_text, coalesce(s.short_name, p.title, u.name) as about, h.name as handling, a.name as area, c.received_at, c.verify_due, ",
            "c.answer_due, c.closed_reason, c.published_at is not null and c.public_text is not null as public from feedback_case c left join service s on s.id = c.service_id left join unit u on u.id = c.unit_id ",
            "left join position p on p.id = c.position_id left join unit h on h.id = c.handling_unit_id left join area a on a.code = c.area_code where ",
            $tail
        )
    };
}

/// Whether everyone may take this case to the Ombudsman: its last day has passed and its reporter has not said that it
/// is solved.
pub fn may_go_on(answer_due: Option<&str>, closed_reason: Option<&str>, today: &str) -> bool {
    answer_due.is_some_and(|due| due < today) && closed_reason != Some("confirmed")
}

/// The published half of a case that may go on.
///
/// # Errors
/// [`Error::NotFound`] for what is not published, not there, or not due.
pub async fn public_dossier(portal: &Portal, government: &Government, reference: &str) -> Result<Dossier> {
    let mut conn = portal.db.read().await?;
    let row: Option<Row> = on!(&mut conn, c => sqlx::query_as(row!("c.government = $1 and c.reference = $2")).bind(&government.slug).bind(reference).fetch_optional(c).await?);
    let row = row.filter(|r| r.public && may_go_on(r.answer_due.as_deref(), r.closed_reason.as_deref(), &government.today(portal.now()))).ok_or(Error::NotFound)?;
    complete(portal, &mut conn, government, row, false).await
}

/// All of it, for who holds the receipt, at any time.
///
/// # Errors
/// The database's.
pub async fn own_dossier(portal: &Portal, government: &Government, case: &TrackedCase) -> Result<Dossier> {
    ledger::sequence(portal).await?;
    let mut conn = portal.db.read().await?;
    let row: Option<Row> = on!(&mut conn, c => sqlx::query_as(row!("c.id = $1")).bind(case.id).fetch_optional(c).await?);
    complete(portal, &mut conn, government, row.ok_or(Error::NotFound)?, true).await
}

async fn complete(portal: &Portal, linked: &mut impl Linked, government: &Government, row: Row, own: bool) -> Result<Dossier> {
    let today = government.today(portal.now());
    let steps = steps(linked, row.id).await?;
    let received = day_text(local_day(row.received_at, government.utc_offset_hours));
    let first = |kinds: &[StepKind]| steps.iter().find(|s| kinds.contains(&s.kind)).map(|s| day_text(local_day(s.at, government.utc_offset_hours)));
    let mut deadlines = Vec::new();
    for (what, due, key, done) in [
        ("verify", &row.verify_due, "feedback.verify".to_owned(), first(&[StepKind::Assigned, StepKind::Archived])),
        ("answer", &row.answer_due, format!("feedback.answer.{}", row.kind), first(&[StepKind::Answered, StepKind::Archived])),
    ] {
        let Some(due) = due else { continue };
        let Some(rule) = rules::maybe_in_force(linked, &key, &received).await? else { continue };
        let missed = done.as_ref().unwrap_or(&today) > due;
        deadlines.push(Due { what, due: due.clone(), done, missed, working_days: rule.value, citation: rule.citation });
    }
    let entries = ledger::of_subject(linked, &row.reference).await?;
    let head = ledger::head(linked).await?;
    Ok(Dossier {
        reference: row.reference,
        kind: row.kind,
        status: row.status,
        title: row.title,
        text: if own { row.text } else { row.public_text.unwrap_or_default() },
        own,
        about: row.about,
        handling: row.handling,
        area: row.area,
        received_at: row.received_at,
        deadlines,
        steps,
        entries,
        head,
    })
}
