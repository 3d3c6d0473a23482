//! Changes to the directory: who changed what, from when and why. Duties and standards need a second pair of eyes;
//! the rest is published by whoever makes it. Nothing is ever taken out of this record.

mod remind;

pub use remind::remind;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;
use vocabulary::accounts::Role;
use vocabulary::directory::{ChangeAction, ChangeStatus, EntryKind, SubjectKind};

use super::apply::apply;
use super::governments::{Government, government};
use super::history::{self, PositionContent, ServiceContent, UnitContent};
use super::standards::StandardContent;
use super::tenures::TenureContent;
use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::{Linked, Tx};
use crate::error::{Error, Refusal, Result};
use crate::ids::{AccountId, ChangeId, UnitId};
use crate::notifications::tell;
use crate::portal::Portal;
use crate::{ledger, on, search};

/// What is to be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum After {
    Unit(UnitContent),
    Position(PositionContent),
    Service(ServiceContent),
    Standard(StandardContent),
    Tenure(TenureContent),
    /// Its last day is the day before the change is valid from.
    End {
        successor: Option<UnitId>,
    },
}

impl After {
    /// The unit it will belong to.
    fn unit(&self) -> Option<UnitId> {
        match self {
            Self::Unit(content) => content.parent,
            Self::Position(content) => Some(content.unit),
            Self::Service(content) => content.unit,
            Self::Standard(_) | Self::Tenure(_) => None,
            Self::End { successor } => *successor,
        }
    }
}

/// A change before it is made.
#[derive(Debug, Clone)]
pub struct NewChange {
    pub kind: SubjectKind,
    pub action: ChangeAction,
    pub subject: Uuid,
    pub slug: String,
    pub title: String,
    /// The unit whose administrators may make and see it.
    pub unit: UnitId,
    pub valid_from: String,
    pub before: Option<Value>,
    pub after: After,
    pub reason: String,
    pub decree: String,
    /// Whether somebody else must approve it.
    pub four_eyes: bool,
}

impl NewChange {
    /// The unit it will newly belong to; none where it stays where it is.
    fn goes_to(&self) -> Option<UnitId> {
        let stays = |field: &str| self.before.as_ref().and_then(|b| b[field].as_str().map(str::to_owned));
        let before = match self.kind {
            SubjectKind::Unit => stays("parent"),
            _ => stays("unit"),
        };
        self.after.unit().filter(|unit| before != Some(unit.to_string()))
    }
}

/// What became of a submitted change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Submitted {
    Published,
    /// Waits for somebody else.
    Proposed(ChangeId),
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Change {
    pub id: ChangeId,
    pub government: String,
    #[sqlx(try_from = "String")]
    pub kind: SubjectKind,
    #[sqlx(try_from = "String")]
    pub action: ChangeAction,
    pub subject_id: Uuid,
    pub slug: String,
    pub title: String,
    pub unit_id: UnitId,
    pub valid_from: String,
    pub before: String,
    pub after: String,
    pub reason: String,
    pub decree: String,
    #[sqlx(try_from = "String")]
    pub status: ChangeStatus,
    pub batch_id: Option<Uuid>,
    /// How many belong together with it, itself included.
    pub batch_count: i64,
    pub proposed_by: AccountId,
    pub proposed_by_name: String,
    pub proposed_at: Millis,
    pub decided_by_name: Option<String>,
    pub decided_at: Option<Millis>,
    pub note: String,
}

/// Makes changes that belong together: published at once, or all proposed when one of them needs a second person.
///
/// # Errors
/// [`Error::NotFound`] for who is no administrator over each unit; whatever the rules of the subject refuse, and then
/// none of them is made.
pub async fn submit(portal: &Portal, actor: &Actor, government_slug: &str, changes: Vec<NewChange>) -> Result<Submitted> {
    let mut tx = portal.db.begin().await?;
    let submitted = submit_in(portal, &mut tx, actor, government_slug, changes).await?;
    tx.commit().await?;
    Ok(submitted)
}

pub(super) async fn submit_in(portal: &Portal, tx: &mut Tx, actor: &Actor, government_slug: &str, changes: Vec<NewChange>) -> Result<Submitted> {
    let government = government(tx, government_slug).await?;
    let scope = actor.scope(tx, Role::Administrator, government_slug).await?;
    // Neither out of nor into a unit that is not theirs.
    if changes.iter().any(|c| !scope.units.contains(&c.unit) || c.goes_to().is_some_and(|unit| !scope.units.contains(&unit))) {
        return Err(Error::NotFound);
    }
    if changes.iter().any(|c| c.four_eyes) {
        return Ok(Submitted::Proposed(propose(portal, tx, actor, government_slug, &changes).await?));
    }
    for change in &changes {
        apply(portal, tx, &government.slug, &government.today(portal.now()), change).await?;
    }
    publish(portal, tx, actor, &government, &changes).await?;
    Ok(Submitted::Published)
}

