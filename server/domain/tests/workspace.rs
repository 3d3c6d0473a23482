//! The handlers' workspace: queues by what is to be done and by when, with whom a case is, notes inside, what happens when
//! somebody leaves.
//!
//! Long because every story shares the desks of one small government.

use std::collections::BTreeSet;

use domain::accounts::{self, Actor};
use domain::clock::{DAY, parse_moment};
use domain::feedback::upkeep::keep;
use domain::feedback::{
    self, Act, QueuePage, Sent, Sight, Ticked, Together, Wanted, WhyNot, act, colleagues, queue, queue_counts, staff_case, templates_of, together, write_template,
};
use domain::testing::{World, answers};
use domain::{Error, Refusal, Result, notifications, on, on_both};
use vocabulary::Fault;
use vocabulary::accounts::Role;
use vocabulary::feedback::{AcceptInput, AnswerInput, AskInput, DueBy, HandInput, Holding, Kind, MergeInput, Queue, Status, StepKind, TemplateInput};

struct Desks {
    world: World,
    vera: Actor,
    hadi: Actor,
    sent: std::sync::atomic::AtomicU32,
}

impl Desks {
    async fn of(world: &World) -> Self {
        let (vera, hadi) = (world.staff("Vera", Role::Verifier, "", None).await, world.staff("Hadi", Role::Handler, "disdukcapil", None).await);
        Self { world: world.clone(), vera, hadi, sent: 0.into() }
    }

    async fn send(&self, kind: &str, about: &str) -> Sent {
        let number = self.sent.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        let mut form = answers();
        form.key = format!("{number:032x}");
        form.kind = kind.into();
        form.about = about.into();
        form.date = String::new();
        let today = self.world.medan.today(self.world.portal.now());
        feedback::send(&self.world.portal, &self.world.medan, None, "id", form.parse(&today).unwrap()).await.unwrap()
    }

    /// Sent and with a unit.
    async fn case(&self, kind: &str, unit: &str) -> Sent {
        let sent = self.send(kind, "layanan:akta-kelahiran").await;
        self.accept(&sent, kind, unit).await;
        sent
    }

    async fn accept(&self, sent: &Sent, kind: &str, unit: &str) {
        let protection = if kind == "penyimpangan" { "rahasia" } else { "anonim" };
        let input = AcceptInput::parse(&format!("Loket akta tutup {unit}"), "Loket tutup pukul sepuluh pagi.", protection, kind, unit, "").unwrap();
        feedback::accept(&self.world.portal, &self.vera, &sent.reference, &input).await.unwrap();
    }

    async fn page(&self, actor: &Actor, wanted: &Wanted, after: Option<&feedback::QueueCursor>) -> QueuePage {
        let mut conn = self.world.portal.db.read().await.unwrap();
        let sight = Sight::of(&mut conn, actor, "medan").await.unwrap();
        let today = self.world.medan.today(self.world.portal.now());
        queue(&mut conn, &sight, wanted, after, &today).await.unwrap()
    }

    async fn seen(&self, actor: &Actor, wanted: &Wanted) -> Vec<String> {
        self.page(actor, wanted, None).await.cases.into_iter().map(|c| c.reference).collect()
    }

    async fn counts(&self, actor: &Actor) -> Vec<(Queue, i64)> {
        let mut conn = self.world.portal.db.read().await.unwrap();
        let sight = Sight::of(&mut conn, actor, "medan").await.unwrap();
        queue_counts(&mut conn, &sight).await.unwrap().into_iter().filter(|(_, n)| *n > 0).collect()
    }

    async fn hand(&self, by: &Actor, sent: &Sent, to: Option<&Actor>) -> Result<()> {
        let input = HandInput { to: to.map(|a| a.account.to_string()), note: "Mohon dilanjutkan.".into() };
        act(&self.world.portal, by, &sent.reference, None, Act::Hand(&input)).await
    }

    async fn holder(&self, sent: &Sent) -> Option<String> {
        let mut conn = self.world.portal.db.read().await.unwrap();
        staff_case(&mut conn, &self.vera, &sent.reference).await.unwrap().0.holder_name
    }

