//! `concat_ws(separator, x, …)`: the values that are not NULL, texts or one array of texts, with the separator
//! between them; NULL only where the separator is.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, Overload, Parameters, scalar, varchar};
use arrow::array::{ArrayRef, AsArray, StringViewArray};
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let overloads = vec![
        Overload {
            parameters: Parameters::Variadic(&[Kind::Varchar, Kind::Varchar], Kind::Varchar),
            returns: varchar,
            kernel: texts,
        },
        Overload { parameters: Parameters::Decided(separator_and_array), returns: varchar, kernel: array },
    ];
    scalar("concat_ws", overloads)
}

fn separator_and_array(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [separator, DataType::List(element)] => {
            let element = Kind::Varchar.convert(element.data_type())?;
            Some(vec![Kind::Varchar.convert(separator)?, DataType::new_list(element, true)])
        }
        _ => None,
    }
}

fn texts(args: &Arguments) -> Result<ArrayRef> {
    let separators = args.varchar(0)?;
    let columns = (1..args.len()).map(|at| args.varchar(at)).collect::<Result<Vec<_>>>()?;
    args.each::<StringViewArray, _>(|row| {
        let separator = separators.get(row)?;
        Some(columns.iter().filter_map(|column| column.get(row)).collect::<Vec<_>>().join(separator))
    })
}

fn array(args: &Arguments) -> Result<ArrayRef> {
    let separators = args.varchar(0)?;
    let lists = args.spread(1)?;
    let lists = lists.as_list::<i32>();
    args.each::<StringViewArray, _>(|row| {
        let separator = separators.get(row)?;
        if arrow::array::Array::is_null(lists, row) {
            return Some(String::new());
        }
        let elements = lists.value(row);
        Some(elements.as_string_view().iter().flatten().collect::<Vec<_>>().join(separator))
    })
}
