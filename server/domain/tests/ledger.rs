//! The public audit trail: what was recorded stays as it was, and whoever touches it is found out, on both databases.
//!
//! Long because every way to touch the ledger is tried on the same small history.

use std::borrow::Cow;

use domain::clock::DAY;
use domain::db::Db;
use domain::directory::announcements;
use domain::feedback::{self, accept, answer, confirm, contest, proof, track};
use domain::ledger::merkle::{self, includes};
use domain::ledger::proof::{Flaw, consistency, inclusion, root_at};
use domain::ledger::verify::{Against, Report, What, verify};
use domain::ledger::{self, Entry, Head, append_many, erase, heads, leaves, sequence};
use domain::testing::{World, answers};
use domain::{Error, Portal, accounts::Actor, forum, moderation, on, on_both};
use vocabulary::accounts::Role;
use vocabulary::announcements::{AnnouncementKind, TypedAnnouncement};
use vocabulary::feedback::{AcceptInput, AnswerInput};
use vocabulary::forum::NewTopic;
use vocabulary::moderation::ReasonInput;

async fn send(world: &World, key: char) -> feedback::Sent {
    let mut form = answers();
    form.key = key.to_string().repeat(32);
    feedback::send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap()
}

async fn checked(portal: &Portal, against: Against) -> Report {
    verify(portal, &against, &mut |_, _, _| {}).await.unwrap()
}

async fn whole(portal: &Portal, why: &str) -> Report {
    let report = checked(portal, Against::default()).await;
    assert!(report.is_whole(), "{why}: {:#?}", report.findings);
    report
}

/// Entries of no capability, to fill the tree.
async fn fill(portal: &Portal, from: i64, count: i64) {
    let mut tx = portal.db.begin().await.unwrap();
    let subjects: Vec<String> = (from..from + count).map(|n| format!("T-{n}")).collect();
    let entries: Vec<_> = subjects.iter().map(|subject| (portal.now(), Entry { government: "medan", kind: "test", subject, by_reporter: false, content: subject })).collect();
    append_many(portal, &mut tx, &entries).await.unwrap();
    tx.commit().await.unwrap();
}

async fn handled(world: &World, verifier: &Actor, handler: &Actor, reference: &str) {
    let accepted = AcceptInput::parse("Loket akta tutup pagi", "Loket tutup pukul sepuluh.", "anonim", "pengaduan", "disdukcapil", "completion_time").unwrap();
    accept(&world.portal, verifier, reference, &accepted).await.unwrap();
    let answered = AnswerInput::parse("upheld", "Loket memang tutup; kini dijaga bergantian.").unwrap();
    answer(&world.portal, handler, reference, &answered).await.unwrap();
}

/// Two days of work in three cases and a forum, with 300 entries beside them, and one case that waits for its number.
async fn lived_in(world: &World) -> (feedback::Sent, feedback::Sent) {
    let portal = &world.portal;
    let (verifier, handler) = (world.staff("Vera", Role::Verifier, "", None).await, world.staff("Hadi", Role::Handler, "disdukcapil", None).await);
    let sent = send(world, 'a').await;
    handled(world, &verifier, &handler, &sent.reference).await;
    confirm(portal, sent.case, "Sudah dijaga").await.unwrap();
    sequence(portal).await.unwrap();
    fill(portal, 0, 270).await;
    sequence(portal).await.unwrap();
    portal.clock.advance(DAY);
    let other = send(world, 'b').await;
    handled(world, &verifier, &handler, &other.reference).await;
    contest(portal, other.case, "Masih tutup pagi ini").await.unwrap();
    let (resident, moderator) = (world.resident("Sari").await, world.staff("Moko", Role::Moderator, "", None).await);
    let code = forum::start(portal, &resident, "medan", &"c".repeat(32), &NewTopic::parse("layanan", "Antre di loket", "Antrean panjang sejak pagi di loket akta.").unwrap())
        .await
        .unwrap();
    forum::reply(portal, &resident, "medan", &code, &"d".repeat(32), "Sama di tempat kami, sejak Senin.", false).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let (_, replies) = forum::show(&mut conn, "medan", &code, None).await.unwrap();
    drop(conn);
    moderation::hide(portal, &moderator, "medan", moderation::Subject::Reply(replies[0].id), &ReasonInput::parse("spam", "Iklan yang berulang", 5).unwrap()).await.unwrap();
    let administrator = world.staff("Adi", Role::Administrator, "", None).await;
    let typed = TypedAnnouncement {
        unit: "pemerintah".into(),
        title: "Loket keliling".into(),
        summary: "Loket datang ke kampung.".into(),
        body: "Setiap Rabu pagi di balai kampung.".into(),
        shown_from: "2026-11-03".into(),
        ..TypedAnnouncement::default()
    };
    let slug = announcements::draft(portal, &administrator, "medan", "keliling", &typed.parse(AnnouncementKind::Information).unwrap()).await.unwrap();
    announcements::publish(portal, &administrator, &world.medan, &slug, 1).await.unwrap();
    sequence(portal).await.unwrap();
    portal.clock.advance(DAY);
    assert!(heads::keep_day(portal).await.unwrap());
    assert!(!heads::keep_day(portal).await.unwrap(), "once a day");
    fill(portal, 300, 30).await;
    sequence(portal).await.unwrap();
    let waits = send(world, 'e').await;
    (sent, waits)
}

