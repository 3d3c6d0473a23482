//! Finding in the directory what was typed: every word, else what was meant by the mistyped ones, else most words.
//!
//! Nothing is ranked by counting how often words stand where: that would read thousands of rows. The index hands over
//! the first few of each kind in their order of importance, those named so before those described so, and only these
//! few are put in order here.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

use sqlx::{Postgres, QueryBuilder, Sqlite};
use vocabulary::directory::EntryKind;

use super::entry::{POSTS, UNITS, government_word, words_of};
use super::stems::{Word, read, tokens};
use super::vocabulary::{Form, forms, known, meant};
use crate::db::{Conn, Link, Linked};
use crate::error::Result;
use crate::on;

/// So many of each kind are shown; who wants more says more, or opens the list of them all.
const OF_A_KIND: usize = 15;
/// Words that are looked for. More tell nothing more, and a thousand entries have each of them.
const WORDS_MOST: usize = 8;
/// When no entry has every word: so many of each word are looked at. A rare word has fewer, and it is the rare words
/// that tell entries apart.
const OF_A_WORD: i64 = 100;
const NEAREST: i64 = 30;
/// Words as typed, stop words among them, of which the words to look for are taken.
const TYPED_MOST: usize = 30;

/// Words that say what one wants with a thing, not which thing. They are looked for when there is nothing else.
const ASIDE: &[&str] = &["urus", "syarat", "biaya", "prosedur", "jadwal", "jam", "online", "daring", "kantor", "lokasi", "mohon", "tolong", "info"];

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub government: String,
    pub kind: EntryKind,
    pub slug: String,
    pub title: String,
    pub detail: String,
    /// Who holds the post, where that is public.
    pub holder: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// Best first.
    pub found: Vec<Found>,
    /// What was looked for instead, where words were mistyped.
    pub corrected: Option<String>,
    /// No entry has every word; these have the most.
    pub partial: bool,
}

#[derive(sqlx::FromRow)]
struct Hit {
    id: i64,
    government: String,
    #[sqlx(try_from = "String")]
    kind: EntryKind,
    slug: String,
    title: String,
    detail: String,
    holder: String,
    title_words: String,
}

/// What was typed.
struct Typed {
    /// As it can be shown again, one after the other, stop words included.
    tokens: Vec<String>,
    /// To look for: the word, and the number of its token.
    words: Vec<(usize, Word)>,
    /// That bring an entry forward when its title has them: all of them.
    wanted: Vec<BTreeSet<String>>,
    /// No word says which thing is meant: then all of them or nothing.
    vague: bool,
}

fn typed(text: &str) -> Typed {
    let tokens: Vec<String> = tokens(&text.to_lowercase()).take(TYPED_MOST).map(str::to_owned).collect();
    let all: Vec<(usize, Word)> = tokens.iter().enumerate().flat_map(|(number, token)| read(token).into_iter().map(move |word| (number, word))).collect();
    let wanted = all.iter().map(|(_, word)| BTreeSet::from([word.whole.clone()])).collect();
    let aside = |word: &Word| word.stop || ASIDE.contains(&word.whole.as_str()) || ASIDE.contains(&word.stem.as_str());
    let mut words = Vec::new();
    let vague = all.iter().all(|(_, word)| aside(word));
    for (number, word) in all {
        let repeated = words.iter().any(|(_, w): &(usize, Word)| w.whole == word.whole);
        if words.len() < WORDS_MOST && !repeated && (vague || !aside(&word)) {
            words.push((number, word));
        }
    }
    Typed { tokens, words, wanted, vague }
}

