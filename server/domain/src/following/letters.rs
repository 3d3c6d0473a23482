//! Letters: one a follower and time, with everything that is ready. Nothing is promised per happening, so that a mail server
//! that was away for a day finds one letter for each, and nobody is flooded. What is told is looked up now: what was
//! withdrawn or hidden meanwhile is left out.

mod compose;

pub use compose::{Item, Line, Next};

use uuid::Uuid;
use vocabulary::following::MailEnd;

use super::follower::{end_mail, link_of};
use super::push::Browser;
use super::reporters::reachable;
use super::returned::tag_of;
use crate::clock::{DAY, MINUTE, Millis, day_text, local_day};
use crate::db::Tx;
use crate::error::Result;
use crate::ids::{AccountId, CaseId, FollowerId};
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;
use crate::rules;

/// A letter to be written in the reader's language.
#[derive(Debug, Clone)]
pub struct Letter {
    pub follower: FollowerId,
    claim: Uuid,
    /// None for who gets no mail, only a word to their browsers.
    pub to: Option<String>,
    /// To a reporter about their own case, which not everybody may read.
    pub own: bool,
    pub language: String,
    /// What stands in the links that change or end it.
    pub link: String,
    /// The same for the same content: a mail that is sent again after a crash is shown once.
    pub name: String,
    /// Of the day on which they are written to, counted from the first.
    number: i64,
    /// What stands in the address to which it returns.
    pub tag: String,
    pub items: Vec<Item>,
    /// How much more there is than the rule lets stand in one letter.
    pub more: usize,
    /// How many letters a day there are at most, as the letter says.
    pub a_day: i64,
    /// Told once, with the first attempt of the mail; of who gets none, with each until one of them took it.
    pub browsers: Vec<Browser>,
}

#[derive(Debug, Clone, sqlx::FromRow)]
struct Claimed {
    id: FollowerId,
    account_id: Option<AccountId>,
    case_id: Option<CaseId>,
    address: Option<Vec<u8>>,
    language: String,
    attempts: i64,
    day: String,
    letters: i64,
    number: i64,
    mail_ended_at: Option<Millis>,
}

/// How long claimed letters belong to their worker; after that another may send them (milliseconds).
const CLAIM: Millis = 5 * MINUTE;

macro_rules! take {
    ($tail:literal) => {
        concat!(
            "update follower set claim = $1, next_at = $2, attempts = attempts + 1 where id in (select id from follower where next_at <= $3 order by next_at, id limit $4",
            $tail,
            ") returning id, account_id, case_id, address, language, attempts, day, letters, number, mail_ended_at"
        )
    };
}

/// The day by which the hard cap counts.
fn day_of(at: Millis) -> String {
    day_text(local_day(at, 7))
}

