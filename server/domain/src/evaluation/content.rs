//! What a version of a plan and of an evaluation is made of. A version is whole and kept as JSON: fields may be added with
//! `#[serde(default)]`, and never renamed.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use vocabulary::evaluation::plan::{Approach, Aspect, CoreValue, Perspective, ResultKind};
use vocabulary::evaluation::rating::{OrganisationPredicate, Predicate, Rating, RatingsInput, RuleSet};

use super::assessors::Official;
use crate::directory::history::word;
use crate::error::{Error, Result};
use crate::ids::{CardId, PersonId, PlanId};
use crate::secrets::hex;

/// A word that may be missing.
mod maybe_word {
    use serde::{Deserialize, Deserializer, Serializer, de};

    pub fn serialize<W: std::fmt::Display, S: Serializer>(word: &Option<W>, to: S) -> Result<S::Ok, S::Error> {
        match word {
            Some(word) => to.collect_str(word),
            None => to.serialize_none(),
        }
    }

    pub fn deserialize<'de, W: TryFrom<String>, D: Deserializer<'de>>(from: D) -> Result<Option<W>, D::Error> {
        Option::<String>::deserialize(from)?.map(|text| W::try_from(text).map_err(|_| de::Error::custom("an unknown word"))).transpose()
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    #[serde(with = "word")]
    pub aspect: Aspect,
    pub text: String,
    pub target: String,
    pub unit: String,
}

/// The superior's result that a result serves, with its words of then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Served {
    pub plan: PlanId,
    pub key: String,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedResult {
    /// Names it through all versions: `h1`, `h2` …
    pub key: String,
    #[serde(with = "word")]
    pub kind: ResultKind,
    pub serves: Option<Served>,
    pub text: String,
    #[serde(with = "maybe_word")]
    pub perspective: Option<Perspective>,
    pub indicators: Vec<Indicator>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expectation {
    #[serde(with = "word")]
    pub value: CoreValue,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanContent {
    #[serde(with = "word")]
    pub approach: Approach,
    pub results: Vec<PlannedResult>,
    pub expectations: Vec<Expectation>,
    pub resources: String,
    pub accountability: String,
    pub consequences: String,
}

impl Default for PlanContent {
    fn default() -> Self {
        Self {
            approach: Approach::Quantitative,
            results: Vec::new(),
            expectations: CoreValue::ALL.iter().map(|value| Expectation { value: *value, text: String::new() }).collect(),
            resources: String::new(),
            accountability: String::new(),
            consequences: String::new(),
        }
    }
}

impl PlanContent {
    /// The leader's special expectation of a value; empty where there is none.
    pub fn expected(&self, value: CoreValue) -> &str {
        self.expectations.iter().find(|e| e.value == value).map_or("", |e| &e.text)
    }

    pub fn result(&self, key: &str) -> Option<&PlannedResult> {
        self.results.iter().find(|r| r.key == key)
    }

    /// A key that no result has or had in this version.
    pub(super) fn next_key(&self) -> String {
        let last = self.results.iter().filter_map(|r| r.key.strip_prefix('h')?.parse::<u32>().ok()).max().unwrap_or(0);
        format!("h{}", last + 1)
    }
}

/// What was reached of one result, with the evidence that it rests on: listed, and never counted together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Realised {
    pub key: String,
    pub text: String,
    pub cards: Vec<CardId>,
    /// The assessor's ongoing feedback.
    pub feedback: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatedValue {
    #[serde(with = "word")]
    pub value: CoreValue,
    #[serde(with = "word")]
    pub rating: Rating,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rated {
    #[serde(with = "word")]
    pub results: Rating,
    #[serde(with = "word")]
    pub behaviour: Rating,
    pub behaviour_reason: String,
    pub values: Vec<RatedValue>,
    #[serde(with = "word")]
    pub predicate: Predicate,
    #[serde(with = "word")]
    pub rule_set: RuleSet,
    pub notes: String,
    pub recommendation: String,
    pub pattern_note: String,
}

impl Rated {
    pub(super) fn of(rule_set: RuleSet, input: &RatingsInput) -> Self {
        Self {
            results: input.results,
            behaviour: input.behaviour,
            behaviour_reason: input.behaviour_reason.clone(),
            values: input.values.iter().map(|v| RatedValue { value: v.value, rating: v.rating, reason: v.reason.clone() }).collect(),
            predicate: rule_set.predicate(input.results, input.behaviour),
            rule_set,
            notes: input.notes.clone(),
            recommendation: input.recommendation.clone(),
            pattern_note: input.pattern_note.clone(),
        }
    }
}

/// Somebody named in the document, as of the day it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    pub person: PersonId,
    pub name: String,
    pub post: String,
    pub unit: String,
}

impl From<&Official> for Named {
    fn from(o: &Official) -> Self {
        Self { person: o.person, name: o.name.clone(), post: o.title.clone(), unit: o.unit_name.clone() }
    }
}

/// What the unit as a whole reached, as it was set when the document was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    pub unit: String,
    #[serde(with = "word")]
    pub predicate: OrganisationPredicate,
    pub reason: String,
}

/// An evidence card as the document lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    pub card: CardId,
    pub reference: String,
    pub title: String,
    pub source: String,
    pub event_on: String,
    pub decision: String,
    pub reason: String,
    /// The holder's reply, which travels with the card.
    #[serde(default)]
    pub reply: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvaluationContent {
    pub plan_version: i64,
    pub results: Vec<Realised>,
    #[serde(default)]
    pub rated: Option<Rated>,
    #[serde(default)]
    pub employee: Option<Named>,
    #[serde(default)]
    pub assessor: Option<Named>,
    #[serde(default)]
    pub superior: Option<Named>,
    #[serde(default)]
    pub organisation: Option<Organisation>,
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// Why this version took the place of the one before; empty for the first.
    #[serde(default)]
    pub because: String,
}

impl EvaluationContent {
    pub fn realised(&self, key: &str) -> Option<&Realised> {
        self.results.iter().find(|r| r.key == key)
    }
}

/// As JSON, with its SHA-256.
pub(super) fn written(content: &impl Serialize) -> Result<(String, String)> {
    let text = serde_json::to_string(content).map_err(|e| Error::Broken(e.to_string()))?;
    let digest = digest(&text);
    Ok((text, digest))
}

/// SHA-256 of a text, as anybody's program reckons it.
pub fn digest(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

pub(super) fn read<T: DeserializeOwned>(text: &str, what: Uuid) -> Result<T> {
    serde_json::from_str(text).map_err(|e| Error::Broken(format!("the content of {what} cannot be read: {e}")))
}
