//! ListTagsForResource. A resource's tags are fewer than the least page that can be asked for: there is one page.

use ashiato_meta::tags;

use super::errors::fault;
use super::tagged;
use crate::aws::Error;
use crate::aws::generated::athena::{ListTagsForResourceInput, ListTagsForResourceOutput, Tag};
use crate::context::Context;

pub(super) async fn list_tags_for_resource(
    ctx: &Context,
    input: ListTagsForResourceInput,
) -> Result<ListTagsForResourceOutput, Error> {
    tagged::expect(ctx, &input.resource_arn).await?;
    let mut tx = ctx.state.kept.meta.read().await.map_err(fault)?;
    let kept = tags::list(&mut tx, &input.resource_arn).await.map_err(fault)?;
    let shown = kept.into_iter().map(|(key, value)| Tag { key: Some(key), value: Some(value) });
    Ok(ListTagsForResourceOutput { tags: Some(shown.collect()), next_token: None })
}
