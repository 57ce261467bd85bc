//! An aggregate function as a table: what it takes, what it gives, and how it keeps the state of its groups.

use super::adapters::{ByGroup, Factory, Frame, OneGroup};
use super::distinct::Distinct;
use crate::functions::overload::error;
use crate::types::trino_name;
use arrow::array::ArrayRef;
use arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::common::ScalarValue;
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion::logical_expr::utils::AggregateOrderSensitivity;
use datafusion::logical_expr::{
    Accumulator, AggregateUDF, AggregateUDFImpl, EmitTo, GroupsAccumulator, Signature, Volatility,
};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// The states of all groups of one aggregate.
pub(super) trait GroupStates: Send + Sync {
    /// Takes in a batch: `groups` says to which group each row belongs, of `group_count` so far.
    fn update(&mut self, values: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()>;

    /// Takes in states that [`GroupStates::state`] gave.
    fn merge(&mut self, states: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()>;

    /// The answers of the first groups, which are then forgotten.
    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef>;

    /// The states of the first groups, which are then forgotten.
    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>>;

    /// An estimate, in bytes.
    fn size(&self) -> usize;
}

/// Whether a value that comes twice counts twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Duplicates {
    Count,
    /// DISTINCT changes nothing.
    DoNotCount,
}

/// An aggregate function.
#[derive(Debug)]
pub(super) struct Definition {
    pub(super) name: &'static str,
    pub(super) aliases: &'static [&'static str],
    /// The types that arguments are converted to; `None` where the call does not fit.
    pub(super) convert: fn(&[DataType]) -> Option<Vec<DataType>>,
    pub(super) returns: fn(&[DataType]) -> DataType,
    /// The types of the columns of a state, from those of the arguments.
    pub(super) state: fn(&[DataType]) -> Vec<DataType>,
    pub(super) groups: fn(&[DataType]) -> Result<Box<dyn GroupStates>>,
    pub(super) duplicates: Duplicates,
    /// The answer for no rows at all.
    pub(super) of_nothing: fn(&DataType) -> Result<ScalarValue>,
}

/// NULL for no rows at all.
pub(super) fn null_of_nothing(data_type: &DataType) -> Result<ScalarValue> {
    ScalarValue::try_new_null(data_type)
}

/// BIGINT 0 for no rows at all.
pub(super) fn zero_of_nothing(_: &DataType) -> Result<ScalarValue> {
    Ok(ScalarValue::Int64(Some(0)))
}

pub(super) fn aggregate(definition: Definition) -> Arc<AggregateUDF> {
    let aliases = definition.aliases.iter().map(|alias| alias.to_string()).collect();
    let signature = Signature::user_defined(Volatility::Immutable);
    Arc::new(AggregateUDF::new_from_impl(Function { definition, aliases, signature }))
}

#[derive(Debug)]
struct Function {
    definition: Definition,
    aliases: Vec<String>,
    signature: Signature,
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
    fn refuse(&self, types: &[DataType]) -> DataFusionError {
        let given = types.iter().map(trino_name).collect::<Vec<_>>().join(", ");
        let message = format!("Unexpected parameters ({given}) for function {}", self.definition.name);
        error("FUNCTION_NOT_FOUND", message)
    }

    /// How to make the states for a call's arguments.
    fn factory(&self, args: &AccumulatorArgs) -> Factory {
        let (groups, types) = (self.definition.groups, argument_types(args));
        match args.is_distinct && self.definition.duplicates == Duplicates::Count {
            true => Box::new(move || Ok(Box::new(Distinct::new(groups, &types)?))),
            false => Box::new(move || groups(&types)),
        }
    }
}

fn argument_types(args: &AccumulatorArgs) -> Vec<DataType> {
    args.expr_fields.iter().map(|field| field.data_type().clone()).collect()
}

impl AggregateUDFImpl for Function {
    fn name(&self) -> &str {
        self.definition.name
    }

    fn aliases(&self) -> &[String] {
        &self.aliases
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    /// Arguments that fit nothing are passed as they are: `return_type` refuses them with an error of its own.
    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        Ok((self.definition.convert)(types).unwrap_or_else(|| types.to_vec()))
    }

    fn return_type(&self, types: &[DataType]) -> Result<DataType> {
        let types = (self.definition.convert)(types).ok_or_else(|| self.refuse(types))?;
        Ok((self.definition.returns)(&types))
    }

    fn state_fields(&self, args: StateFieldsArgs) -> Result<Vec<FieldRef>> {
        let types = args.input_fields.iter().map(|field| field.data_type().clone()).collect::<Vec<_>>();
        let field = |(nth, data_type)| Arc::new(Field::new(format!("{}[state {nth}]", args.name), data_type, true));
        let state = match args.is_distinct && self.definition.duplicates == Duplicates::Count {
            true => vec![Distinct::state_type(&types)],
            false => (self.definition.state)(&types),
        };
        Ok(state.into_iter().enumerate().map(field).collect())
    }

    fn accumulator(&self, args: AccumulatorArgs) -> Result<Box<dyn Accumulator>> {
        Ok(Box::new(OneGroup::new(self.factory(&args), argument_types(&args))?))
    }

    fn create_sliding_accumulator(&self, args: AccumulatorArgs) -> Result<Box<dyn Accumulator>> {
        Ok(Box::new(Frame::new(self.factory(&args), argument_types(&args))))
    }

    fn groups_accumulator_supported(&self, _args: AccumulatorArgs) -> bool {
        true
    }

    fn create_groups_accumulator(&self, args: AccumulatorArgs) -> Result<Box<dyn GroupsAccumulator>> {
        Ok(Box::new(ByGroup::new(self.factory(&args))?))
    }

    /// The first of equals, and the order of arrays, follow an ORDER BY in the call.
    fn order_sensitivity(&self) -> AggregateOrderSensitivity {
        AggregateOrderSensitivity::HardRequirement
    }

    fn default_value(&self, data_type: &DataType) -> Result<ScalarValue> {
        (self.definition.of_nothing)(data_type)
    }
}
