//! `/{gov}/data/{file}`: the files themselves, and the schema of each dataset.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use domain::Error;
use domain::directory::government;
use domain::open_data::{Dataset, FileName, Format, Scope, licence_of};

use super::answer::Answer;
use super::asked::slug;
use super::schema;
use crate::error::PageError;
use crate::shell::App;

pub async fn file(State(app): State<App>, Path((gov, name)): Path<(String, String)>, headers: HeaderMap) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, slug(&gov)?).await?;
    drop(conn);
    let base = &app.settings.public_url;
    if let Some(dataset) = name.strip_suffix(".schema.json").and_then(Dataset::parse) {
        return Ok(Answer::json(&schema::schema(&app, &government, dataset), "application/schema+json")?.to(&headers));
    }
    let name = FileName::parse(&name).ok_or(Error::NotFound)?;
    let day = government.today(app.portal.now());
    let file = app.shelf.file(Scope { portal: &app.portal, government: &government, base, day: &day }, name).await?;
    let answer = Answer { bytes: file.bytes.clone(), content_type: name.content_type(), tag: file.checksum.clone(), changed_at: Some(file.changed_at) };
    let mut response = answer.to(&headers);
    let mut links = Vec::new();
    if let FileName::Table(dataset, _) = name {
        links.push(format!("<{base}/{gov}/data/{}.schema.json>; rel=\"describedby\"", dataset.as_str()));
    }
    links.extend(licence_of(&gov).map(|l| format!("<{}>; rel=\"license\"", l.url)));
    let mut set = |name: header::HeaderName, value: String| {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(name, value);
        }
    };
    set(header::LINK, links.join(", "));
    // A table is for a spreadsheet: its name says whose it is.
    if matches!(name, FileName::Table(_, Format::Csv)) {
        set(header::CONTENT_DISPOSITION, format!("attachment; filename=\"{gov}-{name}\""));
    }
    Ok(response)
}
