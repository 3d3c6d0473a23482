//! What an auditor of Medan finds: two quarters of the civil registry with enough raters for their figures to be published,
//! the later one better, and what the office improved because of it; a burst of praise that waits for the performance team, and praise in the same
//! words that was let go; and a recognition that rests on it.

use vocabulary::development::RecognitionInput;
use vocabulary::evaluation::{DecisionInput, ImprovementInput, Settled, Settling};
use vocabulary::feedback::{AcceptInput, AnswerInput, Answers};

use super::accounts::Staff;
use super::cases::assessor;
use super::ideas::someone;
use super::{TOLD_UNTIL, moment};
use crate::clock::{DAY, HOUR, Millis, day_text, local_day, parse_moment};
use crate::development::recognition;
use crate::directory::{Government, government};
use crate::error::{Error, Result};
use crate::evaluation::{self, figures, holds, improvements};
use crate::feedback::upkeep::keep;
use crate::feedback::{self, Sent};
use crate::ids::{CardId, PersonId};
use crate::on;
use crate::portal::Portal;

/// Title, words, and whether it is praise.
const TOLD: [(&str, &str, bool); 12] = [
    ("Antrean loket akta lebih dari tiga jam", "Saya menunggu dari pukul delapan sampai lewat pukul sebelas untuk menyerahkan berkas akta.", false),
    ("Petugas menjelaskan dengan sabar", "Ibu di loket dua menjelaskan syarat dengan sabar sampai kami benar-benar mengerti.", true),
    ("Nama ayah salah tulis di kutipan akta", "Nama ayah pada kutipan berbeda satu huruf dari KTP, padahal berkas sudah benar.", false),
    ("Akta jadi hari itu juga", "Berkas lengkap pagi, sorenya akta kelahiran anak kami sudah bisa diambil.", true),
    ("Nomor antrean habis pukul sembilan", "Kami datang dari Belawan, nomor antrean sudah habis ketika loket baru sejam dibuka.", false),
    ("Diminta fotokopi yang tidak ada di syarat", "Di loket diminta fotokopi buku nikah orang tua, padahal tidak ada di daftar syarat.", false),
    ("Ibu hamil didahulukan tanpa diminta", "Istri saya yang hamil tua langsung dipanggil dan diberi kursi, terima kasih banyak.", true),
    ("Akta belum jadi setelah seminggu", "Dijanjikan satu hari kerja, sampai seminggu belum ada kabar tentang akta anak saya.", false),
    ("Ruang tunggu panas dan kursi kurang", "Banyak ibu membawa bayi berdiri karena kursi tunggu tidak cukup dan kipas mati.", false),
    ("Pesan singkat pemberitahuan sangat membantu", "Kami diberi kabar lewat pesan begitu akta siap diambil, jadi tidak bolak-balik.", true),
    ("Telepon kantor tidak diangkat", "Saya menelepon berkali-kali untuk bertanya syarat, tidak pernah ada yang mengangkat.", false),
    ("Loket khusus penyandang disabilitas tutup", "Loket untuk kursi roda tertutup lemari arsip, ayah saya harus dipapah ke atas.", false),
];

/// One of the quarters: where its reports come from, and after how many days they are answered.
struct Quarter {
    name: &'static str,
    places: [&'static str; 3],
    answered_after: i64,
    /// Whether every complaint comes back once, or half of them.
    all_contested: bool,
}

const BEFORE: Quarter = Quarter { name: "triwulan-lalu", places: ["Medan Tembung", "Medan Helvetia", "Medan Denai"], answered_after: 8, all_contested: true };
const NEWEST: Quarter = Quarter { name: "triwulan", places: ["Medan Belawan", "Medan Kota", "Medan Marelan"], answered_after: 3, all_contested: false };

/// How many reports a quarter has, spread over so many of its days.
const REPORTS: usize = 36;
const SPREAD: i64 = 84;

/// When the burst comes, and when the praise in the same words came.
const BURST: &str = "2026-11-10T08:00:00+07:00";
const ALIKE: &str = "2026-09-29T08:00:00+07:00";

/// A report as it is told: about what, in which words, how it is protected, and who answers.
struct Report<'a> {
    key: String,
    about: &'a str,
    unit: &'a str,
    title: &'a str,
    text: String,
    praise: bool,
    protection: &'a str,
}

