//! Rows into changes: each row is made into the change that the form would make and applied, in one transaction. For a
//! dry run, and when a single row is refused, nothing of it is kept.
//!
//! Long because the kinds share how their rows are counted and refused, and differ in what a row says.

use std::collections::HashSet;

use uuid::Uuid;
use vocabulary::directory::SubjectKind;
use vocabulary::{Fault, Problem, Problems, text};

use super::kept::{self, Act};
use super::read::Sheet;
use super::write::service_fields;
use super::{BadCell, Wrong, administered, keys};
use crate::accounts::Actor;
use crate::clock::{day_text, parse_day};
use crate::db::Tx;
use crate::directory::apply;
use crate::directory::changes::{self, After, NewChange};
use crate::directory::difference::{self, Difference};
use crate::directory::edit::{self, Fields, ending, position, service, standard, tenure, unit};
use crate::directory::gate::Gate;
use crate::directory::governments::Government;
use crate::directory::history::{self, PositionContent, ServiceContent, UnitContent};
use crate::directory::standards::content_on;
use crate::directory::{positions, services, tenures};
use crate::error::{Error, Result};
use crate::ids::{ChangeId, FileId, PersonId, PositionId, ServiceId, TenureId};
use crate::on;
use crate::portal::Portal;

/// How many rows of a sort are shown with what they alter; the rest are counted.
pub const SHOWN: usize = 200;

/// A row that does something.
#[derive(Debug, Clone)]
pub struct Line {
    pub line: u64,
    pub slug: String,
    pub title: String,
    /// The first day of the new state, or the last of what ends (`YYYY-MM-DD`).
    pub day: String,
    /// Of the first [`SHOWN`] of its sort.
    pub differences: Vec<Difference>,
}

/// What a file would do.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    pub added: Vec<Line>,
    pub changed: Vec<Line>,
    pub ended: Vec<Line>,
    pub unchanged: usize,
    pub refused: Vec<BadCell>,
    /// Duties or standards change: the whole file is proposed to somebody else.
    pub needs_second: bool,
}

impl Outcome {
    /// Whether there is something to do and nothing against it.
    pub fn may_be_applied(&self) -> bool {
        self.refused.is_empty() && !(self.added.is_empty() && self.changed.is_empty() && self.ended.is_empty())
    }
}

/// What became of a file.
#[derive(Debug)]
pub enum Applied {
    Published,
    /// Waits, as one batch, for somebody else.
    Proposed(ChangeId),
    /// Nothing was done: rows are refused, or none does anything.
    Not(Outcome),
}

/// What a file would do now. Nothing is kept.
///
/// # Errors
/// [`Error::NotFound`] for who does not administer the whole government; the database's.
pub async fn dry_run(portal: &Portal, actor: &Actor, government: &str, kind: SubjectKind, sheet: &Sheet, act: &Act) -> Result<Outcome> {
    let mut tx = portal.db.begin().await?;
    let government = administered(&mut tx, actor, government).await?;
    let (outcome, _) = Run::new(portal, &government, kind, act).all(&mut tx, sheet).await?;
    Ok(outcome)
}

/// Does what a kept file says, whole or not at all, and forgets the file.
///
/// # Errors
/// As [`dry_run`]; [`Error::NotFound`] for everyone but who brought it, and for a file that was applied before.
pub async fn apply(portal: &Portal, actor: &Actor, government: &str, file: FileId) -> Result<Applied> {
    let mut tx = portal.db.begin().await?;
    let kept = kept::show(&mut tx, actor, government, file).await?;
    let government = administered(&mut tx, actor, government).await?;
    let (outcome, made) = Run::new(portal, &government, kept.kind, &kept.act).all(&mut tx, &kept.sheet).await?;
    if !outcome.may_be_applied() {
        return Ok(Applied::Not(outcome));
    }
    let done = if outcome.needs_second {
        // What was tried is undone; it is done when somebody else has approved it.
        drop(tx);
        tx = portal.db.begin().await?;
        Applied::Proposed(changes::propose(portal, &mut tx, actor, &government.slug, &made).await?)
    } else {
        changes::publish(portal, &mut tx, actor, &government, &made).await?;
        Applied::Published
    };
    kept::take_away(&mut tx, file).await?;
    tx.commit().await?;
    Ok(done)
}

