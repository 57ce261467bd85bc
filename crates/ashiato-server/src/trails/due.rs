//! Which digest of a trail and region comes next, and whether its time is over.

use ashiato_meta::trail_periods::Period;
use ashiato_meta::trails::Trail;
use ashiato_meta::{Millis, Tx, trail_coverage, trail_digests, trail_periods};

use super::Failed;

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    /// How much time a digest is of, in milliseconds.
    pub(super) every: i64,
    pub(super) now: Millis,
    /// Where the trail is about to be deleted: its last digests end then.
    pub(super) cut: Option<Millis>,
}

/// A digest whose time is over. Times are whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Due {
    /// The number of the period, whose chain it is of.
    pub(super) period: i64,
    pub(super) start: Millis,
    pub(super) end: Millis,
    /// It covers what was delivered since, as far as no digest of the period does.
    pub(super) covers_from: Millis,
    pub(super) is_backfill: bool,
}

/// How far the digests of a region are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Next {
    /// Of the periods before this one every digest is made.
    pub(super) period: i64,
    pub(super) due: Option<Due>,
}

/// The next digest of a trail and region, where its time is over.
pub(super) async fn next(tx: &mut Tx, trail: &Trail, region: &str, asked: &Asked) -> Result<Next, Failed> {
    let periods = trail_periods::list(tx, &trail.arn).await?;
    for (at, period) in periods.iter().enumerate() {
        let limit = periods.get(at + 1).map(|next| next.began).or(asked.cut);
        let is_last = at + 1 == periods.len();
        let last = trail_digests::last(tx, &trail.arn, region, period.number).await?.map(|last| last.period_end);
        let start = match last.filter(|end| *end > period.began) {
            Some(end) => end,
            None if region == trail.region => period.began,
            // Other regions' chains begin with their first file, on the same grid of hours.
            None => match first_hour(tx, trail, region, period, limit, asked.every).await? {
                Some(start) => start,
                None => continue,
            },
        };
        let is_over = period.ended.is_some_and(|ended| start > ended);
        let is_done = limit.is_some_and(|limit| start >= limit)
            || (is_over && !has_rest(tx, trail, period, (start, limit), is_last).await?);
        if is_done {
            continue;
        }
        let mut end = Millis(start.0 + asked.every);
        // A clock that was set far back may have made digests of the same time before: they are not written over.
        while trail_digests::is_taken(tx, &trail.arn, region, end).await? {
            end.0 += 1000;
        }
        let end = limit.map_or(end, |limit| limit.min(end));
        let over_for = asked.now.0 - end.0;
        let due = (over_for >= 0).then_some(Due {
            period: period.number,
            start,
            end,
            covers_from: period.began,
            // Another hour has passed since: this one was missed.
            is_backfill: over_for >= asked.every,
        });
        return Ok(Next { period: period.number, due });
    }
    Ok(Next { period: periods.last().map_or(0, |last| last.number), due: None })
}

/// The beginning of the hour in which a region's first file of a period was delivered.
async fn first_hour(
    tx: &mut Tx,
    trail: &Trail,
    region: &str,
    period: &Period,
    limit: Option<Millis>,
    every: i64,
) -> Result<Option<Millis>, Failed> {
    let first = trail_coverage::first_uncovered(tx, &trail.arn, region, (period.began, limit)).await?;
    Ok(first.map(|first| Millis(first.0 - (first.0 - period.began.0) % every)))
}

/// Whether an ended period's chain goes on, since files of it are yet to be delivered or covered. Where another period has
/// begun, what is delivered from then on is of that one's chain.
async fn has_rest(
    tx: &mut Tx,
    trail: &Trail,
    period: &Period,
    (start, limit): (Millis, Option<Millis>),
    is_last: bool,
) -> Result<bool, Failed> {
    if !period.covers_rest || (is_last && !trail.validates_files) {
        return Ok(false);
    }
    Ok(trail_coverage::has_rest(tx, &trail.arn, start, limit).await?)
}
