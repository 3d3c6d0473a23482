//! Whether everything that must have an entry has one, and is still what was recorded. Reads the tables of the
//! capabilities that record; a new kind of act that rows tell of gets its lines here.
//!
//! Long because every kind of act that is recorded is read in one place.
//!
//! Not compared, because rows do not keep it as it was recorded: the title and words of an assignment before the last,
//! the words of an announcement before its last change, the flags behind a text that a moderator kept.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};
use vocabulary::corrections::{Subject, SubjectKind};
use vocabulary::directory::ChangeStatus;
use vocabulary::evaluation::Source;
use vocabulary::feedback::{Kind, Protection};

use super::super::append::commitment;
use super::{Progress, Report, What};
use crate::clock::{HOUR, MINUTE, Millis};
use crate::db::Conn;
use crate::error::Result;
use crate::on;

/// Steps that are part of another and have no entry of their own.
const WITHOUT_ENTRY: &[&str] = &["protected", "published", "joined", "parted", "due_changed"];

/// Entries that may stand without a row: a text kept though nobody had flagged it, words that were changed again, someone
/// counted who withdrew it, clocks that a new holiday table moved as a whole, an identity that is no more.
const WITHOUT_ROW: &[&str] = &["forum-kept", "idea-kept", "announcement-changed", "feedback-followed", "feedback-clocks-moved", "identity-erased"];

/// Cases or topics a page.
const PAGE: i64 = 300;

/// Government, subject and kind: within them, rows and entries stand in the order of time.
type Key = (String, String, String);

/// What a row says happened.
struct Act {
    at: Millis,
    /// How far its entry's time may lie from it: both ask the clock, a reporter's both keep the hour.
    slack: Millis,
    row: String,
    /// What may have been recorded, in JSON; empty where rows do not keep it.
    contents: Vec<String>,
}

impl Act {
    /// Whether the entry may be made from this row, as far as its salt and the row still tell.
    fn may_be(&self, record: &Record) -> bool {
        let Some(salt) = &record.salt else { return true };
        self.contents.is_empty() || self.contents.iter().any(|content| commitment(salt, content.as_bytes()).as_slice() == record.commitment)
    }
}

#[derive(sqlx::FromRow)]
struct Record {
    number: i64,
    at: Millis,
    government: String,
    kind: String,
    subject: String,
    commitment: Vec<u8>,
    salt: Option<Vec<u8>>,
    waits: i64,
}

impl Record {
    fn name(&self) -> String {
        let what = if self.waits == 1 { "waiting entry" } else { "entry" };
        format!("{what} {} ({} of {})", self.number, self.kind, self.subject)
    }
}

#[derive(Default)]
struct Book(BTreeMap<Key, (Vec<Act>, Vec<Record>)>);

impl Book {
    fn act(&mut self, government: &str, subject: &str, kind: impl Into<String>, act: Act) {
        self.0.entry((government.to_owned(), subject.to_owned(), kind.into())).or_default().0.push(act);
    }

    fn records(&mut self, records: Vec<Record>) {
        for record in records {
            self.0.entry((record.government.clone(), record.subject.clone(), record.kind.clone())).or_default().1.push(record);
        }
    }

    /// The newest entry of these kinds.
    fn last(&self, government: &str, subject: &str, kinds: &[&str]) -> Option<&Record> {
        let of = |kind: &str| self.0.get(&(government.to_owned(), subject.to_owned(), kind.to_owned())).and_then(|(_, records)| records.iter().max_by_key(|r| (r.waits, r.number)));
        kinds.iter().filter_map(|kind| of(kind)).max_by_key(|r| (r.waits, r.number))
    }

    fn close(self, report: &mut Report) {
        for ((_, _, kind), (acts, mut records)) in self.0 {
            report.compared += acts.len() as u64;
            for act in acts {
                let of_its_time = |r: &Record| (r.at - act.at).abs() <= act.slack;
                let place = records.iter().position(|r| of_its_time(r) && act.may_be(r)).or_else(|| records.iter().position(of_its_time));
                let Some(place) = place else {
                    report.find(What::Removed, format!("the entry {kind} of {}, or the row's time was changed or the row slipped in", act.row));
                    continue;
                };
                let record = records.remove(place);
                if !act.may_be(&record) {
                    report.find(What::Changed, format!("{}: {} no longer says what was recorded, or the salt or commitment was changed", record.name(), act.row));
                }
            }
            if !WITHOUT_ROW.contains(&kind.as_str()) {
                for record in records {
                    report.find(What::Inserted, format!("{}: no row tells of it; the row was removed or the entry slipped in", record.name()));
                }
            }
        }
    }
}

