//! "Bukti tercatat": what the holder of a receipt sees and keeps of the proof that their report was recorded.

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::feedback::proof;
use domain::ledger::proof::ProofFile;
use leptos::prelude::*;

use crate::error::PageError;
use crate::feedback::receipt_cookie::Held;
use crate::feedback::receipt_tries::follow;
use crate::limits::Address;
use crate::shell::App;
use crate::words::Words;

/// The proof in words, checked here and now against the tree's root; nothing where there is none.
pub fn recorded(words: &'static Words, proof: Option<ProofFile>) -> impl IntoView {
    proof.map(|proof| {
        let holds = proof.flaws().is_empty();
        let sentence = match proof.opening.as_ref().is_some_and(|o| o.content.is_some()) {
            _ if !holds => "proof-fails",
            true => "proof-holds",
            false => "proof-holds-erased",
        };
        view! {
            <section class="card stack-tight ledger" aria-labelledby="bukti">
                <h2 id="bukti">{words.t("proof-title")}</h2>
                <p>{words.with("proof-number", &[("number", &proof.number.to_string())])}</p>
                <p class="soft">{words.t(sentence)}</p>
                <details>
                    <summary>{words.t("proof-leaf")}</summary>
                    <p><code class="hash">{proof.leaf.clone()}</code></p>
                    <p class="soft">{words.n("proof-root", proof.size as i64)}</p>
                    <p><code class="hash">{proof.root.clone()}</code></p>
                </details>
                <p><a href="/lacak/laporan/bukti.json" download="bukti-balai.json">{words.t("proof-download")}</a></p>
                <p class="soft">{words.t("proof-keep")}</p>
            </section>
        }
    })
}

/// `/lacak/laporan/bukti.json`: the file, for the receipt that this phone holds.
pub async fn download(State(app): State<App>, Address(address): Address, held: Held) -> Result<Response, PageError> {
    let Held(Some(receipt)) = held else { return Ok(Redirect::to("/lacak").into_response()) };
    let Some(case) = follow(&app, &address, &receipt).await? else { return Ok(Redirect::to("/lacak").into_response()) };
    let file = proof(&app.portal, &case).await?.ok_or(Error::NotFound)?;
    let body = serde_json::to_string_pretty(&file).map_err(|e| PageError::Trouble(e.to_string()))?;
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"bukti-balai.json\""));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
