//! From feedback to the annual predicate, and every way in which it does not go straight.
//!
//! Long because every way begins where the straight one is, and is read beside it.

use std::collections::{BTreeSet, HashMap};

use domain::clock::DAY;
use domain::evaluation::{self, EvaluationAct, PlanAct};
use domain::ids::EvaluationId;
use domain::testing::World;
use domain::{Error, Refusal, ledger, on, on_both};
use sha2::Digest;
use vocabulary::accounts::Role;
use vocabulary::evaluation::plan::CoreValue;
use vocabulary::evaluation::rating::{EvaluationState, EvaluationStep, OrganisationPredicate, Period, Predicate, Rating, Rhythm, RuleSet, STEPS};
use vocabulary::evaluation::{DecisionInput, LookForm, LookedAt, Standing};

use crate::{accepted_card, act, agreed_plan, cast, edits_of_plan, page, ratings, reported_year, result};

const PERFORMANCE: &str = include_str!("../../../data/reference/performance.json");

fn refused(outcome: domain::Result<()>) -> Option<Refusal> {
    match outcome {
        Err(Error::Refused(refusal)) => Some(refusal),
        _ => None,
    }
}

#[test]
fn the_matrix_the_words_and_the_steps_are_those_of_the_data() {
    let file: serde_json::Value = serde_json::from_str(PERFORMANCE).unwrap();
    let keys = |name: &str| file[name].as_array().unwrap().iter().map(|w| w["key"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(keys("ratings"), Rating::ALL.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert_eq!(keys("predicates"), Predicate::ALL.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert_eq!(keys("organisation_predicates"), OrganisationPredicate::ALL.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert_eq!(keys("core_values"), CoreValue::ALL.iter().map(ToString::to_string).collect::<Vec<_>>());
    let matrix = file["predicate_matrix_[work_result][work_behaviour]"].as_object().unwrap();
    let mut compared = 0;
    for results in Rating::ALL {
        for behaviour in Rating::ALL {
            let told = matrix[results.as_str()][behaviour.as_str()].as_str().unwrap();
            assert_eq!(RuleSet::PermenPanRb6Of2022.predicate(*results, *behaviour).as_str(), told, "{results} × {behaviour}");
            compared += 1;
        }
    }
    assert_eq!(compared, 9);
    for organisation in OrganisationPredicate::ALL {
        let counts = &file["distribution_pattern"]["template_counts"][organisation.as_str()];
        let told: Vec<i64> = Predicate::ALL.iter().map(|p| counts[p.as_str()].as_i64().unwrap()).collect();
        assert_eq!(organisation.pattern().to_vec(), told, "{organisation}");
    }
    // Every step of the objection in the data is one of the program's, and from its states the program has no other.
    let machine = &file["objection_state_machine"];
    let states: BTreeSet<&str> = machine["states"].as_array().unwrap().iter().map(|s| s.as_str().unwrap()).collect();
    let told: BTreeSet<(String, String, String, String)> = machine["transitions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| {
            let word = |i: usize| t[i].as_str().unwrap().split('(').next().unwrap().to_owned();
            (word(0), word(1), word(2), word(3))
        })
        .collect();
    assert_eq!(told.len(), 11);
    let own: BTreeSet<(String, String, String, String)> = STEPS
        .iter()
        .filter(|(from, ..)| states.contains(from.as_str()) && *from != EvaluationState::Final)
        .map(|(from, by, to, who)| (from.to_string(), by.to_string(), to.to_string(), who.to_string()))
        .collect();
    assert_eq!(own, told);
}

on_both!(praise_and_complaint_to_the_annual_predicate, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let complaint = accepted_card(&world, &cast, 'a', "pengaduan", "Loket tutup pukul sepuluh pagi, akta belum jadi.").await;
    let praise = accepted_card(&world, &cast, 'b', "apresiasi", "Akta anak saya jadi dalam satu jam, petugas ramah.").await;
    let plan = agreed_plan(&world, &cast).await;
    evaluation::rate_organisation(portal, &cast.tia, "medan", "disdukcapil", (2026, Period::Year), OrganisationPredicate::Good, "Rencana aksi sesuai target.").await.unwrap();
    let id = reported_year(&world, &cast, plan, &[complaint, praise]).await;
    let before = page(&world, &cast.rina, id).await;
    assert_eq!(before.standing, Standing::Assessor);
    assert_eq!(before.evidence.len(), 2, "both are listed, nothing is counted together");
    assert!(before.evidence.iter().all(|e| e.reply.contains("Jadwal jaga")), "the reply travels with the card");
    let feedback = HashMap::from([("h1".to_owned(), "Teruskan jadwal jaga bergantian.".to_owned())]);
    act(&world, &cast.rina, id, EvaluationAct::Issue { ratings: ratings("di_atas_ekspektasi", "sesuai_ekspektasi", &["harmonis"]), feedback }).await.unwrap();
    let issued = page(&world, &cast.dewi, id).await;
    let rated = issued.content.rated.clone().unwrap();
    assert_eq!(rated.predicate, Predicate::Good, "by the matrix");
    assert_eq!(issued.content.assessor.as_ref().unwrap().name, "Rina Tarigan");
    assert_eq!(issued.content.superior.as_ref().unwrap().post, "Sekretaris Daerah");
    assert_eq!(issued.content.organisation.as_ref().unwrap().predicate, OrganisationPredicate::Good);
    // 14 working days after Monday, 4 January 2027; the 5th is a holiday.
    assert_eq!(issued.evaluation.objection_due.as_deref(), Some("2027-01-25"));
    act(&world, &cast.dewi, id, EvaluationAct::Acknowledge).await.unwrap();
    assert_eq!(evaluation::pass_deadlines(portal).await.unwrap(), 0, "the days to object run");
    portal.clock.advance(22 * DAY);
    assert_eq!(evaluation::pass_deadlines(portal).await.unwrap(), 1);
    assert_eq!(evaluation::pass_deadlines(portal).await.unwrap(), 0, "once");
    let done = page(&world, &cast.tia, id).await;
    assert_eq!(done.evaluation.state, EvaluationState::Final);
    let steps: Vec<_> = done.steps.iter().map(|s| s.kind.as_str()).collect();
    assert_eq!(steps, ["started", "report", "issue", "acknowledge", "deadline_passed"]);
    assert_eq!(done.steps[2].signer, "Rina Tarigan (Kepala Dinas Kependudukan dan Pencatatan Sipil)");

    let mut conn = portal.db.read().await.unwrap();
    let trail: Vec<_> = ledger::of_subject(&mut conn, &id.to_string()).await.unwrap().into_iter().map(|e| e.kind).collect();
    assert_eq!(trail, ["evaluation-started", "evaluation-report", "evaluation-issue", "evaluation-acknowledge", "evaluation-deadline-passed"]);
    let seen = evaluation::looks_at(&mut conn, cast.dewi.person.unwrap(), None).await.unwrap();
    assert!(seen.iter().any(|l| l.subject == LookedAt::Evaluation && l.viewer == "Tia" && l.standing == Standing::Team));
    assert!(seen.iter().all(|l| l.viewer != cast.dewi.name));
});

on_both!(an_evaluation_is_there_for_four_and_nobody_else, world => {
    let cast = cast(&world).await;
    let plan = agreed_plan(&world, &cast).await;
    let id = reported_year(&world, &cast, plan, &[]).await;
    let desk = world.staff("Ari", Role::Assessor, "", None).await;
    let binjai = world.account_in("binjai", "Bina", Some((Role::PerformanceTeam, "pemerintah")), None).await;
    for (actor, may, why) in [
        (&cast.dewi, true, "the subject"),
        (&cast.rina, true, "the assessor"),
        (&cast.sekar, true, "the assessor's superior"),
        (&cast.tia, true, "the performance team"),
        (&cast.oki, false, "a subordinate"),
        (&desk, false, "an assessor of others"),
        (&binjai, false, "another government's team"),
    ] {
        for form in LookForm::ALL {
            let seen = evaluation::evaluation(&world.portal, actor, id, None, *form).await;
            assert_eq!(seen.is_ok(), may, "{why} as {form}");
            assert!(may || matches!(seen, Err(Error::NotFound)), "{why}");
        }
        assert_eq!(evaluation::plan(&world.portal, actor, plan, None, LookForm::Page).await.is_ok(), may, "{why}");
    }
    let unissued = evaluation::dossier(&world.portal, &cast.dewi, id, None, LookForm::Zip).await;
    assert!(matches!(unissued, Err(Error::Refused(Refusal::Unfinished))));
    let mut conn = world.portal.db.read().await.unwrap();
    assert!(matches!(evaluation::desk(&world.portal, &mut conn, &cast.oki, "medan", 2026).await, Err(Error::NotFound)));
    let of_rina = evaluation::desk(&world.portal, &mut conn, &cast.rina, "medan", 2026).await.unwrap();
    assert_eq!((of_rina.plans.len(), of_rina.evaluations.len()), (1, 1));
    let of_dewi = evaluation::desk(&world.portal, &mut conn, &cast.dewi, "medan", 2026).await.unwrap();
    assert!(of_dewi.plans.is_empty() && of_dewi.evaluations.is_empty(), "one's own is not on one's desk");
    assert!(matches!(evaluation::all_evaluations(&mut conn, &cast.rina, "medan", 2026, ("", EvaluationId(uuid::Uuid::nil()))).await, Err(Error::NotFound)));
    assert_eq!(evaluation::all_evaluations(&mut conn, &cast.tia, "medan", 2026, ("", EvaluationId(uuid::Uuid::nil()))).await.unwrap().len(), 1);
});

async fn issued(world: &World, cast: &crate::Cast) -> domain::ids::EvaluationId {
    let plan = agreed_plan(world, cast).await;
    let id = reported_year(world, cast, plan, &[]).await;
    act(world, &cast.rina, id, EvaluationAct::Issue { ratings: ratings("sesuai_ekspektasi", "di_bawah_ekspektasi", &["loyal"]), feedback: HashMap::new() }).await.unwrap();
    id
}

/// For whom how much waits: the subject, the assessor, the superior.
async fn turns(world: &World, cast: &crate::Cast) -> [usize; 3] {
    let mut conn = world.portal.db.read().await.unwrap();
    let mut found = [0; 3];
    for (count, actor) in found.iter_mut().zip([&cast.dewi, &cast.rina, &cast.sekar]) {
        *count = evaluation::turns(&world.portal, &mut conn, actor).await.unwrap();
    }
    found
}

on_both!(an_objection_is_upheld_by_the_superior, world => {
    let cast = cast(&world).await;
    let id = issued(&world, &cast).await;
    assert_eq!(turns(&world, &cast).await, [1, 0, 0], "issued, it is read by whom it is about");
    act(&world, &cast.dewi, id, EvaluationAct::Acknowledge).await.unwrap();
    assert_eq!(turns(&world, &cast).await, [0, 0, 0], "who may object need not");
    act(&world, &cast.dewi, id, EvaluationAct::Object("Berkas ditolak karena tidak lengkap; ada tanda terimanya.".into())).await.unwrap();
    let change = || EvaluationAct::Change { ratings: ratings("sesuai_ekspektasi", "sesuai_ekspektasi", &[]), reason: "Penolakan berkas terbukti beralasan.".into() };
    assert_eq!(refused(act(&world, &cast.sekar, id, change()).await), Some(Refusal::NotThisStep), "not before both were heard");
    assert!(matches!(act(&world, &cast.rina, id, change()).await, Err(Error::NotFound)), "not the assessor's to decide");
    let mut conn = world.portal.db.read().await.unwrap();
    let desk = evaluation::desk(&world.portal, &mut conn, &cast.sekar, "medan", 2026).await.unwrap();
    assert_eq!(desk.evaluations.iter().map(|(e, s)| (e.id, *s)).collect::<Vec<_>>(), [(id, Standing::Superior)]);
    drop(conn);
    assert_eq!(turns(&world, &cast).await, [0, 1, 0], "the assessor explains");
    act(&world, &cast.rina, id, EvaluationAct::Explain("Saya menerima dua keluhan lisan.".into())).await.unwrap();
    assert_eq!(turns(&world, &cast).await, [0, 0, 1], "the superior hears");
    assert_eq!(refused(act(&world, &cast.sekar, id, change()).await), Some(Refusal::NotThisStep), "heard first");
    act(&world, &cast.sekar, id, EvaluationAct::Hear("Keduanya hadir pada 6 Januari.".into())).await.unwrap();
    act(&world, &cast.sekar, id, change()).await.unwrap();
    assert_eq!(turns(&world, &cast).await, [0, 0, 0]);
    let now = page(&world, &cast.dewi, id).await;
    assert_eq!((now.evaluation.state, now.version), (EvaluationState::Final, 2));
    assert_eq!(now.content.rated.unwrap().predicate, Predicate::Good);
    let first = evaluation::evaluation(&world.portal, &cast.dewi, id, Some(1), LookForm::Page).await.unwrap();
    assert_eq!(first.content.rated.unwrap().predicate, Predicate::Poor, "the old version stays readable");
    let steps: Vec<_> = now.steps.iter().map(|s| (s.kind, s.version)).collect();
    assert_eq!(steps[3..], [
        (EvaluationStep::Acknowledge, 1), (EvaluationStep::Object, 1), (EvaluationStep::Explain, 1), (EvaluationStep::Hear, 1), (EvaluationStep::Change, 2), (EvaluationStep::Finalise, 2),
    ]);
    // The decision is final: only who decided corrects it.
    let correct = || EvaluationAct::Correct { ratings: ratings("di_atas_ekspektasi", "sesuai_ekspektasi", &[]), reason: "Salah ketik pada hasil kerja.".into() };
    assert!(matches!(act(&world, &cast.rina, id, correct()).await, Err(Error::NotFound)));
    act(&world, &cast.sekar, id, correct()).await.unwrap();
    let corrected = page(&world, &cast.dewi, id).await;
    assert_eq!(corrected.version, 3);
    assert!(corrected.signed_by_assessor().is_none() && corrected.decided_by_superior().is_some_and(|s| s.signer.starts_with("Sekar Nasution")), "nobody signs in another's place");
});

on_both!(a_new_version_rests_on_what_is_accepted_now, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let card = accepted_card(&world, &cast, 'a', "pengaduan", "Loket tutup pukul sepuluh pagi, akta belum jadi.").await;
    let plan = agreed_plan(&world, &cast).await;
    let id = reported_year(&world, &cast, plan, &[card]).await;
    act(&world, &cast.rina, id, EvaluationAct::Issue { ratings: ratings("sesuai_ekspektasi", "sesuai_ekspektasi", &[]), feedback: HashMap::new() }).await.unwrap();
    act(&world, &cast.dewi, id, EvaluationAct::Acknowledge).await.unwrap();
    portal.clock.advance(22 * DAY);
    evaluation::pass_deadlines(portal).await.unwrap();
    evaluation::correct(portal, &cast.rina, card, 1, &DecisionInput::parse("reject", "Ternyata loket unit lain.").unwrap()).await.unwrap();
    act(&world, &cast.rina, id, EvaluationAct::Correct { ratings: ratings("di_atas_ekspektasi", "sesuai_ekspektasi", &[]), reason: "Bukti yang dipakai ternyata bukan tentang dia.".into() }).await.unwrap();
    let now = page(&world, &cast.dewi, id).await;
    assert!(now.version == 2 && now.evidence.is_empty() && now.content.results.iter().all(|r| r.cards.is_empty()), "what was rejected is evidence of nothing");
    let first = evaluation::evaluation(portal, &cast.dewi, id, Some(1), LookForm::Page).await.unwrap();
    assert_eq!(first.evidence.len(), 1, "the old version stays as it was");
});

on_both!(an_objection_that_nobody_explains_is_heard_all_the_same, world => {
    let cast = cast(&world).await;
    let id = issued(&world, &cast).await;
    act(&world, &cast.dewi, id, EvaluationAct::Acknowledge).await.unwrap();
    act(&world, &cast.dewi, id, EvaluationAct::Object("Saya tidak sependapat dengan nilai perilaku.".into())).await.unwrap();
    let hear = || EvaluationAct::Hear("Keduanya diundang; penilai tidak menjelaskan.".into());
    assert_eq!(refused(act(&world, &cast.sekar, id, hear()).await), Some(Refusal::NotThisStep), "the assessor has the days to explain");
    assert!(!page(&world, &cast.sekar, id).await.is_unexplained);
    world.portal.clock.advance(9 * DAY);
    assert!(page(&world, &cast.sekar, id).await.is_unexplained);
    assert!(matches!(act(&world, &cast.rina, id, hear()).await, Err(Error::NotFound)));
    act(&world, &cast.sekar, id, hear()).await.unwrap();
    act(&world, &cast.sekar, id, EvaluationAct::Uphold("Catatan tertulis mendukung penilaian.".into())).await.unwrap();
    assert_eq!(page(&world, &cast.dewi, id).await.evaluation.state, EvaluationState::Final);
});

on_both!(an_objection_is_rejected_and_its_days_run_out, world => {
    let cast = cast(&world).await;
    let id = issued(&world, &cast).await;
    act(&world, &cast.dewi, id, EvaluationAct::Acknowledge).await.unwrap();
    act(&world, &cast.dewi, id, EvaluationAct::Object("Saya tidak sependapat dengan nilai perilaku.".into())).await.unwrap();
    act(&world, &cast.rina, id, EvaluationAct::Explain("Ada dua catatan tertulis.".into())).await.unwrap();
    act(&world, &cast.sekar, id, EvaluationAct::Hear("Keduanya didengar.".into())).await.unwrap();
    act(&world, &cast.sekar, id, EvaluationAct::Uphold("Catatan tertulis mendukung penilaian.".into())).await.unwrap();
    let done = page(&world, &cast.dewi, id).await;
    assert_eq!((done.evaluation.state, done.version), (EvaluationState::Final, 1));
    assert_eq!(refused(act(&world, &cast.dewi, id, EvaluationAct::Object("Sekali lagi saya keberatan.".into())).await), Some(Refusal::NotThisStep));
});

on_both!(an_objection_that_comes_late_is_refused, world => {
    let cast = cast(&world).await;
    let id = issued(&world, &cast).await;
    act(&world, &cast.dewi, id, EvaluationAct::Acknowledge).await.unwrap();
    world.portal.clock.advance(22 * DAY);
    let late = act(&world, &cast.dewi, id, EvaluationAct::Object("Saya keberatan, maaf terlambat.".into())).await;
    assert_eq!(refused(late), Some(Refusal::ObjectionLate), "even before anybody ended it");
});

on_both!(silence_ends_it_and_is_told_apart_from_having_read, world => {
    let cast = cast(&world).await;
    let id = issued(&world, &cast).await;
    world.portal.clock.advance(22 * DAY);
    evaluation::pass_deadlines(&world.portal).await.unwrap();
    let steps: Vec<_> = page(&world, &cast.dewi, id).await.steps.iter().map(|s| s.kind).collect();
    assert_eq!(steps[3..], [EvaluationStep::DeadlinePassed, EvaluationStep::Finalise]);
});

on_both!(what_is_final_is_corrected_by_a_new_version, world => {
    let cast = cast(&world).await;
    let id = issued(&world, &cast).await;
    act(&world, &cast.dewi, id, EvaluationAct::Acknowledge).await.unwrap();
    world.portal.clock.advance(22 * DAY);
    evaluation::pass_deadlines(&world.portal).await.unwrap();
    let issue = EvaluationAct::Issue { ratings: ratings("sesuai_ekspektasi", "sesuai_ekspektasi", &[]), feedback: HashMap::new() };
    assert_eq!(refused(act(&world, &cast.rina, id, issue).await), Some(Refusal::NotThisStep), "final is final");
    assert_eq!(refused(act(&world, &cast.dewi, id, EvaluationAct::Realise { key: "h1".into(), text: "Lain lagi.".into(), cards: vec![] }).await), Some(Refusal::NotThisStep));
    let digest = page(&world, &cast.dewi, id).await.steps[2].digest.clone();
    act(&world, &cast.rina, id, EvaluationAct::Correct { ratings: ratings("sesuai_ekspektasi", "sesuai_ekspektasi", &[]), reason: "Nilai perilaku tertukar dengan pegawai lain.".into() }).await.unwrap();
    let corrected = page(&world, &cast.dewi, id).await;
    assert_eq!((corrected.evaluation.state, corrected.version), (EvaluationState::Issued, 2), "and may be objected to anew");
    let signs = [EvaluationStep::Acknowledge];
    assert!(corrected.signed(&signs).is_none() && corrected.signed_by_assessor().is_some() && corrected.decided_by_superior().is_none(), "nobody has signed what was written after them");
    assert_eq!(corrected.content.because, "Nilai perilaku tertukar dengan pegawai lain.");
    assert_eq!(corrected.evaluation.objection_due.as_deref(), Some("2027-02-16"));
    let first = evaluation::evaluation(&world.portal, &cast.dewi, id, Some(1), LookForm::Page).await.unwrap();
    assert!(first.signed(&signs).is_some() && first.last(&[EvaluationStep::Correct]).is_none(), "and what came later is no part of the first");
    assert_eq!(evaluation::digest(&serde_json::to_string(&first.content).unwrap()), digest, "the old version is what was issued, to the letter");
});

on_both!(an_assessor_who_resigns_hands_nothing_over_and_nothing_is_lost, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let plan = agreed_plan(&world, &cast).await;
    let id = reported_year(&world, &cast, plan, &[]).await;
    // Rina's last day is 3 January 2027; on the 4th a Plt is there, and Rina holds nothing.
    world.resign("P101", "2027-01-03").await;
    world.appoint("P195", "Joko Hasibuan", "kepala-disdukcapil", "acting", "2027-01-04", None).await;
    let joko = world.staff("Joko Hasibuan", Role::Assessor, "disdukcapil", Some("P195")).await;
    let gone = evaluation::evaluation(portal, &cast.rina, id, None, LookForm::Page).await;
    assert!(matches!(gone, Err(Error::NotFound)), "who left does not see it");
    let mut conn = portal.db.read().await.unwrap();
    assert_eq!(evaluation::desk(portal, &mut conn, &joko, "medan", 2026).await.unwrap().evaluations.len(), 1);
    drop(conn);
    act(&world, &joko, id, EvaluationAct::Issue { ratings: ratings("sesuai_ekspektasi", "sesuai_ekspektasi", &[]), feedback: HashMap::new() }).await.unwrap();
    act(&world, &cast.dewi, id, EvaluationAct::Acknowledge).await.unwrap();
    act(&world, &cast.dewi, id, EvaluationAct::Object("Plt baru sehari mengenal saya.".into())).await.unwrap();
    act(&world, &joko, id, EvaluationAct::Explain("Saya memakai catatan pendahulu.".into())).await.unwrap();
    // Sekar leaves and Joko is made secretary: who issued it never decides on the objection.
    world.resign("P190", "2027-01-04").await;
    world.resign("P195", "2027-01-04").await;
    world.appoint("P195", "Joko Hasibuan", "sekda", "definitive", "2027-01-05", None).await;
    portal.clock.advance(2 * DAY);
    let hear = || EvaluationAct::Hear("Keduanya didengar.".into());
    assert!(matches!(act(&world, &joko, id, hear()).await, Err(Error::NotFound)));
    world.appoint("P196", "Nova Sitorus", "kepala-disdukcapil", "definitive", "2027-01-05", None).await;
    assert!(matches!(act(&world, &joko, id, hear()).await, Err(Error::NotFound)), "nor as the new superior");
});

on_both!(whoever_stands_in_for_their_own_superior_does_not_rate_themselves, world => {
    let cast = cast(&world).await;
    let plan = agreed_plan(&world, &cast).await;
    let id = reported_year(&world, &cast, plan, &[]).await;
    world.resign("P101", "2027-01-03").await;
    world.appoint("P102", "Dewi Batubara", "kepala-disdukcapil", "acting", "2027-01-04", None).await;
    let issue = || EvaluationAct::Issue { ratings: ratings("di_atas_ekspektasi", "di_atas_ekspektasi", &[]), feedback: HashMap::new() };
    assert!(matches!(act(&world, &cast.dewi, id, issue()).await, Err(Error::NotFound)));
    act(&world, &cast.sekar, id, issue()).await.unwrap();
    assert_eq!(page(&world, &cast.dewi, id).await.content.assessor.unwrap().name, "Sekar Nasution");
});

on_both!(steps_are_not_skipped_and_forms_that_are_old_are_refused, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let plan = agreed_plan(&world, &cast).await;
    let edits = edits_of_plan(&world, &cast.dewi, plan).await;
    for (actor, edits, tried, expected, why) in [
        (&cast.dewi, edits, PlanAct::SaveResult(None, result("Hasil yang diselipkan")), Some(Refusal::NotThisStep), "agreed is agreed"),
        (&cast.dewi, edits, PlanAct::Propose, Some(Refusal::NotThisStep), "no draft"),
        (&cast.rina, edits, PlanAct::Agree, Some(Refusal::NotThisStep), "agreed already"),
        (&cast.rina, edits - 1, PlanAct::Change("Target berubah karena anggaran.".into()), Some(Refusal::ChangedMeanwhile), "an old form"),
        (&cast.dewi, edits, PlanAct::Agree, None, "one's own"),
        (&cast.tia, edits, PlanAct::Agree, None, "the team runs the process and agrees to nothing"),
        (&cast.sekar, edits, PlanAct::Agree, None, "the superior's superior"),
    ] {
        let outcome = evaluation::act_on_plan(portal, actor, plan, edits, tried).await;
        match expected {
            Some(refusal) => assert_eq!(refused(outcome), Some(refusal), "{why}"),
            None => assert!(matches!(outcome, Err(Error::NotFound)), "{why}"),
        }
    }
    let early = evaluation::start_evaluation(portal, &cast.dewi, plan, Period::Month(1)).await;
    assert!(matches!(early, Err(Error::NotFound)), "the year is evaluated by quarters");
    let id = evaluation::start_evaluation(portal, &cast.dewi, plan, Period::Quarter(4)).await.unwrap();
    assert!(matches!(evaluation::start_evaluation(portal, &cast.dewi, plan, Period::Quarter(4)).await, Err(Error::Refused(Refusal::AlreadyDone))));
    assert_eq!(refused(act(&world, &cast.dewi, id, EvaluationAct::Report).await), Some(Refusal::Unfinished), "nothing written");
    let issue = EvaluationAct::Issue { ratings: ratings("sesuai_ekspektasi", "sesuai_ekspektasi", &[]), feedback: HashMap::new() };
    assert_eq!(refused(act(&world, &cast.rina, id, issue).await), Some(Refusal::PeriodLasts), "the quarter lasts");
    assert!(matches!(act(&world, &cast.dewi, id, EvaluationAct::Realise { key: "h1".into(), text: "Ada.".into(), cards: vec![domain::ids::CardId(portal.new_id())] }).await, Err(Error::NotFound)), "a card of nobody");
    assert_eq!(refused(act(&world, &cast.dewi, id, EvaluationAct::Object("Keberatan sebelum ada penilaian.".into())).await), Some(Refusal::NotThisStep));
    assert!(matches!(evaluation::open_year(portal, &cast.rina, "medan", 2027, Rhythm::Monthly, RuleSet::PermenPanRb6Of2022).await, Err(Error::NotFound)));
    assert!(matches!(evaluation::open_year(portal, &cast.tia, "medan", 2026, Rhythm::Monthly, RuleSet::PermenPanRb6Of2022).await, Err(Error::Refused(Refusal::AlreadyDone))));
});

