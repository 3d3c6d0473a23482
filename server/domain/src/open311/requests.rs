//! The published requests of a range of days, by code and state; one of them; and to the key that sent it also what is
//! not published. What leaves is what the public page has: public words, the area, the hour. Never who sent it.

use sqlx::{Postgres, QueryBuilder, Sqlite};
use vocabulary::feedback::{Kind, Status};
use vocabulary::open311::{Code, RequestState};

use super::keys::ApiKey;
use crate::clock::Millis;
use crate::db::{Conn, Link, Linked};
use crate::error::{Error, Result};
use crate::ids::CaseId;
use crate::on;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Request {
    pub id: CaseId,
    pub reference: String,
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    #[sqlx(try_from = "String")]
    pub status: Status,
    pub title: String,
    /// None while it is not published.
    pub public_text: Option<String>,
    pub published_at: Option<Millis>,
    pub service_slug: Option<String>,
    pub service_name: Option<String>,
    /// Who answers.
    pub unit_name: Option<String>,
    pub area_code: Option<String>,
    pub area_name: Option<String>,
    pub area_parent: Option<String>,
    pub postal_code: Option<String>,
    /// To the hour.
    pub received_at: Millis,
    /// Its newest step that everyone may read.
    pub changed_at: Option<Millis>,
    pub answer_due: Option<String>,
    pub closed_at: Option<Millis>,
    pub closed_reason: Option<String>,
    pub outcome: Option<String>,
    /// The newest words of the unit.
    pub note: Option<String>,
    /// Its first photo that everyone may see.
    pub photo: Option<i64>,
    /// Where it was sent on to.
    pub redirected_office: Option<String>,
    pub archive_reason: Option<String>,
}

impl Request {
    pub fn code(&self) -> Code {
        self.service_slug.clone().map_or(Code::Class(self.kind), Code::Service)
    }

    pub const fn state(&self) -> RequestState {
        if self.status.is_open() { RequestState::Open } else { RequestState::Closed }
    }

    pub fn is_public(&self) -> bool {
        self.published_at.is_some() && self.public_text.is_some()
    }
}

/// Which of them. Without ids, those received from `from` until `until` (inclusive), the newest first.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// References; they override everything else.
    pub ids: Vec<String>,
    pub codes: Vec<Code>,
    pub states: Vec<RequestState>,
    pub from: Millis,
    pub until: Millis,
    pub skip: i64,
    pub most: i64,
}

/// States of cases that are of this state of the standard.
fn statuses(state: RequestState) -> impl Iterator<Item = &'static str> {
    Status::ALL.iter().filter(move |s| s.is_open() == (state == RequestState::Open)).map(|s| s.as_str())
}

const COLUMNS: &str = "select c.id, c.reference, c.kind, c.status, c.title, c.public_text, c.published_at, s.slug as service_slug, s.short_name as service_name, h.name as unit_name, \
    c.area_code, a.name as area_name, p.name as area_parent, a.postal_code, c.received_at, \
    (select max(t.at) from feedback_step t where t.case_id = c.id and t.kind not in ('internal', 'handed')) as changed_at, c.answer_due, c.closed_at, c.closed_reason, c.outcome, \
    (select t.note from feedback_step t where t.case_id = c.id and t.note <> '' and t.kind in ('answered', 'progress') order by t.number desc limit 1) as note, \
    (select min(f.number) from feedback_photo f where f.case_id = c.id and f.withheld_at is null) as photo, c.redirected_office, \
    (select t.reason from feedback_step t where t.case_id = c.id and t.kind = 'archived' order by t.number desc limit 1) as archive_reason \
    from feedback_case c left join service s on s.id = c.service_id left join unit h on h.id = c.handling_unit_id left join area a on a.code = c.area_code left join area p on p.code = a.parent_code \
    where c.government = ";

/// Pushes ` and column in ($, $, …)`.
macro_rules! among {
    ($query:expr, $column:literal, $words:expr) => {{
        $query.push(concat!(" and ", $column, " in ("));
        let mut list = $query.separated(", ");
        for word in $words {
            list.push_bind(word);
        }
        $query.push(")");
    }};
}

