//! GetSubscriptionAttributes.

use super::{attributes, named};
use crate::aws::Error;
use crate::aws::generated::sns::{GetSubscriptionAttributesInput, GetSubscriptionAttributesResponse};
use crate::context::Context;
use crate::topics;

pub(super) async fn get_subscription_attributes(
    ctx: &Context,
    input: GetSubscriptionAttributesInput,
) -> Result<GetSubscriptionAttributesResponse, Error> {
    let mut tx = named::read(ctx).await?;
    let found = named::subscription(&mut tx, &input.subscription_arn).await?;
    let mut told = attributes::read(&found.attributes)?;
    // Whoever asks for that when it is confirmed signs the confirmation.
    let is_authenticated = told.remove(topics::ENDS_SIGNED).is_some();
    told.entry("RawMessageDelivery".into()).or_insert_with(|| "false".into());
    if told.contains_key("FilterPolicy") {
        told.entry("FilterPolicyScope".into()).or_insert_with(|| "MessageAttributes".into());
    }
    told.insert("SubscriptionArn".into(), found.arn);
    told.insert("TopicArn".into(), found.topic);
    told.insert("Protocol".into(), found.protocol);
    told.insert("Endpoint".into(), topics::shown_endpoint(&found.endpoint).into_owned());
    told.insert("Owner".into(), ctx.state.kept.account.as_str().into());
    told.insert("PendingConfirmation".into(), (found.is_confirmed == 0).to_string());
    told.insert("ConfirmationWasAuthenticated".into(), is_authenticated.to_string());
    Ok(GetSubscriptionAttributesResponse { attributes: Some(told) })
}
