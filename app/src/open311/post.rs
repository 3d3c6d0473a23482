//! `POST requests`: a report by key. Everything is looked at before anything is kept, and what is wrong is named all at
//! once, by the names of the standard. It takes the way of every other report (`feedback::send`) and is hidden until it is
//! verified.

use axum::extract::{Path, State};
use axum::response::Response;
use domain::Error;
use domain::clock::{day_text, local_day};
use domain::directory::Government;
use domain::open311::{ApiKey, Definition, definition, submit};
use domain::secrets::{hex, sha256};
use vocabulary::feedback::{Answers, Kind, Protection};
use vocabulary::open311::{ADDRESS_MOST, Attribute, Code, Coordinates, DESCRIPTION_MOST};
use vocabulary::{Fault, text};

use super::answer::{Answered, Refused, private};
use super::asked::moment;
use super::call::Call;
use super::document::Node;
use super::updates;
use crate::feedback::send::keep_photos;
use crate::form::Form;
use crate::limits::{Address, What};
use crate::shell::App;
use crate::words::Words;

/// An address of a picture elsewhere, in bytes.
const MEDIA_MOST: usize = 800;

/// `POST /open311/v2/{file}`.
pub async fn post(State(app): State<App>, Address(address): Address, mut call: Call, Path(file): Path<String>, form: Form) -> Answered<Response> {
    app.limits.check(What::Program, &address)?;
    // Programs put what they send into the body or the address; a name that is in both is refused as there twice.
    call.pairs.extend(form.pairs().iter().cloned());
    match call.name(&file)? {
        "requests" => request(&app, &call, &form).await,
        "servicerequestupdates" => updates::write(&app, &call).await,
        _ => Err(Refused::one(405, call.words.t("problem-method"))),
    }
}

async fn request(app: &App, call: &Call, form: &Form) -> Answered<Response> {
    let words = call.words;
    let mut conn = app.portal.db.read().await?;
    let government = call.government(&mut conn).await?;
    let key = call.key(&mut conn, &government).await?.ok_or_else(|| Refused::one(403, words.t("open311-wrong-key")))?;
    let today = government.today(app.portal.now());
    let typed = call.get("service_code")?.ok_or_else(|| Refused::one(400, words.with("open311-wrong-missing", &[("name", "service_code")])))?;
    let unknown = || Refused::one(404, words.t("open311-wrong-code"));
    let code = Code::parse(typed).ok_or_else(unknown)?;
    let defined = match definition(&mut conn, &app.portal.gate, &government, &today, code).await {
        Err(Error::NotFound) => return Err(unknown()),
        other => other?,
    };
    drop(conn);
    let mut wrong = Vec::new();
    let attributes = attributes(call, &defined, &mut wrong);
    let mut answers = answers(call, &government, &key, &defined, &attributes, &today, &mut wrong)?;
    // From the key comes the receipt: nobody else may reckon it.
    answers.key = app.portal.secrets.proof("request of a program", &answers.key);
    let mut parsed = answers.parse(&today);
    if let Err(problems) = &parsed
        && let Refused::Said { errors, .. } = Refused::problems(words, problems)
    {
        wrong.extend(errors);
    }
    if !wrong.is_empty() {
        return Err(Refused::Said { status: 400, errors: wrong });
    }
    // Only now, for a picture that belongs to nothing is work for nothing.
    if let (Ok(send), false) = (&mut parsed, form.files.is_empty()) {
        let bad = keep_photos(app, &mut send.photos, form).await?;
        if !bad.is_empty() {
            return Err(Refused::problems(words, &bad));
        }
        // Other pictures are another request.
        let kept: Vec<&[u8]> = std::iter::once(send.key.as_bytes()).chain(send.photos.iter().map(|p| p.as_bytes())).collect();
        send.key = hex(&sha256(&kept)[..16]);
    }
    let Ok(send) = parsed else { return Err(Refused::one(400, words.t("open311-wrong-body"))) };
    let protected = send.protection != Protection::Public;
    let submitted = match submit(&app.portal, &government, &key, words.language, send).await {
        Ok(submitted) => submitted,
        Err(Error::Invalid(problems)) if problems.of("kunci").is_some() => {
            let most = match problems.of("kunci") {
                Some(Fault::TooManyAtOnce { most }) => most,
                _ => 0,
            };
            return Err(Refused::Said { status: 429, errors: vec![words.n("open311-wrong-rate", most as i64)] });
        }
        Err(Error::Invalid(problems)) => return Err(Refused::problems(words, &problems)),
        Err(Error::NotFound) => return Err(Refused::one(403, words.t("open311-wrong-key"))),
        Err(e) => return Err(e.into()),
    };
    let args = [("receipt", submitted.sent.receipt.grouped()), ("url", format!("{}/lacak", app.settings.public_url))];
    let args: Vec<(&str, &str)> = args.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let notice = words.with(if protected { "open311-notice" } else { "open311-notice-named" }, &args);
    let mut members = Vec::new();
    if let Some(token) = submitted.token {
        members.push(("token", Node::Text(token)));
    }
    members.extend([("service_notice", Node::Text(notice)), ("account_id", Node::Nothing)]);
    Ok(private(call, "service_requests", Node::List("request", vec![Node::Group(members)])))
}

