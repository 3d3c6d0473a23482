//! Names that a word announces, posts named by their holder, and where somebody lives.

use super::{Atom, Found, Read, Sort, Span};

/// Words for the holder of a post; a place or a unit follows them, not a name.
const POSTS: &str =
    "kepala kadis kabid kasi kasubag kabag kabid camat lurah kades sekcam seklur sekda sekretaris wali walikota bupati wakil gubernur ketua direktur kapus kepling keuchik plt plh";
/// Words for somebody who serves; a name may follow.
const WORKERS: &str = "petugas pegawai staf staff oknum guru bidan perawat dokter mantri satpam sopir supir juru operator bendahara honorer polisi hakim";
const HONORIFICS: &str = "pak bapak bpk bu ibu sdr sdri saudara saudari mas mbak bang abang kak kakak om tante ustaz ustad";
/// Given names that are common in Indonesia and name no place: after the word for a post, where a place may follow too.
const GIVEN: &str = "muhammad muhamad mohammad ahmad achmad abdul budi agus eko dwi tri hendra joko slamet bambang dedi deddy dedy rudi rudy andi iwan irwan yudi wahyu rahmat hidayat hendri indra arif rizki rizky fajar syahrul zulkifli ramli \
    siti sri dewi rina rini yuni ani ratna lestari wati fitri nur nurul maya lina linda yanti yulia indah kartini susi mega putri ayu darmawan surya hasan husin umar ali usman ibrahim yusuf ismail johan robert hotman parlindungan togar maruli";

/// Words with a capital that are no names: beginnings of sentences, units, days, faiths, places in an office.
const NOT_NAMES: &str = "saya kami kita anda dia mereka yang dan di ke dari untuk tolong mohon minta ini itu tidak sudah belum sedang akan juga dengan pada oleh karena kalau bila saat waktu jam mau urus punya sendiri semua \
    dinas badan kantor unit bidang bagian seksi loket puskesmas pustu posyandu rumah sakit sekolah kelurahan kecamatan kabupaten kota desa dusun lingkungan pasar samsat kota jalan gang jl gg komplek perumahan \
    disdukcapil dukcapil dishub dinkes disdik dinsos dlh satpol pemko pemkab pemda pemerintah negara republik indonesia pertama kedua utama umum medan binjai tebo bengkulu belawan islam kristen katolik hindu buddha muslim \
    senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni juli agustus september oktober november desember honorer kontrak tetap asing loket parkir bayar antar tulis rt rw hp wa \
    saudara bapak ibu pak bu warga tetangga pelapor wali anak orang keluarga istri suami terima kasih selamat assalamualaikum allah tuhan ramah jahat malas";

/// Begins with a capital, is no abbreviation and none of the words that are no names.
#[inline(never)]
fn is_name(atom: &Atom) -> bool {
    let capital = atom.has_capital() || atom.text.bytes().next().is_some_and(|b| b >= 0x80);
    let abbreviation = atom.is_capitals() && atom.text.is_ascii();
    capital && !abbreviation && may_be_name(atom) && !atom.is_one_of(POSTS)
}

/// A word, whatever its capitals, that is none of those that are no names.
fn may_be_name(atom: &Atom) -> bool {
    !atom.digits && atom.len() > 1 && !atom.is_one_of(NOT_NAMES)
}

/// The last of up to four words of a name that begins at `i`; `loose` takes its first word in small letters, too.
#[inline(never)]
fn name_at(read: &Read, i: usize, loose: bool) -> Option<usize> {
    let first = read.at(i);
    let begins = is_name(&first) || loose && may_be_name(&first);
    if !begins {
        return None;
    }
    let mut last = i;
    while last < i + 3 && read.gap(last) == " " && is_name(&read.at(last + 1)) {
        last += 1;
    }
    Some(last)
}

/// Whoever is named after a word for a post or for serving is an official.
fn sort_of(read: &Read, i: usize) -> Sort {
    if read.has_before(i, 4, WORKERS) || read.has_before(i, 4, POSTS) { Sort::Official } else { Sort::Name }
}

pub(super) fn names(read: &Read, found: &mut Found) {
    for i in 0..read.atoms.len() {
        let (atom, gap) = (read.at(i), read.gap(i));
        if atom.digits || !matches!(gap, " " | ". " | ": " | ".") {
            continue;
        }
        let before = |word: &str| i > 0 && matches!(read.gap(i - 1), " " | ".") && read.at(i - 1).is(word);
        // "a.n." is two atoms.
        let after = if gap == "." && atom.is("a") && read.at(i + 1).is("n") { i + 2 } else { i + 1 };
        if atom.is_one_of(HONORIFICS)
            && gap != ": "
            && let Some(post) = post_at(read, i)
        {
            found.add(post);
            continue;
        }
        // "Lurah Budi Santoso": whatever stands before it.
        if gap == " "
            && atom.is_one_of(POSTS)
            && read.at(i + 1).is_one_of(GIVEN)
            && let Some(last) = name_at(read, i + 1, false)
        {
            found.add(read.span(i + 1, last, Sort::Official));
            continue;
        }
        let last =
            if after > i + 1 || atom.is_one_of("bernama namanya") || (before("nama") && atom.is("saya")) || (before("atas") && atom.is("nama")) || (gap == ". " && atom.is("an")) {
                name_at(read, after, true)
            } else if atom.is_one_of("berinisial inisial") {
                initials(read, after)
            } else if (atom.is_one_of(HONORIFICS) && gap != ": ")
                || (gap == " " && (atom.is("saya") || atom.is_one_of(WORKERS)))
                || (gap.as_bytes()[0] == b'.' && atom.is_one_of("drs dra dr ir prof h hj kh ust"))
            {
                name_at(read, after, false)
            } else {
                None
            };
        if let Some(last) = last {
            found.add(read.span(after, last, sort_of(read, after)));
        }
    }
    before_degrees(read, found);
}

