//! Being told: what one follows, how much of it one wants to hear, and how often.

mod browser;

pub use browser::{BrowserInput, base64url, host_of, to_base64url};

use crate::accounts::Email;
use crate::feedback::StepKind;
use crate::words::words;
use crate::{Fault, Problems};

words! {
    /// What can be followed. The words are those of addresses.
    Followed { Case = "laporan", Unit = "unit", Service = "layanan", Topic = "topik", Area = "wilayah" }
}

words! {
    /// What news is of: what happened to a case, in a topic, to an announcement, to the standard of a service.
    NewsOf { Case = "laporan", Topic = "topik", Announcement = "pengumuman", Service = "layanan" }
}

words! {
    /// How much one wants to hear of it, each with all that stands before it.
    Level {
        /// Nothing: it stays in the list, silent.
        Silent = "diam",
        /// How it ended, and that it goes on after all.
        Ends = "akhir",
        /// What the government answers, announces and promises anew.
        Answers = "jawaban",
        /// Every step.
        Steps = "langkah",
        /// What others say about it, too, and every small change.
        Everything = "semua",
    }
}

impl Level {
    /// The levels that hear what is told from this one on; the last is repeated, so that a query has as many values always.
    pub const fn heard_by(self) -> [Self; 4] {
        match self {
            Self::Silent | Self::Ends => [Self::Ends, Self::Answers, Self::Steps, Self::Everything],
            Self::Answers => [Self::Answers, Self::Steps, Self::Everything, Self::Everything],
            Self::Steps => [Self::Steps, Self::Everything, Self::Everything, Self::Everything],
            Self::Everything => [Self::Everything; 4],
        }
    }
}

impl StepKind {
    /// From which level on a step of a published case is told; none for what stays among those who handle it, and for what
    /// comes before it is published.
    pub const fn told_from(self) -> Option<Level> {
        match self {
            Self::Confirmed | Self::ClosedSilent | Self::Redirected | Self::Withdrawn | Self::Reopened | Self::SolvedNoMore => Some(Level::Ends),
            Self::Answered => Some(Level::Answers),
            Self::Published
            | Self::Assigned
            | Self::Returned
            | Self::Taken
            | Self::Progress
            | Self::Contested
            | Self::Reworked
            | Self::Escalated
            | Self::Resumed
            | Self::DueChanged
            | Self::ReopenAsked
            | Self::ReopenDeclined
            | Self::StillSolved
            | Self::Archived => Some(Level::Steps),
            Self::Joined | Self::Parted | Self::PhotoWithheld | Self::PhotoReleased => Some(Level::Everything),
            Self::Received
            | Self::Protected
            | Self::InfoAsked
            | Self::Completed
            | Self::Lapsed
            | Self::Merged
            | Self::Split
            | Self::Internal
            | Self::WithdrawnExOfficio
            | Self::AskedAgain
            | Self::Handed
            | Self::PhotoAdded => None,
        }
    }

    /// From which level on the reporter of a case is told of a step by somebody else, public or not. What they must answer is
    /// told to all who hear anything.
    pub const fn told_reporter_from(self) -> Option<Level> {
        match self {
            Self::InfoAsked | Self::AskedAgain | Self::Confirmed | Self::ClosedSilent | Self::Lapsed | Self::Archived | Self::Redirected | Self::Merged | Self::Reopened => {
                Some(Level::Ends)
            }
            Self::Answered | Self::ReopenDeclined => Some(Level::Answers),
            Self::Published
            | Self::Assigned
            | Self::Returned
            | Self::Taken
            | Self::Progress
            | Self::Contested
            | Self::Reworked
            | Self::Escalated
            | Self::Resumed
            | Self::DueChanged
            | Self::Split => Some(Level::Steps),
            Self::Joined | Self::Parted | Self::PhotoWithheld | Self::PhotoReleased => Some(Level::Everything),
            Self::Received
            | Self::Protected
            | Self::Completed
            | Self::Internal
            | Self::Withdrawn
            | Self::WithdrawnExOfficio
            | Self::ReopenAsked
            | Self::StillSolved
            | Self::SolvedNoMore
            | Self::Handed
            | Self::PhotoAdded => None,
        }
    }
}

