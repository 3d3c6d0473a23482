//! Evidence on both databases: from what residents say to the assessor's decision, and what is held back on the way.

mod brigading;
mod desk;
mod rights;
mod sources;
mod told;

use domain::accounts::Actor;
use domain::evaluation;
use domain::feedback::{self, Sent};
use domain::ids::{AccountId, CardId};
use domain::testing::{World, answers};
use vocabulary::accounts::Role;
use vocabulary::feedback::{AcceptInput, AnswerInput, Answers};

/// Who works on it: the unit's handler, the verifier, and the line above the post responsible for the service.
pub struct Cast {
    pub verifier: Actor,
    pub handler: Actor,
    /// Kepala Bidang, responsible for birth certificates.
    pub dewi: Actor,
    /// Kepala Dinas, assesses Dewi.
    pub rina: Actor,
    /// Sekretaris Daerah, assesses Rina.
    pub sekar: Actor,
    /// Tim pengelola kinerja.
    pub tia: Actor,
}

pub async fn cast(world: &World) -> Cast {
    world.add_post("setda", "sekda", "Sekretaris Daerah", "jpt_pratama", None).await;
    world.appoint("P190", "Sekar Nasution", "sekda", "definitive", "2026-01-05", None).await;
    Cast {
        verifier: world.staff("Vera", Role::Verifier, "", None).await,
        handler: world.staff("Hendra", Role::Handler, "disdukcapil", None).await,
        dewi: world.staff("Dewi Batubara", Role::PostHolder, "disdukcapil", Some("P102")).await,
        rina: world.staff("Rina Tarigan", Role::Assessor, "disdukcapil", Some("P101")).await,
        sekar: world.staff("Sekar Nasution", Role::Assessor, "", Some("P190")).await,
        tia: world.staff("Tia", Role::PerformanceTeam, "", None).await,
    }
}

/// Words of their own for each report: same words are a reason to hold.
const SUBJECTS: &[&str] = &[
    "Loket tutup pukul sepuluh padahal antrean masih panjang sekali",
    "Berkas anak saya hilang setelah diserahkan minggu lalu",
    "Nomor antrean habis sebelum kantor dibuka pagi tadi",
    "Petugas meminta fotokopi tambahan yang tidak tertulis",
    "Nama orang tua salah ketik pada kutipan yang terbit",
    "Sistem mati dua jam dan tidak ada pemberitahuan apa pun",
    "Kursi tunggu rusak sehingga lansia berdiri berjam-jam",
    "Jadwal di situs berbeda dengan papan pengumuman kantor",
    "Akta jadi lebih cepat dari janji, ibu di loket sabar menjelaskan",
    "Pengambilan dialihkan ke kecamatan tanpa kabar lebih dulu",
    "Anak berkebutuhan khusus didahulukan dan dibantu sampai selesai",
    "Telepon kantor tidak pernah diangkat selama tiga hari",
    "Formulir daring menolak tanda baca pada nama desa kami",
    "Parkir penuh karena dipakai mobil dinas sepanjang pagi",
    "Keterangan bidan ditolak tanpa alasan yang jelas",
    "Papan biaya sudah diperbarui dan mudah dibaca warga",
];

pub fn story(number: usize) -> String {
    format!(
        "{}. Kejadian nomor {number} di gang {}.",
        SUBJECTS[number % SUBJECTS.len()],
        ["mawar", "melati", "kenanga", "anggrek", "cempaka", "dahlia", "teratai"][number / SUBJECTS.len() % 7]
    )
}

/// Sends one about the birth certificate; `number` makes it a report of its own.
pub async fn send(world: &World, number: usize, account: Option<AccountId>, edit: impl FnOnce(&mut Answers)) -> Sent {
    let mut form = answers();
    form.key = format!("{number:032x}");
    form.story = story(number);
    edit(&mut form);
    let input = form.parse(&world.medan.today(world.portal.now())).unwrap();
    feedback::send(&world.portal, &world.medan, account, "id", input).await.unwrap()
}

/// Verified, answered and confirmed.
pub async fn close(world: &World, cast: &Cast, sent: &Sent, kind: &str, outcome: &str) {
    accept(world, cast, sent, kind, "anonim").await;
    feedback::answer(&world.portal, &cast.handler, &sent.reference, &AnswerInput::parse(outcome, "Sudah kami periksa dan tindak lanjuti kemarin.").unwrap()).await.unwrap();
    feedback::confirm(&world.portal, sent.case, "").await.unwrap();
}

pub async fn accept(world: &World, cast: &Cast, sent: &Sent, kind: &str, protection: &str) {
    let input = AcceptInput::parse("Loket akta kelahiran", "Warga menyampaikan hal tentang loket akta kelahiran.", protection, kind, "disdukcapil", "completion_time").unwrap();
    feedback::accept(&world.portal, &cast.verifier, &sent.reference, &input).await.unwrap();
}

/// Ids of the cards about this holder.
pub async fn own_cards(world: &World, actor: &Actor) -> Vec<CardId> {
    let mut conn = world.portal.db.read().await.unwrap();
    evaluation::own(&mut conn, actor, None).await.unwrap().0.into_iter().map(|c| c.id).collect()
}

/// How many entries of a kind the ledger has about this.
pub async fn recorded(world: &World, subject: &str, kind: &str) -> usize {
    let mut conn = world.portal.db.read().await.unwrap();
    domain::ledger::of_subject(&mut conn, subject).await.unwrap().into_iter().filter(|e| e.kind == kind).count()
}
