//! From the names in a FROM clause to tables.
//!
//! In this order: Hive tables and views of the catalog; `cloudtrail_logs` and `events` over the session's logs; an
//! event data store's id or ARN, which is `events`; and a name that AWS's console would have given to an Athena table
//! of these logs (`cloudtrail_logs_…`), which is `cloudtrail_logs`.

use crate::catalog::{Catalog, Fault, Relation, View};
use crate::hive::{Buckets, FileTable, HiveTable, TableFormat};
use crate::information_schema::{INFORMATION_SCHEMA, InformationSchema};
use crate::leftovers::Leftovers;
use crate::scan::ScanOptions;
use crate::scan::bounds::Bounds;
use crate::scan::columns::{Columns, MODIFIED, PATH, SIZE};
use crate::scan::hive_files::HiveFiles;
use crate::scan::places::LogPlaces;
use crate::scan::table::{Files, RawLogTable};
use crate::session::Late;
use crate::source::list::Places;
use crate::write::budget::Budget;
use arrow::datatypes::{FieldRef, Schema};
use ashiato_sql::session::Planned;
use ashiato_sql::statement::{Dialect, Query, Statement, TableName};
use async_trait::async_trait;
use chrono::DateTime;
use datafusion::catalog::{
    CatalogProvider, CatalogProviderList, MemoryCatalogProvider, MemoryCatalogProviderList, SchemaProvider,
};
use datafusion::datasource::{TableProvider, TableType, ViewTable};
use datafusion::execution::session_state::{SessionState, SessionStateBuilder};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex};

/// The table of the session's logs as Athena has it.
pub(crate) const CLOUDTRAIL_LOGS: &str = "cloudtrail_logs";
/// The table of the session's logs as CloudTrail Lake has it.
pub(crate) const EVENTS: &str = "events";
/// The catalog's name, as in Athena.
pub(crate) const CATALOG: &str = "awsdatacatalog";

/// Where a session's tables come from.
pub(crate) struct Tables {
    pub(crate) logs: Arc<LogPlaces>,
    pub(crate) places: Arc<Places>,
    pub(crate) buckets: Buckets,
    pub(crate) catalog: Catalog,
    /// The database in which bare names are looked up.
    pub(crate) database: String,
    /// The folder of results, where there is one.
    pub(crate) result_location: Option<String>,
    /// What the files of statements that write are named after, where that is said.
    pub(crate) query_id: Option<String>,
    /// What a statement that is dropped leaves to be put right.
    pub(crate) leftovers: Leftovers,
    pub(crate) budget: Budget,
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

