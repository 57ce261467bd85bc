//! `split(text, delimiter[, limit])`: the parts between delimiters; with a limit, the last holds all that is left.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, array_of_varchar, exactly, invalid_argument, scalar};
use arrow::array::ArrayRef;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let overloads = vec![
        exactly(&[Kind::Varchar, Kind::Varchar], array_of_varchar, split),
        exactly(&[Kind::Varchar, Kind::Varchar, Kind::Bigint], array_of_varchar, split),
    ];
    scalar("split", overloads)
}

fn split(args: &Arguments) -> Result<ArrayRef> {
    let (texts, delimiters) = (args.varchar(0)?, args.varchar(1)?);
    let limits = if args.len() == 3 { Some(args.bigint(2)?) } else { None };
    args.each_list(|row, parts| {
        let limit = limits.as_ref().map_or(Some(i64::MAX), |limits| limits.get(row));
        let (Some(text), Some(delimiter), Some(limit)) = (texts.get(row), delimiters.get(row), limit) else {
            return Ok(None);
        };
        if delimiter.is_empty() {
            return Err(invalid_argument("The delimiter may not be the empty string"));
        }
        if limit <= 0 {
            return Err(invalid_argument("Limit must be positive"));
        }
        for part in text.splitn(usize::try_from(limit).unwrap_or(usize::MAX), delimiter) {
            parts.append_value(part);
        }
        Ok(Some(()))
    })
}
