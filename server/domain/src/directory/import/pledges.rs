//! The pledges of the demonstration: the usual words, signed by the head of every unit that gives services. A real
//! government signs its own; an import never invents one.

use crate::error::Result;
use crate::on;
use crate::portal::Portal;

/// The wording that providers commonly display.
const USUAL: &str = "Dengan ini, kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah ditetapkan dan apabila tidak menepati janji ini, kami siap menerima sanksi sesuai peraturan perundang-undangan yang berlaku.";

/// Signs for every unit that gives services, itself or as one of its kind, on a day (`YYYY-MM-DD`); answers how many signed.
///
/// # Errors
/// The database's.
pub async fn sign_pledges(portal: &Portal, signed_on: &str, decree: &str) -> Result<u64> {
    let mut tx = portal.db.begin().await?;
    let signed = on!(&mut tx, conn => sqlx::query(
        "insert into service_pledge (unit_id, signed_on, text, signed_by_position_id, decree) \
         select u.id, $1, $2, (select p.id from position p where p.unit_id = u.id order by p.rank, p.title limit 1), $3 from unit u \
         where exists (select 1 from service s where s.unit_id = u.id) \
         or exists (select 1 from service s where s.government = u.government and s.served_by_kind = case u.kind when 'desa' then 'kelurahan' else u.kind end) \
         on conflict (unit_id, signed_on) do nothing")
        .bind(signed_on).bind(USUAL).bind(decree).execute(conn).await?.rows_affected());
    tx.commit().await?;
    Ok(signed)
}
