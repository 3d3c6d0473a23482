//! One card with everything that belongs to it, for its holder, who assesses it, and who looks after the process. Anyone
//! else does not find it: evaluation is internal (UU 14/2008 art. 17(h)).

use vocabulary::evaluation::{CardStage, CardState, Decision, LookForm, LookedAt, ReporterBand, Source, Standing};

use super::line::{Concern, too_near};
use super::looks::{Look, looked};
use super::standing::{Footing, Subject, footing};
use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::{Linked, Tx};
use crate::directory;
use crate::error::{Error, Result};
use crate::ids::{CardId, CaseId, HoldId, PersonId, PositionId, UnitId};
use crate::on;
use crate::portal::Portal;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Card {
    pub id: CardId,
    pub case_id: Option<CaseId>,
    pub government: String,
    pub unit_id: UnitId,
    pub position_id: PositionId,
    pub person_id: Option<PersonId>,
    pub reference: String,
    pub title: String,
    #[sqlx(try_from = "String")]
    pub source: Source,
    pub element: Option<String>,
    /// The core value that is proposed.
    pub value: Option<String>,
    pub event_on: String,
    pub public_text: String,
    pub answer: String,
    pub standard_version: Option<i64>,
    pub made_at: Millis,
    #[sqlx(try_from = "String")]
    pub state: CardState,
    pub reply_due: Option<String>,
    pub ready_on: Option<String>,
    pub decide_due: Option<String>,
    pub desk_person_id: Option<PersonId>,
    /// Whose desk it lies on.
    pub desk_name: Option<String>,
    pub position_slug: String,
    pub position_title: String,
    pub unit_name: String,
    pub holder_name: Option<String>,
    pub service_name: Option<String>,
    pub completion_time: Option<String>,
    pub fee: Option<String>,
    pub standard_from: Option<String>,
    pub is_public: bool,
    /// Reports that were merged into this one.
    merged: i64,
    pub reply: Option<String>,
    pub replied_at: Option<Millis>,
    pub decision: Option<String>,
    pub reason: Option<String>,
    pub feedback: Option<String>,
    pub decided_at: Option<Millis>,
}

impl Card {
    pub fn stage(&self) -> CardStage {
        stage(self.decided_at, self.replied_at)
    }

    /// How many reports it stands for, as much as may be told.
    pub fn reports(&self) -> ReporterBand {
        ReporterBand::of(self.merged + 1)
    }

    /// Whether the assessor may decide on this day.
    pub fn is_ready(&self, today: &str) -> bool {
        self.state == CardState::Open && self.ready_on.as_deref().is_some_and(|day| day <= today)
    }

    fn concern(&self) -> Concern {
        Concern { position_id: self.position_id, person_id: self.person_id, case_id: self.case_id }
    }
}

