//! `CAST` and `TRY_CAST` with Trino's meaning.
//!
//! The tree that is planned says `"$cast"(x, 'map(varchar, json)')`, written by
//! [`rewrite::casts`](crate::rewrite::casts): a function whose type is in its second argument, since the
//! planner's own types have neither JSON nor a bounded VARCHAR. Where the planner's own cast means the same
//! the call simplifies to it, so that statistics and pruning see through.

mod convert;
mod from_json;
mod from_text;
mod nested;
mod numeric;
mod temporal;
mod to_json;
mod to_text;

use crate::failure::failure;
use crate::types::Type;
use arrow::array::ArrayRef;
use arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::common::{Result, ScalarValue};
use datafusion::logical_expr::simplify::{ExprSimplifyResult, SimplifyContext};
use datafusion::logical_expr::{
    Cast, ColumnarValue, Expr, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};
use std::sync::Arc;

pub(crate) use convert::{OnError, convert};
pub(crate) use numeric::rescale;
pub(crate) use temporal::ticks;
pub(crate) use to_text::text_of;

/// The name that CAST is planned under: no name that a statement can write without quotes.
pub const CAST: &str = "$cast";
/// The name that TRY_CAST is planned under.
pub const TRY_CAST: &str = "$try_cast";

/// The functions that casts are rewritten to.
pub fn scalars() -> Vec<Arc<ScalarUDF>> {
    [(CAST, OnError::Fail), (TRY_CAST, OnError::Null)]
        .map(|(name, on_error)| {
            let signature = Signature::user_defined(Volatility::Immutable);
            Arc::new(ScalarUDF::new_from_impl(CastFunction { name, on_error, signature }))
        })
        .to_vec()
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct CastFunction {
    name: &'static str,
    on_error: OnError,
    signature: Signature,
}

/// The second argument's type.
fn target(argument: Option<&ScalarValue>) -> Result<Type> {
    let text = argument.and_then(|value| value.try_as_str().flatten()).unwrap_or_default();
    Type::parse(text).ok_or_else(|| failure("TYPE_NOT_FOUND", format!("Unknown type: {text}")))
}

/// A timestamp keeps the zone that it has; otherwise it is the third argument's, or UTC.
fn result_type(from: &DataType, to: &Type, zone: Option<&ScalarValue>) -> DataType {
    let DataType::Timestamp(unit, Some(utc)) = to.arrow() else { return to.arrow() };
    let zone = match from {
        DataType::Timestamp(_, Some(zone)) => zone.clone(),
        _ => zone.and_then(|zone| zone.try_as_str().flatten()).map_or(utc, Arc::from),
    };
    DataType::Timestamp(unit, Some(zone))
}

impl ScalarUDFImpl for CastFunction {
    fn name(&self) -> &str {
        self.name
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        Ok(types.to_vec())
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Err(failure("INVALID_CAST_ARGUMENT", "the type of a cast is known from its arguments alone"))
    }

    fn return_field_from_args(&self, args: ReturnFieldArgs) -> Result<FieldRef> {
        let from = &args.arg_fields[0];
        let to = target(args.scalar_arguments.get(1).copied().flatten())?;
        convert::check(from.data_type(), &to)?;
        let zone = args.scalar_arguments.get(2).copied().flatten();
        let is_nullable =
            self.on_error == OnError::Null || from.is_nullable() || from.data_type() == &crate::types::JSON;
        Ok(Arc::new(Field::new(self.name, result_type(from.data_type(), &to, zone), is_nullable)))
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let ColumnarValue::Scalar(name) = &args.args[1] else {
            return Err(failure("TYPE_NOT_FOUND", "a cast to no type"));
        };
        let to = target(Some(name))?;
        let result = args.return_field.data_type();
        let cast = |array: &ArrayRef| convert(array, &to, result, self.on_error);
        Ok(match &args.args[0] {
            ColumnarValue::Array(array) => ColumnarValue::Array(cast(array)?),
            ColumnarValue::Scalar(value) => {
                ColumnarValue::Scalar(ScalarValue::try_from_array(&cast(&value.to_array()?)?, 0)?)
            }
        })
    }

    fn simplify(&self, mut args: Vec<Expr>, info: &SimplifyContext) -> Result<ExprSimplifyResult> {
        let (Ok(from), Some(Expr::Literal(name, _))) = (info.get_data_type(&args[0]), args.get(1)) else {
            return Ok(ExprSimplifyResult::Original(args));
        };
        let to = target(Some(name))?;
        let result = result_type(&from, &to, args.get(2).and_then(|zone| zone.as_literal()));
        let is_plain = !matches!(to, Type::Varchar(Some(_)) | Type::Char(_)) && self.on_error == OnError::Fail;
        Ok(match () {
            () if is_plain && from == result => ExprSimplifyResult::Simplified(args.swap_remove(0)),
            () if is_plain && convert::is_arrows_own(&from, &result) => {
                ExprSimplifyResult::Simplified(Expr::Cast(Cast::new(Box::new(args.swap_remove(0)), result)))
            }
            () => ExprSimplifyResult::Original(args),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow::array::{Array, Float64Array, Int64Array, TimestampMillisecondArray};
    use proptest::prelude::*;

    fn cast(array: &ArrayRef, to: &str) -> ArrayRef {
        let to = Type::parse(to).expect(to);
        convert(array, &to, &to.arrow(), OnError::Fail).expect("a value of the type")
    }

    fn there_and_back(array: ArrayRef, of: &str, through: &str) {
        let back = cast(&cast(&array, through), of);
        assert_eq!(&back, &array, "{of} through {through}");
    }

    proptest! {
        #[test]
        fn text_and_json_keep_values(
            whole in proptest::collection::vec(any::<Option<i64>>(), 0..8),
            doubles in proptest::collection::vec(proptest::option::of(proptest::num::f64::NORMAL | proptest::num::f64::ZERO), 0..8),
            millis in proptest::collection::vec(proptest::option::of(-60_000_000_000_000_i64..250_000_000_000_000), 0..8),
            text in proptest::collection::vec(proptest::option::of("\\PC{0,6}"), 0..8),
        ) {
            let whole: ArrayRef = Arc::new(Int64Array::from(whole));
            there_and_back(whole.clone(), "bigint", "varchar");
            there_and_back(whole, "bigint", "json");
            let doubles: ArrayRef = Arc::new(Float64Array::from(doubles));
            there_and_back(doubles.clone(), "double", "varchar");
            there_and_back(doubles, "double", "json");
            there_and_back(Arc::new(TimestampMillisecondArray::from(millis)), "timestamp(3)", "varchar");
            there_and_back(Arc::new(arrow::array::StringViewArray::from(text)), "varchar", "json");
        }

        #[test]
        fn any_text_is_cast_or_refused(text in "\\PC{0,24}") {
            let array: ArrayRef = Arc::new(arrow::array::StringViewArray::from(vec![text.as_str()]));
            let json: ArrayRef = Arc::new(arrow::array::LargeStringArray::from(vec![text.as_str()]));
            for to in ["bigint", "double", "decimal(10,2)", "boolean", "date", "time(3)", "timestamp(3)", "timestamp(3) with time zone", "ipaddress", "uuid"] {
                let to = Type::parse(to).expect(to);
                let tried = convert(&array, &to, &to.arrow(), OnError::Null).expect("TRY_CAST never fails");
                prop_assert_eq!(tried.is_null(0), convert(&array, &to, &to.arrow(), OnError::Fail).is_err());
            }
            for to in ["varchar", "bigint", "array(json)", "map(varchar, json)", "row(a json)"] {
                let to = Type::parse(to).expect(to);
                convert(&json, &to, &to.arrow(), OnError::Null).expect("TRY_CAST never fails");
            }
        }
    }

    #[test]
    fn dictionaries_are_cast_as_their_values() {
        let texts =
            arrow::array::DictionaryArray::<arrow::datatypes::Int32Type>::from_iter([Some("1"), None, Some("1")]);
        let found = cast(&(Arc::new(texts) as ArrayRef), "bigint");
        assert_eq!(&found, &(Arc::new(Int64Array::from(vec![Some(1), None, Some(1)])) as ArrayRef));
    }
}
