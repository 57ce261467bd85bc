//! Amazon CloudWatch: metrics, and alarms that watch them.

mod failure;
mod named;
mod definition;
mod shown;
mod tagged;
mod data;
mod range;
mod put_metric_alarm;
mod describe_alarms;
mod describe_alarms_for_metric;
mod describe_alarm_history;
mod delete_alarms;
mod set_alarm_state;
mod alarm_actions;
mod put_metric_data;
mod list_metrics;
mod get_metric_statistics;
mod get_metric_data;
mod tag_resource;
mod untag_resource;
mod list_tags_for_resource;

use serde_json::Value;

use super::{run, unknown};
use crate::aws::Error;
use crate::aws::generated::cloudwatch::Operation;
use crate::context::Context;

/// Runs an operation. An operation on the list of what is served without a handler here does not compile.
pub(super) async fn call(operation: &str, ctx: &Context, input: Value) -> Result<Value, Error> {
    match Operation::named(operation).ok_or_else(|| unknown(operation))? {
        Operation::PutMetricAlarm => run(input, |input| put_metric_alarm::put_metric_alarm(ctx, input)).await,
        Operation::DescribeAlarms => run(input, |input| describe_alarms::describe_alarms(ctx, input)).await,
        Operation::DescribeAlarmsForMetric => {
            run(input, |input| describe_alarms_for_metric::describe_alarms_for_metric(ctx, input)).await
        }
        Operation::DescribeAlarmHistory => {
            run(input, |input| describe_alarm_history::describe_alarm_history(ctx, input)).await
        }
        Operation::DeleteAlarms => run(input, |input| delete_alarms::delete_alarms(ctx, input)).await,
        Operation::SetAlarmState => run(input, |input| set_alarm_state::set_alarm_state(ctx, input)).await,
        Operation::EnableAlarmActions => run(input, |input| alarm_actions::enable(ctx, input)).await,
        Operation::DisableAlarmActions => run(input, |input| alarm_actions::disable(ctx, input)).await,
        Operation::PutMetricData => run(input, |input| put_metric_data::put_metric_data(ctx, input)).await,
        Operation::ListMetrics => run(input, |input| list_metrics::list_metrics(ctx, input)).await,
        Operation::GetMetricStatistics => {
            run(input, |input| get_metric_statistics::get_metric_statistics(ctx, input)).await
        }
        Operation::GetMetricData => run(input, |input| get_metric_data::get_metric_data(ctx, input)).await,
        Operation::TagResource => run(input, |input| tag_resource::tag_resource(ctx, input)).await,
        Operation::UntagResource => run(input, |input| untag_resource::untag_resource(ctx, input)).await,
        Operation::ListTagsForResource => {
            run(input, |input| list_tags_for_resource::list_tags_for_resource(ctx, input)).await
        }
    }
}