/// Why a row stops: something is wrong with it, or with us.
enum Stop {
    Row(Vec<(&'static str, Wrong)>),
    Trouble(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        match error {
            Error::Invalid(problems) => Self::Row(problems.0.into_iter().map(|p| (column(p.field), Wrong::Fault(p.fault))).collect()),
            Error::Refused(refusal) => Self::Row(vec![("", Wrong::Refused(refusal))]),
            other => Self::Trouble(other),
        }
    }
}

fn stop<T>(column: &'static str, wrong: Wrong) -> Result<T, Stop> {
    Err(Stop::Row(vec![(column, wrong)]))
}

fn fault<T>(column: &'static str, fault: Fault) -> Result<T, Stop> {
    stop(column, Wrong::Fault(fault))
}

/// A form's field as the file's column.
fn column(field: &'static str) -> &'static str {
    match field {
        "sampai" => "berakhir",
        "orang" => "pegawai",
        other => other,
    }
}

/// Whether a form would only say that nothing differs; that it is of the past is then no matter.
fn is_nothing_new(problems: &Problems) -> bool {
    let nothing = |p: &Problem| p.fault == Fault::NothingChanged;
    problems.0.iter().any(nothing) && problems.0.iter().all(|p| nothing(p) || p.fault == Fault::InThePast)
}

struct Row<'a> {
    line: u64,
    columns: &'a [String],
    cells: &'a [String],
}

impl Row<'_> {
    /// The cell; none where the file has no such column.
    fn cell(&self, column: &str) -> Option<&str> {
        self.columns.iter().position(|c| c == column).and_then(|i| self.cells.get(i)).map(String::as_str)
    }

    /// The cell without spaces around; empty where the file has no such column.
    fn text(&self, column: &str) -> &str {
        self.cell(column).unwrap_or_default().trim()
    }

    fn day(&self, column: &'static str) -> Result<Option<String>, Stop> {
        if self.text(column).is_empty() {
            return Ok(None);
        }
        edit::day(self.text(column)).map(Some).or_else(|f| fault(column, f))
    }

    /// What the file says of the thing itself, besides its key and its days.
    fn said(&self, kind: SubjectKind) -> impl Iterator<Item = (&str, &str)> {
        let beside = move |c: &str| matches!(c, "mulai" | "berakhir" | "sk") || keys(kind).contains(&c);
        self.columns.iter().zip(self.cells).map(|(c, v)| (c.as_str(), v.as_str())).filter(move |(c, _)| !beside(c))
    }
}

/// What a cell says, whatever its line ends; a service's posts in any order.
fn plain(column: &str, text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if column == "pelaksana" {
        let mut lines: Vec<&str> = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
        lines.sort_unstable();
        return lines.join("\n");
    }
    text.trim().to_owned()
}

/// Whether it has the sixteen digits of a NIK or the eighteen of a NIP, however they are grouped.
fn is_personal_number(key: &str) -> bool {
    let digits = key.chars().filter(char::is_ascii_digit).count();
    matches!(digits, 16 | 18) && key.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || c.is_ascii_punctuation())
}

/// What a row comes to.
enum Sort {
    Added,
    Changed,
    Ended,
    Unchanged,
}

/// What a row did, and what is left of it to do when all rows are through: an ending, on this last day.
struct Done {
    sort: Sort,
    title: String,
    day: String,
    differences: Vec<Difference>,
    ends: Option<String>,
}

