//! How often each value of an attribute occurs, for whoever picks one.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::History;
use super::condition::{Attribute, Values};
use super::data_file::Places;
use super::event::HistoryEvent;
use super::lookup::{Dropped, Lookup, View, question};
use super::reading::{FileScan, HistoryReading, Question, RowValues};
use crate::error::{Error, ErrorKind};

/// Values that are told apart; an attribute such as the event's id has as many as there are events.
const VALUES_MAX: usize = 100_000;

/// The values of an attribute.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Each value and the events that have it: the most frequent first, and those of one count in the order of their text.
    pub values: Vec<(String, u64)>,
    /// Occurrences of values that are not among them.
    pub others: u64,
    /// Events of the range.
    pub events: u64,
    /// The oldest and the newest time that was searched, as [`super::Page::searched`] tells it.
    pub searched: Option<(i64, i64)>,
    /// What was read.
    pub reading: HistoryReading,
}

impl History {
    /// Counts the values of an attribute among the events between two times, both inclusive, in milliseconds since 1970,
    /// UTC. Of the values the `limit` most frequent are answered.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] for a range that cannot be, [`ErrorKind::Corrupt`] where a file is damaged.
    pub async fn counts(&self, attribute: Attribute, from: i64, to: i64, limit: usize) -> Result<Counts, Error> {
        let lookup = Lookup { from: Some(from), to: Some(to), ..Lookup::default() };
        self.counts_of(attribute, &lookup, limit).await
    }

    /// The same among the events that a lookup finds, whatever its limit and cursor.
    ///
    /// # Errors
    /// Those of [`History::counts`].
    pub async fn counts_of(&self, attribute: Attribute, lookup: &Lookup, limit: usize) -> Result<Counts, Error> {
        let view = self.view();
        let mut question = question(lookup, view.through)?;
        question.behind = None;
        if !question.attributes.contains(&attribute) {
            question.attributes.push(attribute);
            question.attributes.sort_unstable_by_key(|attribute| *attribute as usize);
        }
        let dropped = Dropped::default();
        let stop = Arc::clone(&dropped.0);
        super::blocking(move || count(&view, &question, attribute, limit, &stop)).await?
    }
}

fn count(
    view: &View,
    question: &Question,
    attribute: Attribute,
    limit: usize,
    stop: &AtomicBool,
) -> Result<Counts, Error> {
    let mut counter = Counter::default();
    let mut reading = HistoryReading { files: view.state.files.len() as u64, ..HistoryReading::default() };
    let is_asked =
        |event: &&Arc<HistoryEvent>| question.is_within(event.place()) && question.condition.holds(event.as_ref());
    for event in view.tail.iter().filter(is_asked) {
        counter.add(attribute, event.as_ref());
    }
    for file in &view.state.files {
        if !question.may_be_in(file) {
            continue;
        }
        let Some(mut scan) = FileScan::open(&view.folder, file, &view.footers, question, &mut reading)? else {
            continue;
        };
        while scan.next_group().is_some() {
            if stop.load(Ordering::Relaxed) {
                return Err(Error::new(ErrorKind::Unavailable, "the count was given up"));
            }
            scan.begin_group(question, &mut reading)?;
            while let Some(batch) = scan.next_rows(&mut reading)? {
                let Some(places) = Places::of(&batch) else { continue };
                let mut values = RowValues::of(&batch, &question.attributes);
                for row in (0..batch.num_rows()).filter(|row| question.is_within(places.at(*row))) {
                    let values = values.at(row);
                    if question.condition.holds(values) {
                        counter.add(attribute, values);
                    }
                }
            }
        }
    }
    Ok(Counts { searched: view.searched(question), ..counter.finish(limit, reading) })
}

#[derive(Default)]
struct Counter {
    counts: HashMap<String, u64>,
    others: u64,
    events: u64,
}

impl Counter {
    fn add(&mut self, attribute: Attribute, values: &impl Values) {
        self.events += 1;
        values.any(attribute, &mut |value| {
            if let Some(count) = self.counts.get_mut(value) {
                *count += 1;
            } else if self.counts.len() < VALUES_MAX {
                self.counts.insert(value.to_owned(), 1);
            } else {
                self.others += 1;
            }
            // No value is the one that was looked for: all of them are seen.
            false
        });
    }

    fn finish(self, limit: usize, reading: HistoryReading) -> Counts {
        let mut values: Vec<_> = self.counts.into_iter().collect();
        values.sort_unstable_by(|(a, more), (b, less)| less.cmp(more).then_with(|| a.cmp(b)));
        let left_out: u64 = values.get(limit..).unwrap_or_default().iter().map(|(_, count)| count).sum();
        values.truncate(limit);
        Counts { values, others: self.others + left_out, events: self.events, searched: None, reading }
    }
}
