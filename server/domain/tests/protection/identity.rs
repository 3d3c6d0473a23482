use domain::accounts::Actor;
use domain::clock::{DAY, HOUR, MINUTE};
use domain::feedback::identity::{Decision, ask, decide, expire, lapse_due, open, requests, told, waiting};
use domain::feedback::{self, Sent};
use domain::notifications::{Mail, claim, finish, notices};
use domain::testing::World;
use domain::{Error, Portal, Refusal, ledger, on, on_both, vault};
use vocabulary::accounts::Role;
use vocabulary::identity::IdentityAct;

use crate::{accepting, sent};

const REASON: &str = "Pelapor perlu didengar sebagai saksi.";

/// A case of misconduct at the inspectorate, with two verifiers and an inspector.
async fn at_the_inspectorate(world: &World) -> (Sent, Actor, Actor, Actor) {
    let case = sent(world, 'a', |form| form.kind = "penyimpangan".into()).await;
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    let wira = world.staff("Wira", Role::Verifier, "", None).await;
    let ina = world.staff("Ina", Role::Inspector, "inspektorat", None).await;
    feedback::accept(&world.portal, &vera, &case.reference, &accepting("penyimpangan", "inspektorat")).await.unwrap();
    (case, vera, wira, ina)
}

/// The mails that are due now, by key.
async fn due(portal: &Portal) -> Vec<Mail> {
    let mut found = Vec::new();
    while let Some(job) = claim(portal).await.unwrap() {
        found.push(serde_json::from_str(&job.payload).unwrap());
        finish(portal, &job).await.unwrap();
    }
    found
}

fn refused<T>(result: &domain::Result<T>) -> Option<Refusal> {
    match result {
        Err(Error::Refused(refusal)) => Some(*refusal),
        _ => None,
    }
}

on_both!(two_people_open_an_identity_once_and_the_reporter_is_told, world => {
    let portal = &world.portal;
    let (case, vera, wira, ina) = at_the_inspectorate(&world).await;
    let at = case.reference.as_str();
    ask(portal, &ina, at, REASON).await.unwrap();
    assert_eq!(refused(&ask(portal, &vera, at, REASON).await), Some(Refusal::AlreadyDone), "one request at a time");
    assert_eq!(refused(&open(portal, &ina, at).await), Some(Refusal::WrongStep), "nobody agreed yet");
    assert_eq!(refused(&decide(portal, &ina, at, Decision::Approve).await), Some(Refusal::OwnRequest), "nobody agrees to their own request");
    let mut conn = portal.db.read().await.unwrap();
    assert_eq!(waiting(&mut conn, &wira).await.unwrap(), [at]);
    assert!(waiting(&mut conn, &ina).await.unwrap().is_empty(), "one's own request waits for others");
    drop(conn);
    decide(portal, &wira, at, Decision::Approve).await.unwrap();
    assert_eq!(refused(&decide(portal, &vera, at, Decision::Refuse("Tidak perlu untuk pemeriksaan.")).await), Some(Refusal::WrongStep), "decided is decided");
    assert_eq!(refused(&open(portal, &wira, at).await), Some(Refusal::WrongStep), "only who asked sees it");
    let seen = open(portal, &ina, at).await.unwrap();
    assert_eq!((seen.name.as_deref(), seen.email.as_deref()), (None, Some("sari@surel.example")));
    assert!(!format!("{seen:?}").contains("sari"));
    assert_eq!(refused(&open(portal, &ina, at).await), Some(Refusal::WrongStep), "once");

    let mut conn = portal.db.read().await.unwrap();
    let requests = told(&mut conn, case.case).await.unwrap();
    let acts: Vec<_> = requests[0].acts.iter().map(|a| (a.kind, a.by_role.as_str())).collect();
    assert_eq!(acts, [(IdentityAct::Asked, "inspector"), (IdentityAct::Approved, "verifier"), (IdentityAct::Opened, "inspector")]);
    assert_eq!(requests[0].asked().note, REASON);
    let trail: Vec<_> = ledger::of_subject(&mut conn, at).await.unwrap().into_iter().map(|e| e.kind).filter(|k| k.starts_with("identity")).collect();
    assert_eq!(trail, ["identity-asked", "identity-approved", "identity-opened"]);
    assert_eq!(notices(&mut conn, ina.account, None).await.unwrap().0[0].kind, "identity-approved");
    drop(conn);
    assert!(due(portal).await.is_empty(), "mails to the protected wait for their hour");
    portal.clock.advance(3 * HOUR);
    let mails = due(portal).await;
    let keys: Vec<_> = mails.iter().map(|m| m.key.as_str()).collect();
    for key in ["mail-feedback-received", "mail-identity-asked", "mail-identity-approved", "mail-identity-opened"] {
        assert!(keys.contains(&key), "{key}: {keys:?}");
    }
    let opened = mails.iter().find(|m| m.key == "mail-identity-opened").unwrap();
    for (name, value) in [("reference", at), ("date", "2026-11-02"), ("role", "by-inspector"), ("reason", REASON)] {
        assert!(opened.args.contains(&(name.into(), value.into())), "{name}: {:?}", opened.args);
    }
});

