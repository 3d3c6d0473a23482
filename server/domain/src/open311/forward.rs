//! A report that is another government's business, sent on to it by the standard: a verifier writes the words that leave,
//! a worker sends them and asks what became of them, and the reporter reads it with the receipt. What is confidential
//! never leaves. A report that was sent on stays ended here.
//!
//! Sending is at least once: a program that dies between their answer and our row sends the words again.

use vocabulary::feedback::{Kind, Protection, STORY_LEAST, Status};
use vocabulary::open311::{DESCRIPTION_MOST, RequestState};
use vocabulary::{Fault, Problems, text};

use super::remote::{Created, State};
use crate::accounts::Actor;
use crate::clock::{DAY, MINUTE, Millis};
use crate::db::{Linked, Tx};
use crate::directory::government;
use crate::error::{Error, Refusal, Result};
use crate::feedback::{Also, Desk, note_also, staff_case};
use crate::ids::{AccountId, CaseId, PeerId};
use crate::ledger;
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;
use crate::rules;

/// How long an errand that somebody took is left alone, should they die over it.
const TAKEN: Millis = 10 * MINUTE;
/// The longest wait before it is tried again.
const WAIT_MOST: Millis = DAY;

/// What was sent on, for those who work on the case.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Forwarded {
    pub peer_name: String,
    pub text: String,
    pub asked_at: Millis,
    pub state: String,
    pub sent_at: Option<Millis>,
    pub remote_id: Option<String>,
    pub trouble: Option<String>,
}

/// What the other government said.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Told {
    pub at: Millis,
    #[sqlx(try_from = "String")]
    pub remote_status: RequestState,
    pub note: String,
}

/// A verifier sends a case on that was redirected before.
///
/// # Errors
/// [`Error::NotFound`] for who has no desk for it, and for an address that is not there; [`Refusal::WrongStep`] while it is
/// ours, [`Refusal::LowersProtection`] for what is confidential, [`Refusal::AlreadyDone`] the second time; a problem of
/// `naskah`.
pub async fn forward(portal: &Portal, actor: &Actor, reference: &str, peer: PeerId, words: &str) -> Result<()> {
    let mut problems = Problems::default();
    let Some(words) = problems.take("naskah", text::paragraphs(words, STORY_LEAST, DESCRIPTION_MOST).and_then(text::without_personal_number)) else { return Err(problems.into()) };
    let mut tx = portal.db.begin().await?;
    let (case, desks) = staff_case(&mut tx, actor, reference).await?;
    if !desks.contains(&Desk::Verifier) {
        return Err(Error::NotFound);
    }
    if case.protection == Protection::Confidential || case.kind == Kind::Misconduct {
        return Err(Refusal::LowersProtection.into());
    }
    if case.status != Status::Redirected {
        return Err(Refusal::WrongStep.into());
    }
    let name: Option<String> = on!(&mut tx, conn => sqlx::query_scalar("select name from open311_peer where id = $1 and government = $2 and ended_at is null").bind(peer).bind(&case.government).fetch_optional(conn).await?);
    let Some(name) = name else {
        problems.add("tujuan", Fault::UnknownChoice);
        return Err(problems.into());
    };
    let written = on!(&mut tx, conn => sqlx::query("insert into open311_forward (case_id, peer_id, text, asked_at, asked_by, state, next_at) values ($1, $2, $3, $4, $5, 'waiting', $4) on conflict do nothing")
        .bind(case.id).bind(peer).bind(&words).bind(portal.now()).bind(actor.account).execute(conn).await?.rows_affected());
    if written == 0 {
        return Err(Refusal::AlreadyDone.into());
    }
    ledger::append(portal, &mut tx, ledger::Entry { government: &case.government, kind: "open311-forwarded", subject: reference, by_reporter: false, content: &(name, words) })
        .await?;
    tx.commit().await
}

/// What could not be sent is tried again, in the same words: after their trouble, or with another key.
///
/// # Errors
/// [`Error::NotFound`] for who is no verifier of it; [`Refusal::AlreadyDone`] where nothing failed, or the government is no
/// longer one to send to.
pub async fn forward_again(portal: &Portal, actor: &Actor, reference: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let (case, desks) = staff_case(&mut tx, actor, reference).await?;
    if !desks.contains(&Desk::Verifier) {
        return Err(Error::NotFound);
    }
    let begun = on!(&mut tx, conn => sqlx::query(
        "update open311_forward set state = 'waiting', attempts = 0, trouble = null, next_at = $2 where case_id = $1 and state = 'failed' and peer_id in (select p.id from open311_peer p where p.ended_at is null)")
        .bind(case.id).bind(portal.now()).execute(conn).await?.rows_affected());
    if begun == 0 {
        return Err(Refusal::AlreadyDone.into());
    }
    tx.commit().await
}

async fn told(linked: &mut impl Linked, case: CaseId) -> Result<Vec<Told>> {
    Ok(on!(linked, conn => sqlx::query_as("select at, remote_status, note from open311_forward_update where case_id = $1 order by number").bind(case).fetch_all(conn).await?))
}

