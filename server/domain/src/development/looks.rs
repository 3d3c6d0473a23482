//! Every look by somebody else at what is kept about a person, whichever log it stands in: those of the line and the
//! performance team (`evaluation/looks.rs`), those of the personnel office, and its searches with their purposes.

use uuid::Uuid;

use crate::clock::Millis;
use crate::db::Linked;
use crate::error::Result;
use crate::ids::PersonId;
use crate::on;

/// One look, as its subject reads it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct AnyLook {
    pub viewer: String,
    /// By what right; `kepegawaian` for the personnel office.
    pub standing: String,
    /// What was looked at: a word of `LookedAt`, `data` for what the personnel office keeps, or `pencarian` for a search.
    pub subject: String,
    /// As what: a word of `LookForm`.
    pub form: String,
    /// What a search was for; empty for every other look.
    pub purpose: String,
    /// The post that was searched for; none for the nine boxes.
    pub post: Option<String>,
    pub at: Millis,
    pub id: Uuid,
}

/// Where a page of looks ends.
pub type After = (Millis, Uuid);

/// A page of looks at what is kept about this person, the newest first, at most so many; and where it ends, if more follow.
///
/// # Errors
/// The database's.
pub async fn looks_of(linked: &mut impl Linked, person: PersonId, after: Option<After>, most: usize) -> Result<(Vec<AnyLook>, Option<After>)> {
    let (at, id) = after.unwrap_or((i64::MAX, Uuid::max()));
    let limit = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
    let mut found: Vec<AnyLook> = on!(linked, conn => sqlx::query_as(
        "select viewer, standing, subject, form, '' as purpose, cast(null as text) as post, at, id from evaluation_look where person_id = $1 and (at, id) < ($2, $3) \
         union all select viewer, 'kepegawaian', 'data', 'halaman', purpose, cast(null as text), at, id from development_look where person_id = $1 and (at, id) < ($2, $3) \
         union all select s.viewer, 'kepegawaian', 'pencarian', 'halaman', s.purpose, p.title, s.at, s.id from talent_seen k join talent_search s on s.id = k.search_id left join position p on p.id = s.position_id \
         where k.person_id = $1 and (s.at, s.id) < ($2, $3) order by at desc, id desc limit $4")
        .bind(person).bind(at).bind(id).bind(limit).fetch_all(conn).await?);
    let more = found.len() > most;
    found.truncate(most);
    let after = found.last().filter(|_| more).map(|look| (look.at, look.id));
    Ok((found, after))
}
