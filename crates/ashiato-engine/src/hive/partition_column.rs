//! A partition column: its name, and how its declared type reads and compares the text of a folder.

use super::domain::Value;
use super::refusal::invalid;
use arrow::datatypes::DataType;
use ashiato_sql::Error;
use ashiato_sql::statement::{ColumnDefinition, HiveType};
use chrono::{Datelike, NaiveDate};

/// How the values of a column compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueKind {
    /// As texts.
    Text,
    /// As whole numbers.
    Integer,
    /// As days.
    Date,
    /// In a way that is not narrowed before partitions are listed: DOUBLE, DECIMAL, BOOLEAN, TIMESTAMP.
    Other,
}

/// A partition column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartitionColumn {
    /// Its name, in lower case.
    pub name: String,
    /// How its values compare.
    pub kind: ValueKind,
}

impl PartitionColumn {
    /// The column that a table defines.
    pub fn of(column: &ColumnDefinition) -> PartitionColumn {
        let kind = match column.hive_type {
            HiveType::String | HiveType::Varchar(_) | HiveType::Char(_) => ValueKind::Text,
            HiveType::TinyInt | HiveType::SmallInt | HiveType::Int | HiveType::BigInt => ValueKind::Integer,
            HiveType::Date => ValueKind::Date,
            _ => ValueKind::Other,
        };
        PartitionColumn { name: column.name.clone(), kind }
    }

    /// The value that a folder's text stands for; `None` where the column's kind is not compared.
    ///
    /// # Errors
    /// `HIVE_INVALID_PARTITION_VALUE` where the text is no value of the column's type.
    pub fn value(&self, text: &str) -> Result<Option<Value>, Error> {
        let wrong = |type_name: &str| {
            let message = format!("Invalid partition value '{text}' for {type_name} partition key: {}", self.name);
            invalid("HIVE_INVALID_PARTITION_VALUE", message)
        };
        match self.kind {
            ValueKind::Text => Ok(Some(Value::Text(text.to_string()))),
            ValueKind::Integer => text.parse().map(|number| Some(Value::Integer(number))).map_err(|_| wrong("integer")),
            ValueKind::Date => {
                let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| wrong("date"))?;
                Ok(Some(Value::Date(day.num_days_from_ce() - DAYS_TO_1970)))
            }
            ValueKind::Other => Ok(None),
        }
    }
}

/// 1970-01-01 as chrono counts days of the common era.
const DAYS_TO_1970: i32 = 719_163;

impl ValueKind {
    /// Whether a cast to this type keeps the values and their order.
    pub(crate) fn is_kept_by(self, data_type: &DataType) -> bool {
        match self {
            ValueKind::Text => matches!(data_type, DataType::Utf8 | DataType::Utf8View),
            ValueKind::Integer => data_type.is_integer(),
            ValueKind::Date => *data_type == DataType::Date32,
            ValueKind::Other => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folders_text_is_read_by_the_declared_type() {
        let column = |kind| PartitionColumn { name: "p".to_string(), kind };
        let read = |kind, text: &str| column(kind).value(text).expect("a value");
        assert_eq!(read(ValueKind::Integer, "007"), Some(Value::Integer(7)));
        assert_eq!(read(ValueKind::Date, "1970-01-02"), Some(Value::Date(1)));
        assert_eq!(read(ValueKind::Text, "a b"), Some(Value::Text("a b".to_string())));
        assert_eq!(read(ValueKind::Other, "1.5"), None);
        let error = column(ValueKind::Integer).value("x").expect_err("no number");
        assert_eq!(
            error.to_string(),
            "HIVE_INVALID_PARTITION_VALUE: Invalid partition value 'x' for integer partition key: p"
        );
    }
}
