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
    /// `verify`, `answer`, or `answer-again` for what was due after that.
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

/// One round of the answer's clock: it begins anew with a contest, when the case is taken up again, and when it is opened
/// again.
struct Round {
    /// What began it; none for the first.
    began: Option<(StepKind, String)>,
    due: Option<String>,
    /// The day of the first answer in it.
    done: Option<String>,
}

impl Round {
    fn is_missed(&self, today: &str) -> bool {
        self.due.as_deref().is_some_and(|due| self.done.as_deref().unwrap_or(today) > due)
    }
}

/// The rounds of a case, the last with the day that is due now.
fn rounds(steps: &[Step], answer_due: Option<&str>, offset: i64) -> Vec<Round> {
    let day = |step: &Step| day_text(local_day(step.at, offset));
    let (mut found, mut open) = (Vec::new(), Round { began: None, due: None, done: None });
    for step in steps {
        match step.kind {
            StepKind::Answered | StepKind::Archived if open.done.is_none() => open.done = Some(day(step)),
            StepKind::Contested | StepKind::Resumed | StepKind::Reopened if step.clock.is_some() => {
                let next = Round { began: Some((step.kind, day(step))), due: None, done: None };
                found.push(Round { due: step.old_due.clone(), ..std::mem::replace(&mut open, next) });
            }
            _ => {}
        }
    }
    found.push(Round { due: answer_due.map(str::to_owned), ..open });
    found
}

/// Whether everyone may take this case to the Ombudsman: its last day has passed, or one before it was missed, and its
/// reporter has not said that it is solved.
pub fn may_go_on(steps: &[Step], answer_due: Option<&str>, closed_reason: Option<&str>, government: &Government, today: &str) -> bool {
    let was_missed = || rounds(steps, answer_due, government.utc_offset_hours).iter().any(|round| round.is_missed(today));
    closed_reason != Some("confirmed") && (answer_due.is_some_and(|due| due < today) || was_missed())
}

/// The published half of a case that may go on.
///
/// # Errors
/// [`Error::NotFound`] for what is not published, not there, or not due.
pub async fn public_dossier(portal: &Portal, government: &Government, reference: &str) -> Result<Dossier> {
    let mut conn = portal.db.read().await?;
    let row: Option<Row> = on!(&mut conn, c => sqlx::query_as(row!("c.government = $1 and c.reference = $2")).bind(&government.slug).bind(reference).fetch_optional(c).await?);
    let row = row.filter(|r| r.public).ok_or(Error::NotFound)?;
    let steps = steps(&mut conn, row.id).await?;
    if !may_go_on(&steps, row.answer_due.as_deref(), row.closed_reason.as_deref(), government, &government.today(portal.now())) {
        return Err(Error::NotFound);
    }
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
    let day = |step: &Step| day_text(local_day(step.at, government.utc_offset_hours));
    // A unit that gave it back began the coordinator's clock anew.
    let returned = steps.iter().rposition(|s| s.kind == StepKind::Returned).map_or(0, |at| at + 1);
    let verified = steps[returned..].iter().find(|s| matches!(s.kind, StepKind::Assigned | StepKind::Archived)).map(&day);
    let first = |done, due| (("verify", "feedback.verify".to_owned(), received.clone()), Round { began: None, due, done });
    let mut told = vec![first(verified, row.verify_due.clone())];
    for round in rounds(&steps, row.answer_due.as_deref(), government.utc_offset_hours) {
        let (what, key, since) = match &round.began {
            None => ("answer", format!("feedback.answer.{}", row.kind), received.clone()),
            Some((StepKind::Reopened, since)) => ("answer-again", format!("feedback.answer.{}", row.kind), since.clone()),
            Some((_, since)) => ("answer-again", "feedback.answer_again".to_owned(), since.clone()),
        };
        told.push(((what, key, since), round));
    }
    let mut deadlines = Vec::new();
    for ((what, key, since), round) in told {
        let Some(rule) = rules::maybe_in_force(linked, &key, &since).await? else { continue };
        let missed = round.is_missed(&today);
        let Some(due) = round.due else { continue };
        deadlines.push(Due { what, due, done: round.done, missed, working_days: rule.value, citation: rule.citation });
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
