//! `shuffle(x)`: the elements in an order of chance.

use super::element_types::{one_array, same_as_first};
use super::lists::{Lists, Picked};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Overload, Parameters, volatile_scalar};
use arrow::array::ArrayRef;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let parameters = Parameters::Decided(one_array);
    volatile_scalar("shuffle", vec![Overload { parameters, returns: same_as_first, kernel }])
}

fn kernel(arguments: &Arguments) -> Result<ArrayRef> {
    let lists = Lists::of(arguments, 0)?;
    // The standard library's hasher is keyed anew each time: chance enough for an order that nobody may rely on.
    let chance = RandomState::new();
    let mut draws = 0_u64;
    let mut picked = Picked::new(arguments.rows().len());
    for row in arguments.rows() {
        let Some(range) = lists.get(row) else {
            picked.close_null()?;
            continue;
        };
        let mut positions = range.collect::<Vec<_>>();
        for last in (1..positions.len()).rev() {
            draws += 1;
            positions.swap(last, (chance.hash_one(draws) % (last as u64 + 1)) as usize);
        }
        picked.extend(positions);
        picked.close()?;
    }
    picked.finish(lists.values(), arguments.return_type())
}
