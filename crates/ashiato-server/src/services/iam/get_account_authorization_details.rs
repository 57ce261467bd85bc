//! GetAccountAuthorizationDetails: every user, group, role and policy with all that hangs on them.

use ashiato_meta::{PrincipalId, Tx, attachments, groups, inline_policies, managed_policies, roles, users};
use ashiato_policy::managed::MANAGED;

use super::failure::of_state;
use super::paging::{asked, cut};
use super::policies::{self, Managed};
use super::transaction::read;
use super::versions::{self, Documents};
use super::{arns, attached, shown, tagged};
use crate::aws::Error;
use crate::aws::generated::iam::{
    AttachedPolicy, EntityType, GetAccountAuthorizationDetailsRequest, GetAccountAuthorizationDetailsResponse,
    GroupDetail, ManagedPolicyDetail, PolicyDetail, RoleDetail, UserDetail,
};
use crate::context::Context;

/// As many as any quota permits.
const ALL: u32 = 10_000;

/// An entity of the page, whose details are read only if it is on it.
enum Entity {
    User(users::User),
    Group(groups::Group),
    Role(roles::Role),
    Policy(Managed),
}

pub(super) async fn get_account_authorization_details(
    ctx: &Context,
    input: GetAccountAuthorizationDetailsRequest,
) -> Result<GetAccountAuthorizationDetailsResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let mut tx = read(ctx).await?;
    let entities = entities(ctx, &mut tx, input.filter.as_deref()).await?;
    let told = cut(entities, &asked);
    let (mut user_details, mut group_details) = (Vec::new(), Vec::new());
    let (mut role_details, mut policy_details) = (Vec::new(), Vec::new());
    for entity in told.rows {
        match entity {
            Entity::User(user) => user_details.push(user_detail(&mut tx, &user).await?),
            Entity::Group(group) => group_details.push(group_detail(&mut tx, &group).await?),
            Entity::Role(role) => role_details.push(role_detail(&mut tx, &role).await?),
            Entity::Policy(policy) => policy_details.push(policy_detail(&mut tx, &policy).await?),
        }
    }
    Ok(GetAccountAuthorizationDetailsResponse {
        user_detail_list: Some(user_details),
        group_detail_list: Some(group_details),
        role_detail_list: Some(role_details),
        policies: Some(policy_details),
        is_truncated: told.is_truncated,
        marker: told.marker,
    })
}

/// All that are wanted, each by a key that orders them by kind and name.
async fn entities(ctx: &Context, tx: &mut Tx, wanted: Option<&[EntityType]>) -> Result<Vec<(String, Entity)>, Error> {
    let account = &ctx.state.kept.account;
    let is_wanted = |kind: EntityType| wanted.is_none_or(|kinds| kinds.is_empty() || kinds.contains(&kind));
    let mut all = Vec::new();
    if is_wanted(EntityType::User) {
        let page = users::list(tx, account, "/", None, ALL).await.map_err(of_state)?;
        all.extend(page.rows.into_iter().map(|user| (format!("1{}", user.name), Entity::User(user))));
    }
    if is_wanted(EntityType::Group) {
        let page = groups::list(tx, account, "/", None, ALL).await.map_err(of_state)?;
        all.extend(page.rows.into_iter().map(|group| (format!("2{}", group.name), Entity::Group(group))));
    }
    if is_wanted(EntityType::Role) {
        let page = roles::list(tx, account, "/", None, ALL).await.map_err(of_state)?;
        all.extend(page.rows.into_iter().map(|role| (format!("3{}", role.name), Entity::Role(role))));
    }
    if is_wanted(EntityType::LocalManagedPolicy) {
        let page = managed_policies::list(tx, account, "/", None, ALL).await.map_err(of_state)?;
        let own = page.rows.into_iter().map(Managed::Own);
        all.extend(own.map(|policy| (format!("4{}", policy.arn()), Entity::Policy(policy))));
    }
    if is_wanted(EntityType::AWSManagedPolicy) {
        for policy in MANAGED.iter().map(Managed::Aws) {
            // Those of AWS that nobody uses are left out.
            if ashiato_meta::counts::attachments(tx, &policy.arn()).await.map_err(of_state)? > 0 {
                all.push((format!("5{}", policy.arn()), Entity::Policy(policy)));
            }
        }
    }
    Ok(all)
}

