//! Lets today be today: soon after each midnight of a government, what was scheduled for the day takes effect, and what
//! is found by words agrees with it; and each minute, what happens to cases by itself happens. Once a day, what must not be
//! kept longer is forgotten; and what was kept for a form and never sent is deleted on the same rounds.

use std::time::Duration;

use domain::Portal;
use domain::directory::corrections::forget_addresses;
use domain::directory::governments;
use domain::directory::history::turn_all;
use domain::evaluation::{figures, hand_over, line_signature};
use domain::feedback::recompute;
use domain::feedback::upkeep::{Kept, keep};

/// How often it looks; looking costs three indexed queries a government.
const EVERY: Duration = Duration::from_secs(60);

/// Works until told to stop.
pub async fn keep_turning(portal: Portal, mut stop: tokio::sync::watch::Receiver<bool>) {
    let (mut seen, mut line) = (String::new(), String::new());
    loop {
        if let Err(error) = turn(&portal, &mut seen).await {
            tracing::error!(%error, "the directory could not be moved to today");
        }
        match domain::feedback::sweep_photos(&portal).await {
            Ok(0) => {}
            Ok(swept) => tracing::info!(swept, "photos that were never sent are deleted"),
            Err(error) => tracing::error!(%error, "photos that were never sent could not be deleted"),
        }
        match domain::evaluation::pass_deadlines(&portal).await {
            Ok(0) => {}
            Ok(passed) => tracing::info!(passed, "evaluations that nobody objected to in time are final"),
            Err(error) => tracing::error!(%error, "evaluations could not be moved on"),
        }
        match assess(&portal, &seen, &mut line).await {
            Ok(0) => {}
            Ok(moved) => tracing::info!(moved, "evidence cards were handed over to who assesses them now"),
            Err(error) => tracing::error!(%error, "evidence cards could not be handed over, or figures not published"),
        }
        match keep(&portal).await {
            Ok(kept) if kept != Kept::default() => tracing::info!(?kept, "cases were moved on"),
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "cases could not be moved on"),
        }
        tokio::select! {
            _ = stop.changed() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// `seen` is which days it was when the search was last gone over: a tenure ends without anybody writing.
async fn turn(portal: &Portal, seen: &mut String) -> domain::Result<()> {
    let mut conn = portal.db.read().await?;
    let days = governments(&mut conn).await?.iter().map(|g| g.today(portal.now())).collect::<Vec<_>>().join(" ");
    drop(conn);
    if turn_all(portal).await? || *seen != days {
        domain::search::rebuild(portal).await?;
        // Days that the holiday table did not reach may be within it now; with nothing new this is a few reads.
        let moved = recompute(portal, &mut |_, _| {}).await?;
        if moved.all() > 0 {
            tracing::info!(?moved, "deadlines were adjusted to the holidays");
        }
    }
    if *seen != days {
        *seen = days;
        match domain::ideas::remind(portal).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "heads of units were reminded of ideas"),
            Err(error) => tracing::error!(%error, "heads of units could not be reminded of ideas"),
        }
        match domain::development::coaching::remind(portal).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "people were reminded of check-ins"),
            Err(error) => tracing::error!(%error, "people could not be reminded of check-ins"),
        }
        match forget_addresses(portal).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "addresses of residents whose correction nobody answered were forgotten"),
            // The directory's day does not depend on it.
            Err(error) => tracing::error!(%error, "addresses of residents that were kept for too long could not be forgotten"),
        }
    }
    Ok(())
}

/// Who assesses a card now, and the figures of a quarter whose days are over. `line` is what it was when it was last asked:
/// most minutes nothing has changed, and two small queries say so.
async fn assess(portal: &Portal, days: &str, line: &mut String) -> domain::Result<u64> {
    let mut conn = portal.db.read().await?;
    let now = format!("{days} {}", line_signature(&mut conn).await?);
    drop(conn);
    if *line == now {
        return Ok(0);
    }
    let moved = hand_over(portal).await?;
    for (government, period) in figures::publish(portal).await? {
        tracing::info!(government, period, "the figures of a quarter were published");
    }
    *line = now;
    Ok(moved)
}
