//! `PartitionInput` and `Partition`.

use ashiato_engine::catalog::store::{Others, Partition, Storage, Table};

use super::fault::invalid;
use super::others::{keep, kept};
use super::storage;
use crate::aws::generated::glue as wire;
use crate::aws::{Error, Timestamp};
use crate::context::Context;

const LAST_ACCESS_TIME: &str = "LastAccessTime";
const LAST_ANALYZED_TIME: &str = "LastAnalyzedTime";

/// What is kept of an input.
pub(super) fn stored(given: wire::PartitionInput, table: &Table, created_at: i64) -> Result<Partition, Error> {
    let values = given.values.unwrap_or_default();
    expect_values(&values, table)?;
    let mut others = Others::new();
    keep(&mut others, LAST_ACCESS_TIME, given.last_access_time);
    keep(&mut others, LAST_ANALYZED_TIME, given.last_analyzed_time);
    let mut storage = given.storage_descriptor.map(storage::stored);
    let location = storage.as_mut().and_then(|storage| storage.location.take());
    Ok(Partition {
        values,
        location: location.filter(|location| !location.is_empty()),
        storage: storage.map(Box::new),
        parameters: given.parameters.unwrap_or_default(),
        created_at,
        others,
    })
}

/// Refuses values that are not one for each partition key.
pub(super) fn expect_values(values: &[String], table: &Table) -> Result<(), Error> {
    if values.len() == table.partition_keys.len() {
        return Ok(());
    }
    Err(invalid("The number of partition keys do not match the number of partition values"))
}

pub(super) fn shown(partition: Partition, table: &Table, ctx: &Context) -> wire::Partition {
    let storage: &Storage = partition.storage.as_deref().unwrap_or(&table.storage);
    let location = partition.location.or_else(|| table.partition_folder(&partition.values));
    wire::Partition {
        storage_descriptor: Some(wire::StorageDescriptor { location, ..storage::shown(storage) }),
        last_access_time: kept(&partition.others, LAST_ACCESS_TIME),
        last_analyzed_time: kept(&partition.others, LAST_ANALYZED_TIME),
        values: Some(partition.values),
        database_name: Some(table.database.clone()),
        table_name: Some(table.name.clone()),
        creation_time: Some(Timestamp { millis: partition.created_at }),
        parameters: Some(partition.parameters),
        catalog_id: Some(ctx.state.kept.account.as_str().to_string()),
    }
}
