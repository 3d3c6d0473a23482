//! The public discussion.

pub mod feed;
pub mod flag;
pub mod list;
pub mod start;
pub mod topic;
