//! `random()`, `random(n)`, `random(m, n)`.

use crate::failure::failure;
use crate::functions::definition::{Arguments, Definition, Types};
use arrow::array::{Array, ArrayRef, Float64Array, Int64Array};
use arrow::compute::cast;
use arrow::datatypes::DataType;
use datafusion::common::Result;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

pub(super) fn definitions() -> Vec<Definition> {
    vec![Definition::new("random", 0..=2, returns, run).with_aliases(&["rand"]).volatile()]
}

fn returns(types: &Types) -> Result<DataType> {
    match types.len() {
        0 => Ok(DataType::Float64),
        count if (0..count).all(|index| types.of(index).is_integer()) => Ok(types.of(count - 1).clone()),
        _ => Err(types.unexpected()),
    }
}

/// A small generator, seeded anew for each batch by the standard library's hasher. Not for secrets.
struct Generator(u64);

impl Generator {
    fn seeded() -> Generator {
        Generator(RandomState::new().hash_one(0))
    }

    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

fn run(args: &Arguments) -> Result<ArrayRef> {
    let mut generator = Generator::seeded();
    if args.len() == 0 {
        // The 53 bits that a double holds exactly.
        let value = |_| (generator.next() >> 11) as f64 / (1_u64 << 53) as f64;
        return Ok(Arc::new((0..args.rows).map(value).collect::<Vec<f64>>().into_iter().collect::<Float64Array>()));
    }
    let to = args.bigint(args.len() - 1)?;
    let from = if args.len() == 2 { args.bigint(0)? } else { Int64Array::from(vec![0; args.rows]) };
    let mut values = Vec::with_capacity(args.rows);
    for row in 0..args.rows {
        if from.is_null(row) || to.is_null(row) {
            values.push(None);
            continue;
        }
        let (from, to) = (i128::from(from.value(row)), i128::from(to.value(row)));
        if from >= to {
            return Err(failure("INVALID_FUNCTION_ARGUMENT", "start value must be less than stop value"));
        }
        values.push(i64::try_from(from + i128::from(generator.next()) % (to - from)).ok());
    }
    Ok(cast(&Int64Array::from(values), &args.result)?)
}