pub async fn tell(portal: &Portal, staff: &Staff, shift: Millis, progress: &mut (dyn FnMut(&str, usize, usize) + Send)) -> Result<()> {
    let mut conn = portal.db.read().await?;
    let medan = government(&mut conn, "medan").await?;
    let first = figures::first_day_due(&mut conn, &medan.today(portal.now())).await?.map(day_text);
    drop(conn);
    let end = moment(TOLD_UNTIL, shift)?;
    let first = first.and_then(|day| parse_moment(&format!("{day}T08:20:00+07:00"))).ok_or_else(|| Error::Broken("no quarter is over".into()))?;
    // A quarter earlier, on a day of the same weekday.
    for (done, quarter, first) in [(0, &BEFORE, first - 91 * DAY), (REPORTS, &NEWEST, first)] {
        for number in 0..REPORTS {
            progress("two quarters", done + number, 2 * REPORTS);
            one_of_the_quarter(portal, staff, &medan, quarter, first, number, end).await?;
        }
    }
    burst(portal, staff, &medan, shift).await?;
    let praised = alike(portal, staff, &medan, shift).await?;
    recognised(portal, staff, &medan, praised).await?;
    keep(portal).await?;
    figures::recompute(portal, &mut |_, _, _| {}).await.map(|_| ())
}

/// The next weekday, at the same hour: offices are closed on the others.
fn working(at: Millis, medan: &Government) -> Millis {
    let day = local_day(at, medan.utc_offset_hours).weekday().number_from_monday();
    at + i64::from(8 - day.clamp(5, 8)) % 3 * DAY
}

async fn one_of_the_quarter(portal: &Portal, staff: &Staff, medan: &Government, quarter: &Quarter, first: Millis, number: usize, end: Millis) -> Result<()> {
    let (title, text, praise) = TOLD[number % TOLD.len()];
    let at = working(first + (number as i64 * SPREAD / REPORTS as i64) * DAY + (number as i64 % 5) * HOUR, medan);
    let report = Report {
        key: format!("demo-{}-{number}", quarter.name),
        about: "layanan:akta-kelahiran",
        unit: "disdukcapil",
        title,
        text: format!("{text} Kejadian di {}.", quarter.places[number / TOLD.len()]),
        praise,
        protection: "anonim",
    };
    let told = async {
        let sent = answered(portal, staff, medan, at, quarter.answered_after, &report).await?;
        let said = working(at + (quarter.answered_after + 1) * DAY, medan);
        // What comes back once: the second answer is the better one.
        let contested = !praise && (quarter.all_contested || number.is_multiple_of(2));
        let confirmed = if contested { working(said + 6 * DAY, medan) } else { said };
        if contested {
            feedback::contest(&portal.at(said), sent.case, "Minggu ini masih sama seperti kemarin.").await?;
            let again = "Maaf atas jawaban pertama. Kami periksa ulang di loket dan sudah kami perbaiki.";
            feedback::answer(&portal.at(working(said + 4 * DAY, medan)), staff.get("penghubung/medan")?, &sent.reference, &AnswerInput::parse("upheld", again)?).await?;
        }
        feedback::confirm(&portal.at(confirmed), sent.case, "").await?;
        let improved = match number {
            _ if quarter.all_contested => None,
            8 => Some(("Kursi tunggu tidak cukup dan ruangan panas.", "Dua puluh kursi ditambah, kipas diperbaiki, dan ada pojok ibu dan bayi.")),
            10 => Some(("Telepon kantor sering tidak diangkat.", "Dua petugas bergiliran menjawab telepon dan pesan pada jam kerja.")),
            _ => None,
        };
        if let Some((before, after)) = improved {
            let then = portal.at(working(confirmed + 21 * DAY, medan).min(end));
            let today = medan.today(then.now());
            improvements::tell(&then, staff.get("penghubung/medan")?, &ImprovementInput::parse(&sent.reference, before, after, &today, &today)?).await?;
        }
        // All are decided once the holder's days are over: a few that waited would hide how many were accepted.
        let reason = if praise { "Benar dan patut dipertahankan." } else { "Terbukti, sudah dibahas dan ditindaklanjuti." };
        decide(portal, medan, &sent, confirmed, reason, number.is_multiple_of(3).then_some("Terima kasih atas masukannya; jadwal loket sudah kami bahas bersama.")).await?;
        Ok::<(), Error>(())
    };
    told.await.map_err(|e| Error::Broken(format!("report {number} of the quarter: {e}")))
}

