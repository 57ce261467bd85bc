//! `is_json_scalar(json)`: whether it is a string, number, boolean or null; an error where it is not JSON.

use super::canonical::{self, Members};
use super::scan::{self, Kind as JsonKind};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, boolean, exactly, invalid_argument, scalar};
use arrow::array::{ArrayRef, BooleanArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    scalar("is_json_scalar", vec![exactly(&[Kind::JsonText], boolean, is_scalar)])
}

fn is_scalar(args: &Arguments) -> Result<ArrayRef> {
    let values = args.json_text(0)?;
    let mut checked = String::new();
    args.try_each::<BooleanArray, _>(|row| {
        let Some(value) = values.get(row) else { return Ok(None) };
        checked.clear();
        canonical::write(value, Members::AsWritten, &mut checked)
            .ok_or_else(|| invalid_argument(format!("Invalid JSON value: {value}")))?;
        Ok(Some(!matches!(scan::kind(value), Some(JsonKind::Object | JsonKind::Array))))
    })
}
