//! `/{gov}/lapor/terkirim`: the confirmation, with the reference, the receipt, what happens next and when.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::directory::government;
use leptos::prelude::*;

use super::exit::exit_quickly;
use super::receipt_cookie::Held;
use super::receipt_tries::follow;
use crate::dates;
use crate::error::PageError;
use crate::islands::ForgetDraft;
use crate::ledger::receipt::recorded;
use crate::limits::Address;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};

pub async fn sent(State(app): State<App>, visitor: Visitor, Address(address): Address, held: Held, Path(gov): Path<String>) -> Result<Response, PageError> {
    let Held(Some(receipt)) = held else { return Ok(Redirect::to("/lacak").into_response()) };
    let Some(case) = follow(&app, &address, &receipt).await? else { return Ok(Redirect::to("/lacak").into_response()) };
    let proof = domain::feedback::proof(&app.portal, &case).await?;
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("sent-title"), section: Section::Cases, islands: true, outbox: true, private: true, ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        let groups = receipt.grouped().split(' ').map(|g| view! { <span>{g.to_owned()}</span>" " }).collect_view();
        let verify = case.verify_due.as_deref().map(|d| view! { <li><div>{words.with("sent-verify", &[("date", &dates::long_day(words, d))])}</div></li> });
        let answer = match case.answer_due.as_deref() {
            Some(due) => words.with("sent-answer", &[("date", &dates::long_day(words, due))]),
            None if case.clock_days.is_some() => words.t("due-later"),
            None => words.t("sent-praise"),
        };
        view! {
            {exit_quickly(words)}
            <div class="measure stack">
                <h1>{words.t("sent-title")}</h1>
                <p class="lead">{words.with("sent-reference", &[("reference", &case.reference)])}</p>
                <div class="card receipt-card stack-tight">
                    <h2>{words.t("sent-receipt")}</h2>
                    <p class="receipt">{groups}</p>
                    <p>{words.t("sent-save")}</p>
                    <p class="soft">{words.t("sent-once")}</p>
                </div>
                <h2>{words.t("sent-next")}</h2>
                <ol class="steps">{verify}<li><div>{answer}</div></li><li><div>{words.t("sent-you-decide")}</div></li></ol>
                {recorded(words, proof)}
                <p class="actions"><a class="button" href="/lacak/laporan">{words.t("sent-follow")}</a><a href=format!("/{gov}")>{words.t("sent-front")}</a></p>
                <form method="post" action="/lacak/laporan"><input type="hidden" name="aksi" value="keluar"/><button class="linklike">{words.t("track-leave")}</button></form>
                <span id="terkirim" data-rujukan=case.reference.clone() hidden="hidden"></span>
                <span id="draf" data-draf=format!("balai-draf-{gov}") hidden="hidden"></span>
                <ForgetDraft/>
            </div>
        }
    }))
}
