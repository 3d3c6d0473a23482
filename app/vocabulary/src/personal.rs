//! What in a text tells who somebody is, or is said in anger: found while one types, before sending, and for the
//! verifier who masks it. Looser than any validator on purpose: what is pointed out in vain costs a glance, what is
//! missed is published. One scanner for server and browser, written by hand: a machine for regular expressions would
//! be larger than everything else that a phone loads.
//!
//! What it does not see: names without a word that announces one ("budi lambat sekali"), names in small letters after
//! "pak" or "bu", numbers written as words, letters put in place of digits, and abuse spelt with digits ("g0blok").

mod abuse;
mod names;
mod numbers;

use crate::words::words;

words! {
    /// What was found.
    Sort {
        /// 16 digits: NIK, or the number of a family card.
        Nik = "nik",
        /// 18 digits; a PPPK has 21 where others have a month.
        Nip = "nip",
        Phone = "telepon",
        Email = "surel",
        Plate = "plat",
        /// Of a bank, a card, a tax or an insurance number.
        Account = "rekening",
        BirthDate = "tanggal-lahir",
        /// A street with its house number, or where somebody lives with RT or RW.
        Address = "alamat",
        Name = "nama",
        /// The name or initial of somebody who serves.
        Official = "nama-petugas",
        /// One post, by a word for its holder ("Ibu Kepala Dinas"). No personal data: only the verifier is told.
        Post = "jabatan",
        Abuse = "kasar",
    }
}

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Byte offsets; both lie between characters.
    pub start: usize,
    pub end: usize,
    pub sort: Sort,
    /// Whether it should not be published; the rest is only pointed out.
    pub mask: bool,
}

/// A run of letters or of digits. Bytes beyond ASCII count as letters, so that "José" is one word.
#[derive(Clone, Copy)]
struct Atom<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    digits: bool,
}

// Everything below is written for a small module in the browser: plain loops over bytes, few functions that are never
// inlined, no splitting or sorting of the library, which would each bring its own machine.

/// What stands before the first of this mark and what follows; all and nothing where there is none. The mark is ASCII.
#[inline(never)]
fn cut(text: &str, mark: u8) -> (&str, &str) {
    for (at, byte) in text.bytes().enumerate() {
        if byte == mark {
            return (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
        }
    }
    (text, "")
}

/// Whether the word is in the list, which is parted by blanks; `begins`: or one of the list begins it.
#[inline(never)]
fn among(word: &str, list: &str, begins: bool) -> bool {
    let mut rest = list;
    while !rest.is_empty() {
        let (one, more) = cut(rest, b' ');
        let head = if begins { word.get(..one.len()).unwrap_or_default() } else { word };
        if !one.is_empty() && head.eq_ignore_ascii_case(one) {
            return true;
        }
        rest = more;
    }
    false
}

/// Whether every byte is one of the marks, and there are one to three.
#[inline(never)]
fn only(gap: &str, marks: &str) -> bool {
    (1..=3).contains(&gap.len()) && gap.bytes().all(|b| marks.bytes().any(|m| m == b))
}

impl Atom<'_> {
    fn is(&self, word: &str) -> bool {
        among(self.text, word, false)
    }

    /// `words` is parted by blanks.
    fn is_one_of(&self, words: &str) -> bool {
        among(self.text, words, false)
    }

    fn has_capital(&self) -> bool {
        self.text.bytes().next().is_some_and(|b| b.is_ascii_uppercase())
    }

    fn is_capitals(&self) -> bool {
        !self.text.bytes().any(|b| b.is_ascii_lowercase())
    }

    fn len(&self) -> usize {
        self.text.len()
    }
}

/// Before the first and behind the last.
const NOTHING: Atom<'static> = Atom { text: "", start: 0, end: 0, digits: false };

/// A text with its atoms.
struct Read<'a> {
    text: &'a str,
    atoms: Vec<Atom<'a>>,
}

