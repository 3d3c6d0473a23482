//! What a reporter says with a step, and the photos that prove it. Those who work on the case see them at once; everyone
//! else sees one after a verifier has looked and shown it.

use super::photos::{OfPhotos, add_photos, kept_photos};
use super::steps::last_step;
use crate::db::Tx;
use crate::error::Result;
use crate::files::Photo;
use crate::ids::CaseId;
use crate::portal::Portal;

/// Why a photo that came after the report is not public yet.
pub const UNCHECKED: &str = "belum_diperiksa";

#[derive(Debug, Clone, Copy, Default)]
pub struct Said<'a> {
    pub note: &'a str,
    /// Names of kept files.
    pub photos: &'a [String],
}

impl<'a> From<&'a str> for Said<'a> {
    fn from(note: &'a str) -> Self {
        Self { note, photos: &[] }
    }
}

impl<'a> From<&'a String> for Said<'a> {
    fn from(note: &'a String) -> Self {
        note.as_str().into()
    }
}

impl Said<'_> {
    /// The photos, decoded: before the transaction, for it is slow.
    ///
    /// # Errors
    /// A problem of `foto` for one that is no longer kept.
    pub(super) async fn proofs(&self, portal: &Portal) -> Result<Vec<Photo>> {
        kept_photos(portal, self.photos).await
    }
}

/// Joins them to the newest step.
pub(super) async fn prove(portal: &Portal, tx: &mut Tx, case: CaseId, photos: &[Photo]) -> Result<()> {
    if photos.is_empty() {
        return Ok(());
    }
    let of = OfPhotos { step: Some(last_step(tx, case).await?), withheld: Some((portal.now(), UNCHECKED)), ..OfPhotos::default() };
    add_photos(tx, case, photos, &of).await
}
