//! `slice(x, start, length)`: a part of the array, from 1 on from the front or from -1 on from the back.

use super::element_types::{array_of, element_of, is_integer, same_as_first};
use super::lists::{Lists, Picked};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Overload, Parameters, invalid_argument, scalar};
use arrow::array::ArrayRef;
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::ops::Range;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(array_and_two_bigints);
    scalar("slice", vec![Overload { parameters, returns: same_as_first, kernel }])
}

fn array_and_two_bigints(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [array, start, length] if is_integer(start) && is_integer(length) => {
            Some(vec![array_of(element_of(array)?), DataType::Int64, DataType::Int64])
        }
        _ => None,
    }
}

fn kernel(arguments: &Arguments) -> Result<ArrayRef> {
    let lists = Lists::of(arguments, 0)?;
    let (starts, lengths) = (arguments.bigint(1)?, arguments.bigint(2)?);
    let mut picked = Picked::new(arguments.rows().len());
    for row in arguments.rows() {
        match (lists.get(row), starts.get(row), lengths.get(row)) {
            (Some(range), Some(start), Some(length)) => {
                picked.extend(part(range, start, length)?);
                picked.close()?;
            }
            _ => picked.close_null()?,
        }
    }
    picked.finish(lists.values(), arguments.return_type())
}

fn part(range: Range<usize>, start: i64, length: i64) -> Result<Range<usize>> {
    let Ok(length) = usize::try_from(length) else {
        return Err(invalid_argument("length must be greater than or equal to 0"));
    };
    let distance = usize::try_from(start.unsigned_abs()).unwrap_or(usize::MAX);
    let from = match start {
        0 => return Err(invalid_argument("SQL array indices start at 1")),
        _ if distance > range.len() => return Ok(range.end..range.end),
        1.. => range.start + distance - 1,
        _ => range.end - distance,
    };
    Ok(from..from.saturating_add(length).min(range.end))
}
