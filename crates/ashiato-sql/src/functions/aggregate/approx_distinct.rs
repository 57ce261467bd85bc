//! `approx_distinct(x [, e])`: how many distinct values, exactly while they are few, then by HyperLogLog.
//!
//! With 4,096 registers the standard error is 1.6 %, below the 2.3 % that Trino promises; an error asked for is
//! accepted in Trino's range and is at most that where it is 1.6 % or more.

use super::definition::{Definition, Duplicates, GroupStates, aggregate, zero_of_nothing};
use super::row_bytes::RowBytes;
use crate::functions::array::element_types::canonical;
use crate::functions::overload::invalid_argument;
use arrow::array::{Array, ArrayRef, AsArray, BinaryArray, Int64Array};
use arrow::datatypes::{DataType, Float64Type};
use datafusion::error::Result;
use datafusion::logical_expr::{AggregateUDF, EmitTo};
use std::collections::HashSet;
use std::sync::Arc;
use twox_hash::XxHash64;

const REGISTERS: usize = 4096;
const REGISTER_BITS: u32 = REGISTERS.trailing_zeros();
/// As many hashes take the room that the registers do.
const EXACT_MAX: usize = REGISTERS / size_of::<u64>();
const ERROR_RANGE: std::ops::RangeInclusive<f64> = 0.0040625..=0.26;

pub(super) fn function() -> Arc<AggregateUDF> {
    aggregate(Definition {
        name: "approx_distinct",
        aliases: &[],
        convert: |types| match types {
            [x] => Some(vec![canonical(x)]),
            [x, error] if error.is_numeric() => Some(vec![canonical(x), DataType::Float64]),
            _ => None,
        },
        returns: |_| DataType::Int64,
        state: |_| vec![DataType::Binary],
        groups: |types| Ok(Box::new(Sketches { bytes: RowBytes::new(&types[0])?, groups: Vec::new() })),
        duplicates: Duplicates::DoNotCount,
        of_nothing: zero_of_nothing,
    })
}

struct Sketches {
    bytes: RowBytes,
    groups: Vec<Sketch>,
}

/// What is known of one group's values.
#[derive(Clone)]
enum Sketch {
    Hashes(HashSet<u64>),
    Registers(Box<[u8]>),
}

impl Default for Sketch {
    fn default() -> Sketch {
        Sketch::Hashes(HashSet::new())
    }
}

impl Sketch {
    fn add(&mut self, hash: u64) {
        match self {
            Sketch::Registers(registers) => {
                let register = &mut registers[(hash >> (u64::BITS - REGISTER_BITS)) as usize];
                let rank = (hash << REGISTER_BITS | 1 << (REGISTER_BITS - 1)).leading_zeros() as u8 + 1;
                *register = rank.max(*register);
            }
            Sketch::Hashes(hashes) => {
                hashes.insert(hash);
                if hashes.len() > EXACT_MAX {
                    let hashes = std::mem::take(hashes);
                    *self = Sketch::Registers(vec![0; REGISTERS].into());
                    hashes.into_iter().for_each(|hash| self.add(hash));
                }
            }
        }
    }

    fn count(&self) -> i64 {
        let registers = match self {
            Sketch::Hashes(hashes) => return hashes.len() as i64,
            Sketch::Registers(registers) => registers,
        };
        let size = REGISTERS as f64;
        let sum: f64 = registers.iter().map(|rank| 0.5_f64.powi(i32::from(*rank))).sum();
        let estimate = 0.7213 / (1.0 + 1.079 / size) * size * size / sum;
        let zeros = registers.iter().filter(|rank| **rank == 0).count();
        // Below this, empty registers say more than full ones.
        if estimate <= 2.5 * size && zeros > 0 {
            return (size * (size / zeros as f64).ln()).round() as i64;
        }
        estimate.round() as i64
    }

    /// Registers are told from hashes by their number: there are never so many hashes.
    fn to_bytes(&self) -> Vec<u8> {
        match self {
            Sketch::Hashes(hashes) => {
                let mut hashes = hashes.iter().copied().collect::<Vec<_>>();
                hashes.sort_unstable();
                std::iter::once(0).chain(hashes.into_iter().flat_map(u64::to_le_bytes)).collect()
            }
            Sketch::Registers(registers) => std::iter::once(1).chain(registers.iter().copied()).collect(),
        }
    }

