//! The ways an input can be wrong. Their sentences are translations (`fault-…`), in the reader's language.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    Missing,
    TooShort {
        least: usize,
    },
    TooLong {
        most: usize,
    },
    /// A character that no keyboard types: control characters, invalid UTF-8.
    Unreadable,
    UnknownChoice,
    /// A case that no other may become part of.
    NotMergeable,
    NotADate,
    InTheFuture,
    /// Ends before it begins.
    EndsBeforeStart,
    /// Its first day lies before that of what comes before it.
    OutOfOrder,
    /// What looks like the number of a person (NIK, NIP) in words that everyone may read.
    PersonalNumber,
    /// Someone else kept a change since the form was opened.
    ChangedMeanwhile,
    NotAnEmail,
    NotAReceipt,
    PasswordTooCommon,
    EmailTaken,
    WrongCredentials,
    FileTooLarge {
        most_mb: usize,
    },
    FileNotAPicture,
    FileBroken,
    /// A document; its pages can be photographed.
    FilePdf,
    /// A kind of photo that only some phones read.
    FileHeic,
    FileEmpty,
    /// The store or the database took nothing: no fault of the sender, whose words stay.
    NotKept,
    TooManyPixels {
        most_megapixels: usize,
    },
    TooManyFiles {
        most: usize,
    },
    NotANumber,
    /// Begins before what it belongs to was there.
    BeforeItExisted,
    /// Begins after what it belongs to had ended.
    AfterItEnded,
    /// Somebody holds the post in these days.
    Overlaps,
    /// The person holds another post definitively in these days.
    HoldsAnother,
    /// It would stand under itself.
    Cycle,
    /// Another page has this address.
    AddressTaken,
    /// Letters, digits and dashes only.
    NotAnAddress,
    /// No complete address of the web that is safe to ask.
    NotAWebAddress,
    /// Nothing differs from what is there.
    NothingChanged,
    /// A promise is not changed for days that have passed.
    InThePast,
    /// Several are meant by this; one must be chosen.
    Ambiguous,
    /// As many as one may send in a day.
    TooManyToday {
        most: usize,
    },
    /// The holiday table ends before the deadline; the administrators must import the next one.
    BeyondCalendar,
    /// Something between braces that no template can fill.
    UnknownField,
    /// Nobody has confirmed an account with this address.
    NoAccount,
    /// The account belongs to somebody else, or the person has another account.
    JoinedAlready,
    /// More at once than the rule allows.
    TooManyAtOnce {
        most: usize,
    },
}

impl Fault {
    /// The key of its sentence and, where the sentence has a number, that number.
    pub const fn sentence(self) -> (&'static str, Option<usize>) {
        match self {
            Self::Missing => ("fault-missing", None),
            Self::TooShort { least } => ("fault-too-short", Some(least)),
            Self::TooLong { most } => ("fault-too-long", Some(most)),
            Self::Unreadable => ("fault-unreadable", None),
            Self::UnknownChoice => ("fault-unknown-choice", None),
            Self::NotMergeable => ("fault-not-mergeable", None),
            Self::NotADate => ("fault-not-a-date", None),
            Self::InTheFuture => ("fault-in-the-future", None),
            Self::EndsBeforeStart => ("fault-ends-before-start", None),
            Self::OutOfOrder => ("fault-out-of-order", None),
            Self::PersonalNumber => ("fault-personal-number", None),
            Self::ChangedMeanwhile => ("fault-changed-meanwhile", None),
            Self::NotAnEmail => ("fault-not-an-email", None),
            Self::NotAReceipt => ("fault-not-a-receipt", None),
            Self::PasswordTooCommon => ("fault-password-too-common", None),
            Self::EmailTaken => ("fault-email-taken", None),
            Self::WrongCredentials => ("fault-wrong-credentials", None),
            Self::FileTooLarge { most_mb } => ("fault-file-too-large", Some(most_mb)),
            Self::FileNotAPicture => ("fault-file-not-a-picture", None),
            Self::FileBroken => ("fault-file-broken", None),
            Self::FilePdf => ("fault-file-pdf", None),
            Self::FileHeic => ("fault-file-heic", None),
            Self::NotKept => ("fault-not-kept", None),
            Self::FileEmpty => ("fault-file-empty", None),
            Self::TooManyPixels { most_megapixels } => ("fault-too-many-pixels", Some(most_megapixels)),
            Self::TooManyFiles { most } => ("fault-too-many-files", Some(most)),
            Self::NotANumber => ("fault-not-a-number", None),
            Self::BeforeItExisted => ("fault-before-it-existed", None),
            Self::AfterItEnded => ("fault-after-it-ended", None),
            Self::Overlaps => ("fault-overlaps", None),
            Self::HoldsAnother => ("fault-holds-another", None),
            Self::Cycle => ("fault-cycle", None),
            Self::AddressTaken => ("fault-address-taken", None),
            Self::NotAnAddress => ("fault-not-an-address", None),
            Self::NotAWebAddress => ("fault-not-a-web-address", None),
            Self::NothingChanged => ("fault-nothing-changed", None),
            Self::InThePast => ("fault-in-the-past", None),
            Self::Ambiguous => ("fault-ambiguous", None),
            Self::TooManyToday { most } => ("fault-too-many-today", Some(most)),
            Self::BeyondCalendar => ("refusal-beyond-calendar", None),
            Self::UnknownField => ("fault-unknown-field", None),
            Self::NoAccount => ("fault-no-account", None),
            Self::JoinedAlready => ("fault-joined-already", None),
            Self::TooManyAtOnce { most } => ("fault-too-many-at-once", Some(most)),
        }
    }
}

/// One thing wrong with one field; the field is named as in its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Problem {
    pub field: &'static str,
    pub fault: Fault,
}

/// Everything that is wrong with a form, reported at once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Whether the fault lies with the portal and not with what was sent.
    pub fn are_ours(&self) -> bool {
        self.0.iter().any(|p| p.fault == Fault::NotKept)
    }

    pub fn add(&mut self, field: &'static str, fault: Fault) {
        if self.of(field).is_none() {
            self.0.push(Problem { field, fault });
        }
    }

    /// Keeps the value of a parse that went well, notes the fault of one that did not.
    pub fn take<T>(&mut self, field: &'static str, parsed: Result<T, Fault>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(fault) => {
                self.add(field, fault);
                None
            }
        }
    }

    pub fn of(&self, field: &str) -> Option<Fault> {
        self.0.iter().find(|p| p.field == field).map(|p| p.fault)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
