//! `array_remove(x, element)`: the array without the elements that equal the one given.

use super::element_types::{array_and_element, same_as_first};
use super::lists::{Lists, Picked, sortable};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Overload, Parameters, scalar};
use arrow::array::{Array, ArrayRef};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(array_and_element);
    scalar("array_remove", vec![Overload { parameters, returns: same_as_first, kernel }])
}

fn kernel(arguments: &Arguments) -> Result<ArrayRef> {
    let lists = Lists::of(arguments, 0)?;
    let (unwanted, constant) = arguments.any(1);
    let [elements, keys] = sortable([lists.values(), unwanted])?;
    let mut picked = Picked::new(arguments.rows().len());
    for row in arguments.rows() {
        let key_row = if constant { 0 } else { row };
        match lists.get(row) {
            Some(range) if unwanted.is_valid(key_row) => {
                picked.extend(range.filter(|&at| elements.row(at) != keys.row(key_row)));
                picked.close()?;
            }
            _ => picked.close_null()?,
        }
    }
    picked.finish(lists.values(), arguments.return_type())
}
