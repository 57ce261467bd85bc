//! From the names in a FROM clause to tables.
//!
//! In this order: Hive tables and views of the catalog; `cloudtrail_logs` and `events` over the session's logs; an
//! event data store's id or ARN, which is `events`; and a name that AWS's console would have given to an Athena table
//! of these logs (`cloudtrail_logs_…`), which is `cloudtrail_logs`.

use crate::catalog::Catalog;
use crate::error::{Error, ErrorKind};
use crate::scan::ScanOptions;
use crate::scan::bounds::Bounds;
use crate::scan::columns::{Columns, MODIFIED, PATH, SIZE};
use crate::scan::places::LogPlaces;
use crate::scan::table::RawLogTable;
use crate::session::Late;
use crate::source::list::Places;
use arrow::datatypes::{FieldRef, Schema};
use ashiato_sql::statement::Query;
use async_trait::async_trait;
use datafusion::catalog::{CatalogProvider, MemoryCatalogProvider, SchemaProvider};
use datafusion::datasource::{TableProvider, ViewTable};
use datafusion::error::Result;
use datafusion::execution::session_state::SessionState;
use std::fmt;
use std::sync::{Arc, Mutex};

/// The catalog's name, as in Athena.
pub(crate) const CATALOG: &str = "awsdatacatalog";

/// Where a session's tables come from.
pub(crate) struct Tables {
    pub(crate) logs: Arc<LogPlaces>,
    pub(crate) places: Arc<Places>,
    pub(crate) catalog: Catalog,
    pub(crate) within: Bounds,
    pub(crate) late: Late,
    pub(crate) scan: ScanOptions,
    pub(crate) now: i64,
    pub(crate) warnings: Mutex<Vec<String>>,
}

impl Tables {
    pub(crate) fn warn(&self, warning: String) {
        let mut warnings = self.warnings.lock().expect("no thread panics while it warns");
        if !warnings.contains(&warning) {
            warnings.push(warning);
        }
    }

    pub(crate) fn take_warnings(&self) -> Vec<String> {
        std::mem::take(&mut *self.warnings.lock().expect("no thread panics while it warns"))
    }

    fn raw(&self, columns: Columns, files: Arc<dyn crate::scan::table::Files>) -> Arc<dyn TableProvider> {
        Arc::new(RawLogTable {
            columns: Arc::new(columns),
            files,
            within: self.within.clone(),
            late: self.late,
            options: self.scan.clone(),
        })
    }
}

/// The databases of a session as one query sees them.
pub(crate) fn catalog_of(tables: &Arc<Tables>, state: &SessionState, query: &Query) -> Arc<dyn CatalogProvider> {
    let catalog = MemoryCatalogProvider::new();
    let text = query.to_string();
    let with_hidden = [PATH, MODIFIED, SIZE].iter().any(|name| text.contains(name));
    for database in tables.catalog.databases() {
        let provider = Database {
            name: database.clone(),
            tables: Arc::clone(tables),
            state: state.clone(),
            with_hidden,
            depth: 0,
        };
        // A catalog in memory takes any schema.
        let _ = catalog.register_schema(&database, Arc::new(provider));
    }
    Arc::new(catalog)
}

/// One database as one query sees it.
struct Database {
    name: String,
    tables: Arc<Tables>,
    state: SessionState,
    /// Whether the columns that tell of a row's file are there: only where the query names one, so that `*` stays
    /// what it is.
    with_hidden: bool,
    /// How many views lie around the name that is looked up.
    depth: usize,
}

impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Database").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Database {
    fn columns(&self, record: &Schema, partition: &[FieldRef]) -> Columns {
        let columns = Columns::new(record, partition);
        if self.with_hidden { columns.with_hidden() } else { columns }
    }

    fn cloudtrail_logs(&self) -> Arc<dyn TableProvider> {
        let columns = self.columns(&ashiato_event::schema::athena(), &LogPlaces::partition_fields());
        self.tables.raw(columns, Arc::clone(&self.tables.logs) as _)
    }

    fn events(&self) -> Arc<dyn TableProvider> {
        let columns = self.columns(&ashiato_event::schema::lake(), &[]);
        self.tables.raw(columns, Arc::clone(&self.tables.logs) as _)
    }
}

/// Whether a name is an event data store's id (a UUID, or one of AWS's examples) or ARN.
fn names_an_event_data_store(name: &str) -> bool {
    let id = name.rsplit_once(":eventdatastore/").map_or(name, |(_, id)| id);
    let parts: Vec<&str> = id.split('-').collect();
    let is_word = |part: &&str| !part.is_empty() && part.chars().all(|ch| ch.is_ascii_alphanumeric());
    parts.len() == 5 && parts.iter().all(is_word) && id.len() >= 32 || name.contains(":eventdatastore/")
}

#[async_trait]
impl SchemaProvider for Database {
    fn table_names(&self) -> Vec<String> {
        let mut names = self.tables.catalog.names(&self.name);
        if self.name == "default" && self.tables.logs.is_any() {
            names.extend(["cloudtrail_logs".to_string(), "events".to_string()]);
        }
        names
    }

    async fn table(&self, name: &str) -> Result<Option<Arc<dyn TableProvider>>> {
        Ok(None)
    }

    fn table_exist(&self, name: &str) -> bool {
        self.table_names().iter().any(|known| known == name)
    }
}
