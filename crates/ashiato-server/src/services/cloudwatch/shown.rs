//! An alarm as it is told.

use ashiato_meta::alarms::Alarm;

use super::named;
use crate::aws::generated::cloudwatch::{MetricAlarm, PutMetricAlarmInput};
use crate::aws::{Error, Timestamp};
use crate::context::Context;

/// What PutMetricAlarm was told.
pub(super) fn definition(alarm: &Alarm) -> Result<PutMetricAlarmInput, Error> {
    let read = serde_json::from_str(&alarm.definition);
    read.map_err(|why| Error::internal(format!("read the alarm {}: {why}", alarm.name)))
}

/// The alarm as it is told.
pub(super) fn shown(ctx: &Context, alarm: Alarm) -> Result<MetricAlarm, Error> {
    let given = definition(&alarm)?;
    let state = serde_json::from_value(alarm.state.into()).map_err(|why| Error::internal(why.to_string()))?;
    let is_of_queries = given.metrics.as_ref().is_some_and(|queries| !queries.is_empty());
    Ok(MetricAlarm {
        alarm_arn: Some(named::arn(ctx, &alarm.name)),
        alarm_name: Some(alarm.name),
        alarm_description: given.alarm_description,
        alarm_configuration_updated_timestamp: Some(Timestamp { millis: alarm.configured.0 }),
        actions_enabled: Some(alarm.acts == 1),
        ok_actions: Some(given.ok_actions.unwrap_or_default()),
        alarm_actions: Some(given.alarm_actions.unwrap_or_default()),
        insufficient_data_actions: Some(given.insufficient_data_actions.unwrap_or_default()),
        state_value: Some(state),
        state_reason: Some(alarm.reason),
        state_reason_data: alarm.reason_data,
        state_updated_timestamp: Some(Timestamp { millis: alarm.updated.0 }),
        state_transitioned_timestamp: Some(Timestamp { millis: alarm.transitioned.0 }),
        metric_name: given.metric_name,
        namespace: given.namespace,
        statistic: given.statistic,
        dimensions: (!is_of_queries).then(|| given.dimensions.unwrap_or_default()),
        period: given.period,
        unit: given.unit,
        evaluation_periods: given.evaluation_periods,
        datapoints_to_alarm: given.datapoints_to_alarm,
        threshold: given.threshold,
        comparison_operator: given.comparison_operator,
        treat_missing_data: given.treat_missing_data,
        metrics: given.metrics.filter(|_| is_of_queries),
        ..MetricAlarm::default()
    })
}
