//! A column of a result.

use ashiato_engine::answer::{AnswerKind, OutputColumn};
use ashiato_sql::types::{athena_name, athena_precision};
use serde::{Deserialize, Serialize};

/// A column as GetQueryResults and the metadata file tell of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// Athena's name of the type: `varchar`, `row`.
    pub(crate) type_name: String,
    pub(crate) precision: i32,
    pub(crate) scale: i32,
}

impl Column {
    /// A column of an answer. What SHOW and DESCRIBE say is Hive's, whose texts are `string`.
    pub(crate) fn of(column: &OutputColumn, kind: AnswerKind) -> Column {
        let name = column.name.clone();
        if kind == AnswerKind::Text {
            return Column { name, type_name: "string".into(), precision: 0, scale: 0 };
        }
        let (precision, scale) = athena_precision(&column.data_type);
        Column { name, type_name: athena_name(&column.data_type).into(), precision, scale }
    }

    /// The column that a statement has which writes rows: their number.
    pub(crate) fn rows() -> Column {
        Column { name: "rows".into(), type_name: "bigint".into(), precision: 19, scale: 0 }
    }

    /// Whether values that differ in case alone differ.
    pub(crate) fn is_case_sensitive(&self) -> bool {
        matches!(self.type_name.as_str(), "varchar" | "char")
    }
}
