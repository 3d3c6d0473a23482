//! A recognition, as it is typed.

use crate::{Fault, Problems, text};

const REASON_LEAST: usize = 20;
const REASON_MOST: usize = 2000;

/// A recognition that can be tried; whether its kind exists and its grounds hold is for the domain to say.
#[derive(Debug, Clone)]
pub struct RecognitionInput {
    /// A key of the reference data.
    pub kind: String,
    pub reason: String,
    /// `YYYY-MM-DD`; today or before.
    pub given_on: String,
    /// Ids of accepted cards of praise.
    pub cards: Vec<String>,
    /// The id of a final evaluation of a year.
    pub evaluation: Option<String>,
}

impl RecognitionInput {
    /// `today` is the day of the government, `YYYY-MM-DD`.
    ///
    /// # Errors
    /// Every problem of the form at once; without a ground there is none to give.
    pub fn parse(kind: &str, reason: &str, given_on: &str, cards: Vec<String>, evaluation: &str, today: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let kind = problems.take("jenis_penghargaan", if kind.is_empty() { Err(Fault::Missing) } else { Ok(kind.to_owned()) });
        let reason = problems.take("alasan", text::paragraphs(reason, REASON_LEAST, REASON_MOST).and_then(text::without_personal_number));
        let day = text::day(given_on).and_then(|day| if day.as_str() > today { Err(Fault::InTheFuture) } else { Ok(day) });
        let given_on = problems.take("diberikan_pada", day);
        let evaluation = (!evaluation.is_empty()).then(|| evaluation.to_owned());
        if cards.is_empty() && evaluation.is_none() {
            problems.add("kartu", Fault::Missing);
        }
        match (kind, reason, given_on) {
            (Some(kind), Some(reason), Some(given_on)) if problems.is_empty() => Ok(Self { kind, reason, given_on, cards, evaluation }),
            _ => Err(problems),
        }
    }
}

/// Why it is taken back.
///
/// # Errors
/// What is wrong with the words.
pub fn withdrawal_reason(typed: &str) -> Result<String, Problems> {
    let mut problems = Problems::default();
    problems.take("alasan_cabut", text::paragraphs(typed, 10, REASON_MOST).and_then(text::without_personal_number)).ok_or(problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recognition_has_a_ground_a_reason_and_a_day() {
        let today = "2026-11-02";
        let parse = |reason: &str, day: &str, cards: &[&str], year: &str| {
            RecognitionInput::parse("apresiasi_tertulis", reason, day, cards.iter().map(|c| (*c).to_owned()).collect(), year, today)
        };
        let reason = "Loket dijaga penuh selama pemadaman listrik.";
        assert!(parse(reason, today, &["kartu"], "").is_ok() && parse(reason, today, &[], "tahun").is_ok());
        assert_eq!(parse(reason, today, &[], "").err().unwrap_or_default().of("kartu"), Some(Fault::Missing), "never on nothing");
        assert_eq!(parse(reason, "2026-11-03", &["kartu"], "").err().unwrap_or_default().of("diberikan_pada"), Some(Fault::InTheFuture));
        assert!(parse("bagus", today, &["kartu"], "").err().unwrap_or_default().of("alasan").is_some());
    }
}
