//! The state of an alarm at a time, from the points of its metric.
//!
//! Source: CloudWatch's user guide, "Alarm evaluation" and "Configuring how CloudWatch alarms treat missing data", whose
//! tables are among the tests. Periods end with the minute (with ten seconds where they are shorter than a minute, with
//! the hour where all of them are longer than a day), and more of them are read than are evaluated, so that data that are
//! missing are made up for by older ones.

use ashiato_meta::metric_points::Point;

use super::datapoint::{Datapoint, datapoint};
use super::watched::{Treatment, Watched};
use crate::aws::generated::cloudwatch::StateValue;

/// So many more periods are read where they are short. AWS says only that there are some, and five where three are
/// evaluated.
const MORE_PERIODS: usize = 2;
const SHORT_MILLIS: i64 = 3_600_000;
const DAY_MILLIS: i64 = 86_400_000;

/// What an evaluation came to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Verdict {
    pub(crate) state: StateValue,
    /// The periods that it is of, the newest first: when each begins and what there was.
    pub(crate) periods: Vec<(i64, Option<Datapoint>)>,
    /// How many periods without data were taken for breaching or for not breaching.
    pub(crate) filled: usize,
}

impl Watched {
    /// How far apart the ends of periods are that are evaluated.
    pub(crate) fn step_millis(&self) -> i64 {
        match self.period_millis {
            short if short < 60_000 => 10_000,
            _ if self.evaluated_millis() > DAY_MILLIS => 3_600_000,
            _ => 60_000,
        }
    }

    /// How long the periods are together that are evaluated.
    pub(crate) fn evaluated_millis(&self) -> i64 {
        self.period_millis.saturating_mul(i64::try_from(self.periods).unwrap_or(i64::MAX))
    }

    /// How many periods are read.
    fn periods_read(&self) -> usize {
        self.periods + if self.period_millis < SHORT_MILLIS { MORE_PERIODS } else { 0 }
    }

    /// How long the periods are together that are read.
    pub(crate) fn read_millis(&self) -> i64 {
        self.period_millis.saturating_mul(i64::try_from(self.periods_read()).unwrap_or(i64::MAX))
    }

    pub(crate) fn is_breaching(&self, datapoint: &Datapoint) -> bool {
        self.comparison.is_breached(datapoint.value(self.statistic), self.threshold)
    }
}

/// Evaluates the periods up to an end. `None`: the alarm keeps its state.
pub(crate) fn evaluate(watched: &Watched, points: &[Point], end: i64) -> Option<Verdict> {
    let period = watched.period_millis;
    let read = (1..=watched.periods_read() as i64).map(|number| {
        let begins = end - number * period;
        (begins, datapoint(points, watched.unit.as_deref(), (begins, begins + period)))
    });
    let read: Vec<(i64, Option<Datapoint>)> = read.collect();
    let real: Vec<(i64, Datapoint)> = read.iter().filter_map(|(begins, found)| Some((*begins, (*found)?))).collect();
    if real.is_empty() {
        return of_nothing(watched, &read);
    }
    let chosen = &real[..real.len().min(watched.periods)];
    let breaching = chosen.iter().filter(|(_, datapoint)| watched.is_breaching(datapoint)).count();
    let absent = watched.periods - chosen.len();
    let (filled, filled_breaching) = match watched.missing {
        Treatment::Breaching => (absent, absent),
        Treatment::NotBreaching => (absent, 0),
        Treatment::Missing | Treatment::Ignore => (0, 0),
    };
    let state = match breaching + filled_breaching >= watched.to_alarm {
        true => StateValue::Alarm,
        false if absent == 0 || filled > 0 || breaching < chosen.len() => StateValue::Ok,
        false => of_few(watched, &read)?,
    };
    let periods = chosen.iter().map(|(begins, datapoint)| (*begins, Some(*datapoint))).collect();
    Some(Verdict { state, periods, filled })
}

/// Without any data.
fn of_nothing(watched: &Watched, read: &[(i64, Option<Datapoint>)]) -> Option<Verdict> {
    let periods = read[..watched.periods].to_vec();
    let (state, filled) = match watched.missing {
        Treatment::Ignore => return None,
        Treatment::Missing => (StateValue::InsufficientData, 0),
        Treatment::Breaching => (StateValue::Alarm, watched.periods),
        Treatment::NotBreaching => (StateValue::Ok, watched.periods),
    };
    Some(Verdict { state, periods, filled })
}

/// With data that all breach the threshold and are too few. A breach that is old enough is not taken back by what may still
/// come ("Avoiding premature transitions to alarm state"); before that the state stays.
fn of_few(watched: &Watched, read: &[(i64, Option<Datapoint>)]) -> Option<StateValue> {
    let oldest = read.iter().rposition(|(_, found)| found.is_some())?;
    let is_old_enough = oldest + 1 >= watched.to_alarm;
    (is_old_enough && watched.missing == Treatment::Missing).then_some(StateValue::Alarm)
}
