//! Casework from end to end: the table of transitions is that of `complaint_rules.json` and every function keeps to it;
//! then each path of a case as a story.
//!
//! Long because the paths share the people and the table of what each state allows.

use std::collections::{BTreeMap, BTreeSet};

use domain::accounts::Actor;
use domain::calendar::Calendar;
use domain::clock::{DAY, HOUR, parse_moment};
use domain::directory::import::{Enrichment, import_file};
use domain::feedback::upkeep::{Kept, keep};
use domain::feedback::{self, Act, Deadline, Sent, act};
use domain::following::letters::{Delivery, Line, claim, finish};
use domain::following::spread;
use domain::ids::CaseId;
use domain::testing::{World, answers};
use domain::{Error, Portal, Refusal, Result, ledger, notifications, on, on_both, rules};
use vocabulary::Fault;
use vocabulary::accounts::Role;
use vocabulary::feedback::{
    AcceptInput, Action, AnswerInput, ArchiveInput, ArchiveReason, AskInput, Kind, MergeInput, Party, PhotosInput, ProgressInput, RedirectInput, ResumeInput, Status, StepKind,
    StillSolved, transition,
};

const RULES: &str = include_str!("../../data/reference/complaint_rules.json");

fn rules_file() -> serde_json::Value {
    serde_json::from_str(RULES).unwrap()
}

/// The words of the file as those of the program, where they differ.
fn action_of(told: &str) -> Action {
    match told.split(['(', '+']).next().unwrap().trim() {
        "30 days without answer" => Action::Lapse,
        "classify" => Action::Dispatch,
        "progress_note" => Action::Progress,
        "reply" => Action::Contest,
        "confirm_done" => Action::Confirm,
        "10 working days without reply" => Action::FallSilent,
        "second dispute" => Action::ContestAgain,
        "deadline passed" => Action::DeadlinePassed,
        other => Action::parse(other).unwrap_or_else(|| panic!("{told}")),
    }
}

fn state_of(told: &str) -> Status {
    if told == "rejected" { Status::Archived } else { Status::parse(told).unwrap() }
}

#[test]
fn every_state_action_and_party_is_as_the_rules_say() {
    let told: BTreeSet<(Status, Action, Status, Party)> = rules_file()["transitions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| {
            let word = |i: usize| t[i].as_str().unwrap();
            (state_of(word(0)), action_of(word(1)), state_of(word(2)), Party::parse(word(3)).unwrap())
        })
        .collect();
    assert_eq!(told.len(), 23);
    let (mut found, mut tried) = (BTreeSet::new(), 0);
    for from in Status::ALL {
        for action in Action::ALL {
            for by in Party::ALL {
                tried += 1;
                found.extend(transition(*from, *action, *by).map(|to| (*from, *action, to, *by)));
            }
        }
    }
    assert_eq!(tried, 13 * 21 * 5);
    assert_eq!(found, told);
}

#[test]
fn states_classes_and_reasons_are_those_of_the_rules() {
    let rules = rules_file();
    let keys = |list: &str| -> BTreeSet<String> { rules[list].as_array().unwrap().iter().map(|s| s["key"].as_str().unwrap().to_owned()).collect() };
    assert_eq!(keys("states").iter().map(|s| state_of(s)).collect::<BTreeSet<_>>(), Status::ALL.iter().copied().collect());
    assert_eq!(keys("classes"), Kind::ALL.iter().map(|k| k.class().to_owned()).collect());
    let reasons = RULES.split("reason code required: ").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(reasons.split('|').collect::<BTreeSet<_>>(), ArchiveReason::ALL.iter().map(|r| r.as_str()).collect());
}

on_both!(clocks_are_those_of_the_rules_with_their_citation, world => {
    let file = rules_file();
    let mut conn = world.portal.db.read().await.unwrap();
    for kind in Kind::ALL {
        let class = file["classes"].as_array().unwrap().iter().find(|c| c["key"] == kind.class()).unwrap();
        let rule = rules::maybe_in_force(&mut conn, &format!("feedback.answer.{kind}"), "2026-11-02").await.unwrap();
        assert_eq!(rule.as_ref().map(|r| r.value), class["resolve_working_days"].as_i64(), "{kind}");
        assert!(rule.is_none_or(|r| !r.citation.is_empty()), "{kind}");
    }
    let stages = &file["stage_deadlines_working_days"];
    for (key, days) in [("verify", &stages["verify"]), ("first_follow_up", &stages["first_followup"]), ("reporter_reply", &stages["reporter_reply_before_auto_close"]), ("complete_info", &file["perpres76"]["reporter_completes_days"])] {
        assert_eq!(Some(rules::in_force(&mut conn, &format!("feedback.{key}"), "2026-11-02").await.unwrap().value), days.as_i64(), "{key}");
    }
    for (key, value) in [("bounces", 2), ("reopen", 30), ("follow_up_after", 28)] {
        assert_eq!(rules::in_force(&mut conn, &format!("feedback.{key}"), "2026-11-02").await.unwrap().value, value, "{key}");
    }
});

/// The desks of Medan, and cases sent to them.
struct Office {
    world: World,
    verifier: Actor,
    handler: Actor,
    inspector: Actor,
    sent: std::sync::atomic::AtomicU32,
}

impl Office {
    async fn of(world: &World) -> Self {
        Self {
            world: world.clone(),
            verifier: world.staff("Vera", Role::Verifier, "", None).await,
            handler: world.staff("Hadi", Role::Handler, "disdukcapil", None).await,
            inspector: world.staff("Ina", Role::Inspector, "inspektorat", None).await,
            sent: 0.into(),
        }
    }

    fn portal(&self) -> &Portal {
        &self.world.portal
    }

    async fn send(&self, kind: &str) -> Sent {
        let number = self.sent.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        let mut form = answers();
        form.key = format!("{number:032x}");
        form.kind = kind.into();
        // With a name, so that they can be told; the verifier raises the protection.
        (form.protection, form.name, form.email) = ("publik".into(), "Warga".into(), format!("warga{number}@surel.example"));
        let today = self.world.medan.today(self.portal().now());
        form.date = String::new();
        feedback::send(self.portal(), &self.world.medan, None, "id", form.parse(&today).unwrap()).await.unwrap()
    }

    async fn accept(&self, sent: &Sent) {
        feedback::accept(self.portal(), &self.verifier, &sent.reference, &accepting("pengaduan", "disdukcapil")).await.unwrap();
    }

