//! A function that takes lambdas, as a table of what it takes, what it gives, and its kernel.

use crate::functions::overload::error;
use crate::types::trino_name;
use arrow::array::{Array, ArrayRef};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::common::internal_err;
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::{
    ColumnarValue, HigherOrderFunctionArgs, HigherOrderReturnFieldArgs, HigherOrderSignature, HigherOrderUDF,
    HigherOrderUDFImpl, LambdaArgument, LambdaParametersProgress, ValueOrLambda, Volatility,
};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// What stands at a place of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    Value,
    Lambda,
}

/// A function of values and lambdas.
#[derive(Debug)]
pub(super) struct Definition {
    pub(super) name: &'static str,
    /// The ways to call it.
    pub(super) shapes: &'static [&'static [Slot]],
    /// The types that values are converted to; `None` where the call does not fit.
    pub(super) convert: fn(&[DataType]) -> Option<Vec<DataType>>,
    /// The types of each lambda's parameters, from the values' types and from what the lambdas are known to give.
    pub(super) parameters: fn(&[DataType], &[Option<DataType>]) -> Parameters,
    /// The type of the whole, from the values' types and the lambdas' results; `None` where a lambda gives what it
    /// must not.
    pub(super) returns: fn(&[DataType], &[DataType]) -> Option<DataType>,
    /// Values' types once the lambdas' results are known.
    pub(super) convert_for_results: fn(&[DataType], &[DataType]) -> Vec<DataType>,
    pub(super) kernel: fn(&Call) -> Result<ArrayRef>,
}

/// What is known of the lambdas' parameters.
pub(super) enum Parameters {
    /// All of them.
    Known(Vec<Vec<DataType>>),
    /// Those of some lambdas, whose results decide the others.
    After(Vec<Option<Vec<DataType>>>),
}

/// A call over one batch.
pub(super) struct Call {
    values: Vec<ColumnarValue>,
    lambdas: Vec<LambdaArgument>,
    /// What each lambda gives.
    pub(super) result_types: Vec<DataType>,
    pub(super) return_type: DataType,
    pub(super) rows: usize,
}

/// For functions whose values stay as they are.
pub(super) fn unchanged(values: &[DataType], _: &[DataType]) -> Vec<DataType> {
    values.to_vec()
}

pub(super) fn higher_order(definition: Definition) -> Arc<HigherOrderUDF> {
    let signature = HigherOrderSignature::user_defined(Volatility::Immutable);
    Arc::new(HigherOrderUDF::new_from_impl(Function { definition, signature }))
}

impl Call {
    /// A value, and whether its one row stands for all.
    pub(super) fn value(&self, at: usize) -> Result<(ArrayRef, bool)> {
        match &self.values[at] {
            ColumnarValue::Array(array) => Ok((Arc::clone(array), false)),
            ColumnarValue::Scalar(value) => Ok((value.to_array()?, true)),
        }
    }

    /// A value with one row for each of the batch.
    pub(super) fn spread(&self, at: usize) -> Result<ArrayRef> {
        self.values[at].to_array(self.rows)
    }

    pub(super) fn has_lambda(&self) -> bool {
        !self.lambdas.is_empty()
    }

    /// What a lambda gives for these parameters, as the type `result`. `spread` brings a captured column, which has
    /// a row for each row of the batch, to the parameters' length.
    pub(super) fn evaluate(
        &self,
        lambda: usize,
        parameters: &[ArrayRef],
        result: &DataType,
        spread: impl FnOnce(&[ArrayRef]) -> Result<Vec<ArrayRef>>,
    ) -> Result<ArrayRef> {
        let rows = parameters.first().map_or(self.rows, |parameter| parameter.len());
        let closures = parameters.iter().map(|array| || Ok(Arc::clone(array))).collect::<Vec<_>>();
        let closures = closures.iter().map(|closure| closure as &dyn Fn() -> Result<ArrayRef>).collect::<Vec<_>>();
        let values = self.lambdas[lambda].evaluate(&closures, spread)?.into_array(rows)?;
        if values.data_type() == result { Ok(values) } else { Ok(cast(&values, result)?) }
    }
}

#[derive(Debug)]
struct Function {
    definition: Definition,
    signature: HigherOrderSignature,
}

impl PartialEq for Function {
    fn eq(&self, other: &Self) -> bool {
        self.definition.name == other.definition.name
    }
}

impl Eq for Function {}

impl Hash for Function {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.definition.name.hash(state);
    }
}

impl Function {
    fn refuse<L>(&self, fields: &[ValueOrLambda<FieldRef, L>]) -> DataFusionError {
        let name = |field: &ValueOrLambda<FieldRef, L>| match field {
            ValueOrLambda::Value(field) => trino_name(field.data_type()),
            ValueOrLambda::Lambda(_) => "<function>".to_string(),
        };
        let given = fields.iter().map(name).collect::<Vec<_>>().join(", ");
        let message =
            format!("Unexpected parameters ({given}) for function {}", self.definition.name.trim_start_matches('$'));
        error("FUNCTION_NOT_FOUND", message)
    }

