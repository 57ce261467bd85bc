//! `array_distinct(x)`: each element once, where it first stood. NULL counts as an element.

use super::element_types::{one_array, same_as_first};
use super::lists::{Lists, Picked, sortable};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Overload, Parameters, scalar};
use arrow::array::ArrayRef;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::collections::HashSet;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(one_array);
    scalar("array_distinct", vec![Overload { parameters, returns: same_as_first, kernel }])
}

fn kernel(arguments: &Arguments) -> Result<ArrayRef> {
    let lists = Lists::of(arguments, 0)?;
    let [elements] = sortable([lists.values()])?;
    let mut picked = Picked::new(arguments.rows().len());
    let mut seen = HashSet::new();
    for row in arguments.rows() {
        let Some(range) = lists.get(row) else {
            picked.close_null()?;
            continue;
        };
        seen.clear();
        picked.extend(range.filter(|&at| seen.insert(elements.row(at))));
        picked.close()?;
    }
    picked.finish(lists.values(), arguments.return_type())
}
