//! Limits per address and per account, so that nobody can try passwords by the thousand or flood a desk.
//! Kept in memory only and under a key that changes with every start: no address is ever written down. They slow an
//! attacker and never lock a victim's account.

use std::hash::{BuildHasher, RandomState};
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use governor::clock::DefaultClock;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};

use crate::error::PageError;
use crate::feedback::receipt_tries::Tries;
use crate::shell::App;

type Limiter = RateLimiter<u64, DashMapStateStore<u64>, DefaultClock>;

#[derive(Clone)]
pub struct Limits {
    key: RandomState,
    sign_in: Arc<Limiter>,
    /// Receipts are slowed, not refused.
    pub receipts: Arc<Tries>,
    send: Arc<Limiter>,
    write: Arc<Limiter>,
    piece: Arc<Limiter>,
    suggest: Arc<Limiter>,
    program: Arc<Limiter>,
    read: Arc<Limiter>,
}

/// What is limited.
#[derive(Debug, Clone, Copy)]
pub enum What {
    SignIn,
    Send,
    Write,
    /// Pieces of photos: a hundred of them are one photo.
    Piece,
    /// Suggestions while one types: several requests a word.
    Suggest,
    /// What programs of others send; each key has its own limit besides, by a rule.
    Program,
    /// What programs of others read: a list of theirs is work, and nobody browses there.
    Read,
}

fn per_minute(count: u32) -> Arc<Limiter> {
    Arc::new(RateLimiter::keyed(Quota::per_minute(NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN))))
}

impl Limits {
    /// `generous` lifts them out of the way of tests that send hundreds of forms from one address.
    pub fn new(generous: bool) -> Self {
        let by = if generous { 1000 } else { 1 };
        // A village shares one address behind its provider: what one person does in a minute, times a village.
        Self {
            key: RandomState::new(),
            sign_in: per_minute(20 * by),
            receipts: Arc::new(Tries::new(generous)),
            send: per_minute(60 * by),
            write: per_minute(120 * by),
            piece: per_minute(3000 * by),
            suggest: per_minute(900 * by),
            program: per_minute(300 * by),
            read: per_minute(600 * by),
        }
    }

    /// # Errors
    /// [`PageError::TooMany`].
    pub fn check(&self, what: What, whom: &str) -> Result<(), PageError> {
        let limiter = match what {
            What::SignIn => &self.sign_in,
            What::Send => &self.send,
            What::Write => &self.write,
            What::Piece => &self.piece,
            What::Suggest => &self.suggest,
            What::Program => &self.program,
            What::Read => &self.read,
        };
        limiter.check_key(&self.key.hash_one((what as u8, whom))).map_err(|_| PageError::TooMany)
    }

    /// Forgets keys that have had their minute; called now and then.
    pub fn sweep(&self) {
        for limiter in [&self.sign_in, &self.send, &self.write, &self.piece, &self.suggest, &self.program, &self.read] {
            limiter.retain_recent();
        }
    }
}

/// The address of the other end. Forwarding headers are believed only from the trusted proxy in front, if one is set:
/// anyone can write them.
pub struct Address(pub String);

impl FromRequestParts<App> for Address {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        let peer = parts.extensions.get::<ConnectInfo<std::net::SocketAddr>>().map(|c| c.0.ip());
        let forwarded = parts.headers.get("x-forwarded-for").and_then(|v| v.to_str().ok()).and_then(|v| v.rsplit(',').next()).and_then(|v| v.trim().parse::<IpAddr>().ok());
        let address = match (peer, forwarded) {
            (Some(peer), Some(forwarded)) if app.settings.trusted_proxy == Some(peer) => Some(forwarded),
            (peer, _) => peer,
        };
        // A whole IPv6 network belongs to one household.
        Ok(Self(match address {
            Some(IpAddr::V6(v6)) => v6.segments()[..4].iter().map(|s| format!("{s:x}")).collect::<Vec<_>>().join(":"),
            Some(v4) => v4.to_string(),
            None => "unknown".into(),
        }))
    }
}