/// The best matches in one government or, for `None`, in all.
///
/// # Errors
/// The database's.
pub async fn search(conn: &mut Conn, government: Option<&str>, text: &str, most: usize) -> Result<Answer> {
    let typed = typed(text);
    let words: Vec<Word> = typed.words.iter().map(|(_, word)| word.clone()).collect();
    let each = OF_A_KIND.min(most) as i64;
    let known = known(conn, &words).await?;
    let mistyped = (0..words.len()).filter(|i| known[*i].is_empty()).collect();
    let mut tried = Tried::new(conn, &words, known, mistyped).await?;
    if typed.vague && tried.forms.iter().any(Vec::is_empty) {
        return Ok(Answer::default());
    }
    let mut hits = hits(conn, government, &tried.terms(), each).await?;
    let again: Vec<usize> = (0..words.len()).filter(|i| tried.only_begins(*i, &words[*i])).collect();
    if hits.is_empty() && !again.is_empty() {
        // What begins a word of some other entry may be mistyped as well.
        let other = Tried::new(conn, &words, tried.forms.clone(), again).await?;
        if !other.corrected.is_empty() {
            hits = self::hits(conn, government, &other.terms(), each).await?;
        }
        if !hits.is_empty() {
            tried.forms = other.forms;
            tried.corrected.extend(other.corrected);
        }
    }
    let mut partial = !hits.is_empty() && tried.forms.iter().any(Vec::is_empty);
    if hits.is_empty() && words.len() > 1 && !typed.vague {
        hits = nearest(conn, government, &tried.terms()).await?;
        partial = !hits.is_empty();
    }
    let wanted = tried.wanted(&typed);
    let terms = tried.terms();
    hits.sort_by_cached_key(|hit| place(hit, &terms, &wanted));
    let corrected = match hits.first() {
        Some(best) if !tried.corrected.is_empty() => tried.sentence(conn, &typed, best.id).await?,
        _ => None,
    };
    let mut of_a_kind: HashMap<EntryKind, usize> = HashMap::new();
    hits.retain(|hit| {
        let count = of_a_kind.entry(hit.kind).or_default();
        *count += 1;
        *count <= OF_A_KIND
    });
    let found = |hit: Hit| Found { government: hit.government, kind: hit.kind, slug: hit.slug, title: hit.title, detail: hit.detail, holder: hit.holder };
    Ok(Answer { found: hits.into_iter().take(most).map(found).collect(), corrected, partial })
}

/// Smaller is better: named before described, services before the rest, whole words of the title before beginnings and
/// stems ("lurah" is the post before it is the office), short titles before long ones.
fn place(hit: &Hit, terms: &[&[Form]], wanted: &[BTreeSet<String>]) -> (bool, bool, Reverse<usize>, EntryKind, usize, i64) {
    let names = words_of(&hit.title_words, "");
    let named = terms.iter().all(|forms| forms.iter().any(|form| form.is_in(&names)));
    let lower = hit.title.to_lowercase();
    let title: Vec<&str> = tokens(&lower).collect();
    let whole = wanted.iter().filter(|words| title.iter().any(|t| words.contains(*t))).count();
    let service = matches!(hit.kind, EntryKind::Service | EntryKind::Redirect);
    (!named, !service, Reverse(whole), hit.kind, title.len(), hit.id)
}

/// Ways to look for each word, and what was put in place of mistyped ones.
struct Tried {
    forms: Vec<Vec<Form>>,
    corrected: HashMap<usize, Vec<String>>,
}

impl Tried {
    async fn new(conn: &mut Conn, words: &[Word], mut forms: Vec<Vec<Form>>, mistyped: Vec<usize>) -> Result<Self> {
        let asked: Vec<Word> = mistyped.iter().map(|i| words[*i].clone()).collect();
        let mut corrected = HashMap::new();
        for (i, words) in mistyped.into_iter().zip(meant(conn, &asked).await?) {
            if !words.is_empty() {
                forms[i].extend(words.iter().flat_map(|word| self::forms(word)));
                forms[i].sort();
                forms[i].dedup();
                corrected.insert(i, words);
            }
        }
        Ok(Self { forms, corrected })
    }

    /// Entries have words that begin so, and none has this word.
    fn only_begins(&self, i: usize, word: &Word) -> bool {
        let whole = |form: &Form| matches!(form, Form::Whole(w) if *w == word.whole || *w == word.stem);
        !self.forms[i].is_empty() && !self.corrected.contains_key(&i) && !self.forms[i].iter().any(whole)
    }

