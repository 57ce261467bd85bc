//! AWS Identity and Access Management.

mod transaction;
mod failure;
mod paging;
mod arns;
mod shown;
mod owner;
mod inline;
mod attached;
mod tagged;
mod policies;
mod versions;
mod trust;
mod keys;
pub(crate) mod password;
mod create_user;
mod get_user;
mod list_users;
mod update_user;
mod delete_user;
mod create_access_key;
mod list_access_keys;
mod update_access_key;
mod delete_access_key;
mod get_access_key_last_used;
mod create_group;
mod get_group;
mod list_groups;
mod list_groups_for_user;
mod update_group;
mod delete_group;
mod add_user_to_group;
mod remove_user_from_group;
mod create_role;
mod get_role;
mod list_roles;
mod update_role;
mod update_role_description;
mod update_assume_role_policy;
mod delete_role;
mod create_login_profile;
mod get_login_profile;
mod update_login_profile;
mod delete_login_profile;
mod change_password;
mod put_user_policy;
mod get_user_policy;
mod list_user_policies;
mod delete_user_policy;
mod attach_user_policy;
mod detach_user_policy;
mod list_attached_user_policies;
mod put_group_policy;
mod get_group_policy;
mod list_group_policies;
mod delete_group_policy;
mod attach_group_policy;
mod detach_group_policy;
mod list_attached_group_policies;
mod put_role_policy;
mod get_role_policy;
mod list_role_policies;
mod delete_role_policy;
mod attach_role_policy;
mod detach_role_policy;
mod list_attached_role_policies;
mod tag_user;
mod untag_user;
mod list_user_tags;
mod put_user_permissions_boundary;
mod delete_user_permissions_boundary;
mod tag_role;
mod untag_role;
mod list_role_tags;
mod put_role_permissions_boundary;
mod delete_role_permissions_boundary;
mod create_policy;
mod get_policy;
mod list_policies;
mod delete_policy;
mod create_policy_version;
mod get_policy_version;
mod list_policy_versions;
mod set_default_policy_version;
mod delete_policy_version;
mod tag_policy;
mod untag_policy;
mod list_policy_tags;
mod list_entities_for_policy;
mod create_account_alias;
mod list_account_aliases;
mod delete_account_alias;
mod get_account_summary;
mod get_account_authorization_details;
mod simulate_principal_policy;

use serde_json::Value;

use super::{run, unknown};
use crate::aws::Error;
use crate::aws::generated::iam::Operation;
use crate::context::Context;

