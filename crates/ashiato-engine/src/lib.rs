//! Running SQL over CloudTrail logs: tables over raw files and over Hive definitions, pruning, and a
//! statement of what was read.
//!
//! [`Session`] is the way in: open it on some logs, run statements, ask for the coverage. Beside it, `history` keeps
//! recorded events in a table and looks them up. Knows nothing of HTTP beyond object stores, or of AWS's request
//! shapes.

mod batch_rows;
mod compact;
mod memory_shares;
mod running;
mod error;
pub mod failure;
mod definitions;
mod explain;
mod information_schema;
mod leftovers;
mod planning;
mod provided;
mod tables;
mod unnest_rows;
mod yielding;
mod window_memory;
pub mod answer;
pub mod catalog;
pub mod coverage;
#[cfg(feature = "history")]
pub mod history;
pub mod hive;
pub mod progress;
pub mod scan;
pub mod session;
pub mod source;
pub mod write;

pub use answer::Answer;
pub use coverage::{Coverage, Reading};
pub use error::{Error, ErrorKind};
pub use leftovers::{Change, Leftovers};
pub use progress::Progress;
pub use session::{Late, Session, SessionOptions};
pub use write::{Written, WrittenFile};
