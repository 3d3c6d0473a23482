//! The access matrix: every address of the site, as everyone who may ask, with every object that it may be asked for, in
//! two governments. What may not be seen is not found, or leads to signing in; nobody learns that it exists, and no body
//! has a word of it.
//!
//! `access/table.rs` is the table, `access/objects.rs` what it is tried on.
//!
//! Long because what stands for the words in an address and what the table then expects are read together.

mod evaluated;
mod objects;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Client, signed_in};
use domain::accounts::{end_role, grant};
use domain::{Error, Portal, on, on_both};
use objects::Who::{self, *};
use objects::{Made, Rule};
use table::{Right, Row, TABLE};
use vocabulary::accounts::Role;

/// The routes, read from the one file that has them.
fn routes() -> BTreeSet<String> {
    let source = include_str!("../../../app/src/pages.rs");
    let mut found = BTreeSet::new();
    for rest in source.split(".route(\"").skip(1) {
        let (path, rest) = rest.split_once('"').unwrap();
        // The methods stand before the next address; a line may be broken in between.
        let handlers = rest.split(".route(\"").next().unwrap();
        let handlers = handlers.split(".layer(").next().unwrap();
        for (call, method) in [("get(", "GET"), ("post(", "POST"), ("put(", "PUT"), ("delete(", "DELETE"), ("any(", "ANY")] {
            if handlers.contains(call) {
                found.insert(format!("{method} {path}"));
            }
        }
    }
    found
}

#[test]
fn every_route_has_its_row() {
    let routes = routes();
    assert!(routes.len() > 100, "the routes are read: {}", routes.len());
    let rows: BTreeSet<String> = TABLE.iter().map(|row| row.route.to_owned()).collect();
    assert_eq!(rows.len(), TABLE.len(), "an address has one row");
    let missing: Vec<_> = routes.difference(&rows).collect();
    assert!(missing.is_empty(), "no row in server/tests/pages/access/table.rs: {missing:#?}");
    let gone: Vec<_> = rows.difference(&routes).collect();
    assert!(gone.is_empty(), "rows of addresses that are gone: {gone:#?}");
}

/// Receipts are slowed in one place; whoever looks a case up by another way makes trying them cheap.
#[test]
fn receipts_are_tried_in_one_place() {
    let mut found = Vec::new();
    let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../app/src"))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if std::fs::read_to_string(&path).is_ok_and(|text| text.contains("track(&")) {
                found.push(path.file_name().unwrap().to_string_lossy().into_owned());
            }
        }
    }
    assert_eq!(found, ["receipt_tries.rs"]);
}

/// An address with something real in it.
struct Filled<'a> {
    path: String,
    /// The government that the address names.
    gov: Option<&'static str>,
    /// The government whose object it is; none where every government has one.
    home: Option<&'static str>,
    case: Option<&'a Rule>,
    /// Which photo.
    number: i64,
}

