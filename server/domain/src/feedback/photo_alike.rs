//! A photo that was used in another case: the same picture, or nearly. A hint to those who work on the case, never a
//! verdict: a street is photographed twice from one place.

use std::collections::BTreeMap;

use sqlx::{Postgres, QueryBuilder, Sqlite};

use super::case::staff_case;
use crate::accounts::Actor;
use crate::clock::{day_text, local_day};
use crate::db::{Conn, Link, Linked};
use crate::error::{Error, Result};
use crate::ids::CaseId;
use crate::on;
use crate::portal::Portal;
use crate::rules;

/// How many bits of the fingerprint each part has; they lie side by side.
const PART_BITS: [u32; 5] = [13, 13, 13, 13, 12];

/// The five parts with their numbers in front. Two fingerprints that differ in four bits at most have one part in
/// common, so that an index finds what else would need every photo compared.
pub fn parts(fingerprint: u64) -> [i64; 5] {
    let mut rest = fingerprint;
    let mut number = 0;
    PART_BITS.map(|bits| {
        let part = (rest & ((1 << bits) - 1)).cast_signed() | number << 16;
        rest >>= bits;
        number += 1;
        part
    })
}

/// Two photos that are alike.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alike {
    /// Number of the photo in this case.
    pub number: i64,
    /// The other case, which the actor may see, and the photo's number there.
    pub reference: String,
    pub other_number: i64,
}

macro_rules! sharing {
    ($db:ty, $parts:expr, $case:expr) => {{
        let mut query = QueryBuilder::<$db>::new(
            "select distinct p.case_id, p.number, p.fingerprint, c.reference from feedback_photo_part s join feedback_photo p on p.case_id = s.case_id and p.number = s.number \
             join feedback_case c on c.id = p.case_id where p.case_id <> ",
        );
        query.push_bind($case).push(" and p.fingerprint is not null and s.part in (");
        let mut list = query.separated(", ");
        for part in $parts {
            list.push_bind(part);
        }
        query.push(") limit 2000");
        query
    }};
}

/// Photos of other cases like those of this one, for whoever works on both or may read the other as everyone may.
///
/// # Errors
/// The database's; [`Error::Configuration`] without the rule.
pub async fn photos_alike(portal: &Portal, conn: &mut Conn, actor: &Actor, case: CaseId) -> Result<Vec<Alike>> {
    let own: Vec<(i64, i64)> = on!(conn, c => sqlx::query_as("select number, fingerprint from feedback_photo where case_id = $1 and fingerprint is not null order by number").bind(case).fetch_all(c).await?);
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let most = rules::in_force(conn, "feedback.photo_alike", &day_text(local_day(portal.now(), 0))).await?.value;
    let mut found = Vec::new();
    let mut seen: BTreeMap<String, bool> = BTreeMap::new();
    for (number, fingerprint) in own {
        let parts = parts(fingerprint.cast_unsigned());
        let others: Vec<(CaseId, i64, i64, String)> = match conn.link() {
            Link::Sqlite(conn) => sharing!(Sqlite, parts, case).build_query_as().fetch_all(conn).await?,
            Link::Postgres(conn) => sharing!(Postgres, parts, case).build_query_as().fetch_all(conn).await?,
        };
        for (_, other_number, other, reference) in others {
            if i64::from((fingerprint ^ other).count_ones()) > most {
                continue;
            }
            let may = match seen.get(&reference) {
                Some(may) => *may,
                None => {
                    let may = may_see(conn, actor, &reference).await?;
                    seen.insert(reference.clone(), may);
                    may
                }
            };
            if may {
                found.push(Alike { number, reference, other_number });
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Whether the actor has a desk for the case. Whoever has none does not learn that it is there.
async fn may_see(conn: &mut Conn, actor: &Actor, reference: &str) -> Result<bool> {
    match staff_case(conn, actor, reference).await {
        Ok(_) => Ok(true),
        Err(Error::NotFound) => {
            let public: i64 =
                on!(conn, c => sqlx::query_scalar("select count(*) from feedback_case where reference = $1 and published_at is not null").bind(reference).fetch_one(c).await?);
            Ok(public > 0)
        }
        Err(e) => Err(e),
    }
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn four_bits_apart_still_share_a_part() {
        let fingerprint = 0x9c3a_51f0_7e24_b86d_u64;
        for flips in [[0, 13, 26, 39], [12, 25, 38, 51], [63, 50, 1, 27], [5, 6, 7, 8]] {
            let other = flips.iter().fold(fingerprint, |f, bit| f ^ (1 << bit));
            assert!(parts(fingerprint).iter().any(|p| parts(other).contains(p)), "{flips:?}");
        }
        assert_eq!(parts(u64::MAX).map(|p| p & 0xffff).iter().map(|p| p.count_ones()).sum::<u32>(), 64, "no bit is left out");
        assert_ne!(parts(0)[0], parts(0)[1], "the same bits in another place are another part");
    }
}
