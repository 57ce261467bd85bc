//! ListEntitiesForPolicy: to whom a managed policy is attached, and whom it bounds.

use ashiato_meta::{PrincipalId, attachments, counts, groups, roles, users};

use super::failure::of_state;
use super::paging::{asked, cut};
use super::policies;
use super::transaction::read;
use crate::aws::Error;
use crate::aws::generated::iam::{
    EntityType, ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse, PolicyGroup, PolicyRole, PolicyUsageType,
    PolicyUser,
};
use crate::context::Context;

pub(super) async fn list_entities_for_policy(
    ctx: &Context,
    input: ListEntitiesForPolicyRequest,
) -> Result<ListEntitiesForPolicyResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let mut tx = read(ctx).await?;
    let arn = policies::find(&mut tx, &input.policy_arn).await?.arn();
    let mut ids: Vec<PrincipalId> = Vec::new();
    if input.policy_usage_filter != Some(PolicyUsageType::PermissionsBoundary) {
        // As many as the quotas of users, groups and roles permit together.
        ids.extend(attachments::owners(&mut tx, &arn, None, 10_000).await.map_err(of_state)?.rows);
    }
    if input.policy_usage_filter != Some(PolicyUsageType::PermissionsPolicy) {
        ids.extend(counts::bounded(&mut tx, &arn).await.map_err(of_state)?);
    }
    ids.sort();
    ids.dedup();
    let prefix = input.path_prefix.as_deref().unwrap_or("/");
    let is_wanted = |kind: EntityType| input.entity_filter.as_ref().is_none_or(|wanted| *wanted == kind);
    ids.retain(|id| match &id.0[..4.min(id.0.len())] {
        "AIDA" => is_wanted(EntityType::User),
        "AGPA" => is_wanted(EntityType::Group),
        _ => is_wanted(EntityType::Role),
    });
    let told = cut(ids.into_iter().map(|id| (id.0.clone(), id)), &asked);
    let (mut of_users, mut of_groups, mut of_roles) = (Vec::new(), Vec::new(), Vec::new());
    for id in told.rows {
        match &id.0[..4.min(id.0.len())] {
            "AIDA" => {
                let user = users::by_id(&mut tx, &id).await.map_err(of_state)?;
                if user.path.starts_with(prefix) {
                    of_users.push(PolicyUser { user_name: Some(user.name), user_id: Some(id.0) });
                }
            }
            "AGPA" => {
                let group = groups::by_id(&mut tx, &id).await.map_err(of_state)?;
                if group.path.starts_with(prefix) {
                    of_groups.push(PolicyGroup { group_name: Some(group.name), group_id: Some(id.0) });
                }
            }
            _ => {
                let role = roles::by_id(&mut tx, &id).await.map_err(of_state)?;
                if role.path.starts_with(prefix) {
                    of_roles.push(PolicyRole { role_name: Some(role.name), role_id: Some(id.0) });
                }
            }
        }
    }
    Ok(ListEntitiesForPolicyResponse {
        policy_groups: Some(of_groups),
        policy_users: Some(of_users),
        policy_roles: Some(of_roles),
        is_truncated: told.is_truncated,
        marker: told.marker,
    })
}
