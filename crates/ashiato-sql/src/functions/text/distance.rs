//! `levenshtein_distance(a, b)`: how many characters to insert, delete or change; `hamming_distance(a, b)`: at how
//! many places texts of one length differ.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, bigint, exactly, invalid_argument, scalar};
use arrow::array::{ArrayRef, Int64Array};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

/// Trino's bound on the table of distances, which is the product of the lengths.
const TABLE_CELLS_MAX: usize = 1_000_000;

const KINDS: &[Kind] = &[Kind::Varchar, Kind::Varchar];

pub(super) fn levenshtein() -> Arc<ScalarUDF> {
    scalar("levenshtein_distance", vec![exactly(KINDS, bigint, levenshtein_distance)])
}

pub(super) fn hamming() -> Arc<ScalarUDF> {
    scalar("hamming_distance", vec![exactly(KINDS, bigint, hamming_distance)])
}

fn levenshtein_distance(args: &Arguments) -> Result<ArrayRef> {
    let (left, right) = (args.varchar(0)?, args.varchar(1)?);
    args.try_each::<Int64Array, _>(|row| {
        let (Some(left), Some(right)) = (left.get(row), right.get(row)) else { return Ok(None) };
        let left: Vec<char> = left.chars().collect();
        let right: Vec<char> = right.chars().collect();
        if left.len().saturating_mul(right.len()) > TABLE_CELLS_MAX {
            return Err(invalid_argument(
                "The combined inputs for Levenshtein distance are too large: the product of their lengths must be at \
                 most 1000000",
            ));
        }
        Ok(Some(edits(&left, &right)))
    })
}

/// One row of the table at a time: `costs[j]` is the distance from what was read of `left` to `right[..j]`.
fn edits(left: &[char], right: &[char]) -> i64 {
    let mut costs: Vec<i64> = (0..=right.len() as i64).collect();
    for (i, a) in left.iter().enumerate() {
        let mut diagonal = costs[0];
        costs[0] = i as i64 + 1;
        for (j, b) in right.iter().enumerate() {
            let changed = diagonal + i64::from(a != b);
            diagonal = costs[j + 1];
            costs[j + 1] = changed.min(diagonal + 1).min(costs[j] + 1);
        }
    }
    costs[right.len()]
}

fn hamming_distance(args: &Arguments) -> Result<ArrayRef> {
    let (left, right) = (args.varchar(0)?, args.varchar(1)?);
    args.try_each::<Int64Array, _>(|row| {
        let (Some(left), Some(right)) = (left.get(row), right.get(row)) else { return Ok(None) };
        if left.chars().count() != right.chars().count() {
            return Err(invalid_argument("The input strings to hamming_distance function must have the same length"));
        }
        Ok(Some(left.chars().zip(right.chars()).filter(|(a, b)| a != b).count() as i64))
    })
}
