//! Numbers and addresses of persons.

use super::{Read, Sort, Span};

fn is_of_person(digits: usize) -> Option<Sort> {
    match digits {
        16 => Some(Sort::Nik),
        18 => Some(Sort::Nip),
        _ => None,
    }
}

/// 16 or 18 digits in a row, or in a whole group with one mark, always the same, between its parts.
pub(super) fn uniform(read: &Read) -> Vec<Span> {
    let mut found = Vec::new();
    // The first and the last atom of the group, its digits, and the mark that groups.
    let (mut first, mut total, mut mark) = (0, 0, "");
    let mut before: Option<usize> = None;
    for (i, atom) in read.atoms.iter().enumerate().filter(|(_, a)| a.digits) {
        let gap = before.filter(|b| b + 1 == i).map_or("\n", |b| read.gap(b));
        let groups = matches!(gap, " " | "." | "-") && (mark.is_empty() || mark == gap);
        if groups {
            (total, mark) = (total + atom.text.len(), gap);
        } else {
            close(read, &mut found, first, before, total);
            (first, total, mark) = (i, atom.text.len(), "");
        }
        if let Some(sort) = is_of_person(atom.text.len()) {
            found.push(read.span(i, i, sort));
        }
        before = Some(i);
    }
    close(read, &mut found, first, before, total);
    found
}

fn close(read: &Read, found: &mut Vec<Span>, first: usize, last: Option<usize>, total: usize) {
    if let (Some(sort), Some(last)) = (is_of_person(total), last) && last > first {
        found.push(read.span(first, last, sort));
    }
}

/// Those, and those grouped by several marks. Times ("08.00-12.00") and sums ("10.000.000") are none.
pub(super) fn of_persons(read: &Read) -> Vec<Span> {
    let mut found = uniform(read);
    for i in 0..read.atoms.len() {
        if !read.atoms[i].digits || read.atoms[i].text.starts_with('0') || glued_before(read, i) {
            continue;
        }
        let (mut total, mut short, mut thousands, mut last) = (0, true, 0, i);
        for j in i..read.atoms.len() {
            let atom = &read.atoms[j];
            if !atom.digits || atom.text.len() > 8 || (j > i && !parts(read.gap(j - 1), " .-")) {
                break;
            }
            total += atom.text.len();
            short &= atom.text.len() <= 2;
            thousands += usize::from(j > i && read.gap(j - 1) == "." && atom.text.len() == 3);
            last = j;
            if total >= 18 || (total == 16 && !next_goes_on(read, j)) {
                break;
            }
        }
        if let Some(sort) = is_of_person(total) && last > i && !short && thousands < 2 {
            found.push(read.span(i, last, sort));
        }
    }
    found
}

/// Whether two more digits follow closely: then sixteen are the beginning of eighteen.
fn next_goes_on(read: &Read, j: usize) -> bool {
    parts(read.gap(j), " .-") && read.atoms.get(j + 1).is_some_and(|a| a.digits && a.text.len() <= 2)
}

/// One to three of these marks.
fn parts(gap: &str, marks: &str) -> bool {
    (1..=3).contains(&gap.len()) && gap.chars().all(|c| marks.contains(c))
}

fn glued_before(read: &Read, i: usize) -> bool {
    i > 0 && read.gap(i - 1).is_empty()
}

/// Mobile numbers, and those of houses where something says so: a bracket, an area code, a word.
pub(super) fn phones(read: &Read) -> Vec<Span> {
    let mut found = Vec::new();
    let bytes = read.text.as_bytes();
    let mut after = 0;
    for (i, atom) in read.atoms.iter().enumerate() {
        if i < after || !atom.digits {
            continue;
        }
        let plus = atom.start > 0 && bytes[atom.start - 1] == b'+';
        let abroad = atom.text.starts_with("62") && (plus || atom.text.len() >= 10);
        if !abroad && (!atom.text.starts_with('0') || atom.text.len() < 3) {
            continue;
        }
        let mut digits = String::new();
        let mut best = None;
        for j in i..read.atoms.len().min(i + 6) {
            let part = &read.atoms[j];
            if !part.digits || (j > i && !parts(read.gap(j - 1), " .-()")) {
                break;
            }
            digits.push_str(part.text);
            let national = digits.get(if abroad { 2 } else { 1 }..).unwrap_or_default();
            if (j == i || part.text.len() >= 3) && is_phone(read, i, j, national.strip_prefix('0').unwrap_or(national)) {
                best = Some(j);
            }
        }
        if let Some(last) = best {
            let mut span = read.span(i, last, Sort::Phone);
            let before = read.text[..span.start].trim_end_matches(['+', '(']);
            span.start = before.len();
            after = last + 1;
            found.push(span);
        }
    }
    found
}

