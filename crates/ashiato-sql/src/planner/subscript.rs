//! `a[1]`, `m['k']` and `row[2]`: what is not there is an error, unlike with `element_at`.

use super::{call, dot};
use crate::failure::failure;
use crate::functions::definition::{Arguments, Definition, Types};
use crate::types::trino_name;
use arrow::array::{Array, ArrayRef, AsArray, Scalar, UInt64Array};
use arrow::compute::kernels::cmp::eq;
use arrow::compute::{cast, take};
use arrow::datatypes::DataType;
use datafusion::common::{Result, ScalarValue};
use datafusion::logical_expr::{Expr, ScalarUDF};
use std::sync::{Arc, LazyLock};

static SUBSCRIPT: LazyLock<Arc<ScalarUDF>> =
    LazyLock::new(|| Definition::new("$subscript", 2..=2, returns, run).into_udf());

pub(super) fn scalars() -> Vec<Arc<ScalarUDF>> {
    vec![SUBSCRIPT.clone()]
}

/// The element of an array, a map or a row; the member of a JSON text.
pub(super) fn plan(expr: Expr, of: &DataType, key: Expr) -> Result<Expr> {
    match (of, &key) {
        (DataType::Struct(fields), Expr::Literal(ScalarValue::Int64(Some(position)), _)) => {
            let field = usize::try_from(*position).ok().and_then(|position| fields.get(position.checked_sub(1)?));
            let Some(field) = field else {
                let message = format!("Invalid subscript index: {position}. Row has {} fields", fields.len());
                return Err(failure("INVALID_FUNCTION_ARGUMENT", message));
            };
            Ok(dot::plan(expr, Some(of), field.name()).0)
        }
        (DataType::List(_) | DataType::LargeList(_) | DataType::FixedSizeList(..) | DataType::Map(..), _) => {
            Ok(call(SUBSCRIPT.clone(), vec![expr, key]))
        }
        (_, Expr::Literal(name, _)) => match name.try_as_str().flatten() {
            Some(name) => Ok(dot::plan(expr, Some(of), name).0),
            None => Err(no_subscript(of)),
        },
        _ => Err(no_subscript(of)),
    }
}

fn no_subscript(of: &DataType) -> datafusion::error::DataFusionError {
    failure("TYPE_MISMATCH", format!("Cannot use subscript on {}", trino_name(of)))
}

fn returns(types: &Types) -> Result<DataType> {
    match types.of(0) {
        DataType::List(item) | DataType::LargeList(item) | DataType::FixedSizeList(item, _) => {
            if types.of(1).is_integer() { Ok(item.data_type().clone()) } else { Err(types.unexpected()) }
        }
        DataType::Map(entries, _) => match entries.data_type() {
            DataType::Struct(fields) if fields.len() == 2 => Ok(fields[1].data_type().clone()),
            _ => Err(types.unexpected()),
        },
        _ => Err(types.unexpected()),
    }
}

fn run(args: &Arguments) -> Result<ArrayRef> {
    match args.array(0).data_type() {
        DataType::Map(..) => map_values(args),
        DataType::List(_) => list_items(args.array(0), args),
        DataType::LargeList(item) | DataType::FixedSizeList(item, _) => {
            list_items(&cast(args.array(0), &DataType::List(item.clone()))?, args)
        }
        other => Err(no_subscript(other)),
    }
}

fn list_items(array: &ArrayRef, args: &Arguments) -> Result<ArrayRef> {
    let (list, positions) = (array.as_list::<i32>(), args.bigint(1)?);
    let wrong = |message: String| failure("INVALID_FUNCTION_ARGUMENT", message);
    let mut found = Vec::with_capacity(args.rows);
    for row in 0..args.rows {
        if list.is_null(row) || positions.is_null(row) {
            found.push(None);
            continue;
        }
        let (length, position) = (i64::from(list.value_length(row)), positions.value(row));
        found.push(match position {
            0 => return Err(wrong("SQL array indices start at 1".to_string())),
            position if position < 0 => return Err(wrong(format!("Array subscript is negative: {position}"))),
            position if position > length => {
                let rule = "Array subscript must be less than or equal to array length";
                return Err(wrong(format!("{rule}: {position} > {length}")));
            }
            position => Some(list.value_offsets()[row] as u64 + position as u64 - 1),
        });
    }
    Ok(take(list.values(), &UInt64Array::from(found), None)?)
}

fn map_values(args: &Arguments) -> Result<ArrayRef> {
    let map = args.array(0).as_map();
    let wanted = cast(args.array(1), map.key_type())?;
    // One comparison of all keys where every row wants the same one.
    let same = (args.rows > 0 && args.literal(1).is_some()).then(|| eq(map.keys(), &Scalar::new(wanted.slice(0, 1))));
    let same = same.transpose()?;
    let offsets = map.value_offsets();
    let mut found = Vec::with_capacity(args.rows);
    for row in 0..args.rows {
        if map.is_null(row) || wanted.is_null(row) {
            found.push(None);
            continue;
        }
        let (start, end) = (offsets[row] as usize, offsets[row + 1] as usize);
        let position = match &same {
            Some(same) => (start..end).find(|entry| same.value(*entry)),
            None => {
                let matches = eq(&map.keys().slice(start, end - start), &Scalar::new(wanted.slice(row, 1)))?;
                (0..end - start).find(|entry| matches.value(*entry)).map(|entry| start + entry)
            }
        };
        let Some(position) = position else {
            let key = crate::display::text(&wanted, row).unwrap_or_default();
            return Err(failure("INVALID_FUNCTION_ARGUMENT", format!("Key not present in map: {key}")));
        };
        found.push(Some(position as u64));
    }
    Ok(take(map.values(), &UInt64Array::from(found), None)?)
}
