//! `make bench`: tables of what pages cost and how many submissions are kept a second. It prints and judges nothing:
//! figures on a shared machine are ratios taken in one run. Usage: bench SITE [CASES …], by default 10000 1000000; or
//! bench SITE casework [CASES …] for what residents and staff use, the start, uploads and a decree;
//! bench SITE directory [WORD] for the pages of the directory alone, those whose name has the word.
//! bench SITE evidence for the assessor's desk;
//! bench SITE letters [FOLLOWERS] for letters to everybody who follows one thing.

mod by_hand;
mod casework;
mod directory;
mod evidence;
mod letters;
mod staff;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use app::limits::Limits;
use app::{App, Settings};
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use domain::clock::Clock;
use domain::db::Db;
use domain::directory::gate::Gate;
use domain::feedback::synthetic::make_cases;
use domain::files::Files;
use domain::open_data::Shelf;
use domain::portal::Portal;
use domain::secrets::{Chance, Secrets};
use http_body_util::BodyExt;
use server::{assets, router};
use tower::ServiceExt;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Trouble = Box<dyn std::error::Error + Send + Sync>;

const WARM: usize = 50;
const REQUESTS: usize = 1000;
/// Uploads that are open at once.
const UPLOADS: usize = 2000;

#[tokio::main]
async fn main() -> Result<(), Trouble> {
    let mut arguments = std::env::args().skip(1);
    let site = PathBuf::from(arguments.next().ok_or("usage: bench SITE [CASES …]")?);
    let arguments: Vec<String> = arguments.collect();
    let folder = std::env::temp_dir().join(format!("balai-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    if arguments.first().is_some_and(|word| word == "directory") {
        directory::table(&folder, &site, arguments.get(1).map(String::as_str).unwrap_or_default()).await?;
        std::fs::remove_dir_all(&folder)?;
        return Ok(());
    }
    if arguments.first().is_some_and(|word| word == "evidence") {
        evidence::table(&folder, &site).await?;
        std::fs::remove_dir_all(&folder)?;
        return Ok(());
    }
    if arguments.first().is_some_and(|word| word == "letters") {
        letters::table(&folder, &site, arguments.get(1).map_or(Ok(100_000), |count| count.parse())?).await?;
        std::fs::remove_dir_all(&folder)?;
        return Ok(());
    }
    let only_casework = arguments.first().is_some_and(|word| word == "casework");
    let arguments = &arguments[usize::from(only_casework)..];
    let mut sizes: Vec<u64> = arguments.iter().map(|a| a.parse()).collect::<Result<_, _>>()?;
    if sizes.is_empty() {
        sizes = vec![10_000, 1_000_000];
    }
    let portal = open(&format!("sqlite:{}", folder.join("balai.db").display()), &folder).await?;
    domain::demo::fill(&portal, &mut |_, _, _| {}).await?;
    println!("submissions kept a second (8 at once, each its own commit, on the disk before it is acknowledged)");
    println!("  SQLite, synchronous=FULL   {:>8.0}", submissions(&portal).await?);
    if let Some(server) = std::env::var("BALAI_TEST_POSTGRES").ok().filter(|_| !only_casework) {
        let postgres = open(&format!("{server}/postgres"), &folder).await?;
        domain::demo::fill(&postgres, &mut |_, _, _| {}).await?;
        println!("  PostgreSQL, fsync as set   {:>8.0}", submissions(&postgres).await?);
    }
    if !only_casework {
        directory::table(&folder, &site, "").await?;
        evidence::table(&folder, &site).await?;
    }
    let (mut there, mut smallest) = (0, None);
    for size in sizes {
        let began = Instant::now();
        make_cases(&portal, size.saturating_sub(there), |_| {}).await?;
        there = size;
        println!("\n{size} cases (made in {:.0} s)", began.elapsed().as_secs_f64());
        let app = app(&portal, &site)?;
        let ours = router::router(app.clone(), &site)?;
        if !only_casework {
            pages(&ours, app, &site).await?;
        }
        let timed = casework::pages(&portal, &ours).await?;
        casework::print(&timed, smallest.as_deref());
        casework::figures(&portal).await?;
        smallest.get_or_insert(timed);
    }
    casework::process(&folder, &site, UPLOADS).await?;
    casework::decree(&portal).await?;
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

async fn open(url: &str, folder: &Path) -> Result<Portal, Trouble> {
    let db = Db::open(url).await?;
    db.migrate().await?;
    let chance = Chance::System;
    let secrets = Secrets::open(folder, &chance)?;
    let vault = domain::vault::Keys::open(folder, &chance)?;
    Ok(Portal {
        db,
        clock: Clock::System,
        chance,
        files: Files::open(&folder.join("files"))?,
        secrets: Arc::new(secrets),
        vault: Arc::new(vault),
        gate: Arc::new(Gate::standard()),
    })
}

async fn submissions(portal: &Portal) -> Result<f64, Trouble> {
    let mut conn = portal.db.read().await?;
    let medan = domain::directory::government(&mut conn, "medan").await?;
    drop(conn);
    let began = Instant::now();
    let lasting = Duration::from_secs(5);
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let (portal, medan) = (portal.clone(), medan.clone());
            tokio::spawn(async move {
                let mut count = 0u32;
                while began.elapsed() < lasting {
                    let answers = vocabulary::feedback::Answers {
                        key: portal.chance.token(),
                        protection: "anonim".into(),
                        about: "layanan:akta-kelahiran".into(),
                        kind: "pengaduan".into(),
                        story: "Loket tutup pukul sepuluh pagi, akta anak saya belum jadi.".into(),
                        ..Default::default()
                    };
                    let Ok(input) = answers.parse("2099-01-01") else { continue };
                    domain::feedback::send(&portal, &medan, None, "id", input).await?;
                    count += 1;
                }
                Ok::<u32, domain::Error>(count)
            })
        })
        .collect();
    let mut total = 0;
    for task in tasks {
        total += task.await??;
    }
    Ok(f64::from(total) / began.elapsed().as_secs_f64())
}

