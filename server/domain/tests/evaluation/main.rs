//! Evaluation, on both databases: who assesses whom, plans, evaluations, objections.

mod line;

use domain::accounts::Actor;
use domain::testing::World;
use vocabulary::accounts::Role;

/// The people of the civil registry up to the regional secretary, with their accounts.
pub struct Cast {
    /// Holds a desk post under Dewi.
    pub oki: Actor,
    /// Kepala Bidang, assesses Oki.
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
    world.appoint("P191", "Oki Wijaya", "operator-disdukcapil", "definitive", "2026-01-05", None).await;
    Cast {
        oki: world.staff("Oki Wijaya", Role::PostHolder, "disdukcapil", Some("P191")).await,
        dewi: world.staff("Dewi Batubara", Role::Assessor, "disdukcapil", Some("P102")).await,
        rina: world.staff("Rina Tarigan", Role::Assessor, "disdukcapil", Some("P101")).await,
        sekar: world.staff("Sekar Nasution", Role::Assessor, "", Some("P190")).await,
        tia: world.staff("Tia", Role::PerformanceTeam, "", None).await,
    }
}
