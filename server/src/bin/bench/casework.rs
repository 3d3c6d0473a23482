//! Casework: the pages of residents and staff at every size, what is like a new report, slow uploads, the start with all
//! of it in the database, and a decree that moves the last days of all open cases.
//!
//! Uploads and the start are those of the real program beside this one, for what they cost is a process's.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use domain::clock::{DAY, day_text, local_day};
use domain::directory::governments;
use domain::directory::import::{Enrichment, import_file};
use domain::evaluation::figures::{recompute, would_publish};
use domain::feedback::synthetic::{assign_all, span};
use domain::feedback::{self, send};
use domain::portal::Portal;
use http_body_util::BodyExt;
use tokio::io::AsyncWriteExt;
use tower::ServiceExt;
use vocabulary::evaluation::quarter_of;

use super::{Trouble, WARM, first};

/// Fewer than of read pages: a form's answer costs more.
const REQUESTS: usize = 300;

/// What a browser of somebody has.
struct Person {
    router: Router,
    cookie: String,
}

impl Person {
    async fn answer(&self, request: Request<Body>) -> Result<(u16, String, Option<String>), Trouble> {
        let response = self.router.clone().oneshot(request).await?;
        let (status, cookie) = (response.status().as_u16(), response.headers().get(header::SET_COOKIE).and_then(|c| c.to_str().ok()).map(str::to_owned));
        let bytes = response.into_body().collect().await?.to_bytes();
        Ok((status, String::from_utf8_lossy(&bytes).into_owned(), cookie))
    }

    async fn post(&self, address: &str, fields: &str) -> Result<(u16, String, Option<String>), Trouble> {
        let request = Request::post(address).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").header(header::COOKIE, &self.cookie);
        self.answer(request.body(fields.to_owned().into())?).await
    }

    /// Signs in through the page, as one of the demonstration's people.
    async fn sign_in(router: &Router, email: &str) -> Result<Self, Trouble> {
        let mut person = Self { router: router.clone(), cookie: String::new() };
        let (status, _, cookie) = person.post("/masuk/contoh", &format!("surel={}", email.replace('@', "%40"))).await?;
        person.cookie = cookie.and_then(|c| c.split(';').next().map(str::to_owned)).filter(|_| status == 303).ok_or_else(|| format!("{email} cannot sign in: {status}"))?;
        Ok(person)
    }
}

/// How long one kind of page took, in milliseconds.
pub struct Timed {
    name: &'static str,
    p50: f64,
    p99: f64,
}

