//! One partition's new definition, for the operations that change one or several.

use ashiato_engine::catalog::store::Table;
use ashiato_meta::{Place, Tx};

use super::fault::{failed, invalid, no_partition};
use super::partition;
use crate::aws::Error;
use crate::aws::generated::glue::PartitionInput;
use crate::catalog::partitions;

/// Puts an input in place of the partition with these values. An input without values keeps them.
pub(super) async fn update(
    tx: &mut Tx,
    place: &Place,
    table: &Table,
    values: &[String],
    given: PartitionInput,
) -> Result<(), Error> {
    partition::expect_values(values, table)?;
    let name = table.qualified_name();
    let before = partitions::get(tx, place, &name, &[values.to_vec()]).await.map_err(failed)?.pop();
    let before = before.ok_or_else(no_partition)?;
    let given = PartitionInput { values: given.values.or_else(|| Some(values.to_vec())), ..given };
    let after = partition::stored(given, table, before.created_at)?;
    // Asked before it is tried: in PostgreSQL a refused change ends the transaction.
    let moves = after.values != before.values;
    if moves
        && !partitions::get(tx, place, &name, std::slice::from_ref(&after.values)).await.map_err(failed)?.is_empty()
    {
        return Err(invalid("A partition with the new values already exists."));
    }
    partitions::update(tx, place, &name, values, &after).await.map_err(failed)
}