/// Runs an operation. An operation on the list of what is served without a handler here does not compile.
pub(super) async fn call(operation: &str, ctx: &Context, input: Value) -> Result<Value, Error> {
    match Operation::named(operation).ok_or_else(|| unknown(operation))? {
        Operation::AddUserToGroup => run(input, |input| add_user_to_group::add_user_to_group(ctx, input)).await,
        Operation::AttachGroupPolicy => run(input, |input| attach_group_policy::attach_group_policy(ctx, input)).await,
        Operation::AttachRolePolicy => run(input, |input| attach_role_policy::attach_role_policy(ctx, input)).await,
        Operation::AttachUserPolicy => run(input, |input| attach_user_policy::attach_user_policy(ctx, input)).await,
        Operation::ChangePassword => run(input, |input| change_password::change_password(ctx, input)).await,
        Operation::CreateAccessKey => run(input, |input| create_access_key::create_access_key(ctx, input)).await,
        Operation::CreateAccountAlias => {
            run(input, |input| create_account_alias::create_account_alias(ctx, input)).await
        }
        Operation::CreateGroup => run(input, |input| create_group::create_group(ctx, input)).await,
        Operation::CreateLoginProfile => {
            run(input, |input| create_login_profile::create_login_profile(ctx, input)).await
        }
        Operation::CreatePolicy => run(input, |input| create_policy::create_policy(ctx, input)).await,
        Operation::CreatePolicyVersion => {
            run(input, |input| create_policy_version::create_policy_version(ctx, input)).await
        }
        Operation::CreateRole => run(input, |input| create_role::create_role(ctx, input)).await,
        Operation::CreateUser => run(input, |input| create_user::create_user(ctx, input)).await,
        Operation::DeleteAccessKey => run(input, |input| delete_access_key::delete_access_key(ctx, input)).await,
        Operation::DeleteAccountAlias => {
            run(input, |input| delete_account_alias::delete_account_alias(ctx, input)).await
        }
        Operation::DeleteGroup => run(input, |input| delete_group::delete_group(ctx, input)).await,
        Operation::DeleteGroupPolicy => run(input, |input| delete_group_policy::delete_group_policy(ctx, input)).await,
        Operation::DeleteLoginProfile => {
            run(input, |input| delete_login_profile::delete_login_profile(ctx, input)).await
        }
        Operation::DeletePolicy => run(input, |input| delete_policy::delete_policy(ctx, input)).await,
        Operation::DeletePolicyVersion => {
            run(input, |input| delete_policy_version::delete_policy_version(ctx, input)).await
        }
        Operation::DeleteRole => run(input, |input| delete_role::delete_role(ctx, input)).await,
        Operation::DeleteRolePermissionsBoundary => {
            run(input, |input| delete_role_permissions_boundary::delete_role_permissions_boundary(ctx, input)).await
        }
        Operation::DeleteRolePolicy => run(input, |input| delete_role_policy::delete_role_policy(ctx, input)).await,
        Operation::DeleteUser => run(input, |input| delete_user::delete_user(ctx, input)).await,
        Operation::DeleteUserPermissionsBoundary => {
            run(input, |input| delete_user_permissions_boundary::delete_user_permissions_boundary(ctx, input)).await
        }
        Operation::DeleteUserPolicy => run(input, |input| delete_user_policy::delete_user_policy(ctx, input)).await,
        Operation::DetachGroupPolicy => run(input, |input| detach_group_policy::detach_group_policy(ctx, input)).await,
        Operation::DetachRolePolicy => run(input, |input| detach_role_policy::detach_role_policy(ctx, input)).await,
        Operation::DetachUserPolicy => run(input, |input| detach_user_policy::detach_user_policy(ctx, input)).await,
        Operation::GetAccessKeyLastUsed => {
            run(input, |input| get_access_key_last_used::get_access_key_last_used(ctx, input)).await
        }
        Operation::GetAccountAuthorizationDetails => {
            run(input, |input| get_account_authorization_details::get_account_authorization_details(ctx, input)).await
        }
        Operation::GetAccountSummary => run(input, |_: Value| get_account_summary::get_account_summary(ctx)).await,
        Operation::GetGroup => run(input, |input| get_group::get_group(ctx, input)).await,
        Operation::GetGroupPolicy => run(input, |input| get_group_policy::get_group_policy(ctx, input)).await,
        Operation::GetLoginProfile => run(input, |input| get_login_profile::get_login_profile(ctx, input)).await,
        Operation::GetPolicy => run(input, |input| get_policy::get_policy(ctx, input)).await,
        Operation::GetPolicyVersion => run(input, |input| get_policy_version::get_policy_version(ctx, input)).await,
        Operation::GetRole => run(input, |input| get_role::get_role(ctx, input)).await,
        Operation::GetRolePolicy => run(input, |input| get_role_policy::get_role_policy(ctx, input)).await,
        Operation::GetUser => run(input, |input| get_user::get_user(ctx, input)).await,
        Operation::GetUserPolicy => run(input, |input| get_user_policy::get_user_policy(ctx, input)).await,
        Operation::ListAccountAliases => {
            run(input, |input| list_account_aliases::list_account_aliases(ctx, input)).await
        }
        Operation::ListAccessKeys => run(input, |input| list_access_keys::list_access_keys(ctx, input)).await,
        Operation::ListAttachedGroupPolicies => {
            run(input, |input| list_attached_group_policies::list_attached_group_policies(ctx, input)).await
        }
        Operation::ListAttachedRolePolicies => {
            run(input, |input| list_attached_role_policies::list_attached_role_policies(ctx, input)).await
        }
        Operation::ListAttachedUserPolicies => {
            run(input, |input| list_attached_user_policies::list_attached_user_policies(ctx, input)).await
        }
        Operation::ListEntitiesForPolicy => {
            run(input, |input| list_entities_for_policy::list_entities_for_policy(ctx, input)).await
        }
        Operation::ListGroupPolicies => run(input, |input| list_group_policies::list_group_policies(ctx, input)).await,
        Operation::ListGroups => run(input, |input| list_groups::list_groups(ctx, input)).await,
        Operation::ListGroupsForUser => {
            run(input, |input| list_groups_for_user::list_groups_for_user(ctx, input)).await
        }
        Operation::ListPolicies => run(input, |input| list_policies::list_policies(ctx, input)).await,
        Operation::ListPolicyTags => run(input, |input| list_policy_tags::list_policy_tags(ctx, input)).await,
        Operation::ListPolicyVersions => {
            run(input, |input| list_policy_versions::list_policy_versions(ctx, input)).await
        }
        Operation::ListRolePolicies => run(input, |input| list_role_policies::list_role_policies(ctx, input)).await,
        Operation::ListRoleTags => run(input, |input| list_role_tags::list_role_tags(ctx, input)).await,
        Operation::ListRoles => run(input, |input| list_roles::list_roles(ctx, input)).await,
        Operation::ListUserPolicies => run(input, |input| list_user_policies::list_user_policies(ctx, input)).await,
        Operation::ListUserTags => run(input, |input| list_user_tags::list_user_tags(ctx, input)).await,
        Operation::ListUsers => run(input, |input| list_users::list_users(ctx, input)).await,
        Operation::PutGroupPolicy => run(input, |input| put_group_policy::put_group_policy(ctx, input)).await,
        Operation::PutRolePermissionsBoundary => {
            run(input, |input| put_role_permissions_boundary::put_role_permissions_boundary(ctx, input)).await
        }
        Operation::PutRolePolicy => run(input, |input| put_role_policy::put_role_policy(ctx, input)).await,
        Operation::PutUserPermissionsBoundary => {
            run(input, |input| put_user_permissions_boundary::put_user_permissions_boundary(ctx, input)).await
        }
        Operation::PutUserPolicy => run(input, |input| put_user_policy::put_user_policy(ctx, input)).await,
        Operation::RemoveUserFromGroup => {
            run(input, |input| remove_user_from_group::remove_user_from_group(ctx, input)).await
        }
        Operation::SetDefaultPolicyVersion => {
            run(input, |input| set_default_policy_version::set_default_policy_version(ctx, input)).await
        }
        Operation::SimulatePrincipalPolicy => {
            run(input, |input| simulate_principal_policy::simulate_principal_policy(ctx, input)).await
        }
        Operation::TagPolicy => run(input, |input| tag_policy::tag_policy(ctx, input)).await,
        Operation::TagRole => run(input, |input| tag_role::tag_role(ctx, input)).await,
        Operation::TagUser => run(input, |input| tag_user::tag_user(ctx, input)).await,
        Operation::UntagPolicy => run(input, |input| untag_policy::untag_policy(ctx, input)).await,
        Operation::UntagRole => run(input, |input| untag_role::untag_role(ctx, input)).await,
        Operation::UntagUser => run(input, |input| untag_user::untag_user(ctx, input)).await,
        Operation::UpdateAccessKey => run(input, |input| update_access_key::update_access_key(ctx, input)).await,
        Operation::UpdateAssumeRolePolicy => {
            run(input, |input| update_assume_role_policy::update_assume_role_policy(ctx, input)).await
        }
        Operation::UpdateGroup => run(input, |input| update_group::update_group(ctx, input)).await,
        Operation::UpdateLoginProfile => {
            run(input, |input| update_login_profile::update_login_profile(ctx, input)).await
        }
        Operation::UpdateRole => run(input, |input| update_role::update_role(ctx, input)).await,
        Operation::UpdateRoleDescription => {
            run(input, |input| update_role_description::update_role_description(ctx, input)).await
        }
        Operation::UpdateUser => run(input, |input| update_user::update_user(ctx, input)).await,
    }
}
