//! ListSubscriptionsByTopic.

use ashiato_meta::topic_subscriptions;

use super::failure::of_state;
use super::named;
use crate::aws::generated::sns::{ListSubscriptionsByTopicInput, ListSubscriptionsByTopicResponse};
use crate::aws::{Error, page_token};
use crate::context::Context;

pub(super) async fn list_subscriptions_by_topic(
    ctx: &Context,
    input: ListSubscriptionsByTopicInput,
) -> Result<ListSubscriptionsByTopicResponse, Error> {
    let after = named::after(input.next_token.as_deref())?;
    let mut tx = named::read(ctx).await?;
    let topic = named::topic(&mut tx, &input.topic_arn).await?;
    let all = topic_subscriptions::of_topic(&mut tx, &topic.arn).await.map_err(of_state)?;
    let rest = all.into_iter().filter(|one| after.as_ref().is_none_or(|after| one.arn > *after));
    let mut rows: Vec<_> = rest.take(named::ROWS as usize + 1).collect();
    let has_more = rows.len() > named::ROWS as usize;
    rows.truncate(named::ROWS as usize);
    let next_token = rows.last().filter(|_| has_more).map(|last| page_token::encode(&last.arn));
    let shown = rows.into_iter().map(|one| named::shown(ctx, one)).collect();
    Ok(ListSubscriptionsByTopicResponse { subscriptions: Some(shown), next_token })
}
