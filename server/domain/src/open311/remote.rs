//! What other governments answer, in XML, which the standard requires of all. Read event by event: a document with a
//! DOCTYPE is refused before anything in it is looked at, and no entity is known but the five of XML itself, so that none
//! can grow.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use vocabulary::open311::RequestState;

/// Why an answer cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// No XML, or cut off.
    NotXml,
    /// A document that defines entities.
    Doctype,
    /// An entity that XML does not have.
    Entity,
    /// Nested or filled beyond what an answer can be.
    TooMuch,
    /// XML, and not what was asked for.
    NotAnAnswer,
}

/// What a report became there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Created {
    /// Its number.
    Id(String),
    /// To be exchanged for the number later.
    Token(String),
    /// They tell neither.
    Nothing,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    pub state: RequestState,
    /// Their own words, as text.
    pub notes: String,
}

const DEPTH_MOST: usize = 8;
const FIELDS_MOST: usize = 200;
/// What one field of theirs may say, in characters.
const TEXT_MOST: usize = 2000;

/// The fields of the first `request` of an answer.
fn first_request(bytes: &[u8]) -> Result<Vec<(String, String)>, Unread> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unread::NotXml)?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{FEFF}'));
    let mut path: Vec<String> = Vec::new();
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut found = false;
    let add = |path: &[String], fields: &mut Vec<(String, String)>, text: &str| {
        if let ([_, request, _], Some((_, value))) = (path, fields.last_mut())
            && request == "request"
        {
            let room = TEXT_MOST.saturating_sub(value.chars().count());
            value.extend(text.chars().take(room));
        }
    };
    loop {
        match reader.read_event().map_err(|_| Unread::NotXml)? {
            Event::DocType(_) => return Err(Unread::Doctype),
            Event::Start(start) => {
                path.push(name_of(start.local_name().as_ref()));
                opened(&path, &mut fields, &mut found);
                if path.len() > DEPTH_MOST || fields.len() > FIELDS_MOST {
                    return Err(Unread::TooMuch);
                }
            }
            Event::Empty(empty) => {
                path.push(name_of(empty.local_name().as_ref()));
                opened(&path, &mut fields, &mut found);
                path.pop();
                if fields.len() > FIELDS_MOST {
                    return Err(Unread::TooMuch);
                }
            }
            Event::End(_) => {
                path.pop();
                // One request is all that was asked for.
                if found && path.len() < 2 {
                    return Ok(fields);
                }
            }
            Event::Text(text) => add(&path, &mut fields, &text.xml10_content()),
            Event::CData(text) => add(&path, &mut fields, &text.xml10_content()),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(c)) => add(&path, &mut fields, &c.to_string()),
                Ok(None) => match resolve_predefined_entity(&reference.xml10_content()) {
                    Some(text) => add(&path, &mut fields, text),
                    None => return Err(Unread::Entity),
                },
                Err(_) => return Err(Unread::Entity),
            },
            Event::Eof => return Err(if path.is_empty() { Unread::NotAnAnswer } else { Unread::NotXml }),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
    }
}

fn name_of(name: &str) -> String {
    name.chars().take(60).collect()
}

/// `service_requests/request/{field}`.
fn opened(path: &[String], fields: &mut Vec<(String, String)>, found: &mut bool) {
    match path {
        [_, request] if request == "request" => *found = true,
        [_, request, field] if request == "request" => fields.push((field.clone(), String::new())),
        _ => {}
    }
}

fn field<'a>(fields: &'a [(String, String)], name: &str) -> Option<&'a str> {
    fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.trim()).filter(|v| !v.is_empty())
}

/// An id or token that may stand in an address and a row.
fn id(text: &str) -> Option<String> {
    let good = text.len() <= 100 && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.')) && text != "." && text != "..";
    good.then(|| text.to_owned())
}

/// The answer to a report that was sent, and to a token.
///
/// # Errors
/// Why it cannot be used.
pub fn read_created(bytes: &[u8]) -> Result<Created, Unread> {
    let fields = first_request(bytes)?;
    match (field(&fields, "service_request_id"), field(&fields, "token")) {
        (Some(number), _) => id(number).map(Created::Id).ok_or(Unread::NotAnAnswer),
        (None, Some(token)) => id(token).map(Created::Token).ok_or(Unread::NotAnAnswer),
        (None, None) => Ok(Created::Nothing),
    }
}

/// The answer about one request.
///
/// # Errors
/// Why it cannot be used.
pub fn read_state(bytes: &[u8]) -> Result<State, Unread> {
    let fields = first_request(bytes)?;
    let state = field(&fields, "status").and_then(|s| RequestState::parse(&s.to_ascii_lowercase())).ok_or(Unread::NotAnAnswer)?;
    let notes = field(&fields, "status_notes").unwrap_or_default();
    let notes: String = notes.chars().filter(|c| !c.is_control() || *c == '\n').collect();
    Ok(State { state, notes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_others_are_read_as_they_are_written() {
        let created = |text: &str| read_created(text.as_bytes());
        let head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
        assert_eq!(
            created(&format!("{head}<service_requests><request><service_request_id>BNJ-1</service_request_id><service_notice/></request></service_requests>")),
            Ok(Created::Id("BNJ-1".into()))
        );
        assert_eq!(
            created("<service_requests type=\"array\">\n <request>\n  <token>abc</token><service_request_id/>\n </request>\n</service_requests>"),
            Ok(Created::Token("abc".into()))
        );
        assert_eq!(created("<service_requests><request><service_notice>Terima kasih</service_notice></request></service_requests>"), Ok(Created::Nothing));
        let state = read_state(
            "<service_requests><request><status>CLOSED</status><status_notes>Selesai &amp; dicatat &#33;<![CDATA[ <b>]]></status_notes></request></service_requests>".as_bytes(),
        );
        assert_eq!(state, Ok(State { state: RequestState::Closed, notes: "Selesai & dicatat ! <b>".into() }));
    }

    #[test]
    fn what_is_no_answer_is_refused_and_grows_into_nothing() {
        let bomb =
            "<!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><service_requests><request><status>&b;</status></request></service_requests>";
        let outside = "<!DOCTYPE r SYSTEM \"http://127.0.0.1/x.dtd\"><service_requests/>";
        let deep = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
        let wide = format!("<s><request>{}</request></s>", "<x/>".repeat(10_000));
        for (text, why, expected) in [
            (bomb, "a bomb of entities", Unread::Doctype),
            (outside, "a definition elsewhere", Unread::Doctype),
            (&deep, "a hundred thousand levels", Unread::TooMuch),
            (&wide, "ten thousand fields", Unread::TooMuch),
            ("<s><request><status>&x;</status></request></s>", "an entity of their own", Unread::Entity),
            ("<s><request><status>open", "cut off", Unread::NotXml),
            ("<s><request></s></request>", "crossed", Unread::NotXml),
            ("{\"status\":\"open\"}", "JSON", Unread::NotAnAnswer),
            ("<html><body>Maaf</body></html>", "a page", Unread::NotAnAnswer),
            ("", "nothing", Unread::NotAnAnswer),
            ("<s><request><status>hampir</status></request></s>", "another state", Unread::NotAnAnswer),
        ] {
            assert_eq!(read_state(text.as_bytes()), Err(expected), "{why}");
        }
        assert_eq!(read_state(b"<s>\xff</s>"), Err(Unread::NotXml));
        assert_eq!(
            read_created("<s><request><service_request_id>../../x</service_request_id></request></s>".as_bytes()),
            Err(Unread::NotAnAnswer),
            "nothing that leads elsewhere in an address"
        );
    }
}
