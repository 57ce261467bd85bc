//! `checksum(x)`: a checksum that does not depend on the order of the rows.
//!
//! Of BIGINT, other integers, DATE, DOUBLE, VARCHAR and VARBINARY it is built as Trino's, from XXH64 of the value;
//! of other types it is as sensitive but has a value of its own.

use super::definition::{Definition, Duplicates, GroupStates, aggregate, null_of_nothing};
use super::row_bytes::RowBytes;
use crate::functions::array::element_types::canonical;
use arrow::array::{Array, ArrayRef, AsArray, BinaryArray};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Float64Type, Int32Type, Int64Type};
use datafusion::error::Result;
use datafusion::logical_expr::{AggregateUDF, EmitTo};
use std::sync::Arc;
use twox_hash::XxHash64;

/// The prime of XXH64 by which each value's hash is multiplied; alone it stands for NULL.
const PRIME: u64 = 0x9E37_79B1_85EB_CA87;

pub(super) fn function() -> Arc<AggregateUDF> {
    aggregate(Definition {
        name: "checksum",
        aliases: &[],
        convert: |types| match types {
            [x] if x.is_integer() => Some(vec![DataType::Int64]),
            [x] => Some(vec![canonical(x)]),
            _ => None,
        },
        returns: |_| DataType::Binary,
        state: |_| vec![DataType::Binary],
        groups: |types| Ok(Box::new(Checksums { bytes: RowBytes::new(&types[0])?, groups: Vec::new() })),
        duplicates: Duplicates::Count,
        of_nothing: null_of_nothing,
    })
}

struct Checksums {
    bytes: RowBytes,
    groups: Vec<Option<u64>>,
}

impl Checksums {
    fn hashes(&self, values: &ArrayRef) -> Result<Vec<u64>> {
        let rows = 0..values.len();
        Ok(match values.data_type() {
            DataType::Int64 => {
                let values = values.as_primitive::<Int64Type>();
                rows.map(|row| hash(&values.value(row).to_le_bytes())).collect()
            }
            DataType::Date32 => {
                let values = cast(values, &DataType::Int32)?;
                let values = values.as_primitive::<Int32Type>();
                rows.map(|row| hash(&i64::from(values.value(row)).to_le_bytes())).collect()
            }
            DataType::Float64 => {
                let values = values.as_primitive::<Float64Type>();
                // Both zeros are one value.
                rows.map(|row| hash(&(values.value(row) + 0.0).to_bits().to_le_bytes())).collect()
            }
            DataType::Utf8View => {
                let values = values.as_string_view();
                rows.map(|row| hash(values.value(row).as_bytes())).collect()
            }
            DataType::Binary => {
                let values = values.as_binary::<i32>();
                rows.map(|row| hash(values.value(row))).collect()
            }
            _ => {
                let bytes = self.bytes.rows(values)?;
                rows.map(|row| hash(bytes.row(row).as_ref())).collect()
            }
        })
    }

    fn add(&mut self, group: usize, value: u64) {
        let sum = self.groups[group].get_or_insert(0);
        *sum = sum.wrapping_add(value);
    }
}

fn hash(bytes: &[u8]) -> u64 {
    XxHash64::oneshot(0, bytes)
}

impl GroupStates for Checksums {
    fn update(&mut self, values: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.groups.resize(group_count, None);
        let hashes = self.hashes(&values[0])?;
        for (row, group) in groups.iter().enumerate() {
            let factor = if values[0].is_null(row) { 1 } else { hashes[row] };
            self.add(*group, factor.wrapping_mul(PRIME));
        }
        Ok(())
    }

    fn merge(&mut self, states: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.groups.resize(group_count, None);
        let sums = states[0].as_binary::<i32>();
        for (row, group) in groups.iter().enumerate().filter(|(row, _)| sums.is_valid(*row)) {
            if let Some(sum) = sums.value(row).first_chunk() {
                self.add(*group, u64::from_le_bytes(*sum));
            }
        }
        Ok(())
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        let sums = emit_to.take_needed(&mut self.groups);
        let bytes = sums.into_iter().map(|sum| sum.map(u64::to_le_bytes));
        Ok(Arc::new(bytes.collect::<BinaryArray>()))
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        Ok(vec![self.evaluate(emit_to)?])
    }

    fn size(&self) -> usize {
        self.groups.capacity() * size_of::<Option<u64>>()
    }
}
