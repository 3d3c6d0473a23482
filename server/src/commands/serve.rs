//! `balai serve`.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use app::limits::Limits;
use app::{App, Settings};
use clap::Args;
use domain::accounts::has_demo_accounts;
use domain::clock::{day_text, local_day};
use domain::directory::governments;
use domain::open_data::Shelf;
use domain::portal::Portal;

use super::progress::Progress;
use crate::config::{Serving, Storage};
use crate::mail::{Mailer, Return};
use crate::push::{Pusher, Services};
use crate::telling::Ways;
use crate::{assets, forward, jobs, ledger, push, router, session_store, telling, turn};

#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    storage: Storage,
    #[command(flatten)]
    serving: Serving,
}

/// What the handlers work with, from the settings.
///
/// # Errors
/// A sentence for whoever runs the program.
pub fn app(portal: Portal, serving: &Serving) -> Result<App, String> {
    let settings = Settings {
        demo: serving.demo,
        public_url: serving.outside()?,
        trusted_proxy: serving.trusted_proxy,
        no_worker: serving.no_worker,
        push_key: String::new(),
        assets: assets::read(&serving.site_dir)?,
    };
    Ok(App { portal, settings: Arc::new(settings), limits: Limits::new(serving.generous_limits), shelf: Shelf::default() })
}

impl Serve {
    pub async fn run(self) -> Result<(), String> {
        let began = Instant::now();
        let _key = self.storage.use_key()?;
        let portal = self.storage.open().await?;
        domain::feedback::move_identities(&portal).await.map_err(|e| format!("identities cannot be moved into the vault: {e}"))?;
        domain::feedback::count_if_missing(&portal).await.map_err(|e| format!("the answer times cannot be counted: {e}"))?;
        if self.serving.demo {
            fill_if_empty(&portal).await?;
        } else {
            let mut conn = portal.db.read().await.map_err(|e| e.to_string())?;
            if has_demo_accounts(&mut conn).await.map_err(|e| e.to_string())? {
                return Err("this database has demonstration accounts, which anyone can use; serve it with --demo, or use another database".into());
            }
        }
        domain::directory::history::begin(&portal).await.map_err(|e| e.to_string())?;
        if domain::search::rebuild_if_empty(&portal).await.map_err(|e| format!("the search index cannot be filled: {e}"))? {
            println!("The search index was empty and has been filled.");
        }
        refresh_gate(&portal).await;
        let mut app = app(portal.clone(), &self.serving)?;
        let key = push::Key::open(&self.storage.data_dir)?;
        Arc::make_mut(&mut app.settings).push_key = key.public();
        let outbox = self.serving.demo.then(|| self.storage.data_dir.join("outbox"));
        let returns = self.serving.mail_return.as_deref().map(Return::parse).transpose()?;
        let mailer = Mailer::new(self.serving.smtp_url.as_deref(), &self.serving.mail_from, outbox.clone())?.returning(returns);
        let ways = Ways {
            mailer: mailer.clone(),
            pusher: Pusher::Services(Arc::new(Services::new(key, app.settings.public_url.clone()))),
            site: app.settings.public_url.clone(),
            taken: Arc::default(),
        };
        let (limits, public_url) = (app.limits.clone(), app.settings.public_url.clone());
        let router = router::router(app, &self.serving.site_dir)?;
        let told_to_stop = told_to_stop().map_err(|e| format!("cannot listen for signals: {e}"))?;
        let listener = tokio::net::TcpListener::bind(self.serving.addr).await.map_err(|e| format!("cannot listen on {}: {e}", self.serving.addr))?;

        let (stop, stopped) = tokio::sync::watch::channel(false);
        let worker = tokio::spawn(jobs::work(portal.clone(), mailer, stopped.clone()));
        let teller = tokio::spawn(telling::work(portal.clone(), ways, stopped.clone()));
        let turner = tokio::spawn(turn::keep_turning(portal.clone(), stopped.clone()));
        let sequencer = tokio::spawn(ledger::keep_sequencing(portal.clone(), stopped.clone()));
        let forwarder = tokio::spawn(forward::keep_forwarding(portal.clone(), stopped.clone()));
        let sweeper = tokio::spawn(sweep(portal.clone(), limits, public_url, stopped));
        if self.serving.demo {
            println!("DEMONSTRATION: all people and cases are invented; mails are written to {}", outbox.unwrap_or_default().display());
        }
        println!("Balai is ready at {} after {} ms", self.serving.outside()?, began.elapsed().as_millis());
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, service).with_graceful_shutdown(told_to_stop).await.map_err(|e| e.to_string())?;
        // Requests under way are finished; then the worker finishes its job.
        let _ = stop.send(true);
        let _ = tokio::time::timeout(Duration::from_secs(20), async { tokio::join!(worker, teller, turner, sequencer, forwarder, sweeper) }).await;
        portal.db.close().await;
        Ok(())
    }
}

