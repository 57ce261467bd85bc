//! `array_union(x, y)`, `array_intersect(x, y)` and `array_except(x, y)`: each element once, in the order met.
//! NULL counts as an element.

use super::element_types::{same_as_first, two_arrays};
use super::lists::{Lists, Picked, sortable};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Overload, Parameters, scalar};
use arrow::array::{Array, ArrayRef};
use arrow::compute::concat;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::collections::HashSet;
use std::sync::Arc;

#[derive(Clone, Copy)]
enum Operation {
    Union,
    Intersect,
    Except,
}

pub(super) fn array_union() -> Arc<ScalarUDF> {
    operation("array_union", |arguments| kernel(arguments, Operation::Union))
}

pub(super) fn array_intersect() -> Arc<ScalarUDF> {
    operation("array_intersect", |arguments| kernel(arguments, Operation::Intersect))
}

pub(super) fn array_except() -> Arc<ScalarUDF> {
    operation("array_except", |arguments| kernel(arguments, Operation::Except))
}

fn operation(name: &'static str, kernel: fn(&Arguments) -> Result<ArrayRef>) -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(two_arrays);
    scalar(name, vec![Overload { parameters, returns: same_as_first, kernel }])
}

fn kernel(arguments: &Arguments, operation: Operation) -> Result<ArrayRef> {
    let (left, right) = (Lists::of(arguments, 0)?, Lists::of(arguments, 1)?);
    let values = concat(&[left.values().as_ref(), right.values().as_ref()])?;
    let [elements] = sortable([&values])?;
    let right_first = left.values().len();
    let mut picked = Picked::new(arguments.rows().len());
    let mut seen = HashSet::new();
    for row in arguments.rows() {
        let (Some(left), Some(right)) = (left.get(row), right.get(row)) else {
            picked.close_null()?;
            continue;
        };
        let right = right_first + right.start..right_first + right.end;
        seen.clear();
        match operation {
            Operation::Union => picked.extend(left.chain(right).filter(|&at| seen.insert(elements.row(at)))),
            Operation::Except => {
                seen.extend(right.map(|at| elements.row(at)));
                picked.extend(left.filter(|&at| seen.insert(elements.row(at))));
            }
            Operation::Intersect => {
                seen.extend(right.map(|at| elements.row(at)));
                picked.extend(left.filter(|&at| seen.remove(&elements.row(at))));
            }
        }
        picked.close()?;
    }
    picked.finish(&values, arguments.return_type())
}
