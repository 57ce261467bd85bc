//! Tags of users, roles and policies.

use ashiato_meta::{Tx, tags};
use ashiato_policy::identity::quotas::TAGS_MAX;
use std::collections::BTreeMap;

use super::failure::{invalid_input, limit_exceeded, of_state};
use super::paging::{Asked, Told, cut};
use super::shown::Tags;
use crate::aws::Error;
use crate::aws::generated::iam::Tag;

/// The tags of a new entity, or those that are added to one.
pub(super) fn given(list: Option<Vec<Tag>>) -> Result<Tags, Error> {
    let mut tags = BTreeMap::new();
    let mut folded = std::collections::HashSet::new();
    for tag in list.unwrap_or_default() {
        if tag.key.to_ascii_lowercase().starts_with("aws:") {
            return Err(invalid_input("Tag keys beginning with aws: are reserved for system use."));
        }
        if !folded.insert(tag.key.to_lowercase()) {
            return Err(invalid_input("Duplicate tag keys found. Please note that Tag keys are case insensitive."));
        }
        tags.insert(tag.key, tag.value);
    }
    Ok(tags)
}

/// Sets tags. A key that differs from one that is there by its case alone takes its place.
pub(super) async fn put(tx: &mut Tx, resource: &str, added: Tags) -> Result<(), Error> {
    let there = tags::list(tx, resource).await.map_err(of_state)?;
    let is_replaced = |key: &String| added.keys().any(|new| new != key && new.to_lowercase() == key.to_lowercase());
    let replaced: Vec<String> = there.keys().filter(|key| is_replaced(key)).cloned().collect();
    let kept = there.keys().filter(|key| !replaced.contains(key) && !added.contains_key(*key)).count();
    if kept + added.len() > TAGS_MAX {
        return Err(limit_exceeded("TagsPerResource", TAGS_MAX));
    }
    tags::remove(tx, resource, &replaced).await.map_err(of_state)?;
    tags::put(tx, resource, &added).await.map_err(of_state)
}

pub(super) async fn list(tx: &mut Tx, resource: &str) -> Result<Tags, Error> {
    tags::list(tx, resource).await.map_err(of_state)
}

pub(super) async fn page(tx: &mut Tx, resource: &str, asked: &Asked) -> Result<Told<Tag>, Error> {
    let tags = list(tx, resource).await?;
    Ok(cut(tags.into_iter().map(|(key, value)| (key.clone(), Tag { key, value })), asked))
}

/// Takes tags away, whatever the case of their keys.
pub(super) async fn remove(tx: &mut Tx, resource: &str, keys: &[String]) -> Result<(), Error> {
    let folded: Vec<String> = keys.iter().map(|key| key.to_lowercase()).collect();
    let there = tags::list(tx, resource).await.map_err(of_state)?;
    let gone: Vec<String> = there.into_keys().filter(|key| folded.contains(&key.to_lowercase())).collect();
    tags::remove(tx, resource, &gone).await.map_err(of_state)
}
