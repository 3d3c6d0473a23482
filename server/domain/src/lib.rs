//! What the portal does, by capability, in reading order: each may call those above it and none below.
//!
//! Lives here: rules, SQL, permissions. Does not: HTTP, markup, sentences shown to people. To add something a person
//! can do, add one file to its capability, with its input, rule, queries and tests.

// A request must not panic; tests may.
#![warn(clippy::unwrap_used, clippy::expect_used)]

pub mod calendar;
pub mod clock;
pub mod db;
pub mod error;
pub mod files;
pub mod ids;
pub mod network;
pub mod portal;
pub mod rules;
pub mod secrets;

pub mod ledger;
pub mod notifications;

pub mod accounts;
pub mod search;
pub mod vault;

pub mod directory;

pub mod moderation;

pub mod evaluation;

pub mod feedback;

pub mod open311;

pub mod forum;

pub mod development;

pub mod ideas;

pub mod following;

pub mod open_data;

pub mod demo;
pub mod simulate;
pub mod statistics;

#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use error::{Error, Refusal, Result};
pub use portal::Portal;
