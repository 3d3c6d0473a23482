//! The canary of the publication gate: a marked value in every column of text, every public representation fetched, and
//! nothing may sing that is not public. Also: every column is classified, what is public does appear, and a column that
//! is closed vanishes everywhere.
//!
//! Long because the table of columns that keep their value stands with its reasons beside the test that reads it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use crate::routes::ADDRESSES;
use crate::support::{Client, app, check, visitor_of};
use domain::accounts::give_role;
use domain::development::{coaching, profile, talent, training};
use domain::directory::changes::{Submitted, refuse, submit};
use domain::directory::edit::unit;
use domain::directory::gate::{Class, Columns, Gate};
use domain::directory::history::{self, UnitContent};
use domain::directory::import::reindex;
use domain::directory::units;
use domain::directory::{announcements, corrections};
use domain::feedback::identity::ask;
use domain::feedback::{Act, accept, act, answer, confirm, send, write_as_reporter, write_template};
use domain::ids::{PersonId, TenureId};
use domain::moderation::{Subject, flag, hide};
use domain::testing::{World, answers};
use domain::{Portal, forum, ideas, on, on_both, open311};
use vocabulary::accounts::{Role, RoleInput};
use vocabulary::announcements::{AnnouncementKind, TypedAnnouncement, TypedStage};
use vocabulary::corrections::{CorrectionAnswer, CorrectionInput};
use vocabulary::development::{BudgetInput, DoneInput, LevelInput, SearchInput, TalentInput, TypedCoaching, TypedTraining};
use vocabulary::feedback::{AcceptInput, AnswerInput, HandInput, TemplateInput};
use vocabulary::following::{Telling, Wanted};
use vocabulary::forum::NewTopic;
use vocabulary::ideas::{NewIdea, StepInput, TypedAnswer};
use vocabulary::moderation::ReasonInput;
use vocabulary::open311::{NewKey, NewPeer};

/// Columns of text that keep their value, with the reason. Words of the vocabulary, addresses and days are what pages
/// are found by; a mark in them would only break the portal.
const KEPT: &[(&str, &str)] = &[
    ("*.government", "a key"),
    ("ledger_head.day", "a day"),
    ("*.kind", "a word of the vocabulary"),
    ("*.slug", "an address"),
    ("*.code", "a key or an address"),
    ("*.area_code", "a key"),
    ("area.parent_code", "a key"),
    ("holiday.date", "a day"),
    ("*.valid_from", "a day"),
    ("*.valid_to", "a day"),
    ("*.starts_on", "a day"),
    ("*.ends_on", "a day"),
    ("*.happened_on", "a day"),
    ("*.event_on", "a day"),
    ("*.verify_due", "a day"),
    ("*.answer_due", "a day"),
    ("*.reply_due", "a day"),
    ("rule.key", "a key"),
    ("government.reference_prefix", "part of references"),
    ("position.type", "a word of the vocabulary"),
    ("service.served_by_kind", "a word of the vocabulary"),
    ("service.life_event", "a word of the vocabulary"),
    ("service_part.part", "a word of the vocabulary"),
    ("role_grant.role", "a word of the vocabulary"),
    ("role_change.act", "given or ended"),
    ("feedback_case.reference", "an address"),
    ("feedback_case.status", "a word of the vocabulary"),
    ("feedback_case.target_kind", "a word of the vocabulary"),
    ("feedback_case.protection", "a word of the vocabulary"),
    ("*.element", "a word of the vocabulary"),
    ("*.outcome", "a word of the vocabulary"),
    ("feedback_case.closed_reason", "a word of the vocabulary"),
    ("feedback_step.by_role", "a word of the vocabulary"),
    ("feedback_step.reason", "a word of the vocabulary"),
    ("identity_step.by_role", "a word of the vocabulary"),
    ("feedback_message.by_role", "a word of the vocabulary"),
    ("vault_record.slot", "a key"),
    ("vault_record.key_id", "a key"),
    ("feedback_case.verify_from", "a day"),
    ("feedback_case.clock_from", "a day"),
    ("feedback_case.follow_from", "a day"),
    ("feedback_case.reply_from", "a day"),
    ("feedback_case.ladder_from", "a day"),
    ("feedback_case.paused_since", "a day"),
    ("feedback_case.pauses", "days"),
    ("feedback_case.info_due", "a day"),
    ("feedback_case.follow_up_due", "a day"),
    ("feedback_case.ladder_due", "a day"),
    ("feedback_case.asks_after", "a day"),
    ("feedback_case.rests_until", "a day"),
    ("feedback_case.still_solved", "a word of the vocabulary"),
    ("feedback_case.redirected_to", "a key"),
    ("feedback_due_change.clock", "a word of the vocabulary"),
    ("feedback_due_change.old_due", "a day"),
    ("feedback_due_change.new_due", "a day"),
    ("evidence_card.source", "a word of the vocabulary"),
    ("evidence_card.state", "a word of the vocabulary"),
    ("evidence_card.reference", "an address"),
    ("*.ready_on", "a day"),
    ("*.decide_due", "a day"),
    ("evidence_decision.grounds", "a word of the vocabulary"),
    ("evidence_note.by_right", "a word of the vocabulary"),
    ("evidence_hold.reasons", "words of the vocabulary"),
    ("*.first_on", "a day"),
    ("*.last_on", "a day"),
    ("*.settled_as", "a word of the vocabulary"),
    ("*.period", "a quarter"),
    ("evidence_figure.*", "words of the vocabulary"),
    ("*.changed_on", "a day"),
    ("*.given_on", "a day"),
    ("recognition.kind", "a key of the reference data"),
    ("recognition.standing", "a word of the vocabulary"),
    ("evidence_decision.decision", "a word of the vocabulary"),
    ("news.*", "words of the vocabulary"),
    ("news_about.subject", "a key"),
    ("follower.language", "a language"),
    ("follower.address_hash", "a hash"),
    ("follower.day", "a day"),
    ("follower.mail_ended_why", "a word of the vocabulary"),
    ("following.*", "keys and words of the vocabulary"),
    ("push_subscription.*", "a hash and a language"),
    ("topic.category", "a word of the vocabulary"),
    ("*.subject_kind", "a word of the vocabulary"),
    ("*.reason", "a word of the vocabulary"),
    ("dataset_version.file", "a name of a file"),
    ("dataset_version.checksum", "a checksum"),
    ("directory_entry.*", "made from the other tables by reindexing"),
    ("directory_word.*", "the same"),
    ("directory_word_near.*", "the same"),
    ("directory_text.*", "an index without content"),
    ("directory_version.*", "made from the other tables by recording them"),
    ("*.version_from", "a day"),
    ("*.since", "a day"),
    ("*.shown_from", "a day"),
    ("*.shown_until", "a day"),
    ("*.signed_on", "a day"),
    ("position.competencies", "JSON; its names are the vocabulary's and the competencies' own"),
    ("directory_change.action", "a word of the vocabulary"),
    ("directory_change.status", "a word of the vocabulary"),
    ("directory_change.before", "JSON, made from the other tables"),
    ("directory_change.after", "the same"),
    ("correction.status", "a word of the vocabulary"),
    ("correction.language", "a language"),
    ("correction.subject_slug", "an address"),
    ("redirect.key", "an address"),
    ("redirect.url", "an address"),
    ("redirect.related", "keys"),
    ("idea.reminded_on", "a day"),
    ("talent_input.performance", "a word of the vocabulary"),
    ("talent_input.potential", "a word of the vocabulary"),
    ("*.assessed_on", "a day"),
    ("*.planned_on", "a day"),
    ("*.first_check_on", "a day"),
    ("*.second_check_on", "a day"),
    ("*.due_on", "a day"),
    ("*.on_day", "a day"),
    ("feedback_search.*", "an index without content"),
    ("feedback_case.queue", "made from the other columns by the database"),
    ("feedback_case.queue_due", "the same"),
    ("feedback_case.assigned_on", "a day"),
    ("open311_key.last_used_on", "a day"),
    ("open311_peer.url", "an address"),
];

