//! The table of tampering: each kind is caught, with its kind and its key, and nothing beside it is accused.

mod backfills;
mod chains;
mod digests;
mod log_files;

use super::trees::*;
use crate::digest::metadata;
use crate::validate::{Finding, Kind, Options, Report, Severity};
use backfills::BACKFILLS;
use chains::{CHAINS, deleted, forged_under_the_fingerprint, forged_with_another_key, rewritten};
use digests::DIGESTS;
use log_files::LOG_FILES;
use std::collections::{BTreeMap, BTreeSet};

/// Damages a tree, and gives the key that must be named.
type Tamper = fn(&mut Memory) -> String;

/// What is done, and what must be found.
type Case = (&'static str, Tamper, Kind);

/// Tables, and the tree that each is about.
fn tables() -> [(&'static str, &'static [Case], Memory); 4] {
    [
        ("log file", LOG_FILES, Memory::whole()),
        ("digest", DIGESTS, Memory::whole()),
        ("chain", CHAINS, Memory::whole()),
        ("backfill", BACKFILLS, Memory::with_missed_hours()),
    ]
}

#[track_caller]
fn caught(name: &str, memory: &Memory, kind: Kind, key: &str) -> Report {
    let report = memory.validated();
    let is_caught = report.findings.iter().any(|finding| finding.kind == kind && finding.key.as_deref() == Some(key));
    assert!(is_caught, "{name}: {kind:?} {key}\n{}", report.text());
    assert_ne!(report.exit_code(), 0, "{name}");
    report
}

#[test]
fn every_kind_of_tampering_with_a_bucket_is_caught_and_none_is_invented() {
    let mut names = BTreeSet::new();
    for (of, table, base) in tables() {
        let control: BTreeSet<String> =
            base.validated().findings.iter().map(|finding| format!("{finding:?}")).collect();
        for (name, tamper, kind) in table {
            let mut memory = base.clone();
            let key = tamper(&mut memory);
            let name = format!("{of}: {name}");
            let report = caught(&name, &memory, *kind, &key);
            let accused = report.findings.iter().filter(|finding| finding.kind.severity() == Severity::Invalid);
            let concerned = concerned(&base, &memory);
            for finding in accused.filter(|finding| !control.contains(&format!("{finding:?}"))) {
                assert!(is_of(finding, &concerned), "{name}: {finding:?} is invented");
            }
            assert!(names.insert(name.clone()), "{name} is there twice");
        }
    }
    assert!(names.len() >= 80, "{}", names.len());
}

fn is_of(finding: &Finding, concerned: &BTreeSet<String>) -> bool {
    finding.key.as_ref().is_some_and(|key| concerned.contains(key))
}

/// The keys that tampering with a tree may be told by: what differs, what a digest that differs says or said of log files,
/// and the neighbours of such a digest, whose chain and schedule it is a link of.
fn concerned(base: &Memory, memory: &Memory) -> BTreeSet<String> {
    let keys: BTreeSet<&String> = base.objects.keys().chain(memory.objects.keys()).collect();
    let differs =
        |key: &&&String| base.objects.get(**key) != memory.objects.get(**key) || memory.unreadable.contains(**key);
    let differing: BTreeSet<String> = keys.iter().filter(differs).map(|key| key.to_string()).collect();
    let mut concerned = differing.clone();
    let all: BTreeMap<&String, String> = (base.objects.iter().chain(&memory.objects))
        .filter(|(key, _)| key.contains("CloudTrail-Digest"))
        .map(|(key, (bytes, _))| (key, String::from_utf8_lossy(&text(bytes).unwrap_or_default()).into_owned()))
        .collect();
    let order: Vec<&&String> = all.keys().collect::<Vec<_>>();
    for (at, key) in order.iter().enumerate().filter(|(_, key)| differing.contains(key.as_str())) {
        for tree in [base, memory] {
            let content = tree.objects.get(key.as_str()).and_then(|(bytes, _)| text(bytes).ok()).unwrap_or_default();
            let content = String::from_utf8_lossy(&content);
            concerned.extend(base.objects.keys().filter(|log| content.contains(&format!("\"{log}\""))).cloned());
        }
        concerned.extend(order[at.saturating_sub(1)..(at + 2).min(order.len())].iter().map(|key| key.to_string()));
        // Hours that lack their backfill digest are told of the hourly digest after them.
        let hourly = order[at + 1..].iter().find(|key| !key.ends_with("_backfill.json.gz"));
        concerned.extend(hourly.map(|key| key.to_string()));
        concerned
            .extend(all.iter().filter(|(_, content)| content.contains(key.as_str())).map(|(key, _)| key.to_string()));
    }
    concerned
}

/// A copy has no metadata; all that does not touch that is caught in it as well.
#[test]
fn every_kind_of_tampering_with_the_log_files_of_a_copy_is_caught() {
    for (name, tamper, kind) in LOG_FILES {
        let mut memory = Memory { keeps_metadata: false, ..Memory::whole() };
        let key = tamper(&mut memory);
        caught(name, &memory, *kind, &key);
    }
}

#[test]
fn tampering_with_the_digests_of_a_copy_is_caught() {
    let cases: [(&str, Tamper, Kind); 6] = [
        ("a digest rewritten", |memory| rewritten(memory, 10), Kind::DigestAltered),
        ("one digest deleted", |memory| deleted(memory, &[10], 10), Kind::DigestMissing),
        ("the second of two deleted", |memory| deleted(memory, &[10, 11], 10), Kind::DigestMissing),
        ("digests forged with another key", forged_with_another_key, Kind::UnknownKey),
        (
            "digests forged under the right fingerprint",
            |memory| {
                forged_under_the_fingerprint(memory);
                digest_key(EAST, HOURS - 1)
            },
            Kind::BadSignature,
        ),
        (
            "a signature altered in the successor",
            |memory| {
                let key = digest_key(EAST, HOURS);
                let signature = memory.metadata(&digest_key(EAST, HOURS - 1))[metadata::SIGNATURE].clone();
                memory.replace(&key, &signature, &"ab".repeat(256));
                digest_key(EAST, HOURS - 1)
            },
            Kind::BadSignature,
        ),
    ];
    for (name, tamper, kind) in cases {
        let mut memory = Memory { keeps_metadata: false, ..Memory::whole() };
        let key = tamper(&mut memory);
        caught(name, &memory, kind, &key);
    }
}

#[test]
fn a_wrong_key_proves_nothing() {
    let memory = Memory::whole();
    let keys = std::iter::once(OTHER_KEY.public().clone()).collect();
    let report = memory.validated_with(&Options { keys: Some(keys), ..options(&memory) });
    assert_eq!(report.exit_code(), 1);
    assert!(report.lines.iter().all(|line| line.digests_proved == 0 && line.proved.is_empty()));
}
