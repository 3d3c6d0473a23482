//! Reading a returned mail (RFC 3464): whether it says that an address will never take mail, and which letter it was. Written
//! by hand, for of a whole mail only a few lines are asked for, and whatever is not exactly as it should be says nothing.

use std::fmt;

use domain::following::TAG;

/// A returned letter is a few kilobytes, with all that was sent; what is longer than this is none (bytes).
pub const LONGEST: usize = 1 << 20;
const HEADERS_MOST: usize = 500;

/// Why a message says nothing about an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    TooLong,
    /// An answer of a person or a program (out of office), or anything else.
    NotAReport,
    Unreadable,
    /// It is still being tried, or was delivered.
    NotOver,
    /// Refused for a reason that is ours, the message's, or of the way: not the address's.
    AnotherReason(String),
    NoTag,
}

impl fmt::Display for Says {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => f.write_str("the message is too long for a returned letter"),
            Self::NotAReport => f.write_str("the message is no report of a mail server (RFC 3464)"),
            Self::Unreadable => f.write_str("the report cannot be read"),
            Self::NotOver => f.write_str("the report does not say that the letter failed for good"),
            Self::AnotherReason(status) => write!(f, "the reason ({status}) is not that the address takes no mail"),
            Self::NoTag => f.write_str("no address of the message has the tag of a letter"),
        }
    }
}

/// The tag of the letter, where a message says that its address will never take mail. `to` is where it returned, if the mail
/// server said so.
///
/// # Errors
/// Why it says nothing.
pub fn read(message: &[u8], to: Option<&str>) -> Result<String, Says> {
    if message.len() > LONGEST {
        return Err(Says::TooLong);
    }
    let text = String::from_utf8_lossy(message);
    let (headers, body) = part(&text).ok_or(Says::NotAReport)?;
    let kind = value(&headers, "content-type").ok_or(Says::NotAReport)?;
    if media(kind) != "multipart/report" || !parameter(kind, "report-type").is_some_and(|t| t.eq_ignore_ascii_case("delivery-status")) {
        return Err(Says::NotAReport);
    }
    let boundary = parameter(kind, "boundary").filter(|b| !b.is_empty() && b.len() <= 70).ok_or(Says::Unreadable)?;
    let status = status_part(body, &boundary).ok_or(Says::Unreadable)?;
    judge(&status)?;
    let stands =
        || ["delivered-to", "x-original-to", "envelope-to", "to"].into_iter().flat_map(|name| headers.iter().filter(move |(n, _)| n == name)).map(|(_, value)| value.as_str());
    to.into_iter().chain(stands()).find_map(tag_in).ok_or(Says::NoTag)
}

/// Headers, unfolded and with small names, and what follows the first empty line.
fn part(text: &str) -> Option<(Vec<(String, String)>, &str)> {
    let mut headers: Vec<(String, String)> = Vec::new();
    let mut rest = text;
    loop {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        let line = line.strip_suffix('\r').unwrap_or(line);
        if line.is_empty() {
            return Some((headers, after));
        }
        match (line.starts_with([' ', '\t']), headers.last_mut(), line.split_once(':')) {
            (true, Some((_, value)), _) => {
                value.push(' ');
                value.push_str(line.trim());
            }
            (false, _, Some((name, value))) => headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned())),
            // What a mailbox file begins with.
            (false, None, None) if line.starts_with("From ") => {}
            _ => return None,
        }
        if headers.len() > HEADERS_MOST {
            return None;
        }
        rest = after;
    }
}

/// The only header of this name; of two nobody knows which counts.
fn value<'a>(headers: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let mut found = headers.iter().filter(|(n, _)| n == name).map(|(_, value)| value.as_str());
    found.next().filter(|_| found.next().is_none())
}

