//! The performance plan (SKP): what it is made of, and what people write into it.

use super::line::Standing;
use crate::words::words;
use crate::{Fault, Problems, text};

words! {
    Approach { Quantitative = "kuantitatif", Qualitative = "kualitatif" }
}

words! {
    ResultKind { Main = "utama", Additional = "tambahan" }
}

words! {
    /// What an indicator measures; a result has at most one of each.
    Aspect { Quantity = "kuantitas", Quality = "kualitas", Time = "waktu", Cost = "biaya" }
}

words! {
    /// From where the result of a senior executive is seen.
    Perspective { Recipients = "penerima_layanan", Process = "proses_bisnis", Strengthening = "penguatan_internal", Budget = "anggaran" }
}

words! {
    /// The seven values of BerAKHLAK.
    CoreValue {
        ServiceOriented = "berorientasi_pelayanan", Accountable = "akuntabel", Competent = "kompeten", Harmonious = "harmonis",
        Loyal = "loyal", Adaptive = "adaptif", Collaborative = "kolaboratif",
    }
}

words! {
    PlanState {
        Draft = "draft",
        /// Waits for the assessor.
        Proposed = "diusulkan",
        Agreed = "disepakati",
    }
}

words! {
    /// What happened to a plan.
    PlanStep { Started = "started", Proposed = "proposed", Returned = "returned", Agreed = "agreed", Changed = "changed" }
}

impl PlanState {
    /// Where a step leads; none where it would skip one.
    pub const fn after(self, step: PlanStep) -> Option<Self> {
        match (self, step) {
            (Self::Draft, PlanStep::Proposed) => Some(Self::Proposed),
            (Self::Proposed, PlanStep::Returned) | (Self::Agreed, PlanStep::Changed) => Some(Self::Draft),
            (Self::Proposed, PlanStep::Agreed) => Some(Self::Agreed),
            _ => None,
        }
    }

    /// Whether it goes on only when whoever stands so does something.
    pub const fn waits_for(self, standing: Standing) -> bool {
        matches!((self, standing), (Self::Draft, Standing::Subject) | (Self::Proposed, Standing::Assessor))
    }
}

impl Aspect {
    /// The form's fields: indicator, target, unit.
    pub const fn fields(self) -> [&'static str; 3] {
        match self {
            Self::Quantity => ["kuantitas", "kuantitas_target", "kuantitas_satuan"],
            Self::Quality => ["kualitas", "kualitas_target", "kualitas_satuan"],
            Self::Time => ["waktu", "waktu_target", "waktu_satuan"],
            Self::Cost => ["biaya", "biaya_target", "biaya_satuan"],
        }
    }
}

pub const RESULT_LEAST: usize = 10;
pub const RESULT_MOST: usize = 600;
pub const INDICATOR_MOST: usize = 300;
pub const TARGET_MOST: usize = 80;
pub const EXPECTATION_MOST: usize = 1000;
pub const ATTACHMENT_MOST: usize = 3000;
pub const NOTE_LEAST: usize = 10;
pub const NOTE_MOST: usize = 3000;
/// As many results as a plan holds.
pub const RESULTS_MOST: usize = 12;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorInput {
    pub aspect: Aspect,
    pub text: String,
    pub target: String,
    pub unit: String,
}

/// One result with its indicators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultInput {
    pub kind: ResultKind,
    /// The superior's result that it serves: `plan/key`.
    pub serves: Option<String>,
    pub text: String,
    pub perspective: Option<Perspective>,
    pub indicators: Vec<IndicatorInput>,
}

fn chosen<T>(typed: &str, parsed: Option<T>) -> Result<T, Fault> {
    if typed.is_empty() { Err(Fault::Missing) } else { parsed.ok_or(Fault::UnknownChoice) }
}

fn maybe<T>(typed: &str, parsed: Option<T>) -> Result<Option<T>, Fault> {
    if typed.is_empty() { Ok(None) } else { parsed.map(Some).ok_or(Fault::UnknownChoice) }
}

