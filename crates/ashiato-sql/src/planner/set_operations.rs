//! The columns of a UNION, INTERSECT or EXCEPT, and those of the rows of VALUES, must have types in common: no number
//! becomes a string for another query's sake, no double a decimal.

use super::comparison::{common_type, has_class, literal_name};
use crate::failure::failure;
use crate::types::{common_number, trino_name};
use arrow::datatypes::DataType;
use datafusion::common::config::ConfigOptions;
use datafusion::common::tree_node::Transformed;
use datafusion::common::{DFSchema, JoinType, NullEquality, Result};
use datafusion::logical_expr::{Cast, Expr, ExprSchemable, Join, LogicalPlan, Projection, Union, Values};
use datafusion::optimizer::AnalyzerRule;
use std::sync::Arc;

/// Refuses columns that have no type in common, and converts numbers of different types, before DataFusion does
/// either in its own way.
#[derive(Debug)]
pub(crate) struct SetOperations;

impl AnalyzerRule for SetOperations {
    fn name(&self) -> &str {
        "trino_set_operations"
    }

    fn analyze(&self, plan: LogicalPlan, _: &ConfigOptions) -> Result<LogicalPlan> {
        let checked = plan.transform_up_with_subqueries(|plan| {
            Ok(match plan {
                LogicalPlan::Union(union) => match union_types(&union)? {
                    Some(types) => Transformed::yes(LogicalPlan::Union(converted(union, &types)?)),
                    None => Transformed::no(LogicalPlan::Union(union)),
                },
                LogicalPlan::Join(join) if join.null_equality == NullEquality::NullEqualsNull => {
                    Transformed::yes(LogicalPlan::Join(compared(join)?))
                }
                LogicalPlan::Values(values) => {
                    check_rows(&values)?;
                    Transformed::no(LogicalPlan::Values(values))
                }
                other => Transformed::no(other),
            })
        })?;
        Ok(checked.data)
    }
}

/// The type of both columns; the known one where the other is that of a bare NULL.
fn in_common(name: &str, column: usize, first: &DataType, second: &DataType) -> Result<DataType> {
    if !has_class(first) {
        return Ok(second.clone());
    }
    if !has_class(second) {
        return Ok(first.clone());
    }
    common_type(first, second).ok_or_else(|| {
        let types = format!("{}, {}", trino_name(first), trino_name(second));
        let message = format!("column {} in {name} query has incompatible types: {types}", column + 1);
        failure("TYPE_MISMATCH", message)
    })
}

/// The types of a UNION's columns; None where nothing is to be converted that DataFusion does not convert alike.
fn union_types(union: &Union) -> Result<Option<Vec<DataType>>> {
    let Some(first) = union.inputs.first() else { return Ok(None) };
    let mut types: Vec<DataType> = first.schema().fields().iter().map(|field| field.data_type().clone()).collect();
    let mut has_mixed_numbers = false;
    for input in &union.inputs[1..] {
        for (column, (known, field)) in types.iter_mut().zip(input.schema().fields()).enumerate() {
            let common = in_common("UNION", column, known, field.data_type())?;
            has_mixed_numbers |= common_number(known, field.data_type()).is_some() && known != field.data_type();
            *known = common;
        }
    }
    Ok(has_mixed_numbers.then_some(types))
}

fn converted(union: Union, types: &[DataType]) -> Result<Union> {
    let mut inputs = Vec::with_capacity(union.inputs.len());
    for input in union.inputs {
        let columns = input.schema().columns().into_iter().zip(input.schema().fields()).zip(types);
        let columns = columns.map(|((column, field), to)| {
            let is_other_number = to.is_numeric() && field.data_type().is_numeric() && field.data_type() != to;
            let name = column.name.clone();
            let expr = Expr::Column(column);
            if is_other_number { Expr::Cast(Cast::new(Box::new(expr), to.clone())).alias(name) } else { expr }
        });
        let columns = columns.collect();
        inputs.push(Arc::new(LogicalPlan::Projection(Projection::try_new(columns, input)?)));
    }
    Union::try_new_with_loose_types(inputs)
}

/// INTERSECT and EXCEPT are planned as joins in which a NULL is another's equal.
fn compared(mut join: Join) -> Result<Join> {
    let name = match join.join_type {
        JoinType::LeftSemi => "INTERSECT",
        JoinType::LeftAnti => "EXCEPT",
        _ => return Ok(join),
    };
    for (column, (left, right)) in join.on.iter_mut().enumerate() {
        let (left_type, right_type) = (left.get_type(join.left.schema())?, right.get_type(join.right.schema())?);
        let common = in_common(name, column, &left_type, &right_type)?;
        if common_number(&left_type, &right_type).is_none() {
            continue;
        }
        for (side, of) in [(left, left_type), (right, right_type)] {
            if of != common {
                *side = Expr::Cast(Cast::new(Box::new(side.clone()), common.clone()));
            }
        }
    }
    Ok(join)
}

fn check_rows(values: &Values) -> Result<()> {
    let Some((first, rest)) = values.values.split_first() else { return Ok(()) };
    let mut types = row_types(first)?;
    for row in rest {
        for (known, of) in types.iter_mut().zip(row_types(row)?) {
            *known = match (has_class(known), has_class(&of)) {
                (true, true) => common_type(known, &of).ok_or_else(|| mismatched(first, row))?,
                (false, _) => of,
                (true, false) => continue,
            };
        }
    }
    Ok(())
}

/// A row's types before DataFusion converted it to those of the rows before.
fn row_types(row: &[Expr]) -> Result<Vec<DataType>> {
    row.iter().map(|value| written(value).get_type(&DFSchema::empty())).collect()
}

fn written(value: &Expr) -> &Expr {
    match value {
        Expr::Cast(cast) => &cast.expr,
        other => other,
    }
}

fn mismatched(first: &[Expr], row: &[Expr]) -> datafusion::error::DataFusionError {
    let names = |row: &[Expr]| {
        let name = |value: &Expr| match written(value).get_type(&DFSchema::empty()) {
            Ok(of) => literal_name(written(value), &of),
            Err(_) => "unknown".to_string(),
        };
        row.iter().map(name).collect::<Vec<_>>().join(", ")
    };
    let message = format!("Values rows have mismatched types: row({}) vs row({})", names(first), names(row));
    failure("TYPE_MISMATCH", message)
}