    async fn answer(&self, sent: &Sent) {
        feedback::answer(self.portal(), &self.handler, &sent.reference, &answering()).await.unwrap();
    }

    /// By whoever has the desk for it.
    async fn act(&self, sent: &Sent, what: Act<'_>) -> Result<()> {
        let actor = if matches!(what, Act::Take | Act::NotOurs(_) | Act::Progress(_) | Act::Answer(..)) { &self.handler } else { &self.verifier };
        act(self.portal(), actor, &sent.reference, None, what).await
    }

    async fn case(&self, sent: &Sent) -> feedback::StaffCase {
        let mut conn = self.portal().db.read().await.unwrap();
        feedback::staff_case(&mut conn, &self.verifier, &sent.reference).await.unwrap().0
    }

    async fn status(&self, sent: &Sent) -> Status {
        self.case(sent).await.status
    }

    fn to(&self, moment: &str) {
        self.portal().clock.advance(parse_moment(&format!("{moment}:00+07:00")).unwrap() - self.portal().now());
    }

    async fn kinds(&self, sent: &Sent) -> Vec<StepKind> {
        let mut conn = self.portal().db.read().await.unwrap();
        feedback::steps_for_staff(&mut conn, sent.case).await.unwrap().into_iter().map(|s| s.kind).collect()
    }

    /// The mails promised until now, as their keys; taken out of the box.
    async fn mails(&self) -> Vec<String> {
        let mut keys = Vec::new();
        // Mails to the protected leave together, hours later.
        let later = self.portal().at(self.portal().now() + DAY);
        while let Some(job) = notifications::claim(&later).await.unwrap() {
            let mail: notifications::Mail = serde_json::from_str(&job.payload).unwrap();
            notifications::finish(&later, &job).await.unwrap();
            keys.push(mail.key);
        }
        keys.extend(self.told(&later).await);
        keys
    }

    /// What reporters are told in letters until then, each a step.
    async fn told(&self, later: &Portal) -> Vec<String> {
        while spread(later).await.unwrap() {}
        let mut told = Vec::new();
        loop {
            let letters = claim(later, 50).await.unwrap();
            if letters.is_empty() {
                told.sort();
                return told;
            }
            told.extend(letters.iter().filter(|l| l.own).flat_map(|l| &l.items).flat_map(|i| &i.lines).map(|line| match line {
                Line::Step(kind) => format!("step-{kind}"),
                other => format!("{other:?}"),
            }));
            let done: Vec<_> = letters.iter().map(|letter| (letter, Delivery::Sent)).collect();
            finish(later, &done).await.unwrap();
        }
    }
}

fn accepting(kind: &str, unit: &str) -> AcceptInput {
    AcceptInput::parse("Loket akta tutup", "Loket tutup pukul sepuluh pagi.", if kind == "penyimpangan" { "rahasia" } else { "anonim" }, kind, unit, "completion_time").unwrap()
}

fn answering() -> AnswerInput {
    AnswerInput::parse("upheld", "Loket kini dijaga bergantian.").unwrap()
}

fn asking() -> AskInput {
    AskInput::parse(&["tempat".into(), "waktu".into()], "Di loket mana, dan kapan kejadiannya?").unwrap()
}

fn coming_back(unit: &str) -> ResumeInput {
    ResumeInput::parse("catatan", "Dikerjakan lagi dengan tenggat baru.", unit).unwrap()
}

fn refused(done: Result<()>, refusal: Refusal) -> bool {
    matches!(done, Err(Error::Refused(found)) if found == refusal)
}

async fn put(portal: &Portal, case: CaseId, status: Status) {
    let mut tx = portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update feedback_case set status = $2, handling_unit_id = (select id from unit where slug = 'disdukcapil' and government = 'medan'), closed_at = 1793584800000, reopen_asked_at = 1793584800000 where id = $1")
        .bind(case).bind(status.as_str()).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
}

/// What people may do with a case in a state, and the state it is in then. Progress and answers from a state in which
/// nobody took the case up take it up first: two ways of the table, each recorded.
fn allowed(status: Status, what: &str) -> Option<Status> {
    let action = match what {
        "take" => return transition(status, Action::Accept, Party::Officer).or(transition(status, Action::Rework, Party::Officer)),
        "progress" | "internal" | "answer" => {
            let taken = transition(status, Action::Accept, Party::Officer).or(transition(status, Action::Rework, Party::Officer)).unwrap_or(status);
            return transition(taken, if what == "answer" { Action::Respond } else { Action::Progress }, Party::Officer);
        }
        "split" => return (status == Status::Merged).then_some(Status::Submitted),
        "decline" | "ask-reopen" => return (status == Status::Closed).then_some(Status::Closed),
        other => Action::parse(other).unwrap(),
    };
    [Party::Verifier, Party::Officer, Party::Coordinator, Party::Reporter].into_iter().find_map(|by| transition(status, action, by))
}

