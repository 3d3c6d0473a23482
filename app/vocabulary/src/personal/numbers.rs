//! Numbers and addresses of persons.

use super::{Found, Read, Sort, Span, only};

fn is_of_person(digits: usize) -> Option<Sort> {
    match digits {
        16 => Some(Sort::Nik),
        18 => Some(Sort::Nip),
        _ => None,
    }
}

/// Whether 16 or 18 digits stand in a row, or in a whole group with one mark, always the same, between its parts.
pub(super) fn has_uniform(read: &Read) -> bool {
    let mut found = Found(Vec::new());
    uniform(read, &mut found);
    !found.0.is_empty()
}

fn uniform(read: &Read, found: &mut Found) {
    let mut i = 0;
    while i < read.atoms.len() {
        if !read.at(i).digits {
            i += 1;
            continue;
        }
        let mark = read.gap(i);
        let (mut last, mut total) = (i, 0);
        loop {
            let atom = read.at(last);
            total += atom.len();
            if let Some(sort) = is_of_person(atom.len()) {
                found.add(read.span(last, last, sort));
            }
            if read.gap(last) != mark || !matches!(mark, " " | "." | "-") || !read.at(last + 1).digits {
                break;
            }
            last += 1;
        }
        if let Some(sort) = is_of_person(total) {
            found.add(read.span(i, last, sort));
        }
        i = last + 1;
    }
}

/// Those, and those grouped by several marks. Times ("08.00-12.00") and sums ("10.000.000") are none.
pub(super) fn of_persons(read: &Read, found: &mut Found) {
    uniform(read, found);
    for i in 0..read.atoms.len() {
        let first = read.at(i);
        if !first.digits || first.text.as_bytes()[0] == b'0' || (i > 0 && read.gap(i - 1).is_empty()) {
            continue;
        }
        let (mut total, mut short, mut thousands, mut last) = (0, true, 0, i);
        let mut j = i;
        loop {
            let atom = read.at(j);
            if !atom.digits || atom.len() > 8 || (j > i && !only(read.gap(j - 1), " .-")) {
                break;
            }
            total += atom.len();
            short &= atom.len() <= 2;
            thousands += usize::from(j > i && read.gap(j - 1) == "." && atom.len() == 3);
            last = j;
            j += 1;
            // Where two more digits follow closely, sixteen are the beginning of eighteen.
            let goes_on = only(read.gap(last), " .-") && read.at(j).digits && read.at(j).len() <= 2;
            if total >= 18 || (total == 16 && !goes_on) {
                break;
            }
        }
        if let Some(sort) = is_of_person(total)
            && last > i
            && !short
            && thousands < 2
        {
            found.add(read.span(i, last, sort));
        }
    }
}

/// Mobile numbers, and those of houses where something says so: a bracket, an area code, a word.
pub(super) fn phones(read: &Read, found: &mut Found) {
    let bytes = read.text.as_bytes();
    let before = |start: usize| if start > 0 { bytes[start - 1] } else { 0 };
    let mut i = 0;
    while i < read.atoms.len() {
        let atom = read.at(i);
        let abroad = atom.digits && atom.text.as_bytes().starts_with(b"62") && (before(atom.start) == b'+' || atom.len() >= 10);
        let mut best = None;
        if abroad || (atom.digits && atom.text.as_bytes()[0] == b'0' && atom.len() > 2) {
            let mut digits: Vec<u8> = Vec::new();
            let mut j = i;
            while j < i + 6 {
                let part = read.at(j);
                if !part.digits || (j > i && !only(read.gap(j - 1), " .-()")) {
                    break;
                }
                digits.extend_from_slice(part.text.as_bytes());
                // Without what leads abroad or to another town.
                let mut national = if abroad { 2 } else { 1 };
                if digits.get(national) == Some(&b'0') {
                    national += 1;
                }
                if (j == i || part.len() >= 3) && is_phone(read, i, j, digits.get(national..).unwrap_or_default()) {
                    best = Some(j);
                }
                j += 1;
            }
        }
        if let Some(last) = best {
            let mut span = read.span(i, last, Sort::Phone);
            while matches!(before(span.start), b'+' | b'(') {
                span.start -= 1;
            }
            found.add(span);
            i = last;
        }
        i += 1;
    }
}

