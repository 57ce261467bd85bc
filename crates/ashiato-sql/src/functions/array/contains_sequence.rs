//! `contains_sequence(x, part)`: whether the elements of `part` stand in `x` one after the other, in their order.

use super::element_types::two_arrays;
use super::lists::{Lists, sortable};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Overload, Parameters, boolean, scalar};
use arrow::array::{ArrayRef, BooleanArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(two_arrays);
    scalar("contains_sequence", vec![Overload { parameters, returns: boolean, kernel }])
}

fn kernel(arguments: &Arguments) -> Result<ArrayRef> {
    let (whole, part) = (Lists::of(arguments, 0)?, Lists::of(arguments, 1)?);
    let [elements, wanted] = sortable([whole.values(), part.values()])?;
    arguments.each::<BooleanArray, _>(|row| {
        let (whole, part) = (whole.get(row)?, part.get(row)?);
        let Some(last_start) = whole.len().checked_sub(part.len()) else { return Some(false) };
        let stands_at =
            |start: usize| part.clone().enumerate().all(|(at, of)| elements.row(start + at) == wanted.row(of));
        Some((whole.start..=whole.start + last_start).any(stands_at))
    })
}
