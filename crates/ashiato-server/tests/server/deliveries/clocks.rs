//! A clock that is set while the server runs: no record is lost or doubled, no digest made twice, and the chain holds.

use ashiato_trail::validate::Kind;

use super::audited::{Audited, BUCKET, HOME, HOUR, hours};

const VALIDATED: &str = "trails.create_trail(Name='all', S3BucketName='logs', EnableLogFileValidation=True)\n\
    trails.start_logging(Name='all')";

/// Set three hours on, and back again.
#[test]
fn a_clock_that_jumps_on_and_back_breaks_no_chain() {
    let Some(audited) = Audited::start::<11>() else { return };
    audited.calls(VALIDATED);
    audited.hour();
    audited.pass(HOUR / 4);
    let mut recorded = vec![audited.records(HOME)];
    audited.deliver();
    audited.pass(3 * HOUR);
    recorded.push(audited.records(HOME));
    audited.deliver();
    audited.pass(-3 * HOUR);
    for _ in 0..3 {
        recorded.push(audited.records(HOME));
        audited.deliver();
        let behind = audited.status().digest.error.expect("it is told");
        assert!(behind.starts_with("ClockBehind: the server's clock is at 2026-03-01T1"), "{behind}");
        assert!(behind.ends_with("digests go on from 2026-03-01T14:00:00Z"), "{behind}");
        audited.pass(HOUR / 4);
    }
    // The time comes that digests are of already, and then more.
    audited.pass(2 * HOUR);
    audited.deliver();
    assert_eq!(audited.status().digest.error, None);
    audited.pass(HOUR);
    audited.deliver();
    let delivered = audited.delivered(BUCKET);
    assert!(recorded.iter().all(|id| delivered.contains(id)), "{delivered:?}");
    assert_eq!(delivered.len(), recorded.len() + 1, "each once");
    audited.proves(BUCKET, &[hours(0..1), hours(3..5)], &[hours(1..3)], &[]);
}

/// A trail that is started while the clock is ahead has what is recorded when it is set right.
#[test]
fn what_follows_a_start_is_in_whatever_the_clock_says() {
    let Some(audited) = Audited::start::<12>() else { return };
    audited.calls("trails.create_trail(Name='all', S3BucketName='logs', EnableLogFileValidation=True)");
    audited.pass(2 * HOUR);
    audited.records(HOME);
    audited.calls("trails.start_logging(Name='all')");
    audited.pass(-2 * HOUR);
    let first = audited.records(HOME);
    audited.deliver();
    assert_eq!(audited.delivered(BUCKET), [first.clone()]);
    // And one that is stopped has nothing more, though the clock be set back before the stop.
    audited.pass(HOUR / 2);
    let second = audited.records(HOME);
    audited.calls("trails.stop_logging(Name='all')");
    audited.pass(-HOUR);
    audited.records(HOME);
    audited.deliver();
    assert_eq!(audited.delivered(BUCKET), [first, second]);
    audited.pass(4 * HOUR);
    audited.deliver();
    let report = audited.validated(BUCKET);
    assert!(!report.is_invalid(), "{}", report.text());
    let files: u64 = report.lines.iter().map(|line| line.log_files).sum();
    assert_eq!(files as usize, audited.server.keys(BUCKET).iter().filter(|key| key.contains("/CloudTrail/")).count());
}

/// A machine that begins with a clock of years ago, and learns the time a little later.
#[test]
fn a_clock_of_years_ago_that_is_set_right_changes_nothing() {
    let Some(audited) = Audited::start::<13>() else { return };
    audited.calls(VALIDATED);
    audited.hour();
    audited.hour();
    let audited = audited.down_for::<13>(-5 * 365 * 24 * HOUR);
    let recorded = audited.records(HOME);
    audited.deliver();
    assert!(audited.delivered(BUCKET).contains(&recorded));
    assert!(audited.status().digest.error.is_some_and(|error| error.starts_with("ClockBehind")));
    audited.pass(5 * 365 * 24 * HOUR);
    audited.hour();
    audited.hour();
    audited.proves(BUCKET, &[hours(0..4)], &[], &[]);
    assert_eq!(audited.status().digest.error, None);
}

/// A clock that was years ahead for longer than a moment: whoever starts the trail anew confirms the time, and a chain begins.
#[test]
fn a_trail_that_is_started_anew_believes_the_clock() {
    let Some(audited) = Audited::start::<14>() else { return };
    audited.calls(VALIDATED);
    audited.hour();
    audited.pass(3 * 365 * 24 * HOUR);
    audited.hour();
    audited.pass(-3 * 365 * 24 * HOUR);
    audited.records(HOME);
    audited.deliver();
    audited.calls("trails.stop_logging(Name='all')\ntrails.start_logging(Name='all')");
    for _ in 0..3 {
        audited.hour();
    }
    assert_eq!(audited.status().digest.error, None);
    let report = audited.validated(BUCKET);
    assert!(!report.is_invalid(), "{}", report.text());
    let kinds: Vec<Kind> = report.findings.iter().map(|finding| finding.kind).collect();
    assert!(kinds.iter().all(|kind| *kind == Kind::LoggingStopped), "{}", report.text());
    let files: u64 = report.lines.iter().map(|line| line.log_files).sum();
    assert_eq!(files as usize, audited.server.keys(BUCKET).iter().filter(|key| key.contains("/CloudTrail/")).count());
}
