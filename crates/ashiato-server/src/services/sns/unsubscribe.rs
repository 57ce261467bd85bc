//! Unsubscribe.

use ashiato_meta::topic_subscriptions;

use super::failure::of_state;
use super::named;
use crate::aws::Error;
use crate::aws::generated::sns::UnsubscribeInput;
use crate::context::Context;

pub(super) async fn unsubscribe(ctx: &Context, input: UnsubscribeInput) -> Result<(), Error> {
    let mut tx = named::write(ctx).await?;
    let found = named::subscription(&mut tx, &input.subscription_arn).await?;
    topic_subscriptions::delete(&mut tx, &found.arn).await.map_err(of_state)?;
    tx.commit().await.map_err(of_state)
}
