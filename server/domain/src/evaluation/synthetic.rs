//! Cards by the hundred thousand for benchmarks: staff and their superiors in two governments, and what came in about
//! them, written in bulk, without cases, notices or entries in the ledger. They look to the desk like real ones.

use uuid::Uuid;

use crate::clock::{DAY, day_text, local_day};
use crate::error::Result;
use crate::ids::{CardId, PersonId, PositionId, TenureId, UnitId};
use crate::on;
use crate::portal::Portal;

/// Staff who report to one superior.
const UNDER_ONE: usize = 20;

/// Writes `staff` people under superiors of twenty each in Medan, and `cards` about them: of ten, three wait for the
/// assessor, three for a reply, and four are decided. Returns one of the superiors, whose desk is like every other.
///
/// # Errors
/// The database's.
pub async fn make_cards(portal: &Portal, staff: usize, cards: usize, mut progress: impl FnMut(usize, usize)) -> Result<PersonId> {
    let mut tx = portal.db.begin().await?;
    let unit: UnitId =
        on!(&mut tx, conn => sqlx::query_scalar("select id from unit where government = 'medan' and parent_id is not null order by slug limit 1").fetch_one(conn).await?);
    tx.commit().await?;
    let mut people: Vec<(PositionId, PersonId, TenureId, PersonId)> = Vec::with_capacity(staff);
    let mut superior = None;
    let mut tx = portal.db.begin().await?;
    for number in 0..staff {
        if number % UNDER_ONE == 0 {
            let post = PositionId(portal.new_id());
            superior = Some((post, seat(portal, &mut tx, unit, post, &format!("atasan-{number}"), "pengawas", None).await?.0));
        }
        let Some((over, boss)) = superior else { continue };
        let post = PositionId(portal.new_id());
        let (person, tenure) = seat(portal, &mut tx, unit, post, &format!("staf-{number}"), "pelaksana", Some(over)).await?;
        people.push((post, person, tenure, boss));
    }
    tx.commit().await?;
    let now = portal.now();
    let mut done = 0;
    while done < cards {
        let mut tx = portal.db.begin().await?;
        for number in done..cards.min(done + 5000) {
            let (post, person, tenure, boss) = people[number % people.len()];
            let round = number / people.len();
            let made = now - (number % 400) as i64 * DAY;
            let day = |ahead: i64| day_text(local_day(now + ahead * DAY, 7));
            let back = (number % 97) as i64;
            let (state, ready) = match round % 10 {
                0..3 => ("open", day(-back)),
                3..6 => ("open", day(1 + back % 7)),
                _ => ("decided", day(-back)),
            };
            on!(&mut tx, conn => sqlx::query(
                "insert into evidence_card (id, government, unit_id, position_id, person_id, tenure_id, reference, title, source, element, event_on, public_text, answer, made_at, state, reply_due, ready_on, decide_due, desk_person_id) \
                 values ($1, 'medan', $2, $3, $4, $5, $6, $7, 'upheld', 'completion_time', $8, 'Loket tutup lebih awal dari jadwal.', 'Sudah kami perbaiki.', $9, $10, $11, $12, $13, $14)")
                .bind(CardId(portal.new_id())).bind(unit).bind(post).bind(person).bind(tenure).bind(format!("MDN-UJI-{number}")).bind(format!("Laporan uji nomor {number}"))
                .bind(day(-(number as i64 % 400))).bind(made).bind(state).bind(&ready).bind(&ready).bind(day(10)).bind(boss)
                .execute(conn).await?.rows_affected());
        }
        tx.commit().await?;
        done = cards.min(done + 5000);
        progress(done, cards);
    }
    Ok(people.get(people.len() / 2).map_or(PersonId(Uuid::nil()), |(.., boss)| *boss))
}

/// A post and who holds it; those tables are the directory's.
async fn seat(portal: &Portal, tx: &mut crate::db::Tx, unit: UnitId, post: PositionId, slug: &str, kind: &str, over: Option<PositionId>) -> Result<(PersonId, TenureId)> {
    let (person, tenure) = (PersonId(portal.new_id()), TenureId(portal.new_id()));
    crate::directory::synthetic::seat(tx, unit, post, (person, tenure), slug, kind, over).await?;
    Ok((person, tenure))
}
