//! What an alarm watches, and when it is to be raised: read from what PutMetricAlarm was told.

use super::MetricName;
use crate::aws::generated::cloudwatch::{
    ComparisonOperator, Dimension, MetricDataQuery, PutMetricAlarmInput, StandardUnit, Statistic,
};

/// A day, a week: over no longer time are periods evaluated, short ones and those of an hour or more.
const SPAN_SECONDS_MAX: i64 = 86_400;
const SPAN_SECONDS_MAX_OF_HOURS: i64 = 7 * 86_400;

/// What an alarm watches.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Watched {
    pub(crate) metric: MetricName,
    pub(crate) statistic: Statistic,
    pub(crate) period_millis: i64,
    pub(crate) unit: Option<String>,
    /// So many periods are evaluated.
    pub(crate) periods: usize,
    /// So many of them must breach the threshold.
    pub(crate) to_alarm: usize,
    /// Whether it was told how many, which shows in the reasons.
    pub(crate) is_told_to_alarm: bool,
    pub(crate) threshold: f64,
    pub(crate) comparison: Comparison,
    pub(crate) missing: Treatment,
}

/// How a value breaches a threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    GreaterOrEqual,
    Greater,
    Less,
    LessOrEqual,
}

/// What a period without data counts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Treatment {
    Missing,
    Ignore,
    Breaching,
    NotBreaching,
}

/// What is asked for and cannot be had, in a sentence.
pub(crate) type Wrong = String;

impl Watched {
    /// Reads a definition.
    pub(crate) fn of(given: &PutMetricAlarmInput) -> Result<Watched, Wrong> {
        let stat = Stat::of(given)?;
        let periods = given.evaluation_periods.ok_or("The parameter EvaluationPeriods is required.")?;
        let to_alarm = given.datapoints_to_alarm.unwrap_or(periods);
        if to_alarm > periods {
            return Err("DatapointsToAlarm must be less than or equal to EvaluationPeriods".into());
        }
        check_span(stat.period, periods)?;
        Ok(Watched {
            metric: stat.metric,
            statistic: stat.statistic,
            period_millis: stat.period * 1000,
            unit: stat.unit.map(unit_text),
            periods: usize::try_from(periods).unwrap_or(usize::MAX),
            to_alarm: usize::try_from(to_alarm).unwrap_or(usize::MAX),
            is_told_to_alarm: given.datapoints_to_alarm.is_some(),
            threshold: given.threshold.ok_or("The parameter Threshold is required.")?,
            comparison: Comparison::of(given.comparison_operator)?,
            missing: Treatment::of(given.treat_missing_data.as_deref())?,
        })
    }
}

/// A metric's statistic, given by members of their own or as the only query of a list.
struct Stat {
    metric: MetricName,
    statistic: Statistic,
    period: i64,
    unit: Option<StandardUnit>,
}

impl Stat {
    fn of(given: &PutMetricAlarmInput) -> Result<Stat, Wrong> {
        if let Some(queries) = given.metrics.as_deref().filter(|queries| !queries.is_empty()) {
            let is_alone = given.metric_name.is_none()
                && given.namespace.is_none()
                && given.statistic.is_none()
                && given.dimensions.as_ref().is_none_or(Vec::is_empty)
                && given.period.is_none()
                && given.unit.is_none();
            if !is_alone {
                return Err(
                    "Metrics is given with MetricName, Namespace, Dimensions, Period, Unit or Statistic, which it \
                     excludes"
                        .into(),
                );
            }
            return Stat::of_query(queries);
        }
        let required = |member: &str| format!("The parameter {member} is required.");
        let namespace = given.namespace.as_deref().ok_or_else(|| required("Namespace"))?;
        let name = given.metric_name.as_deref().ok_or_else(|| required("MetricName"))?;
        Ok(Stat {
            metric: metric(namespace, name, given.dimensions.as_deref())?,
            statistic: given.statistic.ok_or_else(|| required("Statistic"))?,
            period: given.period.ok_or_else(|| required("Period"))?,
            unit: given.unit,
        })
    }