on_both!(what_was_done_is_in_the_tree_with_its_proofs, world => {
    let portal = &world.portal;
    let (sent, waits) = lived_in(&world).await;
    let report = whole(portal, "nothing was touched").await;
    assert!(report.size > 300 && report.waiting == 1 && report.heads == 3 && report.compared > 12, "{report:?}");
    let mut conn = portal.db.read().await.unwrap();
    let now = ledger::head(&mut conn).await.unwrap();
    // A stranger's copy: every leaf from what is public, and a tree of their own.
    let mut copy = merkle::Edge::default();
    let mut roots = vec![copy.root()];
    while let Some((leaf, hash)) = leaves(&mut conn, copy.size as i64, 1).await.unwrap().pop() {
        assert_eq!(leaf.hash().as_slice(), hash);
        copy.push(leaf.hash(), |_, hash| hash);
        roots.push(copy.root());
    }
    assert_eq!(Head { size: copy.size, root: copy.root() }, now);
    for (number, size) in [(1, 1), (1, now.size), (17, 255), (256, 256), (257, 300), (now.size, now.size)] {
        let (leaf, _) = ledger::proof::entry(&mut conn, number).await.unwrap();
        let path = inclusion(&mut conn, number, size).await.unwrap();
        assert!(includes(&leaf.hash(), number - 1, size, &path, &root_at(&mut conn, size).await.unwrap()), "{number} of {size}");
        assert_eq!(root_at(&mut conn, size).await.unwrap(), roots[size as usize]);
    }
    for (number, size) in [(0, 5), (6, 5), (1, now.size + 1)] {
        assert!(matches!(inclusion(&mut conn, number, size).await, Err(Error::NotFound)), "{number} of {size}");
    }
    let days = heads::days(&mut conn, None, 10).await.unwrap();
    assert_eq!(days.iter().map(|d| d.day.as_str()).collect::<Vec<_>>(), ["2026-11-03", "2026-11-02"]);
    assert!(days[1].head.size > 256 && days[0].head.size > days[1].head.size);
    let steps = [days[1].head, days[0].head, now];
    for pair in steps.windows(2) {
        let path = consistency(&mut conn, pair[0].size, pair[1].size).await.unwrap();
        assert!(merkle::extends(pair[0].size, &pair[0].root, pair[1].size, &pair[1].root, &path));
    }
    drop(conn);

    // A receipt: the entry of one's own words, opened by what only its holder has.
    let case = track(portal, &sent.receipt).await.unwrap();
    let own = proof(portal, &case).await.unwrap().unwrap();
    assert_eq!((own.number, own.flaws(), own.root.as_str()), (1, vec![], domain::secrets::hex(&now.root).as_str()));
    assert!(own.opening.as_ref().unwrap().content.as_deref().unwrap().contains("Loket tutup pukul sepuluh pagi"));
    let mut other = own.clone();
    other.opening.as_mut().unwrap().content = Some("[\"Kata lain\",\"pengaduan\"]".into());
    assert_eq!(other.flaws(), [Flaw::Content]);
    let mut other = own.clone();
    other.at += 1;
    assert_eq!(other.flaws(), [Flaw::Leaf]);
    let mut other = own.clone();
    other.number += 1;
    assert_eq!(other.flaws(), [Flaw::Leaf, Flaw::Path]);
    let mut other = own.clone();
    other.root = other.leaf.clone();
    assert_eq!(other.flaws(), [Flaw::Path]);
    // Who asks at once after sending does not wait for the worker.
    let case = track(portal, &waits.receipt).await.unwrap();
    let own = proof(portal, &case).await.unwrap().unwrap();
    assert_eq!((own.number as u64, own.flaws()), (now.size + 1, vec![]));
    assert_eq!(whole(portal, "after the last was numbered").await.waiting, 0);
});

