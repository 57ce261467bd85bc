//! `array_first(x)` and `array_last(x)`: the element at an end, NULL for an empty array.

use super::element_types::{element_of_first, one_array};
use super::lists::Lists;
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Overload, Parameters, scalar};
use arrow::array::{ArrayRef, UInt32Array};
use arrow::compute::take;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::ops::Range;
use std::sync::Arc;

pub(super) fn array_first() -> Arc<ScalarUDF> {
    end("array_first", |arguments| kernel(arguments, |range| range.start))
}

pub(super) fn array_last() -> Arc<ScalarUDF> {
    end("array_last", |arguments| kernel(arguments, |range| range.end - 1))
}

fn end(name: &'static str, kernel: fn(&Arguments) -> Result<ArrayRef>) -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(one_array);
    scalar(name, vec![Overload { parameters, returns: element_of_first, kernel }])
}

fn kernel(arguments: &Arguments, end: fn(Range<usize>) -> usize) -> Result<ArrayRef> {
    let lists = Lists::of(arguments, 0)?;
    let position = |row| lists.get(row).filter(|range| !range.is_empty()).map(|range| end(range) as u32);
    let positions = arguments.rows().map(position).collect::<UInt32Array>();
    Ok(take(lists.values().as_ref(), &positions, None)?)
}
