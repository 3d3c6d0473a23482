//! Sending feedback, following it, reading it, and working on it.

mod conversation;
pub mod desk;
pub mod exit;
pub mod identity;
mod desk_help;
mod gallery;
pub mod list;
pub mod photo;
mod photo_editor;
pub mod receipt_cookie;
pub mod receipt_tries;
pub mod send;
mod send_screens;
pub mod sent;
pub mod show;
pub mod track;