    fn merge(&mut self, bytes: &[u8]) {
        match bytes.split_first() {
            Some((0, hashes)) => {
                let (hashes, _) = hashes.as_chunks::<8>();
                hashes.iter().for_each(|hash| self.add(u64::from_le_bytes(*hash)));
            }
            Some((_, others)) => {
                if let Sketch::Hashes(hashes) = self {
                    let hashes = std::mem::take(hashes);
                    *self = Sketch::Registers(vec![0; REGISTERS].into());
                    hashes.into_iter().for_each(|hash| self.add(hash));
                }
                if let Sketch::Registers(registers) = self {
                    registers.iter_mut().zip(others).for_each(|(register, other)| *register = (*register).max(*other));
                }
            }
            None => {}
        }
    }

    fn size(&self) -> usize {
        match self {
            Sketch::Hashes(hashes) => hashes.capacity() * size_of::<u64>(),
            Sketch::Registers(registers) => registers.len(),
        }
    }
}

impl GroupStates for Sketches {
    fn update(&mut self, values: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.groups.resize_with(group_count, Sketch::default);
        if let Some(error) =
            values.get(1).and_then(|errors| errors.as_primitive::<Float64Type>().iter().flatten().next())
            && !ERROR_RANGE.contains(&error)
        {
            let (least, most) = (ERROR_RANGE.start(), ERROR_RANGE.end());
            let message = format!("Standard error must be in [{least}, {most}]: {error}");
            return Err(invalid_argument(message));
        }
        let present = groups.iter().enumerate().filter(|(row, _)| values[0].is_valid(*row));
        if let Some(texts) = values[0].as_string_view_opt() {
            present.for_each(|(row, group)| self.groups[*group].add(hash(texts.value(row).as_bytes())));
            return Ok(());
        }
        let rows = self.bytes.rows(&values[0])?;
        present.for_each(|(row, group)| self.groups[*group].add(hash(rows.row(row).as_ref())));
        Ok(())
    }

    fn merge(&mut self, states: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.groups.resize_with(group_count, Sketch::default);
        let sketches = states[0].as_binary::<i32>();
        groups.iter().enumerate().for_each(|(row, group)| self.groups[*group].merge(sketches.value(row)));
        Ok(())
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        let groups = emit_to.take_needed(&mut self.groups);
        Ok(Arc::new(Int64Array::from_iter_values(groups.iter().map(Sketch::count))))
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        let groups = emit_to.take_needed(&mut self.groups);
        Ok(vec![Arc::new(BinaryArray::from_iter_values(groups.iter().map(Sketch::to_bytes)))])
    }

    fn size(&self) -> usize {
        self.groups.iter().map(|sketch| size_of::<Sketch>() + sketch.size()).sum()
    }
}

/// The same on every machine, so that the sketches of a cluster's workers go together.
fn hash(bytes: &[u8]) -> u64 {
    XxHash64::oneshot(0, bytes)
}

#[cfg(test)]
mod tests {
    use super::{Sketch, hash};
    use proptest::prelude::*;

    fn sketch(values: std::ops::Range<u32>) -> Sketch {
        let mut sketch = Sketch::default();
        values.for_each(|value| sketch.add(hash(&value.to_le_bytes())));
        sketch
    }

    #[test]
    fn counts_are_near() {
        for count in [0_u32, 1, 500, 513, 5_000, 20_000, 300_000] {
            let error = (sketch(0..count).count() - i64::from(count)).abs() as f64 / f64::from(count.max(1));
            let allowed = if count <= 512 { 0.0 } else { 0.06 };
            assert!(error <= allowed, "{count} counted as {}", sketch(0..count).count());
        }
    }

    proptest! {
        /// However the values are shared out, the merged sketch is the sketch of all.
        #[test]
        fn parts_merge_to_the_whole(first in 0..3_000_u32, second in 0..3_000_u32) {
            let mut merged = sketch(0..first);
            merged.merge(&sketch(first..first + second).to_bytes());
            prop_assert_eq!(merged.count(), sketch(0..first + second).count());
        }
    }
}
