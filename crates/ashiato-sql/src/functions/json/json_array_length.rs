//! `json_array_length(json)`: how many elements an array has; NULL where it is no array.

use super::scan;
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, bigint, exactly, scalar};
use arrow::array::{ArrayRef, Int64Array};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    scalar("json_array_length", vec![exactly(&[Kind::JsonText], bigint, length)])
}

fn length(args: &Arguments) -> Result<ArrayRef> {
    let values = args.json_text(0)?;
    args.each::<Int64Array, _>(|row| {
        let elements = scan::elements(values.get(row)?)?;
        elements.map(|element| element.map(|_| 1)).sum::<Option<i64>>()
    })
}
