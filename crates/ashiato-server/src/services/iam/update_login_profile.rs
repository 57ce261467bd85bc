//! UpdateLoginProfile: another password for a user.

use ashiato_meta::login_profiles;

use super::failure::{or_no_such, refuse_signin_session};
use super::transaction::{commit, write};
use super::{owner, password};
use crate::aws::Error;
use crate::aws::generated::iam::UpdateLoginProfileRequest;
use crate::context::Context;

pub(super) async fn update_login_profile(ctx: &Context, input: UpdateLoginProfileRequest) -> Result<(), Error> {
    refuse_signin_session(input.max_signin_session_duration)?;
    let password_hash = match input.password {
        Some(given) => {
            password::check(&given)?;
            Some(password::hash(given).await?)
        }
        None => None,
    };
    let mut tx = write(ctx).await?;
    let user = owner::user(ctx, &mut tx, &input.user_name).await?;
    let mut profile = or_no_such(login_profiles::get(&mut tx, &user.id).await, || password::absent(&user.name))?;
    profile.password_hash = password_hash.unwrap_or(profile.password_hash);
    profile.reset_required = input.password_reset_required.map_or(profile.reset_required, i64::from);
    or_no_such(login_profiles::update(&mut tx, &profile).await, || password::absent(&user.name))?;
    commit(ctx, tx).await
}
