//! Sending feedback, following it, reading it, and working on it.

pub mod desk;
pub mod list;
pub mod pack;
pub mod photo;
pub mod receipt_cookie;
pub mod send;
mod send_screens;
pub mod sent;
pub mod show;
pub mod track;
