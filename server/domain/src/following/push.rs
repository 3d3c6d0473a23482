//! Browsers that asked to be told (web push). A message says that there is something and where, never what. Where a message
//! goes is resolved and looked at each time: a push service has a public address.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vocabulary::accounts::Email;
use vocabulary::following::{BrowserInput, to_base64url};
use vocabulary::{Fault, Problems};

use super::follower::of_address;
use crate::accounts::Actor;
use crate::clock::{DAY, day_text, local_day};
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::ids::{AccountId, FollowerId};
use crate::network::{are_public, resolve};
use crate::on;
use crate::portal::Portal;
use crate::rules;

/// Where and with which keys a browser is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Browser {
    /// What finds its row.
    pub hash: String,
    pub endpoint: String,
    pub key: Vec<u8>,
    pub auth: Vec<u8>,
    pub language: String,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    endpoint: String,
    key: String,
    auth: String,
}

fn hash_of(portal: &Portal, endpoint: &str) -> String {
    portal.secrets.proof("address of a browser", endpoint)
}

fn wrong(fault: Fault) -> Error {
    let mut problems = Problems::default();
    problems.add("titik", fault);
    problems.into()
}

/// Keeps a browser of this account; one that is kept already stays one, and belongs to whoever asked last.
///
/// # Errors
/// [`Error::Invalid`] for an address within our own network, or more browsers than the rule allows.
pub async fn subscribe(portal: &Portal, actor: &Actor, language: &str, input: &BrowserInput) -> Result<()> {
    // A name that does not resolve now is not ours to judge: a message looks again before it goes anywhere.
    if resolve(&input.host, 443).await.is_some_and(|found| !are_public(&found)) {
        return Err(wrong(Fault::NotAnAddress));
    }
    let email = Email::parse(&actor.email).map_err(|_| Error::NotFound)?;
    let kept = Kept { endpoint: input.endpoint.clone(), key: to_base64url(&input.key), auth: to_base64url(&input.auth) };
    let sealed = portal.secrets.seal(&portal.chance, &serde_json::to_string(&kept).map_err(|e| Error::Broken(e.to_string()))?)?;
    let hash = hash_of(portal, &input.endpoint);
    let mut tx = portal.db.begin().await?;
    let most = rules::in_force(&mut tx, "notifications.browsers_most", &day_text(local_day(portal.now(), 7))).await?.value;
    let follower = of_address(portal, &mut tx, email.as_str(), language).await?;
    let count: i64 = on!(&mut tx, conn => sqlx::query_scalar("select count(*) from push_subscription where follower_id = $1 and endpoint_hash <> $2").bind(follower).bind(&hash).fetch_one(conn).await?);
    if count >= most {
        return Err(wrong(Fault::TooManyAtOnce { most: usize::try_from(most).unwrap_or_default() }));
    }
    on!(&mut tx, conn => sqlx::query(
        "insert into push_subscription (endpoint_hash, follower_id, sealed, language, created_at) values ($1, $2, $3, $4, $5) on conflict (endpoint_hash) do update set follower_id = excluded.follower_id, sealed = excluded.sealed, language = excluded.language, refused = 0, unreached = 0, unreached_since = null")
        .bind(&hash).bind(follower).bind(&sealed).bind(language).bind(portal.to_the_hour().now()).execute(conn).await?.rows_affected());
    tx.commit().await
}

/// Forgets browsers of an account: the one of this address, or all of them.
///
/// # Errors
/// The database's.
pub async fn unsubscribe(portal: &Portal, account: AccountId, endpoint: Option<&str>) -> Result<()> {
    let hash = endpoint.map(|endpoint| hash_of(portal, endpoint));
    let mut tx = portal.db.begin().await?;
    on!(&mut tx, conn => sqlx::query("delete from push_subscription where follower_id in (select w.id from follower w where w.account_id = $1) and ($2 = '' or endpoint_hash = $2)")
        .bind(account).bind(hash.unwrap_or_default()).execute(conn).await?.rows_affected());
    tx.commit().await
}

