//! `width_bucket(x, bound1, bound2, n)` and `width_bucket(x, bins)`: which bucket of a histogram a number is in.

use crate::failure::failure;
use crate::functions::definition::{Arguments, Definition, Types};
use arrow::array::{Array, ArrayRef, AsArray, Int64Array};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Float64Type};
use datafusion::common::Result;
use datafusion::error::DataFusionError;
use std::sync::Arc;

pub(super) fn width_bucket() -> Definition {
    Definition::new("width_bucket", 2..=4, returns, |args| if args.len() == 2 { by_bins(args) } else { by_width(args) })
}

fn returns(types: &Types) -> Result<DataType> {
    let is_right = match types.len() {
        2 => types.of(0).is_numeric() && matches!(types.of(1), DataType::List(item) if item.data_type().is_numeric()),
        4 => (0..4).all(|index| types.of(index).is_numeric()),
        _ => false,
    };
    if is_right { Ok(DataType::Int64) } else { Err(types.unexpected()) }
}

fn invalid(message: &str) -> DataFusionError {
    failure("INVALID_FUNCTION_ARGUMENT", message)
}

fn by_width(args: &Arguments) -> Result<ArrayRef> {
    let (values, low, high, counts) = (args.double(0)?, args.double(1)?, args.double(2)?, args.bigint(3)?);
    let mut buckets = Vec::with_capacity(args.rows);
    for row in 0..args.rows {
        if values.is_null(row) || low.is_null(row) || high.is_null(row) || counts.is_null(row) {
            buckets.push(None);
            continue;
        }
        buckets.push(Some(bucket(values.value(row), low.value(row), high.value(row), counts.value(row))?));
    }
    Ok(Arc::new(Int64Array::from(buckets)))
}

fn bucket(value: f64, first: f64, second: f64, count: i64) -> Result<i64> {
    match () {
        () if count <= 0 => return Err(invalid("bucketCount must be greater than 0")),
        () if value.is_nan() => return Err(invalid("operand must not be NaN")),
        () if !first.is_finite() => return Err(invalid("first bound must be finite")),
        () if !second.is_finite() => return Err(invalid("second bound must be finite")),
        () if first == second => return Err(invalid("bounds cannot equal each other")),
        () => {}
    }
    let (low, high) = (first.min(second), first.max(second));
    let from_low = match value {
        value if value < low => 0,
        value if value >= high => count.saturating_add(1),
        value => (count as f64 * (value - low) / (high - low)) as i64 + 1,
    };
    Ok(if first > second { count.saturating_add(1) - from_low } else { from_low })
}

fn by_bins(args: &Arguments) -> Result<ArrayRef> {
    let (values, lists) = (args.double(0)?, args.array(1).as_list::<i32>());
    let mut buckets = Vec::with_capacity(args.rows);
    for row in 0..args.rows {
        if values.is_null(row) || lists.is_null(row) {
            buckets.push(None);
            continue;
        }
        let bins = cast(&lists.value(row), &DataType::Float64)?;
        let bins = bins.as_primitive::<Float64Type>();
        if bins.is_empty() {
            return Err(invalid("Bins cannot be an empty array"));
        }
        if bins.null_count() > 0 || !bins.values().is_sorted() {
            return Err(invalid("Bin values are not sorted in ascending order"));
        }
        let below = bins.values().partition_point(|bin| *bin <= values.value(row));
        buckets.push(i64::try_from(below).ok());
    }
    Ok(Arc::new(Int64Array::from(buckets)))
}