impl<'a> Read<'a> {
    fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let class = |b: u8| if b.is_ascii_digit() { 2 } else { u8::from(b.is_ascii_alphabetic() || b >= 0x80) };
        let mut atoms = Vec::new();
        let mut start = 0;
        while start < bytes.len() {
            let kind = class(bytes[start]);
            let mut end = start + 1;
            while end < bytes.len() && class(bytes[end]) == kind {
                end += 1;
            }
            // Where the class of bytes changes lies a character's end, for all bytes beyond ASCII are of one class.
            if kind > 0
                && let Some(run) = text.get(start..end)
            {
                atoms.push(Atom { text: run, start, end, digits: kind == 2 });
            }
            start = end;
        }
        Self { text, atoms }
    }

    /// The atom at this place; an empty one outside.
    #[inline(never)]
    fn at(&self, i: usize) -> Atom<'a> {
        self.atoms.get(i).copied().unwrap_or(NOTHING)
    }

    /// What stands between an atom and the next; a line's end behind the last.
    #[inline(never)]
    fn gap(&self, i: usize) -> &'a str {
        self.text.get(self.at(i).end..self.at(i.wrapping_add(1)).start).unwrap_or("\n")
    }

    /// Whether one of these words is among the `most` atoms before.
    #[inline(never)]
    fn has_before(&self, i: usize, most: usize, words: &str) -> bool {
        (i.saturating_sub(most)..i).any(|j| self.at(j).is_one_of(words))
    }

    #[inline(never)]
    fn span(&self, first: usize, last: usize, sort: Sort) -> Span {
        Span { start: self.at(first).start, end: self.at(last).end, sort, mask: sort != Sort::Post }
    }
}

/// Everything that was found, in order; no two overlap. What is surer wins: an account before sixteen digits, those
/// before a telephone, all before a name.
pub fn find(text: &str) -> Vec<Span> {
    let read = Read::new(text);
    let mut found = Found(Vec::new());
    numbers::emails(text, &mut found);
    numbers::accounts(&read, &mut found);
    numbers::of_persons(&read, &mut found);
    numbers::phones(&read, &mut found);
    numbers::birth_dates(&read, &mut found);
    numbers::plates(&read, &mut found);
    names::addresses(&read, &mut found);
    names::names(&read, &mut found);
    abuse::find(&read, &mut found);
    found.0
}

/// Spans in order, of which no two overlap: what was found first stays.
struct Found(Vec<Span>);

impl Found {
    #[inline(never)]
    fn add(&mut self, new: Span) {
        let mut at = self.0.len();
        for (i, old) in self.0.iter().enumerate() {
            if new.start < old.end && old.start < new.end {
                return;
            }
            if at > i && new.start < old.start {
                at = i;
            }
        }
        self.0.insert(at, new);
    }
}

/// Whether this holds what looks like a NIK or NIP, bare or grouped by one kind of mark: refused in words that everyone
/// may read.
pub fn has_personal_number(text: &str) -> bool {
    numbers::has_uniform(&Read::new(text))
}

/// The text as it may be published: what should not be read is named in brackets, an insult keeps its first letter.
pub fn masked(text: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for span in find(text).into_iter().filter(|s| s.mask) {
        out.push_str(&text[at..span.start]);
        match span.sort {
            Sort::Abuse => out.extend(text[span.start..span.end].chars().enumerate().map(|(i, c)| if i == 0 || c == ' ' { c } else { '*' })),
            sort => {
                out.push('[');
                out.push_str(stands_for(sort));
                out.push(']');
            }
        }
        at = span.end;
    }
    out.push_str(&text[at..]);
    out
}

