//! Every state a unit, a post or a service had, has or will have.
//!
//! The tables `unit`, `position` and `service` hold the state of today, which the other capabilities join; a version
//! holds a state with its days. Whoever changes one writes a version ([`put`], [`end`]) and then lets today be
//! today ([`turn`]), which a worker also does soon after each midnight.
//!
//! Long because the three kinds share their versions' rules and differ only in their columns.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use time::Duration;
use uuid::Uuid;
use vocabulary::directory::{LifeEvent, PositionType, ServicePart, UnitKind};
use vocabulary::{Fault, Problems};

use super::governments::governments;
use crate::clock::{day_text, parse_day};
use crate::db::{Linked, Tx};
use crate::error::{Error, Result};
use crate::ids::{PositionId, ServiceId, UnitId};
use crate::on;
use crate::portal::Portal;

/// What a unit was in one period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitContent {
    pub name: String,
    pub name_en: String,
    #[serde(with = "word")]
    pub kind: UnitKind,
    pub parent: Option<UnitId>,
    pub area_code: Option<String>,
    /// Whom or where it serves, in words.
    pub serves: String,
    pub about: String,
    pub address: String,
    pub phone: String,
    pub email: String,
    pub hours: String,
}

/// What a post was in one period; lists have one item a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PositionContent {
    pub title: String,
    #[serde(with = "word")]
    pub kind: PositionType,
    pub job_class: Option<i64>,
    pub unit: UnitId,
    pub reports_to: Option<PositionId>,
    pub summary: String,
    pub duties: Vec<DutyContent>,
    pub outputs: String,
    pub authority: String,
    pub relations: String,
    pub qualification: String,
    /// JSON text: key of a competency, or the name of a technical one, to its level 1 to 5 (PermenPANRB 38/2017).
    pub competencies: String,
    pub headcount_required: i64,
    /// Order inside its unit, the head first.
    pub rank: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyContent {
    pub text: String,
    pub basis: Option<String>,
}

/// What a service was in one period; its standard has periods of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceContent {
    pub name: String,
    pub name_en: String,
    pub short_name: String,
    pub summary: String,
    #[serde(with = "word")]
    pub life_event: LifeEvent,
    pub keywords: String,
    pub unit: Option<UnitId>,
    pub served_by_kind: Option<String>,
    pub parts: Vec<PartContent>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartContent {
    pub position: PositionId,
    #[serde(with = "word")]
    pub part: ServicePart,
}

/// Words of the vocabulary as they stand in rows.
pub(crate) mod word {
    use serde::{Deserialize, Deserializer, Serializer, de};

    pub fn serialize<W: std::fmt::Display, S: Serializer>(word: &W, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(word)
    }

    pub fn deserialize<'de, W: TryFrom<String>, D: Deserializer<'de>>(from: D) -> Result<W, D::Error> {
        let text = String::deserialize(from)?;
        W::try_from(text).map_err(|_| de::Error::custom("an unknown word"))
    }
}

/// What has versions.
pub trait Content: Serialize + DeserializeOwned + Clone + PartialEq + Send + Sync {
    const KIND: &'static str;
    /// The unit it belongs to.
    fn unit(&self) -> Option<UnitId>;
}

impl Content for UnitContent {
    const KIND: &'static str = "unit";
    fn unit(&self) -> Option<UnitId> {
        self.parent
    }
}

impl Content for PositionContent {
    const KIND: &'static str = "position";
    fn unit(&self) -> Option<UnitId> {
        Some(self.unit)
    }
}

impl Content for ServiceContent {
    const KIND: &'static str = "service";
    fn unit(&self) -> Option<UnitId> {
        self.unit
    }
}

/// One state with its days (`YYYY-MM-DD`, both inclusive).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version<C> {
    pub subject: Uuid,
    pub valid_from: String,
    pub valid_to: Option<String>,
    pub content: C,
}

