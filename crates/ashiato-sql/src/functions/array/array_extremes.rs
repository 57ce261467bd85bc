//! `array_max(x)` and `array_min(x)`: NULL for an empty array and for one that holds NULL.

use super::element_types::{element_of_first, one_array};
use super::lists::{Lists, sortable};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Overload, Parameters, scalar};
use arrow::array::{Array, ArrayRef, UInt32Array};
use arrow::compute::take;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::cmp::Ordering;
use std::sync::Arc;

pub(super) fn array_max() -> Arc<ScalarUDF> {
    extreme("array_max", |arguments| kernel(arguments, Ordering::Greater))
}

pub(super) fn array_min() -> Arc<ScalarUDF> {
    extreme("array_min", |arguments| kernel(arguments, Ordering::Less))
}

fn extreme(name: &'static str, kernel: fn(&Arguments) -> Result<ArrayRef>) -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(one_array);
    scalar(name, vec![Overload { parameters, returns: element_of_first, kernel }])
}

fn kernel(arguments: &Arguments, wanted: Ordering) -> Result<ArrayRef> {
    let lists = Lists::of(arguments, 0)?;
    let values = lists.values();
    let [elements] = sortable([values])?;
    let best = |row| {
        let range = lists.get(row)?;
        if range.clone().any(|at| values.is_null(at)) {
            return None;
        }
        let better =
            |best: usize, at: usize| if elements.row(at).cmp(&elements.row(best)) == wanted { at } else { best };
        range.reduce(better).map(|at| at as u32)
    };
    let positions = arguments.rows().map(best).collect::<UInt32Array>();
    Ok(take(values.as_ref(), &positions, None)?)
}
