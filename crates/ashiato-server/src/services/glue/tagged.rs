//! What can have tags: databases.

use ashiato_meta::{Place, Tx};

use super::names;
use crate::aws::Error;
use crate::aws::generated::glue::errors::ENTITY_NOT_FOUND_EXCEPTION;
use crate::context::Context;

/// The most tags that a resource may have.
pub(super) const TAGS_MAX: usize = 50;

/// Refuses an ARN that is no database's.
pub(super) async fn expect(tx: &mut Tx, ctx: &Context, arn: &str) -> Result<(), Error> {
    let account = ctx.state.kept.account.as_str();
    let start = format!("arn:aws:glue:{}:{account}:database/", ctx.region);
    let missing = || ENTITY_NOT_FOUND_EXCEPTION.because(format!("Resource {arn} not found."));
    let name = arn.strip_prefix(&start).ok_or_else(missing)?;
    let place = Place::new(&ctx.state.kept.account, &ctx.region);
    names::database(tx, &place, name).await.map(drop)
}
