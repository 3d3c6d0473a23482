use std::sync::Arc;

use domain::feedback::{self, identity};
use domain::ids::CaseId;
use domain::secrets::Chance;
use domain::testing::{World, answers};
use domain::vault::{Keys, erase, holds, open, put, rewrap};
use domain::{Error, Portal, ledger, on, on_both};
use vocabulary::accounts::Role;

use crate::{accepting, sent};

/// Every byte of the vault's rows, one after another.
async fn bytes(portal: &Portal) -> Vec<u8> {
    let mut conn = portal.db.read().await.unwrap();
    let rows: Vec<(Vec<u8>, Option<Vec<u8>>)> =
        on!(&mut conn, c => sqlx::query_as("select sealed, wrapped_key from vault_record order by case_id, slot").fetch_all(c).await.unwrap());
    rows.into_iter().flat_map(|(sealed, key)| [sealed, key.unwrap_or_default()].concat()).collect()
}

async fn two_cases(world: &World) -> (CaseId, CaseId) {
    let first = sent(world, 'a', |_| {}).await.case;
    let second = sent(world, 'b', |form| form.email = "budi@surel.example".into()).await.case;
    (first, second)
}

on_both!(a_record_opens_only_where_it_was_put, world => {
    let portal = &world.portal;
    let (first, second) = two_cases(&world).await;
    let raw = bytes(portal).await;
    assert!(raw.len() > 400 && !raw.windows(5).any(|w| w == b"sari@" || w == b"budi@"));
    let mut conn = portal.db.read().await.unwrap();
    assert!(open(portal, &mut conn, first, "identity").await.unwrap().unwrap().contains("sari@surel.example"));
    assert_eq!(open(portal, &mut conn, first, "message/1").await.unwrap(), None, "another place");
    drop(conn);
    // Whoever may write the database, and does not have the key, exchanges what was sealed of two cases.
    let mut tx = portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update vault_record set sealed = (select o.sealed from vault_record o where o.case_id = $2), wrapped_key = (select o.wrapped_key from vault_record o where o.case_id = $2) where case_id = $1").bind(first).bind(second).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    assert!(matches!(open(portal, &mut conn, first, "identity").await, Err(Error::Broken(_))), "a row of another case does not open");
    assert!(open(portal, &mut conn, second, "identity").await.unwrap().unwrap().contains("budi@"));
    let elsewhere = Portal { vault: Arc::new(Keys::new([1; 32], Vec::new())), ..portal.clone() };
    assert!(matches!(open(&elsewhere, &mut conn, second, "identity").await, Err(Error::Broken(_))), "another installation has another key");
});

on_both!(the_length_of_what_is_sealed_tells_nothing, world => {
    let portal = &world.portal;
    let case = sent(&world, 'a', |form| form.email = String::new()).await.case;
    let mut tx = portal.db.begin().await.unwrap();
    put(portal, &mut tx, case, "message/1", "ya").await.unwrap();
    put(portal, &mut tx, case, "message/2", "Saya Sari dari Belawan.").await.unwrap();
    let lengths: Vec<i64> = on!(&mut tx, c => sqlx::query_scalar("select cast(length(sealed) as bigint) from vault_record").fetch_all(c).await.unwrap());
    assert!(lengths.len() == 2 && lengths[0] == lengths[1], "{lengths:?}");
    tx.commit().await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    assert!(!holds(&mut conn, case, "identity").await.unwrap(), "who left nothing has no record");
    assert_eq!(open(portal, &mut conn, case, "message/2").await.unwrap().as_deref(), Some("Saya Sari dari Belawan."));
});

on_both!(one_record_is_erased_by_destroying_its_key, world => {
    let portal = &world.portal;
    let (first, second) = two_cases(&world).await;
    let mut conn = portal.db.read().await.unwrap();
    let name: String = on!(&mut conn, c => sqlx::query_scalar("select reference from feedback_case where id = $1").bind(first).fetch_one(c).await.unwrap());
    drop(conn);
    feedback::write_as_reporter(portal, first, "Nama saya Sari.").await.unwrap();
    assert_eq!(identity::erase(portal, &name).await.unwrap(), 2, "the identity and a message");
    assert_eq!(identity::erase(portal, &name).await.unwrap(), 0, "once");
    assert!(matches!(identity::erase(portal, "MDN-2611-XXXX0").await, Err(Error::NotFound)));
    let mut conn = portal.db.read().await.unwrap();
    assert_eq!(open(portal, &mut conn, first, "identity").await.unwrap(), None);
    assert!(open(portal, &mut conn, second, "identity").await.unwrap().is_some(), "others stay");
    let told = feedback::messages(portal, &mut conn, feedback::MessageBy::Reporter(first)).await.unwrap();
    assert_eq!(told[0].text, None, "that there was a message stays, its words do not");
    assert!(ledger::of_subject(&mut conn, &name).await.unwrap().iter().any(|e| e.kind == "identity-erased"));
    drop(conn);
    // The rest of the case goes on: nobody can be written to, and nothing breaks.
    let verifier = world.staff("Vera", Role::Verifier, "", None).await;
    feedback::accept(portal, &verifier, &name, &accepting("pengaduan", "disdukcapil")).await.unwrap();
    feedback::write_as_staff(portal, &verifier, &name, "Kami periksa.").await.unwrap();
    let mut tx = portal.db.begin().await.unwrap();
    assert_eq!(erase(&mut tx, second).await.unwrap(), 1);
});