fn is_phone(read: &Read, first: usize, last: usize, national: &str) -> bool {
    let bytes = national.as_bytes();
    let (Some(&area), Some(&next)) = (bytes.first(), bytes.get(1)) else { return false };
    if area == b'8' {
        return next != b'0' && (9..=12).contains(&bytes.len());
    }
    let said = read.has_before(first, 3, "telp telepon tlp tel hp wa whatsapp hubungi kontak");
    let coded = last > first && (3..=4).contains(&read.atoms[first].text.len()) && read.atoms[first + 1].text.len() >= 5;
    area >= b'2' && (7..=11).contains(&bytes.len()) && (said || coded || bytes.len() >= 9)
}

/// Digits after a word for an account, a card or an insurance. Sums are none.
pub(super) fn accounts(read: &Read) -> Vec<Span> {
    const SAID: &str = "rek rekening norek bca bri bni bsi btn mandiri atm debit kredit gopay ovo npwp bpjs jkn kis polis";
    let mut found = Vec::new();
    let mut after = 0;
    for i in 0..read.atoms.len() {
        if i < after || !read.atoms[i].digits || !read.has_before(i, 4, SAID) || (i > 0 && read.atoms[i - 1].is("rp")) {
            continue;
        }
        let (mut total, mut last) = (0, i);
        for j in i..read.atoms.len() {
            if !read.atoms[j].digits || (j > i && !matches!(read.gap(j - 1), " " | "." | "-")) {
                break;
            }
            total += read.atoms[j].text.len();
            last = j;
        }
        if (8..=19).contains(&total) {
            found.push(read.span(i, last, Sort::Account));
            after = last + 1;
        }
    }
    found
}

const MONTHS: &str = "januari februari maret april mei juni juli agustus september oktober november desember jan feb mar apr jun jul agu ags agt sep sept okt nov des";

/// A date after a word for being born.
pub(super) fn birth_dates(read: &Read) -> Vec<Span> {
    let mut found = Vec::new();
    for i in 0..read.atoms.len().saturating_sub(2) {
        let (day, month, year) = (&read.atoms[i], &read.atoms[i + 1], &read.atoms[i + 2]);
        let joined = |gap: &str| (1..=3).contains(&gap.len()) && gap.chars().all(|c| " -/.".contains(c));
        let is_date = day.digits
            && day.text.len() <= 2
            && (if month.digits { month.text.len() <= 2 } else { month.is_one_of(MONTHS) })
            && year.digits
            && matches!(year.text.len(), 2 | 4)
            && joined(read.gap(i))
            && joined(read.gap(i + 1));
        if is_date && read.has_before(i, 6, "lahir ttl kelahiran tgllahir") {
            found.push(read.span(i, i + 2, Sort::BirthDate));
        }
    }
    found
}

/// The letters that begin the plates of each region.
const REGIONS: &str = "A AA AB AD AE AG B BA BB BD BE BG BH BK BL BM BN BP D DA DB DC DD DE DG DH DK DL DM DN DP DR DS DT E EA EB ED F G H K KB KH KT KU L M N P PA PB R S T W Z";

/// Plates in capitals; in small letters only after a word for a vehicle.
pub(super) fn plates(read: &Read) -> Vec<Span> {
    let mut found = Vec::new();
    for i in 0..read.atoms.len().saturating_sub(2) {
        let (region, number, letters) = (&read.atoms[i], &read.atoms[i + 1], &read.atoms[i + 2]);
        let close = |gap: &str| matches!(gap, "" | " " | "-");
        let formed = region.is_one_of(REGIONS)
            && number.digits
            && number.text.len() <= 4
            && !letters.digits
            && letters.text.len() <= 3
            && letters.text.is_ascii()
            && close(read.gap(i))
            && close(read.gap(i + 1))
            && !letters.is_one_of("km kg cm mm m ml wib wit rb jt di ke dan yg ini itu ada an x");
        let capitals = !(region.text.bytes().chain(letters.text.bytes()).any(|b| b.is_ascii_lowercase()));
        let said = read.has_before(i, 4, "plat pelat nopol motor mobil truk bus angkot taksi ambulans kendaraan");
        if formed && (said || capitals && number.text.len() >= 2) {
            found.push(read.span(i, i + 2, Sort::Plate));
        }
    }
    found
}

/// Mail addresses.
pub(super) fn emails(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        let local = |b: &u8| b.is_ascii_alphanumeric() || b"._%+-".contains(b);
        let domain = |b: &u8| b.is_ascii_alphanumeric() || b".-".contains(b);
        let start = at - bytes[..at].iter().rev().take_while(|b| local(b)).count();
        let mut end = at + 1 + bytes[at + 1..].iter().take_while(|b| domain(b)).count();
        while end > at + 1 && !bytes[end - 1].is_ascii_alphanumeric() {
            end -= 1;
        }
        if start < at && bytes[at + 1..end].contains(&b'.') {
            found.push(Span { start, end, sort: Sort::Email, mask: true });
        }
    }
    found
}
