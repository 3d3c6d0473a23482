//! The circle that an auditor walks: from a card to the case, the ledger, the reply, the decision, the evaluation that
//! lists it, and back; each way for whom may open what stands at its end, and for nobody else.

use std::collections::HashMap;

use domain::accounts::{self, Actor};
use domain::directory::units;
use domain::evaluation::{self, Card, EvaluationAct};
use domain::ids::{CardId, EvaluationId};
use domain::testing::{World, answers};
use domain::{Error, feedback, ledger, on_both};
use vocabulary::accounts::Role;
use vocabulary::evaluation::DecisionInput;
use vocabulary::feedback::{AcceptInput, AnswerInput};

use crate::{accepted_card, act, agreed_plan, cast, page, ratings, reported_year};

async fn listed(world: &World, actor: &Actor, card: &Card) -> Vec<EvaluationId> {
    let mut conn = world.portal.db.read().await.unwrap();
    let today = world.medan.today(world.portal.now());
    evaluation::listed_in(&mut conn, actor, card, &today).await.unwrap().into_iter().map(|e| e.id).collect()
}

async fn opens(world: &World, actor: &Actor, id: CardId) -> Option<Card> {
    let mut conn = world.portal.db.read().await.unwrap();
    match evaluation::card(&world.portal, &mut conn, actor, id).await {
        Ok((card, _)) => Some(card),
        Err(Error::NotFound) => None,
        Err(e) => panic!("{e}"),
    }
}

/// Of one subject in the ledger, each kind with its number, which the public trail has too.
async fn trail(world: &World, subject: &str) -> Vec<String> {
    let mut conn = world.portal.db.read().await.unwrap();
    let mut kinds = Vec::new();
    for entry in ledger::of_subject(&mut conn, subject).await.unwrap() {
        let number = entry.number.expect("numbered");
        let public = ledger::list(&mut conn, Some(number + 1)).await.unwrap().entries;
        assert_eq!((public[0].number, &public[0].kind, &public[0].hash), (Some(number), &entry.kind, &entry.hash), "the link leads to this very entry");
        kinds.push(entry.kind);
    }
    kinds
}

on_both!(an_auditor_walks_the_whole_circle, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let card = accepted_card(&world, &cast, 'a', "pengaduan", "Loket tutup pukul sepuluh pagi, akta belum jadi.").await;
    let plan = agreed_plan(&world, &cast).await;
    let id = reported_year(&world, &cast, plan, &[card]).await;
    let of_dewi = opens(&world, &cast.dewi, card).await.expect("her own");
    assert_eq!(listed(&world, &cast.dewi, &of_dewi).await, [id], "also while it is being written");
    act(&world, &cast.rina, id, EvaluationAct::Issue { ratings: ratings("sesuai_ekspektasi", "sesuai_ekspektasi", &[]), feedback: HashMap::new() }).await.unwrap();
    ledger::sequence(portal).await.unwrap();
    let verifier = world.staff("Vera", Role::Verifier, "", None).await;
    let handler = world.staff("Hendra", Role::Handler, "disdukcapil", None).await;
    for (actor, may, why) in [
        (&cast.dewi, true, "the subject"),
        (&cast.rina, true, "the assessor"),
        (&cast.sekar, true, "the one above"),
        (&cast.tia, true, "the performance team"),
        (&cast.oki, false, "a subordinate"),
        (&verifier, false, "the verifier"),
        (&handler, false, "the unit's handler"),
    ] {
        // From the case to the card.
        let mut conn = portal.db.read().await.unwrap();
        let from_case = evaluation::card_of_case(portal, &mut conn, actor, of_dewi.case_id.unwrap()).await.unwrap();
        drop(conn);
        assert_eq!(from_case.as_ref().map(|c| c.id), may.then_some(card), "{why}");
        let found = opens(&world, actor, card).await;
        assert_eq!(found.is_some(), may, "{why}");
        // From the card to the evaluation, whoever's copy of it asks.
        assert_eq!(listed(&world, actor, &of_dewi).await, if may { vec![id] } else { vec![] }, "{why}");
        let Some(found) = found else { continue };
        // On the card: reply, decision, and the case by its reference.
        assert!(found.reply.is_some() && found.decision.as_deref() == Some("accept"), "{why}");
        // From the evaluation back to the card, with the same reply and decision.
        let shown = page(&world, actor, id).await;
        assert_eq!(shown.evidence.len(), 1, "{why}");
        let evidence = &shown.evidence[0];
        assert_eq!((evidence.card, &evidence.reference, &evidence.title), (card, &found.reference, &found.title), "{why}");
        assert_eq!((Some(&evidence.reply), Some(&evidence.reason)), (found.reply.as_ref(), found.reason.as_ref()), "{why}");
        let mut conn = portal.db.read().await.unwrap();
        assert!(evaluation::seen_among(portal, &mut conn, actor, vec![card]).await.unwrap().contains(&card), "{why}");
    }
    // And to the ledger, of the card and of the evaluation.
    let kinds = trail(&world, &of_dewi.reference).await;
    for kind in ["feedback-received", "feedback-confirmed", "evidence-offered", "evidence-replied", "evidence-decided"] {
        assert_eq!(kinds.iter().filter(|k| *k == kind).count(), 1, "{kind} of {kinds:?}");
    }
    assert!(trail(&world, &id.to_string()).await.contains(&"evaluation-issue".to_owned()));
    // A decision that is corrected later: what was issued still lists the card, and the way stays.
    let rejecting = DecisionInput::parse("reject", "Ternyata listrik kota padam hari itu.").unwrap();
    evaluation::correct(portal, &cast.rina, card, 1, &rejecting).await.unwrap();
    let corrected = opens(&world, &cast.rina, card).await.unwrap();
    assert_eq!((corrected.decision.as_deref(), listed(&world, &cast.rina, &corrected).await), (Some("reject"), vec![id]));
});