/// Public columns of the directory that no page or file shows, with the reason.
const NOT_SHOWN: &[(&str, &str)] = &[
    ("area.postal_code", "no page needs it yet"),
    ("holiday.name_id", "deadlines are shown, the calendar is not"),
    ("holiday.name_en", "the same"),
    ("holiday.source", "the same"),
    ("rule.unit", "rules are applied; their citations stand in the data folder"),
    ("rule.citation", "the same"),
    ("rule.certainty", "the same"),
    ("correction.subject_title", "its public page tells the state and the answer; the title is for the desk"),
    ("government.head_title", "no page speaks of the head of government yet"),
];

/// Tables that were given no rows, so that their marks could not sing: sessions and links are made by signing in, a
/// photo's name is that of its file; a file that waits for its confirmation has its own tests of who reads it.
const EMPTY: &[&str] = &[
    "assessor_delegation",
    "evaluation_year",
    "organisation_rating",
    "performance_plan",
    "performance_plan_version",
    "performance_plan_step",
    "evaluation",
    "evaluation_version",
    "evaluation_step",
    "evaluation_look",
    "session",
    "follow_request",
    "push_subscription",
    "letter_line",
    "sign_in_link",
    "ledger_pending",
    "evidence_reply",
    "evidence_decision",
    "feedback_photo",
    "feedback_photo_waiting",
    "directory_file",
    // Told in tests of their own; nothing of them is public but figures and improvements.
    "evidence_reply_file",
    "evidence_note",
    "evidence_hold",
    "evidence_suspect",
    "evidence_period",
    "evidence_figure",
    "improvement",
    "feedback_rule_matter",
    "reply_helpful",
    "recognition",
    "recognition_card",
    "recognition_withdrawal",
    // What was sent on to another government: `open311.rs`, from the staff's page and the reporter's.
    "open311_forward",
    "open311_forward_update",
];

