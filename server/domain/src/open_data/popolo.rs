//! Popolo 1.0.1: organizations, posts, persons and the memberships in which alone a person meets a post. Persons are
//! those of named tiers; birth dates, gender and national identity, which Popolo knows, we never publish.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::licence::licence_of;
use super::{PositionItem, TenureItem, UnitItem};

/// What the document is made of.
pub(super) struct Parts {
    pub units: Vec<UnitItem>,
    pub positions: Vec<PositionItem>,
    pub tenures: Vec<TenureItem>,
}

/// The document and how many organizations, posts, persons and memberships it has together.
pub(super) fn document(government: &str, parts: &Parts) -> (Value, usize) {
    let unit_id = |slug: &str| format!("{government}/unit/{slug}");
    let post_id = |slug: &str| format!("{government}/jabatan/{slug}");
    let organizations: Vec<Value> = parts
        .units
        .iter()
        .map(|unit| {
            let contact: Vec<Value> = [("address", &unit.address), ("voice", &unit.phone), ("email", &unit.email)]
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(kind, value)| json!({ "type": kind, "value": value, "note": Some(&unit.hours).filter(|h| !h.is_empty()) }))
                .collect();
            let english: Vec<Value> = Some(&unit.name_en).filter(|n| !n.is_empty()).into_iter().map(|name| json!({ "name": name, "note": "en" })).collect();
            json!({
                "id": unit_id(&unit.slug), "name": unit.name, "other_names": english, "classification": unit.kind, "parent_id": unit.parent.as_deref().map(unit_id),
                "description": Some(&unit.about).filter(|a| !a.is_empty()), "contact_details": contact, "links": [{ "url": unit.url }],
            })
        })
        .collect();
    let posts: Vec<Value> = parts
        .positions
        .iter()
        .map(|post| json!({ "id": post_id(&post.slug), "label": post.title, "role": post.kind, "organization_id": unit_id(&post.unit), "links": [{ "url": post.url }] }))
        .collect();
    let persons: BTreeMap<&str, &str> = parts.tenures.iter().map(|t| (t.person.as_str(), t.name.as_str())).collect();
    let persons: Vec<Value> = persons.into_iter().map(|(id, name)| json!({ "id": id, "name": name })).collect();
    let memberships: Vec<Value> = parts
        .tenures
        .iter()
        .map(|t| {
            json!({
                "id": t.id, "label": t.title, "role": t.kind, "person_id": t.person, "organization_id": unit_id(&t.unit), "post_id": post_id(&t.position),
                "start_date": t.starts_on, "end_date": t.ends_on,
            })
        })
        .collect();
    let rows = organizations.len() + posts.len() + persons.len() + memberships.len();
    let document = json!({
        "meta": { "standard": "Popolo 1.0.1", "government": government, "licence": licence_of(government).map(|l| &l.url) },
        "organizations": organizations, "posts": posts, "persons": persons, "memberships": memberships,
    });
    (document, rows)
}
