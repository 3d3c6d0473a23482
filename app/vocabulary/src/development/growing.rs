//! Competencies, training and budgets, as they are typed.

use crate::directory::{COMPETENCY_MOST, Competency};
use crate::{Fault, Problems, text};

/// More hours than a year of work has would be a slip of the keyboard.
const HOURS_MOST: i64 = 1250;
const RUPIAH_MOST: i64 = 1_000_000_000_000;

/// A whole number between two, as people type it: with dots between thousands.
fn number(typed: &str, least: i64, most: i64) -> Result<i64, Fault> {
    let digits: String = typed.trim().chars().filter(|c| *c != '.' && *c != ' ').collect();
    if digits.is_empty() {
        return Err(Fault::Missing);
    }
    digits.parse().ok().filter(|n| (least..=most).contains(n)).ok_or(Fault::NotANumber)
}

fn past_day(typed: &str, today: &str) -> Result<String, Fault> {
    text::day(typed).and_then(|day| if day.as_str() > today { Err(Fault::InTheFuture) } else { Ok(day) })
}

/// An assessed level of a competency: of the nine, or a technical one by its name.
#[derive(Debug, Clone)]
pub struct LevelInput {
    pub competency: String,
    pub level: i64,
    pub assessed_on: String,
    pub source: String,
}

impl LevelInput {
    /// # Errors
    /// Every problem of the form at once; what was not assessed yet has no level.
    pub fn parse(competency: &str, technical: &str, level: &str, assessed_on: &str, source: &str, today: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let chosen = match (competency, technical.trim()) {
            ("", "") => Err(Fault::Missing),
            ("", technical) => text::line(technical, 3, 120),
            (known, _) => Competency::parse(known).map(|c| c.to_string()).ok_or(Fault::UnknownChoice),
        };
        let competency = problems.take("kompetensi", chosen);
        let level = problems.take("tingkat", number(level, 1, COMPETENCY_MOST));
        let assessed_on = problems.take("dinilai_pada", past_day(assessed_on, today));
        let source = problems.take("sumber", text::line(source, 5, 200));
        match (competency, level, assessed_on, source) {
            (Some(competency), Some(level), Some(assessed_on), Some(source)) => Ok(Self { competency, level, assessed_on, source }),
            _ => Err(problems),
        }
    }
}

/// A training of somebody's plan.
#[derive(Debug, Clone)]
pub struct TrainingInput {
    pub year: i64,
    pub topic: String,
    pub competency: Option<String>,
    /// Hours of instruction (JP, of 45 minutes).
    pub hours: i64,
    pub provider: String,
    pub rupiah: i64,
    /// Its day; the year of the plan is its year.
    pub planned_on: String,
}

/// The form of a training, as typed.
#[derive(Debug, Clone, Copy, Default)]
pub struct TypedTraining<'a> {
    pub topic: &'a str,
    pub competency: &'a str,
    pub hours: &'a str,
    pub provider: &'a str,
    pub rupiah: &'a str,
    pub planned_on: &'a str,
}

impl TypedTraining<'_> {
    /// # Errors
    /// Every problem of the form at once.
    pub fn parse(&self) -> Result<TrainingInput, Problems> {
        let mut problems = Problems::default();
        let topic = problems.take("topik", text::line(self.topic, 5, 160));
        let competency = problems.take("untuk_kompetensi", text::optional_line(self.competency, 120));
        let hours = problems.take("jp", number(self.hours, 1, HOURS_MOST));
        let provider = problems.take("penyelenggara", text::line(self.provider, 2, 160));
        let rupiah = problems.take("biaya", if self.rupiah.trim().is_empty() { Ok(0) } else { number(self.rupiah, 0, RUPIAH_MOST) });
        let planned_on = problems.take("rencana_tanggal", text::day(self.planned_on));
        match (topic, competency, hours, provider, rupiah, planned_on) {
            (Some(topic), Some(competency), Some(hours), Some(provider), Some(rupiah), Some(planned_on)) => {
                let year = planned_on.get(..4).and_then(|y| y.parse().ok()).unwrap_or_default();
                Ok(TrainingInput { year, topic, competency, hours, provider, rupiah, planned_on })
            }
            _ => Err(problems),
        }
    }
}

/// That a training was done.
#[derive(Debug, Clone)]
pub struct DoneInput {
    pub hours: i64,
    pub on_day: String,
    /// Number of the certificate, or what else shows it.
    pub proof: String,
}

impl DoneInput {
    /// # Errors
    /// Every problem of the form at once.
    pub fn parse(hours: &str, on_day: &str, proof: &str, today: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let hours = problems.take("jp_selesai", number(hours, 1, HOURS_MOST));
        let on_day = problems.take("selesai_pada", past_day(on_day, today));
        let proof = problems.take("bukti", text::line(proof, 3, 200));
        match (hours, on_day, proof) {
            (Some(hours), Some(on_day), Some(proof)) => Ok(Self { hours, on_day, proof }),
            _ => Err(problems),
        }
    }
}

/// An agency's training budget of a year.
#[derive(Debug, Clone)]
pub struct BudgetInput {
    pub unit: String,
    pub year: i64,
    pub rupiah: i64,
    pub source: String,
}

impl BudgetInput {
    /// # Errors
    /// Every problem of the form at once.
    pub fn parse(unit: &str, year: &str, rupiah: &str, source: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let unit = problems.take("unit", text::line(unit, 1, 100));
        let year = problems.take("tahun", number(year, 2000, 2100));
        let rupiah = problems.take("anggaran", number(rupiah, 0, RUPIAH_MOST));
        let source = problems.take("sumber", text::line(source, 5, 200));
        match (unit, year, rupiah, source) {
            (Some(unit), Some(year), Some(rupiah), Some(source)) => Ok(Self { unit, year, rupiah, source }),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (typed, expected, why) in [
            ("2.500.000", Ok(2_500_000), "dots between thousands"),
            ("", Err(Fault::Missing), "nothing"),
            ("dua", Err(Fault::NotANumber), "a word"),
            ("-5", Err(Fault::NotANumber), "less than nothing"),
        ] {
            assert_eq!(number(typed, 0, RUPIAH_MOST), expected, "{why}");
        }
    }

    #[test]
    fn a_level_has_a_day_and_a_source() {
        let problems = LevelInput::parse("integritas", "", "6", "2026-11-03", "", "2026-11-02").err().unwrap_or_default();
        for (field, fault) in [("tingkat", Fault::NotANumber), ("dinilai_pada", Fault::InTheFuture), ("sumber", Fault::Missing)] {
            assert_eq!(problems.of(field), Some(fault), "{field}");
        }
        assert_eq!(LevelInput::parse("", " Arsip dinamis ", "2", "2026-11-02", "Uji kompetensi", "2026-11-02").ok().map(|l| l.competency), Some("Arsip dinamis".to_owned()));
    }

    #[test]
    fn the_year_of_a_training_is_that_of_its_day() {
        let typed = TypedTraining { topic: "Pelayanan prima", hours: "20", provider: "BKPSDM", planned_on: "2027-02-01", ..TypedTraining::default() };
        assert_eq!(typed.parse().ok().map(|t| (t.year, t.rupiah, t.competency)), Some((2027, 0, None)));
    }
}
