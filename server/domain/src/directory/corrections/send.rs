//! A resident says what is wrong. Nobody needs an account, and of the time only the hour is kept.

use vocabulary::Fault;
use vocabulary::corrections::{CorrectionInput, CorrectionStatus};

use super::{about, wrong};
use crate::directory::Government;
use crate::error::{Error, Result};
use crate::ids::{CorrectionId, short_code};
use crate::on;
use crate::portal::Portal;
use crate::secrets::sha256;

/// Keeps it and returns its number; a repeated send of the same form is the same correction. `language` is the one to
/// write back in, `id` or `en`.
///
/// # Errors
/// [`Error::Invalid`] when what it is about is not there.
pub async fn send(portal: &Portal, government: &Government, form_key: &str, language: &str, input: &CorrectionInput) -> Result<String> {
    let portal = &portal.to_the_hour();
    let sealed = match &input.email {
        Some(email) => Some(portal.secrets.seal(&portal.chance, email.as_str())?),
        None => None,
    };
    let repeat = sha256(&[b"correction", form_key.as_bytes()]).to_vec();
    let mut tx = portal.db.begin().await?;
    let about = match about(&mut tx, &government.slug, &input.subject).await {
        Err(Error::NotFound) => return Err(wrong("tentang", Fault::UnknownChoice)),
        other => other?,
    };
    for _ in 0..6 {
        let code = short_code(&government.slug, portal.chance.number(), 10).to_lowercase();
        let written = on!(&mut tx, conn => sqlx::query(
            "insert into correction (id, government, code, repeat_hash, subject_kind, subject_slug, subject_title, unit_id, text, sealed_email, language, status, received_at) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing")
            .bind(CorrectionId(portal.new_id())).bind(&government.slug).bind(&code).bind(&repeat).bind(input.subject.kind.as_str()).bind(&input.subject.slug).bind(&about.title).bind(about.unit)
            .bind(&input.text).bind(&sealed).bind(language).bind(CorrectionStatus::Waiting.as_str()).bind(portal.now()).execute(conn).await?.rows_affected());
        if written == 1 {
            tx.commit().await?;
            return Ok(code);
        }
        let before: Option<String> = on!(&mut tx, conn => sqlx::query_scalar("select code from correction where repeat_hash = $1").bind(&repeat).fetch_optional(conn).await?);
        if let Some(code) = before {
            return Ok(code);
        }
    }
    Err(Error::Broken("no free number was found".into()))
}
