//! The directory as files that administrators take home, change and bring back: what a file would do is shown row by row
//! before anything happens, and then happens whole or not at all. The same checks as the forms'.

pub mod kept;
pub mod plan;
pub mod read;
pub mod write;

use vocabulary::Fault;
use vocabulary::accounts::Role;
use vocabulary::directory::{Competency, SubjectKind};

use super::edit::{position, service, standard, unit};
use super::governments::{Government, government};
use crate::accounts::Actor;
use crate::db::Linked;
use crate::error::{Error, Refusal, Result};
use crate::on;

/// Why a cell, a row or a whole file is not taken. Each has a sentence in the translations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// As in the form.
    Fault(Fault),
    /// The rules say no.
    Refused(Refusal),
    /// Larger than a file may be.
    FileTooLarge {
        most_mb: usize,
    },
    /// Small on disk and huge when it is opened.
    Unpacked {
        most_mb: usize,
    },
    TooManyRows {
        most: usize,
    },
    TooManyColumns {
        most: usize,
    },
    /// Neither a text table nor an XLSX workbook, or a damaged one.
    NotATable,
    /// The old binary format of spreadsheets.
    OldWorkbook,
    /// A head and no rows, or not even a head.
    NoRows,
    UnknownColumn,
    MissingColumn,
    DoubledColumn,
    /// As many cells as this, and not as many as the head.
    RowLength {
        cells: usize,
    },
    /// A spreadsheet would calculate it; only what is written is taken.
    Formula,
    /// The same thing stands in the file twice.
    TwiceInFile,
    /// What has an end does not get a later one, or none.
    NotReopened,
    /// A tenure's kind and decree are not rewritten.
    TenureFixed,
    /// The key belongs to somebody of another name.
    OtherName,
    /// The NIP or the NIK is no key of ours.
    PersonalNumber,
    /// A standard ends when the next begins, and not by itself.
    StandardEnds,
}

impl Wrong {
    /// The key of its sentence and, where the sentence has a number, that number.
    pub const fn sentence(self) -> (&'static str, Option<usize>) {
        match self {
            Self::Fault(fault) => fault.sentence(),
            Self::Refused(refusal) => (refusal.sentence(), None),
            Self::FileTooLarge { most_mb } => ("bulk-wrong-too-large", Some(most_mb)),
            Self::Unpacked { most_mb } => ("bulk-wrong-unpacked", Some(most_mb)),
            Self::TooManyRows { most } => ("bulk-wrong-rows", Some(most)),
            Self::TooManyColumns { most } => ("bulk-wrong-columns", Some(most)),
            Self::NotATable => ("bulk-wrong-not-a-table", None),
            Self::OldWorkbook => ("bulk-wrong-old-workbook", None),
            Self::NoRows => ("bulk-wrong-no-rows", None),
            Self::UnknownColumn => ("bulk-wrong-unknown-column", None),
            Self::MissingColumn => ("bulk-wrong-missing-column", None),
            Self::DoubledColumn => ("bulk-wrong-doubled-column", None),
            Self::RowLength { cells } => ("bulk-wrong-row-length", Some(cells)),
            Self::Formula => ("bulk-wrong-formula", None),
            Self::TwiceInFile => ("bulk-wrong-twice", None),
            Self::NotReopened => ("bulk-wrong-not-reopened", None),
            Self::TenureFixed => ("bulk-wrong-tenure-fixed", None),
            Self::OtherName => ("bulk-wrong-other-name", None),
            Self::PersonalNumber => ("bulk-wrong-personal-number", None),
            Self::StandardEnds => ("bulk-wrong-standard-ends", None),
        }
    }
}

/// One thing wrong, where it stands; an empty column is the whole row, line 0 the whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadCell {
    pub line: u64,
    pub column: String,
    pub wrong: Wrong,
}

impl BadCell {
    pub fn file(wrong: Wrong) -> Self {
        Self { line: 0, column: String::new(), wrong }
    }
}

/// What tells one row from another; these columns must be there.
pub const fn keys(kind: SubjectKind) -> &'static [&'static str] {
    match kind {
        SubjectKind::Tenure => &["jabatan", "pegawai", "mulai"],
        _ => &["alamat_halaman"],
    }
}

/// The columns of a kind's file, in order: its key, the fields of its form, and its days. A person is told by the key of
/// the records and never by the NIP.
pub fn columns(kind: SubjectKind) -> Vec<&'static str> {
    let mut columns = vec!["alamat_halaman"];
    match kind {
        SubjectKind::Unit => columns.extend(unit::FIELDS),
        SubjectKind::Position => {
            columns.extend(position::FIELDS);
            columns.extend(Competency::ALL.iter().map(|c| position::competency_field(*c)));
        }
        SubjectKind::Service => columns.extend(service::FIELDS),
        SubjectKind::Standard => {
            columns.extend(standard::FIELDS);
            columns.push("sk");
        }
        SubjectKind::Tenure => columns = vec!["jabatan", "pegawai", "nama", "jenis_masa", "sk"],
    }
    columns.extend(["mulai", "berakhir"]);
    columns
}

/// The government, for who administers the whole of it: a file may touch everything.
///
/// # Errors
/// [`Error::NotFound`] for everyone else.
pub async fn administered(linked: &mut impl Linked, actor: &Actor, slug: &str) -> Result<Government> {
    let scope = actor.scope(linked, Role::Administrator, slug).await?;
    let government = government(linked, slug).await?;
    let root: Option<crate::ids::UnitId> =
        on!(linked, conn => sqlx::query_scalar("select id from unit where government = $1 and slug = 'pemerintah'").bind(slug).fetch_optional(conn).await?);
    if root.is_some_and(|root| scope.units.contains(&root)) { Ok(government) } else { Err(Error::NotFound) }
}

/// Whether a spreadsheet would take a text for a formula, were it not for apostrophes before it.
fn is_formula_like(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}
