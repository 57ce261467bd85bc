//! GetMetricStatistics.

use std::collections::BTreeSet;

use super::failure::{invalid_combination, invalid_value};
use super::named;
use super::range::Range;
use crate::aws::generated::cloudwatch::{
    Datapoint, GetMetricStatisticsInput, GetMetricStatisticsOutput, StandardUnit, Statistic,
};
use crate::aws::{Error, Timestamp};
use crate::context::Context;
use crate::monitoring::{is_period, metric, unit_text};

/// An answer has at most so many datapoints.
const DATAPOINTS_MAX: i64 = 1440;

pub(super) async fn get_metric_statistics(
    ctx: &Context,
    input: GetMetricStatisticsInput,
) -> Result<GetMetricStatisticsOutput, Error> {
    if input.extended_statistics.is_some() {
        return Err(invalid_value("ExtendedStatistics: the percentiles of metrics are not supported by Ashiato."));
    }
    let Some(statistics) = &input.statistics else {
        return Err(invalid_combination(
            "At least one of the parameters ExtendedStatistics and Statistics must be specified.",
        ));
    };
    if !is_period(input.period) {
        return Err(invalid_value("The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60."));
    }
    if input.start_time >= input.end_time {
        return Err(invalid_value("The parameter StartTime must be less than the parameter EndTime."));
    }
    let metric = metric(&input.namespace, &input.metric_name, input.dimensions.as_deref()).map_err(invalid_value)?;
    let now = ctx.state.now().0;
    let range = Range::new((input.start_time.millis, input.end_time.millis), input.period * 1000, now);
    if range.periods() > DATAPOINTS_MAX {
        return Err(invalid_combination(format!(
            "You have requested up to {} datapoints, which exceeds the limit of 1,440. You may reduce the datapoints \
             requested by increasing Period, or decreasing the time range.",
            with_commas(range.periods())
        )));
    }
    let mut tx = named::read(ctx).await?;
    let points = range.points(&mut tx, ctx, &metric).await?;
    drop(tx);
    let units: BTreeSet<&str> = match input.unit {
        None => points.iter().map(|point| point.unit.as_str()).collect(),
        Some(_) => BTreeSet::new(),
    };
    let asked = input.unit.map(unit_text);
    let mut datapoints = Vec::new();
    // Each unit is told for itself.
    for unit in units.into_iter().chain(asked.as_deref()) {
        let told: Option<StandardUnit> = serde_json::from_value(unit.into()).ok();
        for (begins, found) in range.datapoints(&points, Some(unit), now) {
            let of = |statistic| statistics.contains(&statistic).then(|| found.value(statistic));
            datapoints.push(Datapoint {
                timestamp: Some(Timestamp { millis: begins }),
                sample_count: of(Statistic::SampleCount),
                average: of(Statistic::Average),
                sum: of(Statistic::Sum),
                minimum: of(Statistic::Minimum),
                maximum: of(Statistic::Maximum),
                unit: told,
                extended_statistics: None,
            });
        }
    }
    Ok(GetMetricStatisticsOutput { label: Some(input.metric_name), datapoints: Some(datapoints) })
}

/// `2,880`.
fn with_commas(number: i64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([1, 999, 1000, 16_666, 1_000_000].map(with_commas), ["1", "999", "1,000", "16,666", "1,000,000"]);
    }
}
