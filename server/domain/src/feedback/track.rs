//! Following by receipt: six digits select, fourteen verify. A wrong selector costs the same work as a right one.

use std::sync::LazyLock;

use tokio::sync::Semaphore;
use vocabulary::feedback::{Kind, Protection, Status};
use vocabulary::receipt::Receipt;

use super::deadline::CaseClock;
use super::steps::{Step, steps};
use crate::clock::Millis;
use crate::db::{Conn, Linked};
use crate::error::{Error, Result};
use crate::ids::CaseId;
use crate::on;
use crate::portal::Portal;
use crate::secrets::{Chance, hash_receipt, verifies};

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct TrackedCase {
    pub id: CaseId,
    pub government: String,
    pub government_name: String,
    pub utc_offset_hours: i64,
    pub reference: String,
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    #[sqlx(try_from = "String")]
    pub status: Status,
    #[sqlx(try_from = "String")]
    pub protection: Protection,
    pub title: String,
    pub text: String,
    pub unit_name: Option<String>,
    pub received_at: Millis,
    pub verify_due: Option<String>,
    pub answer_due: Option<String>,
    pub published_at: Option<Millis>,
    pub closed_reason: Option<String>,
    pub photo_count: i64,
    pub clock_days: Option<i64>,
    pub paused_since: Option<String>,
    pub info_due: Option<String>,
    pub reply_due: Option<String>,
    pub escalation_level: i64,
    pub closed_at: Option<Millis>,
    pub withdrawn_at: Option<Millis>,
    pub reopen_asked_at: Option<Millis>,
    pub asked_again_at: Option<Millis>,
    pub still_solved: Option<String>,
    /// The other office it was sent on to, and its key where it is a known one.
    pub redirected_office: Option<String>,
    pub redirected_to: Option<String>,
    pub merged_into_id: Option<CaseId>,
}

impl TrackedCase {
    /// Where it stands with its last day.
    pub fn clock(&self) -> CaseClock<'_> {
        CaseClock { status: self.status, clock_days: self.clock_days, answer_due: self.answer_due.as_deref(), paused_since: self.paused_since.as_deref() }
    }
}

/// The case that a report became part of, as everyone may know it: where it is not published, its state and no word.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct MainCase {
    id: CaseId,
    /// Set where everyone may read it.
    pub published_at: Option<Millis>,
    #[sqlx(try_from = "String")]
    pub status: Status,
    pub closed_reason: Option<String>,
    pub answer_due: Option<String>,
    pub clock_days: Option<i64>,
    reference: String,
    #[sqlx(skip)]
    pub steps: Vec<Step>,
}

impl MainCase {
    /// Its reference, where it has a public page.
    pub fn public_reference(&self) -> Option<&str> {
        self.published_at.map(|_| self.reference.as_str())
    }

    /// Where it stands with its last day; that it waits for its own reporter is between those two.
    pub fn clock(&self) -> CaseClock<'_> {
        CaseClock { status: self.status, clock_days: self.clock_days, answer_due: self.answer_due.as_deref(), paused_since: None }
    }
}

/// The main case of a report that was merged.
///
/// # Errors
/// The database's.
pub async fn main_case(linked: &mut impl Linked, case: &TrackedCase) -> Result<Option<MainCase>> {
    let Some(id) = case.merged_into_id else { return Ok(None) };
    let mut main: MainCase = on!(linked, c => sqlx::query_as("select id, reference, published_at, status, closed_reason, answer_due, clock_days from feedback_case where id = $1").bind(id).fetch_one(c).await?);
    let published = main.published_at.is_some();
    main.steps = steps(linked, main.id).await?;
    for step in main.steps.iter_mut().filter(|_| !published) {
        // Of what is not public only that something was done, and when.
        (step.note, step.reason, step.outcome) = (String::new(), None, None);
    }
    Ok(Some(main))
}

/// A verifier that nothing matches, for selectors that select nothing.
static NOTHING: LazyLock<String> = LazyLock::new(|| hash_receipt(&Chance::System, "").unwrap_or_default());

/// No more than this many at once, however many try: each takes a megabyte and a core.
static HASHING: Semaphore = Semaphore::const_new(4);

/// Which case the secret opens, and how many hashes it took to know: one at least, so that a selector which selects
/// nothing costs what a wrong secret costs.
fn matching(secret: &str, mut candidates: Vec<(CaseId, String)>) -> (Option<CaseId>, usize) {
    // Made here, whether it is needed or not: the first wrong selector would take longer.
    let nothing = (CaseId(uuid::Uuid::nil()), NOTHING.clone());
    if candidates.is_empty() {
        candidates.push(nothing);
    }
    let mut hashed = 0;
    let found = candidates.into_iter().find(|(_, verifier)| {
        hashed += 1;
        verifies(secret, verifier)
    });
    (found.map(|(case, _)| case), hashed)
}

/// The case of this receipt.
///
/// # Errors
/// [`Error::NotFound`] when no case has it.
pub async fn track(portal: &Portal, receipt: &Receipt) -> Result<TrackedCase> {
    let mut conn = portal.db.read().await?;
    let candidates: Vec<(CaseId, String)> =
        on!(&mut conn, c => sqlx::query_as("select case_id, verifier from feedback_receipt where selector = $1 limit 50").bind(receipt.selector()).fetch_all(c).await?);
    let secret = receipt.secret().to_owned();
    let _turn = HASHING.acquire().await.map_err(|e| Error::Broken(e.to_string()))?;
    let found = tokio::task::spawn_blocking(move || matching(&secret, candidates).0).await.map_err(|e| Error::Broken(e.to_string()))?;
    load(&mut conn, found.ok_or(Error::NotFound)?).await
}

async fn load(conn: &mut Conn, case: CaseId) -> Result<TrackedCase> {
    let found: Option<TrackedCase> = on!(conn, c => sqlx::query_as(
        "select c.id, c.government, g.short_name as government_name, g.utc_offset_hours, c.reference, c.kind, c.status, c.protection, c.title, c.text, \
         coalesce(h.name, u.name) as unit_name, c.received_at, c.verify_due, c.answer_due, c.published_at, c.closed_reason, c.photo_count, \
         c.clock_days, c.paused_since, c.info_due, c.reply_due, c.escalation_level, c.closed_at, c.withdrawn_at, c.reopen_asked_at, c.asked_again_at, c.still_solved, c.redirected_office, c.redirected_to, c.merged_into_id \
         from feedback_case c join government g on g.slug = c.government left join unit u on u.id = c.unit_id left join unit h on h.id = c.handling_unit_id where c.id = $1")
        .bind(case).fetch_optional(c).await?);
    found.ok_or(Error::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_selector_costs_what_a_wrong_secret_costs() {
        let chance = Chance::seeded(3);
        let case = CaseId(uuid::Uuid::from_u128(7));
        let candidates = vec![(case, hash_receipt(&chance, "12345678901234").unwrap())];
        assert_eq!(matching("12345678901234", candidates.clone()), (Some(case), 1));
        assert_eq!(matching("12345678901235", candidates.clone()), (None, 1), "a wrong secret");
        assert_eq!(matching("12345678901234", Vec::new()), (None, 1), "a wrong selector");
        // The same work a hash: the figures stand in the hash, and are those of a real one.
        let figures = |hash: &str| hash.split('$').take(4).collect::<Vec<_>>().join("$");
        assert_eq!(figures(&NOTHING), figures(&candidates[0].1));
        assert!(NOTHING.starts_with("$argon2id$"));
    }
}
