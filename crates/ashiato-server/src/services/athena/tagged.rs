//! What can be tagged: work groups and data catalogs, by their ARNs.

use ashiato_meta::{Kind, data_catalogs};
use std::collections::BTreeMap;

use super::errors::{fault, invalid, not_found};
use super::work_group;
use crate::aws::Error;
use crate::aws::generated::athena::Tag;
use crate::context::Context;

/// A resource has at most so many.
const TAGS_MAX: usize = 50;

/// The ARN of a work group.
pub(super) fn work_group_arn(ctx: &Context, name: &str) -> String {
    arn(ctx, "workgroup", name)
}

/// The ARN of a data catalog.
pub(super) fn data_catalog_arn(ctx: &Context, name: &str) -> String {
    arn(ctx, "datacatalog", name)
}

fn arn(ctx: &Context, kind: &str, name: &str) -> String {
    format!("arn:aws:athena:{}:{}:{kind}/{name}", ctx.region, ctx.state.kept.account.as_str())
}

/// Refuses an ARN of nothing that is there.
pub(super) async fn expect(ctx: &Context, resource_arn: &str) -> Result<(), Error> {
    let missing = || not_found(format!("Resource {resource_arn} is not found."), resource_arn);
    let named = |kind: &str| resource_arn.strip_prefix(&arn(ctx, kind, ""));
    if let Some(name) = named("workgroup") {
        return work_group::find(ctx, Some(name)).await.map(drop).map_err(|error| match error.declared.status {
            400 => missing(),
            _ => error,
        });
    }
    if let Some(name) = named("datacatalog") {
        let mut tx = ctx.state.kept.meta.read().await.map_err(fault)?;
        return match data_catalogs::get(&mut tx, &work_group::region(ctx), name).await {
            // An ARN is spelled in one way.
            Ok(kept) if kept.name == name => Ok(()),
            Ok(_) => Err(missing()),
            Err(error) if error.kind == Kind::NotFound && name.eq_ignore_ascii_case("awsdatacatalog") => Ok(()),
            Err(error) if error.kind == Kind::NotFound => Err(missing()),
            Err(error) => Err(fault(error)),
        };
    }
    if resource_arn.starts_with("arn:") { Err(missing()) } else { Err(invalid("ResourceARN is not a valid ARN.")) }
}

/// Tags as they are kept. A tag needs a key, each key once.
pub(super) fn tags(given: Vec<Tag>) -> Result<BTreeMap<String, String>, Error> {
    let mut tags = BTreeMap::new();
    for tag in given {
        let key = tag.key.ok_or_else(|| invalid("A tag needs a key."))?;
        if key.to_ascii_lowercase().starts_with("aws:") {
            return Err(invalid(format!("The tag key {key} begins with a reserved prefix.")));
        }
        if tags.insert(key.clone(), tag.value.unwrap_or_default()).is_some() {
            return Err(invalid(format!("The tag key {key} is given twice.")));
        }
    }
    expect_few(tags.len())?;
    Ok(tags)
}

/// Refuses more tags than a resource may have.
pub(super) fn expect_few(count: usize) -> Result<(), Error> {
    if count > TAGS_MAX { Err(invalid(format!("A resource may have at most {TAGS_MAX} tags."))) } else { Ok(()) }
}
