//! Sentences shown to people: Indonesian first, English second, from `locales`. A key that is missing in a language
//! falls back to Indonesian, and one that is missing there shows itself, so that a test or a reader finds it.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub struct Words {
    pub language: &'static str,
    bundle: FluentBundle<FluentResource>,
}

static INDONESIAN: LazyLock<Words> = LazyLock::new(|| Words::read("id", include_str!("../locales/id.ftl")));
static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::read("en", include_str!("../locales/en.ftl")));

impl Words {
    fn read(language: &'static str, text: &str) -> Self {
        let identifier: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Marks for mixed writing directions are of no use in these two languages and break addresses in mails.
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, errors)| {
            tracing::error!(language, ?errors, "a translation file has errors");
            resource
        });
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    pub fn of(language: &str) -> &'static Self {
        if language == "en" { &ENGLISH } else { &INDONESIAN }
    }

    pub fn is_english(&self) -> bool {
        self.language == "en"
    }

    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    pub fn t(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The sentence with a number in it.
    pub fn n(&self, key: &str, number: impl TryInto<i64>) -> String {
        let mut args = FluentArgs::new();
        args.set("n", FluentValue::from(number.try_into().unwrap_or(i64::MAX)));
        self.format(key, Some(&args))
    }

    /// The sentence with names in it.
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        if values.is_empty() {
            return self.format(key, None);
        }
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set((*name).to_owned(), FluentValue::String(Cow::Borrowed(value)));
        }
        self.format(key, Some(&args))
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            return if self.is_english() { INDONESIAN.format(key, args) } else { key.to_owned() };
        };
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, args, &mut errors).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    fn keys(text: &str) -> BTreeSet<String> {
        text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase())).filter_map(|l| Some(l.split_once(" =")?.0.to_owned())).collect()
    }

    #[test]
    fn every_key_stands_once() {
        for text in [include_str!("../locales/id.ftl"), include_str!("../locales/en.ftl")] {
            let mut seen = BTreeSet::new();
            let twice: Vec<&str> =
                text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase())).filter_map(|l| Some(l.split_once(" =")?.0)).filter(|key| !seen.insert(*key)).collect();
            assert!(twice.is_empty(), "the second would be shown in the place of the first: {twice:?}");
        }
    }

    #[test]
    fn both_languages_say_the_same_things() {
        let (id, en) = (keys(include_str!("../locales/id.ftl")), keys(include_str!("../locales/en.ftl")));
        let missing: Vec<_> = id.symmetric_difference(&en).collect();
        assert!(missing.is_empty(), "in one language only: {missing:?}");
        assert!(id.len() > 100);
    }

    /// Keys that pages put together from a word of evaluation and of what follows from it.
    #[test]
    fn every_word_has_its_sentences() {
        use vocabulary::development::{CoachingOutcome, CoachingStep, Potential, TalentPerformance};
        use vocabulary::evaluation::plan::{Aspect, CoreValue, Perspective, PlanState, PlanStep, ResultKind};
        use vocabulary::evaluation::rating::{EvaluationState, EvaluationStep, OrganisationPredicate, Predicate, Rating, Rhythm};
        use vocabulary::evaluation::{Decision, DeskTab, Element, Grounds, HoldReason, LookForm, LookedAt, ReporterBand, Settled, Source, Standing};
        use vocabulary::ideas::{CommitmentStage, CommitmentStep, IdeaOutcome, IdeaStage};
        fn of<T: std::fmt::Display>(all: &[T], patterns: &[&str]) -> Vec<String> {
            all.iter().flat_map(|word| patterns.iter().map(move |pattern| pattern.replace('*', &word.to_string()))).collect()
        }
        let needed = [
            of(LookedAt::ALL, &["looked-*"]),
            of(LookForm::ALL, &["look-form-*"]),
            of(Standing::ALL, &["standing-*", "you-are-*", "coaching-as-*", "coaching-seen-as-*"]),
            of(DeskTab::ALL, &["record-*", "record-empty-*", "record-empty-*-title"]),
            of(Source::ALL, &["source-*", "draft-*"]),
            of(Element::ALL, &["element-*"]),
            of(Decision::ALL, &["decision-*", "decision-*-hint"]),
            of(Grounds::ALL, &["grounds-*"]),
            of(ReporterBand::ALL, &["reports-*"]),
            of(HoldReason::ALL, &["hold-*", "hold-*-short"]),
            of(Settled::ALL, &["settle-*", "settle-*-hint", "settled-*", "hold-*"]),
            of(PlanState::ALL, &["plan-state-*"]),
            of(PlanStep::ALL, &["plan-step-*"]),
            of(ResultKind::ALL, &["result-*", "result-*-hint"]),
            of(Aspect::ALL, &["aspect-*", "aspect-*-hint"]),
            of(Perspective::ALL, &["perspective-*"]),
            of(CoreValue::ALL, &["value-*", "value-*-hint", "fault-missing-*"]),
            of(EvaluationState::ALL, &["evaluation-state-*"]),
            of(EvaluationStep::ALL, &["evaluation-step-*"]),
            of(Rating::ALL, &["rating-*"]),
            of(Predicate::ALL, &["predicate-*"]),
            of(OrganisationPredicate::ALL, &["organisation-*", "organisation-*-hint"]),
            of(Rhythm::ALL, &["rhythm-*"]),
            of(&CoachingStep::ALL[..3], &["coaching-step-*"]),
            of(CoachingOutcome::ALL, &["coaching-outcome-*", "coaching-outcome-*-hint"]),
            of(TalentPerformance::ALL, &["talent-performance-*"]),
            of(Potential::ALL, &["talent-potential-*"]),
            of(IdeaStage::ALL, &["idea-stage-*"]),
            of(IdeaOutcome::ALL, &["idea-outcome-*", "idea-outcome-*-hint"]),
            of(CommitmentStage::ALL, &["commitment-stage-*"]),
            of(CommitmentStep::ALL, &["commitment-step-*"]),
        ];
        let known = keys(include_str!("../locales/id.ftl"));
        let missing: Vec<String> = needed.concat().into_iter().filter(|key| !known.contains(key)).collect();
        assert!(missing.is_empty(), "a page would show these as they stand: {missing:?}");
    }

    #[test]
    fn every_key_that_pages_name_is_there() {
        let known = keys(include_str!("../locales/id.ftl"));
        let mut missing = BTreeSet::new();
        let mut named = 0;
        let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let text = std::fs::read_to_string(&path).unwrap();
                for call in [".t(\"", ".n(\"", ".with(\"", " t(\"", "(t(\"", "{t(\""] {
                    for (at, _) in text.match_indices(call) {
                        let key = text[at + call.len()..].split('"').next().unwrap_or_default();
                        named += 1;
                        if !known.contains(key) {
                            missing.insert(key.to_owned());
                        }
                    }
                }
            }
        }
        assert!(named > 100);
        assert!(missing.is_empty(), "named but not written: {missing:?}");
    }
}
