//! An official answer in the forum becomes a card when it helped: when the one who asked says so, or as many others as
//! the rule asks. Nobody who works in the answering unit counts, nor does the one who answered.

use uuid::Uuid;
use vocabulary::evaluation::{HoldReason, Source};

use super::from_feedback::{NewCard, make};
use super::holds::{NewHold, hold};
use super::suspicion::Numbers;
use crate::clock::{DAY, Millis, day_text, local_day};
use crate::db::Tx;
use crate::directory::{self, positions};
use crate::error::Result;
use crate::ids::{AccountId, PersonId, PositionId, ReplyId, TenureId, UnitId};
use crate::on;
use crate::portal::Portal;

/// An official answer and the voices for it.
pub struct Answered<'a> {
    pub government: &'a str,
    pub reply: ReplyId,
    pub code: &'a str,
    pub title: &'a str,
    pub question: &'a str,
    pub answer: &'a str,
    pub unit: UnitId,
    /// Who answered, and when.
    pub author: AccountId,
    pub at: Millis,
    pub asker: AccountId,
    pub helped: Vec<AccountId>,
}

/// Makes the card once the voices are enough.
///
/// # Errors
/// The database's; [`crate::Error::Configuration`] without the rules.
pub async fn offer_answer(portal: &Portal, tx: &mut Tx, answered: Answered<'_>) -> Result<()> {
    let government = directory::government(tx, answered.government).await?;
    let event_on = day_text(local_day(answered.at, government.utc_offset_hours));
    let rules = Numbers::on(tx, &government.today(portal.now())).await?;
    let mut voices = Vec::new();
    for account in &answered.helped {
        let inside: i64 = on!(tx, conn => sqlx::query_scalar(
            "select count(*) from account a where a.id = $1 and (exists (select 1 from role_grant g where g.account_id = a.id and g.unit_id = $2 and g.ended_at is null) \
             or exists (select 1 from tenure t join position p on p.id = t.position_id where t.person_id = a.person_id and p.unit_id = $2 and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3)))")
            .bind(account).bind(answered.unit).bind(&event_on).fetch_one(conn).await?);
        if inside == 0 && *account != answered.author {
            voices.push(*account);
        }
    }
    let enough = voices.contains(&answered.asker) || i64::try_from(voices.len()).unwrap_or(i64::MAX) >= rules.get("evaluation.forum_helpful")?;
    if !enough {
        return Ok(());
    }
    // The post in which they answered: one they held in that unit that day, else the head of the unit.
    let own: Option<(PositionId, TenureId, PersonId)> = on!(tx, conn => sqlx::query_as(
        "select t.position_id, t.id, t.person_id from account a join tenure t on t.person_id = a.person_id join position p on p.id = t.position_id \
         where a.id = $1 and p.unit_id = $2 and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3) order by p.rank, t.id limit 1")
        .bind(answered.author).bind(answered.unit).bind(&event_on).fetch_optional(conn).await?);
    let (position, holder) = match own {
        Some((position, tenure, person)) => (position, Some((tenure, person))),
        None => {
            let Some(head) = positions::head_of(tx, answered.unit).await? else { return Ok(()) };
            (head, positions::holder_on(tx, head, &event_on).await?)
        }
    };
    hold_new_voices(portal, tx, &answered, &voices, &rules, &event_on).await?;
    let card = NewCard {
        case: None,
        forum_reply: Some(answered.reply),
        reference: answered.code,
        title: answered.title,
        position,
        holder,
        service: None,
        source: Source::Answer,
        element: None,
        event_on: &event_on,
        public_text: answered.question,
        answer: answered.answer,
        standard: None,
    };
    make(portal, tx, &government, card).await
}

/// Voices of accounts that were made for it are held back like reports of such.
async fn hold_new_voices(portal: &Portal, tx: &mut Tx, answered: &Answered<'_>, voices: &[AccountId], rules: &Numbers, day: &str) -> Result<()> {
    let since = portal.now() - rules.get("evaluation.new_account_days")? * DAY;
    let mut new = 0;
    for account in voices {
        let young: i64 = on!(tx, conn => sqlx::query_scalar("select count(*) from account where id = $1 and created_at >= $2").bind(account).bind(since).fetch_one(conn).await?);
        new += young;
    }
    let subject: Uuid = answered.reply.0;
    if new < rules.get("evaluation.new_accounts_least")? || super::holds::suspected(tx, subject).await?.is_some() {
        return Ok(());
    }
    let hold_of = NewHold {
        government: answered.government,
        unit: answered.unit,
        kind: "forum",
        reasons: &[HoldReason::NewAccounts],
        first_on: day.to_owned(),
        last_on: day.to_owned(),
        seen: new,
        usual: 0,
    };
    hold(portal, tx, hold_of, &[subject], day).await
}
