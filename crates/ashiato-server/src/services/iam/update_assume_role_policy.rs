//! UpdateAssumeRolePolicy: others who may assume a role.

use ashiato_meta::roles;

use super::failure::of_state;
use super::transaction::{commit, write};
use super::{owner, trust};
use crate::aws::Error;
use crate::aws::generated::iam::UpdateAssumeRolePolicyRequest;
use crate::context::Context;

pub(super) async fn update_assume_role_policy(
    ctx: &Context,
    input: UpdateAssumeRolePolicyRequest,
) -> Result<(), Error> {
    trust::check(&input.policy_document)?;
    let mut tx = write(ctx).await?;
    let mut role = owner::role(ctx, &mut tx, &input.role_name).await?;
    role.trust_policy = input.policy_document;
    roles::update(&mut tx, &role).await.map_err(of_state)?;
    commit(ctx, tx).await
}
