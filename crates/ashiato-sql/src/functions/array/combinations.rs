//! `combinations(x, n)`: every choice of `n` elements, each in the array's order. Trino allows `n` up to 5 and
//! 100,000 choices.

use super::element_types::{array_and_bigint, array_of};
use super::lists::{Lists, Picked};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Overload, Parameters, invalid_argument, scalar};
use arrow::array::ArrayRef;
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

const SIZE_MAX: usize = 5;
const CHOICES_MAX: usize = 100_000;

pub(super) fn function() -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(array_and_bigint);
    let returns = |types: &[DataType]| array_of(types[0].clone());
    scalar("combinations", vec![Overload { parameters, returns, kernel }])
}

fn kernel(arguments: &Arguments) -> Result<ArrayRef> {
    let lists = Lists::of(arguments, 0)?;
    let sizes = arguments.bigint(1)?;
    let mut choices = Picked::new(0);
    let mut rows = Picked::new(arguments.rows().len());
    let mut choice_count = 0;
    for row in arguments.rows() {
        let (Some(range), Some(size)) = (lists.get(row), sizes.get(row)) else {
            rows.close_null()?;
            continue;
        };
        let size = checked_size(size)?;
        for (nth, chosen) in Choices::new(range.len(), size).enumerate() {
            if nth == CHOICES_MAX {
                return Err(invalid_argument("combinations exceed max size"));
            }
            choices.extend(chosen.into_iter().map(|at| range.start + at));
            choices.close()?;
            rows.push(choice_count);
            choice_count += 1;
        }
        rows.close()?;
    }
    let choice_type = super::element_types::element_of(arguments.return_type()).unwrap_or(DataType::Null);
    let choices = choices.finish(lists.values(), &choice_type)?;
    rows.finish(&choices, arguments.return_type())
}

fn checked_size(size: i64) -> Result<usize> {
    match usize::try_from(size) {
        Err(_) => Err(invalid_argument(format!("combination size must not be negative: {size}"))),
        Ok(size) if size > SIZE_MAX => {
            Err(invalid_argument(format!("combination size must not exceed {SIZE_MAX}: {size}")))
        }
        Ok(size) => Ok(size),
    }
}

/// Choices of positions, ordered by their last, then by the one before it, as Trino lists them.
struct Choices {
    next: Option<Vec<usize>>,
    length: usize,
}

impl Choices {
    fn new(length: usize, size: usize) -> Choices {
        Choices { next: (size <= length).then(|| (0..size).collect()), length }
    }
}

impl Iterator for Choices {
    type Item = Vec<usize>;

    fn next(&mut self) -> Option<Vec<usize>> {
        let current = self.next.take()?;
        let limit = |at: usize| current.get(at + 1).copied().unwrap_or(self.length);
        // The first position that can move up; those before it start over.
        if let Some(moving) = (0..current.len()).find(|&at| current[at] + 1 < limit(at)) {
            let mut next = current.clone();
            next[moving] += 1;
            (0..moving).for_each(|at| next[at] = at);
            self.next = Some(next);
        }
        Some(current)
    }
}