fn json(content: &impl Serialize) -> Vec<String> {
    serde_json::to_string(content).into_iter().collect()
}

pub(super) async fn compare(conn: &mut Conn, report: &mut Report, progress: &mut Progress<'_>) -> Result<()> {
    cases(conn, report, progress).await?;
    topics(conn, report, progress).await?;
    progress("directory, announcements, corrections", 0, 1);
    others(conn, report).await?;
    ideas(conn, report).await?;
    personnel(conn, report).await
}

macro_rules! entries {
    ($linked:expr, $which:literal, $($bound:expr),*) => {{
        let mut found: Vec<Record> = on!(&mut *$linked, c => sqlx::query_as(concat!(
            "select e.number, e.at, e.government, e.kind, e.subject, e.commitment, s.salt, cast(0 as bigint) as waits from ledger_entry e left join ledger_salt s on s.number = e.number where ", $which, " order by e.number"))
            $(.bind($bound))*.fetch_all(c).await?);
        found.extend(on!(&mut *$linked, c => sqlx::query_as::<_, Record>(concat!(
            "select e.id as number, e.at, e.government, e.kind, e.subject, e.commitment, e.salt, cast(1 as bigint) as waits from ledger_pending e where ", $which, " order by e.id"))
            $(.bind($bound))*.fetch_all(c).await?));
        found
    }};
}

/// How the ledger names a step of casework (`feedback/transition.rs`).
fn entry_of(step: &str) -> String {
    match step {
        "internal" => "feedback-noted".into(),
        "still_solved" | "solved_no_more" => "feedback-followed-up".into(),
        other => format!("feedback-{}", other.replace('_', "-")),
    }
}

/// Cases with their steps and evidence, a page at a time; entries between two pages belong to no case.
async fn cases(conn: &mut Conn, report: &mut Report, progress: &mut Progress<'_>) -> Result<()> {
    #[derive(sqlx::FromRow)]
    struct Step {
        government: String,
        reference: String,
        text: String,
        number: i64,
        kind: String,
        at: Millis,
        by_role: String,
        note: String,
        private_note: String,
        internal_note: String,
        reason: Option<String>,
        outcome: Option<String>,
        redirected_office: Option<String>,
        unit_id: Option<uuid::Uuid>,
        title: String,
        protection: String,
        public_text: Option<String>,
        is_last: bool,
    }
    let total: i64 = on!(&mut *conn, c => sqlx::query_scalar("select count(*) from feedback_case").fetch_one(c).await?);
    let (mut after, mut done) = (String::new(), 0);
    loop {
        let references: Vec<String> = on!(&mut *conn, c => sqlx::query_scalar("select reference from feedback_case where reference > $1 order by reference limit $2").bind(&after).bind(PAGE).fetch_all(c).await?);
        let mut book = Book::default();
        let Some(last) = references.last() else {
            book.records(entries!(conn, "e.subject > $1 and (e.kind like 'feedback-%' or e.kind like 'evidence-%' or e.kind like 'identity-%')", &after));
            evidence(conn, &mut book, &after, None).await?;
            book.close(report);
            return Ok(());
        };
        book.records(entries!(conn, "e.subject > $1 and e.subject <= $2 and (e.kind like 'feedback-%' or e.kind like 'evidence-%' or e.kind like 'identity-%')", &after, last));
        let steps: Vec<Step> = on!(&mut *conn, c => sqlx::query_as(
            "select c.government, c.reference, c.text, s.number, s.kind, s.at, s.by_role, s.note, s.private_note, s.internal_note, s.reason, s.outcome, c.redirected_office, s.unit_id, c.title, c.protection, c.public_text, \
             not exists (select 1 from feedback_step n where n.case_id = s.case_id and n.kind = s.kind and n.number > s.number) as is_last from feedback_case c join feedback_step s on s.case_id = c.id where c.reference > $1 and c.reference <= $2 order by c.reference, s.number")
            .bind(&after).bind(last).fetch_all(c).await?);
        for s in steps.iter().filter(|s| !WITHOUT_ENTRY.contains(&s.kind.as_str())) {
            let said = [&s.note, &s.private_note];
            let contents = match s.kind.as_str() {
                // A verifier may have set another kind since.
                "received" => Kind::ALL.iter().flat_map(|kind| json(&(&s.text, kind.as_str()))).collect(),
                // Words that were hidden from the public stand among the private ones.
                "progress" | "completed" | "contested" | "confirmed" | "returned" | "withdrawn" | "withdrawn_ex_officio" | "split" | "reopen_declined" => said.map(json).concat(),
                "internal" => json(&s.internal_note),
                "merged" | "info_asked" => json(&(s.reason.as_deref().unwrap_or_default(), &s.private_note)),
                "redirected" => said.map(|words| json(&(s.redirected_office.as_deref().unwrap_or_default(), words))).concat(),
                "escalated" => json(&s.reason.as_ref().and_then(|level| level.parse::<i64>().ok())),
                "closed_silent" => json(&s.reason),
                "answered" => said.map(|words| json(&(s.outcome.as_deref().unwrap_or_default(), words))).concat(),
                "resumed" | "reopened" => said.map(|words| json(&(words, s.unit_id))).concat(),
                // As `feedback/accept.rs` records it; entries of before the published words were recorded have three parts.
                "assigned" if s.is_last => {
                    // Its protection may have been raised since, and never lowered.
                    let raised = Protection::parse(&s.protection);
                    let then = Protection::ALL.iter().filter(|p| raised.is_some_and(|now| **p <= now));
                    then.flat_map(|p| [json(&(&s.title, p.as_str(), s.unit_id, &s.public_text)), json(&(&s.title, p.as_str(), s.unit_id))].concat()).collect()
                }
                "archived" => said.map(|words| json(&(s.reason.as_deref().unwrap_or_default(), words))).concat(),
                _ => Vec::new(),
            };
            let slack = if s.by_role == "reporter" { HOUR } else { MINUTE };
            book.act(&s.government, &s.reference, entry_of(&s.kind), Act { at: s.at, slack, row: format!("step {} of case {}", s.number, s.reference), contents });
        }
        evidence(conn, &mut book, &after, Some(last)).await?;
        rule_matters(conn, &mut book, &after, last).await?;
        identities(conn, &mut book, &after, last).await?;
        book.close(report);
        done += references.len();
        progress("cases", done, usize::try_from(total).unwrap_or(usize::MAX));
        last.clone_into(&mut after);
    }
}