struct Run<'a> {
    portal: &'a Portal,
    government: &'a Government,
    kind: SubjectKind,
    act: &'a Act,
    today: String,
    seen: HashSet<String>,
    outcome: Outcome,
    made: Vec<NewChange>,
    /// Days on which standards are said to end: line, service, first day and last.
    said_to_end: Vec<(u64, ServiceId, String, String)>,
}

impl<'a> Run<'a> {
    fn new(portal: &'a Portal, government: &'a Government, kind: SubjectKind, act: &'a Act) -> Self {
        let today = government.today(portal.now());
        Self { portal, government, kind, act, today, seen: HashSet::new(), outcome: Outcome::default(), made: Vec::new(), said_to_end: Vec::new() }
    }

    /// Applies every row in this transaction, for the caller to keep or to give up.
    async fn all(mut self, tx: &mut Tx, sheet: &Sheet) -> Result<(Outcome, Vec<NewChange>)> {
        let rows = || sheet.rows.iter().map(|r| Row { line: r.line, columns: &sheet.columns, cells: &r.cells });
        // Whoever leaves a post leaves it before another comes, in whatever order the rows stand.
        let known = if self.kind == SubjectKind::Tenure { known_tenures(tx, &self.government.slug).await? } else { HashSet::new() };
        let is_known = |row: &Row<'_>| ["pegawai", "nama"].iter().any(|who| known.contains(&[row.text("jabatan"), row.text(who), row.text("mulai")].map(str::to_owned)));
        let (first, then): (Vec<_>, Vec<_>) = rows().partition(is_known);
        let mut endings = Vec::new();
        for row in first.into_iter().chain(then) {
            let done = match self.kind {
                SubjectKind::Standard => self.standard(tx, &row).await,
                SubjectKind::Tenure => self.tenure(tx, &row).await,
                _ => self.subject(tx, &row).await,
            };
            match done {
                Ok(done) => match done.ends.clone() {
                    Some(last) => endings.push((row, done, last)),
                    None => self.count(&row, done),
                },
                Err(stopped) => self.refuse(&row, stopped)?,
            }
        }
        // What stands lower in the file ends first: a unit ends when nothing is left in it, and everything has moved.
        for (row, done, last) in endings.into_iter().rev() {
            match self.ending(tx, &row, &last).await {
                Ok(()) => self.count(&row, done),
                Err(stopped) => self.refuse(&row, stopped)?,
            }
        }
        for (line, service, from, last) in std::mem::take(&mut self.said_to_end) {
            let until: Option<Option<String>> = on!(tx, conn => sqlx::query_scalar(
                "select valid_to from service_standard where service_id = $1 and valid_from <= $2 order by valid_from desc limit 1").bind(service).bind(&from).fetch_optional(conn).await?);
            if until.flatten().as_ref() != Some(&last) {
                self.outcome.refused.push(BadCell { line, column: "berakhir".into(), wrong: Wrong::StandardEnds });
            }
        }
        for lines in [&mut self.outcome.added, &mut self.outcome.changed, &mut self.outcome.ended] {
            lines.sort_by_key(|l| l.line);
        }
        self.outcome.refused.sort_by_key(|b| b.line);
        self.outcome.needs_second = self.made.iter().any(|c| c.four_eyes);
        Ok((self.outcome, self.made))
    }

    fn count(&mut self, row: &Row<'_>, done: Done) {
        let key = keys(self.kind).first().copied().unwrap_or_default();
        let line = Line { line: row.line, slug: row.text(key).to_owned(), title: done.title, day: done.day, differences: done.differences };
        match done.sort {
            Sort::Added => self.outcome.added.push(line),
            Sort::Changed => self.outcome.changed.push(line),
            Sort::Ended => self.outcome.ended.push(line),
            Sort::Unchanged => self.outcome.unchanged += 1,
        }
    }

    fn refuse(&mut self, row: &Row<'_>, stopped: Stop) -> Result<()> {
        match stopped {
            Stop::Row(wrongs) => {
                self.outcome.refused.extend(wrongs.into_iter().map(|(column, wrong)| BadCell { line: row.line, column: column.to_owned(), wrong }));
                Ok(())
            }
            Stop::Trouble(error) => Err(error),
        }
    }

