//! The states of a case and what leads from one to the next: the one table that every step goes through
//! (`TRANSITIONS`), and the inputs of the steps. Who edits the table edits `complaint_rules.json` with it: a test
//! compares them.

use super::{NOTE_LEAST, NOTE_MOST, StepKind, choice};
use crate::words::words;
use crate::{Fault, Problems, text};

words! {
    /// What is done to a case, as the table of transitions names it.
    Action {
        /// The form, which carries every answer in hidden fields, is sent.
        Submit = "submit",
        AskInfo = "ask_info",
        Complete = "complete",
        /// The days to complete it passed without a word.
        Lapse = "lapse",
        Archive = "archive",
        Merge = "merge",
        Redirect = "redirect",
        /// Classified and sent to the unit that answers.
        Dispatch = "dispatch",
        NotOurs = "not_ours",
        Accept = "accept",
        Progress = "progress",
        Respond = "respond",
        Contest = "contest",
        Confirm = "confirm",
        /// The days to reply passed without a word.
        FallSilent = "fall_silent",
        Rework = "rework",
        ContestAgain = "contest_again",
        DeadlinePassed = "deadline_passed",
        Resume = "resume",
        Reopen = "reopen",
        Withdraw = "withdraw",
    }
}

words! {
    /// Who may take a step.
    Party {
        Reporter = "reporter",
        Verifier = "verifier",
        /// The handler of the unit; for misconduct, the inspector.
        Officer = "opd_officer",
        /// The verifier's desk again, where it decides between units.
        Coordinator = "coordinator",
        System = "system",
    }
}

words! {
    Status {
        /// A form that is not sent: it lives in its own hidden fields and never in a row.
        Draft = "draft",
        /// Waiting for verification; nobody but verifiers sees it.
        Submitted = "submitted",
        /// Waiting for the reporter to complete it; the clock stands still.
        NeedsInfo = "needs_info",
        /// Archived by the verifier with a reason.
        Archived = "archived",
        /// One with another case, which goes on for both.
        Merged = "merged",
        /// Another office's business.
        Redirected = "redirected",
        Assigned = "assigned",
        InProgress = "in_progress",
        /// Answered; the reporter says whether it is solved.
        Responded = "responded",
        /// The reporter says it is not.
        Disputed = "disputed",
        Closed = "closed",
        /// Too late, or contested twice: it lies above the unit.
        Escalated = "escalated",
        Withdrawn = "withdrawn",
    }
}

impl Status {
    /// Whether anything may still come of it by itself: neither ended nor part of another case.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Archived | Self::Merged | Self::Redirected | Self::Closed | Self::Withdrawn)
    }
}

/// One way from one state to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transition {
    pub from: Status,
    pub action: Action,
    pub to: Status,
    pub by: Party,
}

const fn way(from: Status, action: Action, to: Status, by: Party) -> Transition {
    Transition { from, action, to, by }
}

/// All there are. Whatever is not here is refused.
pub const TRANSITIONS: [Transition; 23] = [
    way(Status::Draft, Action::Submit, Status::Submitted, Party::Reporter),
    way(Status::Submitted, Action::AskInfo, Status::NeedsInfo, Party::Verifier),
    way(Status::NeedsInfo, Action::Complete, Status::Submitted, Party::Reporter),
    way(Status::NeedsInfo, Action::Lapse, Status::Withdrawn, Party::System),
    way(Status::Submitted, Action::Archive, Status::Archived, Party::Verifier),
    way(Status::Submitted, Action::Merge, Status::Merged, Party::Verifier),
    way(Status::Submitted, Action::Redirect, Status::Redirected, Party::Verifier),
    way(Status::Submitted, Action::Dispatch, Status::Assigned, Party::Verifier),
    way(Status::Assigned, Action::NotOurs, Status::Submitted, Party::Officer),
    way(Status::Assigned, Action::Accept, Status::InProgress, Party::Officer),
    way(Status::InProgress, Action::Progress, Status::InProgress, Party::Officer),
    way(Status::InProgress, Action::Respond, Status::Responded, Party::Officer),
    way(Status::Responded, Action::Contest, Status::Disputed, Party::Reporter),
    way(Status::Responded, Action::Confirm, Status::Closed, Party::Reporter),
    way(Status::Responded, Action::FallSilent, Status::Closed, Party::System),
    way(Status::Disputed, Action::Rework, Status::InProgress, Party::Officer),
    way(Status::Disputed, Action::ContestAgain, Status::Escalated, Party::System),
    way(Status::Assigned, Action::DeadlinePassed, Status::Escalated, Party::System),
    way(Status::InProgress, Action::DeadlinePassed, Status::Escalated, Party::System),
    way(Status::Escalated, Action::Resume, Status::InProgress, Party::Coordinator),
    way(Status::Closed, Action::Reopen, Status::InProgress, Party::Coordinator),
    way(Status::Submitted, Action::Withdraw, Status::Withdrawn, Party::Reporter),
    way(Status::InProgress, Action::Withdraw, Status::Withdrawn, Party::Reporter),
];

