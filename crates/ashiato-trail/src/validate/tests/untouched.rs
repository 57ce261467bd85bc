//! An untouched tree: nothing is invented, and what cannot be proved is said.

use super::trees::*;
use crate::digest::Subject;
use crate::validate::{Kind, Options, Range, Severity};
use std::collections::BTreeMap;

fn kinds(report: &crate::validate::Report) -> Vec<(Kind, Option<&str>)> {
    report.findings.iter().map(|finding| (finding.kind, finding.key.as_deref())).collect()
}

#[test]
fn days_in_two_regions_with_a_stopped_hour_and_a_backfill_are_valid() {
    let report = Memory::whole().validated();
    assert_eq!(kinds(&report), [(Kind::LoggingStopped, None), (Kind::LoggingStopped, None)]);
    let stopped = Range { start: end(STOPPED - 1), end: end(STOPPED) };
    assert!(report.findings.iter().all(|finding| finding.range == Some(stopped)), "{}", report.text());
    assert_eq!(report.exit_code(), 3);
    for line in &report.lines {
        assert_eq!(line.digests_proved, line.digests, "{}", report.text());
        assert_eq!(line.log_files_valid, line.log_files);
    }
    let proved = [Range { start: end(0), end: end(STOPPED - 1) }, Range { start: end(STOPPED), end: end(HOURS) }];
    let standard: Vec<_> = report.lines.iter().filter(|line| !line.is_backfill).map(|line| &line.proved).collect();
    assert_eq!(standard, [&proved, &proved]);
    assert_eq!(report.json()["verdict"], "unproved");
}

#[test]
fn time_without_a_stop_is_wholly_proved() {
    let memory = Memory::whole();
    let asked = Options { from: Some(end(STOPPED)), to: Some(end(HOURS)), ..options(&memory) };
    let report = memory.validated_with(&asked);
    assert_eq!((report.exit_code(), report.findings.len()), (0, 0), "{}", report.text());
}

#[test]
fn a_copy_is_proved_but_for_the_newest_digest_of_each_chain() {
    let memory = Memory { keeps_metadata: false, ..Memory::whole() };
    let report = memory.validated();
    let newest: Vec<String> = [WEST, EAST]
        .iter()
        .flat_map(|region| [digest_key(region, STOPPED - 1), digest_key(region, HOURS)])
        .chain([backfill_key()])
        .collect();
    let mut unsigned: Vec<&str> = report
        .findings
        .iter()
        .filter(|finding| finding.kind == Kind::NewestDigestUnsigned)
        .filter_map(|finding| finding.key.as_deref())
        .collect();
    unsigned.sort_unstable();
    let mut newest: Vec<&str> = newest.iter().map(String::as_str).collect();
    newest.sort_unstable();
    assert_eq!(unsigned, newest);
    assert!(!report.is_invalid(), "{}", report.text());
    assert_eq!(report.findings.len(), newest.len() + 2, "{}", report.text());
}

#[test]
fn without_a_key_it_is_said_that_no_signature_was_checked() {
    let memory = Memory::whole();
    let report = memory.validated_with(&Options { keys: None, ..options(&memory) });
    assert!(kinds(&report).contains(&(Kind::NoPublicKey, None)));
    assert!(!report.is_invalid() && report.lines.iter().all(|line| line.digests_proved == 0), "{}", report.text());
}

#[test]
fn time_that_nothing_covers_is_named() {
    let memory = Memory::whole();
    let asked = Options { from: Some(end(-5)), to: Some(end(HOURS + 5)), ..options(&memory) };
    let report = memory.validated_with(&asked);
    let ranges: Vec<_> = report
        .findings
        .iter()
        .filter(|finding| finding.kind == Kind::NotCovered)
        .map(|finding| finding.range)
        .collect();
    let (before, after) = (Range { start: end(-5), end: end(0) }, Range { start: end(HOURS), end: end(HOURS + 5) });
    assert_eq!(ranges, [Some(before), Some(before), Some(after), Some(after)], "{}", report.text());
}

#[test]
fn a_bucket_whose_newest_digests_are_gone_is_told_once() {
    let memory = Memory::whole();
    let ends_early = |looked_at: i64, to: Option<i64>| {
        let asked = Options { looked_at: Some(end(looked_at)), to: to.map(end), ..options(&memory) };
        let report = memory.validated_with(&asked);
        let findings = report.findings.iter().filter(|finding| finding.kind == Kind::DigestsEndEarly);
        findings.map(|finding| finding.range).collect::<Vec<_>>()
    };
    assert_eq!(ends_early(HOURS + 1, None), [], "the last hour's may be on its way");
    assert_eq!(ends_early(HOURS + 2, None), [Some(Range { start: end(HOURS), end: end(HOURS + 2) })]);
    assert_eq!(ends_early(HOURS + 9, Some(HOURS)), [], "a time that was asked about has an end");
}

