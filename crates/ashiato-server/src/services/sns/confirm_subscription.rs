//! ConfirmSubscription, by the token that the endpoint was told.

use ashiato_meta::topic_subscriptions;
use subtle::ConstantTimeEq;

use super::failure::{invalid, of_state};
use super::named;
use crate::aws::Error;
use crate::aws::generated::sns::{ConfirmSubscriptionInput, ConfirmSubscriptionResponse};
use crate::context::Context;

pub(super) async fn confirm_subscription(
    ctx: &Context,
    input: ConfirmSubscriptionInput,
) -> Result<ConfirmSubscriptionResponse, Error> {
    let mut tx = named::write(ctx).await?;
    let topic = named::topic(&mut tx, &input.topic_arn).await?;
    let all = topic_subscriptions::of_topic(&mut tx, &topic.arn).await.map_err(of_state)?;
    let is_its = |token: &str| bool::from(token.as_bytes().ct_eq(input.token.as_bytes()));
    let mut found = all.into_iter().find(|one| is_its(&one.token)).ok_or_else(|| invalid("Token"))?;
    found.is_confirmed = 1;
    topic_subscriptions::update(&mut tx, &found).await.map_err(of_state)?;
    tx.commit().await.map_err(of_state)?;
    Ok(ConfirmSubscriptionResponse { subscription_arn: Some(found.arn) })
}
