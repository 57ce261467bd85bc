//! Looking up: the newest events that are asked for, over the tail and the table, page by page.
//!
//! Everything that can hold the next event waits in one heap by the newest place that it can have: a file that is not
//! opened, a row group that is not decoded, an event that was found. What is on top is opened, decoded or taken, so that
//! nothing is read which only holds older events than the page does.

use std::collections::{BinaryHeap, HashMap};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError};

use chrono::NaiveTime;

use super::History;
use super::condition::{Attribute, Condition};
use super::event::HistoryEvent;
use super::log::State;
use super::missing::Missing;
use super::order::{Cursor, Place};
use super::reading::{FileScan, Footers, HistoryReading, Hit, Question, fetch};
use crate::error::{Error, ErrorKind};

/// The events of a page at most: with records of the greatest size that is 256 MB.
pub const PAGE_EVENTS_MAX: usize = 1000;

/// How deep conditions nest at most.
const DEPTH_MAX: usize = 64;

/// What is looked up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lookup {
    /// No event before this, in milliseconds since 1970, UTC.
    pub from: Option<i64>,
    /// No event behind this, in milliseconds since 1970, UTC.
    pub to: Option<i64>,
    /// What must hold of an event.
    pub condition: Option<Condition>,
    /// Only events of this category, such as `Management`.
    pub category: Option<String>,
    /// Only events of this region.
    pub region: Option<String>,
    /// Only events of this account.
    pub account: Option<String>,
    /// Events of a page, 1 to [`PAGE_EVENTS_MAX`].
    pub limit: usize,
    /// Where the page begins: what the page before gave.
    pub cursor: Option<Cursor>,
}

/// Events, newest first, and what they were found in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The events.
    pub events: Vec<HistoryEvent>,
    /// Where the next page begins. A page that is full has one, though there may be nothing behind it.
    pub next: Option<Cursor>,
    /// The oldest and the newest time that was searched, in milliseconds since 1970, UTC. `None`: there are no events
    /// in the range asked for, or none at all.
    pub searched: Option<(i64, i64)>,
    /// Every event of the journal up to this number was searched.
    pub through: u64,
    /// What is known to be missing from the range asked for.
    pub missing: Missing,
    /// What was read.
    pub reading: HistoryReading,
}

impl History {
    /// Looks events up, newest first; among those of one time the one of the greatest number first.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] for a range or a limit that cannot be, [`ErrorKind::Corrupt`] where a file is damaged.
    pub async fn lookup(&self, lookup: &Lookup) -> Result<Page, Error> {
        check_limit(lookup.limit)?;
        let view = self.view();
        let number_max = lookup.cursor.map_or(view.through, |cursor| cursor.number_max);
        let question = question(lookup, number_max)?;
        let limit = lookup.limit;
        let dropped = Dropped::default();
        let stop = Arc::clone(&dropped.0);
        super::blocking(move || page(&view, &question, limit, &stop)).await?
    }

    /// What a lookup sees: the tail first, then the table. An event that moves from one to the other between the two is
    /// in both, and it is the tail's that is passed over.
    pub(super) fn view(&self) -> View {
        let (mut tail, mut unreadable, fed) = {
            let tail = self.tail.lock().unwrap_or_else(PoisonError::into_inner);
            (tail.above(0), tail.unreadable_numbers(), tail.through())
        };
        let state = self.log.state();
        tail.retain(|event| event.number > state.marks.through);
        unreadable.retain(|number| *number > state.marks.through);
        View {
            folder: self.log.folder.clone(),
            footers: Arc::clone(&self.footers),
            through: state.marks.through.max(fed),
            unreadable: state.marks.unreadable + unreadable.len() as u64,
            tail,
            state,
        }
    }
}

/// The history at one moment.
pub(super) struct View {
    pub(super) folder: PathBuf,
    pub(super) footers: Arc<Footers>,
    pub(super) tail: Vec<Arc<HistoryEvent>>,
    pub(super) state: Arc<State>,
    pub(super) through: u64,
    unreadable: u64,
}

impl View {
    /// What is missing from the range that is asked for.
    pub(super) fn missing(&self, question: &Question) -> Missing {
        let marks = &self.state.marks;
        let deleted_before = marks.expired_before.map(|day| day.and_time(NaiveTime::MIN).and_utc().timestamp_millis());
        Missing {
            deleted_before: deleted_before.filter(|before| question.from < *before),
            unreadable: self.unreadable,
            lost: marks.lost,
        }
    }

    /// The oldest and the newest time of all events, cut to the range that is asked for.
    pub(super) fn searched(&self, question: &Question) -> Option<(i64, i64)> {
        let files = self.state.files.iter().map(|file| (file.oldest, file.newest));
        let tail = self.tail.iter().map(|event| (event.event_time, event.event_time));
        let (oldest, newest) = files.chain(tail).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
        let (oldest, newest) = (oldest.max(question.from), newest.min(question.newest()));
        (oldest <= newest).then_some((oldest, newest))
    }
}

/// Whether a page may have so many events.
pub(super) fn check_limit(limit: usize) -> Result<(), Error> {
    if (1..=PAGE_EVENTS_MAX).contains(&limit) {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Invalid, format!("a page has 1 to {PAGE_EVENTS_MAX} events, not {limit}")))
}

/// Tells the threads that read when nobody waits for them any more.
#[derive(Default)]
pub(super) struct Dropped(pub(super) Arc<AtomicBool>);

