//! A photo of the outbox in pieces: a network that breaks off every few seconds would otherwise begin the same photo for
//! ever. What has come lies sealed until the whole is there; it is no picture yet, and nobody can look at it.

use bytes::{Bytes, BytesMut};
use vocabulary::feedback::PHOTO_MEGABYTES;
use vocabulary::{Fault, Problems};

use super::case::case_of_receipt;
use super::outbox::{find, is_photo_number};
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::ids::CaseId;
use crate::on;
use crate::portal::Portal;

/// Where a piece belongs.
#[derive(Debug, Clone, Copy)]
pub struct Piece {
    /// Of the photo in its report.
    pub number: i64,
    /// Where the piece begins, in bytes.
    pub start: u64,
    /// Of the whole photo, in bytes.
    pub size: u64,
}

/// What has come of a photo.
#[derive(Debug)]
pub enum Come {
    /// Up to here; the next piece begins there.
    UpTo(u64),
    /// All of it.
    Whole(Bytes),
}

/// Keeps a piece that goes on where the last one ended, and says what is there. Any other piece is not kept: whoever sent
/// it learns where to go on. Without bytes it only says that.
///
/// # Errors
/// [`Error::NotFound`] before the report's words have come; a problem of `foto` for a number or a size beyond the most, and
/// for more bytes than the photo has.
pub async fn take_piece(portal: &Portal, government: &str, key: &str, piece: Piece, bytes: &[u8]) -> Result<Come> {
    let fault = |fault| {
        let mut problems = Problems::default();
        problems.add("foto", fault);
        Err(Error::Invalid(problems))
    };
    is_photo_number(piece.number)?;
    if piece.size == 0 {
        return fault(Fault::FileEmpty);
    }
    // Said with the first piece: the rest would be paid for in vain.
    if piece.size > (PHOTO_MEGABYTES * 1024 * 1024) as u64 {
        return fault(Fault::FileTooLarge { most_mb: PHOTO_MEGABYTES });
    }
    let length = bytes.len() as u64;
    if piece.start.saturating_add(length) > piece.size {
        return fault(Fault::FileBroken);
    }
    let sealed = if bytes.is_empty() { Vec::new() } else { portal.secrets.seal_bytes(&portal.chance, bytes)? };
    let mut tx = portal.db.begin().await?;
    let (case, _) = find(&mut tx, government, key).await?.ok_or(Error::NotFound)?;
    // Locks the case on PostgreSQL: another phone may be making a photo of these pieces, and then they are gone.
    case_of_receipt(&mut tx, case).await?;
    // Of another size it is another photo: a second phone shrank it in its own way.
    on!(&mut tx, c => sqlx::query("delete from feedback_photo_piece where case_id = $1 and number = $2 and size <> $3").bind(case).bind(piece.number).bind(piece.size.cast_signed()).execute(c).await?.rows_affected());
    let mut come = up_to(&mut tx, case, piece.number).await?;
    if come == piece.start && length > 0 {
        // Two phones at once: the second of the same piece finds it there.
        let kept = on!(&mut tx, c => sqlx::query("insert into feedback_photo_piece (case_id, number, start, length, size, bytes, since) values ($1, $2, $3, $4, $5, $6, $7) on conflict (case_id, number, start) do nothing")
            .bind(case).bind(piece.number).bind(piece.start.cast_signed()).bind(length.cast_signed()).bind(piece.size.cast_signed()).bind(&sealed).bind(portal.to_the_hour().now()).execute(c).await?.rows_affected());
        come = if kept == 1 { come + length } else { up_to(&mut tx, case, piece.number).await? };
    }
    if come < piece.size {
        tx.commit().await?;
        return Ok(Come::UpTo(come));
    }
    let pieces: Vec<Vec<u8>> = on!(&mut tx, c => sqlx::query_scalar("select bytes from feedback_photo_piece where case_id = $1 and number = $2 order by start").bind(case).bind(piece.number).fetch_all(c).await?);
    tx.commit().await?;
    let mut whole = BytesMut::new();
    for sealed in pieces {
        whole.extend_from_slice(&portal.secrets.unseal_bytes(&sealed)?);
    }
    Ok(Come::Whole(whole.freeze()))
}

async fn up_to(tx: &mut Tx, case: CaseId, number: i64) -> Result<u64> {
    let come: i64 = on!(tx, c => sqlx::query_scalar("select cast(coalesce(sum(length), 0) as bigint) from feedback_photo_piece where case_id = $1 and number = $2").bind(case).bind(number).fetch_one(c).await?);
    Ok(come.cast_unsigned())
}

/// Forgets what came of a photo: it is a picture of the report now, or it turned out to be none.
///
/// # Errors
/// The database's.
pub async fn forget_pieces(portal: &Portal, government: &str, key: &str, number: i64) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    if let Some((case, _)) = find(&mut tx, government, key).await? {
        on!(&mut tx, c => sqlx::query("delete from feedback_photo_piece where case_id = $1 and number = $2").bind(case).bind(number).execute(c).await?.rows_affected());
    }
    tx.commit().await
}
