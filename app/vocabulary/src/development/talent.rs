//! Talent (PermenPANRB 3/2020): what the personnel office assessed, and what it looks for. Internal, and never a rank.

use crate::words::words;
use crate::{Fault, Problems, text};

words! {
    TalentPerformance { Above = "di_atas", Meets = "sesuai", Below = "di_bawah" }
}

words! {
    Potential { High = "tinggi", Medium = "menengah", Low = "rendah" }
}

/// What was assessed of a person, with its day and source.
#[derive(Debug, Clone)]
pub struct TalentInput {
    pub performance: TalentPerformance,
    pub potential: Potential,
    pub assessed_on: String,
    pub source: String,
}

impl TalentInput {
    /// # Errors
    /// Every problem of the form at once.
    pub fn parse(performance: &str, potential: &str, assessed_on: &str, source: &str, today: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let wrong = |typed: &str| if typed.is_empty() { Fault::Missing } else { Fault::UnknownChoice };
        let performance = problems.take("kinerja", TalentPerformance::parse(performance).ok_or(wrong(performance)));
        let potential = problems.take("potensi", Potential::parse(potential).ok_or(wrong(potential)));
        let day = text::day(assessed_on).and_then(|day| if day.as_str() > today { Err(Fault::InTheFuture) } else { Ok(day) });
        let assessed_on = problems.take("talenta_pada", day);
        let source = problems.take("talenta_sumber", text::line(source, 5, 200));
        match (performance, potential, assessed_on, source) {
            (Some(performance), Some(potential), Some(assessed_on), Some(source)) => Ok(Self { performance, potential, assessed_on, source }),
            _ => Err(problems),
        }
    }
}

/// What the personnel office looks for, and why: people for an open post, or the nine boxes where no post is named.
#[derive(Debug, Clone)]
pub struct SearchInput {
    pub position: Option<String>,
    pub purpose: String,
}

impl SearchInput {
    /// # Errors
    /// Every problem of the form at once; without a purpose nobody is shown.
    pub fn parse(position: &str, purpose: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let position = problems.take("jabatan", text::optional_line(position, 120));
        let purpose = problems.take("keperluan", text::line(purpose, 10, 200));
        match (position, purpose) {
            (Some(position), Some(purpose)) => Ok(Self { position, purpose }),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_looked_at_without_a_purpose() {
        assert_eq!(SearchInput::parse("", " ").err().unwrap_or_default().of("keperluan"), Some(Fault::Missing));
        assert!(SearchInput::parse("", "Rapat tim penilai kinerja").is_ok());
        let problems = TalentInput::parse("skor", "", "2026-11-03", "Rapat", "2026-11-02").err().unwrap_or_default();
        assert_eq!((problems.of("kinerja"), problems.of("potensi"), problems.of("talenta_pada")), (Some(Fault::UnknownChoice), Some(Fault::Missing), Some(Fault::InTheFuture)));
    }
}
