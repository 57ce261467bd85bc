//! UntagResource.

use ashiato_meta::kms_keys::KeyState;
use ashiato_meta::tags as kept_tags;

use super::fault::{failed, refused, write};
use super::key::{self, By, permitted};
use crate::aws::Error;
use crate::aws::generated::kms::UntagResourceRequest;
use crate::context::Context;
use crate::keys::Failed;

pub(super) async fn untag_resource(ctx: &Context, input: UntagResourceRequest) -> Result<(), Error> {
    let key = permitted(ctx, &input.key_id, By::Id, "UntagResource", None).await?;
    let mut tx = write(ctx).await?;
    let key = key::again(&mut tx, ctx, &key.arn).await?;
    if key.state == KeyState::PendingDeletion {
        return Err(refused(Failed::PendingDeletion(key.arn)));
    }
    kept_tags::remove(&mut tx, &key.arn, &input.tag_keys).await.map_err(failed)?;
    tx.commit().await.map_err(failed)
}
