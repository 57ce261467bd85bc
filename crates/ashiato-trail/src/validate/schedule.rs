//! The hourly schedule: which digests must exist, told from those that do.

use super::finding::{Finding, Kind, Range};
use super::inventory::Line;
use crate::time::{self, Time};
use chrono::TimeDelta;

/// A digest covers an hour.
pub(super) const HOUR: TimeDelta = TimeDelta::hours(1);

/// So many absent digests of one hole are named each; of a longer hole the rest is named as a range.
const NAMED_MAX: usize = 10_000;

/// The digests that are absent between one that ended at `floor` and one that had to end at `end`, both left out:
/// each an hour before the other. Hours that were backfilled are not among them.
pub(super) fn absent_before(
    line: &Line,
    end: Time,
    floor: Time,
    is_backfilled: impl Fn(Range) -> bool,
) -> Vec<Finding> {
    let ends = std::iter::successors(Some(end - HOUR), |end| Some(*end - HOUR));
    let is_there = |end: &Time| is_backfilled(Range { start: *end - HOUR, end: *end });
    let absent = ends.take_while(|end| *end >= floor + HOUR / 2).filter(|end| !is_there(end));
    named(line, Kind::DigestMissing, absent, "is absent: the hourly schedule asks for it")
}

/// The digests that a line lacks after its newest one, up to the end of its trail in other regions.
pub(super) fn absent_after(line: &Line, newest_end: Time, trail_end: Time) -> Vec<Finding> {
    let ends = std::iter::successors(Some(newest_end + HOUR), |end| Some(*end + HOUR));
    let absent = ends.take_while(|end| *end <= trail_end);
    let sentence = "is not there, and the trail has digests of other regions for its hour: it is absent, or the trail \
                    left this region";
    named(line, Kind::DigestsEndEarly, absent, sentence)
}

/// The time up to now of which no region of a line's trail has a digest, where digests are still delivered. The last hour's
/// may be on its way.
pub(super) fn none_since(line: &Line, trail_end: Time, now: Time) -> Option<Finding> {
    if now - trail_end < HOUR * 2 {
        return None;
    }
    let (trail, home, account) = (&line.trail, &line.home_region, &line.account);
    let sentence = format!(
        "trail {trail} of {home}, account {account}: no digest is there of this time: they are absent, or the trail no longer \
         logs"
    );
    Some(Finding::of_time(Kind::DigestsEndEarly, Range { start: trail_end, end: now }, sentence))
}

fn named(line: &Line, kind: Kind, mut ends: impl Iterator<Item = Time>, sentence: &str) -> Vec<Finding> {
    let finding = |end: Time| Finding::new(kind, line.key(end), sentence).over(end - HOUR, end);
    let mut findings: Vec<Finding> = ends.by_ref().take(NAMED_MAX).map(finding).collect();
    let rest = ends.fold(None, |range: Option<(Time, Time)>, end| {
        let (first, last) = range.unwrap_or((end - HOUR, end));
        Some((first.min(end - HOUR), last.max(end)))
    });
    if let Some((start, end)) = rest {
        let sentence = format!("{}: all hourly digests of this time, after those named, are the same", of(line));
        findings.push(Finding::of_time(kind, Range { start, end }, sentence));
    }
    findings
}

/// Time that was asked about and lies before the line's first digest or after its newest.
pub(super) fn not_covered(line: &Line, asked: (Option<Time>, Option<Time>), covered: Range) -> Vec<Finding> {
    let not = |start: Time, end: Time| {
        let sentence = format!("{}: no digest covers this time, so nothing of it can be proved", of(line));
        Finding::of_time(Kind::NotCovered, Range { start, end }, sentence)
    };
    let before = asked.0.filter(|from| *from < covered.start).map(|from| not(from, covered.start));
    let after = asked.1.filter(|to| *to > covered.end).map(|to| not(covered.end, to));
    before.into_iter().chain(after).collect()
}

/// A line, as it is named in sentences.
pub(super) fn of(line: &Line) -> String {
    format!("trail {} of {}, account {}, region {}", line.trail, line.home_region, line.account, line.region)
}

/// A range as text.
pub(super) fn text(range: Range) -> String {
    format!("{} to {}", time::format(range.start), time::format(range.end))
}
