//! A scalar function as a table of overloads: what each takes, what it gives, and its kernel.
//!
//! DataFusion's own signatures convert more freely than Trino does (a number is taken for text). Here an argument
//! is converted only where Trino converts it, and a call that fits no overload is refused in Trino's words.

use crate::error::{Error, ErrorKind};
use crate::functions::arguments::Arguments;
use arrow::array::{Array, ArrayRef};
use arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::common::ScalarValue;
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::{
    ColumnarValue, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// What an argument may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text. JSON is not text.
    Varchar,
    /// JSON.
    Json,
    /// JSON, or text that holds JSON; each is left as it is.
    JsonText,
    /// Bytes.
    Varbinary,
    /// Any integer, widened to 64 bits.
    Bigint,
    /// Any number, as a double.
    Double,
    /// True or false.
    Boolean,
    /// An IP address.
    IpAddress,
    /// Anything, left as it is.
    Any,
}

/// How many arguments, and of which kinds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Parameters {
    /// These and no others.
    Exactly(&'static [Kind]),
    /// These, and then any number of the last kind.
    Variadic(&'static [Kind], Kind),
    /// Decided by a function: the types to convert to, or `None` where the call does not fit.
    Decided(fn(&[DataType]) -> Option<Vec<DataType>>),
}

/// One way to call a function.
#[derive(Debug)]
pub(crate) struct Overload {
    pub(crate) parameters: Parameters,
    pub(crate) returns: fn(&[DataType]) -> DataType,
    pub(crate) kernel: fn(&Arguments) -> Result<ArrayRef>,
}

/// An overload of a fixed list of arguments.
pub(crate) fn exactly(
    kinds: &'static [Kind],
    returns: fn(&[DataType]) -> DataType,
    kernel: fn(&Arguments) -> Result<ArrayRef>,
) -> Overload {
    Overload { parameters: Parameters::Exactly(kinds), returns, kernel }
}

/// A function of one name.
pub(crate) fn scalar(name: &'static str, overloads: Vec<Overload>) -> Arc<ScalarUDF> {
    let signature = Signature::user_defined(Volatility::Immutable);
    Arc::new(ScalarUDF::new_from_impl(Function { name, signature, overloads }))
}

/// A function whose value differs from call to call.
pub(crate) fn volatile_scalar(name: &'static str, overloads: Vec<Overload>) -> Arc<ScalarUDF> {
    let signature = Signature::user_defined(Volatility::Volatile);
    Arc::new(ScalarUDF::new_from_impl(Function { name, signature, overloads }))
}

/// A function of several names.
pub(crate) fn scalar_with_aliases(
    name: &'static str,
    aliases: &[&'static str],
    overloads: Vec<Overload>,
) -> Arc<ScalarUDF> {
    let signature = Signature::user_defined(Volatility::Immutable);
    let udf = ScalarUDF::new_from_impl(Function { name, signature, overloads });
    Arc::new(udf.with_aliases(aliases.iter().copied()))
}

/// An argument whose value the function cannot take.
pub(crate) fn invalid_argument(message: impl Into<String>) -> DataFusionError {
    error("INVALID_FUNCTION_ARGUMENT", message)
}

/// An error of the statement, under one of Trino's names.
pub(crate) fn error(code: &'static str, message: impl Into<String>) -> DataFusionError {
    let error = Error { kind: ErrorKind::Invalid, code, at: None, message: message.into() };
    DataFusionError::External(Box::new(error))
}

#[derive(Debug)]
struct Function {
    name: &'static str,
    signature: Signature,
    overloads: Vec<Overload>,
}

impl PartialEq for Function {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Function {}

impl Hash for Function {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl Function {
    fn matching(&self, types: &[DataType]) -> Option<(&Overload, Vec<DataType>)> {
        self.overloads.iter().find_map(|overload| Some((overload, overload.parameters.convert(types)?)))
    }

    fn refuse(&self, types: &[DataType]) -> DataFusionError {
        let given = types.iter().map(crate::types::trino_name).collect::<Vec<_>>().join(", ");
        let expected = self.overloads.iter().filter_map(|overload| overload.parameters.describe());
        let expected = expected.map(|parameters| format!("{}({parameters})", self.name)).collect::<Vec<_>>();
        let mut message = format!("Unexpected parameters ({given}) for function {}", self.name);
        if !expected.is_empty() {
            message = format!("{message}. Expected: {}", expected.join(", "));
        }
        error("FUNCTION_NOT_FOUND", message)
    }
}

impl ScalarUDFImpl for Function {
    fn name(&self) -> &str {
        self.name
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, types: &[DataType]) -> Result<DataType> {
        let (overload, converted) = self.matching(types).ok_or_else(|| self.refuse(types))?;
        Ok((overload.returns)(&converted))
    }

    fn return_field_from_args(&self, args: ReturnFieldArgs) -> Result<FieldRef> {
        let types = args.arg_fields.iter().map(|field| field.data_type().clone()).collect::<Vec<_>>();
        Ok(Arc::new(Field::new(self.name, self.return_type(&types)?, true)))
    }

    /// Arguments that fit nothing are passed as they are: `return_type` then refuses them with an error of its own,
    /// where one raised here would be turned into text.
    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        Ok(self.matching(types).map_or_else(|| types.to_vec(), |(_, converted)| converted))
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let types = args.args.iter().map(ColumnarValue::data_type).collect::<Vec<_>>();
        let (overload, _) = self.matching(&types).ok_or_else(|| self.refuse(&types))?;
        let all_constant = args.args.iter().all(|arg| matches!(arg, ColumnarValue::Scalar(_)));
        let rows = if all_constant { 1 } else { args.number_rows };
        let arguments = Arguments::new(args.args, rows, args.return_field.data_type().clone())?;
        let values = (overload.kernel)(&arguments)?;
        if all_constant {
            return Ok(ColumnarValue::Scalar(ScalarValue::try_from_array(values.as_ref(), 0)?));
        }
        debug_assert_eq!(values.len(), rows, "{} answered for another number of rows", self.name);
        Ok(ColumnarValue::Array(values))
    }
}

impl Parameters {
    fn convert(self, types: &[DataType]) -> Option<Vec<DataType>> {
        match self {
            Parameters::Decided(decide) => decide(types),
            Parameters::Exactly(kinds) if kinds.len() != types.len() => None,
            Parameters::Exactly(kinds) => kinds.iter().zip(types).map(|(kind, of)| kind.convert(of)).collect(),
            Parameters::Variadic(kinds, _) if types.len() < kinds.len() => None,
            Parameters::Variadic(kinds, rest) => {
                let kinds = kinds.iter().copied().chain(std::iter::repeat(rest));
                kinds.zip(types).map(|(kind, of)| kind.convert(of)).collect()
            }
        }
    }

    fn describe(self) -> Option<String> {
        let names = |kinds: &[Kind]| kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", ");
        match self {
            Parameters::Exactly(kinds) => Some(names(kinds)),
            Parameters::Variadic([], rest) => Some(format!("{}…", rest.name())),
            Parameters::Variadic(kinds, rest) => Some(format!("{}, {}…", names(kinds), rest.name())),
            Parameters::Decided(_) => None,
        }
    }
}

impl Kind {
    /// The type that an argument of type `given` is converted to, or `None` where it is none of this kind.
    pub(crate) fn convert(self, given: &DataType) -> Option<DataType> {
        use DataType::*;
        if let Dictionary(_, values) = given {
            return if self == Kind::Any { Some(given.clone()) } else { self.convert(values) };
        }
        match (self, given) {
            (Kind::Any, _) => Some(given.clone()),
            (Kind::Varchar | Kind::JsonText, Null | Utf8 | Utf8View) => Some(Utf8View),
            (Kind::Json | Kind::JsonText, Null | LargeUtf8) => Some(LargeUtf8),
            (Kind::Varbinary, Null | Binary | BinaryView | LargeBinary) => Some(Binary),
            (Kind::Bigint, Null | Int8 | Int16 | Int32 | Int64 | UInt8 | UInt16 | UInt32 | UInt64) => Some(Int64),
            (Kind::Double, Null | Float16 | Float32 | Float64 | Decimal128(..) | Decimal256(..)) => Some(Float64),
            (Kind::Double, _) if given.is_integer() => Some(Float64),
            (Kind::Boolean, Null | Boolean) => Some(Boolean),
            (Kind::IpAddress, Null | FixedSizeBinary(16)) => Some(FixedSizeBinary(16)),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Kind::Varchar => "varchar",
            Kind::Json => "json",
            Kind::JsonText => "json or varchar",
            Kind::Varbinary => "varbinary",
            Kind::Bigint => "bigint",
            Kind::Double => "double",
            Kind::Boolean => "boolean",
            Kind::IpAddress => "ipaddress",
            Kind::Any => "any",
        }
    }
}

/// VARCHAR, whatever the arguments.
pub(crate) fn varchar(_: &[DataType]) -> DataType {
    crate::types::VARCHAR
}

/// JSON, whatever the arguments.
pub(crate) fn json(_: &[DataType]) -> DataType {
    crate::types::JSON
}

/// BIGINT, whatever the arguments.
pub(crate) fn bigint(_: &[DataType]) -> DataType {
    DataType::Int64
}

/// BOOLEAN, whatever the arguments.
pub(crate) fn boolean(_: &[DataType]) -> DataType {
    DataType::Boolean
}

/// VARBINARY, whatever the arguments.
pub(crate) fn varbinary(_: &[DataType]) -> DataType {
    DataType::Binary
}

/// ARRAY(VARCHAR), whatever the arguments.
pub(crate) fn array_of_varchar(_: &[DataType]) -> DataType {
    DataType::new_list(crate::types::VARCHAR, true)
}
