//! Protection of reporters and of those complained about, on both databases.

mod guard;
mod identity;
mod messages;
mod times;
mod unverified;
mod vault;

use domain::feedback::{self, Sent};
use domain::testing::{World, answers};
use vocabulary::feedback::{AcceptInput, Answers};

/// Sends a form; its key is made from `key`, so that each is a case of its own.
pub async fn sent(world: &World, key: char, edit: impl FnOnce(&mut Answers)) -> Sent {
    let mut form = answers();
    form.key = key.to_string().repeat(32);
    (form.protection, form.email) = ("rahasia".into(), "sari@surel.example".into());
    edit(&mut form);
    feedback::send(&world.portal, &world.medan, None, "id", form.parse("2026-11-02").unwrap()).await.unwrap()
}

pub fn accepting(kind: &str, unit: &str) -> AcceptInput {
    AcceptInput::parse("Judul yang ditulis", "Teks yang ditulis.", "rahasia", kind, unit, "").unwrap()
}