/// The pages of casework at the size that is there.
pub async fn pages(portal: &Portal, router: &Router) -> Result<Vec<Timed>, Trouble> {
    let mut conn = portal.db.read().await?;
    let medan = domain::directory::government(&mut conn, "medan").await?;
    drop(conn);
    let answers = vocabulary::feedback::Answers {
        key: portal.chance.token(),
        protection: "anonim".into(),
        about: "layanan:akta-kelahiran".into(),
        kind: "pengaduan".into(),
        story: "Lampu jalan padam dekat sekolah sejak minggu lalu.".into(),
        ..Default::default()
    };
    let sent = send(portal, &medan, None, "id", answers.parse("2099-01-01").map_err(|_| "the form is wrong")?).await?;
    let stranger = Person { router: router.clone(), cookie: String::new() };
    let reporter = Person { router: router.clone(), cookie: format!("tanda-terima={}", sent.receipt.digits()) };
    let (verifier, handler) = (Person::sign_in(router, "verifikator@medan.example").await?, Person::sign_in(router, "penghubung@medan.example").await?);
    let public = first(router, "/medan/laporan?keadaan=assigned", "href=\"/medan/laporan/MDN-").await?;
    let desk = format!("/petugas/laporan/{}", public.rsplit('/').next().unwrap_or_default());
    let unread = format!("/petugas/laporan/{}", sent.reference);
    let check = "layar=kontak&aksi=lanjut&kunci=0123456789abcdef0123456789abcdef&perlindungan=anonim&tentang=layanan%3Aakta-kelahiran&jenis=pengaduan&cerita=Lampu+jalan+padam+dekat+sekolah+sejak+minggu+lalu.";
    let mut timed = Vec::new();
    for (name, who, address, form) in [
        ("cases, everyone's list", &stranger, "/medan/laporan", None),
        ("cases, filtered", &stranger, "/medan/laporan?jenis=pengaduan&keadaan=assigned", None),
        ("cases, searched", &stranger, "/medan/laporan?q=lampu+jalan", None),
        ("search", &stranger, "/medan/cari?q=lampu+jalan", None),
        ("one case", &stranger, public.as_str(), None),
        ("followed by receipt", &reporter, "/lacak/laporan", None),
        ("check page with similar", &stranger, "/medan/lapor", Some(check)),
        ("desk of a verifier", &verifier, "/petugas", None),
        ("queue of a verifier", &verifier, "/petugas/laporan", None),
        ("queue of a handler", &handler, "/petugas/laporan", None),
        ("one case at a desk", &handler, desk.as_str(), None),
        ("a new case at a desk", &verifier, unread.as_str(), None),
    ] {
        let one = async || match form {
            Some(fields) => who.post(address, fields).await,
            None => who.answer(Request::get(address).header(header::COOKIE, &who.cookie).body(Body::empty())?).await,
        };
        for _ in 0..WARM {
            let (status, ..) = one().await?;
            if status != 200 {
                return Err(format!("{address} answers {status}").into());
            }
        }
        let mut times = Vec::with_capacity(REQUESTS);
        for _ in 0..REQUESTS {
            let began = Instant::now();
            one().await?;
            times.push(began.elapsed().as_secs_f64() * 1000.0);
        }
        times.sort_by(f64::total_cmp);
        timed.push(Timed { name, p50: times[REQUESTS / 2], p99: times[REQUESTS * 99 / 100] });
    }
    Ok(timed)
}

/// One line a kind of page; beside the p50 what it is of that at the first size.
pub fn print(timed: &[Timed], before: Option<&[Timed]>) {
    println!("casework                   p50 ms   p99 ms   p50 of the first size's");
    for (at, page) in timed.iter().enumerate() {
        let grown = before.and_then(|b| b.get(at)).map(|b| format!("{:>6.2}", page.p50 / b.p50)).unwrap_or_default();
        println!("{:<25} {:>7.3}  {:>7.3}   {grown}", page.name, page.p50, page.p99);
    }
}

/// A served portal, which ends with its value.
struct Served {
    child: Child,
    port: u16,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn program() -> Result<PathBuf, Trouble> {
    let path = std::env::current_exe()?.with_file_name("balai");
    if path.exists() { Ok(path) } else { Err(format!("{} is not built", path.display()).into()) }
}

/// Starts the program on this data and returns it, once it is ready, with how long that took.
async fn serve(data: &Path, site: &Path) -> Result<(Served, Duration), Trouble> {
    let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let began = Instant::now();
    let mut command = Command::new(program()?);
    command.args(["serve", "--demo", "--generous-limits", "--addr", &format!("127.0.0.1:{port}")]).arg("--data-dir").arg(data).arg("--site-dir").arg(site);
    let served = Served { child: command.env("BALAI_LOG", "error").stdout(Stdio::null()).spawn()?, port };
    loop {
        if tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            return Ok((served, began.elapsed()));
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

/// How much of its memory is in use, in megabytes.
fn memory(child: &Child) -> Result<f64, Trouble> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()))?;
    let kilobytes = status.lines().find_map(|l| l.strip_prefix("VmRSS:")).and_then(|l| l.trim().strip_suffix(" kB")).and_then(|n| n.trim().parse::<f64>().ok());
    Ok(kilobytes.ok_or("no VmRSS")? / 1024.0)
}

