//! ChangePassword: another password for the user that calls, who knows the one before.

use ashiato_meta::{PrincipalId, login_profiles, users};

use super::failure::or_no_such;
use super::password;
use super::transaction::{commit, read, write};
use crate::aws::DeclaredError;
use crate::aws::Error;
use crate::aws::generated::iam::ChangePasswordRequest;
use crate::aws::generated::iam::errors::INVALID_USER_TYPE_EXCEPTION;
use crate::context::Context;
use crate::signature::Identity;

pub(super) async fn change_password(ctx: &Context, input: ChangePasswordRequest) -> Result<(), Error> {
    let Identity::User(id) = &ctx.caller.identity else {
        return Err(INVALID_USER_TYPE_EXCEPTION.because("Only IAM Users can change their own password."));
    };
    let id = PrincipalId(id.clone());
    password::check(&input.new_password)?;
    let mut tx = read(ctx).await?;
    let user = or_no_such(users::by_id(&mut tx, &id).await, || "The user cannot be found.".to_string())?;
    let profile = or_no_such(login_profiles::get(&mut tx, &id).await, || password::absent(&user.name))?;
    drop(tx);
    if !password::verify(input.old_password, profile.password_hash.clone()).await? {
        let denied = DeclaredError { status: 403, ..DeclaredError::shared("AccessDenied") };
        return Err(denied.because("The old password was incorrect."));
    }
    let password_hash = password::hash(input.new_password).await?;
    let mut tx = write(ctx).await?;
    let profile = login_profiles::LoginProfile { password_hash, reset_required: 0, ..profile };
    or_no_such(login_profiles::update(&mut tx, &profile).await, || password::absent(&user.name))?;
    commit(ctx, tx).await
}
