//! `/daftar`: a new account. The answer is the same for a taken address; the mail tells its owner.

use axum::extract::State;
use axum::response::Response;
use domain::accounts::sign_up;
use domain::notifications::Mail;
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::accounts::SignUp;

use super::sign_in_link::{link_mail, mailed};
use crate::components::{error_summary, line_field};
use crate::error::PageError;
use crate::form::Form;
use crate::limits::{Address, What};
use crate::session::Visitor;
use crate::shell::{App, Page, Section};

pub async fn get(State(app): State<App>, visitor: Visitor) -> Response {
    draw(&app, &visitor, &Form::default(), Problems::default())
}

fn draw(app: &App, visitor: &Visitor, form: &Form, problems: Problems) -> Response {
    let words = visitor.words;
    let page = Page { title: words.t("sign-up-title"), section: Section::Account, wrong: !problems.is_empty(), private: true, ..Page::default() };
    visitor.page(app, None, page, || {
        view! {
            <div class="measure stack">
                {error_summary(words, &problems)}
                <h1>{words.t("sign-up-title")}</h1>
                <p>{words.t("sign-up-lead")}</p>
                <form class="stack" method="post" action="/daftar" novalidate="novalidate">
                    {line_field(words, &problems, "nama", words.t("sign-up-name"), Some(words.t("sign-up-name-hint")), "text", "nickname", form.get("nama"))}
                    {line_field(words, &problems, "surel", words.t("sign-in-email"), Some(words.t("sign-up-email-hint")), "email", "username", form.get("surel"))}
                    {line_field(words, &problems, "sandi", words.t("sign-up-password"), Some(words.t("sign-up-password-hint")), "password", "new-password", "")}
                    <p><button class="button">{words.t("sign-up-button")}</button></p>
                </form>
            </div>
        }
    })
}

pub async fn post(State(app): State<App>, visitor: Visitor, Address(address): Address, form: Form) -> Result<Response, PageError> {
    app.limits.check(What::SignIn, &address)?;
    let input = match SignUp::parse(form.get("nama"), form.get("surel"), form.get("sandi")) {
        Ok(input) => input,
        Err(problems) => return Ok(draw(&app, &visitor, &form, problems)),
    };
    let taken = Mail {
        to: input.email.as_str().to_owned(),
        language: visitor.words.language.to_owned(),
        key: "mail-address-taken".into(),
        args: vec![("link".into(), format!("{}/masuk", app.settings.public_url))],
    };
    sign_up(&app.portal, &input, &taken, |token| link_mail(&app, &visitor, &input.email, token)).await?;
    Ok(mailed(&app, &visitor))
}
