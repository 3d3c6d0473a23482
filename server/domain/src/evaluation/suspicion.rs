//! What looks like one hand behind many senders. Only what is stored anyway is looked at: when reports came (to the hour),
//! about which unit, in which words, and of reports with a name, whether their accounts were new. Nothing more is kept for
//! this, and who sent anonymously stays so. A suspicion decides nothing: it holds back until a person has looked.

use std::collections::{HashMap, HashSet};

use vocabulary::evaluation::HoldReason;
use vocabulary::feedback::Kind;

use super::holds::{NewHold, hold};
use crate::clock::{DAY, Millis, day_text, local_day};
use crate::db::{Linked, Tx};
use crate::directory;
use crate::error::{Error, Result};
use crate::ids::{AccountId, CaseId, UnitId};
use crate::on;
use crate::portal::Portal;
use crate::search::stems;

/// The numbers of the rules, read at once.
pub(super) struct Numbers(HashMap<String, i64>);

impl Numbers {
    pub async fn on(linked: &mut impl Linked, day: &str) -> Result<Self> {
        let rows: Vec<(String, i64)> = on!(linked, conn => sqlx::query_as("select key, value from rule where key like 'evaluation.%' and valid_from <= $1 order by valid_from").bind(day).fetch_all(conn).await?);
        Ok(Self(rows.into_iter().collect()))
    }

    /// # Errors
    /// [`Error::Configuration`] when the reference data have no such rule.
    pub fn get(&self, key: &str) -> Result<i64> {
        self.0.get(key).copied().ok_or_else(|| Error::Configuration(format!("the reference data have no rule {key}; run `balai import`")))
    }
}

/// Reports looked at in a window, and texts compared with one; a burst of more is one all the same.
const LOOKED_AT: i64 = 1000;
const COMPARED: usize = 60;
/// Below so many stems two texts are alike by chance.
const STEMS_LEAST: usize = 4;

#[derive(sqlx::FromRow)]
struct Weighed {
    government: String,
    kind: String,
    unit_id: Option<UnitId>,
    received_at: Millis,
    text: String,
    suspected: bool,
}

