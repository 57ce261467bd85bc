//! ORC files.

use super::{Blocks, Columns};
use crate::hive::format::ColumnsBy;
use arrow::datatypes::SchemaRef;
use bytes::{Buf, Bytes};
use orc_rust::projection::ProjectionMask;
use orc_rust::reader::ChunkReader;
use orc_rust::schema::TimestampPrecision;
use std::io;
use std::sync::Arc;

/// The columns of a file that are wanted: by their place, or by their name.
pub(super) fn read(
    by: ColumnsBy,
    bytes: Bytes,
    schema: &SchemaRef,
    positions: &[usize],
    batch_size: usize,
) -> Result<Blocks, String> {
    let builder = orc_rust::ArrowReaderBuilder::try_new(OrcBytes(bytes)).map_err(|error| error.to_string())?;
    let root = builder.file_metadata().root_data_type();
    let wanted = |at: usize| -> Option<usize> {
        match by {
            ColumnsBy::Position => (positions[at] < root.children().len()).then_some(positions[at]),
            ColumnsBy::Name => {
                let name = schema.field(at).name();
                root.children().iter().position(|child| child.name().eq_ignore_ascii_case(name))
            }
        }
    };
    let wanted: Vec<Option<usize>> = (0..schema.fields().len()).map(wanted).collect();
    // The reader gives what is projected in the file's order.
    let mut projected: Vec<usize> = wanted.iter().flatten().copied().collect();
    projected.sort_unstable();
    projected.dedup();
    let columns =
        wanted.iter().map(|position| position.and_then(|position| projected.binary_search(&position).ok())).collect();
    let roots = projected.iter().map(|position| root.children()[*position].data_type().column_index());
    let mask = ProjectionMask::roots(root, roots);
    let reader = builder
        .with_batch_size(batch_size)
        .with_projection(mask)
        .with_timestamp_precision(TimestampPrecision::Microsecond)
        .build();
    let batches = reader.map(|batch| batch.map_err(|error| error.to_string()));
    Ok(Blocks { batches: Box::new(batches), schema: Arc::clone(schema), columns: Columns::At(columns) })
}

/// A file in memory that answers for no byte it lacks: lengths come from the file itself and may be anything.
struct OrcBytes(Bytes);

impl OrcBytes {
    fn from(&self, offset: u64) -> io::Result<Bytes> {
        let start = usize::try_from(offset).ok().filter(|start| *start <= self.0.len());
        start.map(|start| self.0.slice(start..)).ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }
}

impl ChunkReader for OrcBytes {
    type T = bytes::buf::Reader<Bytes>;

    fn len(&self) -> u64 {
        self.0.len() as u64
    }

    fn get_read(&self, offset: u64) -> io::Result<Self::T> {
        Ok(self.from(offset)?.reader())
    }

    fn get_bytes(&self, offset: u64, length: u64) -> io::Result<Bytes> {
        let rest = self.from(offset)?;
        let length = usize::try_from(length).ok().filter(|length| *length <= rest.len());
        length.map(|length| rest.slice(..length)).ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }
}
