//! Who meets whom in evaluation, by what right, and how an official hands assessing over.

use crate::words::words;
use crate::{Fault, Problems, text};

words! {
    /// By what right someone sees what evaluation keeps about a person.
    Standing { Subject = "pegawai", Assessor = "penilai", Superior = "atasan_penilai", Team = "tim_kinerja" }
}

words! {
    /// What was looked at.
    LookedAt {
        Card = "kartu", Plan = "skp", Evaluation = "evaluasi", Dossier = "berkas", Coaching = "pembinaan", Development = "pengembangan",
        Recognition = "penghargaan",
    }
}

words! {
    /// As what it was looked at.
    LookForm { Page = "halaman", Pdf = "pdf", Csv = "csv", Json = "json", Zip = "zip" }
}

pub const DELEGATION_REASON_LEAST: usize = 10;
pub const DELEGATION_REASON_MOST: usize = 500;

/// A delegation that can be tried: posts by their address.
#[derive(Debug, Clone)]
pub struct DelegationInput {
    pub from: String,
    pub to: String,
    /// Only for the holder of this post.
    pub only: Option<String>,
    pub starts_on: String,
    pub ends_on: String,
    pub reason: String,
}

impl DelegationInput {
    /// # Errors
    /// Every problem at once.
    pub fn parse(from: &str, to: &str, only: &str, starts_on: &str, ends_on: &str, reason: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let from = problems.take("dari", text::line(from, 1, 120));
        let to = problems.take("kepada", text::line(to, 1, 120));
        let only = problems.take("untuk", text::optional_line(only, 120));
        let starts_on = problems.take("mulai", text::day(starts_on));
        let ends_on = problems.take("sampai", text::day(ends_on));
        let reason = problems.take("alasan", text::paragraphs(reason, DELEGATION_REASON_LEAST, DELEGATION_REASON_MOST));
        let (Some(from), Some(to), Some(only), Some(starts_on), Some(ends_on), Some(reason)) = (from, to, only, starts_on, ends_on, reason) else { return Err(problems) };
        if ends_on < starts_on {
            problems.take("sampai", Err::<(), _>(Fault::EndsBeforeStart));
            return Err(problems);
        }
        Ok(Self { from, to, only, starts_on, ends_on, reason })
    }
}
