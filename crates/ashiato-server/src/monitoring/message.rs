//! What an alarm says to a topic. Source: messages of CloudWatch as subscribers get them; AWS documents none of it.

use ashiato_meta::alarms::Alarm;
use serde_json::{Map, Value, json};

use super::numbers::long;
use super::regions;
use crate::aws::generated::cloudwatch::{Dimension, PutMetricAlarmInput};
use crate::topics::Notification;

/// A subject is no longer.
const SUBJECT_MAX: usize = 100;

/// What an alarm says whose state was another before.
pub(super) fn notification(
    (old, new): (&Alarm, &Alarm),
    definition: &PutMetricAlarmInput,
    (account, region, arn): (&str, &str, &str),
) -> Notification {
    let place = regions::name(region);
    let actions = |list: &Option<Vec<String>>| json!(list.as_deref().unwrap_or_default());
    let message = json!({
        "AlarmName": new.name,
        "AlarmDescription": definition.alarm_description,
        "AWSAccountId": account,
        "AlarmConfigurationUpdatedTimestamp": long(new.configured.0),
        "NewStateValue": new.state,
        "NewStateReason": new.reason,
        "StateChangeTime": long(new.updated.0),
        "Region": place,
        "AlarmArn": arn,
        "OldStateValue": old.state,
        "OKActions": actions(&definition.ok_actions),
        "AlarmActions": actions(&definition.alarm_actions),
        "InsufficientDataActions": actions(&definition.insufficient_data_actions),
        "Trigger": trigger(definition),
    });
    Notification {
        subject: Some(subject(&new.state, &new.name, place)),
        message: message.to_string(),
        ..Notification::default()
    }
}

/// `ALARM: "name" in EU (Stockholm)`. Subjects are of ASCII.
fn subject(state: &str, name: &str, place: &str) -> String {
    let name = name.chars().map(|letter| if letter.is_ascii() { letter } else { '?' });
    let name: String = name.collect();
    let whole = format!("{state}: \"{name}\" in {place}");
    if whole.len() <= SUBJECT_MAX {
        return whole;
    }
    let cut = SUBJECT_MAX.saturating_sub(whole.len() - name.len() + 3);
    format!("{state}: \"{}...\" in {place}", &name[..cut.min(name.len())])
}

fn trigger(definition: &PutMetricAlarmInput) -> Value {
    let mut trigger = Map::new();
    let mut put = |name: &str, value: Value| drop(trigger.insert(name.to_string(), value));
    let dimensions = |list: &Option<Vec<Dimension>>| {
        let list = list.as_deref().unwrap_or_default().iter();
        Value::Array(list.map(|one| json!({ "value": one.value, "name": one.name })).collect())
    };
    let query = definition.metrics.as_deref().and_then(<[_]>::first);
    let stat = query.and_then(|query| query.metric_stat.as_ref());
    if stat.is_none() {
        put("MetricName", json!(definition.metric_name));
        put("Namespace", json!(definition.namespace));
        put("StatisticType", "Statistic".into());
        let statistic = json!(definition.statistic).as_str().map(str::to_uppercase);
        put("Statistic", json!(statistic.map(|name| if name == "SAMPLECOUNT" { "SAMPLE_COUNT".into() } else { name })));
        put("Unit", json!(definition.unit));
        put("Dimensions", dimensions(&definition.dimensions));
    }
    put("Period", json!(stat.map_or(definition.period, |stat| Some(stat.period))));
    put("EvaluationPeriods", json!(definition.evaluation_periods));
    if let Some(to_alarm) = definition.datapoints_to_alarm {
        put("DatapointsToAlarm", to_alarm.into());
    }
    put("ComparisonOperator", json!(definition.comparison_operator));
    put("Threshold", json!(definition.threshold));
    put("TreatMissingData", definition.treat_missing_data.as_deref().unwrap_or("missing").into());
    put("EvaluateLowSampleCountPercentile", "".into());
    if let (Some(query), Some(stat)) = (query, stat) {
        let metric = json!({
            "Dimensions": dimensions(&stat.metric.dimensions),
            "MetricName": stat.metric.metric_name,
            "Namespace": stat.metric.namespace,
        });
        let stat = json!({ "Metric": metric, "Period": stat.period, "Stat": stat.stat });
        put("Metrics", json!([{ "Id": query.id, "MetricStat": stat, "ReturnData": true }]));
    }
    Value::Object(trigger)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_are_short_and_of_ascii() {
        assert_eq!(subject("OK", "足跡", "EU (Ireland)"), "OK: \"??\" in EU (Ireland)");
        let long = subject("INSUFFICIENT_DATA", &"n".repeat(255), "EU (Ireland)");
        assert_eq!(long.len(), 100);
        assert!(long.starts_with("INSUFFICIENT_DATA: \"nnn") && long.ends_with("n...\" in EU (Ireland)"), "{long}");
    }
}