    fn to(&self, moment: &str) {
        self.world.portal.clock.advance(parse_moment(&format!("{moment}:00+07:00")).unwrap() - self.world.portal.now());
    }
}

on_both!(a_case_walks_through_the_queues_and_each_desk_sees_its_own, world => {
    let desks = Desks::of(&world).await;
    let ina = world.staff("Ina", Role::Inspector, "inspektorat", None).await;
    let (dedi, tata) = (world.staff("Dedi", Role::Handler, "dishub", None).await, world.staff("Tata", Role::Handler, "", None).await);
    let sent = desks.send("pengaduan", "layanan:akta-kelahiran").await;
    assert_eq!(desks.counts(&desks.vera).await, vec![(Queue::Verify, 1)]);
    assert_eq!(desks.counts(&desks.hadi).await, vec![], "nobody handles it yet");
    let asking = AskInput::parse(&["tempat".into()], "Di loket mana kejadiannya?").unwrap();
    act(&world.portal, &desks.vera, &sent.reference, None, Act::AskInfo(&asking)).await.unwrap();
    assert_eq!(desks.counts(&desks.vera).await, vec![(Queue::Info, 1)]);
    feedback::complete(&world.portal, sent.case, "Loket tiga, pagi hari.").await.unwrap();
    desks.accept(&sent, "pengaduan", "disdukcapil").await;
    let alleged = desks.case("penyimpangan", "inspektorat").await;
    for (who, expected, why) in [
        (&desks.vera, vec![&sent.reference, &alleged.reference], "the whole government"),
        (&desks.hadi, vec![&sent.reference], "the unit's own"),
        (&tata, vec![&sent.reference], "every unit's, and nothing that alleges misconduct"),
        (&dedi, vec![], "another unit"),
        (&ina, vec![&alleged.reference], "the inspectorate"),
    ] {
        assert_eq!(desks.seen(who, &Wanted::all(Queue::Answer)).await, expected.iter().map(|r| (*r).clone()).collect::<Vec<_>>(), "{why}");
        assert_eq!(desks.counts(who).await.iter().map(|(_, n)| n).sum::<i64>(), expected.len() as i64, "{why}: counted");
    }
    feedback::answer(&world.portal, &desks.hadi, &sent.reference, &AnswerInput::parse("upheld", "Loket kini dijaga bergantian.").unwrap()).await.unwrap();
    assert_eq!(desks.counts(&desks.hadi).await, vec![(Queue::Reply, 1)]);
    feedback::contest(&world.portal, sent.case, "Tadi pagi masih kosong juga.").await.unwrap();
    assert_eq!(desks.counts(&desks.hadi).await, vec![(Queue::Contested, 1)]);
    assert_eq!(desks.counts(&ina).await, vec![(Queue::Answer, 1), (Queue::Contested, 1)], "somebody outside the unit finds it too");
    feedback::answer(&world.portal, &desks.hadi, &sent.reference, &AnswerInput::parse("upheld", "Loket kini dijaga dua orang.").unwrap()).await.unwrap();
    feedback::confirm(&world.portal, sent.case, "").await.unwrap();
    assert_eq!(desks.counts(&desks.hadi).await, vec![], "closed");
    feedback::ask_reopen(&world.portal, sent.case, "Hari ini tutup lagi, ada fotonya.").await.unwrap();
    assert!(desks.counts(&desks.vera).await.contains(&(Queue::Reopen, 1)));
});