/// What stands for the words in braces, in an address of this shape.
fn fill<'a>(made: &'a Made, route: &str) -> Vec<Filled<'a>> {
    let path = route.split_once(' ').unwrap().1;
    let mut filled = vec![Filled { path: path.to_owned(), gov: None, home: None, case: None, number: 1 }];
    let mut each = |name: &str, values: Vec<(String, Option<&'static str>)>| {
        if path.contains(name) {
            let old = std::mem::take(&mut filled);
            filled = old
                .into_iter()
                .flat_map(|f| values.iter().map(move |(value, home)| Filled { path: f.path.replace(name, value), home: home.or(f.home), ..f }).collect::<Vec<_>>())
                .collect();
        }
    };
    let medan = Some("medan");
    let desk = path.starts_with("/petugas/direktori");
    each("{card}", vec![(made.card.clone(), medan)]);
    each("{hold}", vec![("018f0000-0000-7000-8000-000000000000".into(), medan)]);
    each("{change}", vec![(made.change.clone(), medan)]);
    // Nobody finds these; the real ones are tried in `development.rs`.
    each("{id}", vec![("018f0000-0000-7000-8000-000000000000".into(), None)]);
    each("{person}", vec![("018f0000-0000-7000-8000-000000000000".into(), None)]);
    each("{token}", vec![("abc".into(), None)]);
    each("{plan}", vec![(made.evaluated.plan.to_string(), medan)]);
    each("{evaluation}", vec![(made.evaluated.evaluation.to_string(), medan)]);
    each("{key}", vec![(if path.contains("/skp/") { "h1" } else { "paspor" }.into(), None)]);
    each("{category}", vec![("layanan".into(), None)]);
    let files: &[&str] = if desk {
        &["unit.csv", "jabatan.csv"]
    } else if path.starts_with("/open311") {
        // Found by nobody; `open311.rs` has the real ones.
        &["tidak-ada.json", "tidak-ada.xml"]
    } else {
        &["units.csv", "units.json", "units.schema.json", "positions.csv", "tenures.csv", "services.json", "popolo.json", "layanan.jsonld"]
    };
    each("{file}", files.iter().map(|f| ((*f).to_owned(), None)).collect());
    match path {
        _ if path.contains("/koreksi/{code}") => each("{code}", vec![(made.correction.clone(), medan)]),
        _ if path.contains("/gagasan/") => each("{code}", vec![(made.idea.clone(), medan)]),
        _ => each("{code}", made.topics.iter().map(|code| (code.clone(), medan)).collect()),
    }
    let of_kind = |kind: &str| match kind {
        "unit" => ("disdukcapil", None),
        "jabatan" => ("kepala-disdukcapil", None),
        _ => ("akta-kelahiran", None),
    };
    if path.contains("{kind}/{slug}") {
        each("{kind}/{slug}", ["unit", "jabatan", "layanan"].iter().map(|kind| (format!("{kind}/{}", of_kind(kind).0), of_kind(kind).1)).collect());
    }
    each("{kind}", vec![("jabatan".into(), None), ("layanan".into(), None)]);
    if path.contains("/pengumuman/{slug}") {
        each("{slug}", vec![(made.draft.clone(), medan)]);
    }
    let kind = path.split('/').rev().find_map(|part| match part {
        "unit" | "units" => Some("unit"),
        "jabatan" | "positions" => Some("jabatan"),
        "layanan" | "services" => Some("layanan"),
        _ => None,
    });
    each("{slug}", vec![(of_kind(kind.unwrap_or("unit")).0.to_owned(), None)]);
    if path.contains("{reference}") {
        let old = std::mem::take(&mut filled);
        filled = old
            .iter()
            .flat_map(|f| {
                made.cases.iter().map(|(rule, sent)| Filled {
                    path: f.path.replace("{reference}", &sent.reference),
                    home: Some(rule.government),
                    case: Some(rule),
                    gov: f.gov,
                    number: f.number,
                })
            })
            .collect();
    }
    if path.contains("{number}") {
        let old = std::mem::take(&mut filled);
        filled = old.iter().flat_map(|f| [1, 2].map(|number| Filled { path: f.path.replace("{number}", &number.to_string()), number, ..*f })).collect();
    }
    if path.contains("{gov}") {
        let old = std::mem::take(&mut filled);
        filled = old.iter().flat_map(|f| ["medan", "binjai"].map(|gov| Filled { path: f.path.replace("{gov}", gov), gov: Some(gov), ..*f })).collect();
    }
    assert!(filled.iter().all(|f| !f.path.contains('{')), "{route}: say in `fill` what stands for the word in braces");
    for f in &mut filled {
        f.path += match path {
            _ if path.ends_with("/cari") || path.ends_with("/usul") || path.ends_with("/search") => "?q=loket",
            "/petugas/gagasan/baru" => {
                f.home = medan;
                "?pemda=medan"
            }
            "/{gov}/koreksi" | "/{gov}/kabar" => "?tentang=unit:disdukcapil",
            _ if path.starts_with("/open311/v2/") => "?jurisdiction_id=medan",
            "/api/v1/ledger/inclusion" => "?number=1&size=2",
            "/api/v1/ledger/consistency" => "?first=1&second=2",
            _ => "",
        };
    }
    filled
}

#[derive(Debug, PartialEq, Eq)]
enum Answer {
    Found,
    NotFound,
    /// To the page for signing in.
    SignIn,
    /// To the page that asks for a receipt.
    AskReceipt,
}

/// What the table says.
fn expected(row: &Row, who: Who, f: &Filled<'_>) -> Answer {
    let shut = if who == Stranger || who == Reporter { Answer::SignIn } else { Answer::NotFound };
    let there = f.home.is_none() || f.gov.is_none() || f.home == f.gov;
    // In which government a role counts: that of the address, that of the object, or any.
    let of = f.gov.or(f.home);
    let holds = |roles: &[Who]| there && (roles.contains(&who) && of != Some("binjai") || who == Binjai && of != Some("medan"));
    let open = |yes: bool| if yes { Answer::Found } else { shut };
    match row.right {
        Right::Everyone | Right::Leads => {
            if there {
                Answer::Found
            } else {
                Answer::NotFound
            }
        }
        Right::Account => match who {
            Stranger | Reporter => Answer::SignIn,
            _ if there => Answer::Found,
            _ => Answer::NotFound,
        },
        Right::Staff => open(!matches!(who, Stranger | Reporter | Resident)),
        Right::Colleagues => open(holds(&[Verifier, Handler, OtherHandler, Inspector, Assessor, Holder, Superior, Team, Moderator, Administrator])),
        Right::Roles(roles) => open(holds(roles)),
        Right::Desk => open(f.case.is_some_and(|case| case.desk.contains(&who))),
        Right::Identity => open(f.case.is_some_and(|case| case.identity.contains(&who))),
        Right::Published if there && f.case.is_some_and(|case| case.published) => Answer::Found,
        // It leads to the case of which it is a part.
        Right::Published if there && row.route.ends_with("{reference}") && f.case.is_some_and(|case| case.name == "gabung") => Answer::Found,
        Right::Photo if there && f.case.is_some_and(|case| (case.published && f.number == 1) || case.desk.contains(&who) || (who == Reporter && case.name == "terbit")) => {
            Answer::Found
        }
        // Of what is published somewhere nobody learns that there is more: no sign-in page either.
        Right::Published | Right::Photo => Answer::NotFound,
        Right::Receipt => {
            if who == Reporter {
                Answer::Found
            } else {
                Answer::AskReceipt
            }
        }
        Right::Evaluation => open(matches!(who, Assessor | Holder | Superior | Team)),
        Right::Elsewhere(_) if row.route.contains(" /petugas") => open(false),
        Right::Elsewhere(_) => Answer::NotFound,
    }
}