fn read<C: Content>((subject, valid_from, valid_to, content): (Uuid, String, Option<String>, String)) -> Result<Version<C>> {
    let content = self::content(&content).map_err(|e| Error::Broken(format!("version of {subject}: {e}")))?;
    Ok(Version { subject, valid_from, valid_to, content })
}

/// What a version says, from its text.
///
/// # Errors
/// [`Error::Broken`] for another kind's text.
pub(super) fn content<C: Content>(text: &str) -> Result<C> {
    serde_json::from_str(text).map_err(|e| Error::Broken(format!("content of a {}: {e}", C::KIND)))
}

fn text<C: Content>(content: &C) -> Result<String> {
    serde_json::to_string(content).map_err(|e| Error::Broken(e.to_string()))
}

/// The day before (`YYYY-MM-DD`).
///
/// # Errors
/// [`Error::Broken`] for what is no day.
pub fn day_before(day: &str) -> Result<String> {
    parse_day(day).and_then(|d| d.checked_sub(Duration::DAY)).map(day_text).ok_or_else(|| Error::Broken(format!("{day:?} is no day")))
}

/// The state of one on a day; none where it did not exist then.
///
/// # Errors
/// The database's.
pub async fn on_day<C: Content>(linked: &mut impl Linked, subject: Uuid, day: &str) -> Result<Option<Version<C>>> {
    let row: Option<(Uuid, String, Option<String>, String)> = on!(linked, conn => sqlx::query_as(
        "select subject_id, valid_from, valid_to, content from directory_version where subject_id = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2) order by valid_from desc limit 1")
        .bind(subject).bind(day).fetch_optional(conn).await?);
    row.map(read).transpose()
}

/// Every state of one, oldest first.
///
/// # Errors
/// The database's.
pub async fn all<C: Content>(linked: &mut impl Linked, subject: Uuid) -> Result<Vec<Version<C>>> {
    let rows: Vec<(Uuid, String, Option<String>, String)> = on!(linked, conn => sqlx::query_as("select subject_id, valid_from, valid_to, content from directory_version where subject_id = $1 order by valid_from").bind(subject).fetch_all(conn).await?);
    rows.into_iter().map(read).collect()
}

/// Everything of one kind in a government on a day; inside one unit, or everywhere.
///
/// # Errors
/// The database's.
pub async fn everything_on<C: Content>(linked: &mut impl Linked, government: &str, unit: Option<UnitId>, day: &str) -> Result<Vec<Version<C>>> {
    let rows: Vec<(Uuid, String, Option<String>, String)> = match unit {
        Some(unit) => on!(linked, conn => sqlx::query_as(
            "select subject_id, valid_from, valid_to, content from directory_version where unit_id = $1 and kind = $2 and valid_from <= $3 and (valid_to is null or valid_to >= $3)")
            .bind(unit).bind(C::KIND).bind(day).fetch_all(conn).await?),
        None => on!(linked, conn => sqlx::query_as(
            "select subject_id, valid_from, valid_to, content from directory_version where government = $1 and kind = $2 and valid_from <= $3 and (valid_to is null or valid_to >= $3)")
            .bind(government).bind(C::KIND).bind(day).fetch_all(conn).await?),
    };
    rows.into_iter().map(read).collect()
}

/// Services of a day in which a post had a part.
///
/// # Errors
/// The database's.
pub async fn served_by_post(linked: &mut impl Linked, government: &str, post: PositionId, day: &str) -> Result<Vec<Version<ServiceContent>>> {
    // The parts stand in the content; its text is searched for the id before it is read.
    let rows: Vec<(Uuid, String, Option<String>, String)> = on!(linked, conn => sqlx::query_as(
        "select subject_id, valid_from, valid_to, content from directory_version where government = $1 and kind = 'service' and valid_from <= $2 and (valid_to is null or valid_to >= $2) and content like '%' || $3 || '%'")
        .bind(government).bind(day).bind(post.to_string()).fetch_all(conn).await?);
    rows.into_iter().map(read).collect()
}

