//! A scalar function as a table entry: its name, how many arguments, its type, its values. For the many
//! functions that need nothing else of DataFusion.

use crate::failure::failure;
use crate::types::trino_name;
use arrow::array::{Array, ArrayRef, AsArray, Float64Array, Int64Array, StringViewArray, new_null_array};
use arrow::compute::cast;
use arrow::datatypes::{DataType, Field, FieldRef, Float64Type, Int64Type};
use datafusion::common::{Result, ScalarValue};
use datafusion::error::DataFusionError;
use datafusion::logical_expr::{
    ColumnarValue, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};
use std::hash::{Hash, Hasher};
use std::ops::RangeInclusive;
use std::sync::Arc;

/// A function that is NULL wherever an argument has the type of a bare NULL.
pub(crate) struct Definition {
    pub(crate) name: &'static str,
    pub(crate) aliases: &'static [&'static str],
    pub(crate) arity: RangeInclusive<usize>,
    /// The result's type, or an error for arguments that the function does not take.
    pub(crate) returns: fn(&Types) -> Result<DataType>,
    /// The result's values, as many as there are rows, of the type that `returns` gave.
    pub(crate) run: fn(&Arguments) -> Result<ArrayRef>,
    pub(crate) volatility: Volatility,
}

/// What is known of the arguments when the query is planned.
pub(crate) struct Types<'a> {
    name: &'static str,
    types: Vec<DataType>,
    literals: &'a [Option<&'a ScalarValue>],
}

/// The arguments' values: arrays all of one length.
pub(crate) struct Arguments {
    arrays: Vec<ArrayRef>,
    literals: Vec<Option<ScalarValue>>,
    /// How many rows there are.
    pub(crate) rows: usize,
    /// The type to come out.
    pub(crate) result: DataType,
}

impl Definition {
    /// A function without aliases, of the same value whenever it is called with the same arguments.
    pub(crate) fn new(
        name: &'static str,
        arity: RangeInclusive<usize>,
        returns: fn(&Types) -> Result<DataType>,
        run: fn(&Arguments) -> Result<ArrayRef>,
    ) -> Definition {
        Definition { name, aliases: &[], arity, returns, run, volatility: Volatility::Immutable }
    }

    pub(crate) fn with_aliases(self, aliases: &'static [&'static str]) -> Definition {
        Definition { aliases, ..self }
    }

    pub(crate) fn volatile(self) -> Definition {
        Definition { volatility: Volatility::Volatile, ..self }
    }

    pub(crate) fn into_udf(self) -> Arc<ScalarUDF> {
        let signature = Signature::user_defined(self.volatility);
        let aliases = self.aliases.iter().map(|alias| alias.to_string()).collect();
        Arc::new(ScalarUDF::new_from_impl(Defined { definition: self, signature, aliases }))
    }
}

impl Types<'_> {
    pub(crate) fn of(&self, index: usize) -> &DataType {
        self.types.get(index).unwrap_or(&DataType::Null)
    }

    pub(crate) fn len(&self) -> usize {
        self.types.len()
    }

    /// The text of an argument that is a literal.
    pub(crate) fn literal(&self, index: usize) -> Option<&str> {
        self.literals.get(index).copied().flatten()?.try_as_str().flatten()
    }

    /// The value of an argument that is a literal whole number.
    pub(crate) fn literal_number(&self, index: usize) -> Option<i64> {
        match self.literals.get(index).copied().flatten()?.cast_to(&DataType::Int64) {
            Ok(ScalarValue::Int64(value)) => value,
            _ => None,
        }
    }

    /// The error for arguments of types that the function does not take.
    pub(crate) fn unexpected(&self) -> DataFusionError {
        let types: Vec<_> = self.types.iter().map(trino_name).collect();
        let message = format!("Unexpected parameters ({}) for function {}", types.join(", "), self.name);
        failure("FUNCTION_NOT_FOUND", message)
    }
}