fn is_kept(name: &str) -> bool {
    let (table, column) = name.split_once('.').unwrap();
    KEPT.iter().any(|(kept, _)| {
        let (kept_table, kept_column) = kept.split_once('.').unwrap();
        (kept_table == "*" || kept_table == table) && (kept_column == "*" || kept_column == column)
    })
}

/// `table.column` of every column, and whether it holds text.
async fn columns(portal: &Portal) -> BTreeMap<String, bool> {
    let mut conn = portal.db.read().await.unwrap();
    let found: Vec<(String, String, String)> = match &portal.db {
        domain::db::Db::Sqlite { .. } => on!(&mut conn, c => sqlx::query_as(
            "select m.name, c.name, c.type from sqlite_master m join pragma_table_xinfo(m.name) c where c.hidden <> 1 and m.type = 'table' and m.name not like 'sqlite\\_%' escape '\\' and m.name not like '%search\\_%' escape '\\' and m.name not like 'directory\\_text\\_%' escape '\\' \
             union all select m.name, c.name, c.type from sqlite_master m join pragma_table_info(m.name) c where m.name = 'feedback_search_row'").fetch_all(c).await.unwrap()),
        domain::db::Db::Postgres(_) => on!(&mut conn, c => sqlx::query_as(
            "select table_name::text, column_name::text, data_type::text from information_schema.columns where table_schema = 'public'").fetch_all(c).await.unwrap()),
    };
    found.into_iter().filter(|(table, ..)| table != "_sqlx_migrations").map(|(table, column, kind)| (format!("{table}.{column}"), kind.eq_ignore_ascii_case("text"))).collect()
}

/// A mark that is no part of any other, that search finds as one word, and that differs from every other by three
/// letters at least, so that none is taken for a mistyped other.
fn mark(number: usize) -> String {
    const LETTERS: &[u8] = b"bcdfghjklmnprstvwxyz";
    let letter = |n: usize| char::from(LETTERS[n % LETTERS.len()]).to_string().repeat(3);
    format!("zq{}{}{}qz", letter(number / 400), letter(number / 20), letter(number))
}

/// The marks by column; of columns that are of a tier also of those below it.
struct Marks {
    of: BTreeMap<String, String>,
    below: BTreeMap<String, String>,
}