#[test]
fn a_file_that_was_delivered_hours_late_is_no_fault() {
    let mut memory = Memory { keeps_metadata: true, ..Memory::default() };
    let late = memory.put_log(EAST, 2, 25);
    let mut previous = None;
    for number in 1..=9 {
        let files = (number == 8).then(|| late.clone()).into_iter().collect();
        previous = Some(memory.put_digest(&subject(EAST, number), previous.take(), files, &KEY));
    }
    let report = memory.validated();
    assert_eq!((report.exit_code(), report.findings.len()), (0, 0), "{}", report.text());
    let asked = Options { to: Some(end(3)), ..options(&memory) };
    assert_eq!(kinds(&memory.validated_with(&asked)), [(Kind::LogFileUnproved, Some(late.key.as_str()))]);
    let planted = memory.put_log(EAST, 2, 35);
    let report = memory.validated_with(&asked);
    assert!(kinds(&report).contains(&(Kind::LogFileNotCovered, Some(planted.key.as_str()))), "{}", report.text());
}

#[test]
fn a_trail_is_looked_at_alone_by_its_name() {
    let memory = Memory::whole();
    let report = memory.validated_with(&Options { trail: Some("another".to_string()), ..options(&memory) });
    assert_eq!(kinds(&report), [(Kind::NoDigests, None)]);
    let report = memory.validated_with(&Options { trail: Some("my_trail".to_string()), ..options(&memory) });
    assert_eq!(report.lines.len(), 3);
    assert!(report.findings.iter().all(|finding| finding.kind.severity() == Severity::Unproved));
}

#[test]
fn an_empty_tree_proves_nothing() {
    let report = Memory { keeps_metadata: true, ..Memory::default() }.validated();
    assert_eq!((kinds(&report), report.exit_code()), (vec![(Kind::NoDigests, None)], 3));
}

#[test]
fn hours_that_were_missed_and_backfilled_are_proved() {
    let report = Memory::with_missed_hours().validated();
    assert_eq!((report.exit_code(), report.findings.len()), (0, 0), "{}", report.text());
    let backfill = report.lines.iter().find(|line| line.is_backfill).expect("a line of backfills");
    assert_eq!(backfill.proved, [Range { start: end(FIRST_MISSED - 1), end: end(LAST_MISSED) }]);
    assert_eq!((backfill.digests_proved, backfill.log_files_valid), (3, 1));
}

/// A trail that is stopped and started within an hour: the first chain's last digest is cut short where the second begins.
#[test]
fn a_digest_that_a_new_start_cut_short_is_no_fault() {
    let mut memory = Memory { keeps_metadata: true, ..Memory::default() };
    let restart = end(2) + chrono::TimeDelta::minutes(20);
    let first = memory.put_digest(&subject(EAST, 1), None, vec![], &KEY);
    let second = memory.put_digest(&subject(EAST, 2), Some(first), vec![], &KEY);
    let cut = Subject { end: restart, ..subject(EAST, 3) };
    memory.put_digest(&cut, Some(second), vec![], &KEY);
    let hour = |number| chrono::TimeDelta::hours(number);
    let anew = |number| Subject { start: restart + hour(number), end: restart + hour(number + 1), ..subject(EAST, 4) };
    let third = memory.put_digest(&anew(0), None, vec![], &KEY);
    memory.put_digest(&anew(1), Some(third), vec![], &KEY);
    let report = memory.validated();
    assert_eq!(kinds(&report), [(Kind::LoggingStopped, None)], "{}", report.text());
    assert_eq!(report.lines[0].proved, [Range { start: end(0), end: restart + hour(2) }]);
}

/// What happens to files and changes nothing of what they hold.
#[test]
fn harmless_changes_are_not_reported() {
    let control = Memory::with_missed_hours();
    type Change = (&'static str, fn(&mut Memory));
    let cases: [Change; 4] = [
        ("put again", |memory| {
            let objects = memory.objects.clone();
            memory.objects.extend(objects);
        }),
        ("packed anew", |memory| {
            for (bytes, _) in memory.objects.values_mut() {
                use std::io::Write as _;
                let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
                packed.write_all(&text(bytes).expect("it is gzip")).expect("it is packed");
                *bytes = packed.finish().expect("it is packed");
            }
        }),
        ("other files beside", |memory| {
            memory.objects.insert("notes/readme.txt".to_string(), (b"hello".to_vec(), BTreeMap::new()));
            memory.objects.insert("AWSLogs/readme.txt".to_string(), (b"hello".to_vec(), BTreeMap::new()));
        }),
        ("more metadata", |memory| {
            for (_, metadata) in memory.objects.values_mut() {
                metadata.insert("copied-by".to_string(), "rclone".to_string());
            }
        }),
    ];
    for (name, change) in cases {
        let mut memory = control.clone();
        change(&mut memory);
        let report = memory.validated();
        assert_eq!((report.exit_code(), report.findings.len()), (0, 0), "{name}: {}", report.text());
    }
    // A copy elsewhere loses the metadata, and with it the proof of each chain's newest digest, and no more than that.
    let prefixed = control.objects.iter().map(|(key, object)| (format!("from/the/bucket/{key}"), object.clone()));
    let copy = Memory { objects: prefixed.collect(), keeps_metadata: false, ..Memory::default() };
    let report = copy.validated();
    assert!(!report.is_invalid(), "{}", report.text());
    let unsigned = |(kind, _): &(Kind, Option<&str>)| *kind == Kind::NewestDigestUnsigned;
    assert!(report.findings.len() == 4 && kinds(&report).iter().all(unsigned), "{}", report.text());
}
