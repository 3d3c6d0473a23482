//! Announcements (sosialisasi) and the posts that are open (seleksi), as staff write them.

use crate::words::words;
use crate::{Fault, Problems, text};

words! {
    AnnouncementKind {
        /// What residents should know: a mobile counter, other opening hours, a new way to pay.
        Information = "sosialisasi",
        /// An open post with the calendar and criteria of its selection by merit.
        Selection = "seleksi",
    }
}

words! {
    /// Where an announcement stands on a day.
    AnnouncementState {
        Draft = "draf",
        /// Published, and its first day is still to come.
        Scheduled = "terjadwal",
        Shown = "tampil",
        /// Its last day has passed; its address still answers.
        Over = "lewat",
        Withdrawn = "ditarik",
    }
}

words! {
    /// A stage of selection by merit; its name is offered as a ready row and may be changed.
    MeritStage {
        Registration = "pendaftaran", Administrative = "administrasi", Objection = "sanggah", BasicTest = "skd", FieldTest = "skb",
        Integration = "integrasi", Result = "hasil", Filing = "pemberkasan",
        Committee = "panitia", Assessment = "kompetensi", Paper = "makalah", Interview = "wawancara", TrackRecord = "rekam-jejak", ThreeNames = "tiga-nama",
    }
}

words! {
    /// Which stages are offered.
    SelectionPath {
        /// Open selection for a senior executive post (JPT).
        SeniorPost = "jpt",
        /// Candidates who enter the civil service (CASN).
        Entry = "casn",
        /// Something else: empty rows.
        Other = "lainnya",
    }
}

impl SelectionPath {
    /// The stages in their order (domain.md section 5, recruitment and promotion).
    pub const fn stages(self) -> &'static [MeritStage] {
        use MeritStage::{
            Administrative, Assessment, BasicTest, Committee, FieldTest, Filing, Integration, Interview, Objection, Paper, Registration, Result, ThreeNames, TrackRecord,
        };
        match self {
            Self::SeniorPost => &[Committee, Registration, Administrative, Assessment, Paper, Interview, TrackRecord, ThreeNames],
            Self::Entry => &[Registration, Administrative, Objection, BasicTest, FieldTest, Integration, Result, Filing],
            Self::Other => &[],
        }
    }
}

pub const TITLE_LEAST: usize = 10;
pub const TITLE_MOST: usize = 120;
pub const SUMMARY_LEAST: usize = 20;
pub const SUMMARY_MOST: usize = 300;
pub const BODY_LEAST: usize = 20;
pub const BODY_MOST: usize = 10_000;
pub const CRITERIA_LEAST: usize = 10;
pub const CRITERIA_MOST: usize = 5000;
pub const STAGE_NAME_MOST: usize = 120;
pub const STAGE_NOTE_MOST: usize = 300;
pub const REASON_LEAST: usize = 10;
pub const REASON_MOST: usize = 1000;

/// The names of one stage's fields in the form.
#[derive(Debug, Clone, Copy)]
pub struct StageFields {
    pub name: &'static str,
    pub starts_on: &'static str,
    pub ends_on: &'static str,
    pub note: &'static str,
}

macro_rules! stage_fields {
    ($($number:literal),+) => {
        [$(StageFields {
            name: concat!("tahap-", $number),
            starts_on: concat!("tahap-", $number, "-mulai"),
            ends_on: concat!("tahap-", $number, "-selesai"),
            note: concat!("tahap-", $number, "-catatan"),
        }),+]
    };
}

