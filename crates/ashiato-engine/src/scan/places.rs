//! The files that `--logs` names, listed for all tables over them, and again only where a query looks elsewhere.

use super::folders::FolderFilter;
use super::table::{Files, Listing};
use crate::error::{Error, ErrorKind};
use crate::source::list::Places;
use crate::source::s3;
use crate::source::{Listed, LogFile};
use arrow::datatypes::{DataType, Field, FieldRef};
use ashiato_event::key::LogKey;
use async_trait::async_trait;
use datafusion::common::Result;
use datafusion::logical_expr::Expr;
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::Mutex;

/// Listings that a session keeps. Each may be of a million files.
const LISTINGS_KEPT: usize = 3;

/// The places that `--logs` names.
#[derive(Debug)]
pub(crate) struct LogPlaces {
    names: Vec<String>,
    places: Arc<Places>,
    /// Earlier listings of the session, none of which another covers.
    kept: Mutex<Vec<(FolderFilter, Arc<Listed>)>>,
}

impl LogPlaces {
    pub(crate) fn new(names: Vec<String>, places: Arc<Places>) -> LogPlaces {
        LogPlaces { names, places, kept: Mutex::default() }
    }

    /// Whether any place was named.
    pub(crate) fn is_any(&self) -> bool {
        !self.names.is_empty()
    }

    /// Columns whose values the folders of the standard layout tell.
    pub(crate) fn partition_fields() -> Vec<FieldRef> {
        let fields = [("account", DataType::Utf8View), ("region", DataType::Utf8View), ("day", DataType::Date32)];
        fields.into_iter().map(|(name, data_type)| Arc::new(Field::new(name, data_type, true))).collect()
    }

    async fn list_all(&self, filter: &FolderFilter) -> Result<Listed, Error> {
        let mut all = Listed::default();
        for name in &self.names {
            let listed = self.places.list(name, filter).await?;
            // A prefix in a bucket is as missing as a folder that is not there: most likely it is misspelt.
            let is_empty = listed.files.is_empty() && listed.folders_pruned == 0 && listed.unread.is_empty();
            if is_empty && s3::parse_url(name).is_some_and(|url| !url.prefix.is_empty()) {
                return Err(Error::new(ErrorKind::NotFound, format!("{name}: no object's key begins so")));
            }
            all.files.extend(listed.files);
            all.folders_pruned += listed.folders_pruned;
            all.steps += listed.steps;
            all.unread.extend(listed.unread);
        }
        // A place may be named twice, or lie within another. One alone lists each file once.
        if self.names.len() > 1 {
            all.files.sort_by_cached_key(LogFile::name);
            all.files.dedup_by(|a, b| a.name() == b.name());
        }
        let mut partitions: HashMap<[Option<String>; 3], Arc<[Option<String>]>> = HashMap::new();
        for file in &mut all.files {
            let values = partition_of(&file.key);
            file.partition = Arc::clone(partitions.entry(values.clone()).or_insert_with(|| Arc::from(values)));
        }
        Ok(all)
    }

    /// The listing of an earlier query that looked wherever this one does, or a new one; and what that took.
    async fn listed(&self, filter: FolderFilter) -> Result<(Arc<Listed>, u64), Error> {
        // Held while listing on purpose: of two scans of one query, the second should find what the first has found.
        let mut kept = self.kept.lock().await;
        if let Some((_, listed)) = kept.iter().find(|(wider, _)| wider.covers(&filter)) {
            return Ok((Arc::clone(listed), 0));
        }
        let listed = Arc::new(self.list_all(&filter).await?);
        kept.retain(|(narrower, _)| !filter.covers(narrower));
        if kept.len() == LISTINGS_KEPT {
            kept.remove(0);
        }
        kept.push((filter, Arc::clone(&listed)));
        Ok((Arc::clone(&listed), listed.steps))
    }
}

fn partition_of(key: &LogKey) -> [Option<String>; 3] {
    let day = key.day.map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"));
    [key.account.clone(), key.region.clone(), day]
}

#[async_trait]
impl Files for LogPlaces {
    fn may_be_sampled(&self) -> bool {
        true
    }

    async fn list(&self, filters: &[Expr], within: FolderFilter) -> Result<Listing> {
        let (listed, steps) = self.listed(within.and_columns(filters)).await?;
        let Listed { files, folders_pruned, unread, .. } = listed.as_ref();
        let (files, unread) = (files.clone(), unread.clone());
        Ok(Listing { files, folders_pruned: *folders_pruned, steps, unread, note: None })
    }
}
