//! `starts_with(text, prefix)` and, as an extension, `ends_with(text, suffix)`.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, boolean, exactly, scalar};
use arrow::array::{ArrayRef, BooleanArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

const KINDS: &[Kind] = &[Kind::Varchar, Kind::Varchar];

pub(super) fn starts_with() -> Arc<ScalarUDF> {
    scalar("starts_with", vec![exactly(KINDS, boolean, |args| compare(args, |text, part| text.starts_with(part)))])
}

pub(super) fn ends_with() -> Arc<ScalarUDF> {
    scalar("ends_with", vec![exactly(KINDS, boolean, |args| compare(args, |text, part| text.ends_with(part)))])
}

fn compare(args: &Arguments, holds: fn(&str, &str) -> bool) -> Result<ArrayRef> {
    let (texts, parts) = (args.varchar(0)?, args.varchar(1)?);
    args.each::<BooleanArray, _>(|row| Some(holds(texts.get(row)?, parts.get(row)?)))
}
