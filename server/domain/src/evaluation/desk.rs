//! The lists of the desk: what one may decide, what waits for a reply, what is decided, each a page at a time in the order
//! of its days; and the cards about oneself. Every page is a piece of one index, so it costs the same at ten cards and at
//! two hundred thousand.

use vocabulary::accounts::Role;
use vocabulary::evaluation::{DeskTab, Standing};

use super::cards::ListedCard;
use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::Linked;
use crate::directory;
use crate::error::Result;
use crate::ids::{CardId, PersonId};
use crate::on;

/// The desk of whoever assesses: the person, and where. The role opens it, the line fills it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardDesk {
    person: PersonId,
    pub government: String,
}

impl CardDesk {
    /// The desks of this actor, one in each government where they have the role of assessor.
    pub fn of(actor: &Actor) -> Vec<Self> {
        let Some(person) = actor.person else { return Vec::new() };
        actor.governments().into_iter().filter(|g| actor.holds_in(Role::Assessor, g)).map(|government| Self { person, government }).collect()
    }
}

/// Where a page ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    pub day: String,
    pub id: CardId,
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}_{}", self.day, self.id)
    }
}

impl Cursor {
    /// Reads what [`Display`](std::fmt::Display) writes; nothing for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, id) = text.split_once('_')?;
        Some(Self { day: day.to_owned(), id: CardId(uuid::Uuid::try_parse(id).ok()?) })
    }
}

pub struct Listed {
    pub cards: Vec<ListedCard>,
    pub after: Option<Cursor>,
}

const PAGE: usize = 20;

macro_rules! listed {
    ($($tail:literal),+) => {
        concat!(
            "select k.id, k.reference, k.title, k.source, p.title as position_title, u.name as unit_name, k.event_on, k.made_at, k.state, k.reply_due, k.ready_on, k.decide_due, k.person_id, r.at as replied_at, ",
            "d.decision, d.at as decided_at from evidence_card k join position p on p.id = k.position_id join unit u on u.id = k.unit_id ",
            "left join evidence_reply r on r.card_id = k.id left join evidence_decision d on d.card_id = k.id and d.number = (select max(number) from evidence_decision n where n.card_id = k.id) where ",
            $($tail),+
        )
    };
}

/// One page of one list, of all desks together.
///
/// # Errors
/// The database's.
pub async fn page(linked: &mut impl Linked, desks: &[CardDesk], tab: DeskTab, now: Millis, after: Option<Cursor>) -> Result<Listed> {
    let mut cards: Vec<ListedCard> = Vec::new();
    for desk in desks {
        let today = directory::government(linked, &desk.government).await?.today(now);
        cards.extend(of_desk(linked, desk, tab, &today, after.as_ref()).await?);
    }
    let key = |c: &ListedCard| (c.ready_on.clone().unwrap_or_default(), c.id);
    cards.sort_by_key(key);
    cards.dedup_by_key(|c| c.id);
    if tab == DeskTab::Done {
        cards.reverse();
    }
    let more = cards.len() > PAGE;
    cards.truncate(PAGE);
    let after = cards.last().filter(|_| more).map(|c| Cursor { day: c.ready_on.clone().unwrap_or_default(), id: c.id });
    Ok(Listed { cards, after })
}

/// Beyond every day.
const NEVER: &str = "9999-12-31";

async fn of_desk(linked: &mut impl Linked, desk: &CardDesk, tab: DeskTab, today: &str, after: Option<&Cursor>) -> Result<Vec<ListedCard>> {
    let last = CardId(uuid::Uuid::max());
    let first = CardId(uuid::Uuid::nil());
    let at = |day: &str, id: CardId| after.map_or((day.to_owned(), id), |c| (c.day.clone(), c.id));
    let (from, until) = match tab {
        DeskTab::Ready => (at("", first), today),
        DeskTab::Waiting => (at(today, last), NEVER),
        DeskTab::Done => {
            let before = at(NEVER, last);
            return Ok(
                on!(linked, conn => sqlx::query_as(listed!("k.desk_person_id = $1 and k.state = 'decided' and (k.ready_on, k.id) < ($2, $3) and k.government = $4 order by k.ready_on desc, k.id desc limit $5"))
                .bind(desk.person).bind(&before.0).bind(before.1).bind(&desk.government).bind(PAGE as i64 + 1).fetch_all(conn).await?),
            );
        }
    };
    Ok(
        on!(linked, conn => sqlx::query_as(listed!("k.desk_person_id = $1 and k.state = 'open' and (k.ready_on, k.id) > ($2, $3) and k.ready_on <= $4 and k.government = $5 order by k.ready_on, k.id limit $6"))
        .bind(desk.person).bind(&from.0).bind(from.1).bind(until).bind(&desk.government).bind(PAGE as i64 + 1).fetch_all(conn).await?),
    )
}

