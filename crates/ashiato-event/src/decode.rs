//! One log file in, Arrow batches out.
//!
//! A [`DecodePlan`] says which values are wanted and as which Arrow types; a [`Decoder`] holds the scratch memory of
//! one thread and is fed file after file. Rows of several small files share a batch, so [`Decoder::finish`] must be
//! called after the last one.

mod decoder;
mod file;
mod plan;
mod report;
mod rows;

pub use decoder::Decoder;
pub use plan::{DecodePlan, FieldRequest, Input, Limits, RowFilter, ValueSource};
pub use report::{Damage, FileReport, Refusal};