pub(super) fn stage(decided_at: Option<Millis>, replied_at: Option<Millis>) -> CardStage {
    match (decided_at, replied_at) {
        (Some(_), _) => CardStage::Decided,
        (None, Some(_)) => CardStage::Replied,
        (None, None) => CardStage::AwaitingReply,
    }
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ListedCard {
    pub id: CardId,
    pub reference: String,
    pub title: String,
    #[sqlx(try_from = "String")]
    pub source: Source,
    pub position_title: String,
    pub unit_name: String,
    pub event_on: String,
    pub made_at: Millis,
    #[sqlx(try_from = "String")]
    pub state: CardState,
    pub reply_due: Option<String>,
    pub ready_on: Option<String>,
    pub decide_due: Option<String>,
    pub person_id: Option<PersonId>,
    pub replied_at: Option<Millis>,
    pub decision: Option<String>,
    pub decided_at: Option<Millis>,
}

impl ListedCard {
    pub fn stage(&self) -> CardStage {
        stage(self.decided_at, self.replied_at)
    }
}

/// One card and by what right this actor sees it.
///
/// # Errors
/// [`Error::NotFound`] for anyone without a right.
pub async fn card(portal: &Portal, linked: &mut impl Linked, actor: &Actor, id: CardId) -> Result<(Card, Footing)> {
    let card = load(linked, id).await?.ok_or(Error::NotFound)?;
    let footing = footing_of(portal, linked, actor, &card).await?;
    Ok((card, footing))
}

/// The same with all that stands behind it, for a page: the look is written down where its subject reads it.
///
/// # Errors
/// As [`card`].
pub async fn see(portal: &Portal, actor: &Actor, id: CardId) -> Result<(Card, Footing, Behind)> {
    let mut conn = portal.db.read().await?;
    let (card, footing) = card(portal, &mut conn, actor, id).await?;
    let behind = card.behind(&mut conn).await?;
    drop(conn);
    if footing.standing != Standing::Subject {
        let mut tx = portal.db.begin().await?;
        let look = Look { government: &card.government, person: card.person_id, standing: footing.standing, subject: LookedAt::Card, id: id.0, form: LookForm::Page };
        looked(portal, &mut tx, actor, look).await?;
        tx.commit().await?;
    }
    Ok((card, footing, behind))
}

async fn load(linked: &mut impl Linked, id: CardId) -> Result<Option<Card>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select k.id, k.case_id, k.government, k.unit_id, k.position_id, k.person_id, k.reference, k.title, k.source, k.element, k.value, k.event_on, k.public_text, k.answer, k.standard_version, k.made_at, \
         k.state, k.reply_due, k.ready_on, k.decide_due, k.desk_person_id, b.name as desk_name, \
         p.slug as position_slug, p.title as position_title, u.name as unit_name, e.name as holder_name, s.short_name as service_name, v.completion_time, v.fee, v.valid_from as standard_from, \
         (c.published_at is not null or k.forum_reply_id is not null) as is_public, (select count(*) from feedback_case m where m.merged_into_id = k.case_id) as merged, \
         r.text as reply, r.at as replied_at, d.decision, d.reason, d.feedback, d.at as decided_at \
         from evidence_card k left join feedback_case c on c.id = k.case_id join position p on p.id = k.position_id join unit u on u.id = k.unit_id left join person e on e.id = k.person_id left join person b on b.id = k.desk_person_id \
         left join service s on s.id = k.service_id left join service_standard v on v.service_id = k.service_id and v.version = k.standard_version \
         left join evidence_reply r on r.card_id = k.id left join evidence_decision d on d.card_id = k.id and d.number = (select max(number) from evidence_decision n where n.card_id = k.id) where k.id = $1")
        .bind(id).fetch_optional(conn).await?))
}

/// By what right, and who stands above the holder today. What is held back or was thrown out is on nobody's desk.
async fn footing_of(portal: &Portal, linked: &mut impl Linked, actor: &Actor, card: &Card) -> Result<Footing> {
    if matches!(card.state, CardState::Held | CardState::Discarded) {
        return Err(Error::NotFound);
    }
    let today = today_of(portal, linked, card).await?;
    let near = too_near(linked, &card.concern()).await?;
    let subject = Subject { government: &card.government, position: card.position_id, person: card.person_id };
    footing(linked, actor, subject, &today, |official| near.contains(&official.person)).await
}

/// One version of the decision; the last counts, and none is ever taken away.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct CardDecision {
    pub number: i64,
    #[sqlx(try_from = "String")]
    pub decision: Decision,
    pub reason: String,
    pub grounds: Option<String>,
    pub value: Option<String>,
    pub feedback: String,
    pub at: Millis,
    pub by_name: String,
}

/// What was written in the dialogue.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct CardNote {
    pub by_right: String,
    pub by_name: String,
    pub text: String,
    pub at: Millis,
}

