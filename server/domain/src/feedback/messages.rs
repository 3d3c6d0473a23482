//! What reporter and staff write to each other. The words lie in the vault, are public nowhere, and of the reporter's time
//! only the hour is kept.

use vocabulary::feedback::ByRole;
use vocabulary::{Fault, Problems};

use super::act::{Act, act};
use super::case::{Desk, StaffCase, case_at_desk, staff_case};
use super::reporter::{Also, note_also};
use super::transition::Hand;
use crate::accounts::Actor;
use crate::clock::{DAY, Millis, day_text, local_day};
use crate::db::{Linked, Tx};
use crate::directory::government;
use crate::error::{Error, Refusal, Result};
use crate::ids::{AccountId, CaseId};
use crate::on;
use crate::portal::Portal;
use crate::rules;
use crate::vault;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub by: ByRole,
    pub at: Millis,
    /// Of the reporter, and nobody has read it.
    pub is_unread: bool,
    /// None once it was erased.
    pub text: Option<String>,
}

/// By what right someone reads them.
pub enum MessageBy<'a> {
    Staff(&'a Actor, &'a str),
    /// A receipt has proved it.
    Reporter(CaseId),
}

fn slot(number: i64) -> String {
    format!("message/{number}")
}

/// The newest hundred, the oldest of them first.
///
/// # Errors
/// [`Error::NotFound`] for staff without a desk for the case.
pub async fn messages(portal: &Portal, linked: &mut impl Linked, by: MessageBy<'_>) -> Result<Vec<Message>> {
    let case = match by {
        MessageBy::Staff(actor, reference) => staff_case(linked, actor, reference).await?.0.id,
        MessageBy::Reporter(case) => case,
    };
    let rows: Vec<(i64, String, Millis, Option<Millis>)> = on!(linked, conn => sqlx::query_as("select number, by_role, at, read_at from feedback_message where case_id = $1 order by number desc limit 100")
        .bind(case).fetch_all(conn).await?);
    let mut found = Vec::new();
    for (number, role, at, read) in rows.into_iter().rev() {
        let by = ByRole::parse(&role).ok_or_else(|| Error::Broken(format!("{role} is no role")))?;
        let text = vault::open(portal, linked, case, &slot(number)).await?;
        found.push(Message { by, at, is_unread: by == ByRole::Reporter && read.is_none(), text });
    }
    Ok(found)
}

async fn write(portal: &Portal, tx: &mut Tx, case: CaseId, by: ByRole, account: Option<AccountId>, at: Millis, text: &str) -> Result<()> {
    let number: i64 = on!(tx, conn => sqlx::query_scalar("select coalesce(max(number), 0) + 1 from feedback_message where case_id = $1").bind(case).fetch_one(conn).await?);
    on!(tx, conn => sqlx::query("insert into feedback_message (case_id, number, by_role, by_account_id, at) values ($1, $2, $3, $4, $5)")
        .bind(case).bind(number).bind(by.as_str()).bind(account).bind(at).execute(conn).await?.rows_affected());
    vault::put(portal, tx, case, &slot(number), text).await
}

/// A case worker writes. The reporter is told that there is a message, not what it says; what they wrote before is read.
///
/// # Errors
/// [`Error::NotFound`] for anyone without a desk for the case.
pub async fn write_as_staff(portal: &Portal, actor: &Actor, reference: &str, text: &str) -> Result<()> {
    act(portal, actor, reference, None, Act::Message(text)).await
}

/// The same within an act. It is no step of the case, so its version does not tell a form that was sent twice: of many at
/// once, the same words again are refused.
pub(super) async fn tell_reporter_of(portal: &Portal, tx: &mut Tx, case: &StaffCase, hand: &Hand<'_>, text: &str, one_of_many: bool) -> Result<()> {
    if one_of_many && is_last(portal, tx, case.id, hand.actor.account, text).await? {
        return Err(Refusal::AlreadyDone.into());
    }
    write(portal, tx, case.id, hand.desk.role(), Some(hand.actor.account), portal.now(), text).await?;
    set_read(portal, tx, case.id).await?;
    note_also(portal, tx, case.id, Also::Message).await
}

/// Whether these were the last words in the conversation, by this account.
async fn is_last(portal: &Portal, tx: &mut Tx, case: CaseId, account: AccountId, text: &str) -> Result<bool> {
    let last: Option<(i64, Option<AccountId>)> = on!(tx, conn => sqlx::query_as("select number, by_account_id from feedback_message where case_id = $1 order by number desc limit 1").bind(case).fetch_optional(conn).await?);
    let Some((number, Some(by))) = last else { return Ok(false) };
    Ok(by == account && vault::open(portal, tx, case, &slot(number)).await?.as_deref() == Some(text))
}

/// The reporter writes, whom a receipt has proved.
///
/// # Errors
/// A problem of `pesan` when that is too many for a day; [`Error::NotFound`] for no such case.
pub async fn write_as_reporter(portal: &Portal, case: CaseId, text: &str) -> Result<()> {
    let portal = &portal.to_the_hour();
    let mut tx = portal.db.begin().await?;
    // Locks the case on PostgreSQL: two messages at once get two numbers.
    let slug: Option<String> =
        on!(&mut tx, conn => sqlx::query_scalar("update feedback_case set status = status where id = $1 returning government").bind(case).fetch_optional(conn).await?);
    let offset = government(&mut tx, &slug.ok_or(Error::NotFound)?).await?.utc_offset_hours;
    let most = rules::in_force(&mut tx, "feedback.messages_a_day", &day_text(local_day(portal.now(), offset))).await?.value;
    let written: i64 = on!(&mut tx, conn => sqlx::query_scalar("select count(*) from feedback_message where case_id = $1 and by_role = 'reporter' and at > $2")
        .bind(case).bind(portal.now() - DAY).fetch_one(conn).await?);
    if written >= most {
        let mut problems = Problems::default();
        problems.add("pesan", Fault::TooManyToday { most: usize::try_from(most).unwrap_or_default() });
        return Err(problems.into());
    }
    write(portal, &mut tx, case, ByRole::Reporter, None, portal.now(), text).await?;
    tx.commit().await
}

/// A case worker has read what the reporter wrote. Looking at the page alone does not say so: a page that is fetched
/// changes nothing.
///
/// # Errors
/// [`Error::NotFound`] for anyone without a desk for the case.
pub async fn mark_read(portal: &Portal, actor: &Actor, reference: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let (case, _) = case_at_desk(&mut tx, actor, reference, &[Desk::Verifier, Desk::Handler, Desk::Inspector]).await?;
    set_read(portal, &mut tx, case.id).await?;
    tx.commit().await
}

async fn set_read(portal: &Portal, tx: &mut Tx, case: CaseId) -> Result<()> {
    on!(tx, conn => sqlx::query("update feedback_message set read_at = $2 where case_id = $1 and by_role = 'reporter' and read_at is null").bind(case).bind(portal.now()).execute(conn).await?.rows_affected());
    Ok(())
}