    fn check_shape<L>(&self, fields: &[ValueOrLambda<FieldRef, L>]) -> Result<()> {
        let slot = |field: &ValueOrLambda<FieldRef, L>| match field {
            ValueOrLambda::Value(_) => Slot::Value,
            ValueOrLambda::Lambda(_) => Slot::Lambda,
        };
        let fits = self.definition.shapes.iter().any(|shape| fields.iter().map(slot).eq(shape.iter().copied()));
        if fits { Ok(()) } else { Err(self.refuse(fields)) }
    }
}

impl HigherOrderUDFImpl for Function {
    fn name(&self) -> &str {
        self.definition.name
    }

    fn signature(&self) -> &HigherOrderSignature {
        &self.signature
    }

    /// What does not fit is passed as it is: `lambda_parameters`, which sees the whole call, refuses it.
    fn coerce_value_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        Ok((self.definition.convert)(types).unwrap_or_else(|| types.to_vec()))
    }

    fn lambda_parameters(
        &self,
        _step: usize,
        fields: &[ValueOrLambda<FieldRef, Option<FieldRef>>],
    ) -> Result<LambdaParametersProgress> {
        self.check_shape(fields)?;
        let (mut values, mut results) = (Vec::new(), Vec::new());
        for field in fields {
            match field {
                ValueOrLambda::Value(field) => values.push(field.data_type().clone()),
                ValueOrLambda::Lambda(result) => results.push(result.as_ref().map(|field| field.data_type().clone())),
            }
        }
        if (self.definition.convert)(&values).is_none() {
            return Err(self.refuse(fields));
        }
        Ok(match (self.definition.parameters)(&values, &results) {
            // A lambda that the call leaves out has no parameters.
            Parameters::Known(lambdas) => {
                LambdaParametersProgress::Complete(lambdas.into_iter().take(results.len()).map(fields_of).collect())
            }
            Parameters::After(lambdas) => {
                LambdaParametersProgress::Partial(lambdas.into_iter().map(|types| types.map(fields_of)).collect())
            }
        })
    }

    fn coerce_values_for_lambdas(&self, fields: &[ValueOrLambda<DataType, DataType>]) -> Result<Option<Vec<DataType>>> {
        let (values, results) = split(fields);
        Ok(Some((self.definition.convert_for_results)(&values, &results)))
    }

    fn return_field_from_args(&self, args: HigherOrderReturnFieldArgs) -> Result<FieldRef> {
        self.check_shape(args.arg_fields)?;
        let (values, results) = split_fields(args.arg_fields);
        if (self.definition.convert)(&values).is_none() {
            return Err(self.refuse(args.arg_fields));
        }
        let returns = (self.definition.returns)(&values, &results).ok_or_else(|| self.refuse(args.arg_fields))?;
        Ok(Arc::new(Field::new(self.definition.name, returns, true)))
    }

    /// The kernels skip what lies under NULLs themselves, for maps too.
    fn clear_null_values(&self) -> bool {
        false
    }

    fn invoke_with_args(&self, args: HigherOrderFunctionArgs) -> Result<ColumnarValue> {
        let (_, result_types) = split_fields(&args.arg_fields);
        let (mut values, mut lambdas) = (Vec::new(), Vec::new());
        for arg in args.args {
            match arg {
                ValueOrLambda::Value(value) => values.push(value),
                ValueOrLambda::Lambda(lambda) => lambdas.push(lambda),
            }
        }
        let return_type = args.return_field.data_type().clone();
        let call = Call { values, lambdas, result_types, return_type, rows: args.number_rows };
        let answer = (self.definition.kernel)(&call)?;
        if answer.len() != call.rows {
            return internal_err!("{} answered for another number of rows", self.definition.name);
        }
        Ok(ColumnarValue::Array(answer))
    }

    /// A lambda's body may see no row at all, so nothing in it may be moved out of it.
    fn short_circuits(&self) -> bool {
        true
    }
}

fn fields_of(types: Vec<DataType>) -> Vec<FieldRef> {
    types.into_iter().map(|data_type| Arc::new(Field::new("", data_type, true))).collect()
}

fn split_fields(fields: &[ValueOrLambda<FieldRef, FieldRef>]) -> (Vec<DataType>, Vec<DataType>) {
    let types = fields.iter().map(|field| match field {
        ValueOrLambda::Value(field) => ValueOrLambda::Value(field.data_type().clone()),
        ValueOrLambda::Lambda(field) => ValueOrLambda::Lambda(field.data_type().clone()),
    });
    split(&types.collect::<Vec<_>>())
}

fn split(types: &[ValueOrLambda<DataType, DataType>]) -> (Vec<DataType>, Vec<DataType>) {
    let (mut values, mut results) = (Vec::new(), Vec::new());
    for data_type in types {
        match data_type {
            ValueOrLambda::Value(data_type) => values.push(data_type.clone()),
            ValueOrLambda::Lambda(data_type) => results.push(data_type.clone()),
        }
    }
    (values, results)
}
