//! The statements that write: `CREATE TABLE AS`, `INSERT INTO`, `UNLOAD`.
//!
//! Each plans its query, settles where the rows go and in which format ([`Job`](job::Job)), and streams them into
//! files: every stream of the plan into files of its own, one for each partition and bucket that it meets. Files have
//! names that no other file has, so nothing is overwritten; a table or partition is made known only when all its files
//! are there; a statement that fails takes its files away again, which Athena itself does not.

mod create_table_as;
mod insert;
mod unload;
mod options;
mod target;
mod encoding;
mod compression;
mod column_types;
mod coercion;
mod destination;
mod layout;
mod bucket;
pub(crate) mod budget;
mod job;
mod task;
mod upload;
mod cleanup;
mod encoder;

/// What a statement wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The files, ordered by their URIs: what Athena lists in its data manifest.
    pub files: Vec<WrittenFile>,
    /// Rows in all of them.
    pub rows: u64,
    /// Bytes in all of them, as stored.
    pub bytes: u64,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct WrittenFile {
    /// Its place: `s3://bucket/key`.
    pub uri: String,
    /// Its rows.
    pub rows: u64,
    /// Its bytes, as stored.
    pub bytes: u64,
}

#[cfg(test)]
mod tests;
