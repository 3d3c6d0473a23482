//! What can go wrong in the domain. Use [`Refusal`] for "the rules say no" (the reader is told which rule),
//! [`Error::NotFound`] for what is absent *or may not be seen*, [`Error::Invalid`] for a form, and let everything else
//! become trouble with an id: its words never reach a reader.

use vocabulary::Problems;

pub type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("not found")]
    NotFound,
    #[error("refused: {0:?}")]
    Refused(Refusal),
    #[error("invalid: {0:?}")]
    Invalid(Problems),
    #[error("configuration: {0}")]
    Configuration(String),
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    #[error("migration: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    #[error("files: {0}")]
    Files(#[from] object_store::Error),
    #[error("reading or writing: {0}")]
    Io(#[from] std::io::Error),
    #[error("{0}")]
    Broken(String),
}

/// The rules say no. Each has a sentence `refusal-…` in the translations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The case has moved on since the page was opened, or the step would skip one.
    WrongStep,
    /// A case of misconduct may not go to the unit it is about.
    OwnUnit,
    /// Protection is never lowered.
    LowersProtection,
    /// An assessor who is the subject, or who handled the case, cannot decide on it.
    ConflictOfInterest,
    AlreadyDone,
    /// It was given back as often as it may be: this dispatch is binding.
    BindingDispatch,
    /// The days or hours for it are over.
    TooLate,
    /// A case is opened again for new evidence only.
    NothingNew,
    /// The holiday table ends before the deadline; a date would be a guess.
    BeyondCalendar,
    LinkUsed,
    /// Who proposed a change does not approve it.
    OwnProposal,
    /// What a change was made from has changed since.
    ChangedMeanwhile,
    /// A unit cannot end while posts, units or services still belong to it.
    StillHoldsOthers,
    /// Steps follow each other, each on its own day.
    SkipsStep,
    /// Not before the holder replied or had the days to.
    TooEarly,
    /// Who asks for an identity does not approve it.
    OwnRequest,
    /// Something that the step needs is still missing.
    Unfinished,
    /// A plan or an evaluation has moved on, or the step would skip one.
    NotThisStep,
    /// The period that is evaluated lasts on.
    PeriodLasts,
    /// The days to object are over.
    ObjectionLate,
    /// Nobody gives or ends a role of their own.
    OwnRole,
    /// The reporter left neither name nor address, or it was erased.
    NothingKept,
}

impl Refusal {
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::WrongStep => "refusal-wrong-step",
            Self::OwnUnit => "refusal-own-unit",
            Self::LowersProtection => "refusal-lowers-protection",
            Self::ConflictOfInterest => "refusal-conflict-of-interest",
            Self::AlreadyDone => "refusal-already-done",
            Self::BindingDispatch => "refusal-binding-dispatch",
            Self::TooLate => "refusal-too-late",
            Self::NothingNew => "refusal-nothing-new",
            Self::BeyondCalendar => "refusal-beyond-calendar",
            Self::LinkUsed => "refusal-link-used",
            Self::OwnProposal => "refusal-own-proposal",
            Self::ChangedMeanwhile => "refusal-changed-meanwhile",
            Self::StillHoldsOthers => "refusal-still-holds-others",
            Self::TooEarly => "refusal-too-early",
            Self::SkipsStep => "refusal-skips-step",
            Self::OwnRequest => "refusal-own-request",
            Self::Unfinished => "refusal-unfinished",
            Self::NotThisStep => "refusal-not-this-step",
            Self::PeriodLasts => "refusal-period-lasts",
            Self::ObjectionLate => "refusal-objection-late",
            Self::OwnRole => "refusal-own-role",
            Self::NothingKept => "refusal-nothing-kept",
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Problems> for Error {
    fn from(problems: Problems) -> Self {
        Self::Invalid(problems)
    }
}