on_both!(the_key_of_the_installation_is_changed, world => {
    let (first, second) = two_cases(&world).await;
    let before = bytes(&world.portal).await;
    let with = |keys| Portal { vault: Arc::new(keys), ..world.portal.clone() };
    // While it changes both keys are there; what is put meanwhile is under the new one.
    let changing = with(Keys::new([5; 32], vec![[8; 32]]));
    let third = {
        let mut tx = changing.db.begin().await.unwrap();
        put(&changing, &mut tx, first, "message/9", "di tengah jalan").await.unwrap();
        tx.commit().await.unwrap();
        first
    };
    assert_eq!(rewrap(&changing).await.unwrap(), 2);
    assert_eq!(rewrap(&changing).await.unwrap(), 0, "begun again, nothing is left to do");
    let after = with(Keys::new([5; 32], Vec::new()));
    let mut conn = after.db.read().await.unwrap();
    assert!(open(&after, &mut conn, first, "identity").await.unwrap().unwrap().contains("sari@"));
    assert!(open(&after, &mut conn, second, "identity").await.unwrap().unwrap().contains("budi@"));
    assert!(open(&after, &mut conn, third, "message/9").await.unwrap().is_some());
    assert!(matches!(open(&world.portal, &mut conn, first, "identity").await, Err(Error::Broken(_))), "the former key opens nothing");
    assert_ne!(before, bytes(&world.portal).await);
});

#[test]
fn the_file_of_the_key_is_its_owners_and_holds_both_while_it_changes() {
    let folder = std::env::temp_dir().join(format!("balai-vault-key-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let chance = Chance::seeded(4);
    let keys = Keys::open(&folder, &chance).unwrap();
    let file = folder.join("vault.key");
    let first = std::fs::read(&file).unwrap();
    assert_eq!(first.len(), 32);
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&file.metadata().unwrap().permissions()) & 0o777, 0o600);
    let renewed = keys.renew(&folder, &chance).unwrap();
    let both = std::fs::read(&file).unwrap();
    assert!(both.len() == 64 && both[32..] == first[..] && both[..32] != first[..]);
    renewed.forget_former(&folder).unwrap();
    assert_eq!(std::fs::read(&file).unwrap(), both[..32]);
    std::fs::write(&file, b"short").unwrap();
    assert!(matches!(Keys::open(&folder, &chance), Err(Error::Configuration(_))));
    std::fs::remove_dir_all(folder).unwrap();
}

on_both!(identities_from_before_the_vault_are_moved_into_it, world => {
    let portal = &world.portal;
    let named = sent(&world, 'a', |form| { form.protection = "publik".into(); form.name = "Sari".into(); form.email = String::new(); }).await;
    let raised = sent(&world, 'b', |form| form.email = String::new()).await;
    let sari = world.resident("Sari").await;
    let mut tx = portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("delete from vault_record").execute(c).await.unwrap().rows_affected());
    for (case, text) in [(named.case, r#"{"name":"Sari","email":null,"language":"id"}"#), (raised.case, r#"{"name":null,"email":"sari@surel.example","language":"en"}"#)] {
        let sealed = portal.secrets.seal(&portal.chance, text).unwrap();
        on!(&mut tx, c => sqlx::query("insert into feedback_identity (case_id, sealed, account_id) values ($1, $2, $3)").bind(case).bind(&sealed).bind(sari.account).execute(c).await.unwrap().rows_affected());
    }
    tx.commit().await.unwrap();
    assert_eq!(feedback::move_identities(portal).await.unwrap(), 2);
    assert_eq!(feedback::move_identities(portal).await.unwrap(), 0, "done again it does nothing");
    let mut conn = portal.db.read().await.unwrap();
    assert!(open(portal, &mut conn, raised.case, "identity").await.unwrap().unwrap().contains("sari@surel.example"));
    let left: i64 = on!(&mut conn, c => sqlx::query_scalar("select count(*) from feedback_identity").fetch_one(c).await.unwrap());
    assert_eq!(left, 0, "nothing stays in the former table");
    let own = feedback::own_cases(portal, &mut conn, sari.account).await.unwrap();
    assert_eq!(own.iter().map(|c| c.reference.as_str()).collect::<Vec<_>>(), [named.reference.as_str()], "only the one with her name is hers");
});

on_both!(an_account_is_tied_to_a_case_only_by_a_name_for_everyone, world => {
    let portal = &world.portal;
    let sari = world.resident("Sari").await;
    let mut references = Vec::new();
    for (key, protection) in [("a", "publik"), ("b", "anonim"), ("c", "rahasia")] {
        let mut form = answers();
        form.key = key.repeat(32);
        form.protection = protection.into();
        form.name = "Sari".into();
        references.push(feedback::send(portal, &world.medan, Some(sari.account), "id", form.parse("2026-11-02").unwrap()).await.unwrap().reference);
    }
    let mut conn = portal.db.read().await.unwrap();
    let own = feedback::own_cases(portal, &mut conn, sari.account).await.unwrap();
    assert_eq!(own.iter().map(|c| &c.reference).collect::<Vec<_>>(), [&references[0]]);
    let owners: Vec<String> = on!(&mut conn, c => sqlx::query_scalar("select owner from feedback_owner").fetch_all(c).await.unwrap());
    assert!(owners.len() == 1 && owners[0] != sari.account.to_string());
    drop(conn);
    let verifier = world.staff("Vera", Role::Verifier, "", None).await;
    feedback::accept(portal, &verifier, &references[0], &accepting("pengaduan", "disdukcapil")).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    assert!(feedback::own_cases(portal, &mut conn, sari.account).await.unwrap().is_empty(), "the verifier protected it: it is nobody's now");
});
