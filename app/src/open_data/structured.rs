//! What a page is about, in schema.org's words, for search engines and assistants: read, never run. Units are
//! organisations, services are services; of persons there is nothing, and nothing is ever rated.

use domain::directory::Government;
use domain::directory::services::{Service, Standard};
use domain::directory::units::Unit;
use domain::open_data::{File, licence_of};
use serde_json::{Value, json};

use crate::shell::App;

/// JSON as it may stand inside a `<script>` of data: no `<` that could end it.
pub fn escaped(data: &Value) -> String {
    data.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

fn said(text: &str) -> Option<&str> {
    Some(text).filter(|t| !t.is_empty())
}

/// Leaves out members that say nothing.
fn object(members: Vec<(&str, Value)>) -> Value {
    Value::Object(members.into_iter().filter(|(_, value)| !value.is_null()).map(|(name, value)| (name.to_owned(), value)).collect())
}

fn government_of(app: &App, government: &Government) -> Value {
    json!({ "@type": "GovernmentOrganization", "@id": format!("{}/{}", app.settings.public_url, government.slug), "name": government.name_id })
}

fn area_of(government: &Government) -> Value {
    json!({ "@type": "AdministrativeArea", "name": government.short_name })
}

pub fn unit(app: &App, government: &Government, unit: &Unit) -> Value {
    let page = |slug: &str| format!("{}/{}/unit/{slug}", app.settings.public_url, government.slug);
    let parent = unit.parent_slug.as_deref().filter(|slug| *slug != "pemerintah");
    object(vec![
        ("@context", "https://schema.org".into()),
        ("@type", "GovernmentOrganization".into()),
        ("@id", page(&unit.slug).into()),
        ("url", page(&unit.slug).into()),
        ("name", unit.name.as_str().into()),
        ("alternateName", said(&unit.name_en).into()),
        ("description", said(&unit.about).into()),
        ("telephone", said(&unit.phone).into()),
        ("email", said(&unit.email).into()),
        ("address", said(&unit.address).map_or(Value::Null, |street| json!({ "@type": "PostalAddress", "streetAddress": street, "addressCountry": "ID" }))),
        ("areaServed", area_of(government)),
        (
            "parentOrganization",
            parent.map_or_else(|| government_of(app, government), |slug| json!({ "@type": "GovernmentOrganization", "@id": page(slug), "name": unit.parent_name })),
        ),
    ])
}

pub fn service(app: &App, government: &Government, service: &Service, standard: Option<&Standard>) -> Value {
    let page = format!("{}/{}/layanan/{}", app.settings.public_url, government.slug, service.slug);
    let operator = match (&service.unit_slug, &service.unit_name) {
        (Some(slug), Some(name)) => json!({ "@type": "GovernmentOrganization", "@id": format!("{}/{}/unit/{slug}", app.settings.public_url, government.slug), "name": name }),
        _ => government_of(app, government),
    };
    let time = standard.and_then(|s| s.completion_working_days).map(|days| format!("P{days}D"));
    let offer = |s: &Standard| {
        let price = s.fee_rupiah.map_or(Value::Null, Into::into);
        object(vec![
            ("@type", "Offer".into()),
            ("price", price.clone()),
            ("priceCurrency", if price.is_null() { Value::Null } else { "IDR".into() }),
            ("description", said(&s.fee).into()),
        ])
    };
    object(vec![
        ("@context", "https://schema.org".into()),
        ("@type", "GovernmentService".into()),
        ("@id", page.as_str().into()),
        ("url", page.as_str().into()),
        ("name", said(&service.name).unwrap_or(&service.short_name).into()),
        ("alternateName", said(&service.name_en).into()),
        ("description", said(&service.summary).into()),
        ("serviceOperator", operator),
        ("areaServed", area_of(government)),
        ("jurisdiction", area_of(government)),
        ("serviceOutput", standard.and_then(|s| said(&s.product)).map_or(Value::Null, |product| json!({ "@type": "Thing", "name": product }))),
        ("offers", standard.filter(|s| s.fee_rupiah.is_some() || !s.fee.is_empty()).map_or(Value::Null, offer)),
        ("availableChannel", time.map_or(Value::Null, |time| json!({ "@type": "ServiceChannel", "serviceUrl": page, "processingTime": time }))),
    ])
}

/// The data of a government as a catalogue; `files` with what each is called.
pub fn catalogue(app: &App, government: &Government, files: &[(String, String, std::sync::Arc<File>)]) -> Value {
    let page = format!("{}/{}/data", app.settings.public_url, government.slug);
    let licence = licence_of(&government.slug).map(|l| l.url.as_str());
    let datasets: Vec<Value> = files
        .iter()
        .map(|(name, about, file)| {
            object(vec![
                ("@type", "Dataset".into()),
                ("name", format!("{}: {name}", government.name_id).into()),
                ("description", about.as_str().into()),
                ("license", licence.into()),
                ("creator", government_of(app, government)),
                ("isAccessibleForFree", true.into()),
                ("distribution", json!({ "@type": "DataDownload", "contentUrl": format!("{page}/{}", file.name), "encodingFormat": file.name.content_type() })),
            ])
        })
        .collect();
    json!({ "@context": "https://schema.org", "@type": "DataCatalog", "@id": page, "url": page, "name": government.name_id, "dataset": datasets })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_the_data_can_end_the_script() {
        let text = escaped(&json!({ "name": "</script><script>alert(1)</script>", "and": "a & b" }));
        assert!(!text.contains('<') && !text.contains('&'), "{text}");
        let back: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(back["name"], "</script><script>alert(1)</script>");
    }
}
