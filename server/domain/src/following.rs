//! Who wants to be told of what: following with an account or with a confirmed address, and the letters that gather what
//! became public. Nobody learns who follows: no count, no list, no entry in the public trail.

mod ask;
mod follow;
mod follower;
pub mod letters;
pub mod push;
mod reporters;
mod returned;
mod spread;
mod subject;
pub mod synthetic;

pub use ask::{Confirmed, Request, confirm, is_open, request, sweep};
pub use follow::{Followed, change, follow, followings, state, unfollow};
pub use follower::{Follower, adopt, by_link, erase, is_ours, link_of, of_account, resume_mail, stop_mail};
pub use reporters::{OwnTelling, own_telling, tell_own};
pub use returned::{Returned, TAG, came_back, tag_of};
pub use spread::spread;
pub use subject::{Subject, find};

/// How many letters somebody gets on a day at most.
///
/// # Errors
/// The database's; [`crate::Error::Configuration`] without the rule.
pub async fn letters_a_day(linked: &mut impl crate::db::Linked, today: &str) -> crate::Result<i64> {
    Ok(crate::rules::in_force(linked, "notifications.letters_a_day", today).await?.value)
}
