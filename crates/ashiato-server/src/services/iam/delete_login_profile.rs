//! DeleteLoginProfile: a user no longer signs in with a password.

use ashiato_meta::login_profiles;

use super::failure::or_no_such;
use super::transaction::{commit, write};
use super::{keys, password};
use crate::aws::Error;
use crate::aws::generated::iam::DeleteLoginProfileRequest;
use crate::context::Context;

pub(super) async fn delete_login_profile(ctx: &Context, input: DeleteLoginProfileRequest) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let user = keys::user_of_profile(ctx, &mut tx, input.user_name.as_deref()).await?;
    or_no_such(login_profiles::delete(&mut tx, &user.id).await, || password::absent(&user.name))?;
    commit(ctx, tx).await
}
