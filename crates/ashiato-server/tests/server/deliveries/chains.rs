//! Chains of digests through stops, starts, switches and pauses: as AWS's documentation of them says.

use ashiato_trail::validate::{Kind, Range};

use super::audited::{Audited, BUCKET, HOME, HOUR, hours, moment};

const VALIDATED: &str = "trails.create_trail(Name='all', S3BucketName='logs', EnableLogFileValidation=True)\n\
    trails.start_logging(Name='all')";
const DENY: &str = "s3.delete_bucket_policy(Bucket='logs')";
const ALLOW: &str = "s3.put_bucket_policy(Bucket='logs', Policy=bucket_policy('logs'))";

#[test]
fn a_stop_ends_the_chain_with_its_hour() {
    let Some(audited) = Audited::start::<3>() else { return };
    audited.calls(VALIDATED);
    audited.hour();
    audited.hour();
    audited.pass(HOUR / 2);
    let last = audited.records(HOME);
    audited.calls("trails.stop_logging(Name='all')");
    audited.records(HOME);
    audited.deliver();
    audited.pass(5 * HOUR);
    audited.deliver();
    assert_eq!(audited.digests(BUCKET).len(), 3);
    assert!(audited.delivered(BUCKET).contains(&last));
    assert_eq!(audited.delivered(BUCKET).len(), 3, "nothing of after the stop");
    // The last hour was over for long when its digest was made: a backfill digest.
    audited.proves(BUCKET, &[hours(0..2)], &[hours(2..3)], &[]);
}

#[test]
fn files_that_are_delivered_long_after_a_stop_are_covered() {
    let Some(audited) = Audited::start::<4>() else { return };
    audited.calls(VALIDATED);
    audited.hour();
    audited.pass(HOUR / 2);
    let late = audited.records(HOME);
    audited.calls(&format!("{DENY}\ntrails.stop_logging(Name='all')"));
    for _ in 0..4 {
        audited.deliver();
        audited.pass(HOUR);
    }
    assert!(!audited.delivered(BUCKET).contains(&late));
    audited.calls(ALLOW);
    audited.deliver();
    assert!(audited.delivered(BUCKET).contains(&late));
    audited.pass(HOUR);
    audited.deliver();
    // Hourly digests go on until all that was logged is covered, and not longer.
    audited.proves(BUCKET, &[hours(0..6)], &[], &[]);
    audited.pass(3 * HOUR);
    audited.deliver();
    audited.proves(BUCKET, &[hours(0..6)], &[], &[]);
}

#[test]
fn a_start_within_the_hour_of_the_stop_cuts_the_last_digest_short() {
    let Some(audited) = Audited::start::<5>() else { return };
    audited.calls(VALIDATED);
    audited.hour();
    audited.pass(HOUR / 4);
    audited.records(HOME);
    audited.calls("trails.stop_logging(Name='all')");
    audited.deliver();
    audited.pass(HOUR / 4);
    audited.calls("trails.start_logging(Name='all')");
    let second = audited.records(HOME);
    audited.deliver();
    audited.pass(HOUR);
    audited.deliver();
    audited.pass(HOUR);
    audited.deliver();
    let restart = moment(HOUR + HOUR / 2);
    let all = Range { start: moment(0), end: moment(3 * HOUR + HOUR / 2) };
    audited.proves(BUCKET, &[all], &[], &[Kind::LoggingStopped]);
    assert!(audited.delivered(BUCKET).contains(&second));
    let cut = audited.digests(BUCKET).into_iter().find(|key| key.contains("T113000Z"));
    assert!(cut.is_some(), "one ends at {restart}: {:?}", audited.digests(BUCKET));
}

