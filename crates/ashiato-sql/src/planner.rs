//! Operators and field access with Trino's meaning, decided when types are known.
//!
//! Most are decided while the tree is planned ([`Operators`]); the forms that DataFusion plans without asking
//! (BETWEEN, IN, CASE with an operand, IS DISTINCT FROM) are put right on the plan ([`Coercions`]), before
//! DataFusion's own type coercion sees them.

mod arithmetic;
mod calls;
mod char_text;
mod comparison;
mod dot;
mod field;
mod interval;
mod map_keys;
mod member;
mod nan;
mod nested;
mod nested_order;
mod orderable;
mod subscript;
mod set_operations;
mod unnested;

pub(crate) use arithmetic::{NEGATE, divide_half_up, remainder, returns as remainder_type};
pub(crate) use interval::{from_millis as interval_of_millis, to_millis as interval_millis};
pub(crate) use map_keys::MapKeys;
pub(crate) use orderable::SortKeys;
pub(crate) use set_operations::SetOperations;
pub(crate) use unnested::UNNESTED;

use crate::failure::failure;
use arrow::datatypes::{DataType, Field};
use datafusion::common::config::ConfigOptions;
use datafusion::common::tree_node::Transformed;
use datafusion::common::{Column, DFSchema, Result, ScalarValue, TableReference};
use datafusion::logical_expr::expr::{Between, Case, InList, ScalarFunction};
use datafusion::logical_expr::expr_rewriter::FunctionRewrite;
use datafusion::logical_expr::planner::{ExprPlanner, PlannerResult, RawBinaryExpr, RawFieldAccessExpr};
use datafusion::logical_expr::{BinaryExpr, Expr, ExprSchemable, GetFieldAccess, Operator, ScalarUDF, lit};
use sqlparser::ast::BinaryOperator;
use std::sync::Arc;

/// The functions that operators are planned as.
pub(crate) fn scalars() -> Vec<Arc<ScalarUDF>> {
    [
        arithmetic::scalars(),
        interval::scalars(),
        subscript::scalars(),
        dot::scalars(),
        field::scalars(),
        vec![nested::udf(), nested_order::udf(), nan::udf(), char_text::udf(), unnested::udf()],
        map_keys::scalars(),
    ]
    .concat()
}

/// Plans operators, subscripts and dots.
#[derive(Debug)]
pub struct Operators;

/// Gives the forms that no planner is asked about the same types as operators get.
#[derive(Debug)]
pub struct Coercions;

/// The type of an expression; None where it is not known yet, as for a parameter.
fn type_of(expr: &Expr, schema: &DFSchema) -> Option<DataType> {
    match expr.get_type(schema).ok()? {
        DataType::Dictionary(_, values) => Some(*values),
        known => Some(known),
    }
}

fn call(udf: Arc<ScalarUDF>, arguments: Vec<Expr>) -> Expr {
    Expr::ScalarFunction(ScalarFunction::new_udf(udf, arguments))
}

impl ExprPlanner for Operators {
    fn plan_binary_op(&self, expr: RawBinaryExpr, schema: &DFSchema) -> Result<PlannerResult<RawBinaryExpr>> {
        let RawBinaryExpr { op, left, right } = expr;
        if let Some(operator) = comparison_operator(&op) {
            let (left, right) = comparison::coerce(&op.to_string(), left, right, schema)?;
            return Ok(PlannerResult::Planned(compared(left, operator, right, schema)));
        }
        let types = type_of(&left, schema).zip(type_of(&right, schema));
        if let Some((left_type, right_type)) = types
            && let Some(planned) = arithmetic::plan(&op, &left, &left_type, &right, &right_type)?
        {
            return Ok(PlannerResult::Planned(planned));
        }
        Ok(PlannerResult::Original(RawBinaryExpr { op, left, right }))
    }

