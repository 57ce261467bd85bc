//! What the answers of a window's aggregates may take.
//!
//! DataFusion counts the states of aggregates, but not the answers that a window asks of them for each of its rows: with
//! an array that grows by a row, they take the square of the rows. So whoever runs a window gives it a budget while it
//! works, and the aggregates charge it with each answer before they give it away.

use arrow::array::{Array, AsArray};
use arrow::datatypes::DataType;
use datafusion::common::ScalarValue;
use datafusion::error::Result;
use datafusion::execution::memory_pool::MemoryReservation;
use std::cell::RefCell;
use std::sync::{Arc, Mutex, MutexGuard};

/// What one window may hold: its rows that wait, and the answers for them.
#[derive(Debug)]
pub struct Budget(Mutex<MemoryReservation>);

impl Budget {
    /// A budget of what this reservation can get.
    pub fn new(reservation: MemoryReservation) -> Arc<Budget> {
        Arc::new(Budget(Mutex::new(reservation)))
    }

    /// Takes bytes.
    ///
    /// # Errors
    /// `ResourcesExhausted` where the session has no more.
    pub fn charge(&self, bytes: usize) -> Result<()> {
        self.reservation().try_grow(bytes)
    }

    /// Gives bytes back, as far as there are some.
    pub fn release(&self, bytes: usize) {
        let reservation = self.reservation();
        reservation.shrink(bytes.min(reservation.size()));
    }

    fn reservation(&self) -> MutexGuard<'_, MemoryReservation> {
        self.0.lock().expect("no thread panics while it counts bytes")
    }
}

thread_local! {
    static CURRENT: RefCell<Option<Arc<Budget>>> = const { RefCell::new(None) };
}

/// Puts back what was there before, also where the work panics.
struct Restore(Option<Arc<Budget>>);

impl Drop for Restore {
    fn drop(&mut self) {
        CURRENT.replace(self.0.take());
    }
}

/// Does some work of a window with its budget; `None` for work that is not the window's own.
pub fn within<T>(budget: Option<Arc<Budget>>, work: impl FnOnce() -> T) -> T {
    let _restore = Restore(CURRENT.replace(budget));
    work()
}

/// The budget of the window that works on this thread.
pub fn current() -> Option<Arc<Budget>> {
    CURRENT.with_borrow(Clone::clone)
}

/// A window holds its rows as they came and once more side by side, and an answer as a value and in a column.
const COPIES: usize = 2;

/// What the rows of an array take in a window.
///
/// # Errors
/// Those of Arrow, for a type without a known layout.
pub fn held_bytes(array: &dyn Array) -> Result<usize> {
    Ok(COPIES * row_bytes(array)?)
}

/// Charges the window at work, if there is one, with an aggregate's answer for so many rows: each gets a copy.
pub(crate) fn charge_answer(answer: &ScalarValue, rows: usize) -> Result<()> {
    let Some(budget) = current() else { return Ok(()) };
    if !is_charged(&answer.data_type()) {
        return Ok(());
    }
    budget.charge(held_bytes(answer.to_array()?.as_ref())?.saturating_mul(rows.max(1)))
}

/// Whether answers of the type are charged: those that have no fixed width.
pub fn is_charged(data_type: &DataType) -> bool {
    data_type.primitive_width().is_none() && !matches!(data_type, DataType::Boolean | DataType::Null)
}

/// The rows alone: buffers may be shared by many arrays, of which each shows a few rows.
fn row_bytes(array: &dyn Array) -> Result<usize> {
    let rows = array.len();
    Ok(match array.data_type() {
        DataType::Utf8View => rows * size_of::<u128>() + array.as_string_view().total_buffer_bytes_used(),
        DataType::BinaryView => rows * size_of::<u128>() + array.as_binary_view().total_buffer_bytes_used(),
        DataType::List(_) => {
            let lists = array.as_list::<i32>();
            rows * size_of::<i32>() + part_bytes(lists.values().as_ref(), lists.value_offsets())?
        }
        DataType::Map(_, _) => {
            let maps = array.as_map();
            rows * size_of::<i32>() + part_bytes(maps.entries(), maps.value_offsets())?
        }
        DataType::Struct(_) => array.as_struct().columns().iter().map(|column| row_bytes(column)).sum::<Result<_>>()?,
        _ => array.to_data().get_slice_memory_size()?,
    })
}

fn part_bytes(values: &dyn Array, offsets: &[i32]) -> Result<usize> {
    let (Some(first), Some(last)) = (offsets.first(), offsets.last()) else { return Ok(0) };
    row_bytes(values.slice(*first as usize, (last - first) as usize).as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow::array::{ListArray, types::Int64Type};
    use datafusion::execution::memory_pool::{GreedyMemoryPool, MemoryConsumer, MemoryPool};

    #[test]
    fn answers_are_charged_for_each_row_and_only_within_a_window() {
        let pool: Arc<dyn MemoryPool> = Arc::new(GreedyMemoryPool::new(10_000));
        let budget = Budget::new(MemoryConsumer::new("window").register(&pool));
        let list = ListArray::from_iter_primitive::<Int64Type, _, _>([Some((0..100).map(Some))]);
        let answer = ScalarValue::List(Arc::new(list));
        let charge = |rows| within(Some(Arc::clone(&budget)), || charge_answer(&answer, rows));

        charge_answer(&answer, 1_000_000).expect("there is no window");
        assert_eq!(pool.reserved(), 0);
        charge(2).expect("there is room");
        let two = pool.reserved();
        assert!((3_200..4_000).contains(&two), "{two}");
        within(Some(Arc::clone(&budget)), || within(None, || charge_answer(&answer, 100))).expect("not the window's");
        assert_eq!(pool.reserved(), two);
        charge(100).expect_err("there is no room");
        budget.release(usize::MAX);
        assert_eq!(pool.reserved(), 0);
    }
}