/// Writes what something is from a day on, until its next state begins or its end. A state that began on that very day
/// is replaced; the one before ends the day before. States of later days stay.
///
/// # Errors
/// A problem of the field `mulai`: [`Fault::AfterItEnded`] where it no longer exists on that day,
/// [`Fault::BeforeItExisted`] where it does not exist yet and is not new.
pub async fn put<C: Content>(tx: &mut Tx, government: &str, subject: Uuid, content: &C, from: &str) -> Result<()> {
    let known: i64 = on!(tx, conn => sqlx::query_scalar("select count(*) from directory_version where subject_id = $1").bind(subject).fetch_one(conn).await?);
    let mut until = None;
    if known > 0 {
        let covering = match on_day::<C>(tx, subject, from).await? {
            Some(covering) => covering,
            None => {
                let earlier: i64 = on!(tx, conn => sqlx::query_scalar("select count(*) from directory_version where subject_id = $1 and valid_from < $2").bind(subject).bind(from).fetch_one(conn).await?);
                let fault = if earlier > 0 { Fault::AfterItEnded } else { Fault::BeforeItExisted };
                return Err(Problems(vec![vocabulary::Problem { field: "mulai", fault }]).into());
            }
        };
        until.clone_from(&covering.valid_to);
        if covering.valid_from == from {
            on!(tx, conn => sqlx::query("delete from directory_version where subject_id = $1 and valid_from = $2").bind(subject).bind(from).execute(conn).await?.rows_affected());
        } else {
            on!(tx, conn => sqlx::query("update directory_version set valid_to = $1 where subject_id = $2 and valid_from = $3")
                .bind(day_before(from)?).bind(subject).bind(&covering.valid_from).execute(conn).await?.rows_affected());
        }
    }
    on!(tx, conn => sqlx::query("insert into directory_version (kind, subject_id, government, valid_from, valid_to, unit_id, content) values ($1, $2, $3, $4, $5, $6, $7)")
        .bind(C::KIND).bind(subject).bind(government).bind(from).bind(&until).bind(content.unit()).bind(text(content)?).execute(conn).await?.rows_affected());
    forget_today(tx, C::KIND, subject).await
}

/// Writes what something was before the first state that is known, up to the day before that one: for records that come
/// from outside. From then on it exists since `from`.
///
/// # Errors
/// [`Error::Broken`] where nothing of it is known, or it is known from that day or before.
pub async fn prepend<C: Content>(tx: &mut Tx, government: &str, subject: Uuid, content: &C, from: &str) -> Result<()> {
    let first: Option<String> = on!(tx, conn => sqlx::query_scalar("select min(valid_from) from directory_version where subject_id = $1").bind(subject).fetch_one(conn).await?);
    let first = first.filter(|first| first.as_str() > from).ok_or_else(|| Error::Broken(format!("{} {subject} is known from {from} or before", C::KIND)))?;
    on!(tx, conn => sqlx::query("insert into directory_version (kind, subject_id, government, valid_from, valid_to, unit_id, content) values ($1, $2, $3, $4, $5, $6, $7)")
        .bind(C::KIND).bind(subject).bind(government).bind(from).bind(day_before(&first)?).bind(content.unit()).bind(text(content)?).execute(conn).await?.rows_affected());
    match C::KIND {
        "unit" => on!(tx, conn => sqlx::query("update unit set valid_from = $1 where id = $2").bind(from).bind(subject).execute(conn).await?.rows_affected()),
        "position" => on!(tx, conn => sqlx::query("update position set valid_from = $1 where id = $2").bind(from).bind(subject).execute(conn).await?.rows_affected()),
        _ => on!(tx, conn => sqlx::query("update service set valid_from = $1 where id = $2").bind(from).bind(subject).execute(conn).await?.rows_affected()),
    };
    Ok(())
}