on_both!(the_inspectorate_finds_what_lies_above_a_unit_and_nothing_else_of_it, world => {
    let desks = Desks::of(&world).await;
    let ina = world.staff("Ina", Role::Inspector, "inspektorat", None).await;
    let both = world.staff("Bima", Role::Inspector, "inspektorat", None).await;
    let mut tx = world.portal.db.begin().await.unwrap();
    accounts::grant(&world.portal, &mut tx, both.account, "medan", world.unit("disdukcapil").await, Role::Handler).await.unwrap();
    tx.commit().await.unwrap();
    let both = world.actor(both.account).await;
    let elsewhere = world.account_in("binjai", "Ida", Some((Role::Inspector, "pemerintah")), None).await;
    let (contested, calm) = (desks.case("pengaduan", "disdukcapil").await, desks.case("pengaduan", "disdukcapil").await);
    for answer in ["Loket kini dijaga.", "Loket kini dijaga dua orang."] {
        feedback::answer(&world.portal, &desks.hadi, &contested.reference, &AnswerInput::parse("upheld", answer).unwrap()).await.unwrap();
        feedback::contest(&world.portal, contested.case, "Tadi pagi masih kosong juga.").await.unwrap();
        let queue = if answer.contains("dua") { Queue::Escalated } else { Queue::Contested };
        assert_eq!(desks.counts(&ina).await, vec![(queue, 1)], "{answer}");
        assert_eq!(desks.seen(&ina, &Wanted::all(queue)).await, vec![contested.reference.clone()], "{answer}");
        // Every filter goes the same way.
        let narrow = |change: &dyn Fn(&mut Wanted)| { let mut wanted = Wanted::all(queue); change(&mut wanted); wanted };
        assert_eq!(desks.seen(&ina, &narrow(&|w| w.words = "loket akta".into())).await.len(), 1, "by its title");
        assert_eq!(desks.seen(&ina, &narrow(&|w| w.kind = Some(Kind::Complaint))).await.len(), 1, "by its kind");
        assert_eq!(desks.seen(&ina, &narrow(&|w| w.holding = Some(Holding::Mine))).await.len(), 0, "it is not with her");
        // Who also handles the unit's cases has it once.
        assert_eq!(desks.seen(&both, &Wanted::all(queue)).await.len(), 1, "once");
        assert!(desks.counts(&elsewhere).await.is_empty(), "another government");
        for found in desks.seen(&ina, &Wanted::all(queue)).await {
            let mut conn = world.portal.db.read().await.unwrap();
            assert!(staff_case(&mut conn, &ina, &found).await.is_ok(), "what is listed opens");
        }
    }
    // Late once, a case lies with the head of its agency, and not yet outside.
    desks.to("2026-11-21T00:01");
    keep(&world.portal).await.unwrap();
    let mut conn = world.portal.db.read().await.unwrap();
    let (late, _) = staff_case(&mut conn, &desks.vera, &calm.reference).await.unwrap();
    drop(conn);
    assert_eq!((late.status, late.escalation_level), (Status::Escalated, 1), "late");
    assert_eq!(desks.seen(&ina, &Wanted::all(Queue::Escalated)).await, vec![contested.reference.clone()], "the agency has its turn first");
    assert_eq!(desks.seen(&desks.hadi, &Wanted::all(Queue::Escalated)).await.len(), 2, "the unit has both");
});

on_both!(what_is_late_comes_first_and_pages_have_neither_gap_nor_double, world => {
    let desks = Desks::of(&world).await;
    let mut all = BTreeSet::new();
    for number in 0..28 {
        let kind = ["pengaduan", "permintaan_informasi", "apresiasi"][number % 3];
        all.insert(desks.case(kind, "disdukcapil").await.reference);
    }
    let wanted = Wanted::all(Queue::Answer);
    // A handler of one unit, of several, of the whole government, and who verifies: four ways through the tables.
    let several = world.account_in("medan", "Sena", Some((Role::Handler, "disdukcapil")), None).await;
    let mut tx = world.portal.db.begin().await.unwrap();
    domain::accounts::grant(&world.portal, &mut tx, several.account, "medan", world.unit("dishub").await, Role::Handler).await.unwrap();
    tx.commit().await.unwrap();
    let several = world.actor(several.account).await;
    let tata = world.staff("Tata", Role::Handler, "", None).await;
    for who in [&desks.hadi, &several, &tata, &desks.vera] {
        let first = desks.page(who, &wanted, None).await;
        let second = desks.page(who, &wanted, first.after.as_ref()).await;
        assert_eq!((first.cases.len(), second.cases.len(), second.after.clone()), (25, 3, None), "{}", who.name);
        let dues: Vec<_> = first.cases.iter().chain(&second.cases).map(|c| c.queue_due.clone()).collect();
        assert!(dues.is_sorted() && dues[0] == "2026-11-09" && dues[27] == "9999-12-31", "information in five days first, praise without a clock last: {dues:?}");
        let seen: BTreeSet<_> = first.cases.into_iter().chain(second.cases).map(|c| c.reference).collect();
        assert_eq!(seen, all, "{}", who.name);
    }
});

