//! SetSubscriptionAttributes.

use ashiato_meta::topic_subscriptions;

use super::failure::of_state;
use super::{attributes, filter_policy, named};
use crate::aws::Error;
use crate::aws::generated::sns::SetSubscriptionAttributesInput;
use crate::context::Context;

pub(super) async fn set_subscription_attributes(
    ctx: &Context,
    input: SetSubscriptionAttributesInput,
) -> Result<(), Error> {
    attributes::check_of_subscription(&input.attribute_name, input.attribute_value.as_deref().unwrap_or_default())?;
    let mut tx = named::write(ctx).await?;
    let mut found = named::subscription(&mut tx, &input.subscription_arn).await?;
    let mut kept = attributes::read(&found.attributes)?;
    attributes::set(&mut kept, input.attribute_name, input.attribute_value);
    filter_policy::check(&kept, "")?;
    filter_policy::check_room(&mut tx, &kept, &found).await?;
    found.attributes = attributes::write(&kept);
    topic_subscriptions::update(&mut tx, &found).await.map_err(of_state)?;
    tx.commit().await.map_err(of_state)
}
