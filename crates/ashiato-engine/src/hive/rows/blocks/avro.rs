//! Avro object container files.

use super::{Blocks, Columns};
use arrow::datatypes::SchemaRef;
use bytes::{Buf, Bytes};
use std::sync::Arc;

/// The columns of a file, by their names.
pub(super) fn read(bytes: Bytes, schema: &SchemaRef, batch_size: usize) -> Result<Blocks, String> {
    let reader = arrow_avro::reader::ReaderBuilder::new().with_batch_size(batch_size).build(bytes.reader());
    let reader = reader.map_err(|error| error.to_string())?;
    let batches = reader.map(|batch| batch.map_err(|error| error.to_string()));
    Ok(Blocks { batches: Box::new(batches), schema: Arc::clone(schema), columns: Columns::Named })
}
