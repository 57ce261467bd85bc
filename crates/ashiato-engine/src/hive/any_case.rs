//! Columns of Parquet files found by name in any case: the catalog's names are lower case, the files' as written.

use arrow::datatypes::{DataType, Field, Fields, Schema, SchemaRef};
use datafusion::common::tree_node::{Transformed, TreeNode};
use datafusion::common::{Result, not_impl_err};
use datafusion::physical_expr::PhysicalExpr;
use datafusion::physical_expr::expressions::Column;
use datafusion::physical_expr_adapter::{
    DefaultPhysicalExprAdapterFactory, PhysicalExprAdapter, PhysicalExprAdapterFactory,
};
use std::collections::HashMap;
use std::sync::Arc;

/// Gives a file's columns the table's names before DataFusion matches them by exact name. Without it a column
/// written in another case would be read as NULL.
#[derive(Debug)]
pub(crate) struct AnyCase;

impl PhysicalExprAdapterFactory for AnyCase {
    fn create(&self, table: SchemaRef, file: SchemaRef) -> Result<Arc<dyn PhysicalExprAdapter>> {
        let mut names = HashMap::new();
        let mut fields = Vec::with_capacity(table.fields().len());
        for field in table.fields() {
            let Some(found) = find(field.name(), file.fields()) else {
                fields.push(Arc::clone(field));
                continue;
            };
            if let Some(nested) = differs_in_case(field.data_type(), found.data_type()) {
                return not_impl_err!(
                    "The file's column {} has a field {nested} that the table writes in another case: \
                     fields within Parquet columns are read in the table's case only",
                    found.name()
                );
            }
            if found.name() != field.name() {
                names.insert(field.name().clone(), found.name().clone());
            }
            fields.push(Arc::new(field.as_ref().clone().with_name(found.name())));
        }
        let renamed = Arc::new(Schema::new(fields));
        Ok(Arc::new(Renamed { names, adapter: DefaultPhysicalExprAdapterFactory.create(renamed, file)? }))
    }
}

#[derive(Debug)]
struct Renamed {
    /// The file's name of each table column whose name is written otherwise there.
    names: HashMap<String, String>,
    adapter: Arc<dyn PhysicalExprAdapter>,
}

impl PhysicalExprAdapter for Renamed {
    fn rewrite(&self, expr: Arc<dyn PhysicalExpr>) -> Result<Arc<dyn PhysicalExpr>> {
        let renamed = expr.transform(|expr| {
            let column = expr.downcast_ref::<Column>();
            let renamed = column.and_then(|column| Some(Column::new(self.names.get(column.name())?, column.index())));
            Ok(match renamed {
                Some(column) => Transformed::yes(Arc::new(column) as Arc<dyn PhysicalExpr>),
                None => Transformed::no(expr),
            })
        });
        self.adapter.rewrite(renamed?.data)
    }
}

/// The field of this name: as written first, then in any case.
fn find<'a>(name: &str, fields: &'a Fields) -> Option<&'a Arc<Field>> {
    let exact = fields.iter().find(|field| field.name() == name);
    exact.or_else(|| fields.iter().find(|field| field.name().eq_ignore_ascii_case(name)))
}

/// A field within the table's type that the file has in another case alone.
fn differs_in_case<'a>(table: &'a DataType, file: &DataType) -> Option<&'a str> {
    match (table, file) {
        (DataType::Struct(table), DataType::Struct(file)) => table.iter().find_map(|field| {
            let found = find(field.name(), file)?;
            if found.name() == field.name() {
                differs_in_case(field.data_type(), found.data_type())
            } else {
                Some(field.name().as_str())
            }
        }),
        (DataType::List(table), DataType::List(file)) => differs_in_case(table.data_type(), file.data_type()),
        (DataType::Map(table, _), DataType::Map(file, _)) => match (table.data_type(), file.data_type()) {
            // The names of a map's entries are the format's own.
            (DataType::Struct(table), DataType::Struct(file)) => {
                let pairs = table.iter().zip(file);
                pairs.into_iter().find_map(|(table, file)| differs_in_case(table.data_type(), file.data_type()))
            }
            _ => None,
        },
        _ => None,
    }
}
