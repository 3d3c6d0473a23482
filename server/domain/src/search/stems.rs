//! From what people type to stems: lower case, everyday spellings to standard ones, stop words out (negations stay:
//! "tidak jadi" is not "jadi"), Indonesian stems.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

const NEGATIONS: &[&str] = &["tidak", "belum", "bukan", "jangan", "kurang", "tanpa"];

static STOP_WORDS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../../../data/reference/stopwords_id.txt").lines().map(str::trim).filter(|w| !w.is_empty() && !NEGATIONS.contains(w)).collect());

static SLANG: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let mut table = csv::Reader::from_reader(include_str!("../../../data/reference/slang_map.csv").as_bytes());
    table
        .records()
        .filter_map(|row| {
            let row = row.ok()?;
            // Forms marked "context" are words too; changing them would be a guess.
            (row.get(3)? == "always").then(|| (row.get(0).unwrap_or_default().to_owned(), row.get(1).unwrap_or_default().to_owned()))
        })
        .collect()
});

/// At most so many words of a query are looked up; more tell nothing more and cost time.
const WORDS_MOST: usize = 12;

/// Stems of every word, in order; only ASCII letters and digits, so they are safe inside a query of either database.
pub fn stems(text: &str) -> Vec<String> {
    use tantivy_stemmers::algorithms::indonesian_tala as stem;
    let lower = text.to_lowercase();
    lower
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| word.len() > 1 || word.chars().all(|c| c.is_ascii_digit()))
        .filter(|word| !word.is_empty() && word.len() <= 40)
        .flat_map(|word| {
            let standard = SLANG.get(word).map_or(word, String::as_str);
            standard.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
        })
        .filter(|word| !STOP_WORDS.contains(word.as_str()))
        .map(|word| {
            let stemmed = stem(&word).into_owned();
            if stemmed.len() < 2 { word } else { stemmed }
        })
        .filter(|word| word.chars().all(|c| c.is_ascii_alphanumeric()))
        .collect()
}

/// How a word of a query matches a word of a document.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    /// It begins it: for a few thousand names, where people type half a word.
    Beginning,
    /// It is it: among a million texts, collecting every word with a beginning costs ten times the whole page.
    Whole,
}

/// A query for FTS5: every stem must match. Empty when nothing is left to look for.
pub(super) fn fts5(words: &[String], how: Match) -> String {
    let star = if how == Match::Beginning { " *" } else { "" };
    words.iter().take(WORDS_MOST).map(|w| format!("\"{w}\"{star}")).collect::<Vec<_>>().join(" ")
}

/// The same for PostgreSQL's `to_tsquery('simple', …)`.
pub(super) fn tsquery(words: &[String], how: Match) -> String {
    let star = if how == Match::Beginning { ":*" } else { "" };
    words.iter().take(WORDS_MOST).map(|w| format!("{w}{star}")).collect::<Vec<_>>().join(" & ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyday_words_find_standard_ones() {
        let cases =
            [("pelayanan", "layanan", "affixes go"), ("gak bisa", "tidak bisa", "everyday spelling"), ("tidak ada pelayanan", "tidak dilayani", "negation stays, stop words go")];
        for (typed, standard, why) in cases {
            let typed_stems = stems(typed);
            assert!(stems(standard).iter().all(|s| typed_stems.contains(s)), "{why}: {typed_stems:?} / {:?}", stems(standard));
        }
    }

    #[test]
    fn nothing_typed_can_break_a_query() {
        for typed in ["\" OR 1=1 --", "NEAR(a b)", "a* AND -b", "ktp'); drop table unit; --", "&|!:*<->"] {
            for stem in stems(typed) {
                assert!(stem.chars().all(|c| c.is_ascii_alphanumeric()), "{stem}");
            }
        }
    }
}
