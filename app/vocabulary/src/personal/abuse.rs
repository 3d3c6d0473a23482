//! Words of abuse, from `moderation_seed.csv`: the term, what it is, how bad (1 is only pointed out), words of which one
//! must stand beside it, and words beside which it is harmless ("babi" with "ternak").

use super::{Found, Read, Sort, Span, among, cut};

const SEED: &str = include_str!("moderation_seed.csv");
/// How far "beside" reaches, in words.
const BESIDE: usize = 3;

pub(super) fn find(read: &Read, found: &mut Found) {
    let (_, mut rows) = cut(SEED, b'\n');
    while !rows.is_empty() {
        let (row, more) = cut(rows, b'\n');
        rows = more;
        let (term, row) = cut(row, b',');
        let (_kind, row) = cut(row, b',');
        let (severity, row) = cut(row, b',');
        let (with, without) = cut(row, b',');
        for i in 0..read.atoms.len() {
            let Some(mut last) = term_at(read, i, term) else { continue };
            if beside(read, i, last, without).is_some() {
                continue;
            }
            if !with.is_empty() {
                let Some(found) = beside(read, i, last, with) else { continue };
                last = last.max(found);
            }
            found.add(Span { mask: severity != "1", ..read.span(i, last, Sort::Abuse) });
        }
    }
}

/// The first atom beside these that is, or begins like, one of the words.
#[inline(never)]
fn beside(read: &Read, first: usize, last: usize, words: &str) -> Option<usize> {
    (first.saturating_sub(BESIDE)..last + 1 + BESIDE).find(|j| (*j < first || *j > last) && among(read.at(*j).text, words, true))
}

/// The atom at which the term ends, if it stands here.
#[inline(never)]
fn term_at(read: &Read, i: usize, term: &str) -> Option<usize> {
    let (mut at, mut rest) = (i, term);
    loop {
        let (word, more) = cut(rest, b' ');
        if !same(read.at(at).text.as_bytes(), word.as_bytes()) {
            return None;
        }
        if more.is_empty() {
            return Some(at);
        }
        (at, rest) = (at + 1, more);
    }
}

/// The same word, however long its letters are drawn ("gobloook"), with or without "nya" and "lah".
fn same(typed: &[u8], word: &[u8]) -> bool {
    let at = |i: usize| typed.get(i).map_or(0, u8::to_ascii_lowercase);
    let (mut i, mut before) = (0, 0);
    for letter in word {
        while before != 0 && before != *letter && at(i) == before {
            i += 1;
        }
        if at(i) != *letter {
            return false;
        }
        before = *letter;
        i += 1;
    }
    while at(i) == before {
        i += 1;
    }
    let rest = typed.get(i..).unwrap_or_default();
    rest.is_empty() || rest.eq_ignore_ascii_case(b"nya") || rest.eq_ignore_ascii_case(b"lah") || rest.eq_ignore_ascii_case(b"kau")
}
