//! The assessor opens a coaching for somebody they assess.

use uuid::Uuid;
use vocabulary::development::NewCoaching;
use vocabulary::evaluation::{LookForm, LookedAt, Source, Standing};
use vocabulary::{Fault, Problems};

use crate::accounts::Actor;
use crate::db::{Linked, is_taken};
use crate::development::{Holder, accounts_of, recorded};
use crate::directory;
use crate::error::{Error, Refusal, Result};
use crate::evaluation::{Look, Subject, footing, looked, seen_among};
use crate::ids::{CardId, CoachingId, PersonId, TenureId};
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;

/// An accepted evidence card that may be a reason.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct AcceptedCard {
    pub id: CardId,
    #[sqlx(try_from = "String")]
    pub source: Source,
    pub element: Option<String>,
    pub event_on: String,
    pub public_text: String,
    /// The holder's, which travels with the card.
    pub reply: Option<String>,
}

/// Cards about a person that were accepted, the newest first, where this actor may open them: a new assessor does not read
/// what happened in earlier posts. What was rejected, or has not been answered yet, is no reason for anything.
///
/// # Errors
/// The database's.
pub async fn accepted_cards(portal: &Portal, linked: &mut impl Linked, actor: &Actor, person: PersonId) -> Result<Vec<AcceptedCard>> {
    let mut all: Vec<AcceptedCard> = on!(&mut *linked, conn => sqlx::query_as(
        "select k.id, k.source, k.element, k.event_on, k.public_text, r.text as reply from evidence_card k join evidence_decision d on d.card_id = k.id and d.number = (select max(number) from evidence_decision n where n.card_id = k.id) \
         left join evidence_reply r on r.card_id = k.id where k.person_id = $1 and d.decision in ('accept', 'accept_with_note') order by k.event_on desc, k.id desc limit 50")
        .bind(person).fetch_all(conn).await?);
    let seen = seen_among(portal, linked, actor, all.iter().map(|card| card.id).collect()).await?;
    all.retain(|card| seen.contains(&card.id));
    Ok(all)
}

/// The same for the page on which a coaching is opened: whoever it is about reads that these cards were looked at.
///
/// # Errors
/// The database's.
pub async fn reasons(portal: &Portal, actor: &Actor, government: &str, person: PersonId) -> Result<Vec<AcceptedCard>> {
    let mut tx = portal.db.begin().await?;
    let cards = accepted_cards(portal, &mut tx, actor, person).await?;
    for card in &cards {
        let look = Look { government, person: Some(person), standing: Standing::Assessor, subject: LookedAt::Card, id: card.id.0, form: LookForm::Page };
        looked(portal, &mut tx, actor, look).await?;
    }
    tx.commit().await?;
    Ok(cards)
}

/// Whom this tenure is about, for the one who assesses them today.
///
/// # Errors
/// [`Error::NotFound`] for anyone else.
pub async fn coachable(linked: &mut impl Linked, actor: &Actor, government: &str, tenure: TenureId, day: &str) -> Result<Holder> {
    let holder = Holder::of_tenure(linked, tenure, day).await?.filter(|h| h.government == government).ok_or(Error::NotFound)?;
    let subject = Subject { government, position: holder.position_id, person: Some(holder.person_id) };
    let footing = footing(linked, actor, subject, day, |_| false).await?;
    if footing.standing == Standing::Assessor { Ok(holder) } else { Err(Error::NotFound) }
}

/// Opens it and tells the person. `continues` is the one that was extended, whose follow-up this is.
///
/// # Errors
/// [`Error::NotFound`] for anyone but the assessor; [`Error::Invalid`] for a card that is no accepted one of this
/// person; [`Refusal::AlreadyDone`] when the extended one has its follow-up.
pub async fn open(portal: &Portal, actor: &Actor, government: &str, tenure: TenureId, continues: Option<CoachingId>, input: &NewCoaching) -> Result<CoachingId> {
    let mut tx = portal.db.begin().await?;
    let today = directory::government(&mut tx, government).await?.today(portal.now());
    let holder = coachable(&mut tx, actor, government, tenure, &today).await?;
    let accepted = accepted_cards(portal, &mut tx, actor, holder.person_id).await?;
    let mut cards = Vec::new();
    for id in &input.cards {
        match Uuid::try_parse(id).ok().map(CardId).filter(|id| accepted.iter().any(|k| k.id == *id)) {
            Some(card) => cards.push(card),
            None => {
                let mut problems = Problems::default();
                problems.add("kartu", Fault::UnknownChoice);
                return Err(problems.into());
            }
        }
    }
    if let Some(before) = continues {
        let extended: Option<Uuid> = on!(&mut tx, conn => sqlx::query_scalar(
            "select c.id from coaching c join coaching_step s on s.coaching_id = c.id where c.id = $1 and c.person_id = $2 and s.outcome = 'diperpanjang'").bind(before).bind(holder.person_id).fetch_optional(conn).await?);
        extended.ok_or(Error::NotFound)?;
    }
    let id = CoachingId(portal.new_id());
    let written = on!(&mut tx, conn => sqlx::query(
        "insert into coaching (id, government, person_id, position_id, continues_id, reason, first_check_on, second_check_on, opened_at, opened_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
        .bind(id).bind(government).bind(holder.person_id).bind(holder.position_id).bind(continues).bind(&input.reason).bind(&input.first_check_on).bind(&input.second_check_on)
        .bind(portal.now()).bind(actor.account).execute(conn).await.map(|r| r.rows_affected()));
    match written {
        Err(e) if is_taken(&e) => return Err(Refusal::AlreadyDone.into()),
        other => other?,
    };
    for card in cards {
        on!(&mut tx, conn => sqlx::query("insert into coaching_card (coaching_id, card_id) values ($1, $2) on conflict do nothing").bind(id).bind(card).execute(conn).await?.rows_affected());
    }
    for (number, (text, due_on)) in (1i64..).zip(&input.actions) {
        on!(&mut tx, conn => sqlx::query("insert into coaching_action (coaching_id, number, text, due_on) values ($1, $2, $3, $4)").bind(id).bind(number).bind(text).bind(due_on).execute(conn).await?.rows_affected());
    }
    recorded(portal, &mut tx, government, id.0, &("coaching", &input.reason)).await?;
    for account in accounts_of(&mut tx, holder.person_id).await? {
        tell(portal, &mut tx, account, "coaching-opened", &holder.position_title, &format!("/petugas/pembinaan/{id}")).await?;
    }
    tx.commit().await?;
    Ok(id)
}
