//! Recognition (penghargaan): who assesses somebody, or stands above that, gives it in person, on grounds that are named:
//! accepted cards of praise, or the predicate of a year. No rule gives it, nothing is counted for it, and it is not public.

mod give;
mod show;

use serde::Deserialize;
use vocabulary::evaluation::{LookForm, LookedAt, Source};

use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::Linked;
use crate::error::Result;
use crate::evaluation::{Annual, Look, annual_results, looked, seen_among};
use crate::ids::{CardId, PersonId, RecognitionId};
use crate::on;
use crate::portal::Portal;

pub use give::{give, take_back};
pub(super) use show::given_to;
pub use show::{Recognition, RestingCard, Standing, of_government, of_person, resting_on, show};

const KINDS: &str = include_str!("../../../data/reference/recognition_kinds.csv");

/// A kind of recognition, from the reference data.
#[derive(Debug, Clone, Deserialize)]
pub struct RecognitionKind {
    pub key: String,
    pub label_id: String,
    pub label_en: String,
    pub hint_id: String,
    pub hint_en: String,
    /// Which predicates of a year it may rest on, parted by blanks.
    predicates: String,
    pub citation: String,
    /// Whether the citation was seen, is from memory, or is a rule of this portal.
    pub certainty: String,
}

impl RecognitionKind {
    pub fn rests_on(&self, annual: &Annual) -> bool {
        self.predicates.split(' ').any(|predicate| predicate == annual.predicate.as_str())
    }
}

/// The kinds there are, in the order in which they are offered.
pub fn kinds() -> Vec<RecognitionKind> {
    csv::Reader::from_reader(KINDS.as_bytes()).deserialize().filter_map(|row| row.ok()).collect()
}

/// The kind of this key.
pub fn kind(key: &str) -> Option<RecognitionKind> {
    kinds().into_iter().find(|kind| kind.key == key)
}

/// An accepted card of praise, or of an answer that helped.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Praise {
    pub id: CardId,
    pub title: String,
    #[sqlx(try_from = "String")]
    pub source: Source,
    pub event_on: String,
}

/// What a recognition may rest on.
#[derive(Debug, Clone, Default)]
pub struct Grounds {
    pub cards: Vec<Praise>,
    pub years: Vec<Annual>,
}

/// What a recognition of this person may rest on, as far as the actor may open it, the newest first.
///
/// # Errors
/// The database's.
pub async fn grounds(portal: &Portal, linked: &mut impl Linked, actor: &Actor, person: PersonId) -> Result<Grounds> {
    let all: Vec<Praise> = on!(&mut *linked, conn => sqlx::query_as(
        "select k.id, k.title, k.source, k.event_on from evidence_card k join evidence_decision d on d.card_id = k.id and d.number = (select max(number) from evidence_decision n where n.card_id = k.id) \
         where k.person_id = $1 and k.source in ('praise', 'answer') and d.decision in ('accept', 'accept_with_note') order by k.event_on desc, k.id desc limit 50")
        .bind(person).fetch_all(conn).await?);
    let seen = seen_among(portal, linked, actor, all.iter().map(|card| card.id).collect()).await?;
    let cards = all.into_iter().filter(|card| seen.contains(&card.id)).collect();
    Ok(Grounds { cards, years: annual_results(portal, linked, actor, person).await? })
}

/// The same for the page on which one is given: whoever it is about reads that these evaluations were looked at.
///
/// # Errors
/// The database's.
pub async fn see_grounds(portal: &Portal, actor: &Actor, government: &str, person: PersonId) -> Result<Grounds> {
    let mut tx = portal.db.begin().await?;
    let found = grounds(portal, &mut tx, actor, person).await?;
    for year in &found.years {
        let look = Look { government, person: Some(person), standing: year.standing, subject: LookedAt::Evaluation, id: year.id.0, form: LookForm::Page };
        looked(portal, &mut tx, actor, look).await?;
    }
    tx.commit().await?;
    Ok(found)
}

/// Where a page of recognitions ends.
pub type After = (Millis, RecognitionId);

#[cfg(test)]
mod tests {
    use super::*;
    use vocabulary::evaluation::rating::Predicate;

    #[test]
    fn every_kind_says_on_what_and_by_which_rule() {
        let kinds = kinds();
        assert_eq!(kinds.len(), KINDS.lines().count() - 1, "a row that cannot be read is left out");
        for kind in &kinds {
            assert!(!kind.label_id.is_empty() && !kind.label_en.is_empty() && !kind.citation.is_empty(), "{}", kind.key);
            assert!(["seen", "memory", "design"].contains(&kind.certainty.as_str()), "{}", kind.key);
            let known: Vec<_> = kind.predicates.split(' ').filter_map(Predicate::parse).collect();
            assert_eq!(known.len(), kind.predicates.split(' ').count(), "{}: {}", kind.key, kind.predicates);
            assert!(!known.is_empty() && known.iter().all(|p| matches!(p, Predicate::VeryGood | Predicate::Good)), "{}: nobody is rewarded for falling short", kind.key);
        }
    }
}
