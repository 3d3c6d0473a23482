//! The worker of the outbox: takes what is due, does it, marks it done. What fails is tried again, later each time.

use std::time::Duration;

use domain::Portal;
use domain::notifications::{Job, Promised, claim, fail, finish};

use crate::mail::Mailer;

/// Works until told to stop; a job under way is finished first.
pub async fn work(portal: Portal, mailer: Mailer, mut stop: tokio::sync::watch::Receiver<bool>) {
    if matches!(mailer, Mailer::Nowhere) {
        tracing::warn!("no mail server is set (BALAI_SMTP_URL): mails wait in the outbox");
        return;
    }
    loop {
        match work_once(&portal, &mailer).await {
            Ok(true) if !*stop.borrow() => continue,
            Ok(true) => return,
            Ok(false) => {}
            Err(error) => tracing::error!(%error, "the outbox could not be read"),
        }
        tokio::select! {
            _ = stop.changed() => return,
            () = tokio::time::sleep(Duration::from_secs(2)) => {}
        }
    }
}

/// Does one job that is due; false when there is none.
///
/// # Errors
/// The database's.
pub async fn work_once(portal: &Portal, mailer: &Mailer) -> domain::Result<bool> {
    let Some(job) = claim(portal).await? else { return Ok(false) };
    match perform(portal, &job, mailer).await {
        Ok(()) => finish(portal, &job).await?,
        Err(error) => match fail(portal, &job, &error).await? {
            false => tracing::warn!(job = %job.id, attempts = job.attempts, error, "a job failed and is tried again"),
            true => tracing::error!(job = %job.id, attempts = job.attempts, error, "a job failed for days and is given up"),
        },
    }
    Ok(true)
}

async fn perform(portal: &Portal, job: &Job, mailer: &Mailer) -> Result<(), String> {
    match job.kind.as_str() {
        "mail" => {
            // Not the reader's words for what is wrong with it: they could tell what stands in it.
            let promised: Promised = serde_json::from_str(&job.payload).map_err(|_| "a promised mail cannot be read".to_owned())?;
            if promised.until.is_some_and(|until| until < portal.now()) {
                tracing::info!(job = %job.id, "a mail whose link is over is not sent any more");
                return Ok(());
            }
            mailer.send(&job.id.to_string(), &promised.mail).await
        }
        other => Err(format!("unknown kind of job: {other}")),
    }
}
