//! Who is told: an account, or an address that its owner confirmed. A link in every letter leads to their own list without
//! signing in; what it proves is derived from the installation's key and kept nowhere.

use uuid::Uuid;
use vocabulary::following::MailEnd;

use crate::clock::Millis;
use crate::db::{Linked, Tx};
use crate::error::{Error, Result};
use crate::ids::{AccountId, CaseId, FollowerId};
use crate::on;
use crate::portal::Portal;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Follower {
    pub id: FollowerId,
    pub account_id: Option<AccountId>,
    pub(super) case_id: Option<CaseId>,
    pub mail_ended_at: Option<Millis>,
    mail_ended_why: Option<String>,
    pub language: String,
}

impl Follower {
    /// Why they get no mail, where they get none.
    pub fn mail_ended(&self) -> Option<MailEnd> {
        self.mail_ended_why.as_deref().and_then(MailEnd::parse)
    }
}

const PURPOSE: &str = "link of a follower";

/// What stands in the links of their letters.
pub fn link_of(portal: &Portal, follower: FollowerId) -> String {
    let id = follower.0.simple().to_string();
    let proof = portal.secrets.proof(PURPOSE, &id);
    id + &proof
}

/// Whose link it is, if we made it.
fn proved(portal: &Portal, link: &str) -> Option<FollowerId> {
    let id = link.get(..32).filter(|_| link.len() == 64 && link.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let parsed = Uuid::try_parse(id).ok()?;
    // In full, however early they differ.
    let differ = link_of(portal, FollowerId(parsed)).bytes().zip(link.bytes()).fold(0, |differ, (ours, theirs)| differ | (ours ^ theirs));
    (differ == 0).then_some(FollowerId(parsed))
}

/// Whether a link is one that we made, though nobody may be behind it any more.
pub fn is_ours(portal: &Portal, link: &str) -> bool {
    proved(portal, link).is_some()
}

macro_rules! follower {
    ($tail:literal) => {
        concat!("select id, account_id, case_id, mail_ended_at, mail_ended_why, language from follower where ", $tail)
    };
}

/// # Errors
/// [`Error::NotFound`] for a link that is not ours, or whose owner was erased.
pub async fn by_link(portal: &Portal, linked: &mut impl Linked, link: &str) -> Result<Follower> {
    let id = proved(portal, link).ok_or(Error::NotFound)?;
    let found: Option<Follower> = on!(linked, conn => sqlx::query_as(follower!("id = $1")).bind(id).fetch_optional(conn).await?);
    found.ok_or(Error::NotFound)
}

/// The follower that an account is; none where it follows nothing yet.
///
/// # Errors
/// The database's.
pub async fn of_account(linked: &mut impl Linked, account: AccountId) -> Result<Option<Follower>> {
    Ok(on!(linked, conn => sqlx::query_as(follower!("account_id = $1")).bind(account).fetch_optional(conn).await?))
}

/// How an address is found again that lies sealed.
pub(super) fn address_hash(portal: &Portal, email: &str) -> String {
    portal.secrets.proof("address of a follower", email)
}

/// The follower of an address, made where there is none. Who confirmed the address of an account is that account.
pub(super) async fn of_address(portal: &Portal, tx: &mut Tx, email: &str, language: &str) -> Result<FollowerId> {
    let account: Option<AccountId> =
        on!(tx, conn => sqlx::query_scalar("select id from account where email = $1 and confirmed_at is not null").bind(email).fetch_optional(conn).await?);
    let sealed = match account {
        Some(_) => None,
        None => Some(portal.secrets.seal(&portal.chance, email)?),
    };
    // To the hour: when somebody began to follow is nobody's business.
    let new = FollowerId(portal.to_the_hour().new_id());
    Ok(on!(tx, conn => sqlx::query_scalar(
        "insert into follower (id, account_id, address_hash, address, language) values ($1, $2, $3, $4, $5) \
         on conflict (address_hash) do update set account_id = coalesce(follower.account_id, excluded.account_id), address = case when excluded.account_id is null then follower.address end, language = excluded.language returning id")
        .bind(new).bind(account).bind(address_hash(portal, email)).bind(&sealed).bind(language).fetch_one(conn).await?))
}

/// Who followed by a confirmed address alone finds their list in the account that they made for it since.
///
/// # Errors
/// The database's.
pub async fn adopt(portal: &Portal, account: AccountId) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let email: Option<String> =
        on!(&mut tx, conn => sqlx::query_scalar("select email from account where id = $1 and confirmed_at is not null").bind(account).fetch_optional(conn).await?);
    if let Some(email) = email {
        on!(&mut tx, conn => sqlx::query("update follower set account_id = $1, address = null where address_hash = $2 and account_id is null and not exists (select 1 from follower o where o.account_id = $1)")
            .bind(account).bind(address_hash(portal, &email)).execute(conn).await?.rows_affected());
    }
    tx.commit().await
}

/// No mail from now on. What waited for it is forgotten, unless a browser asked to be told.
///
/// # Errors
/// The database's.
pub async fn stop_mail(portal: &Portal, follower: FollowerId, why: MailEnd) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    end_mail(portal, &mut tx, follower, why).await?;
    tx.commit().await
}

pub(super) async fn end_mail(portal: &Portal, tx: &mut Tx, follower: FollowerId, why: MailEnd) -> Result<()> {
    on!(tx, conn => sqlx::query("update follower set mail_ended_at = $2, mail_ended_why = $3, attempts = 0, claim = null where id = $1 and mail_ended_at is null")
        .bind(follower).bind(portal.now()).bind(why.as_str()).execute(conn).await?.rows_affected());
    on!(tx, conn => sqlx::query("delete from letter_line where follower_id = $1 and not exists (select 1 from push_subscription p where p.follower_id = $1)").bind(follower).execute(conn).await?.rows_affected());
    on!(tx, conn => sqlx::query("update follower set next_at = (select min(l.ready_at) from letter_line l where l.follower_id = $1) where id = $1").bind(follower).execute(conn).await?.rows_affected());
    Ok(())
}

/// Mail again, from what comes next on.
///
/// # Errors
/// The database's.
pub async fn resume_mail(portal: &Portal, follower: FollowerId) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    on!(&mut tx, conn => sqlx::query("update follower set mail_ended_at = null, mail_ended_why = null, refused = 0, returned = 0, last_error = null where id = $1").bind(follower).execute(conn).await?.rows_affected());
    tx.commit().await
}

/// Forgets a follower with everything that is kept of them.
///
/// # Errors
/// The database's.
pub async fn erase(portal: &Portal, follower: FollowerId) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    for statement in [
        "delete from letter_line where follower_id = $1",
        "delete from push_subscription where follower_id = $1",
        "delete from following where follower_id = $1",
        "delete from follower where id = $1",
    ] {
        on!(&mut tx, conn => sqlx::query(statement).bind(follower).execute(conn).await?.rows_affected());
    }
    tx.commit().await
}
