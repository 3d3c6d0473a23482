//! How Balai is run: configuration, router and layers, sessions, mail, jobs, commands.
//!
//! Lives here: what surrounds the portal. Does not: rules, SQL (but for the session store), markup.

// A request must not panic; tests may.
#![warn(clippy::unwrap_used, clippy::expect_used)]

pub mod assets;
pub mod commands;
pub mod config;
pub mod forward;
pub mod health;
pub mod jobs;
pub mod ledger;
pub mod mail;
pub mod outward;
pub mod push;
pub mod returned;
pub mod router;
pub mod session_store;
pub mod telling;
pub mod turn;
