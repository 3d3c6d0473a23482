//! `/{gov}/laporan/{ref}/foto/{n}`: a photo, for whoever may see it.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::Error;
use domain::feedback::{Viewer, photo};

use super::receipt_cookie::Held;
use super::receipt_tries::follow;
use crate::error::PageError;
use crate::limits::Address;
use crate::session::Visitor;
use crate::shell::App;

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Address(address): Address,
    held: Held,
    Path((gov, reference, number)): Path<(String, String, i64)>,
) -> Result<Response, PageError> {
    let mut ways = vec![(Viewer::Public, "public, max-age=300")];
    ways.extend(visitor.actor.as_ref().filter(|a| a.is_staff()).map(|a| (Viewer::Staff(a), "no-store")));
    ways.extend(held.0.as_ref().map(|r| (Viewer::Reporter(r), "no-store")));
    for (viewer, cache) in ways {
        // A receipt in a cookie is tried like one that is typed.
        if let Viewer::Reporter(receipt) = &viewer
            && follow(&app, &address, receipt).await?.is_none()
        {
            continue;
        }
        match photo(&app.portal, &gov, &reference, number, viewer).await {
            Err(Error::NotFound) => {}
            Err(e) => return Err(e.into()),
            Ok(bytes) => {
                let headers = [
                    (header::CONTENT_TYPE, "image/jpeg"),
                    (header::CACHE_CONTROL, cache),
                    (header::CONTENT_DISPOSITION, "inline; filename=\"foto.jpg\""),
                    (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
                ];
                return Ok((headers, bytes).into_response());
            }
        }
    }
    Err(Error::NotFound.into())
}
