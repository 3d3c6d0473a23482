//! What became public, noted in its own transaction for whoever follows it. A row holds no word of it and no name: letters
//! look those up when they are written. Who follows is nobody's business here.

use time::Date;
use uuid::Uuid;
use vocabulary::feedback::StepKind;
use vocabulary::following::{Followed, Level, NewsOf};

use crate::clock::{HOUR, Millis, at_hour, day_text, local_day, parse_day};
use crate::db::{Linked, Tx};
use crate::error::{Error, Result};
use crate::ids::{AnnouncementId, CaseId, FollowerId, NewsId, ServiceId, TopicId, UnitId};
use crate::on;
use crate::portal::Portal;
use crate::rules;

/// The next of the fixed hours, `every` hours apart since midnight of the place; never now.
pub fn next_batch(now: Millis, utc_offset_hours: i64, every: i64) -> Millis {
    let (step, shift) = (every.clamp(1, 24) * HOUR, utc_offset_hours * HOUR);
    now + step - (now + shift).rem_euclid(step)
}

/// What is followed, as rows say it.
pub fn subject(kind: Followed, id: impl std::fmt::Display) -> String {
    format!("{kind}:{id}")
}

/// The newest step of a case, which is of this kind; told at the next fixed hour where its time would tell of the reporter.
/// Of a case that not everybody may read, nothing is noted.
///
/// # Errors
/// The database's; [`Error::Configuration`] without the rule.
pub async fn case_step(portal: &Portal, tx: &mut Tx, case: CaseId, kind: StepKind, in_batch: bool) -> Result<()> {
    let Some(least) = kind.told_from() else { return Ok(()) };
    #[derive(sqlx::FromRow)]
    struct About {
        government: String,
        utc_offset_hours: i64,
        number: i64,
        handling_unit_id: Option<UnitId>,
        unit_id: Option<UnitId>,
        service_id: Option<ServiceId>,
        area_code: Option<String>,
    }
    let about: Option<About> = on!(tx, conn => sqlx::query_as(
        "select c.government, g.utc_offset_hours, (select max(s.number) from feedback_step s where s.case_id = c.id) as number, c.handling_unit_id, c.unit_id, c.service_id, c.area_code from feedback_case c join government g on g.slug = c.government \
         where c.id = $1 and c.published_at is not null and c.public_text is not null and c.protection <> 'rahasia' and c.kind <> 'penyimpangan'")
        .bind(case).fetch_optional(conn).await?);
    let Some(about) = about else { return Ok(()) };
    // Reports that became part of this one: whoever followed them hears how it goes on.
    let parts: Vec<Uuid> = on!(tx, conn => sqlx::query_scalar("select id from feedback_case where merged_into_id = $1").bind(case).fetch_all(conn).await?);
    let now = portal.now();
    let ready_at = match in_batch {
        false => now,
        // A letter at this minute would tell when the reporter was here.
        true => {
            let every = rules::in_force(tx, "feedback.mail_every", &day_text(local_day(now, about.utc_offset_hours))).await?.value;
            next_batch(now, about.utc_offset_hours, every)
        }
    };
    let mut subjects = vec![subject(Followed::Case, case)];
    subjects.extend(parts.into_iter().map(|part| subject(Followed::Case, part)));
    subjects.extend(about.handling_unit_id.into_iter().chain(about.unit_id).map(|unit| subject(Followed::Unit, unit)));
    subjects.extend(about.service_id.map(|service| subject(Followed::Service, service)));
    // An area lies in all that its code begins with.
    let code = about.area_code.unwrap_or_default();
    let ends = code.match_indices('.').map(|(at, _)| at).chain([code.len()]).filter(|end| *end > 0);
    subjects.extend(ends.map(|end| subject(Followed::Area, &code[..end])));
    note(portal, tx, &New { government: &about.government, of: NewsOf::Case, id: case.0, number: about.number, least, ready_at, subjects }).await
}

/// In the place of a step's number: who works on a case wrote to its reporter.
pub const MESSAGE: i64 = 0;
/// And: another government, which has the case too, said something.
pub const ELSEWHERE: i64 = -1;

/// What the reporter of a case is, as rows say it: followed by nobody else.
pub fn own_subject(report: CaseId) -> String {
    format!("{OWN}{report}")
}

/// The report that such a row names.
pub fn own_report(subject: &str) -> Option<CaseId> {
    Uuid::try_parse(subject.strip_prefix(OWN)?).ok().map(CaseId)
}

const OWN: &str = "pelapor:";

/// Something for the reporter of one case, whether everybody may read that or not.
pub struct Own<'a> {
    pub government: &'a str,
    /// Whose step it is: the report's own case, or that which it became part of.
    pub case: CaseId,
    pub number: i64,
    pub least: Level,
    pub ready_at: Millis,
    pub report: CaseId,
}

/// # Errors
/// The database's.
pub async fn own(portal: &Portal, tx: &mut Tx, new: &Own<'_>) -> Result<()> {
    let subjects = vec![own_subject(new.report)];
    note(portal, tx, &New { government: new.government, of: NewsOf::Case, id: new.case.0, number: new.number, least: new.least, ready_at: new.ready_at, subjects }).await
}