on_both!(a_queue_is_narrowed, world => {
    let desks = Desks::of(&world).await;
    let (one, two) = (desks.case("pengaduan", "disdukcapil").await, desks.case("permintaan_informasi", "dishub").await);
    let new = desks.send("pengaduan", "unit:dishub").await;
    let tata = world.staff("Tata", Role::Handler, "", None).await;
    let several = { let sena = world.account_in("medan", "Sena", Some((Role::Handler, "disdukcapil")), None).await;
        let mut tx = world.portal.db.begin().await.unwrap();
        domain::accounts::grant(&world.portal, &mut tx, sena.account, "medan", world.unit("dishub").await, Role::Handler).await.unwrap();
        tx.commit().await.unwrap();
        world.actor(sena.account).await };
    desks.hand(&tata, &one, Some(&tata)).await.unwrap();
    desks.hand(&several, &two, Some(&several)).await.unwrap();
    feedback::write_as_reporter(&world.portal, two.case, "Apakah sudah ada kabar?").await.unwrap();
    let dishub = world.unit("dishub").await;
    let all = || Wanted::all(Queue::Answer);
    let of = |sent: &[&Sent]| sent.iter().map(|s| s.reference.clone()).collect::<Vec<_>>();
    for (wanted, expected, why) in [
        (Wanted { unit: Some(dishub), ..all() }, of(&[&two]), "one unit"),
        (Wanted { kind: Some(Kind::Complaint), ..all() }, of(&[&one]), "a kind"),
        (Wanted { unread: true, ..all() }, of(&[&two]), "a message that nobody read"),
        (Wanted { holding: Some(Holding::Nobody), ..all() }, of(&[]), "nobody's"),
        (Wanted { due: Some(DueBy::Late), ..all() }, of(&[]), "late"),
        (Wanted { due: Some(DueBy::Week), ..all() }, of(&[]), "this week"),
        (Wanted { words: "loket DISHUB".into(), ..all() }, of(&[&two]), "words, each somewhere"),
        (Wanted { words: "100% _".into(), ..all() }, of(&[]), "no wildcards of anyone's"),
        (all(), of(&[&two, &one]), "all of it"),
    ] {
        for who in [&tata, &several, &desks.vera] {
            assert_eq!(desks.seen(who, &wanted).await, expected, "{why} as {}", who.name);
        }
    }
    assert_eq!(desks.seen(&tata, &Wanted { holding: Some(Holding::Mine), ..all() }).await, of(&[&one]), "one's own");
    assert_eq!(desks.seen(&several, &Wanted { holding: Some(Holding::Mine), ..all() }).await, of(&[&two]));
    assert_eq!(desks.seen(&desks.hadi, &Wanted { unit: Some(dishub), ..all() }).await, of(&[]), "another unit's");
    assert_eq!(desks.seen(&desks.vera, &Wanted { unit: Some(dishub), ..Wanted::all(Queue::Verify) }).await, of(&[&new]), "the unit it is about, before anyone handles it");
    desks.to("2026-11-10T08:00");
    assert_eq!(desks.seen(&tata, &Wanted { due: Some(DueBy::Late), ..all() }).await, of(&[&two]), "five working days have passed");
});