/// Ends something: `last` is its last day. States that would begin later are given up.
///
/// # Errors
/// A problem of the field `mulai` where it does not exist on that day.
pub async fn end<C: Content>(tx: &mut Tx, subject: Uuid, last: &str) -> Result<()> {
    if on_day::<C>(tx, subject, last).await?.is_none() {
        return Err(Problems(vec![vocabulary::Problem { field: "mulai", fault: Fault::AfterItEnded }]).into());
    }
    on!(tx, conn => sqlx::query("delete from directory_version where subject_id = $1 and valid_from > $2").bind(subject).bind(last).execute(conn).await?.rows_affected());
    on!(tx, conn => sqlx::query("update directory_version set valid_to = $1 where subject_id = $2 and valid_from <= $1 and (valid_to is null or valid_to > $1)").bind(last).bind(subject).execute(conn).await?.rows_affected());
    match C::KIND {
        "unit" => on!(tx, conn => sqlx::query("update unit set valid_to = $1 where id = $2").bind(last).bind(subject).execute(conn).await?.rows_affected()),
        "position" => on!(tx, conn => sqlx::query("update position set valid_to = $1 where id = $2").bind(last).bind(subject).execute(conn).await?.rows_affected()),
        _ => on!(tx, conn => sqlx::query("update service set valid_to = $1 where id = $2").bind(last).bind(subject).execute(conn).await?.rows_affected()),
    };
    Ok(())
}

/// Marks that today's row may be another version's now, so that [`turn`] looks.
async fn forget_today(tx: &mut Tx, kind: &str, subject: Uuid) -> Result<()> {
    match kind {
        "unit" => on!(tx, conn => sqlx::query("update unit set version_from = '' where id = $1").bind(subject).execute(conn).await?.rows_affected()),
        "position" => on!(tx, conn => sqlx::query("update position set version_from = '' where id = $1").bind(subject).execute(conn).await?.rows_affected()),
        _ => on!(tx, conn => sqlx::query("update service set version_from = '' where id = $1").bind(subject).execute(conn).await?.rows_affected()),
    };
    Ok(())
}

/// What [`turn`] moved.
#[derive(Debug, Default)]
pub struct Turned {
    pub units: Vec<UnitId>,
    pub positions: Vec<PositionId>,
    pub services: Vec<ServiceId>,
}

impl Turned {
    pub fn is_empty(&self) -> bool {
        self.units.is_empty() && self.positions.is_empty() && self.services.is_empty()
    }
}

/// Makes the rows of today agree with the versions of today in one government. Cheap when nothing changed.
///
/// # Errors
/// The database's.
pub async fn turn(tx: &mut Tx, government: &str, today: &str) -> Result<Turned> {
    type Row = (Uuid, String, Option<String>, String);
    let mut turned = Turned::default();
    let units: Vec<Row> = on!(tx, conn => sqlx::query_as(
        "select v.subject_id, v.valid_from, v.valid_to, v.content from unit u join directory_version v on v.subject_id = u.id and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $2) \
         where u.government = $1 and u.version_from <> v.valid_from").bind(government).bind(today).fetch_all(conn).await?);
    for row in units {
        let version: Version<UnitContent> = read(row)?;
        set_unit(tx, &version).await?;
        turned.units.push(UnitId(version.subject));
    }
    let positions: Vec<Row> = on!(tx, conn => sqlx::query_as(
        "select v.subject_id, v.valid_from, v.valid_to, v.content from position p join directory_version v on v.subject_id = p.id and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $2) \
         where p.government = $1 and p.version_from <> v.valid_from").bind(government).bind(today).fetch_all(conn).await?);
    for row in positions {
        let version: Version<PositionContent> = read(row)?;
        set_position(tx, &version).await?;
        turned.positions.push(PositionId(version.subject));
    }
    let services: Vec<Row> = on!(tx, conn => sqlx::query_as(
        "select v.subject_id, v.valid_from, v.valid_to, v.content from service s join directory_version v on v.subject_id = s.id and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $2) \
         where s.government = $1 and s.version_from <> v.valid_from").bind(government).bind(today).fetch_all(conn).await?);
    for row in services {
        let version: Version<ServiceContent> = read(row)?;
        set_service(tx, &version).await?;
        turned.services.push(ServiceId(version.subject));
    }
    Ok(turned)
}

