//! SetDefaultPolicyVersion: another version of a managed policy holds.

use ashiato_meta::managed_policies;

use super::failure::or_no_such;
use super::policies::{find_own, no_such_version, version};
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::SetDefaultPolicyVersionRequest;
use crate::context::Context;

pub(super) async fn set_default_policy_version(
    ctx: &Context,
    input: SetDefaultPolicyVersionRequest,
) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let policy = find_own(&mut tx, &input.policy_arn).await?;
    let number = version(&input.version_id)?;
    let set = managed_policies::set_default_version(&mut tx, &policy.id, number, ctx.state.now()).await;
    or_no_such(set, || no_such_version(&input.policy_arn, &input.version_id))?;
    commit(ctx, tx).await
}
