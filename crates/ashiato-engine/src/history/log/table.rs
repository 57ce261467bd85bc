//! The table in its folder: made where there is none, and refused where it is another.

use std::path::{Path, PathBuf};

use deltalake_core::logstore::LogStoreRef;
use deltalake_core::operations::create::CreateBuilder;
use deltalake_core::protocol::SaveMode;
use deltalake_core::table::state::DeltaTableState;
use deltalake_core::{DeltaTable, DeltaTableError};

use crate::error::{Error, ErrorKind};
use crate::history::columns::{DAY, delta_columns};

/// Commits between checkpoints: a new process reads at most so many small files beside the checkpoint.
const CHECKPOINT_INTERVAL: &str = "50";

/// The folder's absolute path, once it is there and holds nothing but a table.
pub(super) fn prepare(folder: &Path) -> Result<PathBuf, Error> {
    let unusable = |error: std::io::Error| {
        Error::new(ErrorKind::Invalid, format!("'{}' cannot be the folder of event history", folder.display()))
            .because(error)
    };
    std::fs::create_dir_all(folder).map_err(unusable)?;
    let folder = folder.canonicalize().map_err(unusable)?;
    let is_table = folder.join("_delta_log").is_dir();
    if !is_table && let Some(stranger) = std::fs::read_dir(&folder).map_err(unusable)?.flatten().next() {
        let message = format!(
            "'{}' is no folder of event history: it holds '{}' and no _delta_log",
            folder.display(),
            stranger.file_name().to_string_lossy()
        );
        return Err(Error::new(ErrorKind::Invalid, message));
    }
    Ok(folder)
}

/// Makes the table.
pub(super) async fn create(store: LogStoreRef) -> Result<DeltaTable, DeltaTableError> {
    CreateBuilder::new()
        .with_log_store(store)
        // Whoever made it first, it is the same table.
        .with_save_mode(SaveMode::Ignore)
        .with_table_name("event_history")
        .with_columns(delta_columns())
        .with_partition_columns([DAY])
        .with_configuration([
            ("delta.checkpointInterval".to_owned(), Some(CHECKPOINT_INTERVAL.to_owned())),
            ("delta.logRetentionDuration".to_owned(), Some("interval 2 days".to_owned())),
            ("delta.deletedFileRetentionDuration".to_owned(), Some("interval 2 days".to_owned())),
        ])
        .await
}

/// Refuses a table with other columns.
pub(super) fn check_schema(folder: &Path, delta: &DeltaTableState) -> Result<(), Error> {
    let schema = delta.schema();
    let expected = delta_columns();
    let same = schema.fields().count() == expected.len()
        && schema
            .fields()
            .zip(&expected)
            .all(|(is, ought)| is.name() == ought.name() && is.data_type() == ought.data_type());
    let is_by_day = delta.metadata().partition_columns() == [DAY];
    if same && is_by_day {
        return Ok(());
    }
    let message =
        format!("the Delta table in '{}' is not one of event history: its columns are others", folder.display());
    Err(Error::new(ErrorKind::Invalid, message))
}
