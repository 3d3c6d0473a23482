//! A resident sends feedback. One transaction: the case, its receipt and sealed identity, its photos, the first step,
//! the ledger entry, the mail. A repeated send of the same form is the same case with the same receipt.

use vocabulary::feedback::{ByRole, Kind, Protection, Send, Status, StepKind, Target};
use vocabulary::receipt::Receipt;
use vocabulary::{Fault, Problems};

use super::clocks::due;
use super::owner::remember;
use super::photos::{OfPhotos, add_photos, kept_photos};
use super::steps::{NewStep, record};
use super::tell::{Identity, keep, mail_to};
use crate::calendar::Calendar;
use crate::clock::{local, local_day};
use crate::db::{Conn, Tx};
use crate::directory::{Government, areas, positions, services, units};
use crate::error::{Error, Result};
use crate::ids::{AccountId, CaseId, PositionId, ServiceId, UnitId, short_code};
use crate::ledger;
use crate::on;
use crate::portal::Portal;
use crate::rules;
use crate::secrets::{hash_receipt, sha256};

/// What the confirmation shows.
#[derive(Debug, Clone)]
pub struct Sent {
    pub case: CaseId,
    pub reference: String,
    pub receipt: Receipt,
    /// The day an answer is due; none for praise, and where the holidays of that year are not known yet.
    pub answer_due: Option<String>,
}

/// What the case is about, found in the directory.
#[derive(Default)]
struct About {
    service: Option<ServiceId>,
    unit: Option<UnitId>,
    position: Option<PositionId>,
}

/// # Errors
/// [`Error::Invalid`] when the target, the area or a photo is not there.
pub async fn send(portal: &Portal, government: &Government, account: Option<AccountId>, language: &str, input: Send) -> Result<Sent> {
    let ready = match make_ready(portal, government, account, language, input).await? {
        Ready::AlreadySent(sent) => return Ok(sent),
        Ready::New(ready) => ready,
    };
    let mut tx = portal.db.begin().await?;
    let Some(sent) = write(portal, &mut tx, government, &ready).await? else {
        drop(tx);
        return ready.sent_meanwhile(portal).await;
    };
    tx.commit().await?;
    Ok(sent)
}

/// A report that can be written, with everything that is slow or may fail behind it.
pub(crate) struct ReadySend {
    input: Send,
    receipt: Receipt,
    about: About,
    prepared: Prepared,
}

pub(crate) enum Ready {
    /// The same form made this case before.
    AlreadySent(Sent),
    New(Box<ReadySend>),
}

impl ReadySend {
    /// The case of the same form that was first, where two were sent at once.
    pub(crate) async fn sent_meanwhile(&self, portal: &Portal) -> Result<Sent> {
        let mut conn = portal.db.read().await?;
        already_sent(&mut conn, &self.input.key, &self.receipt).await?.ok_or(Error::Broken("a case was neither new nor there".into()))
    }
}

/// Everything before the transaction.
///
/// # Errors
/// As [`send`].
pub(crate) async fn make_ready(portal: &Portal, government: &Government, account: Option<AccountId>, language: &str, input: Send) -> Result<Ready> {
    let receipt = portal.secrets.receipt(&input.key);
    let mut conn = portal.db.read().await?;
    if let Some(sent) = already_sent(&mut conn, &input.key, &receipt).await? {
        return Ok(Ready::AlreadySent(sent));
    }
    let about = find_target(portal, &mut conn, government, &input).await?;
    let prepared = prepare(portal, &mut conn, government, account, language, &input, &receipt).await?;
    Ok(Ready::New(Box::new(ReadySend { input, receipt, about, prepared })))
}

