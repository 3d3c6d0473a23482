//! The assessor's desk with 10,000 staff and 200,000 evidence cards: `bench SITE evidence`.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use app::limits::Limits;
use app::{App, Settings};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use domain::accounts::{demo_account, join_person};
use domain::evaluation::synthetic::make_cards;
use domain::open_data::Shelf;
use http_body_util::BodyExt;
use server::{assets, router};
use tower::ServiceExt;

use super::{REQUESTS, Trouble, WARM, cpu_ms, open};

const ASSESSOR: &str = "penilai@medan.example";
const ADDRESSES: &[(&str, &str)] = &[
    ("what may be decided", "/petugas/penilaian?daftar=siap"),
    ("what waits for a reply", "/petugas/penilaian?daftar=menunggu"),
    ("what is decided", "/petugas/penilaian?daftar=selesai"),
    ("about oneself", "/petugas/penilaian?daftar=milik"),
];

/// Prints the table, for a tenth of the cards and for all.
pub async fn table(folder: &Path, site: &Path) -> Result<(), Trouble> {
    let folder = folder.join("evidence");
    std::fs::create_dir_all(&folder)?;
    let portal = open(&format!("sqlite:{}", folder.join("balai.db").display()), &folder).await?;
    domain::demo::fill(&portal, &mut |_, _, _| {}).await?;
    let began = Instant::now();
    make_cards(&portal, 10_000, 200_000, |_, _| {}).await?;
    println!("\n10000 staff, 200000 evidence cards (made in {:.0} s)", began.elapsed().as_secs_f64());
    let mut tx = portal.db.begin().await?;
    let account = demo_account(&mut tx, ASSESSOR).await?;
    join_person(&mut tx, account, "medan", "uji/atasan-5000").await?;
    tx.commit().await?;
    let settings = Settings { demo: true, public_url: "http://127.0.0.1:3000".into(), trusted_proxy: None, no_worker: false, push_key: String::new(), assets: assets::read(site)? };
    let app = App { portal: portal.clone(), settings: Arc::new(settings), limits: Limits::new(true), shelf: Shelf::default() };
    let router = router::router(app, site)?;
    let cookie = sign_in(&router).await?;
    println!("page                     CPU ms   p50 ms   p99 ms    bytes");
    for (name, address) in ADDRESSES {
        let mut bytes = 0;
        for _ in 0..WARM {
            bytes = fetch(&router, address, &cookie).await?;
        }
        let mut times = Vec::with_capacity(REQUESTS);
        let cpu = cpu_ms()?;
        for _ in 0..REQUESTS {
            let one = Instant::now();
            fetch(&router, address, &cookie).await?;
            times.push(one.elapsed().as_secs_f64() * 1000.0);
        }
        let cpu = (cpu_ms()? - cpu) / REQUESTS as f64;
        times.sort_by(f64::total_cmp);
        println!("{name:<23} {cpu:>7.3}  {:>7.3}  {:>7.3}  {bytes:>7}", times[REQUESTS / 2], times[REQUESTS * 99 / 100]);
    }
    Ok(())
}

async fn sign_in(router: &Router) -> Result<String, Trouble> {
    let request =
        Request::post("/masuk/contoh").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").body(Body::from(format!("surel={}", ASSESSOR.replace('@', "%40"))))?;
    let response = router.clone().oneshot(request).await?;
    let cookies: Vec<String> = response.headers().get_all(header::SET_COOKIE).iter().filter_map(|c| c.to_str().ok()?.split(';').next().map(str::to_owned)).collect();
    if cookies.is_empty() { Err(format!("signing in answers {}", response.status()).into()) } else { Ok(cookies.join("; ")) }
}

async fn fetch(router: &Router, address: &str, cookie: &str) -> Result<usize, Trouble> {
    let response = router.clone().oneshot(Request::get(address).header(header::COOKIE, cookie).body(Body::empty())?).await?;
    let status = response.status();
    let bytes = response.into_body().collect().await?.to_bytes().len();
    if status.is_success() { Ok(bytes) } else { Err(format!("{address} answers {status}").into()) }
}
