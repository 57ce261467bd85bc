//! The files of a table that Hive DDL defines over CloudTrail logs: the folders that a query's predicate leaves.

use super::folders::FolderFilter;
use super::table::{Files, Listing};
use crate::error::ErrorKind;
use crate::hive::{Buckets, HiveTable, plan_locations};
use crate::source::Listed;
use crate::source::list::Places;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use datafusion::common::{DataFusionError, Result, ScalarValue};
use datafusion::logical_expr::Expr;
use futures::StreamExt;
use std::sync::Arc;

/// Partitions listed at once.
const LISTINGS_UNDER_WAY: usize = 8;

/// A table's folders, listed for each query.
#[derive(Debug)]
pub(crate) struct HiveFiles {
    pub(crate) table: HiveTable,
    pub(crate) places: Arc<Places>,
    pub(crate) buckets: Buckets,
    pub(crate) now: DateTime<Utc>,
}

#[async_trait]
impl Files for HiveFiles {
    fn may_be_sampled(&self) -> bool {
        false
    }

    async fn list(&self, filters: &[Expr], within: FolderFilter) -> Result<Listing> {
        let locations = plan_locations(&self.table, filters, self.now).map_err(external)?;
        let mut listings = Vec::with_capacity(locations.len());
        for location in &locations {
            self.buckets.check(&location.url).map_err(external)?;
            listings.push(self.places.list(&location.url, &within));
        }
        let mut listings = futures::stream::iter(listings).buffered(LISTINGS_UNDER_WAY);
        let mut found = Listed::default();
        for location in &locations {
            let listed = match listings.next().await {
                Some(Ok(listed)) => listed,
                // A projected folder need not be there, as in Athena.
                Some(Err(error)) if error.kind == ErrorKind::NotFound => continue,
                Some(Err(error)) => return Err(error.into()),
                None => break,
            };
            let values: Arc<[Option<String>]> = location.values.iter().map(text_of).collect();
            found.files.extend(listed.files.into_iter().map(|mut file| {
                file.partition = Arc::clone(&values);
                file
            }));
            found.folders_pruned += listed.folders_pruned;
            found.steps += listed.steps;
            found.unread.extend(listed.unread);
        }
        let note = (!self.table.definition.partitions.is_empty())
            .then(|| format!("{} partitions of {} were listed", locations.len(), self.table.definition.name));
        let Listed { files, folders_pruned, steps, unread } = found;
        Ok(Listing { files, folders_pruned, steps, unread, note })
    }
}

fn external(error: ashiato_sql::Error) -> DataFusionError {
    DataFusionError::External(Box::new(error))
}

/// A partition's value as text that the decoder reads back as the column's type.
fn text_of(value: &ScalarValue) -> Option<String> {
    (!value.is_null()).then(|| match value {
        ScalarValue::Utf8(Some(text)) | ScalarValue::Utf8View(Some(text)) | ScalarValue::LargeUtf8(Some(text)) => {
            text.clone()
        }
        other => other.to_string(),
    })
}
