//! The aggregates that gather entries: each group's keys in the order met, and what belongs to each key.
//!
//! Their states are what they give (maps and arrays), so merging is reading entries back.

use super::definition::GroupStates;
use super::row_bytes::RowBytes;
use crate::functions::array::element_types::{array_of, map_of};
use crate::functions::array::lists::{Lists, Picked, Shape};
use crate::functions::map::maps::Maps;
use arrow::array::{Array, ArrayRef, AsArray, Int64Array, UInt32Array};
use arrow::compute::take;
use arrow::datatypes::{DataType, Int64Type};
use datafusion::error::Result;
use datafusion::logical_expr::EmitTo;
use indexmap::IndexMap;
use std::sync::Arc;

/// What belongs to a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gathers {
    /// Nothing: the keys are the answer, an array.
    Keys,
    /// How often it came.
    Counts,
    /// The value that came first.
    FirstValues,
    /// All values.
    AllValues,
}

/// What a row of the arguments holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Input {
    /// One entry: the key, and the value where one is gathered.
    Entry,
    /// An array of keys, or a map.
    Entries,
}

pub(super) struct Gathered {
    gathers: Gathers,
    input: Input,
    key_type: DataType,
    value_type: DataType,
    keys: RowBytes,
    values: RowBytes,
    groups: Vec<Option<Group>>,
    size: usize,
}

/// `None` in place of a group is one that has seen nothing, and is NULL.
type Group = IndexMap<Box<[u8]>, Belongings>;

enum Belongings {
    Nothing,
    Count(i64),
    Values(Vec<Box<[u8]>>),
}

/// What an allocation takes beside the bytes that were asked for, on average.
const ALLOCATION_BYTES: usize = 8;

/// What a value takes beside its bytes, in a vector that is on average a quarter empty.
const VALUE_BYTES: usize = size_of::<Box<[u8]>>() * 4 / 3 + ALLOCATION_BYTES;

/// What an entry takes beside the bytes of its key and its values: its place in the map, the hash with it, the position
/// in the table of hashes, and the room that both keep.
const ENTRY_BYTES: usize =
    (size_of::<(u64, Box<[u8]>, Belongings)>() + 2 * size_of::<usize>()) * 4 / 3 + ALLOCATION_BYTES;

/// Entries of a batch, side by side.
struct Entries {
    keys: ArrayRef,
    /// A value each; for a state of [`Gathers::AllValues`] an array each.
    values: Option<ArrayRef>,
    groups: Vec<usize>,
}

impl Gathered {
    pub(super) fn new(gathers: Gathers, input: Input, key_type: DataType, value_type: DataType) -> Result<Gathered> {
        let (keys, values) = (RowBytes::new(&key_type)?, RowBytes::new(&value_type)?);
        Ok(Gathered { gathers, input, key_type, value_type, keys, values, groups: Vec::new(), size: 0 })
    }

    /// The type of the answer, and of the state.
    pub(super) fn data_type(gathers: Gathers, key: DataType, value: DataType) -> DataType {
        match gathers {
            Gathers::Keys => array_of(key),
            Gathers::Counts => map_of(key, DataType::Int64),
            Gathers::FirstValues => map_of(key, value),
            Gathers::AllValues => map_of(key, array_of(value)),
        }
    }

    fn absorb(&mut self, entries: &Entries) -> Result<()> {
        let key_rows = self.keys.rows(&entries.keys)?;
        let value_rows = match (&entries.values, self.gathers) {
            (Some(values), Gathers::FirstValues | Gathers::AllValues) => Some(self.values.rows(values)?),
            _ => None,
        };
        let counts = entries.values.as_ref().and_then(|values| values.as_primitive_opt::<Int64Type>());
        for (at, group) in entries.groups.iter().enumerate() {
            if self.gathers != Gathers::Keys && entries.keys.is_null(at) {
                continue;
            }
            let group = self.groups[*group].get_or_insert_default();
            let key = key_rows.row(at);
            let (place, known) = match group.get_index_of(key.as_ref()) {
                Some(place) => (place, true),
                None => {
                    self.size += ENTRY_BYTES + key.as_ref().len();
                    (group.insert_full(key.as_ref().into(), self.gathers.nothing()).0, false)
                }
            };
            match &mut group[place] {
                Belongings::Nothing => {}
                Belongings::Count(count) => *count += counts.map_or(1, |counts| counts.value(at)),
                Belongings::Values(_) if known && self.gathers == Gathers::FirstValues => {}
                Belongings::Values(values) => {
                    if let Some(rows) = &value_rows {
                        let row = rows.row(at);
                        self.size += VALUE_BYTES + row.as_ref().len();
                        values.push(row.as_ref().into());
                    }
                }
            }
        }
        Ok(())
    }

    fn emit(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        let groups = emit_to.take_needed(&mut self.groups);
        let mut picked = Picked::new(groups.len());
        let mut first = 0;
        for group in &groups {
            match group {
                None => picked.close_null()?,
                Some(group) => {
                    picked.extend(first..first + group.len());
                    first += group.len();
                    picked.close()?;
                }
            }
        }
        let (_, shape) = picked.into_parts();
        let entries = || groups.iter().flatten().flatten();
        self.size = self.size.saturating_sub(entries().map(|(key, belongings)| entry_size(key, belongings)).sum());
        let keys = self.keys.column(entries().map(|(key, _)| &**key))?;
        let answer_type = Gathered::data_type(self.gathers, self.key_type.clone(), self.value_type.clone());
        if self.gathers == Gathers::Keys {
            return shape.lists(keys, &answer_type);
        }
        let values = self.belongings(entries().map(|(_, belongings)| belongings))?;
        shape.maps(keys, values, &answer_type)
    }

