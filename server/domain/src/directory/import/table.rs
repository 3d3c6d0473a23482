//! Reading tables so that every bad row is named by line and column, and writing them in one transaction.

use std::collections::HashMap;

use sha2::{Digest, Sha256};
use uuid::Uuid;

/// One thing wrong with one cell, in words for whoever maintains the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// Line in the file, counted from one; in JSON the number of the entry.
    pub line: u64,
    pub column: String,
    pub message: String,
}

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Good rows in the file.
    pub rows: u64,
    /// Rows added or changed; none when the file was imported before.
    pub changed: u64,
    pub bad: Vec<BadRow>,
    /// False when bad rows kept the whole file out.
    pub imported: bool,
}

/// A row whose cells are asked for by column name.
pub struct Row<'a> {
    pub line: u64,
    cells: HashMap<&'a str, &'a str>,
    bad: &'a mut Vec<BadRow>,
}

impl Row<'_> {
    pub fn refuse(&mut self, column: &str, message: impl Into<String>) {
        self.bad.push(BadRow { line: self.line, column: column.into(), message: message.into() });
    }

    /// The cell, trimmed; empty when the table has no such column.
    pub fn optional(&self, column: &str) -> String {
        self.cells.get(column).map(|c| c.trim().to_owned()).unwrap_or_default()
    }

    /// The cell, which must say something.
    pub fn text(&mut self, column: &str) -> Option<String> {
        let cell = self.optional(column);
        if cell.is_empty() {
            self.refuse(column, "is empty");
            None
        } else {
            Some(cell)
        }
    }

    pub fn one_of(&mut self, column: &str, allowed: &[&str]) -> Option<String> {
        let cell = self.text(column)?;
        if allowed.contains(&cell.as_str()) {
            Some(cell)
        } else {
            self.refuse(column, format!("{cell:?} is none of {}", allowed.join(", ")));
            None
        }
    }

    pub fn number(&mut self, column: &str) -> Option<i64> {
        let cell = self.text(column)?;
        match cell.parse() {
            Ok(number) => Some(number),
            Err(_) => {
                self.refuse(column, format!("{cell:?} is not a whole number"));
                None
            }
        }
    }

    pub fn day(&mut self, column: &str) -> Option<String> {
        let cell = self.text(column)?;
        if crate::clock::parse_day(&cell).is_some() {
            Some(cell)
        } else {
            self.refuse(column, format!("{cell:?} is not a date like 2026-11-21"));
            None
        }
    }
}

/// Reads a CSV text; `read` turns a row into a value or refuses its cells.
pub fn read_csv<T>(text: &str, needed: &[&str], mut read: impl FnMut(&mut Row<'_>) -> Option<T>) -> (Vec<T>, Vec<BadRow>) {
    let mut bad = Vec::new();
    let mut values = Vec::new();
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let headers = match reader.headers() {
        Ok(headers) => headers.clone(),
        Err(e) => return (values, vec![BadRow { line: 1, column: String::new(), message: e.to_string() }]),
    };
    for column in needed.iter().filter(|c| !headers.iter().any(|h| h == **c)) {
        bad.push(BadRow { line: 1, column: (*column).to_owned(), message: "the column is missing".into() });
    }
    if !bad.is_empty() {
        return (values, bad);
    }
    for (index, record) in reader.records().enumerate() {
        let record = match record {
            Ok(record) => record,
            Err(e) => {
                let line = e.position().map_or(index as u64 + 2, csv::Position::line);
                bad.push(BadRow { line, column: String::new(), message: e.to_string() });
                continue;
            }
        };
        let line = record.position().map_or(index as u64 + 2, csv::Position::line);
        if record.len() != headers.len() {
            bad.push(BadRow { line, column: String::new(), message: format!("has {} cells, the head has {}", record.len(), headers.len()) });
            continue;
        }
        let cells = headers.iter().zip(record.iter()).collect();
        if let Some(value) = read(&mut Row { line, cells, bad: &mut bad }) {
            values.push(value);
        }
    }
    (values, bad)
}

/// Whether to go on: not with bad rows, unless they are to be skipped.
pub fn verdict<T>(values: &[T], bad: Vec<BadRow>, skip_bad_rows: bool) -> Outcome {
    let imported = bad.is_empty() || skip_bad_rows;
    Outcome { rows: values.len() as u64, changed: 0, bad, imported }
}

/// The id of an imported thing, made from its natural key, so that importing again finds the same.
pub fn id_of(kind: &str, key: &str) -> Uuid {
    let mut hash = Sha256::new();
    hash.update(kind);
    hash.update("/");
    hash.update(key);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.finalize()[..16]);
    // RFC 9562 version 8: made by our own rule.
    bytes[6] = 0x80 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    Uuid::from_bytes(bytes)
}

/// A name as it stands in an address: ASCII letters and digits joined by dashes.
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in name.to_lowercase().chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bad_cell_is_named_by_line_and_column() {
        let text = "code,name,n\n1,Satu,1\n2,,dua\n3,Tiga\n";
        let (values, bad) = read_csv(text, &["code", "name", "n"], |row| {
            let (name, n) = (row.text("name"), row.number("n"));
            Some((name?, n?))
        });
        assert_eq!(values, [("Satu".to_owned(), 1)]);
        let found: Vec<_> = bad.iter().map(|b| (b.line, b.column.as_str())).collect();
        assert_eq!(found, [(3, "name"), (3, "n"), (4, "")]);
    }

    #[test]
    fn a_missing_column_is_named_once() {
        let (_, bad) = read_csv("code\n1\n2\n", &["code", "name"], |_| Some(()));
        assert_eq!(bad, [BadRow { line: 1, column: "name".into(), message: "the column is missing".into() }]);
    }

    #[test]
    fn slugs() {
        assert_eq!(slug("Kelurahan Bagan Deli"), "kelurahan-bagan-deli");
        assert_eq!(slug("Kepala UPTD (fiktif)"), "kepala-uptd-fiktif");
    }
}
