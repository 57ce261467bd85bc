//! `replace(text, search[, replacement])`: every occurrence replaced, or removed. An empty search puts the
//! replacement before every character and at the end.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, scalar, varchar};
use arrow::array::{ArrayRef, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::borrow::Cow;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let overloads = vec![
        exactly(&[Kind::Varchar, Kind::Varchar], varchar, remove),
        exactly(&[Kind::Varchar, Kind::Varchar, Kind::Varchar], varchar, replace),
    ];
    scalar("replace", overloads)
}

fn remove(args: &Arguments) -> Result<ArrayRef> {
    let (texts, searches) = (args.varchar(0)?, args.varchar(1)?);
    args.each::<StringViewArray, _>(|row| Some(replaced(texts.get(row)?, searches.get(row)?, "")))
}

fn replace(args: &Arguments) -> Result<ArrayRef> {
    let (texts, searches, replacements) = (args.varchar(0)?, args.varchar(1)?, args.varchar(2)?);
    args.each::<StringViewArray, _>(|row| Some(replaced(texts.get(row)?, searches.get(row)?, replacements.get(row)?)))
}

fn replaced<'a>(text: &'a str, search: &str, replacement: &str) -> Cow<'a, str> {
    if text.contains(search) { Cow::Owned(text.replace(search, replacement)) } else { Cow::Borrowed(text) }
}
