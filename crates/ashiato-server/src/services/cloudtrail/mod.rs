//! CloudTrail: trails, what they select, their status, and the keys that their digests are proved with. Event
//! history. Not yet the lake.
//!
//! What delivers a trail's files is elsewhere: these operations write what it is to do, and read what it has done.

mod fault;
mod trail_name;
mod find;
mod shown;
mod settings;
mod bucket;
mod topic;
mod log_group;
mod kms_key;
mod room;
mod selectors;
mod insights;
mod tagged;
mod tags;
mod create_trail;
mod update_trail;
mod delete_trail;
mod get_trail;
mod describe_trails;
mod list_trails;
mod start_logging;
mod stop_logging;
mod switch;
mod get_trail_status;
mod put_event_selectors;
mod get_event_selectors;
mod put_insight_selectors;
mod get_insight_selectors;
mod add_tags;
mod remove_tags;
mod list_tags;
mod list_public_keys;
mod lookup_events;
mod lookup_extension;
mod lookup_told;

pub(crate) use bucket::{may_look, may_put};
use serde_json::Value;

use super::{run, unknown};
use crate::aws::Error;
use crate::aws::generated::cloudtrail::Operation;
use crate::context::Context;

/// Whether an operation may wait for something to happen before it answers.
pub(super) fn may_wait(operation: &str, input: &Value) -> bool {
    operation == "LookupEvents" && lookup_extension::may_wait(input)
}

/// Runs an operation. An operation on the list of what is served without a handler here does not compile.
pub(super) async fn call(operation: &str, ctx: &Context, input: Value) -> Result<Value, Error> {
    match Operation::named(operation).ok_or_else(|| unknown(operation))? {
        Operation::AddTags => run(input, |input| add_tags::add_tags(ctx, input)).await,
        Operation::CreateTrail => run(input, |input| create_trail::create_trail(ctx, input)).await,
        Operation::DeleteTrail => run(input, |input| delete_trail::delete_trail(ctx, input)).await,
        Operation::DescribeTrails => run(input, |input| describe_trails::describe_trails(ctx, input)).await,
        Operation::GetEventSelectors => run(input, |input| get_event_selectors::get_event_selectors(ctx, input)).await,
        Operation::GetInsightSelectors => {
            run(input, |input| get_insight_selectors::get_insight_selectors(ctx, input)).await
        }
        Operation::GetTrail => run(input, |input| get_trail::get_trail(ctx, input)).await,
        Operation::GetTrailStatus => run(input, |input| get_trail_status::get_trail_status(ctx, input)).await,
        Operation::ListPublicKeys => run(input, |input| list_public_keys::list_public_keys(ctx, input)).await,
        Operation::ListTags => run(input, |input| list_tags::list_tags(ctx, input)).await,
        Operation::ListTrails => run(input, |input| list_trails::list_trails(ctx, input)).await,
        Operation::LookupEvents => {
            // What it is asked beyond AWS is in no shape of the model.
            let raw = input.clone();
            run(input, |input| lookup_events::lookup_events(ctx, input, &raw)).await
        }
        Operation::PutEventSelectors => run(input, |input| put_event_selectors::put_event_selectors(ctx, input)).await,
        Operation::PutInsightSelectors => {
            run(input, |input| put_insight_selectors::put_insight_selectors(ctx, input)).await
        }
        Operation::RemoveTags => run(input, |input| remove_tags::remove_tags(ctx, input)).await,
        Operation::StartLogging => run(input, |input| start_logging::start_logging(ctx, input)).await,
        Operation::StopLogging => run(input, |input| stop_logging::stop_logging(ctx, input)).await,
        Operation::UpdateTrail => run(input, |input| update_trail::update_trail(ctx, input)).await,
    }
}
