//! The tail: events that the journal has and the table has not yet. They are in memory, and lookups see them there.

use std::collections::VecDeque;
use std::sync::{Arc, PoisonError};

use bytes::Bytes;

use super::History;
use super::append::Appended;
use super::event::HistoryEvent;
use super::facts::{facts, text};
use super::missing::Absent;
use crate::error::{Error, ErrorKind};

/// The bytes of records beyond which the tail takes no more: somebody must flush it.
const TAIL_BYTES_MAX: usize = 256 << 20;

/// What an event costs in memory beside its record.
const EVENT_BYTES: usize = 1024;

/// How full the tail is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TailFill {
    /// Events in it.
    pub events: usize,
    /// What they take in memory, about.
    pub bytes: usize,
}

/// Events in the order of their numbers.
#[derive(Default)]
pub(super) struct Tail {
    events: VecDeque<Arc<HistoryEvent>>,
    bytes: usize,
    /// The number of the last event that was fed, kept or not.
    through: u64,
    /// Records that could not be read, until the next flush tells of them.
    unreadable: Vec<(u64, Error)>,
}

impl Tail {
    fn fill(&self) -> TailFill {
        TailFill { events: self.events.len(), bytes: self.bytes }
    }

    /// Events above a number.
    pub(super) fn above(&self, number: u64) -> Vec<Arc<HistoryEvent>> {
        let first = self.events.partition_point(|event| event.number <= number);
        self.events.range(first..).cloned().collect()
    }

    /// The numbers of the records that could not be read, and that no flush told of yet.
    pub(super) fn unreadable_numbers(&self) -> Vec<u64> {
        self.unreadable.iter().map(|(number, _)| *number).collect()
    }

    /// The number of the last event that was fed.
    pub(super) fn through(&self) -> u64 {
        self.through
    }

    fn forget(&mut self, through: u64) {
        while let Some(event) = self.events.front()
            && event.number <= through
        {
            self.bytes = self.bytes.saturating_sub(cost(event));
            self.events.pop_front();
        }
    }
}

fn cost(event: &HistoryEvent) -> usize {
    event.record.len() + EVENT_BYTES
}

impl History {
    /// Takes the journal's next event: lookups see it from now on. An event that the tail or the table has already is
    /// passed over, so that the journal may be read again from anywhere. A damaged record is kept from lookups, and told
    /// of by the next [`History::flush`].
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`] where the tail is full: flush it, then feed the event again.
    pub fn feed(&self, number: u64, record: Bytes) -> Result<TailFill, Error> {
        let read = text(&record).and_then(facts).map(|facts| HistoryEvent::new(number, facts, record.clone()));
        let reached = self.log.state().marks.through;
        let mut tail = self.tail.lock().unwrap_or_else(PoisonError::into_inner);
        if number <= tail.through.max(reached) {
            return Ok(tail.fill());
        }
        if tail.bytes > TAIL_BYTES_MAX {
            let message = format!("the tail of event history is full: {} bytes wait for a flush", tail.bytes);
            return Err(Error::new(ErrorKind::Unavailable, message));
        }
        tail.through = number;
        match read {
            Ok(event) => {
                tail.bytes += cost(&event);
                tail.events.push_back(Arc::new(event));
            }
            Err(error) => tail.unreadable.push((number, error)),
        }
        Ok(tail.fill())
    }

    /// How full the tail is.
    pub fn fill(&self) -> TailFill {
        self.tail.lock().unwrap_or_else(PoisonError::into_inner).fill()
    }

    /// Takes the journal's next number, which no event has.
    pub fn feed_nothing(&self, number: u64) -> TailFill {
        let mut tail = self.tail.lock().unwrap_or_else(PoisonError::into_inner);
        tail.through = tail.through.max(number);
        tail.fill()
    }

    /// Puts the tail into the table.
    ///
    /// # Errors
    /// Those of [`History::append`]; the tail keeps its events then.
    pub async fn flush(&self) -> Result<Appended, Error> {
        let (events, through, unreadable) = {
            let tail = self.tail.lock().unwrap_or_else(PoisonError::into_inner);
            let events = tail.events.iter().map(|event| (event.number, event.record.clone())).collect();
            (events, tail.through, tail.unreadable_numbers())
        };
        let mut appended = self.append_and_mark(events, through, &Absent { unreadable, lost: 0 }).await?;
        let mut tail = self.tail.lock().unwrap_or_else(PoisonError::into_inner);
        tail.forget(through);
        let (told, waiting) =
            std::mem::take(&mut tail.unreadable).into_iter().partition(|(number, _)| *number <= through);
        tail.unreadable = waiting;
        appended.unreadable.extend::<Vec<_>>(told);
        Ok(appended)
    }
}
