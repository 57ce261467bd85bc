//! `typeof(x)`: the name of the expression's type.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, scalar, varchar};
use arrow::array::{ArrayRef, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    scalar("typeof", vec![exactly(&[Kind::Any], varchar, type_of)])
}

fn type_of(args: &Arguments) -> Result<ArrayRef> {
    let name = crate::types::trino_name(args.any(0).0.data_type());
    args.each::<StringViewArray, _>(|_| Some(name.as_str()))
}
