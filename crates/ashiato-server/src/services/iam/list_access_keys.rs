//! ListAccessKeys: the keys of a user, without their secrets.

use ashiato_meta::access_keys::{self, Status};

use super::failure::of_state;
use super::paging::{asked, cut};
use super::transaction::read;
use super::{owner, shown};
use crate::aws::Error;
use crate::aws::generated::iam::{AccessKeyMetadata, ListAccessKeysRequest, ListAccessKeysResponse, StatusType};
use crate::context::Context;

pub(super) async fn list_access_keys(
    ctx: &Context,
    input: ListAccessKeysRequest,
) -> Result<ListAccessKeysResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let mut tx = read(ctx).await?;
    let user = owner::user_or_caller(ctx, &mut tx, input.user_name.as_deref()).await?;
    let keys = access_keys::list(&mut tx, &ctx.state.kept.account, user.as_ref().map(|user| &user.id)).await;
    let shown = keys.map_err(of_state)?.into_iter().map(|key| {
        let metadata = AccessKeyMetadata {
            user_name: user.as_ref().map(|user| user.name.clone()),
            access_key_id: Some(key.id.0.clone()),
            status: Some(match key.status {
                Status::Active => StatusType::Active,
                Status::Inactive => StatusType::Inactive,
            }),
            create_date: Some(shown::time(key.created)),
        };
        (key.id.0, metadata)
    });
    let told = cut(shown, &asked);
    Ok(ListAccessKeysResponse { access_key_metadata: told.rows, is_truncated: told.is_truncated, marker: told.marker })
}
