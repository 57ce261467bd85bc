//! Regions of which nothing is left, and chains whose beginning is gone.

use super::trees::*;
use crate::validate::{Kind, Options, Report};

fn without(region: &str) -> Memory {
    let mut memory = Memory::whole();
    memory.objects.retain(|key, _| !key.contains(&format!("/{region}/")));
    memory
}

/// The sentences on what nothing covers.
fn not_covered(report: &Report) -> Vec<&str> {
    let findings = report.findings.iter().filter(|finding| finding.kind == Kind::NotCovered);
    findings.map(|finding| finding.sentence.as_str()).collect()
}

#[test]
fn a_trail_without_its_home_region_is_not_proved() {
    let memory = without(EAST);
    let report = memory.validated();
    let found = not_covered(&report);
    assert!(found.len() == 1 && found[0].contains("region us-east-1: a trail has digests of its home"), "{found:?}");
    assert_ne!(report.exit_code(), 0);
}

#[test]
fn a_region_that_must_be_there_is_missed() {
    let memory = without(WEST);
    assert!(not_covered(&memory.validated()).is_empty());
    let regions = vec![EAST.to_string(), WEST.to_string()];
    let report = memory.validated_with(&Options { regions: regions.clone(), ..options(&memory) });
    let found = not_covered(&report);
    assert!(found.len() == 1 && found[0].contains("region eu-west-1: no digest of this region"), "{found:?}");
    assert_ne!(report.exit_code(), 0);
    let whole = Memory::whole();
    assert!(not_covered(&whole.validated_with(&Options { regions, ..options(&whole) })).is_empty());
}

#[test]
fn how_much_is_absent_before_the_oldest_digest_is_said_to_be_unknown() {
    let mut memory = Memory::whole();
    (1..=5).for_each(|number| drop(memory.remove(&digest_key(WEST, number))));
    let report = memory.validated();
    let found = not_covered(&report);
    assert!(found.len() == 1 && found[0].contains("nothing before 2023-10-26T19:01:31Z can be proved"), "{found:?}");
    // What was asked about has a beginning, up to which each is named.
    let report = memory.validated_with(&Options { from: Some(end(0)), ..options(&memory) });
    let missing = report.findings.iter().filter(|finding| finding.kind == Kind::DigestMissing);
    assert_eq!(missing.filter_map(|finding| finding.key.clone()).collect::<Vec<_>>().len(), 5, "{}", report.text());
}
