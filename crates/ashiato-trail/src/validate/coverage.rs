//! Which time digests cover: that of the hourly ones, and that of backfill digests, which were made after their time.

use super::Options;
use super::digests::Found;
use super::finding::{Finding, Range};
use super::inventory::Line;
use super::schedule;
use crate::time::Time;
use std::collections::{BTreeMap, BTreeSet};

/// Time without gaps within each range, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Covered(Vec<Range>);

impl Covered {
    /// The time of digests, in whatever order they are.
    pub(super) fn by<'a>(digests: impl Iterator<Item = &'a Found>) -> Covered {
        let range = |found: &Found| found.loaded.as_ref().map(|loaded| (loaded.digest.start, loaded.digest.end));
        let mut ranges: Vec<(Time, Time)> = digests.filter_map(range).collect();
        ranges.sort_unstable();
        let mut covered = Covered::default();
        for (start, end) in ranges {
            match covered.0.last_mut() {
                Some(last) if last.end >= start => last.end = last.end.max(end),
                _ => covered.0.push(Range { start, end }),
            }
        }
        covered
    }

    /// The parts of a range that are not in it.
    pub(super) fn rest_of(&self, range: Range) -> Vec<Range> {
        let mut rest = Vec::new();
        let mut start = range.start;
        for covered in self.0.iter().filter(|covered| covered.end > range.start && covered.start < range.end) {
            if covered.start > start {
                rest.push(Range { start, end: covered.start });
            }
            start = start.max(covered.end);
        }
        if start < range.end {
            rest.push(Range { start, end: range.end });
        }
        rest
    }

    fn first(&self) -> Option<Time> {
        self.0.first().map(|range| range.start)
    }

    fn end(&self) -> Option<Time> {
        self.0.last().map(|range| range.end)
    }
}

/// The time of a line's backfill digests; none for those themselves.
pub(super) fn backfilled(lines: &[(Line, Vec<Found>)], line: &Line) -> Covered {
    let backfill = Line { is_backfill: true, ..line.clone() };
    let of_it = lines.iter().filter(|(other, _)| !line.is_backfill && *other == backfill);
    Covered::by(of_it.flat_map(|(_, digests)| digests))
}

/// What is absent at the ends of lines, against the time asked about and against the trail's other regions.
pub(super) fn at_the_ends(
    lines: &[(Line, Vec<Found>)],
    is_asked: impl Fn(&Line) -> bool,
    options: &Options,
) -> Vec<Finding> {
    let trail = |line: &Line| {
        let Line { above, organization, account, trail, home_region, .. } = line.clone();
        (above, organization, account, trail, home_region)
    };
    let standard = || lines.iter().filter(|(line, _)| !line.is_backfill && is_asked(line));
    // A digest that cannot be read still tells by its name when its time ended.
    let end_of = |line: &Line, digests: &[Found]| {
        let named = digests.last().map_or(Time::MIN_UTC, |newest| newest.end);
        backfilled(lines, line).end().map_or(named, |end| end.max(named))
    };
    let mut ends = BTreeMap::new();
    for (line, digests) in standard() {
        let end = ends.entry(trail(line)).or_insert(Time::MIN_UTC);
        *end = end_of(line, digests).max(*end);
    }
    let (mut findings, mut told) = (Vec::new(), BTreeSet::new());
    for (line, digests) in standard() {
        let Some(first) = digests.first() else { continue };
        // Regions' hours need not begin at the same minute.
        let (end, trail_end) = (end_of(line, digests), ends[&trail(line)]);
        findings.extend(schedule::absent_after(line, end, trail_end));
        if let Some(now) = options.looked_at.filter(|_| options.to.is_none() && told.insert(trail(line))) {
            findings.extend(schedule::none_since(line, trail_end, now));
        }
        let first_start = first.loaded.as_ref().map_or(first.end - schedule::HOUR, |loaded| loaded.digest.start);
        let start = backfilled(lines, line).first().map_or(first_start, |start| start.min(first_start));
        findings.extend(schedule::not_covered(line, (options.from, options.to), Range { start, end }));
    }
    findings
}
