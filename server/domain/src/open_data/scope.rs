//! Of which government, as of which day, and which of its rows.

use crate::directory::Government;
use crate::portal::Portal;

/// What every query of open data needs to know.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    pub portal: &'a Portal,
    pub government: &'a Government,
    /// Scheme and host of the outside, without a slash at the end.
    pub base: &'a str,
    /// The rows are those in force on this day, `YYYY-MM-DD`.
    pub day: &'a str,
}

impl Scope<'_> {
    /// The address of a page of this government.
    pub fn address(&self, folder: &str, slug: &str) -> String {
        format!("{}/{}/{folder}/{slug}", self.base, self.government.slug)
    }
}

/// Which rows, in the order of their slugs.
#[derive(Debug, Clone, Copy)]
pub enum Which<'a> {
    All,
    /// At most so many whose slug comes after this one.
    After(&'a str, i64),
    One(&'a str),
}

impl Which<'_> {
    /// The slug to compare with, and how many rows at most.
    pub(super) const fn bounds(&self) -> (&str, i64) {
        match self {
            Which::All => ("", i64::MAX),
            Which::After(slug, most) => (slug, *most),
            Which::One(slug) => (slug, 1),
        }
    }
}

/// Runs the query of a dataset with the comparison that [`Which`] asks for.
macro_rules! rows_of {
    ($linked:expr, $which:expr, $sql:ident, $($bound:expr),+) => {
        match $which {
            $crate::open_data::Which::One(_) => $crate::on!($linked, conn => sqlx::query_as($sql!("= $3"))$(.bind($bound))+.fetch_all(conn).await?),
            _ => $crate::on!($linked, conn => sqlx::query_as($sql!("> $3"))$(.bind($bound))+.fetch_all(conn).await?),
        }
    };
}
pub(super) use rows_of;