impl ResultInput {
    /// # Errors
    /// Every problem at once. An indicator whose text is empty is none, unless it has a target.
    pub fn parse<'a>(get: impl Fn(&str) -> &'a str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let kind = problems.take("kategori", chosen(get("kategori"), ResultKind::parse(get("kategori"))));
        let serves = problems.take("atasan", text::optional_line(get("atasan"), 120));
        let words = problems.take("hasil", text::paragraphs(get("hasil"), RESULT_LEAST, RESULT_MOST));
        let perspective = problems.take("perspektif", maybe(get("perspektif"), Perspective::parse(get("perspektif"))));
        let mut indicators = Vec::new();
        for aspect in Aspect::ALL {
            let [text_field, target_field, unit_field] = aspect.fields();
            if [text_field, target_field, unit_field].iter().all(|f| get(f).trim().is_empty()) {
                continue;
            }
            let text = problems.take(text_field, text::line(get(text_field), 3, INDICATOR_MOST));
            let target = problems.take(target_field, text::line(get(target_field), 1, TARGET_MOST));
            let unit = problems.take(unit_field, text::line(get(unit_field), 1, TARGET_MOST));
            if let (Some(text), Some(target), Some(unit)) = (text, target, unit) {
                indicators.push(IndicatorInput { aspect: *aspect, text, target, unit });
            }
        }
        if problems.is_empty() && indicators.is_empty() {
            problems.add("kuantitas", Fault::Missing);
        }
        match (kind, serves, words, perspective) {
            (Some(kind), Some(serves), Some(text), Some(perspective)) if problems.is_empty() => Ok(Self { kind, serves, text, perspective, indicators }),
            _ => Err(problems),
        }
    }
}

/// The leader's special expectations of the seven values, and the attachments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectationsInput {
    pub expectations: Vec<(CoreValue, String)>,
    pub resources: String,
    pub accountability: String,
    pub consequences: String,
}

impl ExpectationsInput {
    /// # Errors
    /// Every problem at once.
    pub fn parse<'a>(get: impl Fn(&str) -> &'a str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let mut expectations = Vec::new();
        for value in CoreValue::ALL {
            if let Some(text) = problems.take(value.as_str(), text::paragraphs(get(value.as_str()), 0, EXPECTATION_MOST)) {
                expectations.push((*value, text));
            }
        }
        let resources = problems.take("sumber_daya", text::paragraphs(get("sumber_daya"), 0, ATTACHMENT_MOST));
        let accountability = problems.take("pertanggungjawaban", text::paragraphs(get("pertanggungjawaban"), 0, ATTACHMENT_MOST));
        let consequences = problems.take("konsekuensi", text::paragraphs(get("konsekuensi"), 0, ATTACHMENT_MOST));
        match (resources, accountability, consequences) {
            (Some(resources), Some(accountability), Some(consequences)) if problems.is_empty() => Ok(Self { expectations, resources, accountability, consequences }),
            _ => Err(problems),
        }
    }
}

/// A written reason, for steps that need one.
///
/// # Errors
/// A problem of the field.
pub fn note(field: &'static str, typed: &str) -> Result<String, Problems> {
    let mut problems = Problems::default();
    problems.take(field, text::paragraphs(typed, NOTE_LEAST, NOTE_MOST)).ok_or(problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_takes_no_step_that_skips_one() {
        for (from, step, to, why) in [
            (PlanState::Draft, PlanStep::Proposed, Some(PlanState::Proposed), "proposed by who wrote it"),
            (PlanState::Draft, PlanStep::Agreed, None, "nobody agrees to what is not proposed"),
            (PlanState::Proposed, PlanStep::Agreed, Some(PlanState::Agreed), "the assessor agrees"),
            (PlanState::Proposed, PlanStep::Returned, Some(PlanState::Draft), "or gives it back"),
            (PlanState::Proposed, PlanStep::Proposed, None, "once is enough"),
            (PlanState::Agreed, PlanStep::Proposed, None, "agreed is agreed"),
            (PlanState::Agreed, PlanStep::Changed, Some(PlanState::Draft), "a change begins a new version"),
            (PlanState::Draft, PlanStep::Changed, None, "which is open already"),
        ] {
            assert_eq!(from.after(step), to, "{why}");
        }
    }

    #[test]
    fn a_result_has_an_indicator_and_each_indicator_a_target() {
        let form = |fields: &'static [(&'static str, &'static str)]| move |name: &str| fields.iter().find(|(n, _)| *n == name).map_or("", |(_, v)| *v);
        let none = ResultInput::parse(form(&[("kategori", "utama"), ("hasil", "Akta terbit tepat waktu")])).unwrap_err();
        assert!(none.of("kuantitas").is_some(), "no indicator");
        let half = ResultInput::parse(form(&[("kategori", "utama"), ("hasil", "Akta terbit tepat waktu"), ("waktu", "Lama terbit")])).unwrap_err();
        assert!(half.of("waktu_target").is_some() && half.of("waktu_satuan").is_some(), "no target");
        let whole = ResultInput::parse(form(&[
            ("kategori", "utama"),
            ("hasil", "Akta terbit tepat waktu"),
            ("waktu", "Lama terbit"),
            ("waktu_target", "1"),
            ("waktu_satuan", "hari kerja"),
        ]));
        assert_eq!(whole.unwrap().indicators.len(), 1);
    }
}