on_both!(what_the_table_does_not_have_is_refused, world => {
    let office = Office::of(&world).await;
    let (main, portal) = (office.send("pengaduan").await, &world.portal);
    let merging = MergeInput::parse(&main.reference, "Loket yang sama pada hari yang sama.").unwrap();
    let redirecting = RedirectInput::parse("paspor", "", "Paspor diterbitkan imigrasi.").unwrap();
    let (news, inside) = (ProgressInput::parse("Jadwal loket diperiksa.", "umum").unwrap(), ProgressInput::parse("Jadwal loket diperiksa.", "petugas").unwrap());
    let archiving = ArchiveInput::parse("spam", "bukan laporan sama sekali").unwrap();
    let (asked, accepted, answered, back) = (asking(), accepting("pengaduan", "disdukcapil"), answering(), coming_back(""));
    let note = "Bukan urusan unit kami.";
    let mut count = BTreeMap::new();
    for status in Status::ALL.iter().filter(|s| **s != Status::Draft) {
        for what in ["dispatch", "archive", "ask_info", "merge", "split", "redirect", "not_ours", "take", "progress", "internal", "answer", "resume", "reopen", "decline", "complete", "contest", "confirm", "withdraw", "ask-reopen"] {
            let sent = office.send("pengaduan").await;
            put(portal, sent.case, *status).await;
            if what == "ask-reopen" {
                let mut tx = portal.db.begin().await.unwrap();
                on!(&mut tx, c => sqlx::query("update feedback_case set reopen_asked_at = null where id = $1").bind(sent.case).execute(c).await.unwrap().rows_affected());
                tx.commit().await.unwrap();
            }
            let before = office.case(&sent).await.version;
            let done = match what {
                "dispatch" => office.act(&sent, Act::Accept(&accepted)).await,
                "archive" => office.act(&sent, Act::Archive(&archiving)).await,
                "ask_info" => office.act(&sent, Act::AskInfo(&asked)).await,
                "merge" => office.act(&sent, Act::Merge(&merging)).await,
                "split" => office.act(&sent, Act::Split(note)).await,
                "redirect" => office.act(&sent, Act::Redirect(&redirecting)).await,
                "not_ours" => office.act(&sent, Act::NotOurs(note)).await,
                "take" => office.act(&sent, Act::Take).await,
                "progress" => office.act(&sent, Act::Progress(&news)).await,
                "internal" => office.act(&sent, Act::Progress(&inside)).await,
                "answer" => office.act(&sent, Act::Answer(&answered, &PhotosInput::default())).await,
                "resume" => office.act(&sent, Act::Resume(&back)).await,
                "reopen" => office.act(&sent, Act::Reopen(&back)).await,
                "decline" => office.act(&sent, Act::DeclineReopen(note)).await,
                "complete" => feedback::complete(portal, sent.case, note).await,
                "contest" => feedback::contest(portal, sent.case, note).await,
                "confirm" => feedback::confirm(portal, sent.case, "").await,
                "withdraw" => feedback::withdraw(portal, sent.case, "").await,
                _ => feedback::ask_reopen(portal, sent.case, note).await,
            };
            match allowed(*status, what) {
                Some(to) => {
                    done.unwrap_or_else(|e| panic!("{what} from {status}: {e}"));
                    assert_eq!(office.status(&sent).await, to, "{what} from {status}");
                    *count.entry(what).or_insert(0) += 1;
                }
                None => {
                    assert!(refused(done, Refusal::WrongStep), "{what} from {status} is refused");
                    let after = office.case(&sent).await;
                    assert_eq!((after.status, after.version), (*status, before), "{what} from {status} leaves nothing behind");
                }
            }
        }
    }
    assert_eq!(count.values().sum::<i32>(), 27, "{count:?}");
});

on_both!(a_report_is_completed_and_its_clock_stood_still, world => {
    let office = Office::of(&world).await;
    let sent = office.send("pengaduan").await;
    assert_eq!(sent.answer_due.as_deref(), Some("2026-11-20"));
    office.to("2026-11-04T10:00");
    let ask = asking();
    office.act(&sent, Act::AskInfo(&ask)).await.unwrap();
    let waiting = office.case(&sent).await;
    assert_eq!((waiting.status, waiting.info_due.as_deref(), waiting.rests_until.as_deref()), (Status::NeedsInfo, Some("2026-12-04"), Some("2026-12-04")), "30 days");
    let mut conn = world.portal.db.read().await.unwrap();
    assert_eq!(waiting.clock().stands(&mut conn, "2026-11-06").await.unwrap(), Deadline::Paused { since: "2026-11-04".into() });
    let told = feedback::steps_for_reporter(&mut conn, sent.case).await.unwrap().pop().unwrap();
    assert_eq!((told.private_note.as_str(), told.reason.as_deref()), ("Di loket mana, dan kapan kejadiannya?", Some("tempat waktu")));
    assert_eq!(feedback::steps(&mut conn, sent.case).await.unwrap().pop().unwrap().private_note, "", "the question is for the reporter");
    assert_eq!(office.mails().await, ["mail-feedback-received", "step-info_asked"]);

    office.to("2026-11-09T19:30");
    feedback::complete(&world.portal, sent.case, "Loket 3, Jumat 30 Oktober pukul sepuluh.").await.unwrap();
    let after = office.case(&sent).await;
    assert_eq!((after.status, after.pauses.as_str(), after.paused_since), (Status::Submitted, "2026-11-04/2026-11-09", None));
    assert_eq!((after.answer_due.as_deref(), after.verify_due.as_deref()), (Some("2026-11-25"), Some("2026-11-10")), "three working days later: Thursday, Friday, Monday");
    office.accept(&sent).await;
    assert_eq!(office.case(&sent).await.answer_due.as_deref(), Some("2026-11-25"), "the pause is kept when it is classified");

    // Another is never completed.
    let silent = office.send("pengaduan").await;
    office.act(&silent, Act::AskInfo(&ask)).await.unwrap();
    office.to("2026-12-09T23:00");
    keep(&world.portal).await.unwrap();
    assert_eq!(office.status(&silent).await, Status::NeedsInfo, "on the thirtieth day there is still time");
    office.to("2026-12-10T00:01");
    keep(&world.portal).await.unwrap();
    assert_eq!(office.status(&silent).await, Status::Withdrawn);
    assert!(refused(feedback::complete(&world.portal, silent.case, "Terlambat sehari saja.").await, Refusal::WrongStep));
});

