//! What residents send and what becomes of it.
//!
//! Long because every form of a case is read here once, beside the table that says how each can be wrong.

use crate::accounts::Email;
use crate::evaluation::Element;
use crate::words::words;
use crate::{Fault, Problem, Problems, text};

mod casework;
mod workspace;

pub use casework::*;
pub use workspace::*;

words! {
    /// The class of a case; its clock is data (`rule` rows, PermenPANRB 62/2018).
    Kind {
        Complaint = "pengaduan",
        Suggestion = "aspirasi",
        InformationRequest = "permintaan_informasi",
        Praise = "apresiasi",
        /// Alleged misconduct (berkadar pengawasan): never published, never handled by the unit it is about.
        Misconduct = "penyimpangan",
    }
}

impl Kind {
    /// The class of PermenPANRB 62/2018 whose clock it has, as `complaint_rules.json` names it.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Complaint => "pengaduan_tidak_berkadar_pengawasan",
            Self::Suggestion => "aspirasi",
            Self::InformationRequest => "permintaan_informasi",
            Self::Praise => "apresiasi",
            Self::Misconduct => "pengaduan_berkadar_pengawasan",
        }
    }
}

words! {
    /// Who may know what. Protection only ever rises.
    Protection {
        /// Name and text may be read by everyone.
        Public = "publik",
        /// The text may be read, who sent it is known to nobody in the unit it is about.
        Anonymous = "anonim",
        /// Neither text nor name is public.
        Confidential = "rahasia",
    }
}

words! {
    Outcome { Upheld = "upheld", Partly = "partly", NotUpheld = "not_upheld", NotExamined = "not_examined" }
}

words! {
    /// Closed is not the same as solved: the three are counted apart.
    ClosedReason { Confirmed = "confirmed", NoAnswer = "no_answer", Contested = "contested" }
}

words! {
    /// Why a verifier archives (`complaint_rules.json`), told to the reporter.
    ArchiveReason {
        Spam = "spam", NoPublicService = "no_public_service", DuplicateSpam = "duplicate_spam", Hate = "hate",
        CourtCase = "court_case", TooGeneral = "too_general",
    }
}

words! {
    StepKind {
        Received = "received", Published = "published", Assigned = "assigned", Archived = "archived",
        Progress = "progress", Answered = "answered", Confirmed = "confirmed", Contested = "contested",
        /// The text was masked or protection raised before others could read it.
        Protected = "protected",
        InfoAsked = "info_asked", Completed = "completed", Lapsed = "lapsed",
        Merged = "merged",
        /// A merge was a mistake and is undone.
        Split = "split",
        /// Another report became part of this one, or left it again.
        Joined = "joined", Parted = "parted",
        Redirected = "redirected",
        /// The unit says that it is not its business.
        Returned = "returned",
        /// The unit takes it up.
        Taken = "taken",
        /// For staff alone.
        Internal = "internal",
        ClosedSilent = "closed_silent", Reworked = "reworked", Escalated = "escalated", Resumed = "resumed",
        /// The reporter brings new evidence; the coordinator decides.
        ReopenAsked = "reopen_asked", ReopenDeclined = "reopen_declined", Reopened = "reopened",
        Withdrawn = "withdrawn",
        /// The reporter withdrew, and the examination goes on by duty of office.
        WithdrawnExOfficio = "withdrawn_ex_officio",
        /// The holidays changed, and with them a last day.
        DueChanged = "due_changed",
        /// Four weeks after the end.
        AskedAgain = "asked_again", StillSolved = "still_solved", SolvedNoMore = "solved_no_more",
        /// The reporter's, which came after the words.
        PhotoAdded = "photo_added",
        PhotoWithheld = "photo_withheld", PhotoReleased = "photo_released",
        /// It is with somebody by name, or nobody's again; for staff alone.
        Handed = "handed",
    }
}

words! {
    /// In whose place someone acted; never a name.
    ByRole { Reporter = "reporter", Verifier = "verifier", Coordinator = "coordinator", Handler = "handler", Inspector = "inspector", System = "system" }
}

