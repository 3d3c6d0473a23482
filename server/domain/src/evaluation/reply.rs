//! The holder replies before the card counts, with photos where they help; the reply always travels with it. Whoever held
//! the post that day may, also when they work elsewhere now or nowhere.

use bytes::Bytes;
use vocabulary::evaluation::{CardState, LookForm, LookedAt, REPLY_FILES_MOST, Standing};
use vocabulary::{Fault, Problems};

use super::cards::{card, card_to_change, today_of};
use super::holds::Days;
use super::looks::{Look, looked};
use super::suspicion::Numbers;
use crate::accounts::Actor;
use crate::calendar::Calendar;
use crate::clock::{HOUR, parse_day};
use crate::db::is_taken;
use crate::error::{Error, Refusal, Result};
use crate::files::{Photo, is_file_name};
use crate::ids::{AccountId, CardId};
use crate::ledger;
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;

/// A reply in words alone.
///
/// # Errors
/// As [`reply_with_files`].
pub async fn reply(portal: &Portal, actor: &Actor, id: CardId, text: &str) -> Result<()> {
    reply_with_files(portal, actor, id, text, &[]).await
}

/// `files` are names of kept photos.
///
/// # Errors
/// [`Refusal::AlreadyDone`] after a reply or a decision; [`Error::NotFound`] for anyone but the holder of that day;
/// [`Error::Invalid`] for a photo that is not there.
pub async fn reply_with_files(portal: &Portal, actor: &Actor, id: CardId, text: &str, files: &[String]) -> Result<()> {
    // Photos are decoded before the transaction, for that is slow.
    let photos = kept(portal, files).await?;
    let mut tx = portal.db.begin().await?;
    let (card, standing) = card_to_change(portal, &mut tx, actor, id).await?;
    if standing != Standing::Subject {
        return Err(Error::NotFound);
    }
    if card.state != CardState::Open {
        return Err(Refusal::AlreadyDone.into());
    }
    let written = on!(&mut tx, conn => sqlx::query("insert into evidence_reply (card_id, text, at, account_id) values ($1, $2, $3, $4)")
        .bind(id).bind(text).bind(portal.now()).bind(actor.account).execute(conn).await.map(|r| r.rows_affected()));
    match written {
        Err(e) if is_taken(&e) => return Err(Refusal::AlreadyDone.into()),
        other => other?,
    };
    for (number, photo) in photos.iter().enumerate() {
        on!(&mut tx, conn => sqlx::query("insert into evidence_reply_file (card_id, number, file, width, height) values ($1, $2, $3, $4, $5)")
            .bind(id).bind(number as i64 + 1).bind(&photo.file).bind(i64::from(photo.width)).bind(i64::from(photo.height)).execute(conn).await?.rows_affected());
    }
    // It can be decided from today, and the assessor's days begin.
    let today = today_of(portal, &mut tx, &card).await?;
    let from = parse_day(&today).ok_or_else(|| Error::Broken(format!("{today} is no day")))?;
    let rules = Numbers::on(&mut tx, &today).await?;
    let days = Days::from(&Calendar::around(&mut tx, from).await?, &rules, from, false)?;
    on!(&mut tx, conn => sqlx::query("update evidence_card set ready_on = $2, decide_due = $3 where id = $1").bind(id).bind(&days.ready_on).bind(&days.decide_due).execute(conn).await?.rows_affected());
    ledger::append(portal, &mut tx, ledger::Entry { government: &card.government, kind: "evidence-replied", subject: &card.reference, by_reporter: false, content: &text }).await?;
    let assessors: Vec<AccountId> = on!(&mut tx, conn => sqlx::query_scalar("select id from account where person_id = $1").bind(card.desk_person_id).fetch_all(conn).await?);
    for account in assessors {
        tell(portal, &mut tx, account, "card-replied", &card.reference, &format!("/petugas/penilaian/{id}")).await?;
    }
    tx.commit().await
}

async fn kept(portal: &Portal, files: &[String]) -> Result<Vec<Photo>> {
    let mut problems = Problems::default();
    if files.len() > REPLY_FILES_MOST {
        problems.add("foto", Fault::TooManyFiles { most: REPLY_FILES_MOST });
        return Err(problems.into());
    }
    let mut photos = Vec::new();
    for file in files {
        match portal.files.describe(file).await {
            Ok(photo) => photos.push(photo),
            Err(Error::NotFound) => {
                problems.add("foto", Fault::UnknownChoice);
                return Err(problems.into());
            }
            Err(e) => return Err(e),
        }
    }
    Ok(photos)
}

/// A photo of a reply, for whoever may see its card; the right is asked on every request.
///
/// # Errors
/// [`Error::NotFound`] for what is not there or may not be seen.
pub async fn reply_file(portal: &Portal, actor: &Actor, id: CardId, number: i64) -> Result<Bytes> {
    let mut conn = portal.db.read().await?;
    let (of, footing) = card(portal, &mut conn, actor, id).await?;
    let file: Option<String> =
        on!(&mut conn, c => sqlx::query_scalar("select file from evidence_reply_file where card_id = $1 and number = $2").bind(id).bind(number).fetch_optional(c).await?);
    // The page on which it stands was a look already.
    let since = portal.now() - HOUR;
    let looks: i64 = on!(&mut conn, c => sqlx::query_scalar("select count(*) from evaluation_look where account_id = $1 and subject_id = $2 and at > $3").bind(actor.account).bind(id).bind(since).fetch_one(c).await?);
    drop(conn);
    if footing.standing != Standing::Subject && looks == 0 {
        let mut tx = portal.db.begin().await?;
        let look = Look { government: &of.government, person: of.person_id, standing: footing.standing, subject: LookedAt::Card, id: id.0, form: LookForm::Page };
        looked(portal, &mut tx, actor, look).await?;
        tx.commit().await?;
    }
    portal.files.read(&file.filter(|f| is_file_name(f)).ok_or(Error::NotFound)?).await
}
