//! Whether a crowd that is called together can move what is published about a unit: honest residents of a quarter, then
//! coordinated senders and self-praise beside them, told through the same functions that people use. It proves nothing about
//! people; it shows what the rules do with what they would do.

use vocabulary::accounts::{Email, Role};
use vocabulary::feedback::{AcceptInput, AnswerInput, Answers};

use crate::accounts::{self, Actor, NewAccount};
use crate::clock::{DAY, HOUR, Millis, parse_moment};
use crate::directory::{Government, government, units};
use crate::error::{Error, Result};
use crate::evaluation::{figures, holds};
use crate::feedback;
use crate::ids::{AccountId, PersonId, UnitId};
use crate::on;
use crate::portal::Portal;

/// What the coordinated senders want.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// The unit is praised, and all of it confirmed.
    Praise,
    /// The unit is complained about, and every answer contested.
    Complaints,
}

#[derive(Debug, Clone, Copy)]
pub struct Scale {
    pub honest: usize,
    pub coordinated: usize,
    pub aim: Aim,
}

/// What came of it.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The share of raters who said that it was solved, as it would be published, with its interval: without the crowd.
    pub before: Option<(f64, f64, f64)>,
    /// With the crowd.
    pub after: Option<(f64, f64, f64)>,
    /// The same of every report, counted as it comes.
    pub naive_before: f64,
    pub naive_after: f64,
    /// Raters in the published figure.
    pub raters_before: i64,
    pub raters_after: i64,
    /// Reports of the crowd that are suspected, and how many there are.
    pub suspected: i64,
    pub crowd: i64,
    /// Cards of the crowd that lie on an assessor's desk.
    pub on_desks: i64,
    pub cards_held: i64,
    /// Self-praise and praise of colleagues: how many were sent, and held.
    pub own_praise: i64,
    pub own_praise_held: i64,
    /// Groups that a person has to look at, with their reasons.
    pub groups: Vec<(Vec<String>, i64, i64)>,
}

impl Outcome {
    /// By how much the published figure moved, of a scale from 0 to 1.
    pub fn moved(&self) -> Option<f64> {
        Some((self.after?.0 - self.before?.0).abs())
    }
}

/// The quarter in which it happens: one of which the holiday table knows everything.
const PERIOD: &str = "2026-Q3";
const FIRST: &str = "2026-07-01T08:00:00+07:00";
const CALLED: &str = "2026-08-17T08:00:00+07:00";
const LOOKED: &str = "2026-10-01T09:00:00+07:00";

const WHAT: &[&str] = &[
    "Loket pendaftaran tutup sebelum waktunya",
    "Nama ibu salah tulis di kutipan",
    "Antrean dipanggil tidak berurutan",
    "Petugas menjelaskan syarat dengan sabar",
    "Berkas dikembalikan tanpa keterangan",
    "Jadwal pengambilan berubah dua kali",
    "Ruang tunggu penuh dan panas",
    "Nomor telepon kantor tidak aktif",
    "Saya diminta datang lagi besok",
    "Anak kami terdaftar pada hari yang sama",
    "Fotokopi diminta rangkap empat",
    "Layanan keliling tidak datang ke kelurahan",
    "Sistem daring menolak unggahan saya",
];
const WHERE: &[&str] = &["di Belawan", "dekat pasar ikan", "pada Senin pagi", "menjelang Lebaran", "setelah jam istirahat", "di loket tiga", "saat hujan deras"];
const CALL: &[&str] = &["hebat", "luar biasa", "mantap", "terbaik", "juara", "teladan"];

/// One sender and what they do.
struct Sender {
    at: Millis,
    kind: &'static str,
    story: String,
    account: Option<AccountId>,
    /// Whether they say that it was solved, or contest the answer.
    solved: bool,
}

struct Staff {
    verifier: Actor,
    handler: Actor,
    team: Actor,
}

