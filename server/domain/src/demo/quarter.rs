//! A quarter of the civil registry of Medan: enough raters for its figures to be published, a burst of praise that waits for
//! the performance team, and what the unit improved because of reports.

use vocabulary::evaluation::ImprovementInput;
use vocabulary::feedback::{AcceptInput, AnswerInput, Answers};

use super::accounts::Staff;
use super::moment;
use crate::clock::{DAY, HOUR, Millis};
use crate::directory::government;
use crate::error::{Error, Result};
use crate::evaluation::{figures, improvements};
use crate::feedback::upkeep::keep;
use crate::feedback::{self, Sent};
use crate::portal::Portal;

/// When the told quarter begins, and when the burst comes.
const FIRST: &str = "2026-07-02T08:20:00+07:00";
const BURST: &str = "2026-11-10T08:00:00+07:00";

const TOLD: &[(&str, &str)] = &[
    ("Antrean loket akta lebih dari tiga jam", "Saya menunggu dari pukul delapan sampai lewat pukul sebelas untuk menyerahkan berkas akta."),
    ("Nama ayah salah tulis di kutipan akta", "Nama ayah pada kutipan berbeda satu huruf dari KTP, padahal berkas sudah benar."),
    ("Nomor antrean habis pukul sembilan", "Kami datang dari Belawan, nomor antrean sudah habis ketika loket baru sejam dibuka."),
    ("Diminta fotokopi yang tidak ada di syarat", "Di loket diminta fotokopi buku nikah orang tua, padahal tidak ada di daftar syarat."),
    ("Akta belum jadi setelah seminggu", "Dijanjikan satu hari kerja, sampai seminggu belum ada kabar tentang akta anak saya."),
    ("Ruang tunggu panas dan kursi kurang", "Banyak ibu membawa bayi berdiri karena kursi tunggu tidak cukup dan kipas mati."),
    ("Petugas menjelaskan dengan sabar", "Ibu di loket dua menjelaskan syarat dengan sabar sampai kami benar-benar mengerti."),
    ("Akta jadi hari itu juga", "Berkas lengkap pagi, sorenya akta kelahiran anak kami sudah bisa diambil."),
    ("Telepon kantor tidak diangkat", "Saya menelepon berkali-kali untuk bertanya syarat, tidak pernah ada yang mengangkat."),
];

pub async fn tell(portal: &Portal, staff: &Staff, shift: Millis, progress: &mut (dyn FnMut(&str, usize, usize) + Send)) -> Result<()> {
    let first = moment(FIRST, shift)?;
    let mut improved: Vec<Sent> = Vec::new();
    for number in 0..27 {
        progress("a quarter", number, 40);
        let (title, text) = TOLD[number % TOLD.len()];
        let praise = matches!(number % TOLD.len(), 6 | 7);
        // Uneven days, two or three a week.
        let at = first + (number as i64 * 3 + number as i64 % 2) * DAY + (number as i64 % 5) * HOUR;
        let solved = praise || number % 9 > 3;
        let case = one(portal, staff, at, number, title, &format!("{text} Kejadian di {}.", ["Medan Belawan", "Medan Kota", "Medan Marelan"][number / TOLD.len()]), praise, solved).await?;
        if matches!(number, 5 | 8) {
            improved.push(case);
        }
    }
    for number in 27..40 {
        progress("a quarter", number, 40);
        let n = number - 27;
        let at = moment(BURST, shift)? + n as i64 * 3 * HOUR;
        let words = ["hebat", "mantap", "juara", "ramah", "cepat"][n % 5];
        one(portal, staff, at, number, "Apresiasi untuk dinas", &format!("Dinas ini {words} sekali, pelayanannya {words}, pokoknya {words} untuk semua, nomor {n}."), true, true).await?;
    }
    let done = moment("2026-10-05T09:00:00+07:00", shift)?;
    for (case, (before, after)) in improved.iter().zip([
        ("Kursi tunggu tidak cukup dan ruangan panas.", "Dua puluh kursi ditambah, kipas diperbaiki, dan ada pojok ibu dan bayi."),
        ("Telepon kantor sering tidak diangkat.", "Dua petugas bergiliran menjawab telepon dan pesan pada jam kerja."),
    ]) {
        let then = portal.at(done);
        let mut conn = portal.db.read().await?;
        let today = government(&mut conn, "medan").await?.today(done);
        drop(conn);
        improvements::tell(&then, staff.get("penghubung/medan")?, &ImprovementInput::parse(&case.reference, before, after, &today, &today)?).await?;
    }
    keep(portal).await?;
    figures::publish(portal).await.map(|_| ())
}

/// Sent, verified the next day, answered after two more, and said by the reporter how it ended.
#[expect(clippy::too_many_arguments, reason = "what a told report is, named once")]
async fn one(portal: &Portal, staff: &Staff, at: Millis, number: usize, title: &str, text: &str, praise: bool, solved: bool) -> Result<Sent> {
    let kind = if praise { "apresiasi" } else { "pengaduan" };
    let mut conn = portal.db.read().await?;
    let medan = government(&mut conn, "medan").await?;
    drop(conn);
    let answers = Answers {
        key: format!("demo-triwulan-{number}"),
        protection: "anonim".into(),
        about: "layanan:akta-kelahiran".into(),
        kind: kind.into(),
        story: text.into(),
        ..Answers::default()
    };
    let told = async {
        let sent = feedback::send(&portal.at(at), &medan, None, "id", answers.parse(&medan.today(at))?).await?;
        feedback::accept(&portal.at(at + DAY), staff.get("verifikator/medan")?, &sent.reference, &AcceptInput::parse(title, text, "anonim", kind, "disdukcapil", "completion_time")?).await?;
        let answer = if praise { "Terima kasih, kami sampaikan kepada petugas di loket." } else { "Terima kasih. Keluhan ini benar dan sudah kami tindak lanjuti." };
        feedback::answer(&portal.at(at + 3 * DAY), staff.get("penghubung/medan")?, &sent.reference, &AnswerInput::parse("upheld", answer)?).await?;
        let then = portal.at(at + 4 * DAY);
        match solved {
            true => feedback::confirm(&then, sent.case, "").await?,
            false => feedback::contest(&then, sent.case, "Minggu ini masih sama seperti kemarin.").await?,
        }
        Ok::<Sent, Error>(sent)
    };
    told.await.map_err(|e| Error::Broken(format!("report {number} of the quarter: {e}")))
}