/// In the language of the reports themselves, for it becomes part of one.
const fn stands_for(sort: Sort) -> &'static str {
    match sort {
        Sort::Nik => "NIK",
        Sort::Nip => "NIP",
        Sort::Phone => "nomor telepon",
        Sort::Email => "surel",
        Sort::Plate => "nomor kendaraan",
        Sort::Account => "nomor rekening",
        Sort::BirthDate => "tanggal lahir",
        Sort::Address => "alamat",
        Sort::Name | Sort::Official => "nama",
        Sort::Post => "jabatan",
        Sort::Abuse => "kata kasar",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Sort, &str)> {
        find(text).into_iter().map(|s| (s.sort, &text[s.start..s.end])).collect()
    }

    #[test]
    fn what_tells_who_someone_is_is_found() {
        use Sort::{Abuse, Account, Address, BirthDate, Email, Name, Nik, Nip, Official, Phone, Plate, Post};
        let cases: &[(&str, &[(Sort, &str)])] = &[
            ("NIK 9971081201010001.", &[(Nik, "9971081201010001")]),
            ("nik saya 9971 0812 0101 0001 tolong", &[(Nik, "9971 0812 0101 0001")]),
            ("9971-0812.0101 - 0001", &[(Nik, "9971-0812.0101 - 0001")]),
            ("NIP 19780306 200501 2 901", &[(Nip, "19780306 200501 2 901")]),
            ("PPPK 199105252023211031 itu", &[(Nip, "199105252023211031")]),
            ("WA 0812-3456-7890 ya", &[(Phone, "0812-3456-7890")]),
            ("wa 081234567890", &[(Phone, "081234567890")]),
            ("+62 812 3456 7890", &[(Phone, "+62 812 3456 7890")]),
            ("6281234567890", &[(Phone, "6281234567890")]),
            ("(061) 4512345 tidak diangkat", &[(Phone, "(061) 4512345")]),
            ("telepon 021-5551234", &[(Phone, "021-5551234")]),
            ("surel sari.dewi@contoh.example.", &[(Email, "sari.dewi@contoh.example")]),
            ("angkot BK 1234 XY ngebut", &[(Plate, "BK 1234 XY")]),
            ("motor bk1234xy parkir di trotoar", &[(Plate, "bk1234xy")]),
            ("transfer ke rekening BCA 1234567890", &[(Account, "1234567890")]),
            ("no BPJS 0001234567890", &[(Account, "0001234567890")]),
            ("NPWP 12.345.678.9-012.345", &[(Account, "12.345.678.9-012.345")]),
            ("lahir di Medan, 12 Maret 1990", &[(BirthDate, "12 Maret 1990")]),
            ("TTL: Binjai 01-02-1985", &[(BirthDate, "01-02-1985")]),
            ("Jl. Melati No. 7A RT 02/RW 03 Belawan", &[(Address, "Jl. Melati No. 7A RT 02/RW 03")]),
            ("saya tinggal di gang Damai RT 02", &[(Address, "RT 02")]),
            ("Jalan Merdeka 17, depan toko", &[(Address, "Jalan Merdeka 17")]),
            ("Pak Budi di loket 2", &[(Name, "Budi")]),
            ("nama saya siti", &[(Name, "siti")]),
            ("an. Rahmat Hidayat", &[(Name, "Rahmat Hidayat")]),
            ("oknum bernama Joko Susilo minta uang", &[(Official, "Joko Susilo")]),
            ("petugas Rina marah", &[(Official, "Rina")]),
            ("pegawai berinisial R.S. sering bolos", &[(Official, "R.S")]),
            ("Lurah H. Ahmad Yani, S.Sos", &[(Official, "Ahmad Yani")]),
            ("Ibu Kepala Dinas Kesehatan", &[(Post, "Ibu Kepala Dinas Kesehatan")]),
            ("Pak Lurah Budi Santoso minta uang", &[(Post, "Pak Lurah"), (Official, "Budi Santoso")]),
            ("camat Siti marah", &[(Official, "Siti")]),
            ("Pak Lurah Belawan Bahari", &[(Post, "Pak Lurah Belawan Bahari")]),
            ("Pak Camat tidak di tempat", &[(Post, "Pak Camat")]),
            ("Dasar goblooook", &[(Abuse, "goblooook")]),
            ("usir mereka dari sini", &[(Abuse, "usir mereka")]),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), *expected, "{text}");
        }
    }

    #[test]
    fn what_tells_of_nobody_is_left_alone() {
        for text in [
            "Buka 08.00-12.00 dan 13.00-16.00, hari Jumat 08.15-11.30.",
            "Biayanya Rp1.250.000, dulu Rp 10.000.000 10.000.000.",
            "Antre sejak jam 8 sampai 12, nomor antrean 145.",
            "Jalan rusak sepanjang 200 meter di Kecamatan Medan Belawan.",
            "Sejak 2024 2025 2026 tidak ada perbaikan.",
            "Perda 1/2020 pasal 12 ayat (3).",
            "Tolong pak, dikeruk lah pak.",
            "Ibu saya sakit, anak saya batuk.",
            "Dasar hukumnya apa? Ikan bakar di pasar malam enak.",
            "Peternakan babi di dekat sekolah bau sekali.",
            "KTP saya hilang di Belawan II.",
            "Guru SD dan petugas Puskesmas ramah.",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn the_masked_text_keeps_the_complaint_and_hides_the_person() {
        let text = "Saya Sari, HP +62 810-0000-0456. Petugas Rina goblok, kata Pak Camat biasa.";
        let masked = masked(text);
        assert_eq!(masked, "Saya [nama], HP [nomor telepon]. Petugas [nama] g*****, kata Pak Camat biasa.");
        assert_eq!(super::masked(&masked), masked, "what is masked stays so");
    }

    #[test]
    fn nothing_typed_breaks_it() {
        for text in ["", "é", "0", "+", "@", "a@", "@b.c", "Jl.", "Pak", "No. ", "62", "🙂08123456789🙂", "Jl. é No. 7é", "bernama é", "\u{FFFD}0\u{FFFD}", "S. S. S. , S", "usir"]
        {
            for span in find(text) {
                assert!(text.get(span.start..span.end).is_some(), "{text}");
            }
            let _ = masked(text);
        }
        let long = "08 12-".repeat(20_000);
        assert!(find(&long).len() < long.len());
    }
}
