//! `max_by(x, y [, n])`, `min_by(x, y [, n])`, `max(x, n)` and `min(x, n)`: what goes with the most extreme.
//!
//! Rows whose `y` is NULL do not take part. Of equals, the first met is kept. The parser's tree names `max` and
//! `min` of two arguments `$max_n` and `$min_n`, since those of one are DataFusion's.

use super::definition::{Definition, Duplicates, GroupStates, aggregate, null_of_nothing};
use super::row_bytes::RowBytes;
use crate::functions::array::element_types::{array_of, canonical, is_integer};
use crate::functions::array::lists::{Lists, Picked};
use crate::functions::overload::invalid_argument;
use arrow::array::{Array, ArrayRef, AsArray, Int64Array, UInt32Array};
use arrow::compute::take;
use arrow::datatypes::{DataType, Int64Type};
use datafusion::error::Result;
use datafusion::logical_expr::{AggregateUDF, EmitTo};
use std::cmp::Ordering;
use std::sync::Arc;

const COUNT_MAX: i64 = 10_000;

pub(super) fn max_by() -> Arc<AggregateUDF> {
    by("max_by", |types| Best::boxed(types, Ordering::Greater))
}

pub(super) fn min_by() -> Arc<AggregateUDF> {
    by("min_by", |types| Best::boxed(types, Ordering::Less))
}

pub(super) fn max_n() -> Arc<AggregateUDF> {
    several("$max_n", |types| Best::boxed(&[&types[..1], types].concat(), Ordering::Greater))
}

pub(super) fn min_n() -> Arc<AggregateUDF> {
    several("$min_n", |types| Best::boxed(&[&types[..1], types].concat(), Ordering::Less))
}

fn by(name: &'static str, groups: fn(&[DataType]) -> Result<Box<dyn GroupStates>>) -> Arc<AggregateUDF> {
    aggregate(Definition {
        name,
        aliases: &[],
        convert: |types| match types {
            [x, y] => Some(vec![canonical(x), canonical(y)]),
            [x, y, n] if is_integer(n) => Some(vec![canonical(x), canonical(y), DataType::Int64]),
            _ => None,
        },
        returns: |types| if types.len() == 3 { array_of(types[0].clone()) } else { types[0].clone() },
        state: |types| vec![array_of(types[0].clone()), array_of(types[1].clone()), DataType::Int64],
        groups,
        duplicates: Duplicates::Count,
        of_nothing: null_of_nothing,
    })
}

fn several(name: &'static str, groups: fn(&[DataType]) -> Result<Box<dyn GroupStates>>) -> Arc<AggregateUDF> {
    aggregate(Definition {
        name,
        aliases: &[],
        convert: |types| match types {
            [x, n] if is_integer(n) => Some(vec![canonical(x), DataType::Int64]),
            _ => None,
        },
        returns: |types| array_of(types[0].clone()),
        state: |types| vec![array_of(types[0].clone()), array_of(types[0].clone()), DataType::Int64],
        groups,
        duplicates: Duplicates::Count,
        of_nothing: null_of_nothing,
    })
}

/// The best of each group, the very best first.
struct Best {
    x: RowBytes,
    y: RowBytes,
    x_type: DataType,
    y_type: DataType,
    better: Ordering,
    /// One answer, and not an array of them.
    single: bool,
    /// How many to keep; not known before the first row.
    limit: usize,
    groups: Vec<Vec<Candidate>>,
    bytes: usize,
}

struct Candidate {
    x: Box<[u8]>,
    y: Box<[u8]>,
}

impl Best {
    fn boxed(types: &[DataType], better: Ordering) -> Result<Box<dyn GroupStates>> {
        Ok(Box::new(Best {
            x: RowBytes::new(&types[0])?,
            y: RowBytes::new(&types[1])?,
            x_type: types[0].clone(),
            y_type: types[1].clone(),
            better,
            single: types.len() == 2,
            limit: 1,
            groups: Vec::new(),
            bytes: 0,
        }))
    }

    /// Takes in rows of `x` and `y`.
    fn offer(&mut self, xs: &ArrayRef, ys: &ArrayRef, groups: &[usize]) -> Result<()> {
        let y_rows = self.y.rows(ys)?;
        let is_candidate = |row: &usize| {
            let kept = &self.groups[groups[*row]];
            let worst = kept.last().filter(|_| kept.len() >= self.limit);
            ys.is_valid(*row) && worst.is_none_or(|worst| y_rows.row(*row).as_ref().cmp(&worst.y) == self.better)
        };
        // Only what may be kept is worth turning into bytes: `x` is often a whole event.
        let candidates = (0..groups.len()).filter(is_candidate).collect::<Vec<_>>();
        let positions = candidates.iter().map(|&row| row as u32).collect::<Vec<_>>();
        let x_rows = self.x.rows(&take(xs.as_ref(), &UInt32Array::from(positions), None)?)?;
        for (nth, row) in candidates.into_iter().enumerate() {
            let y_row = y_rows.row(row);
            let y: &[u8] = y_row.as_ref();
            let kept = &mut self.groups[groups[row]];
            let place = kept.partition_point(|candidate| y.cmp(&candidate.y) != self.better);
            if place >= self.limit {
                continue;
            }
            let candidate = Candidate { x: x_rows.row(nth).as_ref().into(), y: y.into() };
            self.bytes += candidate.size();
            kept.insert(place, candidate);
            if kept.len() > self.limit {
                self.bytes -= kept.pop().map_or(0, |gone| gone.size());
            }
        }
        Ok(())
    }

