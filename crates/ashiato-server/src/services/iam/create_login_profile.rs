//! CreateLoginProfile: a password for a user.

use ashiato_meta::login_profiles::{self, LoginProfile};

use super::failure::{already_exists, or_conflict, refuse_signin_session, validation_error};
use super::transaction::{commit, write};
use super::{owner, password, shown};
use crate::aws::Error;
use crate::aws::generated::iam as shapes;
use crate::aws::generated::iam::{CreateLoginProfileRequest, CreateLoginProfileResponse};
use crate::context::Context;

pub(super) async fn create_login_profile(
    ctx: &Context,
    input: CreateLoginProfileRequest,
) -> Result<CreateLoginProfileResponse, Error> {
    refuse_signin_session(input.max_signin_session_duration)?;
    let Some(given) = input.password else { return Err(validation_error("Password is required.")) };
    password::check(&given)?;
    let password_hash = password::hash(given).await?;
    let mut tx = write(ctx).await?;
    let user = owner::user_or_caller(ctx, &mut tx, input.user_name.as_deref()).await?;
    let Some(user) = user else { return Err(validation_error("The root has no login profile.")) };
    let profile = LoginProfile {
        user_id: user.id,
        password_hash,
        reset_required: i64::from(input.password_reset_required == Some(true)),
        created: ctx.state.now(),
    };
    let taken = || already_exists(format!("Login Profile for user {} already exists.", user.name));
    or_conflict(login_profiles::create(&mut tx, &profile).await, taken)?;
    commit(ctx, tx).await?;
    let login_profile = shapes::LoginProfile {
        user_name: user.name,
        create_date: shown::time(profile.created),
        password_reset_required: Some(profile.reset_required == 1),
        ..shapes::LoginProfile::default()
    };
    Ok(CreateLoginProfileResponse { login_profile })
}
