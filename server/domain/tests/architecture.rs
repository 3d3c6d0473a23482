//! The rules of ARCHITECTURE.md, held.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Source files under a folder, with their text.
fn sources(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has no sources");
    found
}

/// In reading order: each may call those before it.
const CAPABILITIES: [&str; 14] =
    ["ledger", "notifications", "accounts", "vault", "directory", "moderation", "evaluation", "feedback", "open311", "forum", "development", "ideas", "following", "open_data"];

/// Which capability owns which tables.
const TABLES: &[(&str, &[&str])] = &[
    ("ledger", &["ledger_pending", "ledger_entry", "ledger_salt", "ledger_node", "ledger_tree", "ledger_head"]),
    ("notifications", &["job", "notice", "news", "news_about"]),
    ("following", &["follower", "following", "follow_request", "letter_line", "push_subscription"]),
    ("accounts", &["account", "role_grant", "role_change", "sign_in_link", "session"]),
    (
        "directory",
        &[
            "area",
            "holiday",
            "rule",
            "government",
            "unit",
            "position",
            "duty",
            "person",
            "tenure",
            "service",
            "service_standard",
            "service_part",
            "service_pledge",
            "redirect",
            "directory_version",
            "directory_successor",
            "directory_change",
            "directory_file",
            "directory_reminder",
            "workload",
            "announcement",
            "announcement_stage",
            "correction",
        ],
    ),
    ("moderation", &["flag", "moderation_act"]),
    (
        "evaluation",
        &[
            "evidence_card",
            "evidence_reply",
            "evidence_decision",
            "evidence_reply_file",
            "evidence_note",
            "evidence_hold",
            "evidence_suspect",
            "evidence_period",
            "evidence_figure",
            "improvement",
            "assessor_delegation",
            "evaluation_look",
            "evaluation_year",
            "organisation_rating",
            "performance_plan",
            "performance_plan_version",
            "performance_plan_step",
            "evaluation",
            "evaluation_version",
            "evaluation_step",
        ],
    ),
    (
        "feedback",
        &[
            "feedback_case",
            "feedback_identity",
            "feedback_receipt",
            "feedback_photo",
            "feedback_step",
            "feedback_due_change",
            "feedback_answer_days",
            "feedback_element_count",
            "feedback_owner",
            "feedback_message",
            "identity_step",
            "feedback_follow",
            "feedback_photo_part",
            "feedback_photo_waiting",
            "feedback_photo_piece",
            "feedback_assignment",
            "feedback_template",
            "feedback_rule_matter",
        ],
    ),
    ("open311", &["open311_key", "open311_request", "open311_peer", "open311_forward", "open311_forward_update"]),
    ("vault", &["vault_record"]),
    ("forum", &["topic", "reply", "topic_support", "reply_helpful"]),
    (
        "development",
        &[
            "coaching",
            "coaching_card",
            "coaching_action",
            "coaching_step",
            "competency_level",
            "training",
            "training_done",
            "training_budget",
            "development_look",
            "talent_input",
            "talent_search",
            "talent_seen",
            "recognition",
            "recognition_card",
            "recognition_withdrawal",
        ],
    ),
    ("ideas", &["idea", "idea_case", "idea_support", "idea_comment", "idea_answer", "commitment", "commitment_step"]),
    ("open_data", &["dataset_version"]),
    ("search", &["directory_entry", "directory_text", "directory_word", "directory_word_near", "feedback_search", "feedback_search_row"]),
];

fn capability(file: &str) -> Option<&str> {
    let rest = file.strip_prefix("server/domain/src/")?;
    let first = rest.split(['/', '.']).next()?;
    CAPABILITIES.iter().chain(&["search"]).copied().find(|c| *c == first)
}