words! {
    /// Why somebody gets no mail any more.
    MailEnd {
        /// They said so.
        Owner = "pemilik",
        /// Their mail server refused it for good, so often as the rule says.
        Refused = "ditolak",
    }
}

words! {
    /// How often one is written to.
    Rhythm { AtOnce = "langsung", Daily = "harian", Weekly = "mingguan" }
}

/// What is followed, as forms and addresses say it: `unit:disdukcapil`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub kind: Followed,
    /// Its slug, reference or code.
    pub name: String,
}

impl Wanted {
    /// None for what names nothing that can be followed.
    pub fn parse(typed: &str) -> Option<Self> {
        let (kind, name) = typed.split_once(':')?;
        let plain = !name.is_empty() && name.len() <= 120 && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_'));
        plain.then_some(())?;
        Some(Self { kind: Followed::parse(kind)?, name: name.to_owned() })
    }
}

impl std::fmt::Display for Wanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.kind, self.name)
    }
}

/// How one wants to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Telling {
    pub level: Level,
    pub rhythm: Rhythm,
}

impl Default for Telling {
    /// Every step, gathered once a day: enough to know, seldom enough not to be a nuisance.
    fn default() -> Self {
        Self { level: Level::Steps, rhythm: Rhythm::Daily }
    }
}

impl Telling {
    /// What a reporter hears unasked: what was answered, how it ended, what they must answer; as soon as it is there.
    pub const OF_A_REPORTER: Self = Self { level: Level::Answers, rhythm: Rhythm::AtOnce };

    /// # Errors
    /// Every problem at once.
    pub fn parse(level: &str, rhythm: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let level = problems.take("tingkat", Level::parse(level).ok_or(Fault::UnknownChoice));
        let rhythm = problems.take("irama", Rhythm::parse(rhythm).ok_or(Fault::UnknownChoice));
        match (level, rhythm) {
            (Some(level), Some(rhythm)) => Ok(Self { level, rhythm }),
            _ => Err(problems),
        }
    }

    /// The same with the address of somebody who has no account.
    ///
    /// # Errors
    /// Every problem at once.
    pub fn parse_with_address(level: &str, rhythm: &str, email: &str) -> Result<(Self, Email), Problems> {
        let mut problems = Problems::default();
        let email = problems.take("surel", Email::parse(email));
        match (Self::parse(level, rhythm), email) {
            (Ok(telling), Some(email)) => Ok((telling, email)),
            (Err(more), _) => {
                problems.0.extend(more.0);
                Err(problems)
            }
            (Ok(_), None) => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_followed() {
        for (typed, good, why) in [
            ("unit:disdukcapil", true, "a unit by its slug"),
            ("laporan:MDN-2611-7K3F0", true, "a case by its reference"),
            ("wilayah:12.71.08.1006", true, "an area by its code"),
            ("pegawai:P101", false, "nobody follows a person"),
            ("jabatan:kepala-disdukcapil", false, "nor a post, which is somebody"),
            ("unit:", false, "no name"),
            ("unit:a/../b", false, "an address smuggled in"),
        ] {
            assert_eq!(Wanted::parse(typed).is_some(), good, "{why}");
        }
        assert_eq!(Wanted::parse("topik:ab12c").map(|w| w.to_string()).as_deref(), Some("topik:ab12c"));
    }

    #[test]
    fn each_level_hears_what_those_before_it_hear() {
        for told in [Level::Ends, Level::Answers, Level::Steps, Level::Everything] {
            let heard = told.heard_by();
            for level in Level::ALL {
                assert_eq!(heard.contains(level), *level >= told, "{level} of {told}");
            }
            assert!(!heard.contains(&Level::Silent), "who wants silence gets it");
        }
    }

    #[test]
    fn a_form_reports_everything_at_once() {
        let problems = Telling::parse_with_address("keras", "tiap jam", "bukan").unwrap_err();
        assert_eq!(problems.0.len(), 3);
    }
}
