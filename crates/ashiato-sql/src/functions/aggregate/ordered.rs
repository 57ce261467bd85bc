//! ORDER BY within a call: each group's rows kept until the end, then sorted, and the aggregate over them.
//!
//! Sorted input would not do: states of several partitions are merged in no order.

use super::definition::GroupStates;
use super::row_bytes::RowBytes;
use crate::functions::array::element_types::{array_of, row_of};
use crate::functions::array::lists::{Lists, Picked, rows_of};
use arrow::array::{ArrayRef, AsArray, UInt32Array};
use arrow::compute::{SortOptions, take};
use arrow::datatypes::DataType;
use arrow::row::{RowConverter, SortField};
use datafusion::error::Result;
use datafusion::logical_expr::EmitTo;
use std::sync::Arc;

type Factory = fn(&[DataType]) -> Result<Box<dyn GroupStates>>;

pub(super) struct Ordered {
    factory: Factory,
    argument_types: Vec<DataType>,
    row_type: DataType,
    rows: RowBytes,
    order: RowConverter,
    groups: Vec<Vec<Row>>,
    size: usize,
}

/// A row of arguments and of what they are ordered by.
struct Row {
    order: Box<[u8]>,
    columns: Box<[u8]>,
}

impl Row {
    fn size(&self) -> usize {
        // Two allocations, each with what it takes beside, in a vector that is on average a quarter empty.
        size_of::<Row>() * 4 / 3 + 16 + self.order.len() + self.columns.len()
    }
}

/// What each row is ordered by.
pub(super) type Ordering = Vec<(DataType, SortOptions)>;

fn row_type(argument_types: &[DataType], ordering: impl Iterator<Item = DataType>) -> DataType {
    row_of(argument_types.iter().cloned().chain(ordering))
}

impl Ordered {
    pub(super) fn new(factory: Factory, argument_types: &[DataType], ordering: &Ordering) -> Result<Ordered> {
        let row_type = row_type(argument_types, ordering.iter().map(|(data_type, _)| data_type.clone()));
        let fields = ordering.iter().map(|(of, options)| SortField::new_with_options(of.clone(), *options));
        Ok(Ordered {
            factory,
            argument_types: argument_types.to_vec(),
            rows: RowBytes::new(&row_type)?,
            row_type,
            order: RowConverter::new(fields.collect())?,
            groups: Vec::new(),
            size: 0,
        })
    }

    /// The type of the one column of a state.
    pub(super) fn state_type(argument_types: &[DataType], ordering: impl Iterator<Item = DataType>) -> DataType {
        array_of(row_type(argument_types, ordering))
    }

    fn add(&mut self, columns: &[ArrayRef], groups: &[usize]) -> Result<()> {
        let order = self.order.convert_columns(&columns[self.argument_types.len()..])?;
        let rows = self.rows.rows(&rows_of(columns.to_vec(), &self.row_type)?)?;
        for (at, group) in groups.iter().enumerate() {
            let row = Row { order: order.row(at).as_ref().into(), columns: rows.row(at).as_ref().into() };
            self.size += row.size();
            self.groups[*group].push(row);
        }
        Ok(())
    }

    fn emit(&mut self, emit_to: EmitTo) -> Vec<Vec<Row>> {
        let groups = emit_to.take_needed(&mut self.groups);
        self.size -= groups.iter().flatten().map(Row::size).sum::<usize>();
        groups
    }
}

impl GroupStates for Ordered {
    fn update(&mut self, values: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.groups.resize_with(group_count, Vec::new);
        self.add(values, groups)
    }

    fn merge(&mut self, states: &[ArrayRef], groups: &[usize], group_count: usize) -> Result<()> {
        self.groups.resize_with(group_count, Vec::new);
        let lists = Lists::new(states[0].as_list(), false);
        let of_state = |(row, group): (usize, &usize)| {
            let group = *group;
            lists.get(row).into_iter().flatten().map(move |at| (at as u32, group))
        };
        let (positions, groups): (Vec<_>, Vec<_>) = groups.iter().enumerate().flat_map(of_state).unzip();
        let rows = take(lists.values().as_ref(), &UInt32Array::from(positions), None)?;
        self.add(rows.as_struct().columns(), &groups)
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        let mut groups = self.emit(emit_to);
        groups.iter_mut().for_each(|rows| rows.sort_by(|a, b| a.order.cmp(&b.order)));
        let rows = self.rows.column(groups.iter().flatten().map(|row| &*row.columns))?;
        let of_rows = groups.iter().enumerate().flat_map(|(group, rows)| rows.iter().map(move |_| group));
        let columns = rows.as_struct().columns().iter().take(self.argument_types.len()).map(Arc::clone);
        let mut states = (self.factory)(&self.argument_types)?;
        states.update(&columns.collect::<Vec<_>>(), &of_rows.collect::<Vec<_>>(), groups.len())?;
        states.evaluate(EmitTo::All)
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        let groups = self.emit(emit_to);
        let rows = self.rows.column(groups.iter().flatten().map(|row| &*row.columns))?;
        let mut picked = Picked::new(groups.len());
        let mut first = 0;
        for group in &groups {
            picked.extend(first..first + group.len());
            first += group.len();
            picked.close()?;
        }
        Ok(vec![picked.finish(&rows, &array_of(self.row_type.clone()))?])
    }

    /// Twice what is held: the rows are sorted and taken apart beside it.
    fn size(&self) -> usize {
        2 * (self.size + self.groups.capacity() * size_of::<Vec<Row>>())
    }
}
