//! How long events wait for a log group that takes none. After a day, or after a minute where the journal has half of its
//! room taken, they are let go: the trail's log files have them, GetTrailStatus says so, and neither the disk nor the
//! calls that are recorded suffer any longer.

use ashiato_meta::Millis;
use chrono::{DateTime, SecondsFormat};

const WAIT_MILLIS_MAX: i64 = 24 * 3_600_000;
/// A failure that is over at once costs nothing, however full the journal is.
const WAIT_MILLIS_MIN: i64 = 60_000;
/// How long it is told what was let go.
pub(crate) const TOLD_MILLIS: i64 = 24 * 3_600_000;

/// Whether what waits is let go, of a group that takes nothing since then; `is_filling`: the journal has half of its room
/// taken.
pub(super) fn is_over(since: Millis, now: Millis, is_filling: bool) -> bool {
    let waited = now.0.saturating_sub(since.0);
    waited > WAIT_MILLIS_MAX || (waited > WAIT_MILLIS_MIN && is_filling)
}

/// What is told of it.
pub(super) fn notice(since: Millis, now: Millis) -> String {
    let shown = |at: Millis| {
        let at = DateTime::from_timestamp_millis(at.0).unwrap_or_default();
        at.to_rfc3339_opts(SecondsFormat::Secs, true)
    };
    let (since, now) = (shown(since), shown(now));
    format!("Events from {since} to {now} given up: the log group took none, only the trail's log files have them.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_or_half_of_the_room_for_a_minute() {
        let day = Millis(WAIT_MILLIS_MAX);
        assert!(!is_over(Millis(0), day, false));
        assert!(is_over(Millis(0), Millis(day.0 + 1), false));
        assert!(!is_over(Millis(0), Millis(WAIT_MILLIS_MIN), true));
        assert!(is_over(Millis(0), Millis(WAIT_MILLIS_MIN + 1), true));
        // A clock that was set back gives nothing up.
        assert!(!is_over(day, Millis(0), false));
        assert_eq!(
            notice(Millis(0), day),
            "Events from 1970-01-01T00:00:00Z to 1970-01-02T00:00:00Z given up: the log group took none, only the \
             trail's log files have them."
        );
    }
}
