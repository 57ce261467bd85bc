//! TagUser: sets tags of a user.

use super::transaction::{commit, write};
use super::{owner, tagged};
use crate::aws::Error;
use crate::aws::generated::iam::TagUserRequest;
use crate::context::Context;

pub(super) async fn tag_user(ctx: &Context, input: TagUserRequest) -> Result<(), Error> {
    let tags = tagged::given(Some(input.tags))?;
    let mut tx = write(ctx).await?;
    let user = owner::user(ctx, &mut tx, &input.user_name).await?;
    tagged::put(&mut tx, &user.id.0, tags).await?;
    commit(ctx, tx).await
}