/// Takes letters that are due, so that no other worker does: at most so many. Whoever got as many today as the rule allows
/// waits for tomorrow, with all that comes until then.
///
/// # Errors
/// The database's; [`crate::Error::Configuration`] without the rules.
pub async fn claim(portal: &Portal, most: i64) -> Result<Vec<Letter>> {
    let now = portal.now();
    let today = day_of(now);
    let claim = portal.new_id();
    let mut conn = portal.db.read().await?;
    // Most of the time nothing is due, and looking costs one read.
    let due: Option<i64> = on!(&mut conn, c => sqlx::query_scalar("select cast(1 as bigint) from follower where next_at <= $1 limit 1").bind(now).fetch_optional(c).await?);
    drop(conn);
    if due.is_none() {
        return Ok(Vec::new());
    }
    let mut tx = portal.db.begin().await?;
    let a_day = rules::in_force(&mut tx, "notifications.letters_a_day", &today).await?.value;
    let items_most = rules::in_force(&mut tx, "notifications.items_a_letter", &today).await?.value;
    let hour = rules::in_force(&mut tx, "notifications.digest_hour", &today).await?.value;
    let taken: Vec<Claimed> = match &mut tx {
        Tx::Sqlite(tx) => sqlx::query_as(take!("")).bind(claim).bind(now + CLAIM).bind(now).bind(most).fetch_all(&mut **tx).await?,
        Tx::Postgres(tx) => sqlx::query_as(take!(" for update skip locked")).bind(claim).bind(now + CLAIM).bind(now).bind(most).fetch_all(&mut **tx).await?,
    };
    let tomorrow = super::spread::when(vocabulary::following::Rhythm::Daily, now, 7, hour, 1);
    let tomorrow = if day_of(tomorrow) == today { tomorrow + DAY } else { tomorrow };
    let (full, taken): (Vec<_>, Vec<_>) = taken.into_iter().partition(|f| f.day == today && f.letters >= a_day);
    for follower in full {
        on!(&mut tx, conn => sqlx::query("update follower set claim = null, attempts = 0, next_at = $2 where id = $1").bind(follower.id).bind(tomorrow).execute(conn).await?.rows_affected());
    }
    on!(&mut tx, conn => sqlx::query("update letter_line set claim = $1 where ready_at <= $2 and follower_id in (select w.id from follower w where w.claim = $1)").bind(claim).bind(now).execute(conn).await?.rows_affected());
    tx.commit().await?;
    if taken.is_empty() {
        return Ok(Vec::new());
    }
    let mut conn = portal.db.read().await?;
    let addresses: Vec<(FollowerId, String)> =
        on!(&mut conn, c => sqlx::query_as("select w.id, a.email from follower w join account a on a.id = w.account_id where w.claim = $1").bind(claim).fetch_all(c).await?);
    let mut items = compose::items(&mut conn, claim, &today).await?;
    let mut browsers = super::push::of_claim(portal, &mut conn, claim).await?;
    let mut letters = Vec::with_capacity(taken.len());
    for follower in taken {
        let to = match (follower.mail_ended_at, &follower.account_id, &follower.address) {
            (Some(_), ..) => None,
            (None, None, None) => match follower.case_id {
                Some(case) => reachable(portal, &mut conn, case).await?.map(|(email, _)| email),
                None => None,
            },
            (None, Some(_), _) => addresses.iter().find(|(id, _)| *id == follower.id).map(|(_, email)| email.clone()),
            // One that does not open would hold up everybody's.
            (None, None, Some(sealed)) => portal.secrets.unseal(sealed).ok(),
        };
        let (name, mut told) = items.remove(&follower.id).unwrap_or_default();
        let more = told.len().saturating_sub(usize::try_from(items_most).unwrap_or(usize::MAX));
        told.truncate(told.len() - more);
        let browsers = browsers.remove(&follower.id).filter(|_| follower.attempts == 1 || to.is_none()).unwrap_or_default();
        let link = link_of(portal, follower.id);
        let number = follower.number + i64::from(follower.day != today);
        let tag = tag_of(portal, follower.id, number);
        letters.push(Letter {
            follower: follower.id,
            claim,
            to,
            own: follower.case_id.is_some(),
            language: follower.language,
            link,
            name,
            number,
            tag,
            items: told,
            more,
            a_day,
            browsers,
        });
    }
    Ok(letters)
}

/// What came of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// Its mail was taken by the server.
    Sent,
    /// To who gets no mail: a browser took it.
    Told,
    /// There was nothing to say any more, or nobody to mail it to.
    Nothing,
    /// The server refused this address for good.
    Refused,
    /// It may be tried again; the words must not tell who was written to.
    Failed(String),
}

/// However long the program itself was away, so often a letter is tried before its address counts as refused.
const LEAST_TRIES: i64 = 24;

