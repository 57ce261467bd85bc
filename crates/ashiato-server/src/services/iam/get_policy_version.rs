//! GetPolicyVersion: a version of a managed policy, with its document.

use super::failure::no_such_entity;
use super::transaction::read;
use super::{policies, versions};
use crate::aws::Error;
use crate::aws::generated::iam::{GetPolicyVersionRequest, GetPolicyVersionResponse};
use crate::context::Context;

pub(super) async fn get_policy_version(
    ctx: &Context,
    input: GetPolicyVersionRequest,
) -> Result<GetPolicyVersionResponse, Error> {
    let mut tx = read(ctx).await?;
    let policy = policies::find(&mut tx, &input.policy_arn).await?;
    let all = versions::all(&mut tx, &policy, versions::Documents::Shown).await?;
    let found = all.into_iter().find(|version| version.version_id.as_ref() == Some(&input.version_id));
    let absent = || no_such_entity(policies::no_such_version(&input.policy_arn, &input.version_id));
    Ok(GetPolicyVersionResponse { policy_version: Some(found.ok_or_else(absent)?) })
}