/// # Errors
/// [`Error::NotFound`] for who has no desk for it.
pub async fn forwarded(linked: &mut impl Linked, actor: &Actor, reference: &str) -> Result<Option<(Forwarded, Vec<Told>)>> {
    let (case, _) = staff_case(linked, actor, reference).await?;
    of_case(linked, case.id).await
}

/// The same for the reporter, whom a receipt has proved.
///
/// # Errors
/// The database's.
pub async fn forwarded_for_reporter(linked: &mut impl Linked, case: CaseId) -> Result<Option<(Forwarded, Vec<Told>)>> {
    of_case(linked, case).await
}

async fn of_case(linked: &mut impl Linked, case: CaseId) -> Result<Option<(Forwarded, Vec<Told>)>> {
    let found: Option<Forwarded> = on!(linked, conn => sqlx::query_as(
        "select p.name as peer_name, f.text, f.asked_at, f.state, f.sent_at, f.remote_id, f.trouble from open311_forward f join open311_peer p on p.id = f.peer_id where f.case_id = $1").bind(case).fetch_optional(conn).await?);
    Ok(match found {
        Some(found) => Some((found, told(linked, case).await?)),
        None => None,
    })
}

/// What the worker is to do for a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    /// The words to send.
    Send { words: String, address: String },
    /// A token to exchange.
    Exchange { token: String },
    /// A number to ask about.
    Ask { id: String },
}

#[derive(Debug, Clone)]
pub struct Errand {
    pub case: CaseId,
    pub work: Work,
    pub url: String,
    pub jurisdiction: String,
    pub service_code: String,
    pub key: String,
}

#[derive(sqlx::FromRow)]
struct Due {
    case_id: CaseId,
    state: String,
    text: String,
    remote_token: Option<String>,
    remote_id: Option<String>,
    url: String,
    jurisdiction_id: String,
    service_code: String,
    sealed_key: Vec<u8>,
    area_name: Option<String>,
    area_parent: Option<String>,
    short_name: String,
}

/// Takes what is due first; none when nothing is.
///
/// # Errors
/// The database's.
pub async fn claim_errand(portal: &Portal) -> Result<Option<Errand>> {
    let now = portal.now();
    let mut tx = portal.db.begin().await?;
    let taken: Option<CaseId> = on!(&mut tx, conn => sqlx::query_scalar(
        "update open311_forward set next_at = $2, attempts = attempts + 1 where case_id = (select case_id from open311_forward where state in ('waiting', 'sent') and next_at <= $1 order by next_at limit 1) and next_at <= $1 returning case_id")
        .bind(now).bind(now + TAKEN).fetch_optional(conn).await?);
    let Some(case) = taken else { return Ok(None) };
    let due: Due = on!(&mut tx, conn => sqlx::query_as(
        "select f.case_id, f.state, f.text, f.remote_token, f.remote_id, p.url, p.jurisdiction_id, p.service_code, p.sealed_key, a.name as area_name, b.name as area_parent, g.short_name \
         from open311_forward f join open311_peer p on p.id = f.peer_id join feedback_case c on c.id = f.case_id join government g on g.slug = c.government left join area a on a.code = c.area_code left join area b on b.code = a.parent_code where f.case_id = $1")
        .bind(case).fetch_one(conn).await?);
    tx.commit().await?;
    let work = match (due.state.as_str(), due.remote_id, due.remote_token) {
        // The standard wants some place; where none was said it is the government that sends it.
        ("waiting", ..) => Work::Send { words: due.text, address: [due.area_name, due.area_parent, Some(due.short_name)].into_iter().flatten().collect::<Vec<_>>().join(", ") },
        (_, Some(id), _) => Work::Ask { id },
        (_, None, Some(token)) => Work::Exchange { token },
        // They told neither a number nor a token: there is nothing to ask for.
        (_, None, None) => {
            set_over(portal, case).await?;
            return Ok(None);
        }
    };
    let key = portal.secrets.unseal(&due.sealed_key)?;
    Ok(Some(Errand { case: due.case_id, work, url: due.url, jurisdiction: due.jurisdiction_id, service_code: due.service_code, key }))
}

async fn set_over(portal: &Portal, case: CaseId) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    on!(&mut tx, conn => sqlx::query("update open311_forward set state = 'over' where case_id = $1 and state = 'sent'").bind(case).execute(conn).await?.rows_affected());
    tx.commit().await
}

/// The day of the rules: that of the government whose case it is.
async fn number(portal: &Portal, tx: &mut Tx, case: CaseId, rule: &str) -> Result<i64> {
    let slug: String = on!(tx, conn => sqlx::query_scalar("select government from feedback_case where id = $1").bind(case).fetch_one(conn).await?);
    let today = government(tx, &slug).await?.today(portal.now());
    Ok(rules::in_force(tx, rule, &today).await?.value)
}

