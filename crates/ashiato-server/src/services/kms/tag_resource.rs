//! TagResource.

use ashiato_meta::kms_keys::KeyState;
use ashiato_meta::tags as kept_tags;

use super::fault::{failed, refused, write};
use super::key::{self, By, permitted};
use super::tags;
use crate::aws::Error;
use crate::aws::generated::kms::TagResourceRequest;
use crate::context::Context;
use crate::keys::Failed;

pub(super) async fn tag_resource(ctx: &Context, input: TagResourceRequest) -> Result<(), Error> {
    let key = permitted(ctx, &input.key_id, By::Id, "TagResource", None).await?;
    let given = tags::kept(input.tags)?;
    let mut tx = write(ctx).await?;
    let key = key::again(&mut tx, ctx, &key.arn).await?;
    if key.state == KeyState::PendingDeletion {
        return Err(refused(Failed::PendingDeletion(key.arn)));
    }
    kept_tags::put(&mut tx, &key.arn, &given).await.map_err(failed)?;
    tags::expect_few(kept_tags::list(&mut tx, &key.arn).await.map_err(failed)?.len())?;
    tx.commit().await.map_err(failed)
}
