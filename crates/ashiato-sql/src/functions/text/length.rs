//! `length(text)` in characters; `length(bytes)` in bytes.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, bigint, exactly, scalar};
use arrow::array::{ArrayRef, Int64Array};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    scalar("length", vec![exactly(&[Kind::Varchar], bigint, characters), exactly(&[Kind::Varbinary], bigint, bytes)])
}

fn characters(args: &Arguments) -> Result<ArrayRef> {
    let texts = args.varchar(0)?;
    args.each::<Int64Array, _>(|row| texts.get(row).map(|text| text.chars().count() as i64))
}

fn bytes(args: &Arguments) -> Result<ArrayRef> {
    let values = args.varbinary(0)?;
    args.each::<Int64Array, _>(|row| values.get(row).map(|bytes| bytes.len() as i64))
}
