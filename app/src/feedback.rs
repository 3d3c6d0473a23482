//! Sending feedback, following it, reading it, and working on it.

pub mod desk;
pub mod list;
pub mod photo;
pub mod receipt_cookie;
mod reporter_forms;
pub mod send;
mod send_screens;
pub mod sent;
pub mod show;
pub mod staff_case;
mod staff_forms;
pub mod track;