on_both!(what_is_not_decided_or_opened_in_time_lapses, world => {
    let portal = &world.portal;
    let (case, vera, wira, ina) = at_the_inspectorate(&world).await;
    let at = case.reference.as_str();
    ask(portal, &ina, at, REASON).await.unwrap();
    portal.clock.advance(72 * HOUR);
    assert_eq!(lapse_due(portal).await.unwrap(), 0, "the last millisecond counts");
    portal.clock.advance(1);
    assert_eq!(refused(&decide(portal, &wira, at, Decision::Approve).await), Some(Refusal::TooLate), "also before anything swept it");
    assert_eq!(lapse_due(portal).await.unwrap(), 1);
    assert_eq!(lapse_due(portal).await.unwrap(), 0);
    assert_eq!(refused(&decide(portal, &wira, at, Decision::Approve).await), Some(Refusal::WrongStep));

    ask(portal, &vera, at, REASON).await.unwrap();
    decide(portal, &ina, at, Decision::Approve).await.unwrap();
    portal.clock.advance(24 * HOUR + MINUTE);
    assert_eq!(refused(&open(portal, &vera, at).await), Some(Refusal::TooLate));
    assert_eq!(lapse_due(portal).await.unwrap(), 1);
    ask(portal, &vera, at, REASON).await.unwrap();
    decide(portal, &wira, at, Decision::Refuse("Keterangan lain sudah cukup untuk memeriksa.")).await.unwrap();
    assert_eq!(refused(&open(portal, &vera, at).await), Some(Refusal::WrongStep));
    let mut conn = portal.db.read().await.unwrap();
    let kinds: Vec<Vec<&str>> = told(&mut conn, case.case).await.unwrap().iter().map(|r| r.acts.iter().map(|a| a.kind.as_str()).collect()).collect();
    assert_eq!(kinds, [vec!["asked", "lapsed"], vec!["asked", "approved", "lapsed"], vec!["asked", "refused"]]);
    drop(conn);
    portal.clock.advance(6 * HOUR);
    assert_eq!(due(portal).await.iter().filter(|m| m.key == "mail-identity-lapsed").count(), 2, "the reporter is told of that too");
});

on_both!(one_person_with_two_accounts_is_one_person, world => {
    let portal = &world.portal;
    let case = sent(&world, 'a', |_| {}).await;
    let one = world.staff("Kurnia Satu", Role::Verifier, "", Some("P103")).await;
    let two = world.staff("Kurnia Dua", Role::Verifier, "", Some("P103")).await;
    ask(portal, &one, &case.reference, REASON).await.unwrap();
    assert_eq!(refused(&decide(portal, &two, &case.reference, Decision::Approve).await), Some(Refusal::OwnRequest));
});

on_both!(two_at_once_open_it_once, world => {
    let portal = &world.portal;
    let (case, _, wira, ina) = at_the_inspectorate(&world).await;
    ask(portal, &ina, &case.reference, REASON).await.unwrap();
    let both = tokio::join!(decide(portal, &wira, &case.reference, Decision::Approve), decide(portal, &wira, &case.reference, Decision::Refuse("Keterangan lain sudah cukup.")));
    assert!(both.0.is_ok() != both.1.is_ok(), "one decision");
    if both.0.is_ok() {
        let both = tokio::join!(open(portal, &ina, &case.reference), open(portal, &ina, &case.reference));
        assert!(both.0.is_ok() != both.1.is_ok(), "one look");
    }
});

