//! ListTopics.

use ashiato_meta::topics;

use super::failure::of_state;
use super::named;
use crate::aws::generated::sns::{ListTopicsInput, ListTopicsResponse, Topic};
use crate::aws::{Error, page_token};
use crate::context::Context;

pub(super) async fn list_topics(ctx: &Context, input: ListTopicsInput) -> Result<ListTopicsResponse, Error> {
    let after = named::after(input.next_token.as_deref())?;
    let mut tx = named::read(ctx).await?;
    let page = topics::list(&mut tx, &named::place(ctx), after.as_deref(), named::ROWS).await.map_err(of_state)?;
    let shown = page.rows.into_iter().map(|topic| Topic { topic_arn: Some(topic.arn) });
    Ok(ListTopicsResponse { topics: Some(shown.collect()), next_token: page.next.as_deref().map(page_token::encode) })
}
