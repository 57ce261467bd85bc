//! Maps as keys. Two maps are equal whatever the order of their entries; DataFusion compares them entry by entry, and
//! its joins cannot use them at all.
//!
//! - `"$map_key"(m)`: bytes that are the same for equal maps, for `=`, IN and the keys of joins.
//! - `"$ordered_map"(m)`: the map with its entries in order, and those of the maps within it, for what is grouped,
//!   made distinct or partitioned by.

use crate::functions::definition::{Arguments, Definition, Types};
use arrow::array::{
    Array, ArrayRef, AsArray, BinaryArray, FixedSizeListArray, ListArray, MapArray, StructArray, UInt32Array,
};
use arrow::compute::{cast, take};
use arrow::datatypes::{DataType, Field, FieldRef};
use arrow::row::{RowConverter, SortField};
use datafusion::common::config::ConfigOptions;
use datafusion::common::tree_node::{Transformed, TreeNode, TreeNodeRecursion};
use datafusion::common::{Column, DFSchema, ExprSchema, Result};
use datafusion::logical_expr::{
    Aggregate, Distinct, Expr, ExprSchemable, Join, LogicalPlan, Projection, ScalarUDF, Window, expr::ScalarFunction,
};
use datafusion::optimizer::AnalyzerRule;
use std::collections::HashSet;
use std::sync::{Arc, LazyLock};

static KEY: LazyLock<Arc<ScalarUDF>> =
    LazyLock::new(|| Definition::new("$map_key", 1..=1, |_| Ok(DataType::Binary), run_key).into_udf());

static ORDERED: LazyLock<Arc<ScalarUDF>> =
    LazyLock::new(|| Definition::new("$ordered_map", 1..=1, same_type, |args| ordered(args.array(0))).into_udf());

pub(super) fn scalars() -> Vec<Arc<ScalarUDF>> {
    vec![KEY.clone(), ORDERED.clone()]
}

/// A map's key, for comparing it with others of the type.
pub(super) fn key_of(map: Expr) -> Expr {
    call(&KEY, map)
}

fn call(udf: &LazyLock<Arc<ScalarUDF>>, map: Expr) -> Expr {
    Expr::ScalarFunction(ScalarFunction::new_udf(Arc::clone(udf), vec![map]))
}

fn same_type(types: &Types) -> Result<DataType> {
    Ok(types.of(0).clone())
}

fn run_key(args: &Arguments) -> Result<ArrayRef> {
    Ok(Arc::new(keys(args.array(0))?))
}

/// For each value the bytes that equal ones have, too; NULL for NULL.
pub(super) fn keys(maps: &ArrayRef) -> Result<BinaryArray> {
    let lists = as_lists(&ordered(maps)?)?;
    let converter = RowConverter::new(vec![SortField::new(lists.data_type().clone())])?;
    let rows = converter.convert_columns(&[Arc::clone(&lists)])?;
    Ok((0..lists.len()).map(|row| lists.is_valid(row).then(|| rows.row(row).data().to_vec())).collect())
}

/// Whether values of a type are maps, or hold any.
pub(super) fn has_maps(of: &DataType) -> bool {
    match of {
        DataType::Map(..) => true,
        DataType::List(element) | DataType::LargeList(element) | DataType::FixedSizeList(element, _) => {
            has_maps(element.data_type())
        }
        DataType::Struct(fields) => fields.iter().any(|field| has_maps(field.data_type())),
        _ => false,
    }
}

