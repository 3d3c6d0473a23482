//! What the words of a report propose: its class, the service or agency it is about, an office outside the government
//! that it belongs to. A proposal with its reason, for the verifier; a person decides. No learning: phrases from
//! `feedback_cues.csv`, each with its source, found as stems.

use std::sync::LazyLock;

use vocabulary::feedback::Kind;

use crate::db::Conn;
use crate::directory::redirects::{Redirect, redirect};
use crate::directory::units;
use crate::error::{Error, Result};
use crate::on;
use crate::search::all_stems;

/// Something proposed, and the words of the report that spoke for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed<T> {
    pub what: T,
    pub because: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposal {
    pub kind: Option<Proposed<Kind>>,
    /// Import key of a service (`akta_kelahiran`).
    pub service: Option<Proposed<String>>,
    /// Key of an agency (`pupr`), where no service was found or beside it.
    pub agency: Option<Proposed<String>>,
    /// Key of a redirect (`paspor`).
    pub elsewhere: Option<Proposed<String>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Kind,
    Service,
    Agency,
    Elsewhere,
}

struct Cue {
    of: Of,
    value: String,
    weight: usize,
    phrase: String,
    stems: Vec<String>,
    /// The words must stand as they are, for their stem is that of another word: "penggelapan" is no dark street.
    whole: bool,
}

static CUES: LazyLock<Vec<Cue>> = LazyLock::new(|| {
    let mut table = csv::Reader::from_reader(include_str!("../../../data/reference/feedback_cues.csv").as_bytes());
    let mut cues = Vec::new();
    for row in table.records().flatten() {
        let cell = |i: usize| row.get(i).unwrap_or_default();
        let of = match cell(0) {
            "kind" => Of::Kind,
            "service" => Of::Service,
            "agency" => Of::Agency,
            _ => Of::Elsewhere,
        };
        let weight = cell(2).parse().unwrap_or(1);
        cues.extend(cell(3).split(';').map(|said| {
            let phrase = said.strip_prefix('=').unwrap_or(said);
            Cue { of, value: cell(1).to_owned(), weight, phrase: phrase.to_owned(), stems: all_stems(phrase), whole: phrase != said }
        }));
    }
    cues
});

/// A question mark is a cue that has no stem.
const ASKS: &str = "?";

/// Reads a report. The class is proposed only where words speak for it.
pub fn propose(text: &str) -> Proposal {
    let words = all_stems(text);
    let lower = text.to_lowercase();
    let stands = |cue: &Cue| match cue.stems.len() {
        _ if cue.whole => lower.split(|c: char| !c.is_alphanumeric()).any(|word| word == cue.phrase),
        0 => cue.phrase == ASKS && text.contains('?'),
        n => words.windows(n).any(|w| w == cue.stems),
    };
    let spoken: Vec<&Cue> = CUES.iter().filter(|cue| stands(cue)).collect();
    let best = |of: Of| best(&spoken, of);
    let kind = best(Of::Kind).and_then(|p| Some(Proposed { what: Kind::parse(&p.what)?, because: p.because }));
    Proposal { kind, service: best(Of::Service), agency: best(Of::Agency), elsewhere: best(Of::Elsewhere) }
}

/// The value with the greatest weight; of equals the one that comes first in the file. A phrase inside another of the
/// same value counts once, as the longer one.
fn best(spoken: &[&Cue], of: Of) -> Option<Proposed<String>> {
    let mut sums: Vec<(usize, &str, Vec<&Cue>)> = Vec::new();
    for cue in spoken.iter().filter(|c| c.of == of) {
        let inside =
            |other: &&Cue| other.of == of && other.value == cue.value && other.stems.len() > cue.stems.len() && other.stems.windows(cue.stems.len().max(1)).any(|w| w == cue.stems);
        if spoken.iter().any(inside) {
            continue;
        }
        match sums.iter_mut().find(|(_, value, _)| *value == cue.value) {
            Some(sum) => {
                sum.0 += cue.weight;
                sum.2.push(cue);
            }
            None => sums.push((cue.weight, &cue.value, vec![cue])),
        }
    }
    let most = sums.iter().map(|s| s.0).max()?;
    let (_, value, cues) = sums.into_iter().find(|s| s.0 == most)?;
    Some(Proposed { what: value.to_owned(), because: cues.into_iter().map(|c| c.phrase.clone()).collect() })
}

