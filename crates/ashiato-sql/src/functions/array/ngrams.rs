//! `ngrams(x, n)`: every run of `n` neighbours; the whole array where it is shorter.

use super::element_types::{array_and_bigint, array_of, element_of};
use super::lists::{Lists, Picked};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Overload, Parameters, invalid_argument, scalar};
use arrow::array::ArrayRef;
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(array_and_bigint);
    let returns = |types: &[DataType]| array_of(types[0].clone());
    scalar("ngrams", vec![Overload { parameters, returns, kernel }])
}

fn kernel(arguments: &Arguments) -> Result<ArrayRef> {
    let lists = Lists::of(arguments, 0)?;
    let sizes = arguments.bigint(1)?;
    let mut runs = Picked::new(0);
    let mut rows = Picked::new(arguments.rows().len());
    let mut run_count = 0;
    for row in arguments.rows() {
        let (Some(range), Some(size)) = (lists.get(row), sizes.get(row)) else {
            rows.close_null()?;
            continue;
        };
        if size < 1 {
            return Err(invalid_argument("N must be positive"));
        }
        let size = usize::try_from(size).unwrap_or(usize::MAX).min(range.len());
        for start in range.start..=range.end - size {
            runs.extend(start..start + size);
            runs.close()?;
            rows.push(run_count);
            run_count += 1;
        }
        rows.close()?;
    }
    let run_type = element_of(arguments.return_type()).unwrap_or(DataType::Null);
    let runs = runs.finish(lists.values(), &run_type)?;
    rows.finish(&runs, arguments.return_type())
}