/// [`turn`] for every government, each at its own today; what the search finds moves along.
///
/// # Errors
/// The database's.
pub async fn turn_all(portal: &Portal) -> Result<bool> {
    let mut conn = portal.db.read().await?;
    let governments = governments(&mut conn).await?;
    drop(conn);
    let mut any = false;
    for government in governments {
        let mut tx = portal.db.begin().await?;
        let turned = turn(&mut tx, &government.slug, &government.today(portal.now())).await?;
        any |= !turned.is_empty();
        tx.commit().await?;
    }
    Ok(any)
}

async fn set_unit(tx: &mut Tx, version: &Version<UnitContent>) -> Result<()> {
    let c = &version.content;
    on!(tx, conn => sqlx::query(
        "update unit set name = $1, name_en = $2, kind = $3, parent_id = $4, area_code = $5, serves = $6, about = $7, address = $8, phone = $9, email = $10, hours = $11, version_from = $12 where id = $13")
        .bind(&c.name).bind(&c.name_en).bind(c.kind.as_str()).bind(c.parent).bind(&c.area_code).bind(&c.serves).bind(&c.about).bind(&c.address).bind(&c.phone).bind(&c.email).bind(&c.hours)
        .bind(&version.valid_from).bind(version.subject).execute(conn).await?.rows_affected());
    Ok(())
}

async fn set_position(tx: &mut Tx, version: &Version<PositionContent>) -> Result<()> {
    let c = &version.content;
    on!(tx, conn => sqlx::query(
        "update position set title = $1, type = $2, job_class = $3, unit_id = $4, reports_to = $5, summary = $6, outputs = $7, authority = $8, relations = $9, qualification = $10, competencies = $11, \
         headcount_required = $12, rank = $13, version_from = $14 where id = $15")
        .bind(&c.title).bind(c.kind.as_str()).bind(c.job_class).bind(c.unit).bind(c.reports_to).bind(&c.summary).bind(&c.outputs).bind(&c.authority).bind(&c.relations).bind(&c.qualification).bind(&c.competencies)
        .bind(c.headcount_required).bind(c.rank).bind(&version.valid_from).bind(version.subject).execute(conn).await?.rows_affected());
    on!(tx, conn => sqlx::query("delete from duty where position_id = $1").bind(version.subject).execute(conn).await?.rows_affected());
    for (number, duty) in c.duties.iter().enumerate() {
        on!(tx, conn => sqlx::query("insert into duty (position_id, number, text, legal_basis) values ($1, $2, $3, $4)")
            .bind(version.subject).bind(number as i64 + 1).bind(&duty.text).bind(&duty.basis).execute(conn).await?.rows_affected());
    }
    Ok(())
}

async fn set_service(tx: &mut Tx, version: &Version<ServiceContent>) -> Result<()> {
    let c = &version.content;
    on!(tx, conn => sqlx::query(
        "update service set name = $1, name_en = $2, short_name = $3, summary = $4, life_event = $5, keywords = $6, unit_id = $7, served_by_kind = $8, version_from = $9 where id = $10")
        .bind(&c.name).bind(&c.name_en).bind(&c.short_name).bind(&c.summary).bind(c.life_event.as_str()).bind(&c.keywords).bind(c.unit).bind(&c.served_by_kind)
        .bind(&version.valid_from).bind(version.subject).execute(conn).await?.rows_affected());
    on!(tx, conn => sqlx::query("delete from service_part where service_id = $1").bind(version.subject).execute(conn).await?.rows_affected());
    for part in &c.parts {
        on!(tx, conn => sqlx::query("insert into service_part (service_id, position_id, part) values ($1, $2, $3)")
            .bind(version.subject).bind(part.position).bind(part.part.as_str()).execute(conn).await?.rows_affected());
    }
    Ok(())
}

/// The current rows as contents, by id with the day they are valid from and the version they stand for.
mod rows {
    use super::*;
    use std::collections::HashMap;