fn media(kind: &str) -> String {
    kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// A parameter of a content type, without its quotes.
fn parameter(kind: &str, name: &str) -> Option<String> {
    let mut rest = kind.split_once(';')?.1;
    loop {
        let (key, after) = rest.split_once('=')?;
        let after = after.trim_start();
        let (value, next) = match after.strip_prefix('"') {
            Some(quoted) => {
                let (value, next) = quoted.split_once('"')?;
                (value, next.split_once(';').map_or("", |(_, next)| next))
            }
            None => after.split_once(';').unwrap_or((after, "")),
        };
        if key.trim().eq_ignore_ascii_case(name) {
            return Some(value.trim().to_owned());
        }
        rest = next;
    }
}

/// The part that programs read: a group of fields about the message, then one for each address.
fn status_part(body: &str, boundary: &str) -> Option<String> {
    let (open, close) = (format!("--{boundary}"), format!("--{boundary}--"));
    let mut parts: Vec<String> = Vec::new();
    for line in body.lines() {
        let bare = line.trim_end();
        if bare == close {
            break;
        }
        match (bare == open, parts.last_mut()) {
            (true, _) => parts.push(String::new()),
            (false, Some(part)) => {
                part.push_str(line);
                part.push('\n');
            }
            (false, None) => {}
        }
    }
    parts.iter().find_map(|text| {
        let (headers, body) = part(text)?;
        let kind = media(value(&headers, "content-type")?);
        let plain = value(&headers, "content-transfer-encoding").is_none_or(|e| ["7bit", "8bit", "binary"].iter().any(|plain| e.eq_ignore_ascii_case(plain)));
        (matches!(kind.as_str(), "message/delivery-status" | "message/global-delivery-status") && plain).then(|| body.to_owned())
    })
}

/// Whether every address of the report failed for good, and because of the address.
fn judge(status: &str) -> Result<(), Says> {
    let mut groups = Vec::new();
    let mut rest = status.trim_start();
    while !rest.is_empty() {
        let (fields, after) = part(rest).ok_or(Says::Unreadable)?;
        groups.push(fields);
        rest = after.trim_start();
    }
    let addresses: Vec<_> = groups.iter().filter(|fields| value(fields, "final-recipient").is_some()).collect();
    if addresses.is_empty() {
        return Err(Says::Unreadable);
    }
    for fields in addresses {
        let (action, status) = (value(fields, "action").ok_or(Says::Unreadable)?, value(fields, "status").ok_or(Says::Unreadable)?);
        // After either a comment may stand.
        let word = |text: &str| text.split([' ', '\t', ';', '(']).next().unwrap_or_default().to_owned();
        let status = word(status);
        if !word(action).eq_ignore_ascii_case("failed") || !status.starts_with("5.") {
            return Err(Says::NotOver);
        }
        if !means_the_address(&status, value(fields, "diagnostic-code").unwrap_or_default()) {
            return Err(Says::AnotherReason(status.chars().take(12).filter(|c| c.is_ascii_digit() || *c == '.').collect()));
        }
    }
    Ok(())
}

/// RFC 3463: its address (5.1), its mailbox (5.2, but for a letter that is too long), no such host (5.4.4). Who says nothing
/// nearer (5.0.0) is asked for the answer of the server, as while sending. Anything else, our good name and the letter's
/// form among it, would retire everybody at once.
pub(crate) fn means_the_address(status: &str, diagnostic: &str) -> bool {
    let mut numbers = status.split('.').skip(1).map(|n| n.parse::<u16>().ok());
    match (numbers.next().flatten(), numbers.next().flatten()) {
        // The sender's address (7, 8) is ours.
        (Some(1), Some(detail)) => !matches!(detail, 7 | 8),
        (Some(2), Some(detail)) => detail != 3,
        (Some(4), Some(4)) => true,
        (Some(0), Some(0)) => {
            let mut said = diagnostic.split_once(';').map_or("", |(_, said)| said).split(|c: char| c.is_whitespace() || c == '-').filter(|word| !word.is_empty());
            let code = said.next().is_some_and(|code| matches!(code, "550" | "551" | "553" | "556"));
            let nearer = said.next().filter(|word| word.starts_with("5.") && word.bytes().all(|b| b.is_ascii_digit() || b == b'.'));
            code && nearer.is_none_or(|nearer| nearer != "5.0.0" && means_the_address(nearer, ""))
        }
        _ => false,
    }
}

/// The tag behind the `+` of an address.
fn tag_in(text: &str) -> Option<String> {
    text.split('+').skip(1).find_map(|after| {
        let tag = after.split('@').next().filter(|_| after.contains('@'))?;
        (tag.len() == TAG && tag.bytes().all(|b| b.is_ascii_hexdigit())).then(|| tag.to_owned())
    })
}

#[cfg(test)]
mod tests;