impl ByRole {
    /// As whom the table of transitions knows them.
    pub const fn party(self) -> Party {
        match self {
            Self::Reporter => Party::Reporter,
            Self::Verifier => Party::Verifier,
            Self::Coordinator => Party::Coordinator,
            Self::Handler | Self::Inspector => Party::Officer,
            Self::System => Party::System,
        }
    }
}

words! {
    /// Why a verifier withholds one photo from the public; the rest of the case stays.
    PhotoReason { Face = "wajah", PersonalData = "data_pribadi", Unseemly = "tidak_pantas", Unrelated = "tidak_terkait" }
}

pub const STORY_LEAST: usize = 20;
pub const STORY_MOST: usize = 5000;
pub const PLACE_MOST: usize = 200;
pub const PHOTOS_MOST: usize = 3;
pub const PHOTO_MEGABYTES: usize = 8;
pub const PHOTO_MEGAPIXELS: usize = 40;
/// Photos are kept at most this wide or high, in pixels; the browser shrinks to the same.
pub const PHOTO_EDGE: u32 = 1600;
pub const NOTE_LEAST: usize = 10;
pub const NOTE_MOST: usize = 5000;

/// What a case is about, as its form says it: `layanan:akta-kelahiran`, `unit:…`, `jabatan:…`, `tidak-tahu`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Service(String),
    Unit(String),
    Position(String),
    Unknown,
}

impl Target {
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let slug = |s: &str| {
            let good = !s.is_empty() && s.len() <= 120 && s.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            if good { Ok(s.to_owned()) } else { Err(Fault::UnknownChoice) }
        };
        match typed.split_once(':') {
            Some(("layanan", s)) => slug(s).map(Self::Service),
            Some(("unit", s)) => slug(s).map(Self::Unit),
            Some(("jabatan", s)) => slug(s).map(Self::Position),
            None if typed == "tidak-tahu" => Ok(Self::Unknown),
            None if typed.is_empty() => Err(Fault::Missing),
            _ => Err(Fault::UnknownChoice),
        }
    }
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Service(slug) => write!(f, "layanan:{slug}"),
            Self::Unit(slug) => write!(f, "unit:{slug}"),
            Self::Position(slug) => write!(f, "jabatan:{slug}"),
            Self::Unknown => f.write_str("tidak-tahu"),
        }
    }
}

words! {
    /// The screens of the sending flow, one question each; protection is the first.
    Screen { Protection = "perlindungan", About = "tentang", Story = "cerita", Place = "tempat", Contact = "kontak", Check = "periksa" }
}

impl Screen {
    /// The fields asked on this screen.
    pub const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Protection => &["perlindungan", "nama"],
            Self::About => &["tentang"],
            Self::Story => &["jenis", "cerita", "tanggal"],
            Self::Place => &["wilayah", "tempat", "foto"],
            Self::Contact => &["surel"],
            Self::Check => &["setuju"],
        }
    }

    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|s| *s == self).unwrap_or_default();
        *Self::ALL.get(at + 1).unwrap_or(&Self::Check)
    }

    pub fn before(self) -> Option<Self> {
        let at = Self::ALL.iter().position(|s| *s == self).unwrap_or_default();
        at.checked_sub(1).and_then(|i| Self::ALL.get(i)).copied()
    }

    /// Its place among the questions, counted from one.
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|s| *s == self).unwrap_or_default() + 1
    }
}

/// Everything typed so far, kept exactly as typed: it travels with the form, so no screen can lose it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// Drawn by chance when the form was first shown; a repeated send with the same key is the same case.
    pub key: String,
    pub protection: String,
    pub name: String,
    pub about: String,
    pub kind: String,
    pub story: String,
    pub date: String,
    pub area: String,
    pub place: String,
    pub photos: Vec<String>,
    pub email: String,
}

/// A case that can be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Send {
    pub key: String,
    pub protection: Protection,
    pub name: Option<String>,
    pub about: Target,
    pub kind: Kind,
    pub story: String,
    /// `YYYY-MM-DD`; none where the person does not know.
    pub date: Option<String>,
    pub area: Option<String>,
    pub place: Option<String>,
    pub photos: Vec<String>,
    pub email: Option<Email>,
}