#[test]
fn the_browser_half_has_nothing_of_the_server() {
    let output = std::process::Command::new(env!("CARGO"))
        .args(["tree", "-p", "app", "--no-default-features", "--features", "hydrate", "--target", "wasm32-unknown-unknown", "-e", "normal", "--prefix", "none", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    let tree = String::from_utf8_lossy(&output.stdout);
    assert!(tree.contains("vocabulary"), "{}", String::from_utf8_lossy(&output.stderr));
    for forbidden in ["domain v", "sqlx v", "tokio v", "axum v", "server v"] {
        assert!(!tree.lines().any(|l| l.starts_with(forbidden)), "{forbidden} is compiled for the browser");
    }
}

#[test]
fn the_domain_knows_no_framework() {
    let manifest = fs::read_to_string(root().join("server/domain/Cargo.toml")).unwrap();
    for name in ["leptos", "axum", "http"] {
        assert!(!manifest.lines().any(|l| l.starts_with(&format!("{name}.")) || l.starts_with(&format!("{name} "))), "domain depends on {name}");
    }
    for (file, text) in sources("server/domain/src") {
        assert!(!text.contains("leptos::") && !text.contains("axum::") && !text.contains("use http"), "{file}");
    }
}

#[test]
fn sql_stands_in_the_domain_and_the_session_store_only() {
    for folder in ["app", "server/src"] {
        for (file, text) in sources(folder) {
            if file != "server/src/session_store.rs" {
                assert!(!text.contains("sqlx::query"), "{file} has SQL");
            }
        }
    }
}

#[test]
fn sql_is_never_formatted() {
    for (file, text) in sources("server/domain/src").into_iter().chain(sources("server/src")) {
        // The tests' own databases are made and dropped by name.
        if file.ends_with("domain/src/testing.rs") || file.ends_with("domain/src/testing/template.rs") {
            continue;
        }
        let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for forbidden in ["AssertSqlSafe", "query(&format!", "query(format!", "query_as(&format!", "query_scalar(&format!", ".push(format!(\"", ".push(&format!(\""] {
            let in_query = forbidden.starts_with(".push") && !joined.contains("QueryBuilder");
            assert!(in_query || !joined.contains(forbidden), "{file}: {forbidden}");
        }
    }
}

#[test]
fn a_capability_calls_only_those_before_it() {
    for (file, text) in sources("server/domain/src") {
        let Some(own) = capability(&file).filter(|c| *c != "search") else { continue };
        let position = CAPABILITIES.iter().position(|c| *c == own).unwrap();
        for later in &CAPABILITIES[position + 1..] {
            for call in [format!("crate::{later}::"), format!("use crate::{later};"), format!(" {later}::")] {
                let named = text.lines().any(|l| !l.trim_start().starts_with("//") && l.contains(&call) && !l.contains(&format!("vocabulary::{later}")));
                assert!(!named, "{file} calls {later}, which comes after {own}");
            }
        }
    }
}

#[test]
fn a_capability_writes_only_its_own_tables() {
    let mut writes = 0;
    for (file, text) in sources("server/domain/src") {
        let Some(own) = capability(&file) else { continue };
        let lower = text.to_lowercase();
        for verb in ["insert into ", "update ", "delete from "] {
            for (at, _) in lower.match_indices(verb) {
                let table: String = lower[at + verb.len()..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                if let Some((owner, _)) = TABLES.iter().find(|(_, tables)| tables.contains(&table.as_str())) {
                    writes += 1;
                    assert_eq!(*owner, own, "{file} writes {table}");
                }
            }
        }
    }
    assert!(writes > 40, "the rule found only {writes} writes");
}

#[test]
fn names_tell_something() {
    for folder in ["app", "server"] {
        for (file, _) in sources(folder) {
            let name = Path::new(&file).file_stem().unwrap().to_string_lossy().into_owned();
            assert!(!["utils", "helpers", "common", "misc", "util", "helper"].contains(&name.as_str()), "{file}");
        }
    }
}

#[test]
fn a_long_file_says_why() {
    for folder in ["app/src", "app/vocabulary", "server"] {
        for (file, text) in sources(folder) {
            let long = text.lines().count() > 400;
            assert!(!long || text.lines().take(8).any(|l| l.contains("Long because")), "{file} has {} lines and does not say why", text.lines().count());
        }
    }
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = |kind: &str| {
        let mut names: Vec<_> = fs::read_dir(root().join("server/domain/migrations").join(kind)).unwrap().flatten().map(|e| e.file_name()).collect();
        names.sort();
        names
    };
    assert_eq!(names("sqlite"), names("postgres"));
    assert!(names("sqlite").len() >= 8);
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let section = manifest.split("[workspace.dependencies]").nth(1).unwrap().split("\n[").next().unwrap();
    for line in section.lines().filter(|l| l.contains(" = ")) {
        assert!(!line.contains("\"*\""), "{line}");
    }
    assert!(section.lines().filter(|l| l.starts_with('#')).count() >= 15, "reasons stand beside dependencies");
}