/// Where this step leads from here, if it may be taken.
pub fn transition(from: Status, action: Action, by: Party) -> Option<Status> {
    TRANSITIONS.iter().find(|t| t.from == from && t.action == action && t.by == by).map(|t| t.to)
}

/// Whether anyone may take this step from here: what a page offers.
pub fn leads(from: Status, action: Action) -> bool {
    TRANSITIONS.iter().any(|t| t.from == from && t.action == action)
}

impl Action {
    /// The step of the history that tells of it.
    pub const fn step(self) -> StepKind {
        match self {
            Self::Submit => StepKind::Received,
            Self::AskInfo => StepKind::InfoAsked,
            Self::Complete => StepKind::Completed,
            Self::Lapse => StepKind::Lapsed,
            Self::Archive => StepKind::Archived,
            Self::Merge => StepKind::Merged,
            Self::Redirect => StepKind::Redirected,
            Self::Dispatch => StepKind::Assigned,
            Self::NotOurs => StepKind::Returned,
            Self::Accept => StepKind::Taken,
            Self::Progress => StepKind::Progress,
            Self::Respond => StepKind::Answered,
            Self::Contest => StepKind::Contested,
            Self::Confirm => StepKind::Confirmed,
            Self::FallSilent => StepKind::ClosedSilent,
            Self::Rework => StepKind::Reworked,
            Self::ContestAgain | Self::DeadlinePassed => StepKind::Escalated,
            Self::Resume => StepKind::Resumed,
            Self::Reopen => StepKind::Reopened,
            Self::Withdraw => StepKind::Withdrawn,
        }
    }
}

words! {
    /// What a verifier may ask the reporter to complete (the least that a report needs).
    InfoField { What = "apa", Where = "tempat", When = "waktu", Service = "layanan", Evidence = "bukti" }
}

words! {
    /// What the reporter says four weeks after the end; counted apart from how it ended.
    StillSolved { Yes = "ya", No = "tidak" }
}

/// The ladder of escalation: head of the agency, inspectorate or secretary, head of the region.
pub const LEVELS: i64 = 3;

/// What the verifier asks for.
#[derive(Debug, Clone)]
pub struct AskInput {
    pub fields: Vec<InfoField>,
    /// Told to the reporter.
    pub note: String,
}

impl AskInput {
    /// # Errors
    /// Every problem at once.
    pub fn parse(fields: &[String], note: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let found: Option<Vec<InfoField>> = fields.iter().map(|f| InfoField::parse(f)).collect();
        let fields = problems.take(
            "perlu",
            match found {
                None => Err(Fault::UnknownChoice),
                Some(fields) if fields.is_empty() => Err(Fault::Missing),
                Some(fields) => Ok(fields),
            },
        );
        let note = problems.take("pertanyaan", text::paragraphs(note, NOTE_LEAST, NOTE_MOST));
        match (fields, note) {
            (Some(fields), Some(note)) => Ok(Self { fields, note }),
            _ => Err(problems),
        }
    }
}

/// Two cases that are one.
#[derive(Debug, Clone)]
pub struct MergeInput {
    /// Reference of the case that goes on.
    pub into: String,
    pub note: String,
}