    /// Applies changes, and keeps them in their order.
    async fn make(&mut self, tx: &mut Tx, changes: Vec<NewChange>) -> Result<Vec<Difference>, Stop> {
        let mut found = Vec::new();
        for change in changes {
            if self.outcome.added.len().max(self.outcome.changed.len()).max(self.outcome.ended.len()) < SHOWN {
                found.extend(difference::of_new(tx, &change).await?);
            }
            apply::apply(self.portal, tx, &self.government.slug, &self.government.today(self.portal.now()), &change).await?;
            self.made.push(change);
        }
        Ok(found)
    }

    fn once(&mut self, key: String, column: &'static str) -> Result<(), Stop> {
        if self.seen.insert(key) { Ok(()) } else { stop(column, Wrong::TwiceInFile) }
    }

    /// The form's fields: what is there, with what the file says of it, and the act's reason and decree.
    fn filled(&self, mut there: Fields, row: &Row<'_>, from: &str) -> Fields {
        for (column, cell) in row.said(self.kind) {
            there.set(column, cell);
        }
        there.set("mulai", from);
        there.set("alasan", self.act.reason.as_str());
        there.set("sk", if row.text("sk").is_empty() { self.act.decree.as_str() } else { row.text("sk") });
        there
    }

    /// A row about a unit, a post or a service.
    async fn subject(&mut self, tx: &mut Tx, row: &Row<'_>) -> Result<Done, Stop> {
        let slug = row.text("alamat_halaman").to_owned();
        if slug.is_empty() {
            return fault("alamat_halaman", Fault::Missing);
        }
        self.once(slug.clone(), "alamat_halaman")?;
        let last = row.day("berakhir")?;
        let from = match (row.day("mulai")?, &last) {
            (Some(from), _) => from,
            (None, Some(last)) => last.min(&self.today).clone(),
            (None, None) => self.today.clone(),
        };
        if last.as_ref().is_some_and(|last| *last < from) {
            return fault("berakhir", Fault::EndsBeforeStart);
        }
        let held = self.held(tx, &slug).await?;
        let Some((id, until)) = held else {
            let mut fields = self.filled(Fields::default(), row, &from);
            fields.set("alamat_halaman", slug.as_str());
            let changes = self.asked(tx, None, &fields).await?;
            let title = changes.first().map(|c| c.title.clone()).unwrap_or_default();
            let differences = self.make(tx, changes).await?;
            return Ok(Done { sort: Sort::Added, title, day: from, differences, ends: last });
        };
        if until.as_ref().is_some_and(|until| *until < from) {
            return fault("alamat_halaman", Fault::AddressTaken);
        }
        if until.is_some() && row.cell("berakhir").is_some() && last.as_ref().is_none_or(|last| Some(last) > until.as_ref()) {
            return stop("berakhir", Wrong::NotReopened);
        }
        let Some(there) = self.there(tx, id, &from).await? else { return fault("mulai", Fault::BeforeItExisted) };
        let same = row.said(self.kind).all(|(column, cell)| plain(column, cell) == plain(column, there.get(column)));
        let ends = last.filter(|last| until.as_ref() != Some(last));
        let name = if self.kind == SubjectKind::Position { "judul" } else { "nama" };
        let mut done = Done { sort: Sort::Unchanged, title: there.get(name).to_owned(), day: from.clone(), differences: Vec::new(), ends };
        if !same {
            let fields = self.filled(there, row, &from);
            let changes = self.asked(tx, Some(&slug), &fields).await?;
            if !changes.is_empty() {
                done.differences = self.make(tx, changes).await?;
                done.sort = Sort::Changed;
            }
        }
        if let Some(last) = &done.ends {
            done.sort = Sort::Ended;
            done.day.clone_from(last);
        }
        Ok(done)
    }