on_both!(a_plan_that_is_changed_keeps_what_was_agreed, world => {
    let cast = cast(&world).await;
    let portal = &world.portal;
    let plan = agreed_plan(&world, &cast).await;
    let edits = edits_of_plan(&world, &cast.rina, plan).await;
    evaluation::act_on_plan(portal, &cast.rina, plan, edits, PlanAct::Change("Target waktu berubah.".into())).await.unwrap();
    let edits = edits_of_plan(&world, &cast.dewi, plan).await;
    evaluation::act_on_plan(portal, &cast.dewi, plan, edits, PlanAct::SaveResult(Some("h1".into()), result("Akta terbit dalam dua jam"))).await.unwrap();
    let draft = evaluation::plan(portal, &cast.dewi, plan, None, LookForm::Page).await.unwrap();
    assert_eq!((draft.version, draft.content.results[0].text.as_str()), (2, "Akta terbit dalam dua jam"));
    let team = evaluation::plan(portal, &cast.tia, plan, None, LookForm::Page).await.unwrap();
    assert_eq!((team.version, team.content.results[0].text.as_str()), (1, "Akta terbit sesuai janji layanan"), "a draft is between those who write it");
    assert!(matches!(evaluation::plan(portal, &cast.tia, plan, Some(2), LookForm::Page).await, Err(Error::NotFound)));
    let id = evaluation::start_evaluation(portal, &cast.dewi, plan, Period::Quarter(3)).await.unwrap();
    assert_eq!(page(&world, &cast.dewi, id).await.plan.results[0].text, "Akta terbit sesuai janji layanan", "evaluated by what was agreed");
});

