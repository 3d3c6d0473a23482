//! Ratings, the predicate they lead to, and the steps of an evaluation with its objection. The matrix, the labels and
//! the steps of the objection are those of `performance.json`: a test of the domain compares them.

use super::line::Standing;
use super::plan::{CoreValue, NOTE_LEAST, NOTE_MOST};
use crate::words::words;
use crate::{Fault, Problems, text};

words! {
    /// By which rules a year is evaluated.
    RuleSet { PermenPanRb6Of2022 = "permenpanrb-6-2022" }
}

words! {
    /// How often between two annual evaluations.
    Rhythm { Monthly = "bulanan", Quarterly = "triwulanan" }
}

words! {
    Rating { Above = "di_atas_ekspektasi", Meets = "sesuai_ekspektasi", Below = "di_bawah_ekspektasi" }
}

words! {
    Predicate {
        VeryGood = "sangat_baik", Good = "baik",
        /// "Cukup" in PP 30/2019: one value, two names.
        NeedsImprovement = "butuh_perbaikan",
        Poor = "kurang", VeryPoor = "sangat_kurang",
    }
}

words! {
    OrganisationPredicate { Excellent = "istimewa", Good = "baik", NeedsImprovement = "butuh_perbaikan", Poor = "kurang", VeryPoor = "sangat_kurang" }
}

impl RuleSet {
    /// The predicate of a rating of results and one of behaviour: read from the matrix, never reckoned.
    pub const fn predicate(self, results: Rating, behaviour: Rating) -> Predicate {
        match (self, results, behaviour) {
            (Self::PermenPanRb6Of2022, Rating::Above, Rating::Above) => Predicate::VeryGood,
            (Self::PermenPanRb6Of2022, Rating::Above, Rating::Meets) | (Self::PermenPanRb6Of2022, Rating::Meets, Rating::Above | Rating::Meets) => Predicate::Good,
            (Self::PermenPanRb6Of2022, Rating::Above | Rating::Meets, Rating::Below) => Predicate::Poor,
            (Self::PermenPanRb6Of2022, Rating::Below, Rating::Above | Rating::Meets) => Predicate::NeedsImprovement,
            (Self::PermenPanRb6Of2022, Rating::Below, Rating::Below) => Predicate::VeryPoor,
        }
    }

    pub const fn citation(self) -> &'static str {
        match self {
            Self::PermenPanRb6Of2022 => "PermenPANRB 6/2022",
        }
    }
}

impl OrganisationPredicate {
    /// How many of 24 each predicate has in the template that goes round, in the order of [`Predicate::ALL`]. A hint:
    /// the regulation draws curves and sets no quota, and no rule of the program reads this.
    pub const fn pattern(self) -> [i64; 5] {
        match self {
            Self::Excellent => [13, 7, 3, 1, 0],
            Self::Good => [2, 11, 6, 3, 2],
            Self::NeedsImprovement => [3, 4, 10, 4, 3],
            Self::Poor => [2, 3, 6, 11, 2],
            Self::VeryPoor => [0, 1, 3, 7, 13],
        }
    }
}

words! {
    EvaluationState {
        /// The civil servant writes down what was reached.
        Reporting = "reporting",
        Reported = "reported",
        Issued = "issued",
        Acknowledged = "acknowledged",
        AcceptedBySilence = "accepted_by_silence",
        Objected = "objected",
        AssessorExplained = "assessor_explained",
        Hearing = "hearing",
        /// The superior upholds the assessor's evaluation.
        DecidedUpheld = "decided_upheld",
        /// The superior changes it: the objection is upheld.
        DecidedChanged = "decided_changed",
        Final = "final",
    }
}

words! {
    EvaluationStep {
        Started = "started", Report = "report", Issue = "issue", Acknowledge = "acknowledge", DeadlinePassed = "deadline_passed",
        Object = "object", Explain = "explain", Hear = "hear_both", Uphold = "uphold", Change = "change", Finalise = "finalise",
        /// Of what was final already: a new version, beside which the old one stays.
        Correct = "correct",
    }
}