/// Sent, verified the next day, and answered so many days after it was sent.
async fn answered(portal: &Portal, staff: &Staff, medan: &Government, at: Millis, after: i64, report: &Report<'_>) -> Result<Sent> {
    let kind = if report.praise { "apresiasi" } else { "pengaduan" };
    let answers =
        Answers { key: report.key.clone(), protection: report.protection.into(), about: report.about.into(), kind: kind.into(), story: report.text.clone(), ..Answers::default() };
    let sent = feedback::send(&portal.at(at), medan, None, "id", answers.parse(&medan.today(at))?).await?;
    let element = if report.praise { "staff_behaviour" } else { "completion_time" };
    let input = AcceptInput::parse(report.title, &report.text, report.protection, kind, report.unit, element)?;
    feedback::accept(&portal.at(working(at + DAY, medan)), staff.get("verifikator/medan")?, &sent.reference, &input).await?;
    let answer = if report.praise { "Terima kasih, kami sampaikan kepada petugas di loket." } else { "Terima kasih. Keluhan ini benar dan sedang kami tindak lanjuti." };
    feedback::answer(&portal.at(working(at + after * DAY, medan)), staff.get("penghubung/medan")?, &sent.reference, &AnswerInput::parse("upheld", answer)?).await?;
    Ok(sent)
}

/// The card of a case is replied to, where words are told, and accepted by whoever assesses once that may be.
async fn decide(portal: &Portal, medan: &Government, sent: &Sent, offered: Millis, reason: &str, reply: Option<&str>) -> Result<()> {
    type Found = (CardId, Option<PersonId>, Option<String>, Option<String>);
    let mut conn = portal.db.read().await?;
    let found: Option<Found> = on!(&mut conn, c => sqlx::query_as(
        "select k.id, k.person_id, e.name, e.import_key from evidence_card k left join person e on e.id = k.person_id where k.case_id = $1 and k.state = 'open'").bind(sent.case).fetch_optional(c).await?);
    drop(conn);
    let Some((card, person, name, key)) = found else { return Ok(()) };
    if let (Some(text), Some(person), Some(name)) = (reply, person, name) {
        let then = portal.at(offered + 2 * DAY);
        let address = format!("{}@medan.example", key.unwrap_or_else(|| person.0.simple().to_string()).to_lowercase());
        let holder = super::accounts::extra(&then, &address, &name, Some(person)).await?;
        evaluation::reply(&then, &holder, card, text).await?;
    }
    // The reply has five working days; nine days hold them, with a holiday or two among them twelve.
    let then = portal.at(working(offered + 13 * DAY, medan));
    let Some(assessor) = assessor(&then, "medan", card).await? else { return Ok(()) };
    evaluation::decide(&then, &assessor, card, &DecisionInput::parse("accept", reason)?).await
}

/// Thirteen in two days, where one or two a week are usual: held, and nobody has looked yet.
async fn burst(portal: &Portal, staff: &Staff, medan: &Government, shift: Millis) -> Result<()> {
    let first = moment(BURST, shift)?;
    let mut sent = Vec::new();
    for number in 0..13_usize {
        let words = ["hebat", "mantap", "juara", "ramah", "cepat"][number % 5];
        let report = Report {
            key: format!("demo-serentak-{number}"),
            // Of an agency about which nothing else is told in these days: this is told after what happened later.
            about: "unit:dpmptsp",
            unit: "dpmptsp",
            title: "Apresiasi untuk dinas",
            text: format!("Dinas ini {words} sekali, pelayanannya {words}, pokoknya {words} untuk semua, nomor {number}."),
            praise: true,
            // Not published: the newest public reports stay those of residents.
            protection: "rahasia",
        };
        sent.push(answered(portal, staff, medan, first + number as i64 * 3 * HOUR, 3, &report).await?);
    }
    for one in sent {
        feedback::confirm(&portal.at(working(first + 8 * DAY, medan)), one.case, "").await?;
    }
    Ok(())
}