fn answered(status: u16, location: Option<&str>) -> Option<Answer> {
    match (status, location) {
        (303, Some(to)) if to.starts_with("/masuk?") => Some(Answer::SignIn),
        (303, Some("/lacak")) => Some(Answer::AskReceipt),
        (200 | 303, _) => Some(Answer::Found),
        (404, _) => Some(Answer::NotFound),
        _ => None,
    }
}

/// Everything that anybody got to read, by who (their place in `people`).
#[derive(Default)]
struct Read(BTreeMap<usize, Vec<(String, String)>>);

/// How many rows each table has, but for what a mere request may leave.
async fn rows(portal: &Portal) -> BTreeMap<String, i64> {
    let mut conn = portal.db.read().await.unwrap();
    let tables: Vec<String> = match &portal.db {
        domain::db::Db::Sqlite { .. } => {
            on!(&mut conn, c => sqlx::query_scalar("select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like '%search%' and name not like 'directory\\_text%' escape '\\'").fetch_all(c).await.unwrap())
        }
        domain::db::Db::Postgres(_) => {
            on!(&mut conn, c => sqlx::query_scalar("select table_name::text from information_schema.tables where table_schema = 'public'").fetch_all(c).await.unwrap())
        }
    };
    let mut counts = BTreeMap::new();
    for table in tables.into_iter().filter(|t| t != "session") {
        let statement = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
        let count: i64 = on!(&mut conn, c => sqlx::query_scalar(statement).fetch_one(c).await.unwrap());
        counts.insert(table, count);
    }
    counts
}

async fn try_forms(made: &Made, wrong: &mut Vec<String>) -> usize {
    let mut tried = 0;
    for row in TABLE.iter().filter(|row| row.route.starts_with("POST ")) {
        for f in fill(made, row.route) {
            for (who, client) in &made.people {
                // Who may do it does it in the stories; a stranger's words at the forum come back with the page.
                let expect = expected(row, *who, &f);
                if expect == Answer::Found || matches!(row.right, Right::Everyone | Right::Leads) {
                    continue;
                }
                for act in row.acts {
                    let fields: Vec<(String, String)> = act
                        .split('&')
                        .map(|pair| pair.split_once('=').unwrap())
                        .map(|(n, v)| (n.to_owned(), v.replace('+', " ").replace("%3F", "?").replace("%7C", "|")))
                        .collect();
                    let page = client.post(&f.path, &fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect::<Vec<_>>()).await;
                    tried += 1;
                    let kept = matches!(row.right, Right::Account) && matches!(page.status.as_u16(), 200 | 422);
                    if !kept && answered(page.status.as_u16(), page.location.as_deref()) != Some(expect_of_form(&expect, &page)) {
                        wrong.push(format!("{} {act} as {who:?}: {} {:?}, where the table says {expect:?}", f.path, page.status, page.location));
                    }
                }
            }
        }
    }
    tried
}

/// A form that is not found may as well say that one is not signed in.
fn expect_of_form(expect: &Answer, page: &crate::support::Page) -> Answer {
    match expect {
        Answer::SignIn if page.status == 404 => Answer::NotFound,
        Answer::SignIn => Answer::SignIn,
        Answer::NotFound => Answer::NotFound,
        Answer::AskReceipt => Answer::AskReceipt,
        Answer::Found => Answer::Found,
    }
}

