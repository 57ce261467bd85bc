//! `CREATE TABLE … AS`.

use super::destination::Destination;
use super::job::Job;
use super::options::{self, WriteOptions};
use super::{Written, target};
use crate::catalog::{CATALOG, QualifiedName};
use crate::error::Error;
use crate::hive::refusal::invalid;
use crate::session::Session;
use ashiato_sql::statement::{Clustering, CreateTableAs, TableDefinition, TableName};
use std::sync::Arc;

impl Session {
    /// Runs `CREATE TABLE AS`: the table is known once its files are there.
    ///
    /// # Errors
    /// `TABLE_ALREADY_EXISTS`; `HIVE_PATH_ALREADY_EXISTS`; what is wrong with the properties, the columns or the query.
    pub(crate) async fn create_table_as(&self, create: &CreateTableAs) -> Result<Written, Error> {
        let catalog = &self.tables.catalog;
        let name = QualifiedName::of(&create.name, &self.tables.database)?;
        if catalog.exists(&name).await? {
            if create.if_not_exists {
                return Ok(Written::default());
            }
            let message = format!("Destination table '{CATALOG}.{name}' already exists");
            let error = invalid("TABLE_ALREADY_EXISTS", message);
            return Err(ashiato_sql::Error { at: create.name.at, ..error }.into());
        }
        if !catalog.has_database(&name.database).await? {
            let message = format!("Schema '{}' does not exist", name.database);
            let error = crate::hive::refusal::not_found("SCHEMA_NOT_FOUND", message);
            return Err(ashiato_sql::Error { at: create.name.at, ..error }.into());
        }
        let options = options::of_create(&create.options)?;
        let (state, planned) = self.planned(&create.query).await?;
        if let Some(position) = planned.unnamed() {
            let message = format!("Column name not specified at position {}", position + 1);
            return Err(invalid("MISSING_COLUMN_NAME", message).into());
        }
        let layout = target::layout_of(&planned, &options)?;
        let plan = planned.into_named_plan()?;
        let query_id = self.query_id();
        let location = self.location_of(&options, &query_id)?;
        let destination = Arc::new(Destination::of(&location, &self.tables.buckets, &state)?);
        let definition = definition(&name, destination.location(), &layout.columns, &options);
        if destination.holds_data().await? {
            return Err(path_exists(&name.to_string(), destination.location()).into());
        }
        if !create.with_data {
            catalog.create_table(&definition, &name.database, self.now()).await?;
            return Ok(Written::default());
        }
        let job = Job {
            state,
            plan,
            layout,
            encoding: options.encoding,
            destination: Arc::clone(&destination),
            query_id,
            folders: Box::new(|_| Ok(None)),
            leftovers: self.tables.leftovers.clone(),
            budget: self.tables.budget.clone(),
        };
        let pending = job.run().await?;
        if let Err(fault) = catalog.create_table(&definition, &name.database, self.now()).await {
            return Err(pending.undo(fault.into()).await);
        }
        match catalog.add_written_partitions(&name, pending.partitions.clone(), self.now()).await {
            Ok(()) => Ok(pending.keep()),
            Err(fault) => {
                // No table stays whose files are gone. Where the store refuses this too, its first fault is told.
                let _ = catalog.drop_table(&definition.name, &name.database, true).await;
                Err(pending.undo(fault.into()).await)
            }
        }
    }

    fn location_of(&self, options: &WriteOptions, query_id: &str) -> Result<String, Error> {
        if let Some(location) = &options.external_location {
            return Ok(location.clone());
        }
        let Some(results) = &self.tables.result_location else {
            let message =
                "CREATE TABLE AS needs a place for its rows: say WITH (external_location = 's3://BUCKET/FOLDER/')";
            return Err(invalid("INVALID_TABLE_PROPERTY", message).into());
        };
        Ok(format!("{}tables/{}/", crate::hive::folder(results), query_id))
    }
}

fn definition(
    name: &QualifiedName,
    location: &str,
    columns: &[ashiato_sql::statement::ColumnDefinition],
    options: &WriteOptions,
) -> TableDefinition {
    let (files, partitions) = columns.split_at(columns.len() - options.partitioned_by.len());
    let (row_format, stored_as) = options.encoding.definition();
    TableDefinition {
        name: TableName { catalog: None, database: Some(name.database.clone()), table: name.table.clone(), at: None },
        external: true,
        if_not_exists: false,
        columns: files.to_vec(),
        comment: None,
        partitions: partitions.to_vec(),
        clustering: options.bucket_count.map(|count| Clustering {
            columns: options.bucketed_by.clone(),
            sorted_by: Vec::new(),
            buckets: u64::from(count),
        }),
        row_format,
        stored_as: Some(stored_as),
        location: Some(location.to_string()),
        properties: options.encoding.properties(),
    }
}

/// The error of a folder that is not empty, in Athena's words.
pub(crate) fn path_exists(table: &str, location: &str) -> ashiato_sql::Error {
    let message = format!(
        "Target directory for table '{table}' already exists: {location}. You may need to manually clean the data at \
         that location before retrying: nothing there is deleted or overwritten"
    );
    invalid("HIVE_PATH_ALREADY_EXISTS", message)
}
