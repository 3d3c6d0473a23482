//! Who sees which cases of a government in the queues. The same rule as `staff_case`, as ranges of an index and
//! conditions of a query, so that what someone may not see is neither read nor counted.

use vocabulary::accounts::Role;
use vocabulary::feedback::Queue;

use super::Wanted;
use crate::accounts::Actor;
use crate::db::Linked;
use crate::directory::{Government, government};
use crate::error::Result;
use crate::feedback::guard::Interests;
use crate::ids::{AccountId, UnitId};
use crate::on;

/// One way in which someone sees cases; of two, nobody sees a case by both.
pub(super) enum Lane {
    /// A verifier sees everything.
    Whole,
    /// A handler of the government as a whole: everything that a unit handles.
    Handled,
    /// A handler of some units.
    Units(Vec<UnitId>),
    /// An inspector.
    Misconduct,
    /// An inspector, over what was contested or lies above the unit ([`watched`](crate::feedback::escalate::watched)).
    Watched,
}

impl Lane {
    /// The condition on the case of this name. Words, and no values, so that the indexes of misconduct and of what is watched
    /// are found; 2 is [`OUTSIDE`](crate::feedback::escalate::OUTSIDE).
    pub(super) fn condition(&self, name: &str) -> String {
        match self {
            Self::Whole => [name, ".kind is not null"].concat(),
            Self::Handled | Self::Units(_) => [name, ".kind <> 'penyimpangan'"].concat(),
            Self::Misconduct => [name, ".kind = 'penyimpangan'"].concat(),
            Self::Watched => [name, ".kind <> 'penyimpangan' and (", name, ".status = 'disputed' or ", name, ".escalation_level >= 2)"].concat(),
        }
    }

    /// Whether a case of this queue and unit can be seen by it.
    pub(super) fn has(&self, wanted: &Wanted) -> bool {
        match self {
            Self::Whole => true,
            Self::Handled | Self::Misconduct => handled(wanted.queue),
            Self::Watched => matches!(wanted.queue, Queue::Contested | Queue::Escalated),
            Self::Units(units) => handled(wanted.queue) && wanted.unit.is_none_or(|unit| units.contains(&unit)),
        }
    }
}

/// Whether a unit has the cases of this queue. Who verifies asks, and decides on opening again, before or after any does.
const fn handled(queue: Queue) -> bool {
    matches!(queue, Queue::Answer | Queue::Contested | Queue::Escalated | Queue::Reply)
}

/// What someone sees of one government's cases.
pub struct Sight {
    pub government: Government,
    pub(super) account: AccountId,
    pub(super) lanes: Vec<Lane>,
    /// What keeps them from some; none where nothing does.
    pub(super) guard: Option<Interests>,
}

impl Sight {
    /// # Errors
    /// [`crate::Error::NotFound`] for no such government. Who has no desk there sees nothing.
    pub async fn of(linked: &mut impl Linked, actor: &Actor, slug: &str) -> Result<Self> {
        let government = government(linked, slug).await?;
        let mut lanes = Vec::new();
        if actor.holds_in(Role::Verifier, slug) {
            lanes.push(Lane::Whole);
        } else {
            let handles_too = actor.holds_in(Role::Handler, slug);
            if handles_too {
                lanes.push(handles(linked, actor, slug).await?);
            }
            if actor.holds_in(Role::Inspector, slug) {
                lanes.push(Lane::Misconduct);
                // A handler's own cases would stand there twice; the others are told of one by one.
                if !handles_too {
                    lanes.push(Lane::Watched);
                }
            }
        }
        // Without a post, only what alleges misconduct is kept from anyone, and a handler sees none of it.
        let near = actor.person.is_some() || lanes.iter().any(|lane| matches!(lane, Lane::Whole | Lane::Misconduct));
        let guard = if near && !lanes.is_empty() { Some(Interests::of(linked, actor, slug).await?).filter(|interests| !interests.are_none()) } else { None };
        Ok(Self { government, account: actor.account, lanes, guard })
    }

    /// The queues of these desks, in the order in which they are worked.
    pub fn queues(&self) -> &'static [Queue] {
        const HANDLED: &[Queue] = &[Queue::Answer, Queue::Contested, Queue::Escalated, Queue::Reply];
        match self.lanes.as_slice() {
            [] => &[],
            [Lane::Whole, ..] => Queue::ALL,
            _ => HANDLED,
        }
    }

    /// Whether all of the government's cases are seen, by who verifies them.
    pub fn sees_all(&self) -> bool {
        matches!(self.lanes.as_slice(), [Lane::Whole])
    }

    /// The units whose cases are seen; none for all of the government.
    pub fn units(&self) -> Option<&[UnitId]> {
        match self.lanes.as_slice() {
            [Lane::Units(units)] => Some(units),
            _ => None,
        }
    }
}

async fn handles(linked: &mut impl Linked, actor: &Actor, slug: &str) -> Result<Lane> {
    for unit in actor.grants.iter().filter(|g| g.role == Role::Handler && g.government == slug).map(|g| g.unit_id) {
        let top: bool = on!(linked, conn => sqlx::query_scalar("select parent_id is null from unit where id = $1").bind(unit).fetch_one(conn).await?);
        if top {
            return Ok(Lane::Handled);
        }
    }
    let mut units = actor.scope(linked, Role::Handler, slug).await?.units;
    units.sort_unstable();
    units.dedup();
    Ok(Lane::Units(units))
}

/// [`Interests::hinder`] of the case `c`, turned round, as conditions of a query.
macro_rules! push_guard {
    ($query:expr, $interests:expr) => {{
        // Tenures count from the day of the event on: of one that had ended by then, this is true.
        macro_rules! push_over {
            ($held:expr) => {
                if let Some((day, moment)) = &$held.until {
                    $query.push("c.happened_on > ").push_bind(day.clone()).push(" or c.happened_on is null and c.received_at >= ").push_bind(*moment).push(" or ");
                }
            };
        }
        macro_rules! push_among {
            ($ids:expr) => {{
                let mut list = $query.separated(", ");
                for id in $ids {
                    list.push_bind(id);
                }
                $query.push(")");
            }};
        }
        for held in $interests.posts() {
            $query.push(" and (");
            push_over!(held);
            $query.push("c.position_id is null or c.position_id <> ").push_bind(held.post).push(")");
            $query.push(" and (c.kind <> 'penyimpangan' or ");
            push_over!(held);
            $query.push("((c.unit_id is null or c.unit_id = c.handling_unit_id or c.unit_id not in (");
            push_among!(held.units.iter().copied());
            $query.push(") and (c.position_id is null or c.position_id not in (");
            push_among!(held.posts.iter().copied());
            $query.push(")))");
        }
        if $interests.units_of_desks().next().is_some() {
            $query.push(" and (c.kind <> 'penyimpangan' or c.unit_id is null or c.unit_id = c.handling_unit_id or c.unit_id not in (");
            push_among!($interests.units_of_desks());
            $query.push(")");
        }
    }};
}

pub(super) use push_guard;