fn choice<T>(typed: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, Fault> {
    if typed.is_empty() { Err(Fault::Missing) } else { parse(typed).ok_or(Fault::UnknownChoice) }
}

/// A date as forms send it; checked as a calendar date, compared with `today` as text (both `YYYY-MM-DD`).
fn date(typed: &str, today: &str) -> Result<Option<String>, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let day = text::day(typed)?;
    if day.as_str() > today { Err(Fault::InTheFuture) } else { Ok(Some(day)) }
}

impl Answers {
    /// Checks the whole form.
    ///
    /// # Errors
    /// Every problem at once, in the order of the screens.
    pub fn parse(&self, today: &str) -> Result<Send, Problems> {
        let mut problems = Problems::default();
        let protection = problems.take("perlindungan", choice(&self.protection, Protection::parse));
        let name = if protection == Some(Protection::Public) { problems.take("nama", text::line(&self.name, 2, crate::accounts::NAME_MOST).map(Some)) } else { Some(None) };
        let about = problems.take("tentang", Target::parse(&self.about));
        let kind = problems.take("jenis", choice(&self.kind, Kind::parse));
        let story = problems.take("cerita", text::paragraphs(&self.story, STORY_LEAST, STORY_MOST));
        let date = problems.take("tanggal", date(&self.date, today));
        let area = problems.take("wilayah", text::optional_line(&self.area, 20));
        let place = problems.take("tempat", text::optional_line(&self.place, PLACE_MOST));
        if self.photos.len() > PHOTOS_MOST {
            problems.add("foto", Fault::TooManyFiles { most: PHOTOS_MOST });
        }
        // Nothing of the anonymous channel is told anywhere but at the receipt, and nothing is kept that could tell whose it is.
        let wants_none = protection == Some(Protection::Anonymous) || self.email.trim().is_empty();
        let email = problems.take("surel", if wants_none { Ok(None) } else { Email::parse(&self.email).map(Some) });
        match (protection, name, about, kind, story, date, area, place, email) {
            (Some(protection), Some(name), Some(about), Some(kind), Some(story), Some(date), Some(area), Some(place), Some(email)) if problems.is_empty() => {
                // What is told about misconduct is never public, whatever was ticked: protection only rises.
                let protection = if kind == Kind::Misconduct { Protection::Confidential } else { protection };
                Ok(Send { key: self.key.clone(), protection, name, about, kind, story, date, area, place, photos: self.photos.clone(), email })
            }
            _ => Err(problems),
        }
    }

    /// What is wrong on one screen; later screens are not yet asked.
    pub fn problems_on(&self, screen: Screen, today: &str) -> Problems {
        let all = self.parse(today).err().unwrap_or_default();
        Problems(all.0.into_iter().filter(|Problem { field, .. }| screen.fields().contains(field)).collect())
    }

    /// The first screen that still has something wrong with it.
    pub fn first_wrong(&self, today: &str) -> Option<Screen> {
        Screen::ALL.iter().copied().find(|screen| !self.problems_on(*screen, today).is_empty())
    }
}

/// An answer by the unit: an outcome and the words.
#[derive(Debug, Clone)]
pub struct AnswerInput {
    pub outcome: Outcome,
    pub note: String,
}

impl AnswerInput {
    /// # Errors
    /// Every problem at once.
    pub fn parse(outcome: &str, note: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let outcome = problems.take("hasil", choice(outcome, Outcome::parse));
        let note = problems.take("jawaban", text::paragraphs(note, NOTE_LEAST, NOTE_MOST).and_then(text::without_personal_number));
        match (outcome, note) {
            (Some(outcome), Some(note)) => Ok(Self { outcome, note }),
            _ => Err(problems),
        }
    }
}

/// What a unit says of the photos of its answer. Never read from the file: who uploads says it, or nobody does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PhotosInput {
    /// Names of kept files.
    pub files: Vec<String>,
    /// `YYYY-MM-DD`.
    pub taken_on: Option<String>,
    pub taken_at: String,
}

