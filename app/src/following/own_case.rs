//! On `/lacak/laporan`: how much and how often a reporter who left an address is told of their own report.

use domain::following::{OwnTelling, tell_own};
use domain::ids::CaseId;
use leptos::prelude::*;
use vocabulary::following::{Level, Telling};

use super::list::telling_fields;
use crate::components::hidden;
use crate::error::PageError;
use crate::form::Form;
use crate::shell::App;
use crate::words::Words;

/// `a_day` is how many letters there are at most.
pub fn part(words: &'static Words, own: OwnTelling, a_day: i64, saved: bool) -> impl IntoView + use<> {
    let lead = own.ended.map_or("own-telling-lead".to_owned(), |why| format!("own-telling-lead-{why}"));
    let silent = own.ended.is_some() || own.telling.level == Level::Silent;
    view! {
        <section class="card stack-tight" id="kabar" aria-labelledby="kabar-surel">
            <h2 id="kabar-surel">{words.t("own-telling-title")}</h2>
            {saved.then(|| view! { <p class="notice ok" role="status">{words.t("own-telling-saved")}</p> })}
            <p class=if own.ended.is_some() { "notice wait" } else { "" }>{words.t(&lead)}</p>
            <form class="stack-tight" method="post" action="/lacak/laporan">
                {hidden("aksi", "kabar")}
                {telling_fields(words, 0, own.telling)}
                <div class="actions">
                    <button class="button quiet">{words.t("telling-save")}</button>
                    {(!silent).then(|| view! { <button class="button quiet" name="berhenti" value="1">{words.t("telling-stop-all")}</button> })}
                </div>
            </form>
            <p class="soft">{words.n("own-telling-hint", a_day)}</p>
        </section>
    }
}

/// # Errors
/// [`PageError::BadForm`] for what no page offers; not found for who left no address.
pub async fn set(app: &App, case: CaseId, form: &Form) -> Result<(), PageError> {
    let mut telling = Telling::parse(form.get("tingkat"), form.get("irama")).map_err(|_| PageError::BadForm)?;
    if !form.get("berhenti").is_empty() {
        telling.level = Level::Silent;
    }
    Ok(tell_own(&app.portal, case, telling).await?)
}