on_both!(what_the_guard_keeps_is_neither_listed_nor_counted, world => {
    let desks = Desks::of(&world).await;
    // Dewi holds the post that the second case is about; Wira verifies from within the agency that the third is about.
    let dewi = world.staff("Dewi", Role::Handler, "disdukcapil", Some("P102")).await;
    let wira = world.account_in("medan", "Wira", Some((Role::Verifier, "disdukcapil")), None).await;
    let mut sent = Vec::new();
    for (kind, about, unit) in [
        ("pengaduan", "layanan:akta-kelahiran", "disdukcapil"),
        ("pengaduan", "jabatan:kabid-capil-disdukcapil", "disdukcapil"),
        ("penyimpangan", "unit:disdukcapil", "inspektorat"),
        ("penyimpangan", "unit:dishub", "inspektorat"),
        ("penyimpangan", "jabatan:kepala-disdukcapil", "inspektorat"),
    ] {
        let case = desks.send(kind, about).await;
        desks.accept(&case, kind, unit).await;
        sent.push(case);
    }
    let rina = world.account_in("medan", "Rina", Some((Role::Inspector, "inspektorat")), Some("P101")).await;
    for (who, expected, why) in [
        (&desks.vera, vec![0, 1, 2, 3, 4], "nothing keeps her from any"),
        (&dewi, vec![0], "not the case about her own post"),
        (&wira, vec![0, 1, 3], "a desk in the agency is in the line of what is alleged there"),
        (&rina, vec![3], "who heads the agency inquires into none of its own"),
    ] {
        let seen: BTreeSet<String> = desks.seen(who, &Wanted::all(Queue::Answer)).await.into_iter().collect();
        assert_eq!(seen, expected.iter().map(|i| sent[*i].reference.clone()).collect(), "{why}");
        assert_eq!(desks.counts(who).await.iter().map(|(_, n)| *n).sum::<i64>(), expected.len() as i64, "{why}: counted");
        let mut conn = world.portal.db.read().await.unwrap();
        for case in &sent {
            assert_eq!(staff_case(&mut conn, who, &case.reference).await.is_ok(), seen.contains(&case.reference), "{why}: the page says the same");
        }
    }
    // The tenure ended before the day of the event: then it is no longer her post.
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update tenure set ends_on = '2026-11-01' where person_id = $1").bind(dewi.person).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    assert_eq!(desks.seen(&dewi, &Wanted::all(Queue::Answer)).await.len(), 2, "before the day it came");
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update tenure set ends_on = '2026-11-02' where person_id = $1").bind(dewi.person).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    assert_eq!(desks.seen(&dewi, &Wanted::all(Queue::Answer)).await.len(), 1, "on that very day");
});

on_both!(a_cluster_counts_once, world => {
    let desks = Desks::of(&world).await;
    let main = desks.case("pengaduan", "disdukcapil").await;
    for _ in 0..2 {
        let same = desks.send("pengaduan", "layanan:akta-kelahiran").await;
        act(&world.portal, &desks.vera, &same.reference, None, Act::Merge(&MergeInput::parse(&main.reference, "Loket yang sama, hari yang sama.").unwrap())).await.unwrap();
    }
    assert_eq!(desks.counts(&desks.vera).await, vec![(Queue::Answer, 1)]);
    let page = desks.page(&desks.hadi, &Wanted::all(Queue::Answer), None).await;
    assert_eq!((page.cases.len(), page.cases[0].joined), (1, 2), "it stands for three reports");
});

