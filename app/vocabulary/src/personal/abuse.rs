//! Words of abuse, from `moderation_seed.csv`: the term, what it is, how bad (1 is only pointed out), words of which one
//! must stand beside it, and words beside which it is harmless ("babi" with "ternak").

use super::{Atom, Read, Sort, Span};

const SEED: &str = include_str!("moderation_seed.csv");
/// How far "beside" reaches, in words.
const BESIDE: usize = 3;

pub(super) fn find(read: &Read) -> Vec<Span> {
    let mut found = Vec::new();
    for row in SEED.lines().skip(1) {
        let mut cells = row.split(',');
        let mut cell = || cells.next().unwrap_or_default();
        let (term, _kind, severity, with, without) = (cell(), cell(), cell(), cell(), cell());
        for i in 0..read.atoms.len() {
            let Some(mut last) = term_at(&read.atoms[i..], term).map(|n| i + n) else { continue };
            let near = |words: &str| {
                let from = i.saturating_sub(BESIDE);
                (from..(last + 1 + BESIDE).min(read.atoms.len())).find(|j| (*j < i || *j > last) && !words.is_empty() && begins(&read.atoms[*j], words))
            };
            if near(without).is_some() {
                continue;
            }
            if !with.is_empty() {
                let Some(beside) = near(with) else { continue };
                last = last.max(beside);
            }
            found.push(Span { mask: severity != "1", ..read.span(i, last, Sort::Abuse) });
        }
    }
    found
}

/// The word is one of these, or one of them with an ending ("peternakan" is named in full).
fn begins(atom: &Atom, words: &str) -> bool {
    words.split(' ').any(|word| atom.text.len() >= word.len() && atom.text.is_char_boundary(word.len()) && atom.text[..word.len()].eq_ignore_ascii_case(word))
}

/// How many atoms behind the first the term ends, if it stands here.
fn term_at(atoms: &[Atom], term: &str) -> Option<usize> {
    let mut last = 0;
    for (n, word) in term.split(' ').enumerate() {
        atoms.get(n).filter(|atom| same(atom.text, word))?;
        last = n;
    }
    Some(last)
}

/// The same word, however long its letters are drawn ("gobloook"), with or without "nya" and "lah".
fn same(typed: &str, word: &str) -> bool {
    let (mut typed, mut before) = (typed.bytes().map(|b| b.to_ascii_lowercase()).peekable(), 0);
    for letter in word.bytes() {
        while before != letter && before != 0 && typed.peek() == Some(&before) {
            typed.next();
        }
        if typed.next() != Some(letter) {
            return false;
        }
        before = letter;
    }
    while typed.peek() == Some(&before) {
        typed.next();
    }
    let rest: [u8; 4] = [typed.next().unwrap_or(0), typed.next().unwrap_or(0), typed.next().unwrap_or(0), typed.next().unwrap_or(0)];
    matches!(&rest, [0, ..] | b"nya\0" | b"lah\0" | b"kau\0")
}
