//! What requests name, transactions, and where pages begin.

use ashiato_meta::alarms::{self, Alarm};
use ashiato_meta::{Place, Tx};

use super::failure::{no_alarm, no_token, of_state, or};
use crate::aws::{Error, page_token};
use crate::context::Context;

pub(super) async fn read(ctx: &Context) -> Result<Tx, Error> {
    ctx.state.kept.meta.read().await.map_err(of_state)
}

pub(super) async fn write(ctx: &Context) -> Result<Tx, Error> {
    ctx.state.kept.meta.write().await.map_err(of_state)
}

pub(super) fn place(ctx: &Context) -> Place {
    Place::new(&ctx.state.kept.account, &ctx.region)
}

pub(super) async fn alarm(tx: &mut Tx, ctx: &Context, name: &str) -> Result<Alarm, Error> {
    alarms::get(tx, &place(ctx), name).await.map_err(or(|| no_alarm(name)))
}

/// An alarm's ARN, which tags are kept by.
pub(super) fn arn(ctx: &Context, name: &str) -> String {
    crate::monitoring::arn(ctx.state.kept.account.as_str(), &ctx.region, name)
}

/// Where a page begins, from the token that the page before gave.
pub(super) fn after(token: Option<&str>) -> Result<Option<String>, Error> {
    let Some(token) = token else { return Ok(None) };
    page_token::decode(token).map(Some).ok_or_else(no_token)
}