/// Notes what came of letters, all in one transaction. What failed is tried again after one minute, then two, four … at
/// most an hour; what comes meanwhile goes into the same letter.
///
/// # Errors
/// The database's; [`crate::Error::Configuration`] without the rules.
pub async fn finish(portal: &Portal, done: &[(&Letter, Delivery)]) -> Result<u64> {
    let now = portal.now();
    let today = day_of(now);
    let mut ended = 0;
    let mut tx = portal.db.begin().await?;
    let most = rules::in_force(&mut tx, "notifications.refusals_most", &today).await?.value;
    let days = rules::in_force(&mut tx, "notifications.keep_trying", &today).await?.value;
    for (letter, delivery) in done {
        let id = letter.follower;
        match delivery {
            Delivery::Sent | Delivery::Told | Delivery::Nothing => {
                // Nobody is told more often by their browser than by mail.
                let counts = i64::from(*delivery != Delivery::Nothing);
                on!(&mut tx, conn => sqlx::query("delete from letter_line where follower_id = $1 and claim = $2").bind(id).bind(letter.claim).execute(conn).await?.rows_affected());
                on!(&mut tx, conn => sqlx::query(
                    "update follower set claim = null, attempts = 0, refused = refused * (1 - $4), last_error = null, letters = case when day = $3 then letters else 0 end + $4, day = case when $4 = 1 then $3 else day end, number = case when $4 = 1 then $5 else number end, \
                     next_at = (select min(l.ready_at) from letter_line l where l.follower_id = $1) where id = $1 and claim = $2")
                    .bind(id).bind(letter.claim).bind(&today).bind(counts).bind(letter.number).execute(conn).await?.rows_affected());
            }
            Delivery::Refused => ended += i64::from(refused(portal, &mut tx, letter, now, most).await?),
            Delivery::Failed(words) => {
                let oldest: (i64, Option<Millis>) = on!(&mut tx, conn => sqlx::query_as("select w.attempts, (select min(l.ready_at) from letter_line l where l.follower_id = w.id) as oldest from follower w where w.id = $1")
                    .bind(id).fetch_optional(conn).await?).unwrap_or((0, None));
                if oldest.0 >= LEAST_TRIES && oldest.1.is_some_and(|at| now - at > days * DAY) {
                    // Nobody keeps trying for ever; the next news begins anew.
                    on!(&mut tx, conn => sqlx::query("delete from letter_line where follower_id = $1 and claim = $2").bind(id).bind(letter.claim).execute(conn).await?.rows_affected());
                    ended += i64::from(refused(portal, &mut tx, letter, now, most).await?);
                    continue;
                }
                let wait = MINUTE * (1 << (oldest.0 - 1).clamp(0, 6)).min(60);
                on!(&mut tx, conn => sqlx::query("update follower set claim = null, next_at = $3, last_error = $4 where id = $1 and claim = $2").bind(id).bind(letter.claim).bind(now + wait).bind(words).execute(conn).await?.rows_affected());
            }
        }
    }
    tx.commit().await?;
    Ok(u64::try_from(ended).unwrap_or_default())
}

/// Counts a refusal for good, once a day at most (that attempts are not none keeps news from writing sooner); after so many in a row no mail is sent there any more, and an account is
/// told so on its page. Says whether that was now.
async fn refused(portal: &Portal, tx: &mut Tx, letter: &Letter, now: Millis, most: i64) -> Result<bool> {
    let id = letter.follower;
    let count: Option<(i64, Option<AccountId>)> = on!(tx, conn => sqlx::query_as(
        "update follower set refused = refused + 1, claim = null, attempts = 1, next_at = $3, last_error = 'the mail server refused the address' where id = $1 and claim = $2 returning refused, account_id")
        .bind(id).bind(letter.claim).bind(now + DAY).fetch_optional(conn).await?);
    let Some((count, account)) = count.filter(|(count, _)| *count >= most && letter.to.is_some()) else { return Ok(false) };
    end_mail(portal, tx, id, MailEnd::Refused).await?;
    if let Some(account) = account {
        tell(portal, tx, account, "mail-refused", &count.to_string(), "/akun/kabar").await?;
    }
    Ok(true)
}
