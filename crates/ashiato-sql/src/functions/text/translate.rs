//! `translate(text, from, to)`: each character of `from` becomes the one at its place in `to`, or nothing.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, scalar, varchar};
use arrow::array::{ArrayRef, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    scalar("translate", vec![exactly(&[Kind::Varchar, Kind::Varchar, Kind::Varchar], varchar, translate)])
}

fn translate(args: &Arguments) -> Result<ArrayRef> {
    let (texts, from, to) = (args.varchar(0)?, args.varchar(1)?, args.varchar(2)?);
    args.each::<StringViewArray, _>(|row| {
        let (text, from, to) = (texts.get(row)?, from.get(row)?, to.get(row)?);
        // The first of a character that stands twice in `from` counts.
        let translated = |c: char| match from.chars().position(|wanted| wanted == c) {
            Some(place) => to.chars().nth(place),
            None => Some(c),
        };
        Some(text.chars().filter_map(translated).collect::<String>())
    })
}