on_both!(two_reports_of_one_thing_count_once, world => {
    let office = Office::of(&world).await;
    let (main, second, third) = (office.send("pengaduan").await, office.send("pengaduan").await, office.send("pengaduan").await);
    let misconduct = office.send("penyimpangan").await;
    office.mails().await;
    office.accept(&main).await;
    let into = |reference: &str| MergeInput::parse(reference, "Loket yang sama, hari yang sama.").unwrap();
    for (reference, why) in [("MDN-2611-XXXXX", "not there"), (second.reference.as_str(), "itself"), (misconduct.reference.as_str(), "of another class")] {
        match office.act(&second, Act::Merge(&into(reference))).await {
            Err(Error::Invalid(problems)) => assert_eq!(problems.of("induk"), Some(Fault::NotMergeable), "{why}"),
            other => panic!("{why}: {other:?}"),
        }
    }
    office.act(&third, Act::Merge(&into(&second.reference))).await.unwrap();
    office.act(&second, Act::Merge(&into(&main.reference))).await.unwrap();
    assert_eq!(office.case(&third).await.merged_into.as_deref(), Some(main.reference.as_str()), "who followed the second follows the main case");
    let mut conn = world.portal.db.read().await.unwrap();
    assert_eq!(feedback::show(&mut conn, "medan", &main.reference).await.unwrap().reports, 3);
    let totals = feedback::totals(&mut conn, "medan", 0).await.unwrap();
    assert_eq!((totals.received, totals.answered), (1, 0), "a cluster counts once");
    assert_eq!(feedback::list(&mut conn, "medan", &feedback::Filter::default(), None).await.unwrap().cases.len(), 1);

    office.mails().await;
    office.act(&main, Act::Progress(&ProgressInput::parse("Nama pelapor lain ada di berkas.", "petugas").unwrap())).await.unwrap();
    office.answer(&main).await;
    assert_eq!(office.mails().await, ["step-answered"; 3], "everyone who reported it is told");
    let tracked = feedback::track(&world.portal, &third.receipt).await.unwrap();
    assert!(tracked.text.contains("Loket tutup"), "one's own words");
    let seen = feedback::main_case(&mut conn, &tracked).await.unwrap().unwrap();
    assert_eq!((seen.status, seen.public_reference()), (Status::Responded, Some(main.reference.as_str())));
    assert!(seen.steps.iter().any(|s| s.note == "Loket kini dijaga bergantian."), "its public progress");
    assert!(seen.steps.iter().all(|s| s.kind != StepKind::Internal && s.internal_note.is_empty() && s.private_note.is_empty()), "never what is private in it");
    assert!(refused(feedback::confirm(&world.portal, third.case, "").await, Refusal::WrongStep), "only its own reporter ends the main case");

    office.act(&third, Act::Split("Ternyata loket yang lain.")).await.unwrap();
    let apart = office.case(&third).await;
    assert_eq!((apart.status, apart.merged_into, apart.answer_due.as_deref()), (Status::Submitted, None, Some("2026-11-20")), "with the clock it had");
    assert_eq!(feedback::show(&mut conn, "medan", &main.reference).await.unwrap().reports, 2);
    assert!(office.kinds(&main).await.ends_with(&[StepKind::Parted]));
});

on_both!(a_hidden_main_case_shows_nothing_but_that_it_moves, world => {
    let office = Office::of(&world).await;
    let (main, second) = (office.send("pengaduan").await, office.send("pengaduan").await);
    let secret = AcceptInput { protection: vocabulary::feedback::Protection::Confidential, ..accepting("pengaduan", "disdukcapil") };
    feedback::accept(&world.portal, &office.verifier, &main.reference, &secret).await.unwrap();
    office.answer(&main).await;
    office.act(&second, Act::Merge(&MergeInput::parse(&main.reference, "Kejadian yang sama persis.").unwrap())).await.unwrap();
    let tracked = feedback::track(&world.portal, &second.receipt).await.unwrap();
    let mut conn = world.portal.db.read().await.unwrap();
    let seen = feedback::main_case(&mut conn, &tracked).await.unwrap().unwrap();
    assert_eq!((seen.public_reference(), seen.status), (None, Status::Responded));
    assert!(seen.steps.iter().all(|s| s.note.is_empty() && s.outcome.is_none()) && seen.steps.len() > 3);
});

on_both!(another_office_is_named, world => {
    let office = Office::of(&world).await;
    let (known, named, wrong) = (office.send("pengaduan").await, office.send("pengaduan").await, office.send("pengaduan").await);
    office.act(&known, Act::Redirect(&RedirectInput::parse("paspor", "", "Paspor diterbitkan imigrasi.").unwrap())).await.unwrap();
    office.act(&named, Act::Redirect(&RedirectInput::parse("", "Pelindo", "Gerbang diatur pengelola pelabuhan.").unwrap())).await.unwrap();
    let seen = feedback::track(&world.portal, &known.receipt).await.unwrap();
    assert_eq!((seen.status, seen.redirected_office.as_deref(), seen.redirected_to.as_deref()), (Status::Redirected, Some("Kantor Imigrasi"), Some("paspor")));
    assert_eq!(feedback::track(&world.portal, &named.receipt).await.unwrap().redirected_office.as_deref(), Some("Pelindo"));
    match office.act(&wrong, Act::Redirect(&RedirectInput::parse("tidak-ada", "", "Bukan wewenang kami.").unwrap())).await {
        Err(Error::Invalid(problems)) => assert_eq!(problems.of("instansi"), Some(Fault::UnknownChoice)),
        other => panic!("{other:?}"),
    }
});

on_both!(a_unit_gives_it_back_twice_and_no_more, world => {
    let office = Office::of(&world).await;
    let sent = office.send("pengaduan").await;
    for round in 0..2 {
        office.accept(&sent).await;
        office.act(&sent, Act::NotOurs("Loket itu milik kecamatan.")).await.unwrap();
        let back = office.case(&sent).await;
        assert_eq!((back.status, back.handling_unit_id, back.answer_due.as_deref()), (Status::Submitted, None, Some("2026-11-20")), "round {round}: the same clock");
        let mut conn = world.portal.db.read().await.unwrap();
        assert!(matches!(feedback::staff_case(&mut conn, &office.handler, &sent.reference).await, Err(Error::NotFound)), "and no desk of the unit");
        assert_eq!(feedback::totals(&mut conn, "medan", 0).await.unwrap().received, 1, "what was published stays and counts once");
    }
    office.accept(&sent).await;
    assert!(refused(office.act(&sent, Act::NotOurs("Sungguh bukan kami.")).await, Refusal::BindingDispatch));
    let mut conn = world.portal.db.read().await.unwrap();
    let steps = feedback::steps(&mut conn, sent.case).await.unwrap();
    let hops: Vec<_> = steps.iter().filter(|s| matches!(s.kind, StepKind::Assigned | StepKind::Returned)).map(|s| (s.kind, s.unit_name.is_some(), s.reason.clone())).collect();
    let (sent_on, back) = ((StepKind::Assigned, true, None), (StepKind::Returned, true, None));
    assert_eq!(hops, [sent_on.clone(), back.clone(), sent_on, back, (StepKind::Assigned, true, Some("binding".into()))], "every hop with its unit");
    assert_eq!(steps.iter().filter(|s| s.kind == StepKind::Published).count(), 1);
    assert_eq!(feedback::search(&mut conn, "medan", "loket tutup").await.unwrap().len(), 1, "found once");
});

on_both!(what_was_published_vanishes_when_it_turns_out_to_be_no_case, world => {
    let office = Office::of(&world).await;
    let sent = office.send("pengaduan").await;
    office.accept(&sent).await;
    office.act(&sent, Act::NotOurs("Ini promosi, bukan laporan.")).await.unwrap();
    office.act(&sent, Act::Archive(&ArchiveInput::parse("spam", "Ternyata iklan semata.").unwrap())).await.unwrap();
    let mut conn = world.portal.db.read().await.unwrap();
    assert!(matches!(feedback::show(&mut conn, "medan", &sent.reference).await, Err(Error::NotFound)));
    assert!(feedback::search(&mut conn, "medan", "loket tutup").await.unwrap().is_empty());
    assert_eq!(feedback::totals(&mut conn, "medan", 0).await.unwrap(), feedback::Totals::default());
    let counted: i64 = on!(&mut conn, c => sqlx::query_scalar("select count(*) from feedback_element_count").fetch_one(c).await.unwrap());
    assert_eq!(counted, 0);
});

