//! From what people type to words: lower case, everyday spellings to standard ones, Indonesian stems; stop words are
//! marked (negations are none: "tidak jadi" is not "jadi").

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock};

const NEGATIONS: &[&str] = &["tidak", "belum", "bukan", "jangan", "kurang", "tanpa"];

static STOP_WORDS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../../../data/reference/stopwords_id.txt").lines().map(str::trim).filter(|w| !w.is_empty() && !NEGATIONS.contains(w)).collect());

static EVERYDAY: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
    let mut table = csv::Reader::from_reader(include_str!("../../../data/reference/slang_map.csv").as_bytes());
    table
        .records()
        .filter_map(|row| {
            let row = row.ok()?;
            let standard = row.get(1)?.to_lowercase();
            // Forms marked "context" are words too; changing them would be a guess.
            (row.get(3)? == "always").then(|| (row.get(0).unwrap_or_default().to_owned(), tokens(&standard).map(str::to_owned).collect()))
        })
        .collect()
});

/// At most so many words of a query are looked up; more tell nothing more and cost time.
const WORDS_MOST: usize = 12;

/// Letters of a word that are looked at.
const LETTERS_MOST: usize = 40;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// In its standard spelling; only lower ASCII letters and digits, so it is safe inside a query of either database.
    pub whole: String,
    /// Its stem, of the same letters. Equal to the word where nothing comes off.
    pub stem: String,
    /// Says nothing about what is looked for ("yang", "baru").
    pub stop: bool,
}

/// Words as they stand in a text in lower case. Single letters say nothing; single digits do ("formulir 2").
pub(super) fn tokens(lower: &str) -> impl Iterator<Item = &str> {
    lower
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|token| token.len() > 1 || token.bytes().any(|b| b.is_ascii_digit()))
        .map(|token| &token[..token.len().min(LETTERS_MOST)])
}

/// The words of one token: usually one; "gbs" is two, a particle none.
pub(super) fn read(token: &str) -> Vec<Word> {
    let word = |whole: &str| Word { whole: whole.to_owned(), stem: stem(whole), stop: STOP_WORDS.contains(whole) };
    EVERYDAY.get(token).map_or_else(|| vec![word(token)], |standard| standard.iter().map(|s| word(s)).collect())
}

fn stem(whole: &str) -> String {
    let stem = tantivy_stemmers::algorithms::indonesian_tala(whole);
    if stem.len() < 2 {
        return whole.to_owned();
    }
    // "perijinan" shows its everyday spelling only without its affixes.
    match EVERYDAY.get(stem.as_ref()).map(Vec::as_slice) {
        Some([standard]) => standard.clone(),
        _ => stem.into_owned(),
    }
}

/// Stems of every word but stop words, in order.
pub fn stems(text: &str) -> Vec<String> {
    tokens(&text.to_lowercase()).flat_map(read).filter(|word| !word.stop).map(|word| word.stem).collect()
}

/// Stems of every word, stop words too, in order: what is looked for in phrases ("terima kasih").
pub fn all_stems(text: &str) -> Vec<String> {
    tokens(&text.to_lowercase()).flat_map(read).map(|word| word.stem).collect()
}

/// Reads many texts: the same few thousand words again and again, each stemmed once.
#[derive(Default)]
pub(super) struct Reader {
    seen: HashMap<String, Arc<[Word]>>,
}

impl Reader {
    /// Calls `each` with every word of the text.
    pub fn words(&mut self, text: &str, mut each: impl FnMut(&Word)) {
        for token in tokens(&text.to_lowercase()) {
            let words = match self.seen.get(token) {
                Some(words) => words.clone(),
                None => {
                    let words: Arc<[Word]> = read(token).into();
                    self.seen.insert(token.to_owned(), words.clone());
                    words
                }
            };
            words.iter().for_each(&mut each);
        }
    }
}

/// A query for FTS5: every stem must match whole. Empty when nothing is left to look for.
pub(super) fn fts5(stems: &[String]) -> String {
    stems.iter().take(WORDS_MOST).map(|w| format!("\"{w}\"")).collect::<Vec<_>>().join(" ")
}

/// The same for PostgreSQL's `to_tsquery('simple', …)`.
pub(super) fn tsquery(stems: &[String]) -> String {
    stems.iter().take(WORDS_MOST).cloned().collect::<Vec<_>>().join(" & ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyday_words_find_standard_ones() {
        let cases = [
            ("pelayanan", "layanan", "affixes go"),
            ("gak bisa", "tidak bisa", "everyday spelling"),
            ("tidak ada pelayanan", "tidak dilayani", "negation stays, stop words go"),
            ("KTP ilang", "ktp hilang", "a lost letter that everyone loses"),
            ("perijinan", "izin", "everyday spelling under affixes"),
            ("e-KTP", "ktp", "an abbreviation is a word"),
            ("KK", "kk", "and a short one"),
        ];
        for (typed, standard, why) in cases {
            let typed_stems = stems(typed);
            assert!(!stems(standard).is_empty(), "{why}");
            assert!(stems(standard).iter().all(|s| typed_stems.contains(s)), "{why}: {typed_stems:?} / {:?}", stems(standard));
        }
    }

    #[test]
    fn nothing_typed_can_break_a_query() {
        for typed in ["\" OR 1=1 --", "NEAR(a b)", "a* AND -b", "ktp'); drop table unit; --", "&|!:*<->", "title : ktp", "🚑 ktp\u{0}kk", &"ü".repeat(10_000), &"x".repeat(10_000)]
        {
            for word in tokens(&typed.to_lowercase()).flat_map(read) {
                for form in [word.whole, word.stem] {
                    assert!(!form.is_empty() && form.len() <= LETTERS_MOST && form.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()), "{form:?} of {typed:.20}");
                }
            }
        }
    }

    #[test]
    fn the_table_of_everyday_spellings_is_read_whole() {
        assert!(EVERYDAY.len() > 120, "{}", EVERYDAY.len());
        for (form, standard) in EVERYDAY.iter() {
            assert!(tokens(form).eq([form.as_str()]), "{form:?} is no single word");
            assert!(standard.iter().all(|s| !EVERYDAY.contains_key(s)), "{form:?} leads to another everyday spelling");
        }
    }
}
