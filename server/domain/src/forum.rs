//! The public discussion: topics, replies, support, official answers.

mod helpful;
mod list;
mod reply;
mod show;
mod start;
mod support;

pub use helpful::{helped, helpful};
pub use list::{Cursor, ListedTopic, Page, list};
pub use reply::{answering_unit, reply};
pub use show::{ShownReply, Topic, show};
pub use start::start;
pub use support::support;
