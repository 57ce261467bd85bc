//! RemovePermission: takes the statement of a name from the topic's policy; one that is not there is no error.

use ashiato_meta::topics;

use super::failure::of_state;
use super::{attributes, named, policy};
use crate::aws::Error;
use crate::aws::generated::sns::RemovePermissionInput;
use crate::context::Context;

pub(super) async fn remove_permission(ctx: &Context, input: RemovePermissionInput) -> Result<(), Error> {
    let mut tx = named::write(ctx).await?;
    let topic = named::topic(&mut tx, &input.topic_arn).await?;
    let mut kept = policy::read(&topic)?;
    policy::statements(&mut kept).retain(|statement| statement["Sid"] != input.label.as_str());
    let mut told = attributes::read(&topic.attributes)?;
    told.insert("Policy".into(), kept.to_string());
    topics::set_attributes(&mut tx, &topic.arn, &attributes::write(&told)).await.map_err(of_state)?;
    tx.commit().await.map_err(of_state)
}
