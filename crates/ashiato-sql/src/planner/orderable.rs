//! What has an order: maps and JSON have none, nor has what holds one. Trino refuses to sort or compare by them.

use crate::failure::failure;
use crate::types::trino_name;
use arrow::datatypes::DataType;
use datafusion::common::config::ConfigOptions;
use datafusion::common::tree_node::Transformed;
use datafusion::common::{DFSchema, Result};
use datafusion::logical_expr::expr::Sort;
use datafusion::logical_expr::{ExprSchemable, LogicalPlan};
use datafusion::optimizer::AnalyzerRule;

/// Whether values of a type can be put in order.
pub(super) fn is_orderable(of: &DataType) -> bool {
    match of {
        DataType::Map(..) | DataType::LargeUtf8 => false,
        DataType::Dictionary(_, values) => is_orderable(values),
        DataType::List(element) | DataType::LargeList(element) | DataType::FixedSizeList(element, _) => {
            is_orderable(element.data_type())
        }
        DataType::Struct(fields) => fields.iter().all(|field| is_orderable(field.data_type())),
        _ => true,
    }
}

/// Refuses a sort by what has no order; `clause` is where it stands.
pub(super) fn check_keys(keys: &[Sort], schema: &DFSchema, clause: &str) -> Result<()> {
    for key in keys {
        if let Ok(of) = key.expr.get_type(schema)
            && !is_orderable(&of)
        {
            let message =
                format!("Type {} is not orderable, and therefore cannot be used in {clause}", trino_name(&of));
            return Err(failure("TYPE_MISMATCH", message));
        }
    }
    Ok(())
}

/// Refuses ORDER BY by what has no order.
#[derive(Debug)]
pub(crate) struct SortKeys;

impl AnalyzerRule for SortKeys {
    fn name(&self) -> &str {
        "trino_sort_keys"
    }

    fn analyze(&self, plan: LogicalPlan, _: &ConfigOptions) -> Result<LogicalPlan> {
        let checked = plan.transform_up_with_subqueries(|plan| {
            if let LogicalPlan::Sort(sort) = &plan {
                check_keys(&sort.expr, sort.input.schema(), "ORDER BY")?;
            }
            Ok(Transformed::no(plan))
        })?;
        Ok(checked.data)
    }
}
