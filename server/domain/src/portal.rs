//! What every capability works with: the database, the clock, chance, the files and the secrets.

use std::sync::Arc;

use uuid::{NoContext, Timestamp, Uuid};

use crate::clock::{Clock, Millis};
use crate::db::Db;
use crate::directory::gate::Gate;
use crate::files::Files;
use crate::secrets::{Chance, Secrets};
use crate::vault::Keys;

#[derive(Debug, Clone)]
pub struct Portal {
    pub db: Db,
    pub clock: Clock,
    pub chance: Chance,
    pub files: Files,
    pub secrets: Arc<Secrets>,
    /// What wraps the keys of identities and messages.
    pub vault: Arc<Keys>,
    /// What may leave: every public reading function lets its rows through.
    pub gate: Arc<Gate>,
}

impl Portal {
    pub fn now(&self) -> Millis {
        self.clock.now()
    }

    /// A new id, in the order of time.
    pub fn new_id(&self) -> Uuid {
        let now = self.now().unsigned_abs();
        let stamp = Timestamp::from_unix(NoContext, now / 1000, (now % 1000) as u32 * 1_000_000);
        let mut bytes = *Uuid::new_v7(stamp).as_bytes();
        // Time from the clock, the rest from our own chance: a replayed world has the same ids.
        let mut random = [0; 10];
        self.chance.fill(&mut random);
        bytes[6] = 0x70 | (random[0] & 0x0f);
        bytes[7] = random[1];
        bytes[8] = 0x80 | (random[2] & 0x3f);
        bytes[9..16].copy_from_slice(&random[3..10]);
        Uuid::from_bytes(bytes)
    }

    /// The same portal at the hour's beginning: for what a reporter does, whom a precise time beside an access log
    /// elsewhere would name.
    pub fn to_the_hour(&self) -> Self {
        let now = self.now();
        self.at(now - now.rem_euclid(crate::clock::HOUR))
    }

    /// The same portal at another time.
    pub fn at(&self, at: Millis) -> Self {
        Self { clock: Clock::fixed(at), ..self.clone() }
    }
}
