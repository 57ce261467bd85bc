//! What becomes of an alarm when it is looked at.
//!
//! Three evaluations may each raise it. The one at the last end of a period is the rule. One at the next end counts
//! only where the period that is not over yet has breached the threshold for good: a sum that only grows does not come down
//! again. And what came late, for periods that are long evaluated, is evaluated as if it had come in time, so that an event
//! raises the alarm however long it was on its way.

use ashiato_meta::metric_points::Point;
use std::collections::BTreeSet;

use super::evaluate::{Verdict, evaluate};
use super::watched::{Comparison, Watched};
use crate::aws::generated::cloudwatch::{StateValue, Statistic};

/// What is later than this raises no alarm.
pub(super) const LATE_MILLIS_MAX: i64 = 3_600_000;
/// Within a minute no state is taken back, but by an alarm.
const HELD_MILLIS_MAX: i64 = 60_000;

/// How an alarm stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing {
    pub(super) state: StateValue,
    /// Since when.
    pub(super) transitioned: i64,
    /// What was added to its metric by then has been looked at.
    pub(super) looked: i64,
}

/// What is to become of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Decision {
    /// Its new state, where it is another one.
    pub(super) verdict: Option<Verdict>,
    /// Up to where what was added has now been looked at, where some of it came late.
    pub(super) looked: Option<i64>,
}

/// The time of the points that are needed.
pub(super) fn span(watched: &Watched, now: i64) -> (i64, i64) {
    let end = last_end(watched, now);
    // What is late is evaluated with what was before it.
    let back = watched.evaluated_millis() + LATE_MILLIS_MAX + watched.read_millis();
    (end - back, end + watched.step_millis())
}

/// The last end of a period.
pub(super) fn last_end(watched: &Watched, now: i64) -> i64 {
    now - now.rem_euclid(watched.step_millis())
}

/// Decides.
pub(super) fn decide(watched: &Watched, points: &[Point], standing: Standing, now: i64) -> Decision {
    let end = last_end(watched, now);
    let late = late(watched, points, standing.looked, end);
    let looked = late.iter().map(|point| point.changed.0).max();
    let regular = || evaluate(watched, points, end);
    let verdict = early(watched, points, end)
        .or_else(|| regular().filter(|verdict| verdict.state == StateValue::Alarm))
        .or_else(|| of_late(watched, points, &late))
        .or_else(regular);
    let is_held = standing.transitioned >= now - now.rem_euclid(watched.step_millis().min(HELD_MILLIS_MAX));
    let verdict =
        verdict.filter(|verdict| verdict.state != standing.state && (verdict.state == StateValue::Alarm || !is_held));
    Decision { verdict, looked }
}

/// The alarm of the period that is not over, where it cannot be taken back.
fn early(watched: &Watched, points: &[Point], end: i64) -> Option<Verdict> {
    raised(watched, points, end + watched.step_millis()).filter(|verdict| {
        let newest = verdict.periods.first().and_then(|(_, newest)| *newest);
        newest.is_some_and(|newest| match (watched.comparison, watched.statistic) {
            (Comparison::GreaterOrEqual | Comparison::Greater, Statistic::Sum) => newest.least >= 0.0,
            (Comparison::GreaterOrEqual | Comparison::Greater, Statistic::SampleCount | Statistic::Maximum) => true,
            (Comparison::Less | Comparison::LessOrEqual, Statistic::Minimum) => true,
            (Comparison::Less | Comparison::LessOrEqual, Statistic::Sum) => newest.most <= 0.0,
            _ => false,
        })
    })
}

/// What was added since the alarm was last looked at, to periods before those that are evaluated.
fn late<'p>(watched: &Watched, points: &'p [Point], looked: i64, end: i64) -> Vec<&'p Point> {
    let before = end - watched.evaluated_millis();
    let from = before - LATE_MILLIS_MAX;
    let is_late = |point: &&Point| point.begins >= from && point.begins < before && point.changed.0 > looked;
    points.iter().filter(is_late).collect()
}

/// The newest alarm that there would have been, had they come in time.
fn of_late(watched: &Watched, points: &[Point], late: &[&Point]) -> Option<Verdict> {
    let step = watched.step_millis();
    let ends: BTreeSet<i64> = late.iter().map(|point| point.begins - point.begins.rem_euclid(step) + step).collect();
    ends.into_iter().rev().find_map(|end| raised(watched, points, end))
}

/// The alarm at an end, where the newest period there is one that raises it.
fn raised(watched: &Watched, points: &[Point], end: i64) -> Option<Verdict> {
    let verdict = evaluate(watched, points, end).filter(|verdict| verdict.state == StateValue::Alarm)?;
    let newest = verdict.periods.first()?;
    let is_newest = newest.0 == end - watched.period_millis;
    let is_breaching = newest.1.is_some_and(|datapoint| watched.is_breaching(&datapoint));
    (is_newest && is_breaching).then_some(verdict)
}