/// One to three capitals, with or without dots.
fn initials(read: &Read, i: usize) -> Option<usize> {
    let is = |j: usize| !read.at(j).digits && (1..=3).contains(&read.at(j).len()) && read.at(j).is_capitals();
    let mut last = i;
    while last < i + 2 && read.gap(last) == "." && is(last + 1) {
        last += 1;
    }
    is(i).then_some(last)
}

/// "Ibu Kepala Dinas Kesehatan": the word for the holder, the post, and what it is of.
fn post_at(read: &Read, i: usize) -> Option<Span> {
    if read.gap(i) != " " || !read.at(i + 1).is_one_of(POSTS) {
        return None;
    }
    let mut last = i + 1;
    while last < i + 5 && read.gap(last) == " " && read.at(last + 1).has_capital() && !read.at(last + 1).is_one_of(GIVEN) {
        last += 1;
    }
    Some(read.span(i, last, Sort::Post))
}

/// "Contoh Fiktif, S.Sos": what stands before a degree is a name.
fn before_degrees(read: &Read, found: &mut Found) {
    for i in 1..read.atoms.len() {
        let atom = read.at(i);
        let is_degree = read.gap(i - 1) == ", " && atom.has_capital() && (atom.is_one_of("s m a") && read.gap(i) == "." || atom.is_one_of("se sh mm skm amd msi mpd"));
        if !is_degree {
            continue;
        }
        let mut first = i;
        while first > 0 && i - first < 4 && (first == i || read.gap(first - 1) == " ") && is_name(&read.at(first - 1)) {
            first -= 1;
        }
        if first < i {
            found.add(read.span(first, i - 1, sort_of(read, first)));
        }
    }
}

/// Words that are written short, with a dot that ends no sentence.
const SHORT: &str = "jl jln gg no nomor komp perum lr dsn rt rw";
/// What is counted, and so is no house.
const COUNTED: &str = "meter m km tahun thn hari kali titik lubang orang jam rumah kk lampu menit minggu bulan persen kendaraan unit";

/// A street with its house number, or where somebody lives with RT and RW.
pub(super) fn addresses(read: &Read, found: &mut Found) {
    for i in 0..read.atoms.len() {
        let atom = read.at(i);
        if atom.is_one_of("jl jln jalan gg gang lorong komplek kompleks perumahan perum blok dusun dsn") {
            if let Some(last) = house_after(read, i) {
                found.add(read.span(i, with_neighbourhood(read, last + 1), Sort::Address));
            }
        } else if atom.is_one_of("rt rw") && read.has_before(i, 8, "tinggal alamat beralamat alamatnya alamatku berdomisili") {
            let last = with_neighbourhood(read, i);
            if last > i {
                found.add(read.span(i, last, Sort::Address));
            }
        }
    }
}

/// The atom of the house's number, at most nine words behind the street's.
fn house_after(read: &Read, street: usize) -> Option<usize> {
    for i in street + 1..street + 10 {
        let (before, atom, gap) = (read.at(i - 1), read.at(i), read.gap(i - 1));
        if !(matches!(gap, "" | " " | ", " | "-" | "/" | "." | ":" | ": ") || (gap == ". " && before.is_one_of(SHORT))) {
            return None;
        }
        if !atom.digits || atom.len() > 4 {
            continue;
        }
        let after = read.at(i + 1);
        let gap_after = read.gap(i);
        let capital = i > street + 1 && gap == " " && before.has_capital() && atom.len() <= 3 && !before.is_one_of("rt rw km");
        let counted = gap_after.len() <= 1 && after.is_one_of(COUNTED);
        if before.is_one_of("no nomor nmr") || (capital && !counted) {
            // "7A", "7-B", "12/3".
            let glued = (gap_after.is_empty() && after.len() == 1) || (matches!(gap_after, "/" | "-") && after.len() <= 2 && !after.is_one_of("rt rw"));
            return Some(if glued { i + 1 } else { i });
        }
    }
    None
}

/// The last atom of RT and RW with their numbers that follow from `at` on; the one before where none does.
fn with_neighbourhood(read: &Read, mut at: usize) -> usize {
    while read.at(at).is_one_of("rt rw") && read.at(at + 1).digits && read.at(at + 1).len() <= 3 && read.gap(at).len() <= 2 {
        at += 2;
    }
    at.wrapping_sub(1)
}
