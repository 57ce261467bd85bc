//! What lies in a tree, told from keys alone: lines of digests, and log files.

use super::Options;
use crate::time::{self, Time};
use ashiato_event::key::{self, DigestTrail, LogKey, LogKind};
use std::collections::{BTreeMap, BTreeSet};

/// Whose digests these are. A chain stays within a line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Line {
    /// What stands before `AWSLogs/` in the tree's keys, with its slash.
    pub(super) above: String,
    pub(super) organization: Option<String>,
    pub(super) account: String,
    pub(super) trail: String,
    pub(super) home_region: String,
    pub(super) region: String,
    pub(super) is_backfill: bool,
}

impl Line {
    /// The tree's key of the digest that ends then.
    pub(super) fn key(&self, end: Time) -> String {
        let key = LogKey {
            organization: self.organization.clone(),
            account: Some(self.account.clone()),
            kind: LogKind::Digest,
            region: Some(self.region.clone()),
            delivered: Some(end.timestamp()),
            trail: Some(DigestTrail {
                name: self.trail.clone(),
                home_region: self.home_region.clone(),
                is_backfill: self.is_backfill,
            }),
            ..LogKey::default()
        };
        format!("{}{}", self.above, key.path("").unwrap_or_default())
    }
}

/// The keys of a tree, sorted out.
#[derive(Debug, Default)]
pub(super) struct Inventory {
    /// Digests by their lines, with the end that the name tells.
    pub(super) digests: BTreeMap<Line, Vec<(Time, String)>>,
    /// Digests behind the time asked about, in the same way: those of files that were delivered late.
    pub(super) later: BTreeMap<Line, Vec<(Time, String)>>,
    /// Log files.
    pub(super) logs: BTreeSet<String>,
    /// Files that are neither by their names.
    pub(super) others: u64,
}

/// Sorts keys out, within the time that the options ask for.
pub(super) fn take_stock(keys: Vec<String>, options: &Options) -> Inventory {
    let mut inventory = Inventory::default();
    for key in keys {
        let Some((above, _)) = split(&key) else {
            inventory.others += 1;
            continue;
        };
        let parsed = key::parse(&key);
        if parsed.kind != LogKind::Digest {
            let is_log = parsed.account.is_some() && parsed.region.is_some() && key.ends_with(".json.gz");
            if !is_log {
                inventory.others += 1;
            } else {
                inventory.logs.insert(key);
            }
            continue;
        }
        let above = above.to_string();
        match line_of(above, parsed) {
            Some((line, end)) if options.reads_digest(end) => {
                inventory.digests.entry(line).or_default().push((end, key));
            }
            Some((line, end)) if options.is_behind(end) => {
                inventory.later.entry(line).or_default().push((end, key));
            }
            Some(_) => {}
            None => inventory.others += 1,
        }
    }
    let all = inventory.digests.values_mut().chain(inventory.later.values_mut());
    all.for_each(|digests| digests.sort());
    inventory
}

fn line_of(above: String, key: LogKey) -> Option<(Line, Time)> {
    let trail = key.trail?;
    let line = Line {
        above,
        organization: key.organization,
        account: key.account?,
        trail: trail.name,
        home_region: trail.home_region,
        region: key.region?,
        is_backfill: trail.is_backfill,
    };
    Some((line, time::of_seconds(key.delivered?)?))
}

/// A key as what stands before its last folder `AWSLogs`, and the rest; None where there is no such folder.
pub(super) fn split(key: &str) -> Option<(&str, &str)> {
    let at = match key.rfind("/AWSLogs/") {
        Some(at) => at + 1,
        None if key.starts_with("AWSLogs/") => 0,
        None => return None,
    };
    Some(key.split_at(at))
}

/// A key from its last folder `AWSLogs` on: what a copy keeps of it.
pub(super) fn canonical(key: &str) -> &str {
    split(key).map_or(key, |(_, canonical)| canonical)
}
