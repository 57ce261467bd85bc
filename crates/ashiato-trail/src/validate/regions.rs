//! The regions that a trail must have digests of: where all that a region had is gone, no digest of it is left to miss one.

use super::Options;
use super::digests::Found;
use super::finding::{Finding, Kind};
use super::inventory::Line;
use std::collections::{BTreeMap, BTreeSet};

/// What is found of trails that lack a region: the one that they are at home in, where a trail always has digests, or one
/// that was asked for.
pub(super) fn absent(
    lines: &[(Line, Vec<Found>)],
    is_asked: impl Fn(&Line) -> bool,
    options: &Options,
) -> Vec<Finding> {
    let mut regions: BTreeMap<_, BTreeSet<&str>> = BTreeMap::new();
    for (line, _) in lines.iter().filter(|(line, _)| is_asked(line)) {
        let trail = (&line.above, &line.organization, &line.account, &line.trail, &line.home_region);
        regions.entry(trail).or_default().insert(&line.region);
    }
    let mut findings = Vec::new();
    for ((.., account, trail, home), there) in regions {
        let is_there = |region: &str| there.contains(region);
        let asked = options.regions.iter().filter(|region| *region != home);
        for region in std::iter::once(home).chain(asked).filter(|region| !is_there(region)) {
            let why = if region == home {
                "a trail has digests of its home region, and none is here: all of them are absent, or this is a part of what \
                 was delivered"
            } else {
                "no digest of this region is here: all of them are absent, or nothing was delivered from it"
            };
            let sentence = format!("trail {trail} of {home}, account {account}, region {region}: {why}");
            findings.push(Finding { kind: Kind::NotCovered, key: None, range: None, sentence });
        }
    }
    findings
}
