//! Upkeep of the table beside appends and lookups: few large files out of many small ones, an end to what is too old, and
//! the disk back from what nobody can read any more.

mod compact;
mod expire;
mod merge;
mod vacuum;

pub use self::compact::{Compacted, CompactionRules};
pub use self::expire::Expired;
pub use self::vacuum::Vacuumed;