/// Looks at a report beside those that came at the same time, and holds back what came in one burst with it.
///
/// # Errors
/// The database's; [`Error::Configuration`] without the rules.
pub async fn weigh(portal: &Portal, tx: &mut Tx, case: CaseId) -> Result<()> {
    let weighed: Weighed = on!(tx, conn => sqlx::query_as(
        "select c.government, c.kind, coalesce(c.unit_id, c.handling_unit_id) as unit_id, c.received_at, c.text, exists (select 1 from evidence_suspect s where s.subject_id = c.id) as suspected from feedback_case c where c.id = $1")
        .bind(case).fetch_one(conn).await?);
    let Some(unit) = weighed.unit_id else { return Ok(()) };
    // A burst of reports of misconduct is the inspectorate's business, and no evidence comes of it.
    if weighed.suspected || weighed.kind == Kind::Misconduct.as_str() {
        return Ok(());
    }
    let government = directory::government(tx, &weighed.government).await?;
    let today = government.today(portal.now());
    let rules = Numbers::on(tx, &today).await?;
    let days = rules.get("evaluation.burst_days")?;
    // Times are kept to the hour and the clock is too: one hour more takes in what came in the same.
    let span = days * DAY;
    let around: Vec<(CaseId, Millis)> = on!(tx, conn => sqlx::query_as(
        "select id, received_at from feedback_case where unit_id = $1 and received_at between $2 and $3 and kind = $4 and status <> 'merged' order by received_at desc, id desc limit $5")
        .bind(unit).bind(weighed.received_at - span).bind(weighed.received_at + span).bind(&weighed.kind).bind(LOOKED_AT).fetch_all(conn).await?);
    let mut reasons = Vec::new();
    let mut members: HashSet<CaseId> = HashSet::new();
    let mut usually = usual(tx, unit, &weighed, &rules, span, Some(&weighed.kind)).await?;
    // In one kind at once; spread over the kinds, each below what one may be; and a few every day for weeks.
    for (window, least, kind) in [
        (span, rules.get("evaluation.burst_least")?, Some(weighed.kind.as_str())),
        (span, rules.get("evaluation.burst_kinds_least")?, None),
        (rules.get("evaluation.slow_days")? * DAY, rules.get("evaluation.slow_least")?, Some(weighed.kind.as_str())),
    ] {
        // What is held already is one hand's; it does not make honest reports of other weeks a crowd.
        let came: Vec<_> = came_around(tx, unit, weighed.received_at, window, kind).await?.into_iter().filter(|came| window == span && kind.is_some() || !came.3).collect();
        let times: Vec<(CaseId, Millis)> = came.iter().map(|(id, at, ..)| (*id, *at)).collect();
        let crowd: HashSet<CaseId> = densest(&times, weighed.received_at, window).into_iter().collect();
        let usual = usual(tx, unit, &weighed, &rules, window, kind).await?;
        let seen = i64::try_from(crowd.len()).unwrap_or(i64::MAX);
        if seen >= least && seen >= rules.get("evaluation.burst_times")? * usual.max(1) {
            reasons = vec![HoldReason::Burst];
            usually = usual;
            // Those of another kind are held when they are looked at themselves.
            members.extend(came.iter().filter(|(id, _, kind, _)| crowd.contains(id) && *kind == weighed.kind).map(|(id, ..)| *id));
        }
    }
    let alike = alike(tx, case, &weighed.text, &around, rules.get("evaluation.alike_percent")?).await?;
    if i64::try_from(alike.len()).unwrap_or(i64::MAX) + 1 >= rules.get("evaluation.alike_least")? {
        reasons.push(HoldReason::SameText);
        members.extend(alike);
    }
    let new = of_new_accounts(portal, tx, &around, weighed.received_at, span, rules.get("evaluation.new_account_days")? * DAY).await?;
    if i64::try_from(new.len()).unwrap_or(i64::MAX) >= rules.get("evaluation.new_accounts_least")? {
        reasons.push(HoldReason::NewAccounts);
        members.extend(new);
    }
    if reasons.is_empty() {
        return Ok(());
    }
    members.insert(case);
    let longest = rules.get("evaluation.slow_days")? * DAY;
    let times: Vec<Millis> =
        came_around(tx, unit, weighed.received_at, longest, Some(&weighed.kind)).await?.into_iter().filter(|(id, ..)| members.contains(id)).map(|(_, at, ..)| at).collect();
    let day = |at: Option<&Millis>| day_text(local_day(*at.unwrap_or(&weighed.received_at), government.utc_offset_hours));
    let new = NewHold {
        government: &weighed.government,
        unit,
        kind: &weighed.kind,
        reasons: &reasons,
        first_on: day(times.iter().min()),
        last_on: day(times.iter().max()),
        seen: i64::try_from(members.len()).unwrap_or(i64::MAX),
        usual: usually,
    };
    let mut subjects: Vec<uuid::Uuid> = members.into_iter().map(|id| id.0).collect();
    subjects.sort_unstable();
    hold(portal, tx, new, &subjects, &today).await
}

/// What came to the unit so long before and after, with its kind and whether it is held; of one kind, or of all that evidence
/// may come of.
async fn came_around(tx: &mut Tx, unit: UnitId, at: Millis, span: Millis, kind: Option<&str>) -> Result<Vec<(CaseId, Millis, String, bool)>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "select c.id, c.received_at, c.kind, exists (select 1 from evidence_suspect s where s.subject_id = c.id and (s.settled_as is null or s.settled_as = 'discarded')) from feedback_case c \
         where c.unit_id = $1 and c.received_at between $2 and $3 and ($4 = '' and c.kind <> 'penyimpangan' or c.kind = $4) and c.status <> 'merged' order by c.received_at desc, c.id desc limit $5")
        .bind(unit).bind(at - span).bind(at + span).bind(kind.unwrap_or_default()).bind(LOOKED_AT).fetch_all(conn).await?))
}