on_both!(a_case_is_given_taken_and_given_back, world => {
    let desks = Desks::of(&world).await;
    let sent = desks.case("pengaduan", "disdukcapil").await;
    let (dewi, dedi) = (world.staff("Dewi", Role::Handler, "disdukcapil", None).await, world.staff("Dedi", Role::Handler, "dishub", None).await);
    let mut conn = world.portal.db.read().await.unwrap();
    let (case, _) = staff_case(&mut conn, &desks.hadi, &sent.reference).await.unwrap();
    let names: Vec<_> = colleagues(&mut conn, &case).await.unwrap().into_iter().map(|c| c.name).collect();
    assert_eq!(names, ["Dewi", "Hadi"], "who handles for this unit, by name");
    drop(conn);
    desks.hand(&desks.hadi, &sent, Some(&desks.hadi)).await.unwrap();
    assert_eq!(desks.holder(&sent).await.as_deref(), Some("Hadi"));
    assert!(matches!(desks.hand(&desks.hadi, &sent, Some(&desks.hadi)).await, Err(Error::Refused(Refusal::AlreadyDone))));
    // Two at the same page: the second is told.
    let input = HandInput { to: Some(dewi.account.to_string()), note: String::new() };
    assert!(matches!(act(&world.portal, &desks.hadi, &sent.reference, Some(case.version), Act::Hand(&input)).await, Err(Error::Refused(Refusal::ChangedMeanwhile))));
    desks.hand(&desks.hadi, &sent, Some(&dewi)).await.unwrap();
    let mut conn = world.portal.db.read().await.unwrap();
    let told = notifications::notices(&mut conn, dewi.account, None).await.unwrap().0;
    assert_eq!(told.iter().map(|n| (n.kind.as_str(), n.detail.as_str())).collect::<Vec<_>>(), [("case-handed", sent.reference.as_str())]);
    drop(conn);
    for stranger in [&dedi, &desks.vera] {
        match desks.hand(&desks.hadi, &sent, Some(stranger)).await {
            Err(Error::Invalid(problems)) => assert_eq!(problems.of("petugas"), Some(Fault::UnknownChoice), "{}", stranger.name),
            other => panic!("{}: {other:?}", stranger.name),
        }
    }
    assert!(matches!(desks.hand(&dedi, &sent, None).await, Err(Error::NotFound)), "another unit");
    desks.hand(&dewi, &sent, None).await.unwrap();
    assert_eq!(desks.holder(&sent).await, None);
    let mut conn = world.portal.db.read().await.unwrap();
    let inside: Vec<_> = feedback::steps_for_staff(&mut conn, sent.case).await.unwrap().into_iter().filter(|s| s.kind == StepKind::Handed).collect();
    let told: Vec<_> = inside.iter().map(|s| (s.reason.as_deref().unwrap(), s.handed_to.as_deref())).collect();
    assert_eq!(told, [("diambil", Some("Hadi")), ("diserahkan", Some("Dewi")), ("dikembalikan", None)]);
    assert_eq!(inside[1].internal_note, "Mohon dilanjutkan.");
    for public in [feedback::steps(&mut conn, sent.case).await.unwrap(), feedback::steps_for_reporter(&mut conn, sent.case).await.unwrap()] {
        assert!(public.iter().all(|s| s.kind != StepKind::Handed && s.handed_to.is_none() && s.internal_note.is_empty()));
    }
});

on_both!(who_has_it_is_over_when_another_desk_has_it, world => {
    let desks = Desks::of(&world).await;
    let sent = desks.send("pengaduan", "layanan:akta-kelahiran").await;
    desks.hand(&desks.vera, &sent, Some(&desks.vera)).await.unwrap();
    desks.accept(&sent, "pengaduan", "disdukcapil").await;
    assert_eq!(desks.holder(&sent).await, None, "the unit has it now");
    desks.hand(&desks.hadi, &sent, Some(&desks.hadi)).await.unwrap();
    act(&world.portal, &desks.hadi, &sent.reference, None, Act::Take).await.unwrap();
    assert_eq!(desks.holder(&sent).await.as_deref(), Some("Hadi"), "it is still with him");
});

on_both!(a_note_is_written_from_every_desk_and_changes_nothing_else, world => {
    let desks = Desks::of(&world).await;
    let sent = desks.send("pengaduan", "layanan:akta-kelahiran").await;
    act(&world.portal, &desks.vera, &sent.reference, None, Act::Note("Serupa dengan laporan pekan lalu.")).await.unwrap();
    assert_eq!(desks.counts(&desks.vera).await, vec![(Queue::Verify, 1)], "it waits as before");
    let mut conn = world.portal.db.read().await.unwrap();
    let inside = feedback::steps_for_staff(&mut conn, sent.case).await.unwrap();
    assert_eq!(inside.last().map(|s| (s.kind, s.internal_note.as_str())), Some((StepKind::Internal, "Serupa dengan laporan pekan lalu.")));
    assert!(feedback::steps_for_reporter(&mut conn, sent.case).await.unwrap().iter().all(|s| s.kind != StepKind::Internal));
});

