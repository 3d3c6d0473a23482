//! The directory at a tenth of its size and at its full size: 4 governments, each with 200 units, 5,000 posts and 500
//! services, with ten years of history.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use app::limits::Limits;
use app::{App, Settings};
use domain::directory::import::reindex;
use domain::directory::synthetic::{Size, make_directory};
use server::{assets, router};

use super::{Trouble, measure, open};

const NONE: Size = Size { units: 0, posts: 0, services: 0 };
const TENTH: Size = Size { units: 20, posts: 500, services: 50 };
const FULL: Size = Size { units: 200, posts: 5_000, services: 500 };

const ADDRESSES: &[(&str, &str)] = &[
    ("front page", "/medan"),
    ("units", "/medan/unit"),
    ("one unit", "/medan/unit/uji-unit-3"),
    ("a past unit", "/medan/unit/uji-unit-3?per=2018-03-01"),
    ("units of the past", "/medan/unit?per=2018-03-01"),
    ("a unit's history", "/medan/unit/uji-unit-3/riwayat"),
    ("chart", "/medan/unit/uji-unit-3/bagan"),
    ("chart of all", "/medan/unit/pemerintah/bagan"),
    ("job map", "/medan/unit/uji-unit-3/peta"),
    ("posts", "/medan/jabatan"),
    ("one post", "/medan/jabatan/uji-jabatan-3"),
    ("a past post", "/medan/jabatan/uji-jabatan-3?per=2018-03-01"),
    ("services", "/medan/layanan"),
    ("services by letter", "/medan/layanan?huruf=P"),
    ("one service", "/medan/layanan/uji-layanan-3"),
    ("a past service", "/medan/layanan/uji-layanan-3?per=2018-03-01"),
    ("open data", "/medan/data"),
    ("API, 100 posts", "/api/v1/governments/medan/positions?limit=100"),
    ("search", "/medan/cari?q=izin+pasar"),
    ("search, one word", "/medan/cari?q=kepala"),
    ("search, mistyped", "/medan/cari?q=surat+ketrangan"),
    ("suggestions", "/medan/cari/usul?q=pendaf"),
];

/// Prints the table of the pages whose name has this word.
pub async fn table(folder: &Path, site: &Path, word: &str) -> Result<(), Trouble> {
    let folder = folder.join("directory");
    std::fs::create_dir_all(&folder)?;
    let portal = open(&format!("sqlite:{}", folder.join("balai.db").display()), &folder).await?;
    domain::demo::fill(&portal, &mut |_, _, _| {}).await?;
    let settings = Settings { demo: true, public_url: "http://127.0.0.1:3000".into(), trusted_proxy: None, no_worker: false, push_key: String::new(), assets: assets::read(site)? };
    let app = App { portal: portal.clone(), settings: Arc::new(settings), limits: Limits::new(true), shelf: domain::open_data::Shelf::default() };
    let router = router::router(app, site)?;
    let addresses: Vec<_> = ADDRESSES.iter().filter(|(name, _)| name.contains(word)).collect();
    let mut rows = Vec::new();
    for (from, to) in [(NONE, TENTH), (TENTH, FULL)] {
        let began = Instant::now();
        make_directory(&portal, from, to, |_, _| {}).await?;
        let made = began.elapsed().as_secs_f64();
        reindex(&portal).await?;
        println!(
            "\ndirectory: 4 governments x {} units x {} posts x {} services, ten years (made in {made:.0} s, search index in {:.1} s)",
            to.units,
            to.posts,
            to.services,
            began.elapsed().as_secs_f64() - made
        );
        for (i, (_, address)) in addresses.iter().enumerate() {
            let found = measure(&router, address).await?;
            if rows.len() <= i {
                rows.push((found, None));
            } else if let Some(row) = rows.get_mut(i) {
                row.1 = Some(found);
            }
        }
    }
    println!("\npage                  a tenth: CPU ms   p50 ms    bytes      full: CPU ms   p50 ms   p99 ms    bytes   p50 full/tenth");
    for ((name, _), (tenth, full)) in addresses.iter().zip(rows) {
        let Some(full) = full else { continue };
        println!(
            "{name:<20} {:>16.3} {:>8.3} {:>8} {:>17.3} {:>8.3} {:>8.3} {:>8} {:>12.2}",
            tenth.cpu,
            tenth.p50,
            tenth.bytes,
            full.cpu,
            full.p50,
            full.p99,
            full.bytes,
            full.p50 / tenth.p50
        );
    }
    portal.db.close().await;
    Ok(())
}
