//! Lets today be today: soon after each midnight of a government, what was scheduled for the day takes effect.

use std::time::Duration;

use domain::Portal;
use domain::directory::history::turn_all;
use domain::directory::import::reindex;

/// How often it looks; looking costs three indexed queries a government.
const EVERY: Duration = Duration::from_secs(60);

/// Works until told to stop.
pub async fn keep_turning(portal: Portal, mut stop: tokio::sync::watch::Receiver<bool>) {
    loop {
        match turn_all(&portal).await {
            Ok(false) => {}
            Ok(true) => {
                if let Err(error) = reindex(&portal).await {
                    tracing::error!(%error, "the search could not be brought up to date");
                }
            }
            Err(error) => tracing::error!(%error, "the directory could not be moved to today"),
        }
        tokio::select! {
            _ = stop.changed() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}