on_both!(a_second_answer_that_does_not_come_lies_above_the_unit, world => {
    let office = Office::of(&world).await;
    let sent = office.send("pengaduan").await;
    office.accept(&sent).await;
    office.answer(&sent).await;
    feedback::contest(&world.portal, sent.case, "Loketnya masih kosong tadi pagi.").await.unwrap();
    assert_eq!(office.case(&sent).await.rests_until.as_deref(), Some("2026-11-09"), "it waits by a day like others");
    office.to("2026-11-09T23:00");
    assert_eq!(keep(&world.portal).await.unwrap(), Kept::default(), "the last day is the unit's");
    office.to("2026-11-10T08:00");
    assert_eq!(keep(&world.portal).await.unwrap().escalated, 1);
    let above = office.case(&sent).await;
    assert_eq!((above.status, above.escalation_level), (Status::Escalated, 1), "with the head of the agency first");
    assert_eq!(keep(&world.portal).await.unwrap(), Kept::default(), "once");
    office.act(&sent, Act::Resume(&coming_back("dishub"))).await.unwrap();
    assert_eq!(office.status(&sent).await, Status::InProgress);
});

on_both!(contested_twice_it_lies_above_the_unit, world => {
    let office = Office::of(&world).await;
    let sent = office.send("pengaduan").await;
    office.accept(&sent).await;
    office.answer(&sent).await;
    feedback::contest(&world.portal, sent.case, "Loketnya masih kosong tadi pagi.").await.unwrap();
    let disputed = office.case(&sent).await;
    assert_eq!((disputed.status, disputed.answer_due.as_deref()), (Status::Disputed, Some("2026-11-09")), "five working days for the second answer");
    let mut conn = world.portal.db.read().await.unwrap();
    for outside in [&office.verifier, &office.inspector] {
        let told = notifications::notices(&mut conn, outside.account, None).await.unwrap().0;
        assert!(told.iter().any(|n| n.kind == "case-contested" && n.detail == sent.reference), "{} is told", outside.name);
    }
    office.answer(&sent).await;
    assert!(office.kinds(&sent).await.contains(&StepKind::Reworked));
    feedback::contest(&world.portal, sent.case, "Tetap kosong, saya datang lagi.").await.unwrap();
    let above = office.case(&sent).await;
    assert_eq!((above.status, above.escalation_level), (Status::Escalated, 2), "outside the unit");
    assert!(refused(office.act(&sent, Act::Answer(&answering(), &PhotosInput::default())).await, Refusal::WrongStep), "the unit waits for the coordinator");
    office.act(&sent, Act::Resume(&coming_back("dishub"))).await.unwrap();
    let resumed = office.case(&sent).await;
    assert_eq!((resumed.status, resumed.handling_unit_name.as_deref(), resumed.answer_due.as_deref()), (Status::InProgress, Some("Dinas Perhubungan"), Some("2026-11-09")));
    let other = world.staff("Dedi", Role::Handler, "dishub", None).await;
    feedback::answer(&world.portal, &other, &sent.reference, &answering()).await.unwrap();
    office.to("2026-11-17T08:00");
    assert_eq!(keep(&world.portal).await.unwrap(), Kept { closed: 1, ..Kept::default() });
    let ended = office.case(&sent).await;
    assert_eq!((ended.status, ended.closed_reason.as_deref()), (Status::Closed, Some("contested")), "silence after a no is no yes");
    let totals = feedback::totals(&mut conn, "medan", 0).await.unwrap();
    assert_eq!((totals.confirmed, totals.no_answer, totals.contested), (0, 0, 1));
    let trail: Vec<_> = ledger::of_subject(&mut conn, &sent.reference).await.unwrap().into_iter().map(|e| e.kind).collect();
    assert_eq!(trail, [
        "feedback-received", "feedback-assigned", "feedback-taken", "feedback-answered", "feedback-contested", "feedback-reworked", "feedback-answered", "feedback-contested", "feedback-escalated",
        "feedback-resumed", "feedback-answered", "feedback-closed-silent",
    ]);
});

on_both!(late_cases_climb_the_ladder, world => {
    let office = Office::of(&world).await;
    let rina = world.staff("Rina Tarigan", Role::PostHolder, "disdukcapil", Some("P101")).await;
    let sent = office.send("pengaduan").await;
    let praise = office.send("apresiasi").await;
    office.accept(&sent).await;
    feedback::accept(&world.portal, &office.verifier, &praise.reference, &accepting("apresiasi", "disdukcapil")).await.unwrap();
    assert_eq!(office.case(&sent).await.follow_up_due.as_deref(), Some("2026-11-09"), "first follow-up in five working days");
    office.to("2026-11-20T23:59");
    assert_eq!(keep(&world.portal).await.unwrap(), Kept::default(), "the last day ends at midnight");
    office.to("2026-11-21T00:00");
    assert_eq!(keep(&world.portal).await.unwrap(), Kept { escalated: 1, ..Kept::default() });
    let first = office.case(&sent).await;
    assert_eq!((first.status, first.escalation_level, first.rests_until.as_deref()), (Status::Escalated, 1, Some("2026-11-27")));
    let mut conn = world.portal.db.read().await.unwrap();
    assert_eq!(notifications::notices(&mut conn, rina.account, None).await.unwrap().0[0].kind, "case-escalated", "the head of the agency is told");
    assert_eq!(first.clock().stands(&mut conn, "2026-11-25").await.unwrap(), Deadline::Late { due: "2026-11-20".into(), by: Some(3) });

    // Repeated, and with a clock set back, nothing more happens.
    assert_eq!(keep(&world.portal).await.unwrap(), Kept::default());
    office.to("2026-11-10T08:00");
    assert_eq!(keep(&world.portal).await.unwrap(), Kept::default());
    for (day, level) in [("2026-11-28T01:00", 2), ("2026-12-05T01:00", 3)] {
        office.to(day);
        assert_eq!(keep(&world.portal).await.unwrap(), Kept { raised: 1, ..Kept::default() });
        assert_eq!(office.case(&sent).await.escalation_level, level);
    }
    office.to("2027-06-01T08:00");
    assert_eq!(keep(&world.portal).await.unwrap(), Kept::default(), "above the last level there is none");
    assert_eq!(notifications::notices(&mut conn, office.inspector.account, None).await.unwrap().0.len(), 1, "the inspectorate once");
    assert_eq!(office.status(&praise).await, Status::Assigned, "praise has no clock");
    let levels: Vec<_> = feedback::steps(&mut conn, sent.case).await.unwrap().into_iter().filter(|s| s.kind == StepKind::Escalated).filter_map(|s| s.reason).collect();
    assert_eq!(levels, ["1", "2", "3"]);
});