/// They took it in.
///
/// # Errors
/// The database's.
pub async fn errand_sent(portal: &Portal, case: CaseId, created: &Created) -> Result<()> {
    let (id, token) = match created {
        Created::Id(id) => (Some(id), None),
        Created::Token(token) => (None, Some(token)),
        Created::Nothing => (None, None),
    };
    let state = if *created == Created::Nothing { "over" } else { "sent" };
    let mut tx = portal.db.begin().await?;
    let next = portal.now() + number(portal, &mut tx, case, "open311.ask_after").await? * MINUTE;
    let written = on!(&mut tx, conn => sqlx::query("update open311_forward set state = $2, sent_at = $3, remote_id = $4, remote_token = $5, attempts = 0, next_at = $6, trouble = null where case_id = $1 and state = 'waiting'")
        .bind(case).bind(state).bind(portal.now()).bind(id).bind(token).bind(next).execute(conn).await?.rows_affected());
    if written == 1 {
        note_also(portal, &mut tx, case, Also::Elsewhere).await?;
    }
    tx.commit().await
}

/// What they answered when they were asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// The token became a number, or not yet.
    Number(Option<String>),
    State(State),
}

/// # Errors
/// The database's.
pub async fn errand_heard(portal: &Portal, case: CaseId, heard: &Heard) -> Result<()> {
    let now = portal.now();
    let mut tx = portal.db.begin().await?;
    let mut next = now + number(portal, &mut tx, case, "open311.ask_after").await? * MINUTE;
    let mut over = false;
    match heard {
        Heard::Number(None) => {}
        Heard::Number(Some(id)) => {
            // The number is asked about at once.
            next = now;
            on!(&mut tx, conn => sqlx::query("update open311_forward set remote_id = $2 where case_id = $1").bind(case).bind(id).execute(conn).await?.rows_affected());
        }
        Heard::State(state) => {
            over = state.state == RequestState::Closed;
            let last: Option<(i64, String, String)> = on!(&mut tx, conn => sqlx::query_as("select number, remote_status, note from open311_forward_update where case_id = $1 order by number desc limit 1").bind(case).fetch_optional(conn).await?);
            let (number, news) = match &last {
                None => (1, true),
                Some((number, status, note)) => (number + 1, *status != state.state.as_str() || *note != state.notes),
            };
            if news {
                on!(&mut tx, conn => sqlx::query("insert into open311_forward_update (case_id, number, at, remote_status, note) values ($1, $2, $3, $4, $5) on conflict do nothing")
                    .bind(case).bind(number).bind(now).bind(state.state.as_str()).bind(&state.notes).execute(conn).await?.rows_affected());
                // The reporter is told that there is news, not which.
                note_also(portal, &mut tx, case, Also::Elsewhere).await?;
            }
        }
    }
    let days = number(portal, &mut tx, case, "open311.ask_for").await?;
    on!(&mut tx, conn => sqlx::query("update open311_forward set attempts = 0, trouble = null, next_at = $2, state = case when $3 or sent_at < $4 then 'over' else state end where case_id = $1 and state = 'sent'")
        .bind(case).bind(next).bind(over).bind(now - days * DAY).execute(conn).await?.rows_affected());
    tx.commit().await
}

/// It did not work: tried again, each time later, until the rule's number of tries, or of days once they have it; `trouble`
/// is a word. What they refuse for good (`final_answer`) is not tried again.
///
/// # Errors
/// The database's.
pub async fn errand_failed(portal: &Portal, case: CaseId, trouble: &'static str, final_answer: bool) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let most = number(portal, &mut tx, case, "open311.forward_tries").await?;
    let days = number(portal, &mut tx, case, "open311.ask_for").await?;
    let found: Option<(i64, String, AccountId, Option<Millis>)> = on!(&mut tx, conn => sqlx::query_as("select attempts, state, asked_by, sent_at from open311_forward where case_id = $1 and state in ('waiting', 'sent')").bind(case).fetch_optional(conn).await?);
    let Some((attempts, state, asked_by, sent_at)) = found else { return Ok(()) };
    // Of what they have they are asked as long as the rule says, however long they are away.
    let over = final_answer || sent_at.map_or(attempts >= most, |at| portal.now() - at > days * DAY);
    let wait = (5 * MINUTE).saturating_mul(1 << attempts.clamp(0, 10)).min(WAIT_MOST);
    // What they have and do not tell of is over; what they never took is failed, and the verifier is told.
    let next_state = match (over, state.as_str()) {
        (false, _) => state.as_str(),
        (true, "waiting") => "failed",
        (true, _) => "over",
    };
    on!(&mut tx, conn => sqlx::query("update open311_forward set state = $2, trouble = $3, next_at = $4 where case_id = $1").bind(case).bind(next_state).bind(trouble).bind(portal.now() + wait).execute(conn).await?.rows_affected());
    if over && state == "waiting" {
        let reference: String = on!(&mut tx, conn => sqlx::query_scalar("select reference from feedback_case where id = $1").bind(case).fetch_one(conn).await?);
        tell(portal, &mut tx, asked_by, "forward-failed", &reference, &format!("/petugas/laporan/{reference}/terusan")).await?;
    }
    tx.commit().await
}
