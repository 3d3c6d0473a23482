//! The told coachings: one that goes on, with the person's own view, and one that ended well; and what the personnel
//! office keeps.

use vocabulary::accounts::Role;
use vocabulary::development::{BudgetInput, DoneInput, LevelInput, SearchInput, StepInput, TalentInput, TypedCoaching, TypedTraining};

use super::accounts::Staff;
use super::ideas::someone;
use super::moment;
use crate::accounts::{Actor, grant};
use crate::clock::{DAY, Millis, day_text, local_day};
use crate::development::Holder;
use crate::development::{coaching, profile, talent, training};
use crate::directory::{government, units};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::on;
use crate::portal::Portal;

struct Told {
    by: &'static str,
    about: &'static str,
    unit: &'static str,
    at: &'static str,
    reason: &'static str,
    actions: [&'static str; 2],
    /// Step, days after the opening, words, outcome.
    steps: &'static [(&'static str, i64, &'static str, &'static str)],
}

const TOLD: [Told; 2] = [
    Told {
        by: "P001",
        about: "P004",
        unit: "kecamatan-medan-belawan",
        at: "2026-10-08T10:00:00+07:00",
        reason: "Dalam dua bulan beberapa laporan tentang jam loket kelurahan terbukti. Yang diharapkan berubah: loket selalu dijaga pada jam yang diumumkan, juga saat ada kegiatan lapangan.",
        actions: ["Menyusun jadwal jaga loket untuk dua orang setiap hari", "Menempel pemberitahuan satu hari sebelumnya bila jam berubah"],
        steps: &[
            ("pandangan", 1, "Jadwalnya saya setujui. Kesulitannya pada hari Selasa: dua dari tiga petugas ikut kegiatan lapangan kecamatan.", ""),
            ("tinjauan_1", 18, "Jadwal jaga sudah dipasang. Pada dua dari tiga hari yang diperiksa loket dijaga penuh; pada satu hari Selasa kosong selama satu jam.", ""),
        ],
    },
    Told {
        by: "P001",
        about: "P005",
        unit: "kecamatan-medan-belawan",
        at: "2026-06-15T09:00:00+07:00",
        reason: "Jawaban atas laporan sering melewati hari jatuh temponya. Yang diharapkan berubah: setiap laporan dijawab dalam waktunya, atau pelapor diberi kabar sebelumnya.",
        actions: ["Memeriksa daftar laporan setiap pagi", "Menunjuk pengganti bila sedang dinas luar"],
        steps: &[
            ("tinjauan_1", 21, "Daftar diperiksa setiap pagi. Dari sembilan laporan, satu terlambat satu hari.", ""),
            ("pandangan", 22, "Pengganti sudah ditunjuk dan itu sangat membantu.", ""),
            ("tinjauan_2", 49, "Semua laporan dijawab dalam waktunya selama empat minggu.", ""),
            ("hasil", 50, "Harapan terpenuhi. Cara kerjanya dipakai juga oleh seksi lain.", "membaik"),
        ],
    },
];

pub async fn tell(portal: &Portal, staff: &Staff, shift: Millis, progress: &mut (dyn FnMut(&str, usize, usize) + Send)) -> Result<()> {
    for (done, told) in TOLD.iter().enumerate() {
        progress("coaching", done, TOLD.len());
        tell_one(portal, staff, shift, told).await.map_err(|e| Error::Broken(format!("the coaching of {}: {e}", told.about)))?;
    }
    Ok(())
}

async fn tell_one(portal: &Portal, staff: &Staff, shift: Millis, told: &Told) -> Result<()> {
    let coach = assessor(portal, staff, told.by, told.unit).await?;
    let person = someone(portal, staff, "medan", told.about).await?;
    let at = moment(told.at, shift)?;
    let then = portal.at(at);
    let mut conn = portal.db.read().await?;
    let place = government(&mut conn, "medan").await?;
    let today = place.today(at);
    let holder = Holder::of_person(&mut conn, person.person.ok_or(Error::NotFound)?, &today).await?.ok_or(Error::NotFound)?;
    let cards = coaching::accepted_cards(&then, &mut conn, &coach, holder.person_id).await?.into_iter().filter(|k| k.event_on <= today).take(2).map(|k| k.id.to_string()).collect();
    drop(conn);
    let after = |days: i64| day_text(local_day(at + days * DAY, place.utc_offset_hours));
    let [first, second] = told.actions;
    let typed = TypedCoaching {
        reason: told.reason.into(),
        cards,
        actions: [(first.into(), after(7)), (second.into(), after(14)), Default::default()],
        first_check_on: after(18),
        second_check_on: after(48),
    };
    let id = coaching::open(&then, &coach, "medan", holder.tenure_id, None, &typed.parse(&today)?).await?;
    for (step, days, text, outcome) in told.steps {
        let who = if *step == "pandangan" { &person } else { &coach };
        coaching::step(&portal.at(at + days * DAY), who, id, &StepInput::parse(step, outcome, text)?).await?;
    }
    // The assessor looked again this week: the person reads that.
    coaching::show(&portal.at(at + 20 * DAY), &coach, id).await?;
    Ok(())
}

