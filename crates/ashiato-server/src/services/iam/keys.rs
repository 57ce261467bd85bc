//! An access key, and the user that a request for a login profile names.

use ashiato_meta::users::User;
use ashiato_meta::{AccessKeyId, Tx, access_keys};

use super::failure::{no_such_entity, or_no_such, validation_error};
use super::owner;
use crate::aws::Error;
use crate::context::Context;

pub(super) fn absent(id: &str) -> String {
    format!("The Access Key with id {id} cannot be found.")
}

/// The key of that id, which must be the user's; without a name it may be the caller's.
pub(super) async fn find(ctx: &Context, tx: &mut Tx, user: Option<&str>, id: &str) -> Result<AccessKeyId, Error> {
    let user = owner::user_or_caller(ctx, tx, user).await?;
    let id = AccessKeyId(id.to_string());
    let key = or_no_such(access_keys::get(tx, &id).await, || absent(&id.0))?;
    let is_theirs = key.account == ctx.state.kept.account && key.user_id == user.map(|user| user.id);
    if is_theirs { Ok(id) } else { Err(no_such_entity(absent(&id.0))) }
}

/// The user whose login profile is asked for, or without a name the one that calls.
pub(super) async fn user_of_profile(ctx: &Context, tx: &mut Tx, name: Option<&str>) -> Result<User, Error> {
    let user = owner::user_or_caller(ctx, tx, name).await?;
    user.ok_or_else(|| validation_error("The root has no login profile."))
}