/// That it was held back, and how that ended.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct CardHold {
    pub id: HoldId,
    reasons: String,
    pub first_on: String,
    pub last_on: String,
    pub seen: i64,
    pub usual: i64,
    pub at: Millis,
    pub settled_as: Option<String>,
    pub settled_at: Option<Millis>,
    pub settled_by: Option<String>,
    pub reason: String,
}

impl CardHold {
    pub fn reasons(&self) -> Vec<vocabulary::evaluation::HoldReason> {
        self.reasons.split(' ').filter_map(vocabulary::evaluation::HoldReason::parse).collect()
    }
}

/// What stands behind a card that [`card`] has found for its reader.
#[derive(Debug, Clone, Default)]
pub struct Behind {
    pub decisions: Vec<CardDecision>,
    pub notes: Vec<CardNote>,
    pub hold: Option<CardHold>,
    /// Numbers of the reply's photos.
    pub files: Vec<i64>,
}

impl Card {
    /// # Errors
    /// The database's.
    pub async fn behind(&self, linked: &mut impl Linked) -> Result<Behind> {
        let decisions = on!(&mut *linked, conn => sqlx::query_as(
            "select d.number, d.decision, d.reason, d.grounds, d.value, d.feedback, d.at, a.display_name as by_name from evidence_decision d join account a on a.id = d.account_id where d.card_id = $1 order by d.number desc")
            .bind(self.id).fetch_all(conn).await?);
        let notes = on!(&mut *linked, conn => sqlx::query_as(
            "select n.by_right, a.display_name as by_name, n.text, n.at from evidence_note n join account a on a.id = n.account_id where n.card_id = $1 order by n.number").bind(self.id).fetch_all(conn).await?);
        let hold = on!(&mut *linked, conn => sqlx::query_as(
            "select h.id, h.reasons, h.first_on, h.last_on, h.seen, h.usual, s.at, s.settled_as, s.settled_at, a.display_name as settled_by, s.reason from evidence_card k join evidence_suspect s on s.subject_id = coalesce(k.case_id, k.forum_reply_id) \
             join evidence_hold h on h.id = s.hold_id left join account a on a.id = s.settled_by where k.id = $1").bind(self.id).fetch_optional(conn).await?);
        let files = files_of(linked, self.id).await?;
        Ok(Behind { decisions, notes, hold, files })
    }
}

/// Numbers of a reply's photos.
///
/// # Errors
/// The database's.
pub async fn files_of(linked: &mut impl Linked, card: CardId) -> Result<Vec<i64>> {
    Ok(on!(linked, conn => sqlx::query_scalar("select number from evidence_reply_file where card_id = $1 order by number").bind(card).fetch_all(conn).await?))
}

/// What may be said to whoever sent a case: that it was used to improve the service, and never anything of a person.
///
/// # Errors
/// The database's.
pub async fn of_case(linked: &mut impl Linked, case: CaseId) -> Result<bool> {
    let used: i64 = on!(linked, conn => sqlx::query_scalar(
        "select count(*) from evidence_card k join evidence_decision d on d.card_id = k.id and d.number = (select max(number) from evidence_decision n where n.card_id = k.id) \
         where (k.case_id = $1 or k.case_id = (select merged_into_id from feedback_case where id = $1)) and d.decision <> 'reject' and k.state <> 'discarded'").bind(case).fetch_one(conn).await?);
    Ok(used > 0)
}

/// The card locked for a change, and by what right.
pub(super) async fn card_to_change(portal: &Portal, tx: &mut Tx, actor: &Actor, id: CardId) -> Result<(Card, Standing)> {
    on!(tx, conn => sqlx::query("update evidence_card set state = state where id = $1").bind(id).execute(conn).await?.rows_affected());
    let (card, footing) = card(portal, tx, actor, id).await?;
    Ok((card, footing.standing))
}

/// Today where the card is.
pub(super) async fn today_of(portal: &Portal, linked: &mut impl Linked, card: &Card) -> Result<String> {
    Ok(directory::government(linked, &card.government).await?.today(portal.now()))
}
