//! `x.name`: a field of a row, or, beyond Trino, a member of JSON text and a key of a map.
//!
//! AWS's own playbooks say `requestParameters.bucketName` of a column that holds JSON as text. Here that reads
//! the member, in any case of its name, as VARCHAR: a string's text, the JSON text of all else, NULL where there
//! is none or where the text is no JSON object.

use super::field::reader_of;
use super::{call, member};
use crate::failure::failure;
use crate::types::{VARCHAR, trino_name};
use arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::common::{Result, ScalarValue};
use datafusion::functions::core::get_field;
use datafusion::logical_expr::simplify::{ExprSimplifyResult, SimplifyContext};
use datafusion::logical_expr::{
    ColumnarValue, Expr, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};
use std::sync::{Arc, LazyLock};

static DOT: LazyLock<Arc<ScalarUDF>> = LazyLock::new(|| {
    let signature = Signature::user_defined(Volatility::Immutable);
    Arc::new(ScalarUDF::new_from_impl(Dot { signature }))
});

pub(super) fn scalars() -> Vec<Arc<ScalarUDF>> {
    vec![DOT.clone(), member::udf()]
}

/// The field or member, and its type where it is known.
pub(super) fn plan(expr: Expr, of: Option<&DataType>, name: &str) -> (Expr, Option<DataType>) {
    match of {
        Some(DataType::Utf8 | DataType::Utf8View | DataType::LargeUtf8 | DataType::Map(..)) => {
            (call(member::udf(), vec![expr, text(name)]), Some(VARCHAR))
        }
        Some(DataType::Dictionary(_, values)) => plan(expr, Some(values), name),
        Some(DataType::Struct(fields)) => {
            let exact = fields.iter().find(|field| field.name() == name);
            let field = exact.or_else(|| fields.iter().find(|field| field.name().eq_ignore_ascii_case(name)));
            let found = field.map_or(name, |field| field.name());
            (call(reader_of(&expr), vec![expr, text(found)]), field.map(|field| field.data_type().clone()))
        }
        _ => (call(get_field(), vec![expr, text(name)]), None),
    }
}

/// `"$dot"(x, 'name')`: a dot for trees that are written before types are known. Becomes what [`plan`] gives.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Dot {
    signature: Signature,
}

impl ScalarUDFImpl for Dot {
    fn name(&self) -> &str {
        "$dot"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        Ok(types.to_vec())
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Err(failure("TYPE_MISMATCH", "the type of a field is known from its name alone"))
    }

    fn return_field_from_args(&self, args: ReturnFieldArgs) -> Result<FieldRef> {
        let name = args.scalar_arguments.get(1).copied().flatten().and_then(|name| name.try_as_str().flatten());
        let of = args.arg_fields[0].data_type();
        match plan(Expr::default(), Some(of), name.unwrap_or_default()).1 {
            Some(found) => Ok(Arc::new(Field::new(self.name(), found, true))),
            None => {
                let message =
                    format!("Expression of type {} has no field '{}'", trino_name(of), name.unwrap_or_default());
                Err(failure("TYPE_MISMATCH", message))
            }
        }
    }

    fn simplify(&self, mut args: Vec<Expr>, info: &SimplifyContext) -> Result<ExprSimplifyResult> {
        let of = info.get_data_type(&args[0])?;
        let name = args.get(1).and_then(Expr::as_literal).and_then(|name| name.try_as_str().flatten());
        let Some(name) = name.map(str::to_string) else { return Ok(ExprSimplifyResult::Original(args)) };
        Ok(ExprSimplifyResult::Simplified(plan(args.swap_remove(0), Some(&of), &name).0))
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let ColumnarValue::Scalar(name) = &args.args[1] else {
            return Err(failure("TYPE_MISMATCH", "a dot needs a name"));
        };
        let of = args.args[0].data_type();
        let Expr::ScalarFunction(call) =
            plan(Expr::default(), Some(&of), name.try_as_str().flatten().unwrap_or_default()).0
        else {
            return Err(failure("TYPE_MISMATCH", "a dot needs a name"));
        };
        let found = call.args.get(1).and_then(Expr::as_literal).cloned().unwrap_or_else(|| name.clone());
        let arguments = vec![args.args[0].clone(), ColumnarValue::Scalar(found)];
        call.func.invoke_with_args(ScalarFunctionArgs { args: arguments, ..args })
    }
}

fn text(name: &str) -> Expr {
    Expr::Literal(ScalarValue::from(name), None)
}
