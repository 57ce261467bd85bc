//! `flatten(x)`: an array of arrays as one array; inner arrays that are NULL are left out.

use super::element_types::{array_of, element_of, element_of_first};
use super::lists::{Lists, Picked};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Overload, Parameters, scalar};
use arrow::array::{ArrayRef, AsArray};
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(array_of_arrays);
    scalar("flatten", vec![Overload { parameters, returns: element_of_first, kernel }])
}

fn array_of_arrays(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [outer] => Some(vec![array_of(array_of(element_of(&element_of(outer)?)?))]),
        _ => None,
    }
}

fn kernel(arguments: &Arguments) -> Result<ArrayRef> {
    let outer = Lists::of(arguments, 0)?;
    let inner = Lists::new(outer.values().as_list::<i32>(), false);
    let mut picked = Picked::new(arguments.rows().len());
    for row in arguments.rows() {
        let Some(range) = outer.get(row) else {
            picked.close_null()?;
            continue;
        };
        range.filter_map(|at| inner.get(at)).for_each(|elements| picked.extend(elements));
        picked.close()?;
    }
    picked.finish(inner.values(), arguments.return_type())
}