    fn terms(&self) -> Vec<&[Form]> {
        self.forms.iter().filter(|forms| !forms.is_empty()).map(Vec::as_slice).collect()
    }

    fn wanted(&self, typed: &Typed) -> Vec<BTreeSet<String>> {
        let meant = self.corrected.values().map(|words| words.iter().cloned().collect());
        typed.wanted.iter().cloned().chain(meant).collect()
    }

    /// What was typed, with the words that the best entry has in place of the mistyped ones. None when it has all words
    /// as typed after all.
    async fn sentence(&self, conn: &mut Conn, typed: &Typed, best: i64) -> Result<Option<String>> {
        let (title, body): (String, String) = on!(conn, c => sqlx::query_as("select title_words, body_words from directory_entry where id = $1").bind(best).fetch_one(c).await?);
        let has = words_of(&title, &body);
        let mut shown = typed.tokens.clone();
        for (i, (number, word)) in typed.words.iter().enumerate() {
            let Some(meant) = self.corrected.get(&i).filter(|_| !has.iter().any(|h| h.starts_with(&word.whole))) else { continue };
            // Of a word and its stem, people know the word.
            if let Some(word) = meant.iter().find(|m| has.binary_search(&m.as_str()).is_ok()).or(meant.first()) {
                shown[*number] = word.clone();
            }
        }
        Ok((shown != typed.tokens).then(|| shown.join(" ")))
    }
}

/// One word for FTS5: any of its forms. Only ASCII letters and digits stand inside the quotes.
fn fts5(forms: &[Form]) -> String {
    let form = |form: &Form| match form {
        Form::Whole(word) => format!("\"{word}\""),
        Form::Beginning(letters) => format!("\"{letters}\" *"),
    };
    format!("({})", forms.iter().map(form).collect::<Vec<_>>().join(" OR "))
}

/// The same for PostgreSQL's `to_tsquery('simple', …)`.
fn tsquery(forms: &[Form]) -> String {
    let form = |form: &Form| match form {
        Form::Whole(word) => word.clone(),
        Form::Beginning(letters) => format!("{letters}:*"),
    };
    format!("({})", forms.iter().map(form).collect::<Vec<_>>().join(" | "))
}

/// The words of the government, if one is asked, and all the others.
fn every(government: Option<&str>, terms: &[&[Form]], one: fn(&[Form]) -> String, and: &str) -> String {
    let place = government.map(|g| one(&[Form::Whole(government_word(g))]));
    place.into_iter().chain(terms.iter().map(|forms| one(forms))).collect::<Vec<_>>().join(and)
}

/// Where words are looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Anywhere,
    Names,
}

/// The first few entries of each kind with every word. Where there are more than few, those that are named so may come
/// later in order of importance, and are looked for among the names.
async fn hits(conn: &mut Conn, government: Option<&str>, terms: &[&[Form]], each: i64) -> Result<Vec<Hit>> {
    if terms.is_empty() {
        return Ok(Vec::new());
    }
    let mut hits = first_hits(conn, government, terms, each, Place::Anywhere).await?;
    if [0..UNITS, UNITS..POSTS, POSTS..i64::MAX].iter().any(|ids| hits.iter().filter(|hit| ids.contains(&hit.id)).count() as i64 == each) {
        let named = first_hits(conn, government, terms, each, Place::Names).await?;
        let have: HashSet<i64> = hits.iter().map(|hit| hit.id).collect();
        hits.extend(named.into_iter().filter(|hit| !have.contains(&hit.id)));
    }
    Ok(hits)
}

macro_rules! first_hits_postgres {
    ($column:literal) => {
        concat!(
            "with every as materialized (select id from directory_entry where ",
            $column,
            " @@ to_tsquery('simple', $1)), hit as ( \
             (select id from every where id < $2 order by id limit $4) union all \
             (select id from every where id >= $2 and id < $3 order by id limit $4) union all \
             (select id from every where id >= $3 order by id limit $4)) \
             select e.id, e.government, e.kind, e.slug, e.title, e.detail, e.holder, e.title_words from hit join directory_entry e on e.id = hit.id"
        )
    };
}