/// The values with the entries of every map in the order of their keys.
fn ordered(values: &ArrayRef) -> Result<ArrayRef> {
    if !has_maps(values.data_type()) {
        return Ok(Arc::clone(values));
    }
    Ok(match values.data_type() {
        DataType::Map(field, is_sorted) => {
            let map = values.as_map();
            let entries = ordered_entries(map)?;
            Arc::new(MapArray::try_new(Arc::clone(field), entries.0, entries.1, map.nulls().cloned(), *is_sorted)?)
        }
        DataType::Struct(fields) => {
            let rows = values.as_struct();
            let columns = rows.columns().iter().map(ordered).collect::<Result<Vec<_>>>()?;
            Arc::new(StructArray::try_new(fields.clone(), columns, rows.nulls().cloned())?)
        }
        DataType::List(field) => {
            let list = values.as_list::<i32>();
            let elements = ordered(list.values())?;
            Arc::new(ListArray::try_new(Arc::clone(field), list.offsets().clone(), elements, list.nulls().cloned())?)
        }
        DataType::FixedSizeList(field, length) => {
            let list = values.as_fixed_size_list();
            let elements = ordered(list.values())?;
            Arc::new(FixedSizeListArray::try_new(Arc::clone(field), *length, elements, list.nulls().cloned())?)
        }
        DataType::LargeList(field) => {
            let to = DataType::List(Arc::clone(field));
            ordered(&cast(values, &to)?).and_then(|list| Ok(cast(&list, values.data_type())?))?
        }
        _ => Arc::clone(values),
    })
}

type Entries = (arrow::buffer::OffsetBuffer<i32>, StructArray);

fn ordered_entries(map: &MapArray) -> Result<Entries> {
    let keys = as_lists(&ordered(map.keys())?)?;
    let converter = RowConverter::new(vec![SortField::new(keys.data_type().clone())])?;
    let keys = converter.convert_columns(&[keys])?;
    let mut places: Vec<u32> = Vec::with_capacity(map.entries().len());
    let mut lengths = Vec::with_capacity(map.len());
    for row in 0..map.len() {
        let [start, end] = [row, row + 1].map(|at| map.value_offsets()[at] as u32);
        let first = places.len();
        if map.is_valid(row) {
            places.extend(start..end);
            places[first..].sort_by(|a, b| keys.row(*a as usize).cmp(&keys.row(*b as usize)));
        }
        lengths.push(places.len() - first);
    }
    let places = UInt32Array::from(places);
    let taken = |column: &ArrayRef| Ok(take(&ordered(column)?, &places, None)?);
    let columns = map.entries().columns().iter().map(taken).collect::<Result<Vec<_>>>()?;
    let entries = StructArray::try_new(map.entries().fields().clone(), columns, None)?;
    Ok((arrow::buffer::OffsetBuffer::from_lengths(lengths), entries))
}

/// The same with every map as the list of its entries, which can be compared.
fn as_lists(values: &ArrayRef) -> Result<ArrayRef> {
    if !has_maps(values.data_type()) {
        return Ok(Arc::clone(values));
    }
    Ok(match values.data_type() {
        DataType::Map(..) => {
            let map = values.as_map();
            let entries = as_lists(&(Arc::new(map.entries().clone()) as ArrayRef))?;
            let field = Arc::new(Field::new_list_field(entries.data_type().clone(), true));
            Arc::new(ListArray::try_new(field, map.offsets().clone(), entries, map.nulls().cloned())?)
        }
        DataType::Struct(fields) => {
            let rows = values.as_struct();
            let columns = rows.columns().iter().map(as_lists).collect::<Result<Vec<_>>>()?;
            let fields: Vec<FieldRef> = fields
                .iter()
                .zip(&columns)
                .map(|(field, column)| Arc::new(field.as_ref().clone().with_data_type(column.data_type().clone())))
                .collect();
            Arc::new(StructArray::try_new(fields.into(), columns, rows.nulls().cloned())?)
        }
        DataType::List(field) | DataType::LargeList(field) | DataType::FixedSizeList(field, _) => {
            let plain = cast(values, &DataType::List(Arc::clone(field)))?;
            let list = plain.as_list::<i32>();
            let elements = as_lists(list.values())?;
            let field = Arc::new(Field::new_list_field(elements.data_type().clone(), true));
            Arc::new(ListArray::try_new(field, list.offsets().clone(), elements, list.nulls().cloned())?)
        }
        _ => Arc::clone(values),
    })
}

/// Compares maps in the keys of joins, groupings, DISTINCT and windows as Trino does.
#[derive(Debug)]
pub(crate) struct MapKeys;

impl AnalyzerRule for MapKeys {
    fn name(&self) -> &str {
        "trino_map_keys"
    }