    /// The id of an address, and its last day.
    async fn held(&self, tx: &mut Tx, slug: &str) -> Result<Option<(Uuid, Option<String>)>> {
        let gov = &self.government.slug;
        Ok(match self.kind {
            SubjectKind::Unit => {
                on!(tx, conn => sqlx::query_as("select id, valid_to from unit where government = $1 and slug = $2").bind(gov).bind(slug).fetch_optional(conn).await?)
            }
            SubjectKind::Position => {
                on!(tx, conn => sqlx::query_as("select id, valid_to from position where government = $1 and slug = $2").bind(gov).bind(slug).fetch_optional(conn).await?)
            }
            _ => on!(tx, conn => sqlx::query_as("select id, valid_to from service where government = $1 and slug = $2").bind(gov).bind(slug).fetch_optional(conn).await?),
        })
    }

    /// What it is on a day, as the form shows it.
    async fn there(&self, tx: &mut Tx, id: Uuid, day: &str) -> Result<Option<Fields>> {
        Ok(match self.kind {
            SubjectKind::Unit => match history::on_day::<UnitContent>(tx, id, day).await? {
                Some(version) => Some(unit::fields(tx, &version.content).await?),
                None => None,
            },
            SubjectKind::Position => match history::on_day::<PositionContent>(tx, id, day).await? {
                Some(version) => Some(position::fields(tx, &version.content).await?),
                None => None,
            },
            _ => match history::on_day::<ServiceContent>(tx, id, day).await? {
                Some(version) => Some(service_fields(tx, &version.content).await?),
                None => None,
            },
        })
    }

    /// The changes that the form would make; none where nothing differs.
    async fn asked(&self, tx: &mut Tx, slug: Option<&str>, fields: &Fields) -> Result<Vec<NewChange>, Stop> {
        let asked = match self.kind {
            SubjectKind::Unit => unit::change(self.portal, tx, self.government, slug, fields).await,
            SubjectKind::Position => position::change(self.portal, tx, self.government, slug, fields).await,
            SubjectKind::Service => service::change(self.portal, tx, self.government, slug, fields).await,
            SubjectKind::Standard | SubjectKind::Tenure => standard::change(tx, self.government, slug.unwrap_or_default(), fields, &self.today).await,
        };
        match asked {
            Err(Error::Invalid(problems)) if is_nothing_new(&problems) => Ok(Vec::new()),
            other => Ok(other?),
        }
    }

    async fn ending(&mut self, tx: &mut Tx, row: &Row<'_>, last: &str) -> Result<(), Stop> {
        let Some(from) = parse_day(last).and_then(|d| d.next_day()).map(day_text) else { return fault("berakhir", Fault::NotADate) };
        let fields: Fields = [("mulai", from.as_str()), ("alasan", self.act.reason.as_str()), ("sk", self.act.decree.as_str()), ("pengganti", "")].into_iter().collect();
        // The form's first day without it is the day after the file's last.
        let at_its_end = |stopped: Stop| match stopped {
            Stop::Row(wrongs) => Stop::Row(wrongs.into_iter().map(|(_, wrong)| ("berakhir", wrong)).collect()),
            trouble => trouble,
        };
        let slug = row.text("alamat_halaman");
        // The day after a scheduled end it is not there any more; the day of the end it is.
        let changes = match ending::change(tx, self.government, self.kind, slug, &fields).await {
            Ok(changes) => changes,
            Err(error) => return Err(at_its_end(error.into())),
        };
        self.make(tx, changes).await.map_err(at_its_end)?;
        Ok(())
    }

