//! Bytes into rows: CSV as spreadsheets of any language write it, and XLSX, opened with care. Nothing is calculated.
//!
//! Long because each kind of file that is no table is made beside it, in its tests.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};

use calamine::{DataRef, Reader, Xlsx};
use serde::{Deserialize, Serialize};
use vocabulary::directory::SubjectKind;
use zip::ZipArchive;

use super::{BadCell, Wrong, columns, is_formula_like, keys};

/// What a file may be at most, in bytes and in megabytes.
pub const FILE_MOST: usize = 5 * MEGABYTE;
const MEGABYTE: usize = 1024 * 1024;
/// What a workbook may be when it is unpacked, and what all of its cells may say.
const UNPACKED_MOST: u64 = 64 * MEGABYTE as u64;
/// Parts of a workbook; ours have about ten.
const PARTS_MOST: usize = 1000;
pub const ROWS_MOST: usize = 20_000;
pub const COLUMNS_MOST: usize = 60;
/// Mistakes in a file that are named; who made more made the same one.
const NAMED_MOST: usize = 200;

/// A file's rows: every cell as text, as many in each row as there are columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    pub columns: Vec<String>,
    pub rows: Vec<SheetRow>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRow {
    /// Where it stands in the file, from one.
    pub line: u64,
    pub cells: Vec<String>,
}

/// The cells as they were found, the head first.
#[derive(Default)]
struct Found {
    rows: Vec<(u64, Vec<String>)>,
    /// Line and column of what is calculated.
    formulas: Vec<(u64, usize)>,
    /// Whether each row has each cell; a workbook leaves out what is empty.
    complete: bool,
}

/// Reads a file of a kind. Takes time; not for async threads.
///
/// # Errors
/// Everything that is wrong with the file as a table, at most two hundred things.
pub fn read(kind: SubjectKind, bytes: &[u8]) -> Result<Sheet, Vec<BadCell>> {
    read_as(&columns(kind), keys(kind), bytes)
}

/// Reads a file that may have these columns and must have those of them that are needed, in any order: each is found by
/// its name in the head.
///
/// # Errors
/// As [`read`].
pub fn read_as(known: &[&str], needed: &[&str], bytes: &[u8]) -> Result<Sheet, Vec<BadCell>> {
    let whole = |wrong| vec![BadCell::file(wrong)];
    if bytes.len() > FILE_MOST {
        return Err(whole(Wrong::FileTooLarge { most_mb: FILE_MOST / MEGABYTE }));
    }
    let found = if bytes.starts_with(b"PK\x03\x04") {
        measure(bytes).and_then(|()| workbook(bytes))
    } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        Err(Wrong::OldWorkbook)
    } else {
        table(bytes)
    };
    arrange(known, needed, found.map_err(whole)?)
}

/// Unpacks everything once into nothing, and counts: what a file says of its own size is not believed.
fn measure(bytes: &[u8]) -> Result<(), Wrong> {
    let unpacked = Wrong::Unpacked { most_mb: UNPACKED_MOST as usize / MEGABYTE };
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Wrong::NotATable)?;
    if zip.len() > PARTS_MOST {
        return Err(unpacked);
    }
    let mut left = UNPACKED_MOST;
    for index in 0..zip.len() {
        let part = zip.by_index(index).map_err(|_| Wrong::NotATable)?;
        if part.size() > left {
            return Err(unpacked);
        }
        let read = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|_| Wrong::NotATable)?;
        left = left.checked_sub(read).ok_or(unpacked)?;
    }
    Ok(())
}

/// The first sheet, cell by cell: one cell at the far corner makes no table of a million columns.
fn workbook(bytes: &[u8]) -> Result<Found, Wrong> {
    let broken = |_| Wrong::NotATable;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let name = book.sheet_names().first().cloned().ok_or(Wrong::NoRows)?;
    let mut cells = book.worksheet_cells_reader(&name).map_err(broken)?;
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    let mut found = Found::default();
    let mut said = 0;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(broken)? {
        let (row, column) = (cell.pos.0, cell.pos.1 as usize);
        if cell.formula.is_some() && found.formulas.len() < NAMED_MOST {
            found.formulas.push((u64::from(row) + 1, column));
        }
        let text = written(&cell.value);
        if text.is_empty() {
            continue;
        }
        if column >= COLUMNS_MOST {
            return Err(Wrong::TooManyColumns { most: COLUMNS_MOST });
        }
        said += text.len() as u64;
        if said > UNPACKED_MOST {
            return Err(Wrong::Unpacked { most_mb: UNPACKED_MOST as usize / MEGABYTE });
        }
        let cells = rows.entry(row).or_default();
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
        if rows.len() > ROWS_MOST + 1 {
            return Err(Wrong::TooManyRows { most: ROWS_MOST });
        }
    }
    found.rows = rows.into_iter().map(|(row, cells)| (u64::from(row) + 1, cells)).collect();
    Ok(found)
}

