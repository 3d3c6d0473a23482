//! The ideas space of civil servants; and on a unit's public page, what came of it.

pub mod flag;
pub mod list;
pub mod promised;
pub mod propose;
pub mod show;