/// Three starts with what is in the database, then uploads that take their time.
pub async fn process(data: &Path, site: &Path, uploads: usize) -> Result<(), Trouble> {
    let mut starts = Vec::new();
    for _ in 0..3 {
        let (served, took) = serve(data, site).await?;
        drop(served);
        starts.push(took.as_millis().to_string());
    }
    println!("start with this database, until it answers: {} ms", starts.join(", "));
    let (served, _) = serve(data, site).await?;
    let idle = memory(&served.child)?;
    // Each says that it brings two megabytes, and brings a kilobyte a second.
    let head = format!(
        "POST /medan/lapor HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: 2000000\r\n\r\n--B\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"a.jpg\"\r\n\r\n",
        served.port
    );
    let mut open = Vec::with_capacity(uploads);
    for _ in 0..uploads {
        let mut stream = tokio::net::TcpStream::connect(("127.0.0.1", served.port)).await.map_err(|e| format!("upload {}: {e} (ulimit -n)", open.len()))?;
        stream.write_all(head.as_bytes()).await?;
        open.push(stream);
    }
    let (mut most, piece) = (memory(&served.child)?, [b'x'; 1024]);
    for _ in 0..20 {
        for stream in &mut open {
            stream.write_all(&piece).await?;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
        most = most.max(memory(&served.child)?);
    }
    let began = Instant::now();
    let page = std::net::TcpStream::connect(("127.0.0.1", served.port)).is_ok();
    println!(
        "{uploads} uploads open at once, 20 KB of each there: {most:.0} MB in use, {idle:.0} MB before; another visitor is {} after {} ms",
        if page { "let in" } else { "kept out" },
        began.elapsed().as_millis()
    );
    Ok(())
}

/// Every case is open, and a new table of holidays comes.
pub async fn decree(portal: &Portal) -> Result<(), Trouble> {
    let count = assign_all(portal).await?;
    feedback::recompute(portal, &mut |_, _| {}).await?;
    let years = ["2024", "2025", "2026", "2027"].map(|year| format!("{year}-01-01,libur_nasional,Tahun Baru Masehi,New Year,SKB\n")).concat();
    let table = format!("date,type,name_id,name_en,source\n{years}");
    let outcome = import_file(portal, "holidays_id_2024_2027.csv", &table, &Enrichment::default(), false).await?;
    if !outcome.imported {
        return Err(format!("the table of holidays: {:?}", outcome.bad).into());
    }
    let (began, mut told, mut longest, mut last) = (Instant::now(), 0u32, Duration::ZERO, Instant::now());
    let moved = feedback::recompute(portal, &mut |_, _| {
        told += 1;
        longest = longest.max(last.elapsed());
        last = Instant::now();
    })
    .await?;
    println!(
        "a decree with {count} open cases: {} last days moved in {:.0} s, told {told} times, the longest silence {:.1} s",
        moved.all(),
        began.elapsed().as_secs_f64(),
        longest.as_secs_f64()
    );
    Ok(())
}

/// Numbers per unit: every quarter of every government, also the one that runs, and what `balai figures` takes, which
/// publishes the quarters that are over the first time and compares them afterwards.
pub async fn figures(portal: &Portal) -> Result<(), Trouble> {
    let mut conn = portal.db.read().await?;
    let (first, last) = span(&mut conn).await?;
    let mut quarters = Vec::new();
    let mut at = first;
    while at <= last + 92 * DAY {
        let quarter = quarter_of(&day_text(local_day(at.min(last), 7)));
        if quarters.last() != Some(&quarter) {
            quarters.push(quarter);
        }
        at += 80 * DAY;
    }
    let (began, mut longest, mut tables) = (Instant::now(), Duration::ZERO, 0);
    for government in governments(&mut conn).await? {
        for quarter in &quarters {
            let one = Instant::now();
            tables += would_publish(portal, &mut conn, &government, quarter).await?.len();
            longest = longest.max(one.elapsed());
        }
    }
    drop(conn);
    let all = began.elapsed().as_secs_f64();
    println!("numbers per unit, all {} quarters         {all:>7.2} s, {tables} tables", quarters.len());
    println!("numbers per unit, one quarter, the longest {:>7.2} s", longest.as_secs_f64());
    let began = Instant::now();
    let found = recompute(portal, &mut |_, _, _| {}).await?;
    println!("numbers per unit, `balai figures`          {:>7.2} s, {found:?}", began.elapsed().as_secs_f64());
    Ok(())
}
