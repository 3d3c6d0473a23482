//! Browsers that asked to be told (web push). A message says that there is something and where, never what. Where a message
//! goes is resolved and looked at each time: a push service has a public address.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vocabulary::accounts::Email;
use vocabulary::following::{BrowserInput, to_base64url};
use vocabulary::{Fault, Problems};

use super::follower::of_address;
use crate::accounts::Actor;
use crate::clock::{day_text, local_day};
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::ids::{AccountId, FollowerId};
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
    if resolve(&input.host).await.is_some_and(|found| found.iter().any(|address| !is_public(address.ip()))) {
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
        "insert into push_subscription (endpoint_hash, follower_id, sealed, language, created_at) values ($1, $2, $3, $4, $5) on conflict (endpoint_hash) do update set follower_id = excluded.follower_id, sealed = excluded.sealed, language = excluded.language, refused = 0")
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
        let kept: Kept = serde_json::from_str(&portal.secrets.unseal(&sealed)?).map_err(|e| Error::Broken(e.to_string()))?;
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

/// It took a message: refusals are counted in a row.
///
/// # Errors
/// The database's.
pub async fn took(portal: &Portal, browser: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    on!(&mut tx, conn => sqlx::query("update push_subscription set refused = 0 where endpoint_hash = $1 and refused > 0").bind(browser).execute(conn).await?.rows_affected());
    tx.commit().await
}

/// What a host's name stands for; none when nobody knows it.
pub async fn resolve(host: &str) -> Option<Vec<SocketAddr>> {
    let found: Vec<SocketAddr> = tokio::net::lookup_host((host, 443)).await.ok()?.collect();
    (!found.is_empty()).then_some(found)
}

/// Whether an address is on the public net: not our own machine or network, not one that only looks public.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    !(a == 0
        || address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || address.is_multicast()
        || a >= 240
        // Shared between a provider and its customers, kept for protocols, old anycast relays, measuring.
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (b == 18 || b == 19)))
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let parts = address.segments();
    let inner = |high: u16, low: u16| Ipv4Addr::new((high >> 8) as u8, high as u8, (low >> 8) as u8, low as u8);
    if let Some(v4) = address.to_ipv4_mapped() {
        return is_public_v4(v4);
    }
    // Translated addresses are what they are translated to.
    if parts[..6] == [0x64, 0xff9b, 0, 0, 0, 0] {
        return is_public_v4(inner(parts[6], parts[7]));
    }
    // Only what is handed out as global; without tunnels, which hold another address, and without documentation.
    (parts[0] & 0xe000) == 0x2000 && parts[0] != 0x2002 && !(parts[0] == 0x2001 && (parts[1] < 0x200 || parts[1] == 0xdb8)) && parts[0] != 0x3fff
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_addresses_are_written_to() {
        for (address, public) in [
            ("8.8.8.8", true),
            ("142.250.4.95", true),
            ("2404:6800:4003:c00::5f", true),
            ("127.0.0.1", false),
            ("127.9.9.9", false),
            ("0.0.0.0", false),
            ("10.1.2.3", false),
            ("172.16.0.1", false),
            ("172.31.255.255", false),
            ("172.32.0.1", true),
            ("192.168.1.1", false),
            ("169.254.169.254", false),
            ("100.64.0.1", false),
            ("198.18.0.1", false),
            ("192.0.2.1", false),
            ("224.0.0.1", false),
            ("255.255.255.255", false),
            ("::1", false),
            ("::", false),
            ("fe80::1", false),
            ("fd00::1", false),
            ("ff02::1", false),
            ("::ffff:10.0.0.1", false),
            ("::ffff:8.8.8.8", true),
            ("64:ff9b::a00:1", false),
            ("64:ff9b::808:808", true),
            ("2002:a00:1::", false),
            ("2001:db8::1", false),
            ("2001::1", false),
        ] {
            assert_eq!(is_public(address.parse().unwrap()), public, "{address}");
        }
    }
}
