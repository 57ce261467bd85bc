//! A change of the table, as the log says it.

use std::collections::HashMap;
use std::sync::Arc;

use deltalake_core::DeltaTableError;
use deltalake_core::kernel::transaction::TransactionError;
use deltalake_core::kernel::{Action, Add, Remove};
use deltalake_core::protocol::{DeltaOperation, SaveMode};

use super::marks::Marks;
use crate::history::columns::DAY;
use crate::history::data_file::DataFile;

/// A change of the table.
pub(in crate::history) struct Change {
    pub(in crate::history) add: Vec<DataFile>,
    pub(in crate::history) remove: Vec<Arc<DataFile>>,
    /// What the table says of itself after it.
    pub(in crate::history) marks: Marks,
    /// Whether the events of the table change, or only the files that they are in.
    pub(in crate::history) kind: ChangeKind,
}

/// What a change is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::history) enum ChangeKind {
    Append,
    Compaction,
    Expiry,
}

/// What the log is told of it.
pub(super) fn actions(change: &Change) -> Vec<Action> {
    let data_change = change.kind != ChangeKind::Compaction;
    let now = chrono::Utc::now().timestamp_millis();
    let partition = |file: &DataFile| HashMap::from([(DAY.to_owned(), Some(file.day.to_string()))]);
    let removes = change.remove.iter().map(|file| {
        Action::Remove(Remove {
            path: file.path.clone(),
            data_change,
            deletion_timestamp: Some(now),
            extended_file_metadata: Some(true),
            partition_values: Some(partition(file)),
            size: i64::try_from(file.bytes).ok(),
            ..Remove::default()
        })
    });
    let adds = change.add.iter().map(|file| {
        Action::Add(Add {
            path: file.path.clone(),
            partition_values: partition(file),
            size: i64::try_from(file.bytes).unwrap_or(i64::MAX),
            modification_time: now,
            data_change,
            stats: Some(file.statistics()),
            ..Add::default()
        })
    });
    removes.chain(adds).collect()
}

/// What the log calls it.
pub(super) fn operation(kind: ChangeKind) -> DeltaOperation {
    match kind {
        ChangeKind::Append => {
            DeltaOperation::Write { mode: SaveMode::Append, partition_by: Some(vec![DAY.to_owned()]), predicate: None }
        }
        ChangeKind::Compaction => DeltaOperation::Optimize { predicate: None, target_size: 0 },
        ChangeKind::Expiry => DeltaOperation::Delete { predicate: None },
    }
}

/// Whether a commit failed because another one has its version.
pub(super) fn came_second(error: &DeltaTableError) -> bool {
    match error {
        DeltaTableError::VersionAlreadyExists(_) => true,
        DeltaTableError::Transaction { source } => {
            matches!(source, TransactionError::MaxCommitAttempts(_) | TransactionError::VersionAlreadyExists(_))
        }
        _ => false,
    }
}