/// Cards with what was said and decided about them; those after the last case come from the forum.
async fn evidence(conn: &mut Conn, book: &mut Book, after: &str, last: Option<&String>) -> Result<()> {
    type Card =
        (uuid::Uuid, String, String, uuid::Uuid, String, Millis, Option<String>, Option<Millis>, Option<Millis>, Option<String>, Option<Millis>, String, bool, Option<Millis>);
    let until = last.map_or("\u{10FFFF}", String::as_str);
    let cards: Vec<Card> = on!(&mut *conn, c => sqlx::query_as(
        "select k.id, k.government, k.reference, k.position_id, k.source, k.made_at, r.text, r.at, s.at as held_at, s.settled_as, s.settled_at, coalesce(s.reason, '') as held_reason, k.state = 'discarded' as is_discarded, k.refreshed_at from evidence_card k \
         left join evidence_reply r on r.card_id = k.id left join evidence_suspect s on s.subject_id = coalesce(k.case_id, k.forum_reply_id) where k.reference > $1 and k.reference <= $2 order by k.made_at, k.id")
        .bind(after).bind(until).fetch_all(c).await?);
    for (id, government, reference, position, source, made_at, reply, replied_at, held_at, settled_as, settled_at, held_reason, is_discarded, refreshed_at) in cards {
        let decided: Vec<(String, String, Millis)> =
            on!(&mut *conn, c => sqlx::query_as("select decision, reason, at from evidence_decision where card_id = $1 order by number").bind(id).fetch_all(c).await?);
        let noted: Vec<(String, Millis)> =
            on!(&mut *conn, c => sqlx::query_as("select text, at from evidence_note where card_id = $1 order by number").bind(id).fetch_all(c).await?);
        let mut tell = |kind: &str, at: Option<Millis>, slack: Millis, row: &str, contents: Vec<String>| {
            if let Some(at) = at {
                book.act(&government, &reference, kind, Act { at, slack, row: format!("{row} of {reference}"), contents });
            }
        };
        // Of a case that was opened again the card says what came of it later; its first entry may say another source.
        let first = if refreshed_at.is_some() { Source::ALL.iter().flat_map(|s| json(&(position, s.as_str()))).collect() } else { json(&(position, &source)) };
        tell("evidence-offered", Some(made_at), MINUTE, "the evidence card", first);
        tell("evidence-refreshed", refreshed_at, MINUTE, "the evidence card, anew", json(&(position, &source)));
        tell("evidence-replied", replied_at, MINUTE, "the reply to the evidence card", json(&reply.unwrap_or_default()));
        let first_decided = decided.first().map(|(.., at)| *at);
        for (decision, reason, at) in decided {
            tell("evidence-decided", Some(at), MINUTE, "a decision on the evidence card", json(&(decision, reason)));
        }
        for (text, at) in noted {
            tell("evidence-noted", Some(at), MINUTE, "a note on the evidence card", json(&text));
        }
        // Held when it was made, or when the suspicion came; what was decided before was not held any more, and what was
        // settled before the card was made neither.
        let held = held_at.map(|at| at.max(made_at)).filter(|at| first_decided.is_none_or(|d| d >= *at) && settled_at.is_none_or(|s| s >= made_at));
        tell("evidence-held", held, HOUR, "the hold of the evidence card", Vec::new());
        // What was decided before the suspicion came was thrown out all the same.
        if (held.is_some() || is_discarded && settled_at.is_some_and(|at| at >= made_at))
            && let Some(settled) = settled_as
        {
            tell(&format!("evidence-{settled}"), settled_at, MINUTE, "the settling of the hold of the evidence card", json(&held_reason));
        }
    }
    Ok(())
}

