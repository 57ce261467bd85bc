//! Hive's buckets: which of them a row belongs to (Hive's first bucketing, as Athena writes it: ObjectInspectorUtils).

use crate::hive::refusal::unsupported;
use arrow::array::{Array, ArrayRef, AsArray};
use arrow::datatypes::{Date32Type, Int8Type, Int16Type, Int32Type, Int64Type};
use arrow::record_batch::RecordBatch;
use ashiato_sql::Error;
use ashiato_sql::statement::{ColumnDefinition, HiveType};

/// `bucketed_by` and `bucket_count`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Buckets {
    /// The positions of the columns whose values choose.
    pub(crate) columns: Vec<usize>,
    /// How many there are.
    pub(crate) count: u32,
}

impl Buckets {
    /// Refuses a column by whose type rows are not hashed.
    ///
    /// # Errors
    /// `NOT_SUPPORTED`.
    pub(crate) fn check(column: &ColumnDefinition) -> Result<(), Error> {
        match column.hive_type {
            HiveType::Boolean
            | HiveType::TinyInt
            | HiveType::SmallInt
            | HiveType::Int
            | HiveType::BigInt
            | HiveType::String
            | HiveType::Date => Ok(()),
            _ => Err(unsupported(format!(
                "Column '{}' of type {} cannot be bucketed by: expected boolean, a whole number, string or date",
                column.name, column.hive_type
            ))),
        }
    }

    /// The bucket of a row.
    pub(crate) fn of(&self, batch: &RecordBatch, row: usize) -> u32 {
        let mixed = |hash: i32, column: &usize| hash.wrapping_mul(31).wrapping_add(hash_of(batch.column(*column), row));
        let hash = self.columns.iter().fold(0_i32, mixed);
        (hash & i32::MAX).unsigned_abs() % self.count
    }
}

fn hash_of(column: &ArrayRef, row: usize) -> i32 {
    use arrow::datatypes::DataType as D;
    if column.is_null(row) {
        return 0;
    }
    match column.data_type() {
        D::Boolean => i32::from(column.as_boolean().value(row)),
        D::Int8 => i32::from(column.as_primitive::<Int8Type>().value(row)),
        D::Int16 => i32::from(column.as_primitive::<Int16Type>().value(row)),
        D::Int32 => column.as_primitive::<Int32Type>().value(row),
        D::Date32 => column.as_primitive::<Date32Type>().value(row),
        D::Int64 => {
            let value = column.as_primitive::<Int64Type>().value(row);
            (value ^ (value as u64 >> 32) as i64) as i32
        }
        D::Utf8View => text(column.as_string_view().value(row)),
        D::Utf8 => text(column.as_string::<i32>().value(row)),
        _ => 0,
    }
}

fn text(value: &str) -> i32 {
    value.bytes().fold(0_i32, |hash, byte| hash.wrapping_mul(31).wrapping_add(i32::from(byte as i8)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow::array::{Int64Array, StringViewArray};
    use std::sync::Arc;

    #[test]
    fn hashes_are_hives() {
        let texts: ArrayRef = Arc::new(StringViewArray::from(vec![Some("abc"), Some("日"), None]));
        // "abc" as Java hashes it; 日 is the bytes -26, -105, -91.
        assert_eq!(hash_of(&texts, 0), 96_354);
        assert_eq!(hash_of(&texts, 1), (-26 * 31 - 105) * 31 - 91);
        assert_eq!(hash_of(&texts, 2), 0);
        let numbers: ArrayRef = Arc::new(Int64Array::from(vec![1, -1, 1 << 32]));
        assert_eq!([0, 1, 2].map(|row| hash_of(&numbers, row)), [1, 0, 1]);
    }
}
