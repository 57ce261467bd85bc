//! Which files a query need not open, told from their names.
//!
//! A file's name tells when it was delivered, cut to the minute. An event is delivered after it happened, at the
//! median three minutes later, nearly always within a quarter of an hour, rarely hours later: so a file delivered
//! before a range starts holds nothing of the range, and one delivered long after its end holds next to nothing.
//! How long is the margin (`Late`), which the coverage names.

use super::bounds::Bounds;
use crate::session::Late;
use crate::source::LogFile;
use chrono::NaiveDate;

/// The name cuts the delivery time to the minute: the file was delivered before this much had passed.
const MINUTE: i64 = 60_000;
pub(super) const DAY: i64 = 86_400_000;

/// Whether a file may hold a record within the bounds, as far as the margin goes.
pub fn may_hold(file: &LogFile, bounds: &Bounds, late: Late) -> bool {
    let elsewhere = |name: &Option<String>, wanted: &Option<std::collections::BTreeSet<String>>| match (name, wanted) {
        (Some(name), Some(wanted)) => !wanted.contains(name),
        _ => false,
    };
    if elsewhere(&file.key.region, &bounds.regions) || elsewhere(&file.key.account, &bounds.accounts) {
        return false;
    }
    delivered(file).is_none_or(|delivered| is_within(delivered, bounds, late))
}

/// Whether what was delivered between two times, in milliseconds since 1970 and both inclusive, may hold a record
/// within the bounds.
pub(crate) fn is_within((first, last): (i64, i64), bounds: &Bounds, late: Late) -> bool {
    let too_early = bounds.from.is_some_and(|from| last < from);
    let too_late = match (bounds.to, late) {
        (Some(to), Late::Within(margin)) => {
            let margin = i64::try_from(margin.as_millis()).unwrap_or(i64::MAX);
            first > to.saturating_add(margin)
        }
        _ => false,
    };
    !too_early && !too_late
}

/// When a file was delivered, at the earliest and at the latest, in milliseconds since 1970: by its name, else by
/// the day of its folder.
pub fn delivered(file: &LogFile) -> Option<(i64, i64)> {
    if let Some(seconds) = file.delivered {
        let first = seconds.checked_mul(1000)?;
        return Some((first, first + MINUTE - 1));
    }
    let (year, month, day) = file.key.day?;
    let date = NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))?;
    let first = (date - NaiveDate::default()).num_days() * DAY;
    Some((first, first + DAY - 1))
}
