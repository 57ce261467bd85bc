//! `split_part(text, delimiter, index)`: the part of that index, from 1; NULL beyond the last.

use super::substr;
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, invalid_argument, scalar, varchar};
use arrow::array::{ArrayRef, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    scalar("split_part", vec![exactly(&[Kind::Varchar, Kind::Varchar, Kind::Bigint], varchar, split_part)])
}

fn split_part(args: &Arguments) -> Result<ArrayRef> {
    let (texts, delimiters, indices) = (args.varchar(0)?, args.varchar(1)?, args.bigint(2)?);
    args.try_each::<StringViewArray, _>(|row| {
        let (Some(text), Some(delimiter), Some(index)) = (texts.get(row), delimiters.get(row), indices.get(row)) else {
            return Ok(None);
        };
        if index <= 0 {
            return Err(invalid_argument("Index must be greater than zero"));
        }
        if delimiter.is_empty() {
            return Ok(Some(substr::part(text, index, 1)).filter(|part| !part.is_empty()));
        }
        Ok(usize::try_from(index - 1).ok().and_then(|index| text.split(delimiter).nth(index)))
    })
}
