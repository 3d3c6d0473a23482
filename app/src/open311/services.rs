//! `discovery`, `services` and `services/{code}`: where the interface is, what may be reported, and what may be said
//! beside a description.

use std::sync::LazyLock;

use axum::extract::{Path, State};
use axum::response::Response;
use domain::open311::{Asked, Definition, Offered, definition, offered};
use serde_json::{Value, json};
use vocabulary::open311::{Attribute, Code};

use super::answer::{Answered, Refused, public};
use super::call::{Call, Format};
use super::document::Node;
use crate::open_data::answer::Answer;
use crate::shell::App;
use crate::words::Words;

/// What programs that read OpenAPI are told; written by hand, beside the document for people.
static DESCRIPTION: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(include_str!("openapi.json")).unwrap_or_default());

/// When this interface last changed in a way that programs notice.
const CHANGED: &str = "2026-11-22T00:00:00+07:00";
/// How the standard calls itself.
const STANDARD: &str = "http://wiki.open311.org/GeoReport_v2";

fn discovery(app: &App, call: &Call) -> Response {
    let base = &app.settings.public_url;
    let text = |text: &str| Node::Text(text.to_owned());
    // The kinds without their character set: that is how readers of discovery compare them.
    let formats = Node::List("format", vec![text("text/xml"), text("application/json")]);
    let kind = if app.settings.demo { "test" } else { "production" };
    let endpoint = Node::Group(vec![
        ("specification", text(STANDARD)),
        ("url", Node::Text(format!("{base}/open311/v2"))),
        ("changeset", text(CHANGED)),
        ("type", text(kind)),
        ("formats", formats),
    ]);
    let members = vec![
        ("changeset", text(CHANGED)),
        ("contact", Node::Text(call.words.with("open311-contact", &[("url", base)]))),
        ("key_service", Node::Text(call.words.with("open311-key-service", &[("url", base)]))),
        ("endpoints", Node::List("endpoint", vec![endpoint])),
    ];
    public(call, "discovery", Node::Group(members))
}

/// `/open311/{file}`.
pub async fn discovered(State(app): State<App>, call: Call, Path(file): Path<String>) -> Answered<Response> {
    match call.name(&file)? {
        "discovery" => Ok(discovery(&app, &call)),
        "openapi" if call.format == Format::Json => {
            let mut description = DESCRIPTION.clone();
            description["servers"] = json!([{ "url": app.settings.public_url }]);
            Ok(Answer::json(&description, "application/openapi+json")?.to(&call.headers))
        }
        _ => Err(Refused::one(404, call.words.t("open311-wrong-address"))),
    }
}

/// `/open311/v2/{file}`: what has no name of its own below it.
pub async fn top(State(app): State<App>, call: Call, Path(file): Path<String>) -> Answered<Response> {
    if file == "lapor.csv" {
        return super::lapor::csv(&app, &call).await;
    }
    match call.name(&file)? {
        "discovery" => Ok(discovery(&app, &call)),
        "services" => services(&app, &call).await,
        "requests" => super::requests::list(&app, &call).await,
        "servicerequestupdates" => super::updates::list(&app, &call).await,
        _ => Err(Refused::one(404, call.words.t("open311-wrong-address"))),
    }
}

async fn services(app: &App, call: &Call) -> Answered<Response> {
    let mut conn = app.portal.db.read().await?;
    let government = call.government(&mut conn).await?;
    let found = offered(&mut conn, &app.portal.gate, &government.slug, &government.today(app.portal.now())).await?;
    drop(conn);
    Ok(public(call, "services", Node::List("service", found.into_iter().map(|s| service(call.words, s)).collect())))
}

/// How a code is called.
pub fn name_of(words: &Words, code: &Code, service: Option<&str>) -> String {
    match (service, code) {
        (Some(name), _) => name.to_owned(),
        (None, Code::Class(kind)) => words.t(&format!("kind-{kind}")),
        (None, Code::Service(slug)) => slug.clone(),
    }
}

