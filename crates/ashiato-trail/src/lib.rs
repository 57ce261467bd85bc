//! What makes trails of events: the journal that every call is written to before it is answered, selectors, the files
//! of a trail and the signed digests over them, and the proof that they are whole. Beside them what log groups need:
//! filter patterns, and the events on the disk.
//!
//! Knows nothing of SQL, HTTP or AWS's request shapes. Files come from a [`validate::Tree`]; journals and log events
//! have a folder each.

pub mod digest;
pub mod error;
mod hex;
pub mod journal;
pub mod selectors;
pub mod filter_pattern;
pub mod log_events;
pub mod log_file;
pub mod place;
pub mod signing;
pub mod time;
pub mod validate;
