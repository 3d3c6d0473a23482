//! Sending feedback, following it, reading it, and working on it.

pub mod bulk;
mod conversation;
pub mod desk;
mod desk_help;
pub mod exit;
pub mod feed;
mod gallery;
pub mod identity;
pub mod list;
pub mod pack;
pub mod photo;
pub mod photo_editor;
pub mod queue;
pub mod receipt_cookie;
pub mod receipt_tries;
mod reporter_forms;
mod rule_matter;
pub mod send;
mod send_screens;
pub mod sent;
pub mod show;
pub mod staff_case;
mod staff_forms;
mod staff_holder;
pub mod templates;
pub mod track;