on_both!(when_somebody_leaves_their_cases_are_nobodys_and_the_head_is_told, world => {
    let desks = Desks::of(&world).await;
    let rina = world.account_in("medan", "Rina", None, Some("P101")).await;
    let (dewi, bima) = (world.staff("Dewi", Role::Handler, "disdukcapil", Some("P102")).await, world.staff("Bima", Role::Handler, "disdukcapil", None).await);
    let mut sent = Vec::new();
    for holder in [&dewi, &dewi, &bima, &desks.hadi] {
        let case = desks.case("pengaduan", "disdukcapil").await;
        desks.hand(&desks.hadi, &case, Some(holder)).await.unwrap();
        sent.push(case);
    }
    assert_eq!(keep(&world.portal).await.unwrap().let_go, 0, "everyone is in office");
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update tenure set ends_on = '2026-11-03' where person_id = $1").bind(dewi.person).execute(c).await.unwrap().rows_affected());
    on!(&mut tx, c => sqlx::query("update role_grant set ended_at = 1 where account_id = $1").bind(bima.account).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    assert_eq!(keep(&world.portal).await.unwrap().let_go, 1, "the role ended at once, the tenure lasts until its last day is over");
    assert_eq!((desks.holder(&sent[0]).await.as_deref(), desks.holder(&sent[2]).await), (Some("Dewi"), None));
    world.portal.clock.advance(2 * DAY);
    assert_eq!(keep(&world.portal).await.unwrap().let_go, 2);
    assert_eq!((desks.holder(&sent[0]).await, desks.holder(&sent[3]).await.as_deref()), (None, Some("Hadi")));
    assert_eq!(keep(&world.portal).await.unwrap().let_go, 0, "once");
    let mut conn = world.portal.db.read().await.unwrap();
    let last = feedback::steps_for_staff(&mut conn, sent[0].case).await.unwrap().pop().unwrap();
    assert_eq!((last.kind, last.reason.as_deref(), last.handed_to), (StepKind::Handed, Some("masa-berakhir"), None));
    let told: Vec<_> = notifications::notices(&mut conn, rina.account, None).await.unwrap().0.into_iter().map(|n| (n.kind, n.detail)).collect();
    assert_eq!(told, [("cases-let-go".to_owned(), "Dewi · 2".to_owned()), ("cases-let-go".to_owned(), "Bima · 1".to_owned())], "once for all of them");
    drop(conn);
    // Given to her after she had left, by somebody who knows why: that stays.
    desks.hand(&desks.hadi, &sent[0], Some(&dewi)).await.unwrap();
    assert_eq!(keep(&world.portal).await.unwrap().let_go, 0);
});

on_both!(several_at_once_each_by_itself, world => {
    let desks = Desks::of(&world).await;
    let today = "2026-11-02";
    let main = desks.case("pengaduan", "disdukcapil").await;
    let (one, two, misconduct) = (desks.send("pengaduan", "layanan:akta-kelahiran").await, desks.send("pengaduan", "layanan:akta-kelahiran").await, desks.send("penyimpangan", "unit:dishub").await);
    let mut ticked = Vec::new();
    for sent in [&one, &two, &misconduct, &main] {
        let mut conn = world.portal.db.read().await.unwrap();
        let version = staff_case(&mut conn, &desks.vera, &sent.reference).await.unwrap().0.version;
        ticked.push(Ticked { reference: sent.reference.clone(), version });
    }
    ticked.push(ticked[0].clone());
    ticked.push("MDN-2611-0000:1".parse().unwrap());
    // Somebody was at the second since the page was opened.
    act(&world.portal, &desks.vera, &two.reference, None, Act::Note("Perlu dilihat lagi.")).await.unwrap();
    let what = Together::Merge(MergeInput::parse(&main.reference, "Loket yang sama, hari yang sama.").unwrap());
    let why = |all: Vec<feedback::OneOfMany>| all.into_iter().map(|o| o.why_not).collect::<Vec<_>>();
    let mut expected = vec![None, Some(WhyNot::Refused(Refusal::ChangedMeanwhile)), Some(WhyNot::Unfit(Fault::NotMergeable)), Some(WhyNot::Refused(Refusal::WrongStep)), Some(WhyNot::NotThere)];
    assert_eq!(why(together(&world.portal, &desks.vera, today, &ticked, &what, false).await.unwrap()), expected, "what the preview says");
    assert_eq!(desks.counts(&desks.vera).await, vec![(Queue::Verify, 3), (Queue::Answer, 1)], "it changed nothing");
    // The case that goes on has a step more once another became part of it.
    expected[3] = Some(WhyNot::Refused(Refusal::ChangedMeanwhile));
    assert_eq!(why(together(&world.portal, &desks.vera, today, &ticked, &what, true).await.unwrap()), expected, "is what happens");
    assert_eq!(desks.counts(&desks.vera).await, vec![(Queue::Verify, 2), (Queue::Answer, 1)]);
    let page = desks.page(&desks.hadi, &Wanted::all(Queue::Answer), None).await;
    assert_eq!(page.cases[0].joined, 1);
    // The same words to the same reporter once, however often the form is sent.
    let message = Together::Message("Loket sudah dibuka kembali.".into());
    let two_now = vec![Ticked { reference: two.reference.clone(), version: ticked[1].version + 1 }];
    assert_eq!(why(together(&world.portal, &desks.vera, today, &two_now, &message, true).await.unwrap()), vec![None]);
    assert_eq!(why(together(&world.portal, &desks.vera, today, &two_now, &message, true).await.unwrap()), vec![Some(WhyNot::Refused(Refusal::AlreadyDone))]);
    let none = together(&world.portal, &desks.vera, today, &[], &message, true).await;
    assert!(matches!(none, Err(Error::Invalid(problems)) if problems.of("pilih") == Some(Fault::Missing)));
});

on_both!(a_template_is_offered_below_its_unit, world => {
    let desks = Desks::of(&world).await;
    let of = async |unit: &str| {
        let mut conn = world.portal.db.read().await.unwrap();
        templates_of(&mut conn, world.unit(unit).await).await.unwrap().into_iter().map(|t| t.name).collect::<Vec<_>>()
    };
    let input = |name: &str, unit: &str| TemplateInput::parse(name, "Laporan {nomor} sedang kami periksa.", unit).unwrap();
    write_template(&world.portal, &desks.vera, &world.medan, &input("Untuk semua", "pemerintah"), None).await.unwrap();
    let own = write_template(&world.portal, &desks.hadi, &world.medan, &input("Untuk kami", "disdukcapil"), None).await.unwrap();
    assert_eq!((of("disdukcapil").await, of("dishub").await), (vec!["Untuk kami".to_owned(), "Untuk semua".to_owned()], vec!["Untuk semua".to_owned()]), "the nearest first");
    // The head of the unit writes too, without any role; whoever headed it, no more.
    let rina = world.account_in("medan", "Rina", None, Some("P101")).await;
    write_template(&world.portal, &rina, &world.medan, &input("Untuk kami semua", "disdukcapil"), Some(own)).await.unwrap();
    assert_eq!(of("disdukcapil").await, ["Untuk kami semua", "Untuk semua"]);
    assert!(matches!(write_template(&world.portal, &desks.hadi, &world.medan, &input("Lama", "disdukcapil"), Some(own)).await, Err(Error::Refused(Refusal::ChangedMeanwhile))));
    let mut tx = world.portal.db.begin().await.unwrap();
    on!(&mut tx, c => sqlx::query("update tenure set ends_on = '2026-11-01' where person_id = $1").bind(rina.person).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    for (who, unit) in [(&rina, "disdukcapil"), (&desks.hadi, "pemerintah")] {
        let refused = write_template(&world.portal, who, &world.medan, &input("Tidak boleh", unit), None).await;
        assert!(matches!(refused, Err(Error::Invalid(problems)) if problems.of("unit") == Some(Fault::UnknownChoice)), "{}", who.name);
    }
});
