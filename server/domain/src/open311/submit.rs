//! Sending by key. The case, its receipt and the row that says which key sent it are one transaction; what a program sends
//! again in the same words on the same day is the same request.

use vocabulary::feedback::{Kind, Send};
use vocabulary::{Fault, Problems};

use super::keys::{ApiKey, use_key};
use crate::clock::HOUR;
use crate::db::{Conn, Linked, Tx};
use crate::directory::Government;
use crate::error::{Error, Result};
use crate::feedback::{Ready, Sent, make_ready, write};
use crate::ids::{ApiKeyId, CaseId};
use crate::on;
use crate::portal::Portal;
use crate::rules;

/// What the program is told.
#[derive(Debug, Clone)]
pub struct Submitted {
    pub sent: Sent,
    /// None of misconduct, of which nothing is to be learned by anyone but who holds the receipt.
    pub token: Option<String>,
}

fn token_of(portal: &Portal, case: CaseId) -> String {
    portal.secrets.opaque("open311 token", case.0)
}

/// # Errors
/// [`Error::Invalid`] for what is wrong with the report, and as `kunci` for a key that sent as many as it may in an hour;
/// [`Error::NotFound`] when the key was ended meanwhile.
pub async fn submit(portal: &Portal, government: &Government, key: &ApiKey, language: &str, input: Send) -> Result<Submitted> {
    let has_token = input.kind != Kind::Misconduct;
    let told = |sent: Sent| Submitted { token: has_token.then(|| token_of(portal, sent.case)), sent };
    let ready = match make_ready(portal, government, None, language, input).await? {
        Ready::AlreadySent(sent) => return Ok(told(sent)),
        Ready::New(ready) => ready,
    };
    let mut tx = portal.db.begin().await?;
    use_key(&mut tx, key.id, &government.today(portal.now())).await?;
    may_send(portal, &mut tx, government, key.id, 1).await?;
    let Some(sent) = write(portal, &mut tx, government, &ready).await? else {
        drop(tx);
        return Ok(told(ready.sent_meanwhile(portal).await?));
    };
    on!(&mut tx, conn => sqlx::query("insert into open311_request (case_id, key_id, token, at) values ($1, $2, $3, $4)")
        .bind(sent.case).bind(key.id).bind(token_of(portal, sent.case)).bind(portal.to_the_hour().now()).execute(conn).await?.rows_affected());
    tx.commit().await?;
    Ok(told(sent))
}

/// Whether so many more may be sent in this hour of the clock.
async fn may_send(portal: &Portal, tx: &mut Tx, government: &Government, key: ApiKeyId, more: i64) -> Result<()> {
    let most = rules::in_force(tx, "open311.posts_an_hour", &government.today(portal.now())).await?.value;
    let hour = portal.now() - portal.now().rem_euclid(HOUR);
    let sent: i64 = on!(tx, conn => sqlx::query_scalar("select count(*) from open311_request where key_id = $1 and at >= $2").bind(key).bind(hour).fetch_one(conn).await?);
    if sent + more <= most {
        return Ok(());
    }
    let mut problems = Problems::default();
    problems.add("kunci", Fault::TooManyAtOnce { most: usize::try_from(most).unwrap_or_default() });
    Err(Error::Invalid(problems))
}

/// What a token is exchanged for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchanged {
    /// None until it is published, to anyone but the key that sent it.
    pub reference: Option<String>,
}

/// # Errors
/// [`Error::NotFound`] for a token of this government that was never given.
pub async fn exchange(conn: &mut Conn, government: &str, token: &str, key: Option<&ApiKey>) -> Result<Exchanged> {
    let found: Option<(String, bool, ApiKeyId)> = on!(conn, c => sqlx::query_as(
        "select f.reference, f.published_at is not null and f.public_text is not null as is_public, r.key_id from open311_request r join feedback_case f on f.id = r.case_id where r.token = $1 and f.government = $2 and f.kind <> 'penyimpangan'")
        .bind(token).bind(government).fetch_optional(c).await?);
    let (reference, public, sender) = found.ok_or(Error::NotFound)?;
    let may_know = public || key.is_some_and(|k| k.id == sender);
    Ok(Exchanged { reference: may_know.then_some(reference) })
}

/// The case that this key sent.
pub(super) async fn sent_by(linked: &mut impl Linked, key: &ApiKey, reference: &str) -> Result<CaseId> {
    let found: Option<CaseId> = on!(linked, conn => sqlx::query_scalar("select c.id from feedback_case c join open311_request r on r.case_id = c.id where c.government = $1 and c.reference = $2 and r.key_id = $3 and c.kind <> 'penyimpangan'")
        .bind(&key.government).bind(reference).bind(key.id).fetch_optional(conn).await?);
    found.ok_or(Error::NotFound)
}
