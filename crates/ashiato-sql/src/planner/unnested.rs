//! `"$unnested"(a, columns, 'alias')`: what UNNEST of an array or a map gives, as an array with an element for each row, for
//! subqueries over it that become lambdas. One column is the element, several are the fields of a row. It says of wrong
//! numbers of columns and of other types what [`crate::rewrite::unnest_plan`] says.

use crate::functions::definition::{Arguments, Definition, Types};
use arrow::array::{Array, ArrayRef, AsArray, BooleanArray, ListArray};
use arrow::compute::{cast, nullif};
use arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::common::{Result, plan_err};
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

/// The function's name.
pub(crate) const UNNESTED: &str = "$unnested";

pub(super) fn udf() -> Arc<ScalarUDF> {
    Definition::new(UNNESTED, 3..=3, returns, run).into_udf()
}

fn list_of(element: DataType) -> DataType {
    DataType::List(Arc::new(Field::new_list_field(element, true)))
}

fn returns(types: &Types) -> Result<DataType> {
    let given = types.literal_number(1).and_then(|given| usize::try_from(given).ok()).unwrap_or(1);
    let (element, columns) = match types.of(0) {
        DataType::Map(entries, _) => (entries.data_type().clone(), 2),
        DataType::List(item) | DataType::LargeList(item) | DataType::FixedSizeList(item, _) => match item.data_type() {
            DataType::Struct(fields) => match (fields.as_ref(), given) {
                ([field], 1) => (field.data_type().clone(), 1),
                // One name for a row of several fields names the row itself.
                (_, 1) => (item.data_type().clone(), 1),
                (fields, _) => (item.data_type().clone(), fields.len()),
            },
            element => (element.clone(), 1),
        },
        other => return plan_err!("Cannot unnest type: {other}"),
    };
    if given != columns {
        let alias = types.literal(2).unwrap_or_default();
        return plan_err!("Column alias list has {given} entries but '{alias}' has {columns} columns available");
    }
    Ok(list_of(element))
}

fn run(args: &Arguments) -> Result<ArrayRef> {
    let values = args.array(0);
    let DataType::List(element) = &args.result else { return Ok(Arc::clone(values)) };
    if let Some(map) = values.as_map_opt() {
        return rows(element, map.offsets().clone(), Arc::new(map.entries().clone()), map.nulls());
    }
    let from = match values.data_type() {
        DataType::List(item) | DataType::LargeList(item) | DataType::FixedSizeList(item, _) => item,
        _ => return Ok(Arc::clone(values)),
    };
    let lists = cast(values, &DataType::List(Arc::clone(from)))?;
    let lists = lists.as_list::<i32>();
    let elements = match from.data_type() != element.data_type() {
        true => only_field(lists.values())?,
        false => Arc::clone(lists.values()),
    };
    rows(element, lists.offsets().clone(), elements, lists.nulls())
}

fn rows(
    element: &FieldRef,
    offsets: arrow::buffer::OffsetBuffer<i32>,
    elements: ArrayRef,
    nulls: Option<&arrow::buffer::NullBuffer>,
) -> Result<ArrayRef> {
    Ok(Arc::new(ListArray::try_new(Arc::clone(element), offsets, elements, nulls.cloned())?))
}

/// The values of the one field of rows: NULL where the row is.
fn only_field(rows: &ArrayRef) -> Result<ArrayRef> {
    let rows = rows.as_struct();
    match rows.nulls() {
        Some(nulls) => Ok(nullif(rows.column(0), &BooleanArray::new(!nulls.inner(), None))?),
        None => Ok(Arc::clone(rows.column(0))),
    }
}
