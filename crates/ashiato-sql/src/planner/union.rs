//! The columns of a UNION must have types in common: no number becomes a string for another query's sake.

use super::comparison::common_type;
use crate::failure::failure;
use crate::types::trino_name;
use arrow::datatypes::DataType;
use datafusion::common::Result;
use datafusion::common::config::ConfigOptions;
use datafusion::common::tree_node::Transformed;
use datafusion::logical_expr::{LogicalPlan, Union};
use datafusion::optimizer::AnalyzerRule;

/// Refuses a UNION of columns that have no type in common, before DataFusion makes strings of them.
#[derive(Debug)]
pub(crate) struct UnionTypes;

impl AnalyzerRule for UnionTypes {
    fn name(&self) -> &str {
        "trino_union_types"
    }

    fn analyze(&self, plan: LogicalPlan, _: &ConfigOptions) -> Result<LogicalPlan> {
        let checked = plan.transform_up_with_subqueries(|plan| {
            if let LogicalPlan::Union(union) = &plan {
                check(union)?;
            }
            Ok(Transformed::no(plan))
        })?;
        Ok(checked.data)
    }
}

fn check(union: &Union) -> Result<()> {
    let Some(first) = union.inputs.first() else { return Ok(()) };
    for (index, field) in first.schema().fields().iter().enumerate() {
        let mut common = field.data_type().clone();
        for input in &union.inputs[1..] {
            let Some(other) = input.schema().fields().get(index) else { continue };
            let found = other.data_type();
            let is_known = |of: &DataType| super::comparison::has_class(of);
            if !is_known(&common) {
                common = found.clone();
                continue;
            }
            if !is_known(found) {
                continue;
            }
            common = common_type(&common, found).ok_or_else(|| {
                let types = format!("{}, {}", trino_name(&common), trino_name(found));
                let message = format!("column {} in UNION query has incompatible types: {types}", index + 1);
                failure("TYPE_MISMATCH", message)
            })?;
        }
    }
    Ok(())
}
