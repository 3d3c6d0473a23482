//! Trying receipts: slower and slower, and never refused. Whoever tries a thousand waits an hour for it; whoever holds the
//! right one, on the same address or for the same case, waits three seconds. A refusal would let anyone lock a reporter
//! out of their own case by trying it for them.
//!
//! What is remembered is hashed with a key that changes each hour, in memory: no address and no selector stands anywhere,
//! and after an hour all is forgotten.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use domain::Error;
use domain::clock::{HOUR, Millis};
use domain::feedback::{TrackedCase, track};
use vocabulary::receipt::Receipt;

use crate::error::PageError;
use crate::shell::App;

/// How many wrong ones of an address cost nothing: a village shares one.
const FREE_OF_ADDRESS: u32 = 20;
/// How many wrong ones for a case cost nothing: people mistype.
const FREE_OF_SELECTOR: u32 = 5;
const FIRST: Duration = Duration::from_millis(50);
const LONGEST: Duration = Duration::from_secs(3);
/// How many are remembered; a flood of more makes all forgotten, which is no worse than the hour.
const MOST: usize = 200_000;

pub struct Tries {
    /// How much is free, times this: browser tests try from one address.
    generous: u32,
    memory: Mutex<Memory>,
}

struct Memory {
    key: RandomState,
    since: Millis,
    wrong: HashMap<u64, u32>,
}

impl Memory {
    fn fresh(now: Millis) -> Self {
        Self { key: RandomState::new(), since: now, wrong: HashMap::new() }
    }
}

impl Tries {
    pub fn new(generous: bool) -> Self {
        Self { generous: if generous { 1000 } else { 1 }, memory: Mutex::new(Memory::fresh(0)) }
    }

    /// Counts a try as wrong before it is known to be, so that a thousand at once are slow too; says how long it waits.
    pub fn begin(&self, now: Millis, address: &str, selector: &str) -> Duration {
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        if now - memory.since >= HOUR || memory.wrong.len() > MOST {
            *memory = Memory::fresh(now);
        }
        let keys = [memory.key.hash_one(("address", address)), memory.key.hash_one(("selector", selector))];
        let mut longest = Duration::ZERO;
        for (key, free) in keys.into_iter().zip([FREE_OF_ADDRESS, FREE_OF_SELECTOR]) {
            let wrong = memory.wrong.entry(key).or_default();
            longest = longest.max(delay(wrong.saturating_sub(free * self.generous - 1)));
            *wrong += 1;
        }
        longest
    }

    /// It was the right one: nothing of it is remembered.
    pub fn right(&self, address: &str, selector: &str) {
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        for key in [memory.key.hash_one(("address", address)), memory.key.hash_one(("selector", selector))] {
            if let Some(wrong) = memory.wrong.get_mut(&key) {
                *wrong = wrong.saturating_sub(1);
            }
        }
    }
}

/// Twice as long each time, up to the longest.
fn delay(beyond: u32) -> Duration {
    if beyond == 0 { Duration::ZERO } else { (FIRST * 2u32.pow((beyond - 1).min(10))).min(LONGEST) }
}

/// The case of a receipt, typed or from the cookie: a cookie can be made up too.
///
/// # Errors
/// The database's; none for a wrong receipt.
pub async fn follow(app: &App, address: &str, receipt: &Receipt) -> Result<Option<TrackedCase>, PageError> {
    let wait = app.limits.receipts.begin(app.portal.now(), address, receipt.selector());
    if !wait.is_zero() {
        tokio::time::sleep(wait).await;
    }
    match track(&app.portal, receipt).await {
        Ok(case) => {
            app.limits.receipts.right(address, receipt.selector());
            Ok(Some(case))
        }
        Err(Error::NotFound) => Ok(None),
        Err(e) => Err(e.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thousand_tries_are_slow_and_lock_nobody_out() {
        let tries = Tries::new(false);
        let mut now = 0;
        let mut waited = Duration::ZERO;
        for n in 0..1000u32 {
            // From another address each time, as a botnet would.
            let wait = tries.begin(now, &format!("198.51.100.{n}"), "123456");
            assert!(n >= FREE_OF_SELECTOR - 1 || wait.is_zero(), "the first few cost nothing");
            waited += wait;
            now += 1;
        }
        assert!(waited > Duration::from_secs(48 * 60), "{waited:?}");
        let owner = tries.begin(now, "203.0.113.7", "123456");
        assert_eq!(owner, LONGEST, "the owner waits for seconds, and is let in");
        tries.right("203.0.113.7", "123456");
        assert_eq!(tries.begin(now, "203.0.113.7", "654321"), Duration::ZERO, "another case is not slowed");
        assert_eq!(tries.begin(now + HOUR, "203.0.113.7", "123456"), Duration::ZERO, "after an hour all is forgotten");
    }

    #[test]
    fn one_address_is_slowed_whatever_it_tries_and_the_right_one_is_not_counted() {
        let tries = Tries::new(false);
        for n in 0..FREE_OF_ADDRESS - 1 {
            assert_eq!(tries.begin(0, "203.0.113.7", &format!("{n:06}")), Duration::ZERO);
        }
        assert_eq!(tries.begin(0, "203.0.113.7", "999999"), Duration::ZERO);
        assert_eq!(tries.begin(0, "203.0.113.7", "999998"), FIRST);
        assert_eq!(tries.begin(0, "198.51.100.1", "999997"), Duration::ZERO, "others are not");
        let calm = Tries::new(false);
        for _ in 0..1000 {
            assert_eq!(calm.begin(0, "203.0.113.7", "123456"), Duration::ZERO, "looking at one's own case is no try");
            calm.right("203.0.113.7", "123456");
        }
    }

    #[test]
    fn what_selects_nothing_is_slowed_like_what_selects() {
        // Neither knows the database: the two cannot be told apart by their waits.
        let (one, other) = (Tries::new(false), Tries::new(false));
        for n in 0..50 {
            let address = format!("198.51.100.{n}");
            assert_eq!(one.begin(0, &address, "123456"), other.begin(0, &address, "654321"));
        }
    }
}