on_both!(silence_closes_and_is_counted_as_silence, world => {
    let office = Office::of(&world).await;
    let (silent, solved) = (office.send("pengaduan").await, office.send("pengaduan").await);
    for sent in [&silent, &solved] {
        office.accept(sent).await;
        office.answer(sent).await;
    }
    feedback::confirm(&world.portal, solved.case, "").await.unwrap();
    office.mails().await;
    office.to("2026-11-16T20:00");
    assert_eq!(keep(&world.portal).await.unwrap(), Kept::default(), "the tenth working day is the reporter's");
    office.to("2026-11-17T00:30");
    assert_eq!(keep(&world.portal).await.unwrap(), Kept { closed: 1, ..Kept::default() });
    let mut conn = world.portal.db.read().await.unwrap();
    let totals = feedback::totals(&mut conn, "medan", 0).await.unwrap();
    assert_eq!((totals.confirmed, totals.no_answer, totals.contested), (1, 1, 0));
    assert!(refused(feedback::say_still(&world.portal, silent.case, StillSolved::Yes).await, Refusal::WrongStep), "nobody asked yet");

    // Four weeks later both are asked; the answers are counted apart.
    office.to("2026-12-01T08:00");
    assert_eq!(keep(&world.portal).await.unwrap().asked, 1, "the one that was closed first");
    office.to("2026-12-16T08:00");
    assert_eq!(keep(&world.portal).await.unwrap().asked, 1);
    assert_eq!(keep(&world.portal).await.unwrap(), Kept::default(), "once each");
    assert_eq!(office.mails().await, ["step-asked_again", "step-asked_again", "step-closed_silent"]);
    feedback::say_still(&world.portal, solved.case, StillSolved::Yes).await.unwrap();
    feedback::say_still(&world.portal, silent.case, StillSolved::No).await.unwrap();
    assert!(refused(feedback::say_still(&world.portal, silent.case, StillSolved::Yes).await, Refusal::AlreadyDone));
    let later = feedback::totals(&mut conn, "medan", 0).await.unwrap();
    assert_eq!((later.confirmed, later.no_answer, later.still_solved, later.solved_no_more), (1, 1, 1, 1), "how it ended stays as it was");
});

on_both!(new_evidence_opens_it_again, world => {
    let office = Office::of(&world).await;
    let (sent, late) = (office.send("pengaduan").await, office.send("pengaduan").await);
    for case in [&sent, &late] {
        office.accept(case).await;
        office.answer(case).await;
        feedback::confirm(&world.portal, case.case, "").await.unwrap();
    }
    assert!(refused(office.act(&sent, Act::Reopen(&coming_back(""))).await, Refusal::NothingNew), "without new evidence it stays closed");
    office.to("2026-11-20T08:00");
    feedback::ask_reopen(&world.portal, sent.case, "Foto loket kosong dari hari ini.").await.unwrap();
    assert!(refused(feedback::ask_reopen(&world.portal, sent.case, "Foto loket kosong dari hari ini.").await, Refusal::AlreadyDone));
    office.act(&sent, Act::DeclineReopen("Fotonya dari hari libur.")).await.unwrap();
    assert_eq!(office.status(&sent).await, Status::Closed);
    feedback::ask_reopen(&world.portal, sent.case, "Foto lain, dari hari Kamis.").await.unwrap();
    office.act(&sent, Act::Reopen(&coming_back(""))).await.unwrap();
    let open = office.case(&sent).await;
    assert_eq!((open.status, open.closed_reason.as_deref(), open.closed_at, open.answer_due.as_deref()), (Status::InProgress, None, None, Some("2026-12-10")), "the class's clock begins anew");
    let mut conn = world.portal.db.read().await.unwrap();
    assert!(feedback::steps(&mut conn, sent.case).await.unwrap().iter().all(|s| !s.note.contains("Foto") || s.kind == StepKind::ReopenDeclined), "evidence is between the reporter and staff");
    office.answer(&sent).await;
    feedback::contest(&world.portal, sent.case, "Masih belum dibuka loketnya.").await.unwrap();
    assert_eq!(office.status(&sent).await, Status::Disputed, "opened again, it may be contested once again");
    office.to("2026-12-03T09:00");
    assert!(refused(feedback::ask_reopen(&world.portal, late.case, "Sudah lewat tiga puluh hari.").await, Refusal::TooLate));
});

on_both!(a_reporter_withdraws_and_misconduct_is_examined_on, world => {
    let office = Office::of(&world).await;
    let (own, misconduct) = (office.send("pengaduan").await, office.send("penyimpangan").await);
    feedback::withdraw(&world.portal, own.case, "Sudah selesai sendiri.").await.unwrap();
    assert_eq!(office.status(&own).await, Status::Withdrawn);
    assert!(refused(feedback::withdraw(&world.portal, own.case, "").await, Refusal::WrongStep));
    feedback::withdraw(&world.portal, misconduct.case, "").await.unwrap();
    assert!(refused(feedback::withdraw(&world.portal, misconduct.case, "").await, Refusal::AlreadyDone));
    let goes_on = office.case(&misconduct).await;
    assert_eq!((goes_on.status, goes_on.withdrawn_at.is_some()), (Status::Submitted, true));
    feedback::accept(&world.portal, &office.verifier, &misconduct.reference, &accepting("penyimpangan", "inspektorat")).await.unwrap();
    office.mails().await;
    feedback::answer(&world.portal, &office.inspector, &misconduct.reference, &answering()).await.unwrap();
    assert!(office.mails().await.is_empty(), "who withdrew is left in peace");
    assert!(office.kinds(&misconduct).await.contains(&StepKind::WithdrawnExOfficio));
});

