//! `"$order"(a, b)`: -1, 0 or 1 as an array or a row comes before, with or after another, element by element. As in
//! Trino, a NULL that must be looked at has no place in any order and fails the query.

use super::nested::compare;
use crate::failure::unsupported;
use crate::functions::array::element_types::common;
use crate::functions::definition::{Arguments, Definition, Types};
use arrow::array::{Array, ArrayRef, AsArray, Int32Array, ListArray, make_comparator};
use arrow::compute::{SortOptions, cast};
use arrow::datatypes::DataType;
use datafusion::common::Result;
use datafusion::logical_expr::ScalarUDF;
use std::cmp::Ordering;
use std::sync::{Arc, LazyLock};

static ORDER: LazyLock<Arc<ScalarUDF>> = LazyLock::new(|| Definition::new("$order", 2..=2, returns, run).into_udf());

pub(super) fn udf() -> Arc<ScalarUDF> {
    ORDER.clone()
}

fn returns(types: &Types) -> Result<DataType> {
    match compare(types.of(0), types.of(1)) {
        true => Ok(DataType::Int32),
        false => Err(types.unexpected()),
    }
}

fn run(args: &Arguments) -> Result<ArrayRef> {
    let (left, right) = (args.array(0), args.array(1));
    let Some(common) = common(left.data_type(), right.data_type()) else {
        return Ok(Arc::new(Int32Array::new_null(args.rows)));
    };
    let (left, right) = (cast(left, &common)?, cast(right, &common)?);
    let order = order_of(&left, &right)?;
    let of_row = |row| match left.is_null(row) || right.is_null(row) {
        true => Ok(None),
        false => order(row, row).map(|order| Some(order as i32)),
    };
    Ok(Arc::new((0..args.rows).map(of_row).collect::<Result<Int32Array>>()?))
}

type Order<'a> = Box<dyn Fn(usize, usize) -> Result<Ordering> + 'a>;

/// How a value of one array stands to a value of another of the same type, neither of them NULL.
fn order_of<'a>(left: &'a ArrayRef, right: &'a ArrayRef) -> Result<Order<'a>> {
    match left.data_type() {
        DataType::Struct(_) => {
            let columns = left.as_struct().columns().iter().zip(right.as_struct().columns());
            let fields: Vec<_> = columns.map(|(l, r)| Ok((l, r, order_of(l, r)?))).collect::<Result<_>>()?;
            Ok(Box::new(move |at, other| {
                for (left, right, order) in &fields {
                    if left.is_null(at) || right.is_null(other) {
                        return Err(unsupported("ROW comparison not supported for fields with null elements"));
                    }
                    let order = order(at, other)?;
                    if order.is_ne() {
                        return Ok(order);
                    }
                }
                Ok(Ordering::Equal)
            }))
        }
        DataType::List(_) => {
            let (left, right) = (left.as_list::<i32>(), right.as_list::<i32>());
            let elements = order_of(left.values(), right.values())?;
            Ok(Box::new(move |at, other| order_of_lists((left, at), (right, other), &elements)))
        }
        _ => {
            let order = make_comparator(left, right, SortOptions::default())?;
            Ok(Box::new(move |at, other| Ok(order(at, other))))
        }
    }
}

fn order_of_lists(left: (&ListArray, usize), right: (&ListArray, usize), elements: &Order<'_>) -> Result<Ordering> {
    let range = |(list, row): (&ListArray, usize)| {
        let offsets = list.value_offsets();
        offsets[row] as usize..offsets[row + 1] as usize
    };
    let (of_left, of_right) = (range(left), range(right));
    for (at, other) in of_left.clone().zip(of_right.clone()) {
        if left.0.values().is_null(at) || right.0.values().is_null(other) {
            return Err(unsupported("ARRAY comparison not supported for arrays with null elements"));
        }
        let order = elements(at, other)?;
        if order.is_ne() {
            return Ok(order);
        }
    }
    Ok(of_left.len().cmp(&of_right.len()))
}
