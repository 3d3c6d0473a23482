//! Letters that come back after a server had taken them. Which letter it was is said by a tag in the address to which it
//! returns, which only this installation makes: what stands in the message, its address above all, anybody can write.

use uuid::Uuid;
use vocabulary::following::MailEnd;

use super::follower::end_mail;
use crate::clock::{day_text, local_day};
use crate::error::Result;
use crate::ids::{AccountId, FollowerId};
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;
use crate::rules;

const PURPOSE: &str = "return of a letter";

/// Digits of a follower, of the letter's number, and of the proof: with a name and a `+` before them they are the local
/// part of an address, which has 64 at most.
const FOLLOWER: usize = 32;
const NUMBER: usize = 4;
const PROOF: usize = 14;
/// How long a tag is.
pub const TAG: usize = FOLLOWER + NUMBER + PROOF;

/// What stands in the return address of a follower's letter; the letters of one day have one number.
pub fn tag_of(portal: &Portal, follower: FollowerId, number: i64) -> String {
    // After 65,535 days with letters it begins anew.
    let what = format!("{}{:04x}", follower.0.simple(), number.rem_euclid(1 << 16));
    let proof = portal.secrets.proof(PURPOSE, &what);
    what + &proof[..PROOF]
}

/// Whose tag it is and of which letter, if we made it.
fn proved(portal: &Portal, tag: &str) -> Option<(FollowerId, i64)> {
    // Mail servers may write an address as they like.
    let tag = Some(tag.to_ascii_lowercase()).filter(|tag| tag.len() == TAG && tag.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let follower = FollowerId(Uuid::try_parse(&tag[..FOLLOWER]).ok()?);
    let number = i64::from_str_radix(&tag[FOLLOWER..FOLLOWER + NUMBER], 16).ok()?;
    let differ = tag_of(portal, follower, number).bytes().zip(tag.bytes()).fold(0, |differ, (ours, theirs)| differ | (ours ^ theirs));
    (differ == 0).then_some((follower, number))
}

/// What a returned letter led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Returned {
    /// So many days in a row letters came back; whether that ended the mail.
    Counted { times: i64, ended: bool },
    /// Another of the same day was counted before, or a later one.
    Already,
    /// Nobody is behind it any more, or they get no mail anyway.
    Nobody,
    /// The tag is none of ours.
    NotOurs,
}

/// Counts a letter that its receiver's server sent back for good. After so many days in a row as the rule says no mail is
/// sent there any more, and an account is told so on its page. A letter in between that did not come back begins anew.
///
/// # Errors
/// The database's; [`crate::Error::Configuration`] without the rule.
pub async fn came_back(portal: &Portal, tag: &str) -> Result<Returned> {
    let Some((follower, number)) = proved(portal, tag) else { return Ok(Returned::NotOurs) };
    let mut tx = portal.db.begin().await?;
    let most = rules::in_force(&mut tx, "notifications.refusals_most", &day_text(local_day(portal.now(), 7))).await?.value;
    let told: Option<i64> =
        on!(&mut tx, conn => sqlx::query_scalar("select returned_number from follower where id = $1 and mail_ended_at is null").bind(follower).fetch_optional(conn).await?);
    match told {
        None => return Ok(Returned::Nobody),
        Some(last) if last >= number => return Ok(Returned::Already),
        Some(_) => {}
    }
    let counted: Option<(i64, Option<AccountId>)> = on!(&mut tx, conn => sqlx::query_as(
        "update follower set returned = case when returned_number = $2 - 1 then returned + 1 else 1 end, returned_number = $2, last_error = 'a letter came back' where id = $1 and returned_number < $2 returning returned, account_id")
        .bind(follower).bind(number).fetch_optional(conn).await?);
    let Some((times, account)) = counted else { return Ok(Returned::Already) };
    let ended = times >= most;
    if ended {
        end_mail(portal, &mut tx, follower, MailEnd::Refused).await?;
        if let Some(account) = account {
            tell(portal, &mut tx, account, "mail-refused", &times.to_string(), "/akun/kabar").await?;
        }
    }
    tx.commit().await?;
    Ok(Returned::Counted { times, ended })
}
