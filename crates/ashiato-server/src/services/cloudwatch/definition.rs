//! What PutMetricAlarm may ask for. What cannot be honoured is refused by its name.

use super::failure::invalid;
use crate::aws::Error;
use crate::aws::generated::cloudwatch::{EvaluationWindow, PutMetricAlarmInput};
use crate::context::Context;
use crate::monitoring::Watched;

/// Refuses what is wrong with a definition. Tells what it watches.
pub(super) fn check(ctx: &Context, given: &PutMetricAlarmInput) -> Result<Watched, Error> {
    if given.alarm_name.chars().any(char::is_control) {
        return Err(invalid("The value of AlarmName must not contain control characters."));
    }
    for (member, is_given) in unsupported(given) {
        if is_given {
            return Err(invalid(format!("{member} is not supported by Ashiato.")));
        }
    }
    let watched = Watched::of(given).map_err(invalid)?;
    let actions = [&given.ok_actions, &given.alarm_actions, &given.insufficient_data_actions];
    for action in actions.into_iter().flatten().flatten() {
        check_action(ctx, action)?;
    }
    Ok(watched)
}

fn unsupported(given: &PutMetricAlarmInput) -> [(&'static str, bool); 8] {
    // Periods that end with each minute are how it is done.
    let is_wall_clock =
        |window: &EvaluationWindow| window.wall_clock_window.is_some() || window.sliding_window.is_none();
    [
        ("ExtendedStatistic: the percentiles of metrics", given.extended_statistic.is_some()),
        ("EvaluateLowSampleCountPercentile", given.evaluate_low_sample_count_percentile.is_some()),
        ("ThresholdMetricId: anomaly detection", given.threshold_metric_id.is_some()),
        ("EvaluationWindow WallClockWindow", given.evaluation_window.as_ref().is_some_and(is_wall_clock)),
        ("WarmUpConfiguration", given.warm_up_configuration.is_some()),
        ("EvaluationCriteria: PromQL", given.evaluation_criteria.is_some()),
        ("EvaluationInterval", given.evaluation_interval.is_some()),
        ("ActionConfiguration", given.action_configuration.is_some()),
    ]
}

/// Topics of the region are what an alarm can tell.
fn check_action(ctx: &Context, action: &str) -> Result<(), Error> {
    let parts: Vec<&str> = action.splitn(6, ':').collect();
    let ["arn", partition, service, region, account, resource] = parts[..] else {
        return Err(invalid(format!("Invalid arn syntax: {action}")));
    };
    if service != "sns" {
        return Err(invalid(format!("Actions of {service} are not supported by Ashiato: {action}")));
    }
    let is_topic = partition == "aws" && !account.is_empty() && !resource.is_empty() && !resource.contains(':');
    if !is_topic {
        return Err(invalid(format!("Invalid arn syntax: {action}")));
    }
    if region != ctx.region {
        return Err(invalid(format!("Invalid region {region} specified. Only {} is supported.", ctx.region)));
    }
    Ok(())
}
