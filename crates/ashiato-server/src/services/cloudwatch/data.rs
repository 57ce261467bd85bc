//! A datum of PutMetricData as a point of its metric. Source: the API reference of MetricDatum.

use ashiato_meta::Millis;
use ashiato_meta::metric_points::Point;

use super::failure::{invalid_combination, invalid_value, missing};
use crate::aws::Error;
use crate::aws::generated::cloudwatch::MetricDatum;
use crate::monitoring::{MetricName, metric, unit_text};

/// Values beyond ±2^360 are refused.
const VALUE_MAX: f64 = 2.348_542_582_773_833_2e108;
/// A datum has at most so many values.
const VALUES_MAX: usize = 150;
const WEEKS_2_MILLIS: i64 = 14 * 86_400_000;
const HOURS_2_MILLIS: i64 = 2 * 3_600_000;

/// The metric of a datum, the `number`th of its request, and what it adds to it.
pub(super) fn point(
    namespace: &str,
    (number, datum): (usize, &MetricDatum),
    now: Millis,
) -> Result<(MetricName, Point), Error> {
    let named = |member: &str| format!("MetricData.member.{number}.{member}");
    let metric = metric(namespace, &datum.metric_name, datum.dimensions.as_deref())
        .map_err(|why| invalid_value(format!("{}: {why}", named("Dimensions"))))?;
    if datum.metric_name.chars().any(char::is_control) {
        return Err(invalid_value(format!(
            "The parameter {} must not contain control characters.",
            named("MetricName")
        )));
    }
    let resolution = match datum.storage_resolution {
        None | Some(60) => 60_000,
        Some(1) => 1000,
        Some(_) => return Err(invalid_value(format!("The parameter {} must be 1 or 60.", named("StorageResolution")))),
    };
    let time = datum.timestamp.map_or(now.0, |time| time.millis);
    let when = match () {
        () if time < now.0 - WEEKS_2_MILLIS => Some("no more than two weeks in the past"),
        () if time > now.0 + HOURS_2_MILLIS => Some("no more than two hours in the future"),
        () => None,
    };
    if let Some(when) = when {
        return Err(invalid_value(format!("The parameter {} must specify a time {when}.", named("Timestamp"))));
    }
    let [samples, total, least, most] = values(datum, &named)?;
    let point = Point {
        begins: time - time.rem_euclid(resolution),
        unit: datum.unit.map_or_else(|| "None".to_string(), unit_text),
        samples,
        total,
        least,
        most,
        fallback: None,
        changed: now,
    };
    Ok((metric, point))
}

/// How many values, their sum, the least and the most.
fn values(datum: &MetricDatum, named: &impl Fn(&str) -> String) -> Result<[f64; 4], Error> {
    let values = datum.values.as_deref().filter(|values| !values.is_empty());
    let given = [
        ("Value", datum.value.is_some()),
        ("StatisticValues", datum.statistic_values.is_some()),
        ("Values", values.is_some()),
    ];
    let given: Vec<&str> = given.into_iter().filter(|(_, is_given)| *is_given).map(|(member, _)| member).collect();
    if let [first, second, ..] = given[..] {
        let (first, second) = (named(first), named(second));
        return Err(invalid_combination(format!(
            "The parameters {first} and {second} are mutually exclusive and you have specified both."
        )));
    }
    let in_bounds = |member: &str, number: f64| match number.abs() <= VALUE_MAX {
        true => Ok(number),
        false => Err(invalid_value(format!("The value {number:e} for parameter {} is invalid.", named(member)))),
    };
    if let Some(value) = datum.value {
        let value = in_bounds("Value", value)?;
        return Ok([1.0, value, value, value]);
    }
    if let Some(set) = &datum.statistic_values {
        let told = [set.sample_count, set.sum, set.minimum, set.maximum];
        for number in told {
            in_bounds("StatisticValues", number)?;
        }
        if set.minimum > set.maximum || set.sample_count <= 0.0 {
            let why = "must have a SampleCount above 0, and a Maximum that is no less than its Minimum";
            return Err(invalid_value(format!("The parameter {} {why}.", named("StatisticValues"))));
        }
        return Ok(told);
    }
    let Some(values) = values else {
        let members = [named("Value"), named("Values"), named("StatisticValues")].join(", ");
        return Err(missing(format!("At least one of the parameters {members} must be specified.")));
    };
    let counts = datum.counts.as_deref().filter(|counts| !counts.is_empty());
    if values.len() > VALUES_MAX {
        return Err(invalid_value(format!(
            "The collection {} must not have a size greater than {VALUES_MAX}.",
            named("Values")
        )));
    }
    if counts.is_some_and(|counts| counts.len() != values.len()) {
        let (values, counts) = (named("Values"), named("Counts"));
        return Err(invalid_value(format!("The parameters {values} and {counts} must be of the same size.")));
    }
    let mut told = [0.0, 0.0, f64::INFINITY, f64::NEG_INFINITY];
    for (at, value) in values.iter().enumerate() {
        let value = in_bounds("Values", *value)?;
        let count = counts.map_or(1.0, |counts| counts[at]);
        if in_bounds("Counts", count)? < 0.0 {
            return Err(invalid_value(format!("The value {count:e} for parameter {} is invalid.", named("Counts"))));
        }
        if count > 0.0 {
            told = [told[0] + count, told[1] + count * value, told[2].min(value), told[3].max(value)];
        }
    }
    match told[0] > 0.0 {
        true => Ok(told),
        false => Err(invalid_value(format!("The parameter {} counts nothing.", named("Counts")))),
    }
}