/// Writes down what waits for a second person; the first of the batch stands for all of it.
pub(super) async fn propose(portal: &Portal, tx: &mut Tx, actor: &Actor, government: &str, changes: &[NewChange]) -> Result<ChangeId> {
    let ids = write_down(portal, tx, actor, government, changes, ChangeStatus::Proposed).await?;
    ids.first().copied().ok_or(Error::NotFound)
}

/// Writes down what was applied in this transaction, and lets today be today.
pub(super) async fn publish(portal: &Portal, tx: &mut Tx, actor: &Actor, government: &Government, changes: &[NewChange]) -> Result<()> {
    let ids = write_down(portal, tx, actor, &government.slug, changes, ChangeStatus::Published).await?;
    for (id, change) in ids.into_iter().zip(changes) {
        record(portal, tx, &government.slug, id, change.kind, &change.slug, &change.valid_from).await?;
    }
    history::turn(tx, &government.slug, &government.today(portal.now())).await?;
    let touched: Vec<_> = changes.iter().map(|c| (c.kind, c.subject, c.slug.clone())).collect();
    find_again(portal, tx, &government.slug, &touched).await
}

async fn write_down(portal: &Portal, tx: &mut Tx, actor: &Actor, government: &str, changes: &[NewChange], status: ChangeStatus) -> Result<Vec<ChangeId>> {
    let batch = (changes.len() > 1).then(|| portal.new_id());
    let published = status == ChangeStatus::Published;
    let mut ids = Vec::with_capacity(changes.len());
    for (number, change) in changes.iter().enumerate() {
        let id = ChangeId(portal.new_id());
        let before = change.before.as_ref().map(Value::to_string).unwrap_or_default();
        let after = serde_json::to_string(&change.after).map_err(|e| Error::Broken(e.to_string()))?;
        on!(tx, conn => sqlx::query(
            "insert into directory_change (id, government, kind, action, subject_id, slug, title, unit_id, valid_from, before, after, reason, decree, status, four_eyes, batch_id, proposed_by, proposed_at, decided_by, decided_at, number, batch_count) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)")
            .bind(id).bind(government).bind(change.kind.as_str()).bind(change.action.as_str()).bind(change.subject).bind(&change.slug).bind(&change.title).bind(change.unit)
            .bind(&change.valid_from).bind(&before).bind(&after).bind(&change.reason).bind(&change.decree).bind(status.as_str()).bind(change.four_eyes).bind(batch)
            .bind(actor.account).bind(portal.now()).bind(published.then_some(actor.account)).bind(published.then(|| portal.now()))
            .bind(number as i64).bind(changes.len() as i64)
            .execute(conn).await?.rows_affected());
        ids.push(id);
    }
    Ok(ids)
}

async fn record(portal: &Portal, tx: &mut Tx, government: &str, id: ChangeId, kind: SubjectKind, slug: &str, valid_from: &str) -> Result<()> {
    let entry = ledger::Entry { government, kind: "directory.published", subject: &format!("{kind}/{slug}"), by_reporter: false, content: &(id.to_string(), valid_from) };
    ledger::append(portal, tx, entry).await?;
    Ok(())
}

macro_rules! changes {
    ($tail:literal) => {
        concat!(
            "select c.id, c.government, c.kind, c.action, c.subject_id, c.slug, c.title, c.unit_id, c.valid_from, c.before, c.after, c.reason, c.decree, c.status, c.batch_id, c.batch_count, c.proposed_by, ",
            "p.display_name as proposed_by_name, c.proposed_at, d.display_name as decided_by_name, c.decided_at, c.note ",
            "from directory_change c join account p on p.id = c.proposed_by left join account d on d.id = c.decided_by ",
            $tail
        )
    };
}

/// How many changes of a batch are shown; all of them are decided on.
pub const SHOWN: i64 = 200;

/// A change as an administrator over its unit sees it, with the first [`SHOWN`] of its batch.
///
/// # Errors
/// [`Error::NotFound`] for everyone else.
pub async fn show(linked: &mut impl Linked, actor: &Actor, government: &str, id: ChangeId) -> Result<Vec<Change>> {
    whole(linked, actor, government, id, SHOWN).await
}

async fn whole(linked: &mut impl Linked, actor: &Actor, government: &str, id: ChangeId, most: i64) -> Result<Vec<Change>> {
    let scope = actor.scope(linked, Role::Administrator, government).await?;
    let one: Option<Change> = on!(linked, conn => sqlx::query_as(changes!("where c.government = $1 and c.id = $2")).bind(government).bind(id).fetch_optional(conn).await?);
    let one = one.filter(|c| scope.units.contains(&c.unit_id)).ok_or(Error::NotFound)?;
    match one.batch_id {
        None => Ok(vec![one]),
        Some(batch) => Ok(on!(linked, conn => sqlx::query_as(changes!("where c.government = $1 and c.batch_id = $2 order by c.number, c.id limit $3"))
            .bind(government).bind(batch).bind(most).fetch_all(conn).await?)),
    }
}

