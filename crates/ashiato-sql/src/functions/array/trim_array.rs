//! `trim_array(x, n)`: the array without its last `n` elements.

use super::element_types::{array_and_bigint, same_as_first};
use super::lists::{Lists, Picked};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Overload, Parameters, invalid_argument, scalar};
use arrow::array::ArrayRef;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::ops::Range;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(array_and_bigint);
    scalar("trim_array", vec![Overload { parameters, returns: same_as_first, kernel }])
}

fn kernel(arguments: &Arguments) -> Result<ArrayRef> {
    let lists = Lists::of(arguments, 0)?;
    let counts = arguments.bigint(1)?;
    let mut picked = Picked::new(arguments.rows().len());
    for row in arguments.rows() {
        match (lists.get(row), counts.get(row)) {
            (Some(range), Some(count)) => {
                picked.extend(trimmed(range, count)?);
                picked.close()?;
            }
            _ => picked.close_null()?,
        }
    }
    picked.finish(lists.values(), arguments.return_type())
}

fn trimmed(range: Range<usize>, count: i64) -> Result<Range<usize>> {
    match usize::try_from(count) {
        Err(_) => Err(invalid_argument(format!("size must not be negative: {count}"))),
        Ok(count) if count > range.len() => {
            let length = range.len();
            Err(invalid_argument(format!("size must not exceed array cardinality {length}: {count}")))
        }
        Ok(count) => Ok(range.start..range.end - count),
    }
}