    fn analyze(&self, plan: LogicalPlan, _: &ConfigOptions) -> Result<LogicalPlan> {
        let changed = plan.transform_up_with_subqueries(|plan| {
            Ok(match plan {
                LogicalPlan::Join(join) => joined(join)?,
                LogicalPlan::Aggregate(aggregate) => {
                    let keys = aggregate.group_expr.iter().chain(distinct_arguments(&aggregate.aggr_expr));
                    match ordered_below(&aggregate.input, keys)? {
                        Some(input) => Transformed::yes(LogicalPlan::Aggregate(Aggregate::try_new(
                            input,
                            aggregate.group_expr,
                            aggregate.aggr_expr,
                        )?)),
                        None => Transformed::no(LogicalPlan::Aggregate(aggregate)),
                    }
                }
                LogicalPlan::Distinct(Distinct::All(input)) => {
                    let columns: Vec<Expr> = input.schema().columns().into_iter().map(Expr::Column).collect();
                    match ordered_below(&input, columns.iter())? {
                        Some(input) => Transformed::yes(LogicalPlan::Distinct(Distinct::All(input))),
                        None => Transformed::no(LogicalPlan::Distinct(Distinct::All(input))),
                    }
                }
                LogicalPlan::Window(window) => match ordered_below(&window.input, partition_keys(&window).iter())? {
                    Some(input) => Transformed::yes(LogicalPlan::Window(Window::try_new(window.window_expr, input)?)),
                    None => Transformed::no(LogicalPlan::Window(window)),
                },
                other => Transformed::no(other),
            })
        })?;
        Ok(changed.data)
    }
}

fn joined(mut join: Join) -> Result<Transformed<LogicalPlan>> {
    let mut is_changed = false;
    for (left, right) in &mut join.on {
        if has_maps(&left.get_type(join.left.schema())?) && has_maps(&right.get_type(join.right.schema())?) {
            for side in [left, right] {
                *side = key_of(side.clone());
            }
            is_changed = true;
        }
    }
    let join = LogicalPlan::Join(join);
    Ok(if is_changed { Transformed::yes(join) } else { Transformed::no(join) })
}

fn distinct_arguments(aggregates: &[Expr]) -> impl Iterator<Item = &Expr> {
    aggregates.iter().filter(|aggregate| {
        let has_distinct =
            aggregate.exists(|expr| Ok(matches!(expr, Expr::AggregateFunction(function) if function.params.distinct)));
        has_distinct.unwrap_or(false)
    })
}

fn partition_keys(window: &Window) -> Vec<Expr> {
    let mut keys = Vec::new();
    for expr in &window.window_expr {
        // Nothing here fails.
        let _ = expr.apply(|expr| {
            if let Expr::WindowFunction(function) = expr {
                keys.extend(function.params.partition_by.iter().cloned());
            }
            Ok(TreeNodeRecursion::Continue)
        });
    }
    keys
}

/// The input with the maps in order in those of its columns that the keys read; `None` where they read no maps.
fn ordered_below<'a>(
    input: &Arc<LogicalPlan>,
    keys: impl Iterator<Item = &'a Expr>,
) -> Result<Option<Arc<LogicalPlan>>> {
    let schema: &DFSchema = input.schema();
    let mut maps: HashSet<Column> = HashSet::new();
    for key in keys {
        key.apply(|expr| {
            if let Expr::Column(column) = expr
                && schema.field_from_column(column).is_ok_and(|field| has_maps(field.data_type()))
            {
                maps.insert(column.clone());
            }
            Ok(TreeNodeRecursion::Continue)
        })?;
    }
    if maps.is_empty() {
        return Ok(None);
    }
    let columns = schema.columns().into_iter().map(|column| match maps.contains(&column) {
        true => call(&ORDERED, Expr::Column(column.clone())).alias_qualified(column.relation, column.name),
        false => Expr::Column(column),
    });
    Ok(Some(Arc::new(LogicalPlan::Projection(Projection::try_new(columns.collect(), Arc::clone(input))?))))
}
