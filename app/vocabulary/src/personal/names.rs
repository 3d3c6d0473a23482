//! Names that a word announces, posts named by their holder, and where somebody lives.

use super::{Atom, Read, Sort, Span};

/// Words for the holder of a post; a place or a unit follows them, not a name.
const POSTS: &str = "kepala kadis kabid kasi kasubag kabag kabid camat lurah kades sekcam seklur sekda sekretaris wali walikota bupati wakil gubernur ketua direktur kapus kepling keuchik plt plh";
/// Words for somebody who serves; a name may follow.
const WORKERS: &str = "petugas pegawai staf staff oknum guru bidan perawat dokter mantri satpam sopir supir juru operator bendahara honorer polisi hakim";
const HONORIFICS: &str = "pak bapak bpk bu ibu sdr sdri saudara saudari mas mbak bang abang kak kakak om tante ustaz ustad";
/// Words with a capital that are no names: beginnings of sentences, units, days, faiths, places in an office.
const NOT_NAMES: &str = "saya kami kita anda dia mereka yang dan di ke dari untuk tolong mohon minta ini itu tidak sudah belum sedang akan juga dengan pada oleh karena kalau bila saat waktu jam mau urus punya sendiri semua \
    dinas badan kantor unit bidang bagian seksi loket puskesmas pustu posyandu rumah sakit sekolah kelurahan kecamatan kabupaten kota desa dusun lingkungan pasar samsat kota jalan gang jl gg komplek perumahan \
    disdukcapil dukcapil dishub dinkes disdik dinsos dlh satpol pemko pemkab pemda pemerintah negara republik indonesia pertama kedua utama umum medan binjai tebo bengkulu belawan islam kristen katolik hindu buddha muslim \
    senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni juli agustus september oktober november desember honorer kontrak tetap asing loket parkir bayar antar tulis rt rw hp wa \
    saudara bapak ibu pak bu warga tetangga pelapor wali anak orang keluarga istri suami terima kasih selamat assalamualaikum allah tuhan ramah jahat malas";

/// Begins with a capital, is no abbreviation and none of the words that are no names.
fn is_name(atom: &Atom) -> bool {
    let mut letters = atom.text.bytes();
    let capital = letters.next().is_some_and(|b| b.is_ascii_uppercase() || b >= 0x80);
    !atom.digits && capital && letters.any(|b| !b.is_ascii_uppercase()) && !atom.is_one_of(NOT_NAMES) && !atom.is_one_of(POSTS)
}

/// The last of up to four words of a name that begins at `i`; `loose` takes its first word in small letters, too.
fn name_at(read: &Read, i: usize, loose: bool) -> Option<usize> {
    let first = read.atoms.get(i)?;
    if !is_name(first) && !(loose && !first.digits && first.text.len() > 1 && !first.is_one_of(NOT_NAMES)) {
        return None;
    }
    let more = (i + 1..i + 4).take_while(|j| read.gap(j - 1) == " " && read.atoms.get(*j).is_some_and(is_name)).count();
    Some(i + more)
}

/// Whoever is named after a word for a post or for serving is an official.
fn sort_of(read: &Read, i: usize) -> Sort {
    if read.has_before(i, 4, WORKERS) || read.has_before(i, 4, POSTS) { Sort::Official } else { Sort::Name }
}

pub(super) fn names(read: &Read) -> Vec<Span> {
    let mut found = Vec::new();
    for (i, atom) in read.atoms.iter().enumerate() {
        let gap = read.gap(i);
        let spaced = matches!(gap, " " | ". " | ": " | ".");
        let before = |word: &str| i > 0 && read.atoms[i - 1].is(word) && matches!(read.gap(i - 1), " " | ".");
        if !spaced || atom.digits {
            continue;
        }
        let after = if gap == "." && i + 1 < read.atoms.len() && atom.is("a") && read.atoms[i + 1].is("n") { i + 2 } else { i + 1 };
        let sort = sort_of(read, i + 1);
        let named = if atom.is_one_of("bernama namanya") || (before("nama") && atom.is("saya")) || (before("atas") && atom.is("nama")) || (gap == ". " && atom.is("an")) || after == i + 2 {
            name_at(read, after, true).map(|last| read.span(after, last, sort))
        } else if atom.is_one_of("berinisial inisial") {
            initials(read, i + 1).map(|last| read.span(i + 1, last, sort))
        } else if atom.is_one_of(HONORIFICS) && gap != ": " {
            post_at(read, i).or_else(|| name_at(read, i + 1, false).map(|last| read.span(i + 1, last, sort)))
        } else if (atom.is("saya") && gap == " ") || (atom.is_one_of(WORKERS) && gap == " ") {
            name_at(read, i + 1, false).map(|last| read.span(i + 1, last, sort))
        } else if gap.starts_with('.') && atom.is_one_of("drs dra dr ir prof h hj kh ust") && atom.text.starts_with(|c: char| c.is_ascii_uppercase() || atom.text.len() > 1) {
            name_at(read, i + 1, false).map(|last| read.span(i + 1, last, sort))
        } else {
            None
        };
        found.extend(named);
    }
    found.extend(before_degrees(read));
    found
}

