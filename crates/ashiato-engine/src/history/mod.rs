//! Event history: every event of the journal, kept as a Delta table that others can read, and looked up newest first.
//!
//! [`History`] is the way in. Events come by [`History::feed`] into the tail in memory and by [`History::flush`] into the
//! table, or by [`History::append`] there at once; either way each is found exactly once. [`History::lookup`] answers
//! over both, newest first, and [`History::follow`] in the journal's order; each tells what is [`Missing`]. Upkeep ([`History::compact`], [`History::expire`], [`History::vacuum`]) runs beside it.
//!
//! One process at a time keeps a history. Others may read its table, by any reader of Delta tables.
//! Knows nothing of the journal, of LookupEvents' shapes and limits, or of who may look.

mod facts;
mod event;
mod columns;
mod order;
mod condition;
mod data_file;
mod missing;
mod log;
mod pending;
mod append;
mod tail;
mod reading;
mod lookup;
mod follow;
mod counts;
mod upkeep;

use std::path::Path;
use std::sync::{Arc, Mutex};

use self::log::Log;
use self::pending::Pending;
use self::reading::Footers;
use self::tail::Tail;
use crate::error::{Error, ErrorKind};

pub use self::append::Appended;
pub use self::condition::{Attribute, Condition};
pub use self::counts::Counts;
pub use self::event::{HistoryEvent, HistoryResource};
pub use self::lookup::{Lookup, PAGE_EVENTS_MAX, Page};
pub use self::missing::Missing;
pub use self::order::Cursor;
pub use self::reading::HistoryReading;
pub use self::tail::TailFill;
pub use self::upkeep::{Compacted, CompactionRules, Expired, Vacuumed};

/// The event history in a folder.
pub struct History {
    log: Log,
    tail: Mutex<Tail>,
    pending: Pending,
    footers: Arc<Footers>,
}

impl History {
    /// Opens the history in a folder, or makes one where the folder is absent or empty.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] for a folder that holds something else, [`ErrorKind::Corrupt`] for a damaged table.
    pub async fn open(folder: &Path) -> Result<History, Error> {
        let log = Log::open(folder).await?;
        Ok(History { log, tail: Mutex::default(), pending: Pending::default(), footers: Arc::default() })
    }

    /// The number up to which the table has every event of the journal; zero before the first.
    pub fn through(&self) -> u64 {
        self.log.state().marks.through
    }
}

/// Runs work that takes the disk or the processor for long.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| Error::new(ErrorKind::Internal, "a task of event history ended early").because(error))
}
