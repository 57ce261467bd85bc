//! A field of a row that is no column: `resources[1].arn`.
//!
//! DataFusion's `get_field` moves towards the scan, so that a scan can read one field of a column alone. On what is
//! computed that is wrong: below a filter the computation would meet rows that the filter keeps from it, and
//! `resources[1]` fails on an empty array. This is `get_field` that stays where it is.

use arrow::datatypes::{DataType, FieldRef};
use datafusion::common::Result;
use datafusion::functions::core::get_field;
use datafusion::logical_expr::{
    ColumnarValue, Expr, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};
use std::sync::{Arc, LazyLock};

static FIELD: LazyLock<Arc<ScalarUDF>> = LazyLock::new(|| {
    let signature = Signature::user_defined(Volatility::Immutable);
    Arc::new(ScalarUDF::new_from_impl(Field { signature }))
});

pub(super) fn scalars() -> Vec<Arc<ScalarUDF>> {
    vec![FIELD.clone()]
}

/// The function that reads a field of an expression: one that moves to the scan only for fields of columns.
pub(super) fn reader_of(expr: &Expr) -> Arc<ScalarUDF> {
    if is_of_column(expr) { get_field() } else { FIELD.clone() }
}

fn is_of_column(expr: &Expr) -> bool {
    match expr {
        Expr::Column(_) => true,
        Expr::ScalarFunction(call) => call.name() == "get_field" && call.args.first().is_some_and(is_of_column),
        _ => false,
    }
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct Field {
    signature: Signature,
}

impl ScalarUDFImpl for Field {
    fn name(&self) -> &str {
        "$field"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        Ok(types.to_vec())
    }

    fn return_type(&self, types: &[DataType]) -> Result<DataType> {
        get_field().return_type(types)
    }

    fn return_field_from_args(&self, args: ReturnFieldArgs) -> Result<FieldRef> {
        get_field().return_field_from_args(args)
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        get_field().invoke_with_args(args)
    }
}
