//! DeletePolicyVersion: a version of a managed policy that does not hold.

use ashiato_meta::{Kind, managed_policies};

use super::failure::{no_such_entity, of_state};
use super::policies::{find_own, no_such_version, version};
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::DeletePolicyVersionRequest;
use crate::aws::generated::iam::errors::DELETE_CONFLICT_EXCEPTION;
use crate::context::Context;

pub(super) async fn delete_policy_version(ctx: &Context, input: DeletePolicyVersionRequest) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let policy = find_own(&mut tx, &input.policy_arn).await?;
    let number = version(&input.version_id)?;
    let gone = managed_policies::delete_version(&mut tx, &policy.id, number, ctx.state.now()).await;
    gone.map_err(|error| match error.kind {
        Kind::Conflict => DELETE_CONFLICT_EXCEPTION.because("Cannot delete the default version of a policy."),
        Kind::NotFound => no_such_entity(no_such_version(&input.policy_arn, &input.version_id)),
        _ => of_state(error),
    })?;
    commit(ctx, tx).await
}
