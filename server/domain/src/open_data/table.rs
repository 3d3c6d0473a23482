//! What a dataset is: its columns, what they hold, and from which columns of the tables they come, so that the gate's
//! class of each can be told. Descriptions are sentences, `column-…` of the translations.

use crate::directory::gate::{Class, Gate};

/// What a column holds. In JSON lists are arrays; in CSV they have one item a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    MaybeText,
    Number,
    MaybeNumber,
    /// `YYYY-MM-DD`.
    Day,
    MaybeDay,
    Lines,
    /// `{text, legal_basis}`.
    Duties,
    /// `{name, level}`.
    Competencies,
    /// `{position, title, unit, part}`.
    Posts,
    /// An address of the web.
    Link,
}

#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub name: &'static str,
    pub kind: Kind,
    /// `table.column`; empty for what is counted or made.
    pub source: &'static str,
}

pub(super) const fn column(name: &'static str, kind: Kind, source: &'static str) -> Column {
    Column { name, kind, source }
}

impl Column {
    /// The class the gate gives it; what is counted or made here is public.
    pub fn class(&self, gate: &Gate) -> Class {
        if self.source.is_empty() { Class::Public } else { gate.class(self.source).unwrap_or(Class::Internal) }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dataset {
    Units,
    Positions,
    Tenures,
    Services,
}

impl Dataset {
    pub const ALL: [Self; 4] = [Self::Units, Self::Positions, Self::Tenures, Self::Services];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Units => "units",
            Self::Positions => "positions",
            Self::Tenures => "tenures",
            Self::Services => "services",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|d| d.as_str() == word)
    }

    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Units => super::units::COLUMNS,
            Self::Positions => super::positions::COLUMNS,
            Self::Tenures => super::tenures::COLUMNS,
            Self::Services => super::services::COLUMNS,
        }
    }
}

/// A row that can stand in a CSV file.
pub(super) trait Cells: serde::Serialize {
    /// In the order of the dataset's columns.
    fn cells(&self) -> Vec<String>;
}

pub(super) fn number(value: Option<i64>) -> String {
    value.map(|n| n.to_string()).unwrap_or_default()
}

/// Text with one item a line.
pub(super) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::open_data::{PositionItem, ServiceItem, TenureItem, UnitItem};

    fn keys(item: &impl Cells) -> (Vec<String>, usize) {
        let value = serde_json::to_value(item).unwrap();
        let mut keys: Vec<_> = value.as_object().unwrap().keys().cloned().collect();
        keys.sort();
        (keys, item.cells().len())
    }

    #[test]
    fn rows_have_the_columns_that_are_described() {
        for (dataset, (keys, cells)) in [
            (Dataset::Units, keys(&UnitItem::default())),
            (Dataset::Positions, keys(&PositionItem::default())),
            (Dataset::Tenures, keys(&TenureItem::default())),
            (Dataset::Services, keys(&ServiceItem::default())),
        ] {
            let mut described: Vec<_> = dataset.columns().iter().map(|c| c.name).collect();
            assert_eq!(cells, described.len(), "{dataset:?}");
            described.sort_unstable();
            assert_eq!(keys, described, "{dataset:?}");
        }
    }

    #[test]
    fn every_source_is_classified_as_something_that_may_leave() {
        let gate = Gate::standard();
        for column in Dataset::ALL.iter().flat_map(|d| d.columns()) {
            let class = column.class(&gate);
            let opaque = class == Class::Technical && matches!(column.source, "person.id");
            assert!(opaque || matches!(class, Class::Public | Class::NamedTier), "{} is {}", column.source, class.as_str());
        }
    }
}
