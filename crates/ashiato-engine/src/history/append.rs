//! Appending: events of the journal become files of their days and one commit, exactly once.

use std::collections::BTreeMap;
use std::path::Path;

use bytes::Bytes;
use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

use super::History;
use super::columns::{DAY, Rows};
use super::data_file::{DataFile, DataFileWriter};
use super::facts::{Facts, facts, text};
use super::log::{Change, ChangeKind, Marks};
use super::missing::Absent;
use super::order::Place;
use super::pending::Pending;
use crate::error::{Error, ErrorKind};

/// Rows that are made ready at a time.
const BATCH_ROWS: usize = 1024;

/// What an append did.
#[derive(Debug, Default)]
pub struct Appended {
    /// Events that are in the table now and were not before.
    pub events: u64,
    /// Files that they are in.
    pub files: u64,
    /// Events that cannot be kept, by number, and why: their records are damaged. The table is through them all the same.
    pub unreadable: Vec<(u64, Error)>,
}

/// An event and what is known of it.
struct Row<'a> {
    place: Place,
    facts: Facts<'a>,
    record: &'a str,
}

impl History {
    /// Puts events of the journal into the table, which is through the number `through` afterwards. What it is through
    /// already is passed over, so that appending again changes nothing. The events are on the disk when this returns.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] for an event whose number is above `through`, [`ErrorKind::Unavailable`] where the disk
    /// fails: then append again.
    pub async fn append(&self, events: Vec<(u64, Bytes)>, through: u64) -> Result<Appended, Error> {
        self.append_and_mark(events, through, &Absent::default()).await
    }

    /// The same, with what of the journal cannot be among the events.
    pub(super) async fn append_and_mark(
        &self,
        events: Vec<(u64, Bytes)>,
        through: u64,
        absent: &Absent,
    ) -> Result<Appended, Error> {
        if let Some((number, _)) = events.iter().find(|(number, _)| *number > through) {
            return Err(Error::new(
                ErrorKind::Invalid,
                format!("event {number} is above {through}, where the append ends"),
            ));
        }
        let mut events = events;
        loop {
            let reached = self.log.state().marks.through;
            if reached >= through {
                return Ok(Appended::default());
            }
            events.retain(|(number, _)| *number > reached);
            let (folder, pending, given) = (self.log.folder.clone(), self.pending.clone(), std::mem::take(&mut events));
            let work = move || {
                let written = write(&folder, &pending, reached, &given);
                (written, given)
            };
            let (written, given) = super::blocking(work).await?;
            events = given;
            let Files { files, mut appended, mut guard } = written?;
            guard.committing();
            let committed = self
                .log
                .commit(|state| {
                    // Somebody else appended meanwhile: these files hold events that the table has now.
                    let is_as_it_was = state.marks.through == reached;
                    let unreadable = appended.unreadable.len() + absent.unreadable_above(reached);
                    Ok(is_as_it_was.then(|| Change {
                        add: files.clone(),
                        remove: Vec::new(),
                        marks: Marks {
                            through,
                            unreadable: state.marks.unreadable + unreadable as u64,
                            lost: state.marks.lost + absent.lost,
                            ..state.marks
                        },
                        kind: ChangeKind::Append,
                    }))
                })
                .await;
            let committed = match committed {
                Ok(committed) => committed,
                Err(error) => {
                    // What surely is not the table's goes, or each attempt would leave its files on a disk that is full.
                    if self.log.refresh().await.is_ok() && self.log.state().marks.through == reached {
                        guard.refused();
                    }
                    return Err(error);
                }
            };
            if committed.is_some() {
                guard.committed();
                appended.files = files.len() as u64;
                return Ok(appended);
            }
            guard.refused();
        }
    }
}

/// Files that were written, and the promise that they are deleted unless they are committed.
struct Files {
    files: Vec<DataFile>,
    appended: Appended,
    guard: super::pending::Guard,
}

fn write(folder: &Path, pending: &Pending, reached: u64, events: &[(u64, Bytes)]) -> Result<Files, Error> {
    let mut appended = Appended::default();
    let mut days: BTreeMap<NaiveDate, Vec<Row<'_>>> = BTreeMap::new();
    for (number, record) in events {
        match row(*number, record) {
            Ok((day, row)) => days.entry(day).or_default().push(row),
            Err(error) => appended.unreadable.push((*number, error)),
        }
    }
    let mut guard = pending.guard(folder);
    let mut files = Vec::new();
    for (day, mut rows) in days {
        rows.sort_unstable_by_key(|row| std::cmp::Reverse(row.place));
        rows.dedup_by_key(|row| row.place);
        appended.events += rows.len() as u64;
        let path = format!("{DAY}={day}/{reached:020}-{}.parquet", Uuid::new_v4());
        guard.add(&path);
        let mut writer = DataFileWriter::create(folder, path, day)?;
        for some in rows.chunks(BATCH_ROWS) {
            let mut batch = Rows::new();
            for Row { place, facts, record } in some {
                batch.push(i64::try_from(place.number).unwrap_or(i64::MAX), facts, record);
            }
            writer.write(&batch.finish()?)?;
        }
        files.push(writer.finish()?);
    }
    Ok(Files { files, appended, guard })
}

fn row(number: u64, record: &Bytes) -> Result<(NaiveDate, Row<'_>), Error> {
    let record = text(record)?;
    let facts = facts(record)?;
    let time = DateTime::from_timestamp_millis(facts.event_time)
        .ok_or_else(|| Error::new(ErrorKind::Corrupt, "eventTime is beyond all calendars"))?;
    if i64::try_from(number).is_err() {
        return Err(Error::new(ErrorKind::Invalid, format!("event number {number} is beyond the table's")));
    }
    Ok((time.date_naive(), Row { place: Place { event_time: facts.event_time, number }, facts, record }))
}