    /// A row about a service's promise.
    async fn standard(&mut self, tx: &mut Tx, row: &Row<'_>) -> Result<Done, Stop> {
        let slug = row.text("alamat_halaman").to_owned();
        let service = match services::show(tx, Gate::inside(), &self.government.slug, &slug).await {
            Ok(service) => service,
            Err(Error::NotFound) => return fault("alamat_halaman", if slug.is_empty() { Fault::Missing } else { Fault::UnknownChoice }),
            Err(other) => return Err(other.into()),
        };
        let from = row.day("mulai")?.unwrap_or_else(|| self.today.clone());
        self.once(format!("{slug} {from}"), "mulai")?;
        if let Some(last) = row.day("berakhir")? {
            if last < from {
                return fault("berakhir", Fault::EndsBeforeStart);
            }
            self.said_to_end.push((row.line, service.id, from.clone(), last));
        }
        let current = content_on(tx, service.id, &from).await?;
        let there = current.as_ref().map(standard::fields).unwrap_or_default();
        let same_decree = row.cell("sk").is_none_or(|sk| sk.trim() == current.as_ref().and_then(|c| c.decree.as_deref()).unwrap_or_default());
        let same = current.is_some() && same_decree && row.said(self.kind).all(|(column, cell)| plain(column, cell) == plain(column, there.get(column)));
        let mut done = Done { sort: Sort::Unchanged, title: service.short_name, day: from.clone(), differences: Vec::new(), ends: None };
        if same {
            return Ok(done);
        }
        let fields = self.filled(there, row, &from);
        let mut changes = self.asked(tx, Some(&slug), &fields).await?;
        if changes.is_empty() {
            return Ok(done);
        }
        for change in &mut changes {
            if let After::Standard(content) = &mut change.after
                && row.cell("sk").is_some_and(|sk| sk.trim().is_empty())
            {
                content.decree = None;
            }
        }
        done.sort = if current.is_some() { Sort::Changed } else { Sort::Added };
        done.differences = self.make(tx, changes).await?;
        Ok(done)
    }

    /// A row about who holds a post from when on.
    async fn tenure(&mut self, tx: &mut Tx, row: &Row<'_>) -> Result<Done, Stop> {
        let slug = row.text("jabatan").to_owned();
        let post = match positions::show(tx, Gate::inside(), &self.government.slug, &slug).await {
            Ok(post) => post,
            Err(Error::NotFound) => return fault("jabatan", if slug.is_empty() { Fault::Missing } else { Fault::UnknownChoice }),
            Err(other) => return Err(other.into()),
        };
        let Some(from) = row.day("mulai")? else { return fault("mulai", Fault::Missing) };
        let last = row.day("berakhir")?;
        if last.as_ref().is_some_and(|last| *last < from) {
            return fault("berakhir", Fault::EndsBeforeStart);
        }
        let (person, name) = self.person(tx, row).await?;
        let key = row.text("pegawai").to_owned();
        let who = person.map_or_else(|| format!("{key} {name}"), |p| p.to_string());
        self.once(format!("{slug} {from} {who}"), "mulai")?;
        let title = format!("{} — {name}", post.title);
        if let Some(person) = person
            && let Some(held) = held_tenure(tx, post.id, person, &from).await?
        {
            return self.held_already(tx, row, &slug, title, held, last).await;
        }
        let mut fields = self.filled(Fields::default(), row, &from);
        fields.set("nama", name);
        fields.set("orang", person.map_or_else(|| if key.is_empty() { "" } else { "baru" }.to_owned(), |p| p.to_string()));
        fields.set("sampai", last.unwrap_or_default());
        let mut changes = tenure::appoint(self.portal, tx, self.government, &slug, &fields, &self.today).await?;
        for change in &mut changes {
            if let After::Tenure(content) = &mut change.after {
                content.key.clone_from(&key);
                if row.cell("sk").is_some_and(|sk| sk.trim().is_empty()) {
                    content.decree.clear();
                }
            }
        }
        let differences = self.make(tx, changes).await?;
        Ok(Done { sort: Sort::Added, title, day: from, differences, ends: None })
    }