/// What was said beside the description, by attribute; unknown ones and values that there are not are wrong.
fn attributes(call: &Call, defined: &Definition, wrong: &mut Vec<String>) -> Vec<(Attribute, String)> {
    let words = call.words;
    let mut found: Vec<(Attribute, String)> = Vec::new();
    for (name, value) in call.pairs.iter().filter(|(name, value)| name.starts_with("attribute") && !value.trim().is_empty()) {
        let short: String = name.chars().take(60).collect();
        let said = |key: &str| words.with(key, &[("name", &short)]);
        let code = name.strip_prefix("attribute[").and_then(|rest| rest.strip_suffix("[]").unwrap_or(rest).strip_suffix(']'));
        let asked = code.and_then(Attribute::parse).and_then(|attribute| defined.of(attribute)).filter(|asked| asked.attribute.is_variable());
        let Some(asked) = asked else {
            wrong.push(said("open311-wrong-attribute"));
            continue;
        };
        let value = value.trim();
        if found.iter().any(|(attribute, _)| *attribute == asked.attribute) {
            wrong.push(said("open311-wrong-twice"));
        } else if asked.attribute.datatype() == "singlevaluelist" && !asked.has(value) {
            wrong.push(said("open311-wrong-value"));
        } else {
            found.push((asked.attribute, value.to_owned()));
        }
    }
    found
}

fn answers(
    call: &Call,
    government: &Government,
    key: &ApiKey,
    defined: &Definition,
    attributes: &[(Attribute, String)],
    today: &str,
    wrong: &mut Vec<String>,
) -> Answered<Answers> {
    let words = call.words;
    let get = |name: &str| call.get(name).map(Option::unwrap_or_default);
    let said = |attribute: Attribute| attributes.iter().find(|(a, _)| *a == attribute).map(|(_, value)| value.as_str());
    let (about, kind) = match &defined.code {
        Code::Service(slug) => (format!("layanan:{slug}"), said(Attribute::Kind).unwrap_or(Kind::Complaint.as_str())),
        Code::Class(kind) => ("tidak-tahu".to_owned(), kind.as_str()),
    };
    // Nobody is named who did not ask to be.
    let protection = match defined.code.is_blackbox() {
        true => Protection::Confidential.as_str(),
        false => said(Attribute::Protection).unwrap_or(Protection::Anonymous.as_str()),
    };
    let area = said(Attribute::Area).unwrap_or(get("address_id")?);
    if let Some(asked) = defined.of(Attribute::Area) {
        if asked.required && area.is_empty() {
            wrong.push(words.with("open311-wrong-missing", &[("name", "attribute[wilayah]")]));
        } else if !area.is_empty() && !asked.has(area) {
            wrong.push(words.with("open311-wrong-value", &[("name", "address_id")]));
        }
    }
    let coordinates = Coordinates::parse(get("lat")?, get("long")?).unwrap_or_else(|problems| {
        wrong.extend(problems.0.iter().map(|p| words.with(if p.fault == Fault::Missing { "open311-wrong-missing" } else { "open311-wrong-coordinate" }, &[("name", p.field)])));
        None
    });
    let address = get("address_string")?;
    if area.is_empty() && coordinates.is_none() && address.is_empty() && get("lat")?.is_empty() && get("long")?.is_empty() {
        wrong.push(words.t("open311-wrong-no-place"));
    }
    if let Err(fault) = text::line(address, 0, ADDRESS_MOST) {
        wrong.push(format!("address_string: {}", crate::components::sentence(words, "", fault)));
    }
    let place = match (address.is_empty(), coordinates) {
        (false, Some(c)) => format!("{address} ({c})"),
        (true, Some(c)) => c.to_string(),
        (_, None) => address.to_owned(),
    };
    let date = match said(Attribute::Date) {
        None => String::new(),
        Some(typed) => match moment(typed).map(|at| day_text(local_day(at, government.utc_offset_hours))) {
            Some(day) => day,
            None => {
                wrong.push(words.with("open311-wrong-date", &[("name", "attribute[tanggal]")]));
                String::new()
            }
        },
    };
    let description = get("description")?;
    if description.chars().count() > DESCRIPTION_MOST {
        wrong.push(format!("description: {}", words.n("fault-too-long", DESCRIPTION_MOST as i64)));
    }
    let story = with_media(words, description, get("media_url")?, wrong);
    let name = [get("first_name")?, get("last_name")?].into_iter().filter(|n| !n.is_empty()).collect::<Vec<_>>().join(" ");
    Ok(Answers {
        key: repeat_key(call, key, today),
        protection: protection.to_owned(),
        name,
        about,
        kind: kind.to_owned(),
        story,
        date,
        area: area.to_owned(),
        place: if wrong.is_empty() { place } else { String::new() },
        photos: Vec::new(),
        email: get("email")?.to_owned(),
    })
}

/// The address of a picture elsewhere stands below the words for those who handle the report: nothing is fetched because
/// somebody named it, and no public text has it before a verifier has written one.
fn with_media(words: &Words, description: &str, media: &str, wrong: &mut Vec<String>) -> String {
    if media.is_empty() {
        return description.to_owned();
    }
    let good = media.len() <= MEDIA_MOST && (media.starts_with("https://") || media.starts_with("http://")) && media.bytes().all(|b| b.is_ascii_graphic());
    if !good {
        wrong.push(words.with("open311-wrong-address-of", &[("name", "media_url")]));
    }
    format!("{description}\n\n{}", Words::of("id").with("open311-media", &[("url", media)]))
}

/// The same words from the same key on the same day are the same request, however often a program sends them.
fn repeat_key(call: &Call, key: &ApiKey, today: &str) -> String {
    let mut pairs: Vec<&(String, String)> = call.pairs.iter().filter(|(name, value)| name != "api_key" && !value.trim().is_empty()).collect();
    pairs.sort();
    let id = key.id.to_string();
    let mut parts: Vec<&[u8]> = vec![b"open311", id.as_bytes(), today.as_bytes()];
    for (name, value) in pairs {
        parts.extend([name.as_bytes(), value.as_bytes()]);
    }
    hex(&sha256(&parts)[..16])
}