/// Tells it in a portal that has the directory of Medan and nothing in the quarter yet.
///
/// # Errors
/// What the told steps refuse.
pub async fn run(portal: &Portal, scale: Scale, progress: &mut (dyn FnMut(&str, usize, usize) + Send)) -> Result<Outcome> {
    let first = moment(FIRST)?;
    let then = portal.at(first);
    let mut conn = portal.db.read().await?;
    let medan = government(&mut conn, "medan").await?;
    let unit = units::named(&mut conn, "medan", "disdukcapil").await?.0;
    drop(conn);
    let staff = Staff {
        verifier: somebody(&then, "sim.verifikator", Some((Role::Verifier, "pemerintah")), None).await?,
        handler: somebody(&then, "sim.penghubung", Some((Role::Handler, "disdukcapil")), None).await?,
        team: somebody(&then, "sim.kinerja", Some((Role::PerformanceTeam, "pemerintah")), None).await?,
    };
    let honest = (0..scale.honest).map(|i| honest(i, scale.honest, first)).collect::<Vec<_>>();
    tell(portal, &medan, &staff, &honest, "honest", progress).await?;
    let looked = portal.at(moment(LOOKED)?);
    let (before, raters_before) = published(&looked, &medan, unit).await?;
    let naive_before = naive(&looked, unit).await?;

    let called = moment(CALLED)?;
    let mut crowd = Vec::new();
    for i in 0..scale.coordinated {
        // Every other one has an account of that week; the others give no name.
        let account = match i % 2 {
            0 => Some(somebody(&portal.at(called - DAY), &format!("sim.warga{i}"), None, None).await?.account),
            _ => None,
        };
        crowd.push(coordinated(i, scale, called, account));
    }
    tell(portal, &medan, &staff, &crowd, "coordinated", progress).await?;
    let own = own_praise(portal, unit, &staff, called + 20 * DAY).await?;
    tell(portal, &medan, &staff, &own, "self-praise", progress).await?;

    let (after, raters_after) = published(&looked, &medan, unit).await?;
    let naive_after = naive(&looked, unit).await?;
    let mut conn = portal.db.read().await?;
    let (suspected, own_praise_held): (i64, i64) = on!(&mut conn, c => sqlx::query_as(
        "select coalesce(sum(case when h.kind not in ('own_account', 'colleague') then 1 else 0 end), 0) as crowd, coalesce(sum(case when h.kind in ('own_account', 'colleague') then 1 else 0 end), 0) as own \
         from evidence_suspect s join evidence_hold h on h.id = s.hold_id").fetch_one(c).await?);
    let (on_desks, cards_held): (i64, i64) = on!(&mut conn, c => sqlx::query_as(
        "select coalesce(sum(case when k.state in ('open', 'decided') and c.received_at >= $1 and c.received_at < $2 and c.kind = $3 then 1 else 0 end), 0) as open, coalesce(sum(case when k.state = 'held' then 1 else 0 end), 0) as held \
         from evidence_card k join feedback_case c on c.id = k.case_id").bind(called).bind(called + 6 * DAY).bind(if scale.aim == Aim::Praise { "apresiasi" } else { "pengaduan" }).fetch_one(c).await?);
    let groups = holds::list(&mut conn, &staff.team).await?.into_iter().map(|h| (h.reasons().iter().map(ToString::to_string).collect(), h.waiting, h.cards)).collect();
    Ok(Outcome {
        before,
        after,
        naive_before,
        naive_after,
        raters_before,
        raters_after,
        suspected,
        crowd: scale.coordinated as i64,
        on_desks,
        cards_held,
        own_praise: own.len() as i64,
        own_praise_held,
        groups,
    })
}

fn moment(text: &str) -> Result<Millis> {
    parse_moment(text).ok_or_else(|| Error::Broken(format!("{text:?} is no moment")))
}

/// Spread over the quarter, each in words of their own; every fourth praises, and of the rest a good third contests.
fn honest(i: usize, all: usize, first: Millis) -> Sender {
    let praises = i % 4 == 3;
    let day = (i * 84 / all.max(1)) as i64;
    Sender {
        at: first + day * DAY + (i % 7) as i64 * HOUR,
        kind: if praises { "apresiasi" } else { "pengaduan" },
        story: format!("{} {}. Itu yang saya alami, nomor {i}.", WHAT[i % WHAT.len()], WHERE[i / WHAT.len() % WHERE.len()]),
        account: None,
        solved: praises || i % 8 > 2,
    }
}

/// All within five days, after the same call.
fn coordinated(i: usize, scale: Scale, called: Millis, account: Option<AccountId>) -> Sender {
    let at = called + (i * 5 * 24 / scale.coordinated.max(1)) as i64 * HOUR;
    match scale.aim {
        Aim::Praise => Sender {
            at,
            kind: "apresiasi",
            story: format!("Pelayanan dinas ini {} sekali, {} pokoknya, terima kasih banyak.", CALL[i % 6], CALL[i / 6 % 6]),
            account,
            solved: true,
        },
        Aim::Complaints => Sender {
            at,
            kind: "pengaduan",
            story: format!("Dinas ini gagal total, {} buruknya. {} {}.", CALL[i % 6], WHAT[i % WHAT.len()], WHERE[i % WHERE.len()]),
            account,
            solved: false,
        },
    }
}

/// The holder of the post praises it, and so does the unit's own handler.
async fn own_praise(portal: &Portal, unit: UnitId, staff: &Staff, at: Millis) -> Result<Vec<Sender>> {
    let mut conn = portal.db.read().await?;
    let holder: Option<PersonId> = on!(&mut conn, c => sqlx::query_scalar(
        "select t.person_id from service_part r join service s on s.id = r.service_id join position p on p.id = r.position_id join tenure t on t.position_id = p.id \
         where s.government = 'medan' and s.slug = 'akta-kelahiran' and r.part = 'responsible' and p.unit_id = $1 and t.ends_on is null order by p.rank limit 1").bind(unit).fetch_optional(c).await?);
    drop(conn);
    let mut senders = Vec::new();
    if let Some(holder) = holder {
        let account = somebody(&portal.at(at - 200 * DAY), "sim.pemangku", None, Some(holder)).await?.account;
        senders.push(Sender { at, kind: "apresiasi", story: "Kepala bidang ini rajin sekali dan selalu ada di kantor.".into(), account: Some(account), solved: true });
    }
    senders.push(Sender {
        at: at + DAY,
        kind: "apresiasi",
        story: "Rekan-rekan di dinas ini kompak melayani sampai sore.".into(),
        account: Some(staff.handler.account),
        solved: true,
    });
    Ok(senders)
}