words! {
    Party { Employee = "employee", Assessor = "assessor", Superior = "assessor_superior", System = "system" }
}

/// Every step there is.
pub const STEPS: &[(EvaluationState, EvaluationStep, EvaluationState, Party)] = {
    use EvaluationState as S;
    use EvaluationStep as A;
    &[
        (S::Reporting, A::Report, S::Reported, Party::Employee),
        // Silence of the subject must not keep anyone unevaluated.
        (S::Reporting, A::Issue, S::Issued, Party::Assessor),
        (S::Reported, A::Issue, S::Issued, Party::Assessor),
        (S::Issued, A::Acknowledge, S::Acknowledged, Party::Employee),
        (S::Issued, A::DeadlinePassed, S::AcceptedBySilence, Party::System),
        (S::Acknowledged, A::Object, S::Objected, Party::Employee),
        (S::Acknowledged, A::DeadlinePassed, S::Final, Party::System),
        (S::AcceptedBySilence, A::Finalise, S::Final, Party::System),
        (S::Objected, A::Explain, S::AssessorExplained, Party::Assessor),
        (S::AssessorExplained, A::Hear, S::Hearing, Party::Superior),
        (S::Hearing, A::Uphold, S::DecidedUpheld, Party::Superior),
        (S::Hearing, A::Change, S::DecidedChanged, Party::Superior),
        (S::DecidedUpheld, A::Finalise, S::Final, Party::System),
        (S::DecidedChanged, A::Finalise, S::Final, Party::System),
        (S::Final, A::Correct, S::Issued, Party::Assessor),
        // What the superior decided, only the superior corrects; with it, it is final again.
        (S::Final, A::Correct, S::Final, Party::Superior),
    ]
};

impl EvaluationState {
    /// Where a step of a party leads; none where it would skip one.
    pub fn after(self, step: EvaluationStep, party: Party) -> Option<Self> {
        STEPS.iter().find(|(from, by, _, who)| *from == self && *by == step && *who == party).map(|(_, _, to, _)| *to)
    }

    /// Whether it goes on only when whoever stands so does something. `over`: the days that are evaluated are over.
    pub const fn waits_for(self, standing: Standing, over: bool) -> bool {
        match self {
            Self::Reporting => matches!(standing, Standing::Subject) || over && matches!(standing, Standing::Assessor),
            Self::Reported => over && matches!(standing, Standing::Assessor),
            Self::Issued => matches!(standing, Standing::Subject),
            Self::Objected => matches!(standing, Standing::Assessor),
            Self::AssessorExplained | Self::Hearing => matches!(standing, Standing::Superior),
            Self::Acknowledged | Self::AcceptedBySilence | Self::DecidedUpheld | Self::DecidedChanged | Self::Final => false,
        }
    }
}

/// A part of a year that is evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    Year,
    /// 1 to 4.
    Quarter(u8),
    /// 1 to 12.
    Month(u8),
}

impl Period {
    /// Those of a rhythm, in their order, and the year.
    pub fn of(rhythm: Rhythm) -> Vec<Self> {
        let parts: Vec<Self> = match rhythm {
            Rhythm::Monthly => (1..=12).map(Self::Month).collect(),
            Rhythm::Quarterly => (1..=4).map(Self::Quarter).collect(),
        };
        parts.into_iter().chain([Self::Year]).collect()
    }

    pub fn parse(word: &str) -> Option<Self> {
        let number = |prefix: &str, most: u8| word.strip_prefix(prefix).filter(|n| !n.starts_with('0')).and_then(|n| n.parse::<u8>().ok()).filter(|n| (1..=most).contains(n));
        match word {
            "tahunan" => Some(Self::Year),
            _ => number("triwulan-", 4).map(Self::Quarter).or_else(|| number("bulan-", 12).map(Self::Month)),
        }
    }

