//! The objects that the table of access is tried on, and who may see what of each: a case of every protection and state,
//! in two governments, with a mark of its own in every field.

use domain::directory::changes::{Submitted, submit};
use domain::directory::edit::unit;
use domain::directory::history::{self, UnitContent};
use domain::directory::{announcements, corrections, government, units};
use domain::feedback::identity::ask;
use domain::feedback::{Act, Sent, accept, act, answer, archive, confirm, send, withhold_photo, write_as_reporter, write_as_staff};
use domain::moderation::{Subject, flag, hide};
use domain::testing::{World, answers};
use domain::{evaluation, forum};
use vocabulary::accounts::Role;
use vocabulary::announcements::{AnnouncementKind, TypedAnnouncement};
use vocabulary::corrections::CorrectionInput;
use vocabulary::evaluation::DecisionInput;
use vocabulary::feedback::{AcceptInput, AnswerInput, ArchiveInput, MergeInput, PhotoReason, ProgressInput};
use vocabulary::forum::NewTopic;
use vocabulary::ideas::NewIdea;
use vocabulary::moderation::ReasonInput;

use super::evaluated::{self, Evaluated, Line};
use crate::support::{Client, signed_in, visitor};

/// Whoever asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Stranger,
    Resident,
    /// Who sent the case "terbit", with its receipt and without an account.
    Reporter,
    Verifier,
    Handler,
    OtherHandler,
    Inspector,
    Assessor,
    /// The holder of the post that the card is about.
    Holder,
    /// Of the assessor: decides on objections.
    Superior,
    /// The performance team.
    Team,
    Moderator,
    Administrator,
    /// Every role there is, in the other government.
    Binjai,
}

use Who::*;

/// What is known of a case: who works on it, who may ask for its identity, whether everyone reads it.
pub struct Rule {
    pub name: &'static str,
    pub government: &'static str,
    pub desk: &'static [Who],
    pub identity: &'static [Who],
    pub published: bool,
}

pub const CASES: &[Rule] = &[
    Rule { name: "terbit", government: "medan", desk: &[Verifier, Handler], identity: &[Verifier], published: true },
    Rule { name: "baru", government: "medan", desk: &[Verifier], identity: &[Verifier], published: false },
    Rule { name: "rahasia", government: "medan", desk: &[Verifier, Handler], identity: &[Verifier], published: false },
    Rule { name: "simpang", government: "medan", desk: &[Verifier, Inspector], identity: &[Verifier, Inspector], published: false },
    Rule { name: "nama", government: "medan", desk: &[Verifier, Handler], identity: &[Verifier], published: true },
    Rule { name: "arsip", government: "medan", desk: &[Verifier], identity: &[Verifier], published: false },
    Rule { name: "gabung", government: "medan", desk: &[Verifier], identity: &[Verifier], published: false },
    Rule { name: "sebelah", government: "binjai", desk: &[Binjai], identity: &[Binjai], published: true },
    Rule { name: "sebelahbaru", government: "binjai", desk: &[Binjai], identity: &[Binjai], published: false },
];

/// A field that has a mark, and who may find it; none means everyone.
pub struct Mark {
    pub field: String,
    /// What is searched for; the same text has `mark` beside it, which an answer that repeats the question has not.
    pub ask: String,
    pub mark: String,
    pub seen_by: Option<Vec<Who>>,
}

