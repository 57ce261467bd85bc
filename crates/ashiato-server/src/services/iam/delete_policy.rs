//! DeletePolicy: a managed policy that has one version and is used nowhere.

use ashiato_meta::{counts, managed_policies};

use super::failure::of_state;
use super::policies::find_own;
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::DeletePolicyRequest;
use crate::aws::generated::iam::errors::DELETE_CONFLICT_EXCEPTION;
use crate::context::Context;

pub(super) async fn delete_policy(ctx: &Context, input: DeletePolicyRequest) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let policy = find_own(&mut tx, &input.policy_arn).await?;
    let is_attached = counts::attachments(&mut tx, &policy.arn).await.map_err(of_state)? > 0;
    if is_attached || !counts::bounded(&mut tx, &policy.arn).await.map_err(of_state)?.is_empty() {
        return Err(DELETE_CONFLICT_EXCEPTION.because("Cannot delete a policy attached to entities."));
    }
    if managed_policies::versions(&mut tx, &policy.id).await.map_err(of_state)?.len() > 1 {
        return Err(DELETE_CONFLICT_EXCEPTION.because(
            "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. \
             The default version is deleted with the policy.",
        ));
    }
    managed_policies::delete(&mut tx, &policy.id).await.map_err(of_state)?;
    commit(ctx, tx).await
}
