//! Which core value an element of a service speaks of, as data. A proposal: the assessor says which it is.

use std::sync::LazyLock;

use vocabulary::evaluation::{CoreValue, Element, Source};

static TABLE: LazyLock<Vec<(Element, CoreValue)>> = LazyLock::new(|| {
    let mut rows = csv::Reader::from_reader(include_str!("../../../data/reference/core_values_by_element.csv").as_bytes());
    rows.records().filter_map(|row| row.ok().and_then(|row| Element::parse(row.get(0)?).zip(CoreValue::parse(row.get(1)?)))).collect()
});

/// The value that is proposed. Without an element, an answer in the forum shows that people were served; of anything else
/// nothing is guessed.
pub fn proposed(element: Option<&str>, source: Source) -> Option<CoreValue> {
    let element = element.and_then(Element::parse);
    let found = TABLE.iter().find(|(e, _)| Some(*e) == element).map(|(_, value)| *value);
    found.or_else(|| (source == Source::Answer).then_some(CoreValue::ServiceOriented))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_element_has_a_value() {
        for element in Element::ALL {
            assert!(proposed(Some(element.as_str()), Source::Upheld).is_some(), "{element}");
        }
        assert_eq!(proposed(None, Source::Upheld), None, "nothing is guessed");
        assert_eq!(proposed(Some("staff_behaviour"), Source::Upheld), Some(CoreValue::Harmonious));
    }
}
