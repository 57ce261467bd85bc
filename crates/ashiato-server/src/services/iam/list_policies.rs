//! ListPolicies: the managed policies, those of AWS and the account's own.

use ashiato_meta::managed_policies;
use ashiato_policy::managed::MANAGED;

use super::failure::of_state;
use super::paging::{asked, cut};
use super::policies::{Managed, shown};
use super::transaction::read;
use crate::aws::Error;
use crate::aws::generated::iam::{ListPoliciesRequest, ListPoliciesResponse, PolicyScopeType, PolicyUsageType};
use crate::context::Context;

pub(super) async fn list_policies(ctx: &Context, input: ListPoliciesRequest) -> Result<ListPoliciesResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let prefix = input.path_prefix.as_deref().unwrap_or("/");
    let scope = input.scope.unwrap_or(PolicyScopeType::All);
    let mut tx = read(ctx).await?;
    let mut found = Vec::new();
    if scope != PolicyScopeType::Local && prefix == "/" {
        found.extend(MANAGED.iter().map(Managed::Aws));
    }
    if scope != PolicyScopeType::Aws {
        // As many as the quota permits.
        let own = managed_policies::list(&mut tx, &ctx.state.kept.account, prefix, None, 5000).await;
        found.extend(own.map_err(of_state)?.rows.into_iter().map(Managed::Own));
    }
    let mut listed = Vec::with_capacity(found.len());
    for policy in found {
        let policy = shown(&mut tx, &policy, None).await?;
        let is_used = |count: Option<i64>| count.is_some_and(|count| count > 0);
        let is_attached = is_used(policy.attachment_count);
        let bounds = is_used(policy.permissions_boundary_usage_count);
        let is_wanted = match &input.policy_usage_filter {
            None => input.only_attached != Some(true) || is_attached || bounds,
            Some(PolicyUsageType::PermissionsPolicy) => is_attached,
            Some(PolicyUsageType::PermissionsBoundary) => bounds,
        };
        if is_wanted {
            listed.push((policy.arn.clone().unwrap_or_default(), policy));
        }
    }
    let told = cut(listed, &asked);
    Ok(ListPoliciesResponse { policies: Some(told.rows), is_truncated: told.is_truncated, marker: told.marker })
}