/// The filtered query, the same text for either driver.
macro_rules! build {
    ($db:ty, $government:expr, $wanted:expr) => {{
        let mut query = QueryBuilder::<$db>::new(COLUMNS);
        query.push_bind($government.to_owned()).push(" and c.published_at is not null and c.public_text is not null");
        if $wanted.ids.is_empty() {
            query.push(" and c.received_at >= ").push_bind($wanted.from).push(" and c.received_at <= ").push_bind($wanted.until);
            if !$wanted.codes.is_empty() {
                query.push(" and (1 = 0");
                for code in &$wanted.codes {
                    match code {
                        Code::Service(slug) => query.push(" or s.slug = ").push_bind(slug.clone()),
                        Code::Class(kind) => query.push(" or (c.service_id is null and c.kind = ").push_bind(kind.as_str()).push(")"),
                    };
                }
                query.push(")");
            }
            if !$wanted.states.is_empty() {
                among!(query, "c.status", $wanted.states.iter().flat_map(|s| statuses(*s)));
            }
        } else {
            among!(query, "c.reference", $wanted.ids.iter().cloned());
        }
        query.push(" order by c.received_at desc, c.id desc limit ").push_bind($wanted.most).push(" offset ").push_bind($wanted.skip);
        query
    }};
}

/// # Errors
/// The database's.
pub async fn requests(conn: &mut Conn, government: &str, wanted: &Wanted) -> Result<Vec<Request>> {
    Ok(match conn.link() {
        Link::Sqlite(conn) => build!(Sqlite, government, wanted).build_query_as().fetch_all(conn).await?,
        Link::Postgres(conn) => build!(Postgres, government, wanted).build_query_as().fetch_all(conn).await?,
    })
}

/// # Errors
/// [`Error::NotFound`] for what is not published.
pub async fn public_request(conn: &mut Conn, government: &str, reference: &str) -> Result<Request> {
    let wanted = Wanted { ids: vec![reference.to_owned()], most: 1, ..Wanted::default() };
    requests(conn, government, &wanted).await?.pop().ok_or(Error::NotFound)
}

/// A request by the key that sent it: its state, whether it is published or not. Words are in it only where everyone may
/// read them; of misconduct nothing is told.
///
/// # Errors
/// [`Error::NotFound`] for what another key sent, or none.
pub async fn own_request(conn: &mut Conn, key: &ApiKey, reference: &str) -> Result<Request> {
    macro_rules! own {
        ($db:ty, $conn:expr) => {{
            let mut query = QueryBuilder::<$db>::new(COLUMNS);
            query.push_bind(key.government.clone()).push(" and c.kind <> 'penyimpangan' and c.reference = ").push_bind(reference.to_owned());
            query.push(" and exists (select 1 from open311_request o where o.case_id = c.id and o.key_id = ").push_bind(key.id).push(")");
            query.build_query_as::<Request>().fetch_optional($conn).await?
        }};
    }
    let found = match conn.link() {
        Link::Sqlite(conn) => own!(Sqlite, conn),
        Link::Postgres(conn) => own!(Postgres, conn),
    };
    let mut request = found.ok_or(Error::NotFound)?;
    if !request.is_public() {
        // What staff wrote about a case that nobody else may read is not for a program in between.
        (request.public_text, request.note, request.photo, request.title) = (None, None, None, String::new());
        // Nor is what they found, or who they are: the reporter reads both with the receipt.
        (request.outcome, request.unit_name) = (None, None);
    }
    Ok(request)
}

/// The photos that everyone may see, of one request.
///
/// # Errors
/// The database's.
pub async fn photos_of_requests(linked: &mut impl Linked, case: CaseId) -> Result<Vec<i64>> {
    Ok(on!(linked, conn => sqlx::query_scalar("select number from feedback_photo where case_id = $1 and withheld_at is null order by number").bind(case).fetch_all(conn).await?))
}
