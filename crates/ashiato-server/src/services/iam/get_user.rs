//! GetUser: a user, or without a name who calls.

use ashiato_meta::accounts;

use super::failure::of_state;
use super::transaction::read;
use super::{owner, shown, tagged};
use crate::aws::Error;
use crate::aws::generated::iam::{GetUserRequest, GetUserResponse, User};
use crate::context::Context;

pub(super) async fn get_user(ctx: &Context, input: GetUserRequest) -> Result<GetUserResponse, Error> {
    let mut tx = read(ctx).await?;
    let user = match owner::user_or_caller(ctx, &mut tx, input.user_name.as_deref()).await? {
        Some(user) => {
            let tags = tagged::list(&mut tx, &user.id.0).await?;
            shown::user(&user, Some(tags))
        }
        None => {
            let accounts = accounts::list(&mut tx).await.map_err(of_state)?;
            let own = accounts.into_iter().find(|account| account.id == ctx.state.kept.account);
            User {
                path: "/".to_string(),
                user_name: String::new(),
                user_id: ctx.caller.principal.user_id.clone(),
                arn: ctx.caller.principal.arn.clone(),
                create_date: own.map(|account| shown::time(account.created)).unwrap_or_default(),
                ..User::default()
            }
        }
    };
    Ok(GetUserResponse { user })
}
