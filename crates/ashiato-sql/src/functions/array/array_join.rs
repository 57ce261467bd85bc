//! `array_join(x, delimiter [, null_replacement])`: the elements' text. NULLs are left out, or replaced.

use super::element_types::{array_of, element_of};
use super::lists::Lists;
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, Overload, Parameters, scalar, varchar};
use arrow::array::{Array, ArrayRef, AsArray, StringViewBuilder};
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(array_and_texts);
    scalar("array_join", vec![Overload { parameters, returns: varchar, kernel }])
}

fn array_and_texts(types: &[DataType]) -> Option<Vec<DataType>> {
    let (array, texts) = types.split_first()?;
    if texts.is_empty() || texts.len() > 2 {
        return None;
    }
    let array = array_of(element_of(array)?);
    let texts = texts.iter().map(|text| Kind::Varchar.convert(text));
    std::iter::once(Some(array)).chain(texts).collect()
}

fn kernel(arguments: &Arguments) -> Result<ArrayRef> {
    let lists = Lists::of(arguments, 0)?;
    let texts = crate::cast::text_of(lists.values())?;
    let texts = texts.as_string_view();
    let delimiter = arguments.varchar(1)?;
    let replacement = if arguments.len() == 3 { Some(arguments.varchar(2)?) } else { None };

    let mut joined = StringViewBuilder::with_capacity(arguments.rows().len());
    let mut line = String::new();
    for row in arguments.rows() {
        let replacement = replacement.as_ref().map(|replacement| replacement.get(row));
        let (Some(range), Some(delimiter), true) = (lists.get(row), delimiter.get(row), replacement != Some(None))
        else {
            joined.append_null();
            continue;
        };
        let replacement = replacement.flatten();
        line.clear();
        let text = |at| if texts.is_null(at) { replacement } else { Some(texts.value(at)) };
        for (nth, text) in range.filter_map(text).enumerate() {
            if nth > 0 {
                line.push_str(delimiter);
            }
            line.push_str(text);
        }
        joined.append_value(&line);
    }
    Ok(Arc::new(joined.finish()))
}
