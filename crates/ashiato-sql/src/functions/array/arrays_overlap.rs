//! `arrays_overlap(x, y)`: whether they share an element that is not NULL; NULL where a NULL leaves it open.

use super::element_types::two_arrays;
use super::lists::{Lists, sortable};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Overload, Parameters, boolean, scalar};
use arrow::array::{Array, ArrayRef, BooleanArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::collections::HashSet;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(two_arrays);
    scalar("arrays_overlap", vec![Overload { parameters, returns: boolean, kernel }])
}

fn kernel(arguments: &Arguments) -> Result<ArrayRef> {
    let (left, right) = (Lists::of(arguments, 0)?, Lists::of(arguments, 1)?);
    let [left_elements, right_elements] = sortable([left.values(), right.values()])?;
    let mut known = HashSet::new();
    arguments.each::<BooleanArray, _>(|row| {
        let (left_range, mut right_range) = (left.get(row)?, right.get(row)?);
        if left_range.is_empty() || right_range.is_empty() {
            return Some(false);
        }
        let left_null = left_range.clone().any(|at| left.values().is_null(at));
        let right_null = right_range.clone().any(|at| right.values().is_null(at));
        known.clear();
        known.extend(left_range.filter(|&at| left.values().is_valid(at)).map(|at| left_elements.row(at)));
        let shared = right_range.any(|at| right.values().is_valid(at) && known.contains(&right_elements.row(at)));
        match shared {
            true => Some(true),
            false if left_null || right_null => None,
            false => Some(false),
        }
    })
}
