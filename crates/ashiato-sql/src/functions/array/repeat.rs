//! `repeat(element, count)`: an array of one element, up to 10,000 times. Not text: that is DataFusion's meaning.

use super::element_types::{array_of, canonical, is_integer};
use super::lists::Picked;
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Overload, Parameters, invalid_argument, scalar};
use arrow::array::ArrayRef;
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

const COUNT_MAX: i64 = 10_000;

pub(super) fn function() -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(element_and_count);
    let returns = |types: &[DataType]| array_of(types[0].clone());
    scalar("repeat", vec![Overload { parameters, returns, kernel }])
}

fn element_and_count(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [element, count] if is_integer(count) => Some(vec![canonical(element), DataType::Int64]),
        _ => None,
    }
}

fn kernel(arguments: &Arguments) -> Result<ArrayRef> {
    let (elements, constant) = arguments.any(0);
    let counts = arguments.bigint(1)?;
    let mut picked = Picked::new(arguments.rows().len());
    for row in arguments.rows() {
        match counts.get(row) {
            None => picked.close_null()?,
            Some(count) if count < 0 => {
                return Err(invalid_argument("count argument of repeat function must be greater than or equal to 0"));
            }
            Some(count) if count > COUNT_MAX => {
                let message = format!("count argument of repeat function must be less than or equal to {COUNT_MAX}");
                return Err(invalid_argument(message));
            }
            Some(count) => {
                picked.extend((0..count).map(|_| if constant { 0 } else { row }));
                picked.close()?;
            }
        }
    }
    picked.finish(elements, arguments.return_type())
}