/// Who asked for an identity, allowed it, saw it.
async fn identities(conn: &mut Conn, book: &mut Book, after: &str, last: &str) -> Result<()> {
    let acts: Vec<(String, String, i64, String, String, Millis)> = on!(&mut *conn, c => sqlx::query_as(
        "select c.government, c.reference, s.request, s.kind, s.note, s.at from identity_step s join feedback_case c on c.id = s.case_id where c.reference > $1 and c.reference <= $2 order by s.at, s.stage").bind(after).bind(last).fetch_all(c).await?);
    for (government, reference, request, kind, note, at) in acts {
        let row = format!("an act on the identity behind case {reference}");
        book.act(&government, &reference, format!("identity-{kind}"), Act { at, slack: MINUTE, row, contents: json(&(request, note)) });
    }
    Ok(())
}

/// Cases whose matter is the rule.
async fn rule_matters(conn: &mut Conn, book: &mut Book, after: &str, last: &str) -> Result<()> {
    type Mark = (String, String, String, Millis, Option<Millis>, String);
    let marks: Vec<Mark> = on!(&mut *conn, c => sqlx::query_as(
        "select c.government, c.reference, m.note, m.at, m.withdrawn_at, m.withdrawn_reason from feedback_rule_matter m join feedback_case c on c.id = m.case_id where c.reference > $1 and c.reference <= $2 order by m.at, m.number").bind(after).bind(last).fetch_all(c).await?);
    for (government, reference, note, at, withdrawn_at, withdrawn_reason) in marks {
        let row = format!("the mark of a rule on case {reference}");
        book.act(&government, &reference, "feedback-rule-matter", Act { at, slack: MINUTE, row: row.clone(), contents: json(&note) });
        if let Some(at) = withdrawn_at {
            book.act(&government, &reference, "feedback-rule-matter-withdrawn", Act { at, slack: MINUTE, row, contents: json(&withdrawn_reason) });
        }
    }
    Ok(())
}

/// Topics with their replies and what moderators did.
async fn topics(conn: &mut Conn, report: &mut Report, progress: &mut Progress<'_>) -> Result<()> {
    let total: i64 = on!(&mut *conn, c => sqlx::query_scalar("select count(*) from topic").fetch_one(c).await?);
    let (mut after, mut done) = (String::new(), 0);
    loop {
        type Topic = (String, String, String, String, Millis);
        let topics: Vec<Topic> = on!(&mut *conn, c => sqlx::query_as("select government, code, title, text, created_at from topic where code > $1 order by code limit $2").bind(&after).bind(PAGE).fetch_all(c).await?);
        let mut book = Book::default();
        let Some((_, last, ..)) = topics.last() else {
            book.records(entries!(conn, "e.subject > $1 and e.kind like 'forum-%'", &after));
            book.close(report);
            return Ok(());
        };
        let last = last.clone();
        book.records(entries!(conn, "e.subject > $1 and e.subject <= $2 and e.kind like 'forum-%'", &after, &last));
        for (government, code, title, text, at) in &topics {
            book.act(government, code, "forum-topic", Act { at: *at, slack: MINUTE, row: format!("topic {code}"), contents: json(&(title, text)) });
        }
        let replies: Vec<(String, String, i64, String, bool, Millis)> = on!(&mut *conn, c => sqlx::query_as(
            "select t.government, t.code, r.number, r.text, r.official_unit_id is not null as official, r.created_at from reply r join topic t on t.id = r.topic_id where t.code > $1 and t.code <= $2 order by t.code, r.number")
            .bind(&after).bind(&last).fetch_all(c).await?);
        for (government, code, number, text, official, at) in replies {
            book.act(&government, &code, "forum-reply", Act { at, slack: MINUTE, row: format!("reply {number} to topic {code}"), contents: json(&(text, official)) });
        }
        let acts: Vec<(String, String, String, String, String, Millis)> = on!(&mut *conn, c => sqlx::query_as(
            "select t.government, t.code, m.subject_kind, m.reason, m.note, m.at from moderation_act m left join reply r on r.id = m.subject_id join topic t on t.id = coalesce(r.topic_id, m.subject_id) where t.code > $1 and t.code <= $2 order by m.at, m.id")
            .bind(&after).bind(&last).fetch_all(c).await?);
        for (government, code, subject, reason, note, at) in acts {
            book.act(
                &government,
                &code,
                "forum-hidden",
                Act { at, slack: MINUTE, row: format!("the act of moderation on topic {code}"), contents: json(&(subject, reason, note)) },
            );
        }
        let kept: Vec<(String, String, String, Millis)> = on!(&mut *conn, c => sqlx::query_as(
            "select distinct t.government, t.code, f.subject_kind, f.settled_at from flag f left join reply r on r.id = f.subject_id join topic t on t.id = coalesce(r.topic_id, f.subject_id) where f.settled_as = 'kept' and f.settled_at is not null and t.code > $1 and t.code <= $2 order by f.settled_at")
            .bind(&after).bind(&last).fetch_all(c).await?);
        for (government, code, subject, at) in kept {
            book.act(&government, &code, "forum-kept", Act { at, slack: MINUTE, row: format!("the flags on topic {code}"), contents: json(&subject) });
        }
        book.close(report);
        done += topics.len();
        progress("topics", done, usize::try_from(total).unwrap_or(usize::MAX));
        after = last;
    }
}

