//! UntagUser: takes tags of a user away.

use super::transaction::{commit, write};
use super::{owner, tagged};
use crate::aws::Error;
use crate::aws::generated::iam::UntagUserRequest;
use crate::context::Context;

pub(super) async fn untag_user(ctx: &Context, input: UntagUserRequest) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let user = owner::user(ctx, &mut tx, &input.user_name).await?;
    tagged::remove(&mut tx, &user.id.0, &input.tag_keys).await?;
    commit(ctx, tx).await
}