    pub type Held<C> = Vec<(Uuid, String, String, String, C)>;

    #[derive(sqlx::FromRow)]
    struct UnitRow {
        id: Uuid,
        government: String,
        valid_from: String,
        version_from: String,
        name: String,
        name_en: String,
        #[sqlx(try_from = "String")]
        kind: UnitKind,
        parent_id: Option<UnitId>,
        area_code: Option<String>,
        serves: String,
        about: String,
        address: String,
        phone: String,
        email: String,
        hours: String,
    }

    pub async fn units(tx: &mut Tx) -> Result<Held<UnitContent>> {
        let rows: Vec<UnitRow> = on!(tx, conn => sqlx::query_as(
            "select id, government, valid_from, version_from, name, name_en, kind, parent_id, area_code, serves, about, address, phone, email, hours from unit").fetch_all(conn).await?);
        Ok(rows
            .into_iter()
            .map(|r| {
                let content = UnitContent {
                    name: r.name,
                    name_en: r.name_en,
                    kind: r.kind,
                    parent: r.parent_id,
                    area_code: r.area_code,
                    serves: r.serves,
                    about: r.about,
                    address: r.address,
                    phone: r.phone,
                    email: r.email,
                    hours: r.hours,
                };
                (r.id, r.government, r.valid_from, r.version_from, content)
            })
            .collect())
    }

    #[derive(sqlx::FromRow)]
    struct PositionRow {
        id: Uuid,
        government: String,
        valid_from: String,
        version_from: String,
        title: String,
        #[sqlx(rename = "type", try_from = "String")]
        kind: PositionType,
        job_class: Option<i64>,
        unit_id: UnitId,
        reports_to: Option<PositionId>,
        summary: String,
        outputs: String,
        authority: String,
        relations: String,
        qualification: String,
        competencies: String,
        headcount_required: i64,
        rank: i64,
    }

    pub async fn positions(tx: &mut Tx) -> Result<Held<PositionContent>> {
        let duties: Vec<(Uuid, String, Option<String>)> =
            on!(tx, conn => sqlx::query_as("select position_id, text, legal_basis from duty order by position_id, number").fetch_all(conn).await?);
        let mut by_position: HashMap<Uuid, Vec<DutyContent>> = HashMap::new();
        for (position, text, basis) in duties {
            by_position.entry(position).or_default().push(DutyContent { text, basis });
        }
        let rows: Vec<PositionRow> = on!(tx, conn => sqlx::query_as(
            "select id, government, valid_from, version_from, title, type, job_class, unit_id, reports_to, summary, outputs, authority, relations, qualification, competencies, headcount_required, rank from position")
            .fetch_all(conn).await?);
        Ok(rows
            .into_iter()
            .map(|r| {
                let content = PositionContent {
                    title: r.title,
                    kind: r.kind,
                    job_class: r.job_class,
                    unit: r.unit_id,
                    reports_to: r.reports_to,
                    summary: r.summary,
                    duties: by_position.remove(&r.id).unwrap_or_default(),
                    outputs: r.outputs,
                    authority: r.authority,
                    relations: r.relations,
                    qualification: r.qualification,
                    competencies: r.competencies,
                    headcount_required: r.headcount_required,
                    rank: r.rank,
                };
                (r.id, r.government, r.valid_from, r.version_from, content)
            })
            .collect())
    }

    #[derive(sqlx::FromRow)]
    struct ServiceRow {
        id: Uuid,
        government: String,
        valid_from: String,
        version_from: String,
        name: String,
        name_en: String,
        short_name: String,
        summary: String,
        #[sqlx(try_from = "String")]
        life_event: LifeEvent,
        keywords: String,
        unit_id: Option<UnitId>,
        served_by_kind: Option<String>,
    }

