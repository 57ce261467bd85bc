//! `concat(x, y, …)`: texts, varbinaries or arrays one after another; NULL where any is NULL.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, Overload, Parameters, scalar, varbinary, varchar};
use arrow::array::{Array, ArrayRef, AsArray, BinaryBuilder, ListArray, StringViewBuilder};
use arrow::buffer::{NullBuffer, OffsetBuffer};
use arrow::compute::interleave;
use arrow::datatypes::DataType;
use datafusion::common::internal_err;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use datafusion::logical_expr::type_coercion::binary::type_union_resolution;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let overloads = vec![
        Overload {
            parameters: Parameters::Variadic(&[Kind::Varchar, Kind::Varchar], Kind::Varchar),
            returns: varchar,
            kernel: texts,
        },
        Overload {
            parameters: Parameters::Variadic(&[Kind::Varbinary, Kind::Varbinary], Kind::Varbinary),
            returns: varbinary,
            kernel: bytes,
        },
        Overload { parameters: Parameters::Decided(one_list_type), returns: |types| types[0].clone(), kernel: arrays },
    ];
    scalar("concat", overloads)
}

fn one_list_type(types: &[DataType]) -> Option<Vec<DataType>> {
    let are_lists = types.iter().all(|of| matches!(of, DataType::List(_) | DataType::Null));
    if types.len() < 2 || !are_lists {
        return None;
    }
    let common = type_union_resolution(types)?;
    matches!(common, DataType::List(_)).then(|| vec![common; types.len()])
}

fn texts(args: &Arguments) -> Result<ArrayRef> {
    let columns = (0..args.len()).map(|at| args.varchar(at)).collect::<Result<Vec<_>>>()?;
    let mut joined = StringViewBuilder::with_capacity(args.rows().len());
    let mut text = String::new();
    for row in args.rows() {
        text.clear();
        match columns.iter().try_for_each(|column| column.get(row).map(|part| text.push_str(part))) {
            Some(()) => joined.append_value(&text),
            None => joined.append_null(),
        }
    }
    Ok(Arc::new(joined.finish()))
}

fn bytes(args: &Arguments) -> Result<ArrayRef> {
    let columns = (0..args.len()).map(|at| args.varbinary(at)).collect::<Result<Vec<_>>>()?;
    let mut joined = BinaryBuilder::new();
    let mut bytes = Vec::new();
    for row in args.rows() {
        bytes.clear();
        match columns.iter().try_for_each(|column| column.get(row).map(|part| bytes.extend_from_slice(part))) {
            Some(()) => joined.append_value(&bytes),
            None => joined.append_null(),
        }
    }
    Ok(Arc::new(joined.finish()))
}

fn arrays(args: &Arguments) -> Result<ArrayRef> {
    let columns = (0..args.len()).map(|at| args.spread(at)).collect::<Result<Vec<_>>>()?;
    let lists: Vec<&ListArray> = columns.iter().map(|column| column.as_list::<i32>()).collect();
    let DataType::List(field) = args.return_type() else { return internal_err!("not a list: {}", args.return_type()) };
    let nulls = lists.iter().fold(None, |nulls, list| NullBuffer::union(nulls.as_ref(), list.nulls()));
    let mut sources = Vec::new();
    let mut lengths = Vec::with_capacity(args.rows().len());
    for row in args.rows() {
        let before = sources.len();
        for (at, list) in lists.iter().enumerate().filter(|_| nulls.as_ref().is_none_or(|nulls| nulls.is_valid(row))) {
            let span = &list.value_offsets()[row..row + 2];
            sources.extend((span[0]..span[1]).map(|index| (at, index as usize)));
        }
        lengths.push(sources.len() - before);
    }
    let values: Vec<&dyn Array> = lists.iter().map(|list| list.values().as_ref()).collect();
    let values = interleave(&values, &sources)?;
    Ok(Arc::new(ListArray::try_new(Arc::clone(field), OffsetBuffer::from_lengths(lengths), values, nulls)?))
}
