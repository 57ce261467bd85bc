//! What a query leaves behind, byte for byte as Athena does: rows as csv or text, the columns beside them, a manifest of
//! the files that it wrote; and the pages that are read from them.

mod column;
mod csv;
mod text;
mod metadata;
mod place;
mod upload;
mod rows;
mod page;

pub(crate) use column::Column;
pub(crate) use metadata::metadata;
pub(crate) use page::{PageError, page};
pub(crate) use place::{Layout, Place};
pub(crate) use rows::{RowFormat, Rows, RowsError};
pub(crate) use upload::{Upload, put};