/// One of the demonstration's staff who assesses.
async fn assessor(portal: &Portal, staff: &Staff, key: &str, unit: &str) -> Result<Actor> {
    let actor = someone(portal, staff, "medan", key).await?;
    if actor.holds_in(Role::Assessor, "medan") {
        return Ok(actor);
    }
    let mut tx = portal.db.begin().await?;
    let (unit, _) = units::named(&mut tx, "medan", unit).await?;
    grant(portal, &mut tx, actor.account, "medan", unit, Role::Assessor).await?;
    let actor = Actor::load(&mut tx, actor.account).await?;
    tx.commit().await?;
    Ok(actor)
}

/// Levels of competencies with their source: person, competency, level.
const LEVELS: [(&str, &str, &str); 12] = [
    ("P001", "integritas", "3"),
    ("P001", "pelayanan_publik", "3"),
    ("P001", "komunikasi", "2"),
    ("P002", "integritas", "3"),
    ("P002", "pelayanan_publik", "3"),
    ("P002", "pengambilan_keputusan", "3"),
    ("P004", "integritas", "2"),
    ("P004", "pelayanan_publik", "1"),
    ("P004", "komunikasi", "2"),
    ("P005", "integritas", "2"),
    ("P005", "pelayanan_publik", "2"),
    ("P005", "kerja_sama", "2"),
];

/// Person, performance and potential as the meeting of the committee saw them.
const BOXES: [(&str, &str, &str); 3] = [("P002", "di_atas", "tinggi"), ("P004", "sesuai", "menengah"), ("P005", "sesuai", "tinggi")];

/// Competencies, training and talent of Medan, as the personnel office keeps them.
pub async fn grow(portal: &Portal, staff: &Staff, shift: Millis) -> Result<()> {
    let office = staff.get("kepegawaian/medan")?;
    let assessed = portal.at(moment("2026-05-11T10:00:00+07:00", shift)?);
    let mut conn = portal.db.read().await?;
    let place = government(&mut conn, "medan").await?;
    let today = place.today(assessed.now());
    let people: Vec<(String, PersonId)> =
        on!(&mut conn, c => sqlx::query_as("select import_key, id from person where government = 'medan' and import_key in ('P001', 'P002', 'P004', 'P005')").fetch_all(c).await?);
    // Two of three in two agencies went to a course in the summer: the public figure has something to say.
    let staff_of: Vec<(PersonId, String)> = on!(&mut conn, c => sqlx::query_as(
        "select distinct t.person_id, u.slug from tenure t join position p on p.id = t.position_id join unit u on u.id = p.unit_id \
         where u.government = 'medan' and u.slug in ('disdukcapil', 'dpmptsp') and t.kind = 'definitive' and t.ends_on is null order by t.person_id limit 60").fetch_all(c).await?);
    drop(conn);
    let of = |key: &str| people.iter().find(|(k, _)| k == key).map(|(_, id)| *id).ok_or(Error::NotFound);
    for (key, competency, level) in LEVELS {
        profile::assess(&assessed, office, of(key)?, &LevelInput::parse(competency, "", level, &today, "Uji kompetensi 2026 (contoh)", &today)?).await?;
    }
    for (key, performance, potential) in BOXES {
        talent::place(&assessed, office, of(key)?, &TalentInput::parse(performance, potential, &today, "Rapat tim penilai kinerja (contoh)", &today)?).await?;
    }
    let then = portal.at(moment("2026-08-10T10:00:00+07:00", shift)?);
    let course = place.today(then.now());
    let typed = |topic, competency, hours| TypedTraining { topic, competency, hours, provider: "BKPSDM Kota Medan", rupiah: "750.000", planned_on: &course };
    for (number, (person, _)) in staff_of.iter().enumerate() {
        let id = training::plan(&then, office, *person, &typed("Pelayanan prima di loket", "pelayanan_publik", "24").parse()?).await?;
        if number % 3 < 2 {
            training::done(&then, office, id, &DoneInput::parse("24", &course, "Sertifikat contoh", &course)?).await?;
        }
    }
    let id = training::plan(&then, office, of("P004")?, &typed("Menyusun jadwal layanan", "pelayanan_publik", "12").parse()?).await?;
    training::done(&then, office, id, &DoneInput::parse("12", &course, "Sertifikat contoh 7", &course)?).await?;
    let next = day_text(local_day(portal.now() + 14 * DAY, place.utc_offset_hours));
    training::plan(&then, office, of("P004")?, &TypedTraining { planned_on: &next, ..typed("Komunikasi dengan warga", "komunikasi", "10") }.parse()?).await?;
    let year = course.get(..4).unwrap_or_default();
    for (unit, rupiah) in [("disdukcapil", "96.000.000"), ("dpmptsp", "72.000.000"), ("kecamatan-medan-belawan", "18.000.000")] {
        training::budget(&then, office, "medan", &BudgetInput::parse(unit, year, rupiah, "DPA contoh")?).await?;
    }
    talent::ask(&portal.at(moment("2026-11-12T14:00:00+07:00", shift)?), office, &place, &SearchInput::parse("", "Rapat tim penilai kinerja triwulan IV")?).await?;
    Ok(())
}
