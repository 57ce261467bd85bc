//! CreatePolicyVersion: another document for a managed policy.

use ashiato_meta::{Kind, managed_policies};
use ashiato_policy::identity::quotas::POLICY_VERSIONS_MAX;

use super::failure::of_state;
use super::policies::find_own;
use super::transaction::{commit, write};
use super::{shown, versions};
use crate::aws::Error;
use crate::aws::generated::iam::errors::LIMIT_EXCEEDED_EXCEPTION;
use crate::aws::generated::iam::{CreatePolicyVersionRequest, CreatePolicyVersionResponse, PolicyVersion};
use crate::context::Context;

pub(super) async fn create_policy_version(
    ctx: &Context,
    input: CreatePolicyVersionRequest,
) -> Result<CreatePolicyVersionResponse, Error> {
    versions::check(&input.policy_document)?;
    let mut tx = write(ctx).await?;
    let policy = find_own(&mut tx, &input.policy_arn).await?;
    let (now, most) = (ctx.state.now(), POLICY_VERSIONS_MAX as i64);
    let added = managed_policies::add_version(&mut tx, &policy.id, &input.policy_document, now, most).await;
    let version = added.map_err(|error| match error.kind {
        Kind::Throttled => LIMIT_EXCEEDED_EXCEPTION.because(format!(
            "A managed policy can have up to {POLICY_VERSIONS_MAX} versions. Before you create a new version, you must \
             delete an existing version."
        )),
        _ => of_state(error),
    })?;
    let is_default = input.set_as_default == Some(true);
    if is_default {
        managed_policies::set_default_version(&mut tx, &policy.id, version, now).await.map_err(of_state)?;
    }
    commit(ctx, tx).await?;
    let policy_version = PolicyVersion {
        version_id: Some(format!("v{version}")),
        is_default_version: Some(is_default),
        create_date: Some(shown::time(now)),
        document: None,
    };
    Ok(CreatePolicyVersionResponse { policy_version: Some(policy_version) })
}
