//! Compaction: the small files of a day become one, in one commit that changes no event.
//!
//! The day that goes on gets a file with every flush. Files are merged with those of about their size, so that an event
//! is rewritten as often as its day doubles and not with every flush.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use super::super::columns::DAY;
use super::super::data_file::DataFile;
use super::super::log::{Change, ChangeKind, State};
use super::super::{History, blocking};
use super::merge::merge;
use crate::error::Error;

/// Files that are merged at a time: each is open and has some rows in memory.
const FILES_MAX: usize = 32;

/// When files are merged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompactionRules {
    /// Rows of a file at most; one that has half of it is left as it is.
    pub rows_max: u64,
    /// Small files of a day from which on they are merged while it may still grow.
    pub files_min: usize,
    /// Days before this one are over: what is left of small files in them is merged.
    pub today: NaiveDate,
}

impl CompactionRules {
    /// The rules that a server goes by, on a day.
    pub fn on(today: NaiveDate) -> CompactionRules {
        CompactionRules { rows_max: 262_144, files_min: 8, today }
    }
}

/// What a compaction did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Compacted {
    /// Files that are not of the table any more.
    pub removed: u64,
    /// Files that hold their events now.
    pub added: u64,
    /// Events that were rewritten.
    pub events: u64,
}

impl History {
    /// Merges small files until there is nothing to merge. What another change takes away meanwhile is left to it.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Unavailable`] where the disk fails, [`crate::ErrorKind::Corrupt`] where a file is damaged; the
    /// table is as it was before that merge.
    pub async fn compact(&self, rules: &CompactionRules) -> Result<Compacted, Error> {
        let mut compacted = Compacted::default();
        loop {
            // Held until the merge is done: vacuum leaves its files alone as long.
            let state = self.log.state();
            let Some((day, inputs)) = choose(&state, rules) else { return Ok(compacted) };
            let (folder, files) = (self.log.folder.clone(), inputs.clone());
            let path = format!("{DAY}={day}/merged-{}.parquet", Uuid::new_v4());
            let mut guard = self.pending.guard(&folder);
            guard.add(&path);
            let output = blocking(move || merge(&folder, &files, path, day)).await??;
            guard.committing();
            let committed = self.log.commit(|state| Ok(change(state, &inputs, &output))).await?;
            if committed.is_none() {
                guard.refused();
                continue;
            }
            guard.committed();
            compacted.removed += inputs.len() as u64;
            compacted.added += 1;
            compacted.events += output.rows;
        }
    }
}

/// The merge, if all that went into it is still of the table.
fn change(state: &State, inputs: &[Arc<DataFile>], output: &DataFile) -> Option<Change> {
    let is_there = |input: &Arc<DataFile>| state.files.iter().any(|file| file.path == input.path);
    inputs.iter().all(is_there).then(|| Change {
        add: vec![output.clone()],
        remove: inputs.to_vec(),
        marks: state.marks,
        kind: ChangeKind::Compaction,
    })
}

/// The files to merge next, all of one day.
fn choose(state: &State, rules: &CompactionRules) -> Option<(NaiveDate, Vec<Arc<DataFile>>)> {
    let mut days: BTreeMap<NaiveDate, Vec<&Arc<DataFile>>> = BTreeMap::new();
    for file in state.files.iter().filter(|file| file.rows < rules.rows_max / 2) {
        days.entry(file.day).or_default().push(file);
    }
    days.into_iter().find_map(|(day, mut small)| {
        let is_over = day < rules.today;
        small.sort_by_key(|file| file.rows);
        let mut chosen: Vec<Arc<DataFile>> = Vec::new();
        let mut rows = 0;
        for file in small {
            let is_much_larger = chosen.len() > 1 && file.rows > rows;
            if chosen.len() == FILES_MAX || rows + file.rows > rules.rows_max || (is_much_larger && !is_over) {
                break;
            }
            rows += file.rows;
            chosen.push(Arc::clone(file));
        }
        let enough = if is_over { 2 } else { rules.files_min.max(2) };
        (chosen.len() >= enough).then_some((day, chosen))
    })
}