/// How many each list has, as far as it is worth counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counted {
    pub ready: i64,
    pub waiting: i64,
}

/// Counting stops here: more is said as "99+".
pub const COUNTED_MOST: i64 = 100;

/// # Errors
/// The database's.
pub async fn counts(linked: &mut impl Linked, desks: &[CardDesk], now: Millis) -> Result<Counted> {
    let mut counted = Counted::default();
    for desk in desks {
        let today = directory::government(linked, &desk.government).await?.today(now);
        let ready: i64 = on!(&mut *linked, conn => sqlx::query_scalar("select count(*) from (select 1 as one from evidence_card where desk_person_id = $1 and state = 'open' and ready_on <= $2 and government = $3 limit $4) some_cards")
            .bind(desk.person).bind(&today).bind(&desk.government).bind(COUNTED_MOST).fetch_one(conn).await?);
        let waiting: i64 = on!(&mut *linked, conn => sqlx::query_scalar("select count(*) from (select 1 as one from evidence_card where desk_person_id = $1 and state = 'open' and ready_on > $2 and government = $3 limit $4) some_cards")
            .bind(desk.person).bind(&today).bind(&desk.government).bind(COUNTED_MOST).fetch_one(conn).await?);
        counted.ready += ready;
        counted.waiting += waiting;
    }
    Ok(Counted { ready: counted.ready.min(COUNTED_MOST), waiting: counted.waiting.min(COUNTED_MOST) })
}

/// The cards about oneself, the newest first, a page at a time: `after` is the moment and id of the last one shown.
///
/// # Errors
/// The database's.
pub async fn own(linked: &mut impl Linked, actor: &Actor, after: Option<(Millis, CardId)>) -> Result<(Vec<ListedCard>, Option<(Millis, CardId)>)> {
    let Some(person) = actor.person else { return Ok((Vec::new(), None)) };
    let (at, id) = after.unwrap_or((i64::MAX, CardId(uuid::Uuid::max())));
    let mut cards: Vec<ListedCard> = on!(linked, conn => sqlx::query_as(listed!("k.person_id = $1 and k.state in ('open', 'decided') and (k.made_at, k.id) < ($2, $3) order by k.made_at desc, k.id desc limit $4"))
        .bind(person).bind(at).bind(id).bind(PAGE as i64 + 1).fetch_all(conn).await?);
    let more = cards.len() > PAGE;
    cards.truncate(PAGE);
    let after = cards.last().filter(|_| more).map(|c| (c.made_at, c.id));
    Ok((cards, after))
}

/// How many cards wait for this actor, to reply to or to decide on; up to a hundred of each.
///
/// # Errors
/// The database's.
pub async fn waiting(linked: &mut impl Linked, actor: &Actor, now: Millis) -> Result<i64> {
    let ready = counts(linked, &CardDesk::of(actor), now).await?.ready;
    let Some(person) = actor.person else { return Ok(ready) };
    let own: i64 = on!(linked, conn => sqlx::query_scalar(
        "select count(*) from (select 1 as one from evidence_card k where k.person_id = $1 and k.state = 'open' and not exists (select 1 from evidence_reply r where r.card_id = k.id) limit $2) some_cards")
        .bind(person).bind(COUNTED_MOST).fetch_one(conn).await?);
    Ok(ready + own)
}

/// The first page of each list of this actor, with by what right: those that wait for them first.
///
/// # Errors
/// The database's.
pub async fn cards(linked: &mut impl Linked, actor: &Actor) -> Result<Vec<(ListedCard, Standing)>> {
    let (own, _) = own(linked, actor, None).await?;
    let mut found: Vec<(ListedCard, Standing)> = own.into_iter().map(|card| (card, Standing::Subject)).collect();
    let desks = CardDesk::of(actor);
    for tab in [DeskTab::Ready, DeskTab::Waiting, DeskTab::Done] {
        // Whatever the day: open cards are either before it or after it.
        let listed = page(linked, &desks, tab, 0, None).await?;
        found.extend(listed.cards.into_iter().map(|card| (card, Standing::Assessor)));
    }
    Ok(found)
}
