//! What residents send, and what becomes of it: one file per thing a person does.

mod accept;
mod answer;
mod archive;
mod case;
mod confirm;
mod contest;
mod dossier;
mod experience;
mod list;
mod photos;
mod progress;
mod proof;
mod queue;
mod send;
mod show;
mod steps;
pub mod synthetic;
mod track;

pub use accept::{accept, suggested_unit};
pub use answer::answer;
pub use archive::archive;
pub use case::{Desk, StaffCase, staff_case};
pub use confirm::confirm;
pub use contest::contest;
pub use dossier::{Deadline, Dossier, may_go_on, own_dossier, public_dossier};
pub use experience::{Experience, count_if_missing, experience, recount};
pub use list::{Cursor, Filter, ListedCase, Page, Totals, list, search, totals};
pub use photos::{Viewer, photo};
pub use progress::progress;
pub use proof::proof;
pub use queue::{QueuedCase, queue};
pub use send::{Sent, send};
pub use show::{PublicCase, show};
pub use steps::{Step, steps};
pub use track::{TrackedCase, track};
