//! GetLoginProfile: whether a user has a password, and since when.

use ashiato_meta::login_profiles;

use super::failure::or_no_such;
use super::transaction::read;
use super::{keys, password, shown};
use crate::aws::Error;
use crate::aws::generated::iam as shapes;
use crate::aws::generated::iam::{GetLoginProfileRequest, GetLoginProfileResponse};
use crate::context::Context;

pub(super) async fn get_login_profile(
    ctx: &Context,
    input: GetLoginProfileRequest,
) -> Result<GetLoginProfileResponse, Error> {
    let mut tx = read(ctx).await?;
    let user = keys::user_of_profile(ctx, &mut tx, input.user_name.as_deref()).await?;
    let profile = or_no_such(login_profiles::get(&mut tx, &user.id).await, || password::absent(&user.name))?;
    let login_profile = shapes::LoginProfile {
        user_name: user.name,
        create_date: shown::time(profile.created),
        password_reset_required: Some(profile.reset_required == 1),
        ..shapes::LoginProfile::default()
    };
    Ok(GetLoginProfileResponse { login_profile })
}
