//! `TRY(e)`: the expression, and NULL for the rows in which their own data makes it fail.
//!
//! `TRY` is no function to the parser's tree: `TRY(e)` is rewritten to `"$try"(() -> e)`, a lambda without
//! parameters. A tree with one parameter, `"$try"("$row" -> e)`, is the same: the parameter is NULL, and its name
//! must be no column's. Either way the body sees the outer columns and the parameters of lambdas around it.
//!
//! The body runs over the whole batch; where that fails, over each half of it, and so on down to the rows that fail.

use super::definition::{Call, Definition, Parameters, Slot, higher_order, unchanged};
use crate::error::Error;
use arrow::array::{Array, ArrayRef, NullArray, new_empty_array, new_null_array};
use arrow::compute::concat;
use arrow::datatypes::DataType;
use arrow::error::ArrowError;
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::HigherOrderUDF;
use std::ops::Range;
use std::sync::Arc;

/// What Trino's TRY turns to NULL, by the names of its errors.
const CAUGHT: [&str; 4] =
    ["DIVISION_BY_ZERO", "INVALID_CAST_ARGUMENT", "INVALID_FUNCTION_ARGUMENT", "NUMERIC_VALUE_OUT_OF_RANGE"];

pub(super) fn function() -> Arc<HigherOrderUDF> {
    higher_order(Definition {
        name: "$try",
        shapes: &[&[Slot::Lambda]],
        convert: |values| values.is_empty().then(Vec::new),
        parameters: |_, _| Parameters::Known(vec![vec![DataType::Null]]),
        returns: |_, results| Some(results[0].clone()),
        convert_for_results: unchanged,
        kernel,
    })
}

fn kernel(call: &Call) -> Result<ArrayRef> {
    if call.rows == 0 {
        return Ok(new_empty_array(&call.return_type));
    }
    let mut parts = Vec::new();
    evaluate(call, 0..call.rows, &mut parts)?;
    match parts.as_slice() {
        [whole] => Ok(Arc::clone(whole)),
        _ => Ok(concat(&parts.iter().map(|part| part.as_ref()).collect::<Vec<_>>())?),
    }
}

/// Adds the answers of a range of rows to `parts`, in order.
fn evaluate(call: &Call, range: Range<usize>, parts: &mut Vec<ArrayRef>) -> Result<()> {
    let row: ArrayRef = Arc::new(NullArray::new(range.len()));
    let answers = call.evaluate(0, &[row], &call.return_type, |captured| {
        Ok(captured.iter().map(|column| column.slice(range.start, range.len())).collect())
    });
    match answers {
        Ok(answers) => parts.push(answers),
        Err(error) if !is_of_data(&error) => return Err(error),
        Err(_) if range.len() == 1 => parts.push(new_null_array(&call.return_type, 1)),
        Err(_) => {
            let middle = range.start + range.len() / 2;
            evaluate(call, range.start..middle, parts)?;
            evaluate(call, middle..range.end, parts)?;
        }
    }
    Ok(())
}

/// Whether the rows' own data is to blame: other errors (memory, what is not built, a fault of the engine) stay.
fn is_of_data(error: &DataFusionError) -> bool {
    match error.find_root() {
        DataFusionError::Execution(_) => true,
        DataFusionError::ArrowError(error, _) => is_of_values(error),
        DataFusionError::External(error) => match error.downcast_ref::<Error>() {
            Some(error) => CAUGHT.contains(&error.code),
            None => error.downcast_ref::<ArrowError>().is_some_and(is_of_values),
        },
        _ => false,
    }
}

fn is_of_values(error: &ArrowError) -> bool {
    matches!(
        error,
        ArrowError::DivideByZero
            | ArrowError::ArithmeticOverflow(_)
            | ArrowError::CastError(_)
            | ArrowError::ParseError(_)
            | ArrowError::ComputeError(_)
            | ArrowError::InvalidArgumentError(_)
    )
}