async fn user_detail(tx: &mut Tx, user: &users::User) -> Result<UserDetail, Error> {
    let group_list = groups::of_user(tx, &user.id).await.map_err(of_state)?;
    Ok(UserDetail {
        path: Some(user.path.clone()),
        user_name: Some(user.name.clone()),
        user_id: Some(user.id.0.clone()),
        arn: Some(arns::user(user)),
        create_date: Some(shown::time(user.created)),
        user_policy_list: Some(inline(tx, &user.id).await?),
        group_list: Some(group_list.into_iter().map(|group| group.name).collect()),
        attached_managed_policies: Some(attached(tx, &user.id).await?),
        permissions_boundary: shown::boundary(user.boundary.as_ref()),
        tags: Some(shown::tag_list(tagged::list(tx, &user.id.0).await?)),
    })
}

async fn group_detail(tx: &mut Tx, group: &groups::Group) -> Result<GroupDetail, Error> {
    Ok(GroupDetail {
        path: Some(group.path.clone()),
        group_name: Some(group.name.clone()),
        group_id: Some(group.id.0.clone()),
        arn: Some(arns::group(group)),
        create_date: Some(shown::time(group.created)),
        group_policy_list: Some(inline(tx, &group.id).await?),
        attached_managed_policies: Some(attached(tx, &group.id).await?),
    })
}

async fn role_detail(tx: &mut Tx, role: &roles::Role) -> Result<RoleDetail, Error> {
    Ok(RoleDetail {
        path: Some(role.path.clone()),
        role_name: Some(role.name.clone()),
        role_id: Some(role.id.0.clone()),
        arn: Some(arns::role(role)),
        create_date: Some(shown::time(role.created)),
        assume_role_policy_document: Some(shown::document(&role.trust_policy)),
        instance_profile_list: Some(Vec::new()),
        role_policy_list: Some(inline(tx, &role.id).await?),
        attached_managed_policies: Some(attached(tx, &role.id).await?),
        permissions_boundary: shown::boundary(role.boundary.as_ref()),
        tags: Some(shown::tag_list(tagged::list(tx, &role.id.0).await?)),
        role_last_used: Some(shown::last_used(role)),
    })
}

async fn policy_detail(tx: &mut Tx, policy: &Managed) -> Result<ManagedPolicyDetail, Error> {
    let shown = policies::shown(tx, policy, None).await?;
    Ok(ManagedPolicyDetail {
        policy_name: shown.policy_name,
        policy_id: shown.policy_id,
        arn: shown.arn,
        path: shown.path,
        default_version_id: shown.default_version_id,
        attachment_count: shown.attachment_count,
        permissions_boundary_usage_count: shown.permissions_boundary_usage_count,
        is_attachable: shown.is_attachable,
        description: shown.description,
        create_date: shown.create_date,
        update_date: shown.update_date,
        policy_version_list: Some(versions::all(tx, policy, Documents::Shown).await?),
    })
}

async fn inline(tx: &mut Tx, owner: &PrincipalId) -> Result<Vec<PolicyDetail>, Error> {
    let policies = inline_policies::list(tx, owner).await.map_err(of_state)?;
    let detail = |policy: inline_policies::InlinePolicy| PolicyDetail {
        policy_document: Some(shown::document(&policy.document)),
        policy_name: Some(policy.name),
    };
    Ok(policies.into_iter().map(detail).collect())
}

async fn attached(tx: &mut Tx, owner: &PrincipalId) -> Result<Vec<AttachedPolicy>, Error> {
    let arns = attachments::list(tx, owner).await.map_err(of_state)?;
    Ok(arns.iter().map(|arn| attached::shown(arn)).collect())
}