on_both!(the_ledger_holds_plans_and_evaluations_to_their_rows, world => {
    let cast = cast(&world).await;
    let id = issued(&world, &cast).await;
    let portal = &world.portal;
    ledger::sequence(portal).await.unwrap();
    let found = async || ledger::verify::verify(portal, &ledger::verify::Against::default(), &mut |_, _, _| {}).await.unwrap().findings.len();
    assert_eq!(found().await, 0);
    let mut tx = portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update evaluation_version set content = replace(content, 'di_bawah', 'di_atas') where evaluation_id = $1").bind(id).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    assert!(found().await > 0, "an issued version that was written on is found");
});

on_both!(the_dossier_leaves_for_three_and_no_cell_is_a_formula, world => {
    let cast = cast(&world).await;
    let card = accepted_card(&world, &cast, 'a', "pengaduan", "Loket tutup pukul sepuluh pagi, akta belum jadi.").await;
    let plan = agreed_plan(&world, &cast).await;
    let id = reported_year(&world, &cast, plan, &[card]).await;
    let mut given = ratings("sesuai_ekspektasi", "sesuai_ekspektasi", &[]);
    given.notes = "=HYPERLINK(\"http://contoh.example\")".into();
    act(&world, &cast.rina, id, EvaluationAct::Issue { ratings: given, feedback: HashMap::new() }).await.unwrap();
    for (actor, may) in [(&cast.dewi, true), (&cast.rina, true), (&cast.tia, true), (&cast.sekar, false), (&cast.oki, false)] {
        let made = evaluation::dossier(&world.portal, actor, id, None, LookForm::Csv).await;
        assert_eq!(made.is_ok(), may, "{}", actor.name);
    }
    let dossier = evaluation::dossier(&world.portal, &cast.dewi, id, None, LookForm::Zip).await.unwrap();
    let csv = String::from_utf8(evaluation::as_csv(&dossier).unwrap()).unwrap();
    assert!(csv.contains("5_catatan_rekomendasi.catatan,\"'=HYPERLINK"), "{csv}");
    let json: serde_json::Value = serde_json::from_slice(&evaluation::as_json(&dossier).unwrap()).unwrap();
    for part in ["1_pegawai", "2_pejabat_penilai", "3_atasan_pejabat_penilai", "4_evaluasi", "5_catatan_rekomendasi", "6_keberatan", "7_penjelasan_penilai", "8_keputusan_atasan", "9_didengar", "10_tanda_tangan_pegawai", "11_tanda_tangan_penilai"] {
        assert!(json.get(part).is_some(), "{part}");
    }
    assert_eq!(json["4_evaluasi"]["predikat_kinerja"], "baik");
    let told = &json["kartu_bukti"][0];
    assert_eq!(told["tanggapan"], "Jadwal jaga sudah kami ubah sejak hari itu.");
    let photos = dossier.read_photos(&world.portal).await.unwrap();
    assert_eq!(photos.len(), 1, "the photo of the reply travels with it");
    let zip = evaluation::as_zip(&dossier, b"%PDF-1.7 contoh", &photos, world.portal.now()).unwrap();
    // One that is lost is named, and keeps nothing else back.
    let lost = evaluation::as_zip(&dossier, b"%PDF-1.7 contoh", &[(photos[0].0.clone(), None)], world.portal.now()).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(lost)).unwrap();
    let told_lost: serde_json::Value = serde_json::from_reader(archive.by_name("manifest.json").unwrap()).unwrap();
    assert_eq!((told_lost["missing"][0].as_str(), told_lost["files"].as_array().unwrap().len()), (Some(photos[0].0.as_str()), 3));
    drop(archive);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    let mut read = |name: &str| {
        let mut text = Vec::new();
        std::io::Read::read_to_end(&mut archive.by_name(name).unwrap(), &mut text).unwrap();
        text
    };
    let manifest: serde_json::Value = serde_json::from_slice(&read("manifest.json")).unwrap();
    let files = manifest["files"].as_array().unwrap().clone();
    assert_eq!(files.len(), 4);
    assert_eq!(files[3]["name"], told["foto_tanggapan"][0]);
    for file in files {
        let bytes = read(file["name"].as_str().unwrap());
        let text: String = sha2::Sha256::digest(&bytes).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(file["sha256"], text, "{}", file["name"]);
    }
    let mut conn = world.portal.db.read().await.unwrap();
    let seen = evaluation::looks_at(&mut conn, cast.dewi.person.unwrap(), None).await.unwrap();
    let files: Vec<_> = seen.iter().filter(|l| l.subject == LookedAt::Dossier).map(|l| (l.standing, l.form)).collect();
    assert!(files.contains(&(Standing::Assessor, LookForm::Csv)) && files.contains(&(Standing::Team, LookForm::Csv)));
    assert!(!files.iter().any(|(standing, _)| *standing == Standing::Superior), "who may not see it is not in the log of looks");
});
