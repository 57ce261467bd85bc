//! ListKeys: those of the region, by id.

use ashiato_meta::kms_keys;

use super::fault::{failed, read};
use super::key::{now, place};
use super::pages;
use crate::aws::Error;
use crate::aws::generated::kms::{KeyListEntry, ListKeysRequest, ListKeysResponse, ResourceOwnerType};
use crate::context::Context;

pub(super) async fn list_keys(ctx: &Context, input: ListKeysRequest) -> Result<ListKeysResponse, Error> {
    let after = pages::after(input.marker.as_deref())?;
    let owners = input.resource_owners.unwrap_or_default();
    if !owners.is_empty() && !owners.contains(&ResourceOwnerType::SelfValue) {
        // No other account shares a key.
        return Ok(ListKeysResponse { keys: Some(Vec::new()), truncated: Some(false), ..Default::default() });
    }
    let size = pages::size(input.limit, 100);
    let (mut tx, place) = (read(ctx).await?, place(ctx));
    let page = kms_keys::list(&mut tx, &place, now(ctx), after.as_deref(), size).await.map_err(failed)?;
    let entry = |key: kms_keys::KmsKey| KeyListEntry { key_id: Some(key.id), key_arn: Some(key.arn) };
    Ok(ListKeysResponse {
        keys: Some(page.rows.into_iter().map(entry).collect()),
        truncated: Some(page.next.is_some()),
        next_marker: pages::marker(page.next),
    })
}
