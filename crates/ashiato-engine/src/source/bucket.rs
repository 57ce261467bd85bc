//! Listing a bucket: page by page, or folder by folder where a query leaves folders out.
//!
//! A store lists a thousand keys a request. Where nothing is left out, every key is asked for in its order. Else the
//! first pages are read so too, past the folders that are left out, and that is all a small bucket takes. Only one that
//! goes on is looked at folder by folder: each folder by its first page, which tells whether it is small, or goes
//! through many small ones, and is read on page by page; or whether few large folders lie in it, which are then asked
//! for by name and listed each on its own, several at once. So no bucket takes many more requests than all of its keys
//! would, and a large one is listed where the query looks.

use crate::scan::folders::{FolderFilter, Standing};
use futures::FutureExt;
use futures::future::{BoxFuture, try_join_all};
use object_store::list::{PaginatedListOptions, PaginatedListResult, PaginatedListStore};
use object_store::{ObjectMeta, Result};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::Semaphore;

/// Requests under way at once.
const REQUESTS_UNDER_WAY: usize = 16;

/// So many pages are read before a bucket is looked at folder by folder.
const FIRST_PAGES: usize = 4;

/// A first page that goes through more folders than this is one of small folders.
const FOLDERS_OF_A_PAGE: usize = 4;

/// Neighbours that are wanted whole are listed together, but no more than this, so that several go at once.
const RUN_FOLDERS: usize = 8;

/// Folders within folders are looked into so deep; below, page by page.
const DEPTH: usize = 24;

/// What a listing found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Objects in no pruned folder.
    pub(crate) objects: Vec<ObjectMeta>,
    /// The highest folders that are pruned, each ending in a slash.
    pub(crate) pruned: BTreeSet<String>,
}

/// Every object whose key starts with `prefix`, but for those in folders that the filter prunes; and how many requests
/// it took. `prefix` itself is not judged: it was asked for.
///
/// # Errors
/// The store's.
pub(crate) async fn find(store: &dyn PaginatedListStore, prefix: &str, filter: &FolderFilter) -> Result<(Found, u64)> {
    let lister = Lister {
        store,
        filter,
        root: prefix.len(),
        room: Semaphore::new(REQUESTS_UNDER_WAY),
        requests: AtomicU64::new(0),
    };
    let pages_max = if filter.is_open() { usize::MAX } else { FIRST_PAGES };
    let found = match lister.pages_up_to(pages_max, prefix, None, &Span::default()).await? {
        Some(found) => found,
        None => lister.folder(prefix.to_string(), None, DEPTH).await?,
    };
    Ok((found, lister.requests.into_inner()))
}

struct Lister<'a> {
    store: &'a dyn PaginatedListStore,
    filter: &'a FolderFilter,
    /// How long the prefix is that was asked for.
    root: usize,
    room: Semaphore,
    requests: AtomicU64,
}

/// A part of the keys below a prefix: behind one key, and within some folders that lie next to each other.
#[derive(Debug, Default)]
struct Span {
    after: Option<String>,
    folders: Option<BTreeSet<String>>,
}

