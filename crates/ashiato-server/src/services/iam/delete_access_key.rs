//! DeleteAccessKey: a key opens nothing from this moment.

use ashiato_meta::access_keys;

use super::failure::of_state;
use super::keys;
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::DeleteAccessKeyRequest;
use crate::context::Context;

pub(super) async fn delete_access_key(ctx: &Context, input: DeleteAccessKeyRequest) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let id = keys::find(ctx, &mut tx, input.user_name.as_deref(), &input.access_key_id).await?;
    access_keys::delete(&mut tx, &id).await.map_err(of_state)?;
    commit(ctx, tx).await
}