/// What administrators publish and answer: few enough to stand in memory together.
async fn others(conn: &mut Conn, report: &mut Report) -> Result<()> {
    let mut book = Book::default();
    book.records(entries!(conn, "(e.kind = 'directory.published' or e.kind like 'announcement-%' or e.kind = 'correction-answered' or e.kind like 'assessor-%' or e.kind like 'role-%' or e.kind like 'plan-%' or e.kind like 'evaluation-%' or e.kind = 'organisation-rated' or e.kind like 'improvement-%' or e.kind = 'figures-published' or e.kind like 'open311-%')",));
    published(conn, &mut book).await?;
    let changes: Vec<(uuid::Uuid, String, String, String, String, Millis)> = on!(&mut *conn, c => sqlx::query_as(
        "select id, government, kind, slug, valid_from, decided_at from directory_change where status = $1 and decided_at is not null order by decided_at, id").bind(ChangeStatus::Published.as_str()).fetch_all(c).await?);
    for (id, government, kind, slug, valid_from, at) in changes {
        // A file of thousands of rows is written down first and recorded after.
        book.act(
            &government,
            &format!("{kind}/{slug}"),
            "directory.published",
            Act { at, slack: HOUR, row: format!("change {id} of the directory"), contents: json(&(id.to_string(), valid_from)) },
        );
    }
    type Announcement = (String, String, Millis, Option<Millis>, Option<String>, String, String, String, String);
    let announcements: Vec<Announcement> = on!(&mut *conn, c => sqlx::query_as(
        "select government, slug, published_at, withdrawn_at, withdrawn_reason, title, summary, body, criteria from announcement where published_at is not null").fetch_all(c).await?);
    for (government, slug, published_at, withdrawn_at, reason, title, summary, body, criteria) in announcements {
        let row = format!("announcement {slug} of {government}");
        let said = serde_json::to_string(&(title, summary, body, criteria)).unwrap_or_default();
        if let Some(record) = book.last(&government, &slug, &["announcement-published", "announcement-changed"])
            && record.salt.as_ref().is_some_and(|salt| commitment(salt, said.as_bytes()).as_slice() != record.commitment)
        {
            report.find(What::Changed, format!("{}: {row} no longer says what was recorded, or the salt or commitment was changed", record.name()));
        }
        book.act(&government, &slug, "announcement-published", Act { at: published_at, slack: MINUTE, row: row.clone(), contents: Vec::new() });
        if let Some(at) = withdrawn_at {
            book.act(&government, &slug, "announcement-withdrawn", Act { at, slack: MINUTE, row, contents: json(&reason.unwrap_or_default()) });
        }
    }
    let corrections: Vec<(String, String, String, String, String, String, Millis)> = on!(&mut *conn, c => sqlx::query_as(
        "select government, code, subject_kind, subject_slug, status, answer, answered_at from correction where answered_at is not null order by answered_at, id").fetch_all(c).await?);
    for (government, code, kind, slug, status, answer, at) in corrections {
        let Some(kind) = SubjectKind::parse(&kind) else { continue };
        book.act(
            &government,
            &Subject { kind, slug }.to_string(),
            "correction-answered",
            Act { at, slack: MINUTE, row: format!("the answer to correction {code}"), contents: json(&(status, answer)) },
        );
    }
    keys(conn, &mut book).await?;
    delegations(conn, &mut book).await?;
    roles(conn, &mut book).await?;
    evaluations(conn, &mut book).await?;
    book.close(report);
    Ok(())
}

