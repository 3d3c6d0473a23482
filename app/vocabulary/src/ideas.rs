//! The ideas space of civil servants (ruang gagasan): what they propose, how a unit answers, what it commits itself to.

use crate::words::words;
use crate::{Fault, Problems, text};

words! {
    /// How the head of a unit answers an idea.
    IdeaOutcome { Accepted = "diterima", Declined = "tidak_diterima" }
}

words! {
    /// Where an idea stands; never stored, always read from its answer and its day.
    IdeaStage { Open = "terbuka", Late = "terlambat_dijawab", Accepted = "diterima", Declined = "tidak_diterima" }
}

words! {
    /// What is told of a commitment.
    CommitmentStep { Progress = "kemajuan", Done = "selesai", Dropped = "dihentikan" }
}

words! {
    /// Where a commitment stands; never stored, always read from its steps and its day.
    CommitmentStage {
        Running = "berjalan",
        /// Its day has passed and it is not done.
        Late = "terlambat",
        Done = "selesai",
        /// Done, but after its day.
        DoneLate = "selesai_terlambat",
        Dropped = "dihentikan",
    }
}

impl CommitmentStage {
    /// From its day, the day it ended on with how, and today; days as `YYYY-MM-DD`.
    pub fn of(due_on: &str, ended: Option<(CommitmentStep, &str)>, today: &str) -> Self {
        match ended {
            Some((CommitmentStep::Dropped, _)) => Self::Dropped,
            Some((_, day)) if day > due_on => Self::DoneLate,
            Some(_) => Self::Done,
            None if due_on < today => Self::Late,
            None => Self::Running,
        }
    }
}

pub const TITLE_LEAST: usize = 10;
pub const TITLE_MOST: usize = 120;
pub const TEXT_LEAST: usize = 20;
pub const TEXT_MOST: usize = 5000;
pub const CASES_MOST: usize = 5;

/// An idea as it was typed, parsed; whether unit, service and cases exist is for the domain to say.
#[derive(Debug, Clone)]
pub struct NewIdea {
    /// Slug of the unit that would have to do it.
    pub unit: String,
    pub service: Option<String>,
    /// References of public cases that it comes from.
    pub cases: Vec<String>,
    pub title: String,
    pub text: String,
}

impl NewIdea {
    /// # Errors
    /// Every problem of the form at once.
    pub fn parse(unit: &str, service: &str, cases: &str, title: &str, typed: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let unit = problems.take("unit", text::line(unit, 1, 100));
        let service = problems.take("layanan", text::optional_line(service, 100));
        let mut references: Vec<String> = cases.split([' ', ',', ';', '\n', '\r', '\t']).filter(|r| !r.is_empty()).map(str::to_uppercase).collect();
        references.dedup();
        let cases = problems.take("laporan", if references.len() > CASES_MOST { Err(Fault::TooManyAtOnce { most: CASES_MOST }) } else { Ok(references) });
        let title = problems.take("judul", text::line(title, TITLE_LEAST, TITLE_MOST).and_then(text::without_personal_number));
        let text = problems.take("uraian", text::paragraphs(typed, TEXT_LEAST, TEXT_MOST).and_then(text::without_personal_number));
        match (unit, service, cases, title, text) {
            (Some(unit), Some(service), Some(cases), Some(title), Some(text)) => Ok(Self { unit, service, cases, title, text }),
            _ => Err(problems),
        }
    }
}

/// What a unit promises to do, by when and by which post.
#[derive(Debug, Clone)]
pub struct Promise {
    pub text: String,
    pub due_on: String,
    /// Slug of the post that answers for it.
    pub owner: String,
    /// Whether it stands on the unit's public page.
    pub is_public: bool,
}

/// The head's answer. To accept is to commit oneself: there is no accepting without a day and a post.
#[derive(Debug, Clone)]
pub enum IdeaAnswer {
    Accepted { text: String, promise: Promise },
    Declined { text: String },
}

/// The fields of the answer's form.
#[derive(Debug, Clone, Copy, Default)]
pub struct TypedAnswer<'a> {
    pub outcome: &'a str,
    pub text: &'a str,
    pub promise: &'a str,
    pub due_on: &'a str,
    pub owner: &'a str,
    pub is_public: bool,
}

