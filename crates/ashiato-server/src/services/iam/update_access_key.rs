//! UpdateAccessKey: a key is switched on or off; off, it opens nothing from this moment.

use ashiato_meta::access_keys::{self, Status};

use super::failure::{invalid_input, of_state};
use super::keys;
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::{StatusType, UpdateAccessKeyRequest};
use crate::context::Context;

pub(super) async fn update_access_key(ctx: &Context, input: UpdateAccessKeyRequest) -> Result<(), Error> {
    let status = match input.status {
        StatusType::Active => Status::Active,
        StatusType::Inactive => Status::Inactive,
        StatusType::Expired => return Err(invalid_input("A key cannot be set to Expired.")),
    };
    let mut tx = write(ctx).await?;
    let id = keys::find(ctx, &mut tx, input.user_name.as_deref(), &input.access_key_id).await?;
    access_keys::set_status(&mut tx, &id, status).await.map_err(of_state)?;
    commit(ctx, tx).await
}
