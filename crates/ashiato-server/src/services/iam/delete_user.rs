//! DeleteUser: a user on whom nothing hangs.

use ashiato_meta::{Kind, access_keys, attachments, groups, inline_policies, login_profiles, users};

use super::failure::{delete_conflict, of_state};
use super::owner;
use super::transaction::{commit, write};
use crate::aws::Error;
use crate::aws::generated::iam::DeleteUserRequest;
use crate::context::Context;

pub(super) async fn delete_user(ctx: &Context, input: DeleteUserRequest) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let user = owner::user(ctx, &mut tx, &input.user_name).await?;
    let account = &ctx.state.kept.account;
    if !access_keys::list(&mut tx, account, Some(&user.id)).await.map_err(of_state)?.is_empty() {
        return Err(delete_conflict("delete access keys"));
    }
    if !inline_policies::list(&mut tx, &user.id).await.map_err(of_state)?.is_empty() {
        return Err(delete_conflict("delete policies"));
    }
    if !attachments::list(&mut tx, &user.id).await.map_err(of_state)?.is_empty() {
        return Err(delete_conflict("detach all policies"));
    }
    if !groups::of_user(&mut tx, &user.id).await.map_err(of_state)?.is_empty() {
        return Err(delete_conflict("remove users from group"));
    }
    match login_profiles::get(&mut tx, &user.id).await {
        Ok(_) => return Err(delete_conflict("delete login profile")),
        Err(error) if error.kind == Kind::NotFound => {}
        Err(error) => return Err(of_state(error)),
    }
    users::delete(&mut tx, &user.id).await.map_err(of_state)?;
    commit(ctx, tx).await
}
