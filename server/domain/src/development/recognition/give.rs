//! A recognition is given, and taken back, in person and with a reason.

use uuid::Uuid;
use vocabulary::development::RecognitionInput;
use vocabulary::evaluation::Standing as InLine;
use vocabulary::{Fault, Problems};

use super::{grounds, kind};
use crate::accounts::Actor;
use crate::db::{Tx, is_taken};
use crate::development::profile::{Right, right};
use crate::development::{Holder, accounts_of, government_of, recorded};
use crate::directory;
use crate::error::{Error, Refusal, Result};
use crate::evaluation::signature;
use crate::ids::{CardId, EvaluationId, PersonId, RecognitionId};
use crate::notifications::{mail_person, tell};
use crate::on;
use crate::portal::Portal;

/// Who may give one to this person today: who assesses them, or stands above that.
pub(super) async fn giver(tx: &mut Tx, actor: &Actor, person: PersonId, day: &str) -> Result<(Holder, InLine)> {
    match right(tx, actor, person, day).await? {
        (holder, Right::Line(standing @ (InLine::Assessor | InLine::Superior))) => Ok((holder, standing)),
        _ => Err(Error::NotFound),
    }
}

/// Gives it, tells the person, and writes an internal record into the ledger.
///
/// # Errors
/// [`Error::NotFound`] for anyone but who assesses this person today and who stands above; [`Error::Invalid`] without a
/// ground, for a card or evaluation that is none for this kind, and for a day before the person held a post.
pub async fn give(portal: &Portal, actor: &Actor, person: PersonId, input: &RecognitionInput) -> Result<RecognitionId> {
    let mut tx = portal.db.begin().await?;
    let government = government_of(&mut tx, person).await?;
    let day = directory::government(&mut tx, &government).await?.today(portal.now());
    let (holder, standing) = giver(&mut tx, actor, person, &day).await?;
    let may = grounds(portal, &mut tx, actor, person).await?;
    let mut problems = Problems::default();
    let kind = problems.take("jenis_penghargaan", kind(&input.kind).ok_or(Fault::UnknownChoice));
    let mut cards = Vec::new();
    for id in &input.cards {
        match Uuid::try_parse(id).ok().map(CardId).filter(|id| may.cards.iter().any(|card| card.id == *id)) {
            Some(card) => cards.push(card),
            None => problems.add("kartu", Fault::UnknownChoice),
        }
    }
    let mut evaluation = None;
    if let (Some(id), Some(kind)) = (&input.evaluation, &kind) {
        evaluation = Uuid::try_parse(id).ok().map(EvaluationId).filter(|id| may.years.iter().any(|year| year.id == *id && kind.rests_on(year)));
        if evaluation.is_none() {
            problems.add("evaluasi", Fault::UnknownChoice);
        }
    }
    if input.cards.is_empty() && input.evaluation.is_none() {
        problems.add("kartu", Fault::Missing);
    }
    let Some(kind) = kind.filter(|_| problems.is_empty()) else { return Err(problems.into()) };
    let id = RecognitionId(portal.new_id());
    let given_by = signature(&mut tx, actor, &holder.government, &day).await?;
    on!(&mut tx, conn => sqlx::query(
        "insert into recognition (id, government, person_id, position_id, kind, reason, given_on, evaluation_id, given_by, standing, at, account_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)")
        .bind(id).bind(&holder.government).bind(person).bind(holder.position_id).bind(&kind.key).bind(&input.reason).bind(&input.given_on).bind(evaluation).bind(&given_by)
        .bind(standing.as_str()).bind(portal.now()).bind(actor.account).execute(conn).await?.rows_affected());
    for card in cards {
        on!(&mut tx, conn => sqlx::query("insert into recognition_card (recognition_id, card_id) values ($1, $2) on conflict do nothing").bind(id).bind(card).execute(conn).await?.rows_affected());
    }
    recorded(portal, &mut tx, &holder.government, id.0, &("recognition", &input.reason)).await?;
    told(portal, &mut tx, person, id, &holder.position_title, "recognition-given").await?;
    tx.commit().await?;
    Ok(id)
}

/// Takes it back: it stays readable, with who did so and why.
///
/// # Errors
/// [`Error::NotFound`] for anyone but who assesses the person today and who stands above; [`Refusal::AlreadyDone`].
pub async fn take_back(portal: &Portal, actor: &Actor, id: RecognitionId, reason: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let found: Option<(String, PersonId, String)> = on!(&mut tx, conn => sqlx::query_as(
        "select r.government, r.person_id, p.title from recognition r join position p on p.id = r.position_id where r.id = $1").bind(id).fetch_optional(conn).await?);
    let (government, person, title) = found.ok_or(Error::NotFound)?;
    let day = directory::government(&mut tx, &government).await?.today(portal.now());
    giver(&mut tx, actor, person, &day).await?;
    let by = signature(&mut tx, actor, &government, &day).await?;
    let written = on!(&mut tx, conn => sqlx::query("insert into recognition_withdrawal (recognition_id, reason, withdrawn_by, at, account_id) values ($1, $2, $3, $4, $5)")
        .bind(id).bind(reason).bind(&by).bind(portal.now()).bind(actor.account).execute(conn).await.map(|r| r.rows_affected()));
    match written {
        Err(e) if is_taken(&e) => return Err(Refusal::AlreadyDone.into()),
        other => other?,
    };
    recorded(portal, &mut tx, &government, id.0, &("recognition-withdrawn", reason)).await?;
    told(portal, &mut tx, person, id, &title, "recognition-withdrawn").await?;
    tx.commit().await
}

async fn told(portal: &Portal, tx: &mut Tx, person: PersonId, id: RecognitionId, title: &str, what: &str) -> Result<()> {
    for account in accounts_of(tx, person).await? {
        tell(portal, tx, account, what, title, &format!("/petugas/penghargaan/{id}")).await?;
    }
    mail_person(portal, tx, person, &format!("mail-{what}"), &[], portal.now()).await.map(|_| ())
}