/// The rows of a form: two more than the longest path has stages.
pub const STAGE_FIELDS: [StageFields; 10] = stage_fields!(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedStage {
    pub name: String,
    pub starts_on: String,
    pub ends_on: String,
    pub note: String,
}

impl TypedStage {
    fn is_empty(&self) -> bool {
        [&self.name, &self.starts_on, &self.ends_on, &self.note].into_iter().all(|t| t.trim().is_empty())
    }
}

/// The form as it was typed.
#[derive(Debug, Clone, Default)]
pub struct TypedAnnouncement {
    pub unit: String,
    pub title: String,
    pub summary: String,
    pub body: String,
    pub position: String,
    pub criteria: String,
    pub shown_from: String,
    pub shown_until: String,
    pub stages: Vec<TypedStage>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageInput {
    pub name: String,
    pub starts_on: String,
    /// Last day.
    pub ends_on: String,
    pub note: String,
}

/// An announcement that can be kept.
#[derive(Debug, Clone)]
pub struct AnnouncementInput {
    pub kind: AnnouncementKind,
    /// Slug of the unit that announces.
    pub unit: String,
    pub title: String,
    pub summary: String,
    pub body: String,
    /// Slug of the open post.
    pub position: Option<String>,
    /// One a line; empty for [`AnnouncementKind::Information`].
    pub criteria: String,
    pub shown_from: String,
    pub shown_until: Option<String>,
    /// In the order of their first days; empty for [`AnnouncementKind::Information`].
    pub stages: Vec<StageInput>,
}

impl TypedAnnouncement {
    /// # Errors
    /// Every problem of the form at once. A selection needs criteria and stages, each stage begins on or after the one
    /// above it, and the announcement is shown until the last stage is over.
    pub fn parse(&self, kind: AnnouncementKind) -> Result<AnnouncementInput, Problems> {
        let mut problems = Problems::default();
        let is_selection = kind == AnnouncementKind::Selection;
        let unit = problems.take("unit-pengumum", text::line(&self.unit, 1, 120));
        let title = problems.take("judul", text::line(&self.title, TITLE_LEAST, TITLE_MOST).and_then(text::without_personal_number));
        let summary = problems.take("ringkasan", text::line(&self.summary, SUMMARY_LEAST, SUMMARY_MOST).and_then(text::without_personal_number));
        let body = problems.take("naskah", text::paragraphs(&self.body, BODY_LEAST, BODY_MOST).and_then(text::without_personal_number));
        let (mut position, mut criteria, mut stages) = (Some(None), Some(String::new()), Vec::new());
        if is_selection {
            position = problems.take("jabatan", text::optional_line(&self.position, 120));
            criteria = problems.take("kriteria", text::paragraphs(&self.criteria, CRITERIA_LEAST, CRITERIA_MOST).and_then(text::without_personal_number));
            stages = self.parse_stages(&mut problems);
        }
        let shown_from = problems.take("tampil-mulai", text::day(&self.shown_from));
        let shown_until = if self.shown_until.trim().is_empty() { Some(None) } else { problems.take("tampil-sampai", text::day(&self.shown_until)).map(Some) };
        if let Some(Some(until)) = &shown_until {
            if shown_from.as_ref().is_some_and(|from| until < from) {
                problems.add("tampil-sampai", Fault::EndsBeforeStart);
            }
            if stages.iter().any(|s: &StageInput| s.ends_on > *until) {
                problems.add("tampil-sampai", Fault::OutOfOrder);
            }
        }
        match (unit, title, summary, body, position, criteria, shown_from, shown_until) {
            (Some(unit), Some(title), Some(summary), Some(body), Some(position), Some(criteria), Some(shown_from), Some(shown_until)) if problems.is_empty() => {
                Ok(AnnouncementInput { kind, unit, title, summary, body, position, criteria, shown_from, shown_until, stages })
            }
            _ => Err(problems),
        }
    }

    /// The rows that have something in them.
    fn parse_stages(&self, problems: &mut Problems) -> Vec<StageInput> {
        let mut stages: Vec<StageInput> = Vec::new();
        for (typed, fields) in self.stages.iter().zip(&STAGE_FIELDS).filter(|(typed, _)| !typed.is_empty()) {
            let name = problems.take(fields.name, text::line(&typed.name, 3, STAGE_NAME_MOST));
            let starts_on = problems.take(fields.starts_on, text::day(&typed.starts_on));
            // Without a last day it lasts one day.
            let ends_on = if typed.ends_on.trim().is_empty() { starts_on.clone() } else { problems.take(fields.ends_on, text::day(&typed.ends_on)) };
            let note = problems.take(fields.note, text::line(&typed.note, 0, STAGE_NOTE_MOST).and_then(text::without_personal_number));
            let (Some(starts_on), Some(ends_on)) = (starts_on, ends_on) else { continue };
            if ends_on < starts_on {
                problems.add(fields.ends_on, Fault::EndsBeforeStart);
            }
            if stages.last().is_some_and(|above| starts_on < above.starts_on) {
                problems.add(fields.starts_on, Fault::OutOfOrder);
            }
            stages.push(StageInput { name: name.unwrap_or_default(), starts_on, ends_on, note: note.unwrap_or_default() });
        }
        if stages.is_empty() && STAGE_FIELDS.iter().all(|f| problems.of(f.name).is_none() && problems.of(f.starts_on).is_none() && problems.of(f.ends_on).is_none()) {
            problems.add(STAGE_FIELDS[0].name, Fault::Missing);
        }
        stages
    }
}

/// Why an announcement is withdrawn; everyone reads it at its address.
///
/// # Errors
/// What is wrong with the reason.
pub fn withdrawal(typed: &str) -> Result<String, Problems> {
    let mut problems = Problems::default();
    problems.take("alasan", text::paragraphs(typed, REASON_LEAST, REASON_MOST).and_then(text::without_personal_number)).ok_or(problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stage(name: &str, starts_on: &str, ends_on: &str) -> TypedStage {
        TypedStage { name: name.into(), starts_on: starts_on.into(), ends_on: ends_on.into(), note: String::new() }
    }

    fn complete() -> TypedAnnouncement {
        TypedAnnouncement {
            unit: "bkpsdm".into(),
            title: "Seleksi terbuka Kepala Dinas Kesehatan".into(),
            summary: "Dibuka untuk PNS yang memenuhi syarat.".into(),
            body: "Berkas diserahkan ke loket panitia seleksi.".into(),
            position: "kepala-dinkes".into(),
            criteria: "Pangkat paling rendah IV/a\nRekam jejak yang baik".into(),
            shown_from: "2026-11-02".into(),
            shown_until: String::new(),
            stages: vec![stage("Pendaftaran", "2026-11-09", "2026-11-20"), TypedStage::default(), stage("Wawancara", "2026-11-24", "")],
        }
    }

    #[test]
    fn a_complete_selection_is_read() {
        let input = complete().parse(AnnouncementKind::Selection).unwrap_or_else(|p| panic!("{p:?}"));
        assert_eq!(input.stages.len(), 2, "an empty row is no stage");
        assert_eq!(input.stages[1].ends_on, "2026-11-24", "without a last day it lasts one day");
        let plain = complete().parse(AnnouncementKind::Information).unwrap_or_else(|p| panic!("{p:?}"));
        assert!(plain.stages.is_empty() && plain.criteria.is_empty() && plain.position.is_none(), "information has none of them");
    }

    #[test]
    fn every_way_to_be_wrong_is_named() {
        type Spoil = fn(&mut TypedAnnouncement);
        let cases: &[(&str, Spoil, Fault, &str)] = &[
            ("unit-pengumum", |a| a.unit.clear(), Fault::Missing, "nobody announces it"),
            ("judul", |a| a.title = "Seleksi".into(), Fault::TooShort { least: TITLE_LEAST }, "a title that says nothing"),
            ("naskah", |a| a.body = "x".repeat(2_000_000), Fault::TooLong { most: BODY_MOST }, "two megabytes"),
            ("naskah", |a| a.body = "Lulus: NIK 9971 0812 0101 0001 dan lainnya".into(), Fault::PersonalNumber, "a candidate's number"),
            ("kriteria", |a| a.criteria.clear(), Fault::Missing, "a selection without criteria"),
            ("tampil-mulai", |a| a.shown_from = "2026-02-30".into(), Fault::NotADate, "no such day"),
            ("tampil-sampai", |a| a.shown_until = "2026-11-01".into(), Fault::EndsBeforeStart, "over before it began"),
            ("tampil-sampai", |a| a.shown_until = "2026-11-22".into(), Fault::OutOfOrder, "gone before the last stage"),
            ("tahap-1", |a| a.stages.clear(), Fault::Missing, "a selection without stages"),
            ("tahap-1-selesai", |a| a.stages[0].ends_on = "2026-11-08".into(), Fault::EndsBeforeStart, "a stage that ends before it begins"),
            ("tahap-3-mulai", |a| a.stages[2].starts_on = "2026-11-08".into(), Fault::OutOfOrder, "before the stage above it"),
            ("tahap-3-mulai", |a| a.stages[2].starts_on.clear(), Fault::Missing, "a stage without a day"),
            ("tahap-3", |a| a.stages[2].name.clear(), Fault::Missing, "a day without a stage"),
        ];
        for (field, spoil, fault, why) in cases {
            let mut typed = complete();
            spoil(&mut typed);
            let found = typed.parse(AnnouncementKind::Selection).err().unwrap_or_default();
            assert_eq!(found.of(field), Some(*fault), "{why}: {found:?}");
            let others = found.0.iter().filter(|p| p.field != *field).count();
            assert!(others == 0 || *why == "over before it began", "only that: {why}: {found:?}");
        }
    }

    #[test]
    fn every_path_leaves_room_for_two_more_stages() {
        for path in SelectionPath::ALL {
            assert!(path.stages().len() + 2 <= STAGE_FIELDS.len(), "{path}");
        }
    }
}
