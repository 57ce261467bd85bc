//! PutGroupPolicy: a policy inside a group, in place of one of that name.

use super::inline;
use super::owner::OwnerKind;
use crate::aws::Error;
use crate::aws::generated::iam::PutGroupPolicyRequest;
use crate::context::Context;

pub(super) async fn put_group_policy(ctx: &Context, input: PutGroupPolicyRequest) -> Result<(), Error> {
    inline::put(ctx, OwnerKind::Group, &input.group_name, &input.policy_name, &input.policy_document).await
}
