//! GetMetricData: statistics of metrics. Math is refused by its name.

use std::collections::BTreeSet;

use super::failure::{invalid, no_token};
use super::named;
use super::range::Range;
use crate::aws::generated::cloudwatch::{
    GetMetricDataInput, GetMetricDataOutput, MetricDataQuery, MetricDataResult, ScanBy, StatusCode,
};
use crate::aws::{Error, Timestamp, page_token};
use crate::context::Context;
use crate::monitoring::{MetricName, is_period, metric, statistic, unit_text};

/// A request has at most so many queries.
const QUERIES_MAX: usize = 500;
/// An answer has at most so many datapoints.
const DATAPOINTS_MAX: i64 = 100_800;

pub(super) async fn get_metric_data(ctx: &Context, input: GetMetricDataInput) -> Result<GetMetricDataOutput, Error> {
    if input.metric_data_queries.is_empty() || input.metric_data_queries.len() > QUERIES_MAX {
        return Err(invalid(format!("The collection MetricDataQueries must have a size from 1 to {QUERIES_MAX}.")));
    }
    if input.start_time >= input.end_time {
        return Err(invalid("The parameter StartTime must be less than the parameter EndTime."));
    }
    let most = match input.max_datapoints.unwrap_or(DATAPOINTS_MAX) {
        most @ 1..=DATAPOINTS_MAX => usize::try_from(most).unwrap_or(1),
        _ => return Err(invalid(format!("The parameter MaxDatapoints must be from 1 to {DATAPOINTS_MAX}."))),
    };
    let mut queries = Vec::new();
    let mut ids = BTreeSet::new();
    for (index, query) in input.metric_data_queries.iter().enumerate() {
        if !ids.insert(query.id.as_str()) {
            return Err(invalid("The values for parameter id in MetricDataQueries are not unique."));
        }
        queries.push(Query::of(index + 1, query)?);
    }
    let (first, skipped) = position(input.next_token.as_deref(), queries.len())?;
    let is_ascending = input.scan_by == Some(ScanBy::TimestampAscending);
    let now = ctx.state.now().0;
    let mut tx = named::read(ctx).await?;
    let (mut results, mut told, mut next_token) = (Vec::new(), 0, None);
    for (at, query) in queries.iter().enumerate().skip(first) {
        if !query.is_returned {
            continue;
        }
        let range = Range::new((input.start_time.millis, input.end_time.millis), query.period_millis, now);
        let points = range.points(&mut tx, ctx, &query.metric).await?;
        let found = range.datapoints(&points, query.unit.as_deref(), now);
        let mut values: Vec<(i64, f64)> =
            found.into_iter().map(|(begins, one)| (begins, one.value(query.statistic))).collect();
        if !is_ascending {
            values.reverse();
        }
        let before = if at == first { skipped.min(values.len()) } else { 0 };
        let room = (most - told).min(values.len() - before);
        let is_whole = before + room == values.len();
        told += room;
        results.push(query.result(&values[before..before + room], is_whole));
        if !is_whole {
            next_token = Some(page_token::encode(&format!("{at} {}", before + room)));
            break;
        }
    }
    Ok(GetMetricDataOutput { metric_data_results: Some(results), next_token, messages: Some(Vec::new()) })
}

/// A query that was read.
struct Query {
    id: String,
    label: String,
    metric: MetricName,
    statistic: crate::aws::generated::cloudwatch::Statistic,
    period_millis: i64,
    unit: Option<String>,
    is_returned: bool,
}

impl Query {
    fn of(number: usize, given: &MetricDataQuery) -> Result<Query, Error> {
        let named = |member: &str| format!("MetricDataQueries.member.{number}.{member}");
        let is_id = given.id.starts_with(|first: char| first.is_ascii_lowercase())
            && given.id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if !is_id {
            return Err(invalid(format!(
                "The value {} for parameter {} is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.",
                given.id,
                named("Id")
            )));
        }
        if given.expression.is_some() {
            return Err(invalid(format!("{}: math expressions are not supported by Ashiato.", named("Expression"))));
        }
        if given.account_id.is_some() {
            let why = "metrics of other accounts are not supported by Ashiato.";
            return Err(invalid(format!("{}: {why}", named("AccountId"))));
        }
        let Some(stat) = &given.metric_stat else {
            return Err(invalid(format!("The parameter {} is required.", named("MetricStat"))));
        };
        if given.period.is_some() {
            return Err(invalid(format!(
                "The parameters {} and {} are mutually exclusive and you have specified both.",
                named("Period"),
                named("MetricStat")
            )));
        }
        let (Some(namespace), Some(name)) = (&stat.metric.namespace, &stat.metric.metric_name) else {
            let member = if stat.metric.namespace.is_none() { "Namespace" } else { "MetricName" };
            return Err(invalid(format!("The parameter {}.{member} is required.", named("MetricStat.Metric"))));
        };
        if !is_period(stat.period) {
            let member = named("MetricStat.Period");
            return Err(invalid(format!("The parameter {member} must be 1, 5, 10, 20, 30 or a multiple of 60.")));
        }
        Ok(Query {
            id: given.id.clone(),
            label: given.label.clone().unwrap_or_else(|| name.clone()),
            metric: metric(namespace, name, stat.metric.dimensions.as_deref()).map_err(invalid)?,
            statistic: statistic(&stat.stat).map_err(invalid)?,
            period_millis: stat.period * 1000,
            unit: stat.unit.map(unit_text),
            is_returned: given.return_data != Some(false),
        })
    }

    fn result(&self, values: &[(i64, f64)], is_whole: bool) -> MetricDataResult {
        MetricDataResult {
            id: Some(self.id.clone()),
            label: Some(self.label.clone()),
            timestamps: Some(values.iter().map(|(begins, _)| Timestamp { millis: *begins }).collect()),
            values: Some(values.iter().map(|(_, value)| *value).collect()),
            status_code: Some(if is_whole { StatusCode::Complete } else { StatusCode::PartialData }),
            messages: None,
        }
    }
}

/// At which query a page begins, and after how many of its datapoints.
fn position(token: Option<&str>, queries: usize) -> Result<(usize, usize), Error> {
    let Some(token) = token else { return Ok((0, 0)) };
    let read = || {
        let text = page_token::decode(token)?;
        let (at, skipped) = text.split_once(' ')?;
        let (at, skipped) = (at.parse().ok()?, skipped.parse().ok()?);
        (at < queries).then_some((at, skipped))
    };
    read().ok_or_else(no_token)
}