/// A cell as it reads: whole numbers without a point, days as days. An error is written as the mark that no field takes.
fn written(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::Error(_) => '\u{FFFD}'.to_string(),
        DataRef::Empty => String::new(),
    }
}

fn table(bytes: &[u8]) -> Result<Found, Wrong> {
    let text = decoded(bytes).filter(|t| !t.contains('\0')).ok_or(Wrong::NotATable)?;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator(&text)).from_reader(text.as_bytes());
    let mut found = Found { complete: true, ..Found::default() };
    for record in reader.records() {
        let record = record.map_err(|_| Wrong::NotATable)?;
        let line = record.position().map_or(0, csv::Position::line);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if record.len() > COLUMNS_MOST {
            return Err(Wrong::TooManyColumns { most: COLUMNS_MOST });
        }
        if found.rows.len() > ROWS_MOST {
            return Err(Wrong::TooManyRows { most: ROWS_MOST });
        }
        for column in record.iter().enumerate().filter(|(_, cell)| cell.trim_start().starts_with('=')).map(|(column, _)| column) {
            if found.formulas.len() < NAMED_MOST {
                found.formulas.push((line, column));
            }
        }
        found.rows.push((line, record.iter().map(str::to_owned).collect()));
    }
    Ok(found)
}

/// UTF-8 with or without its mark, UTF-16 by its mark, else Windows-1252, which older spreadsheets write.
fn decoded(bytes: &[u8]) -> Option<String> {
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        if rest.len().is_multiple_of(2) { String::from_utf16(&units).ok() } else { None }
    };
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => Some(std::str::from_utf8(bytes).map_or_else(|_| bytes.iter().map(|b| windows_1252(*b)).collect(), str::to_owned)),
    }
}

/// What Windows-1252 has where Latin-1 has control characters; five places are empty.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}',
    'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS_1252[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}

/// The commonest of comma, semicolon and tab in the head, outside of quotes.
fn separator(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            other if !quoted => counts.iter_mut().filter(|(mark, _)| *mark == other).for_each(|(_, n)| *n += 1),
            _ => {}
        }
    }
    // The comma where none is commoner.
    counts.iter().rev().max_by_key(|(_, n)| *n).map_or(b',', |(mark, _)| *mark)
}

/// One apostrophe before what looks like a formula was written so that no spreadsheet runs it.
fn meant(cell: String) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula_like(rest) => rest.to_owned(),
        _ => cell,
    }
}

