//! What one resident of the demonstration follows, and the letter that waits for her.

use vocabulary::following::{Level, Rhythm, Telling, Wanted};

use crate::accounts::{Actor, demo_account};
use crate::clock::{DAY, Millis};
use crate::directory::government;
use crate::error::{Error, Result};
use crate::following::{find, follow, spread};
use crate::portal::Portal;

/// How many days of what was told before she hears of.
const DAYS: i64 = 21;

pub(super) async fn tell(portal: &Portal, until: Millis) -> Result<()> {
    // What is older is told to nobody.
    while spread(&portal.at(until - DAYS * DAY)).await? {}
    let mut conn = portal.db.read().await?;
    let medan = government(&mut conn, "medan").await?;
    let sari = demo_account(&mut conn, "sari@warga.example").await?;
    let sari = Actor::load(&mut conn, sari).await?;
    drop(conn);
    for (about, level, rhythm) in [
        ("unit:disdukcapil", Level::Steps, Rhythm::AtOnce),
        ("unit:dlh", Level::Answers, Rhythm::AtOnce),
        ("layanan:akta-kelahiran", Level::Answers, Rhythm::Daily),
        ("wilayah:12.71.08", Level::Ends, Rhythm::Weekly),
    ] {
        let wanted = Wanted::parse(about).ok_or_else(|| Error::Broken(format!("{about} cannot be followed")))?;
        let mut conn = portal.db.read().await?;
        let subject = match find(&mut conn, &portal.gate, &medan, &wanted).await {
            Err(Error::NotFound) => continue,
            found => found?,
        };
        drop(conn);
        follow(portal, &sari, "id", &subject, Telling { level, rhythm }).await?;
    }
    Ok(())
}