/// How many browsers an account is told in.
///
/// # Errors
/// The database's.
pub async fn count(linked: &mut impl Linked, account: AccountId) -> Result<i64> {
    Ok(
        on!(linked, conn => sqlx::query_scalar("select count(*) from push_subscription p join follower w on w.id = p.follower_id where w.account_id = $1").bind(account).fetch_one(conn).await?),
    )
}

/// The browsers of everybody in a batch of letters.
pub(super) async fn of_claim(portal: &Portal, linked: &mut impl Linked, claim: Uuid) -> Result<HashMap<FollowerId, Vec<Browser>>> {
    let rows: Vec<(FollowerId, String, Vec<u8>, String)> = on!(linked, conn => sqlx::query_as(
        "select p.follower_id, p.endpoint_hash, p.sealed, p.language from push_subscription p join follower w on w.id = p.follower_id where w.claim = $1").bind(claim).fetch_all(conn).await?);
    let mut found: HashMap<FollowerId, Vec<Browser>> = HashMap::new();
    for (follower, hash, sealed, language) in rows {
        // One that does not open would hold up everybody's letters.
        let Some(kept) = portal.secrets.unseal(&sealed).ok().and_then(|kept| serde_json::from_str::<Kept>(&kept).ok()) else { continue };
        let bytes = |text: &str| vocabulary::following::base64url(text).unwrap_or_default();
        found.entry(follower).or_default().push(Browser { hash, endpoint: kept.endpoint, key: bytes(&kept.key), auth: bytes(&kept.auth), language });
    }
    Ok(found)
}

/// A browser that is gone (404, 410), or whose service refused so often as the rule says, is told no more.
///
/// # Errors
/// The database's; [`Error::Configuration`] without the rule.
pub async fn retire(portal: &Portal, browser: &str, gone: bool) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let most = rules::in_force(&mut tx, "notifications.refusals_most", &day_text(local_day(portal.now(), 7))).await?.value;
    on!(&mut tx, conn => sqlx::query("update push_subscription set refused = refused + 1 where endpoint_hash = $1").bind(browser).execute(conn).await?.rows_affected());
    on!(&mut tx, conn => sqlx::query("delete from push_subscription where endpoint_hash = $1 and ($2 or refused >= $3)").bind(browser).bind(gone).bind(most).execute(conn).await?.rows_affected());
    tx.commit().await
}

/// Its service was not reached, or could not take it now. After so many days and tries in a row as the rules say it is
/// dead: a network of ours that was away for some days ends nothing.
///
/// # Errors
/// The database's; [`Error::Configuration`] without the rules.
pub async fn not_reached(portal: &Portal, browser: &str) -> Result<()> {
    let now = portal.to_the_hour().now();
    let today = day_text(local_day(portal.now(), 7));
    let mut tx = portal.db.begin().await?;
    let most = rules::in_force(&mut tx, "notifications.refusals_most", &today).await?.value;
    let days = rules::in_force(&mut tx, "notifications.unreached_days", &today).await?.value;
    on!(&mut tx, conn => sqlx::query("update push_subscription set unreached = unreached + 1, unreached_since = coalesce(unreached_since, $2) where endpoint_hash = $1").bind(browser).bind(now).execute(conn).await?.rows_affected());
    on!(&mut tx, conn => sqlx::query("delete from push_subscription where endpoint_hash = $1 and unreached >= $2 and unreached_since <= $3").bind(browser).bind(most).bind(now - days * DAY).execute(conn).await?.rows_affected());
    tx.commit().await
}

/// It took a message: refusals and failures are counted in a row.
///
/// # Errors
/// The database's.
pub async fn took(portal: &Portal, browser: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    on!(&mut tx, conn => sqlx::query("update push_subscription set refused = 0, unreached = 0, unreached_since = null where endpoint_hash = $1 and refused + unreached > 0").bind(browser).execute(conn).await?.rows_affected());
    tx.commit().await
}
