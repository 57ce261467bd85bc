//! `array_position(x, element)`: where the element first stands, counted from 1; 0 where it does not.

use super::element_types::array_and_element;
use super::lists::{Lists, sortable};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Overload, Parameters, bigint, scalar};
use arrow::array::{Array, ArrayRef, Int64Array};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(array_and_element);
    scalar("array_position", vec![Overload { parameters, returns: bigint, kernel }])
}

fn kernel(arguments: &Arguments) -> Result<ArrayRef> {
    let lists = Lists::of(arguments, 0)?;
    let (wanted, constant) = arguments.any(1);
    let [elements, keys] = sortable([lists.values(), wanted])?;
    arguments.each::<Int64Array, _>(|row| {
        let key_row = if constant { 0 } else { row };
        let mut range = lists.get(row)?;
        if wanted.is_null(key_row) {
            return None;
        }
        let first = range.start;
        let found = range.find(|&at| elements.row(at) == keys.row(key_row));
        Some(found.map_or(0, |at| (at - first + 1) as i64))
    })
}