/// Everything that the tables can hold: cases in several states, talk, flags, a hidden text, staff, somebody below the
/// tier of names.
async fn lived_in(world: &World) {
    let portal = &world.portal;
    let operator = world.position("operator-disdukcapil").await;
    let mut tx = portal.db.begin().await.unwrap();
    let person = portal.new_id();
    on!(&mut tx, c => sqlx::query("insert into person (id, government, import_key, name, employee_number, employment_type, is_fictional) values ($1, 'medan', 'P999', 'Tuti', '197204222001041905', 'PPPK', $2)").bind(person).bind(true).execute(c).await.unwrap().rows_affected());
    on!(&mut tx, c => sqlx::query("insert into tenure (id, position_id, person_id, kind, starts_on, decree) values ($1, $2, $3, 'definitive', '2026-01-01', 'SK')").bind(portal.new_id()).bind(operator).bind(person).execute(c).await.unwrap().rows_affected());
    on!(&mut tx, c => sqlx::query("update position set outputs = 'Laporan', authority = 'Menandatangani', relations = 'Bekerja', qualification = 'Sarjana', competencies = '{\"integritas\":2}'").execute(c).await.unwrap().rows_affected());
    on!(&mut tx, c => sqlx::query("insert into workload (position_id, number, task, volume_per_year, minutes) values ($1, 1, 'Menerima', 10, 10)").bind(operator).execute(c).await.unwrap().rows_affected());
    history::record(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    announced_and_corrected(world).await;
    let verifier = world.staff("Vera", Role::Verifier, "", None).await;
    let handler = world.staff("Hendra", Role::Handler, "disdukcapil", Some("P102")).await;
    let inspector = world.staff("Ina", Role::Inspector, "inspektorat", None).await;
    write_template(portal, &handler, &world.medan, &TemplateInput::parse("Nama templat", "Isi templat {nomor}.", "disdukcapil").unwrap(), None).await.unwrap();
    let moderator = world.staff("Mira", Role::Moderator, "", None).await;
    let giver = world.staff("Gita", Role::Administrator, "", None).await;
    give_role(portal, &giver, "medan", &RoleInput::parse(&moderator.email, "moderator", "disdukcapil", "", "Surat tugas 12 tahun 2026.").unwrap()).await.unwrap();
    let resident = world.resident("Sari").await;
    for (key, protection, kind, unit) in [
        ("a", "publik", "pengaduan", "disdukcapil"),
        ("b", "anonim", "pengaduan", "disdukcapil"),
        ("c", "rahasia", "penyimpangan", "inspektorat"),
        ("d", "anonim", "pengaduan", ""),
    ] {
        let mut form = answers();
        form.key = key.repeat(32);
        form.protection = protection.into();
        form.kind = kind.into();
        form.name = "Sari Pelapor".into();
        form.email = "sari@surel.example".into();
        let sent = send(portal, &world.medan, Some(resident.account), "id", form.parse("2026-11-02").unwrap()).await.unwrap();
        if unit.is_empty() {
            continue;
        }
        accept(portal, &verifier, &sent.reference, &AcceptInput::parse("Judul kasus", "Teks kasus.", protection, kind, unit, "completion_time").unwrap()).await.unwrap();
        let desk = if kind == "pengaduan" { &handler } else { &inspector };
        act(portal, desk, &sent.reference, None, Act::Hand(&HandInput { to: Some(desk.account.to_string()), note: "Pesan serah terima.".into() })).await.unwrap();
        act(portal, desk, &sent.reference, None, Act::Note("Catatan antarpetugas.")).await.unwrap();
        if kind == "pengaduan" {
            answer(portal, &handler, &sent.reference, &AnswerInput::parse("upheld", "Sudah diperbaiki kemarin.").unwrap()).await.unwrap();
            confirm(portal, sent.case, "").await.unwrap();
        }
        write_as_reporter(portal, sent.case, "Pesan dari pelapor.").await.unwrap();
        // Of who sent without a name there is nobody to ask for.
        if protection != "anonim" {
            ask(portal, &verifier, &sent.reference, "Pelapor perlu didengar sebagai saksi.").await.unwrap();
        }
    }
    let reason = ReasonInput::parse("spam", "Catatan moderator", 0).unwrap();
    let mut codes = Vec::new();
    for key in ["e", "f"] {
        let topic = NewTopic::parse("layanan", "Judul topik yang cukup", "Isi topik yang cukup panjang.").unwrap();
        codes.push(forum::start(portal, &resident, "medan", &key.repeat(32), &topic).await.unwrap());
    }
    forum::reply(portal, &handler, "medan", &codes[0], &"g".repeat(32), "Balasan resmi.", true).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let (open, _) = forum::show(&mut conn, "medan", &codes[0], None).await.unwrap();
    let (hidden, _) = forum::show(&mut conn, "medan", &codes[1], None).await.unwrap();
    drop(conn);
    flag(portal, resident.account, "medan", Subject::Topic(open.id), &reason).await.unwrap();
    hide(portal, &moderator, "medan", Subject::Topic(hidden.id), &reason).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let unit = domain::following::find(&mut conn, &portal.gate, &world.medan, &Wanted::parse("unit:disdukcapil").unwrap()).await.unwrap();
    drop(conn);
    domain::following::follow(portal, &resident, "id", &unit, Telling::default()).await.unwrap();
    proposed_and_promised(world).await;
    coached(world).await;
    trained(world).await;
    domain::ledger::sequence(portal).await.unwrap();
}

/// What is written about a person by who assesses them.
async fn coached(world: &World) {
    let portal = &world.portal;
    let assessor = world.staff("Rina Penilai", Role::Assessor, "disdukcapil", Some("P101")).await;
    let mut conn = portal.db.read().await.unwrap();
    let tenure: TenureId =
        on!(&mut conn, c => sqlx::query_scalar("select t.id from tenure t join person e on e.id = t.person_id where e.import_key = 'P102'").fetch_one(c).await.unwrap());
    drop(conn);
    let agreed = TypedCoaching {
        reason: "Dua laporan tentang loket terbukti.".into(),
        actions: [("Menyusun jadwal jaga".into(), "2026-11-13".into()), Default::default(), Default::default()],
        first_check_on: "2026-11-16".into(),
        second_check_on: "2026-12-07".into(),
        ..TypedCoaching::default()
    };
    let id = coaching::open(portal, &assessor, "medan", tenure, None, &agreed.parse("2026-11-02").unwrap()).await.unwrap();
    coaching::step(portal, &assessor, id, &domain_step()).await.unwrap();
    coaching::show(portal, &assessor, id).await.unwrap();
}

/// What the personnel office keeps about a person, and of an agency.
async fn trained(world: &World) {
    let portal = &world.portal;
    let office = world.staff("Kepegawaian", Role::PersonnelOffice, "", None).await;
    let mut conn = portal.db.read().await.unwrap();
    let person: PersonId = on!(&mut conn, c => sqlx::query_scalar("select id from person where import_key = 'P102'").fetch_one(c).await.unwrap());
    drop(conn);
    profile::assess(portal, &office, person, &LevelInput::parse("", "Arsip dinamis", "2", "2026-05-06", "Uji kompetensi 12/2026", "2026-11-02").unwrap()).await.unwrap();
    let typed = TypedTraining { topic: "Pelayanan prima", competency: "pelayanan_publik", hours: "20", provider: "BKPSDM", rupiah: "", planned_on: "2026-10-05" };
    let id = training::plan(portal, &office, person, &typed.parse().unwrap()).await.unwrap();
    training::done(portal, &office, id, &DoneInput::parse("20", "2026-10-05", "Sertifikat 7", "2026-11-02").unwrap()).await.unwrap();
    training::budget(portal, &office, "medan", &BudgetInput::parse("disdukcapil", "2026", "24000000", "DPA 2026").unwrap()).await.unwrap();
    profile::profile(portal, &office, person, 2026).await.unwrap();
    talent::place(portal, &office, person, &TalentInput::parse("sesuai", "tinggi", "2026-05-06", "Rapat tim penilai", "2026-11-02").unwrap()).await.unwrap();
    talent::ask(portal, &office, &world.medan, &SearchInput::parse("", "Rapat tim penilai kinerja").unwrap()).await.unwrap();
}

fn domain_step() -> vocabulary::development::StepInput {
    vocabulary::development::StepInput::parse("tinjauan_1", "", "Jadwal jaga sudah dipasang di loket.").unwrap()
}

/// What a civil servant proposed, what a colleague said, what the unit committed itself to and did.
async fn proposed_and_promised(world: &World) {
    let portal = &world.portal;
    let rina = world.staff("Rina", Role::PostHolder, "disdukcapil", Some("P101")).await;
    let kurnia = world.staff("Kurnia", Role::PostHolder, "kelurahan-bagan-deli", Some("P103")).await;
    let idea = NewIdea::parse("disdukcapil", "", "", "Loket sore setiap Rabu", "Warga yang bekerja dapat datang sore.").unwrap();
    let code = ideas::propose(portal, &kurnia, &world.medan, "idea", &idea).await.unwrap();
    ideas::support(portal, &rina, &code).await.unwrap();
    ideas::comment(portal, &rina, &code, "comment", "Dapat dicoba bulan depan.").await.unwrap();
    let yes = TypedAnswer {
        outcome: "diterima",
        text: "Kami terima dan kerjakan.",
        promise: "Loket sore dibuka setiap Rabu.",
        due_on: "2026-12-01",
        owner: "kepala-disdukcapil",
        is_public: true,
    };
    ideas::answer(portal, &rina, &code, &yes.parse("2026-11-02").unwrap()).await.unwrap();
    ideas::step(portal, &rina, &code, &StepInput::parse("kemajuan", "Petugas sudah dijadwalkan.").unwrap()).await.unwrap();
}

/// What administrators publish, propose and answer: each of it once for everyone, and once for nobody outside.
async fn announced_and_corrected(world: &World) {
    let portal = &world.portal;
    let (adi, bona) = (world.staff("Adi", Role::Administrator, "", None).await, world.staff("Bona", Role::Administrator, "", None).await);
    for (key, title) in [("shown", "Seleksi yang tampil"), ("withdrawn", "Seleksi yang ditarik"), ("draft", "Seleksi yang masih draf")] {
        let typed = TypedAnnouncement {
            unit: "pemerintah".into(),
            title: title.into(),
            summary: "Dibuka untuk pegawai yang memenuhi syarat.".into(),
            body: "Berkas diserahkan ke loket panitia.".into(),
            position: "kepala-disdukcapil".into(),
            criteria: "Pangkat paling rendah IV/a".into(),
            shown_from: "2026-11-02".into(),
            shown_until: String::new(),
            stages: vec![TypedStage { name: "Pendaftaran".into(), starts_on: "2026-11-02".into(), ends_on: "2026-11-06".into(), note: "Di loket".into() }],
        };
        let slug = announcements::draft(portal, &adi, "medan", key, &typed.parse(AnnouncementKind::Selection).unwrap()).await.unwrap();
        if key != "draft" {
            announcements::publish(portal, &adi, &world.medan, &slug, 1).await.unwrap();
        }
        if key == "withdrawn" {
            announcements::withdraw(portal, &adi, "medan", &slug, 2, "Panitia berganti.").await.unwrap();
        }
    }
    for (key, about, answered) in [("answered", "unit:dishub", true), ("waiting", "unit:disdukcapil", false)] {
        let input = CorrectionInput::parse(about, "Loket sudah pindah ke lantai dua.", "sari@surel.example").unwrap();
        let code = corrections::send(portal, &world.medan, key, "id", &input).await.unwrap();
        if answered {
            let said = CorrectionAnswer::parse("corrected", "Sudah kami perbaiki, terima kasih.").unwrap();
            corrections::answer(portal, &adi, "medan", &code, &said, "").await.unwrap();
        }
    }
    let mut tx = portal.db.begin().await.unwrap();
    let (unit, post) = (world.unit("disdukcapil").await, world.position("kepala-disdukcapil").await);
    on!(&mut tx, c => sqlx::query("insert into service_pledge (unit_id, signed_on, text, signed_by_position_id, decree) values ($1, '2026-02-01', 'Kami berjanji melayani.', $2, 'Keputusan 4/2026')")
        .bind(unit).bind(post).execute(c).await.unwrap().rows_affected());
    tx.commit().await.unwrap();
    // A key with which one report was sent, and one that is over.
    let input = NewKey::parse("Aplikasi warga", "Dina, dina@surel.example").unwrap();
    let ended = open311::make_key(portal, &adi, "medan", "ended", &input).await.unwrap();
    open311::end_key(portal, &adi, "medan", ended.id).await.unwrap();
    let peer = NewPeer::parse("Kota Binjai", "https://lapor.binjai.example/open311/v2", "binjai", "umum", "kunci mereka").unwrap();
    open311::make_peer(portal, &adi, "medan", &peer).await.unwrap();
    let made = open311::make_key(portal, &adi, "medan", "made", &input).await.unwrap();
    let mut conn = portal.db.read().await.unwrap();
    let key = open311::key_of(&mut conn, "medan", &made.secret).await.unwrap();
    drop(conn);
    let mut form = answers();
    form.key = "9".repeat(32);
    open311::submit(portal, &world.medan, &key, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
    // One change is published, one is refused.
    let mut conn = portal.db.read().await.unwrap();
    let (id, _) = units::named(&mut conn, "medan", "inspektorat").await.unwrap();
    let now = history::on_day::<UnitContent>(&mut conn, id.0, "2026-11-02").await.unwrap().unwrap();
    let mut fields = unit::fields(&mut conn, &now.content).await.unwrap();
    for (name, value) in [("tentang", "Mengawasi."), ("mulai", "2026-11-02"), ("alasan", "Diganti untuk uji"), ("sk", "Keputusan 3/2026")] {
        fields.set(name, value);
    }
    let published = unit::change(portal, &mut conn, &world.medan, Some("inspektorat"), &fields).await.unwrap();
    fields.set("tentang", "Mengawasi semua.");
    let mut proposed = unit::change(portal, &mut conn, &world.medan, Some("inspektorat"), &fields).await.unwrap();
    drop(conn);
    proposed[0].four_eyes = true;
    submit(portal, &adi, "medan", published).await.unwrap();
    let Submitted::Proposed(change) = submit(portal, &adi, "medan", proposed).await.unwrap() else { panic!("nothing to refuse") };
    refuse(portal, &bona, "medan", change, "Catatan untuk pengusul.").await.unwrap();
}

/// Puts a mark before every text that may have one. The old text stays behind it, so what must be unique is.
async fn marked(world: &World) -> Marks {
    let portal = &world.portal;
    let gate = &portal.gate;
    let mut marks = Marks { of: BTreeMap::new(), below: BTreeMap::new() };
    let named = gate.named_types();
    let mut tx = portal.db.begin().await.unwrap();
    for (number, (name, _)) in columns(portal).await.into_iter().filter(|(name, text)| *text && !is_kept(name)).enumerate() {
        let (table, column) = name.split_once('.').unwrap();
        let put = |mark: &str, which: &str| sqlx::AssertSqlSafe(format!("update {table} set {column} = '{mark}.' || coalesce({column}, '') where {which}"));
        let own = mark(number * 2);
        let (which, below) = match (gate.class(&name), table) {
            (Some(Class::NamedTier), "person") => {
                let of = |word: &str| format!("id {word} (select t.person_id from tenure t join position p on p.id = t.position_id where '{named}' like '%,' || p.type || ',%')");
                (of("in"), Some(of("not in")))
            }
            (Some(Class::NamedTier), "tenure") => {
                let of = |word: &str| format!("position_id {word} (select p.id from position p where '{named}' like '%,' || p.type || ',%')");
                (of("in"), Some(of("not in")))
            }
            // What is not published, or not yet, has marks of its own that must not sing.
            (_, "directory_change") => ("status = 'terbit'".to_owned(), Some("status <> 'terbit'".to_owned())),
            (_, "announcement") if column == "withdrawn_reason" => ("withdrawn_at is not null".to_owned(), None),
            (_, "announcement") => ("published_at is not null".to_owned(), Some("published_at is null".to_owned())),
            (_, "announcement_stage") => {
                let of = |word: &str| format!("announcement_id in (select a.id from announcement a where a.published_at is {word})");
                (of("not null"), Some(of("null")))
            }
            _ => ("1 = 1".to_owned(), None),
        };
        let statement = put(&own, &which);
        let rows = on!(&mut tx, c => sqlx::query(statement).execute(c).await.unwrap().rows_affected());
        assert!(rows > 0 || EMPTY.contains(&table), "{name}: no row to mark");
        marks.of.insert(name.clone(), own);
        if let Some(below) = below {
            let lower = mark(number * 2 + 1);
            let statement = put(&lower, &below);
            let rows = on!(&mut tx, c => sqlx::query(statement).execute(c).await.unwrap().rows_affected());
            assert!(rows > 0, "{name}: nobody below the tier, or nothing unpublished");
            marks.below.insert(name.clone(), lower);
        }
    }
    // The past is drawn from versions, which are recorded anew with the marks in them.
    history::record(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    reindex(portal).await.unwrap();
    marks
}

/// A unit changed in every text after it was marked: the public history shows what was there before.
async fn changed_since(world: &World) {
    let admin = world.staff("Ada", Role::Administrator, "", None).await;
    let mut conn = world.portal.db.read().await.unwrap();
    let (id, _) = units::named(&mut conn, "medan", "dishub").await.unwrap();
    let now = history::on_day::<UnitContent>(&mut conn, id.0, "2026-11-02").await.unwrap().unwrap();
    let mut fields = unit::fields(&mut conn, &now.content).await.unwrap();
    for name in ["nama_en", "melayani", "tentang", "alamat", "telepon", "jam"] {
        fields.set(name, "Berbeda");
    }
    fields.set("surel", "lain@medan.example");
    fields.set("mulai", "2026-11-02");
    fields.set("alasan", "Diganti untuk uji");
    let changes = unit::change(&world.portal, &mut conn, &world.medan, Some("dishub"), &fields).await.unwrap();
    drop(conn);
    submit(&world.portal, &admin, "medan", changes).await.unwrap();
}

/// Every address that a stranger reaches: the stored list, what pages and maps link to, the next pages of lists.
async fn everything(client: &Client) -> Vec<(String, String)> {
    let mut waiting: VecDeque<String> = ADDRESSES
        .iter()
        .chain(&[
            "/medan/unit/dishub/riwayat",
            "/medan/jabatan/kabid-capil-disdukcapil/riwayat",
            "/medan/layanan/akta-kelahiran/riwayat",
            "/medan/perubahan",
            "/medan/perubahan.atom",
        ])
        .map(|a| (*a).to_owned())
        .collect();
    waiting.extend(["units", "positions", "services", "tenures"].map(|list| format!("/api/v1/governments/medan/{list}?limit=1")));
    let mut known: BTreeSet<String> = waiting.iter().cloned().collect();
    let mut fetched = Vec::new();
    while let Some(address) = waiting.pop_front() {
        assert!(fetched.len() < 1500, "the portal of two small governments has no end");
        let page = client.get(&address).await;
        assert!(page.status.is_success() || page.status.is_redirection(), "{address}: {}", page.status);
        let mut found: Vec<String> = Vec::new();
        if page.is_page() {
            found.extend(check::tags(&page.html).iter().filter_map(|t| t.get("href").or_else(|| t.get("src"))).map(str::to_owned));
        } else {
            // Addresses in files: in quotes of JSON, in elements of XML.
            found.extend(
                page.html.split(|c: char| c.is_whitespace() || "\"<>,\\".contains(c)).filter_map(|part| part.strip_prefix("http://balai.test")).map(|a| a.replace("&amp;", "&")),
            );
        }
        for at in found {
            let at = at.split('#').next().unwrap().to_owned();
            let ours = at.starts_with('/') && !at.starts_with("/aset/") && !at.contains("{") && !at.starts_with("//");
            // Concepts of the JSON-LD have addresses below /data that are names and no pages.
            let name_only = ["/data/wilayah", "/data/peran", "/data/peristiwa", "/data/dasar-hukum"].iter().any(|n| at.ends_with(n));
            if ours && !name_only && known.insert(at.clone()) {
                waiting.push_back(at);
            }
        }
        fetched.push((address, page.html));
    }
    fetched
}

/// The addresses that only who sent a correction knows; nothing links to them.
async fn corrections_of(world: &World, client: &Client) -> Vec<(String, String)> {
    let mut conn = world.portal.db.read().await.unwrap();
    let codes: Vec<String> = on!(&mut conn, c => sqlx::query_scalar("select code from correction").fetch_all(c).await.unwrap());
    drop(conn);
    let mut fetched = Vec::new();
    for code in codes {
        let address = format!("/medan/koreksi/{code}");
        fetched.push((address.clone(), client.get(&address).await.expect(200, &address).html.clone()));
    }
    assert_eq!(fetched.len(), 2);
    fetched
}

fn where_it_sings<'a>(fetched: &'a [(String, String)], mark: &str) -> Option<&'a str> {
    fetched.iter().find(|(_, body)| body.contains(mark)).map(|(address, _)| address.as_str())
}

/// What a search for a mark finds, in pages and for programs; the page repeats what was typed, so its links count.
async fn found_by(client: &Client, mark: &str) -> usize {
    let mut found = 0;
    for address in [format!("/cari?q={mark}"), format!("/medan/cari?q={mark}")] {
        let page = client.get(&address).await;
        found += check::tags(page.expect(200, &address).html.as_str())
            .iter()
            .filter_map(|t| t.get("href"))
            .filter(|h| ["/unit/", "/jabatan/", "/layanan/", "/laporan/"].iter().any(|f| h.contains(f)))
            .count();
    }
    found + client.get(&format!("/api/v1/governments/medan/search?q={mark}")).await.json()["items"].as_array().unwrap().len()
}

on_both!(every_column_is_classified, world => {
    let gate = Gate::standard();
    let columns = columns(&world.portal).await;
    assert!(columns.len() > 200, "only {} columns were found", columns.len());
    let unclassified: Vec<_> = columns.keys().filter(|name| gate.class(name).is_none()).collect();
    assert!(unclassified.is_empty(), "give these columns their class in server/data/reference/publication_columns.csv: {unclassified:?}");
    // The two databases keep the index of cases differently.
    let gone: Vec<_> = gate.columns().map(|(name, _)| name).filter(|name| !columns.contains_key(*name) && !name.starts_with("feedback_search") && !name.starts_with("directory_text.") && !name.ends_with("_stems")).collect();
    assert!(gone.is_empty(), "classified and not there: {gone:?}");
});

on_both!(nothing_sings_that_is_not_public, world => {
    lived_in(&world).await;
    let marks = marked(&world).await;
    let gate = world.portal.gate.clone();
    let client = visitor_of(app(&world, false), &world);
    let mut fetched = everything(&client).await;
    fetched.extend(corrections_of(&world, &client).await);
    assert!(fetched.len() > 100, "only {} addresses", fetched.len());
    for representation in ["/medan/data/popolo.json", "/medan/data/layanan.jsonld", "/medan/data/tenures.csv", "/medan/unit/disdukcapil", "/medan/layanan/akta-kelahiran", "/api/v1/governments/medan/units?after="] {
        assert!(fetched.iter().any(|(address, _)| address.starts_with(representation)), "{representation} was not reached");
    }
    for (name, mark) in &marks.of {
        let public = matches!(gate.class(name), Some(Class::Public | Class::NamedTier));
        let sings = where_it_sings(&fetched, mark);
        let directory = ["area", "government", "unit", "position", "duty", "person", "tenure", "service", "service_standard", "service_part", "holiday", "rule", "announcement", "announcement_stage", "service_pledge", "correction", "directory_change"].contains(&name.split('.').next().unwrap());
        if !public {
            assert_eq!(sings, None, "{name} is {:?} and appears", gate.class(name));
            assert_eq!(found_by(&client, mark).await, 0, "{name} is {:?} and is found by its words", gate.class(name));
        } else if directory && !NOT_SHOWN.iter().any(|(n, _)| n == name) {
            assert!(sings.is_some(), "{name} is public and appears nowhere");
        }
    }
    for (name, mark) in &marks.below {
        assert_eq!(where_it_sings(&fetched, mark), None, "{name} of a post below the tier, or of what is not published, appears");
        assert_eq!(found_by(&client, mark).await, 0, "{name} of a post below the tier, or of what is not published, is found");
    }
    assert!(found_by(&client, &marks.of["position.summary"]).await > 0, "what is public is found by its words");
    // The old values stand behind the marks: numbers that are never public by themselves.
    for number in ["197803062005012901", "198704242011012912", "197204222001041905"] {
        assert_eq!(where_it_sings(&fetched, number), None, "an employee number appears");
    }
});

on_both!(a_closed_column_vanishes_everywhere, world => {
    lived_in(&world).await;
    let marks = marked(&world).await;
    changed_since(&world).await;
    let mut closed = Gate::standard();
    for name in Columns::NAMES {
        closed = closed.with(name, Class::Internal);
    }
    let mut shut = world.clone();
    shut.portal.gate = Arc::new(closed);
    reindex(&shut.portal).await.unwrap();
    let client = visitor_of(app(&shut, false), &shut);
    let fetched = everything(&client).await;
    let mut tried = 0;
    for (name, mark) in marks.of.iter().filter(|(name, _)| Columns::NAMES.contains(&name.as_str())) {
        tried += 1;
        assert_eq!(where_it_sings(&fetched, mark), None, "{name} is closed and appears");
        assert_eq!(found_by(&client, mark).await, 0, "{name} is closed and is found by its words");
    }
    // Numbers have no marks; the tests of files and interface hold their columns.
    assert!(tried > 25, "only {tried} columns were tried");
    // Open, the same history does show it.
    let open = everything(&visitor_of(app(&world, false), &world)).await;
    let (_, history) = open.iter().find(|(address, _)| address == "/medan/unit/dishub/riwayat").unwrap();
    assert!(history.contains(&marks.of["unit.phone"]), "the history of a public column");
    assert!(open.iter().any(|(address, body)| address.contains("?per=") && body.contains(&marks.of["unit.name"])), "the past was reached");
    assert!(where_it_sings(&fetched, &marks.of["unit.name"]).is_some(), "the directory itself is still there");
});

on_both!(one_column_closes_alone, world => {
    let marks = marked_directory(&world).await;
    for name in ["unit.phone", "position.summary", "service_standard.fee", "person.name"] {
        let mut shut = world.clone();
        shut.portal.gate = Arc::new(Gate::standard().with(name, Class::Internal));
        reindex(&shut.portal).await.unwrap();
        let fetched = everything(&visitor_of(app(&shut, false), &shut)).await;
        for (other, mark) in &marks {
            assert_eq!(where_it_sings(&fetched, mark).is_some(), *other != name, "{other} while {name} is closed");
        }
    }
});

/// The four columns of the test above, marked alone.
async fn marked_directory(world: &World) -> Vec<(&'static str, &'static str)> {
    let marks = [("unit.phone", "zqphoneqz"), ("position.summary", "zqsummaryqz"), ("service_standard.fee", "zqfeeqz"), ("person.name", "zqnameqz")];
    let mut tx = world.portal.db.begin().await.unwrap();
    for (name, mark) in marks {
        let (table, column) = name.split_once('.').unwrap();
        let statement = sqlx::AssertSqlSafe(format!("update {table} set {column} = '{mark}'"));
        assert!(on!(&mut tx, c => sqlx::query(statement).execute(c).await.unwrap().rows_affected()) > 0);
    }
    tx.commit().await.unwrap();
    marks.to_vec()
}
