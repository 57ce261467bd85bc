//! GetTopicAttributes.

use ashiato_meta::topic_subscriptions;

use super::failure::of_state;
use super::{attributes, named};
use crate::aws::Error;
use crate::aws::generated::sns::{GetTopicAttributesInput, GetTopicAttributesResponse};
use crate::context::Context;
use crate::topics::policy_default;

pub(super) async fn get_topic_attributes(
    ctx: &Context,
    input: GetTopicAttributesInput,
) -> Result<GetTopicAttributesResponse, Error> {
    let mut tx = named::read(ctx).await?;
    let topic = named::topic(&mut tx, &input.topic_arn).await?;
    let subscriptions = topic_subscriptions::of_topic(&mut tx, &topic.arn).await.map_err(of_state)?;
    let pending = subscriptions.iter().filter(|one| one.is_confirmed == 0).count();
    let account = ctx.state.kept.account.as_str();
    let mut told = attributes::read(&topic.attributes)?;
    told.entry("Policy".into()).or_insert_with(|| policy_default(&topic.arn, account));
    told.entry("DisplayName".into()).or_default();
    told.insert("SignatureVersion".into(), "2".into());
    told.insert("TopicArn".into(), topic.arn);
    told.insert("Owner".into(), account.into());
    told.insert("SubscriptionsConfirmed".into(), (subscriptions.len() - pending).to_string());
    told.insert("SubscriptionsPending".into(), pending.to_string());
    told.insert("SubscriptionsDeleted".into(), "0".into());
    Ok(GetTopicAttributesResponse { attributes: Some(told) })
}
