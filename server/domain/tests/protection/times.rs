//! Nothing in the database tells when a protected reporter was here: not a number, not an id, not a text.

use domain::clock::{HOUR, MINUTE, Millis};
use domain::db::Db;
use domain::feedback::{self, confirm, contest, write_as_reporter};
use domain::testing::World;
use domain::{on, on_both};
use vocabulary::accounts::Role;
use vocabulary::feedback::AnswerInput;

use crate::{accepting, sent};

/// Every value of every row as text: numbers as they stand, bytes as hexadecimal digits.
async fn values(world: &World) -> Vec<(String, String)> {
    let db = &world.portal.db;
    let mut conn = db.read().await.unwrap();
    let columns: Vec<(String, String)> = match db {
        Db::Sqlite { .. } => on!(&mut conn, c => sqlx::query_as(
            "select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite%' and m.sql not like '%virtual%' and m.name not like '\\_sqlx%' escape '\\' and m.name not like '%search\\_%' escape '\\' and m.name not like 'directory\\_text%' escape '\\'").fetch_all(c).await.unwrap()),
        Db::Postgres(_) => on!(&mut conn, c => sqlx::query_as(
            "select table_name::text, column_name::text from information_schema.columns where table_schema = 'public' and table_name not like '\\_sqlx%'").fetch_all(c).await.unwrap()),
    };
    assert!(columns.iter().any(|(table, _)| table == "feedback_message") && columns.len() > 200, "{}", columns.len());
    let mut found = Vec::new();
    for (table, column) in columns {
        let texts: Vec<Option<String>> = match conn {
            domain::db::Conn::Sqlite(ref mut c) => {
                let sql = format!("select case typeof({column}) when 'blob' then lower(hex({column})) else cast({column} as text) end from {table}");
                sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_all(&mut **c).await.unwrap()
            }
            domain::db::Conn::Postgres(ref mut c) => sqlx::query_scalar(sqlx::AssertSqlSafe(format!("select {column}::text from {table}"))).fetch_all(&mut **c).await.unwrap(),
        };
        found.extend(texts.into_iter().flatten().map(|text| (format!("{table}.{column}"), text)));
    }
    found
}

/// The ways a moment can stand in a text: milliseconds, seconds, and the first half of a UUIDv7.
fn traces(at: Millis) -> [String; 3] {
    let hex = format!("{at:012x}");
    [at.to_string(), (at / 1000).to_string(), hex]
}

fn tells(text: &str, at: Millis) -> bool {
    let plain = text.replace('-', "").to_lowercase();
    traces(at).iter().any(|trace| text.contains(trace) || plain.contains(trace))
}

on_both!(no_row_tells_when_a_protected_reporter_was_here, world => {
    let portal = &world.portal;
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let hadi = world.staff("Hadi", Role::Handler, "disdukcapil", None).await;
    let mut moments = Vec::new();
    let mut step = |minutes: i64| {
        portal.clock.advance(minutes * MINUTE + 12_345);
        moments.push(portal.now());
    };
    step(17);
    let anonymous = sent(&world, 'a', |_| {}).await;
    step(23);
    let confidential = sent(&world, 'b', |form| form.protection = "rahasia".into()).await;
    step(4);
    write_as_reporter(portal, anonymous.case, "Masih ada lagi.").await.unwrap();
    // Staff come at another moment, which may be known to the millisecond.
    portal.clock.advance(7 * MINUTE);
    for sent in [&anonymous, &confidential] {
        let mut input = accepting("pengaduan", "disdukcapil");
        input.protection = vocabulary::feedback::Protection::Confidential;
        feedback::accept(portal, &vera, &sent.reference, &input).await.unwrap();
        feedback::answer(portal, &hadi, &sent.reference, &AnswerInput::parse("upheld", "Sudah diperbaiki kemarin.").unwrap()).await.unwrap();
    }
    let staff = portal.now();
    step(31);
    confirm(portal, anonymous.case, "Terima kasih.").await.unwrap();
    step(2);
    contest(portal, confidential.case, "Belum ada yang berubah.").await.unwrap();
    let values = values(&world).await;
    assert!(values.iter().any(|(_, text)| tells(text, staff)), "the search finds a moment that is kept");
    for at in moments {
        assert_ne!(at % HOUR, 0);
        for (name, text) in &values {
            assert!(!tells(text, at), "{name} tells {at}: {}", text.chars().take(200).collect::<String>());
        }
    }
    let due: Vec<_> = values.iter().filter(|(name, _)| matches!(name.as_str(), "job.run_at" | "news.ready_at")).map(|(_, text)| text.parse::<Millis>().unwrap()).collect();
    assert!(due.len() >= 4 && due.iter().all(|at| (at + 7 * HOUR) % (6 * HOUR) == 0), "mails leave at fixed hours: {due:?}");
    assert!(values.iter().all(|(_, text)| !text.contains("sari@surel")), "and their addresses are sealed while they wait");
});

on_both!(a_named_report_may_be_protected_later, world => {
    let portal = &world.portal;
    portal.clock.advance(17 * MINUTE + 12_345);
    let at = portal.now();
    let named = sent(&world, 'a', |form| { form.protection = "publik".into(); form.name = "Sari".into(); form.email = String::new(); }).await;
    portal.clock.advance(HOUR);
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    feedback::accept(portal, &vera, &named.reference, &accepting("pengaduan", "disdukcapil")).await.unwrap();
    for (name, text) in values(&world).await {
        assert!(!tells(&text, at), "{name}: {text}");
        assert!(name != "feedback_case.public_name" || text != "Sari");
    }
});