    /// First and last day in a year, `YYYY-MM-DD`.
    pub fn days(self, year: i64) -> (String, String) {
        let (first, last) = match self {
            Self::Year => (1, 12),
            Self::Quarter(n) => (n * 3 - 2, n * 3),
            Self::Month(n) => (n, n),
        };
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let end = match last {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 31,
        };
        (format!("{year:04}-{first:02}-01"), format!("{year:04}-{last:02}-{end:02}"))
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Year => f.write_str("tahunan"),
            Self::Quarter(n) => write!(f, "triwulan-{n}"),
            Self::Month(n) => write!(f, "bulan-{n}"),
        }
    }
}

impl TryFrom<String> for Period {
    type Error = crate::words::UnknownWord;
    fn try_from(word: String) -> Result<Self, Self::Error> {
        Self::parse(&word).ok_or(crate::words::UnknownWord { set: "Period", word })
    }
}

impl CoreValue {
    /// The field of its reason beside that of its rating, which is the value's own word.
    pub const fn reason_field(self) -> &'static str {
        match self {
            Self::ServiceOriented => "alasan_berorientasi_pelayanan",
            Self::Accountable => "alasan_akuntabel",
            Self::Competent => "alasan_kompeten",
            Self::Harmonious => "alasan_harmonis",
            Self::Loyal => "alasan_loyal",
            Self::Adaptive => "alasan_adaptif",
            Self::Collaborative => "alasan_kolaboratif",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueRating {
    pub value: CoreValue,
    pub rating: Rating,
    pub reason: String,
}

/// What the assessor decides: people judge, the matrix only names the predicate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingsInput {
    pub results: Rating,
    pub behaviour: Rating,
    pub behaviour_reason: String,
    pub values: Vec<ValueRating>,
    pub notes: String,
    pub recommendation: String,
    /// Why the unit's distribution differs from the pattern, where the assessor wants to say it.
    pub pattern_note: String,
}

impl RatingsInput {
    /// # Errors
    /// Every problem at once. What is rated below expectation needs its reason in words.
    pub fn parse<'a>(get: impl Fn(&str) -> &'a str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let rating = |typed: &str| if typed.is_empty() { Err(Fault::Missing) } else { Rating::parse(typed).ok_or(Fault::UnknownChoice) };
        let reason = |rating: Option<Rating>, typed: &str| text::paragraphs(typed, if rating == Some(Rating::Below) { NOTE_LEAST } else { 0 }, NOTE_MOST);
        let results = problems.take("hasil_kerja", rating(get("hasil_kerja")));
        let behaviour = problems.take("perilaku", rating(get("perilaku")));
        let behaviour_reason = problems.take("alasan_perilaku", reason(behaviour, get("alasan_perilaku")));
        let mut values = Vec::new();
        for value in CoreValue::ALL {
            let rated = problems.take(value.as_str(), rating(get(value.as_str())));
            let told = problems.take(value.reason_field(), reason(rated, get(value.reason_field())));
            if let (Some(rating), Some(reason)) = (rated, told) {
                values.push(ValueRating { value: *value, rating, reason });
            }
        }
        let notes = problems.take("catatan", text::paragraphs(get("catatan"), NOTE_LEAST, NOTE_MOST));
        let recommendation = problems.take("rekomendasi", text::paragraphs(get("rekomendasi"), 0, NOTE_MOST));
        let pattern_note = problems.take("pola", text::paragraphs(get("pola"), 0, NOTE_MOST));
        match (results, behaviour, behaviour_reason, notes, recommendation, pattern_note) {
            (Some(results), Some(behaviour), Some(behaviour_reason), Some(notes), Some(recommendation), Some(pattern_note)) if problems.is_empty() => {
                Ok(Self { results, behaviour, behaviour_reason, values, notes, recommendation, pattern_note })
            }
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Who is waited for can do something, and where only one party can, it is waited for.
    #[test]
    fn whoever_is_waited_for_has_a_step() {
        let stands = [(Party::Employee, Standing::Subject), (Party::Assessor, Standing::Assessor), (Party::Superior, Standing::Superior)];
        let can = |state, party| STEPS.iter().any(|(from, step, _, who)| *from == state && *who == party && *step != EvaluationStep::Correct && *step != EvaluationStep::Object);
        for state in EvaluationState::ALL {
            for (party, standing) in stands {
                assert_eq!(state.waits_for(standing, true), can(*state, party), "{state} {party}");
                assert!(!state.waits_for(Standing::Team, true));
            }
        }
        assert!(!EvaluationState::Reported.waits_for(Standing::Assessor, false), "nobody is rated before the days are over");
    }

    #[test]
    fn a_period_reads_back_and_knows_its_days() {
        for rhythm in Rhythm::ALL {
            for period in Period::of(*rhythm) {
                assert_eq!(Period::parse(&period.to_string()), Some(period));
            }
        }
        for (period, year, expected) in [
            (Period::Year, 2026, ("2026-01-01", "2026-12-31")),
            (Period::Quarter(2), 2026, ("2026-04-01", "2026-06-30")),
            (Period::Month(2), 2028, ("2028-02-01", "2028-02-29")),
            (Period::Month(2), 2026, ("2026-02-01", "2026-02-28")),
        ] {
            let (first, last) = period.days(year);
            assert_eq!((first.as_str(), last.as_str()), expected);
        }
        for wrong in ["triwulan-0", "triwulan-5", "bulan-13", "bulan-01", "tahun", ""] {
            assert_eq!(Period::parse(wrong), None, "{wrong}");
        }
    }

    fn form(edit: &[(&'static str, &'static str)]) -> Result<RatingsInput, Problems> {
        let mut fields: Vec<(&str, &str)> = CoreValue::ALL.iter().map(|v| (v.as_str(), "sesuai_ekspektasi")).collect();
        fields.extend([("hasil_kerja", "sesuai_ekspektasi"), ("perilaku", "sesuai_ekspektasi"), ("catatan", "Target tercapai.")]);
        fields.retain(|(name, _)| edit.iter().all(|(edited, _)| edited != name));
        fields.extend(edit);
        RatingsInput::parse(|name| fields.iter().find(|(n, _)| *n == name).map_or("", |(_, v)| *v))
    }

    #[test]
    fn what_is_below_expectation_has_its_reason() {
        assert!(form(&[]).is_ok());
        for (edit, field) in [
            (&[("harmonis", "di_bawah_ekspektasi")][..], "alasan_harmonis"),
            (&[("harmonis", "di_bawah_ekspektasi"), ("alasan_harmonis", "  ya ")], "alasan_harmonis"),
            (&[("perilaku", "di_bawah_ekspektasi")], "alasan_perilaku"),
            (&[("loyal", "")], "loyal"),
            (&[("hasil_kerja", "5")], "hasil_kerja"),
            (&[("catatan", "")], "catatan"),
        ] {
            assert!(form(edit).unwrap_err().of(field).is_some(), "{field}");
        }
        assert!(form(&[("harmonis", "di_bawah_ekspektasi"), ("alasan_harmonis", "Dua kali menolak berkas tanpa penjelasan.")]).is_ok());
    }

    #[test]
    fn only_the_steps_of_the_table_are_taken() {
        use EvaluationState as S;
        use EvaluationStep as A;
        assert_eq!(S::Reporting.after(A::Acknowledge, Party::Employee), None);
        assert_eq!(S::Issued.after(A::Object, Party::Employee), None, "who objects has read it first");
        assert_eq!(S::Objected.after(A::Uphold, Party::Superior), None, "the assessor explains and both are heard");
        assert_eq!(S::Final.after(A::Issue, Party::Assessor), None, "what is final is corrected by a new version");
        assert_eq!(S::Hearing.after(A::Change, Party::Assessor), None, "not the assessor's to decide");
    }
}