impl PhotosInput {
    /// # Errors
    /// Every problem at once.
    pub fn parse(files: Vec<String>, taken_on: &str, taken_at: &str, today: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        if files.len() > PHOTOS_MOST {
            problems.add("foto", Fault::TooManyFiles { most: PHOTOS_MOST });
        }
        let taken_on = problems.take("foto-tanggal", date(taken_on, today));
        let taken_at = problems.take("foto-tempat", text::line(taken_at, 0, PLACE_MOST).and_then(text::without_personal_number));
        match (taken_on, taken_at) {
            (Some(taken_on), Some(taken_at)) if problems.is_empty() => Ok(Self { files, taken_on, taken_at }),
            _ => Err(problems),
        }
    }
}

/// Why one photo is withheld.
///
/// # Errors
/// [`Fault::Missing`], [`Fault::UnknownChoice`].
pub fn photo_reason(typed: &str) -> Result<PhotoReason, Problems> {
    let mut problems = Problems::default();
    problems.take("alasan-foto", choice(typed, PhotoReason::parse)).ok_or(problems)
}

/// A note that must say something: progress, a contest.
///
/// # Errors
/// What is wrong with it, under the name of `field`.
pub fn note(field: &'static str, typed: &str) -> Result<String, Problems> {
    let mut problems = Problems::default();
    problems.take(field, text::paragraphs(typed, NOTE_LEAST, NOTE_MOST)).ok_or(problems)
}

/// A note of the staff that everybody may read.
///
/// # Errors
/// The same, and [`Fault::PersonalNumber`].
pub fn public_note(field: &'static str, typed: &str) -> Result<String, Problems> {
    let mut problems = Problems::default();
    problems.take(field, text::paragraphs(typed, NOTE_LEAST, NOTE_MOST).and_then(text::without_personal_number)).ok_or(problems)
}

/// A verifier's archiving.
#[derive(Debug, Clone)]
pub struct ArchiveInput {
    pub reason: ArchiveReason,
    pub note: String,
}

impl ArchiveInput {
    /// # Errors
    /// Every problem at once.
    pub fn parse(reason: &str, note: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let reason = problems.take("alasan", choice(reason, ArchiveReason::parse));
        let note = problems.take("catatan", text::paragraphs(note, NOTE_LEAST, NOTE_MOST).and_then(text::without_personal_number));
        match (reason, note) {
            (Some(reason), Some(note)) => Ok(Self { reason, note }),
            _ => Err(problems),
        }
    }
}

/// A verifier's acceptance: what may be read, how it is protected, who answers.
#[derive(Debug, Clone)]
pub struct AcceptInput {
    pub title: String,
    pub public_text: String,
    pub protection: Protection,
    pub kind: Kind,
    /// Slug of the unit that answers.
    pub unit: String,
    /// Which element of the service it is about, where the verifier sees one.
    pub element: Option<Element>,
}

pub const CASE_TITLE_MOST: usize = 120;

