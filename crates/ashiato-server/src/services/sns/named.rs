//! What requests name, and transactions.

use ashiato_meta::topic_subscriptions::{self, Subscription};
use ashiato_meta::topics::{self, Topic};
use ashiato_meta::{Place, Tx};

use super::failure::{invalid, no_subscription, no_topic, of_state, or};
use crate::aws::generated::sns;
use crate::aws::{Error, page_token};
use crate::context::Context;
use crate::topics::shown_endpoint;

/// Lists give so many at once.
pub(super) const ROWS: u32 = 100;
/// In place of the ARN of a subscription that is not confirmed.
pub(super) const PENDING: &str = "PendingConfirmation";

pub(super) async fn read(ctx: &Context) -> Result<Tx, Error> {
    ctx.state.kept.meta.read().await.map_err(of_state)
}

pub(super) async fn write(ctx: &Context) -> Result<Tx, Error> {
    ctx.state.kept.meta.write().await.map_err(of_state)
}

pub(super) fn place(ctx: &Context) -> Place {
    Place::new(&ctx.state.kept.account, &ctx.region)
}

/// The topic of an ARN.
pub(super) async fn topic(tx: &mut Tx, arn: &str) -> Result<Topic, Error> {
    if arn.splitn(6, ':').count() < 6 {
        return Err(invalid("TopicArn Reason: An ARN must have at least 6 elements"));
    }
    topics::get(tx, arn).await.map_err(or(no_topic))
}

/// The subscription of an ARN.
pub(super) async fn subscription(tx: &mut Tx, arn: &str) -> Result<Subscription, Error> {
    if arn.splitn(7, ':').count() < 7 {
        return Err(invalid("SubscriptionArn Reason: An ARN must have at least 7 elements"));
    }
    topic_subscriptions::get(tx, arn).await.map_err(or(no_subscription))
}

/// Where a page begins, from the token that the page before gave.
pub(super) fn after(token: Option<&str>) -> Result<Option<String>, Error> {
    let Some(token) = token else { return Ok(None) };
    page_token::decode(token).map(Some).ok_or_else(|| invalid("NextToken"))
}

pub(super) fn shown(ctx: &Context, subscription: Subscription) -> sns::Subscription {
    let arn = if subscription.is_confirmed == 0 { PENDING.to_string() } else { subscription.arn };
    sns::Subscription {
        subscription_arn: Some(arn),
        owner: Some(ctx.state.kept.account.as_str().to_string()),
        protocol: Some(subscription.protocol),
        endpoint: Some(shown_endpoint(&subscription.endpoint).into_owned()),
        topic_arn: Some(subscription.topic),
    }
}
