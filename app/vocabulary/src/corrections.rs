//! "Ada yang salah?": what a resident says is wrong on a page, and what the unit answers.

use crate::accounts::Email;
use crate::words::words;
use crate::{Fault, Problems, text};

words! {
    SubjectKind { Unit = "unit", Position = "position", Service = "service", Page = "page" }
}

words! {
    CorrectionStatus {
        Waiting = "waiting",
        /// The resident was right and the page says so now.
        Corrected = "corrected",
        /// The page stays, and the answer says why.
        Declined = "declined",
    }
}

/// What it is about, as addresses and forms say it: `layanan:akta-kelahiran`, `unit:…`, `jabatan:…`, and for any other
/// page its address inside the government: `halaman:pengumuman/jadwal-keliling`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    pub kind: SubjectKind,
    pub slug: String,
}

impl Subject {
    pub fn unit(slug: &str) -> Self {
        Self { kind: SubjectKind::Unit, slug: slug.to_owned() }
    }

    pub fn position(slug: &str) -> Self {
        Self { kind: SubjectKind::Position, slug: slug.to_owned() }
    }

    pub fn service(slug: &str) -> Self {
        Self { kind: SubjectKind::Service, slug: slug.to_owned() }
    }

    /// Another page, by its address inside the government; empty for the front page.
    pub fn page(address: &str) -> Self {
        Self { kind: SubjectKind::Page, slug: address.to_owned() }
    }

    /// # Errors
    /// [`Fault::UnknownChoice`] for what is no such word. Nothing at all is the front page.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let (word, slug) = typed.split_once(':').unwrap_or((typed, ""));
        let kind = match word {
            "unit" => SubjectKind::Unit,
            "jabatan" => SubjectKind::Position,
            "layanan" => SubjectKind::Service,
            "halaman" | "" => SubjectKind::Page,
            _ => return Err(Fault::UnknownChoice),
        };
        let is_page = kind == SubjectKind::Page;
        let letters = slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || is_page && b == b'/');
        let whole = !slug.starts_with('/') && !slug.ends_with('/') && !slug.contains("//") && (is_page || !slug.is_empty());
        if letters && whole && slug.len() <= 200 { Ok(Self { kind, slug: slug.to_owned() }) } else { Err(Fault::UnknownChoice) }
    }

    /// The address of the page, inside its government.
    pub fn address(&self) -> String {
        match self.kind {
            SubjectKind::Unit => format!("unit/{}", self.slug),
            SubjectKind::Position => format!("jabatan/{}", self.slug),
            SubjectKind::Service => format!("layanan/{}", self.slug),
            SubjectKind::Page => self.slug.clone(),
        }
    }
}

impl std::fmt::Display for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let word = match self.kind {
            SubjectKind::Unit => "unit",
            SubjectKind::Position => "jabatan",
            SubjectKind::Service => "layanan",
            SubjectKind::Page => "halaman",
        };
        write!(f, "{word}:{}", self.slug)
    }
}

pub const TEXT_LEAST: usize = 10;
pub const TEXT_MOST: usize = 2000;
pub const ANSWER_LEAST: usize = 10;
pub const ANSWER_MOST: usize = 2000;

#[derive(Debug, Clone)]
pub struct CorrectionInput {
    pub subject: Subject,
    pub text: String,
    pub email: Option<Email>,
}

impl CorrectionInput {
    /// # Errors
    /// Every problem of the form at once.
    pub fn parse(subject: &str, typed: &str, email: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let subject = problems.take("tentang", Subject::parse(subject));
        let text = problems.take("koreksi", text::paragraphs(typed, TEXT_LEAST, TEXT_MOST));
        let email = if email.trim().is_empty() { Some(None) } else { problems.take("surel", Email::parse(email)).map(Some) };
        match (subject, text, email) {
            (Some(subject), Some(text), Some(email)) => Ok(Self { subject, text, email }),
            _ => Err(problems),
        }
    }
}

/// What the unit answers; whoever has the number reads it.
#[derive(Debug, Clone)]
pub struct CorrectionAnswer {
    /// Never [`CorrectionStatus::Waiting`].
    pub outcome: CorrectionStatus,
    pub text: String,
}

impl CorrectionAnswer {
    /// # Errors
    /// Every problem of the form at once.
    pub fn parse(outcome: &str, typed: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let chosen = match CorrectionStatus::parse(outcome) {
            Some(CorrectionStatus::Waiting) => Err(Fault::UnknownChoice),
            Some(outcome) => Ok(outcome),
            None if outcome.is_empty() => Err(Fault::Missing),
            None => Err(Fault::UnknownChoice),
        };
        let outcome = problems.take("hasil-koreksi", chosen);
        let text = problems.take("jawaban", text::paragraphs(typed, ANSWER_LEAST, ANSWER_MOST).and_then(text::without_personal_number));
        match (outcome, text) {
            (Some(outcome), Some(text)) => Ok(Self { outcome, text }),
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_read_back_as_themselves() {
        for typed in ["layanan:akta-kelahiran", "unit:disdukcapil", "jabatan:kepala-disdukcapil", "halaman:pengumuman/jadwal-keliling", "halaman:"] {
            assert_eq!(Subject::parse(typed).map(|s| s.to_string()).as_deref(), Ok(typed));
        }
        assert_eq!(Subject::parse(""), Ok(Subject::page("")), "nothing said is the front page");
        assert_eq!(Subject::service("akta-kelahiran").address(), "layanan/akta-kelahiran");
        let long = format!("unit:{}", "a".repeat(201));
        for typed in ["unit:", "unit:a/b", "halaman://jahat.example", "halaman:/petugas", "halaman:../petugas", "orang:budi", "layanan:<b>", &long] {
            assert_eq!(Subject::parse(typed), Err(Fault::UnknownChoice), "{typed}");
        }
    }

    #[test]
    fn a_form_reports_everything_at_once() {
        let problems = CorrectionInput::parse("orang:budi", "salah", "bukan").err().map(|p| p.0.len());
        assert_eq!(problems, Some(3));
        assert!(CorrectionInput::parse("unit:disdukcapil", "Nomor teleponnya sudah diganti.", " ").is_ok_and(|c| c.email.is_none()));
        assert_eq!(CorrectionAnswer::parse("waiting", "Sudah kami perbaiki.").err().and_then(|p| p.of("hasil-koreksi")), Some(Fault::UnknownChoice));
    }
}