    fn plan_field_access(
        &self,
        access: RawFieldAccessExpr,
        schema: &DFSchema,
    ) -> Result<PlannerResult<RawFieldAccessExpr>> {
        let RawFieldAccessExpr { expr, field_access } = access;
        let key = match &field_access {
            GetFieldAccess::NamedStructField { name } => Expr::Literal(name.clone(), None),
            GetFieldAccess::ListIndex { key } => key.as_ref().clone(),
            GetFieldAccess::ListRange { .. } => {
                return Ok(PlannerResult::Original(RawFieldAccessExpr { expr, field_access }));
            }
        };
        match type_of(&expr, schema) {
            Some(of) => Ok(PlannerResult::Planned(subscript::plan(expr, &of, key)?)),
            None => Ok(PlannerResult::Original(RawFieldAccessExpr { expr, field_access })),
        }
    }

    fn plan_compound_identifier(
        &self,
        field: &Field,
        qualifier: Option<&TableReference>,
        nested_names: &[String],
    ) -> Result<PlannerResult<Vec<Expr>>> {
        let mut expr = Expr::Column(Column::from((qualifier, field)));
        let mut of = Some(field.data_type().clone());
        for name in nested_names {
            (expr, of) = dot::plan(expr, of.as_ref(), name);
        }
        Ok(PlannerResult::Planned(expr))
    }

    fn plan_extract(&self, args: Vec<Expr>) -> Result<PlannerResult<Vec<Expr>>> {
        let Some(Expr::Literal(ScalarValue::Utf8(Some(field)), _)) = args.first() else {
            return Ok(PlannerResult::Original(args));
        };
        let name = field.to_lowercase();
        let Some(udf) = crate::functions::time::extract_function(&name) else {
            return Err(failure("SYNTAX_ERROR", format!("Invalid EXTRACT field: {field}")));
        };
        Ok(PlannerResult::Planned(call(udf, args.into_iter().skip(1).collect())))
    }
}

/// A comparison of two sides that [`comparison::coerce`] gave.
fn compared(left: Expr, operator: Operator, right: Expr, schema: &DFSchema) -> Expr {
    match operator {
        Operator::Eq | Operator::NotEq if is_map(&left, schema) => {
            // Of maps of other types the entries differ in their bytes.
            let right = match type_of(&left, schema) {
                Some(of) if type_of(&right, schema).is_some_and(|other| other != of) => comparison::cast(right, of),
                _ => right,
            };
            let (left, right) = (map_keys::key_of(left), map_keys::key_of(right));
            Expr::BinaryExpr(BinaryExpr::new(Box::new(left), operator, Box::new(right)))
        }
        Operator::Eq if has_elements(&left, schema) => call(nested::udf(), vec![left, right]),
        Operator::NotEq if has_elements(&left, schema) => Expr::Not(Box::new(call(nested::udf(), vec![left, right]))),
        Operator::Lt | Operator::LtEq | Operator::Gt | Operator::GtEq if has_elements(&left, schema) => {
            let order = call(nested_order::udf(), vec![left, right]);
            Expr::BinaryExpr(BinaryExpr::new(Box::new(order), operator, Box::new(lit(0_i32))))
        }
        _ if nan::may_mislead(&left, operator, &right, schema) => nan::guarded(left, operator, right, schema),
        _ => Expr::BinaryExpr(BinaryExpr::new(Box::new(left), operator, Box::new(right))),
    }
}

fn is_number(expr: &Expr, schema: &DFSchema) -> bool {
    type_of(expr, schema).is_some_and(|of| of.is_numeric())
}

fn has_elements(expr: &Expr, schema: &DFSchema) -> bool {
    type_of(expr, schema).is_some_and(|of| nested::is_nested(&of) || matches!(of, DataType::Map(..)))
}

fn is_map(expr: &Expr, schema: &DFSchema) -> bool {
    type_of(expr, schema).is_some_and(|of| matches!(of, DataType::Map(..)))
}

fn comparison_operator(op: &BinaryOperator) -> Option<Operator> {
    Some(match op {
        BinaryOperator::Eq => Operator::Eq,
        BinaryOperator::NotEq => Operator::NotEq,
        BinaryOperator::Lt => Operator::Lt,
        BinaryOperator::LtEq => Operator::LtEq,
        BinaryOperator::Gt => Operator::Gt,
        BinaryOperator::GtEq => Operator::GtEq,
        _ => return None,
    })
}

