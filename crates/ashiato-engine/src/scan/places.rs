//! The files that `--logs` names, listed once for all tables over them.

use super::table::{Files, Listing};
use crate::error::{Error, ErrorKind};
use crate::source::LogFile;
use crate::source::list::Places;
use crate::source::s3;
use arrow::datatypes::{DataType, Field, FieldRef};
use ashiato_event::key::LogKey;
use async_trait::async_trait;
use datafusion::common::{DataFusionError, Result};
use datafusion::logical_expr::Expr;
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::OnceCell;

/// The places that `--logs` names.
#[derive(Debug)]
pub(crate) struct LogPlaces {
    names: Vec<String>,
    places: Arc<Places>,
    listed: OnceCell<Vec<LogFile>>,
}

impl LogPlaces {
    pub(crate) fn new(names: Vec<String>, places: Arc<Places>) -> LogPlaces {
        LogPlaces { names, places, listed: OnceCell::new() }
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

    async fn list_all(&self) -> Result<Vec<LogFile>, Error> {
        let mut all = Vec::new();
        for name in &self.names {
            let listed = self.places.list(name).await?;
            // A prefix in a bucket is as missing as a folder that is not there: most likely it is misspelt.
            if listed.is_empty() && s3::parse_url(name).is_some_and(|url| !url.prefix.is_empty()) {
                return Err(Error::new(ErrorKind::NotFound, format!("{name}: no object's key begins so")));
            }
            all.extend(listed);
        }
        // A place may be named twice, or lie within another. One alone lists each file once.
        if self.names.len() > 1 {
            all.sort_by_cached_key(LogFile::name);
            all.dedup_by(|a, b| a.name() == b.name());
        }
        let mut partitions: HashMap<[Option<String>; 3], Arc<[Option<String>]>> = HashMap::new();
        for file in &mut all {
            let values = partition_of(&file.key);
            file.partition = Arc::clone(partitions.entry(values.clone()).or_insert_with(|| Arc::from(values)));
        }
        Ok(all)
    }
}

fn partition_of(key: &LogKey) -> [Option<String>; 3] {
    let day = key.day.map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"));
    [key.account.clone(), key.region.clone(), day]
}

#[async_trait]
impl Files for LogPlaces {
    async fn list(&self, _filters: &[Expr]) -> Result<Listing> {
        let listed = self.listed.get_or_try_init(|| self.list_all()).await;
        let files = listed.map_err(|error| DataFusionError::External(Box::new(error)))?.clone();
        Ok(Listing { files, note: None })
    }
}
