//! Templates of replies. One belongs to a unit and is offered in every unit below; a new wording is a new row that follows
//! the old one, so what was once sent can be told apart from what is sent today.

use vocabulary::accounts::Role;
use vocabulary::feedback::TemplateInput;
use vocabulary::{Fault, Problems};

use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::Linked;
use crate::directory::{Government, positions, units};
use crate::error::{Error, Refusal, Result};
use crate::ids::{TemplateId, UnitId};
use crate::on;
use crate::portal::Portal;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Template {
    pub id: TemplateId,
    pub unit_id: UnitId,
    pub unit_slug: String,
    pub unit_name: String,
    pub name: String,
    pub body: String,
    pub written_at: Millis,
    /// Who wrote it, or this wording of it.
    pub written_by: String,
}

macro_rules! templates {
    ($head:literal, $tail:literal) => {
        concat!(
            $head,
            "select t.id, t.unit_id, u.slug as unit_slug, u.name as unit_name, t.name, t.body, t.written_at, a.display_name as written_by ",
            "from feedback_template t join unit u on u.id = t.unit_id join account a on a.id = t.written_by ",
            $tail
        )
    };
}

/// What a unit is offered: its own and those of the units over it, the nearest first.
///
/// # Errors
/// The database's.
pub async fn templates_of(linked: &mut impl Linked, unit: UnitId) -> Result<Vec<Template>> {
    Ok(on!(linked, conn => sqlx::query_as(templates!(
        "with recursive up (id, parent_id, far) as (select id, parent_id, 0 from unit where id = $1 union all select p.id, p.parent_id, up.far + 1 from unit p join up on p.id = up.parent_id) ",
        "join up on up.id = t.unit_id where t.ended_at is null order by up.far, t.name, t.id"))
        .bind(unit).fetch_all(conn).await?))
}

/// All of a government, by unit and name.
///
/// # Errors
/// The database's.
pub async fn templates_in(linked: &mut impl Linked, government: &str) -> Result<Vec<Template>> {
    Ok(on!(linked, conn => sqlx::query_as(templates!("", "where t.government = $1 and t.ended_at is null order by u.name, t.name, t.id")).bind(government).fetch_all(conn).await?))
}

/// Whether someone may write what a unit is offered: who handles for it or verifies, and its head.
///
/// # Errors
/// The database's.
pub async fn may_write(linked: &mut impl Linked, actor: &Actor, government: &Government, unit: UnitId, today: &str) -> Result<bool> {
    for role in [Role::Verifier, Role::Handler, Role::Inspector] {
        match actor.scope(linked, role, &government.slug).await {
            Ok(scope) if scope.units.contains(&unit) => return Ok(true),
            Ok(_) | Err(Error::NotFound) => {}
            Err(e) => return Err(e),
        }
    }
    let Some(person) = actor.person else { return Ok(false) };
    let Some(head) = positions::head_of(linked, unit).await? else { return Ok(false) };
    Ok(positions::holder_on(linked, head, today).await?.is_some_and(|(_, holder)| holder == person))
}

/// Slugs and names of the units for which someone writes templates: where their desks stand, and what they head.
///
/// # Errors
/// The database's.
pub async fn units_to_write_for(linked: &mut impl Linked, actor: &Actor, government: &Government, today: &str) -> Result<Vec<(String, String)>> {
    let mut near: Vec<UnitId> = actor.grants.iter().filter(|g| g.government == government.slug).map(|g| g.unit_id).collect();
    if let Some(person) = actor.person {
        let held: Vec<UnitId> = on!(linked, conn => sqlx::query_scalar(
            "select p.unit_id from tenure t join position p on p.id = t.position_id where t.person_id = $1 and p.government = $2 and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3)")
            .bind(person).bind(&government.slug).bind(today).fetch_all(conn).await?);
        near.extend(held);
    }
    near.sort_unstable();
    near.dedup();
    let mut found = Vec::new();
    for unit in near {
        if may_write(linked, actor, government, unit, today).await? {
            found.push(on!(linked, conn => sqlx::query_as::<_, (String, String)>("select slug, name from unit where id = $1").bind(unit).fetch_one(conn).await?));
        }
    }
    found.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(found)
}

/// Writes one, or a new wording of one that is there.
///
/// # Errors
/// A problem of `unit` for one that is not there or not the actor's; [`Error::NotFound`] where there is no such template
/// or it is not theirs; [`Refusal::ChangedMeanwhile`] where it has been reworded or ended since.
pub async fn write_template(portal: &Portal, actor: &Actor, government: &Government, input: &TemplateInput, follows: Option<TemplateId>) -> Result<TemplateId> {
    let today = government.today(portal.now());
    let mut tx = portal.db.begin().await?;
    let unit = match units::named(&mut tx, &government.slug, &input.unit).await {
        Ok((unit, _)) if may_write(&mut tx, actor, government, unit, &today).await? => unit,
        Ok(_) | Err(Error::NotFound) => {
            let mut problems = Problems::default();
            problems.add("unit", Fault::UnknownChoice);
            return Err(problems.into());
        }
        Err(e) => return Err(e),
    };
    if let Some(before) = follows {
        end(portal, &mut tx, actor, government, before, &today).await?;
    }
    let id = TemplateId(portal.new_id());
    on!(&mut tx, conn => sqlx::query("insert into feedback_template (id, government, unit_id, name, body, follows, written_by, written_at) values ($1, $2, $3, $4, $5, $6, $7, $8)")
        .bind(id).bind(&government.slug).bind(unit).bind(&input.name).bind(&input.body).bind(follows).bind(actor.account).bind(portal.now()).execute(conn).await?.rows_affected());
    tx.commit().await?;
    Ok(id)
}

/// Takes one away; it stays in the tables.
///
/// # Errors
/// As [`write_template`].
pub async fn end_template(portal: &Portal, actor: &Actor, government: &Government, id: TemplateId) -> Result<()> {
    let today = government.today(portal.now());
    let mut tx = portal.db.begin().await?;
    end(portal, &mut tx, actor, government, id, &today).await?;
    tx.commit().await
}

async fn end(portal: &Portal, tx: &mut crate::db::Tx, actor: &Actor, government: &Government, id: TemplateId, today: &str) -> Result<()> {
    let unit: Option<UnitId> =
        on!(tx, conn => sqlx::query_scalar("select unit_id from feedback_template where id = $1 and government = $2").bind(id).bind(&government.slug).fetch_optional(conn).await?);
    let unit = unit.ok_or(Error::NotFound)?;
    if !may_write(tx, actor, government, unit, today).await? {
        return Err(Error::NotFound);
    }
    let ended = on!(tx, conn => sqlx::query("update feedback_template set ended_by = $2, ended_at = $3 where id = $1 and ended_at is null")
        .bind(id).bind(actor.account).bind(portal.now()).execute(conn).await?.rows_affected());
    if ended == 1 { Ok(()) } else { Err(Refusal::ChangedMeanwhile.into()) }
}