/// What is proposed among colleagues and what units commit themselves to: few enough to stand in memory together.
async fn ideas(conn: &mut Conn, report: &mut Report) -> Result<()> {
    let mut book = Book::default();
    book.records(entries!(conn, "(e.kind like 'idea-%' or e.kind like 'commitment-%')",));
    type Told = (String, String, &'static str, String, String, Millis);
    macro_rules! told {
        ($kind:literal, $query:literal) => {{
            let rows: Vec<(String, String, String, String, Millis)> = on!(&mut *conn, c => sqlx::query_as($query).fetch_all(c).await?);
            rows.into_iter().map(|(government, code, first, second, at)| -> Told { (government, code, $kind, first, second, at) }).collect::<Vec<_>>()
        }};
    }
    let pairs = [
        told!("idea-proposed", "select government, code, title, text, proposed_at from idea order by proposed_at"),
        told!("idea-answered", "select i.government, i.code, a.outcome, a.text, a.at from idea_answer a join idea i on i.id = a.idea_id order by a.at"),
        told!("commitment-made", "select i.government, i.code, c.text, c.due_on, c.made_at from commitment c join idea i on i.id = c.idea_id order by c.made_at"),
        told!(
            "commitment-told",
            "select i.government, i.code, s.kind, s.text, s.at from commitment_step s join commitment c on c.id = s.commitment_id join idea i on i.id = c.idea_id order by s.at, s.number"
        ),
    ];
    for (government, code, kind, first, second, at) in pairs.into_iter().flatten() {
        book.act(&government, &code, kind, Act { at, slack: MINUTE, row: format!("idea {code}"), contents: json(&(first, second)) });
    }
    let comments: Vec<(String, String, String, Millis)> = on!(&mut *conn, c => sqlx::query_as(
        "select i.government, i.code, k.text, k.at from idea_comment k join idea i on i.id = k.idea_id order by k.at, k.number").fetch_all(c).await?);
    for (government, code, text, at) in comments {
        book.act(&government, &code, "idea-commented", Act { at, slack: MINUTE, row: format!("a comment on idea {code}"), contents: json(&text) });
    }
    let acts: Vec<(String, String, String, String, String, Millis)> = on!(&mut *conn, c => sqlx::query_as(
        "select i.government, i.code, m.subject_kind, m.reason, m.note, m.at from moderation_act m left join idea_comment k on k.id = m.subject_id join idea i on i.id = coalesce(k.idea_id, m.subject_id) order by m.at, m.id").fetch_all(c).await?);
    for (government, code, subject, reason, note, at) in acts {
        book.act(&government, &code, "idea-hidden", Act { at, slack: MINUTE, row: format!("the act of moderation on idea {code}"), contents: json(&(subject, reason, note)) });
    }
    book.close(report);
    Ok(())
}

/// Keys of other programs and governments to send on to, made and ended, and what was sent on.
async fn keys(conn: &mut Conn, book: &mut Book) -> Result<()> {
    let found: Vec<(uuid::Uuid, String, String, Millis, Option<Millis>)> =
        on!(&mut *conn, c => sqlx::query_as("select id, government, name, made_at, ended_at from open311_key order by made_at, id").fetch_all(c).await?);
    for (id, government, name, made_at, ended_at) in found {
        let row = format!("key {id} of Open311");
        book.act(&government, &id.to_string(), "open311-key-made", Act { at: made_at, slack: MINUTE, row: row.clone(), contents: json(&name) });
        if let Some(at) = ended_at {
            book.act(&government, &id.to_string(), "open311-key-ended", Act { at, slack: MINUTE, row, contents: json(&name) });
        }
    }
    let peers: Vec<(uuid::Uuid, String, String, String, Millis, Option<Millis>)> =
        on!(&mut *conn, c => sqlx::query_as("select id, government, name, url, made_at, ended_at from open311_peer order by made_at, id").fetch_all(c).await?);
    for (id, government, name, url, made_at, ended_at) in peers {
        let row = format!("government {id} to which reports are sent on");
        let contents = json(&(name, url));
        book.act(&government, &id.to_string(), "open311-peer-made", Act { at: made_at, slack: MINUTE, row: row.clone(), contents: contents.clone() });
        if let Some(at) = ended_at {
            book.act(&government, &id.to_string(), "open311-peer-ended", Act { at, slack: MINUTE, row, contents });
        }
    }
    let sent: Vec<(String, String, String, String, Millis)> = on!(&mut *conn, c => sqlx::query_as(
        "select c.government, c.reference, p.name, f.text, f.asked_at from open311_forward f join feedback_case c on c.id = f.case_id join open311_peer p on p.id = f.peer_id order by f.asked_at, c.id").fetch_all(c).await?);
    for (government, reference, name, text, at) in sent {
        book.act(&government, &reference, "open311-forwarded", Act { at, slack: MINUTE, row: format!("the sending on of case {reference}"), contents: json(&(name, text)) });
    }
    Ok(())
}

/// Who handed assessing over, and took it back.
async fn delegations(conn: &mut Conn, book: &mut Book) -> Result<()> {
    type Delegation = (uuid::Uuid, String, uuid::Uuid, Option<uuid::Uuid>, uuid::Uuid, String, String, String, Millis, Option<Millis>);
    let found: Vec<Delegation> = on!(&mut *conn, c => sqlx::query_as(
        "select id, government, from_position_id, for_position_id, to_position_id, starts_on, ends_on, reason, made_at, withdrawn_at from assessor_delegation order by made_at, id").fetch_all(c).await?);
    for (id, government, from, only, to, starts_on, ends_on, reason, made_at, withdrawn_at) in found {
        let row = format!("delegation {id}");
        let contents = json(&(from, only, to, starts_on, ends_on, reason));
        book.act(&government, &id.to_string(), "assessor-delegated", Act { at: made_at, slack: MINUTE, row: row.clone(), contents });
        if let Some(at) = withdrawn_at {
            book.act(&government, &id.to_string(), "assessor-delegation-withdrawn", Act { at, slack: MINUTE, row, contents: json(&"") });
        }
    }
    Ok(())
}

/// Roles that were given and ended at the desk.
async fn roles(conn: &mut Conn, book: &mut Book) -> Result<()> {
    type Changed = (uuid::Uuid, String, String, String, Millis, String, uuid::Uuid, uuid::Uuid);
    let found: Vec<Changed> = on!(&mut *conn, c => sqlx::query_as(
        "select c.grant_id, c.government, c.act, c.reason, c.at, g.role, g.account_id, g.unit_id from role_change c join role_grant g on g.id = c.grant_id order by c.at, c.id").fetch_all(c).await?);
    for (id, government, act, reason, at, role, account, unit) in found {
        book.act(
            &government,
            &id.to_string(),
            format!("role-{act}"),
            Act { at, slack: MINUTE, row: format!("the change of role {id}"), contents: json(&(role, account, unit, reason)) },
        );
    }
    Ok(())
}

/// Plans and evaluations: their steps with the digest of the words of then, and what an agreed or issued version says now.
async fn evaluations(conn: &mut Conn, book: &mut Book) -> Result<()> {
    type Step = (uuid::Uuid, String, i64, i64, String, Millis, String, String, String);
    let steps: Vec<Step> = on!(&mut *conn, c => sqlx::query_as(
        "select s.plan_id, p.government, s.number, s.version, s.kind, s.at, s.note, s.digest, v.content from performance_plan_step s join performance_plan p on p.id = s.plan_id \
         join performance_plan_version v on v.plan_id = s.plan_id and v.number = s.version order by s.plan_id, s.number").fetch_all(c).await?);
    for (id, government, number, version, kind, at, note, digest, content) in steps {
        // A draft is written on after it was begun or proposed; what was agreed is not.
        let digest = if kind == "agreed" { evaluation_digest(&content) } else { digest };
        let row = format!("step {number} of plan {id}");
        book.act(&government, &id.to_string(), format!("plan-{kind}"), Act { at, slack: MINUTE, row, contents: json(&(version, digest, note)) });
    }
    let steps: Vec<Step> = on!(&mut *conn, c => sqlx::query_as(
        "select s.evaluation_id, e.government, s.number, s.version, s.kind, s.at, s.note, s.digest, v.content from evaluation_step s join evaluation e on e.id = s.evaluation_id \
         join evaluation_version v on v.evaluation_id = s.evaluation_id and v.number = s.version order by s.evaluation_id, s.number").fetch_all(c).await?);
    for (id, government, number, version, kind, at, note, digest, content) in steps {
        let digest = if matches!(kind.as_str(), "started" | "report") { digest } else { evaluation_digest(&content) };
        let entry = match kind.as_str() {
            "uphold" | "change" => "evaluation-decide".to_owned(),
            other => format!("evaluation-{}", other.replace('_', "-")),
        };
        let row = format!("step {number} of evaluation {id}");
        book.act(&government, &id.to_string(), entry, Act { at, slack: MINUTE, row, contents: json(&(version, kind, digest, note)) });
    }
    let years: Vec<(String, i64, String, String, Millis)> =
        on!(&mut *conn, c => sqlx::query_as("select government, year, rhythm, rule_set, opened_at from evaluation_year").fetch_all(c).await?);
    for (government, year, rhythm, rule_set, at) in years {
        let subject = format!("{government}/{year}");
        book.act(&government, &subject, "evaluation-year-opened", Act { at, slack: MINUTE, row: format!("the year {subject}"), contents: json(&(year, rhythm, rule_set)) });
    }
    type Rating = (uuid::Uuid, String, uuid::Uuid, i64, String, String, String, Millis);
    let ratings: Vec<Rating> =
        on!(&mut *conn, c => sqlx::query_as("select id, government, unit_id, year, period, predicate, reason, at from organisation_rating order by at, id").fetch_all(c).await?);
    for (id, government, unit, year, period, predicate, reason, at) in ratings {
        let contents = json(&(unit, year, period, predicate, reason));
        book.act(&government, &id.to_string(), "organisation-rated", Act { at, slack: MINUTE, row: format!("the rating {id} of an organisation"), contents });
    }
    Ok(())
}

/// Figures of quarters, and what units say they changed.
async fn published(conn: &mut Conn, book: &mut Book) -> Result<()> {
    let periods: Vec<(String, String, Millis)> = on!(&mut *conn, c => sqlx::query_as("select government, period, at from evidence_period order by at").fetch_all(c).await?);
    for (government, period, at) in periods {
        book.act(&government, &period, "figures-published", Act { at, slack: MINUTE, row: format!("the figures of {period}"), contents: Vec::new() });
    }
    type Improvement = (uuid::Uuid, String, String, String, String, String, Millis, Option<Millis>, String);
    let told: Vec<Improvement> = on!(&mut *conn, c => sqlx::query_as(
        "select i.id, i.government, c.reference, i.before_text, i.after_text, i.changed_on, i.at, i.withdrawn_at, i.withdrawn_reason from improvement i join feedback_case c on c.id = i.case_id order by i.at, i.id").fetch_all(c).await?);
    for (id, government, reference, before, after, changed_on, at, withdrawn_at, reason) in told {
        let row = format!("improvement {id}");
        book.act(&government, &id.to_string(), "improvement-told", Act { at, slack: MINUTE, row: row.clone(), contents: json(&(reference, before, after, changed_on)) });
        if let Some(at) = withdrawn_at {
            book.act(&government, &id.to_string(), "improvement-withdrawn", Act { at, slack: MINUTE, row, contents: json(&reason) });
        }
    }
    Ok(())
}

/// SHA-256 of a version's content, as its step keeps it.
fn evaluation_digest(content: &str) -> String {
    crate::secrets::hex(&Sha256::digest(content.as_bytes()))
}

/// What was written about persons: the trail says only that it was.
async fn personnel(conn: &mut Conn, report: &mut Report) -> Result<()> {
    let mut book = Book::default();
    book.records(entries!(conn, "e.kind = 'personnel-recorded'",));
    type Written = (String, uuid::Uuid, String, String, Millis);
    let written: Vec<Written> = on!(&mut *conn, c => sqlx::query_as(
        "select government, id, 'coaching' as kind, reason as text, opened_at as at from coaching union all \
         select c.government, c.id, s.kind, s.text, s.at from coaching_step s join coaching c on c.id = s.coaching_id union all \
         select government, id, 'level', source, at from competency_level union all select government, id, 'training', topic, at from training union all \
         select t.government, t.id, 'training-done', d.proof, d.at from training_done d join training t on t.id = d.training_id union all \
         select government, id, 'training-budget', source, at from training_budget union all \
         select government, id, 'talent', source, at from talent_input union all select government, id, 'talent-search', purpose, at from talent_search union all \
         select government, id, 'recognition', reason, at from recognition union all \
         select r.government, r.id, 'recognition-withdrawn', w.reason, w.at from recognition_withdrawal w join recognition r on r.id = w.recognition_id order by 5").fetch_all(c).await?);
    for (government, id, kind, text, at) in written {
        book.act(&government, &id.to_string(), "personnel-recorded", Act { at, slack: MINUTE, row: format!("the internal record {id}"), contents: json(&(kind, text)) });
    }
    book.close(report);
    Ok(())
}