impl MergeInput {
    /// # Errors
    /// Every problem at once.
    pub fn parse(into: &str, note: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let into = problems.take("induk", text::line(into, 1, 30).map(|r| r.to_ascii_uppercase()));
        let note = problems.take("alasan-gabung", text::paragraphs(note, NOTE_LEAST, NOTE_MOST));
        match (into, note) {
            (Some(into), Some(note)) => Ok(Self { into, note }),
            _ => Err(problems),
        }
    }
}

/// Another office's business: one that is known (`paspor`), or one that is named.
#[derive(Debug, Clone)]
pub struct RedirectInput {
    pub known: Option<String>,
    pub named: Option<String>,
    pub note: String,
}

pub const OFFICE_MOST: usize = 120;

impl RedirectInput {
    /// # Errors
    /// Every problem at once.
    pub fn parse(known: &str, named: &str, note: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let known = problems.take("instansi", text::optional_line(known, 60));
        let named = problems.take("instansi-lain", text::optional_line(named, OFFICE_MOST));
        if known == Some(None) && named == Some(None) {
            problems.add("instansi", Fault::Missing);
        }
        let note = problems.take("penjelasan", text::paragraphs(note, NOTE_LEAST, NOTE_MOST));
        match (known, named, note) {
            (Some(known), Some(named), Some(note)) if problems.is_empty() => Ok(Self { known, named, note }),
            _ => Err(problems),
        }
    }
}

/// News of a case: for its readers, or for staff alone.
#[derive(Debug, Clone)]
pub struct ProgressInput {
    pub note: String,
    pub internal: bool,
}

impl ProgressInput {
    /// # Errors
    /// Every problem at once.
    pub fn parse(note: &str, who: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let internal = problems.take(
            "pembaca",
            match who {
                "" | "umum" => Ok(false),
                "petugas" => Ok(true),
                _ => Err(Fault::UnknownChoice),
            },
        );
        // What stays with the staff may name whom they have to speak with.
        let fit = |text| if internal == Some(true) { Ok(text) } else { text::without_personal_number(text) };
        let note = problems.take("kemajuan", text::paragraphs(note, NOTE_LEAST, NOTE_MOST).and_then(fit));
        match (note, internal) {
            (Some(note), Some(internal)) => Ok(Self { note, internal }),
            _ => Err(problems),
        }
    }
}

/// The coordinator takes it up again, perhaps with another unit.
#[derive(Debug, Clone)]
pub struct ResumeInput {
    pub note: String,
    /// Slug of another unit that answers from now on.
    pub unit: Option<String>,
}

impl ResumeInput {
    /// # Errors
    /// Every problem at once; the field of the note is named by the form.
    pub fn parse(field: &'static str, note: &str, unit: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let note = problems.take(field, text::paragraphs(note, NOTE_LEAST, NOTE_MOST).and_then(text::without_personal_number));
        let unit = problems.take("unit-baru", text::optional_line(unit, 120));
        match (note, unit) {
            (Some(note), Some(unit)) => Ok(Self { note, unit }),
            _ => Err(problems),
        }
    }
}

/// The four-week question, answered.
///
/// # Errors
/// What is wrong with it, under the name of its field.
pub fn still_solved(typed: &str) -> Result<StillSolved, Problems> {
    let mut problems = Problems::default();
    problems.take("masih", choice(typed, StillSolved::parse)).ok_or(problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_say_everything_that_is_wrong() {
        let faults = |problems: Problems| problems.0.iter().map(|p| p.field).collect::<Vec<_>>();
        assert_eq!(AskInput::parse(&[], "apa?").map_err(faults).err(), Some(vec!["perlu", "pertanyaan"]));
        assert_eq!(AskInput::parse(&["siapa".into()], "Siapa namanya, ya?").map_err(faults).err(), Some(vec!["perlu"]), "a name is never asked for");
        assert_eq!(MergeInput::parse("", "").map_err(faults).err(), Some(vec!["induk", "alasan-gabung"]));
        assert_eq!(RedirectInput::parse("", " ", "").map_err(faults).err(), Some(vec!["instansi", "penjelasan"]));
        assert_eq!(ProgressInput::parse("pendek", "semua").map_err(faults).err(), Some(vec!["pembaca", "kemajuan"]));
        assert!(RedirectInput::parse("", "Pelindo", "Gerbang pelabuhan diatur pengelolanya.").is_ok());
    }
}
