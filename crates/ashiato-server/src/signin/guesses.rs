//! How often passwords are guessed: failures are counted by user and by address, and beyond the limit nothing is looked at
//! until they are a quarter of an hour old.
//!
//! An attempt counts from its beginning, so that many at once are no more than as many one after the other. Users that are
//! not there are counted as those that are: who is told to wait learns nothing of them. Each server counts for itself.

use ring::digest::{SHA256, digest};
use std::collections::{HashMap, VecDeque};
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

/// How long a failure counts.
const WINDOW_MILLIS: i64 = 15 * 60 * 1000;
/// How many users and addresses are remembered; beyond that those whose last failure is the oldest are forgotten.
const KEYS_MAX: usize = 20_000;

/// How many failures are let be within a quarter of an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GuessLimits {
    /// Of one user.
    pub of_user: u32,
    /// From one address, or one network of 64 bits of IPv6.
    pub of_address: u32,
}

impl Default for GuessLimits {
    fn default() -> GuessLimits {
        GuessLimits { of_user: 10, of_address: 100 }
    }
}

type Key = [u8; 32];

/// The failures of late.
#[derive(Debug)]
pub(super) struct Guesses {
    limits: GuessLimits,
    failures: Mutex<HashMap<Key, VecDeque<i64>>>,
}

/// An attempt, which is a failure until it is told to be none.
#[derive(Debug)]
pub(super) struct Attempt {
    user: Key,
    address: Key,
    at: i64,
}

/// Seconds after which another attempt is looked at.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooMany(pub(super) u64);

impl Guesses {
    pub(super) fn new(limits: &GuessLimits) -> Guesses {
        Guesses { limits: *limits, failures: Mutex::default() }
    }

    /// Begins an attempt at `now`, in milliseconds since 1970.
    pub(super) fn begin(&self, (account, user): (&str, &str), address: IpAddr, now: i64) -> Result<Attempt, TooMany> {
        let user = key(&["user", account, &user.to_lowercase()]);
        let address = key(&["address", &network(address)]);
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        for (key, most) in [(&user, self.limits.of_user), (&address, self.limits.of_address)] {
            let Some(times) = failures.get_mut(key) else { continue };
            while times.front().is_some_and(|time| now - time >= WINDOW_MILLIS) {
                times.pop_front();
            }
            if times.len() >= most as usize {
                let wait = times.front().map_or(0, |time| time + WINDOW_MILLIS - now);
                return Err(TooMany(u64::try_from(wait).unwrap_or(0).div_ceil(1000)));
            }
        }
        make_room(&mut failures, now);
        for key in [user, address] {
            failures.entry(key).or_default().push_back(now);
        }
        Ok(Attempt { user, address, at: now })
    }

    /// The password was right: it is no failure, and what was guessed before of the user is forgotten. What came from the
    /// address is not, or one own password would let somebody guess others' for ever.
    pub(super) fn succeeded(&self, attempt: &Attempt) {
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        failures.remove(&attempt.user);
        forget(&mut failures, &attempt.address, attempt.at);
    }

    /// Nothing was looked at.
    pub(super) fn withdraw(&self, attempt: &Attempt) {
        let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        forget(&mut failures, &attempt.user, attempt.at);
        forget(&mut failures, &attempt.address, attempt.at);
    }
}

fn forget(failures: &mut HashMap<Key, VecDeque<i64>>, key: &Key, at: i64) {
    let Some(times) = failures.get_mut(key) else { return };
    if let Some(index) = times.iter().position(|time| *time == at) {
        times.remove(index);
    }
    if times.is_empty() {
        failures.remove(key);
    }
}

fn make_room(failures: &mut HashMap<Key, VecDeque<i64>>, now: i64) {
    if failures.len() + 2 <= KEYS_MAX {
        return;
    }
    let last = |times: &VecDeque<i64>| times.back().copied().unwrap_or(i64::MIN);
    failures.retain(|_, times| now - last(times) < WINDOW_MILLIS);
    if failures.len() + 2 > KEYS_MAX {
        // A tenth of them, so that this is not done for each attempt.
        let mut oldest: Vec<(i64, Key)> = failures.iter().map(|(key, times)| (last(times), *key)).collect();
        oldest.sort_unstable();
        for (_, key) in oldest.iter().take(KEYS_MAX / 10) {
            failures.remove(key);
        }
    }
}

/// Keys are of one length, however long what they stand for.
fn key(parts: &[&str]) -> Key {
    let hash = digest(&SHA256, parts.join("\n").as_bytes());
    let mut key = Key::default();
    key.copy_from_slice(hash.as_ref());
    key
}

/// Who has one address of IPv6 has 2^64 of them.
fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => address.segments()[..4].iter().map(|part| format!("{part:x}:")).collect(),
    }
}
