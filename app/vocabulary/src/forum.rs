//! Topics and replies.

use crate::words::words;
use crate::{Fault, Problems, text};

words! {
    Category { Services = "layanan", Surroundings = "lingkungan", Proposals = "usulan", Questions = "tanya", Performance = "kinerja" }
}

pub const TITLE_LEAST: usize = 10;
pub const TITLE_MOST: usize = 120;
pub const TEXT_LEAST: usize = 10;
pub const TEXT_MOST: usize = 5000;

#[derive(Debug, Clone)]
pub struct NewTopic {
    pub category: Category,
    pub title: String,
    pub text: String,
}

impl NewTopic {
    /// # Errors
    /// Every problem of the form at once.
    pub fn parse(category: &str, title: &str, typed: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let chosen = match Category::parse(category) {
            Some(chosen) => Ok(chosen),
            None if category.is_empty() => Err(Fault::Missing),
            None => Err(Fault::UnknownChoice),
        };
        let category = problems.take("kategori", chosen);
        let title = problems.take("judul", text::line(title, TITLE_LEAST, TITLE_MOST).and_then(text::without_personal_number));
        let text = problems.take("uraian", text::paragraphs(typed, TEXT_LEAST, TEXT_MOST).and_then(text::without_personal_number));
        match (category, title, text) {
            (Some(category), Some(title), Some(text)) => Ok(Self { category, title, text }),
            _ => Err(problems),
        }
    }
}

/// # Errors
/// What is wrong with the text of a reply.
pub fn reply(typed: &str) -> Result<String, Problems> {
    let mut problems = Problems::default();
    problems.take("balasan", text::paragraphs(typed, 2, TEXT_MOST).and_then(text::without_personal_number)).ok_or(problems)
}
