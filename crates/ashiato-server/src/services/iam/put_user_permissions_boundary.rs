//! PutUserPermissionsBoundary: what a user may do at most.

use ashiato_meta::users;

use super::failure::of_state;
use super::transaction::{commit, write};
use super::{attached, owner};
use crate::aws::Error;
use crate::aws::generated::iam::PutUserPermissionsBoundaryRequest;
use crate::context::Context;

pub(super) async fn put_user_permissions_boundary(
    ctx: &Context,
    input: PutUserPermissionsBoundaryRequest,
) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let mut user = owner::user(ctx, &mut tx, &input.user_name).await?;
    attached::check_boundary(&mut tx, &input.permissions_boundary).await?;
    user.boundary = Some(input.permissions_boundary);
    users::update(&mut tx, &user).await.map_err(of_state)?;
    commit(ctx, tx).await
}
