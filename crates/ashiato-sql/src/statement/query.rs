//! A query: a tree that DataFusion plans, and what must be known of it before planning.

use super::TableName;
use crate::error::Error;
use crate::parse::operators::OperatorPlace;
use sqlparser::ast::{self, Expr, VisitMut, VisitorMut};
use std::collections::BTreeMap;
use std::fmt;
use std::ops::ControlFlow;

/// A parsed query, rewritten so that DataFusion plans it with Trino's meaning.
#[derive(Debug, Clone)]
pub struct Query {
    pub(crate) tree: Box<ast::Query>,
    pub(crate) parameters: usize,
    pub(crate) tables: Vec<TableName>,
    /// The output columns whose names were not typed in lower case: as the plan names them, and as typed.
    pub(crate) typed_names: BTreeMap<String, String>,
    /// Where its operators stand, in the order written.
    pub(crate) operators: Vec<OperatorPlace>,
}

/// A value for a `?`, as `EXECUTE … USING` or an execution parameter gives it: an expression without columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Argument(pub(crate) Expr);

impl Query {
    /// How many `?` stand in it.
    pub fn parameters(&self) -> usize {
        self.parameters
    }

    /// The tables that its FROM clauses name, each once, names of its own `WITH` clause left out.
    pub fn tables(&self) -> &[TableName] {
        &self.tables
    }

    /// The same query with a value in place of each `?`.
    ///
    /// # Errors
    /// `INVALID_PARAMETER_USAGE` when there are not as many values as `?`.
    pub fn bind(&self, arguments: &[Argument]) -> Result<Query, Error> {
        if arguments.len() != self.parameters {
            return Err(Error::parameters(self.parameters, arguments.len()));
        }
        let mut bound = self.clone();
        bound.parameters = 0;
        let _ = VisitMut::visit(&mut bound.tree, &mut Binding { arguments });
        Ok(bound)
    }

    /// The tree as `sqlparser` holds it, for a planner.
    pub fn to_sql_statement(&self) -> ast::Statement {
        ast::Statement::Query(self.tree.clone())
    }
}

/// The rewritten text: for messages and tests, not for running elsewhere.
impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.tree.fmt(f)
    }
}

/// Replaces `$n` by the n-th value.
struct Binding<'a> {
    arguments: &'a [Argument],
}

impl VisitorMut for Binding<'_> {
    type Break = ();

    fn post_visit_expr(&mut self, expr: &mut Expr) -> ControlFlow<()> {
        let Expr::Value(value) = &*expr else { return ControlFlow::Continue(()) };
        let ast::Value::Placeholder(name) = &value.value else { return ControlFlow::Continue(()) };
        let number = name.trim_start_matches('$').parse::<usize>().ok();
        if let Some(argument) = number.and_then(|number| self.arguments.get(number.wrapping_sub(1))) {
            *expr = Expr::Nested(Box::new(argument.0.clone()));
        }
        ControlFlow::Continue(())
    }
}