impl Drop for Dropped {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

pub(super) fn question(lookup: &Lookup, number_max: u64) -> Result<Question, Error> {
    let (from, to) = (lookup.from.unwrap_or(i64::MIN), lookup.to.unwrap_or(i64::MAX));
    if from > to {
        return Err(Error::new(ErrorKind::Invalid, "the range ends before it begins"));
    }
    let mut all: Vec<Condition> = lookup.condition.iter().cloned().collect();
    if all.iter().any(|condition| condition.depth() > DEPTH_MAX) {
        return Err(Error::new(ErrorKind::Invalid, format!("conditions nest deeper than {DEPTH_MAX}")));
    }
    let only = [
        (Attribute::EventCategory, &lookup.category),
        (Attribute::Region, &lookup.region),
        (Attribute::Account, &lookup.account),
    ];
    all.extend(only.into_iter().filter_map(|(attribute, value)| Some(Condition::Equals(attribute, value.clone()?))));
    let condition = Condition::And(all);
    let mut attributes = Vec::new();
    condition.attributes(&mut attributes);
    attributes.sort_unstable_by_key(|attribute| *attribute as usize);
    attributes.dedup();
    let behind = lookup.cursor.map(|cursor| cursor.behind);
    Ok(Question { from, to, behind, number_min: 0, number_max, condition, attributes })
}

/// What waits in the heap. Of two at one place what is not opened comes first: it may hold an event of that very place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Waiting {
    /// The event of a scan that was found.
    Hit(usize),
    /// An event of the tail.
    Tail(usize),
    /// The next row group of a scan.
    Group(usize),
    /// A file of the table.
    File(usize),
}

/// Where an event of the page is.
enum Found {
    Tail(usize),
    Scan(usize, Hit),
}

fn page(view: &View, question: &Question, limit: usize, stop: &AtomicBool) -> Result<Page, Error> {
    let mut reading = HistoryReading { files: view.state.files.len() as u64, ..HistoryReading::default() };
    let mut heap: BinaryHeap<(Place, Waiting)> = BinaryHeap::new();
    for (index, event) in view.tail.iter().enumerate() {
        if question.is_within(event.place()) && question.condition.holds(event.as_ref()) {
            heap.push((event.place(), Waiting::Tail(index)));
        }
    }
    for (index, file) in view.state.files.iter().enumerate() {
        if question.may_be_in(file) {
            heap.push((file.newest_place(), Waiting::File(index)));
        }
    }
    let mut scans: Vec<Option<Scanned>> = Vec::new();
    let mut found: Vec<(Place, Found)> = Vec::with_capacity(limit);
    while found.len() < limit
        && let Some((place, waiting)) = heap.pop()
    {
        if stop.load(Ordering::Relaxed) {
            return Err(Error::new(ErrorKind::Unavailable, "the lookup was given up"));
        }
        let at = match waiting {
            Waiting::Tail(index) => {
                found.push((place, Found::Tail(index)));
                continue;
            }
            Waiting::File(index) => {
                let file = &view.state.files[index];
                let Some(scan) = FileScan::open(&view.folder, file, &view.footers, question, &mut reading)? else {
                    continue;
                };
                scans.push(Some(Scanned { scan, hit: None, hits: 0 }));
                scans.len() - 1
            }
            Waiting::Group(at) | Waiting::Hit(at) => at,
        };
        let Some(scanned) = &mut scans[at] else { continue };
        if let (Waiting::Hit(_), Some(hit)) = (waiting, scanned.hit.take()) {
            scanned.hits += 1;
            found.push((place, Found::Scan(at, hit)));
        }
        if let Waiting::Group(_) = waiting {
            scanned.scan.begin_group(question, &mut reading)?;
        }
        scanned.hit = scanned.scan.next_hit(question, &mut reading)?;
        let next = match (scanned.hit, scanned.scan.next_group()) {
            (Some(hit), _) => Some((hit.place, Waiting::Hit(at))),
            (None, Some(newest)) => Some((newest, Waiting::Group(at))),
            (None, None) => None,
        };
        heap.extend(next);
        if next.is_none() && scanned.hits == 0 {
            // Closed at once: a question about what is rare opens every file.
            scans[at] = None;
        }
    }
    finish(view, question, limit, &scans, found, reading)
}

/// A file that is read, the event of it that waits, and how many of it are in the page.
struct Scanned {
    scan: FileScan,
    hit: Option<Hit>,
    hits: usize,
}

fn finish(
    view: &View,
    question: &Question,
    limit: usize,
    scans: &[Option<Scanned>],
    found: Vec<(Place, Found)>,
    mut reading: HistoryReading,
) -> Result<Page, Error> {
    let last = found.last().map(|(place, _)| *place).filter(|_| found.len() == limit);
    let mut events: Vec<Option<HistoryEvent>> = vec![None; found.len()];
    let mut by_scan: HashMap<usize, Vec<(usize, Hit)>> = HashMap::new();
    for (index, (_, from)) in found.into_iter().enumerate() {
        match from {
            Found::Tail(at) => events[index] = Some(view.tail[at].as_ref().clone()),
            Found::Scan(at, hit) => by_scan.entry(at).or_default().push((index, hit)),
        }
    }
    for (at, hits) in by_scan {
        let Some(scanned) = &scans[at] else { continue };
        for (index, event) in fetch(&scanned.scan, &hits, &mut reading)? {
            events[index] = Some(event);
        }
    }
    let searched =
        view.searched(question).map(|(oldest, newest)| (last.map_or(oldest, |last| last.event_time), newest));
    Ok(Page {
        events: events.into_iter().flatten().collect(),
        next: last.map(|behind| Cursor { behind, number_max: question.number_max }),
        searched,
        through: question.number_max,
        missing: view.missing(question),
        reading,
    })
}
