//! ConfirmSubscription, by the token that the endpoint was told.

use super::failure::{invalid, of_state};
use super::named;
use crate::aws::Error;
use crate::aws::generated::sns::{ConfirmSubscriptionInput, ConfirmSubscriptionResponse};
use crate::context::Context;
use crate::topics::{self, MayEnd};

pub(super) async fn confirm_subscription(
    ctx: &Context,
    input: ConfirmSubscriptionInput,
) -> Result<ConfirmSubscriptionResponse, Error> {
    let may_end = match input.authenticate_on_unsubscribe {
        Some(is_asked) if is_asked.eq_ignore_ascii_case("true") => MayEnd::NobodyElse,
        _ => MayEnd::Anybody,
    };
    let mut tx = named::write(ctx).await?;
    let topic = named::topic(&mut tx, &input.topic_arn).await?;
    let found = topics::of_token(&mut tx, &topic.arn, &input.token).await.map_err(of_state)?;
    let found = found.ok_or_else(|| invalid("Token"))?;
    let arn = found.arn.clone();
    topics::confirm(&mut tx, found, may_end).await?;
    tx.commit().await.map_err(of_state)?;
    Ok(ConfirmSubscriptionResponse { subscription_arn: Some(arn) })
}