impl Arguments {
    pub(crate) fn array(&self, index: usize) -> &ArrayRef {
        &self.arrays[index]
    }

    pub(crate) fn len(&self) -> usize {
        self.arrays.len()
    }

    /// The text of an argument that is the same in every row.
    pub(crate) fn literal(&self, index: usize) -> Option<&str> {
        self.literals.get(index)?.as_ref()?.try_as_str().flatten()
    }

    pub(crate) fn text(&self, index: usize) -> Result<StringViewArray> {
        Ok(cast(&self.arrays[index], &DataType::Utf8View)?.as_string_view().clone())
    }

    pub(crate) fn bigint(&self, index: usize) -> Result<Int64Array> {
        Ok(cast(&self.arrays[index], &DataType::Int64)?.as_primitive::<Int64Type>().clone())
    }

    pub(crate) fn double(&self, index: usize) -> Result<Float64Array> {
        Ok(cast(&self.arrays[index], &DataType::Float64)?.as_primitive::<Float64Type>().clone())
    }
}

struct Defined {
    definition: Definition,
    signature: Signature,
    aliases: Vec<String>,
}

impl std::fmt::Debug for Defined {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Defined").field("name", &self.definition.name).finish_non_exhaustive()
    }
}

impl PartialEq for Defined {
    fn eq(&self, other: &Self) -> bool {
        self.definition.name == other.definition.name
    }
}

impl Eq for Defined {}

impl Hash for Defined {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.definition.name.hash(state);
    }
}

impl ScalarUDFImpl for Defined {
    fn name(&self) -> &str {
        self.definition.name
    }

    fn aliases(&self) -> &[String] {
        &self.aliases
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        if !self.definition.arity.contains(&types.len()) {
            let types = Types { name: self.definition.name, types: types.to_vec(), literals: &[] };
            return Err(types.unexpected());
        }
        Ok(types.iter().map(plain).collect())
    }

    fn return_type(&self, types: &[DataType]) -> Result<DataType> {
        (self.definition.returns)(&Types { name: self.definition.name, types: types.to_vec(), literals: &[] })
    }

    fn return_field_from_args(&self, args: ReturnFieldArgs) -> Result<FieldRef> {
        let types = args.arg_fields.iter().map(|field| plain(field.data_type())).collect();
        let types = Types { name: self.definition.name, types, literals: args.scalar_arguments };
        let has_null = types.types.contains(&DataType::Null);
        let returns = match (self.definition.returns)(&types) {
            Err(_) if has_null => DataType::Null,
            known => known?,
        };
        Ok(Arc::new(Field::new(self.definition.name, returns, true)))
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let is_scalar = args.args.iter().all(|value| matches!(value, ColumnarValue::Scalar(_)));
        let is_scalar = is_scalar && self.definition.volatility != Volatility::Volatile;
        let rows = if is_scalar { 1 } else { args.number_rows };
        let result = args.return_field.data_type().clone();
        let mut arrays = Vec::with_capacity(args.args.len());
        let mut literals = Vec::with_capacity(args.args.len());
        for value in args.args {
            literals.push(match &value {
                ColumnarValue::Scalar(value) => Some(value.clone()),
                ColumnarValue::Array(_) => None,
            });
            let array = value.into_array(rows)?;
            let plain = plain(array.data_type());
            arrays.push(if array.data_type() == &plain { array } else { cast(&array, &plain)? });
        }
        let has_null = arrays.iter().any(|array| array.data_type() == &DataType::Null);
        let array = match has_null {
            true => new_null_array(&result, rows),
            false => (self.definition.run)(&Arguments { arrays, literals, rows, result })?,
        };
        Ok(match is_scalar {
            true => ColumnarValue::Scalar(ScalarValue::try_from_array(&array, 0)?),
            false => ColumnarValue::Array(array),
        })
    }
}

/// A dictionary counts as the type of its values.
fn plain(of: &DataType) -> DataType {
    match of {
        DataType::Dictionary(_, values) => plain(values),
        other => other.clone(),
    }
}
