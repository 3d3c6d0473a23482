//! The receipt between two pages of the same phone: in a cookie that scripts cannot read and that lasts half an hour,
//! never in an address, never in the database.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use vocabulary::receipt::Receipt;

use crate::session::cookie;
use crate::shell::App;

const NAME: &str = "tanda-terima";

/// The receipt that this phone holds at the moment, if it does.
pub struct Held(pub Option<Receipt>);

impl FromRequestParts<App> for Held {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        Ok(Self(cookie(parts, NAME).and_then(|v| Receipt::parse(v).ok())))
    }
}

fn set(app: &App, response: &mut Response, value: &str, seconds: u32) {
    let secure = if app.settings.public_url.starts_with("https:") { "; Secure" } else { "" };
    if let Ok(value) = HeaderValue::from_str(&format!("{NAME}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}")) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

pub fn hold(app: &App, response: &mut Response, receipt: &Receipt) {
    set(app, response, receipt.digits(), 30 * 60);
}

pub fn let_go(app: &App, response: &mut Response) {
    set(app, response, "", 0);
}
