//! Amazon SNS: topics, subscriptions of HTTP endpoints and of queues, messages.

mod failure;
mod named;
mod attributes;
mod policy;
mod filter_policy;
mod tagged;
mod create_topic;
mod delete_topic;
mod list_topics;
mod get_topic_attributes;
mod set_topic_attributes;
mod add_permission;
mod remove_permission;
mod subscribe;
mod confirm_subscription;
mod unsubscribe;
mod list_subscriptions;
mod list_subscriptions_by_topic;
mod get_subscription_attributes;
mod set_subscription_attributes;
mod publish;
mod tag_resource;
mod untag_resource;
mod list_tags_for_resource;

use serde_json::Value;

use super::{run, unknown};
use crate::aws::Error;
use crate::aws::generated::sns::Operation;
use crate::context::Context;

/// Runs an operation. An operation on the list of what is served without a handler here does not compile.
pub(super) async fn call(operation: &str, ctx: &Context, input: Value) -> Result<Value, Error> {
    match Operation::named(operation).ok_or_else(|| unknown(operation))? {
        Operation::CreateTopic => run(input, |input| create_topic::create_topic(ctx, input)).await,
        Operation::DeleteTopic => run(input, |input| delete_topic::delete_topic(ctx, input)).await,
        Operation::ListTopics => run(input, |input| list_topics::list_topics(ctx, input)).await,
        Operation::GetTopicAttributes => {
            run(input, |input| get_topic_attributes::get_topic_attributes(ctx, input)).await
        }
        Operation::SetTopicAttributes => {
            run(input, |input| set_topic_attributes::set_topic_attributes(ctx, input)).await
        }
        Operation::AddPermission => run(input, |input| add_permission::add_permission(ctx, input)).await,
        Operation::RemovePermission => run(input, |input| remove_permission::remove_permission(ctx, input)).await,
        Operation::Subscribe => run(input, |input| subscribe::subscribe(ctx, input)).await,
        Operation::ConfirmSubscription => {
            run(input, |input| confirm_subscription::confirm_subscription(ctx, input)).await
        }
        Operation::Unsubscribe => run(input, |input| unsubscribe::unsubscribe(ctx, input)).await,
        Operation::ListSubscriptions => run(input, |input| list_subscriptions::list_subscriptions(ctx, input)).await,
        Operation::ListSubscriptionsByTopic => {
            run(input, |input| list_subscriptions_by_topic::list_subscriptions_by_topic(ctx, input)).await
        }
        Operation::GetSubscriptionAttributes => {
            run(input, |input| get_subscription_attributes::get_subscription_attributes(ctx, input)).await
        }
        Operation::SetSubscriptionAttributes => {
            run(input, |input| set_subscription_attributes::set_subscription_attributes(ctx, input)).await
        }
        Operation::Publish => run(input, |input| publish::publish(ctx, input)).await,
        Operation::TagResource => run(input, |input| tag_resource::tag_resource(ctx, input)).await,
        Operation::UntagResource => run(input, |input| untag_resource::untag_resource(ctx, input)).await,
        Operation::ListTagsForResource => {
            run(input, |input| list_tags_for_resource::list_tags_for_resource(ctx, input)).await
        }
    }
}
