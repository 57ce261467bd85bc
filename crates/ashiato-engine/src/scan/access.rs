//! Which values of a record an expression needs: whole columns, or single fields of rows.
//!
//! `get_field(useridentity, 'username')` becomes a column of its own, so that no other field of `useridentity` is
//! ever built.

use super::columns::Columns;
use arrow::datatypes::{Schema, SchemaRef};
use ashiato_event::decode::FieldRequest;
use datafusion::common::tree_node::{Transformed, TreeNode, TreeNodeRecursion};
use datafusion::error::Result;
use datafusion::physical_expr::expressions::{Column, Literal};
use datafusion::physical_expr::projection::{ProjectionExpr, ProjectionExprs};
use datafusion::physical_expr::{PhysicalExpr, ScalarFunctionExpr};
use std::sync::Arc;

/// The values that some expressions need, each once, and the expressions rewritten over them.
#[derive(Debug, Default)]
pub(crate) struct Accesses {
    requests: Vec<FieldRequest>,
}

impl Accesses {
    /// The expression over the requested values instead of the table's columns.
    pub(crate) fn rewrite(&mut self, expr: Arc<dyn PhysicalExpr>, columns: &Columns) -> Result<Arc<dyn PhysicalExpr>> {
        let rewritten = expr.transform_down(|expr| {
            let Some((request, data_type_is_kept)) = access(&expr, columns) else { return Ok(Transformed::no(expr)) };
            debug_assert!(data_type_is_kept);
            let (name, index) = self.index_of(request);
            let column: Arc<dyn PhysicalExpr> = Arc::new(Column::new(&name, index));
            Ok(Transformed::new(column, true, TreeNodeRecursion::Jump))
        })?;
        Ok(rewritten.data)
    }

    /// A projection over the requested values instead of the table's columns.
    pub(crate) fn rewrite_projection(
        &mut self,
        projection: &ProjectionExprs,
        columns: &Columns,
    ) -> Result<ProjectionExprs> {
        let mut rewritten = Vec::new();
        for item in projection.iter() {
            rewritten.push(ProjectionExpr::new(self.rewrite(Arc::clone(&item.expr), columns)?, item.alias.clone()));
        }
        Ok(ProjectionExprs::new(rewritten))
    }

    /// Asks for a whole column; its position among the requests.
    pub(crate) fn column(&mut self, columns: &Columns, column: usize) -> usize {
        self.index_of(columns.request(column)).1
    }

    pub(crate) fn requests(&self) -> &[FieldRequest] {
        &self.requests
    }

    /// The types of the requested values, in their order.
    pub(crate) fn schema(&self) -> SchemaRef {
        Arc::new(Schema::new(self.requests.iter().map(|request| Arc::clone(&request.field)).collect::<Vec<_>>()))
    }

    fn index_of(&mut self, request: FieldRequest) -> (String, usize) {
        let name = request.field.name().clone();
        let found =
            self.requests.iter().position(|known| known.source == request.source && known.field == request.field);
        let index = found.unwrap_or_else(|| {
            self.requests.push(request);
            self.requests.len() - 1
        });
        (name, index)
    }
}

/// The value that an expression is, when it is a column or a field of one.
fn access(expr: &Arc<dyn PhysicalExpr>, columns: &Columns) -> Option<(FieldRequest, bool)> {
    if let Some(column) = expr.downcast_ref::<Column>() {
        return Some((columns.request(column.index()), true));
    }
    let (column, path) = field_path(expr)?;
    columns.request_field(column, &path).map(|request| (request, true))
}

/// The column and the names below it that a chain of `get_field` reads.
pub(crate) fn field_path(expr: &Arc<dyn PhysicalExpr>) -> Option<(usize, Vec<String>)> {
    if let Some(column) = expr.downcast_ref::<Column>() {
        return Some((column.index(), Vec::new()));
    }
    let function = expr.downcast_ref::<ScalarFunctionExpr>()?;
    if function.fun().name() != "get_field" {
        return None;
    }
    let (base, names) = function.args().split_first()?;
    let (column, mut path) = field_path(base)?;
    for name in names {
        let literal = name.downcast_ref::<Literal>()?;
        path.push(literal.value().try_as_str().flatten()?.to_string());
    }
    Some((column, path))
}