fn service(words: &Words, offered: Offered) -> Node {
    let name = name_of(words, &offered.code, offered.name.as_deref());
    let group = offered.life_event.map_or_else(|| words.t("open311-group-general"), |event| words.t(&format!("event-{event}")));
    let description = match &offered.code {
        Code::Class(kind) => words.t(&format!("kind-{kind}-hint")),
        Code::Service(_) => offered.summary,
    };
    let keywords = [Some(group.clone()), offered.unit_name].into_iter().flatten().map(|word| word.replace(',', " ")).collect::<Vec<_>>().join(",");
    Node::Group(vec![
        ("service_code", Node::Text(offered.code.to_string())),
        ("service_name", Node::Text(name)),
        ("description", Node::some(description)),
        ("metadata", Node::Flag(true)),
        // Nothing is public before somebody has looked at it, so the number comes later, for a token.
        ("type", Node::Text(if offered.code.is_blackbox() { "blackbox" } else { "batch" }.to_owned())),
        ("keywords", Node::some(keywords)),
        ("group", Node::Text(group)),
    ])
}

/// `/open311/v2/services/{file}`.
pub async fn one(State(app): State<App>, call: Call, Path(file): Path<String>) -> Answered<Response> {
    let code = call.name(&file)?;
    let mut conn = app.portal.db.read().await?;
    let government = call.government(&mut conn).await?;
    let unknown = || Refused::one(404, call.words.t("open311-wrong-code"));
    let code = Code::parse(code).ok_or_else(unknown)?;
    let found = match definition(&mut conn, &app.portal.gate, &government, &government.today(app.portal.now()), code).await {
        Err(domain::Error::NotFound) => return Err(unknown()),
        other => other?,
    };
    drop(conn);
    Ok(public(&call, "service_definition", defined(call.words, &found)))
}

fn defined(words: &Words, found: &Definition) -> Node {
    let attributes = found.attributes.iter().zip(1..).map(|(asked, order)| attribute(words, found, asked, order)).collect();
    Node::Group(vec![("service_code", Node::Text(found.code.to_string())), ("attributes", Node::List("attribute", attributes))])
}

fn attribute(words: &Words, found: &Definition, asked: &Asked, order: i64) -> Node {
    let attribute = asked.attribute;
    let value = |key: String, name: String| Node::Group(vec![("key", Node::Text(key)), ("name", Node::Text(name))]);
    let named = asked.values.iter().map(|v| {
        let words_of = if attribute == Attribute::Kind { "kind" } else { "protection" };
        value((*v).to_owned(), words.t(&format!("{words_of}-{v}")))
    });
    let areas = asked.areas.iter().map(|a| value(a.code.clone(), format!("{}, {}", a.name, a.parent_name)));
    let about = match attribute {
        Attribute::Note if found.code.is_blackbox() => words.t("open311-attribute-penjelasan-blackbox"),
        Attribute::Area if asked.required => words.t("open311-attribute-wilayah-required"),
        other => words.t(&format!("open311-attribute-{other}")),
    };
    let hint = match attribute {
        Attribute::Kind => Some(words.t("open311-usual-jenis")),
        Attribute::Protection => Some(words.t("open311-usual-perlindungan")),
        Attribute::Date => Some(words.t("open311-usual-tanggal")),
        Attribute::Note | Attribute::Area => None,
    };
    let mut members = vec![
        ("variable", Node::Flag(attribute.is_variable())),
        ("code", Node::Text(attribute.to_string())),
        ("datatype", Node::Text(attribute.datatype().to_owned())),
        ("required", Node::Flag(asked.required)),
        ("datatype_description", Node::some(hint)),
        ("order", Node::Number(order)),
        ("description", Node::Text(about)),
    ];
    let values: Vec<_> = named.chain(areas).collect();
    if !values.is_empty() {
        members.push(("values", Node::List("value", values)));
    }
    Node::Group(members)
}