/// The newest changes of a state that this administrator may see; those that wait, oldest first. The first of a batch
/// stands for all of it.
///
/// # Errors
/// [`Error::NotFound`] for who is no administrator there.
pub async fn list(linked: &mut impl Linked, actor: &Actor, government: &str, status: ChangeStatus) -> Result<Vec<Change>> {
    let scope = actor.scope(linked, Role::Administrator, government).await?;
    let found: Vec<Change> = if status == ChangeStatus::Proposed {
        on!(linked, conn => sqlx::query_as(changes!("where c.government = $1 and c.status = $2 and c.number = 0 order by c.proposed_at, c.id limit 300")).bind(government).bind(status.as_str()).fetch_all(conn).await?)
    } else {
        on!(linked, conn => sqlx::query_as(changes!("where c.government = $1 and c.status = $2 and c.number = 0 order by c.decided_at desc, c.id desc limit 100")).bind(government).bind(status.as_str()).fetch_all(conn).await?)
    };
    Ok(found.into_iter().filter(|c| scope.units.contains(&c.unit_id)).collect())
}

/// How many wait for the eyes of this administrator; none for everyone else.
///
/// # Errors
/// The database's.
pub async fn waiting(linked: &mut impl Linked, actor: &Actor) -> Result<usize> {
    let mut count = 0;
    for government in actor.governments().into_iter().filter(|g| actor.holds_in(Role::Administrator, g)) {
        count += list(linked, actor, &government, ChangeStatus::Proposed).await?.into_iter().filter(|c| c.proposed_by != actor.account).count();
    }
    Ok(count)
}

/// What was published about one page, newest first: for everyone.
///
/// # Errors
/// The database's.
pub async fn published(linked: &mut impl Linked, government: &str, kind: SubjectKind, slug: &str, today: &str) -> Result<Vec<Change>> {
    let (first, second) = match kind {
        SubjectKind::Position | SubjectKind::Tenure => (SubjectKind::Position, SubjectKind::Tenure),
        SubjectKind::Service | SubjectKind::Standard => (SubjectKind::Service, SubjectKind::Standard),
        SubjectKind::Unit => (SubjectKind::Unit, SubjectKind::Unit),
    };
    Ok(on!(linked, conn => sqlx::query_as(changes!(
        "where c.government = $1 and c.slug = $4 and (c.kind = $2 or c.kind = $3) and c.status = 'terbit' and c.valid_from <= $5 order by c.valid_from desc, c.decided_at desc limit 200"))
        .bind(government).bind(first.as_str()).bind(second.as_str()).bind(slug).bind(today).fetch_all(conn).await?))
}

/// What was last published in a government and is in force: for everyone.
///
/// # Errors
/// The database's.
pub async fn newest(linked: &mut impl Linked, government: &str, today: &str) -> Result<Vec<Change>> {
    Ok(on!(linked, conn => sqlx::query_as(changes!("where c.government = $1 and c.status = 'terbit' and c.valid_from <= $2 order by c.decided_at desc, c.id desc limit 50"))
        .bind(government).bind(today).fetch_all(conn).await?))
}

/// Approves a proposal, with the others of its batch, as a second person; it is published with the days it names.
///
/// # Errors
/// [`Refusal::OwnProposal`] for who proposed it, [`Refusal::AlreadyDone`], [`Refusal::ChangedMeanwhile`], and what the
/// rules of the subject refuse; [`Error::NotFound`] for others.
pub async fn approve(portal: &Portal, actor: &Actor, government_slug: &str, id: ChangeId) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let government = government(&mut tx, government_slug).await?;
    let mut touched = Vec::new();
    for change in decidable(&mut tx, actor, government_slug, id).await? {
        touched.push((change.kind, change.subject_id, change.slug.clone()));
        let after: After = serde_json::from_str(&change.after).map_err(|e| Error::Broken(e.to_string()))?;
        let before = if change.before.is_empty() { None } else { Some(serde_json::from_str(&change.before).map_err(|e| Error::Broken(e.to_string()))?) };
        let new = NewChange {
            kind: change.kind,
            action: change.action,
            subject: change.subject_id,
            slug: change.slug.clone(),
            title: change.title,
            unit: change.unit_id,
            valid_from: change.valid_from.clone(),
            before,
            after,
            reason: change.reason,
            decree: change.decree,
            four_eyes: true,
        };
        apply(portal, &mut tx, government_slug, &government.today(portal.now()), &new).await?;
        decide(portal, &mut tx, actor, change.id, ChangeStatus::Published, "").await?;
        if change.id == id {
            tell(portal, &mut tx, change.proposed_by, "change-approved", &new.title, &format!("/petugas/direktori/{government_slug}/perubahan/{id}")).await?;
        }
        record(portal, &mut tx, government_slug, change.id, change.kind, &change.slug, &change.valid_from).await?;
    }
    history::turn(&mut tx, government_slug, &government.today(portal.now())).await?;
    find_again(portal, &mut tx, government_slug, &touched).await?;
    tx.commit().await
}

