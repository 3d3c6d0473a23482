//! Who signs in and in which role.

use crate::words::words;
use crate::{Fault, Problems, text};

words! {
    /// What someone may do, always held in a unit and reaching its subtree.
    Role {
        /// Sorts what came in, protects the reporter, assigns (admin koordinator).
        Verifier = "verifier",
        /// Answers within the clock (pejabat penghubung).
        Handler = "handler",
        /// Holds a post; replies before feedback counts (ASN).
        PostHolder = "post_holder",
        /// Decides on evidence cards (pejabat penilai kinerja).
        Assessor = "assessor",
        /// Handles complaints of misconduct (inspektorat).
        Inspector = "inspector",
        /// Runs evaluation for the government: periods, objections, delegations (tim pengelola kinerja).
        PerformanceTeam = "performance_team",
        /// Keeps competencies, training and talent (kepegawaian).
        PersonnelOffice = "personnel_office",
        Moderator = "moderator",
        Administrator = "administrator",
    }
}

pub const PASSWORD_LEAST: usize = 10;
pub const PASSWORD_MOST: usize = 128;
pub const NAME_MOST: usize = 60;

/// An address that mail can be sent to, in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// # Errors
    /// [`Fault::Missing`] or [`Fault::NotAnEmail`]. Deliberately lax: only a mail that arrives proves an address.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Fault::Missing);
        }
        let well_formed = typed.len() <= 254
            && typed.split_once('@').is_some_and(|(local, host)| !local.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains('@'))
            && typed.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '(' | ')' | ',' | ';' | ':' | '\\'));
        if well_formed { Ok(Self(typed.to_ascii_lowercase())) } else { Err(Fault::NotAnEmail) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Passwords that everybody tries first.
const COMMON: &[&str] = &["password12", "1234567890", "0123456789", "qwertyuiop", "katasandi1", "katasandi123", "indonesia1", "bismillah1", "sayangku123", "password123"];

/// # Errors
/// [`Fault::Missing`], [`Fault::TooShort`], [`Fault::TooLong`], [`Fault::PasswordTooCommon`].
pub fn password(typed: &str) -> Result<String, Fault> {
    let length = typed.chars().count();
    let repeats_one = typed.chars().next().is_some_and(|first| typed.chars().all(|c| c == first));
    if length == 0 {
        Err(Fault::Missing)
    } else if length < PASSWORD_LEAST {
        Err(Fault::TooShort { least: PASSWORD_LEAST })
    } else if length > PASSWORD_MOST {
        Err(Fault::TooLong { most: PASSWORD_MOST })
    } else if repeats_one || COMMON.contains(&typed.to_lowercase().as_str()) {
        Err(Fault::PasswordTooCommon)
    } else {
        Ok(typed.to_owned())
    }
}

/// A sign-up that can be carried out.
#[derive(Debug, Clone)]
pub struct SignUp {
    pub name: String,
    pub email: Email,
    pub password: Option<String>,
}

impl SignUp {
    /// Reads the form; an empty password means "by e-mailed link only".
    ///
    /// # Errors
    /// Every problem of the form at once.
    pub fn parse(name: &str, email: &str, typed_password: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let name = problems.take("nama", text::line(name, 2, NAME_MOST));
        let email = problems.take("surel", Email::parse(email));
        let chosen = if typed_password.is_empty() { Some(None) } else { problems.take("sandi", password(typed_password)).map(Some) };
        match (name, email, chosen) {
            (Some(name), Some(email), Some(password)) => Ok(Self { name, email, password }),
            _ => Err(problems),
        }
    }
}

const KEY_MOST: usize = 60;
const REASON_LEAST: usize = 10;
const REASON_MOST: usize = 500;

/// A role that can be given.
#[derive(Debug, Clone)]
pub struct RoleInput {
    pub email: Email,
    pub role: Role,
    /// Slug of the unit in which it is held.
    pub unit: String,
    /// Key of the civil servant the account belongs to, in the imported people.
    pub person: Option<String>,
    pub reason: String,
}

impl RoleInput {
    /// # Errors
    /// Every problem of the form at once: `surel`, `peran`, `unit`, `pegawai`, `alasan`.
    pub fn parse(email: &str, role: &str, unit: &str, person: &str, reason: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let email = problems.take("surel", Email::parse(email));
        let role = problems.take("peran", if role.is_empty() { Err(Fault::Missing) } else { Role::parse(role).ok_or(Fault::UnknownChoice) });
        let unit = problems.take("unit", text::line(unit, 1, KEY_MOST));
        let person = problems.take("pegawai", text::line(person, 0, KEY_MOST));
        let reason = problems.take("alasan", role_reason(reason));
        match (email, role, unit, person, reason) {
            (Some(email), Some(role), Some(unit), Some(person), Some(reason)) => Ok(Self { email, role, unit, person: Some(person).filter(|key| !key.is_empty()), reason }),
            _ => Err(problems),
        }
    }
}

/// Why a role is given or ended.
///
/// # Errors
/// What is wrong with it.
pub fn role_reason(typed: &str) -> Result<String, Fault> {
    text::paragraphs(typed, REASON_LEAST, REASON_MOST).and_then(text::without_personal_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let cases = [
            ("Sari@Surel.Example ", true, "case and spaces do not matter"),
            ("sari", false, "no host"),
            ("sari@localhost", false, "no dot in the host"),
            ("a@b.c@d.e", false, "two signs"),
            ("sari@surel.example\r\nBcc: x@y.example", false, "a header smuggled in"),
            ("<sari@surel.example>", false, "brackets"),
        ];
        for (typed, good, why) in cases {
            assert_eq!(Email::parse(typed).is_ok(), good, "{why}");
        }
    }

    #[test]
    fn passwords() {
        assert_eq!(password("pendek"), Err(Fault::TooShort { least: PASSWORD_LEAST }));
        assert_eq!(password("Katasandi123"), Err(Fault::PasswordTooCommon));
        assert_eq!(password("aaaaaaaaaaaa"), Err(Fault::PasswordTooCommon));
        assert!(password("ikan asin di pasar").is_ok());
    }

    #[test]
    fn a_sign_up_reports_everything_at_once() {
        let problems = SignUp::parse("", "bukan", "x").err().map(|p| p.0.len());
        assert_eq!(problems, Some(3));
    }
}