on_both!(erased_is_not_tampered_with, world => {
    let portal = &world.portal;
    let (sent, waits) = lived_in(&world).await;
    for reference in [&sent.reference, &waits.reference] {
        let mut tx = portal.db.begin().await.unwrap();
        on!(&mut tx, c => sqlx::query("update feedback_case set text = 'dihapus' where reference = $1").bind(reference).execute(c).await.unwrap().rows_affected());
        erase(portal, &mut tx, "medan", reference).await.unwrap();
        tx.commit().await.unwrap();
    }
    let report = whole(portal, "erased before it is numbered").await;
    assert!(report.erased >= 5, "{report:?}");
    sequence(portal).await.unwrap();
    assert_eq!(whole(portal, "and after").await.erased, report.erased);
    let case = track(portal, &waits.receipt).await.unwrap();
    let own = proof(portal, &case).await.unwrap().unwrap();
    assert!(own.opening.is_none() && own.flaws().is_empty(), "its place is still proved, its words are not");
});

const TABLES: [&str; 6] = ["ledger_entry", "ledger_salt", "ledger_node", "ledger_tree", "ledger_head", "ledger_pending"];

/// A statement as it is; whoever holds the database needs no placeholders.
async fn run(portal: &Portal, statement: &str) -> u64 {
    let mut tx = portal.db.begin().await.unwrap();
    let statement = sqlx::AssertSqlSafe(statement.to_owned());
    let rows = on!(&mut tx, c => sqlx::query(statement).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    rows
}

/// What holds rows together, gone: whoever holds the database can do that.
async fn without_constraints(portal: &Portal) {
    match &portal.db {
        Db::Sqlite { write, .. } => {
            for pragma in ["pragma foreign_keys = off", "pragma ignore_check_constraints = on"] {
                sqlx::query(pragma).execute(write).await.unwrap();
            }
        }
        Db::Postgres(_) => {
            run(portal, "alter table ledger_salt drop constraint ledger_salt_number_fkey").await;
            run(portal, "alter table ledger_tree drop constraint ledger_tree_one_check").await;
        }
    }
}

async fn restore(portal: &Portal) {
    for table in TABLES {
        run(portal, &format!("delete from {table}")).await;
        run(portal, &format!("insert into {table} select * from kept_{table}")).await;
    }
}

/// `(table, column, type)` of every column of the ledger, from the database itself.
async fn columns(portal: &Portal) -> Vec<(String, String, String)> {
    let mut conn = portal.db.read().await.unwrap();
    match &portal.db {
        Db::Sqlite { .. } => {
            on!(&mut conn, c => sqlx::query_as("select m.name, c.name, lower(c.type) from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name like 'ledger\\_%' escape '\\'").fetch_all(c).await.unwrap())
        }
        Db::Postgres(_) => {
            on!(&mut conn, c => sqlx::query_as("select table_name::text, column_name::text, data_type::text from information_schema.columns where table_schema = 'public' and table_name like 'ledger\\_%'").fetch_all(c).await.unwrap())
        }
    }
}

on_both!(every_column_that_is_touched_is_found, world => {
    let portal = &world.portal;
    lived_in(&world).await;
    let columns = columns(portal).await;
    for table in TABLES {
        run(portal, &format!("create table kept_{table} as select * from {table}")).await;
        assert!(columns.iter().any(|(t, ..)| t == table), "{table}");
    }
    assert!(columns.iter().all(|(t, ..)| TABLES.contains(&t.as_str())), "a table of the ledger that this test does not know");
    without_constraints(portal).await;
    whole(portal, "before").await;
    let sqlite = matches!(portal.db, Db::Sqlite { .. });
    let bytes = if sqlite { format!("x'{}'", "ab".repeat(32)) } else { format!("'\\x{}'", "ab".repeat(32)) };
    // Which row, and what a new one would be.
    let rows = |table: &str| match table {
        "ledger_entry" => ["number = 20", "select 1000000, at, government, kind, subject, mark, commitment, hash from kept_ledger_entry where number = 20"],
        "ledger_salt" => ["number = 20", "select 1000000, salt from kept_ledger_salt where number = 20"],
        "ledger_node" => ["level = 4 and position = 3", "select 4, 99, hash from kept_ledger_node where level = 4 and position = 3"],
        "ledger_tree" => ["one = 1", ""],
        "ledger_head" => ["day = '2026-11-02'", "select '2026-10-15', size, root, seal from kept_ledger_head where day = '2026-11-02'"],
        _ => ["kind = 'feedback-received'", "select 77, at, government, 'feedback-answered', subject, mark, commitment, salt from kept_ledger_pending"],
    };
    let mut tried = 0;
    for (table, column, kind) in &columns {
        // The place of a row that waits promises nothing: it only says what came first.
        if (table.as_str(), column.as_str()) == ("ledger_pending", "id") {
            continue;
        }
        let value = match (column.as_str(), kind.as_str()) {
            ("government", _) => "'binjai'".to_owned(),
            ("day", _) => "'2026-10-01'".to_owned(),
            ("at", _) => "at + 100000000".to_owned(),
            ("level", _) => "8".to_owned(),
            (_, "text") => "'feedback-answered'".to_owned(),
            (_, "integer" | "bigint") => format!("{column} + 1000000"),
            _ => bytes.clone(),
        };
        let changed = run(portal, &format!("update {table} set {column} = {value} where {}", rows(table)[0])).await;
        assert_eq!(changed, 1, "{table}.{column}");
        let report = checked(portal, Against::default()).await;
        assert!(!report.is_whole(), "{table}.{column} was changed and nobody saw it");
        let named = report.findings.iter().any(|f| match table.as_str() {
            "ledger_entry" | "ledger_salt" => f.row.contains("entry 20"),
            "ledger_node" => f.row.contains("node at level 4, 3"),
            "ledger_head" => f.row.contains("2026-11-02") || f.row.contains("2026-11-03"),
            "ledger_tree" => f.row.contains("ledger_tree"),
            _ => f.row.contains("entry"),
        });
        assert!(named, "{table}.{column}: {:#?}", report.findings);
        assert!(report.findings.len() <= 4 || column == "size" || table == "ledger_tree", "{table}.{column}: one row, and {:#?}", report.findings);
        restore(portal).await;
        tried += 1;
    }
    assert_eq!(tried, columns.len() - 1);
    for table in TABLES {
        let [row, new] = rows(table);
        assert_eq!(run(portal, &format!("delete from {table} where {row}")).await, 1, "{table}");
        let report = checked(portal, Against::default()).await;
        assert!(report.findings.iter().any(|f| f.what == What::Removed || table == "ledger_head"), "a row of {table} was removed: {:#?}", report.findings);
        restore(portal).await;
        if !new.is_empty() {
            assert_eq!(run(portal, &format!("insert into {table} {new}")).await, 1, "{table}");
            let report = checked(portal, Against::default()).await;
            assert!(report.findings.iter().any(|f| f.what == What::Inserted || table == "ledger_head"), "a row was slipped into {table}: {:#?}", report.findings);
            restore(portal).await;
        }
    }
    whole(portal, "after everything was put back").await;
});

on_both!(rows_that_the_ledger_tells_of_are_held_to_it, world => {
    let portal = &world.portal;
    let (sent, _) = lived_in(&world).await;
    let mut form = answers();
    (form.key, form.protection, form.email) = ("f".repeat(32), "rahasia".into(), "sari@surel.example".into());
    let named = feedback::send(portal, &world.medan, None, "id", form.parse(&world.medan.today(portal.now())).unwrap()).await.unwrap();
    let verifier = world.staff("Vivi", Role::Verifier, "", None).await;
    feedback::identity::ask(portal, &verifier, &named.reference, "Alamat diperlukan untuk menjemput berkas.").await.unwrap();
    without_constraints(portal).await;
    let case = format!("(select id from feedback_case where reference = '{}')", sent.reference);
    for (tamper, undo, told) in [
        ("update feedback_case set text = 'Bukan ini' where reference = $", "update feedback_case set text = before.value from before where reference = $", "step 1 of case"),
        ("update feedback_step set note = 'Tidak pernah tutup' where kind = 'answered' and case_id = $", "update feedback_step set note = before.value from before where kind = 'answered' and case_id = $", "step"),
        ("update feedback_step set kind = 'progress' where kind = 'answered' and case_id = $", "update feedback_step set kind = before.value from before where kind = 'progress' and case_id = $", "feedback-answered"),
        ("update feedback_case set title = 'Bukan ini' where reference = $", "update feedback_case set title = before.value from before where reference = $", "step 4 of case"),
        ("update feedback_case set public_text = 'Bukan ini' where reference = $", "update feedback_case set public_text = before.value from before where reference = $", "step 4 of case"),
        ("update feedback_case set protection = 'publik' where reference = $", "update feedback_case set protection = before.value from before where reference = $", "step 4 of case"),
        ("update identity_step set note = 'Tanpa alasan'", "update identity_step set note = before.value from before", "identity behind case"),
        ("update announcement set title = 'Bukan ini'", "update announcement set title = before.value from before", "announcement loket-keliling"),
        ("update announcement set summary = 'Bukan ini'", "update announcement set summary = before.value from before", "announcement loket-keliling"),
        ("update announcement set body = 'Bukan ini'", "update announcement set body = before.value from before", "announcement loket-keliling"),
        ("update announcement set criteria = 'Bukan ini'", "update announcement set criteria = before.value from before", "announcement loket-keliling"),
        ("update topic set text = 'Bukan ini'", "update topic set text = before.value from before", "topic"),
        ("update reply set text = 'Bukan ini'", "update reply set text = before.value from before", "reply 1"),
        ("update moderation_act set note = 'Bukan ini'", "update moderation_act set note = before.value from before", "act of moderation"),
        ("update evidence_card set source = 'partly'", "update evidence_card set source = before.value from before", "evidence card"),
    ] {
        let own = |sql: &str| if sql.contains("reference = $") { sql.replace('$', &format!("'{}'", sent.reference)) } else { sql.replace('$', &case) };
        let (_, rest) = tamper.split_once("update ").unwrap();
        let (table, rest) = rest.split_once(" set ").unwrap();
        let (column, rest) = rest.split_once(" = ").unwrap();
        let which = rest.split_once(" where ").map(|(_, which)| format!(" where {which}")).unwrap_or_default();
        run(portal, &own(&format!("create table before as select {column} as value from {table}{which}"))).await;
        assert_eq!(run(portal, &own(tamper)).await, 1, "{tamper}");
        let report = checked(portal, Against::default()).await;
        assert!(report.findings.iter().any(|f| f.row.contains(told)), "{tamper}: {:#?}", report.findings);
        assert_eq!(run(portal, &own(undo)).await, 1, "{undo}");
        run(portal, "drop table before").await;
        whole(portal, undo).await;
    }
    for (what, tamper) in [
        (What::Inserted, format!("delete from feedback_step where kind = 'confirmed' and case_id = {case}")),
        (What::Removed, format!("insert into feedback_step (case_id, number, kind, at, by_role, note) select case_id, 99, 'answered', at, 'handler', 'Tidak pernah' from feedback_step where kind = 'received' and case_id = {case}")),
        (What::Inserted, "delete from moderation_act".to_owned()),
        (What::Inserted, "delete from identity_step".to_owned()),
    ] {
        let before = checked(portal, Against::default()).await.findings.len();
        assert_eq!(run(portal, &tamper).await, 1, "{tamper}");
        let report = checked(portal, Against::default()).await;
        assert!(report.findings.len() == before + 1 && report.findings.iter().any(|f| f.what == what), "{tamper}: {:#?}", report.findings);
    }
});

on_both!(a_ledger_rewritten_as_a_whole_agrees_with_itself_and_with_nobody_else, world => {
    let portal = &world.portal;
    let (sent, _) = lived_in(&world).await;
    sequence(portal).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let kept = heads::days(&mut conn, None, 1).await.unwrap()[0].head;
    drop(conn);
    let case = track(portal, &sent.receipt).await.unwrap();
    let own = proof(portal, &case).await.unwrap().unwrap();
    let before = || Against { heads: vec![kept], proofs: vec![own.clone()] };
    assert!(checked(portal, before()).await.is_whole());

    // Everything goes back into the queue but for one entry, and is numbered anew, heads and all.
    run(portal, "insert into ledger_pending (id, at, government, kind, subject, mark, commitment, salt) select e.number, e.at, e.government, e.kind, e.subject, e.mark, e.commitment, s.salt from ledger_entry e join ledger_salt s on s.number = e.number where e.subject <> 'T-5'").await;
    let bytes = |hash: &[u8]| if matches!(portal.db, Db::Sqlite { .. }) { format!("x'{}'", domain::secrets::hex(hash)) } else { format!("'\\x{}'", domain::secrets::hex(hash)) };
    for statement in ["delete from ledger_salt", "delete from ledger_entry", "delete from ledger_node", "delete from ledger_head", &format!("update ledger_tree set size = 0, root = {}, seal = {}", bytes(&merkle::empty()), bytes(&[0; 32]))] {
        run(portal, statement).await;
    }
    sequence(portal).await.unwrap();
    whole(portal, "it agrees with itself").await;
    let report = checked(portal, before()).await;
    let rewritten = report.findings.iter().filter(|f| f.what == What::Rewritten).count();
    // The proof was made when there was one entry more than now.
    assert!(rewritten >= 1 && report.findings.iter().any(|f| f.what == What::Ahead) && !report.only_lags(), "{:#?}", report.findings);
});

/// A database as an earlier release left it, with three entries of the chain.
async fn of_the_time_before(portal: &Portal) -> Db {
    let db = match &portal.db {
        Db::Sqlite { .. } => {
            let path = std::env::temp_dir().join(format!("balai_before_{}.db", std::process::id()));
            let _ = std::fs::remove_file(&path);
            Db::open(&format!("sqlite:{}", path.display())).await.unwrap()
        }
        Db::Postgres(pool) => {
            for statement in ["drop schema public cascade", "create schema public"] {
                sqlx::query(statement).execute(pool).await.unwrap();
            }
            portal.db.clone()
        }
    };
    let until = |mut migrator: sqlx::migrate::Migrator| {
        migrator.migrations = Cow::Owned(migrator.iter().filter(|m| m.version < 16).cloned().collect());
        migrator
    };
    match &db {
        Db::Sqlite { write, .. } => until(sqlx::migrate!("migrations/sqlite")).run(write).await.unwrap(),
        Db::Postgres(pool) => until(sqlx::migrate!("migrations/postgres")).run(pool).await.unwrap(),
    }
    let mut tx = db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("insert into area (code, parent_code, kind, name) values ('12.71', null, 'kota', 'Kota Medan')").execute(c).await.unwrap().rows_affected());
    on!(&mut tx, c => sqlx::query("insert into government (slug, area_code, name_id, name_en, short_name, head_title, reference_prefix, utc_offset_hours) values ('medan', '12.71', 'Kota Medan', 'Medan', 'Medan', '', 'MDN', 7)").execute(c).await.unwrap().rows_affected());
    for number in 1..=3_i64 {
        on!(&mut tx, c => sqlx::query("insert into ledger_entry (number, at, government, kind, subject, commitment, hash) values ($1, 1000, 'medan', 'test', $2, $3, $3)").bind(number).bind(format!("S-{number}")).bind(vec![number as u8; 32]).execute(c).await.unwrap().rows_affected());
        on!(&mut tx, c => sqlx::query("insert into ledger_salt (number, salt) values ($1, $2)").bind(number).bind(vec![number as u8; 16]).execute(c).await.unwrap().rows_affected());
    }
    tx.commit().await.unwrap();
    db
}

