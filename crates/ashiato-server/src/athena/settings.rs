//! What queries may cost.

use std::path::PathBuf;
use std::time::Duration;

/// Limits of queries. Each work group has its own queue.
#[derive(Debug, Clone)]
pub struct QuerySettings {
    /// Which server of those that share a state this is: after a crash it finds its own queries by that.
    pub server: String,
    /// For how long the others hold it to be alive after it was last heard of.
    pub lease: Duration,
    /// Queries that run at once, of all work groups.
    pub running_max: usize,
    /// Queries of one work group that run at once.
    pub running_in_work_group_max: usize,
    /// Queries of one work group that wait; a further one is refused.
    pub queued_in_work_group_max: usize,
    /// Bytes that the sorts, joins, groupings and windows of one query hold before they spill or fail.
    pub memory_bytes_per_query: usize,
    /// Threads that queries run on.
    pub threads: usize,
    /// The folder for what they spill, which is there; the system's for temporary files where not said.
    pub spill_folder: Option<PathBuf>,
}

impl QuerySettings {
    /// Those of so many threads: twice as many queries at once, so that one that waits for its files leaves no core idle.
    pub fn of(threads: usize) -> QuerySettings {
        QuerySettings {
            server: "ashiato".into(),
            lease: Duration::from_secs(60),
            running_max: 2 * threads,
            running_in_work_group_max: 2 * threads,
            queued_in_work_group_max: 1000,
            memory_bytes_per_query: 256 << 20,
            threads,
            spill_folder: None,
        }
    }
}

impl Default for QuerySettings {
    /// As many threads as cores.
    fn default() -> QuerySettings {
        QuerySettings::of(std::thread::available_parallelism().map_or(1, usize::from))
    }
}
