//! UntagRole: takes tags of a role away.

use super::transaction::{commit, write};
use super::{owner, tagged};
use crate::aws::Error;
use crate::aws::generated::iam::UntagRoleRequest;
use crate::context::Context;

pub(super) async fn untag_role(ctx: &Context, input: UntagRoleRequest) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let role = owner::role(ctx, &mut tx, &input.role_name).await?;
    tagged::remove(&mut tx, &role.id.0, &input.tag_keys).await?;
    commit(ctx, tx).await
}
