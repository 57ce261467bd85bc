//! How many files the process may have open.

/// Allows as many open files as the system lets this process have, where it has fewer now. A query that spills has a
/// file for each batch that waits on disk, a server one for each connection, and many a shell allows 1,024.
///
/// Where it cannot be changed all goes on as it was: what needs more files than there may be says so.
pub(crate) fn allow_many() {
    let _ = rlimit::increase_nofile_limit(u64::MAX);
}