#[test]
fn validation_that_is_switched_on_late_covers_what_is_delivered_from_then_on() {
    let Some(audited) = Audited::start::<6>() else { return };
    audited.calls("trails.create_trail(Name='all', S3BucketName='logs')\ntrails.start_logging(Name='all')");
    audited.hour();
    audited.hour();
    audited.pass(HOUR / 2);
    audited.calls("trails.update_trail(Name='all', EnableLogFileValidation=True)");
    audited.deliver();
    for _ in 0..2 {
        audited.hour();
    }
    let half = HOUR / 2;
    let on = Range { start: moment(2 * HOUR + half), end: moment(4 * HOUR + half) };
    let report = audited.validated(BUCKET);
    assert_eq!(report.lines.len(), 1, "no backfill: {}", report.text());
    assert_eq!(report.lines[0].proved, [on]);
    let unproved = report.findings.iter().filter(|finding| finding.kind == Kind::LogFileUnproved).count();
    assert_eq!((report.is_invalid(), unproved), (false, report.findings.len()), "those of before: {}", report.text());

    // Switched off: the hour is finished, and what is delivered after it is covered by none.
    audited.pass(half);
    audited.calls("trails.update_trail(Name='all', EnableLogFileValidation=False)");
    audited.records(HOME);
    audited.deliver();
    audited.pass(half);
    audited.deliver();
    audited.hour();
    audited.hour();
    let off = Range { end: moment(5 * HOUR + half), ..on };
    let report = audited.validated(BUCKET);
    assert_eq!(report.lines[0].proved, [off], "{}", report.text());
    assert!(!report.is_invalid(), "{}", report.text());

    // And on again: a chain of its own, over nothing of between.
    audited.calls("trails.update_trail(Name='all', EnableLogFileValidation=True)");
    audited.hour();
    let report = audited.validated(BUCKET);
    let again = Range { start: moment(7 * HOUR + half), end: moment(8 * HOUR + half) };
    assert_eq!(report.lines[0].proved, [off, again], "{}", report.text());
    assert!(!report.is_invalid(), "{}", report.text());
}

#[test]
fn hours_in_which_the_server_was_down_are_backfilled() {
    let Some(audited) = Audited::start::<7>() else { return };
    audited.calls(VALIDATED);
    audited.hour();
    audited.pass(HOUR / 2);
    audited.records(HOME);
    audited.deliver();
    let audited = audited.down_for::<7>(3 * HOUR);
    audited.deliver();
    audited.hour();
    audited.hour();
    // The hour that was over last when the server is back is an hourly one again. What was recorded of the last delivery
    // is in a file that no digest can be of yet.
    audited.proves(BUCKET, &[hours(0..1), hours(3..6)], &[hours(1..3)], &[Kind::LogFileUnproved]);
    let report = audited.validated(BUCKET);
    assert_eq!(report.lines.iter().map(|line| line.log_files).sum::<u64>(), 4, "{}", report.text());
}

#[test]
fn after_a_month_without_a_server_a_new_chain_begins() {
    let Some(audited) = Audited::start::<8>() else { return };
    audited.calls(VALIDATED);
    audited.hour();
    audited.pass(HOUR / 2);
    audited.records(HOME);
    audited.deliver();
    let audited = audited.down_for::<8>(40 * 24 * HOUR);
    audited.deliver();
    audited.hour();
    audited.hour();
    let digests = audited.digests(BUCKET).len();
    assert!(digests < 10, "{digests}");
    let report = audited.validated(BUCKET);
    let kinds: Vec<Kind> = report.findings.iter().map(|finding| finding.kind).collect();
    assert_eq!(kinds, [Kind::LoggingStopped, Kind::LogFileUnproved], "{}", report.text());
    assert_eq!(report.lines.iter().map(|line| line.log_files).sum::<u64>(), 4, "{}", report.text());
}

#[test]
fn a_region_s_chain_begins_with_its_first_file() {
    let Some(audited) = Audited::start::<9>() else { return };
    audited.calls(&VALIDATED.replace("'logs',", "'logs', IsMultiRegionTrail=True,"));
    for _ in 0..3 {
        audited.hour();
    }
    audited.pass(HOUR / 2);
    audited.records("ap-southeast-2");
    audited.deliver();
    audited.pass(HOUR / 2);
    audited.deliver();
    audited.hour();
    let report = audited.validated(BUCKET);
    assert!(report.findings.is_empty(), "{}", report.text());
    let far = report.lines.iter().find(|line| line.region == "ap-southeast-2").expect("it has digests");
    assert_eq!(far.proved, [hours(3..5)], "on the hours of the home region: {}", report.text());
}

#[test]
fn a_trail_that_is_deleted_leaves_a_last_digest() {
    let Some(audited) = Audited::start::<10>() else { return };
    audited.calls(VALIDATED);
    audited.hour();
    audited.pass(HOUR / 2);
    let last = audited.records(HOME);
    audited.calls("trails.delete_trail(Name='all')");
    assert!(audited.delivered(BUCKET).contains(&last));
    let end = moment(HOUR + HOUR / 2 + 1);
    audited.proves(BUCKET, &[Range { start: moment(0), end }], &[], &[]);
    // One of the same name is another trail, with a chain of its own.
    audited.pass(HOUR);
    audited.calls(VALIDATED);
    audited.hour();
    let again = Range { start: moment(2 * HOUR + HOUR / 2), end: moment(3 * HOUR + HOUR / 2) };
    audited.proves(BUCKET, &[Range { start: moment(0), end }, again], &[], &[Kind::LoggingStopped]);
}