/// The most that came within one span with this one among them.
fn densest(around: &[(CaseId, Millis)], at: Millis, span: Millis) -> Vec<CaseId> {
    let mut best: Vec<CaseId> = Vec::new();
    for (_, start) in around.iter().filter(|(_, start)| *start <= at) {
        let within: Vec<CaseId> = around.iter().filter(|(_, t)| (*start..=start + span).contains(t)).map(|(id, _)| *id).collect();
        if start + span >= at && within.len() > best.len() {
            best = within;
        }
    }
    best
}

/// How many come in as many days when nothing is the matter, rounded up; what is suspected does not make itself usual.
async fn usual(tx: &mut Tx, unit: UnitId, weighed: &Weighed, rules: &Numbers, span: Millis, kind: Option<&str>) -> Result<i64> {
    let before = rules.get("evaluation.burst_usual")? * DAY;
    let until = weighed.received_at - span;
    let came: i64 = on!(tx, conn => sqlx::query_scalar(
        "select count(*) from feedback_case c where c.unit_id = $1 and c.received_at >= $2 and c.received_at < $3 and ($4 = '' and c.kind <> 'penyimpangan' or c.kind = $4) and c.status <> 'merged' \
         and not exists (select 1 from evidence_suspect s where s.subject_id = c.id and (s.settled_as is null or s.settled_as = 'discarded'))")
        .bind(unit).bind(until - before).bind(until).bind(kind.unwrap_or_default()).fetch_one(conn).await?);
    Ok((came * span + before - 1) / before.max(1))
}

/// Those in nearly the same words, of the newest around.
async fn alike(tx: &mut Tx, case: CaseId, text: &str, around: &[(CaseId, Millis)], percent: i64) -> Result<Vec<CaseId>> {
    let own: HashSet<String> = stems(text).into_iter().collect();
    let mut found = Vec::new();
    if own.len() < STEMS_LEAST {
        return Ok(found);
    }
    for (id, _) in around.iter().filter(|(id, _)| *id != case).take(COMPARED) {
        let other: String = on!(tx, conn => sqlx::query_scalar("select text from feedback_case where id = $1").bind(id).fetch_one(conn).await?);
        let other: HashSet<String> = stems(&other).into_iter().collect();
        let (shared, all) = (own.intersection(&other).count(), own.union(&other).count().max(1));
        if i64::try_from(shared * 100 / all).unwrap_or_default() >= percent {
            found.push(*id);
        }
    }
    Ok(found)
}

/// The keyed hash under which a signed-in sender with a name stands beside a case (`feedback/owner.rs`).
pub(super) fn owner(portal: &Portal, account: AccountId) -> String {
    portal.secrets.case_owner(account.0)
}

/// Reports with a name whose accounts were made shortly before, one an account.
async fn of_new_accounts(portal: &Portal, tx: &mut Tx, around: &[(CaseId, Millis)], at: Millis, span: Millis, new: Millis) -> Result<Vec<CaseId>> {
    let (Some(first), Some(last)) = (around.iter().map(|(_, t)| *t).min(), around.iter().map(|(_, t)| *t).max()) else { return Ok(Vec::new()) };
    let owned: Vec<(CaseId, String)> = on!(&mut *tx, conn => sqlx::query_as(
        "select o.case_id, o.owner from feedback_case c join feedback_owner o on o.case_id = c.id where c.unit_id = (select unit_id from feedback_case where id = $1) and c.received_at between $2 and $3 limit $4")
        .bind(around[0].0).bind(first).bind(last).bind(LOOKED_AT).fetch_all(conn).await?);
    if owned.len() < 2 {
        return Ok(Vec::new());
    }
    let made: Vec<AccountId> = on!(tx, conn => sqlx::query_scalar("select id from account where created_at between $1 and $2 order by created_at desc limit $3")
        .bind(at - span - new).bind(at + span).bind(LOOKED_AT).fetch_all(conn).await?);
    let made: HashSet<String> = made.into_iter().map(|account| owner(portal, account)).collect();
    let among: HashSet<CaseId> = around.iter().map(|(id, _)| *id).collect();
    let mut counted = HashSet::new();
    Ok(owned.into_iter().filter(|(case, owner)| among.contains(case) && made.contains(owner) && counted.insert(owner.clone())).map(|(case, _)| case).collect())
}
