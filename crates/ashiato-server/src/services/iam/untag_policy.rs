//! UntagPolicy: takes tags of a managed policy away.

use super::policies::find_own;
use super::tagged;
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::UntagPolicyRequest;
use crate::context::Context;

pub(super) async fn untag_policy(ctx: &Context, input: UntagPolicyRequest) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let policy = find_own(&mut tx, &input.policy_arn).await?;
    tagged::remove(&mut tx, &policy.id.0, &input.tag_keys).await?;
    commit(ctx, tx).await
}