impl TypedAnswer<'_> {
    /// `today` is the day of the government, `YYYY-MM-DD`: nobody commits to the past.
    ///
    /// # Errors
    /// Every problem of the form at once.
    pub fn parse(&self, today: &str) -> Result<IdeaAnswer, Problems> {
        let mut problems = Problems::default();
        let chosen = match IdeaOutcome::parse(self.outcome) {
            Some(outcome) => Ok(outcome),
            None if self.outcome.is_empty() => Err(Fault::Missing),
            None => Err(Fault::UnknownChoice),
        };
        let outcome = problems.take("hasil", chosen);
        let text = problems.take("jawaban", text::paragraphs(self.text, TEXT_LEAST, TEXT_MOST));
        if outcome != Some(IdeaOutcome::Accepted) {
            return match (outcome, text) {
                (Some(_), Some(text)) => Ok(IdeaAnswer::Declined { text }),
                _ => Err(problems),
            };
        }
        let promise = problems.take("janji", text::paragraphs(self.promise, TEXT_LEAST, 1000).and_then(text::without_personal_number));
        let due_on = problems.take("tanggal", text::day(self.due_on).and_then(|day| if day.as_str() < today { Err(Fault::InThePast) } else { Ok(day) }));
        let owner = problems.take("penanggung_jawab", text::line(self.owner, 1, 100));
        match (text, promise, due_on, owner) {
            (Some(text), Some(promise), Some(due_on), Some(owner)) => {
                Ok(IdeaAnswer::Accepted { text, promise: Promise { text: promise, due_on, owner, is_public: self.is_public } })
            }
            _ => Err(problems),
        }
    }
}

/// # Errors
/// What is wrong with a comment.
pub fn comment(typed: &str) -> Result<String, Problems> {
    let mut problems = Problems::default();
    problems.take("komentar", text::paragraphs(typed, 2, TEXT_MOST).and_then(text::without_personal_number)).ok_or(problems)
}

/// What happened with a commitment; the words may be public.
#[derive(Debug, Clone)]
pub struct StepInput {
    pub step: CommitmentStep,
    pub text: String,
}

impl StepInput {
    /// # Errors
    /// Every problem of the form at once.
    pub fn parse(step: &str, typed: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let chosen = match CommitmentStep::parse(step) {
            Some(step) => Ok(step),
            None if step.is_empty() => Err(Fault::Missing),
            None => Err(Fault::UnknownChoice),
        };
        let step = problems.take("langkah", chosen);
        let text = problems.take("kabar", text::paragraphs(typed, 10, 1000).and_then(text::without_personal_number));
        match (step, text) {
            (Some(step), Some(text)) => Ok(Self { step, text }),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commitment_is_late_from_the_day_after_its_own() {
        for (ended, today, stage, why) in [
            (None, "2026-11-30", CommitmentStage::Running, "its own day is not over"),
            (None, "2026-12-01", CommitmentStage::Late, "the day after"),
            (Some((CommitmentStep::Done, "2026-11-30")), "2027-01-04", CommitmentStage::Done, "done on its day"),
            (Some((CommitmentStep::Done, "2026-12-01")), "2027-01-04", CommitmentStage::DoneLate, "late is shown as late, also when done"),
            (Some((CommitmentStep::Dropped, "2026-11-01")), "2027-01-04", CommitmentStage::Dropped, "given up"),
        ] {
            assert_eq!(CommitmentStage::of("2026-11-30", ended, today), stage, "{why}");
        }
    }

    #[test]
    fn to_accept_is_to_commit_oneself() {
        let typed = TypedAnswer { outcome: "diterima", text: "Gagasan ini kami terima dan kami kerjakan.", ..TypedAnswer::default() };
        let problems = typed.parse("2026-11-02").err().unwrap_or_default();
        for field in ["janji", "tanggal", "penanggung_jawab"] {
            assert_eq!(problems.of(field), Some(Fault::Missing), "{field}");
        }
        let past = TypedAnswer { promise: "Loket sore dibuka setiap Rabu.", due_on: "2026-11-01", owner: "camat", ..typed };
        assert_eq!(past.parse("2026-11-02").err().unwrap_or_default().of("tanggal"), Some(Fault::InThePast));
        assert!(TypedAnswer { due_on: "2026-11-02", ..past }.parse("2026-11-02").is_ok());
        assert!(TypedAnswer { outcome: "tidak_diterima", ..typed }.parse("2026-11-02").is_ok(), "declining needs its reason only");
    }

    #[test]
    fn an_idea_names_its_cases_once_and_no_person_by_number() {
        let idea = NewIdea::parse("dishub", "", "mdn-2611-7k3f, MDN-2611-7K3F", "Antrean uji KIR lewat pesan", "Pemilik kendaraan tidak perlu menunggu sejak subuh.").ok();
        assert_eq!(idea.map(|i| i.cases), Some(vec!["MDN-2611-7K3F".to_owned()]));
        let numbered = NewIdea::parse("dishub", "", "", "Antrean uji KIR lewat pesan", "Tanyakan kepada NIP 197803062005012901 soal ini.");
        assert_eq!(numbered.err().unwrap_or_default().of("uraian"), Some(Fault::PersonalNumber));
    }
}
