//! ListAliases: those of the region, or of one key, by name.

use ashiato_meta::kms_aliases::{self, KmsAlias};

use super::fault::{failed, read};
use super::key::{self, By, arn, place};
use super::{pages, shown};
use crate::aws::Error;
use crate::aws::generated::kms::{AliasListEntry, ListAliasesRequest, ListAliasesResponse};
use crate::context::Context;

pub(super) async fn list_aliases(ctx: &Context, input: ListAliasesRequest) -> Result<ListAliasesResponse, Error> {
    let size = pages::size(input.limit, 50);
    let mut tx = read(ctx).await?;
    let (rows, next_marker) = match input.key_id {
        Some(given) => {
            let key = key::named(&mut tx, ctx, &given, By::Id).await?;
            let whole = kms_aliases::of_key(&mut tx, &key.arn).await.map_err(failed)?;
            pages::of_whole(whole, input.marker.as_deref(), size, |alias| &alias.name)?
        }
        None => {
            let after = pages::after(input.marker.as_deref())?;
            let page = kms_aliases::list(&mut tx, &place(ctx), after.as_deref(), size).await.map_err(failed)?;
            (page.rows, pages::marker(page.next))
        }
    };
    Ok(ListAliasesResponse {
        aliases: Some(rows.into_iter().map(|alias| entry(ctx, alias)).collect()),
        truncated: Some(next_marker.is_some()),
        next_marker,
    })
}

fn entry(ctx: &Context, alias: KmsAlias) -> AliasListEntry {
    let alias_name = format!("alias/{}", alias.name);
    AliasListEntry {
        alias_arn: Some(arn(ctx, &alias_name)),
        alias_name: Some(alias_name),
        target_key_id: alias.key_arn.rsplit('/').next().map(str::to_string),
        creation_date: Some(shown::time(alias.created)),
        last_updated_date: Some(shown::time(alias.updated)),
    }
}
