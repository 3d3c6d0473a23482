//! Published cases that are still open and near to a text in words, place, service and time: offered before sending, so
//! that one hole in a street is one case, and to the verifier, who may merge. Never anything that is not public.

use std::collections::{BTreeSet, HashMap, HashSet};

use sqlx::{Postgres, QueryBuilder, Sqlite};
use vocabulary::feedback::{Status, Target};

use crate::clock::{DAY, Millis, day_text};
use crate::db::{Conn, Link, Linked};
use crate::error::Result;
use crate::ids::{CaseId, ServiceId};
use crate::on;
use crate::rules;
use crate::search::{cases_near, stems};

/// What a new report says.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'a> {
    pub text: &'a str,
    pub area: Option<&'a str>,
    pub about: Option<&'a Target>,
    /// The case itself, where it is one already.
    pub except: Option<CaseId>,
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SimilarCase {
    pub id: CaseId,
    pub reference: String,
    #[sqlx(try_from = "String")]
    pub status: Status,
    pub title: String,
    pub public_text: String,
    pub area_code: Option<String>,
    pub area_name: Option<String>,
    pub service_id: Option<ServiceId>,
    pub published_at: Millis,
    pub follow_count: i64,
}

/// Words of the text that are looked up; more tell nothing more.
const WORDS_MOST: usize = 24;
/// Cases looked at for their words, and of the same service and area.
const LOOKED_AT: i64 = 240;
const LOOKED_AT_OF_KIND: i64 = 40;

/// The nearest first.
///
/// # Errors
/// The database's; [`crate::Error::Configuration`] without the rules.
pub async fn similar(conn: &mut Conn, government: &str, now: Millis, wanted: &Wanted<'_>) -> Result<Vec<SimilarCase>> {
    let today = day_text(crate::clock::local_day(now, 0));
    let since = now - rules::in_force(conn, "feedback.similar_days", &today).await?.value * DAY;
    let most = rules::in_force(conn, "feedback.similar_most", &today).await?.value;
    let mut words: Vec<String> = Vec::new();
    for stem in stems(wanted.text) {
        if words.len() < WORDS_MOST && !words.contains(&stem) {
            words.push(stem);
        }
    }
    let service = match wanted.about {
        Some(Target::Service(slug)) => {
            let found: Option<ServiceId> =
                on!(conn, c => sqlx::query_scalar("select id from service where government = $1 and slug = $2").bind(government).bind(slug).fetch_optional(c).await?);
            found
        }
        _ => None,
    };
    let mut ids: BTreeSet<CaseId> = cases_near(conn, government, &words, since, LOOKED_AT).await?.into_iter().collect();
    if let Some(service) = service {
        let same: Vec<CaseId> = on!(conn, c => sqlx::query_scalar("select id from feedback_case where service_id = $1 and published_at is not null order by published_at desc, id desc limit $2")
            .bind(service).bind(LOOKED_AT_OF_KIND).fetch_all(c).await?);
        ids.extend(same);
    }
    if let Some(area) = wanted.area {
        let same: Vec<CaseId> = on!(conn, c => sqlx::query_scalar("select id from feedback_case where government = $1 and area_code = $2 and published_at is not null order by published_at desc, id desc limit $3")
            .bind(government).bind(area).bind(LOOKED_AT_OF_KIND).fetch_all(c).await?);
        ids.extend(same);
    }
    ids.retain(|id| Some(*id) != wanted.except);
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut found: Vec<SimilarCase> = match conn.link() {
        Link::Sqlite(conn) => open_among!(Sqlite, ids, government, since).build_query_as().persistent(false).fetch_all(conn).await?,
        Link::Postgres(conn) => open_among!(Postgres, ids, government, since).build_query_as().persistent(false).fetch_all(conn).await?,
    };
    found.sort_by_key(|case| std::cmp::Reverse((case.published_at, case.id)));
    let sketches: Vec<Sketch> = found.iter().map(|c| Sketch::new(&format!("{} {}", c.title, c.public_text), c.area_code.as_deref(), c.service_id, c.published_at)).collect();
    let wanted = Sketch::new(wanted.text, wanted.area, service, now);
    let near = nearest(&wanted, &sketches);
    let mut found: Vec<Option<SimilarCase>> = found.into_iter().map(Some).collect();
    Ok(near.into_iter().take(most as usize).filter_map(|i| found[i].take()).collect())
}