    fn of_query(queries: &[MetricDataQuery]) -> Result<Stat, Wrong> {
        let [query] = queries else {
            return Err("Metrics: math on several metrics is not supported by Ashiato.".into());
        };
        if query.expression.is_some() {
            return Err("Metrics: math expressions are not supported by Ashiato.".into());
        }
        if query.account_id.is_some() {
            return Err("Metrics: metrics of other accounts are not supported by Ashiato.".into());
        }
        if query.return_data == Some(false) {
            return Err("Exactly one element of the metrics list should return data.".into());
        }
        let stat = query.metric_stat.as_ref().ok_or("Metrics: a query needs a MetricStat.")?;
        let (Some(namespace), Some(name)) = (&stat.metric.namespace, &stat.metric.metric_name) else {
            return Err("Metrics: a MetricStat needs the Namespace and the MetricName of its metric.".into());
        };
        Ok(Stat {
            metric: metric(namespace, name, stat.metric.dimensions.as_deref())?,
            statistic: statistic(&stat.stat)?,
            period: stat.period,
            unit: stat.unit,
        })
    }
}

/// The metric of these names.
pub(crate) fn metric(namespace: &str, name: &str, dimensions: Option<&[Dimension]>) -> Result<MetricName, Wrong> {
    let given = dimensions.into_iter().flatten();
    let metric = MetricName::new(namespace, name, given.map(|one| (one.name.clone(), one.value.clone())));
    let is_twice = metric.dimensions().windows(2).any(|two| two[0].0 == two[1].0);
    if is_twice { Err("A dimension is given twice.".into()) } else { Ok(metric) }
}

/// The statistic of a name.
pub(crate) fn statistic(name: &str) -> Result<Statistic, Wrong> {
    Ok(match name {
        "SampleCount" => Statistic::SampleCount,
        "Average" => Statistic::Average,
        "Sum" => Statistic::Sum,
        "Minimum" => Statistic::Minimum,
        "Maximum" => Statistic::Maximum,
        other => return Err(format!("The statistic {other} is not supported by Ashiato.")),
    })
}

/// Whether a period, in seconds, is one that metrics have.
pub(crate) fn is_period(seconds: i64) -> bool {
    matches!(seconds, 1 | 5 | 10 | 20 | 30) || (seconds > 0 && seconds % 60 == 0)
}

/// A unit as it is kept.
pub(crate) fn unit_text(unit: StandardUnit) -> String {
    let text = serde_json::to_value(unit).ok();
    text.as_ref().and_then(|text| text.as_str()).unwrap_or("None").to_string()
}

fn check_span(period: i64, periods: i64) -> Result<(), Wrong> {
    if !is_period(period) || period < 10 {
        return Err("Period must be 10, 20, 30 or a multiple of 60".into());
    }
    let span = period.saturating_mul(periods);
    if period < 3600 && span > SPAN_SECONDS_MAX {
        let why = "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400).";
        return Err(why.into());
    }
    if span > SPAN_SECONDS_MAX_OF_HOURS {
        let why = "Metrics cannot be checked across more than a week (EvaluationPeriods * Period must be <= 604800).";
        return Err(why.into());
    }
    Ok(())
}

impl Comparison {
    fn of(operator: Option<ComparisonOperator>) -> Result<Comparison, Wrong> {
        match operator.ok_or("The parameter ComparisonOperator is required.")? {
            ComparisonOperator::GreaterThanOrEqualToThreshold => Ok(Comparison::GreaterOrEqual),
            ComparisonOperator::GreaterThanThreshold => Ok(Comparison::Greater),
            ComparisonOperator::LessThanThreshold => Ok(Comparison::Less),
            ComparisonOperator::LessThanOrEqualToThreshold => Ok(Comparison::LessOrEqual),
            ComparisonOperator::LessThanLowerOrGreaterThanUpperThreshold
            | ComparisonOperator::LessThanLowerThreshold
            | ComparisonOperator::GreaterThanUpperThreshold => {
                Err("ComparisonOperator: anomaly detection is not supported by Ashiato.".into())
            }
        }
    }

    pub(crate) fn is_breached(self, value: f64, threshold: f64) -> bool {
        match self {
            Comparison::GreaterOrEqual => value >= threshold,
            Comparison::Greater => value > threshold,
            Comparison::Less => value < threshold,
            Comparison::LessOrEqual => value <= threshold,
        }
    }
}

impl Treatment {
    fn of(given: Option<&str>) -> Result<Treatment, Wrong> {
        Ok(match given.unwrap_or("missing") {
            "missing" => Treatment::Missing,
            "ignore" => Treatment::Ignore,
            "breaching" => Treatment::Breaching,
            "notBreaching" => Treatment::NotBreaching,
            other => {
                return Err(format!(
                    "TreatMissingData must be one of [breaching, notBreaching, ignore, missing], and is {other}"
                ));
            }
        })
    }
}
