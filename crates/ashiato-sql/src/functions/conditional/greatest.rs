//! `greatest(x, …)` and `least(x, …)`; NULL where any is NULL.

use super::common_type::common_type;
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Overload, Parameters, scalar};
use arrow::array::{Array, ArrayRef, BooleanArray};
use arrow::compute::kernels::{cmp, zip::zip};
use arrow::compute::{nullif, prep_null_mask_filter};
use arrow::datatypes::DataType;
use arrow::error::ArrowError;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn greatest() -> Arc<ScalarUDF> {
    scalar("greatest", vec![overload(|args| best(args, |a, b| cmp::gt(&a, &b)))])
}

pub(super) fn least() -> Arc<ScalarUDF> {
    scalar("least", vec![overload(|args| best(args, |a, b| cmp::lt(&a, &b)))])
}

fn overload(kernel: fn(&Arguments) -> Result<ArrayRef>) -> Overload {
    Overload { parameters: Parameters::Decided(all_of_one_type), returns: |types| types[0].clone(), kernel }
}

fn all_of_one_type(types: &[DataType]) -> Option<Vec<DataType>> {
    common_type(types).map(|common| vec![common; types.len()])
}

type IsBetter = fn(&dyn Array, &dyn Array) -> Result<BooleanArray, ArrowError>;

fn best(args: &Arguments, is_better: IsBetter) -> Result<ArrayRef> {
    let mut best = args.spread(0)?;
    let mut any_null = arrow::compute::is_null(&best)?;
    for at in 1..args.len() {
        let other = args.spread(at)?;
        any_null = arrow::compute::or(&any_null, &arrow::compute::is_null(&other)?)?;
        let better = is_better(other.as_ref(), best.as_ref())?;
        let better = if better.null_count() > 0 { prep_null_mask_filter(&better) } else { better };
        best = zip(&better, &other, &best)?;
    }
    Ok(nullif(&best, &any_null)?)
}
