//! TagPolicy: sets tags of a managed policy.

use super::policies::find_own;
use super::tagged;
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::TagPolicyRequest;
use crate::context::Context;

pub(super) async fn tag_policy(ctx: &Context, input: TagPolicyRequest) -> Result<(), Error> {
    let tags = tagged::given(Some(input.tags))?;
    let mut tx = write(ctx).await?;
    let policy = find_own(&mut tx, &input.policy_arn).await?;
    tagged::put(&mut tx, &policy.id.0, tags).await?;
    commit(ctx, tx).await
}