    pub async fn services(tx: &mut Tx) -> Result<Held<ServiceContent>> {
        let parts: Vec<(Uuid, PositionId, String)> =
            on!(tx, conn => sqlx::query_as("select service_id, position_id, part from service_part order by service_id, position_id").fetch_all(conn).await?);
        let mut by_service: HashMap<Uuid, Vec<PartContent>> = HashMap::new();
        for (service, position, part) in parts {
            let part = ServicePart::parse(&part).ok_or_else(|| Error::Broken(format!("{part:?} is no part")))?;
            by_service.entry(service).or_default().push(PartContent { position, part });
        }
        let rows: Vec<ServiceRow> = on!(tx, conn => sqlx::query_as(
            "select id, government, valid_from, version_from, name, name_en, short_name, summary, life_event, keywords, unit_id, served_by_kind from service").fetch_all(conn).await?);
        Ok(rows
            .into_iter()
            .map(|r| {
                let content = ServiceContent {
                    name: r.name,
                    name_en: r.name_en,
                    short_name: r.short_name,
                    summary: r.summary,
                    life_event: r.life_event,
                    keywords: r.keywords,
                    unit: r.unit_id,
                    served_by_kind: r.served_by_kind,
                    parts: by_service.remove(&r.id).unwrap_or_default(),
                };
                (r.id, r.government, r.valid_from, r.version_from, content)
            })
            .collect())
    }
}

/// Gives every row that an import wrote or corrected its version: a new one for what is new, the same one corrected
/// for what was there. Staff's edits go through [`put`] instead.
///
/// # Errors
/// The database's.
pub async fn record(tx: &mut Tx) -> Result<()> {
    let units = rows::units(tx).await?;
    record_kind(tx, units).await?;
    let positions = rows::positions(tx).await?;
    record_kind(tx, positions).await?;
    let services = rows::services(tx).await?;
    record_kind(tx, services).await
}

/// A directory from before there was a history gets its first versions.
///
/// # Errors
/// The database's.
pub async fn begin(portal: &Portal) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let known: i64 = on!(&mut tx, conn => sqlx::query_scalar("select count(*) from (select 1 from directory_version limit 1) v").fetch_one(conn).await?);
    if known == 0 {
        record(&mut tx).await?;
    }
    tx.commit().await
}

async fn record_kind<C: Content>(tx: &mut Tx, rows: rows::Held<C>) -> Result<()> {
    let known: std::collections::HashMap<(Uuid, String), String> =
        on!(tx, conn => sqlx::query_as::<_, (Uuid, String, String)>("select subject_id, valid_from, content from directory_version where kind = $1").bind(C::KIND).fetch_all(conn).await?)
            .into_iter()
            .map(|(id, from, content)| ((id, from), content))
            .collect();
    for (id, government, valid_from, version_from, content) in rows {
        let text = text(&content)?;
        let from = if version_from.is_empty() { valid_from } else { version_from };
        match known.get(&(id, from.clone())) {
            Some(kept) if *kept == text => {}
            Some(_) => {
                on!(tx, conn => sqlx::query("update directory_version set content = $1, unit_id = $2 where subject_id = $3 and valid_from = $4").bind(&text).bind(content.unit()).bind(id).bind(&from).execute(conn).await?.rows_affected());
            }
            None => {
                on!(tx, conn => sqlx::query("insert into directory_version (kind, subject_id, government, valid_from, valid_to, unit_id, content) values ($1, $2, $3, $4, null, $5, $6)")
                    .bind(C::KIND).bind(id).bind(&government).bind(&from).bind(content.unit()).bind(&text).execute(conn).await?.rows_affected());
                match C::KIND {
                    "unit" => on!(tx, conn => sqlx::query("update unit set version_from = $1 where id = $2").bind(&from).bind(id).execute(conn).await?.rows_affected()),
                    "position" => on!(tx, conn => sqlx::query("update position set version_from = $1 where id = $2").bind(&from).bind(id).execute(conn).await?.rows_affected()),
                    _ => on!(tx, conn => sqlx::query("update service set version_from = $1 where id = $2").bind(&from).bind(id).execute(conn).await?.rows_affected()),
                };
            }
        }
    }
    Ok(())
}
