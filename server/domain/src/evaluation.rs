//! Evidence cards. Feedback never becomes a score: it becomes a card, the holder replies, the assessor decides with a
//! reason, and the record shows all three.

mod assessors;
mod cards;
mod content;
mod decide;
mod delegate;
mod dossier;
mod evaluate;
mod evaluations;
mod from_feedback;
mod looks;
mod plans;
mod reply;
mod signature;
mod standing;
mod waiting;
mod write_plan;
mod year;

pub use assessors::{Depth, Lines, Official, assessor_of, reach};
pub use cards::{Card, ListedCard, View, card, cards};
pub use content::{EvaluationContent, Evidence, Expectation, Indicator, Named, Organisation, PlanContent, PlannedResult, Rated, RatedValue, Realised, Served, digest};
pub use decide::decide;
pub use delegate::{ListedDelegation, delegate, delegations, withdraw_delegation};
pub use dossier::{as_csv, as_json, as_zip, dossier, file_name};
pub use evaluate::{EvaluationAct, act_on_evaluation, pass_deadlines, start_evaluation};
pub use evaluations::{Evaluation, EvaluationPage, EvaluationStepRow, evaluation, evaluations_of_plan, own_evaluations};
pub use from_feedback::{Offer, offer_card};
pub use looks::{Look, Seen, looked, looks_at};
pub use plans::{OwnTenure, Plan, PlanPage, PlanStepRow, own_plans, plan, tenures_without_plan};
pub use reply::reply;
pub use standing::{Footing, Subject, footing};
pub use waiting::{Desk, Standings, all_evaluations, desk, standings};
pub use write_plan::{PlanAct, act_on_plan, start_plan};
pub use year::{OrganisationRating, Year, open_year, organisation_of, organisation_ratings, rate_organisation, year_of, years};
