//! Pieces that several pages share: one place each for markup, its words and what makes it accessible.

mod correction;
mod field;
mod findings;
mod lists;
mod status;
mod timeline;

pub use correction::something_wrong;
pub use field::{Choice, boxes, choices, error_summary, hidden, line_field, mistake, option_list, sentence, text_area};
pub use findings::{finding_items, findings};
pub use lists::{case_list, crumbs, empty, feed_link, lines, pager, prose};
pub use status::{case_chip, chip, deadline, level, protection_chip};
pub use timeline::{Dues, next_key, step_item, timeline};
