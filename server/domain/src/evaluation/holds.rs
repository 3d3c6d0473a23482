//! What is held back as suspected, and the person who looks: releases it, or discards it, always with a reason. A held card
//! is on nobody's desk and its clock stands still; once released, the card says that it was held and why it was let go.

use uuid::Uuid;
use vocabulary::accounts::Role;
use vocabulary::evaluation::{HoldReason, Settled, Settling};

use super::signature::tell_person;
use super::suspicion::Numbers;
use crate::accounts::Actor;
use crate::calendar::{Calendar, due_text};
use crate::clock::{HOUR, Millis, day_text, parse_day};
use crate::db::{Linked, Tx};
use crate::directory;
use crate::error::{Error, Refusal, Result};
use crate::ids::{CardId, HoldId, PersonId, UnitId};
use crate::ledger;
use crate::notifications::mail_person;
use crate::on;
use crate::portal::Portal;

pub(super) struct NewHold<'a> {
    pub government: &'a str,
    pub unit: UnitId,
    pub kind: &'a str,
    pub reasons: &'a [HoldReason],
    pub first_on: String,
    pub last_on: String,
    pub seen: i64,
    pub usual: i64,
}

/// Holds these reports back: together with those that wait for the same reason, else anew.
pub(super) async fn hold(portal: &Portal, tx: &mut Tx, new: NewHold<'_>, subjects: &[Uuid], today: &str) -> Result<()> {
    let now = portal.now();
    let reasons = new.reasons.iter().map(|r| r.as_str()).collect::<Vec<_>>().join(" ");
    // Still open, about the same, and not long past.
    let since = days_before(&new.first_on, Numbers::on(tx, today).await?.get("evaluation.burst_days")?);
    let open: Option<(HoldId, String)> = on!(tx, conn => sqlx::query_as(
        "select h.id, h.reasons from evidence_hold h where h.government = $1 and h.unit_id = $2 and h.kind = $3 and h.last_on >= $4 \
         and exists (select 1 from evidence_suspect s where s.hold_id = h.id and s.settled_as is null) order by h.at desc, h.id desc limit 1")
        .bind(new.government).bind(new.unit).bind(new.kind).bind(&since).fetch_optional(conn).await?);
    let id = match open {
        Some((id, before)) => {
            let mut words: Vec<&str> = before.split(' ').collect();
            words.extend(reasons.split(' ').filter(|r| !before.split(' ').any(|b| b == *r)));
            on!(tx, conn => sqlx::query("update evidence_hold set reasons = $2, last_on = case when last_on < $3 then $3 else last_on end, first_on = case when first_on > $4 then $4 else first_on end, seen = case when seen < $5 then $5 else seen end where id = $1")
                .bind(id).bind(words.join(" ")).bind(&new.last_on).bind(&new.first_on).bind(new.seen).execute(conn).await?.rows_affected());
            id
        }
        None => {
            let id = HoldId(portal.new_id());
            on!(tx, conn => sqlx::query("insert into evidence_hold (id, government, unit_id, kind, reasons, first_on, last_on, seen, usual, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
                .bind(id).bind(new.government).bind(new.unit).bind(new.kind).bind(&reasons).bind(&new.first_on).bind(&new.last_on).bind(new.seen).bind(new.usual).bind(now).execute(conn).await?.rows_affected());
            id
        }
    };
    for subject in subjects {
        let fresh = on!(tx, conn => sqlx::query("insert into evidence_suspect (subject_id, hold_id, at) values ($1, $2, $3) on conflict (subject_id) do nothing").bind(subject).bind(id).bind(now).execute(conn).await?.rows_affected());
        if fresh == 0 {
            continue;
        }
        // A card that is there already leaves the desks, unless it is decided; then its page says what was found later.
        let cards: Vec<(CardId, String)> = on!(tx, conn => sqlx::query_as(
            "update evidence_card set state = 'held', ready_on = null, decide_due = null, reply_due = null where (case_id = $1 or forum_reply_id = $1) and state = 'open' returning id, reference")
            .bind(subject).fetch_all(conn).await?);
        for (_, reference) in cards {
            note_held(portal, tx, new.government, &reference).await?;
        }
    }
    Ok(())
}

/// The entry of a card that is held back; the reasons stand with the group and may grow.
pub(super) async fn note_held(portal: &Portal, tx: &mut Tx, government: &str, reference: &str) -> Result<()> {
    ledger::append(portal, tx, ledger::Entry { government, kind: "evidence-held", subject: reference, by_reporter: false, content: &"held" }).await
}

fn days_before(day: &str, days: i64) -> String {
    parse_day(day).and_then(|d| d.checked_sub(time::Duration::days(days))).map_or_else(|| day.to_owned(), day_text)
}

/// Whether this actor looks at what is held in this government: the performance team, or the inspectorate.
pub fn looks_after(actor: &Actor, government: &str) -> bool {
    actor.holds_in(Role::PerformanceTeam, government) || actor.holds_in(Role::Inspector, government)
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Hold {
    pub id: HoldId,
    pub government: String,
    pub unit_name: String,
    /// The kind of the reports, or `forum`.
    pub kind: String,
    reasons: String,
    pub first_on: String,
    pub last_on: String,
    pub seen: i64,
    pub usual: i64,
    pub at: Millis,
    /// Suspected reports that wait.
    pub waiting: i64,
    /// Cards among them.
    pub cards: i64,
}

impl Hold {
    pub fn reasons(&self) -> Vec<HoldReason> {
        self.reasons.split(' ').filter_map(HoldReason::parse).collect()
    }
}

macro_rules! holds {
    ($tail:literal) => {
        concat!(
            "select h.id, h.government, u.name as unit_name, h.kind, h.reasons, h.first_on, h.last_on, h.seen, h.usual, h.at, ",
            "(select count(*) from evidence_suspect s where s.hold_id = h.id and s.settled_as is null) as waiting, ",
            "(select count(*) from evidence_suspect s join evidence_card k on k.case_id = s.subject_id or k.forum_reply_id = s.subject_id where s.hold_id = h.id and k.state = 'held') as cards ",
            "from evidence_hold h join unit u on u.id = h.unit_id where ",
            $tail
        )
    };
}

/// What waits for a look, then what was settled, the newest first; at most fifty.
///
/// # Errors
/// [`Error::NotFound`] for whoever does not look after it in any government.
pub async fn list(linked: &mut impl Linked, actor: &Actor) -> Result<Vec<Hold>> {
    let mut found = Vec::new();
    let governments: Vec<String> = actor.governments().into_iter().filter(|g| looks_after(actor, g)).collect();
    if governments.is_empty() {
        return Err(Error::NotFound);
    }
    for government in governments {
        let of: Vec<Hold> = on!(&mut *linked, conn => sqlx::query_as(holds!("h.government = $1 order by h.at desc, h.id desc limit 50")).bind(&government).fetch_all(conn).await?);
        found.extend(of);
    }
    found.sort_by_key(|h| (h.waiting == 0, -h.at));
    Ok(found)
}

/// How many groups wait for this actor, up to a hundred a government.
///
/// # Errors
/// The database's.
pub async fn waiting(linked: &mut impl Linked, actor: &Actor) -> Result<i64> {
    let mut count = 0;
    for government in actor.governments().into_iter().filter(|g| looks_after(actor, g)) {
        let of: i64 = on!(&mut *linked, conn => sqlx::query_scalar(
            "select count(*) from (select 1 as one from evidence_hold h where h.government = $1 and exists (select 1 from evidence_suspect s where s.hold_id = h.id and s.settled_as is null) limit 100) some_holds")
            .bind(&government).fetch_one(conn).await?);
        count += of;
    }
    Ok(count)
}

/// A report of a held group, in words that may be read: never who sent it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Suspect {
    pub subject_id: Uuid,
    pub reference: String,
    /// None while it is not public: until a verifier has written one, a title is the reporter's own first words.
    pub title: Option<String>,
    pub public_text: Option<String>,
    pub card: Option<CardId>,
    pub position_title: Option<String>,
    pub person_id: Option<PersonId>,
    pub settled_as: Option<String>,
    pub settled_at: Option<Millis>,
    pub reason: String,
}

/// One group with its reports, at most two hundred of them.
///
/// # Errors
/// [`Error::NotFound`] for whoever does not look after it.
pub async fn show(linked: &mut impl Linked, actor: &Actor, id: HoldId) -> Result<(Hold, Vec<Suspect>)> {
    let hold: Option<Hold> = on!(linked, conn => sqlx::query_as(holds!("h.id = $1")).bind(id).fetch_optional(conn).await?);
    let hold = hold.filter(|h| looks_after(actor, &h.government)).ok_or(Error::NotFound)?;
    let suspects = on!(linked, conn => sqlx::query_as(
        "select s.subject_id, coalesce(c.reference, t.code, '') as reference, coalesce(case when c.published_at is not null then c.title end, k.title, t.title) as title, coalesce(case when c.published_at is not null then c.public_text end, a.text) as public_text, k.id as card, p.title as position_title, k.person_id, \
         s.settled_as, s.settled_at, s.reason from evidence_suspect s left join feedback_case c on c.id = s.subject_id left join reply a on a.id = s.subject_id left join topic t on t.id = a.topic_id \
         left join evidence_card k on k.case_id = s.subject_id or k.forum_reply_id = s.subject_id left join position p on p.id = k.position_id \
         where s.hold_id = $1 order by s.settled_as is not null, k.id is null, s.subject_id limit 200")
        .bind(id).fetch_all(conn).await?);
    Ok((hold, suspects))
}

/// Lets go or throws out: one report, or all that still wait.
///
/// # Errors
/// [`Error::NotFound`] for whoever does not look after it; [`Refusal::ConflictOfInterest`] for one whom a card of the group
/// is about; [`Refusal::AlreadyDone`] when nothing waits.
pub async fn settle(portal: &Portal, actor: &Actor, id: HoldId, only: Option<Uuid>, input: &Settling) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    // Takes the row on PostgreSQL: two people at once settle one after the other.
    on!(&mut tx, conn => sqlx::query("update evidence_hold set seen = seen where id = $1").bind(id).execute(conn).await?.rows_affected());
    let (hold, suspects) = show(&mut tx, actor, id).await?;
    if actor.person.is_some() && suspects.iter().any(|s| s.person_id == actor.person && s.card.is_some()) {
        return Err(Refusal::ConflictOfInterest.into());
    }
    let government = directory::government(&mut tx, &hold.government).await?;
    let today = government.today(portal.now());
    let settled: Vec<Uuid> = on!(&mut tx, conn => sqlx::query_scalar(
        "update evidence_suspect set settled_as = $3, settled_at = $4, settled_by = $5, reason = $6 where hold_id = $1 and settled_as is null and ($7 or subject_id = $2) returning subject_id")
        .bind(id).bind(only.unwrap_or_else(Uuid::nil)).bind(input.as_what.as_str()).bind(portal.now()).bind(actor.account).bind(&input.reason).bind(only.is_none()).fetch_all(conn).await?);
    if settled.is_empty() {
        return Err(Refusal::AlreadyDone.into());
    }
    let released = input.as_what == Settled::Released;
    let rules = Numbers::on(&mut tx, &today).await?;
    let from = parse_day(&today).ok_or_else(|| Error::Broken(format!("{today} is no day")))?;
    let calendar = Calendar::around(&mut tx, from).await?;
    for subject in settled {
        let cards: Vec<(CardId, String, Option<PersonId>, bool)> = on!(&mut tx, conn => sqlx::query_as(
            "select k.id, k.reference, k.person_id, r.card_id is not null as replied from evidence_card k left join evidence_reply r on r.card_id = k.id where (k.case_id = $1 or k.forum_reply_id = $1) and (k.state = 'held' or k.state = 'decided' and $2)")
            .bind(subject).bind(!released).fetch_all(conn).await?);
        for (card, reference, person, replied) in cards {
            if released {
                // The right of reply begins when there is something to reply to.
                let days = Days::from(&calendar, &rules, from, person.is_some() && !replied)?;
                on!(&mut tx, conn => sqlx::query("update evidence_card set state = 'open', reply_due = $2, ready_on = $3, decide_due = $4 where id = $1").bind(card).bind(&days.reply_due).bind(&days.ready_on).bind(&days.decide_due).execute(conn).await?.rows_affected());
                if !replied {
                    tell_holder(portal, &mut tx, person, &reference, card, ToHolder::Offered { reply_due: &days.reply_due }).await?;
                }
            } else {
                // One that was decided before the burst showed, too: it is evidence of nothing.
                on!(&mut tx, conn => sqlx::query("update evidence_card set state = 'discarded' where id = $1").bind(card).execute(conn).await?.rows_affected());
            }
            let kind = if released { "evidence-released" } else { "evidence-discarded" };
            ledger::append(portal, &mut tx, ledger::Entry { government: &hold.government, kind, subject: &reference, by_reporter: false, content: &input.reason }).await?;
        }
    }
    tx.commit().await
}

