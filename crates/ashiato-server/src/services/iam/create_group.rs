//! CreateGroup: makes a group.

use ashiato_meta::groups::{self, Group};
use ashiato_meta::{PrincipalId, counts};
use ashiato_policy::identity::{IdKind, quotas::GROUPS_MAX, unique_id};

use super::failure::{already_exists, limit_exceeded, of_policy, of_state, or_conflict};
use super::shown;
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::{CreateGroupRequest, CreateGroupResponse};
use crate::chance;
use crate::context::Context;

pub(super) async fn create_group(ctx: &Context, input: CreateGroupRequest) -> Result<CreateGroupResponse, Error> {
    let kept = &ctx.state.kept;
    let id = unique_id(IdKind::Group, kept.account.as_str(), chance::number()).map_err(|error| of_policy(&error))?;
    let mut tx = write(ctx).await?;
    if counts::of_account(&mut tx, &kept.account).await.map_err(of_state)?.groups >= GROUPS_MAX as i64 {
        return Err(limit_exceeded("GroupsPerAccount", GROUPS_MAX));
    }
    let group = Group {
        id: PrincipalId(id),
        account: kept.account.clone(),
        name: input.group_name,
        path: input.path.unwrap_or_else(|| "/".to_string()),
        created: ctx.state.now(),
    };
    let taken = || already_exists(format!("Group with name {} already exists.", group.name));
    or_conflict(groups::create(&mut tx, &group).await, taken)?;
    commit(ctx, tx).await?;
    Ok(CreateGroupResponse { group: shown::group(&group) })
}
