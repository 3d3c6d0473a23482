//! The worker of letters and messages to browsers: spreads what became public, sends what is due. A letter that fails keeps
//! everything; the next attempt takes along what came meanwhile.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use app::following::letter;
use domain::Portal;
use domain::clock::{HOUR, Millis};
use domain::following::letters::{Delivery, Letter, claim, finish};
use domain::following::{push as browsers, spread};

use crate::mail::{Mailer, Written};
use crate::push::{Outcome, Pusher};

/// How many letters are taken together, and how many are on their way at once: the first bounds what is sent twice after a
/// crash, the second the connections to the mail server.
const BATCH: i64 = 128;
const LANES: usize = 16;

/// A server that has taken no letter for so long (milliseconds), and refuses all of a batch, is thought to mean us and not
/// them: whether one address is wrong shows when others are not.
const TAKES_NONE: Millis = 24 * HOUR;

/// Everything that a letter goes out by.
#[derive(Clone)]
pub struct Ways {
    pub mailer: Mailer,
    pub pusher: Pusher,
    /// Scheme and host for links.
    pub site: String,
    /// When the mail server last took a letter; 0 where it has not since the start.
    pub taken: Arc<AtomicI64>,
}

/// Works until told to stop; a batch under way is finished first.
pub async fn work(portal: Portal, ways: Ways, mut stop: tokio::sync::watch::Receiver<bool>) {
    if matches!(ways.mailer, Mailer::Nowhere) {
        return;
    }
    loop {
        match work_once(&portal, &ways).await {
            Ok(0) => {}
            Ok(_) if !*stop.borrow() => continue,
            Ok(_) => return,
            Err(error) => tracing::error!(%error, "letters could not be sent"),
        }
        tokio::select! {
            _ = stop.changed() => return,
            () = tokio::time::sleep(Duration::from_secs(2)) => {}
        }
    }
}

/// Spreads one portion and sends one batch; how much there was to do.
///
/// # Errors
/// The database's.
pub async fn work_once(portal: &Portal, ways: &Ways) -> domain::Result<usize> {
    let spread = spread(portal).await?;
    let letters = claim(portal, BATCH).await?;
    let sent = send(portal, ways, &letters).await?;
    Ok(sent + usize::from(spread))
}

async fn send(portal: &Portal, ways: &Ways, letters: &[Letter]) -> domain::Result<usize> {
    if letters.is_empty() {
        return Ok(0);
    }
    let mut lanes = tokio::task::JoinSet::new();
    for lane in 0..LANES {
        let own: Vec<(usize, Letter)> = letters.iter().enumerate().filter(|(at, _)| at % LANES == lane).map(|(at, letter)| (at, letter.clone())).collect();
        let (portal, ways) = (portal.clone(), ways.clone());
        lanes.spawn(async move {
            let mut done = Vec::with_capacity(own.len());
            for (at, letter) in own {
                let delivery = deliver(&ways, &letter).await;
                let browsers = tell_browsers(&portal, &ways, &letter).await;
                done.push((
                    at,
                    match browsers {
                        Browsers::Failed if letter.to.is_none() => Delivery::Failed("no browser could be reached".into()),
                        Browsers::Took if letter.to.is_none() => Delivery::Told,
                        _ => delivery,
                    },
                ));
            }
            done
        });
    }
    let mut deliveries: Vec<Delivery> = letters.iter().map(|_| Delivery::Failed("the program stopped".into())).collect();
    while let Some(lane) = lanes.join_next().await {
        for (at, delivery) in lane.unwrap_or_default() {
            deliveries[at] = delivery;
        }
    }
    let refused = deliveries.iter().filter(|d| **d == Delivery::Refused).count();
    if deliveries.contains(&Delivery::Sent) {
        ways.taken.store(portal.now(), Ordering::Relaxed);
    }
    if refused > 0 && portal.now() - ways.taken.load(Ordering::Relaxed) > TAKES_NONE {
        tracing::error!(refused, "the mail server takes no letter at all; none of the addresses is held to be wrong");
        for delivery in &mut deliveries {
            if *delivery == Delivery::Refused {
                *delivery = Delivery::Failed("the mail server takes no letter".into());
            }
        }
    }
    let failed = deliveries.iter().filter(|d| matches!(d, Delivery::Failed(_))).count();
    if let Some(Delivery::Failed(error)) = deliveries.iter().find(|d| matches!(d, Delivery::Failed(_))) {
        tracing::warn!(failed, error, "letters failed and are tried again");
    }
    let done: Vec<(&Letter, Delivery)> = letters.iter().zip(deliveries).collect();
    let ended = finish(portal, &done).await?;
    if ended > 0 {
        tracing::warn!(ended, "addresses that were refused so often get no mail any more");
    }
    Ok(done.len())
}

async fn deliver(ways: &Ways, letter: &Letter) -> Delivery {
    let Some(to) = letter.to.clone().filter(|_| !letter.items.is_empty()) else { return Delivery::Nothing };
    let letter::Written { subject, text, html, unsubscribe } = letter::write(&ways.site, letter);
    match ways.mailer.deliver(&letter.name, Written { to, subject, text, html: Some(html), unsubscribe: Some(unsubscribe), tag: Some(letter.tag.clone()) }).await {
        Ok(()) => Delivery::Sent,
        Err(refused) if refused.for_good => Delivery::Refused,
        Err(refused) => Delivery::Failed(refused.words),
    }
}

/// What came of the messages to the browsers of one follower.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Browsers {
    /// There is none, or none that will take it.
    Done,
    Took,
    /// None took it, and one may take it later.
    Failed,
}

/// How long a browser's service is waited for: others are behind it.
const PATIENCE: Duration = Duration::from_secs(5);

/// Where a letter says the same, a message to a browser is worth one attempt.
async fn tell_browsers(portal: &Portal, ways: &Ways, letter: &Letter) -> Browsers {
    let mut sending = tokio::task::JoinSet::new();
    for browser in letter.browsers.iter().filter(|_| !letter.items.is_empty()).cloned() {
        let words = letter::push_words(&browser.language, letter).to_string();
        let (portal, pusher) = (portal.clone(), ways.pusher.clone());
        sending.spawn(async move {
            let outcome = match tokio::time::timeout(PATIENCE, pusher.send(&browser, words.as_bytes(), portal.now())).await {
                Ok(outcome) => outcome,
                Err(_) => Outcome::Failed("the push service takes too long".into()),
            };
            let noted = match &outcome {
                Outcome::Took => browsers::took(&portal, &browser.hash).await,
                Outcome::Gone => browsers::retire(&portal, &browser.hash, true).await,
                Outcome::Refused => browsers::retire(&portal, &browser.hash, false).await,
                Outcome::Failed(error) => {
                    tracing::warn!(error, "a message to a browser failed");
                    browsers::not_reached(&portal, &browser.hash).await
                }
            };
            if let Err(error) = noted {
                tracing::error!(%error, "what came of a message to a browser could not be noted");
            }
            outcome
        });
    }
    let outcomes = sending.join_all().await;
    match outcomes.contains(&Outcome::Took) {
        true => Browsers::Took,
        false if outcomes.iter().any(|outcome| matches!(outcome, Outcome::Failed(_))) => Browsers::Failed,
        false => Browsers::Done,
    }
}
