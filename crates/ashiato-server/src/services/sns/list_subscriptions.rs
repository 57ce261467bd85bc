//! ListSubscriptions.

use ashiato_meta::topic_subscriptions;

use super::failure::of_state;
use super::named;
use crate::aws::generated::sns::{ListSubscriptionsInput, ListSubscriptionsResponse};
use crate::aws::{Error, page_token};
use crate::context::Context;

pub(super) async fn list_subscriptions(
    ctx: &Context,
    input: ListSubscriptionsInput,
) -> Result<ListSubscriptionsResponse, Error> {
    let after = named::after(input.next_token.as_deref())?;
    let mut tx = named::read(ctx).await?;
    let page = topic_subscriptions::list(&mut tx, &named::place(ctx), after.as_deref(), named::ROWS).await;
    let page = page.map_err(of_state)?;
    Ok(ListSubscriptionsResponse {
        subscriptions: Some(page.rows.into_iter().map(|one| named::shown(ctx, one)).collect()),
        next_token: page.next.as_deref().map(page_token::encode),
    })
}
