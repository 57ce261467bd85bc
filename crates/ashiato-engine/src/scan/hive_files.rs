//! The files of a table that Hive DDL defines over CloudTrail logs: the folders that a query's predicate leaves.

use super::table::{Files, Listing};
use crate::error::ErrorKind;
use crate::hive::{Buckets, HiveTable, plan_locations};
use crate::source::list::Places;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use datafusion::common::{DataFusionError, Result, ScalarValue};
use datafusion::logical_expr::Expr;
use std::sync::Arc;

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
    async fn list(&self, filters: &[Expr]) -> Result<Listing> {
        let locations = plan_locations(&self.table, filters, self.now);
        let locations = locations.map_err(|error| DataFusionError::External(Box::new(error)))?;
        let mut files = Vec::new();
        for location in &locations {
            self.buckets.check(&location.url).map_err(|error| DataFusionError::External(Box::new(error)))?;
            let listed = match self.places.list(&location.url).await {
                Ok(listed) => listed,
                // A projected folder need not be there, as in Athena.
                Err(error) if error.kind == ErrorKind::NotFound => continue,
                Err(error) => return Err(error.into()),
            };
            let values: Arc<[Option<String>]> = location.values.iter().map(text_of).collect();
            files.extend(listed.into_iter().map(|mut file| {
                file.partition = Arc::clone(&values);
                file
            }));
        }
        let note = (!self.table.definition.partitions.is_empty())
            .then(|| format!("{} partitions of {} were listed", locations.len(), self.table.definition.name));
        Ok(Listing { files, note })
    }
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
