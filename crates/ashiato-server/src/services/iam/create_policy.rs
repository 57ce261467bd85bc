//! CreatePolicy: makes a managed policy, and its version v1.

use ashiato_meta::managed_policies::{self, ManagedPolicy};
use ashiato_meta::{PolicyId, counts};
use ashiato_policy::identity::{IdKind, quotas::POLICIES_MAX, unique_id};

use super::failure::{already_exists, limit_exceeded, of_policy, of_state, or_conflict};
use super::policies::{Managed, shown};
use super::transaction::{commit, write};
use super::{arns, tagged, versions};
use crate::aws::Error;
use crate::aws::generated::iam::{CreatePolicyRequest, CreatePolicyResponse, Policy};
use crate::chance;
use crate::context::Context;

pub(super) async fn create_policy(ctx: &Context, input: CreatePolicyRequest) -> Result<CreatePolicyResponse, Error> {
    let kept = &ctx.state.kept;
    let tags = tagged::given(input.tags)?;
    versions::check(&input.policy_document)?;
    let id = unique_id(IdKind::Policy, kept.account.as_str(), chance::number()).map_err(|error| of_policy(&error))?;
    let path = input.path.unwrap_or_else(|| "/".to_string());
    let mut tx = write(ctx).await?;
    if counts::of_account(&mut tx, &kept.account).await.map_err(of_state)?.policies >= POLICIES_MAX as i64 {
        return Err(limit_exceeded("PoliciesPerAccount", POLICIES_MAX));
    }
    let policy = ManagedPolicy {
        id: PolicyId(id),
        account: kept.account.clone(),
        arn: arns::policy(kept.account.as_str(), &path, &input.policy_name),
        name: input.policy_name,
        path,
        description: input.description,
        created: ctx.state.now(),
        updated: ctx.state.now(),
        default_version: 1,
    };
    let taken =
        || already_exists(format!("A policy called {} already exists. Duplicate names are not allowed.", policy.name));
    or_conflict(managed_policies::create(&mut tx, &policy, &input.policy_document).await, taken)?;
    tagged::put(&mut tx, &policy.id.0, tags.clone()).await?;
    let shown = shown(&mut tx, &Managed::Own(policy), Some(tags)).await?;
    commit(ctx, tx).await?;
    // The description is told by GetPolicy alone.
    Ok(CreatePolicyResponse { policy: Some(Policy { description: None, ..shown }) })
}
