//! Under which licence a government publishes: its own choice, so data and not code.

use std::sync::LazyLock;

#[derive(Debug, Clone, serde::Deserialize)]
pub struct Licence {
    government: String,
    /// SPDX identifier.
    #[serde(rename = "licence")]
    pub id: String,
    pub name: String,
    pub url: String,
    /// Whose choice it is and what it allows.
    pub citation: String,
}

static LICENCES: LazyLock<Vec<Licence>> = LazyLock::new(|| {
    let mut table = csv::Reader::from_reader(include_str!("../../../data/reference/open_data_licences.csv").as_bytes());
    table.deserialize().filter_map(Result::ok).collect()
});

/// The licence of a government: its own row, else the row `*` of all that have none. None where neither is there: then
/// no right is granted that nobody chose.
pub fn licence_of(government: &str) -> Option<&'static Licence> {
    LICENCES.iter().find(|l| l.government == government).or_else(|| LICENCES.iter().find(|l| l.government == "*"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_government_without_its_own_row_has_the_common_licence() {
        assert_eq!(licence_of("medan").map(|l| l.id.as_str()), Some("CC-BY-4.0"));
    }
}
