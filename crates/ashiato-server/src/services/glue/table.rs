//! `TableInput` and `Table`.

use ashiato_engine::catalog::store::{Others, Table};

use super::fault::refuse;
use super::others::{keep, kept};
use super::storage;
use crate::aws::generated::glue as wire;
use crate::aws::{Error, Timestamp};
use crate::context::Context;

const LAST_ANALYZED_TIME: &str = "LastAnalyzedTime";
const VIEW_DEFINITION: &str = "ViewDefinition";
const CREATED_BY: &str = "CreatedBy";

/// What is kept of the input for a new table.
pub(super) fn stored(given: wire::TableInput, database: String, ctx: &Context) -> Result<Table, Error> {
    refuse(&given.target_table, "A table that stands for another one (TargetTable)")?;
    refuse(&given.federated_table, "A federated table (FederatedTable)")?;
    let now = ctx.now.timestamp_millis();
    let mut others = Others::new();
    keep(&mut others, LAST_ANALYZED_TIME, given.last_analyzed_time);
    keep(&mut others, VIEW_DEFINITION, given.view_definition);
    keep(&mut others, CREATED_BY, Some(&ctx.caller.principal.arn));
    Ok(Table {
        database,
        name: given.name.to_lowercase(),
        description: given.description,
        owner: given.owner,
        retention_days: given.retention.unwrap_or_default(),
        storage: storage::stored(given.storage_descriptor.unwrap_or_default()),
        partition_keys: storage::stored_columns(given.partition_keys),
        view_original_text: given.view_original_text,
        view_expanded_text: given.view_expanded_text,
        table_type: given.table_type,
        parameters: given.parameters.unwrap_or_default(),
        created_at: now,
        updated_at: now,
        last_access_at: given.last_access_time.map(|time| time.millis),
        others,
        version: 0,
    })
}

/// What is kept when an input takes a table's place.
pub(super) fn updated(given: wire::TableInput, before: &Table, ctx: &Context) -> Result<Table, Error> {
    let mut table = stored(given, before.database.clone(), ctx)?;
    table.others.remove(CREATED_BY);
    keep(&mut table.others, CREATED_BY, kept::<String>(&before.others, CREATED_BY));
    Ok(Table { created_at: before.created_at, version: before.version, ..table })
}

pub(super) fn shown(table: Table, ctx: &Context) -> wire::Table {
    let time = |millis| Timestamp { millis };
    wire::Table {
        storage_descriptor: Some(storage::shown(&table.storage)),
        partition_keys: Some(storage::shown_columns(&table.partition_keys)),
        last_analyzed_time: kept(&table.others, LAST_ANALYZED_TIME),
        view_definition: kept(&table.others, VIEW_DEFINITION),
        created_by: kept(&table.others, CREATED_BY),
        name: table.name,
        database_name: Some(table.database),
        description: table.description,
        owner: table.owner,
        create_time: Some(time(table.created_at)),
        update_time: Some(time(table.updated_at)),
        last_access_time: table.last_access_at.map(time),
        retention: Some(table.retention_days),
        view_original_text: table.view_original_text,
        view_expanded_text: table.view_expanded_text,
        table_type: table.table_type,
        parameters: Some(table.parameters),
        is_registered_with_lake_formation: Some(false),
        catalog_id: Some(ctx.state.kept.account.as_str().to_string()),
        version_id: Some(table.version.to_string()),
        ..wire::Table::default()
    }
}

/// As much of a table as `AttributesToGet` asks for; all of it where it asks for nothing in particular.
pub(super) fn shown_in_part(table: Table, attributes: Option<&[wire::TableAttributes]>, ctx: &Context) -> wire::Table {
    let whole = shown(table, ctx);
    let attributes = attributes.unwrap_or_default();
    if attributes.is_empty() || attributes.contains(&wire::TableAttributes::Default) {
        return whole;
    }
    let with_type = attributes.contains(&wire::TableAttributes::TableType);
    wire::Table {
        name: whole.name,
        database_name: whole.database_name,
        table_type: whole.table_type.filter(|_| with_type),
        ..wire::Table::default()
    }
}
