//! Listing: a page of keys under a prefix, those with the delimiter after it rolled up.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

use crate::object::Object;

/// What to list.
#[derive(Debug, Clone, Default)]
pub struct ListQuery<'a> {
    /// Only keys that start with this.
    pub prefix: &'a str,
    /// Keys that hold this after the prefix are given as the common prefix that ends with it. Empty for none.
    pub delimiter: &'a str,
    /// Only what comes after this key or common prefix. Empty for the start.
    pub after: &'a str,
    /// How many entries at most.
    pub entries_max: usize,
}

/// One entry of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A key and its object.
    Object(String, Arc<Object>),
    /// A common prefix.
    Prefix(String),
}

impl Entry {
    /// The key or the common prefix.
    pub fn name(&self) -> &str {
        match self {
            Self::Object(name, _) | Self::Prefix(name) => name,
        }
    }
}

/// A page of a listing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The entries, in the order of their bytes.
    pub entries: Vec<Entry>,
    /// Where there is more: the `after` of the next page. It holds also if objects come and go in between.
    pub next: Option<String>,
}

/// Lists a bucket: it visits the entries of the page, not what a common prefix hides.
pub(crate) fn list(objects: &BTreeMap<String, Arc<Object>>, query: &ListQuery<'_>) -> Page {
    let mut page = Page::default();
    if query.entries_max == 0 {
        return page;
    }
    let mut from = match common_prefix(query.after, query) {
        // A page that ended with a common prefix: go on after all that it hides.
        Some(prefix) if prefix == query.after => match after_prefix(prefix) {
            Some(next) => Bound::Included(next),
            None => return page,
        },
        _ if query.after < query.prefix => Bound::Included(query.prefix.to_string()),
        _ => Bound::Excluded(query.after.to_string()),
    };
    loop {
        let next = objects.range((from, Bound::Unbounded)).next();
        let Some((key, object)) = next.filter(|(key, _)| key.starts_with(query.prefix)) else { return page };
        if page.entries.len() == query.entries_max {
            page.next = page.entries.last().map(|entry| entry.name().to_string());
            return page;
        }
        match common_prefix(key, query) {
            Some(prefix) => {
                page.entries.push(Entry::Prefix(prefix.to_string()));
                match after_prefix(prefix) {
                    Some(next) => from = Bound::Included(next),
                    None => return page,
                }
            }
            None => {
                page.entries.push(Entry::Object(key.clone(), Arc::clone(object)));
                from = Bound::Excluded(key.clone());
            }
        }
    }
}

/// The common prefix that hides a key, if one does.
fn common_prefix<'a>(key: &'a str, query: &ListQuery<'_>) -> Option<&'a str> {
    if query.delimiter.is_empty() {
        return None;
    }
    let rest = key.strip_prefix(query.prefix)?;
    let end = query.prefix.len() + rest.find(query.delimiter)? + query.delimiter.len();
    Some(&key[..end])
}

/// The first text after every text that starts with `prefix`, if there is one.
fn after_prefix(prefix: &str) -> Option<String> {
    let mut text = prefix.to_string();
    while let Some(last) = text.pop() {
        let next = match last {
            '\u{d7ff}' => Some('\u{e000}'),
            _ => char::from_u32(u32::from(last) + 1),
        };
        if let Some(next) = next {
            text.push(next);
            return Some(text);
        }
    }
    None
}
