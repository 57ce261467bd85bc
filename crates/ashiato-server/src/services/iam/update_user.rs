//! UpdateUser: another name or path for a user.

use ashiato_meta::users;

use super::failure::{already_exists, or_conflict};
use super::owner;
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::UpdateUserRequest;
use crate::context::Context;

pub(super) async fn update_user(ctx: &Context, input: UpdateUserRequest) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let mut user = owner::user(ctx, &mut tx, &input.user_name).await?;
    if let Some(name) = input.new_user_name {
        user.name = name;
    }
    if let Some(path) = input.new_path {
        user.path = path;
    }
    let taken = || already_exists(format!("User with name {} already exists.", user.name));
    or_conflict(users::update(&mut tx, &user).await, taken)?;
    commit(ctx, tx).await
}
