//! The test client: the real router in process, with a page check on every page it fetches.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use app::limits::Limits;
use app::{App, Assets, Settings};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use domain::accounts::Actor;
use domain::open_data::Shelf;
use domain::testing::World;
use http_body_util::BodyExt;
use server::jobs::work_once;
use server::mail::{Mailer, Written};
use server::push::{Outcome, Pusher};
use server::telling::{self, Ways};
use tower::ServiceExt;

pub mod check;
pub mod program;

pub struct Client {
    router: Router,
    cookies: Mutex<HashMap<String, String>>,
}

pub struct Page {
    pub status: StatusCode,
    pub location: Option<String>,
    pub headers: http::HeaderMap,
    pub html: String,
    /// The same as it came.
    pub body: Vec<u8>,
}

impl Page {
    /// Whether the page says this, once entities are read.
    pub fn says(&self, text: &str) -> bool {
        check::text(&self.html).contains(text)
    }

    pub fn expect(&self, status: u16, why: &str) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{why}: {}", check::text(&self.html).chars().take(600).collect::<String>());
        self
    }

    /// Whether it is a page for people, and no file and nothing for programs.
    pub fn is_page(&self) -> bool {
        self.headers.get(header::CONTENT_TYPE).is_some_and(|t| t.as_bytes().starts_with(b"text/html"))
    }

    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.html).unwrap_or_else(|e| panic!("{e}: {}", self.html.chars().take(300).collect::<String>()))
    }

    /// The value of a hidden field.
    pub fn hidden(&self, name: &str) -> String {
        check::tags(&self.html).into_iter().find(|t| t.name == "input" && t.get("name") == Some(name)).and_then(|t| t.get("value").map(str::to_owned)).unwrap_or_default()
    }
}

pub fn app(world: &World, demo: bool) -> App {
    let settings = Settings {
        demo,
        public_url: "http://balai.test".into(),
        trusted_proxy: None,
        no_worker: false,
        push_key: "kunci".into(),
        assets: Assets { style: "balai.css".into(), islands: "balai.js".into(), outbox: "outbox.js".into() },
    };
    App { portal: world.portal.clone(), settings: Arc::new(settings), limits: Limits::new(true), shelf: Shelf::default() }
}

/// A browser without an account.
pub fn visitor(world: &World) -> Client {
    visitor_of(app(world, true), world)
}

/// The same, of a portal that is set up otherwise.
pub fn visitor_of(app: App, world: &World) -> Client {
    Client { router: server::router::router(app, world.folder()).unwrap(), cookies: Mutex::new(HashMap::new()) }
}

/// A browser in which this account is signed in, by password, through the page.
pub async fn signed_in(world: &World, actor: &Actor) -> Client {
    let client = visitor(world);
    let page = client.post("/masuk", &[("surel", &actor.email), ("sandi", domain::testing::PASSWORD)]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{} signs in", actor.email);
    client
}

/// Empties the outbox into memory.
pub async fn mails(world: &World) -> Vec<Written> {
    let kept = Arc::new(Mutex::new(Vec::new()));
    let mailer = Mailer::Memory(kept.clone());
    while work_once(&world.portal, &mailer).await.unwrap() {}
    kept.lock().unwrap().clone()
}

/// Sends every letter that is due into memory, to a mail server that answers as `mailer` does.
pub async fn letters_by(world: &World, mailer: &Mailer) {
    let ways = Ways { mailer: mailer.clone(), pusher: Pusher::Memory(Arc::default(), Outcome::Took), site: "http://balai.test".into(), taken: Arc::default() };
    while telling::work_once(&world.portal, &ways).await.unwrap() > 0 {}
}

/// The letters that are due.
pub async fn letters(world: &World) -> Vec<Written> {
    let kept = Arc::new(Mutex::new(Vec::new()));
    letters_by(world, &Mailer::Memory(kept.clone())).await;
    kept.lock().unwrap().clone()
}

impl Client {
    pub async fn get(&self, path: &str) -> Page {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = fields.iter().map(|(n, v)| format!("{}={}", encode(n), encode(v))).collect::<Vec<_>>().join("&");
        self.send(Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").body(body.into()).unwrap()).await
    }

    /// A form from a machine of this network address, of whose answer only the number counts: for thousands of them.
    pub async fn post_from(&self, address: &str, path: &str, fields: &[(&str, &str)]) -> u16 {
        let body = fields.iter().map(|(n, v)| format!("{}={}", encode(n), encode(v))).collect::<Vec<_>>().join("&");
        let cookies = self.cookies.lock().unwrap().iter().map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>().join("; ");
        let peer = axum::extract::ConnectInfo(std::net::SocketAddr::new(address.parse().unwrap(), 40_000));
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, cookies)
            .header(header::HOST, "balai.test")
            .extension(peer)
            .body(Body::from(body))
            .unwrap();
        self.router.clone().oneshot(request).await.unwrap().status().as_u16()
    }

    pub async fn post_multipart(&self, path: &str, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Page {
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(format!("--XBOUNDX\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
        }
        for (name, bytes) in files {
            body.extend(format!("--XBOUNDX\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n").into_bytes());
            body.extend(*bytes);
            body.extend(b"\r\n");
        }
        body.extend(b"--XBOUNDX--\r\n");
        self.send(Request::post(path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=XBOUNDX").body(body.into()).unwrap()).await
    }

    /// Sends it as a browser would, keeps its cookies and checks the page that comes back.
    pub async fn send(&self, mut request: Request<Body>) -> Page {
        let cookies = self.cookies.lock().unwrap().iter().map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>().join("; ");
        if !cookies.is_empty() {
            request.headers_mut().insert(header::COOKIE, cookies.parse().unwrap());
        }
        let path = request.uri().to_string();
        let response: Response<Body> = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            self.cookies.lock().unwrap().insert(name.to_owned(), rest.split(';').next().unwrap().to_owned());
        }
        let bytes = body.collect().await.unwrap().to_bytes();
        let html = String::from_utf8_lossy(&bytes).into_owned();
        let page =
            Page { status: parts.status, location: parts.headers.get(header::LOCATION).map(|l| l.to_str().unwrap().to_owned()), headers: parts.headers, html, body: bytes.into() };
        if page.is_page() && !path.contains("/usul?") {
            check::page(&path, page.status, &page.headers, &page.html);
        }
        page
    }
}

fn encode(text: &str) -> String {
    text.bytes().map(|b| if b.is_ascii_alphanumeric() { (b as char).to_string() } else { format!("%{b:02X}") }).collect()
}