/// Writes it; none where the same form is there already, and then nothing was written.
///
/// # Errors
/// The database's.
pub(crate) async fn write(portal: &Portal, tx: &mut Tx, government: &Government, ready: &ReadySend) -> Result<Option<Sent>> {
    let ReadySend { input, receipt, about, prepared } = ready;
    // The id carries its time: only the hour, also of a case with a name, for a verifier may protect it later.
    let case = CaseId(portal.to_the_hour().new_id());
    let Some(reference) = insert_case(portal, tx, government, case, input, about, prepared).await? else { return Ok(None) };
    on!(tx, conn => sqlx::query("insert into feedback_receipt (case_id, selector, verifier) values ($1, $2, $3)").bind(case).bind(receipt.selector()).bind(&prepared.verifier).execute(conn).await?.rows_affected());
    keep(portal, tx, case, &prepared.identity).await?;
    if let Some(account) = prepared.account {
        remember(portal, tx, case, account).await?;
    }
    add_photos(tx, case, &prepared.photos, &OfPhotos::default()).await?;
    record(portal, tx, case, NewStep { kind: StepKind::Received, by: ByRole::Reporter, ..NewStep::default() }).await?;
    ledger::append(
        portal,
        tx,
        ledger::Entry { government: &government.slug, kind: "feedback-received", subject: &reference, by_reporter: true, content: &(&input.story, input.kind.as_str()) },
    )
    .await?;
    let args = vec![("reference".into(), reference.clone()), ("due".into(), prepared.answer_due.clone().unwrap_or_default()), ("government".into(), government.short_name.clone())];
    let key = if prepared.answer_due.is_none() && prepared.clock_days.is_some() { "mail-feedback-received-later" } else { "mail-feedback-received" };
    mail_to(portal, tx, government, input.protection, &prepared.identity, key, args).await?;
    Ok(Some(Sent { case, reference, receipt: receipt.clone(), answer_due: prepared.answer_due.clone() }))
}

/// The case that this form made before, if it did.
async fn already_sent(conn: &mut Conn, key: &str, receipt: &Receipt) -> Result<Option<Sent>> {
    let found: Option<(CaseId, String, Option<String>)> =
        on!(conn, c => sqlx::query_as("select id, reference, answer_due from feedback_case where repeat_hash = $1").bind(repeat_hash(key)).fetch_optional(c).await?);
    Ok(found.map(|(case, reference, answer_due)| Sent { case, reference, receipt: receipt.clone(), answer_due }))
}

pub(super) fn repeat_hash(key: &str) -> Vec<u8> {
    sha256(&[b"feedback", key.as_bytes()]).to_vec()
}

async fn find_target(portal: &Portal, conn: &mut Conn, government: &Government, input: &Send) -> Result<About> {
    let slug = &government.slug;
    let found = match &input.about {
        Target::Unknown => Ok(About::default()),
        Target::Service(service) => match services::show(conn, &portal.gate, slug, service).await {
            Ok(service) => {
                // A service that every ward gives is the business of the ward of the place, where it is known.
                let unit = match (service.unit_id, &service.served_by_kind, &input.area) {
                    (None, Some(kind), Some(area)) => units::serving_area(conn, slug, kind, area).await?,
                    (unit, ..) => unit,
                };
                Ok(About { service: Some(service.id), unit, position: None })
            }
            Err(e) => Err(e),
        },
        Target::Unit(unit) => units::named(conn, slug, unit).await.map(|(id, _)| About { unit: Some(id), ..About::default() }),
        Target::Position(position) => positions::show(conn, &portal.gate, slug, position).await.map(|p| About { position: Some(p.id), unit: Some(p.unit_id), service: None }),
    };
    match found {
        Err(Error::NotFound) => Err(wrong("tentang", Fault::UnknownChoice)),
        other => other,
    }
}

fn wrong(field: &'static str, fault: Fault) -> Error {
    let mut problems = Problems::default();
    problems.add(field, fault);
    Error::Invalid(problems)
}

/// Everything that is slow or may fail, done before the transaction.
struct Prepared {
    verifier: String,
    identity: Identity,
    account: Option<AccountId>,
    photos: Vec<crate::files::Photo>,
    /// The day of receipt, from which the clocks count.
    received_on: String,
    clock_days: Option<i64>,
    verify_due: Option<String>,
    answer_due: Option<String>,
}