/// The days of an open card.
pub(super) struct Days {
    pub reply_due: String,
    pub ready_on: String,
    pub decide_due: String,
}

impl Days {
    /// From a day on: the right of reply, where there is somebody to reply, then the assessor's.
    pub fn from(calendar: &Calendar, rules: &Numbers, from: time::Date, somebody_replies: bool) -> Result<Self> {
        let reply_due = due_text(calendar, from, rules.get("evaluation.reply")?)?;
        let last = parse_day(&reply_due).filter(|_| somebody_replies);
        let ready = last.and_then(|day| day.next_day()).unwrap_or(from);
        let decide_due = due_text(calendar, ready, rules.get("evaluation.decide")?)?;
        Ok(Self { reply_due, ready_on: day_text(ready), decide_due })
    }
}

/// What whoever held the post that day is told, on their page and by mail.
#[derive(Debug, Clone, Copy)]
pub(super) enum ToHolder<'a> {
    /// It waits for the reply, until this day.
    Offered {
        reply_due: &'a str,
    },
    Decided,
}

/// Tells whoever held the post that day, wherever they work now.
pub(super) async fn tell_holder(portal: &Portal, tx: &mut Tx, person: Option<PersonId>, reference: &str, card: CardId, what: ToHolder<'_>) -> Result<()> {
    let Some(person) = person else { return Ok(()) };
    let kind = match what {
        ToHolder::Offered { .. } => "card-offered",
        ToHolder::Decided => "card-decided",
    };
    tell_person(portal, tx, person, kind, reference, &format!("/petugas/penilaian/{card}")).await?;
    let now = portal.now();
    match what {
        // When the reporter confirmed is kept to the hour; a mail at its end tells no more.
        ToHolder::Offered { reply_due } => mail_person(portal, tx, person, "mail-card-offered", &[("date", reply_due)], now - now % HOUR + HOUR).await?,
        ToHolder::Decided => mail_person(portal, tx, person, "mail-card-decided", &[], now).await?,
    };
    Ok(())
}

/// Whether this report is suspected, and how that ended.
pub(super) async fn suspected(tx: &mut Tx, subject: Uuid) -> Result<Option<Option<Settled>>> {
    let found: Option<Option<String>> =
        on!(tx, conn => sqlx::query_scalar("select settled_as from evidence_suspect where subject_id = $1").bind(subject).fetch_optional(conn).await?);
    Ok(found.map(|settled| settled.as_deref().and_then(Settled::parse)))
}
