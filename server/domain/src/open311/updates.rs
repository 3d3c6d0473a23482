//! What changed: every step of published requests that everyone may read, as others ask for it again and again; and words
//! of whoever sent a request, which reach those who handle it as a message of the reporter.

use vocabulary::feedback::{ByRole, StepKind};
use vocabulary::open311::RequestState;

use super::keys::{ApiKey, use_key};
use super::submit::sent_by;
use crate::clock::{HOUR, MINUTE, Millis};
use crate::db::Linked;
use crate::directory::Government;
use crate::error::Result;
use crate::feedback::write_as_reporter;
use crate::on;
use crate::portal::Portal;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Update {
    pub reference: String,
    pub number: i64,
    #[sqlx(try_from = "String")]
    pub kind: StepKind,
    /// The newest step until then that says where the request stands.
    #[sqlx(try_from = "String")]
    left_in: StepKind,
    pub at: Millis,
    #[sqlx(try_from = "String")]
    pub by_role: ByRole,
    pub note: String,
    pub outcome: Option<String>,
    pub photo: Option<i64>,
}

impl Update {
    /// The state that it left the request in.
    pub const fn state(&self) -> RequestState {
        match self.left_in {
            StepKind::Archived | StepKind::Lapsed | StepKind::Merged | StepKind::Redirected | StepKind::Confirmed | StepKind::ClosedSilent | StepKind::Withdrawn => {
                RequestState::Closed
            }
            StepKind::ReopenAsked | StepKind::ReopenDeclined | StepKind::AskedAgain | StepKind::StillSolved | StepKind::SolvedNoMore => RequestState::Closed,
            _ => RequestState::Open,
        }
    }
}

/// From one moment until another, both included, the first first. It begins at the hour: of a reporter's step only that is
/// kept, and a program that asks again from where it ended would never hear of it.
///
/// # Errors
/// The database's.
pub async fn updates(linked: &mut impl Linked, government: &str, from: Millis, until: Millis, skip: i64, most: i64) -> Result<Vec<Update>> {
    let from = from.saturating_sub(MINUTE);
    let from = from.saturating_sub(from.rem_euclid(HOUR));
    Ok(on!(linked, conn => sqlx::query_as(
        "select c.reference, s.number, s.kind, coalesce((select x.kind from feedback_step x where x.case_id = s.case_id and x.number <= s.number \
           and x.kind not in ('internal', 'handed', 'joined', 'parted', 'photo_withheld', 'photo_released', 'photo_added', 'due_changed') order by x.number desc limit 1), s.kind) as left_in, s.at, s.by_role, s.note, s.outcome, (select min(f.number) from feedback_photo f where f.case_id = s.case_id and f.step_number = s.number and f.withheld_at is null) as photo \
         from feedback_step s join feedback_case c on c.id = s.case_id where s.at >= $2 and s.at <= $3 and c.government = $1 and c.published_at is not null and c.public_text is not null \
         and s.kind not in ('internal', 'handed') order by s.at, s.case_id, s.number limit $5 offset $4")
        .bind(government).bind(from).bind(until).bind(skip).bind(most).fetch_all(conn).await?))
}

/// Words about a request, by the key that sent it.
///
/// # Errors
/// [`crate::Error::NotFound`] for what another key sent; a problem of `pesan` when that is too many for a day.
pub async fn write_update(portal: &Portal, government: &Government, key: &ApiKey, reference: &str, text: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    use_key(&mut tx, key.id, &government.today(portal.now())).await?;
    let case = sent_by(&mut tx, key, reference).await?;
    tx.commit().await?;
    write_as_reporter(portal, case, text).await
}
