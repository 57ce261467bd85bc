//! DeleteUserPermissionsBoundary: nothing bounds a user any longer.

use ashiato_meta::users;

use super::failure::{no_such_entity, of_state};
use super::owner;
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::DeleteUserPermissionsBoundaryRequest;
use crate::context::Context;

pub(super) async fn delete_user_permissions_boundary(
    ctx: &Context,
    input: DeleteUserPermissionsBoundaryRequest,
) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let mut user = owner::user(ctx, &mut tx, &input.user_name).await?;
    if user.boundary.take().is_none() {
        return Err(no_such_entity(format!("User {} does not have a permissions boundary.", user.name)));
    }
    users::update(&mut tx, &user).await.map_err(of_state)?;
    commit(ctx, tx).await
}
