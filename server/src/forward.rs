//! Sends on what verifiers have sent on to other governments (Open311), and asks what became of it. One errand at a time;
//! what fails is tried again later, what they refuse is told to whoever sent it.

use std::time::Duration;

use domain::Portal;
use domain::open311::remote::{Created, read_created, read_state};
use domain::open311::{Errand, Heard, Work, claim_errand, errand_failed, errand_heard, errand_sent};

use crate::outward::{Reach, Trouble, fetch};

/// How often it looks for something to do; looking is one indexed query.
const EVERY: Duration = Duration::from_secs(30);

/// Works until told to stop; an errand under way is finished first.
pub async fn keep_forwarding(portal: Portal, mut stop: tokio::sync::watch::Receiver<bool>) {
    loop {
        match forward_once(&portal, Reach::Public).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::error!(%error, "what is sent on to other governments could not be read"),
        }
        tokio::select! {
            _ = stop.changed() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// Does one errand that is due; false when there is none.
///
/// # Errors
/// The database's.
pub async fn forward_once(portal: &Portal, reach: Reach) -> domain::Result<bool> {
    let Some(errand) = claim_errand(portal).await? else { return Ok(false) };
    match run(reach, &errand).await {
        Ok(Done::Sent(created)) => errand_sent(portal, errand.case, &created).await?,
        Ok(Done::Heard(heard)) => errand_heard(portal, errand.case, &heard).await?,
        Err((trouble, final_answer)) => {
            // Neither the address nor the case: the row has both, and the log is read by others.
            tracing::warn!(trouble, "a report could not be sent on, or not be asked about");
            errand_failed(portal, errand.case, trouble, final_answer).await?;
        }
    }
    Ok(true)
}

enum Done {
    Sent(Created),
    Heard(Heard),
}

fn address(errand: &Errand, path: &str) -> String {
    let query = match errand.jurisdiction.as_str() {
        "" => String::new(),
        jurisdiction => format!("?{}", serde_urlencoded::to_string([("jurisdiction_id", jurisdiction)]).unwrap_or_default()),
    };
    format!("{}/{path}.xml{query}", errand.url)
}

/// A word for what went wrong, and whether trying again is of no use.
type Failed = (&'static str, bool);

async fn run(reach: Reach, errand: &Errand) -> Result<Done, Failed> {
    let reply = match &errand.work {
        Work::Send { words, address: place } => {
            let mut fields = vec![("api_key", errand.key.as_str()), ("service_code", &errand.service_code), ("description", words), ("address_string", place)];
            if !errand.jurisdiction.is_empty() {
                fields.push(("jurisdiction_id", &errand.jurisdiction));
            }
            let form = serde_urlencoded::to_string(fields).map_err(|_| ("broken", true))?;
            fetch(reach, &format!("{}/requests.xml", errand.url), Some(form)).await
        }
        Work::Exchange { token } => fetch(reach, &address(errand, &format!("tokens/{token}")), None).await,
        Work::Ask { id } => fetch(reach, &address(errand, &format!("requests/{id}")), None).await,
    };
    let reply = reply.map_err(|trouble| match (trouble, &errand.work) {
        // They may have it: whether to send it again is a person's decision.
        (Trouble::TooSlow | Trouble::TooLarge | Trouble::Broken | Trouble::Moved, Work::Send { .. }) => ("uncertain", true),
        _ => (trouble.word(), false),
    })?;
    match (reply.status, &errand.work) {
        (200..=299, _) => {}
        // Their word that what we send is wrong will not change by itself.
        (400..=407 | 409..=428 | 430..=499, Work::Send { .. }) => return Err(("refused", true)),
        // Made, perhaps, before it failed, or behind a gate that lost the answer. 503 says that nothing was done.
        (500..=502 | 504, Work::Send { .. }) => return Err(("uncertain", true)),
        (404, _) => return Err(("unknown", false)),
        _ => return Err(("trouble", false)),
    }
    let unread = |_| ("broken", false);
    Ok(match &errand.work {
        // They took it, whatever they say about it: it is not sent twice.
        Work::Send { .. } => Done::Sent(read_created(&reply.body).unwrap_or(Created::Nothing)),
        Work::Exchange { .. } => Done::Heard(Heard::Number(match read_created(&reply.body).map_err(unread)? {
            Created::Id(id) => Some(id),
            Created::Token(_) | Created::Nothing => None,
        })),
        Work::Ask { .. } => Done::Heard(Heard::State(read_state(&reply.body).map_err(unread)?)),
    })
}
