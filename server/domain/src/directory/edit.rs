//! Staff keep the directory: each subject's form becomes changes, checked whole before anything is written. The same
//! checks serve the form, its preview and the import of files.

pub mod ending;
pub mod merge;
pub mod position;
pub mod service;
pub mod standard;
pub mod tenure;
pub mod unit;

use std::collections::BTreeMap;

use vocabulary::{Fault, Problems, text};

use crate::clock::parse_day;

/// What was typed, by the names of the form's fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(BTreeMap<String, String>);

impl Fields {
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.0.insert(name.to_owned(), value.into());
    }

    /// Whether the field is there at all; an imported file need not have every column.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(n, v)| (n.as_str(), v.as_str()))
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Fields {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(n, v)| (n.into(), v.into())).collect())
    }
}

/// Characters of a name, of a paragraph, of a list.
const NAME: usize = 160;
const PARAGRAPH: usize = 2000;
const LIST: usize = 8000;

/// The fields that become public texts.
const PUBLIC_TEXTS: &[&str] = &[
    "alasan",
    "sk",
    "nama",
    "nama_en",
    "melayani",
    "tentang",
    "alamat",
    "jam",
    "judul",
    "ringkasan",
    "tugas",
    "hasil",
    "wewenang",
    "hubungan",
    "syarat",
    "kompetensi_teknis",
    "nama_pendek",
    "kata_kunci",
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "pengaduan",
    "dasar_hukum",
    "sarana",
    "kompetensi",
    "pengawasan",
    "jaminan",
    "keselamatan",
    "evaluasi",
];

/// What every change says besides its subject: from when, why, by which decree.
struct Why {
    from: String,
    reason: String,
    decree: String,
}

fn why(fields: &Fields, problems: &mut Problems) -> Option<Why> {
    let from = problems.take("mulai", day(fields.get("mulai")));
    let reason = problems.take("alasan", text::paragraphs(fields.get("alasan"), 5, PARAGRAPH));
    let decree = problems.take("sk", text::line(fields.get("sk"), 0, NAME));
    // Everyone may read what is written here: the number of a person stands in none of it.
    for (name, value) in fields.iter() {
        if text::without_personal_number(value.to_owned()).is_err()
            && let Some(field) = PUBLIC_TEXTS.iter().find(|f| **f == name)
        {
            problems.add(field, Fault::PersonalNumber);
        }
    }
    Some(Why { from: from?, reason: reason?, decree: decree? })
}

/// # Errors
/// [`Fault::Missing`], [`Fault::NotADate`].
pub fn day(typed: &str) -> Result<String, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Fault::Missing);
    }
    parse_day(typed).filter(|d| (1945..=2200).contains(&d.year())).map(|_| typed.to_owned()).ok_or(Fault::NotADate)
}

fn number(typed: &str, most: i64) -> Result<Option<i64>, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    typed.parse().ok().filter(|n| (0..=most).contains(n)).map(Some).ok_or(Fault::NotANumber)
}

/// Trims each line and drops the empty ones.
fn lines(typed: &str, most: usize) -> Result<String, Fault> {
    let text = text::paragraphs(typed, 0, most)?;
    Ok(text.lines().map(str::trim).filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n"))
}

/// The last part of an address: small letters, digits and dashes.
fn address(typed: &str) -> Result<String, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        Err(Fault::Missing)
    } else if typed.len() <= 100 && typed == super::import::slug_of(typed) {
        Ok(typed.to_owned())
    } else {
        Err(Fault::NotAnAddress)
    }
}

fn chosen<T>(typed: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, Fault> {
    if typed.is_empty() { Err(Fault::Missing) } else { parse(typed).ok_or(Fault::UnknownChoice) }
}

/// "text | rest" of one line.
fn pair(line: &str) -> (&str, Option<&str>) {
    match line.rsplit_once('|') {
        Some((left, right)) => (left.trim(), Some(right.trim()).filter(|r| !r.is_empty())),
        None => (line.trim(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_days() {
        let cases = [
            ("2026-03-01", Ok("2026-03-01".to_owned())),
            ("", Err(Fault::Missing)),
            ("1 Maret 2026", Err(Fault::NotADate)),
            ("2026-02-30", Err(Fault::NotADate)),
            ("0026-03-01", Err(Fault::NotADate)),
        ];
        for (typed, expected) in cases {
            assert_eq!(day(typed), expected, "{typed}");
        }
    }

    #[test]
    fn addresses_are_plain() {
        for (typed, good) in [("dinas-baru", true), ("Dinas Baru", false), ("dinas--baru", false), ("../unit", false), ("", false)] {
            assert_eq!(address(typed).is_ok(), good, "{typed}");
        }
    }

    #[test]
    fn a_line_may_have_a_second_part() {
        assert_eq!(pair("Menerima berkas | UU 24/2013"), ("Menerima berkas", Some("UU 24/2013")));
        assert_eq!(pair("Menerima berkas |"), ("Menerima berkas", None));
        assert_eq!(pair("a | b | c"), ("a | b", Some("c")));
    }
}