on_both!(who_was_second_is_told_and_changes_nothing, world => {
    let office = Office::of(&world).await;
    let second = world.staff("Hana", Role::Handler, "disdukcapil", None).await;
    let sent = office.send("pengaduan").await;
    office.accept(&sent).await;
    let seen = office.case(&sent).await.version;
    let news = ProgressInput::parse("Jadwal loket diperiksa.", "umum").unwrap();
    let both = tokio::join!(
        act(&world.portal, &office.handler, &sent.reference, Some(seen), Act::Progress(&news)),
        act(&world.portal, &second, &sent.reference, Some(seen), Act::Progress(&news)),
    );
    let (first, late) = if both.0.is_ok() { both } else { (both.1, both.0) };
    first.unwrap();
    assert!(refused(late, Refusal::ChangedMeanwhile));
    assert_eq!(office.kinds(&sent).await.iter().filter(|k| **k == StepKind::Progress).count(), 1);
    let now = office.case(&sent).await.version;
    act(&world.portal, &second, &sent.reference, Some(now), Act::Progress(&news)).await.unwrap();
});

on_both!(internal_notes_stay_with_staff, world => {
    let office = Office::of(&world).await;
    let sent = office.send("pengaduan").await;
    office.accept(&sent).await;
    office.act(&sent, Act::Progress(&ProgressInput::parse("Petugas itu sudah ditegur.", "petugas").unwrap())).await.unwrap();
    let mut conn = world.portal.db.read().await.unwrap();
    for told in [feedback::steps(&mut conn, sent.case).await.unwrap(), feedback::steps_for_reporter(&mut conn, sent.case).await.unwrap()] {
        assert!(told.iter().all(|s| s.kind != StepKind::Internal && s.internal_note.is_empty() && !s.note.contains("ditegur")));
    }
    let inside = feedback::steps_for_staff(&mut conn, sent.case).await.unwrap();
    assert_eq!(inside.last().map(|s| (s.kind, s.internal_note.as_str())), Some((StepKind::Internal, "Petugas itu sudah ditegur.")));
});

const HOLIDAYS: &str = include_str!("../../data/reference/holidays_id_2024_2027.csv");

async fn import(portal: &Portal, table: &str) -> u64 {
    let outcome = import_file(portal, "holidays_id_2024_2027.csv", table, &Enrichment::default(), false).await.unwrap();
    assert!(outcome.imported, "{:?}", outcome.bad);
    outcome.changed
}

async fn changes(portal: &Portal, case: CaseId) -> Vec<(String, Option<String>, Option<String>)> {
    let mut conn = portal.db.read().await.unwrap();
    on!(&mut conn, c => sqlx::query_as("select clock, old_due, new_due from feedback_due_change where case_id = $1 order by number").bind(case).fetch_all(c).await.unwrap())
}

on_both!(beyond_the_table_no_day_is_guessed, world => {
    let office = Office::of(&world).await;
    office.to("2027-12-20T09:00");
    let sent = office.send("pengaduan").await;
    assert_eq!(sent.answer_due, None, "accepted, and its day is set later");
    let waiting = office.case(&sent).await;
    let mut conn = world.portal.db.read().await.unwrap();
    assert_eq!(waiting.clock().stands(&mut conn, "2027-12-20").await.unwrap(), Deadline::Later);
    let accept = feedback::accept(&world.portal, &office.verifier, &sent.reference, &accepting("pengaduan", "disdukcapil")).await;
    assert!(refused(accept, Refusal::BeyondCalendar), "staff are told why, and nothing is promised");
    assert_eq!(feedback::recompute(&world.portal, &mut |_, _| {}).await.unwrap().all(), 0);
    import(&world.portal, "date,type,name_id,name_en,source\n2028-01-01,libur_nasional,Tahun Baru Masehi,New Year,SKB\n").await;
    let moved = feedback::recompute(&world.portal, &mut |_, _| {}).await.unwrap();
    assert_eq!((moved.answer, moved.verify), (1, 0), "the verification was within the table");
    assert_eq!(office.case(&sent).await.answer_due.as_deref(), Some("2028-01-10"));
    office.accept(&sent).await;
});

on_both!(a_new_decree_moves_last_days_and_says_so, world => {
    let office = Office::of(&world).await;
    let (open, paused, answered, done) = (office.send("pengaduan").await, office.send("pengaduan").await, office.send("pengaduan").await, office.send("pengaduan").await);
    office.act(&paused, Act::AskInfo(&asking())).await.unwrap();
    office.to("2026-11-05T09:00");
    feedback::complete(&world.portal, paused.case, "Loket 3, hari Jumat pagi.").await.unwrap();
    for case in [&open, &answered, &done] {
        office.accept(case).await;
    }
    for case in [&answered, &done] {
        office.answer(case).await;
    }
    feedback::confirm(&world.portal, done.case, "").await.unwrap();
    let before = (office.case(&open).await.answer_due, office.case(&paused).await.answer_due, office.case(&answered).await.reply_due);
    assert_eq!(before, (Some("2026-11-20".into()), Some("2026-11-25".into()), Some("2026-11-19".into())));

    // A day off on 4 November, while one case stood still, and another on the 18th.
    let decreed = format!("{}\n2026-11-04,cuti_bersama,Cuti contoh,Example,SKB baru\n2026-11-18,libur_nasional,Libur contoh,Example,SKB baru\n", HOLIDAYS.trim_end());
    assert_eq!(import(&world.portal, &decreed).await, 2);
    let mut seen = Vec::new();
    let moved = feedback::recompute(&world.portal, &mut |done, total| seen.push((done, total))).await.unwrap();
    assert!(moved.answer >= 2 && moved.reply == 1 && seen.last().is_some_and(|(done, total)| done == total), "{moved:?} {seen:?}");
    let after = (office.case(&open).await, office.case(&paused).await, office.case(&answered).await);
    assert_eq!((after.0.answer_due.as_deref(), after.0.rests_until.as_deref()), (Some("2026-11-24"), Some("2026-11-24")), "two days later");
    assert_eq!(after.1.answer_due.as_deref(), Some("2026-11-26"), "the day off within the pause costs nothing more");
    assert_eq!((after.2.reply_due.as_deref(), after.2.rests_until.as_deref()), (Some("2026-11-20"), Some("2026-11-20")));
    assert!(changes(&world.portal, open.case).await.contains(&("answer".into(), Some("2026-11-20".into()), Some("2026-11-24".into()))));
    assert!(changes(&world.portal, done.case).await.is_empty(), "what is closed keeps its day");
    let mut conn = world.portal.db.read().await.unwrap();
    let step = feedback::steps(&mut conn, open.case).await.unwrap().into_iter().find(|s| s.clock.as_deref() == Some("answer")).unwrap();
    assert_eq!((step.kind, step.old_due.as_deref(), step.new_due.as_deref()), (StepKind::DueChanged, Some("2026-11-20"), Some("2026-11-24")));
    drop(conn);

    // Repeated it changes nothing, as after a run that was killed half-way; the decree is taken back and so are the days.
    assert_eq!(feedback::recompute(&world.portal, &mut |_, _| {}).await.unwrap().all(), 0);
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update feedback_case set answer_due = '2026-11-20' where id = $1").bind(open.case).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    assert_eq!(feedback::recompute(&world.portal, &mut |_, _| {}).await.unwrap().answer, 1, "only what is left");
    assert_eq!(import(&world.portal, HOLIDAYS).await, 2, "the file is the whole of its years");
    feedback::recompute(&world.portal, &mut |_, _| {}).await.unwrap();
    let back = (office.case(&open).await.answer_due, office.case(&paused).await.answer_due, office.case(&answered).await.reply_due);
    assert_eq!(back, before);
});

