//! TagRole: sets tags of a role.

use super::transaction::{commit, write};
use super::{owner, tagged};
use crate::aws::Error;
use crate::aws::generated::iam::TagRoleRequest;
use crate::context::Context;

pub(super) async fn tag_role(ctx: &Context, input: TagRoleRequest) -> Result<(), Error> {
    let tags = tagged::given(Some(input.tags))?;
    let mut tx = write(ctx).await?;
    let role = owner::role(ctx, &mut tx, &input.role_name).await?;
    tagged::put(&mut tx, &role.id.0, tags).await?;
    commit(ctx, tx).await
}
