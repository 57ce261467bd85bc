//! Partitions that were added to a table.

use ashiato_engine::catalog::QualifiedName;
use ashiato_engine::catalog::store::Partition;
use ashiato_meta::glue_partitions::{self, Of};
use ashiato_meta::{Millis, Page, Place, Result, Tx};

use super::document::{decode, encode};

/// Those whose first values are `prefix`, in the order of their values, those after `after`.
pub(crate) async fn list(
    tx: &mut Tx,
    place: &Place,
    table: &QualifiedName,
    prefix: &[String],
    after: Option<&str>,
    limit: u32,
) -> Result<Page<Partition>> {
    let page = glue_partitions::list(tx, of(place, table), prefix, after, limit).await?;
    Ok(Page { rows: read(&page.rows, table)?, next: page.next })
}

/// Where a list goes on behind the partition with these values: to be given as `after`.
pub(crate) fn position(values: &[String]) -> String {
    glue_partitions::position(values)
}

/// Those of the given values that are there, in the order asked for.
pub(crate) async fn get(
    tx: &mut Tx,
    place: &Place,
    table: &QualifiedName,
    values: &[Vec<String>],
) -> Result<Vec<Partition>> {
    read(&glue_partitions::get(tx, of(place, table), values).await?, table)
}

/// Adds those that are not there yet and tells the values of the others; `NotFound` without the table.
pub(crate) async fn create(
    tx: &mut Tx,
    place: &Place,
    table: &QualifiedName,
    partitions: &[Partition],
) -> Result<Vec<Vec<String>>> {
    let rows: Vec<_> = partitions.iter().map(row).collect();
    glue_partitions::create(tx, of(place, table), &rows).await
}

/// Puts one in place of the one with these values; `Conflict` where its own are another's.
pub(crate) async fn update(
    tx: &mut Tx,
    place: &Place,
    table: &QualifiedName,
    values: &[String],
    partition: &Partition,
) -> Result<()> {
    glue_partitions::update(tx, of(place, table), values, &row(partition)).await
}

/// Takes those away that are there and tells the values of the others.
pub(crate) async fn delete(
    tx: &mut Tx,
    place: &Place,
    table: &QualifiedName,
    values: &[Vec<String>],
) -> Result<Vec<Vec<String>>> {
    glue_partitions::delete(tx, of(place, table), values).await
}

/// The table whose partitions are meant, as the state names it.
pub(crate) fn of<'a>(place: &'a Place, table: &'a QualifiedName) -> Of<'a> {
    Of { place, database: &table.database, table: &table.table }
}

fn row(partition: &Partition) -> glue_partitions::Partition {
    glue_partitions::Partition {
        values: partition.values.clone(),
        document: encode(partition),
        created: Millis(partition.created_at),
    }
}

fn read(rows: &[glue_partitions::Partition], table: &QualifiedName) -> Result<Vec<Partition>> {
    let what = |values: &[String]| format!("partition {values:?} of {table}");
    rows.iter().map(|row| decode(&row.document, &what(&row.values))).collect()
}
