//! What requests name: groups by name or ARN, their ARNs, transactions.

use ashiato_meta::log_groups::LogGroup;
use ashiato_meta::{Place, Tx, log_groups};

use super::failure::{invalid, no_group, of_state, or};
use crate::aws::Error;
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

/// The group of a name.
pub(super) async fn group(tx: &mut Tx, ctx: &Context, name: &str) -> Result<LogGroup, Error> {
    log_groups::get(tx, &place(ctx), name).await.map_err(or(no_group))
}

/// The name of a group that is named in one of two ways.
pub(super) fn group_name(ctx: &Context, name: Option<&str>, identifier: Option<&str>) -> Result<String, Error> {
    match (name, identifier) {
        (Some(name), None) => Ok(name.to_string()),
        (None, Some(identifier)) => of_identifier(ctx, identifier),
        (None, None) => Err(invalid("Either logGroupName or logGroupIdentifier must be specified.")),
        (Some(_), Some(_)) => Err(invalid("logGroupName and logGroupIdentifier cannot both be specified.")),
    }
}

/// A name, or a group's ARN with or without `:*`.
pub(super) fn of_identifier(ctx: &Context, identifier: &str) -> Result<String, Error> {
    if !identifier.starts_with("arn:") {
        return Ok(identifier.to_string());
    }
    let name = identifier.strip_prefix(&arn(ctx, "")).ok_or_else(no_group)?;
    Ok(name.strip_suffix(":*").unwrap_or(name).to_string())
}

/// A group's ARN, which tags are kept by.
pub(super) fn arn(ctx: &Context, name: &str) -> String {
    format!("arn:aws:logs:{}:{}:log-group:{name}", ctx.region, ctx.state.kept.account.as_str())
}

/// A prefix of names, as a list goes through them.
pub(super) struct Prefix<'p>(pub(super) Option<&'p str>);

impl Prefix<'_> {
    /// A name that no name with this prefix comes before.
    pub(super) fn begin(&self) -> Option<String> {
        let prefix = self.0?;
        let last = prefix.chars().next_back().map_or(0, char::len_utf8);
        Some(prefix[..prefix.len() - last].to_string())
    }

    pub(super) fn is_of(&self, name: &str) -> bool {
        self.0.is_none_or(|prefix| name.starts_with(prefix))
    }

    /// Whether no later name can have it.
    pub(super) fn is_past(&self, name: &str) -> bool {
        self.0.is_some_and(|prefix| name > prefix && !name.starts_with(prefix))
    }
}
