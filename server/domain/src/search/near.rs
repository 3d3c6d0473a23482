//! Which word was meant: one letter too many, too few, wrong or swapped ("pindh"), or only the consonants ("ush").

use std::collections::BTreeSet;

/// Words this long and longer are not corrected: nobody types them by hand.
const LETTERS_MOST: usize = 24;
/// A mistyped beginning is looked for up to this length, and from five letters on: shorter ones begin too much.
const BEGINNING: std::ops::RangeInclusive<usize> = 5..=12;

fn can_be_mistyped(word: &str) -> bool {
    (3..LETTERS_MOST).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase())
}

/// The first letter and the consonants: "usaha" is written "ush". None when fewer than three letters stay, which too
/// many words share.
fn skeleton(word: &str) -> Option<String> {
    let bones: String = word.chars().enumerate().filter(|(i, c)| *i == 0 || !"aeiou".contains(*c)).map(|(_, c)| c).collect();
    (bones.len() >= 3).then_some(bones)
}

/// The word with each of its letters left out in turn; of words of four letters and more.
fn deletions(word: &str) -> BTreeSet<String> {
    if word.len() < 4 {
        return BTreeSet::new();
    }
    (0..word.len()).map(|i| format!("{}{}", &word[..i], &word[i + 1..])).collect()
}

/// Under which a word of the vocabulary is kept: two words one mistake apart have a variant in common.
pub(super) fn variants(word: &str) -> BTreeSet<String> {
    if !can_be_mistyped(word) {
        return BTreeSet::new();
    }
    let mut variants = deletions(word);
    variants.extend(skeleton(word));
    variants.insert(word.to_owned());
    variants
}

/// Where to look for what was meant by a mistyped word.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Looked {
    /// These variants.
    pub same: BTreeSet<String>,
    /// And those that begin so, for a word that is not typed to its end yet.
    pub beginning: BTreeSet<String>,
}

pub(super) fn look_for(typed: &str) -> Looked {
    let mut looked = Looked::default();
    if !can_be_mistyped(typed) {
        return looked;
    }
    looked.same.extend(skeleton(typed));
    let mut close = deletions(typed);
    close.insert(typed.to_owned());
    if BEGINNING.contains(&typed.len()) {
        looked.beginning = close;
    } else {
        looked.same.extend(close);
    }
    looked
}

/// How a word of the vocabulary resembles what was typed, best first; people seldom miss the first letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    OneMistake,
    SameConsonants,
    OneMistakeInTheFirstLetter,
    /// One mistake, and not typed to its end.
    Beginning,
}

/// None where nothing is mistyped, or too much.
pub(super) fn likeness(typed: &str, word: &str) -> Option<Likeness> {
    let (t, w) = (typed.as_bytes(), word.as_bytes());
    if w.starts_with(t) {
        return None;
    }
    if t.len() >= 4 && w.len() >= 4 && one_mistake(t, w) {
        return Some(if t[0] == w[0] { Likeness::OneMistake } else { Likeness::OneMistakeInTheFirstLetter });
    }
    if t.len() >= 3 && w.len() > t.len() && skeleton(typed).is_some_and(|bones| Some(bones) == skeleton(word)) {
        return Some(Likeness::SameConsonants);
    }
    let begins = BEGINNING.contains(&t.len()) && (t.len() - 1..=t.len() + 1).any(|most| w.len() > most && one_mistake(t, &w[..most]));
    begins.then_some(Likeness::Beginning)
}

/// Whether a letter more, less, changed, or swapped with its neighbour makes one of the other (Damerau-Levenshtein
/// distance of one).
fn one_mistake(a: &[u8], b: &[u8]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    match long.len() - short.len() {
        0 if same == long.len() => false,
        0 => {
            short[same + 1..] == long[same + 1..]
                || (same + 1 < long.len() && short[same] == long[same + 1] && short[same + 1] == long[same] && short[same + 2..] == long[same + 2..])
        }
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant() {
        use Likeness::*;
        let cases = [
            ("pindh", "pindah", Some(OneMistake), "a letter too few"),
            ("pinddah", "pindah", Some(OneMistake), "a letter too many"),
            ("pimdah", "pindah", Some(OneMistake), "a wrong letter"),
            ("pidnah", "pindah", Some(OneMistake), "two swapped"),
            ("ipndah", "pindah", Some(OneMistakeInTheFirstLetter), "the first two swapped"),
            ("ush", "usaha", Some(SameConsonants), "only the consonants"),
            ("kndrn", "kendaraan", Some(SameConsonants), "of a long word"),
            ("kelhir", "kelahiran", Some(Beginning), "not typed to its end"),
            ("keelahir", "kelahiran", Some(Beginning), "with a letter too many"),
            ("pindah", "pindah", None, "no mistake"),
            ("aki", "aku", None, "three letters are no word to correct"),
            ("kk", "kok", None, "two letters least of all"),
            ("sekolah", "seluruh", None, "two mistakes"),
            ("bndr", "bandar", Some(SameConsonants), "names too"),
        ];
        for (typed, word, expected, why) in cases {
            assert_eq!(likeness(typed, word), expected, "{why}: {typed} / {word}");
        }
    }

    #[test]
    fn whatever_is_alike_is_looked_for() {
        for word in ["pindah", "usaha", "kelahiran", "akta", "puskesmas"] {
            let kept = variants(word);
            let mut typed: BTreeSet<String> = deletions(word);
            for (i, letter) in (0..=word.len()).flat_map(|i| "aeknz".chars().map(move |c| (i, c))) {
                typed.insert(format!("{}{letter}{}", &word[..i], &word[i..]));
                if i < word.len() {
                    typed.insert(format!("{}{letter}{}", &word[..i], &word[i + 1..]));
                }
            }
            for mistyped in typed.iter().filter(|t| likeness(t, word).is_some()) {
                let looked = look_for(mistyped);
                let found = kept.iter().any(|v| looked.same.contains(v) || looked.beginning.iter().any(|b| v.starts_with(b.as_str())));
                assert!(found, "{mistyped} does not lead to {word}");
            }
        }
    }

    #[test]
    fn what_is_no_word_is_left_alone() {
        for typed in ["", "x", "12", "2026", "ak1", &"x".repeat(40)] {
            assert_eq!(look_for(typed), Looked::default(), "{typed}");
            assert!(variants(typed).is_empty(), "{typed}");
        }
    }
}
