//! UpdateGroup: another name or path for a group.

use ashiato_meta::groups;

use super::failure::{already_exists, or_conflict};
use super::owner;
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::UpdateGroupRequest;
use crate::context::Context;

pub(super) async fn update_group(ctx: &Context, input: UpdateGroupRequest) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let mut group = owner::group(ctx, &mut tx, &input.group_name).await?;
    if let Some(name) = input.new_group_name {
        group.name = name;
    }
    if let Some(path) = input.new_path {
        group.path = path;
    }
    let taken = || already_exists(format!("Group with name {} already exists.", group.name));
    or_conflict(groups::update(&mut tx, &group).await, taken)?;
    commit(ctx, tx).await
}
