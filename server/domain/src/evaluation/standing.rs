//! By what right someone sees and does something in evaluation: the subject, the assessor, the assessor's superior, the
//! performance team, and nobody else.
//!
//! The **line** ([`super::assessors`]) says whose matter it is. The **role** of assessor, held anywhere in the
//! government, opens the desk: without it even the one in line does not enter, and with it alone nobody sees anything.
//! So an account is never an assessor by being given a role, and losing the role closes the desk at once.

use vocabulary::accounts::Role;
use vocabulary::evaluation::Standing;

use super::assessors::{Lines, Official};
use crate::accounts::Actor;
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::ids::{PersonId, PositionId};

/// Somebody in a post, in a government.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    pub government: &'a str,
    pub position: PositionId,
    /// Nobody where the post was vacant.
    pub person: Option<PersonId>,
}

/// By what right, with the two above the subject on that day.
#[derive(Debug, Clone)]
pub struct Footing {
    pub standing: Standing,
    pub assessor: Option<Official>,
    pub superior: Option<Official>,
}

/// By what right this actor meets the subject on a day. `hindered` says who in the line cannot decide on the matter.
///
/// # Errors
/// [`Error::NotFound`] for everyone else.
pub async fn footing(linked: &mut impl Linked, actor: &Actor, subject: Subject<'_>, day: &str, hindered: impl Fn(&Official) -> bool) -> Result<Footing> {
    let lines = Lines::above(linked, &[subject.position], day).await?;
    let assessor = lines.assessor(subject.position, subject.person, &hindered);
    let superior = assessor.as_ref().and_then(|assessor| lines.superior(subject.position, subject.person, assessor, &hindered));
    let is = |official: &Option<Official>| actor.person.is_some() && official.as_ref().map(|o| o.person) == actor.person;
    let enters = actor.holds_in(Role::Assessor, subject.government);
    let standing = if subject.person.is_some() && subject.person == actor.person {
        Standing::Subject
    } else if enters && is(&assessor) {
        Standing::Assessor
    } else if enters && is(&superior) {
        Standing::Superior
    } else if actor.holds_in(Role::PerformanceTeam, subject.government) {
        Standing::Team
    } else {
        return Err(Error::NotFound);
    };
    Ok(Footing { standing, assessor, superior })
}