async fn somebody(then: &Portal, name: &str, role: Option<(Role, &str)>, person: Option<PersonId>) -> Result<Actor> {
    let email = Email::parse(&format!("{name}@simulasi.example")).map_err(|_| Error::Broken(format!("{name} makes no address")))?;
    let mut tx = then.db.begin().await?;
    let id = accounts::create(then, &mut tx, NewAccount { email: &email, name, password_hash: None, person, confirmed: true, demo_note: None }).await?;
    if let Some((role, unit)) = role {
        let unit = units::named(&mut tx, "medan", unit).await?.0;
        accounts::grant(then, &mut tx, id, "medan", unit, role).await?;
    }
    let actor = Actor::load(&mut tx, id).await?;
    tx.commit().await?;
    Ok(actor)
}

/// In the order of time: sent, verified the next day, answered two days after, and said by the sender how it ended.
async fn tell(portal: &Portal, medan: &Government, staff: &Staff, senders: &[Sender], what: &str, progress: &mut (dyn FnMut(&str, usize, usize) + Send)) -> Result<()> {
    let mut events: Vec<(Millis, usize, usize)> = Vec::new();
    for (i, sender) in senders.iter().enumerate() {
        events.extend([(0, sender.at), (1, sender.at + DAY), (2, sender.at + 3 * DAY), (3, sender.at + 5 * DAY)].map(|(step, at)| (at, step, i)));
    }
    events.sort_unstable();
    let mut sent: Vec<Option<feedback::Sent>> = vec![None; senders.len()];
    for (done, (at, step, i)) in events.iter().enumerate() {
        if done % 100 == 0 {
            progress(what, done, events.len());
        }
        let (then, sender) = (portal.at(*at), &senders[*i]);
        if *step == 0 {
            let answers = Answers {
                key: format!("sim-{what}-{i}"),
                protection: if sender.account.is_some() { "publik".into() } else { "anonim".into() },
                name: if sender.account.is_some() { "Warga".into() } else { String::new() },
                about: "layanan:akta-kelahiran".into(),
                kind: sender.kind.into(),
                story: sender.story.clone(),
                ..Answers::default()
            };
            let input = answers.parse(&medan.today(*at))?;
            sent[*i] = Some(feedback::send(&then, medan, sender.account, "id", input).await?);
            continue;
        }
        let Some(case) = &sent[*i] else { return Err(Error::Broken("answered before it was sent".into())) };
        match step {
            1 => {
                let protection = if sender.account.is_some() { "publik" } else { "anonim" };
                let input = AcceptInput::parse("Layanan akta kelahiran", &sender.story, protection, sender.kind, "disdukcapil", "")?;
                feedback::accept(&then, &staff.verifier, &case.reference, &input).await?;
            }
            2 => feedback::answer(&then, &staff.handler, &case.reference, &AnswerInput::parse("upheld", "Terima kasih, sudah kami tindak lanjuti.")?).await?,
            _ if sender.solved => feedback::confirm(&then, case.case, "").await?,
            _ => feedback::contest(&then, case.case, "Belum selesai menurut saya, masih sama.").await?,
        }
    }
    Ok(())
}

/// The figure as it would be published, and how many raters stand behind it.
async fn published(looked: &Portal, medan: &Government, unit: UnitId) -> Result<(Option<(f64, f64, f64)>, i64)> {
    let mut conn = looked.db.read().await?;
    let tables = figures::would_publish(looked, &mut conn, medan, PERIOD).await?;
    let told = tables.into_iter().find(|(of, _)| *of == Some(unit)).map(|(_, told)| told).unwrap_or_default();
    Ok((figures::solved(&told), told.get(&figures::TOTAL).copied().flatten().unwrap_or_default()))
}

/// The share of reports that were confirmed, of those confirmed or contested: each counted as it comes.
async fn naive(looked: &Portal, unit: UnitId) -> Result<f64> {
    let mut conn = looked.db.read().await?;
    let (confirmed, contested): (i64, i64) = on!(&mut conn, c => sqlx::query_as(
        "select coalesce(sum(case when closed_reason = 'confirmed' then 1 else 0 end), 0) as confirmed, coalesce(sum(case when status in ('disputed', 'escalated') then 1 else 0 end), 0) as contested from feedback_case where unit_id = $1").bind(unit).fetch_one(c).await?);
    Ok(confirmed as f64 / ((confirmed + contested).max(1)) as f64)
}