/// The reporters whom news is for.
///
/// # Errors
/// The database's.
pub async fn reporters_of(tx: &mut Tx, news: NewsId) -> Result<Vec<CaseId>> {
    let subjects: Vec<String> =
        on!(tx, conn => sqlx::query_scalar("select subject from news_about where news_id = $1 and subject like $2").bind(news).bind(format!("{OWN}%")).fetch_all(conn).await?);
    Ok(subjects.iter().filter_map(|subject| own_report(subject)).collect())
}

/// A reply to a topic; an official one is an answer.
///
/// # Errors
/// The database's.
pub async fn topic_reply(portal: &Portal, tx: &mut Tx, government: &str, topic: TopicId, number: i64, official: Option<UnitId>) -> Result<()> {
    let mut subjects = vec![subject(Followed::Topic, topic)];
    subjects.extend(official.map(|unit| subject(Followed::Unit, unit)));
    let least = if official.is_some() { Level::Answers } else { Level::Everything };
    note(portal, tx, &New { government, of: NewsOf::Topic, id: topic.0, number, least, ready_at: portal.now(), subjects }).await
}

/// What happened to an announcement that everybody may read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Announced {
    Published,
    Changed,
    Withdrawn,
}

impl Announced {
    const ALL: [Self; 3] = [Self::Published, Self::Changed, Self::Withdrawn];

    /// In the place of a step's number.
    const fn number(self) -> i64 {
        match self {
            Self::Published => 1,
            Self::Changed => 2,
            Self::Withdrawn => 3,
        }
    }

    pub(crate) fn of(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.number() == number)
    }
}

/// Something happened to an announcement, and the row says so already. Before its first day it is told to nobody: then in
/// the morning of that day, as it is by then.
///
/// # Errors
/// The database's; [`Error::Broken`] where its first day is none; [`Error::Configuration`] without the rule.
pub async fn announcement(portal: &Portal, tx: &mut Tx, announcement: AnnouncementId, what: Announced) -> Result<()> {
    #[derive(sqlx::FromRow)]
    struct About {
        government: String,
        utc_offset_hours: i64,
        unit_id: UnitId,
        shown_from: String,
    }
    let about: Option<About> = on!(tx, conn => sqlx::query_as(
        "select a.government, g.utc_offset_hours, a.unit_id, a.shown_from from announcement a join government g on g.slug = a.government where a.id = $1 and a.published_at is not null")
        .bind(announcement).fetch_optional(conn).await?);
    let Some(about) = about else { return Ok(()) };
    let day = parse_day(&about.shown_from).ok_or_else(|| Error::Broken(format!("an announcement from {}", about.shown_from)))?;
    let ready_at = when_public(portal, tx, day, about.utc_offset_hours).await?;
    // What was to be told on another day is told on this one.
    macro_rules! waiting {
        ($head:literal) => {
            concat!($head, " in (select n.id from news n where n.spread_at is null and n.spread_to is null and n.subject_id = $1 and n.number = $2)")
        };
    }
    let first = Announced::Published.number();
    on!(tx, conn => sqlx::query(waiting!("delete from news_about where news_id")).bind(announcement).bind(first).execute(conn).await?.rows_affected());
    let untold = on!(tx, conn => sqlx::query(waiting!("delete from news where id")).bind(announcement).bind(first).execute(conn).await?.rows_affected()) > 0;
    let what = match what {
        // Nobody had read it.
        Announced::Withdrawn if untold || ready_at > portal.now() => return Ok(()),
        Announced::Changed if untold || ready_at > portal.now() => Announced::Published,
        what => what,
    };
    let least = if what == Announced::Changed { Level::Steps } else { Level::Answers };
    let subjects = vec![subject(Followed::Unit, about.unit_id)];
    note(portal, tx, &New { government: &about.government, of: NewsOf::Announcement, id: announcement.0, number: what.number(), least, ready_at, subjects }).await
}

/// A service promises something else from a day on; told on that day, for before it nobody else can read it either.
///
/// # Errors
/// The database's; [`Error::Broken`] where `from` is no day; [`Error::Configuration`] without the rule.
pub async fn standard(portal: &Portal, tx: &mut Tx, government: &str, service: ServiceId, unit: UnitId, from: &str) -> Result<()> {
    let day = parse_day(from).ok_or_else(|| Error::Broken(format!("a standard from {from}")))?;
    let offset: i64 = on!(tx, conn => sqlx::query_scalar("select utc_offset_hours from government where slug = $1").bind(government).fetch_one(conn).await?);
    let ready_at = when_public(portal, tx, day, offset).await?;
    let subjects = vec![subject(Followed::Service, service), subject(Followed::Unit, unit)];
    note(portal, tx, &New { government, of: NewsOf::Service, id: service.0, number: day.to_julian_day().into(), least: Level::Answers, ready_at, subjects }).await
}