async fn comes_along(portal: Portal) {
    let portal = Portal { db: of_the_time_before(&portal).await, ..portal };
    portal.db.migrate().await.unwrap();
    sequence(&portal).await.unwrap();
    fill(&portal, 0, 1).await;
    sequence(&portal).await.unwrap();
    let report = whole(&portal, "entries of the time before").await;
    assert_eq!(report.size, 4);
    let mut conn = portal.db.read().await.unwrap();
    for (number, (leaf, _)) in (1..=3).zip(leaves(&mut conn, 0, 3).await.unwrap()) {
        assert_eq!((leaf.number, leaf.at, leaf.commitment), (number, 1000, vec![number as u8; 32]));
        let subject = format!("S-{number}");
        assert_eq!(ledger::of_subject(&mut conn, &subject).await.unwrap()[0].number, Some(number));
    }
    let salts: i64 = on!(&mut conn, c => sqlx::query_scalar("select count(*) from ledger_salt").fetch_one(c).await.unwrap());
    assert_eq!(salts, 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn entries_of_the_chain_become_leaves_sqlite() {
    let empty = World::empty_sqlite().await;
    comes_along(empty.0.clone()).await;
    empty.put_away().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn entries_of_the_chain_become_leaves_postgres() {
    let Some(empty) = World::empty_postgres().await else { return };
    comes_along(empty.0.clone()).await;
    empty.put_away().await;
}

on_both!(what_goes_to_the_ombudsman, world => {
    let portal = &world.portal;
    let (verifier, handler) = (world.staff("Vera", Role::Verifier, "", None).await, world.staff("Hadi", Role::Handler, "disdukcapil", None).await);
    let sent = send(&world, 'a').await;
    let public = async || feedback::public_dossier(portal, &world.medan, &sent.reference).await;
    assert!(matches!(public().await, Err(Error::NotFound)), "nobody has read it");
    let accepted = AcceptInput::parse("Loket akta tutup pagi", "Loket tutup pukul sepuluh.", "anonim", "pengaduan", "disdukcapil", "completion_time").unwrap();
    accept(portal, &verifier, &sent.reference, &accepted).await.unwrap();
    assert!(matches!(public().await, Err(Error::NotFound)), "its day has not passed");
    // An answer was due on 20 November.
    portal.clock.advance(19 * DAY);
    let dossier = public().await.unwrap();
    assert_eq!((dossier.text.as_str(), dossier.own), ("Loket tutup pukul sepuluh.", false), "the published words");
    let missed: Vec<_> = dossier.deadlines.iter().map(|d| (d.what, d.due.as_str(), d.done.as_deref(), d.missed)).collect();
    assert_eq!(missed, [("verify", "2026-11-05", Some("2026-11-02"), false), ("answer", "2026-11-20", None, true)]);
    assert!(dossier.deadlines.iter().all(|d| d.citation.contains("62/2018")));
    let case = track(portal, &sent.receipt).await.unwrap();
    let own = feedback::own_dossier(portal, &world.medan, &case).await.unwrap();
    assert!(own.own && own.text.contains("akta anak saya"), "their own words");
    assert_eq!(own.entries.iter().map(|e| e.number).collect::<Vec<_>>(), [Some(1), Some(2)]);
    let answered = AnswerInput::parse("upheld", "Loket memang tutup; kini dijaga bergantian.").unwrap();
    answer(portal, &handler, &sent.reference, &answered).await.unwrap();
    assert!(public().await.unwrap().deadlines[1].missed, "late is late");
    confirm(portal, sent.case, "").await.unwrap();
    assert!(matches!(public().await, Err(Error::NotFound)), "the reporter says that it is solved");
});
