//! What follows from evaluation: coaching (pembinaan) with agreed actions and two check-ins.

mod growing;
mod recognition;
mod talent;

pub use growing::{BudgetInput, DoneInput, LevelInput, TrainingInput, TypedTraining};
pub use recognition::{RecognitionInput, withdrawal_reason};
pub use talent::{Potential, SearchInput, TalentInput, TalentPerformance};

use crate::words::words;
use crate::{Fault, Problems, text};

words! {
    /// How a coaching ended.
    CoachingOutcome {
        Improved = "membaik",
        /// Needs more time: a further coaching follows.
        Extended = "diperpanjang",
        /// Handed to others, such as the personnel office or a doctor. Discipline itself is not dealt with here.
        Referred = "diteruskan",
    }
}

words! {
    /// What is written in a coaching, in this order; the person's own view at any time.
    CoachingStep { FirstCheck = "tinjauan_1", SecondCheck = "tinjauan_2", Outcome = "hasil", View = "pandangan" }
}

words! {
    /// Where a coaching stands; never stored, always read from its steps.
    CoachingStage { Opened = "dibuka", CheckedOnce = "ditinjau_sekali", CheckedTwice = "ditinjau_dua_kali", Closed = "selesai" }
}

impl CoachingStage {
    /// The step that comes next; the person's view may come at any time.
    pub const fn next(self) -> Option<CoachingStep> {
        match self {
            Self::Opened => Some(CoachingStep::FirstCheck),
            Self::CheckedOnce => Some(CoachingStep::SecondCheck),
            Self::CheckedTwice => Some(CoachingStep::Outcome),
            Self::Closed => None,
        }
    }

    pub fn of(steps: impl IntoIterator<Item = CoachingStep>) -> Self {
        steps.into_iter().fold(Self::Opened, |stage, step| match step {
            CoachingStep::FirstCheck => stage.max(Self::CheckedOnce),
            CoachingStep::SecondCheck => stage.max(Self::CheckedTwice),
            CoachingStep::Outcome => Self::Closed,
            CoachingStep::View => stage,
        })
    }
}

pub const TEXT_LEAST: usize = 20;
pub const TEXT_MOST: usize = 3000;

/// Fields of the agreed actions, each with that of its day.
pub const ACTIONS: [(&str, &str); 3] = [("tindakan_1", "tenggat_1"), ("tindakan_2", "tenggat_2"), ("tindakan_3", "tenggat_3")];

/// A coaching as it is opened.
#[derive(Debug, Clone)]
pub struct NewCoaching {
    pub reason: String,
    /// Ids of the accepted evidence cards that are the reason, where they are; whether they are this person's is for
    /// the domain to say.
    pub cards: Vec<String>,
    /// What was agreed, each with its last day.
    pub actions: Vec<(String, String)>,
    pub first_check_on: String,
    pub second_check_on: String,
}

/// The fields of the form, as typed.
#[derive(Debug, Clone, Default)]
pub struct TypedCoaching {
    pub reason: String,
    pub cards: Vec<String>,
    /// In the order of [`ACTIONS`].
    pub actions: [(String, String); 3],
    pub first_check_on: String,
    pub second_check_on: String,
}

impl TypedCoaching {
    /// `today` is the day of the government, `YYYY-MM-DD`.
    ///
    /// # Errors
    /// Every problem of the form at once. At least one action; the check-ins lie ahead, one after the other.
    pub fn parse(self, today: &str) -> Result<NewCoaching, Problems> {
        let mut problems = Problems::default();
        let ahead = |typed: &str| text::day(typed).and_then(|day| if day.as_str() < today { Err(Fault::InThePast) } else { Ok(day) });
        let reason = problems.take("alasan", text::paragraphs(&self.reason, TEXT_LEAST, TEXT_MOST));
        let mut actions = Vec::new();
        for (place, ((what, until), (what_field, until_field))) in self.actions.iter().zip(ACTIONS).enumerate() {
            if place > 0 && what.trim().is_empty() && until.trim().is_empty() {
                continue;
            }
            let what = problems.take(what_field, text::paragraphs(what, 10, 500));
            let until = problems.take(until_field, ahead(until));
            actions.extend(what.zip(until));
        }
        let first = problems.take("tinjauan_pertama", ahead(&self.first_check_on));
        let second = problems.take("tinjauan_kedua", ahead(&self.second_check_on));
        if let (Some(first), Some(second)) = (&first, &second)
            && second <= first
        {
            problems.add("tinjauan_kedua", Fault::OutOfOrder);
        }
        match (reason, first, second) {
            (Some(reason), Some(first_check_on), Some(second_check_on)) if problems.is_empty() => {
                Ok(NewCoaching { reason, cards: self.cards, actions, first_check_on, second_check_on })
            }
            _ => Err(problems),
        }
    }
}

