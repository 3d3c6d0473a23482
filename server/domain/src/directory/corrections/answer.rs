//! The unit answers: corrected or not, and why. Who left an address is written to, and the address is then gone.

use std::collections::HashMap;

use sqlx::{Postgres, QueryBuilder, Sqlite};
use vocabulary::accounts::Role;
use vocabulary::corrections::{CorrectionAnswer, CorrectionStatus, Subject, SubjectKind};

use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::{Link, Linked};
use crate::error::{Error, Refusal, Result};
use crate::ids::{CorrectionId, UnitId};
use crate::ledger;
use crate::notifications::{Mail, promise_mail};
use crate::on;
use crate::portal::Portal;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct QueuedCorrection {
    pub id: CorrectionId,
    pub code: String,
    #[sqlx(try_from = "String")]
    pub subject_kind: SubjectKind,
    pub subject_slug: String,
    pub subject_title: String,
    pub unit_id: UnitId,
    pub unit_name: String,
    pub text: String,
    #[sqlx(try_from = "String")]
    pub status: CorrectionStatus,
    pub answer: String,
    pub received_at: Millis,
    /// Whether an address was left; the address itself is not shown.
    pub will_be_mailed: bool,
}

impl QueuedCorrection {
    pub fn subject(&self) -> Subject {
        Subject { kind: self.subject_kind, slug: self.subject_slug.clone() }
    }
}

const COLUMNS: &str = "select c.id, c.code, c.subject_kind, c.subject_slug, c.subject_title, c.unit_id, u.name as unit_name, c.text, c.status, c.answer, c.received_at, c.sealed_email is not null as will_be_mailed \
    from correction c join unit u on u.id = c.unit_id where c.government = ";

/// How many a desk shows at once; the oldest first.
const MOST: i64 = 50;

/// What waits for one of these units, the same text for either driver.
macro_rules! waiting_for {
    ($db:ty, $government:expr, $units:expr) => {{
        let mut query = QueryBuilder::<$db>::new(COLUMNS);
        query.push_bind($government.to_owned()).push(" and c.status = 'waiting' and c.unit_id in (");
        let mut list = query.separated(", ");
        for unit in $units {
            list.push_bind(*unit);
        }
        query.push(") order by c.received_at, c.id limit ").push_bind(MOST);
        query
    }};
}

/// What waits for the units this actor administers, the oldest first.
///
/// # Errors
/// [`Error::NotFound`] for whoever administers nothing here.
pub async fn queue(linked: &mut impl Linked, actor: &Actor, government: &str) -> Result<Vec<QueuedCorrection>> {
    let scope = actor.scope(linked, Role::Administrator, government).await?;
    Ok(match linked.link() {
        Link::Sqlite(conn) => waiting_for!(Sqlite, government, &scope.units).build_query_as().fetch_all(conn).await?,
        Link::Postgres(conn) => waiting_for!(Postgres, government, &scope.units).build_query_as().fetch_all(conn).await?,
    })
}

/// How many wait, by the slug of each government in which this actor administers something.
///
/// # Errors
/// The database's.
pub async fn waiting(linked: &mut impl Linked, actor: &Actor) -> Result<Vec<(String, i64)>> {
    let mut counts = Vec::new();
    for government in actor.governments().into_iter().filter(|g| actor.holds_in(Role::Administrator, g)) {
        let scope = actor.scope(linked, Role::Administrator, &government).await?;
        let by_unit: Vec<(UnitId, i64)> = on!(linked, conn => sqlx::query_as("select unit_id, count(*) from correction where government = $1 and status = 'waiting' group by unit_id")
            .bind(&government).fetch_all(conn).await?);
        let by_unit: HashMap<UnitId, i64> = by_unit.into_iter().collect();
        let mut units = scope.units;
        units.sort();
        units.dedup();
        counts.push((government, units.iter().filter_map(|unit| by_unit.get(unit)).sum()));
    }
    Ok(counts)
}

/// One of them, answered or not.
///
/// # Errors
/// [`Error::NotFound`] for whoever does not administer its unit.
pub async fn at_desk(linked: &mut impl Linked, actor: &Actor, government: &str, code: &str) -> Result<QueuedCorrection> {
    let scope = actor.scope(linked, Role::Administrator, government).await?;
    let found: Option<QueuedCorrection> = match linked.link() {
        Link::Sqlite(conn) => {
            QueryBuilder::<Sqlite>::new(COLUMNS).push_bind(government.to_owned()).push(" and c.code = ").push_bind(code.to_owned()).build_query_as().fetch_optional(conn).await?
        }
        Link::Postgres(conn) => {
            QueryBuilder::<Postgres>::new(COLUMNS).push_bind(government.to_owned()).push(" and c.code = ").push_bind(code.to_owned()).build_query_as().fetch_optional(conn).await?
        }
    };
    found.filter(|c| scope.units.contains(&c.unit_id)).ok_or(Error::NotFound)
}

/// Answers it; `link` is the whole address of its public page, for the mail.
///
/// # Errors
/// [`Refusal::AlreadyDone`] when it was answered before; [`Error::NotFound`] for whoever does not administer its unit.
pub async fn answer(portal: &Portal, actor: &Actor, government: &str, code: &str, input: &CorrectionAnswer, link: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    on!(&mut tx, conn => sqlx::query("update correction set status = status where government = $1 and code = $2").bind(government).bind(code).execute(conn).await?.rows_affected());
    let correction = at_desk(&mut tx, actor, government, code).await?;
    if correction.status != CorrectionStatus::Waiting {
        return Err(Refusal::AlreadyDone.into());
    }
    let (sealed, language): (Option<Vec<u8>>, String) =
        on!(&mut tx, conn => sqlx::query_as("select sealed_email, language from correction where id = $1").bind(correction.id).fetch_one(conn).await?);
    if let Some(sealed) = sealed {
        let args = vec![("code".into(), correction.code.to_uppercase()), ("answer".into(), input.text.clone()), ("link".into(), link.to_owned())];
        let mail = Mail { to: portal.secrets.unseal(&sealed)?, language, key: format!("mail-correction-{}", input.outcome), args };
        promise_mail(portal, &mut tx, &mail).await?;
    }
    on!(&mut tx, conn => sqlx::query("update correction set status = $2, answer = $3, answered_by = $4, answered_at = $5, sealed_email = null where id = $1")
        .bind(correction.id).bind(input.outcome.as_str()).bind(&input.text).bind(actor.account).bind(portal.now()).execute(conn).await?.rows_affected());
    // The number is in the resident's hand; the ledger names what was corrected.
    let subject = correction.subject().to_string();
    ledger::append(
        portal,
        &mut tx,
        ledger::Entry { government, kind: "correction-answered", subject: &subject, by_reporter: false, content: &(input.outcome.as_str(), &input.text) },
    )
    .await?;
    tx.commit().await
}
