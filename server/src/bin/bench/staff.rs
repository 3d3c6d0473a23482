//! The queues, as those see them who work in them: whoever handles for the whole government, for one unit, and who verifies.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderValue, Request, header};
use axum::middleware::{Next, from_fn};
use tower::ServiceExt;

use super::{Trouble, measure};

const PAGES: [(&str, &str, &str); 5] = [
    ("queue, handler", "penghubung@medan.example", "/petugas/laporan?antrean=jawab"),
    ("one unit's", "loket.dukcapil@medan.example", "/petugas/laporan?antrean=jawab"),
    ("one's own", "loket.dukcapil@medan.example", "/petugas/laporan?antrean=jawab&petugas=saya"),
    ("verifier", "verifikator@medan.example", "/petugas/laporan?antrean=jawab"),
    ("by kind", "verifikator@medan.example", "/petugas/laporan?antrean=jawab&jenis=permintaan_informasi"),
];

pub async fn queues(router: &Router) -> Result<(), Trouble> {
    for (name, who, address) in PAGES {
        let page = measure(&signed_in(router, who).await?, address).await?;
        println!("{name:<14} {:>7.3}  {:>7.3}  {:>7.3}   {:>10.0}  {:>7}", page.cpu, page.p50, page.p99, page.rate, page.bytes);
    }
    Ok(())
}

/// The same router as this account of the demonstration.
async fn signed_in(router: &Router, who: &str) -> Result<Router, Trouble> {
    let request =
        Request::post("/masuk/contoh").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").body(Body::from(format!("surel={}", who.replace('@', "%40"))))?;
    let response = router.clone().oneshot(request).await?;
    let cookies: Vec<String> = response.headers().get_all(header::SET_COOKIE).iter().filter_map(|c| c.to_str().ok()?.split(';').next().map(str::to_owned)).collect();
    let cookie = HeaderValue::from_str(&cookies.join("; "))?;
    Ok(router.clone().layer(from_fn(move |mut request: axum::extract::Request, next: Next| {
        request.headers_mut().insert(header::COOKIE, cookie.clone());
        next.run(request)
    })))
}