async fn prepare(portal: &Portal, conn: &mut Conn, government: &Government, account: Option<AccountId>, language: &str, input: &Send, receipt: &Receipt) -> Result<Prepared> {
    if let Some(area) = &input.area
        && areas::area_in(conn, &government.area_code, area).await?.is_none()
    {
        return Err(wrong("wilayah", Fault::UnknownChoice));
    }
    let photos = kept_photos(portal, &input.photos).await?;
    let received = local_day(portal.now(), government.utc_offset_hours);
    let today = crate::clock::day_text(received);
    let calendar = Calendar::around(conn, received).await?;
    let verify = rules::in_force(conn, "feedback.verify", &today).await?;
    let answer = rules::maybe_in_force(conn, &format!("feedback.answer.{}", input.kind), &today).await?;
    // Nobody is sent away because the holidays of a year are not known yet: the day is set when they are.
    let verify_due = due(&calendar, &today, verify.value, "");
    let clock_days = answer.map(|rule| rule.value);
    let answer_due = clock_days.and_then(|days| due(&calendar, &today, days, ""));
    let identity = Identity { name: input.name.clone(), email: input.email.as_ref().map(|e| e.as_str().to_owned()), language: language.to_owned() };
    // Who sends without a name is not tied to an account either, though signed in.
    let account = account.filter(|_| input.protection == Protection::Public);
    let (chance, secret) = (portal.chance.clone(), receipt.secret().to_owned());
    let verifier = tokio::task::spawn_blocking(move || hash_receipt(&chance, &secret)).await.map_err(|e| Error::Broken(e.to_string()))??;
    Ok(Prepared { verifier, identity, account, photos, received_on: today, clock_days, verify_due, answer_due })
}

/// How many letters a reference has before its check letter; one more after each collision.
const REFERENCE_LETTERS: usize = 4;

/// Writes the case under a free reference; none when its form's key is there already.
async fn insert_case(portal: &Portal, tx: &mut Tx, government: &Government, case: CaseId, input: &Send, about: &About, prepared: &Prepared) -> Result<Option<String>> {
    let now = portal.to_the_hour().now();
    let month = local(now, government.utc_offset_hours);
    let context = format!("{}-{:02}{:02}", government.reference_prefix, month.year().rem_euclid(100), u8::from(month.month()));
    let target = match &input.about {
        Target::Service(_) => "service",
        Target::Unit(_) => "unit",
        Target::Position(_) => "position",
        Target::Unknown => "unknown",
    };
    let public_name = input.name.as_ref().filter(|_| input.protection == Protection::Public);
    for letters in REFERENCE_LETTERS..REFERENCE_LETTERS + 6 {
        let reference = format!("{context}-{}", short_code(&context, portal.chance.number(), letters));
        let written = on!(tx, conn => sqlx::query(
            "insert into feedback_case (id, government, reference, repeat_hash, kind, status, target_kind, service_id, unit_id, position_id, area_code, place, happened_on, text, title, protection, public_name, \
             received_at, verify_due, answer_due, photo_count, verify_from, clock_from, clock_days, rests_until) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $22, $23, $19) on conflict do nothing")
            .bind(case).bind(&government.slug).bind(&reference).bind(repeat_hash(&input.key)).bind(input.kind.as_str()).bind(Status::Submitted.as_str()).bind(target)
            .bind(about.service).bind(about.unit).bind(about.position).bind(&input.area).bind(input.place.as_deref().unwrap_or_default()).bind(&input.date).bind(&input.story).bind(headline(&input.story))
            .bind(input.protection.as_str()).bind(public_name).bind(now).bind(&prepared.verify_due).bind(&prepared.answer_due).bind(prepared.photos.len() as i64).bind(&prepared.received_on).bind(prepared.clock_days)
            .execute(conn).await?.rows_affected());
        if written == 1 {
            return Ok(Some(reference));
        }
        let same_form: i64 = on!(tx, conn => sqlx::query_scalar("select count(*) from feedback_case where repeat_hash = $1").bind(repeat_hash(&input.key)).fetch_one(conn).await?);
        if same_form > 0 {
            return Ok(None);
        }
    }
    Err(Error::Broken("no free reference was found".into()))
}

/// A first title from the first words; the verifier writes a better one.
fn headline(story: &str) -> String {
    let first: String = story.split(['.', '\n', '!', '?']).next().unwrap_or_default().split_whitespace().take(10).collect::<Vec<_>>().join(" ");
    let mut title: String = first.chars().take(90).collect();
    if title.is_empty() {
        title = "—".into();
    }
    title
}

/// Whether this kind can become evidence at all: misconduct is for the inspectorate and discipline, outside Balai.
pub(super) const fn can_be_evidence(kind: Kind) -> bool {
    matches!(kind, Kind::Complaint | Kind::Praise)
}