impl AcceptInput {
    /// # Errors
    /// Every problem at once.
    pub fn parse(title: &str, public_text: &str, protection: &str, kind: &str, unit: &str, element: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        // Who inquires into misconduct reads what was sent; all others read these words, the unit those of confidential reports.
        let fit = |text| if kind == Kind::Misconduct.as_str() { Ok(text) } else { text::without_personal_number(text) };
        let title = problems.take("judul", text::line(title, 5, CASE_TITLE_MOST).and_then(fit));
        let public_text = problems.take("teks", text::paragraphs(public_text, 2, STORY_MOST).and_then(fit));
        let protection = problems.take("perlindungan", choice(protection, Protection::parse));
        let kind = problems.take("jenis", choice(kind, Kind::parse));
        let unit = problems.take("unit", text::line(unit, 1, 120));
        let element = problems.take("unsur", if element.is_empty() { Ok(None) } else { choice(element, Element::parse).map(Some) });
        match (title, public_text, protection, kind, unit, element) {
            (Some(title), Some(public_text), Some(protection), Some(kind), Some(unit), Some(element)) => Ok(Self { title, public_text, protection, kind, unit, element }),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complete() -> Answers {
        Answers {
            key: "k".into(),
            protection: "anonim".into(),
            about: "layanan:akta-kelahiran".into(),
            kind: "pengaduan".into(),
            story: "Loket kosong pukul sepuluh pagi.".into(),
            ..Answers::default()
        }
    }

    #[test]
    fn of_the_anonymous_channel_no_address_is_kept() {
        for (protection, kept) in [("anonim", false), ("rahasia", true)] {
            let form = Answers { protection: protection.into(), email: "sari@surel.example".into(), ..complete() };
            assert_eq!(form.parse("2026-11-21").unwrap().email.is_some(), kept, "{protection}");
        }
    }

    #[test]
    fn what_a_unit_reads_has_no_number_of_a_person() {
        let accept = |protection: &str, kind: &str| AcceptInput::parse("Berkas hilang", "NIK 9971081201010001 hilang di loket.", protection, kind, "disdukcapil", "");
        for protection in ["publik", "anonim", "rahasia"] {
            assert!(accept(protection, "pengaduan").is_err_and(|problems| problems.of("teks").is_some()), "{protection}");
        }
        assert!(accept("rahasia", "penyimpangan").is_ok(), "who inquires reads what was sent");
    }

    #[test]
    fn a_complete_form_can_be_sent() {
        let send = complete().parse("2026-11-21");
        assert_eq!(send.map(|s| (s.about, s.protection)), Ok((Target::Service("akta-kelahiran".into()), Protection::Anonymous)));
    }

    #[test]
    fn each_wrong_field_is_named() {
        type Case = (&'static str, fn(&mut Answers), Fault, &'static str);
        let cases: &[Case] = &[
            ("perlindungan", |a| a.protection.clear(), Fault::Missing, "the first question must be answered"),
            ("perlindungan", |a| a.protection = "semua".into(), Fault::UnknownChoice, "a crafted request"),
            ("nama", |a| a.protection = "publik".into(), Fault::Missing, "who wants to be named gives a name"),
            ("tentang", |a| a.about = "orang:budi".into(), Fault::UnknownChoice, "never about a bare person"),
            ("tentang", |a| a.about = "unit:../x".into(), Fault::UnknownChoice, "not a slug"),
            ("jenis", |a| a.kind.clear(), Fault::Missing, "no kind"),
            ("cerita", |a| a.story = "antri lama".into(), Fault::TooShort { least: STORY_LEAST }, "too short to act on"),
            ("cerita", |a| a.story = "x".repeat(2_000_000), Fault::TooLong { most: STORY_MOST }, "two megabytes"),
            ("tanggal", |a| a.date = "2026-02-30".into(), Fault::NotADate, "no such day"),
            ("tanggal", |a| a.date = "2026-11-22".into(), Fault::InTheFuture, "tomorrow"),
            ("foto", |a| a.photos = vec![String::new(); 4], Fault::TooManyFiles { most: 3 }, "a fourth photo"),
            ("surel", |a| (a.protection, a.email) = ("rahasia".into(), "sari".into()), Fault::NotAnEmail, "not an address"),
        ];
        for (field, spoil, fault, why) in cases {
            let mut answers = complete();
            spoil(&mut answers);
            let found = answers.parse("2026-11-21").err().unwrap_or_default();
            assert_eq!(found.of(field), Some(*fault), "{why}");
            assert_eq!(found.0.len(), 1, "only that: {why}");
        }
    }

    #[test]
    fn an_empty_form_names_everything_and_starts_at_the_first_screen() {
        let empty = Answers::default();
        let fields: Vec<_> = empty.parse("2026-11-21").err().unwrap_or_default().0.iter().map(|p| p.field).collect();
        assert_eq!(fields, ["perlindungan", "tentang", "jenis", "cerita"]);
        assert_eq!(empty.first_wrong("2026-11-21"), Some(Screen::Protection));
    }

    #[test]
    fn misconduct_is_confidential_whatever_was_ticked() {
        let mut answers = complete();
        answers.kind = "penyimpangan".into();
        assert_eq!(answers.parse("2026-11-21").map(|s| s.protection), Ok(Protection::Confidential));
    }
}