async fn read_all(made: &Made, read: &mut Read, wrong: &mut Vec<String>) {
    for row in TABLE.iter().filter(|row| row.route.starts_with("GET ")) {
        for f in fill(made, row.route) {
            for (number, (who, client)) in made.people.iter().enumerate() {
                let page = client.get(&f.path).await;
                let expect = expected(row, *who, &f);
                if answered(page.status.as_u16(), page.location.as_deref()).as_ref() != Some(&expect) && !may_differ(row, &f, page.status.as_u16()) {
                    wrong.push(format!(
                        "GET {} as {who:?}{}: {} {:?}, where the table says {expect:?}",
                        f.path,
                        f.case.map(|c| format!(" ({})", c.name)).unwrap_or_default(),
                        page.status,
                        page.location
                    ));
                }
                read.0.entry(number).or_default().push((f.path.clone(), page.html));
            }
        }
    }
}

/// A paper for the Ombudsman is there only once a deadline has passed; the other government has fewer services.
fn may_differ(row: &Row, f: &Filled<'_>, status: u16) -> bool {
    status == 404 && (row.route.ends_with("ombudsman.pdf") || (f.gov == Some("binjai") && matches!(row.right, Right::Everyone)))
}

/// Searching for a word that stands beside a mark must not bring the mark.
async fn search_all(made: &Made, read: &mut Read) {
    for mark in made.marks.iter().filter(|m| m.seen_by.is_some()) {
        for (number, (who, client)) in made.people.iter().enumerate().filter(|(_, (who, _))| matches!(who, Stranger | Verifier | Binjai)) {
            for path in
                ["/cari", "/cari/usul", "/medan/cari", "/binjai/cari", "/medan/laporan", "/binjai/laporan", "/api/v1/governments/medan/search", "/api/v1/governments/binjai/search"]
            {
                if *who != Stranger && path.starts_with("/api") {
                    continue;
                }
                let page = client.get(&format!("{path}?q={}", mark.ask)).await;
                read.0.entry(number).or_default().push((format!("{path}?q={} ({})", mark.ask, mark.field), page.html));
            }
        }
    }
    // What is like a report that somebody is about to send.
    let story = made.marks.iter().filter(|m| m.field.ends_with("story")).map(|m| m.ask.as_str()).collect::<Vec<_>>().join(" ");
    let check = [
        ("layar", "tempat"),
        ("aksi", "lanjut"),
        ("kunci", "f123456789abcdef0123456789abcdef"),
        ("perlindungan", "anonim"),
        ("tentang", "layanan:akta-kelahiran"),
        ("jenis", "pengaduan"),
        ("cerita", story.as_str()),
    ];
    let page = made.people[0].1.post("/medan/lapor", &check).await;
    read.0.entry(0).or_default().push(("/medan/lapor".into(), page.html));
}

on_both!(everything_as_everyone, world => {
    let made = objects::make(&world).await;
    let mut wrong = Vec::new();
    let before = rows(&world.portal).await;
    let tried = try_forms(&made, &mut wrong).await;
    assert!(tried > 500, "forms were tried: {tried}");
    assert_eq!(rows(&world.portal).await, before, "a form of somebody who may not send it changed something");
    let mut read = Read::default();
    read_all(&made, &mut read, &mut wrong).await;
    search_all(&made, &mut read).await;
    let pages: usize = read.0.values().map(Vec::len).sum();
    assert!(pages > 3000, "pages were read: {pages}");
    for mark in &made.marks {
        for (number, (who, _)) in made.people.iter().enumerate() {
            let may = mark.seen_by.as_ref().is_none_or(|seen| seen.contains(who));
            let found = read.0[&number].iter().find(|(_, body)| body.contains(&mark.mark));
            match (may, found) {
                (false, Some((path, _))) => wrong.push(format!("{who:?} reads `{}` at {path}", mark.field)),
                // A mark that nobody finds would prove nothing.
                (true, None) => wrong.push(format!("{who:?} should find `{}` and does not", mark.field)),
                _ => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{} findings: {:#?}", wrong.len(), wrong);
});

on_both!(a_role_that_was_lost_is_gone_at_once, world => {
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let client: Client = signed_in(&world, &vera).await;
    client.get("/petugas").await.expect(200, "with the role");
    let unit = world.unit("pemerintah").await;
    let mut tx = world.portal.db.begin().await.unwrap();
    assert!(matches!(end_role(&world.portal, &mut tx, vera.account, "binjai", unit, Role::Verifier).await, Err(Error::NotFound)), "of another government");
    end_role(&world.portal, &mut tx, vera.account, "medan", unit, Role::Verifier).await.unwrap();
    assert!(matches!(end_role(&world.portal, &mut tx, vera.account, "medan", unit, Role::Verifier).await, Err(Error::NotFound)), "once");
    tx.commit().await.unwrap();
    client.get("/petugas").await.expect(404, "without it, in the same session");
    let mut tx = world.portal.db.begin().await.unwrap();
    grant(&world.portal, &mut tx, vera.account, "medan", unit, Role::Verifier).await.unwrap();
    tx.commit().await.unwrap();
    client.get("/petugas").await.expect(200, "given again");
});