on_both!(each_government_has_its_own_midnight, world => {
    let office = Office::of(&world).await;
    let sent = office.send("pengaduan").await;
    office.accept(&sent).await;
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update government set utc_offset_hours = 9 where slug = 'medan'").execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    // 22.30 in the west is half past midnight in the east.
    office.to("2026-11-20T21:59");
    assert_eq!(keep(&world.portal).await.unwrap(), Kept::default());
    office.portal().clock.advance(HOUR / 2);
    assert_eq!(keep(&world.portal).await.unwrap().escalated, 1);
});

on_both!(a_hundred_due_at_once_are_all_done, world => {
    let office = Office::of(&world).await;
    let mut all = Vec::new();
    for _ in 0..120 {
        all.push(office.send("permintaan_informasi").await);
    }
    let mut tx = world.portal.db.begin().await.unwrap();
    // As many as several batches, one of which cannot be done: what it is nobody knows.
    on!(&mut tx, c => sqlx::query("update feedback_case set status = 'needs_info', info_due = '2026-11-05', rests_until = '2026-11-05'").execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    let set_kind = async |kind: &'static str| {
        let mut tx = world.portal.db.begin().await.unwrap();
        on!(&mut tx, c => sqlx::query("update feedback_case set kind = $2 where id = $1").bind(all[7].case).bind(kind).execute(c).await.unwrap().rows_affected());
        tx.commit().await.unwrap();
    };
    set_kind("lain").await;
    world.portal.clock.advance(5 * DAY);
    let (one, two) = tokio::join!(keep(&world.portal), keep(&world.portal));
    let (one, two) = (one.unwrap(), two.unwrap());
    assert_eq!(one.lapsed + two.lapsed, 119, "two workers at once do each once");
    assert_eq!(keep(&world.portal).await.unwrap(), Kept { failed: 1, ..Kept::default() });
    set_kind("permintaan_informasi").await;
    assert_eq!(office.status(&all[7]).await, Status::NeedsInfo, "one that fails keeps no other waiting and stays whole");
});

#[test]
fn the_calendar_of_nothing_covers_nothing() {
    let day = domain::clock::parse_day("2026-11-02").unwrap();
    assert!(matches!(Calendar::new([]).due(day, 1), Err(Error::Refused(Refusal::BeyondCalendar))));
}

// `BALAI_CASES=1000000 cargo test -p domain --test casework open_cases_move -- --nocapture` says how long a decree takes
// with a million open cases.
on_both!(open_cases_move_in_sets, world => {
    let count: u64 = std::env::var("BALAI_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(2000);
    feedback::synthetic::make_cases(&world.portal, count, |_| {}).await.unwrap();
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update feedback_case set status = 'assigned', follow_from = clock_from").execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    feedback::recompute(&world.portal, &mut |_, _| {}).await.unwrap();
    // Every day off of the table is worked: nearly every case gets another day.
    import(&world.portal, "date,type,name_id,name_en,source\n2024-01-01,libur_nasional,Tahun Baru Masehi,New Year,SKB\n2025-01-01,libur_nasional,Tahun Baru Masehi,New Year,SKB\n2026-01-01,libur_nasional,Tahun Baru Masehi,New Year,SKB\n2027-01-01,libur_nasional,Tahun Baru Masehi,New Year,SKB\n").await;
    let began = std::time::Instant::now();
    let mut told = 0;
    let moved = feedback::recompute(&world.portal, &mut |_, _| told += 1).await.unwrap();
    println!("{} last days of {count} cases moved in {told} sets after {} s", moved.all(), began.elapsed().as_secs());
    assert!(moved.all() > count / 10 && told > 10);
});

on_both!(the_paper_for_the_ombudsman_holds_each_answer_to_its_day, world => {
    let office = Office::of(&world).await;
    let sent = office.send("pengaduan").await;
    office.accept(&sent).await;
    office.to("2026-11-25T10:00");
    office.answer(&sent).await;
    feedback::contest(&world.portal, sent.case, "Loket masih kosong setiap pagi.").await.unwrap();
    let again = office.case(&sent).await.answer_due.unwrap();
    office.to("2026-11-27T10:00");
    office.answer(&sent).await;
    let tracked = feedback::track(&world.portal, &sent.receipt).await.unwrap();
    let paper = feedback::own_dossier(&world.portal, &world.medan, &tracked).await.unwrap();
    let told: Vec<_> = paper.deadlines.iter().map(|d| (d.what, d.due.as_str(), d.done.as_deref(), d.missed)).collect();
    assert_eq!(told[1..], [("answer", "2026-11-20", Some("2026-11-25"), true), ("answer-again", again.as_str(), Some("2026-11-27"), false)], "each answer by the day that was due then");
    let public = feedback::public_dossier(&world.portal, &world.medan, &sent.reference).await.unwrap();
    assert!(public.deadlines.iter().any(|d| d.missed), "one missed day is enough, though the last has not passed");
    let moved = paper.steps.iter().find(|s| s.kind == StepKind::Contested).unwrap();
    assert_eq!((moved.old_due.as_deref(), moved.new_due.as_deref()), (Some("2026-11-20"), Some(again.as_str())), "and everybody reads which day became which");
});
