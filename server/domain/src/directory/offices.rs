//! Where to go: the office of a unit, and the district and ward offices of an area, each with its head.

use vocabulary::directory::{PositionType, UnitKind};

use super::gate::{Gate, shut};
use super::history::UnitContent;
use super::structure::Head;
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::ids::UnitId;
use crate::on;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Office {
    pub id: UnitId,
    pub slug: String,
    pub name: String,
    #[sqlx(try_from = "String")]
    pub kind: UnitKind,
    pub area_code: Option<String>,
    pub address: String,
    pub hours: String,
    pub phone: String,
    pub head_slug: Option<String>,
    pub head_title: Option<String>,
    head_type: Option<String>,
    /// Whoever is in charge on the day, where the gate names holders of such posts.
    pub holder: Option<String>,
    pub holder_kind: Option<String>,
}

impl Office {
    /// An office as it was on a past day, with the post that led it.
    pub(super) fn then(id: UnitId, slug: String, c: UnitContent, head: Option<(Head, PositionType)>) -> Self {
        let (head, kind) = head.unzip();
        let held_as = head.as_ref().and_then(|h| h.held_as).map(|k| k.to_string());
        let (head_slug, head_title, holder) = head.map_or((None, None, None), |h| (Some(h.slug), Some(h.title), h.holder));
        Self {
            id,
            slug,
            name: c.name,
            kind: c.kind,
            area_code: c.area_code,
            address: c.address,
            hours: c.hours,
            phone: c.phone,
            head_slug,
            head_title,
            head_type: kind.map(|k| k.to_string()),
            holder,
            holder_kind: held_as,
        }
    }

    pub(super) fn through(mut self, gate: &Gate) -> Self {
        let open = &gate.open;
        shut(open.unit_address, &mut self.address);
        shut(open.unit_hours, &mut self.hours);
        shut(open.unit_phone, &mut self.phone);
        let named = self.head_type.as_deref().and_then(PositionType::parse).is_some_and(|kind| gate.names_holder(kind));
        self.holder = self.holder.filter(|_| named);
        self.holder_kind = self.holder_kind.filter(|_| named);
        self
    }
}

// A stand-in (Plh, Plt) is in charge before the definitive holder, as in `positions::holder_on`.
macro_rules! offices {
    ($tail:literal) => {
        concat!(
            "select u.id, u.slug, u.name, u.kind, u.area_code, u.address, u.hours, u.phone, h.slug as head_slug, h.title as head_title, h.type as head_type, ",
            "(select e.name from tenure t join person e on e.id = t.person_id where t.position_id = h.id ",
            "and t.starts_on <= $1 and (t.ends_on is null or t.ends_on >= $1) order by case t.kind when 'daily' then 0 when 'acting' then 1 else 2 end, t.starts_on desc limit 1) as holder, ",
            "(select t.kind from tenure t where t.position_id = h.id ",
            "and t.starts_on <= $1 and (t.ends_on is null or t.ends_on >= $1) order by case t.kind when 'daily' then 0 when 'acting' then 1 else 2 end, t.starts_on desc limit 1) as holder_kind ",
            "from unit u left join position h on h.id = (select p.id from position p where p.unit_id = u.id and p.valid_from <= $1 and (p.valid_to is null or p.valid_to >= $1) order by p.rank, p.title limit 1) where ",
            $tail
        )
    };
}

/// The office of a unit on a day.
///
/// # Errors
/// [`Error::NotFound`] when there is no such unit.
pub async fn office_of(linked: &mut impl Linked, gate: &Gate, unit: UnitId, day: &str) -> Result<Office> {
    let found: Option<Office> = on!(linked, conn => sqlx::query_as(offices!("u.id = $2")).bind(day).bind(unit).fetch_optional(conn).await?);
    found.map(|office| office.through(gate)).ok_or(Error::NotFound)
}

/// The ward or village office of an area and the office of its district on a day, the nearest first.
///
/// # Errors
/// The database's.
pub async fn offices_of_area(linked: &mut impl Linked, gate: &Gate, government: &str, area_code: &str, day: &str) -> Result<Vec<Office>> {
    let found: Vec<Office> = on!(linked, conn => sqlx::query_as(offices!(
        "u.government = $2 and u.area_code in ($3, (select a.parent_code from area a where a.code = $3)) and u.kind in ('kecamatan', 'kelurahan', 'desa') \
         and u.valid_from <= $1 and (u.valid_to is null or u.valid_to >= $1) order by length(u.area_code) desc, u.slug"))
        .bind(day).bind(government).bind(area_code).fetch_all(conn).await?);
    Ok(found.into_iter().map(|office| office.through(gate)).collect())
}
