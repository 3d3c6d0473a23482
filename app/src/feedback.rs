//! Sending feedback, following it, reading it, and working on it.

pub mod desk;
mod desk_help;
mod gallery;
pub mod list;
pub mod photo;
mod photo_editor;
pub mod receipt_cookie;
pub mod send;
mod send_screens;
pub mod sent;
pub mod show;
pub mod track;
