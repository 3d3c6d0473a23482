//! Numbers what was committed, soon after, and keeps the head of each day that ended.

use std::time::Duration;

use domain::Portal;
use domain::db::committed;
use domain::ledger::heads::keep_day;
use domain::ledger::sequence;

/// How long a commit waits for others to come along: under load one batch for many costs the writers one commit.
const TOGETHER: Duration = Duration::from_millis(50);
/// How often it looks by itself: for days that end, and for what a process that died had committed.
const EVERY: Duration = Duration::from_secs(30);

/// Works until told to stop.
pub async fn keep_sequencing(portal: Portal, mut stop: tokio::sync::watch::Receiver<bool>) {
    loop {
        // The day first: nothing of today belongs to its head.
        if let Err(error) = keep_day(&portal).await {
            tracing::error!(%error, "the ledger's head of the day could not be kept");
        }
        if let Err(error) = sequence(&portal).await {
            tracing::error!(%error, "what was recorded could not be numbered; it is tried again");
        }
        tokio::select! {
            _ = stop.changed() => break,
            () = committed() => tokio::time::sleep(TOGETHER).await,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
    // What the last requests recorded; without it, the next start does it.
    if let Err(error) = sequence(&portal).await {
        tracing::error!(%error, "what was recorded last is numbered at the next start");
    }
}