on_both!(who_may_not_know_identities_finds_nothing, world => {
    let portal = &world.portal;
    let ordinary = sent(&world, 'a', |form| form.about = "jabatan:kabid-capil-disdukcapil".into()).await;
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    feedback::accept(portal, &vera, &ordinary.reference, &accepting("pengaduan", "disdukcapil")).await.unwrap();
    let nobody = sent(&world, 'b', |form| form.email = String::new()).await;
    assert_eq!(refused(&ask(portal, &vera, &nobody.reference, REASON).await), Some(Refusal::NothingKept));
    ask(portal, &vera, &ordinary.reference, REASON).await.unwrap();
    let others = [
        ("a handler of the unit", world.staff("Hadi", Role::Handler, "disdukcapil", None).await),
        ("a handler of all units", world.staff("Hana", Role::Handler, "", None).await),
        ("an inspector, for it is no misconduct", world.staff("Ina", Role::Inspector, "inspektorat", None).await),
        ("a verifier with a desk in the unit", world.staff("Veri", Role::Verifier, "disdukcapil", None).await),
        ("the post's holder", world.staff("Dewi Batubara", Role::Verifier, "", Some("P102")).await),
        ("the holder's superior", world.staff("Rina Tarigan", Role::Verifier, "", Some("P101")).await),
        ("a verifier of Binjai", world.account_in("binjai", "Bina", Some((Role::Verifier, "pemerintah")), None).await),
        ("a resident", world.resident("Sari").await),
    ];
    for (who, actor) in &others {
        assert!(matches!(ask(portal, actor, &ordinary.reference, REASON).await, Err(Error::NotFound)), "{who} asks");
        assert!(matches!(decide(portal, actor, &ordinary.reference, Decision::Approve).await, Err(Error::NotFound)), "{who} decides");
        assert!(matches!(open(portal, actor, &ordinary.reference).await, Err(Error::NotFound)), "{who} opens");
        let mut conn = portal.db.read().await.unwrap();
        assert!(matches!(requests(&mut conn, actor, &ordinary.reference).await, Err(Error::NotFound)), "{who} looks");
        assert!(waiting(&mut conn, actor).await.unwrap().is_empty(), "{who} is asked");
    }
    // The right is asked anew at each stage: who lost it after the approval opens nothing.
    let wira = world.staff("Wira", Role::Verifier, "", None).await;
    decide(portal, &wira, &ordinary.reference, Decision::Approve).await.unwrap();
    let mut tx = portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update role_grant set ended_at = 1 where account_id = $1").bind(vera.account).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    assert!(matches!(open(portal, &world.actor(vera.account).await, &ordinary.reference).await, Err(Error::NotFound)));
});

on_both!(two_years_after_a_case_is_over_nobody_can_say_who_sent_it, world => {
    let portal = &world.portal;
    let case = sent(&world, 'a', |form| form.protection = "rahasia".into()).await;
    let other = sent(&world, 'b', |_| {}).await;
    let vera = world.staff("Vera", Role::Verifier, "", None).await;
    feedback::accept(portal, &vera, &other.reference, &accepting("pengaduan", "disdukcapil")).await.unwrap();
    let withdrawn = feedback::withdraw(portal, case.case, "").await;
    assert!(withdrawn.is_ok(), "{withdrawn:?}");
    portal.clock.advance(730 * DAY);
    assert_eq!(expire(portal).await.unwrap(), 0, "the last day counts");
    portal.clock.advance(DAY);
    assert_eq!(expire(portal).await.unwrap(), 1, "what is still open keeps its reporter");
    assert_eq!(expire(portal).await.unwrap(), 0, "once");
    let mut conn = portal.db.read().await.unwrap();
    assert!(!vault::holds(&mut conn, case.case, "identity").await.unwrap() && vault::holds(&mut conn, other.case, "identity").await.unwrap());
});
