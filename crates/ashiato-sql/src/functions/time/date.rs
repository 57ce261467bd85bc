//! `date(x)`: CAST(x AS DATE).

use super::moments::is_point;
use crate::cast::{OnError, convert};
use crate::functions::definition::{Definition, Types};
use crate::types::Type;
use arrow::datatypes::DataType;
use datafusion::common::Result;

pub(super) fn date() -> Definition {
    Definition::new("date", 1..=1, returns, |args| {
        convert(args.array(0), &Type::Date, &DataType::Date32, OnError::Fail)
    })
}

fn returns(types: &Types) -> Result<DataType> {
    match types.of(0) {
        DataType::Utf8 | DataType::Utf8View => Ok(DataType::Date32),
        of if is_point(of) => Ok(DataType::Date32),
        _ => Err(types.unexpected()),
    }
}
