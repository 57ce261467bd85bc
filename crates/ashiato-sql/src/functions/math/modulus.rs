//! `mod(n, m)`: the remainder, as `n % m`.

use super::is_exact;
use crate::functions::definition::{Arguments, Definition, Types};
use crate::planner::{remainder, remainder_type};
use arrow::array::ArrayRef;
use arrow::compute::binary;
use arrow::datatypes::{DataType, Float64Type};
use datafusion::common::Result;
use std::ops::Rem;
use std::sync::Arc;

pub(super) fn modulus() -> Definition {
    Definition::new("mod", 2..=2, returns, run)
}

fn returns(types: &Types) -> Result<DataType> {
    match (types.of(0), types.of(1)) {
        (n, m) if is_exact(n) && is_exact(m) => remainder_type(types),
        (n, m) if n.is_numeric() && m.is_numeric() => Ok(DataType::Float64),
        _ => Err(types.unexpected()),
    }
}

fn run(args: &Arguments) -> Result<ArrayRef> {
    match args.result {
        DataType::Float64 => {
            Ok(Arc::new(binary::<_, _, _, Float64Type>(&args.double(0)?, &args.double(1)?, f64::rem)?))
        }
        _ => remainder(args),
    }
}