    /// Whom the row means: by the key of the records, else by the only one of that name. None is a new person.
    async fn person(&self, tx: &mut Tx, row: &Row<'_>) -> Result<(Option<PersonId>, String), Stop> {
        let (key, said) = (row.text("pegawai"), row.text("nama"));
        let named = || text::line(said, 3, 160).or_else(|f| fault("nama", f));
        if key.chars().count() > 160 || key.chars().any(char::is_control) {
            return fault("pegawai", Fault::Unreadable);
        }
        if key.is_empty() {
            let name = named()?;
            let known = tenures::people_named(tx, &self.government.slug, &name, &self.today).await?;
            return Ok((if known.len() == 1 { known.first().map(|p| p.id) } else { None }, name));
        }
        let known: Option<(PersonId, String, String)> =
            on!(tx, conn => sqlx::query_as("select id, government, name from person where import_key = $1").bind(key).fetch_optional(conn).await.map_err(Error::from)?);
        match known {
            None if is_personal_number(key) => stop("pegawai", Wrong::PersonalNumber),
            None => Ok((None, named()?)),
            Some((_, government, _)) if government != self.government.slug => fault("pegawai", Fault::UnknownChoice),
            Some((_, _, name)) if !said.is_empty() && !said.split_whitespace().eq(name.split_whitespace()) => stop("nama", Wrong::OtherName),
            Some((id, _, name)) => Ok((Some(id), name)),
        }
    }

    /// A tenure that is there: it may end, and is otherwise as it was.
    async fn held_already(&mut self, tx: &mut Tx, row: &Row<'_>, slug: &str, title: String, held: HeldTenure, last: Option<String>) -> Result<Done, Stop> {
        if !row.text("jenis_masa").is_empty() && row.text("jenis_masa") != held.kind {
            return stop("jenis_masa", Wrong::TenureFixed);
        }
        if row.cell("sk").is_some_and(|sk| sk.trim() != held.decree.as_deref().unwrap_or_default()) {
            return stop("sk", Wrong::TenureFixed);
        }
        if held.ends_on.is_some() && row.cell("berakhir").is_some() && last.as_ref().is_none_or(|last| Some(last) > held.ends_on.as_ref()) {
            return stop("berakhir", Wrong::NotReopened);
        }
        let Some(last) = last.filter(|last| held.ends_on.as_ref() != Some(last)) else {
            return Ok(Done { sort: Sort::Unchanged, title, day: held.starts_on, differences: Vec::new(), ends: None });
        };
        let fields: Fields = [("sampai", last.as_str()), ("alasan", self.act.reason.as_str()), ("sk", self.act.decree.as_str())].into_iter().collect();
        let changes = tenure::end(tx, self.government, slug, held.id, &fields).await?;
        let differences = self.make(tx, changes).await?;
        Ok(Done { sort: Sort::Ended, title, day: last, differences, ends: None })
    }
}

#[derive(sqlx::FromRow)]
struct HeldTenure {
    id: TenureId,
    kind: String,
    starts_on: String,
    ends_on: Option<String>,
    decree: Option<String>,
}

/// Post, person by key and by name, and first day of every tenure of a government.
async fn known_tenures(tx: &mut Tx, government: &str) -> Result<HashSet<[String; 3]>> {
    let rows: Vec<(String, String, String, String)> = on!(tx, conn => sqlx::query_as(
        "select p.slug, e.import_key, e.name, t.starts_on from tenure t join position p on p.id = t.position_id join person e on e.id = t.person_id where p.government = $1")
        .bind(government).fetch_all(conn).await?);
    Ok(rows.into_iter().flat_map(|(post, key, name, from)| [[post.clone(), key, from.clone()], [post, name, from]]).collect())
}

async fn held_tenure(tx: &mut Tx, post: PositionId, person: PersonId, from: &str) -> Result<Option<HeldTenure>> {
    Ok(on!(tx, conn => sqlx::query_as("select id, kind, starts_on, ends_on, decree from tenure where position_id = $1 and person_id = $2 and starts_on = $3")
        .bind(post).bind(person).bind(from).fetch_optional(conn).await?))
}