on_both!(who_handled_the_case_reads_the_evaluation_and_not_the_card, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    // Rina assesses Dewi, and answered this case herself: the card is the secretary's.
    let rina = {
        let mut tx = portal.db.begin().await.unwrap();
        let unit = units::named(&mut tx, "medan", "disdukcapil").await.unwrap().0;
        accounts::grant(portal, &mut tx, cast.rina.account, "medan", unit, Role::Handler).await.unwrap();
        tx.commit().await.unwrap();
        world.actor(cast.rina.account).await
    };
    let verifier = world.staff("Vera", Role::Verifier, "", None).await;
    let form = answers();
    let sent = feedback::send(portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
    let input = AcceptInput::parse("Loket akta tutup pagi", "Loket akta tutup pagi.", "anonim", "pengaduan", "disdukcapil", "completion_time").unwrap();
    feedback::accept(portal, &verifier, &sent.reference, &input).await.unwrap();
    feedback::answer(portal, &rina, &sent.reference, &AnswerInput::parse("upheld", "Benar, sudah kami perbaiki.").unwrap()).await.unwrap();
    feedback::confirm(portal, sent.case, "").await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let card = evaluation::own(&mut conn, &cast.dewi, None).await.unwrap().0[0].id;
    drop(conn);
    evaluation::reply(portal, &cast.dewi, card, "Jadwal jaga sudah kami ubah.").await.unwrap();
    evaluation::decide(portal, &cast.sekar, card, &DecisionInput::parse("accept", "Terbukti dan sudah dibahas.").unwrap()).await.unwrap();
    let plan = agreed_plan(&world, &cast).await;
    let id = reported_year(&world, &cast, plan, &[card]).await;
    let shown = page(&world, &rina, id).await;
    assert_eq!(shown.evidence.iter().map(|e| e.card).collect::<Vec<_>>(), [card], "it counts in the evaluation that she writes");
    let mut conn = portal.db.read().await.unwrap();
    assert!(evaluation::seen_among(portal, &mut conn, &rina, vec![card]).await.unwrap().is_empty(), "and is no link for her");
    assert!(evaluation::card_of_case(portal, &mut conn, &rina, sent.case).await.unwrap().is_none(), "nor from the case, at whose desk she is");
    assert!(feedback::staff_case(&mut conn, &rina, &sent.reference).await.is_ok());
    assert!(evaluation::seen_among(portal, &mut conn, &cast.sekar, vec![card]).await.unwrap().contains(&card));
});
