//! The words of the handlers' workspace: its queues, who holds a case, what is done to several at once, and templates
//! of replies with their fields.

use super::{NOTE_LEAST, NOTE_MOST, Status};
use crate::words::words;
use crate::{Fault, Problems, text};

words! {
    /// What is to be done with a case next: the queue in which it waits. The column `queue` is made from the state with
    /// these words.
    Queue {
        Verify = "verifikasi",
        Answer = "jawab",
        /// The reporter says that the answer solved nothing.
        Contested = "dibantah",
        /// Too late or contested twice: it lies above the unit.
        Escalated = "eskalasi",
        /// The reporter completes it; the clock stands still.
        Info = "dilengkapi",
        /// Answered, and the reporter has not said whether it is solved.
        Reply = "menunggu",
        /// The reporter asks to open it again.
        Reopen = "buka-lagi",
    }
}

impl Queue {
    /// Where a case of this state waits; one that is closed only while its reopening is asked for.
    pub const fn of(status: Status) -> Option<Self> {
        match status {
            Status::Submitted => Some(Self::Verify),
            Status::Assigned | Status::InProgress => Some(Self::Answer),
            Status::Disputed => Some(Self::Contested),
            Status::Escalated => Some(Self::Escalated),
            Status::NeedsInfo => Some(Self::Info),
            Status::Responded => Some(Self::Reply),
            Status::Closed => Some(Self::Reopen),
            Status::Draft | Status::Archived | Status::Merged | Status::Redirected | Status::Withdrawn => None,
        }
    }
}

words! {
    /// Whose cases a queue is narrowed to.
    Holding { Mine = "saya", Nobody = "tanpa-petugas" }
}

words! {
    /// By when.
    DueBy { Late = "terlambat", Week = "pekan-ini" }
}

words! {
    /// How a case came to whom it is with; kept with its step.
    Handing {
        Given = "diserahkan",
        Taken = "diambil",
        /// Nobody's again, by whoever had it.
        Returned = "dikembalikan",
        /// Nobody's again, because whoever had it no longer holds the post or the role.
        Ended = "masa-berakhir",
    }
}

words! {
    /// What is done to several cases at once; each goes through the same function as one alone.
    BulkAct {
        Hand = "serahkan",
        Note = "catat",
        /// News for everyone who reads the case.
        News = "kabarkan",
        /// To each reporter alone.
        Message = "pesan",
        Merge = "gabungkan",
        Ask = "tanyakan",
    }
}

/// Who is to have a case: an account by its id, or nobody; with a word for whoever reads the case inside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandInput {
    /// The id as text; none for nobody.
    pub to: Option<String>,
    pub note: String,
}

impl HandInput {
    /// # Errors
    /// Every problem at once.
    pub fn parse(to: &str, note: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let to = problems.take(
            "petugas",
            match to.trim() {
                "" => Err(Fault::Missing),
                "tanpa" => Ok(None),
                id if id.len() == 36 && id.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-') => Ok(Some(id.to_owned())),
                _ => Err(Fault::UnknownChoice),
            },
        );
        let note = problems.take("pesan-serah", text::paragraphs(note, 0, NOTE_MOST));
        match (to, note) {
            (Some(to), Some(note)) => Ok(Self { to, note }),
            _ => Err(problems),
        }
    }
}

words! {
    /// What stands in a template between braces and is filled from the case.
    TemplateField {
        Reference = "nomor",
        Title = "judul",
        Service = "layanan",
        Unit = "nama unit",
        Due = "tenggat",
        Received = "tanggal laporan",
        Today = "hari ini",
    }
}

/// A piece of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'a> {
    Text(&'a str),
    Field(TemplateField),
}

/// A template in its pieces. A brace stands only around a field: one that is open, or around a word that is no field, is
/// a slip that a reader would otherwise see in an answer.
///
/// # Errors
/// [`Fault::UnknownField`].
pub fn pieces(body: &str) -> Result<Vec<Piece<'_>>, Fault> {
    let (mut found, mut rest) = (Vec::new(), body);
    while let Some(open) = rest.find(['{', '}']) {
        let (before, after) = rest.split_at(open);
        let close = after.strip_prefix('{').and_then(|inside| inside.find('}')).ok_or(Fault::UnknownField)?;
        let name = after[1..=close].split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        if !before.is_empty() {
            found.push(Piece::Text(before));
        }
        found.push(Piece::Field(TemplateField::parse(&name).ok_or(Fault::UnknownField)?));
        rest = &after[close + 2..];
    }
    if !rest.is_empty() {
        found.push(Piece::Text(rest));
    }
    Ok(found)
}

pub const TEMPLATE_NAME_MOST: usize = 80;

/// A template as its form says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateInput {
    pub name: String,
    pub body: String,
    /// Slug of the unit that has it; it is offered in every unit below.
    pub unit: String,
}

impl TemplateInput {
    /// # Errors
    /// Every problem at once.
    pub fn parse(name: &str, body: &str, unit: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let name = problems.take("nama", text::line(name, 3, TEMPLATE_NAME_MOST));
        let body = problems.take(
            "isi-templat",
            text::paragraphs(body, NOTE_LEAST, NOTE_MOST).and_then(text::without_personal_number).and_then(|body| match pieces(&body) {
                Ok(_) => Ok(body),
                Err(fault) => Err(fault),
            }),
        );
        let unit = problems.take("unit", text::line(unit, 1, 120));
        match (name, body, unit) {
            (Some(name), Some(body), Some(unit)) => Ok(Self { name, body, unit }),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_read_in_pieces_and_a_slip_is_named() {
        assert_eq!(
            pieces("Laporan {nomor} di {Nama  Unit}."),
            Ok(vec![Piece::Text("Laporan "), Piece::Field(TemplateField::Reference), Piece::Text(" di "), Piece::Field(TemplateField::Unit), Piece::Text(".")])
        );
        assert_eq!(pieces("{tenggat}"), Ok(vec![Piece::Field(TemplateField::Due)]));
        assert_eq!(pieces("tanpa isian"), Ok(vec![Piece::Text("tanpa isian")]));
        for (body, why) in [
            ("{nama}", "no such field"),
            ("Halo {nomor", "never closed"),
            ("Halo nomor}", "never opened"),
            ("{{nomor}}", "twice"),
            ("{}", "nothing"),
            ("é{é}", "letters of two bytes"),
        ] {
            assert_eq!(pieces(body), Err(Fault::UnknownField), "{why}");
        }
    }

    #[test]
    fn forms_say_everything_that_is_wrong() {
        let faults = |problems: Problems| problems.0.iter().map(|p| (p.field, p.fault)).collect::<Vec<_>>();
        assert_eq!(HandInput::parse("", "").map_err(faults), Err(vec![("petugas", Fault::Missing)]));
        assert_eq!(HandInput::parse("siapa saja", "").map_err(faults), Err(vec![("petugas", Fault::UnknownChoice)]));
        assert_eq!(HandInput::parse("tanpa", " ").map(|h| h.to), Ok(None));
        assert_eq!(
            TemplateInput::parse("", "Halo {siapa}, salam.", "").map_err(faults),
            Err(vec![("nama", Fault::Missing), ("isi-templat", Fault::UnknownField), ("unit", Fault::Missing)])
        );
    }
}
