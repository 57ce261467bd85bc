//! CreateUser: makes a user.

use ashiato_meta::users::{self, User};
use ashiato_meta::{PrincipalId, counts};
use ashiato_policy::identity::{IdKind, quotas::USERS_MAX, unique_id};

use super::failure::{already_exists, limit_exceeded, of_policy, of_state, or_conflict};
use super::transaction::{commit, write};
use super::{attached, shown, tagged};
use crate::aws::Error;
use crate::aws::generated::iam::{CreateUserRequest, CreateUserResponse};
use crate::chance;
use crate::context::Context;

pub(super) async fn create_user(ctx: &Context, input: CreateUserRequest) -> Result<CreateUserResponse, Error> {
    let kept = &ctx.state.kept;
    let tags = tagged::given(input.tags)?;
    let id = unique_id(IdKind::User, kept.account.as_str(), chance::number()).map_err(|error| of_policy(&error))?;
    let mut tx = write(ctx).await?;
    if counts::of_account(&mut tx, &kept.account).await.map_err(of_state)?.users >= USERS_MAX as i64 {
        return Err(limit_exceeded("UsersPerAccount", USERS_MAX));
    }
    if let Some(arn) = &input.permissions_boundary {
        attached::check_boundary(&mut tx, arn).await?;
    }
    let user = User {
        id: PrincipalId(id),
        account: kept.account.clone(),
        name: input.user_name,
        path: input.path.unwrap_or_else(|| "/".to_string()),
        created: ctx.state.now(),
        boundary: input.permissions_boundary,
        password_last_used: None,
    };
    let taken = || already_exists(format!("User with name {} already exists.", user.name));
    or_conflict(users::create(&mut tx, &user).await, taken)?;
    tagged::put(&mut tx, &user.id.0, tags.clone()).await?;
    commit(ctx, tx).await?;
    Ok(CreateUserResponse { user: Some(shown::user(&user, Some(tags))) })
}