    fn raw(&self, columns: Columns, files: Arc<dyn Files>) -> Arc<dyn TableProvider> {
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
pub(crate) async fn catalog_of(
    tables: &Arc<Tables>,
    state: &SessionState,
    query: &Query,
) -> Result<Arc<dyn CatalogProvider>, Fault> {
    let catalog = MemoryCatalogProvider::new();
    let text = query.to_string();
    let with_hidden = [PATH, MODIFIED, SIZE].iter().any(|name| text.contains(name));
    let names = tables.names(query).await?;
    for name in names.keys() {
        let (tables, state, names) = (Arc::clone(tables), state.clone(), Arc::clone(&names));
        let database = Database { name: name.clone(), names, tables, state, with_hidden, open: Vec::new() };
        // A catalog in memory takes any schema.
        let _ = catalog.register_schema(name, Arc::new(database));
    }
    Ok(with_information_schema(Arc::new(catalog), tables))
}

/// Adds what the databases hold, as tables.
fn with_information_schema(databases: Arc<MemoryCatalogProvider>, tables: &Arc<Tables>) -> Arc<dyn CatalogProvider> {
    let listed: Arc<dyn CatalogProvider> = Arc::new(MemoryCatalogProvider::new());
    for name in databases.schema_names() {
        if let Some(database) = databases.schema(&name) {
            let _ = listed.register_schema(&name, database);
        }
    }
    let schema = InformationSchema { databases: listed, tables: Arc::clone(tables) };
    let _ = databases.register_schema(INFORMATION_SCHEMA, Arc::new(schema));
    databases
}

/// The databases, each with its tables and views where the query looks into `information_schema`: nothing else asks
/// for what there is.
type Names = BTreeMap<String, Vec<String>>;

impl Tables {
    async fn names(&self, query: &Query) -> Result<Arc<Names>, Fault> {
        let lists = query.tables().iter().any(|table| table.database.as_deref() == Some(INFORMATION_SCHEMA));
        let mut names = Names::new();
        for database in self.catalog.database_names().await? {
            let tables = if lists { self.catalog.relation_names(&database).await? } else { Vec::new() };
            names.insert(database, tables);
        }
        Ok(Arc::new(names))
    }
}

/// Whose rules name the columns of a query's answer: Lake's where it reads an event data store.
pub(crate) fn dialect_of(query: &Query) -> Dialect {
    let is_lake = |name: &TableName| name.table == EVENTS || names_an_event_data_store(&name.table);
    if query.tables().iter().any(is_lake) { Dialect::Lake } else { Dialect::Athena }
}

/// A missing table's error with the place where the query names it; it is the database that is missing, where it is.
pub(crate) fn located(error: ashiato_sql::Error, query: &Query, databases: &dyn CatalogProvider) -> ashiato_sql::Error {
    if error.code != "TABLE_NOT_FOUND" {
        return error;
    }
    let named = query.tables().iter().find(|name| error.message.contains(&format!("{}'", name.table)));
    let at = error.at.or(named.and_then(|name| name.at));
    match named.and_then(|name| name.database.as_deref()).filter(|database| databases.schema(database).is_none()) {
        Some(database) => {
            let message = format!("Schema '{database}' does not exist");
            ashiato_sql::Error { at, code: "SCHEMA_NOT_FOUND", message, ..error }
        }
        None => ashiato_sql::Error { at, ..error },
    }
}

/// One database as one query sees it.
#[derive(Clone)]
struct Database {
    name: String,
    names: Arc<Names>,
    tables: Arc<Tables>,
    state: SessionState,
    /// Whether the columns that tell of a row's file are there: only where the query names one, so that `*` stays
    /// what it is.
    with_hidden: bool,
    /// The views around the name that is looked up.
    open: Vec<String>,
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

    fn hive(&self, table: HiveTable) -> Result<Arc<dyn TableProvider>, ashiato_sql::Error> {
        let now = DateTime::from_timestamp_millis(self.tables.now).unwrap_or_default();
        if TableFormat::of(&table.definition)? != TableFormat::CloudTrail {
            let table = FileTable::new(table, self.tables.buckets.clone(), now)?;
            let table = table.counted(Arc::clone(&self.tables.scan.coverage));
            return Ok(Arc::new(if self.with_hidden { table.with_hidden() } else { table }));
        }
        let columns = self.columns(&table.file_schema(), &table.partition_fields());
        let files =
            HiveFiles { table, places: Arc::clone(&self.tables.places), buckets: self.tables.buckets.clone(), now };
        Ok(self.tables.raw(columns, Arc::new(files)))
    }

    /// Plans a view's query: its names are looked up where it was made.
    async fn view(&self, name: &str, view: &View) -> Result<Arc<dyn TableProvider>, Fault> {
        let qualified = format!("{}.{name}", self.name);
        let broken = |why: String| ashiato_sql::Error {
            kind: ashiato_sql::ErrorKind::Invalid,
            code: "INVALID_VIEW",
            at: None,
            message: format!("View {qualified} is stale or invalid: {why}"),
        };
        if self.open.contains(&qualified) {
            return Err(broken("it reads itself".to_string()).into());
        }
        let parsed = ashiato_sql::parse::parse_one(&view.text)?;
        let Statement::Query(query) = parsed.statement else {
            return Err(broken("it is no query".to_string()).into());
        };
        let mut inner = self.clone();
        inner.open.push(qualified.clone());
        inner.names = self.tables.names(&query).await?;
        let state = inner.state_within(&view.database);
        let planned = Box::pin(ashiato_sql::session::plan(&state, &query, Dialect::Athena)).await;
        let plan = planned.and_then(Planned::into_named_plan).map_err(|error| broken(error.to_string()))?;
        Ok(Arc::new(ViewTable::new(plan, Some(view.text.clone()))))
    }

    /// A state in which names are looked up from inside the views that are open.
    fn state_within(&self, database: &str) -> SessionState {
        let catalog = MemoryCatalogProvider::new();
        for name in self.names.keys() {
            let provider = Database { name: name.clone(), with_hidden: false, ..self.clone() };
            let _ = catalog.register_schema(name, Arc::new(provider));
        }
        let catalogs = MemoryCatalogProviderList::new();
        let catalog = with_information_schema(Arc::new(catalog), &self.tables);
        catalogs.register_catalog(CATALOG.to_string(), catalog);
        let config = self.state.config().clone().with_default_catalog_and_schema(CATALOG, database);
        let builder = SessionStateBuilder::new_from_existing(self.state.clone());
        builder.with_config(config).with_catalog_list(Arc::new(catalogs)).build()
    }

    /// Whether a view over `information_schema` comes upon itself in the list: its columns are not known while it is
    /// planned. A view that reads itself finds nothing there either, and is refused.
    fn lists_itself(&self, name: &str) -> bool {
        let lists = self.names.values().any(|tables| !tables.is_empty());
        lists && self.open.contains(&format!("{}.{name}", self.name))
    }

    fn builtin(&self, name: &str) -> Option<Arc<dyn TableProvider>> {
        if !self.tables.logs.is_any() {
            return None;
        }
        match name {
            CLOUDTRAIL_LOGS => Some(self.cloudtrail_logs()),
            EVENTS => Some(self.events()),
            store if names_an_event_data_store(store) => {
                self.tables.warn(format!("{store} is read as `events`: the logs of this session"));
                Some(self.events())
            }
            table if table.starts_with("cloudtrail_logs_") => {
                self.tables
                    .warn(format!("{table} is not defined: it is read as `cloudtrail_logs`, the logs of this session"));
                Some(self.cloudtrail_logs())
            }
            _ => None,
        }
    }
}

/// Whether a name is an event data store's id (a UUID, or one of those in AWS's examples) or ARN.
fn names_an_event_data_store(name: &str) -> bool {
    if name.contains(":eventdatastore/") {
        return true;
    }
    let is_word = |part: &str| !part.is_empty() && part.chars().all(|ch| ch.is_ascii_alphanumeric());
    name.len() >= 32 && matches!(name.split('-').count(), 4 | 5) && name.split('-').all(is_word)
}

#[async_trait]
impl SchemaProvider for Database {
    fn table_names(&self) -> Vec<String> {
        self.names.get(&self.name).cloned().unwrap_or_default()
    }

    async fn table(&self, name: &str) -> datafusion::error::Result<Option<Arc<dyn TableProvider>>> {
        match self.tables.catalog.relation(&TableName::bare(name), &self.name).await {
            Ok((_, Relation::Table(table))) => Ok(Some(self.hive(*table).map_err(Fault::from)?)),
            Ok((_, Relation::View(_))) if self.lists_itself(name) => Ok(None),
            Ok((_, Relation::View(view))) => Ok(Some(self.view(name, &view).await?)),
            Ok((_, Relation::Provided(_))) => Ok(self.builtin(name)),
            Err(fault) if fault.is_not_found() => match self.builtin(name) {
                Some(table) => Ok(Some(table)),
                None => Err(fault.into()),
            },
            Err(fault) => Err(fault.into()),
        }
    }

    /// Told without planning a view: one that no longer works is still listed.
    async fn table_type(&self, name: &str) -> datafusion::error::Result<Option<TableType>> {
        match self.tables.catalog.relation(&TableName::bare(name), &self.name).await {
            Ok((_, Relation::View(_))) => Ok(Some(TableType::View)),
            Ok(_) => Ok(Some(TableType::Base)),
            Err(fault) if fault.is_not_found() => Ok(None),
            Err(fault) => Err(fault.into()),
        }
    }

    fn table_exist(&self, name: &str) -> bool {
        self.table_names().iter().any(|known| known == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_arns_name_event_data_stores() {
        let stores = [
            "24ee0015-90f8-4a9b-9293-ac6cd3d774eb",
            "examplef852-4e8f-8bd1-bcf6cexample",
            "arn:aws:cloudtrail:us-east-1:123456789012:eventdatastore/24ee0015-90f8-4a9b-9293-ac6cd3d774eb",
        ];
        for name in stores {
            assert!(names_an_event_data_store(name), "{name}");
        }
        for name in ["events", "cloudtrail_logs", "a-b-c-d-e", "my-dashed-table-of-logs", ""] {
            assert!(!names_an_event_data_store(name), "{name}");
        }
    }
}