    fn belongings<'a>(&self, of_keys: impl Iterator<Item = &'a Belongings> + Clone) -> Result<ArrayRef> {
        if self.gathers == Gathers::Counts {
            let count = |belongings: &Belongings| match belongings {
                Belongings::Count(count) => *count,
                _ => 0,
            };
            return Ok(Arc::new(Int64Array::from_iter_values(of_keys.map(count))));
        }
        let values_of = |belongings: &'a Belongings| match belongings {
            Belongings::Values(values) => values.as_slice(),
            _ => &[],
        };
        let values = self.values.column(of_keys.clone().flat_map(values_of).map(|bytes| &**bytes))?;
        if self.gathers == Gathers::FirstValues {
            return Ok(values);
        }
        let offsets = arrow::buffer::OffsetBuffer::from_lengths(of_keys.map(|belongings| values_of(belongings).len()));
        Shape { offsets, nulls: None }.lists(values, &array_of(self.value_type.clone()))
    }

    /// The entries of maps or arrays; groups with an empty one are no longer NULL.
    fn unfold(&mut self, column: &ArrayRef, groups: &[usize]) -> Result<Entries> {
        let maps = column.as_map_opt().map(|maps| Maps::new(maps, false));
        let lists = column.as_list_opt::<i32>().map(|lists| Lists::new(lists, false));
        let range = |row| match (&maps, &lists) {
            (Some(maps), _) => maps.get(row),
            (None, Some(lists)) => lists.get(row),
            (None, None) => None,
        };
        let (mut positions, mut entry_groups) = (Vec::new(), Vec::new());
        for (row, group) in groups.iter().enumerate() {
            if let Some(range) = range(row) {
                self.groups[*group].get_or_insert_default();
                entry_groups.extend(range.clone().map(|_| *group));
                positions.extend(range.map(|at| at as u32));
            }
        }
        let positions = UInt32Array::from(positions);
        let (keys, values) = match (&maps, &lists) {
            (Some(maps), _) => (maps.keys(), Some(maps.values())),
            (None, Some(lists)) => (lists.values(), None),
            (None, None) => (column, None),
        };
        let keys = take(keys.as_ref(), &positions, None)?;
        let values = values.map(|values| take(values.as_ref(), &positions, None)).transpose()?;
        Ok(Entries { keys, values, groups: entry_groups })
    }
}

impl Gathers {
    fn nothing(self) -> Belongings {
        match self {
            Gathers::Keys => Belongings::Nothing,
            Gathers::Counts => Belongings::Count(0),
            Gathers::FirstValues | Gathers::AllValues => Belongings::Values(Vec::new()),
        }
    }
}

fn entry_size(key: &[u8], belongings: &Belongings) -> usize {
    let values = match belongings {
        Belongings::Values(values) => values.iter().map(|value| VALUE_BYTES + value.len()).sum(),
        _ => 0,
    };
    ENTRY_BYTES + key.len() + values
}

impl GroupStates for Gathered {
    fn update(&mut self, values: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.groups.resize_with(group_count, || None);
        let entries = match self.input {
            Input::Entries => self.unfold(&values[0], groups)?,
            Input::Entry => {
                let value =
                    matches!(self.gathers, Gathers::FirstValues | Gathers::AllValues).then(|| Arc::clone(&values[1]));
                Entries { keys: Arc::clone(&values[0]), values: value, groups: groups.to_vec() }
            }
        };
        self.absorb(&entries)
    }

    fn merge(&mut self, states: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.groups.resize_with(group_count, || None);
        let entries = self.unfold(&states[0], groups)?;
        let Some(lists) = entries.values.as_ref().filter(|_| self.gathers == Gathers::AllValues) else {
            return self.absorb(&entries);
        };
        // Arrays of values become an entry for each value.
        let lists = Lists::new(lists.as_list(), false);
        let of_values = |(entry, group): (usize, &usize)| {
            let group = *group;
            lists.get(entry).into_iter().flatten().map(move |at| (entry as u32, at as u32, group))
        };
        let flat = entries.groups.iter().enumerate().flat_map(of_values).collect::<Vec<_>>();
        let entry_positions = UInt32Array::from_iter_values(flat.iter().map(|(entry, ..)| *entry));
        let value_positions = UInt32Array::from_iter_values(flat.iter().map(|(_, at, _)| *at));
        let keys = take(entries.keys.as_ref(), &entry_positions, None)?;
        let values = Some(take(lists.values().as_ref(), &value_positions, None)?);
        self.absorb(&Entries { keys, values, groups: flat.into_iter().map(|(.., group)| group).collect() })
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        self.emit(emit_to)
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        Ok(vec![self.emit(emit_to)?])
    }

    /// Twice what is held: the answer, or the state that is spilled, is made beside it.
    fn size(&self) -> usize {
        2 * (self.size + self.groups.capacity() * size_of::<Option<Group>>())
    }
}