/// Now, or in the morning of a day that is to come.
async fn when_public(portal: &Portal, tx: &mut Tx, day: Date, utc_offset_hours: i64) -> Result<Millis> {
    let now = portal.now();
    let today = local_day(now, utc_offset_hours);
    if day <= today {
        return Ok(now);
    }
    let hour = rules::in_force(tx, "notifications.digest_hour", &day_text(today)).await?.value;
    Ok(at_hour(day, hour, utc_offset_hours))
}

/// A step that was told before is told once more, to whoever follows this one thing: for measuring.
///
/// # Errors
/// The database's.
pub async fn step_again(portal: &Portal, tx: &mut Tx, government: &str, case: CaseId, number: i64, subject: &str) -> Result<()> {
    note(portal, tx, &New { government, of: NewsOf::Case, id: case.0, number, least: Level::Ends, ready_at: portal.now(), subjects: vec![subject.to_owned()] }).await
}

struct New<'a> {
    government: &'a str,
    of: NewsOf,
    id: Uuid,
    number: i64,
    least: Level,
    ready_at: Millis,
    subjects: Vec<String>,
}

async fn note(portal: &Portal, tx: &mut Tx, new: &New<'_>) -> Result<()> {
    // The id carries its time: that at which it is told.
    let id = NewsId(portal.at(new.ready_at).new_id());
    on!(tx, conn => sqlx::query("insert into news (id, government, kind, subject_id, number, least, ready_at) values ($1, $2, $3, $4, $5, $6, $7)")
        .bind(id).bind(new.government).bind(new.of.as_str()).bind(new.id).bind(new.number).bind(new.least.as_str()).bind(new.ready_at).execute(conn).await?.rows_affected());
    for subject in &new.subjects {
        on!(tx, conn => sqlx::query("insert into news_about (news_id, subject) values ($1, $2) on conflict do nothing").bind(id).bind(subject).execute(conn).await?.rows_affected());
    }
    Ok(())
}

/// News that is being spread.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Due {
    pub id: NewsId,
    pub government: String,
    least: String,
    /// The follower up to whom it is spread already.
    pub spread_to: Option<FollowerId>,
}

impl Due {
    /// # Errors
    /// [`Error::Broken`] where the row holds no level.
    pub fn level(&self) -> Result<Level> {
        Level::parse(&self.least).ok_or_else(|| Error::Broken("news of an unknown level".into()))
    }
}

/// Takes the oldest news that is to be spread; no other worker does.
///
/// # Errors
/// The database's.
pub async fn take_due(tx: &mut Tx, now: Millis) -> Result<Option<Due>> {
    Ok(on!(tx, conn => sqlx::query_as(
        "update news set spread_to = spread_to where id = (select id from news where spread_at is null and ready_at <= $1 order by ready_at, id limit 1) and spread_at is null returning id, government, least, spread_to")
        .bind(now).fetch_optional(conn).await?))
}

/// Whether there is any.
///
/// # Errors
/// The database's.
pub async fn is_due(linked: &mut impl Linked, now: Millis) -> Result<bool> {
    let any: Option<i64> =
        on!(linked, c => sqlx::query_scalar("select cast(1 as bigint) from news where spread_at is null and ready_at <= $1 limit 1").bind(now).fetch_optional(c).await?);
    Ok(any.is_some())
}

/// Notes how far it is spread; `over` when nobody is left.
///
/// # Errors
/// The database's.
pub async fn spread_to(tx: &mut Tx, news: NewsId, to: Option<FollowerId>, over: Option<Millis>) -> Result<()> {
    on!(tx, conn => sqlx::query("update news set spread_to = $2, spread_at = $3 where id = $1").bind(news).bind(to).bind(over).execute(conn).await?.rows_affected());
    Ok(())
}

/// Forgets what was spread before a time and waits in nobody's letter; says how much.
///
/// # Errors
/// The database's.
pub async fn forget(tx: &mut Tx, before: Millis) -> Result<u64> {
    on!(tx, conn => sqlx::query("delete from news_about where news_id in (select n.id from news n where n.spread_at < $1 and not exists (select 1 from letter_line l where l.news_id = n.id))").bind(before).execute(conn).await?.rows_affected());
    Ok(
        on!(tx, conn => sqlx::query("delete from news where spread_at < $1 and not exists (select 1 from letter_line l where l.news_id = news.id)").bind(before).execute(conn).await?.rows_affected()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::parse_moment;

    #[test]
    fn batches_leave_at_fixed_hours_whenever_one_wrote() {
        for (now, expected) in [
            ("2026-11-02T09:00:00+07:00", "2026-11-02T12:00:00+07:00"),
            ("2026-11-02T11:59:59.999+07:00", "2026-11-02T12:00:00+07:00"),
            ("2026-11-02T12:00:00+07:00", "2026-11-02T18:00:00+07:00"),
            ("2026-11-02T23:10:00+07:00", "2026-11-03T00:00:00+07:00"),
        ] {
            assert_eq!(next_batch(parse_moment(now).unwrap(), 7, 6), parse_moment(expected).unwrap(), "{now}");
        }
    }
}