fn arrange(known: &[&str], needed: &[&str], found: Found) -> Result<Sheet, Vec<BadCell>> {
    let mut rows = found.rows.into_iter();
    let Some((head_line, head)) = rows.next() else { return Err(vec![BadCell::file(Wrong::NoRows)]) };
    let mut columns_here: Vec<String> = head.iter().map(|name| name.trim().to_lowercase()).collect();
    while columns_here.last().is_some_and(String::is_empty) {
        columns_here.pop();
    }
    let mut bad = Vec::new();
    let mut refuse = |line: u64, column: &str, wrong: Wrong| {
        if bad.len() < NAMED_MOST {
            bad.push(BadCell { line, column: column.to_owned(), wrong });
        }
    };
    for (i, name) in columns_here.iter().enumerate() {
        if !known.contains(&name.as_str()) {
            refuse(head_line, name, Wrong::UnknownColumn);
        } else if columns_here[..i].contains(name) {
            refuse(head_line, name, Wrong::DoubledColumn);
        }
    }
    for name in needed.iter().filter(|name| !columns_here.iter().any(|c| c == *name)) {
        refuse(head_line, name, Wrong::MissingColumn);
    }
    for (line, column) in found.formulas {
        refuse(line, columns_here.get(column).map_or("", String::as_str), Wrong::Formula);
    }
    let mut kept = Vec::new();
    for (line, mut cells) in rows {
        let extra = cells.iter().skip(columns_here.len()).any(|c| !c.trim().is_empty());
        if extra || (found.complete && cells.len() < columns_here.len()) {
            refuse(line, "", Wrong::RowLength { cells: cells.len() });
            continue;
        }
        cells.resize(columns_here.len(), String::new());
        kept.push(SheetRow { line, cells: cells.into_iter().map(meant).collect() });
    }
    if kept.is_empty() && bad.is_empty() {
        bad.push(BadCell::file(Wrong::NoRows));
    }
    if bad.is_empty() { Ok(Sheet { columns: columns_here, rows: kept }) } else { Err(bad) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
        read(SubjectKind::Unit, bytes).unwrap().rows.into_iter().map(|r| r.cells).collect()
    }

    fn wrongs(bytes: &[u8]) -> Vec<(u64, String, Wrong)> {
        read(SubjectKind::Unit, bytes).unwrap_err().into_iter().map(|b| (b.line, b.column, b.wrong)).collect()
    }

    #[test]
    fn tables_of_every_spreadsheet_say_the_same() {
        let expected = vec![vec!["dinas-a".to_owned(), "Dinas “A” – Café".to_owned(), "satu\ndua".to_owned()]];
        let plain = "alamat_halaman,nama,tentang\ndinas-a,Dinas “A” – Café,\"satu\ndua\"\n";
        let wide = |mark: [u8; 2], unit: fn(u16) -> [u8; 2]| mark.into_iter().chain(plain.encode_utf16().flat_map(unit)).collect::<Vec<u8>>();
        let windows: Vec<u8> = plain
            .chars()
            .map(|c| match c {
                '“' => 0x93,
                '”' => 0x94,
                '–' => 0x96,
                'é' => 0xE9,
                c => u8::try_from(c).unwrap(),
            })
            .collect();
        for (bytes, why) in [
            (plain.as_bytes().to_vec(), "UTF-8"),
            (format!("\u{FEFF}{plain}").into_bytes(), "with its mark"),
            (wide([0xFF, 0xFE], u16::to_le_bytes), "UTF-16, as Excel's Unicode text"),
            (wide([0xFE, 0xFF], u16::to_be_bytes), "the other way round"),
            (windows, "Windows-1252"),
            (plain.replace(',', ";").into_bytes(), "semicolons, as where the comma is decimal"),
            (plain.replace(',', "\t").into_bytes(), "tabs"),
            (
                format!("\n{}", plain.to_uppercase().lines().next().unwrap()).into_bytes().into_iter().chain(plain.bytes().skip_while(|b| *b != b'\n')).collect(),
                "a blank line, and a head in capitals",
            ),
        ] {
            assert_eq!(cells(&bytes), expected, "{why}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_table_is_named_by_line_and_column() {
        for (text, expected) in [
            ("", vec![(0, "", Wrong::NoRows)]),
            ("alamat_halaman,nama\n", vec![(0, "", Wrong::NoRows)]),
            ("nama,nip,nama\nA,1,B\n", vec![(1, "nip", Wrong::UnknownColumn), (1, "nama", Wrong::DoubledColumn), (1, "alamat_halaman", Wrong::MissingColumn)]),
            ("alamat_halaman,nama\na,=1+1\nb,B\nc, =HYPERLINK(1)\n", vec![(2, "nama", Wrong::Formula), (4, "nama", Wrong::Formula)]),
            ("alamat_halaman,nama\na\nb,B,C\nc,C,\n", vec![(2, "", Wrong::RowLength { cells: 1 }), (3, "", Wrong::RowLength { cells: 3 })]),
            ("alamat_halaman\0,nama\n", vec![(0, "", Wrong::NotATable)]),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|(line, column, wrong)| (line, column.to_owned(), wrong)).collect();
            assert_eq!(wrongs(text.as_bytes()), expected, "{text}");
        }
        let many = format!("alamat_halaman\n{}", "a\n".repeat(ROWS_MOST + 1));
        assert_eq!(wrongs(many.as_bytes()), [(0, String::new(), Wrong::TooManyRows { most: ROWS_MOST })]);
        assert_eq!(wrongs(&b",".repeat(COLUMNS_MOST + 1).into_iter().chain(*b"a\nb").collect::<Vec<_>>())[0].2, Wrong::TooManyColumns { most: COLUMNS_MOST });
        assert_eq!(wrongs(&vec![b'a'; FILE_MOST + 1])[0].2, Wrong::FileTooLarge { most_mb: 5 });
        assert_eq!(wrongs(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")[0].2, Wrong::OldWorkbook);
        assert_eq!(wrongs(b"PK\x03\x04 and nothing more")[0].2, Wrong::NotATable);
    }

    #[test]
    fn an_apostrophe_that_was_written_against_formulas_is_taken_off() {
        for (written, meant_by_it) in [("'=1", "=1"), ("'+62-61", "+62-61"), ("''=1", "'=1"), ("'t Huis", "'t Huis"), ("a'=b", "a'=b")] {
            assert_eq!(meant(written.to_owned()), meant_by_it);
        }
    }

    fn pack(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
        use std::io::Write;
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    /// A workbook of one sheet, whose data is this.
    fn book(data: &str) -> Vec<u8> {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let package = "http://schemas.openxmlformats.org/package/2006";
        pack(&[
            ("[Content_Types].xml", format!("<Types xmlns=\"{package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>").into_bytes()),
            (
                "_rels/.rels",
                format!("<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")
                    .into_bytes(),
            ),
            (
                "xl/workbook.xml",
                format!("<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"unit\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>").into_bytes(),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                format!(
                    "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
                )
                .into_bytes(),
            ),
            ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{main}\"><sheetData>{data}</sheetData></worksheet>").into_bytes()),
        ])
    }

    fn said(place: &str, text: &str) -> String {
        format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    }

    #[test]
    fn a_workbook_is_read_and_its_formulas_are_not() {
        let head = format!("<row r=\"1\">{}{}</row>", said("A1", "alamat_halaman"), said("B1", "nama"));
        let good = book(&format!("{head}<row r=\"3\">{}<c r=\"B3\"><v>42</v></c></row>", said("A3", "dinas-a")));
        let sheet = read(SubjectKind::Unit, &good).unwrap();
        assert_eq!(sheet.rows, [SheetRow { line: 3, cells: vec!["dinas-a".into(), "42".into()] }]);
        let calculated = book(&format!("{head}<row r=\"2\">{}<c r=\"B2\"><f>1+1</f><v>2</v></c></row>", said("A2", "dinas-a")));
        assert_eq!(wrongs(&calculated), [(2, "nama".to_owned(), Wrong::Formula)]);
        // One cell at the far corner must not make a table of seventeen thousand million cells.
        let corner = book(&format!("{head}<row r=\"1048576\">{}</row>", said("XFD1048576", "x")));
        assert_eq!(wrongs(&corner)[0].2, Wrong::TooManyColumns { most: COLUMNS_MOST });
    }

    #[test]
    fn a_bomb_does_not_go_off() {
        let unpacked = Wrong::Unpacked { most_mb: 64 };
        let bomb = book(&" ".repeat(UNPACKED_MOST as usize + 1));
        assert!(bomb.len() < 200_000, "it is small: {}", bomb.len());
        assert_eq!(wrongs(&bomb)[0].2, unpacked);
        let halves = pack(&[("a", vec![0; UNPACKED_MOST as usize / 2 + 1]), ("b", vec![0; UNPACKED_MOST as usize / 2 + 1])]);
        assert_eq!(wrongs(&halves)[0].2, unpacked, "all parts together");
        // One that lies about its size is measured all the same.
        let mut liar = pack(&[("a", vec![0; UNPACKED_MOST as usize + 1])]);
        let size = u32::try_from(UNPACKED_MOST + 1).unwrap().to_le_bytes();
        while let Some(at) = liar.windows(4).position(|w| w == size) {
            liar[at..at + 4].copy_from_slice(&7u32.to_le_bytes());
        }
        assert!(matches!(wrongs(&liar)[0].2, Wrong::Unpacked { .. } | Wrong::NotATable));
        let swarm: Vec<(String, Vec<u8>)> = (0..=PARTS_MOST).map(|i| (i.to_string(), Vec::new())).collect();
        let swarm: Vec<(&str, Vec<u8>)> = swarm.iter().map(|(n, c)| (n.as_str(), c.clone())).collect();
        assert_eq!(wrongs(&pack(&swarm))[0].2, unpacked, "a thousand parts");
    }
}
