//! Evidence cards, plans and evaluations, as those see them whom they concern. No score anywhere.

pub mod assess;
pub mod card;
mod document;
mod dossier;
mod draft;
pub mod evaluate;
pub mod figure_parts;
pub mod holds;
pub mod improving;
pub mod lend;
mod mix_picture;
pub mod nav;
pub mod own;
mod parts;
pub mod performance;
pub mod performance_files;
pub mod performance_unit;
pub mod period;
pub mod plan;
pub mod plan_result;
mod rating_form;
pub mod record;
mod trend_picture;

pub(crate) use parts::trail as ledger_trail;
