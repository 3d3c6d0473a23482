//! Several cases at once. Each is a transaction of its own through the same function as one alone, with the version that
//! was ticked, so one that is refused keeps no other waiting and none is half done. The preview does the very same and
//! gives the transaction up: a second set of rules would drift.

use uuid::Uuid;
use vocabulary::feedback::{AskInput, HandInput, MergeInput, ProgressInput};
use vocabulary::{Fault, Problems};

use super::act::{Act, act_in};
use super::assign::{Colleague, colleagues, desks_of};
use super::case::staff_case;
use crate::accounts::Actor;
use crate::db::Linked;
use crate::error::{Error, Refusal, Result};
use crate::ids::AccountId;
use crate::notifications::tell;
use crate::portal::Portal;
use crate::rules;

/// What is done to all of them.
#[derive(Debug, Clone)]
pub enum Together {
    Hand(HandInput),
    Note(String),
    News(ProgressInput),
    Message(String),
    Merge(MergeInput),
    Ask(AskInput),
}

impl Together {
    fn act(&self) -> Act<'_> {
        match self {
            Self::Hand(input) => Act::Hand(input),
            Self::Note(note) => Act::Note(note),
            Self::News(input) => Act::Progress(input),
            Self::Message(text) => Act::Message(text),
            Self::Merge(input) => Act::Merge(input),
            Self::Ask(input) => Act::AskInfo(input),
        }
    }
}

/// One ticked case, as the page showed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticked {
    pub reference: String,
    pub version: i64,
}

impl std::str::FromStr for Ticked {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (reference, version) = text.split_once(':').ok_or(())?;
        let good = !reference.is_empty() && reference.len() <= 30 && reference.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        Ok(Self { reference: if good { reference.to_owned() } else { return Err(()) }, version: version.parse().map_err(|_| ())? })
    }
}

/// Why one of them was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNot {
    Refused(Refusal),
    /// What was chosen does not go with this case.
    Unfit(Fault),
    /// It is not there for whoever asks.
    NotThere,
    /// Trouble of ours; it is logged.
    Trouble,
}

#[derive(Debug, Clone)]
pub struct OneOfMany {
    pub ticked: Ticked,
    /// Empty for what is not there.
    pub title: String,
    pub why_not: Option<WhyNot>,
}

/// How many may be done at once.
///
/// # Errors
/// The database's.
pub async fn most_together(linked: &mut impl Linked, today: &str) -> Result<usize> {
    Ok(usize::try_from(rules::in_force(linked, "feedback.bulk_most", today).await?.value).unwrap_or_default())
}

/// Does it to each, or only tries (`keep` is false): then nothing is kept.
///
/// # Errors
/// A problem of `pilih` for none or more than the rule allows; the database's before the first case.
pub async fn together(portal: &Portal, actor: &Actor, today: &str, ticked: &[Ticked], what: &Together, keep: bool) -> Result<Vec<OneOfMany>> {
    let mut conn = portal.db.read().await?;
    let most = most_together(&mut conn, today).await?;
    drop(conn);
    let mut problems = Problems::default();
    if ticked.is_empty() {
        problems.add("pilih", Fault::Missing);
    } else if ticked.len() > most {
        problems.add("pilih", Fault::TooManyAtOnce { most });
    }
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let mut found: Vec<OneOfMany> = Vec::with_capacity(ticked.len());
    for one in ticked {
        if found.iter().any(|f| f.ticked.reference == one.reference) {
            continue;
        }
        found.push(each(portal, actor, one, what, keep).await);
    }
    let done = found.iter().filter(|one| one.why_not.is_none()).count();
    if let (true, true, Together::Hand(HandInput { to: Some(to), .. })) = (keep, done > 0, what)
        && let Some(to) = Uuid::try_parse(to).ok().map(AccountId).filter(|to| *to != actor.account)
    {
        let mut tx = portal.db.begin().await?;
        tell(portal, &mut tx, to, "cases-handed", &format!("{} · {done}", actor.name), "/petugas/laporan?petugas=saya").await?;
        tx.commit().await?;
    }
    Ok(found)
}

async fn each(portal: &Portal, actor: &Actor, ticked: &Ticked, what: &Together, keep: bool) -> OneOfMany {
    let mut title = String::new();
    let done: Result<()> = async {
        let mut tx = portal.db.begin().await?;
        title = staff_case(&mut tx, actor, &ticked.reference).await?.0.title;
        act_in(portal, &mut tx, actor, &ticked.reference, Some(ticked.version), what.act(), &[], true).await?;
        // Dropped without a commit, a transaction undoes everything.
        if keep { tx.commit().await } else { Ok(()) }
    }
    .await;
    let why_not = match done {
        Ok(()) => None,
        Err(Error::Refused(refusal)) => Some(WhyNot::Refused(refusal)),
        Err(Error::NotFound) => Some(WhyNot::NotThere),
        Err(Error::Invalid(problems)) => Some(WhyNot::Unfit(problems.0.first().map_or(Fault::UnknownChoice, |p| p.fault))),
        Err(error) => {
            tracing::error!(reference = %ticked.reference, %error, "one of several cases could not be worked on");
            Some(WhyNot::Trouble)
        }
    };
    OneOfMany { ticked: ticked.clone(), title, why_not }
}

/// Who may have at least one of these cases, by name.
///
/// # Errors
/// The database's.
pub async fn colleagues_for(linked: &mut impl Linked, actor: &Actor, ticked: &[Ticked]) -> Result<Vec<Colleague>> {
    let (mut seen, mut found): (Vec<_>, Vec<Colleague>) = (Vec::new(), Vec::new());
    for one in ticked {
        let case = match staff_case(linked, actor, &one.reference).await {
            Err(Error::NotFound) => continue,
            other => other?.0,
        };
        // Cases of one desk have the same colleagues, but for those whom a post keeps from one.
        let key = (desks_of(case.status, case.kind), case.handling_unit_id, case.position_id);
        if !seen.contains(&key) {
            seen.push(key);
            for colleague in colleagues(linked, &case).await? {
                if !found.contains(&colleague) {
                    found.push(colleague);
                }
            }
        }
    }
    found.sort_by(|a, b| (&a.name, a.account).cmp(&(&b.name, b.account)));
    Ok(found)
}
