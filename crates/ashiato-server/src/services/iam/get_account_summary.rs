//! GetAccountSummary: how many of each the account has, and may have.

use ashiato_meta::counts;
use ashiato_policy::identity::quotas;

use super::failure::of_state;
use super::transaction::read;
use crate::aws::Error;
use crate::aws::generated::iam::GetAccountSummaryResponse;
use crate::context::Context;

pub(super) async fn get_account_summary(ctx: &Context) -> Result<GetAccountSummaryResponse, Error> {
    let mut tx = read(ctx).await?;
    let counts = counts::of_account(&mut tx, &ctx.state.kept.account).await.map_err(of_state)?;
    let quota = |most: usize| i64::try_from(most).unwrap_or(i64::MAX);
    let summary = [
        ("Users", counts.users),
        ("UsersQuota", quota(quotas::USERS_MAX)),
        ("Groups", counts.groups),
        ("GroupsQuota", quota(quotas::GROUPS_MAX)),
        ("GroupsPerUserQuota", quota(quotas::GROUPS_OF_USER_MAX)),
        ("Roles", counts.roles),
        ("RolesQuota", quota(quotas::ROLES_MAX)),
        ("Policies", counts.policies),
        ("PoliciesQuota", quota(quotas::POLICIES_MAX)),
        ("PolicyVersionsInUse", counts.policy_versions),
        ("VersionsPerPolicyQuota", quota(quotas::POLICY_VERSIONS_MAX)),
        ("PolicySizeQuota", quota(quotas::MANAGED_POLICY_CHARS_MAX)),
        ("UserPolicySizeQuota", quota(quotas::USER_INLINE_CHARS_MAX)),
        ("GroupPolicySizeQuota", quota(quotas::GROUP_INLINE_CHARS_MAX)),
        ("RolePolicySizeQuota", quota(quotas::ROLE_INLINE_CHARS_MAX)),
        ("AssumeRolePolicySizeQuota", quota(quotas::TRUST_POLICY_CHARS_MAX)),
        ("AttachedPoliciesPerUserQuota", quota(quotas::ATTACHED_POLICIES_MAX)),
        ("AttachedPoliciesPerGroupQuota", quota(quotas::ATTACHED_POLICIES_MAX)),
        ("AttachedPoliciesPerRoleQuota", quota(quotas::ATTACHED_POLICIES_MAX)),
        ("AccessKeysPerUserQuota", quota(quotas::ACCESS_KEYS_OF_USER_MAX)),
        ("AccountAccessKeysPresent", counts.root_keys.min(1)),
        ("AccountMFAEnabled", 0),
        ("AccountPasswordPresent", 0),
        ("MFADevices", 0),
        ("MFADevicesInUse", 0),
        ("Providers", 0),
    ];
    let summary_map = summary.into_iter().map(|(name, count)| (name.to_string(), count)).collect();
    Ok(GetAccountSummaryResponse { summary_map: Some(summary_map) })
}
