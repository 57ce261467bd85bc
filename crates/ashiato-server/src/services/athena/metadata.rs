//! What the operations on databases and tables share: the catalog as the caller may see it, and how it is shown.

use ashiato_engine::catalog::store::{self, CatalogStore};
use ashiato_engine::{Error as EngineError, ErrorKind};

use super::errors::{internal, invalid};
use super::{data_catalog, start_query_execution, work_group};
use crate::athena::CallersCatalog;
use crate::aws::generated::athena::errors::METADATA_EXCEPTION;
use crate::aws::generated::athena::{Column, Database, TableAttributes, TableMetadata};
use crate::aws::{Error, Timestamp};
use crate::context::Context;

/// The catalog of that name. Only Athena's own can be looked into.
pub(super) async fn catalog(ctx: &Context, name: &str, group: Option<&str>) -> Result<CallersCatalog, Error> {
    let group = work_group::find(ctx, group).await?;
    if !data_catalog::is_own(name) {
        data_catalog::find(ctx, name).await?;
        return Err(invalid(format!("The catalog {name} cannot be looked into: only AwsDataCatalog can.")));
    }
    Ok(start_query_execution::means(ctx, &group.name).await?.catalog)
}

/// One database.
pub(super) async fn database(ctx: &Context, catalog: &CallersCatalog, name: &str) -> Result<store::Database, Error> {
    let name = name.to_lowercase();
    let found = catalog.database(&name).await.map_err(failed)?;
    found.ok_or_else(|| missing(ctx, &format!("Database {name} not found.")))
}

/// What is named is not there, in the words of the service behind Athena: clients look for its code in them.
pub(super) fn missing(ctx: &Context, what: &str) -> Error {
    METADATA_EXCEPTION.because(format!(
        "{what} (Service: AmazonDataCatalog; Status Code: 400; Error Code: EntityNotFoundException; \
         Request ID: {}; Proxy: null)",
        ctx.request_id
    ))
}

/// The catalog's error.
pub(super) fn failed(error: EngineError) -> Error {
    match error.kind {
        ErrorKind::Internal | ErrorKind::Unavailable => internal(error.message),
        _ => METADATA_EXCEPTION.because(error.message),
    }
}

pub(super) fn shown_database(database: store::Database) -> Database {
    let parameters = (!database.parameters.is_empty()).then_some(database.parameters);
    Database { name: database.name, description: database.description, parameters }
}

/// A table, what is said of its storage among its parameters.
pub(super) fn shown_table(table: store::Table) -> TableMetadata {
    let store::Table { storage, mut parameters, .. } = table;
    let facts = [
        ("location", storage.location),
        ("inputformat", storage.input_format),
        ("outputformat", storage.output_format),
        ("serde.serialization.lib", storage.serde.class),
    ];
    parameters.extend(facts.into_iter().filter_map(|(name, value)| Some((name.to_string(), value?))));
    let of_serde = storage.serde.parameters.into_iter();
    parameters.extend(of_serde.map(|(name, value)| (format!("serde.param.{name}"), value)));
    TableMetadata {
        name: table.name,
        create_time: Some(Timestamp { millis: table.created_at }),
        last_access_time: table.last_access_at.map(|millis| Timestamp { millis }),
        table_type: table.table_type,
        columns: Some(shown_columns(storage.columns)),
        partition_keys: Some(shown_columns(table.partition_keys)),
        parameters: Some(parameters),
    }
}

/// A table with what is asked for alone; its name is always told.
pub(super) fn shown_in_part(table: store::Table, wanted: Option<&[TableAttributes]>) -> TableMetadata {
    let whole = shown_table(table);
    let Some(wanted) = wanted else { return whole };
    let table_type = whole.table_type.filter(|_| wanted.contains(&TableAttributes::TableType));
    TableMetadata { name: whole.name, table_type, ..TableMetadata::default() }
}

fn shown_columns(columns: Vec<store::Column>) -> Vec<Column> {
    let shown =
        |column: store::Column| Column { name: column.name, r#type: Some(column.data_type), comment: column.comment };
    columns.into_iter().map(shown).collect()
}

/// A page of what is ordered by name: those after `after`, and where the next page begins.
pub(super) fn page<T>(
    mut all: Vec<T>,
    name: impl Fn(&T) -> &str,
    after: Option<String>,
    rows: u32,
) -> (Vec<T>, Option<String>) {
    let after = after.unwrap_or_default();
    all.retain(|one| name(one) > after.as_str());
    let is_last = all.len() <= rows as usize;
    all.truncate(rows as usize);
    let next = all.last().filter(|_| !is_last).map(|last| name(last).to_string());
    (all, next)
}
