//! How long it takes until everybody who follows one thing has a letter, by SMTP to a sink on this machine; and what the
//! pages cost meanwhile.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use domain::following::synthetic::make_followers;
use domain::following::{find, spread};
use server::mail::Mailer;
use server::push::{Outcome, Pusher};
use server::router;
use server::telling::{Ways, work_once};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use vocabulary::following::Wanted;

use super::{Trouble, app, fetch, open};

/// Speaks as much of SMTP as it takes to swallow mails.
async fn swallow(stream: TcpStream, mails: Arc<AtomicU64>) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 sink\r\n").await?;
    let mut inside = false;
    while let Some(line) = lines.next_line().await? {
        if inside {
            if line == "." {
                inside = false;
                mails.fetch_add(1, Ordering::Relaxed);
                write.write_all(b"250 ok\r\n").await?;
            }
            continue;
        }
        let answer: &[u8] = match line.get(..4).map(str::to_ascii_uppercase).as_deref() {
            Some("EHLO") => b"250-sink\r\n250 8BITMIME\r\n",
            Some("DATA") => {
                inside = true;
                b"354 go on\r\n"
            }
            Some("QUIT") => {
                write.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => b"250 ok\r\n",
        };
        write.write_all(answer).await?;
    }
    Ok(())
}

/// Sorted times of one page, asked for again and again until told to stop (milliseconds).
async fn ask(router: &axum::Router, address: &str, until: impl Fn() -> bool) -> Result<Vec<f64>, Trouble> {
    let mut times = Vec::new();
    while !until() {
        let one = Instant::now();
        fetch(router, address).await?;
        times.push(one.elapsed().as_secs_f64() * 1000.0);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    times.sort_by(f64::total_cmp);
    Ok(times)
}

fn at(times: &[f64], percent: usize) -> f64 {
    times.get(times.len() * percent / 100).copied().unwrap_or_default()
}

pub async fn table(folder: &Path, site: &Path, followers: u64) -> Result<(), Trouble> {
    let folder = folder.join("letters");
    std::fs::create_dir_all(&folder)?;
    let portal = open(&format!("sqlite:{}", folder.join("balai.db").display()), &folder).await?;
    domain::demo::fill(&portal, &mut |_, _, _| {}).await?;
    let ours = router::router(app(&portal, site)?, site)?;
    while spread(&portal).await? {}
    let mut conn = portal.db.read().await?;
    let medan = domain::directory::government(&mut conn, "medan").await?;
    let unit = find(&mut conn, &portal.gate, &medan, &Wanted::parse("unit:disdukcapil").ok_or("no such unit")?).await?;
    drop(conn);
    let began = Instant::now();
    make_followers(&portal, &unit.key, followers).await?;
    println!("\n{followers} followers of one unit (made in {:.0} s), one step of a case, SMTP to a sink on this machine", began.elapsed().as_secs_f64());

    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let port = listener.local_addr()?.port();
    let mails = Arc::new(AtomicU64::new(0));
    let counted = mails.clone();
    let sink = tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(swallow(stream, counted.clone()));
        }
    });
    let resting = Instant::now();
    let quiet = ask(&ours, "/medan/laporan", || resting.elapsed() > Duration::from_secs(5)).await?;
    let mailer = Mailer::new(Some(&format!("smtp://127.0.0.1:{port}")), "Balai <balai@medan.example>", None)?;
    let ways = Ways { mailer, pusher: Pusher::Memory(Arc::default(), Outcome::Took), site: "https://balai.example".into(), taken: Arc::default() };
    domain::following::synthetic::step_again(&portal, &unit.key).await?;
    let done = Arc::new(AtomicBool::new(false));
    let (stop, asked) = (done.clone(), ours.clone());
    let busy = tokio::spawn(async move { ask(&asked, "/medan/laporan", || stop.load(Ordering::Relaxed)).await });
    let began = Instant::now();
    while work_once(&portal, &ways).await? > 0 {}
    let lasted = began.elapsed().as_secs_f64();
    done.store(true, Ordering::Relaxed);
    let busy = busy.await??;
    sink.abort();
    println!("  {} mails in {lasted:.0} s: {:.0} a second", mails.load(Ordering::Relaxed), mails.load(Ordering::Relaxed) as f64 / lasted);
    println!("  the list of cases: p50 {:.2} ms and p99 {:.2} ms before, p50 {:.2} ms and p99 {:.2} ms meanwhile", at(&quiet, 50), at(&quiet, 99), at(&busy, 50), at(&busy, 99));
    portal.db.close().await;
    Ok(())
}