/// A proposal in the words of a government's directory.
#[derive(Debug, Clone, Default)]
pub struct NamedProposal {
    pub kind: Option<Proposed<Kind>>,
    /// The service's name.
    pub service: Option<Proposed<String>>,
    /// The unit's name: of the service, else of the agency.
    pub unit: Option<Proposed<String>>,
    pub elsewhere: Option<Proposed<Redirect>>,
}

/// Looks up what is proposed; what this government does not have is left out. The area says which ward or district.
///
/// # Errors
/// The database's.
pub async fn name_proposal(conn: &mut Conn, government: &str, area: Option<&str>, proposal: Proposal) -> Result<NamedProposal> {
    let mut named = NamedProposal { kind: proposal.kind, ..NamedProposal::default() };
    let mut agency = proposal.agency;
    if let Some(service) = proposal.service {
        let found: Option<(String, Option<String>, Option<String>)> = on!(conn, c => sqlx::query_as("select s.short_name, u.name, s.served_by_kind from service s left join unit u on u.id = s.unit_id where s.government = $1 and s.import_key = $2")
            .bind(government).bind(&service.what).fetch_optional(c).await?);
        if let Some((name, unit, by_kind)) = found {
            named.unit = unit.map(|what| Proposed { what, because: service.because.clone() });
            if let Some(kind) = by_kind {
                agency = Some(Proposed { what: kind, because: service.because.clone() });
            }
            named.service = Some(Proposed { what: name, because: service.because });
        }
    }
    if let Some(agency) = agency.filter(|_| named.unit.is_none()) {
        let unit: Option<String> = match (agency.what.as_str(), area) {
            // There are many of them: the one of the place, or none. A ward's code begins with its district's.
            ("kelurahan" | "kecamatan", Some(area)) => {
                let code = if agency.what == "kecamatan" { area.get(..8).unwrap_or(area) } else { area };
                match units::serving_area(conn, government, &agency.what, code).await? {
                    Some(unit) => on!(conn, c => sqlx::query_scalar("select name from unit where id = $1").bind(unit).fetch_optional(c).await?),
                    None => None,
                }
            }
            ("kelurahan" | "kecamatan", None) => None,
            (key, _) => {
                on!(conn, c => sqlx::query_scalar("select name from unit where government = $1 and agency_key = $2 order by slug limit 1").bind(government).bind(key).fetch_optional(c).await?)
            }
        };
        named.unit = unit.map(|what| Proposed { what, because: agency.because });
    }
    if let Some(elsewhere) = proposal.elsewhere {
        match redirect(conn, &elsewhere.what).await {
            Ok(what) => named.elsewhere = Some(Proposed { what, because: elsewhere.because }),
            Err(Error::NotFound) => {}
            Err(e) => return Err(e),
        }
    }
    Ok(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proposal_names_its_reasons() {
        let found = propose("Lampu jalan di gang kami mati sejak Senin, belum diperbaiki.");
        assert_eq!(found.kind.map(|k| k.what), Some(Kind::Complaint));
        assert_eq!(found.service, Some(Proposed { what: "lampu_jalan".into(), because: vec!["lampu jalan".into()] }));
        let passport = propose("Kapan paspor saya jadi?");
        assert_eq!(passport.elsewhere.map(|e| e.because), Some(vec!["paspor".into()]));
        let dark = propose("Jalan gelap sekali, lampu mati. Mohon segera.");
        assert_eq!(dark.kind.map(|k| k.what), Some(Kind::Complaint), "a dark street is no embezzlement");
        assert_eq!(propose("Ada penggelapan dana bantuan.").kind.map(|k| k.what), Some(Kind::Misconduct));
        assert_eq!(propose("Xyzzy plugh."), Proposal::default(), "without a word that speaks for it nothing is proposed");
    }

    #[test]
    fn every_cue_is_read_and_says_something() {
        assert!(CUES.len() > 300, "{}", CUES.len());
        for cue in CUES.iter() {
            assert!(!cue.stems.is_empty() || cue.phrase == ASKS, "{:?} has no stem", cue.phrase);
            assert!(cue.of != Of::Kind || Kind::parse(&cue.value).is_some(), "{:?} is no class", cue.value);
        }
    }
}