fn is_phone(read: &Read, first: usize, last: usize, national: &[u8]) -> bool {
    let [area, next, ..] = national else { return false };
    if *area == b'8' {
        return *next != b'0' && (9..=12).contains(&national.len());
    }
    let said = read.has_before(first, 3, "telp telepon tlp tel hp wa whatsapp hubungi kontak");
    let coded = last > first && (3..=4).contains(&read.at(first).len()) && read.at(first + 1).len() >= 5;
    *area >= b'2' && (7..=11).contains(&national.len()) && (said || coded || national.len() >= 9)
}

/// Digits after a word for an account, a card or an insurance. Sums are none.
pub(super) fn accounts(read: &Read, found: &mut Found) {
    const SAID: &str = "rek rekening norek bca bri bni bsi btn mandiri atm debit kredit gopay ovo npwp bpjs jkn kis polis";
    let mut i = 0;
    while i < read.atoms.len() {
        let mut last = i;
        if read.at(i).digits && read.has_before(i, 4, SAID) && !read.has_before(i, 1, "rp") {
            let mut total = read.at(i).len();
            while read.at(last + 1).digits && matches!(read.gap(last), " " | "." | "-") {
                last += 1;
                total += read.at(last).len();
            }
            if (8..=19).contains(&total) {
                found.add(read.span(i, last, Sort::Account));
            }
        }
        i = last + 1;
    }
}

const MONTHS: &str = "januari februari maret april mei juni juli agustus september oktober november desember jan feb mar apr jun jul agu ags agt sep sept okt nov des";

/// A date after a word for being born.
pub(super) fn birth_dates(read: &Read, found: &mut Found) {
    for i in 0..read.atoms.len() {
        let (day, month, year) = (read.at(i), read.at(i + 1), read.at(i + 2));
        let is_date = day.digits
            && day.len() <= 2
            && (if month.digits { month.len() <= 2 } else { month.is_one_of(MONTHS) })
            && year.digits
            && matches!(year.len(), 2 | 4)
            && only(read.gap(i), " -/.")
            && only(read.gap(i + 1), " -/.");
        if is_date && read.has_before(i, 6, "lahir ttl kelahiran tgllahir") {
            found.add(read.span(i, i + 2, Sort::BirthDate));
        }
    }
}

/// The letters that begin the plates of each region.
const REGIONS: &str = "A AA AB AD AE AG B BA BB BD BE BG BH BK BL BM BN BP D DA DB DC DD DE DG DH DK DL DM DN DP DR DS DT E EA EB ED F G H K KB KH KT KU L M N P PA PB R S T W Z";

/// Plates in capitals; in small letters only after a word for a vehicle.
pub(super) fn plates(read: &Read, found: &mut Found) {
    for i in 0..read.atoms.len() {
        let (region, number, letters) = (read.at(i), read.at(i + 1), read.at(i + 2));
        let formed = number.digits
            && number.len() <= 4
            && !letters.digits
            && (1..=3).contains(&letters.len())
            && matches!(read.gap(i), "" | " " | "-")
            && matches!(read.gap(i + 1), "" | " " | "-")
            && region.is_one_of(REGIONS)
            && !letters.is_one_of("km kg cm mm m ml wib wit rb jt di ke dan yg ini itu ada an x");
        if formed
            && (region.is_capitals() && letters.is_capitals() && number.len() >= 2
                || read.has_before(i, 4, "plat pelat nopol motor mobil truk bus angkot taksi ambulans kendaraan"))
        {
            found.add(read.span(i, i + 2, Sort::Plate));
        }
    }
}

/// Mail addresses.
pub(super) fn emails(text: &str, found: &mut Found) {
    let bytes = text.as_bytes();
    let is = |at: usize, marks: &[u8]| bytes.get(at).is_some_and(|b| b.is_ascii_alphanumeric() || marks.contains(b));
    for at in 0..bytes.len() {
        if bytes[at] != b'@' {
            continue;
        }
        let (mut start, mut end, mut dot) = (at, at + 1, false);
        while start > 0 && is(start - 1, b"._%+-") {
            start -= 1;
        }
        while is(end, b".-") {
            end += 1;
        }
        while end > at + 1 && !is(end - 1, b"") {
            end -= 1;
        }
        for b in &bytes[at + 1..end] {
            dot |= *b == b'.';
        }
        if start < at && dot {
            found.add(Span { start, end, sort: Sort::Email, mask: true });
        }
    }
}