pub struct Made {
    pub cases: Vec<(&'static Rule, Sent)>,
    pub card: String,
    pub evaluated: Evaluated,
    pub change: String,
    pub draft: String,
    pub correction: String,
    pub idea: String,
    pub topics: [String; 2],
    pub marks: Vec<Mark>,
    pub people: Vec<(Who, Client)>,
}

/// A word for a field that is in no other, in letters that search takes as one word.
fn word(number: usize, begin: &str) -> String {
    const LETTERS: &[u8] = b"bcdfghjklmnprstvwxyz";
    let letter = |n: usize| char::from(LETTERS[n % LETTERS.len()]).to_string().repeat(3);
    format!("{begin}{}{}", letter(number / 20), letter(number))
}

#[derive(Default)]
pub struct Marks(Vec<Mark>);

impl Marks {
    /// A text for this field, with its marks in it.
    pub fn text(&mut self, field: &str, seen_by: Option<&[Who]>) -> String {
        let number = self.0.len();
        let (ask, mark) = (word(number, "zqa"), word(number, "qzb"));
        let text = format!("Kata {ask} {mark} di loket");
        self.0.push(Mark { field: field.into(), ask, mark, seen_by: seen_by.map(<[Who]>::to_vec) });
        text
    }
}

fn with(who: &[Who], more: &[Who]) -> Vec<Who> {
    who.iter().chain(more).copied().collect()
}

async fn photo(world: &World, grey: u8) -> String {
    let mut png = Vec::new();
    image::DynamicImage::ImageRgb8(image::RgbImage::from_pixel(9, 9, image::Rgb([grey; 3]))).write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
    world.portal.files.keep(domain::files::prepare(&png).unwrap()).await.unwrap().file
}

pub async fn make(world: &World) -> Made {
    let portal = &world.portal;
    let mut marks = Marks::default();
    let staff = async |name: &str, role, unit: &str, person| world.staff(name, role, unit, person).await;
    let verifier = staff("Vera", Role::Verifier, "", None).await;
    let handler = staff("Hadi", Role::Handler, "disdukcapil", None).await;
    let inspector = staff("Ina", Role::Inspector, "inspektorat", None).await;
    let assessor = staff("Ari", Role::Assessor, "disdukcapil", Some("P101")).await;
    let holder = staff("Dewi", Role::PostHolder, "disdukcapil", Some("P102")).await;
    world.add_post("setda", "sekda", "Sekretaris Daerah", "jpt_pratama", None).await;
    world.appoint("P190", "Sekar", "sekda", "definitive", "2026-01-05", None).await;
    let superior = staff("Sekar", Role::Assessor, "", Some("P190")).await;
    let team = staff("Tia", Role::PerformanceTeam, "", None).await;
    let moderator = staff("Mira", Role::Moderator, "", None).await;
    let administrator = staff("Adi", Role::Administrator, "", None).await;
    let resident = world.resident("Sari").await;
    let binjai = world.account_in("binjai", "Bina", Some((Role::Verifier, "pemerintah")), None).await;
    let mut tx = portal.db.begin().await.unwrap();
    let (all, _) = units::named(&mut tx, "binjai", "pemerintah").await.unwrap();
    for role in Role::ALL {
        domain::accounts::grant(portal, &mut tx, binjai.account, "binjai", all, *role).await.unwrap();
    }
    let other = government(&mut tx, "binjai").await.unwrap();
    tx.commit().await.unwrap();
    let binjai = world.actor(binjai.account).await;

    let mut cases: Vec<(&'static Rule, Sent)> = Vec::new();
    for (number, rule) in CASES.iter().enumerate() {
        let home = if rule.government == "medan" { &world.medan } else { &other };
        let own: &[Who] = if rule.name == "terbit" { &[Reporter] } else { &[] };
        let inside = with(rule.desk, own);
        let mut form = answers();
        form.key = format!("{number:032x}");
        if rule.government != "medan" {
            (form.about, form.area) = ("tidak-tahu".into(), String::new());
        }
        form.kind = if rule.name == "simpang" { "penyimpangan" } else { "pengaduan" }.into();
        form.protection = match rule.name {
            "nama" => "publik",
            "rahasia" | "simpang" => "rahasia",
            _ => "anonim",
        }
        .into();
        // The unit reads what the verifier makes of the words of who is protected.
        let as_sent: Vec<Who> = inside.iter().copied().filter(|who| form.protection == "publik" || *who != Handler).collect();
        form.story = format!("{} sejak pagi.", marks.text(&format!("{}: story", rule.name), Some(&as_sent)));
        form.place = marks.text(&format!("{}: place", rule.name), Some(rule.desk));
        form.name = marks.text(&format!("{}: name", rule.name), if rule.name == "nama" { None } else { Some(&[]) });
        let address = marks.text(&format!("{}: address", rule.name), Some(&[]));
        form.email = format!("{}@surel.example", address.split(' ').nth(2).unwrap());
        form.photos = vec![photo(world, 40 + number as u8).await, photo(world, 140 + number as u8).await];
        let account = (rule.name == "nama").then_some(resident.account);
        let sent = send(portal, home, account, "id", form.parse("2026-11-02").unwrap()).await.unwrap();
        let worker = if rule.government == "medan" { &verifier } else { &binjai };
        withhold_photo(portal, worker, &sent.reference, 2, PhotoReason::Face).await.unwrap();
        write_as_reporter(portal, sent.case, &marks.text(&format!("{}: message", rule.name), Some(&inside))).await.unwrap();
        write_as_staff(portal, worker, &sent.reference, &marks.text(&format!("{}: answer to the message", rule.name), Some(&inside))).await.unwrap();
        // Of who sent without a name there is nobody to ask for.
        if form.protection != "anonim" {
            let looking = with(rule.identity, own);
            ask(portal, worker, &sent.reference, &marks.text(&format!("{}: why the identity", rule.name), Some(&looking))).await.unwrap();
        }
        let readers = |published: bool| (!published).then(|| inside.clone());
        // Words for a case that is not published are read by those who work on it.
        let (title, text) = (
            marks.text(&format!("{}: title", rule.name), readers(rule.published).as_deref()),
            marks.text(&format!("{}: published words", rule.name), readers(rule.published).as_deref()),
        );
        match rule.name {
            "baru" | "sebelahbaru" => {
                // A title that nobody wrote is on no page.
                marks.0.truncate(marks.0.len() - 2);
            }
            "arsip" => {
                marks.0.truncate(marks.0.len() - 2);
                let note = marks.text("arsip: why", Some(&inside));
                archive(portal, worker, &sent.reference, &ArchiveInput::parse("too_general", &note).unwrap()).await.unwrap();
            }
            "gabung" => {
                marks.0.truncate(marks.0.len() - 2);
                let (into, note) = (cases[0].1.reference.clone(), marks.text("gabung: why", Some(&inside)));
                act(portal, worker, &sent.reference, None, Act::Merge(&MergeInput::parse(&into, &note).unwrap())).await.unwrap();
            }
            name => {
                let unit = if name == "simpang" { "inspektorat" } else { "disdukcapil" };
                let input = AcceptInput::parse(&title, &text, &form.protection, &form.kind, unit, "completion_time").unwrap();
                accept(portal, worker, &sent.reference, &input).await.unwrap();
                let hand = match name {
                    "simpang" => &inspector,
                    "sebelah" => &binjai,
                    _ => &handler,
                };
                let internal = ProgressInput::parse(&marks.text(&format!("{name}: internal note"), Some(rule.desk)), "petugas").unwrap();
                act(portal, hand, &sent.reference, None, Act::Progress(&internal)).await.unwrap();
                if name == "nama" {
                    let answered = AnswerInput::parse("upheld", &marks.text("nama: answer", None)).unwrap();
                    answer(portal, &handler, &sent.reference, &answered).await.unwrap();
                    confirm(portal, sent.case, "").await.unwrap();
                }
            }
        }
        cases.push((rule, sent));
    }

    let mut conn = portal.db.read().await.unwrap();
    let card = evaluation::cards(&mut conn, &assessor).await.unwrap()[0].0.id;
    drop(conn);
    evaluation::reply(portal, &holder, card, &marks.text("card: reply", Some(&[Assessor, Holder, Superior, Team]))).await.unwrap();
    let reason = marks.text("card: decision", Some(&[Assessor, Holder, Superior, Team]));
    evaluation::decide(portal, &assessor, card, &DecisionInput::parse("accept", &reason).unwrap()).await.unwrap();
    let evaluated = evaluated::make(world, &mut marks, Line { team: &team, holder: &holder, assessor: &assessor, superior: &superior }).await;

    // What people said in the forum: one topic is there, one was hidden, one reply was flagged.
    let mut codes = Vec::new();
    for (key, name, seen) in [("t", "topic", None), ("u", "hidden topic", Some(&[][..]))] {
        let (title, text) = (marks.text(&format!("{name}: title"), seen), marks.text(&format!("{name}: text"), seen));
        codes.push(forum::start(portal, &resident, "medan", &key.repeat(32), &NewTopic::parse("layanan", &title, &text).unwrap()).await.unwrap());
    }
    let mut conn = portal.db.read().await.unwrap();
    let (shown, hidden) = (forum::show(&mut conn, "medan", &codes[0], None).await.unwrap().0.id, forum::show(&mut conn, "medan", &codes[1], None).await.unwrap().0.id);
    drop(conn);
    flag(portal, resident.account, "medan", Subject::Topic(shown), &ReasonInput::parse("spam", &marks.text("flag: note", Some(&[Moderator])), 0).unwrap()).await.unwrap();
    hide(portal, &moderator, "medan", Subject::Topic(hidden), &ReasonInput::parse("spam", &marks.text("hiding: note", Some(&[Resident])), 0).unwrap()).await.unwrap();

    let colleagues = [Verifier, Handler, OtherHandler, Inspector, Assessor, Holder, Superior, Team, Moderator, Administrator];
    let thought = NewIdea::parse("disdukcapil", "", "", &marks.text("idea: title", Some(&colleagues)), &marks.text("idea: text", Some(&colleagues))).unwrap();
    let idea = domain::ideas::propose(portal, &handler, &world.medan, "idea", &thought).await.unwrap();

    // The directory's desk: a proposed change, a draft, a correction.
    let mut conn = portal.db.read().await.unwrap();
    let (id, _) = units::named(&mut conn, "medan", "inspektorat").await.unwrap();
    let now = history::on_day::<UnitContent>(&mut conn, id.0, "2026-11-02").await.unwrap().unwrap();
    let mut fields = unit::fields(&mut conn, &now.content).await.unwrap();
    let (about, why) = (marks.text("change: value", Some(&[Administrator])), marks.text("change: reason", Some(&[Administrator])));
    for (name, value) in [("tentang", about.as_str()), ("mulai", "2026-11-02"), ("alasan", &why), ("sk", "Keputusan 3/2026")] {
        fields.set(name, value);
    }
    let mut proposed = unit::change(portal, &mut conn, &world.medan, Some("inspektorat"), &fields).await.unwrap();
    drop(conn);
    proposed[0].four_eyes = true;
    let Submitted::Proposed(change) = submit(portal, &administrator, "medan", proposed).await.unwrap() else { panic!("proposed") };
    let typed = TypedAnnouncement {
        unit: "pemerintah".into(),
        title: marks.text("draft: title", Some(&[Administrator])),
        summary: marks.text("draft: summary", Some(&[Administrator])),
        body: marks.text("draft: body", Some(&[Administrator])),
        shown_from: "2026-11-02".into(),
        ..TypedAnnouncement::default()
    };
    let draft = announcements::draft(portal, &administrator, "medan", "draft", &typed.parse(AnnouncementKind::Information).unwrap()).await.unwrap();
    let mail = marks.text("correction: address", Some(&[]));
    let mail = format!("{}@surel.example", mail.split(' ').nth(2).unwrap());
    let input = CorrectionInput::parse("unit:disdukcapil", &marks.text("correction: text", Some(&[Administrator])), &mail).unwrap();
    let correction = corrections::send(portal, &world.medan, "correction", "id", &input).await.unwrap();
    domain::ledger::sequence(portal).await.unwrap();

    let reporter = visitor(world);
    reporter.post("/lacak", &[("tanda", cases[0].1.receipt.digits())]).await.expect(303, "the receipt of the first");
    let mut people = vec![(Stranger, visitor(world)), (Reporter, reporter)];
    for (who, actor) in [
        (Resident, &resident),
        (Verifier, &verifier),
        (Handler, &handler),
        (Inspector, &inspector),
        (Assessor, &assessor),
        (Holder, &holder),
        (Superior, &superior),
        (Team, &team),
        (Moderator, &moderator),
        (Administrator, &administrator),
        (Binjai, &binjai),
    ] {
        people.push((who, signed_in(world, actor).await));
    }
    people.push((OtherHandler, signed_in(world, &staff("Dedi", Role::Handler, "dishub", None).await).await));
    Made { cases, card: card.to_string(), evaluated, change: change.to_string(), draft, correction, idea, topics: [codes[0].clone(), codes[1].clone()], marks: marks.0, people }
}
