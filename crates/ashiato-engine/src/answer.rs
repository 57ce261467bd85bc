//! What a statement answers: columns, and rows as they come.

use crate::write::Written;
use arrow::datatypes::DataType;
use datafusion::execution::SendableRecordBatchStream;

/// The answer to one statement.
pub struct Answer {
    /// The columns, as the user named them.
    pub columns: Vec<OutputColumn>,
    /// What kind of statement it was.
    pub kind: AnswerKind,
    /// What the statement wrote: `CREATE TABLE AS`, `INSERT INTO` and `UNLOAD` tell, and give no rows.
    pub written: Option<Written>,
    /// The rows. A column's position is what names it: the stream's own field names may differ.
    pub stream: SendableRecordBatchStream,
}

/// A column of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputColumn {
    /// The name; two columns may share one.
    pub name: String,
    /// The Arrow type that carries the values.
    pub data_type: DataType,
}

/// How an answer is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerKind {
    /// Rows of a query.
    Rows,
    /// What SHOW, DESCRIBE and EXPLAIN say.
    Text,
    /// Nothing but that it was done: CREATE, DROP, ALTER.
    Done,
}