/// One to three capitals, with or without dots.
fn initials(read: &Read, i: usize) -> Option<usize> {
    let is = |j: usize| read.atoms.get(j).is_some_and(|a| !a.digits && a.text.len() <= 3 && a.text.bytes().all(|b| b.is_ascii_uppercase()));
    let more = (i + 1..i + 3).take_while(|j| read.gap(j - 1) == "." && is(*j)).count();
    is(i).then_some(i + more)
}

/// "Ibu Kepala Dinas Kesehatan": the word for the holder, the post, and what it is of.
fn post_at(read: &Read, i: usize) -> Option<Span> {
    read.atoms.get(i + 1).filter(|a| a.is_one_of(POSTS) && read.gap(i) == " ")?;
    let more = (i + 2..i + 6).take_while(|j| read.gap(j - 1) == " " && read.atoms.get(*j).is_some_and(|a| !a.digits && a.text.starts_with(|c: char| c.is_ascii_uppercase()))).count();
    Some(read.span(i, i + 1 + more, Sort::Post))
}

/// "Contoh Fiktif, S.Sos": what stands before a degree is a name.
fn before_degrees(read: &Read) -> Vec<Span> {
    let mut found = Vec::new();
    for (i, atom) in read.atoms.iter().enumerate().skip(1) {
        let is_degree = read.gap(i - 1) == ", " && (matches!(atom.text, "S" | "M" | "A") && read.gap(i) == "." || matches!(atom.text, "SE" | "SH" | "MM" | "SKM" | "AMd" | "MSi" | "MPd"));
        let words = (1..5.min(i + 1)).take_while(|n| is_name(&read.atoms[i - n]) && (*n == 1 || read.gap(i - n) == " ")).count();
        if is_degree && words > 0 {
            found.push(read.span(i - words, i - 1, sort_of(read, i - words)));
        }
    }
    found
}

/// Words that are written short, with a dot that ends no sentence.
const SHORT: &str = "jl jln gg no nomor komp perum lr dsn rt rw";
/// What is counted, and so is no house.
const COUNTED: &str = "meter m km tahun thn hari kali titik lubang orang jam rumah kk lampu menit minggu bulan persen kendaraan unit";

/// A street with its house number, or where somebody lives with RT and RW.
pub(super) fn addresses(read: &Read) -> Vec<Span> {
    let mut found = Vec::new();
    for (i, atom) in read.atoms.iter().enumerate() {
        if atom.is_one_of("jl jln jalan gg gang lorong komplek kompleks perumahan perum blok dusun dsn") {
            found.extend(house_after(read, i).map(|last| read.span(i, with_neighbourhood(read, last), Sort::Address)));
        } else if atom.is_one_of("rt rw") && read.has_before(i, 8, "tinggal alamat beralamat alamatnya alamatku berdomisili") {
            let last = with_neighbourhood(read, i.saturating_sub(1));
            if last > i {
                found.push(read.span(i, last, Sort::Address));
            }
        }
    }
    found
}

/// The atom of the house's number, at most nine words behind the street's.
fn house_after(read: &Read, street: usize) -> Option<usize> {
    for i in street + 1..read.atoms.len().min(street + 10) {
        let (before, atom) = (&read.atoms[i - 1], &read.atoms[i]);
        let gap = read.gap(i - 1);
        let runs_on = matches!(gap, "" | " " | ", " | "-" | "/" | "." | ":" | ": ") || (gap == ". " && before.is_one_of(SHORT));
        if !runs_on {
            return None;
        }
        if !atom.digits || atom.text.len() > 4 {
            continue;
        }
        let numbered = before.is_one_of("no nomor nmr");
        let capital = i > street + 1 && gap == " " && before.text.starts_with(|c: char| c.is_ascii_uppercase());
        let counted = read.atoms.get(i + 1).is_some_and(|a| read.gap(i).len() <= 1 && a.is_one_of(COUNTED));
        if numbered || (capital && !counted && atom.text.len() <= 3 && !before.is_one_of("rt rw km")) {
            // "7A", "7-B", "12/3".
            let glued = read.atoms.get(i + 1).is_some_and(|a| (read.gap(i).is_empty() && a.text.len() == 1) || (matches!(read.gap(i), "/" | "-") && a.text.len() <= 2 && !a.is_one_of("rt rw")));
            return Some(if glued { i + 1 } else { i });
        }
    }
    None
}

/// As far as RT and RW with their numbers follow.
fn with_neighbourhood(read: &Read, mut last: usize) -> usize {
    while let (Some(word), Some(number)) = (read.atoms.get(last + 1), read.atoms.get(last + 2)) {
        if !word.is_one_of("rt rw") || !number.digits || number.text.len() > 3 || read.gap(last + 1).len() > 2 {
            break;
        }
        last += 2;
    }
    last
}