impl FunctionRewrite for Coercions {
    fn name(&self) -> &str {
        "trino_coercions"
    }

    fn rewrite(&self, expr: Expr, schema: &DFSchema, _: &ConfigOptions) -> Result<Transformed<Expr>> {
        Ok(match expr {
            Expr::Between(between) => Transformed::yes(coerce_between(between, schema)?),
            Expr::InList(in_list) => Transformed::yes(coerce_in_list(in_list, schema)?),
            Expr::Case(case) => {
                let case = comparison::coerce_results(case, schema)?;
                Transformed::yes(coerce_case(case, schema)?)
            }
            Expr::ScalarFunction(function) => {
                Transformed::yes(Expr::ScalarFunction(comparison::coerce_alike(function, schema)?))
            }
            Expr::BinaryExpr(BinaryExpr { left, op, right })
                if matches!(op, Operator::IsDistinctFrom | Operator::IsNotDistinctFrom) =>
            {
                let (left, right) = comparison::coerce(&op.to_string(), *left, *right, schema)?;
                Transformed::yes(Expr::BinaryExpr(BinaryExpr::new(Box::new(left), op, Box::new(right))))
            }
            Expr::AggregateFunction(call) => {
                calls::check_aggregate(&call, schema)?;
                Transformed::no(Expr::AggregateFunction(call))
            }
            Expr::WindowFunction(call) => {
                calls::check_window(&call, schema)?;
                Transformed::no(Expr::WindowFunction(call))
            }
            // The type of a CASE is known only now.
            Expr::BinaryExpr(BinaryExpr { left, op, right })
                if op.supports_propagation() && is_number(&left, schema) =>
            {
                let (left, right) = comparison::coerce(&op.to_string(), *left, *right, schema)?;
                Transformed::yes(Expr::BinaryExpr(BinaryExpr::new(Box::new(left), op, Box::new(right))))
            }
            other => Transformed::no(other),
        })
    }
}

/// `x BETWEEN a AND b`, or the two comparisons that it stands for where these compare x as different types.
fn coerce_between(between: Between, schema: &DFSchema) -> Result<Expr> {
    let Between { expr, negated, low, high } = between;
    let (above, low) = comparison::coerce("BETWEEN", expr.as_ref().clone(), *low, schema)?;
    let (below, high) = comparison::coerce("BETWEEN", *expr, *high, schema)?;
    let is_plain = nan::is_held(&low, &high, schema);
    if above == below && is_plain && !has_elements(&above, schema) {
        return Ok(Expr::Between(Between::new(Box::new(above), negated, Box::new(low), Box::new(high))));
    }
    let both = compared(above, Operator::GtEq, low, schema).and(compared(below, Operator::LtEq, high, schema));
    Ok(if negated { Expr::Not(Box::new(both)) } else { both })
}

fn coerce_in_list(in_list: InList, schema: &DFSchema) -> Result<Expr> {
    let InList { expr, list, negated } = in_list;
    let mut coerced = Vec::with_capacity(list.len());
    for item in list {
        coerced.push(comparison::coerce("IN", expr.as_ref().clone(), item, schema)?);
    }
    let misleads = nan::misleads_any(coerced.iter().map(|(left, item)| (left, item)), schema);
    if !misleads && !has_elements(&expr, schema) && coerced.iter().all(|(left, _)| left == &coerced[0].0) {
        let left = coerced.first().map_or_else(|| expr.as_ref().clone(), |(left, _)| left.clone());
        let list = coerced.into_iter().map(|(_, item)| item).collect();
        return Ok(Expr::InList(InList::new(Box::new(left), list, negated)));
    }
    let any = coerced.into_iter().map(|(left, item)| compared(left, Operator::Eq, item, schema)).reduce(Expr::or);
    let any = any.ok_or_else(|| failure("SYNTAX_ERROR", "IN needs a list"))?;
    Ok(if negated { Expr::Not(Box::new(any)) } else { any })
}

