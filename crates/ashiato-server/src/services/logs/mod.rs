//! Amazon CloudWatch Logs: groups, streams, events, metric filters.

mod failure;
mod named;
mod lists;
mod tokens;
mod tagged;
mod create_log_group;
mod delete_log_group;
mod describe_log_groups;
mod put_retention_policy;
mod delete_retention_policy;
mod create_log_stream;
mod delete_log_stream;
mod describe_log_streams;
mod put_log_events;
mod get_log_events;
mod filter_log_events;
mod test_metric_filter;
mod put_metric_filter;
mod describe_metric_filters;
mod delete_metric_filter;
mod tag_resource;
mod untag_resource;
mod list_tags_for_resource;

use serde_json::Value;

use super::{run, unknown};
use crate::aws::Error;
use crate::aws::generated::logs::Operation;
use crate::context::Context;

/// Runs an operation. An operation on the list of what is served without a handler here does not compile.
pub(super) async fn call(operation: &str, ctx: &Context, input: Value) -> Result<Value, Error> {
    match Operation::named(operation).ok_or_else(|| unknown(operation))? {
        Operation::CreateLogGroup => run(input, |input| create_log_group::create_log_group(ctx, input)).await,
        Operation::DeleteLogGroup => run(input, |input| delete_log_group::delete_log_group(ctx, input)).await,
        Operation::DescribeLogGroups => run(input, |input| describe_log_groups::describe_log_groups(ctx, input)).await,
        Operation::PutRetentionPolicy => {
            run(input, |input| put_retention_policy::put_retention_policy(ctx, input)).await
        }
        Operation::DeleteRetentionPolicy => {
            run(input, |input| delete_retention_policy::delete_retention_policy(ctx, input)).await
        }
        Operation::CreateLogStream => run(input, |input| create_log_stream::create_log_stream(ctx, input)).await,
        Operation::DeleteLogStream => run(input, |input| delete_log_stream::delete_log_stream(ctx, input)).await,
        Operation::DescribeLogStreams => {
            run(input, |input| describe_log_streams::describe_log_streams(ctx, input)).await
        }
        Operation::PutLogEvents => run(input, |input| put_log_events::put_log_events(ctx, input)).await,
        Operation::GetLogEvents => run(input, |input| get_log_events::get_log_events(ctx, input)).await,
        Operation::FilterLogEvents => run(input, |input| filter_log_events::filter_log_events(ctx, input)).await,
        Operation::TestMetricFilter => run(input, |input| test_metric_filter::test_metric_filter(ctx, input)).await,
        Operation::PutMetricFilter => run(input, |input| put_metric_filter::put_metric_filter(ctx, input)).await,
        Operation::DescribeMetricFilters => {
            run(input, |input| describe_metric_filters::describe_metric_filters(ctx, input)).await
        }
        Operation::DeleteMetricFilter => {
            run(input, |input| delete_metric_filter::delete_metric_filter(ctx, input)).await
        }
        Operation::TagResource => run(input, |input| tag_resource::tag_resource(ctx, input)).await,
        Operation::UntagResource => run(input, |input| untag_resource::untag_resource(ctx, input)).await,
        Operation::ListTagsForResource => {
            run(input, |input| list_tags_for_resource::list_tags_for_resource(ctx, input)).await
        }
    }
}
