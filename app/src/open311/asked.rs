//! Which requests a program asks for: ids, codes, states and a range of moments with their zone. What cannot be read is
//! refused by name, for a filter that is left out silently answers another question.

use domain::Error;
use domain::clock::{DAY, Millis, parse_moment};
use domain::db::Conn;
use domain::directory::gate::Gate;
use domain::directory::{Government, services};
use domain::open311::Wanted;
use domain::rules;
use vocabulary::open311::{Code, RequestState};

use super::answer::{Answered, Refused};
use super::call::Call;

/// How many ids or codes one request may name.
pub const NAMED_MOST: usize = 100;
/// Ids are short references; what is longer is none.
const ID_MOST: usize = 40;
/// Pages end with the range of days; this only keeps a number from becoming a burden.
const PAGE_MOST: i64 = 10_000;

/// Reads `2026-11-21T16:49:00+07:00`, also without seconds, and with the blank that a plus becomes in an address.
pub fn moment(typed: &str) -> Option<Millis> {
    let mut text = typed.trim().replace(' ', "+");
    // `…T16:49Z` and `…T16:49+07:00`.
    if text.is_char_boundary(16) && text.len() > 16 && text.as_bytes()[16] != b':' {
        text.insert_str(16, ":00");
    }
    (text.len() <= 35).then(|| parse_moment(&text)).flatten()
}

fn when(call: &Call, name: &str) -> Answered<Option<Millis>> {
    call.get(name)?.map(|typed| moment(typed).ok_or_else(|| Refused::one(400, call.words.with("open311-wrong-date", &[("name", name)])))).transpose()
}

/// Words of a list parted by commas.
fn list<'a>(call: &'a Call, name: &str) -> Answered<Vec<&'a str>> {
    let found: Vec<&str> = call.get(name)?.map(|list| list.split(',').map(str::trim).filter(|w| !w.is_empty()).collect()).unwrap_or_default();
    if found.len() > NAMED_MOST {
        let most = NAMED_MOST.to_string();
        return Err(Refused::one(400, call.words.with("open311-wrong-too-many", &[("name", name), ("most", &most)])));
    }
    Ok(found)
}

fn number(call: &Call, name: &str, usual: i64, most: i64) -> Answered<i64> {
    let Some(text) = call.get(name)? else { return Ok(usual) };
    let number = Some(text).filter(|t| t.len() <= 6 && t.bytes().all(|b| b.is_ascii_digit())).and_then(|t| t.parse().ok()).filter(|n| (1..=most).contains(n));
    number.ok_or_else(|| Refused::one(400, call.words.with("open311-wrong-number", &[("name", name), ("most", &most.to_string())])))
}

/// From when until when, which page of how many.
#[derive(Debug, Clone, Copy)]
pub struct Range {
    pub from: Millis,
    pub until: Millis,
    pub skip: i64,
    pub most: i64,
}

/// A range of at most the rule's days; without one the last of them, with one end the days before or after it.
///
/// # Errors
/// A moment that cannot be read, an end before the start, too many days, or no page.
pub async fn range(call: &Call, conn: &mut Conn, government: &Government, now: Millis) -> Answered<Range> {
    let today = government.today(now);
    let days = rules::in_force(conn, "open311.range_days", &today).await?.value;
    let list_most = rules::in_force(conn, "open311.list_most", &today).await?.value;
    let whole = days * DAY;
    let (from, until) = match (when(call, "start_date")?, when(call, "end_date")?) {
        (None, None) => (now - whole, now),
        (Some(from), None) => (from, now.min(from.saturating_add(whole))),
        (None, Some(until)) => (until.saturating_sub(whole), until),
        (Some(from), Some(until)) if until < from => return Err(Refused::one(400, call.words.t("open311-wrong-order"))),
        (Some(from), Some(until)) if until - from > whole => return Err(Refused::one(400, call.words.n("open311-wrong-range", days))),
        (Some(from), Some(until)) => (from, until),
    };
    let most = number(call, "page_size", list_most, list_most)?;
    let page = number(call, "page", 1, PAGE_MOST)?;
    Ok(Range { from, until, skip: (page - 1) * most, most })
}

/// # Errors
/// As [`range`], and for codes and states that there are not. A code of a service that is not given is found nowhere: 404.
pub async fn wanted(call: &Call, conn: &mut Conn, gate: &Gate, government: &Government, now: Millis) -> Answered<Wanted> {
    let ids: Vec<String> = list(call, "service_request_id")?.into_iter().filter(|id| id.len() <= ID_MOST && !id.contains('\0')).map(str::to_owned).collect();
    if call.get("service_request_id")?.is_some() {
        // They override everything else, as the standard has it. Ids that cannot be any find nothing.
        let none = ids.is_empty();
        return Ok(Wanted { ids: if none { vec!["-".into()] } else { ids }, most: NAMED_MOST as i64, ..Wanted::default() });
    }
    let mut codes = Vec::new();
    for typed in list(call, "service_code")? {
        let unknown = || Refused::one(404, call.words.t("open311-wrong-code"));
        let code = Code::parse(typed).ok_or_else(unknown)?;
        // One that was given once still finds what was asked for it.
        if let Code::Service(slug) = &code {
            match services::show(conn, gate, &government.slug, slug).await {
                Err(Error::NotFound) => return Err(unknown()),
                found => found.map(|_| ())?,
            }
        }
        codes.push(code);
    }
    let mut states = Vec::new();
    for typed in list(call, "status")? {
        states.push(RequestState::parse(&typed.to_ascii_lowercase()).ok_or_else(|| Refused::one(400, call.words.t("open311-wrong-status")))?);
    }
    let range = range(call, conn, government, now).await?;
    Ok(Wanted { ids, codes, states, from: range.from, until: range.until, skip: range.skip, most: range.most })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_have_a_zone() {
        let noon = parse_moment("2026-11-21T12:00:00+07:00");
        for good in ["2026-11-21T12:00:00+07:00", "2026-11-21T12:00:00 07:00", "2026-11-21T05:00:00Z", "2026-11-21T12:00+07:00", "2026-11-21T05:00Z", "2026-11-21T05:00:00.000Z"] {
            assert_eq!(moment(good), noon, "{good}");
        }
        for wrong in [
            "2026-11-21",
            "2026-11-21T12:00:00",
            "21/11/2026",
            "",
            "kemarin",
            "2026-13-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-11-21T25:00:00Z",
            "ééééééééééééééééé",
            "2026-11-21T12:00",
        ] {
            assert_eq!(moment(wrong), None, "{wrong}");
        }
    }
}