/// What is written at a step; an outcome says how it ended.
#[derive(Debug, Clone)]
pub struct StepInput {
    pub step: CoachingStep,
    pub outcome: Option<CoachingOutcome>,
    pub text: String,
}

impl StepInput {
    /// # Errors
    /// Every problem of the form at once.
    pub fn parse(step: &str, outcome: &str, typed: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let step = problems.take("langkah", CoachingStep::parse(step).ok_or(Fault::UnknownChoice));
        let outcome = match step {
            Some(CoachingStep::Outcome) => {
                let chosen = if outcome.is_empty() { Err(Fault::Missing) } else { CoachingOutcome::parse(outcome).ok_or(Fault::UnknownChoice) };
                problems.take("hasil", chosen)
            }
            _ => None,
        };
        let field = if step == Some(CoachingStep::View) { "pandangan" } else { "catatan" };
        let text = problems.take(field, text::paragraphs(typed, TEXT_LEAST, TEXT_MOST));
        match (step, text) {
            (Some(step), Some(text)) if problems.is_empty() => Ok(Self { step, outcome, text }),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> TypedCoaching {
        TypedCoaching {
            reason: "Tiga laporan tentang loket yang tutup lebih awal terbukti.".into(),
            actions: [("Membuat jadwal jaga loket".into(), "2026-11-16".into()), Default::default(), Default::default()],
            first_check_on: "2026-11-23".into(),
            second_check_on: "2026-12-14".into(),
            ..TypedCoaching::default()
        }
    }

    #[test]
    fn a_coaching_has_an_action_and_two_days_ahead() {
        assert!(typed().parse("2026-11-02").is_ok());
        for (field, fault, spoil) in [
            ("tindakan_1", Fault::Missing, (|t: &mut TypedCoaching| t.actions[0].0.clear()) as fn(&mut TypedCoaching)),
            ("tenggat_2", Fault::Missing, |t| t.actions[1].0 = "Membaca pedoman pelayanan".into()),
            ("tinjauan_pertama", Fault::InThePast, |t| t.first_check_on = "2026-11-01".into()),
            ("tinjauan_kedua", Fault::OutOfOrder, |t| t.second_check_on = "2026-11-23".into()),
            ("alasan", Fault::Missing, |t| t.reason.clear()),
        ] {
            let mut wrong = typed();
            spoil(&mut wrong);
            assert_eq!(wrong.parse("2026-11-02").err().unwrap_or_default().of(field), Some(fault), "{field}");
        }
    }

    #[test]
    fn an_outcome_says_how_it_ended() {
        let text = "Jadwal jaga sudah berjalan tiga minggu.";
        assert_eq!(StepInput::parse("hasil", "", text).err().unwrap_or_default().of("hasil"), Some(Fault::Missing));
        assert!(StepInput::parse("hasil", "membaik", text).is_ok());
        assert_eq!(StepInput::parse("tinjauan_1", "membaik", text).ok().and_then(|s| s.outcome), None, "a check-in has no outcome");
    }

    #[test]
    fn the_stage_is_read_from_the_steps() {
        use CoachingStep::{FirstCheck, Outcome, SecondCheck, View};
        for (steps, stage) in [
            (vec![], CoachingStage::Opened),
            (vec![View], CoachingStage::Opened),
            (vec![FirstCheck, View], CoachingStage::CheckedOnce),
            (vec![FirstCheck, SecondCheck], CoachingStage::CheckedTwice),
            (vec![FirstCheck, SecondCheck, Outcome, View], CoachingStage::Closed),
        ] {
            assert_eq!(CoachingStage::of(steps.clone()), stage, "{steps:?}");
        }
    }
}