async fn fill_if_empty(portal: &Portal) -> Result<(), String> {
    let mut conn = portal.db.read().await.map_err(|e| e.to_string())?;
    let empty = governments(&mut conn).await.map_err(|e| e.to_string())?.is_empty();
    drop(conn);
    if empty {
        println!("The database is empty: filling it with the demonstration.");
        let mut progress = Progress::new();
        domain::demo::fill(portal, &mut |what, done, total| progress.show(what, done, total)).await.map_err(|e| e.to_string())?;
        progress.end();
    }
    Ok(())
}

/// A day may have begun on which another tier is in force, and rules may have been imported by command.
async fn refresh_gate(portal: &Portal) {
    let refreshed = async {
        let mut conn = portal.db.read().await?;
        portal.gate.refresh(&mut conn, &day_text(local_day(portal.now(), 7))).await
    };
    if let Err(error) = refreshed.await {
        tracing::error!(%error, "the tier down to which holders are named could not be read; it stays as it was");
    }
}

/// How often what is over is swept away.
const SWEPT_EVERY: Duration = Duration::from_secs(600);
const ROUNDS_A_DAY: u64 = 144;

async fn sweep(portal: Portal, limits: Limits, public_url: String, mut stop: tokio::sync::watch::Receiver<bool>) {
    for round in 0_u64.. {
        tokio::select! {
            _ = stop.changed() => return,
            () = tokio::time::sleep(SWEPT_EVERY) => {}
        }
        limits.sweep();
        refresh_gate(&portal).await;
        if let Err(error) = session_store::sweep(&portal).await {
            tracing::error!(%error, "ended sessions could not be forgotten");
        }
        if let Err(error) = domain::following::sweep(&portal).await {
            tracing::error!(%error, "addresses that nobody confirmed and news of long ago could not be forgotten");
        }
        if let Err(error) = domain::feedback::identity::lapse_due(&portal).await {
            tracing::error!(%error, "requests for identities that nobody decided on could not be ended");
        }
        if round % ROUNDS_A_DAY == 0
            && let Err(error) = domain::feedback::identity::expire(&portal).await
        {
            tracing::error!(%error, "what is kept of reporters of old cases could not be erased");
        }
        if let Err(error) = domain::directory::bulk::kept::sweep(&portal).await {
            tracing::error!(%error, "files that nobody confirmed could not be forgotten");
        }
        // So seldom that several proposals of one sitting make one mail.
        if let Err(error) = domain::directory::changes::remind(&portal, &public_url).await {
            tracing::error!(%error, "administrators could not be told of what waits for a second person");
        }
    }
}

/// Ends when the program is told to stop. It listens from the call on and not from the first look: who asks it to stop in
/// the moment after it began to answer is heard too.
fn told_to_stop() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    #[cfg(unix)]
    let asked = {
        use tokio::signal::unix::{SignalKind, signal};
        let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
        async move {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
        }
    };
    #[cfg(not(unix))]
    let asked = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    Ok(async move {
        asked.await;
        tracing::info!("stopping: requests under way are finished");
    })
}
