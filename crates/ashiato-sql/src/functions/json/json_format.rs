//! `json_format(json)`: the JSON's text.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, scalar, varchar};
use arrow::array::{ArrayRef, LargeStringArray, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    scalar("json_format", vec![exactly(&[Kind::Json], varchar, format)])
}

fn format(args: &Arguments) -> Result<ArrayRef> {
    let values = args.column::<LargeStringArray>(0)?;
    args.each::<StringViewArray, _>(|row| values.get(row))
}