/// Four families wrote the same words about one afternoon: held, looked at, and let go. Returns the card that was accepted.
async fn alike(portal: &Portal, staff: &Staff, medan: &Government, shift: Millis) -> Result<Option<CardId>> {
    let first = moment(ALIKE, shift)?;
    let mut sent = Vec::new();
    for (number, family) in ["Mawar", "Melati", "Kenanga", "Cempaka"].iter().enumerate() {
        let report = Report {
            key: format!("demo-serupa-{number}"),
            about: "unit:kelurahan-bagan-deli",
            unit: "kelurahan-bagan-deli",
            title: "Lurah membantu warga saat rob",
            text: format!("Terima kasih, surat keterangan untuk korban rob selesai sore itu juga di balai warga gang {family}."),
            praise: true,
            protection: "anonim",
        };
        let one = answered(portal, staff, medan, first + number as i64 * 5 * HOUR, 3, &report).await?;
        sent.push(one);
    }
    let confirmed = working(first + 6 * DAY, medan);
    for one in &sent {
        feedback::confirm(&portal.at(confirmed), one.case, "").await?;
    }
    let team = staff.get("kinerja/medan")?;
    let then = portal.at(working(confirmed + 2 * DAY, medan));
    let mut conn = then.db.read().await?;
    let held = holds::list(&mut conn, team).await?.into_iter().find(|hold| hold.unit_name.contains("Bagan Deli") && hold.waiting > 0);
    drop(conn);
    let held = held.ok_or_else(|| Error::Broken("the praise in the same words was not held".into()))?;
    let reason = "Kami bertanya kepada ketua lingkungan: empat keluarga yang berbeda menulis bersama di balai warga. Semuanya benar.";
    holds::settle(&then, team, held.id, None, &Settling::parse(Settled::Released.as_str(), reason)?).await?;
    let first = sent.first().ok_or_else(|| Error::Broken("nobody wrote".into()))?;
    let reply = "Terima kasih. Itu kerja bersama petugas kelurahan dan ketua lingkungan.";
    let mut conn = portal.db.read().await?;
    let card: Option<(CardId, Option<String>)> = on!(&mut conn, c => sqlx::query_as("select k.id, e.import_key from evidence_card k left join person e on e.id = k.person_id where k.case_id = $1").bind(first.case).fetch_optional(c).await?);
    drop(conn);
    let Some((card, Some(key))) = card else { return Ok(None) };
    let holder = someone(portal, staff, "medan", &key).await?;
    evaluation::reply(&portal.at(then.now() + 2 * DAY), &holder, card, reply).await?;
    let decided = portal.at(working(then.now() + 5 * DAY, medan));
    let Some(official) = assessor(&decided, "medan", card).await? else { return Ok(None) };
    evaluation::decide(&decided, &official, card, &DecisionInput::parse("accept", "Layanan yang cepat pada hari sulit; dilakukan tanpa diminta.")?).await?;
    Ok(Some(card))
}

/// Whoever assesses the ward head recognises it, a week after the card was decided.
async fn recognised(portal: &Portal, staff: &Staff, medan: &Government, praised: Option<CardId>) -> Result<()> {
    let Some(card) = praised else { return Ok(()) };
    type Found = (PersonId, Millis);
    let mut conn = portal.db.read().await?;
    let found: Option<Found> = on!(&mut conn, c => sqlx::query_as("select k.person_id, d.at from evidence_card k join evidence_decision d on d.card_id = k.id where k.id = $1 and k.person_id is not null").bind(card).fetch_optional(c).await?);
    drop(conn);
    let Some((person, decided)) = found else { return Ok(()) };
    let then = portal.at(working(decided + 7 * DAY, medan));
    let Some(official) = assessor(&then, "medan", card).await? else { return Ok(()) };
    let today = medan.today(then.now());
    let reason = "Pada hari rob, surat keterangan untuk empat keluarga diselesaikan sore itu juga di balai warga, tanpa warga harus datang ke kantor.";
    let input = RecognitionInput::parse("apresiasi_tertulis", reason, &today, vec![card.to_string()], "", &today)?;
    let id = recognition::give(&then, &official, person, &input).await?;
    // The personnel office has seen it: the person reads that.
    recognition::show(&portal.at(then.now() + DAY), staff.get("kepegawaian/medan")?, id).await.map(|_| ())
}