/// `CASE x WHEN a …` with each `a` typed as beside x.
fn coerce_case(case: Case, schema: &DFSchema) -> Result<Expr> {
    let Case { expr, when_then_expr, else_expr } = case;
    let Some(operand) = expr else { return Ok(Expr::Case(Case { expr, when_then_expr, else_expr })) };
    let mut coerced = Vec::with_capacity(when_then_expr.len());
    for (when, then) in when_then_expr {
        let (left, when) = comparison::coerce("=", operand.as_ref().clone(), *when, schema)?;
        coerced.push((left, when, then));
    }
    let misleads = nan::misleads_any(coerced.iter().map(|(left, when, _)| (left, when)), schema);
    if !misleads && !has_elements(&operand, schema) && coerced.iter().all(|(left, _, _)| left == operand.as_ref()) {
        let when_then_expr = coerced.into_iter().map(|(_, when, then)| (Box::new(when), then)).collect();
        return Ok(Expr::Case(Case { expr: Some(operand), when_then_expr, else_expr }));
    }
    let equal = |left, when| Box::new(compared(left, Operator::Eq, when, schema));
    let when_then_expr = coerced.into_iter().map(|(left, when, then)| (equal(left, when), then)).collect();
    Ok(Expr::Case(Case { expr: None, when_then_expr, else_expr }))
}

#[cfg(test)]
mod tests {
    use crate::session::{dialect_config, dialect_state};
    use crate::statement::{Dialect, Statement};
    use arrow::datatypes::{DataType, Field, Schema};
    use datafusion::catalog::MemTable;
    use datafusion::execution::session_state::SessionStateBuilder;
    use datafusion::prelude::{SessionConfig, SessionContext};
    use std::sync::Arc;

    /// A table reads only the files that its filters allow, which it must find as `column op literal`.
    #[tokio::test]
    async fn pruning_sees_bare_columns() {
        let cases = [
            ("at > '2023-01-01'", "t.at > TimestampMillisecond(1672531200000, None)"),
            ("at >= '2023-01-01T00:00:00Z'", "t.at >= TimestampMillisecond(1672531200000, None)"),
            ("'2023-01-01' <= at", "t.at >= TimestampMillisecond(1672531200000, None)"),
            ("at > CAST('2023-01-01' AS DATE)", "t.at > TimestampMillisecond(1672531200000, None)"),
            ("at > from_iso8601_timestamp('2023-01-01T00:00:00Z')", "t.at > TimestampMillisecond(1672531200000, None)"),
            ("day = '2023-01-01'", "t.day = Date32(\"2023-01-01\")"),
            ("name = 'a'", "t.name = Utf8View(\"a\")"),
            ("name IN ('a', 'b')", "t.name = Utf8View(\"a\") OR t.name = Utf8View(\"b\")"),
            ("CAST(name AS VARCHAR) = 'a'", "t.name = Utf8View(\"a\")"),
        ];
        let schema = Schema::new(vec![
            Field::new("at", crate::types::TIMESTAMP, true),
            Field::new("day", DataType::Date32, true),
            Field::new("name", crate::types::VARCHAR, true),
        ]);
        let state = SessionStateBuilder::new().with_config(dialect_config(SessionConfig::new()));
        let session = SessionContext::new_with_state(dialect_state(state).build());
        let table = MemTable::try_new(Arc::new(schema), vec![vec![]]).expect("an empty table");
        session.register_table("t", Arc::new(table)).expect("a new name");
        for (predicate, expected) in cases {
            let sql = format!("SELECT * FROM t WHERE {predicate}");
            let parsed = crate::parse::parse_one(&sql).expect(predicate);
            let Statement::Query(query) = parsed.statement else { panic!("{sql} is a query") };
            let plan = crate::session::plan(&session.state(), &query, Dialect::Athena).await.expect(predicate).plan;
            let plan = session.state().optimize(&plan).expect(predicate).display_indent().to_string();
            assert!(plan.contains(&format!("Filter: {expected}\n")), "{predicate}:\n{plan}");
        }
    }
}