async fn first_hits(conn: &mut Conn, government: Option<&str>, terms: &[&[Form]], each: i64, place: Place) -> Result<Vec<Hit>> {
    Ok(match conn.link() {
        Link::Sqlite(conn) => {
            let query = every(government, terms, fts5, " AND ");
            sqlx::query_as(
                "with hit (id) as ( \
                 select * from (select rowid from directory_text where directory_text match $1 and rowid < $2 order by rowid limit $4) union all \
                 select * from (select rowid from directory_text where directory_text match $1 and rowid >= $2 and rowid < $3 order by rowid limit $4) union all \
                 select * from (select rowid from directory_text where directory_text match $1 and rowid >= $3 order by rowid limit $4)) \
                 select e.id, e.government, e.kind, e.slug, e.title, e.detail, e.holder, e.title_words from hit cross join directory_entry e where e.id = hit.id",
            )
            .bind(if place == Place::Names { format!("title : ({query})") } else { query })
            .bind(UNITS)
            .bind(POSTS)
            .bind(each)
            .fetch_all(conn)
            .await?
        }
        // Collected through the index of words first: walked by id, a rare word would be looked for in every row.
        Link::Postgres(conn) => {
            sqlx::query_as(if place == Place::Names { first_hits_postgres!("title_stems") } else { first_hits_postgres!("all_stems") })
                .bind(every(government, terms, tsquery, " & "))
                .bind(UNITS)
                .bind(POSTS)
                .bind(each)
                .fetch_all(conn)
                .await?
        }
    })
}

#[derive(sqlx::FromRow)]
struct Near {
    #[sqlx(flatten)]
    hit: Hit,
    body_words: String,
}

macro_rules! nearest_query {
    ($db:ty, $queries:expr, $part:literal, $end:literal) => {{
        let mut query = QueryBuilder::<$db>::new(
            "select e.id, e.government, e.kind, e.slug, e.title, e.detail, e.holder, e.title_words, e.body_words from (select id, count(*) as words from (",
        );
        for (number, expression) in $queries.iter().enumerate() {
            query.push(if number > 0 { " union all " } else { "" });
            query.push($part).push_bind(expression.clone()).push($end).push_bind(OF_A_WORD).push(") w");
        }
        query.push(") h group by id order by words desc, id limit ").push_bind(NEAREST).push(") n join directory_entry e on e.id = n.id");
        query
    }};
}

/// The entries with the most of the words.
async fn nearest(conn: &mut Conn, government: Option<&str>, terms: &[&[Form]]) -> Result<Vec<Hit>> {
    if terms.is_empty() {
        return Ok(Vec::new());
    }
    let queries = |one: fn(&[Form]) -> String, and: &str| terms.iter().map(|forms| every(government, &[*forms], one, and)).collect::<Vec<String>>();
    let near: Vec<Near> = match conn.link() {
        Link::Sqlite(conn) => {
            let queries = queries(fts5, " AND ");
            let mut query = nearest_query!(Sqlite, queries, "select * from (select rowid as id from directory_text where directory_text match ", " order by rowid limit ");
            query.build_query_as().persistent(false).fetch_all(conn).await?
        }
        Link::Postgres(conn) => {
            let queries = queries(tsquery, " & ");
            let mut query = nearest_query!(Postgres, queries, "select * from (select id from directory_entry where all_stems @@ to_tsquery('simple', ", ") order by id + 0 limit ");
            query.build_query_as().persistent(false).fetch_all(conn).await?
        }
    };
    // How many they really have: of a common word not every entry was looked at.
    let count = |near: &Near| {
        let words = words_of(&near.hit.title_words, &near.body_words);
        terms.iter().filter(|forms| forms.iter().any(|form| form.is_in(&words))).count()
    };
    let counted: Vec<(usize, Hit)> = near.into_iter().map(|near| (count(&near), near.hit)).collect();
    let most = counted.iter().map(|(count, _)| *count).max().unwrap_or_default();
    Ok(counted.into_iter().filter(|(count, _)| *count == most).map(|(_, hit)| hit).collect())
}
