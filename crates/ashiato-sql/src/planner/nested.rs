//! `"$equal"(a, b)`: equality of arrays and of rows as Trino has it. A pair of elements that differs makes it false;
//! without one, a pair in which a side is NULL makes it NULL. DataFusion alone takes NULL for a value like others.

use super::comparison::common_type;
use super::map_keys::keys;
use crate::functions::definition::{Arguments, Definition, Types};
use arrow::array::{Array, ArrayRef, AsArray, BooleanArray, ListArray, StructArray, UInt64Array};
use arrow::compute::kernels::cmp::eq;
use arrow::compute::{and_kleene, cast, is_null, nullif, or, take};
use arrow::datatypes::{DataType, Field};
use datafusion::common::Result;
use datafusion::logical_expr::ScalarUDF;
use datafusion::logical_expr::binary::comparison_coercion;
use std::sync::{Arc, LazyLock};

static EQUAL: LazyLock<Arc<ScalarUDF>> = LazyLock::new(|| Definition::new("$equal", 2..=2, returns, run).into_udf());

pub(super) fn udf() -> Arc<ScalarUDF> {
    EQUAL.clone()
}

/// Whether a type's equality is decided by that of the values within it, which may be NULL.
pub(super) fn is_nested(of: &DataType) -> bool {
    is_list(of) || matches!(of, DataType::Struct(_))
}

fn is_list(of: &DataType) -> bool {
    matches!(of, DataType::List(_) | DataType::LargeList(_) | DataType::FixedSizeList(..))
}

/// Whether values of two types compare, all the way down.
pub(super) fn compare(left: &DataType, right: &DataType) -> bool {
    if left == right || left.is_null() || right.is_null() {
        return true;
    }
    match (left, right) {
        (DataType::Struct(left), DataType::Struct(right)) => {
            let mut pairs = left.iter().zip(right);
            left.len() == right.len() && pairs.all(|(left, right)| compare(left.data_type(), right.data_type()))
        }
        _ => match (element(left), element(right)) {
            (Some(left), Some(right)) => compare(left, right),
            _ => common_type(left, right).is_some(),
        },
    }
}

fn element(of: &DataType) -> Option<&DataType> {
    match of {
        DataType::List(element) | DataType::LargeList(element) | DataType::FixedSizeList(element, _) => {
            Some(element.data_type())
        }
        _ => None,
    }
}

fn returns(types: &Types) -> Result<DataType> {
    match compare(types.of(0), types.of(1)) {
        true => Ok(DataType::Boolean),
        false => Err(types.unexpected()),
    }
}

fn run(args: &Arguments) -> Result<ArrayRef> {
    Ok(Arc::new(equal(args.array(0), args.array(1))?))
}

fn equal(left: &ArrayRef, right: &ArrayRef) -> Result<BooleanArray> {
    match (left.data_type(), right.data_type()) {
        (DataType::Null, _) | (_, DataType::Null) => Ok(BooleanArray::new_null(left.len())),
        (DataType::Struct(_), DataType::Struct(_)) => equal_rows(left.as_struct(), right.as_struct()),
        (one, other) if is_list(one) && is_list(other) => equal_lists(&plain_list(left)?, &plain_list(right)?),
        (one @ DataType::Map(..), DataType::Map(..)) => Ok(eq(&keys(left)?, &keys(&cast(right, one)?)?)?),
        (one, other) => {
            let common = comparison_coercion(one, other).unwrap_or_else(|| one.clone());
            Ok(eq(&cast(left, &common)?, &cast(right, &common)?)?)
        }
    }
}

/// Any layout of an array as the one with offsets of 32 bits.
fn plain_list(array: &ArrayRef) -> Result<ListArray> {
    let element = element(array.data_type()).cloned().unwrap_or(DataType::Null);
    let list = cast(array, &DataType::List(Arc::new(Field::new_list_field(element, true))))?;
    Ok(list.as_list::<i32>().clone())
}

fn equal_rows(left: &StructArray, right: &StructArray) -> Result<BooleanArray> {
    let mut all = BooleanArray::from(vec![true; left.len()]);
    for (left, right) in left.columns().iter().zip(right.columns()) {
        all = and_kleene(&all, &equal(left, right)?)?;
    }
    let unknown = or(&is_null(left)?, &is_null(right)?)?;
    Ok(nullif(&all, &unknown)?.as_boolean().clone())
}

/// Arrays of one length are compared element by element, all rows' elements in one go.
fn equal_lists(left: &ListArray, right: &ListArray) -> Result<BooleanArray> {
    let (mut of_left, mut of_right) = (Vec::new(), Vec::new());
    for row in 0..left.len() {
        if is_pairwise(left, right, row) {
            let length = left.value_length(row) as u64;
            let (start, other_start) = (left.value_offsets()[row] as u64, right.value_offsets()[row] as u64);
            of_left.extend(start..start + length);
            of_right.extend(other_start..other_start + length);
        }
    }
    let of_left = take(left.values(), &UInt64Array::from(of_left), None)?;
    let of_right = take(right.values(), &UInt64Array::from(of_right), None)?;
    let elements = equal(&of_left, &of_right)?;
    let mut next = 0;
    let row_equal = |row: usize| {
        if left.is_null(row) || right.is_null(row) {
            return None;
        }
        if !is_pairwise(left, right, row) {
            return Some(false);
        }
        let pairs = elements.slice(next, left.value_length(row) as usize);
        next += pairs.len();
        let differs = pairs.iter().any(|pair| pair == Some(false));
        if differs { Some(false) } else { (pairs.null_count() == 0).then_some(true) }
    };
    Ok((0..left.len()).map(row_equal).collect())
}

fn is_pairwise(left: &ListArray, right: &ListArray, row: usize) -> bool {
    !left.is_null(row) && !right.is_null(row) && left.value_length(row) == right.value_length(row)
}