/// Published cases with one of these ids that are still open and not too old. Government and moment are compared as
/// expressions, and the order is made afterwards: by their index SQLite would read every case of the last months instead
/// of these few.
macro_rules! open_among {
    ($db:ty, $ids:expr, $government:expr, $since:expr) => {{
        let mut query = QueryBuilder::<$db>::new(
            "select c.id, c.reference, c.status, c.title, c.public_text, c.area_code, a.name as area_name, c.service_id, c.published_at, c.follow_count \
             from feedback_case c left join area a on a.code = c.area_code where c.public_text is not null and c.status not in ('archived', 'merged', 'redirected', 'closed', 'withdrawn') and c.government || '' = ",
        );
        query.push_bind($government).push(" and c.published_at + 0 >= ").push_bind($since).push(" and c.id in (");
        let mut list = query.separated(", ");
        for id in &$ids {
            list.push_bind(*id);
        }
        query.push(")");
        query
    }};
}
use open_among;

/// What two reports are compared by.
pub struct Sketch {
    stems: HashSet<String>,
    area: Option<String>,
    service: Option<ServiceId>,
    at: Millis,
}

impl Sketch {
    pub fn new(text: &str, area: Option<&str>, service: Option<ServiceId>, at: Millis) -> Self {
        // Long numbers are somebody's, and no two reports share them.
        let is_number = |stem: &String| stem.len() >= 4 && stem.bytes().all(|b| b.is_ascii_digit());
        Self { stems: stems(text).into_iter().filter(|stem| !is_number(stem)).collect(), area: area.map(str::to_owned), service, at }
    }
}

/// From here on two reports are called near. Lower offers strangers, higher misses neighbours: see the test of labelled
/// texts.
const NEAR_FROM: f64 = 0.34;
/// One word in common is chance.
const WORDS_LEAST: usize = 2;

/// Which of the others are near, the nearest first. A word weighs more the fewer of the others have it.
pub fn nearest(wanted: &Sketch, others: &[Sketch]) -> Vec<usize> {
    let mut having: HashMap<&str, f64> = HashMap::new();
    for word in others.iter().flat_map(|o| &o.stems) {
        *having.entry(word).or_default() += 1.0;
    }
    // As if there were twenty more without any of the words: of few cases rarity says little.
    let all = others.len() as f64 + 20.0;
    let weight = |word: &str| (all / (having.get(word).copied().unwrap_or_default() + 1.0)).ln_1p();
    let sum = |words: &mut dyn Iterator<Item = &String>| words.map(|w| weight(w)).sum::<f64>();
    let own = sum(&mut wanted.stems.iter());
    let mut near: Vec<(f64, usize)> = Vec::new();
    for (i, other) in others.iter().enumerate() {
        let shared: Vec<&String> = wanted.stems.intersection(&other.stems).collect();
        if shared.len() < WORDS_LEAST {
            continue;
        }
        let words = 2.0 * sum(&mut shared.into_iter()) / (own + sum(&mut other.stems.iter()));
        let area = match (&wanted.area, &other.area) {
            (Some(a), Some(b)) if a == b => 0.12,
            // The same district: codes are dotted, a ward's begins with its district's.
            (Some(a), Some(b)) if a.get(..8).is_some() && a.get(..8) == b.get(..8) => 0.04,
            _ => 0.0,
        };
        let service = if wanted.service.is_some() && wanted.service == other.service { 0.1 } else { 0.0 };
        let time = if (wanted.at - other.at).abs() <= 14 * DAY { 0.03 } else { 0.0 };
        let score = words + area + service + time;
        if score >= NEAR_FROM {
            near.push((score, i));
        }
    }
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    near.into_iter().map(|(_, i)| i).collect()
}