/// More changed things than this are found again all together.
const MANY: usize = 300;

/// What is found by words agrees with what is there: the subjects, and what is shown with a unit's name. The rest that
/// only time changes is gone over once a day.
async fn find_again(portal: &Portal, tx: &mut Tx, government: &str, touched: &[(SubjectKind, Uuid, String)]) -> Result<()> {
    let mut found: std::collections::BTreeSet<(EntryKind, String)> = std::collections::BTreeSet::new();
    for (kind, subject, slug) in touched {
        let kind = match kind {
            SubjectKind::Unit => EntryKind::Unit,
            SubjectKind::Position | SubjectKind::Tenure => EntryKind::Position,
            SubjectKind::Service | SubjectKind::Standard => EntryKind::Service,
        };
        found.insert((kind, slug.clone()));
        if kind == EntryKind::Unit {
            let posts: Vec<String> = on!(tx, conn => sqlx::query_scalar("select slug from position where unit_id = $1").bind(subject).fetch_all(conn).await?);
            let services: Vec<String> = on!(tx, conn => sqlx::query_scalar("select slug from service where unit_id = $1").bind(subject).fetch_all(conn).await?);
            let below: Vec<String> = on!(tx, conn => sqlx::query_scalar("select slug from unit where parent_id = $1").bind(subject).fetch_all(conn).await?);
            found.extend(posts.into_iter().map(|slug| (EntryKind::Position, slug)));
            found.extend(services.into_iter().map(|slug| (EntryKind::Service, slug)));
            found.extend(below.into_iter().map(|slug| (EntryKind::Unit, slug)));
        }
    }
    // From some number on, going over everything costs less than so many single steps.
    if found.len() > MANY {
        return search::rebuild_in(portal, tx).await;
    }
    for (kind, slug) in found {
        search::refresh(portal, tx, government, kind, &slug).await?;
    }
    Ok(())
}

/// Refuses a proposal, with the others of its batch; the note says why. Who proposed it may take it back.
///
/// # Errors
/// As [`approve`].
pub async fn refuse(portal: &Portal, actor: &Actor, government: &str, id: ChangeId, note: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    for change in batch(&mut tx, actor, government, id).await? {
        if change.status != ChangeStatus::Proposed {
            return Err(Refusal::AlreadyDone.into());
        }
        decide(portal, &mut tx, actor, change.id, ChangeStatus::Refused, note).await?;
        if change.id == id && change.proposed_by != actor.account {
            tell(portal, &mut tx, change.proposed_by, "change-refused", &change.title, &format!("/petugas/direktori/{government}/perubahan/{id}")).await?;
        }
    }
    tx.commit().await
}

/// All that is decided on together, in its order. Who decides administers every unit of it.
async fn batch(tx: &mut Tx, actor: &Actor, government: &str, id: ChangeId) -> Result<Vec<Change>> {
    let scope = actor.scope(tx, Role::Administrator, government).await?;
    let changes = whole(tx, actor, government, id, i64::MAX).await?;
    if changes.iter().all(|c| scope.units.contains(&c.unit_id)) { Ok(changes) } else { Err(Error::NotFound) }
}

async fn decidable(tx: &mut Tx, actor: &Actor, government: &str, id: ChangeId) -> Result<Vec<Change>> {
    let changes = batch(tx, actor, government, id).await?;
    if changes.iter().any(|c| c.proposed_by == actor.account) {
        return Err(Refusal::OwnProposal.into());
    }
    if changes.iter().any(|c| c.status != ChangeStatus::Proposed) {
        return Err(Refusal::AlreadyDone.into());
    }
    Ok(changes)
}

async fn decide(portal: &Portal, tx: &mut Tx, actor: &Actor, id: ChangeId, status: ChangeStatus, note: &str) -> Result<()> {
    let changed = on!(tx, conn => sqlx::query("update directory_change set status = $1, decided_by = $2, decided_at = $3, note = $4 where id = $5 and status = 'diusulkan'")
        .bind(status.as_str()).bind(actor.account).bind(portal.now()).bind(note).bind(id).execute(conn).await?.rows_affected());
    if changed == 1 { Ok(()) } else { Err(Refusal::AlreadyDone.into()) }
}