impl Lister<'_> {
    async fn page(&self, prefix: &str, options: PaginatedListOptions) -> Result<PaginatedListResult> {
        let _room = self.room.acquire().await.expect("the semaphore is never closed");
        self.requests.fetch_add(1, Ordering::Relaxed);
        self.store.list_paginated((!prefix.is_empty()).then_some(prefix), options).await
    }

    /// What is below a folder; `first` is its first page, where that is known.
    fn folder(&self, prefix: String, first: Option<PaginatedListResult>, depth: usize) -> BoxFuture<'_, Result<Found>> {
        async move {
            let first = match first {
                Some(first) => first,
                None => self.page(&prefix, PaginatedListOptions::default()).await?,
            };
            let keys = first.result.objects.iter().map(|object| object.location.as_ref());
            let folders: BTreeSet<&str> = keys.filter_map(|key| child(&prefix, key)).collect();
            // Below a region lie years, months and days: no more than two of each are to be looked into.
            let folders_max = if self.filter.is_of_one_region(&prefix) { usize::MAX } else { FOLDERS_OF_A_PAGE };
            let has_few = (1..=folders_max).contains(&folders.len());
            if first.page_token.is_none() || !has_few || depth == 0 {
                return self.pages(&prefix, Some(first), &Span::default()).await;
            }
            let (objects, children) = self.children(&prefix).await?;
            match children.as_slice() {
                // Its first page is that of the folder around it.
                [only] if objects.is_empty() && self.filter.standing(only) == Standing::Open => {
                    self.folder(only.clone(), Some(first), depth - 1).await
                }
                _ => self.below(&prefix, objects, children, depth).await,
            }
        }
        .boxed()
    }

    /// What is in a folder, and in each of the folders in it.
    async fn below(
        &self,
        prefix: &str,
        objects: Vec<ObjectMeta>,
        children: Vec<String>,
        depth: usize,
    ) -> Result<Found> {
        let mut found = Found { objects, ..Found::default() };
        let mut parts: Vec<BoxFuture<'_, Result<Found>>> = Vec::new();
        let mut run = Span::default();
        let mut previous: Option<String> = None;
        for child in children {
            let standing = self.filter.standing(&child);
            let is_full = run.folders.as_ref().is_some_and(|folders| folders.len() >= RUN_FOLDERS);
            if standing != Standing::Whole || is_full {
                parts.extend(self.run(prefix, std::mem::take(&mut run)));
            }
            match standing {
                Standing::Pruned => {
                    found.pruned.insert(child.clone());
                }
                Standing::Open => parts.push(self.folder(child.clone(), None, depth - 1)),
                Standing::Whole => {
                    let before = previous.as_deref().map(end_of);
                    let folders = run.folders.get_or_insert_with(|| {
                        run.after = before;
                        BTreeSet::new()
                    });
                    folders.insert(child.clone());
                }
            }
            previous = Some(child);
        }
        parts.extend(self.run(prefix, run));
        for part in try_join_all(parts).await? {
            found.objects.extend(part.objects);
            found.pruned.extend(part.pruned);
        }
        Ok(found)
    }

    /// Neighbours that are wanted whole.
    fn run<'s>(&'s self, prefix: &str, run: Span) -> Option<BoxFuture<'s, Result<Found>>> {
        let folders = run.folders.as_ref()?;
        let (prefix, run) = match folders.first() {
            Some(only) if folders.len() == 1 => (only.clone(), Span::default()),
            _ => (prefix.to_string(), run),
        };
        Some(async move { self.pages(&prefix, None, &run).await }.boxed())
    }

    /// Page by page, past the folders that are pruned.
    async fn pages(&self, prefix: &str, first: Option<PaginatedListResult>, span: &Span) -> Result<Found> {
        Ok(self.pages_up_to(usize::MAX, prefix, first, span).await?.unwrap_or_default())
    }

    /// The same, given up after so many pages.
    async fn pages_up_to(
        &self,
        pages_max: usize,
        prefix: &str,
        first: Option<PaginatedListResult>,
        span: &Span,
    ) -> Result<Option<Found>> {
        let after = |key: String| PaginatedListOptions { offset: Some(key), ..PaginatedListOptions::default() };
        let end = span.folders.as_ref().and_then(BTreeSet::last).map(|last| end_of(last));
        let mut found = Found::default();
        let mut next = match first {
            Some(first) => first,
            None => self.page(prefix, span.after.clone().map(after).unwrap_or_default()).await?,
        };
        for _ in 1..pages_max {
            let PaginatedListResult { result, page_token } = next;
            let last = result.objects.iter().map(|object| object.location.to_string()).max();
            self.take(prefix, result.objects, span, &mut found);
            let Some(token) = page_token else { return Ok(Some(found)) };
            let pruned = last.as_deref().and_then(|last| self.filter.pruned_above(last, self.root)).map(end_of);
            let reached = pruned.clone().or_else(|| last.clone());
            if end.as_ref().zip(reached).is_some_and(|(end, reached)| reached >= *end) {
                return Ok(Some(found));
            }
            // The first page may be that of a folder above, and a token is good for its own prefix alone.
            let behind = pruned.or_else(|| last.filter(|_| !self.filter.is_open()));
            let on = || PaginatedListOptions { page_token: Some(token), ..PaginatedListOptions::default() };
            next = self.page(prefix, behind.map_or_else(on, after)).await?;
        }
        self.take(prefix, next.result.objects, span, &mut found);
        Ok(next.page_token.is_none().then_some(found))
    }

    /// Adds the objects that are wanted.
    fn take(&self, prefix: &str, objects: Vec<ObjectMeta>, span: &Span, found: &mut Found) {
        // Objects of one folder come together.
        let mut known: Option<(String, bool)> = None;
        for object in objects {
            let key = object.location.as_ref();
            let is_outside =
                |folders: &BTreeSet<String>| child(prefix, key).is_none_or(|child| !folders.contains(child));
            if span.folders.as_ref().is_some_and(is_outside) {
                continue;
            }
            let folder = &key[..key.rfind('/').map_or(0, |at| at + 1)];
            let is_pruned = match &known {
                Some((known, is_pruned)) if known == folder => *is_pruned,
                _ => {
                    let pruned = self.filter.pruned_above(key, self.root);
                    found.pruned.extend(pruned.map(str::to_string));
                    known = Some((folder.to_string(), pruned.is_some()));
                    pruned.is_some()
                }
            };
            if !is_pruned {
                found.objects.push(object);
            }
        }
    }

    /// The objects in a folder and the folders in it, in order, each ending in a slash.
    async fn children(&self, prefix: &str) -> Result<(Vec<ObjectMeta>, Vec<String>)> {
        let (mut objects, mut folders) = (Vec::new(), BTreeSet::new());
        let mut page_token = None;
        loop {
            let options = PaginatedListOptions { delimiter: Some("/".into()), page_token, ..Default::default() };
            let PaginatedListResult { result, page_token: next } = self.page(prefix, options).await?;
            objects.extend(result.objects);
            folders.extend(result.common_prefixes.iter().map(|folder| format!("{folder}/")));
            if next.is_none() {
                return Ok((objects, folders.into_iter().collect()));
            }
            page_token = next;
        }
    }
}

/// The folder right below a prefix in which a key lies, ending in a slash.
fn child<'k>(prefix: &str, key: &'k str) -> Option<&'k str> {
    let slash = key.get(prefix.len()..)?.find('/')?;
    key.get(..=prefix.len() + slash)
}

/// A text behind every key in a folder, and before whatever follows the folder.
fn end_of(folder: &str) -> String {
    format!("{folder}{}", char::MAX)
}

#[cfg(test)]
#[path = "bucket_tests.rs"]
mod tests;