fn app(portal: &Portal, site: &Path) -> Result<App, Trouble> {
    let settings = Settings { demo: true, public_url: "http://127.0.0.1:3000".into(), trusted_proxy: None, no_worker: false, push_key: String::new(), assets: assets::read(site)? };
    Ok(App { portal: portal.clone(), settings: Arc::new(settings), limits: Limits::new(true), shelf: Shelf::default() })
}

async fn pages(ours: &Router, app: App, site: &Path) -> Result<(), Trouble> {
    let by_hand = router::around(by_hand::pages(), app, site)?;
    let case = first(ours, "/medan/laporan", "href=\"/medan/laporan/MDN-").await?;
    let topic = first(ours, "/medan/forum", "href=\"/medan/forum/topik/").await?;
    let addresses = [
        ("front page", "/medan".to_owned()),
        ("service list", "/medan/layanan".to_owned()),
        ("one service", "/medan/layanan/akta-kelahiran".to_owned()),
        ("case list", "/medan/laporan".to_owned()),
        ("one case", case),
        ("thread", topic),
        ("search", "/medan/cari?q=lampu+jalan".to_owned()),
    ];
    println!("page            CPU ms   p50 ms   p99 ms   requests/s    bytes    by hand: CPU ms    bytes   ratio");
    for (name, address) in addresses {
        let page = measure(ours, &address).await?;
        let hand = measure(&by_hand, &address).await?;
        println!(
            "{name:<14} {:>7.3}  {:>7.3}  {:>7.3}   {:>10.0}  {:>7}            {:>7.3}  {:>7}   {:>5.2}",
            page.cpu,
            page.p50,
            page.p99,
            page.rate,
            page.bytes,
            hand.cpu,
            hand.bytes,
            page.cpu / hand.cpu
        );
    }
    staff::queues(ours).await?;
    Ok(())
}

/// The first address of a list's links that begins like this.
async fn first(router: &Router, list: &str, start: &str) -> Result<String, Trouble> {
    let (_, html) = fetch(router, list).await?;
    let at = html.find(start).ok_or("the list is empty")? + "href=\"".len();
    Ok(html[at..].split('"').next().unwrap_or_default().to_owned())
}

async fn fetch(router: &Router, address: &str) -> Result<(u16, String), Trouble> {
    let response = router.clone().oneshot(Request::get(address).body(Body::empty())?).await?;
    let status = response.status().as_u16();
    let bytes = response.into_body().collect().await?.to_bytes();
    Ok((status, String::from_utf8_lossy(&bytes).into_owned()))
}

struct Measured {
    cpu: f64,
    p50: f64,
    p99: f64,
    rate: f64,
    bytes: usize,
}

/// One request after the other, in process: CPU of the whole process (all its threads) a request, and how long each took.
async fn measure(router: &Router, address: &str) -> Result<Measured, Trouble> {
    let mut bytes = 0;
    for _ in 0..WARM {
        let (status, html) = fetch(router, address).await?;
        if status != 200 {
            return Err(format!("{address} answers {status}").into());
        }
        bytes = html.len();
    }
    let mut times = Vec::with_capacity(REQUESTS);
    let (cpu, began) = (cpu_ms()?, Instant::now());
    for _ in 0..REQUESTS {
        let one = Instant::now();
        fetch(router, address).await?;
        times.push(one.elapsed().as_secs_f64() * 1000.0);
    }
    let rate = REQUESTS as f64 / began.elapsed().as_secs_f64();
    let cpu = (cpu_ms()? - cpu) / REQUESTS as f64;
    times.sort_by(f64::total_cmp);
    Ok(Measured { cpu, p50: times[REQUESTS / 2], p99: times[REQUESTS * 99 / 100], rate, bytes })
}

/// User and system time of this process in milliseconds, in steps of ten (`/proc/self/stat`, 100 ticks a second).
fn cpu_ms() -> Result<f64, Trouble> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |i: usize| fields.get(i).and_then(|f| f.parse::<f64>().ok()).unwrap_or_default();
    Ok((ticks(11) + ticks(12)) * 10.0)
}
