//! The schema of a dataset: JSON Schema of its JSON file, with the name, meaning and class of every column, which the CSV
//! file has in the same order.

use domain::directory::Government;
use domain::open_data::{Column, Dataset, Kind, licence_of};
use serde_json::{Map, Value, json};
use vocabulary::directory::{COMPETENCY_MOST, LifeEvent, PositionType, ServicePart, TenureKind, UnitKind};

use crate::shell::App;
use crate::words::Words;

/// What a column means, in words.
pub fn meaning(words: &Words, dataset: Dataset, column: &Column) -> String {
    let own = format!("column-{}-{}", dataset.as_str(), column.name);
    if words.has(&own) { words.t(&own) } else { words.t(&format!("column-{}", column.name)) }
}

fn enumerated(dataset: Dataset, column: &str) -> Option<Vec<&'static str>> {
    Some(match (dataset, column) {
        (Dataset::Units, "kind") => UnitKind::ALL.iter().map(|k| k.as_str()).collect(),
        (Dataset::Positions, "type") => PositionType::ALL.iter().map(|k| k.as_str()).collect(),
        (Dataset::Tenures, "kind") => TenureKind::ALL.iter().map(|k| k.as_str()).collect(),
        (Dataset::Services, "life_event") => LifeEvent::ALL.iter().map(|k| k.as_str()).collect(),
        _ => return None,
    })
}

fn shape(dataset: Dataset, column: &Column) -> Value {
    const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    match column.kind {
        Kind::Text => match enumerated(dataset, column.name) {
            Some(words) => json!({ "type": "string", "enum": words }),
            None => json!({ "type": "string" }),
        },
        Kind::MaybeText => json!({ "type": ["string", "null"] }),
        Kind::Number => json!({ "type": "integer" }),
        Kind::MaybeNumber => json!({ "type": ["integer", "null"] }),
        Kind::Day => json!({ "type": "string", "pattern": DAY }),
        Kind::MaybeDay => json!({ "type": ["string", "null"], "pattern": DAY }),
        Kind::Lines => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::Duties => closed(&json!({ "text": { "type": "string" }, "legal_basis": { "type": ["string", "null"] } })),
        Kind::Competencies => closed(&json!({ "name": { "type": "string" }, "level": { "type": "integer", "minimum": 1, "maximum": COMPETENCY_MOST } })),
        Kind::Posts => {
            let parts: Vec<_> = ServicePart::ALL.iter().map(|p| p.as_str()).collect();
            closed(&json!({ "position": { "type": "string" }, "title": { "type": "string" }, "unit": { "type": "string" }, "part": { "type": "string", "enum": parts } }))
        }
        Kind::Link => json!({ "type": "string", "format": "uri" }),
    }
}

/// A list of objects with exactly these members.
fn closed(properties: &Value) -> Value {
    let names: Vec<_> = properties.as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect();
    json!({ "type": "array", "items": { "type": "object", "properties": properties, "required": names, "additionalProperties": false } })
}

pub fn schema(app: &App, government: &Government, dataset: Dataset) -> Value {
    // A file is the same for every reader, so its words are Indonesian.
    let words = Words::of("id");
    let base = format!("{}/{}/data", app.settings.public_url, government.slug);
    let mut properties = Map::new();
    for column in dataset.columns() {
        let mut about = shape(dataset, column);
        about["description"] = meaning(words, dataset, column).into();
        // Who may read the column it comes from; our own word, which validators pass over.
        about["x-publication-class"] = column.class(&app.portal.gate).as_str().into();
        properties.insert(column.name.to_owned(), about);
    }
    let order: Vec<_> = dataset.columns().iter().map(|c| c.name).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("{base}/{}.schema.json", dataset.as_str()),
        "title": format!("{}: {}", government.name_id, words.t(&format!("data-set-{}", dataset.as_str()))),
        "description": words.t(&format!("data-set-{}-about", dataset.as_str())),
        "type": "object",
        "properties": {
            "dataset": { "const": dataset.as_str() },
            "government": { "const": government.slug },
            "licence": { "const": licence_of(&government.slug).map(|l| &l.url) },
            "schema": { "const": format!("{base}/{}.schema.json", dataset.as_str()) },
            "items": { "type": "array", "items": { "$ref": "#/$defs/item" } },
        },
        "required": ["dataset", "government", "licence", "schema", "items"],
        "additionalProperties": false,
        "x-csv-columns": order,
        "$defs": { "item": { "type": "object", "properties": properties, "required": order, "additionalProperties": false } },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_explained_in_both_languages() {
        for language in ["id", "en"] {
            let words = Words::of(language);
            for dataset in Dataset::ALL {
                for column in dataset.columns() {
                    let own = words.has(&format!("column-{}-{}", dataset.as_str(), column.name));
                    assert!(own || words.has(&format!("column-{}", column.name)), "{language}: {}.{}", dataset.as_str(), column.name);
                }
                for key in ["", "-about"] {
                    assert!(words.has(&format!("data-set-{}{key}", dataset.as_str())));
                }
            }
            for class in ["public", "named_tier", "internal", "never", "technical"] {
                assert!(words.has(&format!("class-{class}")), "{class}");
            }
        }
    }
}
