//! Numbers.

mod abs;
mod base;
mod bitwise;
mod double;
mod modulus;
mod random;
mod round;
mod vectors;
mod width_bucket;

use crate::functions::definition::Definition;
use arrow::datatypes::DataType;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

/// The scalar functions of this family.
pub fn scalars() -> Vec<Arc<ScalarUDF>> {
    let definitions = [
        double::definitions(),
        abs::definitions(),
        round::definitions(),
        bitwise::definitions(),
        random::definitions(),
        vectors::definitions(),
        vec![modulus::modulus(), base::from_base(), base::to_base(), width_bucket::width_bucket()],
    ];
    definitions.into_iter().flatten().map(Definition::into_udf).collect()
}

/// Integers and decimals: numbers whose digits are all kept.
fn is_exact(of: &DataType) -> bool {
    of.is_integer() || matches!(of, DataType::Decimal128(..))
}
