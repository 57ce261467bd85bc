//! Following: events in the journal's order from a number on, so that one which came late is not passed over because its
//! time is earlier than that of one which was seen.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::History;
use super::event::HistoryEvent;
use super::lookup::{Dropped, Lookup, Page, View, check_limit, question};
use super::reading::{FileScan, HistoryReading, Hit, Question, fetch};
use crate::error::{Error, ErrorKind};

impl History {
    /// The first events above a number that a lookup asks for, the lowest number first, whatever the lookup's cursor.
    /// [`Page::through`] is the number to go on from: of the last event where the page is full, of all that there was to
    /// search where it is not.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] for a number that the history has not come to, and for a range or a limit that cannot be;
    /// [`ErrorKind::Corrupt`] where a file is damaged.
    pub async fn follow(&self, lookup: &Lookup, above: u64) -> Result<Page, Error> {
        check_limit(lookup.limit)?;
        let view = self.view();
        if above > view.through {
            let message = format!("event history has come to the number {} and not to {above}", view.through);
            return Err(Error::new(ErrorKind::Invalid, message));
        }
        let question = Question { number_min: above + 1, behind: None, ..question(lookup, view.through)? };
        let limit = lookup.limit;
        let dropped = Dropped::default();
        let stop = Arc::clone(&dropped.0);
        super::blocking(move || page(&view, &question, limit, &stop)).await?
    }
}

/// The first events of the table, by number: the scan that they were found by, and where.
type First = BTreeMap<u64, (usize, Hit)>;

fn page(view: &View, question: &Question, limit: usize, stop: &AtomicBool) -> Result<Page, Error> {
    let mut reading = HistoryReading { files: view.state.files.len() as u64, ..HistoryReading::default() };
    let mut events = of_table(view, question, limit, stop, &mut reading)?;
    // All that the tail has came after all that the table has.
    let is_asked = |event: &HistoryEvent| question.is_within(event.place()) && question.condition.holds(event);
    let tail = view.tail.iter().filter(|event| is_asked(event));
    let room = limit - events.len();
    events.extend(tail.take(room).map(|event| event.as_ref().clone()));
    let last = events.last().filter(|_| events.len() == limit);
    Ok(Page {
        next: None,
        searched: view.searched(question),
        through: last.map_or(question.number_max, |last| last.number),
        missing: view.missing(question),
        reading,
        events,
    })
}

fn of_table(
    view: &View,
    question: &Question,
    limit: usize,
    stop: &AtomicBool,
    reading: &mut HistoryReading,
) -> Result<Vec<HistoryEvent>, Error> {
    let mut files: Vec<_> = view.state.files.iter().filter(|file| question.may_be_in(file)).collect();
    files.sort_unstable_by_key(|file| file.number_min);
    let mut scans: Vec<FileScan> = Vec::new();
    let mut first = First::new();
    for file in files {
        let is_enough = first.len() == limit && first.last_key_value().is_some_and(|(last, _)| *last < file.number_min);
        if is_enough {
            break;
        }
        let Some(mut scan) = FileScan::open(&view.folder, file, &view.footers, question, reading)? else { continue };
        let index = scans.len();
        while scan.next_group().is_some() {
            if stop.load(Ordering::Relaxed) {
                return Err(Error::new(ErrorKind::Unavailable, "the lookup was given up"));
            }
            scan.begin_group(question, reading)?;
            while let Some(hit) = scan.next_hit(question, reading)? {
                first.insert(hit.place.number, (index, hit));
                if first.len() > limit {
                    first.pop_last();
                }
            }
        }
        // Closed at once where nothing of it is among the first.
        if first.values().any(|(found_by, _)| *found_by == index) {
            scans.push(scan);
        }
    }
    read(&scans, first, reading)
}

/// The events whole.
fn read(scans: &[FileScan], first: First, reading: &mut HistoryReading) -> Result<Vec<HistoryEvent>, Error> {
    let mut events: Vec<Option<HistoryEvent>> = vec![None; first.len()];
    let mut by_scan: BTreeMap<usize, Vec<(usize, Hit)>> = BTreeMap::new();
    for (index, (scan, hit)) in first.into_values().enumerate() {
        by_scan.entry(scan).or_default().push((index, hit));
    }
    for (scan, hits) in by_scan {
        for (index, event) in fetch(&scans[scan], &hits, reading)? {
            events[index] = Some(event);
        }
    }
    Ok(events.into_iter().flatten().collect())
}
