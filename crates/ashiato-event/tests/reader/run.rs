//! Running the decoder in tests, and seeing rows as JSON.

use std::io::Write;
use std::ops::ControlFlow;
use std::sync::Arc;

use arrow::array::RecordBatch;
use arrow::compute::concat_batches;
use arrow::datatypes::{DataType, Field};
use ashiato_event::decode::{DecodePlan, Decoder, FieldRequest, FileReport, Input, RowFilter, ValueSource};
use serde_json::Value;

/// A text column of a member.
pub(crate) fn text(path: &str) -> FieldRequest {
    typed(path, DataType::Utf8View)
}

/// A column of a member, its path written with dots.
pub(crate) fn typed(path: &str, data_type: DataType) -> FieldRequest {
    let names = path.split('.').map(str::to_owned).collect();
    FieldRequest { source: ValueSource::Member(names), field: Arc::new(Field::new(path, data_type, true)) }
}

/// A plan of columns without a filter.
pub(crate) fn plan(output: Vec<FieldRequest>) -> DecodePlan {
    DecodePlan { output, ..DecodePlan::default() }
}

/// Decodes one file and joins its batches.
pub(crate) fn decode(plan: &DecodePlan, stored: &[u8]) -> (FileReport, RecordBatch) {
    decode_filtered(plan, stored, None)
}

pub(crate) fn decode_filtered(
    plan: &DecodePlan,
    stored: &[u8],
    filter: Option<&mut dyn RowFilter>,
) -> (FileReport, RecordBatch) {
    let mut decoder = Decoder::new(Arc::new(plan.clone()));
    let mut batches = Vec::new();
    let mut emit = |batch: RecordBatch| {
        assert!(batch.num_rows() <= plan.batch_records);
        batches.push(batch);
        ControlFlow::Continue(())
    };
    let report = decoder.decode(Input { bytes: stored, constants: &[] }, filter, &mut emit).expect("decoding");
    batches.extend(decoder.finish());
    let rows: usize = batches.iter().map(RecordBatch::num_rows).sum();
    assert_eq!(report.rows, rows as u64, "the report counts the rows");
    let schema = match batches.first() {
        Some(batch) => batch.schema(),
        None => Arc::new(arrow::datatypes::Schema::new(
            plan.output.iter().map(|request| request.field.clone()).collect::<Vec<_>>(),
        )),
    };
    let joined = match plan.output.is_empty() {
        true => batches.into_iter().next().unwrap_or_else(|| RecordBatch::new_empty(schema)),
        false => concat_batches(&schema, &batches).expect("batches of one schema"),
    };
    (report, joined)
}

/// The rows as JSON objects, NULLs left out.
pub(crate) fn rows(batch: &RecordBatch) -> Vec<Value> {
    let mut writer = arrow::json::ArrayWriter::new(Vec::new());
    writer.write(batch).expect("JSON of a batch");
    writer.finish().expect("JSON of a batch");
    let written = writer.into_inner();
    if written.is_empty() { Vec::new() } else { serde_json::from_slice(&written).expect("JSON that was just written") }
}

pub(crate) fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text).expect("writing to memory");
    encoder.finish().expect("writing to memory")
}

pub(crate) fn zstd(text: &[u8]) -> Vec<u8> {
    zstd::encode_all(text, 3).expect("compressing in memory")
}
