//! SetTopicAttributes.

use ashiato_meta::topics;

use super::failure::of_state;
use super::{attributes, named};
use crate::aws::Error;
use crate::aws::generated::sns::SetTopicAttributesInput;
use crate::context::Context;

pub(super) async fn set_topic_attributes(ctx: &Context, input: SetTopicAttributesInput) -> Result<(), Error> {
    attributes::check_of_topic(&input.attribute_name, input.attribute_value.as_deref().unwrap_or_default())?;
    let mut tx = named::write(ctx).await?;
    let topic = named::topic(&mut tx, &input.topic_arn).await?;
    let mut kept = attributes::read(&topic.attributes)?;
    attributes::set(&mut kept, input.attribute_name, input.attribute_value);
    topics::set_attributes(&mut tx, &topic.arn, &attributes::write(&kept)).await.map_err(of_state)?;
    tx.commit().await.map_err(of_state)
}