    fn set_limit(&mut self, counts: &Int64Array) -> Result<()> {
        if counts.is_empty() {
            return Ok(());
        }
        let count = if counts.is_null(0) { 0 } else { counts.value(0) };
        if count < 1 {
            return Err(invalid_argument(format!(
                "the number of values to keep must be a positive integer, found {count}"
            )));
        }
        if count > COUNT_MAX {
            let message = format!("the number of values to keep must be at most {COUNT_MAX}, found {count}");
            return Err(invalid_argument(message));
        }
        self.limit = count as usize;
        Ok(())
    }

    fn lists(
        &self,
        groups: &[Vec<Candidate>],
        column: &RowBytes,
        of: fn(&Candidate) -> &[u8],
        element: &DataType,
    ) -> Result<ArrayRef> {
        let values = column.column(groups.iter().flatten().map(of))?;
        let mut picked = Picked::new(groups.len());
        let mut first = 0;
        for group in groups {
            picked.extend(first..first + group.len());
            first += group.len();
            if group.is_empty() { picked.close_null()? } else { picked.close()? }
        }
        picked.finish(&values, &array_of(element.clone()))
    }

    fn emit(&mut self, emit_to: EmitTo) -> Vec<Vec<Candidate>> {
        let groups = emit_to.take_needed(&mut self.groups);
        self.bytes -= groups.iter().flatten().map(Candidate::size).sum::<usize>();
        groups
    }
}

impl Candidate {
    fn size(&self) -> usize {
        size_of::<Candidate>() + self.x.len() + self.y.len()
    }
}

impl GroupStates for Best {
    fn update(&mut self, values: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.groups.resize_with(group_count, Vec::new);
        // `max(x, n)` orders by what it gives.
        let (x, y, n) = match values {
            [x, y] if self.single => (x, y, None),
            [x, n] => (x, x, Some(n)),
            [x, y, n, ..] => (x, y, Some(n)),
            _ => return datafusion::common::internal_err!("max_by of {} columns", values.len()),
        };
        if let Some(n) = n {
            self.set_limit(n.as_primitive::<Int64Type>())?;
        }
        self.offer(x, y, groups)
    }

    fn merge(&mut self, states: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.groups.resize_with(group_count, Vec::new);
        let limits = states[2].as_primitive::<Int64Type>();
        if let Some(limit) = limits.iter().flatten().max() {
            self.limit = self.limit.max(limit as usize);
        }
        let (xs, ys) = (Lists::new(states[0].as_list(), false), Lists::new(states[1].as_list(), false));
        let mut entry_groups = Vec::with_capacity(xs.values().len());
        let mut positions = Vec::with_capacity(xs.values().len());
        for (row, group) in groups.iter().enumerate() {
            for at in xs.get(row).into_iter().flatten() {
                entry_groups.push(*group);
                positions.push(at as u32);
            }
        }
        let positions = UInt32Array::from(positions);
        let x = take(xs.values().as_ref(), &positions, None)?;
        self.offer(&x, &take(ys.values().as_ref(), &positions, None)?, &entry_groups)
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        let groups = self.emit(emit_to);
        if !self.single {
            return self.lists(&groups, &self.x, |candidate| &candidate.x, &self.x_type);
        }
        let values = self.x.column(groups.iter().flatten().map(|candidate| &*candidate.x))?;
        let mut next = 0..;
        let positions = groups.iter().map(|group| if group.is_empty() { None } else { next.next() });
        Ok(take(values.as_ref(), &positions.collect::<UInt32Array>(), None)?)
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        let groups = self.emit(emit_to);
        let x = self.lists(&groups, &self.x, |candidate| &candidate.x, &self.x_type)?;
        let y = self.lists(&groups, &self.y, |candidate| &candidate.y, &self.y_type)?;
        Ok(vec![x, y, Arc::new(Int64Array::from(vec![self.limit as i64; groups.len()]))])
    }

    fn size(&self) -> usize {
        self.bytes + self.groups.capacity() * size_of::<Vec<Candidate>>()
    }
}
